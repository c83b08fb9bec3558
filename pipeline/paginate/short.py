"""Short pages: those that end too far above their foot, and what would fill them.

Only pages of articles are looked at: what a master is meant to leave open is the designer's, an advert its client's.
A larger photo is only offered where the article was fitted with it and then fills its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.copyfit import Copy, Fitted, Levelled, fitted
from pipeline.diagnostic import Finding
from pipeline.flatplan import AdvertPlan, Made
from pipeline.paginate.edited import Edited, words_to_a_line
from pipeline.paginate.remedies import alternatives, rounded

MOST_SHORT = 0.12  # share of a page's rows that may be empty at its foot
MOST_OFFERED = 2  # photos that a finding names


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends last on a page: sheet ``sheet`` of an article; ``row`` is the row behind it, counted from 0.

    ``foot`` is the row on which the page's text may end at the latest: above its adverts if it has some.
    """

    page: int
    made: Made
    sheet: int
    row: int
    foot: int

    @property
    def short(self) -> int:
        """Rows that the text ends above its foot."""
        return self.foot - self.row

    @property
    def is_last(self) -> bool:
        """Whether the article ends here."""
        return self.sheet == len(self.made.fitted.sheets) - 1


def endings(
    made: Iterable[Made], finished: Mapping[Copy, Levelled], adverts: Iterable[AdvertPlan]
) -> dict[int, Ending]:
    """For each page with articles, what ends last on it, as it was finished; ``adverts`` may stand at its foot."""
    found: dict[int, Ending] = {}
    above: dict[int, int] = {}
    for advert in adverts:
        above[advert.page] = min(advert.row - 1, above.get(advert.page, advert.row - 1))
    for one in made:
        grid, gap = one.copy.layout.grid, one.copy.layout.record.between.rows
        for number, sheet in enumerate(finished[one.copy].sheets):
            page, row = one.page + number, sheet.end + (0 if number else one.row)
            ending = Ending(page, one, number, row, above[page] - gap if page in above else grid.rows)
            if ending.page not in found or ending.row > found[ending.page].row:
                found[ending.page] = ending
    return found


def short_pages(endings: Iterable[Ending]) -> Iterator[Finding]:
    """Advice for each page that ends more than the allowed share above its foot (A524)."""
    for ending in endings:
        if ending.short > MOST_SHORT * ending.made.copy.layout.grid.rows:
            article = ending.made.copy.article
            span = article.blocks[-1].span if article.blocks else article.span
            yield Finding("A524", f"The page ends {ending.short} rows short.", span, _hint(ending), str(ending.page))


def _hint(ending: Ending) -> str:
    copy = ending.made.copy
    ways = []
    if ending.is_last:
        columns = ending.made.fitted.variant.columns
        words = rounded(ending.short * columns * words_to_a_line(copy, columns))
        ways.append(f"add about {words} words to {copy.article.path}")
    ways += [f"give {copy.article.photos[number].file} size: {size}" for number, size in _larger(ending)]
    if ending.is_last:
        ways.append("name a filler in the manifest (fillers:)")
    elif not ways:
        ways.append(f"divide the block of {copy.article.path} that goes over to the next page")
    return alternatives(ways)


def _larger(ending: Ending) -> list[tuple[int, str]]:
    """Photos of the article with a larger size class by which its pages are filled."""
    copy, variant = ending.made.copy, ending.made.fitted.variant
    classes = copy.layout.record.photo_sizes
    sizes = dict(copy.named(fit.units) for fit in variant.photos)
    found = []
    for number, size in sizes.items():
        larger = [name for name, record in classes.items() if record.modules > classes[size].modules]
        for name in sorted(larger, key=lambda name: classes[name].modules):
            if any(_fills(option, ending) for option in fitted(Edited(copy, sizes={**sizes, number: name}))):
                found.append((number, name))
                break
    return found[:MOST_OFFERED]


def _fills(option: Fitted, ending: Ending) -> bool:
    """Whether the article, so made up, takes the same pages and leaves none of them short."""
    rows, sheets = ending.made.copy.layout.grid.rows, option.sheets
    ends = [sheet.end + (0 if number else ending.made.row) for number, sheet in enumerate(sheets)]
    feet = [ending.foot if number == ending.sheet else rows for number in range(len(sheets))]
    short = [foot - end for foot, end in zip(feet, ends, strict=True)]
    return len(sheets) == len(ending.made.fitted.sheets) and all(0 <= s <= MOST_SHORT * rows for s in short)
