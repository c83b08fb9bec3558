"""Plates of a PDF as Ghostscript separates them, or nothing where there is no Ghostscript."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

GHOSTSCRIPT = shutil.which("gs")
# Where CI is set a referee that is missing is a failure.
needs_ghostscript = pytest.mark.skipif(not (GHOSTSCRIPT or os.environ.get("CI")), reason="Ghostscript is not installed")
DPI = 144
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

Ink = np.ndarray[Any, np.dtype[np.int16]]


class Plates(dict[str, Ink]):
    """Ink from 0 to 255 by plate, rows from the top; ``room`` is from the sheet's edge to the trim, in points."""

    room: float = 0.0

    def at(self, x: float, y: float) -> dict[str, int]:
        """What each plate that prints there has at a point of the trim (points, y up from its lower left corner)."""
        height = next(iter(self.values())).shape[0]
        row = int(height - (y + self.room) * DPI / 72)
        column = int((x + self.room) * DPI / 72)
        return {name: int(ink[row, column]) for name, ink in self.items() if ink[row, column]}

    def amount(self, name: str, left: float, bottom: float, right: float, top: float) -> int:
        """The most ink of a plate in a rectangle of the trim."""
        height = self[name].shape[0]
        rows = slice(int(height - (top + self.room) * DPI / 72), int(height - (bottom + self.room) * DPI / 72))
        columns = slice(int((left + self.room) * DPI / 72), int((right + self.room) * DPI / 72))
        return int(self[name][rows, columns].max())


def plates_of(data: bytes, folder: Path, page: int = 0, room: float = 0.0) -> Plates:
    """The plates of a page."""
    assert GHOSTSCRIPT, "gs is not installed"
    source = folder / "separated.pdf"
    source.write_bytes(data)
    command = [GHOSTSCRIPT, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}"]
    command += [f"-dFirstPage={page + 1}", f"-dLastPage={page + 1}", f"-sOutputFile={folder / 'plate.tif'}"]
    subprocess.run([*command, str(source)], check=True, capture_output=True, cwd=folder)
    found = Plates()
    found.room = room
    for place in sorted(folder.glob("plate(*).tif")):
        name = re.sub(r"^plate\((.*)\)\.tif$", r"\1", place.name)
        with Image.open(place) as image:
            found[name] = 255 - np.asarray(image.convert("L")).astype(np.int16)
        place.unlink()
    return found
