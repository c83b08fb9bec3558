"""Writing the JSON Schemas by which text editors complete and check while one types."""

from __future__ import annotations

import json
from pathlib import Path

SCHEMAS = Path(".digest/schemas")


def write_schemas(folder: Path) -> list[Path]:
    """The schemas of manifest, front matter, layouts, word list and flatplan in ``folder``; their paths."""
    from pipeline.release import publish
    from pipeline.schema import schemas

    contents = {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas().items()}
    publish({name: text.encode() for name, text in contents.items()}, folder)
    return [folder / name for name in contents]
