"""The eight orientations of EXIF 2.3 as matrices of the unit square, and crops carried through them.

A matrix is PDF's: six numbers, y up, from the picture as stored to the picture upright.
"""

from __future__ import annotations

from pipeline.picture.crop import Crop

Matrix = tuple[float, float, float, float, float, float]

UPRIGHT: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def as_stored(crop: Crop, orientation: int) -> Crop:
    """The crop of an upright picture, in fractions of the picture as it is stored."""
    a, b, c, d, e, f = UPRIGHT[orientation]
    corners = []
    for across, down in ((crop.left, crop.top), (crop.right, crop.bottom)):
        x, y = across - e, 1.0 - down - f
        corners.append((a * x + b * y, 1.0 - (c * x + d * y)))
    (x0, y0), (x1, y1) = corners
    return Crop(*(min(max(n, 0.0), 1.0) for n in (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))


def placed(orientation: int, crop: Crop, x: float, y: float, width: float, height: float) -> Matrix:
    """The matrix that paints a stored picture so that its upright crop fills a rectangle.

    ``x`` and ``y`` are the rectangle's lower left corner in PDF's own coordinates (y up); what lies outside
    of the crop has to be clipped by the rectangle.
    """
    a, b, c, d, e, f = UPRIGHT[orientation]
    whole_width, whole_height = width / crop.width, height / crop.height
    left, bottom = x - crop.left * whole_width, y - (1.0 - crop.bottom) * whole_height
    return (
        a * whole_width,
        b * whole_height,
        c * whole_width,
        d * whole_height,
        e * whole_width + left,
        f * whole_height + bottom,
    )
