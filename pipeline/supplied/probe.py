"""Looking at a supplied PDF: its pages, their boxes, and what in it could do more than be painted.

pypdf parses the file, whatever its state, under the ceilings of the program and its own; it writes nothing. It
takes a fifth of a second to load, so that what was found is kept by content. Words are those of ISO 32000-1,
7.7.3 and 14.11.2.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sized
from contextlib import redirect_stderr
from dataclasses import asdict, dataclass
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostic import Fault, Finding, Span

if TYPE_CHECKING:
    from pypdf import PdfReader

    from pipeline.picture import Cache, PictureFile

ALGORITHM = 1
LARGEST_SIDE = 14_400.0
SIGN_WITHIN = 1024


class Edges(NamedTuple):
    """A rectangle in a page's own units, y up."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, numbers: Iterable[float | str]) -> Edges:
        """From four numbers that name two opposite corners."""
        x0, y0, x1, y1 = (float(n) for n in numbers)
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def within(self, media: Edges) -> Edges:
        """The part that lies on the sheet; the sheet itself when none does."""
        left, bottom = max(self.left, media.left), max(self.bottom, media.bottom)
        right, top = min(self.right, media.right), min(self.top, media.top)
        return Edges(left, bottom, right, top) if left < right and bottom < top else media


@dataclass(frozen=True, slots=True)
class SuppliedPage:
    """One page of a supplied PDF; boxes are in the page's own units.

    ``page`` counts from 1; ``turn`` is in degrees clockwise; ``unit`` is how many points a unit is.
    ``left_behind`` names what will not be taken over; ``hidden_layers`` is True when layers are switched off.
    """

    path: str
    digest: str
    page: int
    pages: int
    media: Edges
    trim: Edges
    bleed: Edges
    turn: int
    unit: float
    left_behind: tuple[str, ...] = ()
    hidden_layers: bool = False

    @property
    def width(self) -> float:
        """Of the trimmed page as it is seen, in points."""
        return self.unit * (self.trim.height if self.turn % 180 else self.trim.width)

    @property
    def height(self) -> float:
        """Of the trimmed page as it is seen, in points."""
        return self.unit * (self.trim.width if self.turn % 180 else self.trim.height)

    @property
    def aspect(self) -> float:
        """Width over height of the trimmed page as it is seen."""
        return self.width / self.height

    def notices(self, named_at: Span | None = None) -> tuple[Finding, ...]:
        """What the editor should know though the page can be placed: W317 and W318."""
        name, span = PurePosixPath(self.path).name, named_at or Span(self.path)
        found = []
        if self.left_behind:
            what = ", ".join(self.left_behind)
            message = f"{name} holds more than what is painted: {what}. That stays behind."
            found.append(Finding("W317", message, span, "Look whether anything visible was among it."))
        if self.hidden_layers:
            message = f"{name} has layers that are switched off; what is on them may show."
            found.append(Finding("W318", message, span, "Ask for a PDF without layers."))
        return tuple(found)


def probe_pdf(
    file: PictureFile, page: int | None = None, named_at: Span | None = None, cache: Cache | None = None
) -> SuppliedPage:
    """What a supplied PDF says of a page; ``page`` counts from 1 and may be left out when there is only one.

    Fault E313 to E316, at ``named_at`` or else at the file.
    """
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    key = f"supplied/{ALGORITHM}/{digest}/{page}"
    kept = cache.get(key) if cache else None
    found = _unpacked(kept, file.path) if kept else None
    if found is None:
        found = _probed(data, file.path, digest, page, named_at or Span(file.path))
        if cache:
            cache.put(key, json.dumps(asdict(found), sort_keys=True).encode())
    return found


def _unpacked(kept: bytes, path: str) -> SuppliedPage | None:
    """What an earlier run found, under today's path; None when the store gives something else back."""
    try:
        values = json.loads(kept)
        boxes = {name: Edges.of(values[name]) for name in ("media", "trim", "bleed")}
        return SuppliedPage(**{**values, **boxes, "path": path, "left_behind": tuple(values["left_behind"])})
    except (ValueError, KeyError, TypeError):
        return None


def _probed(data: bytes, path: str, digest: str, wanted: int | None, span: Span) -> SuppliedPage:
    from pypdf import PdfReader  # noqa: PLC0415 - loading it costs more than most checks
    from pypdf.errors import DependencyError  # noqa: PLC0415

    name = PurePosixPath(path).name
    if b"%PDF-" not in data[:SIGN_WITHIN]:
        raise Fault(Finding("E313", f"{name} is not a PDF.", span, "Ask for the page as PDF."))
    try:
        with redirect_stderr(StringIO()):  # pypdf mutters about small faults; what matters here is a finding
            reader = PdfReader(BytesIO(data))
            pages = 0 if reader.is_encrypted else len(reader.pages)
            refusal = _refusal(name, wanted, pages, span, locked=reader.is_encrypted)
            found = refusal or _described(reader, path, digest, wanted or 1)
    except DependencyError:  # the cipher is one for which pypdf wants another package
        found = _locked(name, span)
    except Exception as error:  # a damaged file makes a parser fail in any way there is
        hint = "Ask for it again, or let a PDF viewer print it into a new PDF."
        raise Fault(Finding("E313", f"{name} cannot be read as PDF.", span, hint)) from error
    if isinstance(found, SuppliedPage):
        return found
    raise Fault(found)


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


def _described(reader: PdfReader, path: str, digest: str, number: int) -> SuppliedPage:
    page = reader.pages[number - 1]
    media = Edges.of(page.mediabox)
    trim, bleed = Edges.of(page.trimbox).within(media), Edges.of(page.bleedbox).within(media)
    unit = float(str(page.get("/UserUnit", 1.0)))
    if not (min(trim.width, trim.height) > 0.0 and max(trim.width, trim.height) * unit <= LARGEST_SIDE):
        message = f"a page cannot have the size {trim}"
        raise ValueError(message)
    return SuppliedPage(
        path=path,
        digest=digest,
        page=number,
        pages=len(reader.pages),
        media=media,
        trim=trim,
        bleed=bleed,
        turn=page.rotation % 360,
        unit=unit,
        left_behind=_left_behind(reader.root_object, page),
        hidden_layers=_hides_layers(reader.root_object),
    )


def _left_behind(root: Mapping[str, object], page: Mapping[str, object]) -> tuple[str, ...]:
    names = _mapping(root.get("/Names"))
    acts = "/AA" in root or "/AA" in page or "/JavaScript" in names or bool(_mapping(root.get("/OpenAction")))
    present = {
        "scripts or actions": acts,
        "form fields": _is_filled(_mapping(root.get("/AcroForm")).get("/Fields")),
        "notes or links": _is_filled(page.get("/Annots")),
        "attached files": "/EmbeddedFiles" in names,
    }
    return tuple(what for what, there in present.items() if there)


def _hides_layers(root: Mapping[str, object]) -> bool:
    state = _mapping(_mapping(root.get("/OCProperties")).get("/D"))
    return _is_filled(state.get("/OFF")) or state.get("/BaseState") == "/OFF"


def _mapping(value: object) -> Mapping[str, object]:
    """The dictionary that is meant, through a reference if need be; empty for anything else."""
    value = _resolved(value)
    return value if isinstance(value, Mapping) else {}


def _is_filled(value: object) -> bool:
    value = _resolved(value)
    return isinstance(value, Sized) and len(value) > 0


def _resolved(value: object) -> object:
    resolve = getattr(value, "get_object", None)
    return resolve() if resolve else value
