"""Placing supplied pages: from a page of one PDF to a form XObject in an empty place of another.

Turned pages are set upright and the page's own unit is made points, so that a form's trim fills a rectangle from
the origin; its bleed goes with it only where the place shows more than the trim. Private data, references to other
files, PostScript and layers' switches are taken off on the way. Words are those of ISO 32000-1, 8.10 and 14.11.2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.pdf.images import Placement, placed_matrix
from pipeline.pdf.syntax import Area, upright
from pipeline.picture.header import RefusalError
from pipeline.picture.jpeg import without_private_data
from pipeline.supplied.archive import Profiles, mend, own_profile
from pipeline.supplied.objects import things_of
from pipeline.supplied.probe import Edges
from pipeline.supplied.reader import box_of, turn_of

SLACK = 0.01
PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/OPI", "/Ref", "/AA", "/AF",
           "/Thumb", "/Measure", "/PtData", "/OC")  # fmt: skip
JPEGS = (pikepdf.Name.DCTDecode, pikepdf.Array([pikepdf.Name.DCTDecode]))
FAILURES = (pikepdf.PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Form:
    """A page as a form whose trim fills (0, 0) to (``width``, ``height``), in points."""

    xobject: pikepdf.Object
    width: float
    height: float


def fill(
    pdf: pikepdf.Pdf,
    placements: Sequence[Placement],
    supplied: Mapping[str, bytes],
    sources: ExitStack,
    *,
    archival: bool = False,
) -> None:
    """Puts supplied pages into the empty forms that the canvas left; a page used twice is stored once.

    ``supplied`` holds the files' bytes by the placements' ``source``. What is opened stays open in ``sources``,
    which the caller closes after saving. ``archival`` pages are mended for a file that claims PDF/A. Fault E606 for a
    page that is damaged within; KeyError for a placement that the document or ``supplied`` does not know.
    """
    opened: dict[str, pikepdf.Pdf] = {}
    forms: dict[tuple[str, int, bool], Form] = {}
    profiles = Profiles(pdf)
    for placement in placements:
        place = pdf.pages[placement.sheet].Resources.XObject[f"/{placement.name}"]
        data = supplied[placement.source]
        try:
            if placement.source not in opened:
                opened[placement.source] = sources.enter_context(pikepdf.Pdf.open(BytesIO(data)))
            key = (placement.source, placement.page, _shows_bleed(place, placement))
            if key not in forms:
                page = opened[placement.source].pages[placement.page]
                forms[key] = _copied(pdf, page, bleeds=key[2])
                if archival:
                    mend(forms[key].xobject, own_profile(opened[placement.source]), profiles)
        except FAILURES as error:
            message = f"{placement.source} is damaged within: its page {placement.page + 1} cannot be placed."
            hint = "Ask for it again, or let a PDF viewer print it into a new PDF."
            raise Fault(Finding("E606", message, Span(placement.source), hint)) from error
        _put(place, forms[key], placement)


def _put(place: pikepdf.Object, form: Form, placement: Placement) -> None:
    matrix = placed_matrix(placement, Area(0.0, 0.0, form.width, form.height))
    place.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=form.xobject))
    place.write(f"q {' '.join(map(_decimal, matrix))} cm /Page Do Q\n".encode("ascii"))


def _decimal(value: float) -> str:
    """Fine enough that a page scaled up from a stamp's size still meets its edges."""
    text = f"{value:.8f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _shows_bleed(place: pikepdf.Object, placement: Placement) -> bool:
    """True when more may be seen than the rectangle for the trim."""
    seen = Edges.of(float(n) for n in place.BBox)
    return seen.width > placement.width + SLACK or seen.height > placement.height + SLACK


def _copied(pdf: pikepdf.Pdf, page: pikepdf.Page, *, bleeds: bool) -> Form:
    """The page, to its trim or its bleed, as a form of ``pdf``: upright and in points, the trim at the origin."""
    xobject = page.as_form_xobject(handle_transformations=False)
    trim, turn = box_of(page, "TrimBox"), turn_of(page)
    unit = float(page.obj.get("/UserUnit", 1.0))
    xobject["/BBox"] = _array(box_of(page, "BleedBox") if bleeds else trim)
    xobject["/Matrix"] = _array(upright(Area(*trim), turn, unit))
    _strip(xobject)
    across, down = trim.width * unit, trim.height * unit
    return Form(pdf.copy_foreign(xobject), *((down, across) if turn % 180 else (across, down)))


def _array(numbers: Sequence[float]) -> pikepdf.Array:
    return pikepdf.Array([pikepdf.Object.parse(_decimal(n).encode("ascii")) for n in numbers])


def _strip(form: pikepdf.Object) -> None:
    """Takes away private data and what points outside, in the form and in all that it is made of."""
    for thing in things_of(form):
        if not isinstance(thing.value, pikepdf.Array):
            _strip_entries(thing.value, private=() if thing.keys_mean_nothing else PRIVATE)
        if isinstance(thing.value, pikepdf.Stream) and thing.value.get("/Filter") in JPEGS:
            _strip_photo(thing.value)


def _strip_entries(item: pikepdf.Object, private: Sequence[str]) -> None:
    for key, child in list(item.items()):
        if key in private or (isinstance(child, pikepdf.Stream) and child.get("/Subtype") == "/PS"):
            del item[key]


def _strip_photo(photo: pikepdf.Stream) -> None:
    """Takes camera, place and photographer off a JPEG; one that is no whole JPEG stays as it is."""
    coded = photo.read_raw_bytes()
    try:
        clean = without_private_data(coded)
    except RefusalError:
        return
    if clean != coded:
        given = photo.get("/DecodeParms")
        given = given[0] if isinstance(given, pikepdf.Array) and len(given) else given
        parameters = given if isinstance(given, pikepdf.Dictionary) else None
        photo.write(clean, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)
