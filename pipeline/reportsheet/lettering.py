"""The sheet's type and colours, and setting short texts in them: measured, broken, cut to the room that there is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.colour import Swatch, parse_srgb
from pipeline.font import Face, Features, Library, Run
from pipeline.page import Line, Segment, TextItem
from pipeline.project import Project, built_in_folder

SANS, SERIF = "Alegreya Sans", "Vollkorn"
FIGURES: Features = (("lnum", 1), ("tnum", 1))
ELLIPSIS, UNKNOWN = "…", "?"


def _swatch(name: str, srgb: str) -> Swatch:
    return Swatch(name, parse_srgb(srgb), (0.0, 0.0, 0.0, 1.0))


INK, GREY, HAIR = _swatch("ink", "#1c2226"), _swatch("grey", "#59636a"), _swatch("hair", "#c3cacd")
PAPER, GROUND = _swatch("paper", "#ffffff"), _swatch("ground", "#f2f4f4")
RED, RED_TINT = _swatch("red", "#a3231f"), _swatch("red tint", "#f8eae8")
GREEN, GREEN_TINT = _swatch("green", "#1b6644"), _swatch("green tint", "#e6f1eb")
AMBER, BLUE = _swatch("amber", "#8a5800"), _swatch("blue", "#2b5a86")


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set: weight of the sans, or the serif; size in points; colour; space after letters in 1/1000 em."""

    size: float
    weight: int = 400
    swatch: Swatch = INK
    tracking: float = 0.0
    family: str = SANS

    @property
    def face(self) -> Face:
        """Its face, of the program's own fonts."""
        return _library().face(self.family, self.weight)

    def run(self, text: str) -> Run:
        """The shaped text; a letter that the face lacks is a question mark."""
        face = self.face
        missing = set(face.missing(text))
        return face.shape("".join(UNKNOWN if c in missing else c for c in text) if missing else text, FIGURES)

    def width(self, text: str) -> float:
        """Points that the text takes."""
        return self.run(text).tracked(self.tracking) * self.size / 1000 if text else 0.0

    def line(self, text: str) -> Line:
        """The text as a line."""
        run, width = self.run(text), self.width(text)
        segment = Segment(self.face, self.size, self.swatch, ((run, 0.0),), width=width, tracking=self.tracking)
        return Line((segment,), width, run.text)

    def item(self, text: str, x: float, y: float, role: str, block: str) -> TextItem:
        """The text from ``x`` on the baseline ``y``."""
        return TextItem(x, y, self.line(text), role, block)

    # ------------------------------------------------------------------ room

    def cut(self, text: str, room: float) -> str:
        """As much of the text's beginning as has room."""
        if self.width(text) <= room:
            return text
        while text and self.width(text + ELLIPSIS) > room:
            text = text[:-1]
        return text.rstrip() + ELLIPSIS

    def cut_before(self, text: str, room: float) -> str:
        """As much of the text's end as has room: of a path, what tells it from others."""
        if self.width(text) <= room:
            return text
        while text and self.width(ELLIPSIS + text) > room:
            text = text[1:]
        return ELLIPSIS + text.lstrip()

    def cut_within(self, text: str, room: float) -> str:
        """The text without its middle: of a file's name, beginning and ending stay."""
        if self.width(text) <= room:
            return text
        for kept in range(len(text) - 1, 1, -1):
            shorter = text[: (kept + 1) // 2] + ELLIPSIS + text[len(text) - kept // 2 :]
            if self.width(shorter) <= room:
                return shorter
        return ELLIPSIS

    def broken(self, text: str, room: float, most: int) -> list[str]:
        """The text in lines of so much room, at most so many; the last is cut where there is more."""
        lines: list[str] = []
        words = [word for word in text.split(" ") if word]
        while words and len(lines) < most - 1:
            count = len(words)
            while count > 1 and self.width(" ".join(words[:count])) > room:
                count -= 1
            lines.append(self.cut(" ".join(words[:count]), room))
            words = words[count:]
        if words:
            lines.append(self.cut(" ".join(words), room))
        return lines


@cache
def _library() -> Library:
    return Library.scan(Project(built_in_folder("fonts")).font_folders())
