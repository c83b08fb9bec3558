"""Press editions for tests: a small issue with a cover of given elements, and what its PDF holds, read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import pikepdf
from PIL import Image, ImageCms

from pipeline.build import BuildOptions, Outcome, build
from pipeline.colour_management import offset_profile
from pipeline.press import MARKS, Order
from tests.issue_desk import NAME, Desk
from tests.layout_desk import merged, write_layout
from tests.small_pages import article, small_layout

WIDTH, HEIGHT, BLEED = 120 * 72 / 25.4, 150 * 72 / 25.4, 3 * 72 / 25.4
FULL_BLEED = {"at": {"bleed": True}, "picture": {"of": "cover"}}
MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: mine
date: 2023-07-10
pages: {multiple_of: 1}
cover: {photo: photos/cover.jpg, alt: "A road."}
sections:
  - month: 2023-04
    articles: [articles/almaty.md]
"""
BODY = "The visit began with a [lecture](https://example.org) on the *history* of the city. " * 6
PALETTE: dict[str, Any] = {
    "gold": {"srgb": "#b08d3c", "cmyk": [0, 20, 60, 20], "spot": "PANTONE 871 C"},
    "four": {"srgb": "#334455", "cmyk": [80, 60, 40, 30]},
    "deep": {"srgb": "#000000", "cmyk": [0, 0, 0, 100], "rich": [60, 40, 40, 100]},
    "both": {"srgb": "#334455", "cmyk": [80, 60, 40, 30], "fine": [60, 0, 0, 70]},
}
BLACK_TYPE = {"colour": "ink", "size": "24pt", "leading": "28pt"}


def issue_of(desk: Desk, *elements: Any, cover: bytes = b"", manifest: str = MANIFEST, **changes: Any) -> Desk:
    """The desk with an issue whose cover has these elements; ``changes`` are merged into the layout."""
    layout = merged(small_layout(), {"palette": PALETTE, "styles": {"large": {"based_on": "headline", **BLACK_TYPE}}})
    layout = merged(layout, changes)
    layout["order"] = ["cover", "sections"]
    layout["masters"]["cover"] = {"mirror": False, "open": True, "pages": [list(elements)]}
    write_layout(desk, layout).manifest(manifest)
    desk.article(article("Two days in Almaty", BODY))
    return desk.photo("photos/cover.jpg", cover or photo((120, 90, 60)))


def photo(
    colour: Any = (120, 90, 60), mode: str = "RGB", size: tuple[int, int] = (1200, 1500), profile: bytes | None = None
) -> bytes:
    """A JPEG of one colour."""
    stream = BytesIO()
    Image.new(mode, size, colour).save(stream, "JPEG", quality=95, icc_profile=profile)
    return stream.getvalue()


def pressed(desk: Desk, order: Order | None = None) -> Outcome:
    """What the press build comes to."""
    return build(desk.project, NAME, BuildOptions(press=order or Order()))


def press_pdf(desk: Desk, order: Order | None = None) -> bytes:
    """The press PDF, which there must be."""
    outcome = pressed(desk, order)
    assert outcome.document, [str(finding) for finding in outcome.report]
    return outcome.document.data


def found(desk: Desk, *codes: str) -> list[str]:
    """The findings of those codes, without the places of the project."""
    return [f"{f.code}  {f.message}" for f in pressed(desk).report if f.code in codes]


@dataclass(frozen=True)
class Seen:
    """A picture of a page: its colour space, its size in pixels, its coded bytes, and whether it is partly clear."""

    space: str
    size: tuple[int, int]
    coded: bytes
    clear: bool

    @property
    def inks(self) -> tuple[int, ...]:
        """The middle pixel of a JPEG, as its components from 0 to 255."""
        decoded = Image.open(BytesIO(self.coded))
        pixel = decoded.getpixel((decoded.width // 2, decoded.height // 2))
        return pixel if isinstance(pixel, tuple) else (int(pixel or 0),)


def images_of(data: bytes, page: int = 0) -> list[Seen]:
    """The pictures of a page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        shown = pdf.pages[page].obj.Resources.get("/XObject", pikepdf.Dictionary())
        return [
            Seen(str(one.ColorSpace), (int(one.Width), int(one.Height)), one.read_raw_bytes(), "/SMask" in one)
            for one in shown.values()
            if one.get("/Subtype") == "/Image"
        ]


def operators(data: bytes, page: int = 0) -> Iterator[tuple[str, list[str]]]:
    """Each operator of a page with its operands."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for instruction in pikepdf.parse_content_stream(pdf.pages[page]):
            yield str(instruction.operator), [str(operand) for operand in instruction.operands]


def converted(
    colour: Any, mode: Literal["RGB", "CMYK"] = "RGB", profile: bytes | None = None
) -> tuple[int, int, int, int]:
    """What LittleCMS makes of a colour for offset, by the rules of the trade."""
    source = ImageCms.ImageCmsProfile(BytesIO(profile) if profile else ImageCms.createProfile("sRGB"))
    target = ImageCms.ImageCmsProfile(BytesIO(offset_profile()))
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    made = ImageCms.profileToProfile(Image.new(mode, (1, 1), colour), source, target, intent, "CMYK", flags=flags)
    assert made is not None
    cyan, magenta, yellow, black = made.tobytes()
    return cyan, magenta, yellow, black


def order(*marks: Any) -> Order:
    """An order with these marks and no others."""
    return Order(marks=tuple(mark for mark in MARKS if mark in marks))


def near(one: Sequence[float], other: Sequence[float], by: float = 3) -> bool:
    """Whether inks are alike."""
    return len(one) == len(other) and all(abs(a - b) <= by for a, b in zip(one, other, strict=True))
