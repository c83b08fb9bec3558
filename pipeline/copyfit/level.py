"""Levelling: columns that end a row or two apart are brought to one row, by the measures that the layout allows.

In the layout's order: a row more above a subhead, a deeper or shallower crop of a photo at a column's end, a row or
two below a head, one line more or less in a paragraph where that sets well, a caption at the head of one column. Type
and leading never change. A page keeps its depth, so what the plan counted stays true; what cannot be levelled stays as
it was filled. Pages that then still end above their foot are stretched, by photos across them and white below a head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, islice, pairwise, product

from pipeline.copyfit.copy import Copy
from pipeline.copyfit.insets import bands
from pipeline.copyfit.runaround import laid_galley, run_through
from pipeline.copyfit.values import MOST_SHORT, Fitted, Levelled, PhotoFit, Sheet, Thread, Variant, shortage
from pipeline.galley import Galley, Unit, renoted

CAPTION_WIDTHS = (1.0, 0.75, 0.6)  # of the column, that the caption of a photo across may have at the head of it
LEAST_ROWS = 2  # of text in a column
MOST_ALONE = 60  # measures that are tried alone
MOST_TRIED = {2: 16, 3: 8}  # of these, how many are tried so many at a time


@dataclass(frozen=True, slots=True)
class _Change:
    """A measure on one page: units from ``first`` to before ``stop`` give way to others, or a photo is cropped anew.

    ``rows`` are what it adds; ``below_head`` says that they are white below the article's head, ``aside`` is
    a photo with its caption at the head of a column.
    """

    rows: int
    first: int = 0
    stop: int = 0
    units: tuple[Unit, ...] = ()
    photo: PhotoFit | None = None
    below_head: bool = False
    aside: PhotoFit | None = None


def levelled(copy: Copy, fit: Fitted) -> Levelled:
    """The article as it is laid, its columns levelled page by page as far as can be; made once for each variant."""
    variant = fit.variant
    photos = tuple((id(f.units), f.rows, f.column, f.page, f.foot) for f in variant.photos)
    key = (variant.template, variant.head_span, variant.photo_first, variant.streamed, variant.begin, photos, fit.round)
    if key not in copy.levelled:
        now = _as_filled(copy, fit)
        for number in range(len(fit.sheets)):
            if sum(now.short[number]) > 0 and max(now.short[number]) <= MOST_SHORT:
                now = next(_ways(copy, now, number), now)
        copy.levelled[key] = replace(now, galley=laid_galley(copy, now.thread))
    return copy.levelled[key]


def _as_filled(copy: Copy, fit: Fitted) -> Levelled:
    found = _poured(copy, fit.thread, fit.variant, fit.sheets, len(fit.sheets))
    if found is None:
        message = "a variant that fits holds its text"
        raise AssertionError(message)
    return found


def _poured(copy: Copy, thread: Thread, variant: Variant, sheets: Sequence[Sheet], first: int) -> Levelled | None:
    """The text poured into the sheets, anew from number ``first`` on; None where it no longer ends on the last."""
    done, short = list(sheets[:first]), []
    start = 0
    for number, sheet in enumerate(sheets):
        insets = [inset for inset in variant.insets if inset.page == number]
        if insets and number >= first:
            ends = tuple(zip(sheet.heads, sheet.feet, strict=True))
            beside = bands(copy.layout, variant.columns, insets, sheet.height, ends)
            found = run_through(copy, thread, start, beside) if beside else None
            if found is None:
                return None
            thread = found[0]
        galley, stops, rows = thread.galley, [], []
        stop = start
        for column in range(variant.columns):
            taken = sheet.heads[column] + sheet.feet[column]
            begun, stop = stop, galley.fill(stop, sheet.height - taken)
            stops.append(stop)
            rows.append(shortage(sheet.height, taken, galley.depth(begun, stop)))
        if number >= first:
            done.append(replace(sheet, stops=tuple(stops)))
        short.append(tuple(rows))
        if stop == start and number:
            return None
        start = stop
    ended = start == len(thread.galley)
    return Levelled(thread.galley, variant, tuple(done), tuple(short), thread) if ended else None


def _ways(copy: Copy, now: Levelled, number: int) -> Iterator[Levelled]:
    """The article with one page level, by as few changes as can be, those that the layout likes best first."""
    changes: list[_Change] = []
    for change in islice(_changes(copy, now, number), MOST_ALONE):
        changes.append(change)
        yield from _way(copy, now, number, (change,))
    for together, most in MOST_TRIED.items():
        for chosen in combinations(changes[:most], together):
            yield from _way(copy, now, number, chosen) if _apart(chosen) else ()


def _way(copy: Copy, now: Levelled, number: int, changes: Sequence[_Change]) -> Iterator[Levelled]:
    """The article with these changes, if they level the page, and no other is shorter for it than may be mended."""
    way = _changed(copy, now, number, changes)
    if way and len(set(way.short[number])) == 1 and all(map(_mendable, way.short, now.short)) and _no_crumb(way):
        yield way


def _no_crumb(way: Levelled) -> bool:
    """Whether no column holds less than two rows of text, which is what an orphan is."""
    start = 0
    for stop in (stop for sheet in way.sheets for stop in sheet.stops):
        if 0 < way.thread.galley.depth(start, stop) < LEAST_ROWS:
            return False
        start = stop
    return True


def _mendable(after: Sequence[int], before: Sequence[int]) -> bool:
    """Whether a page is no shorter than it was, or than levelling can mend."""
    return sum(after) <= max(sum(before), MOST_SHORT)


def _apart(changes: Sequence[_Change]) -> bool:
    """Whether no two of them change the same."""
    units = sorted((c.first, c.stop) for c in changes if c.units)
    photos = [c.photo.units for c in changes if c.photo]
    return all(a[1] <= b[0] for a, b in pairwise(units)) and len({id(p) for p in photos}) == len(photos)


def _changed(copy: Copy, now: Levelled, number: int, changes: Sequence[_Change]) -> Levelled | None:
    """The article with these changes, poured again from that page on."""
    thread, variant, sheets = now.thread, now.variant, list(now.sheets)
    for change in sorted(changes, key=lambda c: -c.first):
        if change.photo:
            old = next(f for f in variant.photos if f.units is change.photo.units)
            photos = tuple(change.photo if f is old else f for f in variant.photos)
            variant = replace(variant, photos=photos)
            sheets[number] = _with_photo(sheets[number], change.photo, change.rows)
        elif change.aside:
            old = next(f for f in variant.photos if f.units.photo is change.aside.units.photo)
            variant = replace(variant, photos=tuple(change.aside if f is old else f for f in variant.photos))
            sheet = sheets[number] = _with_caption_aside(sheets[number], old, change.aside)
            if any(head + foot > sheet.height for head, foot in zip(sheet.heads, sheet.feet, strict=True)):
                return None
        elif change.below_head:
            span = variant.head_span
            heads = tuple(r + change.rows * (c < span) for c, r in enumerate(sheets[number].heads))
            sheets[number] = replace(sheets[number], heads=heads)
        else:
            units = (*thread.galley.units[: change.first], *change.units, *thread.galley.units[change.stop :])
            thread = replace(thread, galley=Galley.of(units, thread.galley.measure))
    return _poured(copy, thread, variant, sheets, number)


def _with_photo(sheet: Sheet, photo: PhotoFit, rows: int) -> Sheet:
    """The sheet with a photo so many rows deeper."""
    taken = [r + rows * (c in photo.columns) for c, r in enumerate(sheet.feet if photo.foot else sheet.heads)]
    return replace(sheet, feet=tuple(taken)) if photo.foot else replace(sheet, heads=tuple(taken))


def _with_caption_aside(sheet: Sheet, old: PhotoFit, new: PhotoFit) -> Sheet:
    """The sheet with the caption of a photo above the columns in one of these."""
    more = new.depth - old.depth
    heads = tuple(new.units.caption.rows if column == new.aside else 0 for column in range(len(sheet.heads)))
    return replace(sheet, top=sheet.top + more, height=sheet.height - more, heads=heads)


def _changes(copy: Copy, now: Levelled, number: int) -> Iterator[_Change]:
    """What may be changed on a page, in the layout's order, one row more before one row less."""
    start = now.sheets[number - 1].stops[-1] if number else 0
    stop = now.sheets[number].stops[-1]
    found: dict[str, Iterator[_Change]] = {
        "subheads": _subheads(now.galley, start, stop),
        "photos": _photos(now.variant, number),
        "headline": _headline(now, number),
        "lines": _lines(copy, now, start, stop),
        "captions": _captions(copy, now, number),
    }
    for measure in copy.layout.record.last_measures:
        yield from found[measure]


def _subheads(galley: Galley, start: int, stop: int) -> Iterator[_Change]:
    """A row of space above each subhead that does not begin the page."""
    for index in range(start + 1, stop):
        unit = galley.units[index]
        if unit.kind == "subhead":
            yield _Change(1, index, index + 1, (replace(unit, before=unit.before + 1),))


def _photos(variant: Variant, number: int) -> Iterator[_Change]:
    """A row more or less of each photo that stands in some of the columns."""
    for rows in (1, -1):
        for foot in (False, True):
            for fit in variant.pinned(number, foot=foot):
                if fit.units.allows(fit.rows + rows):
                    yield _Change(rows, photo=replace(fit, rows=fit.rows + rows))


def _headline(now: Levelled, number: int) -> Iterator[_Change]:
    """A row or two of space below a head that spans some of the columns."""
    if number == 0 and now.variant.head_span < now.variant.columns:
        yield from (_Change(rows, below_head=True) for rows in (1, 2))


def _captions(copy: Copy, now: Levelled, number: int) -> Iterator[_Change]:
    """The caption of the photo across the columns at the head of one, the photo a little deeper or less."""
    above = now.variant.across(number)
    if not above or any(now.sheets[number].heads) or not above[-1].units.caption.rows:
        return
    fit, least = above[-1], 0
    columns = copy.layout.right.columns(now.variant.columns)
    for share in CAPTION_WIDTHS:
        depth = copy.captioned(fit.units, columns[0][1] * share).caption.rows
        if depth > least:
            least = depth
            depths = [fit.rows + more for more in (0, 1, 2, -1, -2) if fit.units.allows(fit.rows + more)]
            for (column, (_, measure)), rows in product(enumerate(columns), depths):
                units = copy.captioned(fit.units, measure * share)
                yield _Change(0, aside=replace(fit, units=units, rows=rows, aside=column))


def _lines(copy: Copy, now: Levelled, start: int, stop: int) -> Iterator[_Change]:
    """A line more, or less, of each paragraph that stands on this page alone, beside nothing; the longest first."""
    galley = now.galley
    spans = [
        (first, end)
        for first, end in _passages(galley.units)
        if start <= first and end <= stop and galley.units[first].passage not in now.thread.runs
    ]
    for rows in (1, -1):
        for first, end in sorted(spans, key=lambda s: s[0] - s[1]):
            passage = galley.units[first].passage
            units = renoted(galley.units[first:end], copy.relined(passage, end - first + rows)) if passage else ()
            if units:
                outer = replace(units[0], before=galley.units[first].before)
                units = (outer, *units[1:])
                last = replace(units[-1], after=galley.units[end - 1].after)
                yield _Change(rows, first, end, (*units[:-1], last))


def _passages(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where each paragraph that may be set anew begins and ends; not those with footnotes."""
    for passage, group in groupby(range(len(units)), key=lambda i: units[i].passage):
        places = list(group)
        if passage and not any(units[i].notes or units[i].over for i in places):
            yield places[0], places[-1] + 1


# ---------------------------------------------------------------------- pages that end above their foot


def stretched(made: Levelled, number: int, rows: int, measures: Sequence[str]) -> Levelled:
    """The article with sheet ``number`` up to ``rows`` rows deeper.

    A photo across the columns is cropped less, then white is added below a head that spans them all, as far as the
    layout's ``measures`` allow.
    """
    variant, sheet = made.variant, made.sheets[number]
    gained = 0
    if "photos" in measures:
        for photo in (*variant.across(number), *variant.below(number)):
            more = min(rows - gained, photo.units.most - photo.rows)
            if more > 0:
                deeper = replace(photo, rows=photo.rows + more)
                variant = replace(variant, photos=tuple(deeper if f is photo else f for f in variant.photos))
                sheet = replace(sheet, top=sheet.top + (0 if photo.foot else more), end=sheet.end + more)
                gained += more
    if "headline" in measures and number == 0 and variant.head_span == variant.columns and gained < rows:
        sheet = replace(sheet, top=sheet.top + 1, end=sheet.end + 1, white=1)
    sheets = (*made.sheets[:number], sheet, *made.sheets[number + 1 :])
    return replace(made, variant=variant, sheets=sheets)


def lowered(made: Levelled, number: int) -> Levelled:
    """The article with the columns of sheet ``number`` ending where their text does, if it ends on one row."""
    rows = min(made.short[number])
    sheet = made.sheets[number]
    if not rows:
        return made
    sheet = replace(sheet, height=sheet.height - rows, end=sheet.end - rows)
    short = (*made.short[:number], tuple(r - rows for r in made.short[number]), *made.short[number + 1 :])
    return replace(made, sheets=(*made.sheets[:number], sheet, *made.sheets[number + 1 :]), short=short)
