"""The structure: what a reader who does not see the pages meets, and in which order."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from pipeline.structure import Structure, structure
from pipeline.structure.values import Element, heading_level, ranked
from tests.issue_desk import Desk
from tests.outlined import outlined
from tests.small_pages import SENTENCE, article, made_up, written
from tests.specimen import Specimen

PHOTOS = """\
photos:
  - {file: photos/one.jpg, caption: The hall, credit: A. Photographer, alt: A full hall}
  - {file: photos/two.jpg, caption: A table, alt: A laid table}
  - {file: photos/three.jpg, decorative: true, caption: An ornament}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for name in ("one", "two", "three"):
        desk.photo(f"photos/{name}.jpg")
    return desk


def tree(desk: Desk, body: str, front: str = "", more: str = "") -> str:
    """The structure of an article of this text, from the article down."""
    issue, _, makeup, _ = made_up(written(desk, more, one=article("Talks", dedent(body), front)))
    text = outlined(structure(issue, makeup), makeup)
    lines = text.split("\n")
    assert lines[:3] == ["Document", "  Sect", "    Art"]
    return "\n".join(line.removeprefix("      ") for line in lines[3:])


def test_an_article_reads_as_its_file_does_head_photos_text_notes(desk: Desk) -> None:
    body = """
        First words of it.[^n]

        ![](photos/two.jpg)

        ## A subhead

        More words.

        [^n]: A note.
    """
    front = f"{PHOTOS}standfirst: In short\nbyline: A. Writer\nplace: Almaty\ndate: 2023-04-05\n"
    assert tree(desk, body, front) == dedent("""\
        H1: Talks
        P: 5 April 2023 · Almaty
        P: In short
        P: A. Writer
        Figure alt=A full hall: ▣
          Caption: The hall A. Photographer
        P: An ornament
        P: First words of it.1
        Figure alt=A laid table: ▣
          Caption: A table
        H2: A subhead
        P: More words.
        Note
          P: 1 A note.""")


def test_lists_quotations_and_boxes_hold_what_is_in_them(desk: Desk) -> None:
    body = """
        - one
          - deep
        - two

          more of two

        3. three

        > Said.
        >
        > - in a quotation

        ::: box In a box
        Boxed words.
        :::
    """
    assert tree(desk, body) == dedent("""\
        H1: Talks
        P: April
        L
          LI
            Lbl: •
            LBody
              P: one
              L
                LI
                  Lbl: •
                  LBody
                    P: deep
          LI
            Lbl: •
            LBody
              P: two
              P: more of two
        L
          LI
            Lbl: 3.
            LBody
              P: three
        BlockQuote
          P: Said.
          L
            LI
              Lbl: •
              LBody
                P: in a quotation
        Aside
          H2: In a box
          P: Boxed words.""")


def test_a_table_has_a_cell_for_each_column_of_each_row_be_it_empty(desk: Desk) -> None:
    body = """
        | a | b |
        |---|---|
        | 1 |   |
        |   | 2 |
    """
    assert tree(desk, body) == dedent("""\
        H1: Talks
        P: April
        Table
          THead
            TR
              TH: a
              TH: b
          TBody
            TR
              TD: 1
              TD
            TR
              TD
              TD: 2""")


def test_a_pull_quote_that_repeats_the_text_is_not_read_and_another_one_is(desk: Desk) -> None:
    body = """
        The members agreed to meet again.

        ::: pull
        The members agreed
        :::

        ::: pull
        Nobody had said this
        :::

        The end.
    """
    issue, _, makeup, _ = made_up(written(desk, "", one=article("Talks", dedent(body))))
    made = structure(issue, makeup)
    assert "The members agreed\n" not in outlined(made, makeup)
    assert "Aside\n        P: Nobody had said this" in outlined(made, makeup)
    assert len(made.repeated) == 1


def test_an_article_in_another_language_says_so(desk: Desk) -> None:
    issue, _, makeup, _ = made_up(
        written(desk, "", one=article("Talks", "Words."), two=article("Беседы", "Слова.", "language: ru\n"))
    )
    assert [e.language for e in structure(issue, makeup).root.walk() if e.tag == "Art"] == ["", "ru"]


def test_what_stands_on_later_pages_is_read_with_its_article(desk: Desk) -> None:
    long = "\n\n".join(f"Paragraph {n}. {SENTENCE * 4}" for n in range(12))
    issue, _, makeup, _ = made_up(written(desk, "", one=article("First", long), two=article("Second", long)))
    assert len(makeup.pages) > 2
    arts = [e for e in structure(issue, makeup).root.walk() if e.tag == "Art"]
    assert [[child.tag for child in art.children] for art in arts] == [["H1", "P", *["P"] * 12]] * 2


# ---------------------------------------------------------------------- headings


def levels(*tags: str) -> list[int]:
    """The levels that headings come to have, in order, wherever they stand."""
    nested = Element("Document", (Element("Sect", tuple(map(Element, tags[:2]))), *map(Element, tags[2:])))
    return [level for e in ranked(nested).walk() if (level := heading_level(e.tag))]


@pytest.mark.parametrize(
    "wanted, given",
    [
        ("H2 H3 H3", [1, 2, 2]),
        ("H1 H2 H5 H5 H3", [1, 2, 3, 3, 3]),
        ("H1 H4 H3 H2", [1, 2, 2, 2]),
        ("H6 H1 H6", [1, 1, 2]),
        ("H1 H2 P H3 H1 H3", [1, 2, 3, 1, 2]),
    ],
)
def test_headings_begin_at_the_first_level_and_leave_none_out(wanted: str, given: list[int]) -> None:
    assert levels(*wanted.split()) == given


# ---------------------------------------------------------------------- the whole issue


@pytest.fixture(scope="module")
def whole(sample: Specimen) -> Structure:
    return structure(sample.issue, sample.makeup)


def test_the_sample_has_its_parts_and_every_article_in_the_order_of_the_manifest(
    sample: Specimen, whole: Structure
) -> None:
    headings = [e.block for e in whole.root.walk() if e.tag == "H2" and e.block.endswith("#headline")]
    assert headings == [f"{a.path}#headline" for s in sample.issue.sections for a in s.articles]
    firsts = [next((e for e in part.walk() if e.tag == "H1"), None) for part in whole.root.children]
    texts = [outlined(Structure(first), sample.makeup).removeprefix("H1: ") if first else "" for first in firsts]
    assert texts == ["Voice of Asia", "In this issue", *texts[2:3], "April", "May", "June", "In pictures", ""]


def test_every_photo_of_the_sample_is_described_once(sample: Specimen, whole: Structure) -> None:
    figures = [e.alt for e in whole.root.walk() if e.tag == "Figure"]
    issue = sample.issue
    own = [p for a in issue.articles() for p in a.photos]
    own += issue.manifest.gallery.photos if issue.manifest.gallery else ()
    own += [issue.manifest.foreword.portrait] if issue.manifest.foreword and issue.manifest.foreword.portrait else []
    cover = [issue.manifest.cover.alt] if issue.manifest.cover else []
    adverts = [f"Advertisement: {advert.alt}" for advert in issue.manifest.adverts]
    assert sorted(figures) == sorted([*(p.alt for p in own if not p.decorative), *cover, *adverts])


def test_no_block_of_the_sample_is_read_twice(whole: Structure) -> None:
    blocks = [e.block for e in whole.root.walk() if e.block]
    assert len(blocks) == len(set(blocks))
