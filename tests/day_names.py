"""Writes the names of months and weekdays that days in texts are read by: `python -m tests.day_names`.

They are CLDR's, as Babel has them. Babel reads a language's whole data for them, which for forty languages takes
longer than reading a release does; so the few names that are wanted are kept beside the code.
"""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import language
from pipeline.language.dates import names_of_months, names_of_weekdays
from pipeline.language.day_names import FILE
from pipeline.language.day_reading import SOURCE_LANGUAGES


def names_of(tag: str) -> dict[str, list[str]]:
    """The names of each month by its number, and of the days of the week."""
    months = {
        str(number): sorted({name for one, name in names_of_months(tag) if one == number}) for number in range(1, 13)
    }
    return {**months, "weekdays": sorted(set(names_of_weekdays(tag)))}


def written() -> str:
    """The file as it must be."""
    lines = (f'"{tag}": {json.dumps(names_of(tag), ensure_ascii=False)}' for tag in SOURCE_LANGUAGES)
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    Path(language.__file__).with_name(FILE).write_text(written(), encoding="utf-8")
