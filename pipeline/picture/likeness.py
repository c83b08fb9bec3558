"""Whether two pictures show the same: a mark of a picture that stays when it is scaled or saved again.

The mark is the way lightness goes from square to square of a coarse view, and the colours of nine parts of it. A
picture without anything to tell it by (one flat colour) is like no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.picture import decode
from pipeline.picture.crop import WHOLE
from pipeline.picture.header import RefusalError
from pipeline.picture.probe import PictureFile, read_header
from pipeline.picture.rendition import WORKERS, Cache

ALGORITHM = 1
ACROSS, DOWN = 17, 16
STEP = 3  # of lightness, from 0 to 255, below which two squares count as equal
LEAST_EDGES = 24
MOST_OTHER_EDGES = 0.22  # of one picture in two sizes 0.1, and of very small ones 0.25, were measured; of others 0.37
MOST_OTHER_COLOUR = 14


@dataclass(frozen=True, slots=True)
class Likeness:
    """The mark of a picture: for each pair of neighbours -1, 0 or 1, and the red, green and blue of nine parts."""

    edges: tuple[int, ...]
    colours: tuple[int, ...]

    def like(self, other: Likeness) -> bool:
        """Whether both show the same picture."""
        if any(
            abs(mine - theirs) > MOST_OTHER_COLOUR for mine, theirs in zip(self.colours, other.colours, strict=True)
        ):
            return False
        telling = sum(1 for mine, theirs in zip(self.edges, other.edges, strict=True) if mine or theirs)
        unlike = sum(abs(mine - theirs) for mine, theirs in zip(self.edges, other.edges, strict=True))
        return telling >= LEAST_EDGES and unlike <= 2 * MOST_OTHER_EDGES * telling


def likenesses(files: Iterable[tuple[str, PictureFile]], cache: Cache | None = None) -> tuple[Likeness | None, ...]:
    """The marks of pictures, each with an identity under which it is kept; None for one that cannot be opened."""
    pairs = tuple(files)
    kept = {name: cache.get(_key(name)) if cache else None for name, _ in pairs}
    missing = dict(pair for pair in pairs if kept[pair[0]] is None)
    if missing:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only where a picture is new

        with ThreadPoolExecutor(WORKERS) as pool:
            for name, squares in zip(missing, pool.map(_squares, missing.values()), strict=True):
                kept[name] = squares
                if cache:
                    cache.put(_key(name), squares)
    return tuple(_likeness(kept[name] or b"") for name, _ in pairs)


def _key(identity: str) -> str:
    return f"likeness/{ALGORITHM}/{decode.decoder_version()}/{identity}"


def _squares(file: PictureFile) -> bytes:
    data = file.read_bytes()
    try:
        return decode.squares(data, read_header(data), WHOLE, ACROSS, DOWN)
    except RefusalError:
        return b""


def _likeness(squares: bytes) -> Likeness | None:
    if len(squares) != 3 * ACROSS * DOWN:
        return None
    light = [(2 * squares[i] + 5 * squares[i + 1] + squares[i + 2]) // 8 for i in range(0, len(squares), 3)]
    edges = [
        _step(light[row * ACROSS + column + 1] - light[row * ACROSS + column])
        for row in range(DOWN)
        for column in range(ACROSS - 1)
    ]
    colours = []
    for part in range(9):
        rows, columns = range(part // 3 * 5, part // 3 * 5 + 5), range(part % 3 * 5, part % 3 * 5 + 5)
        places = [3 * (row * ACROSS + column) for row in rows for column in columns]
        colours += [sum(squares[place + plane] for place in places) // len(places) for plane in range(3)]
    return Likeness(tuple(edges), tuple(colours))


def _step(difference: int) -> int:
    return (difference > STEP) - (difference < -STEP)
