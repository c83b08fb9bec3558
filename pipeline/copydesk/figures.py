"""Figures and dates: the signs of decimals and thousands, dates of two kinds, days that there are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.copydesk.tongue import Tongue, tongue_of
from pipeline.copydesk.values import Copy, Remark, Text

# What may not stand before a figure is looked for behind its first digit, by which the search goes.
# A row of figures with blanks is a telephone number.
_GROUPED = re.compile(
    r"\d(?<![\w.,:/+№-].)(?<![\d)][ \u00a0].)\d{0,2}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*"
    r"(?![\w:/-]|[.,]\d|[ \u00a0]\d)"
)
# Not with a nought before it or in a row of figures: a post code, a telephone number.
_PLAIN = re.compile(r"[1-9](?<![\w.,:/+№-].)(?<!\d[ \u00a0].)\d{4,8}(?![\w:/-]|[.,]\d|[ \u00a0]\d)")
_BLANKS = "  \u202f"
_THINGS = re.compile(r"[ \u00a0](?![A-ZА-ЯЁ])[^\W\d_]{3,}")
_AMERICAN = "month and day"
_UNSET = frozenset({"fact", "alt", "credit"})
_BEFORE_MONTHS = {"en": ("in", "of", "since", "until", "from", "by"), "ru": ("в", "с", "до", "к", "по")}
_SPOKEN = {",": "a comma", ".": "a point", " ": "a blank", "": "no sign"}


@dataclass(frozen=True, slots=True)
class _Found:
    """Something written in one of several ways."""

    text: Text
    first: int
    last: int
    way: str


def figures(copy: Copy) -> Iterator[Remark]:
    """A267 for decimals and thousands, A268 for dates."""
    texts = [t for t in copy.texts if t.kind not in _UNSET and t.has_figures]
    for text in texts:
        yield from _decimals(text)
        yield from _days(text)
    for language in dict.fromkeys(t.language for t in texts):
        own = [t for t in texts if t.language == language]
        yield from _thousands(own, tongue_of(language))
        yield from _dates(own, language)


# ---------------------------------------------------------------------- figures


@lru_cache(maxsize=32)
def _wrong_decimal(language: str) -> re.Pattern[str] | None:
    """A figure with the other decimal sign: before a measure, or where it can be nothing else."""
    tongue = tongue_of(language)
    if not tongue.decimal:
        return None
    if tongue.decimal == ".":
        return re.compile(r"\d(?<![\w.,/-].)\d{0,2}(,)\d{1,2}(?![\w,]|\.\d)")
    measures = "|".join(re.escape(measure) for measure in tongue.measures or ("%",))
    return re.compile(rf"\d(?<![\w.,/-].)\d{{0,2}}(\.)\d{{1,2}}(?=[ \u00a0]?(?:{measures}))")


def _decimals(text: Text) -> Iterator[Remark]:
    pattern = _wrong_decimal(text.language)
    for match in text.matches(pattern) if pattern else ():
        sign = text.tongue.decimal
        right = match[0].replace(match[1], sign)
        message = f"{_SPOKEN[match[1]].capitalize()} in a decimal figure: {text.around(*match.span())}"
        hint = f"Type {right}, or a blank behind the comma." if match[1] == "," else f"Type {right}"
        yield text.remark("A267", message, match.start(), hint)


def _thousands(texts: list[Text], tongue: Tongue) -> Iterator[Remark]:
    found: list[_Found] = []
    doubtful: list[_Found] = []
    for text in texts:
        for match in text.matches(_GROUPED):
            sign = " " if match[1] in _BLANKS else match[1]
            before = text.text[: match.start()].rstrip()
            if sign == " " and (before[-1:].isalpha() and before.rpartition(" ")[2] in tongue.months):
                continue
            if sign != tongue.decimal or len(match[0]) > 7:
                found.append(_Found(text, *match.span(), sign))
            elif match[0].endswith("000") and not match[0].startswith("0"):  # three noughts are no decimals
                doubtful.append(_Found(text, *match.span(), sign))
        found += [_Found(text, *match.span(), "") for match in text.matches(_PLAIN) if _counts(match, tongue)]
    way = _custom(found, lambda one: one == tongue.thousands)
    for one in found:
        if one.way != way:
            shown, right = _with_sign(one, way)
            message = f"{shown} has {_SPOKEN[one.way]} between the thousands; other figures have {_SPOKEN[way]}."
            fix = (one.first, one.last, right) if way and (one.way or _THINGS.match(one.text.text, one.last)) else None
            yield one.text.remark("A267", message, one.first, f"Type {right}", fix)
    for one in doubtful:
        shown, right = _with_sign(one, way or tongue.thousands)
        message = f"{shown} has the sign of decimals between the thousands."
        yield one.text.remark("A267", message, one.first, f"Type {right}, if it is that many.")


def _counts(match: re.Match[str], tongue: Tongue) -> bool:
    """False for the number of a thing: ISO 27001, 10117 Berlin, room 20415."""
    before, after = match.string[: match.start()].rstrip(" \u00a0"), match.string[match.end() :]
    word = before.rpartition(" ")[2]
    named = word[-1:].isalpha() and (
        word.lower() in tongue.numbered or (word[0].isupper() and word.lower() not in tongue.small)
    )
    return not named and not (after[:1] == " " and after[1:2].isupper())


def _with_sign(one: _Found, sign: str) -> tuple[str, str]:
    """A figure as it is written, and with a sign between its thousands."""
    shown = one.text.text[one.first : one.last]
    return shown, f"{int(re.sub(r'[^0-9]', '', shown)):,}".replace(",", "\u00a0" if sign == " " else sign)


def _custom(found: list[_Found], usual: Callable[[str], bool]) -> str:
    """The way that most are written; of two, the one that is usual in the language."""
    ways = Counter(one.way for one in found)
    return max(sorted(ways), key=lambda way: (ways[way], usual(way)), default="")


# ---------------------------------------------------------------------- dates


@lru_cache(maxsize=32)
def _date_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Ways to write a day, each with its pattern; the first is the usual one."""
    tongue = tongue_of(language)
    if not tongue.months:
        return ()
    months = "|".join(tongue.months)
    short = "|".join(name for name in tongue.short_months if name) + "|Sept"
    day = r"[1-9](?<![\w.,/–-].)(?:(?<=[12])\d|(?<=3)[01])?"
    year, no_more = r"(?:19|20)\d\d", r"(?![\w/]|[.-]\d)"
    ways = [("day and month", rf"{day} (?:{months})\b")]
    if language == "en":
        ways += [
            (_AMERICAN, rf"\b(?:{months}) (?:[12]\d|3[01]|[1-9])(?:,? \d{{4}})?(?![\w:]|\.\d| (?:{months}))"),
            ("day with an ending", rf"{day}(?:st|nd|rd|th) (?:of )?(?:{months})\b"),
            ("month and day with an ending", rf"\b(?:{months}) (?:the )?{day}(?:st|nd|rd|th)\b"),
        ]
    before = "|".join(rf"(?<=\b{word} )" for word in _BEFORE_MONTHS.get(language, ()))
    if before:
        ways.append(("month in figures", rf"(?:{before})(?:0?[1-9]|1[0-2])[./]{year}{no_more}"))
    ways += [
        ("day with a nought", rf"0(?<![\w.,/–-].)[1-9] (?:{months})\b"),
        ("month abridged", rf"{day} (?:{short})\b\.?(?! ?[–-])|\b(?:{short})\b\.? {year}\b"),
        ("figures", rf"\d(?<![\w.,/–-].)(?:\d?[./]\d{{1,2}}[./]{year}|(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d){no_more}"),
    ]
    return tuple((way, re.compile(pattern)) for way, pattern in ways)


@lru_cache(maxsize=32)
def _year_patterns(language: str) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """For each order of day and month: the ways to write a year behind them; the first is the usual one."""
    if language != "en":
        return ()
    months, year = "|".join(tongue_of(language).months), r"(?:19|20)\d\d\b"
    groups = (
        (("no comma", rf"\d{{1,2}} (?:{months}) {year}"), ("a comma", rf"\d{{1,2}} (?:{months}), {year}")),
        (("a comma", rf"\b(?:{months}) \d{{1,2}}, {year}"), ("no comma", rf"\b(?:{months}) \d{{1,2}} {year}")),
    )
    return tuple(tuple((way, re.compile(pattern)) for way, pattern in group) for group in groups)


def _dates(texts: list[Text], language: str) -> Iterator[Remark]:
    american = any(text.passage.language == "en-US" for text in texts)
    for patterns in (_date_patterns(language), *_year_patterns(language)):
        ways = [way for way, _ in patterns]
        if ways:
            yield from _minority(texts, patterns, _AMERICAN if american and _AMERICAN in ways else ways[0])


def _minority(texts: list[Text], patterns: tuple[tuple[str, re.Pattern[str]], ...], usual: str) -> Iterator[Remark]:
    """Dates that are written in another way than most. Cells of tables have room for short months alone."""
    found: list[_Found] = []
    for text in texts:
        for way, pattern in patterns:
            if text.kind != "cell" or way != "month abridged":
                found += [_Found(text, *match.span(), way) for match in text.matches(pattern)]
    custom = _custom(found, lambda one: one == usual)
    example = next((one.text.text[one.first : one.last] for one in found if one.way == custom), "")
    for one in found:
        if one.way != custom:
            message = f"A date of another kind than the others: {one.text.text[one.first : one.last]}"
            yield one.text.remark("A268", message, one.first, f"Write it as in {example}.")


@lru_cache(maxsize=32)
def _day_pattern(language: str) -> re.Pattern[str] | None:
    tongue = tongue_of(language)
    if not tongue.months or not tongue.weekdays:
        return None
    weekdays = "|".join(f"[{name[0].upper()}{name[0].lower()}]{name[1:]}" for name in tongue.weekdays)
    months = "|".join(tongue.months)
    return re.compile(
        rf"(?:\b(?P<weekday>{weekdays}),? )?(?<![\w.,/–-])(?P<day>\d{{1,2}}) (?P<month>{months})\b"
        r"(?: (?P<year>(?:19|20)\d\d)\b)?"
    )


def _days(text: Text) -> Iterator[Remark]:
    """Days that are in no calendar, and days of the week that they are not."""
    pattern = _day_pattern(text.language)
    for match in text.matches(pattern) if pattern else ():
        tongue = text.tongue
        month, number = tongue.months.index(match["month"]) + 1, int(match["day"])
        try:
            day = date(int(match["year"] or 2024), month, number)
        except ValueError:
            yield text.remark(
                "A268", f"There is no {match['day']} {match['month']}.", match.start("day"), "Correct the day."
            )
            continue
        if match["weekday"] and match["year"] and match["weekday"].lower() != tongue.weekdays[day.weekday()].lower():
            right = tongue.weekdays[day.weekday()]
            shown = f"{match['day']} {match['month']} {match['year']}"
            message = f"{shown} was no {match['weekday']}."
            yield text.remark("A268", message, match.start("weekday"), f"It was {right}: correct the day, or the date.")
