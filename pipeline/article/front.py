"""The front matter of an article: the YAML between two lines of three dashes at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from pipeline.manifest import Language
from pipeline.photo import Photo
from pipeline.record import IsoDate, Record

PERIOD_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(/([0-9]{4}-)?([0-9]{2}-)?[0-9]{2})?$"
_PERIOD_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": PERIOD_PATTERN,
    "examples": ["2023-04-05", "2023-04-05/2023-04-06"],
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One day, or the days from ``first`` to ``last``."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """From an ISO date or interval (``2023-04-05``, ``2023-04-05/2023-04-06``, ``2023-04-05/06``); ValueError."""
        first, _, last = text.partition("/")
        try:
            if not re.fullmatch(PERIOD_PATTERN, text):
                raise ValueError  # noqa: TRY301 - one message for all that is no date
            period = cls(date.fromisoformat(first), date.fromisoformat(first[: len(first) - len(last)] + last))
        except ValueError:
            message = f"a date is wanted, as in 2023-04-05, or two with a slash, 2023-04-05/2023-04-06; not {text!r}"
            raise ValueError(message) from None
        if period.last < period.first:
            message = f"the days run backwards in {text}"
            raise ValueError(message)
        return period

    @property
    def one_day(self) -> bool:
        """True when it begins and ends on the same day."""
        return self.first == self.last


PeriodText = Annotated[
    Period,
    BeforeValidator(lambda value: Period.parse(value) if isinstance(value, str) else value),
    WithJsonSchema(_PERIOD_SCHEMA),
]


class FrontMatter(Record):
    """What an article says of itself."""

    title: str = Field(min_length=1, description="The headline.")
    standfirst: str = Field(default="", description="The sentence below the headline that leads into the story.")
    short_title: str = Field(default="", description="A shorter title for the contents and the page foot.")
    kicker: str = Field(default="", description="The word or two above the headline.")
    date: PeriodText | None = Field(default=None, description="The day of the event, or its first/last day.")
    place: str = Field(default="", description="Where it happened.")
    byline: str = Field(default="", description="Who wrote the article.")
    language: Language | None = Field(default=None, description="The article's language, when it is not the issue's.")
    layout: str = Field(default="", description="One of the article templates of the layout.")
    state: Literal["draft", "edited", "approved"] | None = Field(
        default=None, description="How far it is: draft, edited or approved."
    )
    owner: str = Field(default="", description="Who brings it; not printed.")
    due: IsoDate | None = Field(default=None, description="The day by which it is to be edited.")
    length: int | None = Field(default=None, ge=1, description="The length that is wished, in words.")
    photos: tuple[Photo, ...] = Field(default=(), description="The article's photos, in their order.")
