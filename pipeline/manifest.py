"""The manifest: what an issue's ``issue.yaml`` may say.

The keys are those of the editors' guide (issues/README.md). A minimal manifest has the publication's
title, the quarter and one section with one article; everything else has a default or may be left out.
Refused here: unknown keys, values of the wrong kind. Whether files are there is the business of ``issue``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from pipeline.photo import FilePath, Focus, Photo
from pipeline.record import IsoDate, Record

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
QUARTER_PATTERN = r"^[0-9]{4}-[Qq][1-4]$"
MONTH_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
MONTHS_IN_QUARTER = 3
MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year: ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """From ``2023-Q2`` (or ``2023-q2``); ValueError for anything else."""
        if not re.fullmatch(QUARTER_PATTERN, text):
            message = f"a year and a quarter are wanted, as in 2023-Q2, not {text!r}"
            raise ValueError(message)
        return cls(int(text[:4]), int(text[-1]))

    @property
    def months(self) -> tuple[date, date, date]:
        """The first days of its three months."""
        first = (self.number - 1) * MONTHS_IN_QUARTER + 1
        return date(self.year, first, 1), date(self.year, first + 1, 1), date(self.year, first + 2, 1)

    @property
    def day_after(self) -> date:
        """The first day that no longer belongs to it."""
        last = self.months[-1]
        return date(last.year + 1, 1, 1) if last.month == MONTHS_IN_YEAR else date(last.year, last.month + 1, 1)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def _month(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(MONTH_PATTERN, value):
            message = f"a month is wanted, as in 2023-04, not {value!r}"
            raise ValueError(message)
        return date.fromisoformat(f"{value}-01")
    return value


def _language(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(LANGUAGE_PATTERN, value):
        message = f"a language is wanted, as in en-GB, ru or kk-KZ, not {value!r}"
        raise ValueError(message)
    return value


def _pattern(pattern: str, *examples: str) -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string", "pattern": pattern, "examples": list(examples)}
    return WithJsonSchema(schema)


QuarterText = Annotated[
    Quarter,
    BeforeValidator(lambda value: Quarter.parse(value) if isinstance(value, str) else value),
    _pattern(QUARTER_PATTERN, "2023-Q2"),
]
State = Literal["planned", "draft", "edited", "approved"]
"""How far an article has come."""
Month = Annotated[date, BeforeValidator(_month), _pattern(MONTH_PATTERN, "2023-04")]
Language = Annotated[str, BeforeValidator(_language), _pattern(LANGUAGE_PATTERN, "en-GB", "ru", "kk-KZ")]


class Publication(Record):
    """The periodical."""

    title: str = Field(min_length=1, description="The name of the periodical, as on the nameplate.")
    subtitle: str = Field(default="", description="What stands below the name.")


class Pages(Record):
    """The page budget."""

    multiple_of: int = Field(default=4, ge=1, description="The number of pages is brought up to a multiple of this.")
    at_most: int | None = Field(default=None, ge=1, description="More pages than this are an error.")


class Cover(Record):
    """The front cover."""

    photo: FilePath | None = Field(default=None, description="The picture that fills the cover.")
    focus: Focus = (0.5, 0.5)
    headline: str = Field(default="", description="The main line on the cover.")
    lines: tuple[str, ...] = Field(default=(), description="Further lines that announce what is inside.")
    credit: str = Field(default="", description="Whose photo it is; printed on an inner page.")
    caption: str = Field(default="", description="What the cover shows; printed on an inner page.")
    alt: str = Field(default="", description="What the cover photo shows, for readers who cannot see it.")
    copyright: str = Field(default="", description="Who holds its rights; not printed.")
    consent: str = Field(
        default="",
        description="Who has agreed to be shown, or where that is kept; not printed.",
    )


class Masthead(Record):
    """Who publishes, and how to reach them."""

    publisher: str = Field(default="", description="The organisation that publishes.")
    address: str = Field(default="", description="Its postal address.")
    phone: str = Field(default="", description="Its telephone number, with the country code.")
    email: str = Field(default="", description="Its e-mail address.")
    web: str = Field(default="", description="Its web address: www.example.org")
    social: tuple[str, ...] = Field(default=(), description="Names or addresses in social media.")
    note: str = Field(default="", description="A closing line, such as Distributed free of charge.")


class Signature(Record):
    """Who signs the foreword."""

    short_form: ClassVar[str] = "name"

    name: str = Field(default="", description="The name of who signs.")
    role: str = Field(default="", description="Their office.")


class Foreword(Record):
    """The foreword: an article of its own form, with a portrait and a signature."""

    article: FilePath = Field(description="The article's file: articles/foreword.md")
    portrait: Photo | None = Field(default=None, description="The author's portrait: a path, or a photo block.")
    signed: Signature = Field(default=Signature(), description="The name and role below the text.")


class Planned(Record):
    """An article that is expected, or was: what was agreed with who writes it."""

    short_form: ClassVar[str] = "title"

    title: str = Field(min_length=1, description="What it is called while it is not there.")
    article: FilePath | None = Field(
        default=None,
        description="The file in which it will be: articles/almaty.md; this line goes for that.",
    )
    state: State = Field(default="planned", description="How far it is: planned, draft, edited or approved.")
    owner: str = Field(default="", description="Who brings it.")
    due: IsoDate | None = Field(default=None, description="The day by which it is to be edited.")
    length: int | None = Field(default=None, ge=1, description="The length that is wished, in words.")


class Section(Record):
    """A part of the issue: a month, or a part with a title of its own."""

    month: Month | None = Field(default=None, description="The month, as in 2023-04.")
    title: str = Field(default="", description="A title in place of the month's name.")
    articles: tuple[FilePath, ...] = Field(
        default=(), min_length=1, description="The articles in their order: articles/almaty.md"
    )
    planned: tuple[Planned, ...] = Field(default=(), description="Articles to come; the issue is made without them.")
    photo: Photo | None = Field(default=None, description="A picture for the page that opens the section.")

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if self.month is None and not self.title:
            message = "a section needs month: 2023-04, or title: a heading"
            raise ValueError(message)
        if not self.articles and not self.planned:
            message = "a section needs articles: [articles/almaty.md], or planned: with the titles of what is to come"
            raise ValueError(message)
        return self


def artwork_name(file: str, page: int | None) -> str:
    """``adverts/bank.pdf``, or ``adverts/bank.pdf#2`` where the second of its pages is meant."""
    return f"{file}#{page}" if page else file


class Advert(Record):
    """An advert that was supplied as a PDF or a picture."""

    file: FilePath = Field(description="The PDF or picture: adverts/bank.pdf")
    page: int | None = Field(default=None, ge=1, description="Which page of a PDF that has several.")
    size: str = Field(default="full-page", description="The booked size: one of the advert sizes of the layout.")
    after: FilePath | None = Field(
        default=None, description="The article that it follows; when left out it stands where it fits best."
    )
    side: Literal["right", "left"] | None = Field(default=None, description="The side of the spread that is wished.")
    before_page: int | None = Field(default=None, ge=2, description="It is wished on a page before this one.")
    alt: str = Field(default="", description="What the advert says, for readers who cannot see it.")

    @property
    def name(self) -> str:
        """What it is told apart by from others: its file, with the page of it that is named."""
        return artwork_name(self.file, self.page)


class Gallery(Record):
    """Pictures with captions at the end of the issue."""

    title: str = Field(default="", description="The heading above the pictures.")
    photos: tuple[Photo, ...] = Field(min_length=1, description="The pictures in their order.")


class HouseAdvert(Record):
    """An advert of the publisher's own, which stands where a page has room."""

    short_form: ClassVar[str] = "file"

    file: FilePath = Field(description="The PDF or picture: adverts/house.pdf")
    page: int | None = Field(default=None, ge=1, description="Which page of a PDF that has several.")
    alt: str = Field(default="", description="What the advert says, for readers who cannot see it.")

    @property
    def name(self) -> str:
        """What it is told apart by from others: its file, with the page of it that is named."""
        return artwork_name(self.file, self.page)


class Filler(Record):
    """What may fill a page that would end short: one of a spare photo, a pull quote, a house advert."""

    photo: Photo | None = Field(default=None, description="A spare photo: a path, or a photo block.")
    pull: FilePath | None = Field(
        default=None, description="The article whose pull quotes stand where its pages have room, and not in its text."
    )
    advert: HouseAdvert | None = Field(default=None, description="A house advert: a path, or a block with its alt.")

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(part is not None for part in (self.photo, self.pull, self.advert)) != 1:
            message = "a filler is one of photo, pull and advert, as in - photo: photos/spare.jpg"
            raise ValueError(message)
        return self


class Manifest(Record):
    """An issue, as its editor describes it."""

    publication: Publication = Field(description="The periodical's name.")
    issue: QuarterText = Field(description="The quarter; its months follow from it.")
    number: Annotated[str, WithJsonSchema({"type": ["string", "integer"]})] = Field(
        default="", description="The number of the issue, if the periodical counts them."
    )
    date: IsoDate = Field(
        default_factory=lambda given: given["issue"].day_after,
        description="The day of publication; the day after the quarter when left out.",
    )
    press: IsoDate | None = Field(default=None, description="The day on which the issue goes to the press.")
    language: Language = Field(default="en-GB", description="The language of the issue.")
    layout: str = Field(default="voice", min_length=1, description="The layout: a folder in layouts/, or built in.")
    pages: Pages = Field(default=Pages(), description="How many pages the issue may have.")
    cover: Cover | None = Field(default=None, description="The front cover.")
    masthead: Masthead | None = Field(default=None, description="Who publishes, and how to reach them.")
    foreword: Foreword | None = Field(default=None, description="The foreword with its portrait and signature.")
    sections: tuple[Section, ...] = Field(min_length=1, description="The months, or other parts, with their articles.")
    adverts: tuple[Advert, ...] = Field(default=(), description="Adverts, each with its booked size and its place.")
    gallery: Gallery | None = Field(default=None, description="Pictures with captions at the end.")
    fillers: tuple[Filler, ...] = Field(
        default=(), description="What may fill pages that would end short, the best first; used where it fits."
    )

    @property
    def artwork(self) -> tuple[Advert | HouseAdvert, ...]:
        """Every advert, those of the house last."""
        return (*self.adverts, *(filler.advert for filler in self.fillers if filler.advert))
