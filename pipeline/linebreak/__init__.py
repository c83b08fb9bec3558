"""Where a paragraph's lines end: total-fit line breaking (Knuth and Plass 1981) over break points.

This package is arithmetic. It knows no font, no language and no text: the caller shapes the words, finds
where a line *may* end, and hands over positions; what comes back is where the lines *do* end, and how wide
each line's word spaces are and how much its glyphs are scaled.

``break_paragraph``  justified text, measure by measure, optimal over the whole paragraph
``ragged``           ragged-right text: captions, contents, tables
``balance``          ragged display lines of like length: headlines, pull quotes

It refuses nothing: a paragraph that no tolerance sets is set all the same, by the last resort, and says so
in ``Breaks.tolerance``. Lengths are points. The words (demerits, tolerance, looseness, fitness) are those of
D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).
"""

from pipeline.linebreak.display import balance, ragged
from pipeline.linebreak.totalfit import break_paragraph
from pipeline.linebreak.values import (
    LAST_RESORT,
    Breakpoints,
    Breaks,
    Measures,
    Policy,
    Setting,
    Spacing,
)

__all__ = [
    "LAST_RESORT",
    "Breakpoints",
    "Breaks",
    "Measures",
    "Policy",
    "Setting",
    "Spacing",
    "balance",
    "break_paragraph",
    "ragged",
]
