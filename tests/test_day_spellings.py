"""Days in the spellings of the languages that releases come in: read as days, and alone on a line told from text."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.importers.about import is_about, place_of_date_line
from pipeline.importers.wording import is_date_line
from pipeline.language.day_names import FILE
from pipeline.language.day_reading import days_in, without_weekdays
from tests.day_names import written


@pytest.mark.parametrize(
    "line",
    [
        "15 травня 2023 року", "П’ятниця, 15 травня 2023 р.", "Παρασκευή, 15 Μαΐου 2023", "ΔΕΥΤΕΡΑ 15 ΜΑΪΟΥ 2023",
        "2023 жылғы 15 мамыр", "15 мамыр 2023 ж.", "2023-yil 15-may", "15-may, 2023-yil", "2023-жылдын 15-майы",
        "15-май, 2023-ж.", "2023-nji ýylyň 15-nji maýy", "2023-cü il mayın 15-i", "15 may 2023-cü il",
        "2023. május 15., hétfő", "2023. 05. 15.", "2023 m. gegužės 15 d.", "pirmdiena, 2023. gada 15. maijs",
        "15. mai 2023", "den 15 maj 2023", "mandag den 15. maj 2023", "15 de maig de 2023", "15 de mayo del 2023",
        "lunes, 15 de mayo de 2023", "Montag, 15. Mai 2023", "Mo., 15.05.2023", "пн, 15 мая 2023",
        "В понедельник, 15 мая 2023 года", "2023年5月15日 星期一", "2023年5月15日（月）", "2023년 5월 15일 월요일",
        "2023. 5. 15.(월)", "الإثنين 15 مايو 2023", "١٥ أيار ٢٠٢٣", "الاثنين، 15 أيار/مايو 2023",
        "יום שני, 15 במאי 2023", "15/05/2023", "2023-05-15T14:00:00Z", "15 MAYIS 2023 PAZARTESİ", "luni, 15 mai 2023",
        "ponedeljek, 15. maj 2023", "ponedjeljak, 15. svibnja 2023.", "понедељак, 15. мај 2023.",
        "понеделник, 15 май 2023 г.", "панядзелак, 15 мая 2023 года", "maanantai 15. toukokuuta 2023",
        "15.5.2023 klo 12.00", "pondělí 15. května 2023", "15 maja 2023 r.", "pondelok 15. mája 2023",
        "maandag 15 mei 2023", "segunda-feira, 15 de maio de 2023", "15 de maio de 2023 às 14h30",
        "lunedì 15 maggio 2023", "lundi 15 mai 2023 à 14h00", "Veröffentlicht am 15. Mai 2023 um 10:00 Uhr",
        "the 15th of May 2023", "15/May/2023", "15/5/23",
    ],
)  # fmt: skip
def test_a_line_that_is_a_day_is_known_in_every_spelling(line: str) -> None:
    assert [found.day for found in days_in(line)] == [date(2023, 5, 15)]
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "In May 2023 the lake rose by 15 metres",
        "15 reasons to visit in 2023",
        "The 1962 flood took 15 boats",
        "15 marketing 2023",
        "The council met on 15 May 2023 and chose a chairman",
    ],
)
def test_a_line_that_says_more_than_a_day_is_text(line: str) -> None:
    assert not is_date_line(line)
    assert not is_about(line)


@pytest.mark.parametrize(
    "line, place",
    [
        ("Warszawa, 15 maja 2023 r.", "Warszawa"),
        ("Stockholm den 15 maj 2023", "Stockholm"),
        ("г. Алматы, 15 мая 2023 года", "Алматы"),
        ("Pressemitteilung vom 15. Mai 2023", ""),
    ],
)
def test_a_place_beside_a_day_is_known(line: str, place: str) -> None:
    assert place_of_date_line(line) == place


def test_a_month_of_one_language_is_not_read_as_another_s_where_that_is_known() -> None:
    assert [found.day.month for found in days_in("18. listopada 2023.", ("hr",))] == [10]
    assert [found.day.month for found in days_in("18 listopada 2023", ("pl",))] == [11]


@given(st.text(max_size=60))
def test_days_of_the_week_are_taken_out_of_any_text_without_harm(text: str) -> None:
    assert len(without_weekdays(text)) <= len(text) + len(text) // 2 + 1


def test_the_names_that_are_kept_are_those_of_the_tables_that_they_come_from() -> None:
    assert files("pipeline.language").joinpath(FILE).read_text(encoding="utf-8") == written()
