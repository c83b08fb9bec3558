"""A generated issue built and judged from its PDF: what is empty, what is lost, what stands on another or out of place.

``judged`` does one issue, ``all_judged`` many, shared out over the machine's cores.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium

from pipeline.build import BuildOptions, make_up
from pipeline.edition import screen_edition
from pipeline.issue import load
from pipeline.layout import Layout, PageGeometry
from pipeline.measure import Box
from pipeline.page import Makeup, Page, PictureItem, TextItem
from tests.generated import Issue
from tests.periodicals import periodical
from tests.printed import Printed, Type, hole_share, printed
from tests.reading import missing, plain

INNER = ("contents", "foreword", "article", "gallery")
HANG = 0.6  # of the size: marks and letters that hang in the margin reach so far
TOUCH = 0.1  # points
SELDOM = 1_000_000  # new objects between two searches for rings of them
EACH = 50  # issues between two sets of processes, so that none grows large


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be said of an issue: the hole share of each inner page, and faults by kind, each with its page."""

    seed: int
    holes: dict[int, float] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        """The faults of one kind, as a reader of the test wants them."""
        return [f"seed {self.seed}: {fault}" for fault in self.faults.get(kind, ())]

    @property
    def worst(self) -> str:
        """The emptiest pages."""
        if not self.holes:
            return f"seed {self.seed}: refused"
        pages = sorted(self.holes, key=lambda n: -self.holes[n])[:4]
        shares = ", ".join(f"p{n} {self.holes[n]:.0%}" for n in pages)
        return f"seed {self.seed}: mean {mean(self.holes.values()):.1%}, {shares}"


def all_judged(seeds: Sequence[int]) -> list[Judged]:
    """Each of those issues."""
    workers = cpu_count() or 1
    return [
        issue for start in range(0, len(seeds), EACH) for issue in _shared_out(seeds[start : start + EACH], workers)
    ]


def _shared_out(seeds: Sequence[int], workers: int) -> Iterator[Judged]:
    with ProcessPoolExecutor(min(workers, len(seeds)), get_context("spawn"), gc.set_threshold, (SELDOM,)) as pool:
        yield from pool.map(judged, seeds)


def judged(seed: int) -> Judged:
    """One of them."""
    with TemporaryDirectory() as folder:
        return _judged(seed, Path(folder))


def _judged(seed: int, folder: Path) -> Judged:
    written = periodical(seed)
    name = f"seed-{seed}"
    project = written.write(folder, name)
    issue, loaded = load(project, name)
    assert issue, [str(finding) for finding in loaded]
    assert issue.layout
    makeup, found = make_up(project, issue, BuildOptions(photos="original"))
    if found.refuses:
        errors = [str(finding) for finding in found if finding.severity == "error"]
        return Judged(seed, {}, {"refused": errors})
    document = pdfium.PdfDocument(screen_edition(project, issue, makeup, original=True))
    leaves = printed(document)
    document.close()
    return Judged(seed, *verdict(written, makeup, issue.layout, leaves))


def verdict(
    written: Issue, makeup: Makeup, layout: Layout, leaves: Sequence[Printed]
) -> tuple[dict[int, float], dict[str, list[str]]]:
    """The hole shares and the faults of an issue as it was written, made up and printed."""
    areas = [layout.geometry(left_hand=page.left_hand).area for page in makeup.pages]
    texts = [leaf.text(area) for leaf, area in zip(leaves, areas, strict=True)]
    holes, faults = {}, {"lost": list(_lost(written, makeup, texts)), "torn": list(_torn(makeup.pages, layout))}
    for kind in ("overlaps", "outside", "off the grid"):
        faults[kind] = []
    for page, leaf in zip(makeup.pages, leaves, strict=True):
        geometry = layout.geometry(left_hand=page.left_hand)
        beyond = [piece.text for piece in leaf.type if not geometry.trim.contains(piece.box)]
        faults["outside"] += [f"page {page.number}: “{text}” leaves the trim" for text in beyond]
        if page.kind not in INNER:
            continue
        holes[page.number] = hole_share(leaf, geometry.area)
        faults["overlaps"] += [f"page {page.number}: {what}" for what in leaf.collisions()]
        faults["lost"] += [f"page {page.number}: {what}" for what in _unseen(page, leaf)]
        if page.kind == "article":
            faults["outside"] += [f"page {page.number}: {what}" for what in _outside(leaf, geometry, layout)]
            faults["off the grid"] += [f"page {page.number}: {what}" for what in _off_grid(leaf, geometry, layout)]
    return holes, faults


def _lost(written: Issue, makeup: Makeup, pages: Sequence[str]) -> Iterator[str]:
    """Words that the pages do not say, or not in their order, and photos that are on no page."""
    everything = plain(" ".join(pages))
    text = plain(" ".join(t for t, page in zip(pages, makeup.pages, strict=True) if page.kind == "article"))
    own = [article for article in written.articles if "foreword" not in article.path]
    starts = [text.find(plain(article.title)) for article in own]
    yield from (f"{a.path}: its title" for a, start in zip(own, starts, strict=True) if start < 0)
    for article, (start, end) in zip(own, pairwise([*starts, len(text)]), strict=True):
        above, told = article.head[0], article.head[article.head.index(article.title) :]
        if above != article.title and not text[:start].rstrip().endswith(plain(above)):
            yield f"{article.path}: {above}, above its title"
        for passage in ((*told, *article.body), *article.notes):
            yield from (f"{article.path}: {lost}" for lost in missing(text[start:end], passage))
        # A photo may stand above the title, with its caption.
        yield from (f"{article.path}: {caption}" for caption in article.captions if missing(text, [caption]))
    for article in set(written.articles) - set(own):
        yield from (f"{article.path}: {lost}" for lost in missing(everything, (*article.head, *article.body)))
    placed = {item.picture for page in makeup.pages for item in page.items if isinstance(item, PictureItem)}
    yield from (f"{path} is on no page" for path, _ in written.photos if path not in placed)


def _unseen(page: Page, leaf: Printed) -> Iterator[str]:
    """Photos that the page has and its print has not, or elsewhere."""
    for item in page.items:
        if isinstance(item, PictureItem) and not any(_same(item.box, seen) for seen in leaf.pictures):
            yield f"{item.picture} is not seen at its place"


def _same(one: Box, other: Box) -> bool:
    return one.grown(TOUCH).contains(other) and other.grown(TOUCH).contains(one)


# ---------------------------------------------------------------------- places


def _outside(leaf: Printed, geometry: PageGeometry, layout: Layout) -> Iterator[str]:
    """What of an article's page is neither in the type area nor furniture in the margin; and type out of its column."""
    area, body = geometry.area, layout.styles["body"].size
    counts = {template.columns for template in layout.record.templates.values()}
    columns = [Box(x, area.top, width, area.height) for n in counts for x, width in geometry.columns(n)]
    for picture in leaf.pictures:
        edges = [column.left for column in columns], [column.right for column in columns]
        if not area.contains(picture, TOUCH):
            yield f"a picture at {picture.left:.0f}, {picture.top:.0f} leaves the type area"
        elif not all(
            any(abs(x - e) < TOUCH for e in own) for x, own in zip((picture.left, picture.right), edges, strict=True)
        ):
            yield f"a picture from {picture.left:.1f} to {picture.right:.1f} stands on no columns"
    for piece in leaf.type:
        if _in_margin(piece, area):
            continue
        frames = columns if abs(piece.size - body) < 0.01 else [area]
        if piece.y > area.bottom + TOUCH or not any(_hung(frame, piece.size).contains(piece.box) for frame in frames):
            yield f"“{piece.text}” leaves its frame at {piece.x:.0f}, {piece.y:.0f}"


def _in_margin(piece: Type, area: Box) -> bool:
    return piece.box.bottom < area.top or piece.box.top > area.bottom + piece.size


def _hung(frame: Box, size: float) -> Box:
    """The frame with the room that letters may hang, rise and fall into."""
    return Box(frame.left - HANG * size, frame.top - HANG * size, frame.width + 2 * HANG * size, frame.height + size)


def _off_grid(leaf: Printed, geometry: PageGeometry, layout: Layout) -> Iterator[str]:
    """Lines of the body's size that stand on no baseline, and photos that begin or end between rows."""
    area, grid, body = geometry.area, geometry.grid, layout.styles["body"].size
    for piece in leaf.type:
        if abs(piece.size - body) < 0.01 and not _whole((piece.y - area.top - grid.rise) / grid.leading):
            yield f"“{piece.text}” stands at {piece.y:.2f}"
    for picture in leaf.pictures:
        if not _whole((picture.top - area.top) / grid.leading):
            yield f"a picture begins at {picture.top:.2f}"
        if not _whole((picture.bottom - area.top - grid.rise) / grid.leading):
            yield f"a picture ends at {picture.bottom:.2f}"


def _whole(rows: float) -> bool:
    return abs(rows - round(rows)) < 0.01


# ---------------------------------------------------------------------- paragraphs


def _torn(pages: Sequence[Page], layout: Layout) -> Iterator[str]:
    """Lone lines of a paragraph at the end or the beginning of a column, and subheads at its foot."""
    lines = [(page.number, item) for page in pages if page.kind == "article" for item in page.items
             if isinstance(item, TextItem) and "#" in item.block and not _initial(item, layout)]  # fmt: skip
    for _, own in groupby(lines, key=lambda line: line[1].block):
        pieces = _pieces(list(own))
        if len(pieces) > 1:
            for number, piece in pieces:
                if len(piece) == 1 and piece[0].role == "P":
                    yield f"page {number}: a line alone, “{piece[0].line.text}”"
    for (number, line), (following, other) in pairwise(lines):
        if line.role in {"H3", "H4"} and line.block != other.block and (number, line.y) >= (following, other.y):
            yield f"page {number}: a subhead at a foot, “{line.line.text}”"


def _initial(item: TextItem, layout: Layout) -> bool:
    return item.role == "P" and item.line.segments[0].size > 2 * layout.styles["body"].size


def _pieces(lines: list[tuple[int, TextItem]]) -> list[tuple[int, list[TextItem]]]:
    """The lines of a paragraph in each column that it stands in."""
    pieces: list[tuple[int, list[TextItem]]] = []
    for number, item in lines:
        if not pieces or pieces[-1][0] != number or item.y < pieces[-1][1][-1].y - TOUCH:
            pieces.append((number, []))
        pieces[-1][1].append(item)
    return pieces
