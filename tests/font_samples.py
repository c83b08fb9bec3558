"""Small fonts built for tests: boxes for glyphs, in the kinds that the project's own fonts are not."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

UPEM = 1000
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-"
# f, i, A and V by the names that the builder gives them.
FEATURES = """
feature liga { sub u0066 u0066 u0069 by f_f_i; sub u0066 u0069 by f_i; } liga;
feature kern { pos u0041 u0056 -80; } kern;
"""


@dataclass(frozen=True)
class Recipe:
    """What a sample font says of itself. ``weights`` makes it variable: lightest, default, heaviest."""

    family: str = "Sample"
    style: str = "Regular"
    weight: int = 400
    italic: bool = False
    fs_type: int = 0
    letters: str = LETTERS
    cff: bool = False
    weights: tuple[int, int, int] | None = None


def width_of(name: str) -> int:
    """The advance of a sample glyph, different for most."""
    return 400 + 7 * (sum(map(ord, name)) % 40)


def build_font(recipe: Recipe = Recipe()) -> bytes:
    """The bytes of a font with boxes for ``letters``, two ligatures and one kerned pair."""
    names = {letter: f"u{ord(letter):04X}" for letter in recipe.letters}
    order = [".notdef", *names.values(), "f_i", "f_f_i"]
    builder = FontBuilder(UPEM, isTTF=not recipe.cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): name for letter, name in names.items()})
    _setup_outlines(builder, order, recipe)
    builder.setupHorizontalMetrics({name: (width_of(name), 50) for name in order})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(
        sTypoAscender=800,
        sTypoDescender=-200,
        sCapHeight=700,
        sxHeight=480,
        usWeightClass=recipe.weight,
        fsType=recipe.fs_type,
        fsSelection=0x01 if recipe.italic else 0x40,
    )
    builder.setupPost(italicAngle=-12 if recipe.italic else 0)
    builder.setupNameTable(
        {
            "familyName": recipe.family,
            "styleName": recipe.style,
            "psName": f"{recipe.family}-{recipe.style}".replace(" ", ""),
        }
    )
    if recipe.weights:
        _vary(builder, order, recipe.weights)
    builder.addOpenTypeFeatures(FEATURES)
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _setup_outlines(builder: FontBuilder, order: list[str], recipe: Recipe) -> None:
    if recipe.cff:
        strings = {name: _box(T2CharStringPen(width_of(name), None), name).getCharString() for name in order}
        builder.setupCFF(f"{recipe.family}-{recipe.style}".replace(" ", ""), {"FullName": recipe.family}, strings, {})
    else:
        builder.setupGlyf({name: _box(TTGlyphPen(None), name).glyph() for name in order})


def _box(pen: Any, name: str) -> Any:
    width = width_of(name)
    pen.moveTo((50, 0))
    for point in ((50, 700), (width - 50, 700), (width - 50, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen


def _vary(builder: FontBuilder, order: list[str], weights: tuple[int, int, int]) -> None:
    """A weight axis at whose upper end each glyph is 100 units wider."""
    least, default, most = weights
    instances: list[dict[str, Any]] = [
        {"stylename": "Regular", "location": {"wght": default}},
        {"stylename": "Black", "location": {"wght": most}},
    ]
    builder.setupFvar([("wght", least, default, most, "Weight")], instances)
    # Four points of the box, then the phantom points: left, right, top, bottom.
    wider = [(0, 0), (0, 0), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
    builder.setupGvar({name: [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider)] for name in order})


def collection_of(*fonts: bytes) -> bytes:
    """A TTC file that holds ``fonts``."""
    collection = TTCollection()
    collection.fonts = [TTFont(BytesIO(data)) for data in fonts]
    stream = BytesIO()
    collection.save(stream)
    return stream.getvalue()
