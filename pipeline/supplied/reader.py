"""Reading a supplied PDF: its pages, their boxes, and what in it could do more than be painted.

pikepdf parses the file, repairing it where it can; what it cannot read is refused, and so are locked files and
those that leave open which page is meant. Nothing is written. Words are those of ISO 32000-1, 7.7.3 and 14.11.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.supplied.fitness import hindrances
from pipeline.supplied.probe import Edges, SuppliedPage
from pipeline.wholeness import has_sign

LARGEST_SIDE = 14_400.0


def read_page(data: bytes, path: str, digest: str, wanted: int | None, span: Span, name: str) -> SuppliedPage:
    """What the file of these bytes says of the page ``wanted``, from 1; None for its only one.

    Fault E313 to E316, in which the file has its ``name``.
    """
    if not has_sign(data):
        raise Fault(Finding("E313", f"{name} is not a PDF.", span, "Ask for the page as PDF."))
    try:
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            pages = 0 if pdf.is_encrypted else len(pdf.pages)
            refusal = _refusal(name, wanted, pages, span, locked=pdf.is_encrypted)
            found = refusal or _described(pdf, path, digest, wanted or 1)
    except pikepdf.PasswordError:
        found = _locked(name, span)
    except Exception as error:  # a damaged file makes a parser fail in any way there is
        hint = "Ask for it again, or let a PDF viewer print it into a new PDF."
        raise Fault(Finding("E313", f"{name} cannot be read as PDF.", span, hint)) from error
    if isinstance(found, SuppliedPage):
        return found
    raise Fault(found)


def box_of(page: pikepdf.Page, name: str) -> Edges:
    """A box of the page by the standard's rules of inheritance and default, within the sheet."""
    boxes = {"MediaBox": page.mediabox, "TrimBox": page.trimbox, "BleedBox": page.bleedbox}
    return Edges.of(float(n) for n in boxes[name]).within(Edges.of(float(n) for n in page.mediabox))


def turn_of(page: pikepdf.Page) -> int:
    """How far the page is turned clockwise when it is shown, in degrees: 0, 90, 180 or 270."""
    return int(page.rotation) % 360


def _refusal(name: str, wanted: int | None, pages: int, span: Span, *, locked: bool) -> Finding | None:
    """What keeps the page from being used."""
    if locked:
        return _locked(name, span)
    if not pages:
        return Finding("E313", f"{name} has no pages.", span, "Ask for it again.")
    if wanted is None and pages > 1:
        hint = f"Say which one is meant, as in page: 1 (of {pages})."
        return Finding("E315", f"{name} has {pages} pages.", span, hint)
    if wanted is not None and not 1 <= wanted <= pages:
        return Finding("E316", f"{name} has no page {wanted}.", span, f"Name one from 1 to {pages}.")
    return None


def _locked(name: str, span: Span) -> Finding:
    return Finding("E314", f"{name} is locked.", span, "Ask the advertiser for the file without protection.")


def _described(pdf: pikepdf.Pdf, path: str, digest: str, number: int) -> SuppliedPage:
    page = pdf.pages[number - 1]
    trim, unit = box_of(page, "TrimBox"), float(page.obj.get("/UserUnit", 1.0))
    if not (min(trim.width, trim.height) > 0.0 and max(trim.width, trim.height) * unit <= LARGEST_SIDE):
        message = f"a page cannot have the size {trim}"
        raise ValueError(message)
    keeps_out = hindrances(page)
    return SuppliedPage(
        path=path,
        digest=digest,
        page=number,
        pages=len(pdf.pages),
        media=box_of(page, "MediaBox"),
        trim=trim,
        bleed=box_of(page, "BleedBox"),
        turn=turn_of(page),
        unit=unit,
        left_behind=_left_behind(_entries(pdf.Root), _entries(page.obj)),
        hidden_layers=_hides_layers(pdf.Root),
        not_embedded=keeps_out.not_embedded,
        not_read=keeps_out.not_read,
        spots=keeps_out.spots,
    )


def _left_behind(root: Mapping[str, object], page: Mapping[str, object]) -> tuple[str, ...]:
    names = _entries(root.get("/Names"))
    acts = "/AA" in root or "/AA" in page or "/JavaScript" in names or bool(_entries(root.get("/OpenAction")))
    present = {
        "scripts or actions": acts,
        "form fields": _is_filled(_entries(root.get("/AcroForm")).get("/Fields")),
        "notes or links": _is_filled(page.get("/Annots")),
        "attached files": "/EmbeddedFiles" in names,
    }
    return tuple(what for what, there in present.items() if there)


def _hides_layers(root: pikepdf.Object) -> bool:
    state = _entries(_entries(root.get("/OCProperties")).get("/D"))
    return _is_filled(state.get("/OFF")) or state.get("/BaseState") == "/OFF"


def _entries(value: object) -> Mapping[str, object]:
    """The entries of a dictionary; none of anything else."""
    return dict(value.items()) if isinstance(value, pikepdf.Dictionary) else {}


def _is_filled(value: object) -> bool:
    """Whether it is a list or a dictionary that holds something."""
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and len(value) > 0
