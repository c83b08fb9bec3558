"""Which part of a page is the article: its headline, the stretch of its text, and what stands between the two.

No site is known by name. What is left out says why; what was a close choice is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.importers.about import is_about
from pipeline.importers.alike import make_of
from pipeline.importers.belonging import ABOUT, Judging, judge, judging_of, says_furniture
from pipeline.importers.boxes import Box, Leaf, Picture
from pipeline.importers.calls import mark_calls, mark_questions
from pipeline.importers.captions import captions_of
from pipeline.importers.furniture import mark_furniture
from pipeline.importers.lonely import drop_lonely, keep_titles_of_tables
from pipeline.importers.parting import part_lines, without_sections
from pipeline.importers.pictured import judge_pictures
from pipeline.importers.repeated import repeated_of
from pipeline.importers.runs import bare_of
from pipeline.importers.said import Said
from pipeline.importers.sections import is_section_of_furniture
from pipeline.importers.stretch import Stretch, find_stretch, leaves_of
from pipeline.importers.title_leaf import HEADINGS, find_title_leaf, level_of, names_site

_LINKS = 0.5
_LONG_LINE = 40
_FEW, _SECTION_WORDS = 3, 40
_LIVES = re.compile(r",? (is|was|writes|reports|covers|works|lives|has been|teaches) ", re.IGNORECASE)
_LAST, _NAME_WORDS, _NAME_LETTERS = 2, 6, 7


@dataclass(frozen=True, slots=True)
class Region:
    """The article within a page: its headline, the box of its text, the captions with their pictures.

    ``end`` is the last of its prose. ``sure`` is whether the headline stood where headlines stand. ``left`` is prose
    that was nearly taken, ``taken`` what was nearly left out.
    """

    headline: Leaf | None
    sure: bool
    body: Box
    end: Leaf | None
    captions: tuple[tuple[Picture, Leaf], ...]
    left: tuple[Leaf, ...] = ()
    taken: tuple[Leaf, ...] = ()


def find_region(box: Box, said: Said) -> Region:
    """Judges every leaf and picture of a page: those that are not of the article have their ``why`` afterwards.

    ``said`` is what the page says of itself to machines.
    """
    sites = {bare_of(leaf.text) for leaf in box.leaves() if names_site(leaf)}
    titles = [title for title in without_sections(box, said.titles) if bare_of(title) not in sites]
    part_lines(box, titles)
    title = find_title_leaf(box, titles)
    headline = title.leaf
    mark_furniture(box, headline)
    mark_questions(box, headline)
    leaves = list(box.leaves())
    start = next((n for n, leaf in enumerate(leaves) if leaf is headline), -1)
    told = repeated_of(leaves[start + 1 :], said.text)
    prose = [
        leaf
        for leaf in leaves[start + 1 :]
        if id(leaf) in told
        or (leaf.is_prose and not leaf.why and not _is_under_picture(leaf) and not says_furniture(leaf))
    ]
    prose = prose or [leaf for leaf in leaves[start + 1 :] if _may_be_text(leaf)]
    stretch = find_stretch(box, headline, prose, told)
    mark_calls(stretch.body, sum(leaf.words for leaf in prose), headline)
    captions = captions_of(box, stretch.body, {make_of(leaf.element) for leaf in prose}, headline)
    judging = judging_of(leaves, start, stretch, prose, told)
    judging.sites = _sites(leaves[: max(start, 0)], headline, said)
    judge(leaves, start, judging)
    keep_titles_of_tables(box, headline)
    end = leaves[judging.last] if judging.last >= 0 else None
    judge_pictures(box, stretch, headline, end)
    _drop_sections(leaves, judging)
    _drop_words_on_author(leaves, said.authors)
    drop_lonely(box, leaves, end)
    left = [leaf for part, taken in stretch.doubts if not taken for leaf in leaves_of([part]) if leaf.is_prose]
    left += _hidden_prose(stretch)
    taken = [leaf for part, taken in stretch.doubts if taken for leaf in leaves_of([part]) if not leaf.why]
    return Region(headline, title.sure, stretch.body, end, captions, tuple(left), tuple(taken))


def _sites(above: Sequence[Leaf], headline: Leaf | None, said: Said) -> tuple[str, ...]:
    """What the site is called, by its own account and in the lines above the headline."""
    names = [*said.sites, *(leaf.text for leaf in above if 1 < leaf.words <= _NAME_WORDS)]
    own = bare_of(headline.text) if headline else ""
    return tuple(name for name in dict.fromkeys(names) if len(name) > _NAME_LETTERS and bare_of(name) not in own)


def _is_under_picture(leaf: Leaf) -> bool:
    """Whether a line is a caption by its element, which is no sign of where the text is."""
    return any(e.tag == "figcaption" for e in (leaf.element, *islice(leaf.element.up(), 2)))


def _may_be_text(leaf: Leaf) -> bool:
    """Whether a leaf is taken for prose on a page where nothing reads like sentences: in scripts without stops, say."""
    said = leaf.why or says_furniture(leaf) or is_about(leaf.text)
    return not said and leaf.linked_share < _LINKS and (leaf.words > _FEW or len(leaf.text) > _LONG_LINE)


def _hidden_prose(stretch: Stretch) -> list[Leaf]:
    """Prose in the text's own box that was left out for where it stands or because it does not show."""
    told = {"hidden", "form", "head of the page", "dialogue", "advertisement", "buttons", "counters", "tags"}
    return [leaf for leaf in stretch.body.leaves() if leaf.why in told and leaf.is_prose and not leaf.linked]


def _drop_sections(leaves: Sequence[Leaf], judging: Judging) -> None:
    """What stands under a heading of furniture in the second half of the text goes with it."""
    behind = [n for n, leaf in enumerate(leaves) if id(leaf) in judging.prose and not leaf.why]
    middle = behind[len(behind) // 2] if behind else len(leaves)
    closed = 0
    section: list[Leaf] = []
    for leaf in leaves[middle:]:
        level = level_of(leaf.element)
        if level <= len(HEADINGS):
            names = is_section_of_furniture(leaf.text)
            if names or level <= closed:
                _drop_section(section)
                closed, section = level if names else 0, []
        if closed and leaf.why in {"", ABOUT}:
            section.append(leaf)
    _drop_section(section)


def _drop_words_on_author(leaves: Sequence[Leaf], authors: Sequence[str]) -> None:
    """What the last lines say of the author whom the page names to machines is not of the article."""
    names = "|".join(re.escape(name) for name in authors if len(name.split()) > 1)
    if not names:
        return
    said = re.compile(rf"^\W*((written|reported|story|text|words) by )?({names})\b(?P<more>.*)$", re.IGNORECASE)
    for leaf in [leaf for leaf in leaves if not leaf.why][-_LAST:]:
        match = said.match(leaf.text)
        if match and (match[1] or _LIVES.match(match["more"])):
            leaf.why = "about the author"


def _drop_section(section: Sequence[Leaf]) -> None:
    """Leaves a section out, but for one of long text that leads nowhere: it may be the article's all the same."""
    words = sum(leaf.words for leaf in section if leaf.is_prose)
    if words <= _SECTION_WORDS or any(leaf.linked for leaf in section):
        for leaf in section:
            leaf.why = "under a heading of furniture"
