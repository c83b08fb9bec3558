"""How heavy JPEGs of four inks are: the least and the most of their components together, in any place of them.

Taking one apart is slow and leaves Python alone, so that threads do it while pages are still read. What was found may
be kept by the digest of the picture's bytes: the same bytes need not be taken apart again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Protocol

from pipeline.preflight.rasters import frame_of
from pipeline.preflight.samples import COMPONENTS, FULL, Extremes, Size, decoder_version, extremes_of, of_jpeg

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

WORKERS = 2
MOST_HELD = 32 << 20  # bytes of pictures that wait to be taken apart
REDUCTIONS = (8, 4, 2, 1)
ALGORITHM = 1
Key = tuple[tuple[int, int], Size]
"""A picture by its object, and the points across and down that it is placed at."""


class Kept(Protocol):
    """A store of what was found, by key; it may forget."""

    def get(self, key: str) -> bytes | None: ...  # noqa: D102 - said above

    def put(self, key: str, data: bytes) -> object: ...  # noqa: D102


class Densities:
    """The JPEGs of one file, and what was found of them. Use it as a context; closing it stops what is still to do."""

    def __init__(self, kept: Kept | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only presses ask for it

        self._pool = ThreadPoolExecutor(WORKERS)
        self._kept = kept
        self._begun: dict[Key, Future[Extremes]] = {}
        self._waiting: dict[Future[Extremes], int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self, key: Key, data: Callable[[], bytes]) -> None:
        """Takes a picture apart, unless that was begun; what is wrong with it is told by ``of``."""
        if key in self._begun:
            return
        held = data()
        self._make_room(len(held))
        self._begun[key] = self._pool.submit(self._look, held, key[1])
        self._waiting[self._begun[key]] = len(held)

    def _make_room(self, size: int) -> None:
        """Waits until so many bytes more may be held."""
        from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415

        while self._waiting and sum(self._waiting.values()) + size > MOST_HELD:
            done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
            for one in done:
                del self._waiting[one]

    def of(self, key: Key) -> Extremes:
        """The sums of components, from 0 to 1020, of one that was begun; Unreadable where it is damaged.

        A sample is as large as a point or smaller. One of another number of components is (0, 1020).
        """
        return self._begun[key].result()

    def _look(self, data: bytes, size: Size) -> Extremes:
        width, height, _ = frame_of(data)
        by = next((by for by in REDUCTIONS if width // by >= size[0] and height // by >= size[1]), 1)
        if self._kept is None:
            return _taken_apart(data, (width // by, height // by))
        key = f"density/{ALGORITHM}/{decoder_version()}/{hashlib.sha256(data).hexdigest()}/{by}"
        found = _read(self._kept.get(key))
        if found is None:
            found = _taken_apart(data, (width // by, height // by))
            self._kept.put(key, b"%d %d" % found)
        return found


def _taken_apart(data: bytes, size: Size) -> Extremes:
    parts = of_jpeg(data, "CMYK", size)
    return extremes_of(parts) if parts else (0, COMPONENTS * FULL)


def _read(kept: bytes | None) -> Extremes | None:
    """What was found before; None where nothing was, or the store gives something else back."""
    try:
        least, most = map(int, (kept or b"").split())
    except ValueError:
        return None
    return (least, most) if 0 <= least <= most <= COMPONENTS * FULL else None
