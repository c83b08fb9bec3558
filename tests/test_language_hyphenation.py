"""Where words may be divided: hyphenation, addresses, break opportunities."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import Hyphenator, break_opportunities, url_breaks, words

BRITISH = Hyphenator("en-GB")
RUSSIAN = Hyphenator("ru")
TOKENS = st.text(st.characters(categories=["Ll", "Lu", "Nd", "Po", "Pd", "Pi", "Pf"]), max_size=24)


class Shelf:
    """A cache in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def divided(word: str, hyphenator: Hyphenator = BRITISH) -> str:
    places = (0, *hyphenator.positions(word), len(word))
    return "|".join(word[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    "language, word, syllables",
    [
        ("en-GB", "international", "in|ter|na|tional"),
        ("en-US", "international", "in|ter|na|tional"),
        ("en-GB", "Kazakhstan", "Ka|zakh|stan"),
        ("ru", "сотрудничество", "со|труд|ни|че|ство"),
        ("uk", "Україна", "Укра|їна"),
        ("de-AT", "Außenministerium", "Au|ßen|mi|nis|te|rium"),
        ("fr", "coopération", "co|opé|ra|tion"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(language: str, word: str, syllables: str) -> None:
    assert divided(word, Hyphenator(language)) == syllables


def test_punctuation_around_a_word_stays_with_it() -> None:
    assert divided("“international,”") == "“in|ter|na|tional,”"
    assert divided("(members’") == "(mem|bers’"


@pytest.mark.parametrize(
    "word",
    [
        "unit",
        "a",
        "",
        "CONFIDENCE",
        "COVID-19",
        "2023",
        "info@example.org",
        "https://example.org/documents",
        "example.org",
    ],
)
def test_short_words_capitals_numbers_and_addresses_are_not_divided(word: str) -> None:
    assert BRITISH.positions(word) == ()


def test_only_long_parts_of_a_compound_are_divided() -> None:
    assert divided("counter-terrorism") == "counter-ter|ror|ism"
    assert divided("medium-sized") == "medium-sized"


def test_a_piece_without_a_vowel_is_never_alone() -> None:
    assert divided("position") == "posi|tion"
    assert divided("relative") == "relat|ive"
    assert divided("Zusammenarbeit", Hyphenator("de")) == "Zu|sam|menarbeit"


def test_soft_hyphens_are_the_authors_word() -> None:
    assert divided("Shang\u00adhai\u00adborn") == "Shang\u00ad|hai\u00ad|born"
    assert divided("\u00adinternational\u00ad") == "\u00adinternational\u00ad"


def test_a_break_that_would_change_the_spelling_is_left_out() -> None:
    assert divided("asszonnyal", Hyphenator("hu")) == "asszonnyal"


@pytest.mark.parametrize("language", ["kk", "tr", "xx", "vi"])
def test_a_language_without_patterns_is_not_hyphenated(language: str) -> None:
    assert Hyphenator(language).positions("international") == ()


def test_patterns_come_from_the_cache_the_second_time() -> None:
    shelf = Shelf()
    first = Hyphenator("uk", shelf).positions("співробітництво")
    (key,) = shelf.kept
    assert Hyphenator("uk", shelf).positions("співробітництво") == first
    shelf.kept[key] = b"damaged"
    assert Hyphenator("uk", shelf).positions("співробітництво") == first
    assert shelf.kept[key] != b"damaged"


@given(TOKENS)
def test_two_letters_at_least_stay_and_three_follow(word: str) -> None:
    for hyphenator in (BRITISH, RUSSIAN):
        places = hyphenator.positions(word)
        assert list(places) == sorted(set(places))
        for place in places:
            assert word[place - 2 : place].replace("’", "").replace("'", "").isalpha()
            assert len(word[place : place + 3]) == 3


@pytest.mark.parametrize(
    "address, lines",
    [
        ("https://www.example.org/en/page?id=1", "https://|www.|example.|org/|en/|page?|id=1"),
        ("first.last@some-office.int", "first.|last@|some-|office.|int"),
        ("a.b", "a.b"),
    ],
)
def test_addresses_break_after_their_marks_without_a_hyphen(address: str, lines: str) -> None:
    places = (0, *url_breaks(address), len(address))
    assert "|".join(address[a:b] for a, b in pairwise(places)) == lines


@pytest.mark.parametrize(
    "text, lines",
    [
        ("of the well-known and/or", "of |the |well-|known |and/|or"),
        ("2010–2020 — ten", "2010–|2020 |— |ten"),
        ("10\u00a0April  2023", "10\u00a0April  |2023"),
        ("A-4 page, -5 degrees", "A-4 |page, |-5 |degrees"),
        ("中亚、合作。", "中|亚、合|作。"),
        ("zero\u200bwidth", "zero\u200b|width"),
        ("(x) – “y” ", "(x) |– |“y” "),
    ],
)
def test_lines_may_end_where_the_table_says(text: str, lines: str) -> None:
    places = (0, *break_opportunities(text, "en"), len(text))
    assert "|".join(text[a:b] for a, b in pairwise(places)) == lines


def test_words_are_split_at_spaces_that_break() -> None:
    assert words("  Mr\u00a0Sarybay met\u2009 30\u202f000\tpeople\n") == [
        "Mr\u00a0Sarybay",
        "met",
        "30\u202f000",
        "people",
    ]


@given(st.text(max_size=60))
def test_break_opportunities_rise_and_lie_inside_the_text(text: str) -> None:
    for places in (break_opportunities(text, "en"), url_breaks(text)):
        assert list(places) == sorted(set(places))
        assert all(0 < place < len(text) for place in places)
