"""What a picture looks like from afar: the part of it that is seen, in a few squares of one colour each."""

from __future__ import annotations

import hashlib

from pipeline.picture import decode
from pipeline.picture.crop import Crop
from pipeline.picture.header import RefusalError
from pipeline.picture.probe import PictureFile, fault, read_header
from pipeline.picture.rendition import Cache

ALGORITHM = 1


def shades(file: PictureFile, crop: Crop, across: int, down: int, cache: Cache | None = None) -> bytes:
    """The upright crop in ``across`` by ``down`` squares: bytes of red, green and blue in sRGB, row by row.

    Each square is the mean of what it covers; what is clear is white. Fault E300 to E306.
    """
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    key = f"shades/{ALGORITHM}/{decode.decoder_version()}/{digest}/{crop}/{across}x{down}"
    made = cache.get(key) if cache else None
    if made is None or len(made) != 3 * across * down:
        try:
            made = decode.squares(data, read_header(data), crop, across, down)
        except RefusalError as refusal:
            raise fault(file.path, refusal) from refusal
        if cache:
            cache.put(key, made)
    return made
