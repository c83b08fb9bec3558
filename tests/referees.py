"""Judges what typeset_meter.py measured: ``python -m tests.referees MEASURES.json``; exit code 1 for a broken bound.

The bounds are those that the sample must hold (LuaLaTeX with microtype on such text: 4.1 % loose, 3.6 % tight lines).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Bound:
    """A measure by its path in the tool's document, and the least and most that it may be."""

    name: str
    path: tuple[str, str]
    least: float = 0.0
    most: float = 0.0
    share: bool = False

    def shown(self, value: float) -> str:
        """As it is printed: shares in per cent."""
        return f"{value:.1%}" if self.share else f"{value:g}"


BOUNDS = (
    Bound("widows", ("breaks", "widows")),
    Bound("orphans", ("breaks", "orphans")),
    Bound("ladders of three hyphens", ("hyphen", "ladders")),
    Bound("lines looser than 1.5", ("space", "loose_share"), most=0.03, share=True),
    Bound("lines tighter than 0.75", ("space", "tight_share"), most=0.03, share=True),
    Bound("hyphenated lines", ("hyphen", "share"), most=0.25, share=True),
    Bound("lines on the baseline grid", ("grid", "page_share"), least=1.0, most=1.0, share=True),
    Bound("facing lines that agree", ("grid", "facing_share"), least=1.0, most=1.0, share=True),
)


def verdicts(measures: Mapping[str, Any]) -> Iterator[tuple[Bound, float | None, bool]]:
    """Each bound with the value measured (None when it was not) and whether it holds."""
    for bound in BOUNDS:
        value = measures[bound.path[0]][bound.path[1]]
        yield bound, value, value is not None and bound.least <= value <= bound.most


def main() -> int:
    """Prints a line to each bound."""
    good = True
    for file, measures in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).items():
        print(f"{file}: {measures['pages']} pages, {measures['lines']} justified lines of {measures['measure']} pt")
        for bound, value, holds in verdicts(measures):
            shown = "not measured" if value is None else bound.shown(value)
            allowed = bound.shown(bound.least or bound.most)
            print(f"  {'ok    ' if holds else 'BROKEN'}  {bound.name:<28} {shown:>12}   bound {allowed}")
            good = good and holds
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
