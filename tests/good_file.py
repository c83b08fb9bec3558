"""A finished PDF of our own with a little of everything that a file can prove: for tests of the judge."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from pipeline.build import build
from tests.issue_desk import NAME, Desk

MANIFEST = """\
publication: {title: "The Quarterly", subtitle: "A Digest"}
issue: 2023-Q2
date: 2023-07-10
language: en-GB
layout: voice
cover: {photo: photos/cover.jpg, headline: "A road opens", credit: "A. Photographer", alt: "A road over hills."}
masthead: {publisher: "A Publisher", web: "https://www.example.org"}
sections:
  - month: 2023-04
    articles: [articles/almaty.md, articles/tehran.md]
"""
ALMATY = """\
---
title: Two days in Almaty
date: 2023-04-05
standfirst: A lecture, a round of talks and a call on the mayor.
photos:
  - {file: photos/one.png, caption: The hall before the lecture, alt: Rows of empty seats, credit: A. Photographer}
---
The visit began with a lecture[^n] at the university, at [an address](https://www.example.org/almaty) on the
outskirts. More is said at the end, and the office of the minister found it efficient.

## What was agreed

- the first of two points;
- the second of them.

1. a number;
2. another one.

> A quotation that stands for itself.

| City | People |
|------|--------|
| Almaty | 2 million |
| Tehran | 9 million |

::: box About the visit
A box with a sentence in it.
:::

[^n]: The lecture is held each year.
"""
TEHRAN = """\
---
title: Talks in Tehran
date: 2023-04-12
---
A second article, with a paragraph to itself and words enough for more than one line of a column, and then some.
"""


def plain_picture(kind: str, colour: tuple[int, ...] = (40, 90, 140)) -> bytes:
    """One colour; half of it clear where it has four parts."""
    stream = BytesIO()
    size = (2400, 1600) if len(colour) == 4 else (4200, 2800)
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(stream, kind)
    return stream.getvalue()


@cache
def good_file() -> bytes:
    """The PDF; built once."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder).resolve()).manifest(MANIFEST)
        desk.article(ALMATY, "almaty.md").article(TEHRAN, "tehran.md")
        desk.photo("photos/cover.jpg", plain_picture("jpeg", (40, 90, 140)))
        desk.photo("photos/one.png", plain_picture("png", (40, 90, 140, 128)))
        outcome = build(desk.project, NAME)
    assert outcome.document, [str(finding) for finding in outcome.report]
    return outcome.document.data
