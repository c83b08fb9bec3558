"""Articles as they are read: blocks, inlines, photos, footnotes, and the front matter."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.article import (
    Article,
    Break,
    Inline,
    ItemList,
    Panel,
    Paragraph,
    Period,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
    read_article,
)
from pipeline.article.blocks import read_body
from pipeline.article.values import Block
from pipeline.diagnostic import Span
from tests.issue_desk import ARTICLE, FOLDER, Desk


def blocks(markdown: str) -> tuple[Block, ...]:
    return read_body(markdown, "a.md", 1).blocks


def looks(inlines: tuple[Inline, ...]) -> list[tuple[str, str]]:
    """Each inline with the names of its looks."""
    return [
        (i.text, " ".join(name for name in ("strong", "emphasis", "code", "href", "note") if getattr(i, name)))
        for i in inlines
    ]


def texts(held: tuple[Block, ...]) -> list[str]:
    """The words of blocks that are paragraphs, one text for each."""
    return ["".join(i.text for i in block.inlines) for block in held if isinstance(block, Paragraph)]


def read(desk: Desk) -> Article:
    article, report = read_article(desk.project.file("articles/almaty.md", FOLDER), "articles/almaty.md")
    assert article, [str(finding) for finding in report]
    return article


def test_a_paragraph_has_inlines_of_each_look() -> None:
    (paragraph,) = blocks("One *two **three*** `four` [five](https://a.org)[^1]\n\n[^1]: Six.")
    assert isinstance(paragraph, Paragraph)
    assert looks(paragraph.inlines) == [
        ("One ", ""),
        ("two ", "emphasis"),
        ("three", "strong emphasis"),
        (" ", ""),
        ("four", "code"),
        (" ", ""),
        ("five", "href"),
        ("", "note"),
    ]


def test_the_same_look_is_one_inline_with_escapes_and_entities_resolved() -> None:
    (paragraph,) = blocks("A \\*star\\* &amp; *a*\n*b* {c} _d")
    assert isinstance(paragraph, Paragraph)
    assert looks(paragraph.inlines) == [
        ("A *star* & ", ""),
        ("a", "emphasis"),
        (" ", ""),
        ("b", "emphasis"),
        (" {c} _d", ""),
    ]


def test_a_soft_line_end_is_a_blank_and_a_hard_one_is_kept() -> None:
    (paragraph,) = blocks("one\n  two  \nthree\\\nfour")
    assert isinstance(paragraph, Paragraph)
    assert [inline.text for inline in paragraph.inlines] == ["one two\nthree\nfour"]


def test_html_is_text() -> None:
    assert texts(blocks("<div>\none <b>two</b>\n</div>\n\n<!-- three -->")) == [
        "<div> one <b>two</b> </div>",
        "<!-- three -->",
    ]


def test_addresses_in_angle_brackets_are_links() -> None:
    (paragraph,) = blocks("<https://a.org/b> and <a@b.org>")
    assert isinstance(paragraph, Paragraph)
    assert [(i.text, i.href) for i in paragraph.inlines] == [
        ("https://a.org/b", "https://a.org/b"),
        (" and ", ""),
        ("a@b.org", "mailto:a@b.org"),
    ]


def test_subheads_breaks_and_quotations() -> None:
    made = blocks("## One\n\n***\n\n> Two\n>\n> > Three\n\n#### Four ####\nFive\n---\nSix")
    assert [type(block) for block in made] == [Subhead, Break, Quotation, Subhead, Paragraph, Break, Paragraph]
    assert [block.level for block in made if isinstance(block, Subhead)] == [2, 4]
    quotation = made[2]
    assert isinstance(quotation, Quotation)
    assert isinstance(quotation.blocks[1], Quotation)


def test_a_first_level_heading_is_set_as_a_subhead() -> None:
    (subhead,) = blocks("# One")
    assert isinstance(subhead, Subhead)
    assert subhead.level == 2


def test_lists_nest_and_keep_their_number() -> None:
    made = blocks("4. one\n   - two\n   - three\n5. four\n\n- five")
    first, second = made
    assert isinstance(first, ItemList)
    assert isinstance(second, ItemList)
    assert (first.ordered, first.start, len(first.items)) == (True, 4, 2)
    inner = first.items[0][1]
    assert isinstance(inner, ItemList)
    assert [texts(item) for item in inner.items] == [["two"], ["three"]]
    assert (second.ordered, second.start) == (False, 1)


def test_a_list_may_begin_with_nought() -> None:
    (made,) = blocks("0. one")
    assert isinstance(made, ItemList)
    assert made.start == 0


def test_a_table_has_a_head_rows_and_alignment() -> None:
    (table,) = blocks("| a | *b* | c |\n|:--|:-:|--:|\n| 1 | 2\\|3 | |")
    assert isinstance(table, Table)
    assert [looks(cell) for cell in table.header] == [[("a", "")], [("b", "emphasis")], [("c", "")]]
    assert [[looks(cell) for cell in row] for row in table.rows] == [[[("1", "")], [("2|3", "")], []]]
    assert table.align == ("left", "center", "right")


def test_containers_are_pulls_and_panels_with_titles() -> None:
    pull, panel = blocks("::: pull\nOne\n:::\n::: box Two *three*\n- four\n:::")
    assert isinstance(pull, Pull)
    assert texts(pull.blocks) == ["One"]
    assert isinstance(panel, Panel)
    assert looks(panel.title) == [("Two ", ""), ("three", "emphasis")]
    assert panel.title[1].span == Span("a.md", 4, 14)
    assert isinstance(panel.blocks[0], ItemList)


def test_a_longer_container_holds_a_shorter_one() -> None:
    (panel,) = blocks(":::: box Outer\n::: pull\nWords\n:::\nMore\n::::")
    assert isinstance(panel, Panel)
    assert [type(block) for block in panel.blocks] == [Pull, Paragraph]


def test_a_photo_alone_in_its_paragraph_has_a_place() -> None:
    made = blocks('One\n\n![A tree](<photos/a b.jpg> "Title")\n![](photos/б.jpg)\n\nTwo')
    assert [type(block) for block in made] == [Paragraph, PhotoPlace, PhotoPlace, Paragraph]
    assert made[1:3] == (
        PhotoPlace("photos/a b.jpg", "A tree", "Title", Span("a.md", 3, 1)),
        PhotoPlace("photos/б.jpg", "", "", Span("a.md", 4, 1)),
    )


def test_a_photo_in_a_list_a_cell_or_a_line_follows_its_block() -> None:
    made = blocks("- one\n\n  ![](a.jpg)\n\n| ![](b.jpg) |\n|---|\n\ntwo ![](c.jpg) three")
    assert [type(block) for block in made] == [ItemList, PhotoPlace, Table, PhotoPlace, Paragraph, PhotoPlace]
    assert texts(made[4:5]) == ["two three"]


def test_footnotes_come_in_the_order_of_their_marks() -> None:
    body = read_body("a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^x]: ex\n\n    and more", "a.md", 1)
    assert [(note.label, texts(note.blocks)) for note in body.notes] == [("x", ["ex", "and more"]), ("y", ["why"])]
    assert body.findings == ()


def test_addresses_kept_apart_are_used() -> None:
    body = read_body("See [this][a] and ![tree][b].\n\n[a]: https://a.org\n[b]: photos/b.jpg", "a.md", 1)
    assert [finding.code for finding in body.findings] == ["W204"]
    (paragraph, photo) = body.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[1].href == "https://a.org"
    assert isinstance(photo, PhotoPlace)
    assert photo.file == "photos/b.jpg"


def test_code_blocks_keep_their_lines() -> None:
    (paragraph,) = blocks("```\nx = 1\n  y\n```")
    assert isinstance(paragraph, Paragraph)
    assert looks(paragraph.inlines) == [("x = 1\n  y", "code")]
    assert paragraph.inlines[0].at(8) == Span("a.md", 3, 3)


def test_words_are_those_of_the_text_below_the_front_matter(desk: Desk) -> None:
    desk.body("One two — three.\n\n## Four\n\n- five[^1]\n\n[^1]: Six 7.\n")
    assert read(desk).words == 7


def test_spans_count_from_the_beginning_of_the_file(desk: Desk) -> None:
    article = read(desk)
    assert article.blocks[0].span == Span(f"{FOLDER}/articles/almaty.md", 5, 1)
    assert article.head.span("date") == Span(f"{FOLDER}/articles/almaty.md", 3, 7)
    assert [text for text, _ in article.texts()] == ["Two days in Almaty", "The visit began with a lecture."]


@pytest.mark.parametrize("mark,end", [("", "\r\n"), ("\ufeff", "\n"), ("", "\r"), ("\ufeff", "\r\n")])
def test_line_ends_and_marks_of_other_systems_make_no_difference(desk: Desk, mark: str, end: str) -> None:
    text = ARTICLE + "\nWord *word*[^1]  \nend.\n\n[^1]: Note.\n"
    expected = read(desk.article(text))
    changed = read(desk.article(mark + text.replace("\n", end)))
    assert changed.blocks == expected.blocks
    assert changed.notes == expected.notes
    assert changed.head.span("title") == expected.head.span("title")


def test_front_matter_and_places_in_the_text_make_one_photo(desk: Desk) -> None:
    more = '![Theirs](photos/b.jpg)\n\n![New](photos/c.jpg "Line")\n\n![Seen](photos/a.jpg "Line")\n'
    front = "photos:\n  - {file: photos/a.jpg, credit: C}\n  - {file: photos/b.jpg, alt: Mine}\n"
    desk.article(ARTICLE.replace("04-05\n", f"04-05\n{front}") + f"\n{more}")
    photos = [(p.file, p.alt, p.caption, p.credit) for p in read(desk).photos]
    assert photos == [
        ("photos/a.jpg", "Seen", "Line", "C"),
        ("photos/b.jpg", "Mine", "", ""),
        ("photos/c.jpg", "New", "Line", ""),
    ]
    article = read(desk)
    places = [block for block in article.blocks if isinstance(block, PhotoPlace)]
    assert [article.photo(place).file for place in places] == ["photos/b.jpg", "photos/c.jpg", "photos/a.jpg"]
    assert article.photos[2].span("alt") == places[1].span


@pytest.mark.parametrize(
    "text,first,last",
    [
        ("2023-04-05", date(2023, 4, 5), date(2023, 4, 5)),
        ("2023-04-05/2023-05-01", date(2023, 4, 5), date(2023, 5, 1)),
        ("2023-04-05/06", date(2023, 4, 5), date(2023, 4, 6)),
        ("2023-03-30/04-02", date(2023, 3, 30), date(2023, 4, 2)),
    ],
)
def test_a_period_is_a_day_or_an_interval(text: str, first: date, last: date) -> None:
    assert Period.parse(text) == Period(first, last)
    assert Period.parse(text).one_day == (first == last)


@pytest.mark.parametrize(
    "text", ["", "April", "2023-4-5", "2023-04-05/", "2023-04-31", "2023-04-05/2023-04-04", "/2023-04-05"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"a date is wanted|run backwards"):
        Period.parse(text)
