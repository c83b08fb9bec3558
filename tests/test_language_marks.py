"""Quotation marks, dashes, ellipses and ties as languages set them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import tie_pieces, ties, typeset_text

LANGUAGES = st.sampled_from(["en-GB", "ru", "de", "fr", "kk", "tr", "pl", "vi"])
PIECES = st.lists(st.text(st.sampled_from("abЯя019 .,-–'\"«»!?:/@()\u00a0"), max_size=20), max_size=5)


def typeset(text: str, language: str) -> str:
    return typeset_text([text], language)[0]


@pytest.mark.parametrize(
    "language, typed, printed",
    [
        ("en-GB", '"Yes," he said, "it\'s \'new\'."', "“Yes,” he said, “it’s ‘new’.”"),
        ("en-GB", '"a "b" c"', "“a ‘b’ c”"),
        ("en-GB", '("yes") \'"no"\'', "(“yes”) ‘“no”’"),
        ("ru", '"Газета "Труд" вышла"', "«Газета „Труд“ вышла»"),
        ("kk", '"Алаң"', "«Алаң»"),
        ("tg", '"Рӯз"', "«Рӯз»"),
        ("de", "\"Ja\" und 'nein'", "„Ja“ und ‚nein‘"),
        ("de-CH", '"Ja"', "«Ja»"),
        ("fr", '"Oui" : non !', "«\u202fOui\u202f»\u202f: non\u202f!"),
        ("tr", '"Evet"', "“Evet”"),
        ("az", '"Bəli"', "“Bəli”"),
        ("vi", '"Vâng"', "“Vâng”"),
        ("pl", '"Tak"', "„Tak”"),
        ("xx", '"yes"', "“yes”"),
    ],
)
def test_straight_quotes_become_the_languages_own(language: str, typed: str, printed: str) -> None:
    assert typeset(typed, language) == printed


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("don't", "don’t"),
        ("the members' rights", "the members’ rights"),
        ("the '90s and '68", "the ’90s and ’68"),
        ("'tis", "’tis"),
        ("a 12\" disc 5' long", "a 12\" disc 5' long"),
        ("the 'members' of it", "the ‘members’ of it"),
    ],
)
def test_apostrophes_are_told_from_quotes_and_what_is_doubtful_stays(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed


@pytest.mark.parametrize(
    "language, typed, printed",
    [
        ("en", "word - word", "word – word"),
        ("en", "word -- word", "word – word"),
        ("en", "word--word --- word", "word—word — word"),
        ("ru", "слово - слово", "слово — слово"),
        ("ru", "- Да", "— Да"),
        ("en", "- item", "- item"),
        ("en", "5-6 April, pp. 12-15.", "5–6 April, pp. 12–15."),
        ("en", "2023-24", "2023–24"),
        (
            "en",
            "well-known COVID-19, 2023-04-05, 9-5, +7 (7172) 57-65",
            "well-known COVID-19, 2023-04-05, 9-5, +7 (7172) 57-65",
        ),
        ("en", "ISSN 1234-5678", "ISSN 1234-5678"),
        ("en", "and so on... (c)", "and so on… (c)"),
        ("en", "....", "...."),
    ],
)
def test_hyphens_and_dots_become_dashes_and_ellipses(language: str, typed: str, printed: str) -> None:
    assert typeset(typed, language) == printed


def test_a_quotation_may_open_in_one_piece_and_close_in_another() -> None:
    assert typeset_text(['He said "', "no", '".'], "en") == ["He said “", "no", "”."]
    assert typeset_text(["5", "-6 - ", "..."], "en") == ["5", "–6 – ", "…"]
    assert typeset_text(['"', '"Труд"', '"'], "ru") == ["«", "„Труд“", "»"]
    assert typeset_text([], "en") == []


def test_addresses_are_left_alone() -> None:
    text = "see https://a.org/x--y/1-2?q='z' or o'neil-1-2@a--b.org"
    assert typeset(text, "en") == text


@pytest.mark.parametrize(
    "language, typed, tied",
    [
        ("en", "Mr Sarybay and Ms Chi Fang", "Mr~Sarybay and Ms~Chi Fang"),
        ("en", "H.E. Dr. Chi, St Petersburg", "H.E.~Dr.~Chi, St~Petersburg"),
        ("en", "Dr A. J. R. Hasan, Md. Kamrul", "Dr~A.~J.~R.~Hasan, Md.~Kamrul"),
        ("en", "on 10 April 2023 and April 10, in May 2023", "on 10~April 2023 and April~10, in May 2023"),
        ("en", "5–6 April", "5–6~April"),
        ("en", "38 km, 5 %, 3 million, 10 000 people", "38~km, 5~%, 3~million, 10~000 people"),
        ("en", "No. 5, § 4, p. 5, Article 7, Table 2", "No.~5, §~4, p.~5, Article~7, Table~2"),
        ("en", "one – two — three", "one~– two~— three"),
        ("en", "Charles III, Smith Jr", "Charles~III, Smith~Jr"),
        ("en", "a house of 28 states", "a house of 28 states"),
        ("en", "in 2023 the group", "in 2023 the group"),
        ("ru", "г-н Иванов А. Б. и г-жа Ким", "г-н~Иванов А.~Б. и~г-жа~Ким"),
        ("ru", "5 апреля 2023 г. в г. Астана", "5~апреля 2023~г. в~г.~Астана"),
        ("ru", "мир — в доме, и т. д., № 5", "мир~— в~доме, и~т.~д., №~5"),
        ("pl", "w domu i z nami", "w~domu i~z~nami"),
        ("kk", "38 км", "38~км"),
        ("fr", "Qui ? Moi : « oui »", "Qui~? Moi~: «~oui~»"),
    ],
)
def test_what_must_not_part_is_tied(language: str, typed: str, tied: str) -> None:
    assert ties(typed, language).replace("\u00a0", "~") == tied


def test_ties_hold_across_pieces() -> None:
    assert tie_pieces(["Mr", " ", "Sarybay, 10", " April"], "en") == ["Mr", "\u00a0", "Sarybay, 10", "\u00a0April"]


@given(PIECES, LANGUAGES)
def test_typesetting_changes_marks_only(pieces: list[str], language: str) -> None:
    done = typeset_text(pieces, language)
    assert len(done) == len(pieces)
    for before, after in zip(pieces, done, strict=True):
        assert re.sub(r"[^\w@/]", "", after) == re.sub(r"[^\w@/]", "", before)
        assert after.count("(") == before.count("(")


@given(PIECES, LANGUAGES)
def test_typesetting_twice_is_typesetting_once_where_no_straight_mark_is_left(pieces: list[str], language: str) -> None:
    (once,) = typeset_text(["".join(pieces)], language)
    if not set(once) & set("'\"-"):
        assert typeset_text([once], language) == [once]


@given(st.text(st.sampled_from("Mr. Dr9 1kmПв—–«»!А\u00a0 \n"), max_size=60), LANGUAGES)
def test_ties_change_spaces_only_and_keep_the_length(text: str, language: str) -> None:
    tied = ties(text, language)
    assert tied.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert all(after == before or (before, after) == (" ", "\u00a0") for before, after in zip(text, tied, strict=True))
    assert ties(tied, language).replace("\u00a0", " ") == text.replace("\u00a0", " ")
