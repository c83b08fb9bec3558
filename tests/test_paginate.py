"""Pages that a person can read: what is made up, row by row and module by module, beside what was expected."""

from __future__ import annotations

from typing import Any

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from tests import lettergrid
from tests.generated import jpeg
from tests.issue_desk import Desk
from tests.layout_desk import merged, plain, write_layout
from tests.lettergrid import grid

SENTENCE = "The members agreed to meet again before the winter and to bring their papers with them. "
MANIFEST = """\
publication: {{title: "The Quarterly"}}
issue: 2023-Q2
layout: mine
sections:
  - month: 2023-04
    articles: [{articles}]
"""
SMALL: dict[str, Any] = {
    "page": {
        "trim": ["120mm", "150mm"],
        "margins": {"inside": "12mm", "outside": "12mm", "head": "12mm", "foot": "40mm"},
    },
    "grid": {"leading": "12pt", "gutter": "4mm", "modules": 6},
    "order": ["sections"],
    "photo_sizes": {"page": {"modules": 6, "aspect": [2.6, 2.6]}, "column": {"modules": 3, "aspect": [1.5, 1.5]}},
    "templates": {"two": {"words": [0, 9000], "columns": 2, "lead": ["page"]}},
    "styles": {
        "body": {"align": "justify"},
        "headline": {"size": "20pt", "leading": "24pt", "stand": "last", "after": 1},
    },
}
NO_MORE = ("cover", "contents", "foreword", "gallery", "back", "three")


def layout() -> Any:
    """The small layout: 23 rows and 6 modules, two columns."""
    whole = merged(plain(), SMALL)
    whole["masters"] = {"article": {"pages": [[]]}}
    whole["templates"] = {name: t for name, t in whole["templates"].items() if name not in NO_MORE}
    return whole


def made_up(desk: Desk, manifest: str = MANIFEST, **articles: str) -> list[str]:
    """The article pages of an issue with these articles."""
    write_layout(desk, layout())
    desk.manifest(manifest.format(articles=", ".join(f"articles/{name}.md" for name in articles)))
    for name, text in articles.items():
        desk.article(text, f"{name}.md")
    desk.photo("photos/a.jpg", jpeg("wide"))
    issue, report = load(desk.project, "2023-q2")
    assert issue, [str(finding) for finding in report]
    assert issue.layout, [str(finding) for finding in report]
    makeup, found = make_up(desk.project, issue, BuildOptions())
    assert not found.refuses, [str(finding) for finding in found]
    return lettergrid.drawn(makeup, issue.layout)


def article(title: str, body: str, front: str = "") -> str:
    """An article of that title."""
    return f"---\ntitle: {title}\n{front}---\n{body}\n"


PHOTO = 'photos:\n  - {file: photos/a.jpg, caption: "What is seen here.", credit: "Photo: A. B.", alt: "A picture."}\n'


def test_a_photo_over_both_columns_stands_between_the_headline_and_levelled_text(desk: Desk) -> None:
    pages = made_up(desk, almaty=article("Two days in Almaty", SENTENCE * 4, PHOTO))
    assert pages == [
        grid("""
            D.....
            ......
            HHHH..
            ......
            ......
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            PPPPPP
            CCC...
            ......
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
        """),
    ]  # fmt: skip


def test_two_short_articles_share_a_page(desk: Desk) -> None:
    pages = made_up(desk, one=article("One", SENTENCE * 3), two=article("Two", SENTENCE * 2))
    assert pages == [
        grid("""
            D.....
            ......
            H.....
            ......
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTT...
            ......
            ......
            ......
            D.....
            ......
            H.....
            ......
            ......
            TTTTTT
            TTTTTT
            TTTTTT
        """),
    ]  # fmt: skip


def test_a_long_article_runs_on_and_ends_in_level_columns(desk: Desk) -> None:
    body = f"{SENTENCE * 9}\n\n## What follows\n\n{SENTENCE * 6}\n\n{SENTENCE}"
    pages = made_up(desk, one=article("A long road", body))
    assert pages == [
        grid("""
            D.....
            ......
            HH....
            ......
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTU..
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
        """),
        grid("""
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTT...
        """),
    ]  # fmt: skip


def test_an_advert_ends_the_page_so_that_the_next_article_begins_on_a_new_one(desk: Desk) -> None:
    advert = "adverts: [{{file: photos/a.jpg, after: articles/one.md, alt: 'An advert.'}}]\n"
    desk.photo("photos/a.jpg", jpeg("wide"))
    pages = made_up(desk, MANIFEST + advert, one=article("One", SENTENCE), two=article("Two", SENTENCE))
    short = """
        D.....
        ......
        H.....
        ......
        TTT...
        TTT...
        TTT...
    """
    assert pages == [grid(short), grid(short)]


def test_columns_beside_a_photo_that_takes_one_of_them_end_on_the_same_row(desk: Desk) -> None:
    photo = PHOTO.replace("alt:", "size: column, alt:")
    pages = made_up(desk, almaty=article("Almaty", SENTENCE * 6, photo))
    assert pages == [
        grid("""
            D.....
            ......
            HH....
            ......
            ......
            TTTPPP
            TTTPPP
            TTTPPP
            TTTPPP
            TTTPPP
            TTTPPP
            TTTPPP
            TTTPPP
            TTTCC.
            TTTC..
            TTT...
            TTTTTT
            TTTTTT
            TTTTTT
            TTT...
        """),
    ]


def test_the_photo_that_has_its_place_in_the_text_stands_there(desk: Desk) -> None:
    body = f"{SENTENCE * 2}\n\n![](photos/a.jpg)\n\n{SENTENCE * 3}"
    pages = made_up(desk, almaty=article("Almaty", body, PHOTO))
    assert pages == [
        grid("""
            D.....
            ......
            HH....
            ......
            ......
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            TTTTTT
            ...TTT
            PPPTTT
            PPPTTT
            PPP...
            PPP...
            PPP...
            PPP...
            PPP...
            CC....
            C.....
        """),
    ]


def test_footnotes_stand_below_the_text_that_they_belong_to(desk: Desk) -> None:
    body = f"{SENTENCE * 3} So it was agreed.[^1]\n\n[^1]: In the minutes of the meeting, which is what counts."
    pages = made_up(desk, almaty=article("Almaty", body))
    assert pages == [
        grid("""
            D.....
            ......
            HH....
            ......
            TTTTTT
            TTTTTT
            TTTTT.
            TTT...
            TTTNN.
            TTTNN.
            TTTN..
        """),
    ]
