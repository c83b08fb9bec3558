"""What is asked of a build, and what it gives: options, the finished document, and the outcome with its findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.diagnostic import Report

if TYPE_CHECKING:
    from pipeline.press import Order

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """``only`` is the path of one article, as the manifest names it; ``photos`` original passes them through.

    The pages of one article are numbered from ``first``. With a ``press`` order the edition is for a printer. ``made``
    is told of the document before it is proved.
    """

    only: str = ""
    first: int = 1
    photos: Literal["screen", "original"] = "screen"
    press: Order | None = None
    progress: Progress | None = None
    made: Callable[[Document], object] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A finished publication: its file name, its bytes and what is in it."""

    name: str
    data: bytes
    pages: int
    words: int
    photos: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: a document, unless the report refuses it; and the text of its flatplan, where it is new."""

    document: Document | None
    report: Report
    flatplan: str = ""
