"""Days found in running text, in the spellings of many languages.

As ``December 05, 2019``, ``5 декабря 2019 г.``, ``05.12.2019``, ``2023 жылғы 5 сәуір``, ``2019年12月5日``.

Names of months are CLDR's (``day_names``), in the languages that are asked for. Refused are days that are none (31
April), and days without a year. Years of reigns (``令和5年``) and of the calendar of Iran are converted; of other
calendars they are refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.language.day_names import names_of_months, names_of_weekdays
from pipeline.language.tags import primary

_BY_SCRIPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "A-Za-z",
        (
            *("en", "de", "fr", "es", "it", "pt", "tr", "uz", "az", "tk", "pl", "nl", "cs", "sk", "ro", "hu", "sv"),
            *("da", "nb", "fi", "et", "lv", "lt", "hr", "sl", "sr_Latn", "ca", "vi", "id", "ms"),
        ),
    ),
    ("\u0400-\u04ff", ("ru", "kk", "ky", "uk", "be", "bg", "sr", "tg", "uz_Cyrl", "mn")),
    ("\u0600-\u06ff", ("ar", "ar_LB", "ar_DZ", "fa", "ur")),
    ("\u3040-\u30ff\u3400-\u9fff", ("ja", "zh")),
    ("\uac00-\ud7af", ("ko",)),
    ("\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("\u0590-\u05ff", ("he",)),
    ("\u10a0-\u10ff", ("ka",)),
    ("\u0530-\u058f", ("hy",)),
    ("\u0900-\u097f", ("hi",)),
    ("\u0980-\u09ff", ("bn",)),
)
SOURCE_LANGUAGES = tuple(language for _, languages in _BY_SCRIPT for language in languages)
"""The languages that are tried when no other is known: those of the scripts that a text has, the likeliest first."""

_SCRIPTS = tuple((re.compile(f"[{letters}]"), languages) for letters, languages in _BY_SCRIPT)
_ALIKE = {"ı": "i", "ʼ": "'", "’": "'", "ς": "σ", **dict.fromkeys("\u200e\u200f\u00a0\u202f\u2009", " ")}
_YEARS = re.compile(r"\d{4}|\d\d?([./])\d\d?\1\d\d|[和成國国]\s?(?:\d|元)")
# What may be a day in words: a number of one or two figures near one of four.
_LIKELY = re.compile(r"(?<!\d)\d{1,2}(?!\d)\D{1,40}\d{4}(?!\d)|(?<!\d)\d{4}(?!\d)\D{1,40}\d{1,2}(?!\d)")
FIRST_YEAR, LAST_YEAR = 1900, 2199
_NOT_AFTER = 12
_CENTURY = 100
_FEWEST_LETTERS = 3
# All that follows is matched with letters as `_folded` gives them: small, without accents.
_DAY = r"(?P<day>\d{1,2})(?:\s?-?(?:st|nd|rd|th|er|го|е|и|і|та|ті|nji|njy|nci|i)\b|\s?[ºªo](?=\s)|\.)?"
_YEAR = r"(?P<year>\d{4})"
_YEAR_WORD = (
    r"(?:(?:-\w{1,4}\b)?[\s.-]{0,2}(?:г|года?|году|року|рік|р|r|roku|rok|година|жылғы|жылы|жылдын|жыл|ж|иил\w{0,4}|"
    r"yil\w{0,4}|il\w{0,3}|yyl\w{0,3}|соли|оны|m|gada|წ|წელი|թ)\b\.?)"
)
_BETWEEN = r"(?:\s*[,،]\s*|\s*[-/]\s*|\s+(?:of|de|del|di|thang)\s+|\s+d['’]\s?|\s+|\.\s*)"
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_ERA = re.compile(
    r"(?P<era>令和|平成|民[國国])\s?(?P<year>\d{1,3}|元)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
)
# The solar calendar of Iran; the years of today's Islamic calendar are higher.
_IRANIAN_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "ابان", "اذر", "دی", "بهمن", "اسفند"),
)
_IRANIAN = (
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:ام\s|م\s)?\s*(?P<name>{'|'.join(_IRANIAN_MONTHS)})\s*(?:ماه)?\s*(?:سال)?\s*"
        r"(?P<year>1[34]\d\d)(?!\d)"
    ),
    re.compile(r"(?<![\d/.])(?P<year>1[34]\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"),
)
_IRANIAN_FIRST, _IRANIAN_LAST = 1300, 1415
_KNOWN_YEAR, _KNOWN_NEW_YEAR = 1403, date(2024, 3, 20)
_NUMERIC = (
    re.compile(
        r"(?<![\d.,/-])(?P<year>\d{4})(?P<sign>[-/]|\.\s?)(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d/]|[.-]\d)"
    ),
    re.compile(
        r"(?<![\d.,/-])(?P<first>\d{1,2})\s?(?P<sign>[-/.])\s?(?P<second>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4})(?![\d/]|[.-]\d)"
    ),
    re.compile(r"(?<![\d.,/-])(?P<first>\d{2})(?P<sign>[.])(?P<second>\d{2})(?P=sign)(?P<year>\d{2})(?![\d/]|[.-]\d)"),
    re.compile(r"(?<![\d.,/-])(?P<first>\d\d?)(?P<sign>/)(?P<second>\d\d?)/(?P<year>\d{2})(?![\d/]|[.-]\d)"),
    re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\s+он\w{0,3}\s+(?P<month>\d{1,2})(?:\s?-?\s?(?:р|дугаар|дүгээр|т))?\s+сар\w{0,3}\s+"
        r"(?P<day>\d{1,2})(?!\d)(?:\s?-?\s?(?:ны|ний|нд|ні)\b)?(?:\s+өдөр\w{0,3})?"
    ),
    re.compile(r"(?<!\d)(?:\bngay\s+)?(?P<day>\d{1,2})\s+thang\s+(?P<month>\d{1,2})\s*(?:,|nam)?\s*(?P<year>\d{4})"),
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
    plain = _folded(text)
    if not _YEARS.search(plain):
        return ()
    found = [day for pattern in _NUMERIC for match in pattern.finditer(plain) if (day := _numeric(match, month_first))]
    found += [day for match in _ERA.finditer(plain) if (day := _of_era(match))]
    found += [day for pattern in _IRANIAN for match in pattern.finditer(plain) if (day := _iranian(match))]
    likely = [match.span() for match in _LIKELY.finditer(plain)]
    for language in _tried(plain, tuple(languages)) if likely else ():
        if all(any(day.start < end and start < day.end for day in found) for start, end in likely):
            break
        months = _months(language)
        if any(name in plain for name in months):
            for pattern in _patterns(language):
                found += [day for match in pattern.finditer(plain) if (day := _named(match, months))]
    return _apart(found)


def is_weekday(word: str, languages: Iterable[str] = SOURCE_LANGUAGES) -> bool:
    """Whether a word is the name of a day of the week, whole or abridged."""
    bare = _folded(word).strip(".,()（）")
    if not bare or not any(letter.isalpha() for letter in bare):
        return False
    return any(bare in _weekdays(language) for language in _tried(bare, tuple(languages)))


def without_weekdays(text: str, languages: Iterable[str] = SOURCE_LANGUAGES) -> str:
    """A text without names of days of the week of more than two letters, or a single sign of Chinese in brackets."""
    plain = _folded(text)
    tried = _tried(plain, tuple(languages))
    spans = {match.span() for language in tried for match in _weekdays_of(language).finditer(plain)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):  # Thứ Hai has a Thu of English in it
        if all(end <= first or start >= last for first, last in kept):
            kept.append((start, end))
    for start, end in sorted(kept, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _tried(plain: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Of the languages those that are written in the letters of a text."""
    if languages != SOURCE_LANGUAGES:
        return tuple(dict.fromkeys(languages))
    return tuple(language for script, tags in _SCRIPTS if script.search(plain) for language in tags)


def _apart(found: list[DayFound]) -> tuple[DayFound, ...]:
    """Of days that overlap, the one with the most letters."""
    kept: list[DayFound] = []
    for day in sorted(found, key=lambda day: (day.start - day.end, day.start)):
        if all(day.end <= other.start or day.start >= other.end for other in kept):
            kept.append(day)
    return tuple(sorted(kept, key=lambda day: day.start))


def _folded(text: str) -> str:
    """The text in small letters without accents, every digit one of ASCII; no letter more, none less."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1 and unicodedata.combining(parts[1]):
        letter = parts[0]
    small = letter.lower()[0]
    return _ALIKE.get(small, small)


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


def _of_era(match: re.Match[str]) -> DayFound | None:
    """A day whose year is counted from the beginning of a reign or a republic."""
    year = 1 if match["year"] == "元" else int(match["year"])
    return _day(match, _ERAS[match["era"]] + year, int(match["month"]), int(match["day"]))


def _iranian(match: re.Match[str]) -> DayFound | None:
    """A day of the calendar of Iran: six months of 31 days, five of 30, one of 29, or 30 in a leap year."""
    said = match.groupdict()
    year, day = int(said["year"]), int(said["day"])
    month = _IRANIAN_MONTHS.index(said["name"]) + 1 if said.get("name") else int(said["month"])
    lengths = (*(31,) * 6, *(30,) * 5, 29 + _is_iranian_leap(year))
    if not (_IRANIAN_FIRST <= year <= _IRANIAN_LAST and 1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]):
        return None
    between = range(min(year, _KNOWN_YEAR), max(year, _KNOWN_YEAR))
    passed = sum(365 + _is_iranian_leap(other) for other in between) * (1 if year > _KNOWN_YEAR else -1)
    found = _KNOWN_NEW_YEAR + timedelta(days=passed + sum(lengths[: month - 1]) + day - 1)
    return DayFound(match.start(), match.end(), found)


def _is_iranian_leap(year: int) -> bool:
    """Eight leap years in 33, which is the calendar's own rule for the years that are read here."""
    return (25 * year + 11) % 33 < 8  # noqa: PLR2004 - the rule's numbers


def _named(match: re.Match[str], months: dict[str, int]) -> DayFound | None:
    said = match["month"]
    number = next(months[said[:end]] for end in range(len(said), 0, -1) if said[:end] in months)
    return _day(match, int(match["year"]), number, int(match["day"]))


def _day(match: re.Match[str], year: int, month: int, day: int, *, sure: bool = True) -> DayFound | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DayFound(match.start(), match.end(), found, sure) if FIRST_YEAR <= year <= LAST_YEAR else None


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """The names of months in every form, folded, with their numbers; figures are no names."""
    names: dict[str, int] = {}
    for number, name in names_of_months(language):
        bare = _folded(name).rstrip(".")
        if len(bare) > 1 and not any(letter.isdigit() for letter in bare):
            names.setdefault(bare, number)
    if primary(language) == "en":
        names["sept"] = 9
    return names


@lru_cache(maxsize=64)
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(_folded(name).rstrip(".") for name in names_of_weekdays(language))


@lru_cache(maxsize=64)
def _weekdays_of(language: str) -> re.Pattern[str]:
    """The names of more than two letters, in whatever case they stand; with what is written around them."""
    names = sorted(_weekdays(language), key=lambda name: (-len(name), name))
    if primary(language) in {"zh", "ja", "ko"}:
        return re.compile(rf"[(（]?(?:{'|'.join(names)})[)）]|(?:{'|'.join(n for n in names if len(n) > 1)})")
    long = [re.escape(name) for name in names if len(name) >= _FEWEST_LETTERS]
    stems = [rf"{re.escape(name[:-1])}\w{{1,3}}" for name in names if len(name) > _FEWEST_LETTERS + 1]
    return re.compile(rf"(?<!\w)(?:{'|'.join(long)}|{'|'.join(stems)})(?!\w)\.?")


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_months(language), key=lambda name: (-len(name), name))
    short = [name for name in names if any(len(other) > len(name) and other.startswith(name) for other in names)]
    whole = [name for name in names if name not in short]
    # Cases add up to three letters, наурыз, наурызда; Hebrew says “in” by one before the name, Arabic has two names.
    named = (
        rf"(?:{'|'.join(map(re.escape, whole))})\w{{0,3}}(?!\w)|(?:{'|'.join(map(re.escape, short)) or '(?!)'})(?!\w)"
    )
    month = rf"ב?(?P<month>{named})\.?(?:/[^\W\d]+)?"
    forms = (
        rf"(?<!\d){_DAY}{_BETWEEN}{month}{_BETWEEN}?{_YEAR}(?!\d){_YEAR_WORD}?",
        rf"\b{month}[\s-]*{_DAY}(?:\s*[,،]\s*|\s+|-){_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}?(?:\s*[-,.]\s*|\s+){month}(?:\s*[-,.]\s*|\s+){_DAY}(?!\d)(?:\s?d\b\.?|-\w{{1,3}})?",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}?(?:\s*[-,.]\s*|\s+){_DAY}\s*-?\s*{month}",
    )
    return tuple(re.compile(form) for form in forms)
