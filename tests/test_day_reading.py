"""Days in running text, in the spellings of many languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import format_date
from pipeline.language.day_reading import SOURCE_LANGUAGES, days_in, is_weekday


def found(text: str) -> list[str]:
    return [day.day.isoformat() for day in days_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "December 05, 2019", "DECEMBER 5, 2019", "Dec. 5, 2019", "5 December 2019", "5th of December, 2019",
        "Thursday, December 5th, 2019", "5 декабря 2019", "5 декабря 2019 г. в 12:00", "05.12.2019",
        "05.12.19", "2019-12-05T10:00:00+06:00", "2019/12/05", "5-Dec-2019", "2019 жылғы 5 желтоқсан",
        "5 Aralık 2019 Perşembe", "5 dekabr 2019", "2019-yil 5-dekabr", "5 de diciembre de 2019",
        "5. Dezember 2019", "le 5 décembre 2019", "5 dicembre 2019", "5 grudnia 2019", "5 грудня 2019",
        "٥ ديسمبر ٢٠١٩", "5 דצמבר 2019", "2019年12月5日", "2019년 12월 5일", "ngày 5 tháng 12 năm 2019",
        "5 दिसंबर 2019",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_spelt(text: str) -> None:
    assert found(f"Posted: {text} | News") == ["2019-12-05"]


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2023",
        "+7 7172 57-65-10",
        "No. 12/2023",
        "in May 2023",
        "05.13.2019.1",
        "4 May",
        "2023-2024",
        "32.12.2019",
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert found(text) == []


def test_numbers_that_can_be_read_two_ways_are_not_sure() -> None:
    assert [(day.day, day.sure) for day in days_in("4/5/2023")] == [(date(2023, 5, 4), False)]
    assert [(day.day, day.sure) for day in days_in("4/5/2023", month_first=True)] == [(date(2023, 4, 5), False)]
    assert [(day.day, day.sure) for day in days_in("4/25/2023")] == [(date(2023, 4, 25), True)]


def test_several_days_come_in_their_order_with_their_places() -> None:
    text = "From 5 April 2023 to 2023-04-07."
    assert [text[day.start : day.end] for day in days_in(text)] == ["5 April 2023", "2023-04-07"]


def test_days_of_the_week_are_known_whole_and_abridged() -> None:
    assert is_weekday("Thursday,")
    assert is_weekday("чт.")
    assert not is_weekday("minister")


@given(
    day=st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    language=st.sampled_from([tag for tag in SOURCE_LANGUAGES if tag not in {"fa", "th"}]),
)
def test_every_date_that_the_house_writes_is_read_again(day: date, language: str) -> None:
    assert day in {one.day for one in days_in(format_date(day, language), (language,))}
