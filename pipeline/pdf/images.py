"""Pictures in a PDF: JPEG files as they are, shades of one colour, and the places of supplied PDF pages.

A JPEG's bytes are never touched: what is embedded is what was given. ReportLab's forms lose their graphics
states and colour spaces, so that a supplied page is left a named, empty place, which the finishing pass fills
with the page itself (see ``Placement``). Words come from ISO 32000-1, 8.9, 8.10 and 11.6.5.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFDocument, PDFName, PDFStream

from pipeline.pdf.stream import compressed
from pipeline.pdf.syntax import Area, Matrix, number, numbers

Pixel = tuple[str, bytes]
"""The colour space of a one-colour image, and one pixel of it."""

STEPS = 256
_SPACES = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


class Jpeg(Protocol):
    """A JPEG file ready to embed, of 8 bits a component: such as a ``Rendition`` of ``pipeline.picture``."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""

    @property
    def identity(self) -> str:
        """The same for the same bytes; files of one identity are stored once."""

    @property
    def width(self) -> int:
        """Pixels across, as stored."""

    @property
    def height(self) -> int:
        """Pixels down, as stored."""

    @property
    def components(self) -> int:
        """1 for gray, 3 for RGB, 4 for CMYK."""

    @property
    def inverted(self) -> bool:
        """True of CMYK whose values run from full ink to none, as in files with Adobe's marker."""

    @property
    def icc(self) -> bytes | None:
        """The profile that gives the numbers their meaning, if it is to be embedded."""

    @property
    def mask(self) -> bytes:
        """How opaque each pixel is, a byte each row by row; empty where all are."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The place of a supplied PDF's page, for the finishing pass to fill.

    The page of index ``sheet`` already shows the form that its resources hold under ``name``: an empty one, in points,
    whose BBox is what may be seen and whose rectangle [0 0 width height] is for the supplied page's trim.
    To fill it: take page ``page`` of the file that ``source`` names as a form XObject F (with pikepdf,
    ``Page.as_form_xobject``), widen F's BBox to its bleed, put F into the empty form's resources, and write as
    content ``q <placed_matrix(placement, trim)> cm /F Do Q``, the trim being seen through F's own Matrix.
    """

    sheet: int
    name: str
    source: str
    page: int
    width: float
    height: float
    fit: Literal["contain", "cover"] = "contain"


def placed_matrix(placement: Placement, supplied: Area) -> Matrix:
    """The matrix that puts the rectangle ``supplied`` into the placement, centred, without distortion."""
    across, down = placement.width / supplied.width, placement.height / supplied.height
    scale = min(across, down) if placement.fit == "contain" else max(across, down)
    x = (placement.width - scale * supplied.width) / 2 - scale * supplied.left
    y = (placement.height - scale * supplied.height) / 2 - scale * supplied.bottom
    return scale, 0.0, 0.0, scale, x, y


class _Coded(PDFStream):  # type: ignore[misc]
    """The stream of a JPEG, which is many and held no longer than until it is written."""

    def format(self, document: PDFDocument) -> bytes:
        written: bytes = super().format(document)
        self.content = None
        return written


class Images:
    """The image objects of one document. Each method gives an object's name for resource dictionaries."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._names: dict[Hashable, str] = {}
        self._objects: dict[str, object] = {}
        self._profiles: dict[bytes, object] = {}
        self._placed = 0

    def references(self, names: Iterable[str]) -> PDFDictionary:
        """The XObject dictionary of a page's resources."""
        return PDFDictionary({name: self._objects[name] for name in names})

    def jpeg(self, jpeg: Jpeg) -> str:
        """The image of a JPEG file, stored once for each contents."""
        return self._names.get(jpeg.identity) or self._register(jpeg.identity, self._jpeg_stream(jpeg))

    def gradient(self, pixel: Pixel, opacities: tuple[float, float], angle: int, space: object = None) -> str:
        """An image of one colour whose opacity runs from the first value to the second: rightwards or upwards.

        ``space`` is the pixel's colour space, where it is not one that its name says all of.
        """
        key = (pixel, opacities, angle)
        return self._names.get(key) or self._register(key, self._gradient_stream(*key, space or PDFName(pixel[0])))

    def place(self, seen: Area) -> str:
        """An empty form of which ``seen`` shows, for the finishing pass to fill."""
        self._placed += 1
        name = f"Placed{self._placed}"
        about = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArrayCompact([number(edge) for edge in seen]),
            "Resources": PDFDictionary(),
        }
        self._objects[name] = self._document.Reference(PDFStream(PDFDictionary(about), content=b"\n"))
        return name

    def _register(self, key: Hashable, stream: PDFStream) -> str:
        name = self._names[key] = f"Im{len(self._names) + 1}"
        self._objects[name] = self._document.Reference(stream)
        return name

    def _jpeg_stream(self, jpeg: Jpeg) -> PDFStream:
        stream = _image(jpeg.width, jpeg.height, self._space(jpeg), jpeg.data, coded=True)
        if jpeg.inverted:
            stream.dictionary["Decode"] = PDFArrayCompact([1, 0] * jpeg.components)
        if jpeg.mask:
            mask = _image(jpeg.width, jpeg.height, PDFName("DeviceGray"), jpeg.mask)
            stream.dictionary["SMask"] = self._document.Reference(mask)
        return stream

    def _space(self, jpeg: Jpeg) -> object:
        if jpeg.icc is None:
            return PDFName(_SPACES[jpeg.components])
        if jpeg.icc not in self._profiles:
            about = {"N": jpeg.components, "Alternate": PDFName(_SPACES[jpeg.components])}
            stream = compressed(jpeg.icc, about)
            self._profiles[jpeg.icc] = PDFArrayCompact([PDFName("ICCBased"), self._document.Reference(stream)])
        return self._profiles[jpeg.icc]

    def _gradient_stream(self, pixel: Pixel, opacities: tuple[float, float], angle: int, space: object) -> PDFStream:
        first, last = opacities
        shades = bytes(round(255 * (first + (last - first) * step / (STEPS - 1))) for step in range(STEPS))
        width, height = (1, STEPS) if angle else (STEPS, 1)
        # An image's rows run downwards.
        mask = _image(width, height, PDFName("DeviceGray"), shades[::-1] if angle else shades)
        stream = _image(width, height, space, pixel[1] * STEPS)
        stream.dictionary["SMask"] = self._document.Reference(mask)
        return stream


def _image(width: int, height: int, space: object, content: bytes, *, coded: bool = False) -> PDFStream:
    about = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": 8,
    }
    if coded:
        return _Coded(PDFDictionary({**about, "Filter": PDFName("DCTDecode")}), content=content)
    return compressed(content, about)


def drawn(name: str, matrix: Matrix) -> str:
    """The operators that show an object through ``matrix``: an image fills the unit square, a form its own box."""
    return f"{numbers(*matrix)} cm /{name} Do"
