"""Two editions of one issue compared, both read back: ``python -m tests.editions SCREEN.pdf PRESS.pdf``.

They have the same number of pages of the same size, and in the trim of each the same letters and pictures at the same
places. What lies outside of the trim is a press's own: marks, the line below the page, and pictures in the bleed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from pipeline.measure import Box
from tests.ink import Leaf, leaves

WITHIN = 0.01  # points
EDGE = 0.5  # a letter may stand so far over the trim, where its own shape does
MOST_TOLD = 20

Place = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A page as it is when it was cut: its size, each letter with its place, and what is seen of each picture."""

    size: Place
    letters: tuple[tuple[str, Place], ...]
    pictures: tuple[Place, ...]

    @property
    def text(self) -> str:
        """All letters in their order."""
        return "".join(letter for letter, _ in self.letters)


def trimmed(data: bytes) -> tuple[Trimmed, ...]:
    """The pages of a PDF; places are points from the upper left corner of the trim, y down."""
    with pikepdf.open(BytesIO(data)) as pdf:
        boxes = [tuple(float(edge) for edge in page.trimbox) for page in pdf.pages]
    return tuple(_cut(leaf, box) for leaf, box in zip(leaves(data), boxes, strict=True))


def _cut(leaf: Leaf, trim: Place) -> Trimmed:
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    across, down = trim[0], leaf.height - trim[3]
    letters = (
        (chr(letter.code), (letter.x - across, letter.y - down))
        for letter in leaf.letters
        if -EDGE <= letter.x - across <= width + EDGE and -EDGE <= letter.y - down <= height + EDGE
    )
    seen = (_within(box, across, down, width, height) for box in leaf.pictures)
    return Trimmed((width, height), tuple(letters), tuple(seen))


def _within(box: Box, across: float, down: float, width: float, height: float) -> Place:
    """What is seen of a box on the trimmed page: its left, upper, right and lower edge."""
    left, top = max(box.left - across, 0.0), max(box.top - down, 0.0)
    return left, top, min(box.right - across, width), min(box.bottom - down, height)


def differences(screen: bytes, press: bytes) -> Iterator[str]:
    """What is not the same, page by page; nothing where all is."""
    one, other = trimmed(screen), trimmed(press)
    if len(one) != len(other):
        yield f"{len(one)} pages on the screen, {len(other)} on paper"
        return
    for number, (seen, printed) in enumerate(zip(one, other, strict=True), 1):
        yield from (f"page {number}: {what}" for what in _differences(seen, printed))


def _differences(seen: Trimmed, printed: Trimmed) -> Iterator[str]:
    if _apart(seen.size, printed.size):
        yield f"it is {_said(seen.size)} on the screen, {_said(printed.size)} on paper"
    if seen.text != printed.text:
        at = next((i for i, (a, b) in enumerate(zip(seen.text, printed.text, strict=False)) if a != b), -1)
        yield f"another text, from {seen.text[at : at + 20]!r} on"
    elif moved := [(a, b) for a, b in zip(seen.letters, printed.letters, strict=True) if _apart(a[1], b[1])]:
        (letter, here), (_, there) = moved[0]
        yield f"{len(moved)} letters elsewhere: the first, {letter!r}, at {_said(here)} and {_said(there)}"
    if len(seen.pictures) != len(printed.pictures):
        yield f"{len(seen.pictures)} pictures on the screen, {len(printed.pictures)} on paper"
        return
    for here, there in zip(seen.pictures, printed.pictures, strict=True):
        if _apart(here, there):
            yield f"a picture at {_said(here)} and {_said(there)}"


def _apart(one: Place, other: Place) -> bool:
    return any(abs(a - b) > WITHIN for a, b in zip(one, other, strict=True))


def _said(place: Place) -> str:
    return " ".join(f"{number:.3f}" for number in place)


def main(arguments: Sequence[str]) -> int:
    """Prints what differs; 1 where anything does."""
    screen, press = (Path(path).read_bytes() for path in arguments)
    found = list(differences(screen, press))
    for line in found[:MOST_TOLD]:
        print(line)
    pages = trimmed(screen)
    letters, pictures = sum(len(page.letters) for page in pages), sum(len(page.pictures) for page in pages)
    print(f"{len(pages)} pages, {letters} letters, {pictures} pictures: {len(found) or 'no'} differences")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
