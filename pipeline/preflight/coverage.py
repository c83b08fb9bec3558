"""Total ink: how much of all inks lies in one place, of areas, pictures and blends as they cover one another.

Each page is laid out anew, a cell to each point, plate by plate: what is painted later takes away what is below it,
but where it overprints, lets through or multiplies. A picture has the mean of its pixels in a cell; a blend counts as
its heaviest colour; soft masks of graphics states as if they let all through; type and lines under ``BROAD`` points
are too slight to count. Pictures that are neither grey, nor CMYK, nor in inks by name, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline import limits
from pipeline.measure import MM
from pipeline.preflight.boxes import bleed_of, corners_of, overlap, trim_of
from pipeline.preflight.content import Corners
from pipeline.preflight.densities import Key
from pipeline.preflight.inks import Space
from pipeline.preflight.laying import Laid, meet
from pipeline.preflight.opened import Opened, Unreadable, entries_of
from pipeline.preflight.paths import Shape, is_upright
from pipeline.preflight.samples import (
    FULL,
    PLATES,
    SPOTS,
    Size,
    bands_of,
    decoded,
    is_weighed,
    most_of,
    values_of,
)
from pipeline.preflight.showing import Point

if TYPE_CHECKING:
    from PIL.Image import Image

BROAD = 3.0
NEAR = 0.5
EDGE = 1.0  # a cell, of which the edge may cover a part
BARE = 0.1
FEW = 25  # bands that are looked at one by one, before plates are laid out for them
ADDS = {"/Multiply", "/ColorBurn"}
KEEPS_HEAVIER = {"/Darken"}
MANY = 1000  # things on a page that are looked at one by one, for what lies below another
Pixels = tuple[int, int, int, int]


class Covered:
    """What covers a page within its bleed. Plates are laid out when somebody asks what only they can tell."""

    def __init__(self, file: Opened, page: int, frame: Corners, things: list[Laid]) -> None:
        self.file, self.page, self._frame, self._things = file, page, frame, things
        self._trim = trim_of(file.pages[page - 1])
        width, height = (ceil(frame[2] - frame[0]), ceil(frame[3] - frame[1]))
        if width * height > limits.PREFLIGHT_CELLS:
            message = f"a page of {width} by {height} points is too large to be measured"
            raise Unreadable(message)

    @cached_property
    def bound(self) -> float:
        """As much ink as no place has more of, in per cent, reckoned from all that may lie there together."""
        top, heaps = 0.0, list[tuple[Corners, float]]()
        for laid in filter(_counts, self._things):
            ink = 100 * sum(values_of(laid.ink)) / FULL
            if laid.what == "picture" and laid.item is not None:
                key = weigh(self.file, laid)
                ink = most_of(laid.item, laid.ink, self._resources, self.file.densities.of(key) if key else None)
            box = _grown(laid.box or self._frame)
            if laid.overprints or laid.blend in ADDS | KEEPS_HEAVIER:
                below = (heap for place, heap in heaps if overlap(place, box))
                ink += top if len(heaps) > MANY else max(below, default=0.0)
            heaps.append((box, ink))
            top = max(top, ink)
        return top

    @property
    def _resources(self) -> dict[str, Any]:
        return _resources_of(self.file, self.page)

    @property
    def most(self) -> float:
        """The most ink in one place, in per cent."""
        return self._measured[0]

    @property
    def place(self) -> Corners:
        """Where that is."""
        return self._measured[1]

    @cached_property
    def unbled(self) -> tuple[Laid, ...]:
        """What touches the trim with bare paper behind it."""
        beyond = [(laid, tuple(_bands_beyond(laid, self._trim, self._frame))) for laid in self._things if self._trim]
        bands = dict.fromkeys(one for _, found in beyond for one in found)
        doubtful = {one for one in bands if len(bands) > FEW or not self._is_inked(one[1])}
        if not doubtful:
            return ()
        sides: dict[int, list[Corners]] = {}
        for side, band in sorted(doubtful):
            sides.setdefault(side, []).append(band)
        plates = Plates(self._frame, [_around(found) for found in sides.values()])
        for laid in self._things:
            plates.lay(laid, self.file)
        bare = {one for one in doubtful if plates.bare(one[1])}
        return tuple(laid for laid, found in beyond if not bare.isdisjoint(found))

    def _is_inked(self, band: Corners) -> bool:
        """Whether one upright area goes all through a band, and nothing that lies on it may take its ink away."""
        inked, box = False, _grown(band)
        for laid in self._things:
            if laid.box is None or not _counts(laid) or not overlap(_grown(laid.box), band):
                continue
            if laid.what == "picture" or laid.alpha < 1 or not any(values_of(laid.ink)):
                inked = False
            elif laid.what == "area" and not laid.clips and is_upright(laid.shape) and meet(laid.box, box) == box:
                inked = True
        return inked

    @cached_property
    def _measured(self) -> tuple[float, Corners]:
        plates = Plates(self._frame)
        for laid in self._things:
            plates.lay(laid, self.file)
        return plates.heaviest(self.file.profile.ink.area)


def read_covered(file: Opened) -> tuple[Covered, ...]:
    """The pages that anything is printed on, inside of their bleed; Unreadable for one that is too large."""
    pages: dict[int, list[Laid]] = {}
    for laid in file.laid:
        if laid.box is not None:
            pages.setdefault(laid.page, []).append(laid)
    found = []
    for number, things in pages.items():
        page = file.pages[number - 1]
        frame = bleed_of(page) or corners_of(page.mediabox)
        if frame is not None and frame[0] < frame[2] and frame[1] < frame[3]:
            found.append(Covered(file, number, frame, things))
    return tuple(found)


def _resources_of(file: Opened, page: int) -> dict[str, Any]:
    return entries_of(file.pages[page - 1].obj.get("/Resources"))


def weigh(file: Opened, laid: Laid) -> Key | None:
    """Begins with a picture whose samples tell how heavy it is; None for all else."""
    if laid.what != "picture" or laid.item is None or not is_weighed(laid.item, _resources_of(file, laid.page)):
        return None
    key = (laid.item.objgen, size_of(laid.matrix_box))
    file.densities.begin(key, laid.item.read_raw_bytes)
    return key


def _counts(laid: Laid) -> bool:
    """Whether a thing is printed on the plates: type and thin lines are too slight."""
    return laid.box is not None and laid.what != "type" and (laid.what != "line" or laid.size >= BROAD)


def _around(boxes: Sequence[Corners]) -> Corners:
    """What holds all of these, and the cells that they touch."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return _grown((min(x0), min(y0), max(x1), max(y1)))


def _grown(box: Corners) -> Corners:
    """As far as the cells that a box may touch."""
    return box[0] - EDGE, box[1] - EDGE, box[2] + EDGE, box[3] + EDGE


def size_of(box: Corners) -> Size:
    """The cells that a picture is brought down to at the most."""
    return ceil(box[2] - box[0]) + 1, ceil(box[3] - box[1]) + 1


def _bands_beyond(laid: Laid, trim: Corners, bleed: Corners) -> Iterator[tuple[int, Corners]]:
    """The parts of the bleed behind the edges of an area or picture that touch the trim and do not go on, by sides."""
    box = laid.box
    painted = laid.what == "picture" or (laid.what in {"area", "shading"} and not laid.ink.white)
    if not painted or box is None or trim == bleed or not overlap(box, trim):
        return
    x0, y0, x1, y1 = meet(box, trim)
    if box[0] <= trim[0] + NEAR and box[0] > bleed[0] + NEAR:
        yield 0, (bleed[0] + EDGE, y0, box[0] - EDGE, y1)
    if box[2] >= trim[2] - NEAR and box[2] < bleed[2] - NEAR:
        yield 1, (box[2] + EDGE, y0, bleed[2] - EDGE, y1)
    if box[1] <= trim[1] + NEAR and box[1] > bleed[1] + NEAR:
        yield 2, (x0, bleed[1] + EDGE, x1, box[1] - EDGE)
    if box[3] >= trim[3] - NEAR and box[3] < bleed[3] - NEAR:
        yield 3, (x0, box[3] + EDGE, x1, bleed[3] - EDGE)


class Plates:
    """One page's plates within a box of PDF's coordinates; of ``parts`` of it, where not all will be asked for."""

    def __init__(self, frame: Corners, parts: Sequence[Corners] = ()) -> None:
        from PIL import Image  # noqa: PLC0415 - only presses ask for it

        self.left, self.top = frame[0], frame[3]
        self.size = (max(1, ceil(frame[2] - frame[0])), max(1, ceil(frame[3] - frame[1])))
        self.parts = [meet(part, frame) for part in parts] or [frame]
        self.frame = frame
        self.plates = [Image.new("L", self.size) for _ in range(PLATES)]

    def _pixels(self, box: Corners) -> Pixels:
        """Left, upper, right and lower edges of the cells that a box covers."""
        x0, y0 = floor(box[0] - self.left + 0.5), floor(self.top - box[3] + 0.5)
        return x0, y0, max(x0 + 1, floor(box[2] - self.left + 0.5)), max(y0 + 1, floor(self.top - box[1] + 0.5))

    def lay(self, laid: Laid, file: Opened) -> None:
        """Prints one thing on the plates."""
        if laid.box is None or not _counts(laid):
            return
        boxes = (meet(laid.box, part) for part in self.parts)
        places = [self._pixels(box) for box in boxes if box[0] < box[2] and box[1] < box[3]]
        if not places:
            return
        if laid.what == "picture" and laid.item is not None:
            self._picture(laid, laid.item, places, file)
            return
        values = values_of(laid.ink)
        for place in places:
            mask = self._mask(laid, place)
            for plate in _touched(laid, values):
                self._print(plate, values[plate], place, mask, laid)

    def _print(self, plate: int, value: int | Image, place: Pixels, mask: Image, laid: Laid) -> None:
        from PIL import Image, ImageChops  # noqa: PLC0415

        if laid.blend in ADDS | KEEPS_HEAVIER:
            below = self.plates[plate].crop(place)
            above = Image.new("L", below.size, value) if isinstance(value, int) else value
            value = ImageChops.screen(below, above) if laid.blend in ADDS else ImageChops.lighter(below, above)
        self.plates[plate].paste(value, place, mask)

    def _mask(self, laid: Laid, place: Pixels) -> Image:
        """What of these cells is painted, and how densely."""
        from PIL import Image, ImageChops  # noqa: PLC0415

        size = (place[2] - place[0], place[3] - place[1])
        mask = Image.new("L", size, round(FULL * max(0.0, min(1.0, laid.alpha))))
        shapes = [*laid.clips]
        if laid.what == "area":
            shapes.append((laid.shape, laid.even_odd))
        for shape, even_odd in shapes:
            mask = ImageChops.darker(mask, self._filled(shape, place, size, even_odd=even_odd))
        if laid.what == "line":
            mask = ImageChops.darker(mask, self._stroked(laid, place, size))
        return mask

    def _local(self, points: tuple[tuple[float, float], ...], place: Pixels) -> list[tuple[float, float]]:
        return [(x - self.left - place[0] - 0.5, self.top - y - place[1] - 0.5) for x, y in points]

    def _filled(self, shape: Shape, place: Pixels, size: tuple[int, int], *, even_odd: bool) -> Image:
        """Parts of a path that turn against the first one are holes, as those of letters are."""
        from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415

        whole = Image.new("L", size)
        parts = [part for part in shape if len(part) >= 3]  # noqa: PLR2004 - of a triangle
        for part in parts:
            if even_odd and part is not parts[0]:
                one = Image.new("L", size)
                ImageDraw.Draw(one).polygon(self._local(part, place), fill=FULL)
                whole = ImageChops.difference(whole, one)
            else:
                with_first = (_turn(part) > 0) == (_turn(parts[0]) > 0)
                ImageDraw.Draw(whole).polygon(self._local(part, place), fill=FULL if with_first else 0)
        return whole

    def _stroked(self, laid: Laid, place: Pixels, size: tuple[int, int]) -> Image:
        from PIL import Image, ImageDraw  # noqa: PLC0415

        mask = Image.new("L", size)
        for part in laid.shape:
            if len(part) > 1:
                ImageDraw.Draw(mask).line(self._local(part, place), fill=FULL, width=round(laid.size))
        return mask

    def _picture(self, laid: Laid, item: pikepdf.Object, places: Sequence[Pixels], file: Opened) -> None:
        from PIL import Image, ImageChops  # noqa: PLC0415

        whole = self._pixels(laid.matrix_box)
        size = (whole[2] - whole[0], whole[3] - whole[1])
        bands = bands_of(item, laid.ink, _resources_of(file, laid.page), size)
        if bands is None:
            return
        turned = {name: _turned(band, laid, size) for name, band in bands.items()}
        masks = [turned.pop("mask")] if "mask" in turned else []
        soft = item.get("/SMask")
        if isinstance(soft, pikepdf.Stream):
            (clear,) = decoded(soft, Space("grey", 1), size) or (Image.new("L", size, FULL),)
            masks.append(_turned(clear, laid, size))
        values = values_of(laid.ink) if not turned else None
        for place in places:
            shown = (place[0] - whole[0], place[1] - whole[1], place[2] - whole[0], place[3] - whole[1])
            mask = self._mask(laid, place)
            for one in masks:
                mask = ImageChops.multiply(mask, one.crop(shown))
            for plate in range(PLATES) if values is None else _touched(laid, values):
                if values is not None:
                    self._print(plate, values[plate], place, mask, laid)
                elif str(plate) in turned:
                    self._print(plate, turned[str(plate)].crop(shown), place, mask, laid)
                elif not laid.overprints:
                    self._print(plate, 0, place, mask, laid)

    def bare(self, box: Corners) -> bool:
        """Whether more than a little of a box is bare paper."""
        from PIL import ImageChops  # noqa: PLC0415

        inside = meet(box, self.frame)
        if inside[0] >= inside[2] or inside[1] >= inside[3]:
            return False
        place = self._pixels(inside)
        whole, *others = (plate.crop(place) for plate in self.plates)
        for other in others:
            whole = ImageChops.lighter(whole, other)
        counts = whole.histogram()
        return sum(counts[:1]) > BARE * sum(counts)

    def heaviest(self, area: float) -> tuple[float, Corners]:
        """The most ink, in per cent, as the mean of a square of ``area`` square millimetres; and that square."""
        from array import array  # noqa: PLC0415

        from PIL import ImageFilter, ImageMath  # noqa: PLC0415

        reach = max(0, round((sqrt(area) * MM - 1) / 2))
        smooth = [plate.filter(ImageFilter.BoxBlur(reach)) for plate in self.plates]
        c, m, y, k, s = smooth
        total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"] + a["s"], c=c, m=m, y=y, k=k, s=s)
        _, most = total.getextrema()
        cells = array("i")
        cells.frombytes(total.tobytes())
        row, column = divmod(cells.index(int(most)), self.size[0])
        x, y_ = self.left + column + 0.5, self.top - row - 0.5
        half = reach + 0.5
        return 100 * most / FULL, (x - half, y_ - half, x + half, y_ + half)


def _turn(part: Sequence[Point]) -> float:
    """Twice the area of a polygon, with the sign of the way it turns."""
    return sum((x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(part, (*part[1:], part[0]), strict=True)), 0.0)


def _touched(laid: Laid, values: list[int]) -> list[int]:
    """The plates that a thing is printed on or taken out of."""
    if not laid.overprints:
        return list(range(PLATES))
    if laid.ink.kind == "spot" or (laid.keeps and laid.ink.kind == "cmyk"):
        return [plate for plate in range(PLATES) if values[plate]]
    return list(range(SPOTS))


def _turned(part: Image, laid: Laid, size: Size) -> Image:
    """A picture as it lies on the page; one that is neither upright nor turned by a quarter, by its box."""
    from PIL import Image  # noqa: PLC0415

    a, b, c, d, *_ = laid.matrix
    if abs(b) > abs(a):
        part = part.transpose(Image.Transpose.ROTATE_90)
        a, d = -c, b
    if a < 0:
        part = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if d < 0:
        part = part.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    return part.resize(size, Image.Resampling.BOX)
