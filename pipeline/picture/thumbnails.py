"""Thumbnails: pages drawn small in a picture, from coloured boxes and photos; spreads side by side, labels below.

Made for looking at an issue as a whole, not for print: type is a bar, a tint has one colour. Colours are sRGB from
0 to 1, boxes are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.measure import Box
from pipeline.picture.orientation import as_stored

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

    from pipeline.picture.rendition import Rendition

Colour = tuple[float, float, float]

PAGE = 190  # pixels across a page
SPREADS = 4  # side by side
GAP, LINE, LABELS = 26, 13, 4  # pixels between spreads and of a line of labels; lines of labels
DESK, PAPER, INK, EDGE = (232, 232, 228), (255, 255, 255), (40, 40, 40), (190, 190, 186)
TURNED = {3: "ROTATE_180", 6: "ROTATE_270", 8: "ROTATE_90"}
MIRRORED = {2: "FLIP_LEFT_RIGHT", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 7: "TRANSVERSE"}


@dataclass(frozen=True, slots=True)
class Patch:
    """A box in one colour, or a photo in its box."""

    box: Box
    colour: Colour = (0.5, 0.5, 0.5)
    opacity: float = 1.0
    photo: Rendition | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: what is on it in the order of painting, and the lines of its label."""

    patches: tuple[Patch, ...]
    labels: tuple[str, ...]


def sheet_of(spreads: Sequence[tuple[Leaf | None, Leaf | None]], width: float, height: float) -> bytes:
    """A PNG with the spreads of an issue, whose pages are ``width`` by ``height`` points."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - seldom wanted

    scale = PAGE / width
    deep = round(height * scale)
    across = min(SPREADS, max(len(spreads), 1))
    step_x, step_y = 2 * PAGE + GAP, deep + LABELS * LINE + GAP
    rows = -(-len(spreads) // across)
    image = Image.new("RGB", (across * step_x + GAP, max(rows, 1) * step_y + GAP), DESK)
    draw = ImageDraw.Draw(image)
    for index, spread in enumerate(spreads):
        for side, leaf in enumerate(spread):
            if leaf:
                corner = (GAP + index % across * step_x + side * PAGE, GAP + index // across * step_y)
                image.paste(_page(leaf, (PAGE, deep), scale), corner)
                draw.rectangle((*corner, corner[0] + PAGE, corner[1] + deep), outline=EDGE)
                _label(draw, leaf.labels[:LABELS], corner[0] + 2, corner[1] + deep + 3)
    stream = BytesIO()
    image.save(stream, "png", optimize=True)
    return stream.getvalue()


def _label(draw: ImageDraw, labels: Sequence[str], x: int, y: int) -> None:
    for number, label in enumerate(labels):
        text = label
        while draw.textlength(text) > PAGE - 4 and len(text) > 1:
            text = text[:-1]
        draw.text((x, y + number * LINE), text, fill=INK)


def _page(leaf: Leaf, size: tuple[int, int], scale: float) -> Image:
    from PIL import Image  # noqa: PLC0415

    page = Image.new("RGB", size, PAPER)
    for patch in leaf.patches:
        left, top = round(patch.box.left * scale), round(patch.box.top * scale)
        wide, deep = (max(round(length * scale), 1) for length in (patch.box.width, patch.box.height))
        if patch.photo:
            page.paste(_photo(patch.photo, (wide, deep)), (left, top))
        else:
            red, green, blue = (round(255 * part) for part in patch.colour)
            veil = Image.new("L", (wide, deep), round(255 * patch.opacity))
            page.paste((red, green, blue), (left, top), veil)
    return page


def _photo(rendition: Rendition, size: tuple[int, int]) -> Image:
    from PIL import Image  # noqa: PLC0415
    from PIL.Image import Transpose  # noqa: PLC0415

    with Image.open(BytesIO(rendition.data)) as opened:
        crop = as_stored(rendition.crop, rendition.orientation)
        wide, deep = opened.size
        seen = (crop.left * wide, crop.top * deep, crop.right * wide, crop.bottom * deep)
        image = opened.convert("RGB").crop(tuple(round(edge) for edge in seen))  # type: ignore[arg-type]  # four edges
    turn = (TURNED | MIRRORED).get(rendition.orientation)
    return (image.transpose(Transpose[turn]) if turn else image).resize(size)
