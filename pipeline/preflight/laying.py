"""What is laid on the paper, in the order of painting: type, areas, lines and pictures, each with inks and place.

The pages are run as for any other question (``painting``), with paths, colours, clips and overprint kept besides.
What a pattern repeats has no place. Clips are taken for their boxes, those of other forms are kept to be filled.
Words come from ISO 32000-1, 8.4 to 8.6 and 11.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any, NamedTuple

import pikepdf

from pipeline.preflight.content import Contents, Corners
from pipeline.preflight.inks import CMYK, GREY, RGB, Ink, Space, shading_ink, space_of
from pipeline.preflight.opened import Opened, entries_of, integer_of, numbers_of
from pipeline.preflight.painting import FILLS, STROKES, Painting, Resources, State
from pipeline.preflight.showing import IDENTITY, INVISIBLE, SHOWING, STROKED, Matrix, multiplied, transformed

Point = tuple[float, float]
Shape = tuple[tuple[Point, ...], ...]
STEPS = 8  # chords to a curve
EVERYWHERE: Corners = (-1e6, -1e6, 1e6, 1e6)
PLAIN = {"g": GREY, "rg": RGB, "k": CMYK}
SETS_COLOUR = frozenset(("sc", "SC", "scn", "SCN"))
CLOSES = frozenset(("s", "b", "b*"))
EVEN_ODD = frozenset(("f*", "B*", "b*"))
RECTANGLE = 4
BLACK = Ink()


class Laid(NamedTuple):
    """One thing painted: ``type``, ``area``, ``line``, ``picture`` or ``shading``; its box in PDF's own coordinates.

    ``size`` is that of type, or a line's width, in points. ``shape`` is what an area fills, ``clips`` the forms that
    it is clipped by; ``matrix`` is where a picture's unit square lies.
    """

    what: str
    page: int
    box: Corners | None
    ink: Ink
    overprints: bool = False
    keeps: bool = False  # nought of a process ink leaves what is below (OPM 1)
    size: float = 0.0
    alpha: float = 1.0
    blend: str = "/Normal"
    shape: Shape = ()
    even_odd: bool = False
    clips: tuple[tuple[Shape, bool], ...] = ()
    item: pikepdf.Object | None = None
    pixels: tuple[int, int] = (0, 0)
    bits: int = 8
    matrix: Matrix = IDENTITY

    @property
    def matrix_box(self) -> Corners:
        """Where the whole of a picture lies, clipped or not."""
        return around([transformed(self.matrix, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))])


@dataclass(slots=True)
class Layer(State):
    """The graphics state, as far as plates and places ask for it."""

    fill_space: Space = GREY
    stroke_space: Space = GREY
    fill_ink: Ink = BLACK
    stroke_ink: Ink = BLACK
    width: float = 1.0
    overprints: bool = False
    stroke_overprints: bool = False
    mode: int = 0
    alpha: float = 1.0
    stroke_alpha: float = 1.0
    group: float = 1.0
    blend: str = "/Normal"
    clip: Corners = EVERYWHERE
    clips: tuple[tuple[Shape, bool], ...] = ()


def read_laid(file: Opened) -> tuple[Laid, ...]:
    """All that the pages paint; Unreadable as for ``read_contents``."""
    laid: list[Laid] = []
    contents = Contents()
    for number, page in enumerate(file.pages, 1):
        Laying(file, contents, number, page, laid).run()
    return tuple(laid)


def meet(a: Corners, b: Corners) -> Corners:
    """What two boxes have in common; turned inside out where that is nothing."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def around(points: list[Point] | tuple[Point, ...]) -> Corners:
    """The box around points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


class Laying(Painting):
    """Runs one page and keeps what is painted."""

    fresh: type[State] = Layer
    state: Layer

    def __init__(self, file: Opened, contents: Contents, number: int, page: pikepdf.Page, laid: list[Laid]) -> None:
        super().__init__(file, contents, number, page)
        self.laid = laid
        self._path: list[list[Point]] = []
        self._clipping = ""
        self._repeated = 0

    # ------------------------------------------------------------------ operators

    def _operate(self, name: str, operands: list[Any], resources: Resources) -> None:
        if name in BUILDING:
            BUILDING[name](self, [float(n) for n in operands])
            return
        if name in {"W", "W*"}:
            self._clipping = name
        elif name == "w":
            self.state.width = float(operands[0])
        elif name in SHOWING:
            self._type(name, operands, resources)
            return
        super()._operate(name, operands, resources)
        self._coloured(name, operands, resources)
        if name in FILLS | STROKES or name == "n":
            self._painted(name)
        elif name == "sh":
            shading = entries_of(resources.get("/Shading"))[str(operands[0])]
            self._keep_laid("shading", self.state.clip, shading_ink(shading, resources))

    def _coloured(self, name: str, operands: list[Any], resources: Resources) -> None:
        """The operators of colour."""
        low, upper = name.lower(), name.isupper()
        if low in PLAIN and name in {low, low.upper()}:
            self._set_space(PLAIN[low], upper=upper)
            self._set_ink(PLAIN[low].ink([float(n) for n in operands]), upper=upper)
        elif name in {"cs", "CS"}:
            self._set_space(space_of(operands[0], resources), upper=upper)
        elif name in SETS_COLOUR:
            numbers = [float(n) for n in operands if not isinstance(n, pikepdf.Name)]
            space = self.state.stroke_space if upper else self.state.fill_space
            if len(numbers) == len(operands):
                self._set_ink(space.ink(numbers), upper=upper)
            else:
                self._set_ink(self._pattern(str(operands[-1]), resources), upper=upper)

    def _pattern(self, name: str, resources: Resources) -> Ink:
        pattern = entries_of(entries_of(resources.get("/Pattern")).get(name))
        return shading_ink(pattern["/Shading"], resources) if "/Shading" in pattern else Ink("pattern", (0.0,) * 4)

    def _set_space(self, space: Space, *, upper: bool) -> None:
        if upper:
            self.state.stroke_space = space
        else:
            self.state.fill_space = space
        self._set_ink(space.first, upper=upper)

    def _set_ink(self, ink: Ink, *, upper: bool) -> None:
        if upper:
            self.state.stroke_ink = ink
        else:
            self.state.fill_ink = ink

    def _graphics_state(self, item: pikepdf.Object, resources: Resources) -> None:
        super()._graphics_state(item, resources)
        entries, state = entries_of(item), self.state
        if "/OP" in entries:
            state.stroke_overprints = entries["/OP"] is True
            state.overprints = entries.get("/op", entries["/OP"]) is True
        elif "/op" in entries:
            state.overprints = entries["/op"] is True
        state.mode = integer_of(entries.get("/OPM", state.mode)) or 0
        state.alpha = float(entries.get("/ca", state.alpha))
        state.stroke_alpha = float(entries.get("/CA", state.stroke_alpha))
        state.width = float(entries.get("/LW", state.width))
        if "/BM" in entries:
            blend = entries["/BM"]
            state.blend = str(blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend)

    # ------------------------------------------------------------------ paths

    def _at(self, x: float, y: float) -> Point:
        return transformed(self.state.matrix, x, y)

    def _move_to(self, n: list[float]) -> None:
        self._path.append([self._at(n[0], n[1])])

    def _line_to(self, n: list[float]) -> None:
        (self._path or [[]])[-1].append(self._at(n[0], n[1]))

    def _curve_to(self, n: list[float]) -> None:
        if self._path:
            self._curve(*(self._at(x, y) for x, y in zip(n[::2], n[1::2], strict=True)))

    def _curve_v(self, n: list[float]) -> None:
        if self._path:
            self._curve(self._path[-1][-1], self._at(n[0], n[1]), self._at(n[2], n[3]))

    def _curve_y(self, n: list[float]) -> None:
        if self._path:
            self._curve(self._at(n[0], n[1]), self._at(n[2], n[3]), self._at(n[2], n[3]))

    def _curve(self, *points: Point) -> None:
        (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = self._path[-1][-1], points
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self._path[-1].append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))

    def _close(self, _: list[float]) -> None:
        if self._path:
            self._path[-1].append(self._path[-1][0])

    def _rectangle(self, n: list[float]) -> None:
        x, y, w, h = n
        corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))
        self._path.append([self._at(*corner) for corner in corners])

    def _painted(self, name: str) -> None:
        """A path is filled, stroked, or made the clip; and is gone then."""
        shape = tuple(tuple(part) for part in self._path if part)
        points = [point for part in shape for point in part]
        clipping, self._path, self._clipping = self._clipping, [], ""
        if not points:
            return
        box, state = around(points), self.state
        if name in FILLS:
            self._keep_laid("area", box, state.fill_ink, shape=shape, even_odd=name in EVEN_ODD)
        if name in STROKES:
            a, b, c, d, *_ = state.matrix
            width = state.width * sqrt(abs(a * d - b * c))
            half = width / 2
            grown = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
            closed = tuple((*part, part[0]) for part in shape) if name in CLOSES else shape
            self._keep_laid("line", grown, state.stroke_ink, size=width, shape=closed)
        if clipping:
            state.clip = meet(state.clip, box)
            if not _is_upright(shape):
                state.clips = (*state.clips, (shape, clipping == "W*"))

    def _keep_laid(self, what: str, box: Corners | None, ink: Ink, **more: Any) -> None:  # noqa: ANN401 - of Laid
        state, strokes = self.state, what == "line"
        seen = None if box is None or self._repeated else meet(box, state.clip)
        if seen is not None and (seen[0] > seen[2] or seen[1] > seen[3]):
            return
        overprints = state.stroke_overprints if strokes else state.overprints
        alpha = state.group * (state.stroke_alpha if strokes else state.alpha)
        about = {"keeps": state.mode == 1, "alpha": alpha, "blend": state.blend, "clips": state.clips, **more}
        self.laid.append(Laid(what, self.number, seen, ink, overprints, **about))

    # ------------------------------------------------------------------ type, pictures, forms

    def _type(self, name: str, operands: list[Any], resources: Resources) -> None:
        state = self.state
        before = len(self.laid)
        start = multiplied(state.text.matrix, state.matrix)
        super()._operate(name, operands, resources)
        text = state.text
        end = multiplied(text.matrix, state.matrix)
        if text.mode % 4 == INVISIBLE or len(self.laid) != before:
            return
        size = text.size * hypot(start[2], start[3])
        first, last = transformed(start, 0.0, text.rise), transformed(end, 0.0, text.rise)
        x, y = -size * start[1], size * start[0]
        unit = hypot(start[0], start[1]) or 1.0
        up = (x / unit * 0.7, y / unit * 0.7)
        box = around([first, last, (first[0] + up[0], first[1] + up[1]), (last[0] + up[0], last[1] + up[1])])
        if text.mode not in {1, 5}:
            self._keep_laid("type", box, state.fill_ink, size=abs(size))
        if text.mode in STROKED:
            self._keep_laid("type", box, state.stroke_ink, size=abs(size))

    def _image(self, item: pikepdf.Object, entries: Mapping[str, Any], resources: Resources) -> None:
        super()._image(item, entries, resources)
        self._picture(item, entries, resources)

    def _inline_image(self, image: pikepdf.PdfInlineImage, resources: Resources) -> None:
        super()._inline_image(image, resources)
        self._picture(None, self.contents.inline_images[-1][0], resources)

    def _picture(self, item: pikepdf.Object | None, entries: Mapping[str, Any], resources: Resources) -> None:
        def entry(*keys: str) -> Any:  # noqa: ANN401 - whatever an entry holds
            return next((entries[key] for key in keys if key in entries), None)

        mask = entry("/ImageMask", "/IM") is True
        space = entry("/ColorSpace", "/CS")
        ink = self.state.fill_ink if mask or space is None else space_of(space, resources).ink([0.0])
        corners = [self._at(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        pixels = (integer_of(entry("/Width", "/W")) or 0, integer_of(entry("/Height", "/H")) or 0)
        bits = 1 if mask else integer_of(entry("/BitsPerComponent", "/BPC")) or 8
        matrix = self.state.matrix
        self._keep_laid("picture", around(corners), ink, item=item, pixels=pixels, bits=bits, matrix=matrix)

    def _form(self, form: pikepdf.Object, resources: Resources) -> None:
        outside, path = self.state, self._path
        inside = outside.copy()
        if isinstance(inside, Layer):
            inside.clip = meet(inside.clip, self._frame(form))
            if "/Group" in form:
                inside.group, inside.alpha, inside.stroke_alpha = inside.group * inside.alpha, 1.0, 1.0
                inside.blend = "/Normal"
            self.state, self._path = inside, []
        super()._form(form, resources)
        self.state, self._path = outside, path

    def _frame(self, form: pikepdf.Object) -> Corners:
        numbers, own = numbers_of(form.get("/BBox")), numbers_of(form.get("/Matrix"), 6)
        if not numbers:
            return EVERYWHERE
        a, b, c, d, e, f = own or IDENTITY
        matrix = multiplied((a, b, c, d, e, f), self.state.matrix)
        x0, y0, x1, y1 = numbers
        return around([transformed(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))])

    def _aside(self, stream: pikepdf.Object, resources: Resources) -> None:
        path, self._path = self._path, []
        self._repeated += 1
        super()._aside(stream, resources)
        self._repeated -= 1
        self._path = path


def _is_upright(shape: Shape) -> bool:
    """Whether a path is one rectangle along the page's sides."""
    if len(shape) != 1 or not RECTANGLE <= len(shape[0]) <= RECTANGLE + 1:
        return False
    return all(a[0] == b[0] or a[1] == b[1] for a, b in zip(shape[0], shape[0][1:], strict=False))


BUILDING = {
    "m": Laying._move_to,  # noqa: SLF001 - its own table
    "l": Laying._line_to,  # noqa: SLF001
    "c": Laying._curve_to,  # noqa: SLF001
    "v": Laying._curve_v,  # noqa: SLF001
    "y": Laying._curve_y,  # noqa: SLF001
    "h": Laying._close,  # noqa: SLF001
    "re": Laying._rectangle,  # noqa: SLF001
}
