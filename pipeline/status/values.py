"""What the status of an issue is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from pipeline.diagnostic import Span
from pipeline.manifest import State

STATES: tuple[State, ...] = get_args(State)
UNFINISHED = frozenset({"planned", "draft"})


@dataclass(frozen=True, slots=True)
class Line:
    """One article. ``path`` is empty while no file is named; ``length`` is the wished one in words, None without one.

    ``missing`` are things in words, ``2 captions``; ``errors`` what else stops a build; ``pages`` those of the last
    build, empty where it has none.
    """

    section: str
    title: str
    path: str
    language: str
    state: State
    owner: str
    due: date | None
    words: int
    length: int | None
    photos: int
    missing: tuple[str, ...]
    errors: int
    pages: tuple[int, ...]
    span: Span | None

    @property
    def expected(self) -> int:
        """The words that it has, or while it is planned those that are wished."""
        return self.words or self.length or 0

    def late(self, today: date) -> bool:
        """Whether its day is past and it is not edited yet."""
        return self.due is not None and self.due < today and self.state in UNFINISHED


@dataclass(frozen=True, slots=True)
class Pages:
    """The page budget. ``built`` and ``expected`` are None where there was no build to go by.

    ``expected`` is reckoned: what is not on a page yet takes as much room as the words that are, and the number is
    brought up to a multiple of ``multiple_of``.
    """

    built: int | None
    expected: int | None
    multiple_of: int
    at_most: int | None

    @property
    def too_many(self) -> bool:
        """Whether more are expected than there may be."""
        return self.at_most is not None and self.expected is not None and self.expected > self.at_most


@dataclass(frozen=True, slots=True)
class Status:
    """How an issue stands. ``besides`` is what pictures of the manifest lack: of the cover, the gallery and so on.

    ``errors`` are all that stop a build, wherever they are, but not that everything is planned yet.
    """

    issue: str
    title: str
    language: str
    today: date
    press: date | None
    lines: tuple[Line, ...]
    besides: tuple[str, ...]
    errors: int
    pages: Pages

    @property
    def days_left(self) -> int | None:
        """Days to the press, less than nought when it has been; None without a day."""
        return None if self.press is None else (self.press - self.today).days

    @property
    def counts(self) -> dict[State, int]:
        """How many articles there are of each state."""
        return {state: sum(line.state == state for line in self.lines) for state in STATES}

    @property
    def late(self) -> tuple[Line, ...]:
        """The articles whose day is past."""
        return tuple(line for line in self.lines if line.late(self.today))

    @property
    def words(self) -> int:
        """The words that are there."""
        return sum(line.words for line in self.lines)

    @property
    def expected_words(self) -> int:
        """The words that are there and those that planned articles will have."""
        return sum(line.expected for line in self.lines)

    @property
    def photos(self) -> int:
        """The photos of articles."""
        return sum(line.photos for line in self.lines)
