"""The stretch of a page that is the article's text, by weighing for each part of the page whether it is of one make.

The smallest element that holds the headline and enough prose behind it is where the article is looked for. In it the
part with most of the prose is the text; every other part with prose is weighed against that: what it is made like,
where it stands, what it begins with, whether it leads elsewhere. No single sign decides. What was nearly taken, or
nearly left, is said, so that an editor looks there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.importers.about import is_about
from pipeline.importers.alike import are_alike, make_of
from pipeline.importers.boxes import Box, Leaf, counted, parents_of
from pipeline.importers.furniture import is_aside
from pipeline.importers.sections import is_section_of_furniture
from pipeline.importers.title_leaf import HEADINGS, level_of
from pipeline.importers.tree import Element
from pipeline.importers.wording import COUNTED, is_buttons, is_date_line

BODY_NAME = re.compile(
    r"(^|[\s_-])(article-?body|entry-?content|post-?(content|body|text)|(article|news|story|release|detail|content|press)-?_*-?(text|body|content|detail|column)|"
    r"detail-?text|field-?name-?body|field--name-body|text-?(block|content|body)|body-?(text|content|copy)|td-post-content|rich-?text|wysiwyg|prose)(?=$|\s)"
)
_TEXT_TAGS = {"p", "blockquote", "ul", "ol", "figure", "table", "pre", "dl", "details", *HEADINGS}
_CELLS = {"td", "th"}
_ENOUGH_LEAVES, _ENOUGH_WORDS, _LEAD_LEAVES = 3, 60, 2
_QUARTER, _MOSTLY, _TITLE_WORDS = 0.25, 0.9, 3
_JOINS, _NEARLY, _AMID = 2, 0, -2
# How much more prose beside a headline's own box says that its box is but a head.
_MUCH_MORE = 4


@dataclass(slots=True)
class Stretch:
    """The text's own box; ``refused`` are boxes that are not of it though they hold prose; ``doubts`` the close ones.

    A doubt is a box with whether it was taken.
    """

    body: Box
    scope: Box
    joined: list[Box | Leaf] = field(default_factory=list)
    refused: list[Box | Leaf] = field(default_factory=list)
    doubts: list[tuple[Box | Leaf, bool]] = field(default_factory=list)


def find_stretch(box: Box, headline: Leaf | None, prose: Sequence[Leaf], told: frozenset[int] = frozenset()) -> Stretch:
    """The stretch of a page. ``prose`` are the leaves behind the headline that read like sentences.

    ``told`` are those leaves, by identity, that the page's own data repeat as the article's text.
    """
    return _Weighing(box, headline, prose, told).stretch()


class _Weighing:
    """The prose of a page by box, and what speaks for and against each box."""

    def __init__(self, box: Box, headline: Leaf | None, prose: Sequence[Leaf], told: frozenset[int]) -> None:
        self.box = box
        self.told = told
        self.headline = headline
        self.parents = parents_of(box)
        self.words: dict[int, int] = {}
        self.counts: dict[int, int] = {}
        for leaf in prose:
            for part in (leaf, *self._up(leaf)):
                self.words[id(part)] = self.words.get(id(part), 0) + leaf.words
                self.counts[id(part)] = self.counts.get(id(part), 0) + 1
        self.prose = prose
        self.titles = counted(box, lambda part: isinstance(part, Leaf) and _is_title(part))
        self.places: dict[int, tuple[dict[int, int], list[int]]] = {}
        self.headed = {id(part) for part in self._up(headline)} if headline else set()

    def _up(self, part: Box | Leaf) -> Iterator[Box]:
        around = self.parents.get(id(part))
        while around is not None:
            yield around
            around = self.parents.get(id(around))

    def _branches(self, box: Box) -> list[Box | Leaf]:
        """The parts right within a box that hold prose."""
        return [child for child in box.children if id(child) in self.words and isinstance(child, Box | Leaf)]

    def stretch(self) -> Stretch:
        here = self._scope()
        found = Stretch(here, here)
        while True:
            branches = self._branches(here)
            if not branches or any(isinstance(branch, Leaf) for branch in branches):
                break
            main = max(branches, key=lambda branch: self.words[id(branch)])
            joined, refused = self._sorted(here, main, branches, found)
            found.refused += refused
            if joined or not isinstance(main, Box) or self._is_text(main, here):
                break
            here = main
        found.body = here
        self._look_outside(found)
        return found

    def _is_text(self, main: Box, here: Box) -> bool:
        """Whether the way down ends before a part: it is a paragraph, or a cell of a table of data."""
        tag = main.element.tag
        if tag in _CELLS or tag == "li":
            return any(True for _ in here.element.find("th"))
        return tag in {"p", "blockquote", "pre", "ul", "ol", "dl"}

    def _sorted(
        self, here: Box, main: Box | Leaf, branches: Sequence[Box | Leaf], found: Stretch
    ) -> tuple[list[Box | Leaf], list[Box | Leaf]]:
        """The branches beside the main one that are of the article, and those that are not.

        What stands between two that are of it is of it, too, unless much speaks against that.
        """
        marks = {id(branch): self._mark(branch, main, here) for branch in branches if branch is not main}
        sure = [n for n, branch in enumerate(branches) if branch is main or marks[id(branch)] >= _JOINS]
        joined: list[Box | Leaf] = []
        refused: list[Box | Leaf] = []
        for number, branch in enumerate(branches):
            if branch is main:
                continue
            mark = marks[id(branch)]
            amid = sure[0] < number < sure[-1]
            taken = mark >= _JOINS or (amid and mark >= _AMID)
            (joined if taken else refused).append(branch)
            if mark in {_NEARLY, _NEARLY + 1, _JOINS} and not (amid and taken):
                self._doubt(found, branch, taken=taken, ahead=number < branches.index(main))
        return joined, refused

    def _scope(self) -> Box:
        """The smallest box that holds the headline and enough prose behind it.

        A headline with a line or two of prose may be a head over the text: then what follows it belongs to it, too,
        if it begins as text does.
        """
        if self.headline is None:
            return self.box
        here = self.parents[id(self.headline)]
        while here is not self.box:
            words, count = self.words.get(id(here), 0), self.counts.get(id(here), 0)
            if count >= _ENOUGH_LEAVES or words >= _ENOUGH_WORDS:
                return here
            parent = self.parents[id(here)]
            more = self.words.get(id(parent), 0) - words
            if count and 0 < more <= _MUCH_MORE * words and not self._leads_in(here, parent):
                return here
            here = parent
        return here

    def _leads_in(self, head: Box, parent: Box) -> bool:
        place = next(n for n, child in enumerate(parent.children) if child is head)
        behind = [b for b in parent.children[place + 1 :] if id(b) in self.words and isinstance(b, Box | Leaf)]
        if not behind:
            return False
        text = behind[0]
        if isinstance(text, Leaf) or text.element.tag in _TEXT_TAGS or is_body(text.element):
            return True
        return (
            self._beginning(text) > 0 and not is_aside(text.element, head.element) and not self._leads_elsewhere(text)
        )

    def _look_outside(self, found: Stretch) -> None:
        """Weighs the prose that stands outside of the scope or was passed on the way down, part by part."""
        known = {id(part) for part in (found.body, *found.refused)}
        around = {id(part) for part in self._up(found.body)}
        seen: set[int] = set()
        for leaf in self.prose:
            above: list[Box | Leaf] = [leaf, *self._up(leaf)]
            if any(id(part) in known or id(part) in seen for part in above):
                continue
            place = next(n for n, part in enumerate(above) if id(part) in around)
            branch, parent = above[place - 1], above[place]
            assert isinstance(parent, Box)  # noqa: S101 - what holds two parts
            main = next(p for p in (found.body, *self._up(found.body)) if self.parents.get(id(p)) is parent)
            mark = self._mark(branch, main, parent) - 1
            seen.add(id(branch))
            (found.joined if mark >= _JOINS else found.refused).append(branch)
            if mark in {_NEARLY, _NEARLY + 1, _JOINS}:
                self._doubt(found, branch, taken=mark >= _JOINS, ahead=False)

    def _doubt(self, found: Stretch, branch: Box | Leaf, *, taken: bool, ahead: bool) -> None:
        """Notes a close choice; a standfirst that was taken is none, nor are teasers that were left."""
        if not (taken and ahead) and (taken or isinstance(branch, Leaf) or not self._leads_elsewhere(branch)):
            found.doubts.append((branch, taken))

    def _mark(self, branch: Box | Leaf, main: Box | Leaf, parent: Box) -> int:
        """What speaks for a branch being of the article of which ``main`` is, less what speaks against it."""
        if isinstance(branch, Leaf) or id(branch) in self.headed:
            return _JOINS + 1
        element = branch.element
        alike = isinstance(main, Box) and are_alike(element, main.element)
        mark = 2 if alike or element.tag in _TEXT_TAGS else int(element.tag == main.element.tag)
        mark += self._beginning(branch)
        if alike and isinstance(main, Box) and id(main) not in self.headed:
            mark -= min(self._beginning(main), 0)  # a part of a text in parts begins as they do: with its hour, say
        mark += 2 if is_body(element) else 0
        mark += 2 if is_body(parent.element) else 0
        mark += 4 if any(id(leaf) in self.told for leaf in branch.leaves()) else 0
        article = next(filter(_is_article, (parent.element, *parent.element.up())), None)
        if article is not None and self.headline and any(e is article for e in self.headline.element.up()):
            mark += 2
        mark += int(self._is_near(parent) and id(main) not in self.headed)
        mark += int(isinstance(main, Box) and main.element.tag == "p" and _is_line(branch))
        mark -= 0 if alike or element.tag in _TEXT_TAGS else self._far_behind(branch, main, parent)
        mark -= 3 * is_aside(element, main.element)
        mark -= 2 * self._leads_elsewhere(branch)
        mark -= 4 * self._has_own_headline(branch)
        mark -= 2 * (element.tag in _CELLS)
        mark -= _is_answered(element) and not (alike and _is_answered(main.element))
        return mark

    def _places(self, parent: Box) -> tuple[dict[int, int], list[int]]:
        """The places of a box's children by identity, and those of its children that lead to several other pages."""
        if id(parent) not in self.places:
            places = {id(child): n for n, child in enumerate(parent.children)}
            self.places[id(parent)] = places, [n for key, n in places.items() if self.titles.get(key, 0) > 1]
        return self.places[id(parent)]

    def _far_behind(self, branch: Box, main: Box | Leaf, parent: Box) -> int:
        """What speaks against a branch of another make behind the text.

        The text ended with an element that is named for it, or with what leads to several other pages.
        """
        places, teasers = self._places(parent)
        start, place = places[id(main)], places[id(branch)]
        if place < start:
            return 0
        behind = bisect_right(teasers, start)
        parted = behind < len(teasers) and teasers[behind] < place
        return 2 * parted + 2 * (is_body(main.element) and not is_body(branch.element))

    def _is_near(self, parent: Box) -> bool:
        """Whether the headline stands in that box, at most two boxes deep."""
        return self.headline is not None and any(
            above is parent for above in [*self._up(self.headline)][: _LEAD_LEAVES + 1]
        )

    def _beginning(self, branch: Box) -> int:
        """1 for a branch that begins with prose, 0 for one with headings and plain lines before its prose, else -1.

        Links before the prose, a heading of furniture, and several lines with a fact among them speak against it.
        """
        before: list[Leaf] = []
        for leaf in branch.leaves():
            if id(leaf) in self.words and level_of(leaf.element) > len(HEADINGS):
                break
            before += [leaf] if leaf.words and not leaf.why else []
        if not before:
            return 1
        facts = len(before) > 1 and any(is_about(leaf.text) or is_buttons(leaf.text) for leaf in before)
        led = any(leaf.linked for leaf in before) or is_section_of_furniture(before[0].text)
        return -1 if led or facts else 0

    def _leads_elsewhere(self, branch: Box) -> bool:
        """Whether a branch is there to lead to other pages: its lines are links, or days and buttons beside text."""
        leaves = [leaf for leaf in branch.leaves() if leaf.words and not leaf.why]
        if len(leaves) == 1 and leaves[0].is_prose:
            return False
        linked = sum(leaf.linked for leaf in leaves) > 0.3 * sum(len(leaf.text) for leaf in leaves)
        titles = sum(leaf.linked_share > _QUARTER and leaf.words >= _TITLE_WORDS for leaf in leaves)
        signs = sum(_is_button(leaf) or is_date_line(leaf.text) or bool(COUNTED.match(leaf.text)) for leaf in leaves)
        return linked or titles + signs >= max(self.counts[id(branch)], 1)

    def _has_own_headline(self, branch: Box) -> bool:
        if self.headline is None:
            return False
        heading = next((e for e in (self.headline.element, *self.headline.element.up()) if e.tag in HEADINGS), None)
        return any(
            e.tag == "h1"
            or (heading is not None and e.tag == heading.tag and e.get("class") and make_of(e) == make_of(heading))
            for e in branch.element.find(*HEADINGS)
        )


def _is_button(leaf: Leaf) -> bool:
    """Whether a leaf says what buttons say, and is no heading over a part of a text: ``Quotes``."""
    heads = level_of(leaf.element) <= len(HEADINGS) and not is_section_of_furniture(leaf.text)
    return is_buttons(leaf.text) and not heads


def _is_title(leaf: Leaf) -> bool:
    """Whether a leaf is a link of several words."""
    return leaf.linked_share > _MOSTLY and leaf.words >= _TITLE_WORDS


def _is_line(branch: Box) -> bool:
    """Whether a branch is nothing but a line or paragraph that leads nowhere."""
    texts = [leaf for leaf in branch.leaves() if leaf.words]
    return len(texts) == 1 and not texts[0].linked


@lru_cache(maxsize=4096)
def _names_body(names: str) -> bool:
    return BODY_NAME.search(names) is not None


def is_body(element: Element) -> bool:
    """Whether an element is named for the text that it holds: ``entry-content``, ``articleBody``."""
    return element.tag != "body" and _names_body(element.names())


def _is_article(element: Element) -> bool:
    """Whether an element is an article by its tag, or by what it says of itself to machines."""
    return element.tag == "article" or element.get("itemtype").endswith(("Article", "BlogPosting"))


def _is_answered(element: Element) -> bool:
    """Whether there is something to press or to fill in within an element."""
    return any(True for _ in element.find("form", "input", "button"))


def leaves_of(parts: Iterable[Box | Leaf]) -> Iterator[Leaf]:
    """The leaves of boxes and leaves."""
    for part in parts:
        if isinstance(part, Leaf):
            yield part
        else:
            yield from part.leaves()
