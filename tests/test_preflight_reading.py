"""Reading out: what a screen reader meets in a finished file, and how lines and parts of words are joined."""

from __future__ import annotations

import pytest

from pipeline.preflight import Heard, Unreadable, read_aloud
from pipeline.preflight.content import Run
from pipeline.preflight.joining import joined
from tests.good_file import good_file
from tests.mutants import STRUCTURE
from tests.pdf_samples import blank, document


def heard(kind: str) -> list[Heard]:
    return [thing for thing in read_aloud(good_file()).heard if thing.kind == kind]


def line(text: str, x: float, y: float, width: float = 100, size: float = 10) -> Run:
    return Run(text, (x, y), (x + width, y), size)


def test_a_file_says_its_title_its_language_and_how_many_pages_it_has() -> None:
    found = read_aloud(good_file())
    assert (found.title, found.language, found.pages) == ("The Quarterly: A Digest, 2nd quarter 2023", "en-GB", 8)


def test_headings_are_heard_with_their_levels_in_reading_order() -> None:
    assert [(thing.level, thing.text) for thing in heard("heading")] == [
        (1, "The Quarterly"),
        (1, "In this issue"),
        (2, "April"),
        (1, "April"),
        (2, "Two days in Almaty"),
        (3, "What was agreed"),
        (3, "About the visit"),
        (2, "Talks in Tehran"),
    ]


def test_pictures_are_heard_by_their_alternative_texts_and_then_their_captions() -> None:
    assert [thing.text for thing in heard("picture")] == ["A road over hills.", "Rows of empty seats"]
    assert [thing.text for thing in heard("caption")] == ["The hall before the lecture A. Photographer"]


def test_list_items_have_their_labels_and_what_they_say() -> None:
    assert [(thing.label, thing.text) for thing in heard("list item")] == [
        ("•", "the first of two points;"),
        ("•", "the second of them."),
        ("1.", "a number;"),
        ("2.", "another one."),
    ]


def test_tables_are_heard_row_by_row_and_cell_by_cell() -> None:
    assert [thing.level for thing in heard("table")] == [3]
    assert [thing.cells for thing in heard("row")] == [
        ("City", "People"),
        ("Almaty", "2 million"),
        ("Tehran", "9 million"),
    ]
    assert [thing.heads for thing in heard("row")] == [(True, True), (False, False), (False, False)]


def test_links_are_heard_with_where_they_lead() -> None:
    assert [thing.links for thing in heard("contents entry")][:2] == [
        (("5 Two days in Almaty", "page 5"),),
        (("7 Talks in Tehran", "page 7"),),
    ]
    links = [link for thing in heard("paragraph") for link in thing.links]
    assert ("an address", "https://www.example.org/almaty") in links


def test_what_stands_apart_says_where_it_stands() -> None:
    inside = {thing.text: thing.inside for thing in read_aloud(good_file()).heard}
    assert inside["A box with a sentence in it."][-1] == "Aside"
    assert inside["A quotation that stands for itself."][-1] == "BlockQuote"


def test_words_divided_at_a_line_s_end_are_whole() -> None:
    text = read_aloud(good_file()).text()
    assert "found it efficient." in text
    assert "words enough for more than one line of a column" in text
    assert "\u00ad" not in text


def test_a_file_without_structure_says_nothing() -> None:
    assert read_aloud(document(blank)).heard == ()


def test_a_heading_that_says_nothing_is_heard_so() -> None:
    mutant = next(mutant for mutant in STRUCTURE if mutant.name == "an empty heading")
    found = read_aloud(mutant.made_of(good_file()))
    assert [thing.level for thing in found.heard if thing.kind == "heading" and not thing.text] == [3]


@pytest.mark.parametrize("data", [b"", b"no PDF at all", b"%PDF-1.7\n"], ids=["empty", "text", "a head"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_aloud(data)


def test_half_a_file_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_aloud(good_file()[:5000])


@pytest.mark.parametrize(
    "pieces,text",
    [
        pytest.param([line("one", 0, 20), line("two", 0, 10)], "one two", id="lines"),
        pytest.param([line("hy\u00ad", 0, 20), line("phen", 0, 10)], "hyphen", id="soft hyphen"),
        pytest.param([line("well-", 0, 20), line("known", 0, 10)], "well-known", id="hyphen"),
        pytest.param([line("there –", 0, 20), line("here", 0, 10)], "there – here", id="dash"),
        pytest.param([line("of", 0, 20), line("fice", 100.2, 20)], "office", id="kerned"),
        pytest.param([line("one", 0, 20), line("two", 104, 20)], "one two", id="apart"),
        pytest.param([line("one ", 0, 20), line("two", 104, 20)], "one two", id="with its blank"),
        pytest.param([line("T", 0, 0, 30, 36), line("he", 33, 24)], "The", id="initial"),
        pytest.param([line("hy\u00ad", 0, 20), None, line("phen", 0, 700)], "hyphen", id="over a page's end"),
        pytest.param([line("one", 0, 20), None, line("two", 0, 700)], "one two", id="pages"),
        pytest.param([line("foot", 300, 20), line("head", 0, 20)], "foot head", id="columns"),
    ],
)
def test_runs_are_joined_as_they_are_read(pieces: list[Run | None], text: str) -> None:
    assert joined(pieces) == text
