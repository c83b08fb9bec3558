"""The profile of sRGB, made from the numbers of IEC 61966-2-1: primaries, white point and transfer curve.

A version 4 display profile of a matrix and one parametric curve. The profile connection space is relative to D50, so
that the primaries are adapted from D65 by the Bradford transform, which the tag ``chad`` tells. Words and layouts are
those of ICC.1:2004-10, the version that PDF 1.7 names; the same bytes come out every time.
"""

from __future__ import annotations

from functools import cache
from hashlib import md5
from struct import pack

NAME = "sRGB IEC61966-2.1"
# The profile is free of rights, so that a file that holds it is not bound by them.
COPYRIGHT = "CC0 1.0: no rights reserved"
VERSION = 0x04200000
MADE = (2026, 11, 22, 0, 0, 0)
HEADER = 128
# The profile's flags, rendering intent and identifier do not count for the identifier.
UNCOUNTED = ((44, 48), (64, 68), (84, 100))
IDENTIFIER = slice(84, 100)

PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
D65 = (0.3127, 0.3290)
D50 = (0.9642, 1.0, 0.8249)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
# g, a, b, c, d of the transfer curve: (a x + b) ** g from d on, c x below.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
PARAMETRIC_CURVE = 3

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]


@cache
def srgb_profile() -> bytes:
    """The profile's bytes."""
    adaptation = _adaptation()
    red, green, blue = _transposed(_product(adaptation, _colorants()))
    curve = _parametric_curve()
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text(COPYRIGHT),
        b"wtpt": _xyz(D50),
        b"chad": b"sf32" + bytes(4) + b"".join(_fixed(number) for row in adaptation for number in row),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    profile = bytearray(_with_header(_tagged(tags)))
    counted = bytearray(profile)
    for first, last in UNCOUNTED:
        counted[first:last] = bytes(last - first)
    profile[IDENTIFIER] = md5(counted, usedforsecurity=False).digest()
    return bytes(profile)


# ---------------------------------------------------------------------- the numbers


def _colorants() -> Matrix:
    """The XYZ of full red, green and blue (in columns), of which the sum is D65 with a luminance of 1."""
    red, green, blue = map(_white, PRIMARIES)
    shades = _transposed((red, green, blue))
    return _product(shades, _diagonal(_times(_inverse(shades), _white(D65))))


def _white(chromaticity: tuple[float, float]) -> Vector:
    """The XYZ of a chromaticity at a luminance of 1."""
    x, y = chromaticity
    return x / y, 1.0, (1 - x - y) / y


def _adaptation() -> Matrix:
    """From colours seen under D65 to those that look the same under D50."""
    before, after = _times(BRADFORD, _white(D65)), _times(BRADFORD, D50)
    gains = (after[0] / before[0], after[1] / before[1], after[2] / before[2])
    return _product(_inverse(BRADFORD), _product(_diagonal(gains), BRADFORD))


def _diagonal(values: Vector) -> Matrix:
    return (values[0], 0.0, 0.0), (0.0, values[1], 0.0), (0.0, 0.0, values[2])


def _times(matrix: Matrix, vector: Vector) -> Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _transposed(matrix: Matrix) -> Matrix:
    first, second, third = zip(*matrix, strict=True)
    return first, second, third


def _product(one: Matrix, other: Matrix) -> Matrix:
    first, second, third = (_times(one, column) for column in _transposed(other))
    return _transposed((first, second, third))


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / whole, (c * h - b * i) / whole, (b * f - c * e) / whole),
        ((f * g - d * i) / whole, (a * i - c * g) / whole, (c * d - a * f) / whole),
        ((d * h - e * g) / whole, (b * g - a * h) / whole, (a * e - b * d) / whole),
    )


# ---------------------------------------------------------------------- the bytes


def _fixed(number: float) -> bytes:
    """s15Fixed16Number."""
    return pack(">i", round(number * 65536))


def _xyz(colour: Vector) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, colour))


def _parametric_curve() -> bytes:
    return b"para" + bytes(4) + pack(">HH", PARAMETRIC_CURVE, 0) + b"".join(map(_fixed, CURVE))


def _text(text: str) -> bytes:
    """A text of type ``mluc`` with one record, in English."""
    coded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded


def _tagged(tags: dict[bytes, bytes]) -> bytes:
    """The tag table and the tags' data, each from a multiple of four bytes on; what is the same is stored once."""
    start = HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    stored = b""
    for data in tags.values():
        if data not in places:
            places[data] = start + len(stored)
            stored += data + bytes(-len(data) % 4)
    table = b"".join(name + pack(">II", places[data], len(data)) for name, data in tags.items())
    return pack(">I", len(tags)) + table + stored


def _with_header(body: bytes) -> bytes:
    """The header before the rest: a display profile from RGB to XYZ, of no platform, perceptual, without identifier."""
    parts = (
        pack(">I4sI4s4s4s", HEADER + len(body), bytes(4), VERSION, b"mntr", b"RGB ", b"XYZ "),
        pack(">6H", *MADE),
        b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4),
        b"".join(map(_fixed, D50)),
        bytes(4 + 16 + 28),
    )
    return b"".join(parts) + body
