"""Which part of a picture is seen, and how finely: crops round a focus, and pixels per inch.

Coordinates are fractions of the upright picture, y down. A crop never reaches outside of the picture and
never enlarges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.picture.probe import Picture

POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Crop:
    """The part that is seen: edges as fractions 0 to 1 of the upright picture, y down."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    def __post_init__(self) -> None:
        if not (0.0 <= self.left < self.right <= 1.0 and 0.0 <= self.top < self.bottom <= 1.0):
            message = f"a crop lies inside its picture, this one does not: {self}"
            raise ValueError(message)

    @property
    def width(self) -> float:
        """Fraction of the picture's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Fraction of the picture's height."""
        return self.bottom - self.top

    @property
    def is_whole(self) -> bool:
        """True when all of the picture is seen."""
        return (self.left, self.top, self.right, self.bottom) == (0.0, 0.0, 1.0, 1.0)


WHOLE = Crop()


def crop_to(picture: Picture, aspect: float, focus: tuple[float, float] = (0.5, 0.5)) -> Crop:
    """The largest crop with ``aspect`` (width over height) that shows the focus.

    The focus keeps its place: a face at two fifths from the left of the picture is at two fifths from the
    left of the crop, so that the photographer's composition survives. ValueError when ``aspect`` is not
    positive or the focus lies outside of the picture.
    """
    across, down = focus
    if not aspect > 0 or not (0.0 <= across <= 1.0 and 0.0 <= down <= 1.0):
        message = f"no crop has the aspect {aspect} and the focus {focus}"
        raise ValueError(message)
    ratio = aspect / (picture.width / picture.height)
    if ratio < 1.0:
        left = across * (1.0 - ratio)
        return Crop(left, 0.0, min(left + ratio, 1.0), 1.0)
    top = down * (1.0 - 1.0 / ratio)
    return Crop(0.0, top, 1.0, min(top + 1.0 / ratio, 1.0))


def effective_ppi(picture: Picture, crop: Crop, width_pt: float, height_pt: float) -> float:
    """Pixels per inch of what is seen, in the direction that has fewer, at a size in points."""
    across = picture.width * crop.width / width_pt
    down = picture.height * crop.height / height_pt
    return min(across, down) * POINTS_PER_INCH
