"""Reads plain text: paragraphs from lines, whether an empty line or a short one ends them, or each is one line.

Lines that an old layout repeats on every page are found here, for they stand in the midst of paragraphs; sentences
that a page cut in two are the business of ``joining``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.article import Inline, Paragraph
from pipeline.importers.about import is_about
from pipeline.importers.joining import PAGE_NUMBER
from pipeline.importers.runs import ends, without_unseen, words_of
from pipeline.importers.values import NOWHERE, Dropped, Reading, Repair
from pipeline.importers.wording import is_label

_ENDS = ".!?…:。！？؟۔"
_BULLET = re.compile(r"^\s*([•●▪◦‣∙·■►*–—-]|\d{1,2}[.)]|[a-zа-я]\))\s+")
_FULL, _SHORT = 0.75, 0.6
_WIDEST = 110
_HEAD_LINES, _SENTENCE_WORDS, _FEWEST_LINES, _ALMOST = 12, 8, 3, 0.9
_HEADING_WORDS, _FOLIO_WORDS = 14, 12


def read_plain(text: str) -> Reading:
    """The paragraphs of a text."""
    dropped: list[Dropped] = []
    repairs: list[Repair] = []
    lines = _without_folios(
        [without_unseen(line).expandtabs(4).rstrip(" ") for line in text.replace("\v", "\n").split("\n")], dropped
    )
    paragraphs = [" ".join(part.split()) for part in _paragraphs(lines, repairs)]
    blocks = tuple(Paragraph((Inline(part, NOWHERE),), NOWHERE) for part in paragraphs if part)
    raw = tuple(line for part in text.split("\n") if (line := " ".join(part.split())))
    return Reading(blocks=blocks, dropped=tuple(dropped), repairs=tuple(repairs), raw=raw)


def _bare(line: str) -> str:
    return re.sub(r"[\d\W_]+", " ", line.casefold()).strip()


def _without_folios(lines: Sequence[str], dropped: list[Dropped]) -> list[str]:
    """The lines without page numbers, and without those that stand at the head or foot of several pages.

    Where pages are not marked, a line with a number that comes again with another is such a one.
    """
    edges = _edges(lines)
    repeated = Counter(_bare(lines[n].replace("\f", "")) for n in edges)
    numbered = Counter(
        _bare(line)
        for line in lines
        if re.search(r"\d", line) and words_of(line) <= _FOLIO_WORDS and not ends(line, _ENDS)
    )
    kept: list[str] = []
    for number, line in enumerate(lines):
        bare = line.replace("\f", "").strip()
        pattern = _bare(bare)
        at_edge = number in edges and words_of(bare) <= _FOLIO_WORDS and repeated[pattern] > 1 and bool(pattern)
        paged = number in edges and PAGE_NUMBER.match(bare) is not None
        again = (
            bool(pattern)
            and numbered[pattern] > 1
            and re.search(r"\d", bare) is not None
            and words_of(bare) <= _FOLIO_WORDS
            and _stands_out(bare)
        )
        if bare and (at_edge or paged or again):
            dropped.append(Dropped(bare, "page number or running head"))
            continue
        kept.append(line.replace("\f", ""))
    return kept


def _stands_out(line: str) -> bool:
    """Whether a line with a number at either end is set like a running head."""
    return re.match(r"^\W*\d+\b|.*\b\d+\W*$", line) is not None and not _BULLET.match(line) and not ends(line, _ENDS)


def _edges(lines: Sequence[str]) -> set[int]:
    """The first and last two lines of each page, where form feeds divide pages."""
    breaks = [n for n, line in enumerate(lines) if "\f" in line]
    if not breaks:
        return set()
    edges: set[int] = set()
    for start, end in zip((0, *breaks), (*breaks, len(lines)), strict=True):
        filled = [n for n in range(start, end) if lines[n].replace("\f", "").strip()]
        edges |= {*filled[:2], *filled[-2:]}
    return edges


def _paragraphs(lines: Sequence[str], repairs: list[Repair]) -> Iterator[str]:
    """The paragraphs of lines; where most lines are as long as paragraphs, each is one."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return
    lengths = sorted(len(line) for line in filled)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.9))]
    single = width > _WIDEST or sum(_follows(lines, n) for n in range(1, len(lines))) * 10 < len(filled)
    known = {word.strip(".,;:!?()\"'«»“”").casefold() for line in filled for word in line.split() if "-" in word[1:-1]}
    single = single or _are_sentences(filled)
    group: list[str] = []
    for number, line in enumerate((*lines, "")):
        apart = number < _HEAD_LINES and any(_stands_apart(text) for text in (line, *group[-1:]))
        closed = not line.strip() or single or apart or (group and _begins(group[-1], line, width))
        if closed and group:
            yield _joined(group, known, repairs)
            group = []
        if line.strip():
            group.append(line)
    if group:
        yield _joined(group, known, repairs)


def _are_sentences(lines: Sequence[str]) -> bool:
    """Whether each line ends as a sentence does, so that each is a paragraph; no wrapped text happens to do so."""
    told = [line for line in lines if words_of(line) >= _SENTENCE_WORDS]
    return len(told) >= _FEWEST_LINES and sum(ends(line.rstrip(), _ENDS) for line in told) >= _ALMOST * len(told)


def _stands_apart(line: str) -> bool:
    """Whether a line at the head of a release is one by itself: what kind of text it is, its day and place."""
    return bool(line.strip()) and (is_label(line.strip()) or is_about(line.strip()))


def _follows(lines: Sequence[str], number: int) -> bool:
    return bool(lines[number].strip() and lines[number - 1].strip())


def _begins(before: str, line: str, width: int) -> bool:
    """Whether a line that follows another begins a paragraph: a bullet, an indent, or behind a last line."""
    text = line.strip()
    if _BULLET.match(line):
        return True
    short = len(before.rstrip()) < width * _SHORT
    capital = text[:1].isupper() or not text[:1].isalpha()
    if ends(before.rstrip(), _ENDS) and capital:
        indented = len(line) - len(line.lstrip()) >= 2 > len(before) - len(before.lstrip())
        return indented or len(before.rstrip()) < width * _FULL
    heading = short and words_of(before) <= _HEADING_WORDS and text[:1].isupper() and before.strip()[:1].isupper()
    return heading and not before.rstrip().endswith((",", "-", "–", "—")) and not _continues(before)


def _continues(line: str) -> bool:
    """Whether a short line cannot be a heading: it ends in a word that wants another."""
    return (
        re.search(
            r"\b(the|a|an|of|and|or|for|in|on|to|with|at|by|from|и|в|на|по|с|о|для|de|la|der|die|und|et|ve)$",
            line.rstrip(),
            re.IGNORECASE,
        )
        is not None
    )


def _joined(lines: Sequence[str], known: set[str], repairs: list[Repair]) -> str:
    """One paragraph of its lines; a word that was divided at a line's end is one again."""
    parts = [lines[0].strip()]
    for line in lines[1:]:
        more, last = line.strip(), parts[-1]
        if not (last.endswith("-") and last[-2:-1].isalpha() and more[:1].islower()):
            parts.append(f" {more}")
            continue
        whole = f"{last.split()[-1]}{more.split()[0]}".strip(".,;:!?()\"'«»“”")
        if whole.casefold() not in known:
            repairs.append(Repair("A word that was divided at a line's end was joined.", whole, whole.replace("-", "")))
            parts[-1] = last[:-1]
        parts.append(more)
    return "".join(parts)
