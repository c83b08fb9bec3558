"""Names of months and weekdays in every form, whole and abridged, for reading days in texts of many languages.

For the languages that sources come in they are kept in a file beside this one, which ``tests/day_names.py`` writes
from Unicode's CLDR as Babel has it (the Unicode License 3.0, in ``day_names.txt``); for others they are asked of
``dates``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from pipeline.language import dates

FILE = "day_names.json"


def names_of_months(language: str) -> tuple[tuple[int, str], ...]:
    """Give the months' numbers and names in every form."""
    kept = _kept().get(language)
    if kept is None:
        return dates.names_of_months(language)
    return tuple((number, name) for number in range(1, 13) for name in kept[str(number)])


def names_of_weekdays(language: str) -> tuple[str, ...]:
    """Give the names of the days of the week in every form."""
    kept = _kept().get(language)
    return dates.names_of_weekdays(language) if kept is None else tuple(kept["weekdays"])


@lru_cache(maxsize=1)
def _kept() -> dict[str, dict[str, list[str]]]:
    text = files("pipeline.language").joinpath(FILE).read_text(encoding="utf-8")
    held: dict[str, dict[str, list[str]]] = json.loads(text)
    return held
