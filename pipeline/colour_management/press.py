"""The colours of a press: output profiles, the printing conditions that they are of, and pictures brought to them.

Relative colorimetric with black-point compensation, by LittleCMS through Pillow's ImageCms. Grey stays grey, for the
black plate alone; CMYK that was made for the same condition is left as it is. Refuses what is no CMYK output profile.
Names of conditions are those of the ICC's registry of characterization data.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Literal

from pipeline.colour_management.convert import ProfileError
from pipeline.colour_management.offset import offset_profile

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

LEAST_BYTES = 132
VERSION, CLASS, SPACE, SIGNATURE = 8, slice(12, 16), slice(16, 20), slice(36, 40)
NEWEST = 4
FULL = 255
AFAR, NEARLY = 4, 3
CODING = 5  # per cent of ink that a JPEG may add again

# What profiles call themselves, and the registered condition that they describe; the first that is found counts.
_CONDITIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), condition)
    for pattern, condition in (
        (r"FOGRA\s?(\d\d)", r"FOGRA\1"),
        (r"ISO ?coated.?v2", "FOGRA39"),
        (r"PSO.?coated.?v3", "FOGRA51"),
        (r"PSO.?uncoated.?v3", "FOGRA52"),
        (r"PSO.?uncoated.?ISO.?12647", "FOGRA47"),
        (r"PSO.?LWC.?improved", "FOGRA45"),
        (r"PSO.?LWC.?standard", "FOGRA46"),
        (r"PSO.?MFC", "FOGRA41"),
        (r"PSO.?SNP", "FOGRA42"),
        (r"CRPC(\d)", r"CGATS21-2-CRPC\1"),
        (r"GRACoL2006", "CGATS TR 006"),
        (r"SWOP2006.?Coated3", "CGATS TR 003"),
        (r"SWOP2006.?Coated5", "CGATS TR 005"),
        (r"Web Coated \(SWOP\)", "CGATS TR 001"),
        (r"Japan Color 2001 Coated", "JC200103"),
        (r"IFRA\s?26", "IFRA26"),
    )
)


@dataclass(frozen=True, slots=True)
class PressProfile:
    """An ICC output profile of CMYK. ``condition`` is its name in the registry, empty where it is not known there.

    ``most_ink`` is the sum in per cent below which photos are brought; where it is 0 they have what the profile gives.
    """

    digest: str
    description: str
    condition: str
    data: bytes = field(repr=False, compare=False)
    most_ink: float = 0.0

    @classmethod
    def read(cls, data: bytes) -> PressProfile:
        """From a profile's bytes; ProfileError, in a user's words, for what no press can be described by."""
        if len(data) < LEAST_BYTES or data[SIGNATURE] != b"acsp":
            message = "is no ICC profile"
            raise ProfileError(message)
        if data[CLASS] != b"prtr" or data[SPACE] != b"CMYK":
            message = "describes no press: it is not an output profile of CMYK"
            raise ProfileError(message)
        if data[VERSION] > NEWEST:
            message = f"is of version {data[VERSION]}; PDF/X-4 takes 2 and {NEWEST}"
            raise ProfileError(message)
        description = _description(data)
        _transform(None, data, "RGB")  # or it cannot be converted to
        return cls(hashlib.sha256(data).hexdigest(), description, _condition(description), data)

    @property
    def name(self) -> str:
        """What a printer calls it."""
        return self.condition or self.description


@cache
def offset_press() -> PressProfile:
    """Offset on coated paper, FOGRA39: what a press edition is made for when nothing else is said."""
    return PressProfile.read(offset_profile())


def to_press(image: Image, icc: bytes | None, press: PressProfile) -> Image:
    """The picture in ``L`` or ``CMYK``. ``icc`` says what its numbers mean; without it RGB is taken for sRGB.

    ProfileError for a profile that LittleCMS cannot use.
    """
    from PIL import ImageCms  # noqa: PLC0415

    if is_in_inks({"L": "gray", "CMYK": "cmyk"}.get(image.mode, "rgb"), icc, press):
        return image
    mode: Literal["RGB", "CMYK"] = "CMYK" if image.mode == "CMYK" else "RGB"
    try:
        inked = _transform(icc, press.data, mode).apply(image if image.mode == mode else image.convert(mode))
    except (ImageCms.PyCMSError, OSError, ValueError) as fault:
        raise ProfileError(str(fault)) from fault
    return _drier(inked, press.most_ink) if press.most_ink else inked


def _drier(image: Image, most: float) -> Image:
    """The picture with less of the three colours, and as much black, where it has more ink than ``most`` per cent."""
    from PIL import Image as Images  # noqa: PLC0415
    from PIL import ImageChops  # noqa: PLC0415

    quarter = (most - CODING) * FULL / 400  # of the four inks, on the mean
    # A look from afar is enough: what is too dark is so on some area.
    if not any(_mean(image.reduce(AFAR)).histogram()[int(quarter) - NEARLY :]):
        return image
    cyan, magenta, yellow, black = image.split()
    less = _mean(image).point([max(0, ceil(4 * (value + 1 - quarter) / 3)) for value in range(FULL + 1)])
    return Images.merge("CMYK", [*(ImageChops.subtract(ink, less) for ink in (cyan, magenta, yellow)), black])


def _mean(image: Image) -> Image:
    """The mean of the four inks of each pixel, rounded down."""
    from PIL import ImageChops  # noqa: PLC0415

    cyan, magenta, yellow, black = image.split()
    return ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)


def most_ink_of(press: PressProfile) -> float:
    """The most ink that the profile lays down for a photo, in per cent: that of black."""
    from PIL import Image as Images  # noqa: PLC0415

    inked = _transform(None, press.data, "RGB").apply(Images.new("RGB", (1, 1)))
    return 100 * sum(inked.tobytes()) / FULL


def is_in_inks(mode: str, icc: bytes | None, press: PressProfile) -> bool:
    """Whether a picture of grey, RGB or CMYK (``gray``, ``rgb``, ``cmyk``) needs no conversion for the press."""
    return mode == "gray" or (mode == "cmyk" and (icc is None or _is_same(icc, press)))


@lru_cache(maxsize=16)
def _is_same(icc: bytes, press: PressProfile) -> bool:
    """Whether CMYK of this profile is CMYK of that press already."""
    if icc == press.data:
        return True
    condition = _condition(_description(icc)) if icc[SPACE] == b"CMYK" else ""
    return bool(condition) and condition == press.condition


@lru_cache(maxsize=16)
def _transform(before: bytes | None, after: bytes, mode: Literal["RGB", "CMYK"]) -> ImageCmsTransform:
    """From a profile, or from sRGB, to that of a press."""
    from PIL import ImageCms  # noqa: PLC0415

    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(before) if before else ImageCms.createProfile("sRGB")),
            ImageCms.ImageCmsProfile(BytesIO(after)),
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            # A photo seldom has two pixels alike side by side, for which LittleCMS would look each time.
            ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOCACHE,
        )
    except (ImageCms.PyCMSError, OSError, ValueError) as fault:
        message = "is damaged, or cannot be converted to"
        raise ProfileError(message) from fault


def _description(icc: bytes) -> str:
    from PIL import ImageCms  # noqa: PLC0415

    try:
        found = ImageCms.ImageCmsProfile(BytesIO(icc)).profile.profile_description
    except (OSError, ValueError) as fault:
        message = "is damaged"
        raise ProfileError(message) from fault
    return " ".join((found or "").split())


def _condition(description: str) -> str:
    for pattern, condition in _CONDITIONS:
        if found := pattern.search(description):
            return found.expand(condition)
    return ""
