"""A finished file with its pictures as coarse as small pages show them, to be drawn in a fraction of the time.

What takes long in drawing a press's page is the ink of every sample of its photos. Only JPEGs of four inks are brought
down. All else is as it was; a file that cannot be worked on is given back.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from pipeline.preflight.opened import MISBUILT, Unreadable, integer_of
from pipeline.preflight.samples import is_weighed, of_jpeg


def with_coarse_pictures(data: bytes, side: int) -> bytes:
    """The PDF in ``data``; the longer side of a picture has ``side`` samples, or as many as it had."""
    out = BytesIO()
    try:
        with pikepdf.Pdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            found = [_brought_down(item, side) for item in pdf.objects if _is_picture(item)]
            if not any(found):
                return data
            pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    except (Unreadable, *MISBUILT):
        return data
    return out.getvalue()


def _is_picture(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image" and is_weighed(item, {})


def _brought_down(item: pikepdf.Object, side: int) -> bool:
    """Whether it could be."""
    from PIL import Image  # noqa: PLC0415 - only reports ask for it

    width, height = integer_of(item.get("/Width")) or 0, integer_of(item.get("/Height")) or 0
    share = side / max(width, height, side)
    size = max(1, round(width * share)), max(1, round(height * share))
    parts = of_jpeg(item.read_raw_bytes(), "CMYK", size) if share < 1 else None
    if not parts:
        return False
    small = Image.merge("CMYK", parts).resize(size, Image.Resampling.BOX)
    item.write(small.tobytes())
    item.Width, item.Height = small.size
    return True
