"""The JSON Schemas: good draft-07, and of one mind with the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pipeline.flatplan import AdvertPlan, ArticlePlan, Flatplan, PhotoPlan, PullPlan, written
from pipeline.manifest import Manifest
from pipeline.schema import schema_of, schemas
from tests.issue_desk import LAYOUT, MANIFEST

ROOT = Path(__file__).parent.parent


def errors(name: str, text: str) -> list[str]:
    """What an editor's plug-in would underline."""
    return [error.message for error in jsonschema.Draft7Validator(schemas()[name]).iter_errors(as_json(text))]


def as_json(text: str) -> Any:
    """YAML as the plug-ins read it: dates are texts, as in YAML 1.2."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_every_schema_is_good_draft_07() -> None:
    made = schemas()
    assert {name.removesuffix(".schema.json") for name in made} == {"issue", "article", "layout", "style", "flatplan"}
    for schema in made.values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        jsonschema.Draft7Validator.check_schema(schema)


def test_no_word_of_a_later_draft_is_left() -> None:
    def words(node: Any) -> set[str]:
        if isinstance(node, dict):
            return {str(key) for key in node} | {word for value in node.values() for word in words(value)}
        return {word for item in node for word in words(item)} if isinstance(node, list) else set()

    assert words(schemas()).isdisjoint({"$defs", "prefixItems", "$dynamicRef", "unevaluatedProperties"})


def test_every_reference_leads_to_a_definition() -> None:
    def references(node: Any) -> set[str]:
        if isinstance(node, dict):
            own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
            return own | {ref for value in node.values() for ref in references(value)}
        return {ref for item in node for ref in references(item)} if isinstance(node, list) else set()

    for schema in schemas().values():
        assert references(schema) <= {f"#/definitions/{name}" for name in schema.get("definitions", {})}


def test_every_key_of_what_editors_write_is_described() -> None:
    for name in ("issue.schema.json", "article.schema.json", "flatplan.schema.json"):
        schema = schemas()[name]
        for record in (schema, *schema["definitions"].values()):
            block = record["anyOf"][1] if "anyOf" in record else record
            assert {key for key, value in block["properties"].items() if not value.get("description")} == set()


@pytest.mark.parametrize(
    "name,text", [("issue.schema.json", MANIFEST), ("layout.schema.json", "name: part of a layout\n")]
)
def test_what_the_program_takes_the_schema_takes(name: str, text: str) -> None:
    assert errors(name, text) == []


@pytest.mark.parametrize(
    "old,new",
    [
        ("2023-Q2", "2023-Q7"),
        ("2023-04", "April"),
        ("title:", "titel:"),
        ("layout:", "layuot:"),
        ("photos/cover.jpg", "'C:\\\\cover.jpg'"),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(old: str, new: str) -> None:
    assert errors("issue.schema.json", MANIFEST.replace(old, new, 1)) != []


PLAN = Flatplan(
    layout="Voice",
    state="a1",
    pages=8,
    foreword=(4,),
    articles=(
        ArticlePlan(
            article="articles/a.md",
            pages=(5, 6),
            template="standard",
            photos=(PhotoPlan(file="photos/a.jpg", size="wide", rows=20, place="head"), PhotoPlan(file="photos/b.jpg")),
            pull=PullPlan(number=1, row=4),
        ),
    ),
    adverts=(AdvertPlan(file="adverts/a.pdf", of_page=2, page=7, follows="articles/a.md"),),
)


def test_a_flatplan_as_a_build_writes_it_agrees_with_its_schema() -> None:
    assert errors("flatplan.schema.json", written(PLAN)) == []
    assert errors("flatplan.schema.json", (ROOT / "issues/2023-q2/flatplan.yaml").read_text(encoding="utf-8")) == []
    assert written(PLAN).startswith("# yaml-language-server: $schema=../../.digest/schemas/flatplan.schema.json\n")


@pytest.mark.parametrize(
    "old,new",
    [
        ("pin: false", "pni: true"),
        ("pin: false", "pin: maybe"),
        ("pages: [5, 6]", "pages: []"),
        ("place: head", "place: top"),
        ("template: standard", "# template"),
        ("number: 1", "number: 0"),
    ],
)
def test_what_a_pinned_line_may_not_say_is_underlined(old: str, new: str) -> None:
    text = written(PLAN)
    assert old in text
    assert errors("flatplan.schema.json", text.replace(old, new, 1)) != []


def test_a_photo_may_be_a_path_alone() -> None:
    foreword = "foreword: {article: articles/f.md, portrait: photos/p.jpg, signed: A. Name}\n"
    assert errors("issue.schema.json", MANIFEST + foreword) == []
    assert errors("issue.schema.json", MANIFEST + foreword.replace("photos/p.jpg", "{fiel: x}")) != []


def test_the_sample_agrees_with_its_schema() -> None:
    assert errors("issue.schema.json", (ROOT / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")) == []


def test_one_records_schema_can_be_asked_for() -> None:
    assert schema_of(Manifest, "A manifest")["title"] == "A manifest"
    assert list(schemas({"m.json": (Manifest, "M")})) == ["m.json"]
    assert "name" in schemas()["layout.schema.json"]["properties"]
    assert LAYOUT.startswith("name: plain")
