"""How a target names colours: as sRGB on a screen, as process inks and plates of their own on a press.

Words come from ISO 32000-1, 8.6, and on overprinting 11.7.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pipeline.pdf.syntax import numbers

ALL_PLATES = "All"
Cmyk = tuple[float, float, float, float]
BLACK_INK: Cmyk = (0.0, 0.0, 0.0, 1.0)


class Colour(Protocol):
    """A swatch as a canvas sees it: components run from 0 to 1, ``spot`` names a plate of its own or is empty."""

    @property
    def srgb(self) -> tuple[float, float, float]:
        """Red, green and blue."""

    @property
    def cmyk(self) -> Cmyk:
        """Cyan, magenta, yellow and black."""

    @property
    def spot(self) -> str:
        """The name of the spot colour; ``All`` prints on every plate."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A separation: its name, the one that operators know it by, and what full ink of it looks like in process inks."""

    name: str
    resource: str
    cmyk: Cmyk


class Inks(Protocol):
    """How a target names colours."""

    def fill(self, colour: Colour) -> str:
        """The operator that sets the colour of areas and text."""

    def stroke(self, colour: Colour) -> str:
        """The operator that sets the colour of lines."""

    def pixel(self, colour: Colour) -> tuple[str, bytes]:
        """The colour space of a one-colour image, or the resource of its plate, and one pixel of it."""

    def plate(self, colour: Colour) -> Plate | None:
        """The plate of its own that a colour prints on, which its operators then name."""

    def overprints(self, colour: Colour) -> bool:
        """Whether type and rules of the colour leave what is below them on the other plates."""

    @property
    def blending_space(self) -> str:
        """The colour space in which a page's transparency blends."""


class ScreenInks:
    """sRGB for screens."""

    blending_space = "DeviceRGB"

    def fill(self, colour: Colour) -> str:
        """``r g b rg``."""
        return numbers(*colour.srgb) + " rg"

    def stroke(self, colour: Colour) -> str:
        """``r g b RG``."""
        return numbers(*colour.srgb) + " RG"

    def pixel(self, colour: Colour) -> tuple[str, bytes]:
        """Eight bits for each of red, green and blue."""
        return "DeviceRGB", bytes(round(255 * part) for part in colour.srgb)

    def plate(self, colour: Colour) -> None:
        """A screen has none."""

    def overprints(self, colour: Colour) -> bool:
        """Light does not."""
        del colour
        return False


class PressInks:
    """Process inks, and a plate for each spot colour. Full black alone overprints, so that no gap shows round it."""

    blending_space = "DeviceCMYK"

    def __init__(self) -> None:
        self._plates: dict[str, Plate] = {}

    def fill(self, colour: Colour) -> str:
        """``c m y k k``, or the plate's tint."""
        plate = self.plate(colour)
        return f"/{plate.resource} cs 1 scn" if plate else numbers(*colour.cmyk) + " k"

    def stroke(self, colour: Colour) -> str:
        """``c m y k K``, or the plate's tint."""
        plate = self.plate(colour)
        return f"/{plate.resource} CS 1 SCN" if plate else numbers(*colour.cmyk) + " K"

    def pixel(self, colour: Colour) -> tuple[str, bytes]:
        """Eight bits for each process ink, or full ink of the plate."""
        plate = self.plate(colour)
        if plate:
            return plate.resource, b"\xff"
        return "DeviceCMYK", bytes(round(255 * part) for part in colour.cmyk)

    def plate(self, colour: Colour) -> Plate | None:
        """The plate of a spot colour; what it looks like is what it was first said to."""
        if not colour.spot:
            return None
        if colour.spot not in self._plates:
            resource = ALL_PLATES if colour.spot == ALL_PLATES else f"Spot{len(self._plates) + 1}"
            self._plates[colour.spot] = Plate(colour.spot, resource, colour.cmyk)
        return self._plates[colour.spot]

    def overprints(self, colour: Colour) -> bool:
        """True of nothing but full black."""
        return not colour.spot and colour.cmyk == BLACK_INK
