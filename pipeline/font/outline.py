"""The outline of a glyph as polygons: what type is set close to, such as a drop cap.

Curves become chords; on letters of a hundred points they are off by less than a hundredth of a point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import uharfbuzz as hb

Point = tuple[float, float]
Contour = tuple[Point, ...]

CHORDS = 8


@dataclass(slots=True)
class _Trace:
    """What the pen has drawn so far: finished contours and the one it is on."""

    contours: list[Contour] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


def flattened(font: hb.Font, gid: int, scale: float) -> tuple[Contour, ...]:
    """The closed contours of a glyph, its coordinates multiplied by ``scale``; none for a space."""
    trace = _Trace()
    font.draw_glyph(gid, _PEN, trace)
    return tuple(tuple((x * scale, y * scale) for x, y in contour) for contour in trace.contours)


def _move(x: float, y: float, trace: _Trace) -> None:
    trace.points = [(x, y)]


def _line(x: float, y: float, trace: _Trace) -> None:
    trace.points.append((x, y))


def _quadratic(cx: float, cy: float, x: float, y: float, trace: _Trace) -> None:
    px, py = trace.points[-1]
    _cubic((px + 2 * cx) / 3, (py + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3, x, y, trace)


def _cubic(ax: float, ay: float, bx: float, by: float, x: float, y: float, trace: _Trace) -> None:
    px, py = trace.points[-1]
    for step in range(1, CHORDS + 1):
        t = step / CHORDS
        u = 1 - t
        p, a, b, e = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        trace.points.append((p * px + a * ax + b * bx + e * x, p * py + a * ay + b * by + e * y))


def _close(trace: _Trace) -> None:
    if trace.points:
        trace.contours.append(tuple(trace.points))
        trace.points = []


def _pen() -> Any:  # noqa: ANN401 - HarfBuzz's binding has no types
    pen = hb.DrawFuncs()
    pen.set_move_to_func(_move)
    pen.set_line_to_func(_line)
    pen.set_quadratic_to_func(_quadratic)
    pen.set_cubic_to_func(_cubic)
    pen.set_close_path_func(_close)
    return pen


_PEN = _pen()
