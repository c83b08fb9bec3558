"""Pictures as plates: the samples of those that are in grey, in CMYK or in inks by name, and how heavy they are.

Others (RGB, Lab, JPEG 2000) are left out; what is damaged or too large is refused. Words come from ISO 32000-1, 8.9.
"""

from __future__ import annotations

from io import BytesIO
from struct import error as struct_error
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline import limits
from pipeline.preflight.inks import PROCESS, SCREEN, Ink, Space, space_of
from pipeline.preflight.opened import Unreadable, bytes_of, integer_of, items_of, names_of
from pipeline.preflight.rasters import frame_of

if TYPE_CHECKING:
    from PIL.Image import Image

FULL = 255
PLATES = 5  # the process inks, and all spot inks together
SPOTS = 4
COMPONENTS = 4  # of CMYK, or of four inks by name
Size = tuple[int, int]
Extremes = tuple[int, int]


def values_of(ink: Ink) -> list[int]:
    """The plates of an ink, from 0 to 255."""
    spots = min(1.0, sum(share for _, share in ink.spots))
    return [round(FULL * max(0.0, min(1.0, share))) for share in (*ink.process, spots)]


def bands_of(item: pikepdf.Object, ink: Ink, resources: dict[str, Any], size: Size) -> dict[str, Image] | None:
    """A picture's plates by their numbers; ``mask`` alone for one that paints in the current colour."""
    from PIL import ImageChops  # noqa: PLC0415

    if item.get("/ImageMask", False) is True:
        found = decoded(item, Space("grey", 1), size)
        return {"mask": ImageChops.invert(found[0])} if found and ink.kind != "pattern" else None
    space = space_of(item.get("/ColorSpace"), resources)
    parts = decoded(item, space, size)
    if parts is None or space.base is not None:
        return _looked_up(parts[0], space) if parts else None
    if space.kind == "grey":
        return {"3": ImageChops.invert(parts[0])}
    if space.kind == "cmyk":
        return {str(plate): part for plate, part in enumerate(parts)}
    bands: dict[str, Image] = {}
    for name, part in zip(space.names, parts, strict=True):
        for plate in range(SPOTS) if name == "/All" else (PROCESS.index(name) if name in PROCESS else SPOTS,):
            before = bands.get(str(plate))
            bands[str(plate)] = part if before is None else ImageChops.add(before, part)
    return bands


def _looked_up(indices: Image, space: Space) -> dict[str, Image] | None:
    if space.base is None or space.base.kind not in {"grey", "cmyk", "spot"}:
        return None
    inks = [values_of(space.ink([float(index)])) for index in range(FULL + 1)]
    return {str(plate): indices.point([ink[plate] for ink in inks]) for plate in range(PLATES)}


def decoded(item: pikepdf.Object, space: Space, size: Size) -> list[Image] | None:
    """A picture's components, of about ``size`` and more; None for what is not looked into. 255 is full."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    width, height = integer_of(item.get("/Width")) or 0, integer_of(item.get("/Height")) or 0
    bits = 1 if item.get("/ImageMask", False) is True else integer_of(item.get("/BitsPerComponent")) or 0
    mode = {1: "L", 4: "CMYK"}.get(space.parts)
    if mode is None or space.kind in {"rgb", "calibrated", "pattern"}:
        return None
    if names_of(item.get("/Filter")) == ("/DCTDecode",):
        parts = of_jpeg(item.read_raw_bytes(), mode, size)
        if parts is None:
            return None
    else:
        data = bytes_of(item)
        if (bits, mode) == (1, "L") and len(data) >= -(-width // 8) * height:
            parts = [Image.frombytes("1", (width, height), data).convert("L")]
            if space.base is not None:
                parts = [part.point([int(value > 0) for value in range(FULL + 1)]) for part in parts]
        elif bits == 8 and len(data) >= width * height * space.parts:  # noqa: PLR2004
            parts = list(Image.frombytes(mode, (width, height), data[: width * height * space.parts]).split())
        else:
            return None
    decode = [float(n) for n in items_of(item.get("/Decode"))]
    for index, part in enumerate(parts):
        if space.base is None and decode[2 * index : 2 * index + 1] and decode[2 * index] > decode[2 * index + 1]:
            parts[index] = ImageChops.invert(part)
    return parts


def of_jpeg(data: bytes, mode: str, size: Size) -> list[Image] | None:
    """A JPEG's components as the file has them; None where they are others than wanted, Unreadable where damaged."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    width, height, _ = frame_of(data)
    if width * height > limits.PICTURE_PIXELS:
        message = f"a picture of {width} by {height} pixels is too large to be measured"
        raise Unreadable(message)
    # Its size is known, so that Pillow need not warn of it; warnings are all threads' own.
    Image.MAX_IMAGE_PIXELS = limits.PICTURE_PIXELS
    try:
        image = Image.open(BytesIO(data), formats=["JPEG"])
        if image.mode != mode:
            return None
        image.draft(mode, size)
        image.decodermaxblock = len(data)  # in one go, lest every piece wait for Python
        # Pillow takes CMYK for written upside down, as Adobe writes it.
        return [ImageChops.invert(part) for part in image.split()] if mode == "CMYK" else [image.copy()]
    except (OSError, ValueError, SyntaxError, struct_error) as error:
        message = f"a JPEG cannot be decoded: {error}"
        raise Unreadable(message) from error


def decoder_version() -> str:
    """The version of what takes JPEGs apart."""
    import PIL  # noqa: PLC0415

    return PIL.__version__


def extremes_of(parts: list[Image]) -> Extremes:
    """The least and the most of four components together, in any one sample."""
    from PIL import ImageMath  # noqa: PLC0415

    c, m, y, k = parts
    least, most = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], c=c, m=m, y=y, k=k).getextrema()
    return int(least), int(most)


def most_of(item: pikepdf.Object, ink: Ink, resources: dict[str, Any], extremes: Extremes | None) -> float:
    """As much ink as no sample has more of, in per cent; ``extremes`` are those of ``is_weighed``, by ``Densities``."""
    if item.get("/ImageMask", False) is True:
        return 100 * sum(values_of(ink)) / FULL
    space = space_of(item.get("/ColorSpace"), resources)
    if space.kind in SCREEN or space.kind == "pattern":
        return 0.0  # is left out
    if space.base is not None:
        return max(100 * sum(values_of(space.ink([float(index)]))) / FULL for index in range(FULL + 1))
    if extremes is not None:
        decode = [float(n) for n in items_of(item.get("/Decode"))]
        turned = {low > high for low, high in zip(decode[::2], decode[1::2], strict=False)} or {False}
        if len(turned) == 1:
            return 100 * (extremes[1] if turned == {False} else COMPONENTS * FULL - extremes[0]) / FULL
    elif space.parts == COMPONENTS and "/All" not in space.names and (parts := decoded(item, space, (1, 1))):
        return 100 * extremes_of(parts)[1] / FULL
    return 100.0 * (SPOTS if "/All" in space.names else 1) * space.parts


def is_weighed(item: pikepdf.Object, resources: dict[str, Any]) -> bool:
    """Whether a picture is a JPEG of four inks, whose samples have to be looked at to know how heavy it is."""
    if item.get("/ImageMask", False) is True or names_of(item.get("/Filter")) != ("/DCTDecode",):
        return False
    space = space_of(item.get("/ColorSpace"), resources)
    return space.parts == COMPONENTS and space.kind in {"cmyk", "spot"} and "/All" not in space.names
