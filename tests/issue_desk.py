"""A project for tests: one issue that has nothing wrong with it, to which a test does one wrong thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from pipeline.diagnostic import Report
from pipeline.issue import Issue, check, load
from pipeline.project import Project

NAME = "2023-q2"
FOLDER = f"issues/{NAME}"

MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: plain
cover: {photo: photos/cover.jpg, credit: "Photo: A. B.", alt: "A road."}
sections:
  - month: 2023-04
    articles: [articles/almaty.md]
"""

ARTICLE = """\
---
title: Two days in Almaty
date: 2023-04-05
---
The visit began with a lecture.
"""

STYLES = (
    "body", "headline", "standfirst", "kicker", "dateline", "subhead", "quotation", "list", "caption", "credit",
    "table", "table_head", "note", "panel_title", "panel", "pull",
)  # fmt: skip

LAYOUT = """\
name: plain
page: {trim: [210mm, 297mm], margins: {inside: 20mm, outside: 15mm, head: 20mm, foot: 20mm}}
grid: {leading: 12pt, gutter: 4mm}
palette:
  ink: {srgb: "#111111", cmyk: [0, 0, 0, 100]}
  house: {srgb: "#224466", cmyk: [80, 50, 20, 20]}
fonts: {text: {families: [Vollkorn]}}
masters:
  {article: {pages: [[]]}, cover: {pages: [[]]}, contents: {pages: [[]]}, foreword: {pages: [[]]},
  gallery: {pages: [[]]}, back: {pages: [[]]}}
templates: {feature: {words: [0, 9000], columns: 2, lead: [wide]}}
photo_sizes: {wide: {modules: 12, aspect: [1.2, 1.8]}}
styles:
""" + "".join(f"  {name}: {{font: text, weight: 400, size: 10pt, colour: ink}}\n" for name in STYLES)


@cache
def jpeg(width: int = 60, height: int = 40) -> bytes:
    """A small grey picture."""
    stream = BytesIO()
    Image.new("L", (width, height), 128).save(stream, "jpeg")
    return stream.getvalue()


@dataclass(frozen=True)
class Desk:
    """The project's folder; every method that writes gives the desk back."""

    root: Path

    @property
    def project(self) -> Project:
        return Project.around(self.root)

    def write(self, path: str, content: str | bytes) -> Desk:
        """A file of the project, byte for byte."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def manifest(self, text: str) -> Desk:
        """The issue's manifest as a whole."""
        return self.write(f"{FOLDER}/issue.yaml", text)

    def changed(self, old: str, new: str) -> Desk:
        """The manifest with one of its texts replaced."""
        assert old in MANIFEST
        return self.manifest(MANIFEST.replace(old, new))

    def with_more(self, text: str) -> Desk:
        """The manifest with more lines below."""
        return self.manifest(MANIFEST + text)

    def article(self, text: str, name: str = "almaty.md") -> Desk:
        """An article as a whole."""
        return self.write(f"{FOLDER}/articles/{name}", text)

    def body(self, text: str) -> Desk:
        """The article's text below its front matter; its first line is line 5."""
        return self.article(ARTICLE.replace("The visit began with a lecture.\n", text))

    def front(self, lines: str) -> Desk:
        """The article with more lines of front matter; the first of them is line 4."""
        return self.article(ARTICLE.replace("04-05\n", f"04-05\n{lines}"))

    def photo(self, path: str, content: bytes = b"") -> Desk:
        """A picture of the issue."""
        return self.write(f"{FOLDER}/{path}", content or jpeg())

    def load(self) -> tuple[Issue | None, Report]:
        return load(self.project, NAME)

    def issue(self) -> Issue:
        """The issue, which must be loadable."""
        issue, report = self.load()
        assert issue, [str(finding) for finding in report]
        return issue

    def findings(self) -> list[str]:
        """What an editor reads, of loading and checking, without the folder of the issue."""
        issue, report = self.load()
        if issue:
            report += check(issue)
        return [str(finding).removeprefix(f"{FOLDER}/") for finding in report]


def new_desk(root: Path) -> Desk:
    """A project with an issue that is as it should be."""
    desk = Desk(root).manifest(MANIFEST).article(ARTICLE).photo("photos/cover.jpg")
    return desk.write("layouts/plain/layout.yaml", LAYOUT)
