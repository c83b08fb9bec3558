"""What is laid on the paper, in the order of painting: type, areas, lines and pictures, each with inks and place.

The pages are run as for any other question (``painting``), with paths, colours, clips and overprint kept besides.
What a pattern repeats has no place. Clips are taken for their boxes, those of other forms are kept to be filled.
Words come from ISO 32000-1, 8.4 to 8.6 and 11.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any, NamedTuple

import pikepdf

from pipeline.preflight.content import Contents, Corners
from pipeline.preflight.inks import CMYK, GREY, RGB, Ink, Space, shading_ink, space_of
from pipeline.preflight.opened import MISBUILT, Opened, Unreadable, entries_of, integer_of, numbers_of
from pipeline.preflight.operators import INLINE_IMAGE
from pipeline.preflight.painting import FILLS, STROKES, Painting, Resources, State
from pipeline.preflight.paths import BUILDING, Shape, is_upright
from pipeline.preflight.showing import (
    IDENTITY,
    INVISIBLE,
    SHOWS,
    STROKED,
    Matrix,
    Operator,
    Point,
    multiplied,
    transformed,
)

EVERYWHERE: Corners = (-1e6, -1e6, 1e6, 1e6)
PLAIN = {"g": GREY, "rg": RGB, "k": CMYK}
CLOSES = frozenset(("s", "b", "b*"))
EVEN_ODD = frozenset(("f*", "B*", "b*"))
NEXT_LINE = frozenset(("'", '"'))  # show on the line below
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


def read_laid(file: Opened) -> tuple[Contents, tuple[Laid, ...]]:
    """All that the pages paint, and what ``read_contents`` finds besides; Unreadable as there.

    Pictures that will have to be weighed are begun with on the way.
    """
    from pipeline.preflight.coverage import weigh  # noqa: PLC0415 - it reads this module's values

    laid: list[Laid] = []
    contents = Contents()
    for number, page in enumerate(file.pages, 1):
        before = len(laid)
        Laying(file, contents, number, page, laid).run()
        with suppress(Unreadable, *MISBUILT):  # the check of ink will tell
            for thing in laid[before:]:
                weigh(file, thing)
    return contents, tuple(laid)


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
        self.path: list[list[Point]] = []
        self._clipping = ""
        self._repeated = 0

    # ------------------------------------------------------------------ colours

    def set_plain(self, space: Space, operands: list[Any], *, upper: bool) -> None:
        """A colour whose space is the operator's own."""
        self._set_space(space, upper=upper)
        self._set_ink(space.ink([float(n) for n in operands]), upper=upper)

    def fill_space(self, operands: list[Any], resources: Resources) -> None:
        """The colour space of areas."""
        super().set_fill_space(operands, resources)
        self._set_space(space_of(operands[0], resources), upper=False)

    def stroke_space(self, operands: list[Any], resources: Resources) -> None:
        """The colour space of lines."""
        super().set_stroke_space(operands, resources)
        self._set_space(space_of(operands[0], resources), upper=True)

    def fill_colour(self, operands: list[Any], resources: Resources) -> None:
        """The colour of areas."""
        super().set_colour(operands, resources)
        self._set_ink(self._ink(self.state.fill_space, operands, resources), upper=False)

    def stroke_colour(self, operands: list[Any], resources: Resources) -> None:
        """The colour of lines."""
        super().set_colour(operands, resources)
        self._set_ink(self._ink(self.state.stroke_space, operands, resources), upper=True)

    def _ink(self, space: Space, operands: list[Any], resources: Resources) -> Ink:
        if operands and isinstance(operands[-1], pikepdf.Name):
            return self._pattern(str(operands[-1]), resources)
        return space.ink([float(n) for n in operands])

    def shade(self, operands: list[Any], resources: Resources) -> None:
        """A shading over all that is seen."""
        super().shade(operands, resources)
        shading = entries_of(resources.get("/Shading"))[str(operands[0])]
        self._keep_laid("shading", self.state.clip, shading_ink(shading, resources))

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
        printed = len(self.laid)
        super()._graphics_state(item, resources)
        del self.laid[printed:]  # what a soft mask is made of is not
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

    def set_width(self, operands: list[Any], _resources: Resources) -> None:
        """How broad lines are."""
        self.state.width = float(operands[0])

    def clip_by(self, name: str) -> None:
        """What the path is to be, once it is painted."""
        self._clipping = name

    def painted(self, name: str) -> None:
        """A path is filled, stroked, or made the clip; and is gone then."""
        shape = tuple(tuple(part) for part in self.path if part)
        points = [point for part in shape for point in part]
        clipping, self.path, self._clipping = self._clipping, [], ""
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
            if not is_upright(shape):
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

    def show(self, name: str, operands: list[Any], resources: Resources) -> None:
        """Type, as the operator of that name shows it."""
        state = self.state
        before = len(self.laid)
        start = multiplied(state.text.matrix, state.matrix)
        SHOWS[name](self, operands, resources)
        text = state.text
        if name in NEXT_LINE:
            start = multiplied(text.line, state.matrix)
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

    def inline_image(self, operands: list[Any], resources: Resources) -> None:
        """A picture that stands in the content."""
        super().inline_image(operands, resources)
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
        outside, path = self.state, self.path
        inside = outside.copy()
        if isinstance(inside, Layer):
            inside.clip = meet(inside.clip, self._frame(form))
            if "/Group" in form:
                inside.group, inside.alpha, inside.stroke_alpha = inside.group * inside.alpha, 1.0, 1.0
                inside.blend = "/Normal"
            self.state, self.path = inside, []
        super()._form(form, resources)
        self.state, self.path = outside, path

    def _frame(self, form: pikepdf.Object) -> Corners:
        numbers, own = numbers_of(form.get("/BBox")), numbers_of(form.get("/Matrix"), 6)
        if not numbers:
            return EVERYWHERE
        a, b, c, d, e, f = own or IDENTITY
        matrix = multiplied((a, b, c, d, e, f), self.state.matrix)
        x0, y0, x1, y1 = numbers
        return around([transformed(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))])

    def _aside(self, stream: pikepdf.Object, resources: Resources) -> None:
        path, self.path = self.path, []
        self._repeated += 1
        super()._aside(stream, resources)
        self._repeated -= 1
        self.path = path


def _sets_ink(space: Space, act: Operator | None, *, upper: bool) -> Operator:
    """g, rg, k and the like: a space and a colour in one."""

    def colour(laying: Laying, operands: list[Any], resources: Resources) -> None:
        if act:
            act(laying, operands, resources)
        laying.set_plain(space, operands, upper=upper)

    return colour


def _shows(name: str) -> Operator:
    return lambda laying, operands, resources: laying.show(name, operands, resources)


def _paints(name: str, act: Operator | None) -> Operator:
    def paint(laying: Laying, operands: list[Any], resources: Resources) -> None:
        if act:
            act(laying, operands, resources)
        laying.painted(name)

    return paint


def _clips(name: str) -> Operator:
    return lambda laying, _operands, _resources: laying.clip_by(name)


KNOWN = Painting.operators
Laying.operators = {
    **KNOWN,
    **{name: _sets_ink(space, KNOWN[name], upper=False) for name, space in PLAIN.items()},
    **{name.upper(): _sets_ink(space, KNOWN[name.upper()], upper=True) for name, space in PLAIN.items()},
    **{name: _shows(name) for name in SHOWS},
    **{name: _paints(name, KNOWN[name]) for name in (*FILLS, *STROKES, "n")},
    **{name: _clips(name) for name in ("W", "W*")},
    **dict.fromkeys(("sc", "scn"), Laying.fill_colour),
    **dict.fromkeys(("SC", "SCN"), Laying.stroke_colour),
    "cs": Laying.fill_space,
    "CS": Laying.stroke_space,
    "sh": Laying.shade,
    **BUILDING,
    "w": Laying.set_width,
    INLINE_IMAGE: Laying.inline_image,
}
