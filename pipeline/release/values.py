"""What a release is made of, and what a run comes to. Sizes are bytes, digests SHA-256 in hexadecimal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from pipeline.diagnostic import Report
from pipeline.press import Order
from pipeline.publication import Progress

Purpose = Literal["screen", "press", "booklet", "cover", "article", "preflight", "record", "checksums"]

# What each file is for, in the order in which they are told.
PURPOSES: dict[Purpose, str] = {
    "screen": "for readers on screens",
    "press": "for the printing house",
    "booklet": "sheets, to be folded",
    "cover": "the cover, to be shown",
    "article": "each article by itself",
    "preflight": "what was proved of it",
    "record": "sources, findings, pages",
    "checksums": "for sha256sum -c",
}
RECORD, CHECKSUMS = "release.json", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of a release: the press that it is for, and whether it takes the place of an older one."""

    order: Order
    replace: bool = False
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A finished file: its path in the release, its bytes, and what there is to say of it.

    ``claims`` are the standards that were proved of it; ``of`` is the article or the file that it is about; ``pixels``
    are those of a picture.
    """

    path: str
    purpose: Purpose
    data: bytes
    pages: int = 0
    claims: tuple[str, ...] = ()
    of: str = ""
    pixels: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A piece without its bytes, which are on the disk."""

    path: str
    purpose: Purpose
    size: int
    sha256: str
    pages: int = 0
    claims: tuple[str, ...] = ()
    of: str = ""
    pixels: tuple[int, int] | None = None

    @classmethod
    def from_piece(cls, piece: Piece) -> Filed:
        """Of a piece that was written."""
        sha256 = hashlib.sha256(piece.data).hexdigest()
        return cls(
            piece.path, piece.purpose, len(piece.data), sha256, piece.pages, piece.claims, piece.of, piece.pixels
        )


@dataclass(frozen=True, slots=True)
class Released:
    """What a run came to: files, none where the report refuses.

    ``written`` is False where the same release was there already; ``removed`` are files of the older one that are no
    longer part of it.
    """

    report: Report
    files: tuple[Filed, ...] = ()
    written: bool = False
    removed: tuple[str, ...] = ()
