"""JSON Schemas of what people write, for editors that complete and check keys while typing.

Pydantic writes schemas of the 2020-12 draft; the editors' YAML plug-ins understand draft-07, which differs in
the names of a few keywords. Descriptions are those of the records' fields.
"""

from __future__ import annotations

from typing import Any

from pipeline.article import FrontMatter
from pipeline.flatplan import Flatplan
from pipeline.housestyle import HouseStyle
from pipeline.layout.records import LayoutRecord
from pipeline.manifest import Manifest
from pipeline.record import Record

DRAFT = "http://json-schema.org/draft-07/schema#"
RECORDS: dict[str, tuple[type[Record], str]] = {
    "issue.schema.json": (Manifest, "An issue's manifest, issue.yaml"),
    "article.schema.json": (FrontMatter, "The front matter of an article"),
    "layout.schema.json": (LayoutRecord, "A file of a layout"),
    "style.schema.json": (HouseStyle, "The house's word list, style.yaml"),
    "flatplan.schema.json": (Flatplan, "The flatplan, flatplan.yaml"),
}
# A layout may be spread over files, so no file of it needs every key.
RENAMED = {"$defs": "definitions", "prefixItems": "items"}
IN_PARTS = frozenset({"layout.schema.json"})


def schemas(records: dict[str, tuple[type[Record], str]] | None = None) -> dict[str, dict[str, Any]]:
    """Schemas (draft-07) by file name: of manifest, front matter, layout, word list, flatplan, or of ``records``."""
    made = {name: schema_of(record, title) for name, (record, title) in (records or RECORDS).items()}
    for name in IN_PARTS & made.keys():
        del made[name]["required"]
    return made


def schema_of(record: type[Record], title: str) -> dict[str, Any]:
    """The draft-07 schema of one record."""
    schema: dict[str, Any] = _as_draft_07(record.model_json_schema())
    return {"$schema": DRAFT, **schema, "title": title}


def _as_draft_07(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """The same schema in the words of draft-07, without the titles that pydantic makes of names."""
    if isinstance(node, list):
        return [_as_draft_07(item) for item in node]
    if not isinstance(node, dict):
        return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key == "properties":
            made[key] = {name: _as_draft_07(inner) for name, inner in value.items()}
        elif key == "default":
            made[key] = value
        elif key != "title":
            made[RENAMED.get(str(key), str(key))] = _as_draft_07(value)
    if "$ref" in made and len(made) > 1:
        # Draft-07 ignores what stands beside a reference.
        made = {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made
