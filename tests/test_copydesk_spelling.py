"""Spelling by hunspell dictionaries: where they are looked for, what is learned from the issue, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.copydesk import why_not_spelled
from pipeline.project import Project
from tests.copydesk_desk import codes, remarks_on, told
from tests.issue_desk import Desk

WORDS = (
    "the",
    "council",
    "met",
    "and",
    "spoke",
    "about",
    "trade",
    "well",
    "known",
    "member/S",
    "its",
    "in",
    "hall",
    "road",
)
AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n"


@pytest.fixture
def spelled(desk: Desk) -> Desk:
    """The desk with a dictionary of a few words in its project."""
    return with_dictionary(desk, "en_GB")


def with_dictionary(desk: Desk, name: str, words: tuple[str, ...] = WORDS) -> Desk:
    desk.write(f"dictionaries/{name}.aff", AFFIXES)
    return desk.write(f"dictionaries/{name}.dic", "\n".join([str(len(words)), *words, ""]))


def test_a_word_that_the_dictionary_lacks_is_told_once_with_what_may_be_meant(spelled: Desk) -> None:
    text = "The council met and spoke about trdae. Its members met; a well-known member spoke about trdae."
    assert told(remarks_on(spelled, text)) == ["a0.md:4:33  A277  “trdae” is in no dictionary.  Did you mean trade?"]


@pytest.mark.parametrize(
    "text",
    [
        "The council met Zhanseit and Zhanseit’s member.",
        "The council spoke about *akimats* in www.akimats.org.",
        "The council met the headline.",
        "The council spoke about sakura.",
    ],
)
def test_names_titles_italics_addresses_and_the_words_of_the_list_are_right(spelled: Desk, text: str) -> None:
    assert told(remarks_on(spelled, text, style="known: [sakura]\n")) == []


def test_what_was_told_already_is_not_told_as_spelling(spelled: Desk) -> None:
    assert codes(remarks_on(spelled, "The council met inthe hall.")) == {"A261"}


def test_a_new_word_is_looked_up_though_others_are_kept(spelled: Desk) -> None:
    assert codes(remarks_on(spelled, "The council met.")) == set()
    assert codes(remarks_on(spelled, "The council met trdae.")) == {"A277"}
    assert codes(remarks_on(with_dictionary(spelled, "en_GB", (*WORDS, "trdae")), "The council met trdae.")) == set()


@pytest.mark.parametrize(
    "language,name,found",
    [
        ("en-GB", "en_GB", True),
        ("en-GB", "en_US", False),
        ("en-GB", "en", True),
        ("ru", "ru_RU", True),
        ("kk", "ru", False),
    ],
)
def test_a_dictionary_is_found_by_its_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str, name: str, *, found: bool
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(desk.root / "nowhere"))
    dictionary = with_dictionary(desk, name).project.dictionary(language)
    assert (dictionary is not None) == found
    assert dictionary is None or dictionary.name == name


def test_installed_dictionaries_are_found_behind_the_projects_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    share = desk.root / "share"
    (share / "hunspell").mkdir(parents=True)
    for ending in ("aff", "dic"):
        (share / "hunspell" / f"en_GB.{ending}").write_text("0\n", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_DIRS", str(share))
    found = desk.project.dictionary("en-GB")
    assert found
    assert found.words.place == share / "hunspell" / "en_GB.dic"
    own = with_dictionary(desk, "en_GB").project.dictionary("en-GB")
    assert own
    assert own.words.place == desk.root / "dictionaries" / "en_GB.dic"


def test_what_spelling_needs_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(desk.root / "nowhere"))
    assert "no hunspell dictionary for en-GB (dictionaries/en_GB.aff" in why_not_spelled(desk.project, desk.issue())
    with_dictionary(desk, "en_GB")
    assert why_not_spelled(desk.project, desk.issue()) == ""
    monkeypatch.setattr("pipeline.copydesk.desk.find_spec", lambda _: None)
    assert "digest-pipeline[spelling]" in why_not_spelled(desk.project, desk.issue())


def test_a_files_fingerprint_changes_with_its_beginning_its_end_and_its_size(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    project = Project.around(tmp_path)
    marks = set()
    for data in (b"a" * 200_000, b"b" + b"a" * 199_999, b"a" * 199_999 + b"b", b"a" * 200_001, b"a"):
        (tmp_path / "issues" / "x.bin").write_bytes(data)
        marks.add(project.file("issues/x.bin").fingerprint())
    assert len(marks) == 5
