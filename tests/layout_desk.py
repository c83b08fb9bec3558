"""Layouts for tests: ``voice``, and a plain one, with some of their values replaced."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.diagnostic import Fault
from pipeline.layout import Layout, load_layout
from tests.house import ROOT
from tests.issue_desk import LAYOUT, Desk

VOICE = ROOT / "layouts" / "voice"


@cache
def _voice() -> str:
    parts = [yaml.safe_load(place.read_text(encoding="utf-8")) for place in sorted(VOICE.glob("*.yaml"))]
    return json.dumps({key: value for part in parts for key, value in part.items()})


def voice() -> Any:
    """The files of ``voice`` put together, to be changed at will."""
    return json.loads(_voice())


def plain() -> Any:
    """A layout of two templates and no furniture, which stays as it is."""
    more = {
        "photo_sizes": {"page": {"modules": 12, "aspect": [1.1, 2.6]}, "column": {"modules": 6, "aspect": [0.7, 2]}},
        "templates": {
            "two": {"words": [0, 500], "columns": 2, "lead": ["page", "column"]},
            "three": {"words": [100, 9000], "columns": 3, "lead": ["page"]},
        },
    }
    return {**yaml.safe_load(LAYOUT), **more}


def merged(base: Any, other: Any) -> Any:
    """``base`` with the blocks of ``other`` merged in; lists and values are replaced."""
    if isinstance(base, Mapping) and isinstance(other, Mapping):
        return {**base, **{key: merged(base.get(key), value) for key, value in other.items()}}
    return other


def write_layout(desk: Desk, layout: Any) -> Desk:
    """The project with ``layout`` as its layout ``mine``."""
    return desk.write("layouts/mine/layout.yaml", json.dumps(layout, ensure_ascii=False, indent=1))


def read_layout(desk: Desk, layout: Any) -> Layout:
    """``layout`` as the program reads it; Fault with every finding."""
    return load_layout(write_layout(desk, layout).project, "mine")


def faults(desk: Desk, layout: Any) -> list[str]:
    """Code, message and hint of everything that is wrong with ``layout``."""
    try:
        read_layout(desk, layout)
    except Fault as fault:
        return [f"{f.code}  {f.message}  {f.hint}".strip() for f in fault.findings]
    return []


def fenced(place: Path, language: str) -> list[str]:
    """The fenced blocks of a guide that are in ``language``."""
    blocks = place.read_text(encoding="utf-8").split("```")[1::2]
    return [block.removeprefix(language) for block in blocks if block.startswith(f"{language}\n")]
