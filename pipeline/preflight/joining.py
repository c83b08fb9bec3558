"""Joining runs of text into what is read: lines run on, words that a line's end divided are made whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.preflight.content import Mark, Run

SOFT_HYPHEN = "\u00ad"
# Behind these, a line may end within a word.
HYPHENS = "-\u2010\u2013\u2014/\u2011"
BELOW, ABOVE = 0.25, 0.75  # how far letters reach from the baseline, in shares of the size
SAME_LINE = 0.5  # of the smaller run's height that must lie beside the other
WORD_GAP = 0.12  # of the size
INITIAL, INITIAL_GAP = 1.6, 1.2  # a letter so much larger is an initial, and stands so far from its word
BACKWARD = 0.6


def says_spaces(marks: Iterable[Mark]) -> bool:
    """Whether the lines of a file end in a space where a word ends, so that none has to be guessed."""
    said = bare = 0
    for mark in marks:
        for before, run in pairwise(mark.runs):
            if before.placed and run.placed and abs(run.start[1] - before.end[1]) > SAME_LINE * run.size:
                said += before.text.endswith(" ") or run.text.startswith(" ")
                bare += _ends_word(before.text)
    return said > bare


def joined(pieces: Sequence[Run | None], *, spaced: bool = False) -> str:
    """One text, with single blanks between words. None stands where a page ends.

    Blanks are put where lines end and where runs stand apart, unless the text says its spaces itself (``spaced``).
    """
    if spaced:
        return " ".join("".join(run.text for run in pieces if run).replace(SOFT_HYPHEN, "").split())
    text, broken = "", False
    before: Run | None = None
    for run in pieces:
        if run is None:
            broken = True
            continue
        apart = broken or (before is not None and before.placed and run.placed and _apart(before, run))
        text += f" {run.text}" if apart and run.text and _ends_word(text) else run.text
        before, broken = run, False
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def replaced(text: str, runs: Sequence[Run | None]) -> Run:
    """A text that stands for runs, in their place."""
    placed = [run for run in runs if run is not None and run.placed]
    if not placed:
        return Run(text, (0.0, 0.0), (0.0, 0.0), 0.0, actual=True, placed=False)
    return Run(text, placed[0].start, placed[-1].end, max(run.size for run in placed), actual=True)


def _apart(a: Run, b: Run) -> bool:
    """Whether two runs stand on unlike lines, or apart on one."""
    small, large = sorted((a.size, b.size))
    low = max(a.end[1] - BELOW * a.size, b.start[1] - BELOW * b.size)
    high = min(a.end[1] + ABOVE * a.size, b.start[1] + ABOVE * b.size)
    if high - low < SAME_LINE * small:
        return True
    gap = b.start[0] - a.end[0]
    widest = INITIAL_GAP if small and large / small > INITIAL else WORD_GAP
    return gap > widest * small or gap < -BACKWARD * large


def _ends_word(text: str) -> bool:
    """Whether a line that ends so ends a word."""
    if not text or text.endswith(SOFT_HYPHEN) or text[-1].isspace():
        return False
    return not (len(text) > 1 and text[-1] in HYPHENS and not text[-2].isspace())
