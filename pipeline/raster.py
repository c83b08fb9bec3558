"""Pages of a finished PDF as pictures: for covers that are shown elsewhere, and for reports that show a place.

What is seen is one of a page's boxes or any part of it, upright as it was painted. Inks are shown in the colours of a
screen, roughly: neither profiles of inks nor overprinting are counted. Refuses what cannot be opened or has no size;
writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from pipeline import limits
from pipeline.measure import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

Frame = Literal["trim", "bleed", "media"]
Corners = tuple[float, float, float, float]
QUALITY = 88
# The renderer counts pixels up to whole ones; a trace less keeps it from adding one to a whole number.
TRACE = 1e-3


class Undrawable(Exception):  # noqa: N818 - what the file is, not a fault of the program
    """The file, or a page of it, cannot be shown; the message says why."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page's picture: a JPEG in RGB of ``width`` by ``height`` pixels.

    ``frame`` is what is seen of the page, in page coordinates (points from the trim's upper left corner, y down).
    """

    data: bytes
    width: int
    height: int
    frame: Box


def page_picture(data: bytes, page: int, width: int, frame: Frame = "trim", quality: int = QUALITY) -> PagePicture:
    """Page ``page`` (from 1) of the PDF in ``data``, ``width`` pixels across; Undrawable. Same bytes, same picture."""
    with opened(data) as pages:
        return pages.picture(page, width, frame, quality)


@contextmanager
def opened(data: bytes) -> Iterator[Pages]:
    """The PDF in ``data``, opened once for the pictures of several pages; Undrawable."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - few commands show pages

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        message = f"the file cannot be opened: {error}"
        raise Undrawable(message) from error
    try:
        yield Pages(document)
    finally:
        document.close()


class Pages:
    """The pages of an open PDF, one at a time; see ``opened``."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def picture(self, page: int, width: int, frame: Frame | Box = "trim", quality: int = QUALITY) -> PagePicture:
        """As ``page_picture``, or what lies in a box (in page coordinates); Undrawable for a page that is not there."""
        with self._page(page) as shown:
            return _drawn(shown, width, frame, quality)

    def frame(self, page: int, frame: Frame = "trim") -> Box:
        """What a picture of the page would show, in page coordinates; Undrawable."""
        with self._page(page) as shown:
            return _box(shown.get_trimbox(), _seen(shown, frame))

    @contextmanager
    def _page(self, page: int) -> Iterator[PdfPage]:
        from pypdfium2 import PdfiumError  # noqa: PLC0415

        if not 0 < page <= len(self):
            message = f"there is no page {page}"
            raise Undrawable(message)
        try:
            shown = self._document[page - 1]
        except PdfiumError as error:
            message = f"page {page} cannot be opened: {error}"
            raise Undrawable(message) from error
        try:
            yield shown
        finally:
            shown.close()


def _drawn(page: PdfPage, width: int, frame: Frame | Box, quality: int) -> PagePicture:
    trim, seen = page.get_trimbox(), _seen(page, frame)
    across, down = seen[2] - seen[0], seen[3] - seen[1]
    if across <= 0 or down <= 0 or width * width * down / across > limits.PICTURE_PIXELS:
        message = f"a page of {across:.0f} by {down:.0f} points cannot be shown"
        raise Undrawable(message)
    crop, rotation = page.get_cropbox(), page.get_rotation()
    page.set_cropbox(*seen)
    page.set_rotation(0)
    bitmap = page.render(scale=(width - TRACE) / across)
    image: Any = bitmap.to_pil().convert("RGB")
    bitmap.close()
    # Later pictures of the page ask it for its boxes again.
    page.set_cropbox(*crop)
    page.set_rotation(rotation)
    stream = BytesIO()
    image.save(stream, "jpeg", quality=quality, subsampling=0, optimize=True)
    return PagePicture(stream.getvalue(), image.width, image.height, _box(trim, seen))


def _box(trim: Corners, seen: Corners) -> Box:
    """A box of the sheet in page coordinates."""
    return Box(seen[0] - trim[0], trim[3] - seen[3], seen[2] - seen[0], seen[3] - seen[1])


def _seen(page: PdfPage, frame: Frame | Box) -> Corners:
    """The box that was asked for, as far as the sheet reaches."""
    media: Corners = page.get_mediabox()
    if isinstance(frame, Box):
        left, _, _, top = page.get_trimbox()
        x0, y0, x1, y1 = left + frame.left, top - frame.bottom, left + frame.right, top - frame.top
    else:
        x0, y0, x1, y1 = {"trim": page.get_trimbox, "bleed": page.get_bleedbox, "media": page.get_mediabox}[frame]()
    return max(x0, media[0]), max(y0, media[1]), min(x1, media[2]), min(y1, media[3])
