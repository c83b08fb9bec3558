"""Twenty-five sources in five formats: what is text is in the article, what is not is listed, and facts are right."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.importers import Release, Source, read_release
from pipeline.importers.runs import words_in
from tests.reading_articles import paragraphs_of
from tests.release_letters import letters as letters_to_editors
from tests.release_letters import texts
from tests.release_sources import Case, pages_of_text, pages_of_things, word_files

CASES: tuple[Case, ...] = (
    *pages_of_text(), *pages_of_things(), *word_files(), *letters_to_editors(), *texts(),
)  # fmt: skip
IDS = [case.name for case in CASES]


@pytest.fixture(scope="module")
def releases() -> dict[str, Release]:
    return {case.name: read_release(Source(case.name, case.data, case.beside.get)) for case in CASES}


def test_there_are_twenty_five_sources_in_five_formats() -> None:
    assert len(CASES) == len({case.name for case in CASES}) >= 25
    assert {case.name.rsplit(".", 1)[1] for case in CASES} == {"html", "docx", "eml", "txt", "md"}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_text_is_whole_and_nothing_else_is_in_it(case: Case, releases: dict[str, Release]) -> None:
    release = releases[case.name]
    assert paragraphs_of(release.blocks) == list(case.paragraphs)
    assert [" ".join(map(words_in, note.blocks)) for note in release.notes] == list(case.notes)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_headline_day_place_and_author_are_right(case: Case, releases: dict[str, Release]) -> None:
    release = releases[case.name]
    facts = (release.headline, str(release.date), release.standfirst, release.place, release.byline)
    assert facts == (case.headline, case.day, case.standfirst, case.place, case.byline)
    assert release.proposed is bool(case.standfirst)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_pictures_have_their_captions_credits_and_descriptions(case: Case, releases: dict[str, Release]) -> None:
    found = [(picture.caption, picture.credit, picture.alt) for picture in releases[case.name].pictures]
    assert found == list(case.pictures)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_all_that_was_left_out_is_listed(case: Case, releases: dict[str, Release]) -> None:
    listed = {plain_text(item.text) for item in releases[case.name].dropped}
    assert {plain_text(text) for text in case.dropped} <= listed


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if c.name.endswith((".html", ".txt")) or c.name == "plain.eml"],
    ids=lambda case: case.name,
)
def test_every_letter_of_the_source_is_in_the_article_or_in_the_list(case: Case, releases: dict[str, Release]) -> None:
    release = releases[case.name]
    assert letters(*release.raw) == letters(*kept(release))


def kept(release: Release) -> list[str]:
    """Everything that was made of a source's text, each once."""
    listed = [item.text for item in release.dropped if not item.why.startswith(("small picture", "emblem"))]
    pictures = [text for picture in release.pictures for text in (picture.caption, picture.credit)]
    notes = [words_in(block) for note in release.notes for block in note.blocks]
    return [release.standfirst or release.headline, *map(words_in, release.blocks), *notes, *pictures, *listed]


def letters(*texts: str) -> Counter[str]:
    """Letters alone: a blank, a hyphen or the number of a note may be set anew."""
    return Counter(letter for text in texts for letter in text if letter.isalpha())


def plain_text(text: str) -> str:
    return " ".join(text.split())


def test_a_source_of_every_format_tells_where_its_pictures_are_linked(releases: dict[str, Release]) -> None:
    linked = {name for name, release in releases.items() if any(f.code == "W812" for f in release.findings)}
    assert linked == {"figure.html", "pictures.docx"}


def test_repairs_of_a_text_from_old_pages_are_listed_one_by_one(releases: dict[str, Release]) -> None:
    repairs = releases["pages.txt"].repairs
    assert [repair.before for repair in repairs if "word" in repair.what] == ["memoran-dum"]
    assert sum("sentence" in repair.what for repair in repairs) == 2
    assert any("bold" in repair.what for repair in releases["noise.md"].repairs)


def test_an_encoding_that_was_guessed_is_told(releases: dict[str, Release]) -> None:
    guessed = {name for name, release in releases.items() if any(f.code == "W820" for f in release.findings)}
    assert guessed == {"lined.txt"}
