"""Pictures brought to sRGB, by the ICC profile that came with them.

Relative colorimetric with black-point compensation, by LittleCMS through Pillow's ImageCms. Refuses profiles
that LittleCMS cannot use. Words are those of ICC.1:2022.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from struct import error, unpack_from
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

Channels = Literal["L", "RGB", "CMYK"]
TAG_TABLE = 128
MOST_TAGS = 100


class ProfileError(ValueError):
    """A profile that cannot be used with the picture it came in."""


def is_srgb(icc: bytes) -> bool:
    """True when the profile calls itself sRGB, as every vendor's variety of it does."""
    description = _description(icc)
    return b"sRGB" in description or "sRGB".encode("utf-16-be") in description


def to_srgb(image: Image, icc: bytes) -> Image:
    """The picture, whose numbers mean colours by ``icc``, in sRGB: ``L`` stays ``L``, all else becomes ``RGB``."""
    from PIL import ImageCms  # noqa: PLC0415 - only pictures with a profile of their own need it

    mode: Channels = "L" if image.mode == "L" else "CMYK" if image.mode == "CMYK" else "RGB"
    try:
        converted = _transform(icc, mode).apply(image if image.mode == mode else image.convert(mode))
    except (ImageCms.PyCMSError, OSError, ValueError) as fault:
        raise ProfileError(str(fault)) from fault
    return converted.convert("L") if mode == "L" else converted


@lru_cache(maxsize=16)
def _transform(icc: bytes, mode: Channels) -> ImageCmsTransform:
    from PIL import ImageCms  # noqa: PLC0415

    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(icc)),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _description(icc: bytes) -> bytes:
    try:
        (count,) = unpack_from(">I", icc, TAG_TABLE)
        for number in range(min(count, MOST_TAGS)):
            name, at, length = unpack_from(">4sII", icc, TAG_TABLE + 4 + 12 * number)
            if name == b"desc":
                return icc[at : at + length]
    except error:
        return b""
    return b""
