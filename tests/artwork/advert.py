"""The sample advert: one page of vector art in four inks, its type turned into outlines.

`python -m tests.artwork.advert [FILE]` writes it again, byte for byte.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "issues" / "2023-q2" / "adverts" / "finance-centre.pdf"
SANS = ROOT / "fonts" / "alegreya-sans"
SERIF = ROOT / "fonts" / "vollkorn"

Ink = tuple[float, float, float, float]
Point = tuple[float, float]
NIGHT: Ink = (1.0, 0.84, 0.34, 0.38)
DEEP: Ink = (1.0, 0.78, 0.26, 0.22)
BLUE: Ink = (0.94, 0.64, 0.18, 0.08)
MIST: Ink = (0.72, 0.4, 0.12, 0.02)
PALE: Ink = (0.26, 0.12, 0.08, 0.0)
GOLD: Ink = (0.08, 0.3, 0.78, 0.04)
AMBER: Ink = (0.06, 0.44, 0.86, 0.1)
CREAM: Ink = (0.02, 0.05, 0.16, 0.0)

# The frame that is drawn in: the trim with ``EDGE`` round it. The ground goes ``MORE`` beyond it, so that there is
# bleed enough where the page is brought down to A5.
WIDE, HIGH, EDGE, BLEED = 216.0, 303.0, 3.0, 5.0
MORE = BLEED - EDGE


def between(one: Ink, two: Ink, part: float) -> Ink:
    """The ink that lies `part` of the way from one to the other."""
    c, m, y, k = (a + (b - a) * part for a, b in zip(one, two, strict=True))
    return c, m, y, k


class OutlinePen(BasePen):  # type: ignore[misc]
    """Draws a glyph into a path of the page."""

    def __init__(self, glyphs: object, path: PDFPathObject, x: float, y: float, scale: float) -> None:
        super().__init__(glyphs)
        self.path, self.x, self.y, self.scale = path, x, y, scale

    def _at(self, point: Point) -> Point:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def _moveTo(self, pt: Point) -> None:  # noqa: N802
        self.path.moveTo(*self._at(pt))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.path.lineTo(*self._at(pt))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self.path.curveTo(*self._at(pt1), *self._at(pt2), *self._at(pt3))

    def _closePath(self) -> None:  # noqa: N802
        self.path.close()


@cache
def font(path: Path) -> TTFont:
    """A font file, read once."""
    return TTFont(path)


class Page:
    """The page in millimetres from the lower left corner of the frame."""

    def __init__(self, target: Path) -> None:
        wide, high = WIDE + 2 * MORE, HIGH + 2 * MORE
        self.c = Canvas(str(target), pagesize=(wide * mm, high * mm), invariant=1, pageCompression=1)
        # All type is outlines: the page names no font, not even ReportLab's own Helvetica.
        self.c._preamble = "1 0 0 1 0 0 cm"
        self.c._doc.idToObject["BasicFonts"].dict.clear()
        self.c._doc.fontMapping.clear()
        self.c.setTitle("Astana International Financial Centre: sample advert")
        self.c.setTrimBox((BLEED * mm, BLEED * mm, (wide - BLEED) * mm, (high - BLEED) * mm))
        self.c.setBleedBox((0, 0, wide * mm, high * mm))
        self.c.translate(MORE * mm, MORE * mm)

    def ink(self, ink: Ink) -> None:
        """Fill with this ink from now on."""
        self.c.setFillColorCMYK(*(round(v, 3) for v in ink))

    def shape(self, points: Sequence[Point], ink: Ink) -> None:
        """A filled polygon."""
        path = self.c.beginPath()
        path.moveTo(points[0][0] * mm, points[0][1] * mm)
        for x, y in points[1:]:
            path.lineTo(x * mm, y * mm)
        path.close()
        self.ink(ink)
        self.c.drawPath(path, stroke=0, fill=1)

    def box(self, x: float, y: float, w: float, h: float, ink: Ink) -> None:
        """A filled upright box."""
        self.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], ink)

    def disc(self, x: float, y: float, r: float, ink: Ink) -> None:
        """A filled circle."""
        self.ink(ink)
        self.c.circle(x * mm, y * mm, r * mm, stroke=0, fill=1)

    def ring(self, x: float, y: float, r: float, width: float, ink: Ink) -> None:
        """A circle drawn with a line."""
        self.c.setStrokeColorCMYK(*(round(v, 3) for v in ink))
        self.c.setLineWidth(width * mm)
        self.c.circle(x * mm, y * mm, r * mm, stroke=1, fill=0)

    def type(
        self, words: str, x: float, y: float, size: float, face: Path, ink: Ink, track: float = 0, align: float = 0
    ) -> float:
        """Words as outlines, kerned by tracking only; their width in millimetres."""
        f = font(face)
        glyphs, names, advances = f.getGlyphSet(), f.getBestCmap(), f["hmtx"]
        scale = size / f["head"].unitsPerEm
        run = [names[ord(ch)] for ch in words]
        width: float = sum(advances[g][0] * scale + track for g in run) - track
        at = x * mm - width * align
        path = self.c.beginPath()
        for g in run:
            glyphs[g].draw(OutlinePen(glyphs, path, at, y * mm, scale))
            at += advances[g][0] * scale + track
        self.ink(ink)
        self.c.drawPath(path, stroke=0, fill=1, fillMode=1)
        return float(width / mm)


def sky(page: Page) -> None:
    """A gold sun whose rings widen into the blue."""
    page.box(-MORE, -MORE, WIDE + 2 * MORE, HIGH + 2 * MORE, NIGHT)
    x, y = 138.0, 168.0
    for n in range(16, 0, -1):
        part = (1 - n / 16) ** 1.5
        page.disc(x, y, 20 + 11.5 * n, between(NIGHT, BLUE, min(1.0, part * 1.15)))
    for n in range(17):
        page.ring(x, y, 31.5 + 11.5 * n, 0.22 if n % 2 else 0.4, between(GOLD, NIGHT, min(0.86, 0.1 + n * 0.055)))
    for i in range(72):
        a = math.tau * i / 72
        r0, r1 = 34.0, (42.0, 37.5, 39.0)[i % 3]
        tip = 0.32 if i % 3 else 0.5
        c, s = math.cos(a), math.sin(a)
        page.shape(
            [
                (x + r0 * c - tip * s, y + r0 * s + tip * c),
                (x + r1 * c, y + r1 * s),
                (x + r0 * c + tip * s, y + r0 * s - tip * c),
            ],
            GOLD,
        )
    page.disc(x, y, 27, AMBER)
    page.disc(x, y, 26, GOLD)
    page.disc(x, y, 20.5, between(GOLD, CREAM, 0.35))


def tower(page: Page, x: float, w: float, base: float, h: float, ink: Ink, cut: float) -> None:
    """A tower of two faces, its top cut on the slant, with thin gold storeys."""
    mid, top = x + w * 0.58, base + h
    page.shape([(x, base), (mid, base), (mid, top + cut), (x, top)], ink)
    page.shape([(mid, base), (x + w, base), (x + w, top + cut * 0.35), (mid, top + cut)], between(ink, NIGHT, 0.5))
    line = between(ink, GOLD, 0.5)
    step = 3.4
    y = base + 4
    while y < top - 3:
        rise = cut * (y - base) / h
        page.shape(
            [
                (x + w * 0.1, y),
                (mid - w * 0.08, y + rise * 0.7),
                (mid - w * 0.08, y + rise * 0.7 + 0.28),
                (x + w * 0.1, y + 0.28),
            ],
            line,
        )
        y += step


def city(page: Page) -> None:
    """Two rows of towers, the tower with the globe, the slanting tent."""
    base = 98.0
    for x, w, h, cut in (
        (-4, 15, 44, 6),
        (14, 12, 62, -5),
        (29, 16, 38, 5),
        (150, 13, 58, 7),
        (166, 17, 45, -6),
        (186, 13, 70, 6),
        (202, 16, 50, 5),
    ):
        tower(page, x, w, base, h, between(BLUE, MIST, 0.55), cut)
    for s in (-1, 1):
        leg, waist, cup = 84 + 7.5 * s, 84 + 1.4 * s, 84 + 8.5 * s
        page.shape(
            [
                (leg, base),
                (leg + 1.5 * s, base),
                (waist + 1.0 * s, base + 44),
                (cup + 0.4 * s, base + 71),
                (cup, base + 71),
                (waist, base + 44),
            ],
            PALE,
        )
    page.box(83.1, base, 1.8, 64, PALE)
    page.disc(84, base + 72, 9.6, AMBER)
    page.disc(83.4, base + 72.7, 8.6, GOLD)
    page.disc(81.6, base + 74.6, 5.2, between(GOLD, CREAM, 0.5))
    for x, w, h, cut in ((6, 14, 30, 5), (42, 13, 52, 8), (58, 11, 34, -4), (97, 12, 47, -6), (196, 14, 33, 6)):
        tower(page, x, w, base, h, BLUE, cut)
    tip = (142.0, base + 52)
    foot = [114 + 74 * i / 10 for i in range(11)]
    for i in range(9, -1, -1):
        ink = between(PALE, BLUE, 0.15 + 0.075 * i)
        a, b = foot[i], foot[i + 1] + (0.4 if i < 9 else 0.0)
        bend = 0.42
        qa = (a + (tip[0] - a) * 0.55, base + (tip[1] - base) * bend)
        qb = (b + (tip[0] - b) * 0.55, base + (tip[1] - base) * bend)
        page.shape(
            [(a, base), (b, base), qb, (tip[0] + (b - 150) * 0.02, tip[1]), (tip[0] + (a - 150) * 0.02, tip[1]), qa],
            ink,
        )
    page.shape([(141.3, base + 51), (142.7, base + 51), (144.6, base + 66)], PALE)


def ornament(page: Page) -> None:
    """A band of lozenges between the picture and the words."""
    page.box(-MORE, 84, WIDE + 2 * MORE, 14.2, DEEP)
    page.box(-MORE, 97.4, WIDE + 2 * MORE, 0.8, GOLD)
    page.box(-MORE, 83.4, WIDE + 2 * MORE, 0.6, GOLD)
    for i in range(-1, 20):
        x, y = 6 + 12 * i, 90.7
        for r, ink in ((5.2, GOLD), (4.3, DEEP), (3.1, between(DEEP, GOLD, 0.6)), (2.2, DEEP), (1.1, GOLD)):
            page.shape([(x - r, y), (x, y + r), (x + r, y), (x, y - r)], ink)
        for s in (-1, 1):
            page.shape([(x + 6 - 1.5, y + 5.2 * s), (x + 6, y + 3.2 * s), (x + 6 + 1.5, y + 5.2 * s)], GOLD)


def words(page: Page) -> None:
    """The name, one line of copy, and where to find the centre."""
    left = 21.0
    page.type("Sample advert", WIDE - left, HIGH - 16, 8.5, SANS / "AlegreyaSans-Medium.ttf", PALE, 0.5, 1)
    page.type("AIFC", left - 1, HIGH - 50, 92, SERIF / "Vollkorn-SemiBold.ttf", GOLD, 2)
    page.type("Astana International", left, HIGH - 63, 19, SANS / "AlegreyaSans-Medium.ttf", CREAM, 0.3)
    page.type("Financial Centre", left, HIGH - 71, 19, SANS / "AlegreyaSans-Medium.ttf", CREAM, 0.3)
    page.box(-MORE, -MORE, WIDE + 2 * MORE, 83.5 + MORE, NIGHT)
    page.type("Where the steppe meets the market.", left, 60.5, 26, SERIF / "Vollkorn-Italic.ttf", CREAM)
    page.type(
        "One address for companies and investors across the region.",
        left,
        50.8,
        13,
        SANS / "AlegreyaSans-Regular.ttf",
        PALE,
    )
    page.box(left, 40.8, WIDE - 2 * left, 0.25, GOLD)
    page.type(
        "Mangilik El, bldg 55/18 C3.3, Astana city, The Republic of Kazakhstan",
        left,
        31.6,
        11,
        SANS / "AlegreyaSans-Regular.ttf",
        CREAM,
    )
    width = page.type("info@aifc.kz", left, 24.2, 11, SANS / "AlegreyaSans-Bold.ttf", GOLD)
    page.type("www.aifc.kz", left + width + 8, 24.2, 11, SANS / "AlegreyaSans-Bold.ttf", GOLD)


def write(target: Path = TARGET) -> Path:
    """Draw the advert into a PDF file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    page = Page(target)
    for part in (sky, city, ornament, words):
        part(page)
    page.c.showPage()
    page.c.save()
    return target


if __name__ == "__main__":
    print(write(*(Path(name) for name in sys.argv[1:2])))
