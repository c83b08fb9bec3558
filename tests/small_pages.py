"""Small pages for tests of page making: 23 rows and 6 modules, one article template, nothing but articles."""

from __future__ import annotations

from typing import Any

from pipeline.build import BuildOptions, make_up
from pipeline.diagnostic import Report
from pipeline.issue import Issue, load
from pipeline.layout import Layout
from pipeline.page import Makeup
from tests.issue_desk import NAME, Desk
from tests.layout_desk import merged, plain, write_layout

ROWS, GAP = 23, 3
SENTENCE = "The members agreed to meet again before the winter and to bring their papers with them. "
MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: mine
"""
CHANGES: dict[str, Any] = {
    "page": {
        "trim": ["120mm", "150mm"],
        "margins": {"inside": "12mm", "outside": "12mm", "head": "12mm", "foot": "40mm"},
    },
    "grid": {"leading": "12pt", "gutter": "4mm", "modules": 6},
    "order": ["sections"],
    "photo_sizes": {"page": {"modules": 6, "aspect": [1.2, 3.2]}, "column": {"modules": 3, "aspect": [0.8, 2.0]}},
    "templates": {"two": {"words": [0, 9000], "columns": 2, "lead": ["column"], "others": ["column"]}},
    "between": {"rows": GAP, "rule": {"swatch": "ink"}},
    "styles": {
        "body": {"align": "justify"},
        "headline": {"size": "20pt", "leading": "24pt", "stand": "last", "after": 1},
        "pull": {"size": "16pt", "leading": "18pt", "before": 1, "after": 1},
    },
}


def small_layout() -> Any:
    """The layout, to be changed at will."""
    whole = merged(plain(), CHANGES)
    whole["masters"] = {"article": {"pages": [[]]}}
    whole["templates"] = {"two": whole["templates"]["two"]}
    return whole


def written(desk: Desk, more: str, **articles: str) -> Desk:
    """The project with an issue of these articles in one section, and with ``more`` in its manifest."""
    write_layout(desk, small_layout())
    names = ", ".join(f"articles/{name}.md" for name in articles)
    desk.manifest(f"{MANIFEST}sections:\n  - month: 2023-04\n    articles: [{names}]\n{more}\n")
    for name, text in articles.items():
        desk.article(text, f"{name}.md")
    return desk


def article(title: str, body: str, front: str = "") -> str:
    """An article of that title."""
    return f"---\ntitle: {title}\n{front}---\n{body}\n"


def made_up(desk: Desk) -> tuple[Issue, Layout, Makeup, Report]:
    """The issue that was written, made up."""
    issue, report = load(desk.project, NAME)
    assert issue, [str(finding) for finding in report]
    assert issue.layout, [str(finding) for finding in report]
    makeup, found = make_up(desk.project, issue, BuildOptions())
    return issue, issue.layout, makeup, found


def said(desk: Desk, code: str) -> list[str]:
    """The findings of that code as an editor reads them, without the folder of the issue."""
    found = made_up(desk)[3]
    return [str(finding).removeprefix(f"issues/{NAME}/") for finding in found if finding.code == code]
