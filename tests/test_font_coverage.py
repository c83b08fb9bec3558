"""Falling back from one family to the next, and naming what no family has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostic import Span
from pipeline.font import Face, split_by_coverage, uncovered
from pipeline.font.coverage import ALPHABETS, clusters
from tests.font_samples import LETTERS, Recipe, build_font

LATIN = Face(build_font())
CYRILLIC = Face(build_font(Recipe(family="Second", letters=LETTERS + "абвгде")))
FACES = (LATIN, CYRILLIC)


def test_text_is_split_where_the_first_family_lacks_letters() -> None:
    stretches, absent = split_by_coverage("ab где ef", FACES)
    assert [(face.family, text) for face, text in stretches] == [
        ("Sample", "ab "),
        ("Second", "где"),
        ("Sample", " ef"),
    ]
    assert absent == ()


def test_what_no_family_has_is_listed_once_in_order() -> None:
    stretches, absent = split_by_coverage("a☃b→☃", FACES)
    assert absent == ("☃", "→")
    assert "".join(text for _, text in stretches) == "a☃b→☃"


def test_an_accent_stays_with_its_letter() -> None:
    accented = Face(build_font(Recipe(family="Accents", letters="abe\u0301fi AV")))
    stretches, absent = split_by_coverage("abe\u0301ab", (LATIN, accented))
    assert [(face.family, text) for face, text in stretches] == [
        ("Sample", "ab"),
        ("Accents", "e\u0301"),
        ("Sample", "ab"),
    ]
    assert absent == ()


def test_only_the_accent_is_reported_when_its_letter_is_there() -> None:
    assert split_by_coverage("ze\u0323", (LATIN,))[1] == ("\u0323",)


@given(st.text("abzAV где☃\u0301\u200d", max_size=20))
def test_nothing_of_a_text_is_lost_in_splitting(text: str) -> None:
    stretches, absent = split_by_coverage(text, FACES)
    assert "".join(part for _, part in stretches) == text
    for face, part in stretches:
        assert set(face.missing(part)) <= set(absent)


@given(st.text(max_size=30))
def test_clusters_make_up_their_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_joined_signs_are_one_cluster() -> None:
    assert list(clusters("e\u0301👩\u200d🚀x")) == ["e\u0301", "👩\u200d🚀", "x"]


def test_a_missing_character_is_named_with_its_line() -> None:
    finding = uncovered("→", Span("articles/escap.md", 14, 3))
    assert str(finding).startswith(
        "articles/escap.md:14:3  E321  No font has the character “→”, U+2192 (rightwards arrow)."
    )


@pytest.mark.parametrize("character", ["\u0301", "\u200b"])
def test_a_character_that_cannot_be_seen_is_named_by_its_number_alone(character: str) -> None:
    assert character not in uncovered(character).message
    assert f"U+{ord(character):04X}" in uncovered(character).message


@pytest.mark.parametrize("language", ALPHABETS)
def test_each_alphabet_has_every_letter_once(language: str) -> None:
    _, letters = ALPHABETS[language]
    assert len(set(letters)) == len(letters)
    assert all(letter.isalpha() or letter in "’¡¿" for letter in letters)


def test_vietnamese_has_all_its_tones() -> None:
    assert set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ") <= set(ALPHABETS["vi"][1])
