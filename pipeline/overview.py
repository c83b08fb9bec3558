"""The overview: the whole issue as one picture of its spreads, from the pages as they were made up.

Photos are shown, type is grey, supplied pages are a tint; nothing is painted as in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.issue import Issue
from pipeline.measure import Box
from pipeline.page import FillItem, Item, Makeup, Page, PictureItem, RuleItem, SuppliedItem, TextItem
from pipeline.picture import Delivery, Leaf, Patch, rendition, sheet_of
from pipeline.project import Project

PPI, QUALITY = 30.0, 80
TYPE, SUPPLIED = 0.55, (0.82, 0.78, 0.66)
ASCENT, BAR = 0.6, 0.45  # of the size of type: how far above the baseline its bar begins, and how deep it is


def spreads_of(pages: Sequence[Page]) -> Iterator[tuple[Page | None, Page | None]]:
    """Left-hand page and right-hand page, as the open issue shows them."""
    waiting: Page | None = None
    for page in pages:
        if page.left_hand:
            if waiting:
                yield waiting, None
            waiting = page
        else:
            yield waiting, page
            waiting = None
    if waiting:
        yield waiting, None


def labels_of(page: Page, names: Mapping[str, str]) -> list[str]:
    """What begins on the page, or else what kind of page it is; ``names`` are shown for anchors so called."""
    begun = [names[name] for item in page.items if (name := getattr(item, "name", "")) in names]
    return begun or ([] if page.kind == "article" else [page.kind])


def overview(project: Project, issue: Issue, makeup: Makeup, names: Mapping[str, str]) -> bytes:
    """A PNG of all spreads; Fault E300 to E306 for a photo that cannot be shown."""

    def leaf(page: Page | None) -> Leaf | None:
        if page is None:
            return None
        patches = tuple(patch for item in page.items for patch in _patches(project, issue, item))
        return Leaf(patches, (page.folio, *labels_of(page, names)))

    spreads = [(leaf(left), leaf(right)) for left, right in spreads_of(makeup.pages)]
    return sheet_of(spreads, makeup.width, makeup.height)


def _patches(project: Project, issue: Issue, item: Item) -> Iterator[Patch]:
    if isinstance(item, PictureItem):
        file, picture = issue.files[item.picture], issue.pictures[item.picture]
        delivery = Delivery(PPI, QUALITY)
        made = rendition(file, picture, item.crop, item.box.width, item.box.height, delivery, project.cache)
        yield Patch(item.box, photo=made)
    elif isinstance(item, SuppliedItem):
        yield Patch(item.box, SUPPLIED)
    elif isinstance(item, FillItem):
        yield Patch(item.box, item.swatch.srgb, (item.opacity + item.fade_to) / 2)
    elif isinstance(item, RuleItem):
        box = Box(item.x0, item.y0, item.x1 - item.x0, item.y1 - item.y0)
        yield Patch(box, item.swatch.srgb, min(item.weight, 1.0))
    elif isinstance(item, TextItem):
        for segment in item.line.segments:
            box = Box(item.x + segment.x, item.y - segment.size * ASCENT, segment.width, segment.size * BAR)
            yield Patch(box, segment.swatch.srgb, TYPE)
