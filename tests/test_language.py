"""Letters, tags and dates of languages."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import (
    canonical_tag,
    capital,
    direction,
    format_date,
    known_language,
    mixed_script,
    month_name,
    named_language,
    quarter_name,
    script_of,
    upper,
)


@pytest.mark.parametrize(
    "tag", ["en", "en-GB", "EN-gb", "en-GB-oxendict", "ru", "kk", "az-Latn", "sr-Latn-RS", "es-419"]
)
def test_languages_that_cldr_describes_are_known(tag: str) -> None:
    assert known_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "xx", "en-", "en GB", "../en", "en/GB", "12"])
def test_what_is_no_language_is_not_known(tag: str) -> None:
    assert not known_language(tag)


@pytest.mark.parametrize("tag", ["fr", "en-GB", "la", "grc", "sa", "az-Cyrl"])
def test_languages_that_have_a_name_may_be_quoted(tag: str) -> None:
    assert named_language(tag)


@pytest.mark.parametrize("tag", ["", "xx", "kz", "und", "mul", "zxx", "french", "fr fr", "../fr"])
def test_what_has_no_name_may_not(tag: str) -> None:
    assert not named_language(tag)


@pytest.mark.parametrize(
    "tag, custom",
    [("fr", "fr"), ("EN-gb", "en-GB"), ("az_LATN", "az-Latn"), ("sr-latn-rs", "sr-Latn-RS"), ("es-419", "es-419")],
)
def test_tags_are_written_by_custom(tag: str, custom: str) -> None:
    assert canonical_tag(tag) == custom


@pytest.mark.parametrize(
    "tag, way",
    [
        ("en-GB", "ltr"),
        ("ru", "ltr"),
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("zz", "ltr"),
    ],
)
def test_the_direction_is_the_scripts_or_else_the_languages(tag: str, way: str) -> None:
    assert direction(tag) == way


def test_capitals_are_those_of_the_language() -> None:
    assert upper("istanbul, ışık", "tr") == "İSTANBUL, IŞIK"
    assert upper("bakı, iyun", "az-Latn") == "BAKI, İYUN"
    assert upper("istanbul", "en") == "ISTANBUL"
    assert upper("καλημέρα", "el") == "ΚΑΛΗΜΕΡΑ"
    assert capital("iyun", "az") == "İyun"
    assert capital("апрель", "ru") == "Апрель"
    assert capital("", "ru") == ""


def test_a_words_script_is_that_of_most_of_its_letters() -> None:
    assert script_of("Тегеран") == "Cyrillic"
    assert script_of("Tehran") == "Latin"
    assert script_of("2023–24") == ""


@pytest.mark.parametrize(
    "word, letter, name, place",
    [
        ("enerγy", "γ", "GREEK SMALL LETTER GAMMA", 4),
        ("Аstana", "А", "CYRILLIC CAPITAL LETTER A", 0),
        ("Аstana-Сity", "А", "CYRILLIC CAPITAL LETTER A", 0),
        ("сopper-wire", "с", "CYRILLIC SMALL LETTER ES", 0),
        ("Москвa", "a", "LATIN SMALL LETTER A", 5),
    ],
)
def test_a_letter_of_another_script_inside_a_word_is_found(word: str, letter: str, name: str, place: int) -> None:
    assert mixed_script(word) == (letter, name, place)


@pytest.mark.parametrize(
    "word", ["energy", "café", "Şəki", "α-helix", "IT-сектор", "Δt", "µm", "COVID-19", "Қазақстан", "—"]
)
def test_words_in_one_script_are_not_odd(word: str) -> None:
    assert mixed_script(word) is None


@pytest.mark.parametrize(
    "value, language, written",
    [
        ("2023-04-05", "en-GB", "5 April 2023"),
        ("2023-04-05", "en-US", "April 5, 2023"),
        ("2023-04-05/2023-04-06", "en-GB", "5–6 April 2023"),
        ("2023-04-05/2023-04-06", "en-US", "April 5–6, 2023"),
        ("2023-03-30/2023-04-02", "en-GB", "30 March – 2 April 2023"),
        ("2022-12-30/2023-01-02", "en-GB", "30 December 2022 – 2 January 2023"),
        ("2023-04-05/2023-04-05", "en-GB", "5 April 2023"),
        ("2023-04-05/2023-04-06", "ru", "5–6 апреля 2023\u202fг."),
        ("2023-04-05/2023-04-06", "de", "5.–6. April 2023"),
        ("2023-03-30/2023-04-02", "tr", "30 Mart – 2 Nisan 2023"),
        ("2023-03-30/2023-04-02", "es", "30 de marzo – 2 de abril de 2023"),
        ("2023-03-30/2023-04-02", "kk", "2023\u202fж. 30 наурыз – 2 сәуір"),
        ("2023-04-05/2023-04-06", "tg", "5–6 Апрел 2023"),
        ("2023-04-05/2023-04-06", "ja", "2023年4月5日～6日"),
        ("2023-03-30/2023-04-02", "he", "30 במרץ 2023 – 2 באפריל 2023"),
        ("2023-04-05", "tlh", "April 5, 2023"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(value: str, language: str, written: str) -> None:
    assert format_date(value, language) == written


def test_a_date_may_be_days_or_text_and_in_three_styles() -> None:
    first, last = date(2023, 4, 5), date(2023, 6, 7)
    assert format_date(first, "en-GB") == "5 April 2023"
    assert format_date((first, last), "en-GB") == "5 April – 7 June 2023"
    assert format_date((first, last), "en-GB", "month") == "April–June 2023"
    assert format_date(first, "ru", "month") == "апрель 2023\u202fг."
    assert format_date(first, "en-GB", "medium") == "5 Apr 2023"
    assert format_date(first, "de", "medium") == "05.04.2023"
    assert format_date((first, last), "de", "medium") == "05.04 – 07.06.2023"


@pytest.mark.parametrize("value", ["2023-13-01", "April 2023", "", "2023-04-06/2023-04-05"])
def test_what_is_no_date_or_ends_before_it_starts_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"month|format|before"):
        format_date(value, "en")


def test_languages_do_not_spill_into_one_another() -> None:
    names = [(quarter_name(2, tag), month_name(4, tag)) for tag in ("ru", "tr", "de", "en-GB")]
    assert names == [
        ("2-й квартал", "апрель"),
        ("2. çeyrek", "Nisan"),
        ("2. Quartal", "April"),
        ("2nd quarter", "April"),
    ]
    assert quarter_name(date(2023, 12, 31), "en") == "4th quarter"
    assert month_name(date(2023, 12, 31), "vi") == "Tháng 12"


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["en-GB", "ru", "kk", "ky", "uz", "az", "tr", "mn", "vi", "zh", "ar", "de", "hu", "lt"]),
)
def test_both_ends_of_a_span_and_their_months_are_in_what_is_written(one: date, other: date, language: str) -> None:
    first, last = sorted((one, other))
    written = format_date((first, last), language)
    for day in (first, last):
        assert str(day.day) in written
        assert str(day.year) in written
    assert len(written) >= len(format_date(first, language))


def test_patterns_and_locales_are_loaded_only_when_needed() -> None:
    program = "import sys, pipeline.language; print([m for m in ('pyphen', 'babel') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
