"""Days found in running text, in the spellings of many languages.

As ``December 05, 2019``, ``5 декабря 2019 г.``, ``05.12.2019``, ``2023 жылғы 5 сәуір``, ``2019年12月5日``.

Names of months are CLDR's (``dates``), in the languages that are asked for. Refused are days that are none (31 April),
years of other calendars, and days without a year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.language.dates import names_of_months, names_of_weekdays
from pipeline.language.tags import primary

SOURCE_LANGUAGES = (
    *("en", "ru", "kk", "ky", "tg", "uz", "uz_Cyrl", "tk", "az", "tr", "mn", "fa", "ar", "he", "ur", "hi", "bn", "vi"),
    *("id", "ms", "ko", "ja", "zh", "ka", "hy", "uk", "be", "bg", "sr", "pl", "cs", "de", "fr", "es", "pt", "it", "nl"),
)
"""The languages that are tried when no other is known, the likeliest first."""

_YEARS = re.compile(r"\d{4}|\d\d\.\d\d\.\d\d")
FIRST_YEAR, LAST_YEAR = 1900, 2199
_NOT_AFTER = 12
_CENTURY = 100
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|er|го|-го|-е|º|ª|\.))?"
_YEAR = r"(?P<year>\d{4})"
_YEAR_WORD = r"(?:[\s-]?(?:г|г\.|года|год|жылғы|жылы|жыл|йил|yil|yili|сол[иӣ]|соли|ж|оны)\b\.?)"
_BETWEEN = r"(?:\s*[,،]\s*|\s*-\s*|\s+(?:of|de|del|d'|di|tháng)\s+|\s+|\.\s*)"
_NUMERIC = (
    re.compile(
        r"(?<![\d.,/-])(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d/]|[.-]\d)"
    ),
    re.compile(
        r"(?<![\d.,/-])(?P<first>\d{1,2})\s?(?P<sign>[-/.])\s?(?P<second>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4})(?![\d/]|[.-]\d)"
    ),
    re.compile(r"(?<![\d.,/-])(?P<first>\d{2})(?P<sign>[.])(?P<second>\d{2})(?P=sign)(?P<year>\d{2})(?![\d/]|[.-]\d)"),
    re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*(?:,|năm)?\s*(?P<year>\d{4})", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day in a text, from ``start`` to ``end``. ``sure`` is False where month and day may be the other way round."""

    start: int
    end: int
    day: date
    sure: bool = True


def days_in(
    text: str, languages: Iterable[str] = SOURCE_LANGUAGES, *, month_first: bool = False
) -> tuple[DayFound, ...]:
    """The days that a text names, in their order.

    ``month_first`` reads 4/5/2023 as the 5th of April; where one number is over 12 there is no question.
    """
    plain = _plain_digits(text)
    if not _YEARS.search(plain):
        return ()
    small = plain.casefold()
    found = [day for pattern in _NUMERIC for match in pattern.finditer(plain) if (day := _numeric(match, month_first))]
    for language in dict.fromkeys(languages):
        months = _months(language)
        if not any(name in small for name in months):
            continue
        for pattern in _patterns(language):
            found += [day for match in pattern.finditer(plain) if (day := _named(match, months))]
    return _apart(found)


def is_weekday(word: str, languages: Iterable[str] = SOURCE_LANGUAGES) -> bool:
    """Whether a word is the name of a day of the week, whole or abridged."""
    bare = word.casefold().strip(".,")
    return any(bare in _weekdays(language) for language in languages)


def _apart(found: list[DayFound]) -> tuple[DayFound, ...]:
    """Of days that overlap, the one with the most letters."""
    kept: list[DayFound] = []
    for day in sorted(found, key=lambda day: (day.start - day.end, day.start)):
        if all(day.end <= other.start or day.start >= other.end for other in kept):
            kept.append(day)
    return tuple(sorted(kept, key=lambda day: day.start))


def _plain_digits(text: str) -> str:
    """The text with every digit one of ASCII; no letter more, none less."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def _numeric(match: re.Match[str], month_first: bool) -> DayFound | None:  # noqa: FBT001 - handed through
    groups = match.groupdict()
    year = int(groups["year"])
    year += 2000 if year < _CENTURY else 0
    if groups.get("month"):
        return _day(match, year, int(groups["month"]), int(groups["day"]))
    first, second = int(groups["first"]), int(groups["second"])
    either = first <= _NOT_AFTER and second <= _NOT_AFTER and first != second
    turned = second > _NOT_AFTER or (month_first and either and groups["sign"] != ".")
    day, month = (second, first) if turned else (first, second)
    return _day(match, year, month, day, sure=not either or groups["sign"] == ".")


def _named(match: re.Match[str], months: dict[str, int]) -> DayFound | None:
    return _day(match, int(match["year"]), months[match["month"].casefold()], int(match["day"]))


def _day(match: re.Match[str], year: int, month: int, day: int, *, sure: bool = True) -> DayFound | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DayFound(match.start(), match.end(), found, sure) if FIRST_YEAR <= year <= LAST_YEAR else None


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """The names of months in every form, in small letters, with their numbers; figures are no names."""
    names: dict[str, int] = {}
    for number, name in names_of_months(language):
        bare = name.casefold().rstrip(".")
        if len(bare) > 1 and not any(letter.isdigit() for letter in bare):
            names.setdefault(bare, number)
    if primary(language) == "en":
        names["sept"] = 9
    return names


@lru_cache(maxsize=64)
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(name.casefold().rstrip(".") for name in names_of_weekdays(language))


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_months(language), key=lambda name: (-len(name), name))
    # Cases add up to three letters, наурыз, наурызда; Hebrew says “in” by one before the name.
    month = rf"ב?(?P<month>{'|'.join(map(re.escape, names))})\w{{0,3}}\.?"
    forms = (
        rf"(?<!\d){_DAY}{_BETWEEN}{month}{_BETWEEN}?{_YEAR}(?!\d){_YEAR_WORD}?",
        rf"\b{month}\s*{_DAY}\s*[,،]?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}?(?:\s*[-,.]\s*|\s+){month}(?:\s*[-,.]\s*|\s+){_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}?(?:\s*[-,.]\s*|\s+){_DAY}\s*-?\s*{month}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
