"""Lines that tell about an article and not what it tells: its day, its place, its author, how long it takes to read.

A line may be several such pieces side by side, parted by bars or dots.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.importers.wording import (
    COUNTED,
    LISTED,
    LONGEST_LINE,
    POSTED,
    is_byline,
    is_date_line,
    is_label,
    posted_by,
    without_days,
)
from pipeline.language.day_reading import days_in, is_weekday

_AGO = re.compile(
    r"^\W*((about |over )?(\d+|an?|one|two|last) (second|minute|hour|day|week|month|year)s? ago|yesterday|today|"
    r"\d+ (секунд|минут|час|дн|день|недел|месяц|год|лет)\w* назад|вчера|сегодня|vor \d+ \w+|il y a \d+ \w+|"
    r"hace \d+ \w+|\d+ \w+ önce|dün|bugün)\W*$",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    r"^\W*(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+)?(?P<name>[^\W\d_]{3,12})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?\W*$"
)
_TAGGED = re.compile(r"(#[\w-]+[\s,;]*)+")
_BARS = re.compile(r"\s*[|·•›»●/]\s*|\s{3,}|\s[–—-]\s|\n|\t")
# What stands between a day and the place behind it; towns are marked as such in Russian.
_BEFORE_PLACE = re.compile(r"^(?:г(?:ода)?)?\.?\s*,\s*(?:г\.\s*)?")
_TOWN = re.compile(r"^(?:г|гор|город|м|місто|с|село|пос|қ)\.?\s+(?=[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ])")
_SMALL_BEFORE_DAY = re.compile(r",?\s+(den|d\.|am|vom|the|le|el|il|dne|dnia|dňa)$")
_APART = re.compile(r"\s*(?:\t|[ \u00a0]{3,})\s*")
_PIECE_WORDS, _PLACE_WORDS, _DAY_WORDS, _LONGEST_DAY, _DAY_AND_PLACE = 4, 4, 16, 30, 2


def is_hashtags(line: str) -> bool:
    """Whether a line is nothing but tags: ``#river #dams``."""
    return _TAGGED.fullmatch(line.strip()) is not None


@lru_cache(maxsize=8192)
def is_about(line: str) -> bool:
    """Whether a line tells about the article, not what the article tells: its day, its author, how long it takes.

    ``By Jane Lee | 5 December 2019 | 3 min read``; of several pieces one must be such a fact, and none a sentence.
    """
    if len(line) > LONGEST_LINE:
        return False
    if _is_fact(line) or place_of_date_line(line):
        return True
    parts = [part for part in _BARS.split(line) if part.strip()]
    facts = [_is_fact(part) for part in parts]
    others = [part for part, fact in zip(parts, facts, strict=True) if not fact]
    return any(facts) and all(len(part.split()) <= _PIECE_WORDS and part.strip()[-1] not in ".!?" for part in others)


def _is_fact(line: str) -> bool:
    return (
        is_date_line(line)
        or is_byline(line)
        or bool(posted_by(line))
        or COUNTED.match(line) is not None
        or _AGO.match(line) is not None
        or _is_yearless(line)
        or (len(line.split()) <= _DAY_WORDS and bool(days_in(line)) and is_byline(without_days(line)))
    )


def _is_yearless(line: str) -> bool:
    """Whether a line is a day without its year: ``Thu, May 18``."""
    if len(line) > _LONGEST_DAY or not re.search(r"\d", line):
        return False
    words = [word for word in re.split(r"[\s,]+", line) if word and not is_weekday(word)]
    found = _YEARLESS.match(" ".join(words))
    return found is not None and bool(days_in(f"{' '.join(words)} 2000".replace(".", "")))


def place_of_date_line(line: str) -> str:
    """The place in a line that is a place and a day, ``Aktau, 18 May 2023``; nothing for other lines."""
    days = days_in(line) if len(line) <= LONGEST_LINE else ()
    if len(days) != 1:
        return ""
    before, behind = line[: days[0].start].strip(), line[days[0].end :].strip()
    if not before.strip(".,( ") and _BEFORE_PLACE.match(behind):
        before, behind = _BEFORE_PLACE.sub("", behind).rstrip(".") + ",", ""
    before = _SMALL_BEFORE_DAY.sub(",", before)
    place = _TOWN.sub("", before.rstrip(" ,("))
    before = _TOWN.sub("", before)
    if (
        behind.strip(".,() ")
        or before == place
        or not place
        or any(letter.isdigit() for letter in place)
        or LISTED.match(place)
        or is_label(place)
    ):
        return ""
    words = place.split()
    if is_weekday(words[0].strip(",")) or POSTED.match(place):
        return ""
    return place if len(words) <= _PLACE_WORDS and all(word[0].isupper() for word in words) else ""


def set_apart(line: str) -> str:
    """A line of a day and a place that tabs or many blanks part, with a comma between them; any other as it is."""
    parts = [part for part in _APART.split(line.strip()) if part] if len(line) <= LONGEST_LINE else []
    made = ", ".join(parts)
    return made if len(parts) == _DAY_AND_PLACE and place_of_date_line(made) else line


def facts_in(line: str) -> list[str]:
    """The pieces of a line about the article."""
    return [part.strip() for part in _BARS.split(line) if part.strip()]
