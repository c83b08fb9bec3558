"""The sheet laid out: head, verdict, facts, what is wrong, and the pages; from top to bottom of one A4 page.

Every text is an element of the sheet's structure; frames and their numbers are not, because the pictures say what is
marked on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipeline.diagnostic import Severity
from pipeline.measure import MM, Box, run_of
from pipeline.page import FillItem, Item, Makeup, Page, PictureItem, RuleItem
from pipeline.picture import Rendition
from pipeline.preflight.coarse import with_coarse_pictures
from pipeline.raster import Frame, Pages, Undrawable, opened
from pipeline.reportsheet.facts import Fact, Fault, Told
from pipeline.reportsheet.lettering import (
    AMBER,
    BLUE,
    GREEN,
    GREEN_TINT,
    GREY,
    HAIR,
    INK,
    PAPER,
    RED,
    RED_TINT,
    SERIF,
    Look,
)
from pipeline.reportsheet.places import GAP, Grid, Mark, Thumbnail, badge, close_up, is_small, thumbnail
from pipeline.structure import Element, Structure

WIDTH, HEIGHT = 210 * MM, 297 * MM
AREA = Box(15 * MM, 14 * MM, 180 * MM, 269 * MM)
BAND, FOOT = 44.0, 16.0
COLUMN, FACT_ROW = AREA.width / 4, 39.0
LINE, LIMITS = 10.0, 9.5
HEADING, BELOW, MORE = (
    14.0,
    6.0,
    20.0,
)  # of a group of faults: its head, what is below it; the line that counts the rest
CLOSE_UPS, NEAR = 6, 58.0  # side by side, and how deep each
SHARE = 0.5  # of what is left on the sheet: the most that the list takes where there are pages to be shown
COLOURS = {Severity.ERROR: RED, Severity.WARNING: AMBER, Severity.ADVICE: BLUE}
HEADS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}
KICKER, TITLE = Look(7.5, 700, GREY, 110), Look(21.0, 600, family=SERIF)
SMALL, NOTE, STRONG = Look(8.0, 400, GREY), Look(7.6, 400, GREY), Look(8.6, 700)
FACT, VALUE, CELL = Look(7.4, 700, GREY), Look(12.0, 500), Look(8.4)
# Columns of what is wrong: left edge and room in points.
WHAT, PAGE, FOUND, WANTED, CLAUSE = (16.0, 186.0), (208.0, 40.0), (252.0, 86.0), (344.0, 74.0), (424.0, 87.0)
HEADINGS = (("Page", PAGE), ("Found", FOUND), ("Wanted", WANTED), ("Clause", CLAUSE))


@dataclass(slots=True)
class Sheet:
    """One sheet while it is laid out; ``y`` is how far it is filled, ``data`` the file whose pages are shown."""

    told: Told
    data: bytes
    pages: Pages | None
    frame: Frame
    advance: Callable[[int, int], object]
    items: list[Item] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    renditions: dict[PictureItem, Rendition] = field(default_factory=dict)
    blocks: int = 0
    y: float = AREA.top

    def laid(self) -> tuple[Makeup, Structure]:
        """The sheet as a publication of one page."""
        self._head()
        self._verdict()
        listed = self._fitting()
        self._facts(listed)
        self._list(listed)
        self._thumbnails(listed)
        self._foot()
        page = Page(1, "1", left_hand=False, kind="report", items=tuple(self.items))
        root = Element("Document", tuple(self.elements))
        return Makeup((page,), (), WIDTH, HEIGHT, 0.0), Structure(root)

    # ------------------------------------------------------------------ texts

    def _say(
        self, look: Look, lines: Sequence[str], x: float, y: float, tag: str = "P", leading: float = LINE
    ) -> Element:
        """Lines of one element, from the left edge of the area; ``y`` is the first baseline, ``x`` from the left."""
        self.blocks += 1
        block = f"{self.blocks}"
        for number, text in enumerate(lines):
            item = look.item(text, AREA.left + x, y + number * leading, tag, block)
            self.items.append(item)
        return Element(tag, block=block)

    def _rule(self, y: float, weight: float = 0.4) -> None:
        self.items.append(RuleItem(AREA.left, y, AREA.right, y, weight, HAIR))

    # ------------------------------------------------------------------ head and verdict

    def _head(self) -> None:
        told = self.told
        kicker = self._say(KICKER, ["PREFLIGHT REPORT"], 0.0, self.y + 7.0)
        made = told.program
        right = self._say(NOTE, [made], AREA.width - NOTE.width(made), self.y + 7.0)
        title = self._say(TITLE, [TITLE.cut_within(told.name, AREA.width)], 0.0, self.y + 34.0, "H1")
        about = self._say(SMALL, [SMALL.cut(told.about, AREA.width)], 0.0, self.y + 49.0)
        self.elements += (kicker, right, title, about)
        self.y += 61.0

    def _verdict(self) -> None:
        told = self.told
        colour, tint = (GREEN, GREEN_TINT) if told.passed else (RED, RED_TINT)
        self.items += (
            FillItem(Box(AREA.left, self.y, AREA.width, BAND), tint),
            FillItem(Box(AREA.left, self.y, BAND, BAND), colour),
            *_sign(AREA.left + BAND / 2, self.y + BAND / 2, passed=told.passed),
        )
        room = AREA.width - BAND - 24.0
        headline, line = Look(16.0, 700, colour), Look(9.2, 400)
        self.elements.append(self._say(headline, [headline.cut(told.headline, room)], BAND + 12.0, self.y + 19.5, "H2"))
        self.elements.append(self._say(line, [line.cut(told.summary, room)], BAND + 12.0, self.y + 34.0))
        self.y += BAND + 12.0

    # ------------------------------------------------------------------ facts

    def _facts(self, listed: Sequence[Fault]) -> None:
        entries = []
        for row in self.told.facts:
            self._rule(self.y)
            entries += [self._fact(fact, column * COLUMN, listed) for column, fact in enumerate(row)]
            self.y += FACT_ROW
        self.elements.append(Element("L", tuple(entries)))
        self._rule(self.y)
        if lines := self._limits:
            self.elements.append(self._say(NOTE, lines, 0.0, self.y + 11.0, leading=LIMITS))
            self.y += 4.0 + LIMITS * len(lines)
        self.y += 13.0

    @property
    def _limits(self) -> list[str]:
        return NOTE.broken(self.told.limits, AREA.width, 2) if self.told.limits else []

    @property
    def _facts_depth(self) -> float:
        lines = self._limits
        return FACT_ROW * len(self.told.facts) + (4.0 + LIMITS * len(lines) if lines else 0.0) + 13.0

    def _fact(self, fact: Fact, x: float, listed: Sequence[Fault]) -> Element:
        """A label and a value below it, with the number of the fault that was found or the letter of the place."""
        room = COLUMN - 10.0
        label = self._say(FACT, [fact.label], x, self.y + 10.5, "Lbl")
        fault = _fault_of(fact, listed)
        name = str(fault.number) if fault else fact.letter if self.told.passed else ""
        wrong = next((f for f in self.told.faults if f.result.check == fact.check), None)
        colour = COLOURS[wrong.result.severity] if wrong else INK
        if name:
            self.items += badge(name, colour, AREA.left + x + FACT.width(fact.label) + 4.0, self.y + 4.2)
        value = replace(VALUE, swatch=colour)
        body = self._say(value, [value.cut(fact.value, room)], x, self.y + 23.0, "LBody")
        if fact.note:
            self.items.append(NOTE.item(NOTE.cut(fact.note, room), AREA.left + x, self.y + 33.0, "P", body.block))
        return Element("LI", (label, body))

    # ------------------------------------------------------------------ what is wrong

    def _fitting(self) -> tuple[Fault, ...]:
        """As many faults as have room below the facts, with the pages below them."""
        y, end = self.y + self._facts_depth, AREA.bottom - FOOT - MORE
        if self.pages is not None:
            end = y + (end - y) * SHARE
        fitting: list[Fault] = []
        for fault in self.told.faults:
            begins = not fitting or fitting[-1].result.severity is not fault.result.severity
            y += _depth(fault) + (HEADING + BELOW) * begins
            if y > end:
                break
            fitting.append(fault)
        return tuple(fitting)

    def _list(self, listed: Sequence[Fault]) -> None:
        for severity, group in groupby(listed, key=lambda fault: fault.result.severity):
            rows = [self._headings(HEADS[severity], severity), *map(self._row, group)]
            self.elements.append(Element("Table", tuple(rows)))
            self.y += BELOW
        if rest := len(self.told.faults) - len(listed):
            more = f"And {rest} more line{'' if rest == 1 else 's'} like {'it' if rest == 1 else 'these'}: "
            self.elements.append(
                self._say(SMALL, [SMALL.cut(more + self.told.command, AREA.width)], WHAT[0], self.y + 7.0)
            )
        if self.told.faults:
            self.y += MORE if rest else 8.0

    def _headings(self, text: str, severity: Severity) -> Element:
        look, y = Look(9.2, 700, COLOURS[severity]), self.y + 9.0
        cells = [self._say(look, [text], 0.0, y, "TH")]
        cells += [self._say(NOTE, [head], x, y, "TH") for head, (x, _) in HEADINGS]
        self.y += HEADING
        return Element("TR", tuple(Element("TH", block=cell.block, scope="Column") for cell in cells))

    def _row(self, fault: Fault) -> Element:
        result, colour = fault.result, COLOURS[fault.result.severity]
        self._rule(self.y)
        y = self.y + 10.0
        lines = CELL.broken(result.message, WHAT[1], 2)
        what = self._say(CELL, lines, WHAT[0], y, "TD")
        if fault.source:
            place = CELL.cut_before(str(fault.source), WHAT[1])
            look = Look(7.8, 400, BLUE)
            self.items.append(look.item(place, AREA.left + WHAT[0], y + LINE * len(lines), "TD", what.block))
        self.items += badge(str(fault.number), colour, AREA.left, y - 6.6, what.block)
        texts = (_pages_of(fault), result.value, result.limit, result.clause)
        cells = [what]
        for (_, (x, room)), text in zip(HEADINGS, texts, strict=True):
            cells.append(self._say(CELL, CELL.broken(text, room, 2), x, y, "TD"))
        self.y += _depth(fault)
        return Element("TR", tuple(cells))

    # ------------------------------------------------------------------ pages

    def _thumbnails(self, listed: Sequence[Fault]) -> None:
        if self.pages is None or not len(self.pages):
            return
        found = [(fault, result) for fault in listed for result in fault.results]
        marks = [Mark(str(f.number), result.page, result.box, COLOURS[result.severity]) for f, result in found]
        every = self.told.passed
        if every:
            measured = [fact for row in self.told.facts for fact in row if fact.letter and not _fault_of(fact, listed)]
            marks += [Mark(fact.letter, fact.page, fact.box, INK) for fact in measured]
        numbers = range(1, len(self.pages) + 1)
        wanted = [n for n in numbers if every or any(mark.page == n for mark in marks)]
        if not wanted:
            return
        frame = _frame_of(self.pages, wanted[0], self.frame)
        firsts: dict[str, Mark] = {}
        for mark in marks:
            if is_small(mark, frame):
                firsts.setdefault(mark.name, mark)
        small = list(firsts.values())[:CLOSE_UPS]
        area = Box(AREA.left, self.y + 14.0, AREA.width, AREA.bottom - FOOT - self.y - 14.0)
        if small and not every:
            area = replace(area, height=area.height - NEAR - GAP)
        grid = Grid.of(wanted, area, frame.aspect, spreads=every and len(wanted) > 3)  # noqa: PLR2004 - more than a leaf
        head = _heading(len(grid.slots), len(wanted), every=every)
        self.elements.append(self._say(STRONG, [head], 0.0, self.y + 6.0, "H3"))
        with opened(with_coarse_pictures(self.data, grid.pixels)) as pages:
            for number, slot in enumerate(grid.slots, 1):
                self._place(thumbnail(pages, self.frame, slot, grid, area, marks))
                self.advance(number, len(grid.slots))
        if area.top + grid.depth + GAP + NEAR <= AREA.bottom - FOOT:
            self._close_ups(small, frame, area.top + grid.depth + GAP)

    def _close_ups(self, marks: Sequence[Mark], page: Box, top: float) -> None:
        """Small places from near, side by side."""
        wide = (AREA.width - (CLOSE_UPS - 1) * GAP) / CLOSE_UPS
        for number, mark in enumerate(marks):
            box = Box(AREA.left + number * (wide + GAP), top, wide, NEAR)
            if self.pages is not None and (made := close_up(self.pages, page, mark, box)):
                self._place(made)

    def _place(self, made: Thumbnail) -> None:
        if made.picture and made.rendition:
            self.items.append(made.picture)
            self.renditions[made.picture] = made.rendition
            self.elements.append(Element("Figure", block=made.picture.block, alt=made.picture.alt))
        self.items += made.items

    def _foot(self) -> None:
        text = f"Every check with what it found, one to a line: {self.told.command}"
        self._rule(AREA.bottom - 8.0)
        self.elements.append(self._say(NOTE, [NOTE.cut(text, AREA.width)], 0.0, AREA.bottom + 2.0))


def _fault_of(fact: Fact, listed: Sequence[Fault]) -> Fault | None:
    """What was found where the fact was measured."""
    found = (fault for fault in listed if fault.result.check == fact.check)
    return next((fault for fault in found if fact.page in {0, *fault.pages}), None)


def _pages_of(fault: Fault) -> str:
    return run_of(fault.pages) or "file"


def _depth(fault: Fault) -> float:
    """Of a row of the list."""
    result = fault.result
    what = len(CELL.broken(result.message, WHAT[1], 2)) + bool(fault.source)
    cells = ((_pages_of(fault), PAGE), (result.value, FOUND), (result.limit, WANTED), (result.clause, CLAUSE))
    others = (len(CELL.broken(text, room, 2)) for text, (_, room) in cells)
    return max(what, *others) * LINE + 6.0


def _frame_of(pages: Pages, page: int, frame: Frame) -> Box:
    """What is seen of a page; A4 where that has no size."""
    try:
        found = pages.frame(page, frame)
    except Undrawable:
        found = Box(0.0, 0.0, 0.0, 0.0)
    return found if found.width > 0 and found.height > 0 else Box(0.0, 0.0, WIDTH, HEIGHT)


def _heading(shown: int, wanted: int, *, every: bool) -> str:
    noun = "pages" if every else "pages with what was found"
    if shown < wanted:
        return f"The first {shown} of {wanted} {noun}"
    return "All pages" if every else "Where it is"


def _sign(x: float, y: float, *, passed: bool) -> Iterator[Item]:
    """A tick, or a cross."""
    if passed:
        yield RuleItem(x - 10.0, y + 0.5, x - 2.2, y + 8.3, 3.4, PAPER)
        yield RuleItem(x - 4.6, y + 8.3, x + 10.5, y - 7.6, 3.4, PAPER)
    else:
        yield RuleItem(x - 8.5, y - 8.5, x + 8.5, y + 8.5, 3.4, PAPER)
        yield RuleItem(x - 8.5, y + 8.5, x + 8.5, y - 8.5, 3.4, PAPER)
