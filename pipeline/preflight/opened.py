"""A finished PDF opened for judging: its bytes, its objects, its pages, and what is read from them once.

The file is read under ceilings (``limits``): what is too large or nested too deeply is refused, not cut. Locked files
are opened only where no password is needed. Nothing is repaired: what the parser had to mend is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from io import BytesIO
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import pikepdf

from pipeline import limits
from pipeline.measure import Box
from pipeline.unpacking import spoken, unpacked
from pipeline.wholeness import what_is_wrong

if TYPE_CHECKING:
    from pipeline.preflight.content import Contents
    from pipeline.preflight.coverage import Covered
    from pipeline.preflight.densities import Densities, Kept
    from pipeline.preflight.fonts import Fonts
    from pipeline.preflight.laying import Laid
    from pipeline.preflight.operators import Tokens
    from pipeline.preflight.packet import Packet
    from pipeline.preflight.profile import Profile
    from pipeline.preflight.rawfile import Walk
    from pipeline.preflight.structure import Structure

CORNERS = 4
Read = TypeVar("Read")

# What comes of objects that are not of the kind, or not as many, as the standard says.
MISBUILT = (pikepdf.PdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError)


class Unreadable(Exception):  # noqa: N818 - what the file is, not a fault of the program
    """The file, or a part of it, cannot be read, or not within the ceilings; the message says why."""


class Opened:
    """One file. Use it as a context; every part is read when it is first asked for, and once.

    ``given`` is the profile whose limits it is measured by; without it, those of a press in general. ``printed`` says
    that what is laid on the paper will be asked for; ``kept`` is a store of what was found in pictures.
    """

    def __init__(
        self, data: bytes, given: Profile | None = None, *, printed: bool = False, kept: Kept | None = None
    ) -> None:
        self._given, self._printed, self._kept = given, printed, kept
        if len(data) > limits.FINISHED_PDF_BYTES:
            message = f"the file has {len(data):,} bytes; at most {limits.FINISHED_PDF_BYTES:,} are read"
            raise Unreadable(message)
        self.data = data
        try:
            # Attributes stay where they are: what is inherited is the checks' business.
            self.pdf = pikepdf.Pdf.open(
                BytesIO(data), attempt_recovery=False, suppress_warnings=True, inherit_page_attributes=False
            )
        except pikepdf.PasswordError as error:
            message = "the file is locked with a password"
            raise Unreadable(message) from error
        except Exception as error:  # a damaged file makes a parser fail in any way there is
            message = f"the file {what_is_wrong(data) or f'cannot be read as PDF: {spoken(error)}'}"
            raise Unreadable(message) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if "densities" in self.__dict__:
            self.densities.__exit__(kind, value, traceback)
        self.pdf.close()

    @cached_property
    def root(self) -> pikepdf.Object:
        """The catalog, as it stands: the parser's own way to it would mend it."""
        found = self.pdf.trailer.get("/Root")
        if not isinstance(found, pikepdf.Dictionary):
            message = "the file has no catalog"
            raise Unreadable(message)
        return found

    @cached_property
    def pages(self) -> tuple[pikepdf.Page, ...]:
        """The pages in their order, as they stand: the parser's own list of them would mend them."""
        found: list[pikepdf.Page] = []
        waiting = [(self.root.get("/Pages"), 0)]
        while waiting:
            node, depth = waiting.pop()
            if not isinstance(node, pikepdf.Dictionary) or not node.is_indirect:
                message = "the tree of pages holds something that is no page"
                raise Unreadable(message)
            if depth > limits.PREFLIGHT_DEPTH or len(found) > limits.ISSUE_PAGES:
                message = f"the tree of pages has no end, or more than {limits.ISSUE_PAGES} pages"
                raise Unreadable(message)
            if "/Kids" in node:
                waiting += [(kid, depth + 1) for kid in reversed(items_of(node.Kids))]
            else:
                found.append(pikepdf.Page(node))
        return tuple(found)

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        """The numbers of pages, from 1, by their objects' identity."""
        return {page.obj.objgen: number for number, page in enumerate(self.pages, 1)}

    @cached_property
    def objects(self) -> tuple[pikepdf.Object, ...]:
        """All indirect objects."""
        if len(self.pdf.objects) > limits.PREFLIGHT_OBJECTS:
            message = f"the file has {len(self.pdf.objects):,} objects; at most {limits.PREFLIGHT_OBJECTS:,} are read"
            raise Unreadable(message)
        return tuple(self.pdf.objects)

    @cached_property
    def dictionaries(self) -> tuple[dict[str, Any], ...]:
        """All dictionaries' and streams' entries: of indirect ones and of those that stand inside of others."""
        found: list[dict[str, Any]] = []
        for item in self.objects:
            found.extend(_within(item, 0))
        return tuple(found)

    @cached_property
    def walk(self) -> Walk:
        """The file's bytes, walked from first to last, with the tokens of its object and content streams."""
        from pipeline.preflight.rawfile import walk_file, walk_tokens  # noqa: PLC0415 - only archives are read so

        found = walk_file(self.data, self._length)
        for item in self.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Type") == "/ObjStm":
                walk_tokens(found, bytes_of(item))
        for page in self.pages:
            contents = page.obj.get("/Contents")
            for stream in contents if isinstance(contents, pikepdf.Array) else (contents,):
                if isinstance(stream, pikepdf.Stream):
                    walk_tokens(found, bytes_of(stream))
        for drawn in self.contents.forms.values():
            walk_tokens(found, bytes_of(drawn.item))
        return found

    def _length(self, number: int, generation: int) -> int:
        length = integer_of(self.pdf.get_object(number, generation))
        return -1 if length is None else length

    @property
    def contents(self) -> Contents:
        """What the pages show, with what, and inside which marks."""
        return _given(self._printing)[0] if self._printed else _given(self._showing)

    @property
    def laid(self) -> tuple[Laid, ...]:
        """Every piece of type, area, line and picture in the order of painting, with its inks."""
        return _given(self._printing)[1]

    @cached_property
    def _showing(self) -> Contents | Exception:
        from pipeline.preflight.content import read_contents  # noqa: PLC0415 - it reads this module's values

        return _outcome(read_contents, self)

    @cached_property
    def _printing(self) -> tuple[Contents, tuple[Laid, ...]] | Exception:
        from pipeline.preflight.laying import read_laid  # noqa: PLC0415 - only presses ask for it

        return _outcome(read_laid, self)

    @cached_property
    def covered(self) -> tuple[Covered, ...]:
        """Where each page has most ink, and what should bleed and does not."""
        from pipeline.preflight.coverage import read_covered  # noqa: PLC0415 - only presses ask for it

        return read_covered(self)

    @cached_property
    def densities(self) -> Densities:
        """How heavy pictures are."""
        from pipeline.preflight.densities import Densities  # noqa: PLC0415 - only presses ask for it

        return Densities(self._kept)

    @cached_property
    def profile(self) -> Profile:
        """The limits that the file is measured by."""
        from pipeline.preflight.profile import built_in_profile  # noqa: PLC0415 - only presses ask for it

        return self._given or built_in_profile("press")

    @cached_property
    def tokens(self) -> Tokens:
        """Takes content streams apart."""
        from pipeline.preflight.operators import Tokens  # noqa: PLC0415 - it reads this module's values

        return Tokens()

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts met so far, by their objects."""
        from pipeline.preflight.fonts import Fonts  # noqa: PLC0415 - it reads this module's values

        return Fonts()

    @cached_property
    def structure(self) -> Structure:
        """The tree of structure elements."""
        from pipeline.preflight.structure import read_structure  # noqa: PLC0415 - it reads this module's values

        return read_structure(self)

    @cached_property
    def packet(self) -> Packet:
        """What the document says of itself in XMP; Unreadable where it cannot be read."""
        from pipeline.preflight.packet import read_packet  # noqa: PLC0415 - it reads this module's values

        metadata = self.root.get("/Metadata")
        if not isinstance(metadata, pikepdf.Stream):
            message = "the catalog has no metadata stream"
            raise Unreadable(message)
        return read_packet(bytes_of(metadata))

    def box_on(self, page: int, corners: tuple[float, float, float, float]) -> Box | None:
        """A rectangle of a page (from 1) in page coordinates; ``corners`` are PDF's own, any two opposite ones."""
        if not 0 < page <= len(self.pages):
            return None
        left, _, _, top = (float(n) for n in self.pages[page - 1].trimbox)
        x0, y0, x1, y1 = corners
        return Box(min(x0, x1) - left, top - max(y0, y1), abs(x1 - x0), abs(y1 - y0))


def _outcome(read: Callable[[Opened], Read], file: Opened) -> Read | Exception:
    """What comes of running all pages: it is done once, even where it cannot be done to the end."""
    try:
        return read(file)
    except (Unreadable, *MISBUILT) as error:
        return error


def _given(outcome: Read | Exception) -> Read:
    """What came of it, or why nothing did, told to each that asks."""
    if isinstance(outcome, Exception):
        raise outcome.with_traceback(None)
    return outcome


def _within(item: object, depth: int) -> Iterator[dict[str, Any]]:
    """The entries of the dictionaries of an object, those of its direct parts with them."""
    if depth > limits.PREFLIGHT_DEPTH:
        message = f"an object is nested more than {limits.PREFLIGHT_DEPTH} deep"
        raise Unreadable(message)
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        entries = entries_of(item)
        yield entries
        for value in entries.values():
            if _is_direct_part(value):
                yield from _within(value, depth + 1)
    elif isinstance(item, pikepdf.Array):
        for value in item:
            if _is_direct_part(value):
                yield from _within(value, depth + 1)


def _is_direct_part(value: object) -> bool:
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect


def bytes_of(stream: pikepdf.Object) -> bytes:
    """A stream's bytes without their filters; Unreadable when there are too many, or a filter fails."""
    try:
        return unpacked(stream, limits.PREFLIGHT_STREAM_BYTES)
    except ValueError as error:
        raise Unreadable(str(error)) from error


def names_of(value: object) -> tuple[str, ...]:
    """The names of an entry that is a name or an array of them; other things as they print."""
    if value is None:
        return ()
    if isinstance(value, pikepdf.Array):
        return tuple(str(item) for item in value)
    return (str(value),)


def entries_of(value: object) -> dict[str, Any]:
    """The entries of a dictionary or of a stream's; none of anything else. Those that are read are as they are."""
    if isinstance(value, dict):
        return value
    return dict(value.items()) if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) else {}


def items_of(value: object) -> tuple[Any, ...]:
    """The items of an array; nothing else has any."""
    return tuple(value) if isinstance(value, pikepdf.Array) else ()


def numbers_of(value: object, count: int = CORNERS) -> tuple[float, ...]:
    """An array of ``count`` numbers; empty where it is anything else."""
    items = items_of(value)
    if len(items) != count:
        return ()
    try:
        return tuple(float(item) for item in items)
    except (TypeError, ValueError):
        return ()


def integer_of(value: object) -> int | None:
    """A whole number; None where there is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text_of(value: object) -> str | None:
    """A text string; None where there is none."""
    return str(value) if isinstance(value, pikepdf.String) else None


def said(value: object) -> str:
    """An entry's value for a reader; ``nothing`` where there is none."""
    return "nothing" if value is None else str(value).removeprefix("/")
