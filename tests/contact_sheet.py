"""A contact sheet: the pages of a PDF side by side in one picture, to be looked at as a whole.

python -m tests.contact_sheet FILE.pdf OUT.jpg [--pages 1,2,6-9] [--across 8] [--scale 0.4]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

GAP = 10
GROUND = (222, 219, 212)
QUALITY = 88  # where the picture is a JPEG


def numbers(text: str, count: int) -> Iterator[int]:
    """Page numbers from ``1,2,6-9``; all of them from an empty text."""
    for part in text.split(",") if text else [f"1-{count}"]:
        first, _, last = part.partition("-")
        yield from range(int(first), min(int(last or first), count) + 1)


def sheet(pdf: Path, pages: str = "", across: int = 8, scale: float = 0.4) -> Image.Image:
    """The pages on one ground, ``across`` in a row, at ``scale`` pixels to the point."""
    document = pdfium.PdfDocument(pdf)
    pictures = [document[n - 1].render(scale=scale).to_pil().convert("RGB") for n in numbers(pages, len(document))]
    width, height = pictures[0].size
    rows = -(-len(pictures) // across)
    ground = Image.new("RGB", (across * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        down, right = divmod(index, across)
        ground.paste(picture, (GAP + right * (width + GAP), GAP + down * (height + GAP)))
    return ground


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line and writes the picture."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("pdf", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", default="")
    parser.add_argument("--across", type=int, default=8)
    parser.add_argument("--scale", type=float, default=0.4)
    options = parser.parse_args(arguments)
    picture = sheet(options.pdf, options.pages, options.across, options.scale)
    picture.save(options.out, quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main()
