"""Pictures for tests: made in memory, marked so that a turn or a flip shows, with metadata that must not leak."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SECRET = b"Anna Secret, 51.1694 N 71.4491 E"
RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 200, 20), (20, 20, 220), (220, 220, 20)
TURNS_BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class MemoryFile:
    """A file as ``project`` gives it, from memory."""

    data: bytes
    path: str = "photos/test.jpg"

    def read_bytes(self) -> bytes:
        return self.data


@dataclass
class MemoryCache:
    """A cache that remembers what was asked of it."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def corners(width: int = 300, height: int = 200) -> Image.Image:
    """Red at top left, green at top right, blue at bottom left, yellow at bottom right."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for box, colour in (
        ((0, 0, width // 2, height // 2), RED),
        ((width // 2, 0, width, height // 2), GREEN),
        ((0, height // 2, width // 2, height), BLUE),
        ((width // 2, height // 2, width, height), YELLOW),
    ):
        draw.rectangle(box, fill=colour)
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture's bytes in a format."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int, kind: str = "JPEG", **options: Any) -> bytes:
    """``corners`` stored so that only a reader who honours the orientation sees it upright."""
    image = corners()
    if orientation in TURNS_BACK:
        image = image.transpose(TURNS_BACK[orientation])
    exif = Image.Exif()
    exif[274] = orientation
    return encoded(image, kind, exif=exif, **options)


def gossiping(image: Image.Image | None = None) -> bytes:
    """A JPEG with EXIF, XMP, IPTC, a comment, an unknown segment and a trailer that all tell the secret."""
    exif = Image.Exif()
    exif[315] = SECRET.decode()
    exif[274] = 6
    plain = encoded(image or corners(), exif=exif, comment=SECRET, quality=90)
    extra = b"".join(
        b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body
        for marker, body in (
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
            (0xED, b"Photoshop 3.0\0" + SECRET),
            (0xE2, b"MPF\0" + SECRET),
            (0xEB, SECRET),
        )
    )
    return plain[:2] + extra + plain[2:] + b"trailer " + SECRET


def pixels(data: bytes) -> Image.Image:
    """The decoded picture in RGB."""
    return Image.open(BytesIO(data)).convert("RGB")


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 24) -> bool:
    """True when two colours look the same but for JPEG's losses."""
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def quarters(image: Image.Image) -> list[Any]:
    """The colours in the middles of the four quarters: top left, top right, bottom left, bottom right."""
    w, h = image.size
    return [image.getpixel((x, y)) for y in (h // 4, 3 * h // 4) for x in (w // 4, 3 * w // 4)]


def shows_corners(image: Image.Image) -> bool:
    """True when the picture is ``corners``, upright."""
    return all(near(seen, meant) for seen, meant in zip(quarters(image), (RED, GREEN, BLUE, YELLOW), strict=True))
