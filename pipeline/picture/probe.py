"""Looking at a picture without opening it: format, size, orientation, colours, profile.

Only headers are read and no image is decoded, so that checking an issue costs milliseconds and a bomb
nothing. Refuses what cannot be printed, in the words of the person who put the file there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from pipeline import limits
from pipeline.colour_management import is_srgb
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.picture import jpeg, png, tiff, webp
from pipeline.picture.header import Format, Header, Mode, RefusalError

MEGAPIXEL = 1_000_000
FIRST_TURNED = 5
_READERS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], Header]], ...] = (
    (re.compile(rb"\xff\xd8\xff"), jpeg.read),
    (re.compile(re.escape(png.SIGNATURE)), png.read),
    (re.compile(rb"II[*+]\0|MM\0[*+]"), tiff.read),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), webp.read),
)
_STRANGERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"BM....\0\0\0\0", re.DOTALL), "BMP"),
    (re.compile(rb"....ftyp(hei|hev|mif1|msf1)", re.DOTALL), "HEIC, as telephones write it"),
    (re.compile(rb"....ftypavi", re.DOTALL), "AVIF"),
    (re.compile(rb"....ftypcrx", re.DOTALL), "a camera's raw format"),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"), "JPEG 2000"),
    (re.compile(rb"\0\0\0\x0cJXL |\xff\x0a"), "JPEG XL"),
    (re.compile(rb"8BPS"), "Photoshop's PSD"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "EPS"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml|<svg|<!DOCTYPE svg)"), "SVG"),
)


class PictureFile(Protocol):
    """What is asked of a file: the path that users see, and its bytes."""

    @property
    def path(self) -> str: ...  # noqa: D102 - said above

    def read_bytes(self) -> bytes: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as its headers tell it. ``width`` and ``height`` are pixels of the upright picture.

    ``icc`` is the SHA-256 of the embedded profile or None; ``srgb`` is False when a profile gives the numbers
    another meaning than sRGB's; ``inverted`` marks Adobe's CMYK.
    """

    path: str
    format: Format
    width: int
    height: int
    orientation: int
    mode: Mode
    alpha: bool
    icc: str | None
    srgb: bool
    progressive: bool
    inverted: bool

    @property
    def aspect(self) -> float:
        """Width over height of the upright picture."""
        return self.width / self.height


def read_header(data: bytes) -> Header:
    """The header of a picture in a supported format; RefusalError for anything else."""
    for start, reader in _READERS:
        if start.match(data):
            header = reader(data)
            if header.width * header.height > limits.PICTURE_PIXELS:
                size = header.width * header.height / MEGAPIXEL
                reason = f"has {size:.0f} million pixels; at most {limits.PICTURE_PIXELS // MEGAPIXEL} are allowed"
                raise RefusalError("E303", reason, "Save it smaller.")
            return header
    names = "JPEG, PNG, TIFF or WebP"
    for start, name in _STRANGERS:
        if start.match(data):
            raise RefusalError("E302", f"is {name}; pictures are {names}", "Export it as JPEG in the best quality.")
    raise RefusalError("E302" if data else "E301", f"is not a picture; pictures are {names}" if data else "is empty")


def probe(file: PictureFile, named_at: Span | None = None) -> Picture:
    """What the headers of a picture say; Fault E300 to E305, at ``named_at`` or else at the file."""
    data = file.read_bytes()
    try:
        header = read_header(data)
    except RefusalError as refusal:
        raise fault(file.path, refusal, named_at) from None
    turned = header.orientation >= FIRST_TURNED
    icc = header.icc
    return Picture(
        path=file.path,
        format=header.format,
        width=header.height if turned else header.width,
        height=header.width if turned else header.height,
        orientation=header.orientation,
        mode=header.mode,
        alpha=header.alpha,
        icc=hashlib.sha256(icc).hexdigest() if icc else None,
        srgb=icc is None or is_srgb(icc),
        progressive=header.progressive,
        inverted=header.inverted,
    )


def fault(path: str, refusal: RefusalError, named_at: Span | None = None) -> Fault:
    """The refusal in the user's words."""
    name = PurePosixPath(path).name
    hint = refusal.hint or "Save it again as JPEG, or ask for the file once more."
    return Fault(Finding(refusal.code, f"{name} {refusal.reason}.", named_at or Span(path), hint))
