"""A bar for work that takes longer than half a second, on standard error and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Self, TextIO

PATIENCE = 0.5
BETWEEN = 0.05
BAR = 24


class Progress:
    """Called with the stage's name, how much of it is done, and how much there is; draws one line over itself."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._began = self._drawn_at = clock()
        self._drawn = ""
        encoding = getattr(self._stream, "encoding", None) or "ascii"
        self._full, self._empty = ("━", "╌") if encoding.lower().startswith("utf") else ("#", ".")

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draws the bar, if it is worth it by now."""
        now = self._clock()
        if not self._stream.isatty() or now - self._began < PATIENCE:
            return
        if self._drawn and now - self._drawn_at < BETWEEN and done < total:
            return
        share = min(done / total, 1.0) if total else 0.0
        filled = round(share * BAR)
        count = f"{done}/{total}" if total else ""
        line = f"{stage:<12} {self._full * filled}{self._empty * (BAR - filled)} {count}"
        self._write(line)
        self._drawn_at = now

    def clear(self) -> None:
        """Takes the line away."""
        if self._drawn:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _write(self, line: str) -> None:
        self._stream.write("\r" + line + " " * (len(self._drawn) - len(line)))
        self._stream.flush()
        self._drawn = line

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
