"""Paths while they are built, in PDF's own coordinates of the page; curves become chords.

Words come from ISO 32000-1, 8.5.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipeline.preflight.showing import Operator, Point, transformed

if TYPE_CHECKING:
    from pipeline.preflight.laying import Laying
    from pipeline.preflight.painting import Resources

Shape = tuple[tuple[Point, ...], ...]
STEPS = 8  # chords to a curve
# How much of each of its four points a curve has at the end of each chord.
CHORDS = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (n / STEPS for n in range(1, STEPS + 1))
)
RECTANGLE = 4


def _move(laying: Laying, n: list[Any], _resources: Resources) -> None:
    laying.path.append([transformed(laying.state.matrix, n[0], n[1])])


def _line(laying: Laying, n: list[Any], _resources: Resources) -> None:
    if laying.path:
        laying.path[-1].append(transformed(laying.state.matrix, n[0], n[1]))


def _curve(laying: Laying, n: list[Any], _resources: Resources) -> None:
    m = laying.state.matrix
    _bend(laying, transformed(m, n[0], n[1]), transformed(m, n[2], n[3]), transformed(m, n[4], n[5]))


def _curve_from_here(laying: Laying, n: list[Any], _resources: Resources) -> None:
    if laying.path:
        m = laying.state.matrix
        _bend(laying, laying.path[-1][-1], transformed(m, n[0], n[1]), transformed(m, n[2], n[3]))


def _curve_to_end(laying: Laying, n: list[Any], _resources: Resources) -> None:
    m = laying.state.matrix
    end = transformed(m, n[2], n[3])
    _bend(laying, transformed(m, n[0], n[1]), end, end)


def _bend(laying: Laying, *points: Point) -> None:
    if laying.path:
        (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = laying.path[-1][-1], points
        laying.path[-1] += [
            (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in CHORDS
        ]


def _close(laying: Laying, _operands: list[Any], _resources: Resources) -> None:
    if laying.path:
        laying.path[-1].append(laying.path[-1][0])


def _rectangle(laying: Laying, n: list[Any], _resources: Resources) -> None:
    x, y, w, h = n
    m = laying.state.matrix
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))
    laying.path.append([transformed(m, *corner) for corner in corners])


def is_upright(shape: Shape) -> bool:
    """Whether a path is one rectangle along the page's sides."""
    if len(shape) != 1 or not RECTANGLE <= len(shape[0]) <= RECTANGLE + 1:
        return False
    return all(a[0] == b[0] or a[1] == b[1] for a, b in zip(shape[0], shape[0][1:], strict=False))


BUILDING: Mapping[str, Operator] = {
    "m": _move,
    "l": _line,
    "c": _curve,
    "v": _curve_from_here,
    "y": _curve_to_end,
    "h": _close,
    "re": _rectangle,
}
