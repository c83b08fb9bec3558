"""Forms, chats and pages copied whole: what says which part of them is the release."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.importers.chat import chat_in
from pipeline.importers.form import field_of, fields_apart
from pipeline.importers.pasted import around
from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.values import Release, Source
from tests.release_sources import PHOTO, TITLE, A, B, C
from tests.word_maker import WordFile, paragraph, picture, table


def said(release: Release) -> list[str]:
    return [words_in(block) for block in release.blocks]


def listed(release: Release) -> str:
    return " ".join(item.text for item in release.dropped)


def text(*paragraphs: str, name: str = "a.txt") -> Release:
    return read_release(Source(name, "\n\n".join(paragraphs).encode()))


def word(*blocks: str, **pictures: bytes) -> Release:
    return read_release(Source("a.docx", WordFile(list(blocks), pictures=pictures).bytes()))


def test_a_table_of_labels_says_headline_day_and_author_and_the_rest_is_listed() -> None:
    rows = (("Title", TITLE), ("Date", "5 December 2019"), ("Author", "Jane Lee"), ("Word count", "214"))
    release = word(table(*rows), *map(paragraph, (A, B, C)))
    assert (release.headline, release.date, release.byline) == (TITLE, date(2019, 12, 5), "Jane Lee")
    assert said(release) == [A, B, C]
    assert "Word count 214" in listed(release)


def test_a_table_with_two_fields_in_a_row_is_a_form() -> None:
    release = word(
        table(("Заголовок", TITLE, "Дата", "05.12.2019"), ("Отдел", "Озёр", "Телефон", "12-34")), paragraph(A)
    )
    assert (release.headline, release.date, said(release)) == (TITLE, date(2019, 12, 5), [A])


def test_a_form_that_holds_the_text_gives_it_with_the_caption_of_the_only_picture() -> None:
    rows = (
        *(("Headline", TITLE), ("Release date", "5 December 2019")),
        *(("Text", paragraph(A) + paragraph(B) + paragraph(C)), ("Photo caption", "The boats at noon")),
    )
    release = word(table(*rows), paragraph(picture("rP")), rP=PHOTO)
    assert (release.headline, said(release)) == (TITLE, [A, B, C])
    assert [found.caption for found in release.pictures] == ["The boats at noon"]


def test_a_table_of_figures_is_none() -> None:
    release = word(
        paragraph(TITLE), paragraph(A), table(("Lake", "Depth"), ("North", "12"), ("South", "14")), paragraph(B)
    )
    assert "Lake Depth North 12 South 14" in said(release)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_lines_with_labels_above_a_text_are_a_form(name: str) -> None:
    head = f"Title: {TITLE}\nDate: 5 December 2019\nFor use: immediate\nPlace: Aktau"
    release = text(head, A, B, name=name)
    assert (release.headline, release.date, release.place) == (TITLE, date(2019, 12, 5), "Aktau")
    assert said(release) == [A, B]


def test_properties_below_the_headline_of_a_note_are_no_text() -> None:
    release = text(f"# {TITLE}", "Date: December 5, 2019\nAuthor: Jane Lee\nStatus: Final", A, B, name="a.md")
    assert (release.date, release.byline, said(release)) == (date(2019, 12, 5), "Jane Lee", [A, B])


def test_one_line_that_names_the_headline_is_enough() -> None:
    assert text("PRESS RELEASE", f"Headline: {TITLE}", "5 December 2019", A, B).headline == TITLE


def test_paragraphs_that_begin_with_a_word_and_a_colon_stay() -> None:
    release = text(TITLE, "5 December 2019", A, f"Results: {B}", f"Contact: {C}")
    assert said(release) == [A, f"Results: {B}", f"Contact: {C}"]


@given(st.text(max_size=80))
def test_any_line_is_a_field_or_none(line: str) -> None:
    kind, rest = field_of(line)
    assert bool(kind) or not rest or rest in line
    assert fields_apart(line).replace("\n", "") == line.replace("\n", "")


STAMPS = (
    "[05/12/2019, 14:07:31] Press: {}",
    "05.12.2019, 14:07 - Press: {}",
    "12/5/19, 2:07 PM - Press: {}",
    "Press, [05.12.2019 14:07]\n{}",
    "[ 5 декабря 2019 г. 14:07 ] Press: {}",
)


@pytest.mark.parametrize("stamp", STAMPS)
def test_names_and_times_of_a_chat_are_listed_and_tell_the_day(stamp: str) -> None:
    release = text(stamp.format(f"*{TITLE}*"), A, f"_{B}_", "• one boat\n• two nets", C)
    assert (release.headline, release.date) == (TITLE, date(2019, 12, 5))
    assert said(release) == [A, B, "one boat two nets", C]
    assert "Press" in listed(release)


def test_other_messages_of_a_chat_and_what_stands_for_pictures_are_listed() -> None:
    lines = (
        "05.12.2019, 14:00 - Messages are end-to-end encrypted.",
        "05.12.2019, 14:05 - Press: IMG-1.jpg (file attached)",
        f"05.12.2019, 14:07 - Press: {TITLE}\n\n{A}\n\n{B}",
        "05.12.2019, 14:30 - Desk: Thank you!",
    )
    release = text("\n".join(lines))
    assert (release.headline, said(release)) == (TITLE, [A, B])
    assert all(part in listed(release) for part in ("encrypted", "IMG-1.jpg", "Thank you!"))


def test_a_text_with_hours_in_it_is_no_chat() -> None:
    assert chat_in([TITLE, "", "5 December 2019, 14:07 - doors open: all welcome"], []) is None


MENU = "Skip to content\nLake City\nMenu\nSearch\nHome\nNews"
FOOT = "Share\nFacebook\nE-mail\nMore news\nAnother story of the lakes\n4 December 2019\nImprint\nPrivacy\n© Lake City"


@pytest.mark.parametrize(
    "head", [f"{TITLE}\n5 December 2019", f"{TITLE}\n{TITLE}\n5 December 2019", f"5 December 2019\n{TITLE}"]
)
def test_a_page_that_was_copied_whole_gives_its_article(head: str) -> None:
    release = text(f"{MENU}\n{head}", A, B, f"What follows\n{C}", FOOT)
    assert (release.headline, release.date) == (TITLE, date(2019, 12, 5))
    assert said(release) == [A, B, "What follows", C]
    assert all(line in listed(release) for line in ("Lake City", "Another story of the lakes", "Imprint"))


def test_a_text_with_a_button_or_two_is_no_page() -> None:
    assert around([TITLE, A, B, "Share", C]) is None


def test_a_headline_in_two_lines_is_one_and_one_with_a_longer_line_below_stays_alone() -> None:
    wrapped = text("Otters return to the Amble\nafter Ninety Years away", A, B)
    assert wrapped.headline == "Otters return to the Amble after Ninety Years away"
    assert text("Otters return to the Amble\nCameras film a family of four below the weir", A, B).headline == (
        "Otters return to the Amble"
    )


def test_a_bold_headline_below_plain_lines_about_the_sending_is_the_headline() -> None:
    from tests.word_maker import run

    lines = (paragraph("To the editors of the digest"), paragraph(run(TITLE, bold=True)), paragraph("5 December 2019"))
    release = word(*lines, paragraph(A), paragraph(B))
    assert (release.headline, said(release)) == (TITLE, [A, B])
