"""How heavy JPEGs of four inks are: the least and the most of their components together, in any place of them.

Taking one apart is slow and leaves Python alone, so that threads do it beside the caller. A picture is known by its
bytes: one that was begun before its file was finished need not be taken apart again when it is met there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from pipeline.preflight.opened import Unreadable
from pipeline.preflight.rasters import frame_of
from pipeline.preflight.samples import COMPONENTS, FULL, Extremes, Size, extremes_of, of_jpeg

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

WORKERS = 2
AHEAD = 4  # pictures that are held at a time
REDUCTIONS = (8, 4, 2, 1)


class Densities:
    """JPEGs and what was found of them. Use it as a context; closing it stops what is still to be done."""

    def __init__(self) -> None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only presses ask for it

        self._pool = ThreadPoolExecutor(WORKERS)
        self._begun: dict[tuple[bytes, int], Future[Extremes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self, data: bytes, size: Size) -> None:
        """Takes a JPEG apart that will be met at about ``size`` points; what is wrong with it is told when it is."""
        with suppress(Unreadable):
            self._future(data, size)

    def of(self, pictures: Iterable[tuple[bytes, Size]]) -> Iterator[Extremes]:
        """The sums of components, from 0 to 1020, of pictures as they come; Unreadable for one that is damaged.

        A sample is as large as a point or smaller. One of another number of components is (0, 1020).
        """
        waiting: list[Future[Extremes]] = []
        for data, size in pictures:
            waiting.append(self._future(data, size))
            if len(waiting) > AHEAD:
                yield waiting.pop(0).result()
        yield from (future.result() for future in waiting)

    def _future(self, data: bytes, size: Size) -> Future[Extremes]:
        width, height, _ = frame_of(data)
        by = next((by for by in REDUCTIONS if width // by >= size[0] and height // by >= size[1]), 1)
        key = hashlib.sha256(data).digest(), by
        if key not in self._begun:
            self._begun[key] = self._pool.submit(_extremes, data, (width // by, height // by))
        return self._begun[key]


def _extremes(data: bytes, size: Size) -> Extremes:
    parts = of_jpeg(data, "CMYK", size)
    return extremes_of(parts) if parts else (0, COMPONENTS * FULL)
