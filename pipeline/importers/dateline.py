"""The dateline at the head of a release's first paragraph: ``ASTANA, Kazakhstan, 5 December 2019 (Agency) – The …``.

Without a day it is taken for one only where it cannot be the beginning of a sentence: behind the dash a new one begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.importers.runs import words_of
from pipeline.language.day_reading import days_in

_LETTER = r"[^\W\d_]"
_PLACE = (
    rf"(?P<place>{_LETTER}[^\W\d_.’'-]*(?:[ .’'/-]{{1,2}}{_LETTER}[\w’'-]*){{0,4}}?"
    rf"(?:,\s*{_LETTER}[\w’' -]{{2,30}}?)??)"
)
_DASH = r"(?:\s*[–—]\s*|\s+-{1,2}\s+|\s*(?:\([^\W\d][^\W\d .]*[^\d()]{0,19}\)|/[^\d/]{2,20}/)\s*[–—-]{1,2}\s*)"
_DATED = re.compile(rf"^{_PLACE}(?:\s*[,.]\s*|\s+|\s*\(|\s*/)(?P<when>[^–—()/]{{0,40}}?)[)/]?\s*[.:]?{_DASH}")
# Or with a full stop behind the year: ``Wien, 12. Mai 2023. Auf dem …``.
_STOPPED = re.compile(
    rf"^{_PLACE}\s*,\s*(?P<when>[^–—()/,]{{0,30}}\d{{4}}(?:\s(?:г|года|р|року|r))?)\s*[.:]\s+(?=[^\W\d_a-zа-яё]|[\"'«“‘„])"
)
_UNDATED = re.compile(rf"^{_PLACE}\s*[.:]?{_DASH}(?=[^\W\d_a-zа-яё]|[\"'«“‘„])")
_COUNTRY_WORDS, _FEW_LETTERS = 3, 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: where it ends in the text, its place as a name, and its day if it has one."""

    end: int
    place: str
    day: date | None = None


def begins_with_dateline(text: str) -> bool:
    """Whether a text begins with a place, a day and a dash."""
    match = _DATED.match(text) or _STOPPED.match(text)
    return match is not None and bool(days_in(match["when"]))


def dateline_of(text: str, posted: date | None, *, month_first: bool = False) -> Dateline | None:
    """The dateline of a text; None without one, and for one whose day is not that of posting, which must stay."""
    match = next((found for form in (_DATED, _STOPPED) if (found := form.match(text)) and days_in(found["when"])), None)
    days = days_in(match["when"], month_first=month_first) if match else ()
    if match and days:
        country = match["when"][: days[0].start].strip(" ,.")
        behind = match["when"][days[0].end :]
        named = len(country.split()) <= _COUNTRY_WORDS and all(word[0].isupper() for word in country.split())
        if not named or words_of(behind) > 1 or (posted and posted != days[0].day):
            return None
        parts = text[: match.start("when") + days[0].start].strip(" ,.(/").split(",")
        place = ", ".join(_as_name(part.strip(" ,.(/")) for part in parts if part.strip(" ,.(/"))
        return Dateline(match.end(), place, days[0].day)
    plainly = _UNDATED.match(text)
    if plainly is None:
        return None
    place = plainly["place"]
    capitals = place.isupper() and len(place) > _FEW_LETTERS
    capital = (
        place[0].isupper()
        and not place.isupper()
        and words_of(place) <= 1
        and not text[: plainly.end()].rstrip().endswith("-")
    )
    return Dateline(plainly.end(), _as_name(place)) if capitals or capital else None


def _as_name(place: str) -> str:
    """A place in capitals as a name: ``ASTANA`` is Astana; short ones may be abbreviations."""
    return " ".join(w.capitalize() if w.isupper() and len(w) >= _FEW_LETTERS else w for w in place.split())
