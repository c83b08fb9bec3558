"""What passes between the steps of an import: a source, what a reader found in it, the release that came of it.

Text is in blocks of ``article``, the same that the finished article is read back into. The places of blocks are
of no use here: all carry ``NOWHERE``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pipeline.article import Block, Inline, Note
from pipeline.diagnostic import Finding, Span

NOWHERE = Span("")
Runs: TypeAlias = tuple[Inline, ...]
Beside: TypeAlias = Callable[[str], bytes | None]


def nothing_beside(_path: str) -> bytes | None:
    """For a source that has no files beside it."""
    return None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be imported: its bare name, its bytes, and a way to the files that were saved beside it."""

    name: str
    data: bytes
    beside: Beside = nothing_beside

    @property
    def span(self) -> Span:
        """The source as findings name it."""
        return Span(self.name)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text of the source that is not in the article, and what it was taken for."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A change to the text that is more than leaving out: in words, with what was there and what is."""

    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A picture of the source: its bytes, and what the source says of it. ``name`` is the source's own."""

    data: bytes
    name: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: blocks in their order, and what the source says of itself outside of its text.

    A heading of level 1 among the blocks is the headline, as far as the reader can tell. Pictures stand among
    the blocks as places, whose file is a key of ``pictures``. ``raw`` are the source's lines as they were.
    ``sent`` is the day to be taken where the text names none.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    pictures: tuple[tuple[str, Found], ...] = ()
    title: str = ""
    sent: date | None = None
    date: date | None = None
    place: str = ""
    byline: str = ""
    language: str = ""
    dropped: tuple[Dropped, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()
    attached: tuple[Source, ...] = ()
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A press release as it will be an article.

    ``proposed`` is True where the headline was made from a sentence and an editor must look at it. ``leftover`` are
    pictures and other files of the source that no page can show, which are kept beside it.
    """

    headline: str
    proposed: bool
    standfirst: str
    date: date | None
    place: str
    byline: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    pictures: tuple[Found, ...]
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    findings: tuple[Finding, ...]
    leftover: tuple[tuple[str, bytes], ...] = ()
    attached: tuple[Source, ...] = ()
    raw: tuple[str, ...] = ()


def plain(runs: Runs) -> str:
    """The text of runs on one line."""
    return " ".join("".join(run.text for run in runs).split())
