"""Whether a picture is fine enough for its size on the page: E311 and W312, in the editor's words.

Print in a screen of 150 lines per inch wants 225 to 300 pixels per inch; below two thirds of what is wanted the
eye sees the pixels, above it the picture is only a little soft.
"""

from __future__ import annotations

from math import ceil

from pipeline.diagnostic import Finding, Span
from pipeline.measure import MM
from pipeline.picture.crop import POINTS_PER_INCH, Crop, effective_ppi
from pipeline.picture.probe import Picture

PRINT_PPI = 225.0
BARELY = 2 / 3


def too_coarse(
    picture: Picture,
    crop: Crop,
    size: tuple[float, float],
    span: Span | None = None,
    page: str = "",
    wanted: float = PRINT_PPI,
) -> Finding | None:
    """E311 or W312 when a picture has fewer than ``wanted`` pixels per inch at ``size`` (width, height in points)."""
    width, height = size
    ppi = effective_ppi(picture, crop, width, height)
    if ppi >= wanted:
        return None
    across = max(width / crop.width, height / crop.height * picture.aspect)
    least = ceil(across * wanted / POINTS_PER_INCH)
    message = f"{picture.path} is {int(ppi)} ppi at {width / MM:.0f} mm wide; print needs {wanted:.0f}."
    hint = f"Supply a picture at least {least} px wide, or give it a smaller size."
    code = "E311" if ppi < wanted * BARELY else "W312"
    return Finding(code, message, span or Span(picture.path), hint, page)
