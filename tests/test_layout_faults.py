"""A layout or an issue with one thing wrong: what the user reads, at the file, line and column of the wrong value."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.build import BuildOptions, build
from pipeline.project import Project
from tests.generated import jpeg
from tests.house import ROOT

MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: mine
pages: {at_most: 40}
sections:
  - month: 2023-04
    articles: [articles/almaty.md]
"""
ARTICLE = """\
---
title: Two days in Almaty
photos:
  - {file: photos/a.jpg, caption: "Seen.", credit: "Photo: A. B.", alt: "A picture."}
---
The visit began with a lecture, and the lecture began with a question.
"""


class Bench:
    """A project with an issue and its own copy of the layout ``voice``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "layouts" / "voice", root / "layouts" / "mine")
        self.write("issues/2023-q2/issue.yaml", MANIFEST)
        self.write("issues/2023-q2/articles/almaty.md", ARTICLE)
        place = root / "issues/2023-q2/photos/a.jpg"
        place.parent.mkdir()
        place.write_bytes(jpeg("wide"))

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str, wrong: str) -> str:
        """Replaces ``old``, which must be there once; gives where ``wrong`` then stands, as in file:line:column."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        changed = text.replace(old, new)
        self.write(path, changed)
        at = changed.index(new) + new.index(wrong)
        line = changed.count("\n", 0, at) + 1
        return f"{path}:{line}:{at - (changed.rfind(chr(10), 0, at) + 1) + 1}"

    def errors(self) -> list[str]:
        """The errors of a build, which then gives no document."""
        outcome = build(Project(self.root), "2023-q2", BuildOptions(photos="original"))
        errors = [str(finding) for finding in outcome.report if finding.severity == "error"]
        assert (outcome.document is None) == bool(errors)
        return errors


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_an_unchanged_copy_of_a_layout_builds(bench: Bench) -> None:
    assert bench.errors() == []


def test_a_swatch_that_is_not_in_the_palette(bench: Bench) -> None:
    where = bench.change("layouts/mine/layout.yaml", "order:", "sections: [sprin]\norder:", "sprin")
    other = bench.root / "layouts/mine/palette.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("sections: [spring, clay, lake]", ""), encoding="utf-8")
    assert bench.errors() == [f"{where}  E402  The layout has no swatch 'sprin'.  Did you mean spring?"]


def test_a_style_that_is_based_on_none(bench: Bench) -> None:
    old = "note: {font: sans"
    where = bench.change("layouts/mine/type.yaml", old, "note: {based_on: bodie, font: sans", "bodie")
    assert f"{where}  E402  The layout has no style 'bodie'.  Did you mean body?" in bench.errors()


def test_styles_that_inherit_in_a_circle(bench: Bench) -> None:
    bench.change("layouts/mine/type.yaml", "panel: {font: sans", "panel: {based_on: panel_title, font: sans", "panel_t")
    (found,) = [error for error in bench.errors() if "E403" in error]
    assert found.startswith("layouts/mine/type.yaml:")
    assert "Styles inherit in a circle: panel → panel_title → panel." in found


def test_margins_that_leave_no_room(bench: Bench) -> None:
    old = "margins: {inside: 15mm, outside: 15mm, head: 17mm, foot: 21mm}"
    new = "margins: {inside: 150mm, outside: 150mm, head: 17mm, foot: 21mm}"
    bench.change("layouts/mine/layout.yaml", old, new, "150mm")
    errors = bench.errors()
    assert len(errors) == 1
    assert errors[0].startswith("layouts/mine/layout.yaml:")
    assert "E404  The page cannot be: the margins and gutters leave no type area on this page." in errors[0]


def test_a_field_that_there_is_not(bench: Bench) -> None:
    old = 'text: "{publication.title} · {section.title} {issue.year}"'
    where = bench.change("layouts/mine/masters.yaml", old, 'text: "{publication.titel}"', '"{publication.titel}"')
    errors = bench.errors()
    hint = "Did you mean {publication.title}?"
    assert errors == [f"{where}  E405  There is no field {{publication.titel}}.  {hint}"]


def test_a_font_that_there_is_not(bench: Bench) -> None:
    where = bench.change(
        "layouts/mine/type.yaml", "families: [Vollkorn, Alegreya Sans]", "families: [Volkorn]", "Volkorn"
    )
    errors = bench.errors()
    assert len(errors) == 1
    assert errors[0].startswith(f"{where}  E406  ")
    assert "Vollkorn" in errors[0]


def test_a_frame_that_is_too_small_for_its_text(bench: Bench) -> None:
    old = "{columns: [1, 12], rows: [1, 4]}"
    title = "Pictures of every kind and size, seen from near and far, by day and by night"
    photo = '{file: photos/a.jpg, caption: "S.", credit: "P.", alt: "A."}'
    gallery = f'gallery: {{title: "{title}", photos: [{photo}]}}\n'
    bench.write("issues/2023-q2/issue.yaml", MANIFEST + gallery)
    bench.change("layouts/mine/masters.yaml", old, "{columns: [1, 3], rows: [1, 1]}", "columns")
    errors = bench.errors()
    assert len(errors) == 1
    assert errors[0].startswith("layouts/mine/masters.yaml:")
    assert "E501  The text does not fit its frame: it is" in errors[0]
    assert errors[0].endswith("Make the frame larger or the style smaller.")


def test_a_block_that_is_deeper_than_a_page(bench: Bench) -> None:
    items = "\n".join(f"- The {n}th line of a box that goes on and on without an end in sight" for n in range(90))
    bench.write("issues/2023-q2/articles/almaty.md", f"{ARTICLE}\n::: box All of them\n{items}\n:::\n")
    errors = bench.errors()
    assert len(errors) == 1
    assert errors[0].startswith("issues/2023-q2/articles/almaty.md:8:1  E505  ")
    assert "rows deep, a page has" in errors[0]


def test_more_pages_than_are_allowed(bench: Bench) -> None:
    where = bench.change("issues/2023-q2/issue.yaml", "at_most: 40", "at_most: 2", "2")
    errors = bench.errors()
    assert len(errors) == 1
    assert errors[0].startswith(f"{where}  E506  The issue runs to ")
    assert "2 are allowed" in errors[0]
