"""Releases for tests: a small issue of a cover and some articles, released into a folder and looked at there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from pipeline.press import Order
from pipeline.release.making import make_release
from pipeline.release.values import Choice, Released
from tests.issue_desk import NAME, Desk, new_desk
from tests.press_desk import FULL_BLEED, issue_of
from tests.small_pages import article

BODY = "The visit began with a [lecture](https://example.org) on the *history* of the city. " * 6
TITLES = {"almaty": "Two days in Almaty", "tehran": "A winter in Tehran"}


def manifest(*articles: str, **more: str) -> str:
    """The manifest of an issue with these articles, and with other lines at its top level."""
    listed = ", ".join(f"articles/{name}.md" for name in articles)
    lines = [
        'publication: {title: "The Quarterly", subtitle: "All that is new"}',
        "issue: 2023-Q2",
        "layout: mine",
        "date: 2023-07-10",
        "pages: {multiple_of: 1}",
        'cover: {photo: photos/cover.jpg, alt: "A road."}',
        *(f"{key}: {value}" for key, value in more.items()),
        f"sections: [{{month: 2023-04, articles: [{listed}]}}]",
    ]
    return "\n".join(lines) + "\n"


def written(desk: Desk, *elements: Any, **changes: Any) -> Desk:
    """The desk with an issue of two articles; ``elements`` stand on its cover, ``changes`` are made to the layout."""
    issue_of(desk, FULL_BLEED, *elements, manifest=manifest(*TITLES), **changes)
    for name, title in TITLES.items():
        desk.article(article(title, BODY), f"{name}.md")
    return desk


def new_issue(root: Path) -> Desk:
    """A new project with that issue."""
    return written(new_desk(root))


def released(desk: Desk, *, replace: bool = False, order: Order | None = None, out: str = "out") -> Released:
    """What a release into the folder ``out`` of the project comes to."""
    return make_release(desk.project, NAME, desk.root / out, Choice(order or Order(), replace))


def good(made: Released) -> Released:
    """A release that nothing refuses."""
    assert not made.report.refuses, [str(finding) for finding in made.report]
    return made


def codes(made: Released) -> list[str]:
    """The codes of what refuses, and of what is said of the release itself."""
    return [finding.code for finding in made.report if finding.code[0] == "E" or finding.code[1:3] in {"60", "61"}]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def record(folder: Path) -> Any:
    """The record in a folder."""
    return json.loads((folder / "release.json").read_bytes())


def sha256(data: bytes) -> str:
    """As ``sha256sum`` says it."""
    return hashlib.sha256(data).hexdigest()
