"""Dates, months and quarters in words, after Unicode's CLDR.

Babel's data is read and its formatter is not used: looking names up through ``babel.Locale`` writes what it resolved
into tables that all locales share, so that after Russian a German month may come out in Russian (Babel 2.18). The
four tables needed are copied here first, and date patterns are a dozen lines.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypeAlias, cast

from pipeline.language.tags import locale_name

Days: TypeAlias = "date | tuple[date, date] | str"
"""A day, first and last day, or either in ISO 8601: ``2023-04-05``, ``2023-04-05/2023-04-06``."""

Style: TypeAlias = Literal["long", "medium", "month"]

Calendar: TypeAlias = dict[str, Any]
"""CLDR's tables by name; what they hold differs from one to the next."""

_FIELD = re.compile(r"'((?:[^']|'')*)'|(y+|[ML]+|d+)|[^'yMLd]+")
_DAY = re.compile(r"d+\.?")
_MONTH = re.compile(r"[ML]+")
_DAY_AND_MONTH = re.compile(r"d+(?:[^\w']|'\w*')*M+(?:'\w+')?|M+(?:'\w+')?\W+d+")
_IDEOGRAPHIC = re.compile("[年년]")
_FALLBACK = "en"


def month_name(month: date | int, language: str) -> str:
    """Name a month as it stands alone, ``April``, ``апрель``; in the language's own case, see ``capital``."""
    number = month.month if isinstance(month, date) else month
    return str(_calendar(language)["months"]["stand-alone"]["wide"][number])


@lru_cache(maxsize=32)
def month_forms(language: str) -> frozenset[str]:
    """Give the full names of months in the forms they take, with a day and alone."""
    months = _calendar(language)["months"]
    return frozenset(str(name) for use in ("format", "stand-alone") for name in months[use]["wide"].values())


def names_of_months(language: str) -> tuple[tuple[int, str], ...]:
    """Give the months' numbers and names in every form: with a day and alone, whole and abridged."""
    months = _calendar(language)["months"]
    forms = [months[use][width] for width in ("wide", "abbreviated") for use in ("format", "stand-alone")]
    return tuple((int(number), str(name)) for form in forms for number, name in form.items())


def names_of_weekdays(language: str) -> tuple[str, ...]:
    """Give the names of the days of the week in every form, whole and abridged."""
    days = _calendar(language)["days"]
    forms = [days[use][width] for width in ("wide", "abbreviated") for use in ("format", "stand-alone")]
    return tuple(str(name) for form in forms for name in form.values())


def quarter_name(quarter: date | int, language: str) -> str:
    """Name a quarter as it stands alone: ``2nd quarter``, ``2-й квартал``."""
    number = (quarter.month + 2) // 3 if isinstance(quarter, date) else quarter
    return str(_calendar(language)["quarters"]["stand-alone"]["wide"][number])


def format_date(value: Days, language: str, style: Style = "long") -> str:
    """Write a day or a span of days as the language does.

    ``long``: ``5 April 2023``, ``5–6 April 2023``, ``30 March – 2 April 2023``; ``medium``: months abridged;
    ``month``: ``April 2023``, ``April–June 2023``.
    ValueError for a text that is no ISO date, and for a span that ends before it starts.
    """
    first, last = _days(value)
    calendar = _calendar(language)
    if style == "month":
        pattern = str(calendar["datetime_skeletons"].get("yMMMM", "MMMM y"))
        return _span(calendar, pattern, "yMMM", first.replace(day=1), last.replace(day=1))
    pattern = str(calendar["date_formats"][style].pattern)
    if "MMM" in pattern:
        pattern = pattern.replace("dd", "d")
    return _span(calendar, pattern, "yMMMd", first, last)


def _span(calendar: Calendar, pattern: str, skeleton: str, first: date, last: date) -> str:
    """Write a span by its pattern for one day: what differs is written twice and the rest once.

    CLDR has patterns for spans too, but many languages inherit English ones; ideographic dates do need them.
    """
    if first == last:
        return _fill(pattern, first, calendar)
    halves = calendar["interval_formats"].get(skeleton, {}).get(_largest(first, last))
    if _IDEOGRAPHIC.search(pattern) and halves:
        return (_fill(halves[0], first, calendar) + _fill(halves[1], last, calendar)).replace("\u2009", " ")
    if first.year != last.year:
        return f"{_fill(pattern, first, calendar)} – {_fill(pattern, last, calendar)}"
    varying = (_DAY if first.month == last.month else _DAY_AND_MONTH if "d" in pattern else _MONTH).search(pattern)
    if varying is None:
        return f"{_fill(pattern, first, calendar)} – {_fill(pattern, last, calendar)}"
    before, after = pattern[: varying.start()], pattern[varying.end() :]
    ends = [_fill(varying.group(), day, calendar) for day in (first, last)]
    twice = (" – " if any(" " in end for end in ends) or varying.re is _DAY_AND_MONTH else "–").join(ends)
    return _fill(before, first, calendar) + twice + _fill(after, last, calendar)


def _largest(first: date, last: date) -> str:
    return "y" if first.year != last.year else "M" if first.month != last.month else "d"


def _fill(pattern: str, day: date, calendar: Calendar) -> str:
    """Fill a date pattern of CLDR: years, months, days and quoted words."""
    written = []
    for part in _FIELD.finditer(pattern):
        quoted, field = part.groups()
        if field is None:
            written.append(part.group() if quoted is None else quoted.replace("''", "'") or "'")
        elif field[0] == "y":
            written.append(str(day.year) if len(field) != 2 else f"{day.year % 100:02}")  # noqa: PLR2004
        elif field[0] == "d":
            written.append(f"{day.day:0{len(field)}}")
        elif len(field) < 3:  # noqa: PLR2004 (a month in digits)
            written.append(f"{day.month:0{len(field)}}")
        else:
            names = calendar["months"]["format" if field[0] == "M" else "stand-alone"]
            written.append(names["wide" if len(field) == 4 else "abbreviated"][day.month])  # noqa: PLR2004
    return "".join(written)


def _days(value: Days) -> tuple[date, date]:
    if isinstance(value, str):
        first, _, last = value.partition("/")
        value = (date.fromisoformat(first), date.fromisoformat(last or first))
    elif isinstance(value, date):
        value = (value, value)
    if value[1] < value[0]:
        message = f"{value[0]}/{value[1]} ends before it starts"
        raise ValueError(message)
    return value


@lru_cache(maxsize=32)
def _calendar(language: str) -> Calendar:
    """Copy of CLDR's calendar tables for a language, aliases resolved; English for a language it does not know."""
    from babel import localedata  # noqa: PLC0415

    data = localedata.load(locale_name(language) or _FALLBACK)
    needed = ("months", "days", "quarters", "date_formats", "interval_formats", "datetime_skeletons")
    own = {name: deepcopy(dict(data[name])) for name in needed}
    resolving: Any = localedata.LocaleDataDict(cast("Any", own))
    return {name: resolving[name] for name in needed}
