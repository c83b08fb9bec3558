"""The designers' guide says what the program does: keys, defaults, fields, styles, codes, and examples that work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel

from pipeline.diagnostic.codes import REGISTRY
from pipeline.layout import BODY_STYLES
from pipeline.layout.fields import FIELDS, known_fields
from pipeline.layout.records import ElementRecord, LayoutRecord, StyleRecord
from pipeline.layout.style import DEFAULTS
from pipeline.paginate.maker import Maker
from pipeline.record import Record
from pipeline.schema import schemas
from tests.house import ROOT
from tests.issue_desk import Desk
from tests.layout_desk import VOICE, fenced, merged, read_layout, voice

GUIDE = ROOT / "layouts" / "README.md"
FONTS = ROOT / "fonts" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(block) for place in (GUIDE, FONTS) for block in fenced(place, "yaml")]
# Defaults that a table gives in words.
LENGTHS = {"gutter", "folio_width", "weight"}
IN_WORDS: dict[str, str] = {"leading": "the grid's", "sizes": "none", "features": "none", "based_on": "none"}


def _records(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _records(field.annotation)
    for inner in get_args(annotation):
        yield from _records(inner)


# Under which heading of the guide the keys of a record are explained.
HEADINGS = {
    "LayoutRecord": "Start from `voice`",
    "PageRecord": "Page and grid",
    "MarginsRecord": "Page and grid",
    "GridRecord": "Page and grid",
    "SwatchRecord": "Palette",
    "FontRoleRecord": "Fonts",
    "StyleRecord": "Styles",
    "SizeClassRecord": "Styles",
    "PhotoSizeRecord": "Articles: templates and photo sizes",
    "TemplateRecord": "Articles: templates and photo sizes",
    "AdvertSizeRecord": "Articles: templates and photo sizes",
    "JumpRecord": "Articles: templates and photo sizes",
    "BetweenRecord": "Articles: templates and photo sizes",
    "DropCapRecord": "Articles: templates and photo sizes",
    "EndMarkRecord": "Articles: templates and photo sizes",
    "RunaroundRecord": "Articles: templates and photo sizes",
    "ScreenRecord": "Screen and print",
    "PrintRecord": "Screen and print",
    "HouseStyle": "House style",
}


def _keys() -> list[tuple[str, str]]:
    """(heading, key) of every key of a layout; those that have no heading above belong to masters."""
    masters = "Masters: the kinds of page"
    return sorted({(HEADINGS.get(r.__name__, masters), k) for r in _records(LayoutRecord) for k in r.model_fields})


def _code(text: str) -> str:
    """What stands in the guide as code: fenced blocks and what is between backquotes."""
    blocks = text.split("```")
    return "\n".join(blocks[1::2]) + "\n".join(re.findall(r"`[^`]+`", "".join(blocks[0::2])))


def _said(value: object, key: str) -> str:
    if key in IN_WORDS:
        return IN_WORDS[key]
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _things() -> Iterator[tuple[str, str, str]]:
    """(thing of a master, key, what the guide should say of it) of each thing that has keys of its own."""
    for thing, field in ElementRecord.model_fields.items():
        record = next(_records(field.annotation), None)
        if record is None or thing in {"at", "paragraphs"}:
            continue
        for key, inner in record.model_fields.items():
            plain = not inner.is_required() and inner.default not in ("", None)
            unit = "pt" if key in LENGTHS else ""
            yield thing, key, f"`{key}: {_said(inner.default, '')}{unit}`" if plain else f"`{key}"


@pytest.fixture
def made(desk: Desk) -> Maker:
    """A maker of the test issue with the layout ``voice``."""
    issue = desk.issue()
    return Maker(issue, read_layout(desk, voice()), None, "")


@pytest.mark.parametrize("heading, key", _keys())
def test_the_guide_names_every_key_under_its_heading(heading: str, key: str) -> None:
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert re.search(rf"(?<![\w-]){key}(?![\w-])", _code(section)), f"{key} is not explained under {heading}"


@pytest.mark.parametrize("thing, key, words", [*_things()])
def test_the_table_of_things_gives_their_keys_and_defaults(thing: str, key: str, words: str) -> None:
    table = TEXT[TEXT.index("| thing |") :]
    row = next(line for line in table.splitlines() if line.startswith(f"| `{thing}` | "))
    assert words in row, f"{thing} has the key {key}"


def test_every_key_has_a_description_for_editors() -> None:
    bare = [f"{r.__name__}.{k}" for r in _records(LayoutRecord) for k, f in r.model_fields.items() if not f.description]
    assert not bare


def test_the_table_of_styles_gives_every_default() -> None:
    rows = [line.split("|")[1:3] for line in TEXT.splitlines() if line.startswith("| `")]
    told: dict[str, str] = {}
    for keys, defaults in rows:
        names = re.findall(r"`(\w+)`", keys)
        if all(name in StyleRecord.model_fields for name in names):
            told.update(zip(names, defaults.strip().split(", "), strict=False))
    lengths = {"size", "indent", "first_indent"}
    expected = {
        key: _said(getattr(DEFAULTS, key), key) + ("pt" if key in lengths else "") for key in StyleRecord.model_fields
    }
    assert {key: told.get(key) for key in expected} == expected


def test_the_guide_names_every_field_of_a_page(made: Maker) -> None:
    offered = {*made.page_fields(1, -1)}
    own = {f"word.{key}" for key in made.layout.record.words}
    missing = [field for field in sorted(offered) if f"`{field}`" not in TEXT and not field.startswith("word.")]
    assert own <= offered
    assert not missing


def test_the_fields_of_a_page_are_those_that_a_layout_may_name(made: Maker) -> None:
    assert {*made.page_fields(1, -1)} == {*known_fields(made.layout.record.words)}


def test_the_story_of_a_wrong_field_names_them_all() -> None:
    story = REGISTRY["E405"].story
    for group, names in FIELDS.items():
        own = re.search(rf"{group}\.([a-z][^;]*);", " ".join(story.split()))
        assert own, group
        told = own[1].replace("line.1 to line.4", "line.1, line.2, line.3, line.4").split(", ")
        assert told == [*names], group


def test_the_guide_names_no_field_that_there_is_not(made: Maker) -> None:
    offered = {*made.page_fields(1, -1)}
    table = TEXT[TEXT.index("**Fields.**") : TEXT.index("**Words**")]
    named = set(re.findall(r"`([a-z_]+(?:\.[a-z_0-9]+)+)`", table))
    used = set(re.findall(r"\{([a-z_]+\.[a-z_.0-9]+)\}", TEXT))
    assert named | used <= offered


@pytest.mark.parametrize("style", BODY_STYLES)
def test_the_guide_says_where_each_style_of_the_program_is_used(style: str) -> None:
    assert f"`{style}`" in TEXT[TEXT.index("These styles the program asks for") : TEXT.index("## Masters")]


@pytest.mark.parametrize("example", EXAMPLES, ids=", ".join)
def test_the_examples_work_as_parts_of_a_layout(desk: Desk, example: Any) -> None:
    layout = voice()
    if "order" in example:
        example["masters"] = {**layout["masters"], **example["masters"]}
    assert read_layout(desk, merged(layout, example)).record.name == layout["name"]


@pytest.mark.parametrize("example", EXAMPLES, ids=", ".join)
def test_the_schema_takes_every_example_as_a_file_of_its_own(example: Any) -> None:
    assert not [error.message for error in _validator().iter_errors(example)]


@pytest.mark.parametrize("name", sorted(place.name for place in VOICE.glob("*.yaml")))
def test_the_schema_takes_every_file_of_voice(name: str) -> None:
    file = yaml.safe_load((VOICE / name).read_text(encoding="utf-8"))
    assert not [error.message for error in _validator().iter_errors(file)]


@pytest.mark.parametrize(
    "wrong",
    [
        "pallete: {}",
        "styles: {body: {color: ink}}",
        "styles: {body: {size: 9.5}}",
        "styles: {body: {size: 9px}}",
        "palette: {ink: {srgb: '#000000'}}",
        "grid: {leading: 12pt, gutter: 4mm, modules: twelve}",
        "masters: {cover: {pages: [[{fill: {swatch: ink}}]]}}",
        "templates: {short: {words: [0, 100], columns: 9}}",
    ],
)
def test_the_schema_refuses_what_the_program_refuses(wrong: str) -> None:
    assert [*_validator().iter_errors(yaml.safe_load(wrong))]


def test_the_guide_tells_of_every_code_of_layouts_and_of_no_other() -> None:
    named = set(re.findall(r"\b[EWA]\d{3}\b", TEXT))
    assert named <= set(REGISTRY)
    assert {code for code in REGISTRY if code[1] == "4"} <= named


def test_the_links_of_the_guide_lead_to_headings_that_there_are() -> None:
    for place in (GUIDE, FONTS):
        for target in re.findall(r"\]\(([^)#]*\.md)?#([a-z-]+)\)", place.read_text(encoding="utf-8")):
            other = (place.parent / target[0] if target[0] else place).read_text(encoding="utf-8")
            heads = [line.strip("# ").lower().replace(" ", "-") for line in other.splitlines() if line.startswith("#")]
            assert target[1] in heads


def _validator() -> Draft7Validator:
    schema = schemas()["layout.schema.json"]
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)
