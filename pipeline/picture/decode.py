"""Opening a picture and making a JPEG of what is seen of it: the only module that decodes images.

Scales while decoding where the format allows it, cuts, turns upright, flattens transparency on white and converts to
sRGB or to the inks of a press. The same bytes give the same bytes. Refuses what turns out damaged when it is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil
from struct import error as struct_error
from typing import TYPE_CHECKING

from pipeline import limits
from pipeline.colour_management import PressProfile, ProfileError, is_srgb, to_press, to_srgb
from pipeline.picture import jpeg
from pipeline.picture.crop import WHOLE, Crop
from pipeline.picture.header import Header, RefusalError, cut_short, damaged, unsupported
from pipeline.picture.orientation import as_stored

if TYPE_CHECKING:
    from PIL.Image import Image

TURNED = frozenset({5, 6, 7, 8})
ALPHA_MODES = frozenset({"LA", "PA", "RGBA", "La", "RGBa"})
SIXTEEN_BITS = 65535
OPAQUE = 255
REDUCING_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is to be made: the upright ``crop``, its ``width`` and ``height`` in pixels, and the coding."""

    crop: Crop
    width: int
    height: int
    quality: int
    full_colour: bool = False

    @property
    def subsampling(self) -> str:
        """JPEG's word for how finely colour is kept beside lightness."""
        return "4:4:4" if self.full_colour else "4:2:0"


def decoder_version() -> str:
    """The version of the decoder, since another one may give other bytes."""
    import PIL  # noqa: PLC0415 - light: not the decoder itself

    return PIL.__version__


def make(data: bytes, header: Header, recipe: Recipe, press: PressProfile | None = None) -> bytes:
    """A bare JPEG after ``recipe``, for screens or a press; RefusalError E300, E301, E305, E306."""
    header = _as_opened(header)
    with _refusing():
        image = _upright(_cut(_plain(_opened(data, header, recipe)), header, recipe), header.orientation)
        image = _for_press(image, header.icc, press) if press else _in_srgb(image, header.icc)
        out = BytesIO()
        # Of four inks the best code tables save 3 % of the bytes for three times the work.
        best = press is None
        image.save(
            out, "JPEG", quality=recipe.quality, subsampling=recipe.subsampling, optimize=best, progressive=False
        )
    return out.getvalue()


def mask(data: bytes, header: Header, recipe: Recipe) -> bytes:
    """How opaque what is seen is, after ``recipe``: a byte a pixel, row by row; nothing where all is opaque."""
    header = _as_opened(header)
    with _refusing():
        alpha = _opened(data, header, recipe).convert("RGBA").getchannel("A")
        seen = _upright(_cut(alpha, header, recipe), header.orientation)
        return b"" if seen.getextrema()[0] == OPAQUE else seen.tobytes()


def opacity(data: bytes, header: Header, width: int, height: int) -> bytes:
    """How opaque the whole upright picture is in so many parts across and down: a byte for each, row by row."""
    from PIL.Image import Resampling  # noqa: PLC0415

    header = _as_opened(header)
    with _refusing():
        alpha = _opened(data, header, Recipe(WHOLE, width, height, 0)).convert("RGBA").getchannel("A")
        return _upright(alpha, header.orientation).resize((width, height), Resampling.BOX).tobytes()


def squares(data: bytes, header: Header, crop: Crop, across: int, down: int) -> bytes:
    """The upright crop in so many squares across and down: red, green and blue of each, row by row."""
    from PIL.Image import Resampling  # noqa: PLC0415

    header = _as_opened(header)
    with _refusing():
        recipe = Recipe(crop, across, down, 0)
        image = _plain(_opened(data, header, recipe))
        seen = as_stored(crop, header.orientation)
        wide, deep = image.size
        box = (seen.left * wide, seen.top * deep, seen.right * wide, seen.bottom * deep)
        few = image.resize(_stored_size(recipe, header.orientation), Resampling.BOX, box=box)
        return _in_srgb(_upright(few, header.orientation), header.icc).convert("RGB").tobytes()


@contextmanager
def _refusing() -> Iterator[None]:
    """What a damaged picture makes the decoder say, as refusals: E300, E301, E305, E306."""
    from PIL import Image  # noqa: PLC0415

    try:
        yield
    except ProfileError as fault:
        reason = "has a colour profile that cannot be used"
        raise RefusalError("E306", reason, "Save it again with the profile sRGB.") from fault
    except (OSError, EOFError) as fault:
        raise (cut_short() if "truncated" in str(fault) else damaged("its pixels cannot be read")) from fault
    except (SyntaxError, ValueError, IndexError, KeyError, TypeError, struct_error, zlib.error) as fault:
        raise damaged("its pixels cannot be read") from fault
    except Image.DecompressionBombError as fault:
        raise damaged("its header and its pixels contradict each other") from fault


def _as_opened(header: Header) -> Header:
    """The header as the decoder gives the picture: Pillow sets TIFF upright by itself, and nothing else."""
    if header.format != "tiff":
        return header
    turned = header.orientation in TURNED
    width, height = (header.height, header.width) if turned else (header.width, header.height)
    return replace(header, orientation=1, width=width, height=height)


def _opened(data: bytes, header: Header, recipe: Recipe) -> Image:
    """The decoded picture as stored, perhaps already smaller."""
    # Decoding is not always needed, and costs 50 ms to load. The plug-ins register themselves.
    from PIL import Image, TiffImagePlugin, WebPImagePlugin  # noqa: F401, PLC0415

    Image.MAX_IMAGE_PIXELS = limits.PICTURE_PIXELS
    if header.format == "jpeg":
        data = jpeg.without_private_data(data)
    image: Image.Image = Image.open(BytesIO(data), formats=(header.format.upper(),))
    if image.size != (header.width, header.height):
        raise damaged("its header and its pixels contradict each other")
    if header.format == "jpeg":
        crop = as_stored(recipe.crop, header.orientation)
        width, height = _stored_size(recipe, header.orientation)
        image.draft(None, (ceil(width / crop.width), ceil(height / crop.height)))
    image.load()
    return image


def _stored_size(recipe: Recipe, orientation: int) -> tuple[int, int]:
    return (recipe.height, recipe.width) if orientation in TURNED else (recipe.width, recipe.height)


def _plain(image: Image) -> Image:
    """In mode L, RGB or CMYK: 16 bits brought to 8, palettes resolved, transparency flattened on white."""
    from PIL import Image as Images  # noqa: PLC0415

    if image.mode in {"L", "RGB", "CMYK"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (255 / SIXTEEN_BITS) + 0.5).convert("L")
    if image.mode in {"1", "YCbCr"}:
        return image.convert("L" if image.mode == "1" else "RGB")
    if image.mode not in {*ALPHA_MODES, "P", "L", "RGB"}:
        raise unsupported(f"a picture with colours of the kind {image.mode}")
    if image.mode == "P" and "transparency" not in image.info:
        return image.convert("RGB")
    gray = image.mode in {"L", "LA", "La"}
    clear = image.convert("RGBA")
    ground = Images.new("RGBA", clear.size, "white")
    return Images.alpha_composite(ground, clear).convert("L" if gray else "RGB")


def _cut(image: Image, header: Header, recipe: Recipe) -> Image:
    """What is seen, in the pixels that are wanted; never enlarged."""
    from PIL.Image import Resampling  # noqa: PLC0415

    crop = as_stored(recipe.crop, header.orientation)
    width, height = _stored_size(recipe, header.orientation)
    box = (crop.left * image.width, crop.top * image.height, crop.right * image.width, crop.bottom * image.height)
    if round(box[2] - box[0]) <= width and round(box[3] - box[1]) <= height:
        left, top = min(round(box[0]), image.width - width), min(round(box[1]), image.height - height)
        return image.crop((left, top, left + width, top + height))
    return image.resize((width, height), Resampling.LANCZOS, box=box, reducing_gap=REDUCING_GAP)


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose  # noqa: PLC0415

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _in_srgb(image: Image, icc: bytes | None) -> Image:
    if icc and not is_srgb(icc):
        image = to_srgb(image, icc)
    image = image if image.mode in {"L", "RGB"} else image.convert("RGB")
    image.info.clear()
    return image


def _for_press(image: Image, icc: bytes | None, press: PressProfile) -> Image:
    image = to_press(image, icc, press)
    image.info.clear()
    return image
