"""The rules of the trade on the pages of the sample and of generated issues: no widow, orphan or stranded subhead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pytest

from pipeline.page import ARTIFACTS, LinkItem, Page, PictureItem, SuppliedItem, TextItem
from pipeline.paginate.maker import Maker
from pipeline.project import Project
from tests import generated
from tests.ink import Leaf, leaves
from tests.specimen import Specimen, finished

SEEDS = (1, 5, 24, 108, 3021)
Place = tuple[int, float]
"""A page's number and the x of a column's left edge."""


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory, sample: Specimen) -> dict[str, Specimen]:
    """The sample and a few generated issues."""
    root = tmp_path_factory.mktemp("makeup")
    found = {"sample": sample}
    for seed in SEEDS:
        generated.Issue.of(seed).write(root, f"seed-{seed}")
        found[f"seed {seed}"] = finished(Project(root), f"seed-{seed}")
    return found


def of_articles(specimen: Specimen) -> Iterator[tuple[Page, TextItem]]:
    """The lines of articles, page by page, furniture left out."""
    for page in specimen.makeup.pages:
        if page.kind == "article":
            yield from ((page, i) for i in page.items if isinstance(i, TextItem) and i.role not in ARTIFACTS)


def columns_of(specimen: Specimen, path: str) -> Mapping[Place, list[TextItem]]:
    """The lines of an article's text by the column in which they stand, from above."""
    found: dict[Place, list[TextItem]] = defaultdict(list)
    for page, item in of_articles(specimen):
        name, _, number = item.block.partition("#")
        if name == path and number[0].isdigit():
            found[page.number, _column(specimen, page, item.x)].append(item)
    return {place: sorted(lines, key=lambda line: line.y) for place, lines in found.items()}


def _column(specimen: Specimen, page: Page, x: float) -> float:
    """The nearest column edge at or left of ``x``, of two or three columns."""
    geometry = specimen.layout.geometry(left_hand=page.left_hand)
    edges = {round(left, 1) for count in _counts(specimen, page) for left, _ in geometry.columns(count)}
    return max((edge for edge in edges if edge <= x + 7), default=min(edges))


def _counts(specimen: Specimen, page: Page) -> set[int]:
    """How many columns the articles of the page have, told by where their lines begin."""
    geometry = specimen.layout.geometry(left_hand=page.left_hand)
    starts = {round(i.x, 1) for i in page.items if isinstance(i, TextItem) and i.role == "P" and i.block[-1].isdigit()}
    third = round(geometry.columns(3)[1][0], 1)
    return {3} if any(abs(x - third) < 7 for x in starts) else {2}


def divided(specimen: Specimen) -> Iterator[tuple[str, list[int]]]:
    """Each paragraph that more than one column holds: its block, and how many of its lines each column has."""
    counts: dict[str, dict[Place, int]] = defaultdict(lambda: defaultdict(int))
    for page, item in of_articles(specimen):
        if item.role in {"P", "LBody"} and item.block.rpartition("#")[2][0].isdigit():
            counts[item.block][page.number, _column(specimen, page, item.x)] += 1
    for block, places in counts.items():
        if len(places) > 1:
            yield block, list(places.values())


def test_paragraphs_are_divided_so_that_no_line_of_them_is_alone(specimens: Mapping[str, Specimen]) -> None:
    seen = 0
    for name, specimen in specimens.items():
        for block, lines in divided(specimen):
            assert min(lines) >= 2, f"{name}: {block} has {lines} lines in its columns"
            seen += 1
    assert seen > 20


def test_a_subhead_is_never_the_last_thing_in_its_column(specimens: Mapping[str, Specimen]) -> None:
    subheads = 0
    for name, specimen in specimens.items():
        for section in specimen.issue.sections:
            for article in section.articles:
                for place, lines in columns_of(specimen, article.path).items():
                    heads = [
                        line for line in lines if line.role in {"H3", "H4", "H5"} and not _ends_a_box(specimen, line)
                    ]
                    subheads += len(heads)
                    for head in heads:
                        below = [line for line in lines if line.y > head.y and line.block != head.block]
                        assert below, f"{name}, page {place[0]}: {head.line.text}"
    assert subheads > 10


def _ends_a_box(specimen: Specimen, head: TextItem) -> bool:
    """Whether the author wrote nothing behind the subhead in its box or pull quote."""
    assert head.span
    path = head.span.file.removeprefix(f"{specimen.issue.folder}/")
    lines = specimen.issue.files[path].read_text().split("\n")
    return lines[head.span.line :][:1] == [":::"]


def test_widows_and_orphans_are_not_in_the_pdf_either(sample: Specimen) -> None:
    """Every line is read back at the place where the makeup has it, so that what holds there holds on paper."""
    read = leaves(sample.data)
    for page, item in of_articles(sample):
        leaf = read[page.number - 1]
        assert _has(leaf, item), f"page {page.number}: {item.line.text}"


def _has(leaf: Leaf, item: TextItem) -> bool:
    """Whether the first stretch of the line that speaks for itself (not a drop cap, not a space) is read there."""
    for segment in item.line.segments:
        said = segment.runs[0][0].text
        if not segment.actual and said.strip():
            near = [
                c for c in leaf.letters if abs(c.y - item.y + segment.rise) < 1 and abs(c.x - item.x - segment.x) < 2
            ]
            return any(chr(letter.code).casefold() == said[0].casefold() for letter in near)
    return True


def test_columns_of_a_page_that_the_text_runs_over_end_within_two_rows(specimens: Mapping[str, Specimen]) -> None:
    for name, specimen in specimens.items():
        grid = specimen.layout.grid
        for page in specimen.makeup.pages:
            if page.kind == "article":
                foot = specimen.layout.geometry(left_hand=page.left_hand).area.bottom
                deepest = max(_depths(page))
                assert deepest <= foot + 0.1, f"{name}, page {page.number}"
                assert deepest > foot - grid.rows * grid.leading, f"{name}, page {page.number} is empty"


def _depths(page: Page) -> list[float]:
    lines = [i.y for i in page.items if isinstance(i, TextItem) and i.role not in ARTIFACTS]
    return lines + [i.box.bottom for i in page.items if isinstance(i, PictureItem)]


def test_every_article_begins_once_and_all_come_in_the_order_of_the_manifest(
    specimens: Mapping[str, Specimen],
) -> None:
    for name, specimen in specimens.items():
        heads = [item.block for _, item in of_articles(specimen) if item.block.endswith("#headline")]
        wanted = [f"{a.path}#headline" for section in specimen.issue.sections for a in section.articles]
        assert list(dict.fromkeys(heads)) == wanted, name


def test_every_photo_of_every_article_is_on_a_page_of_that_article_once(specimens: Mapping[str, Specimen]) -> None:
    for name, specimen in specimens.items():
        placed = [i for page in specimen.makeup.pages if page.kind == "article" for i in _pictures(page)]
        wanted = sorted(p.file for section in specimen.issue.sections for a in section.articles for p in a.photos)
        assert sorted(i.picture for i in placed) == wanted, name
        for section in specimen.issue.sections:
            for article in section.articles:
                own = {n for n, path in _where(specimen) if path == article.path}
                for photo in article.photos:
                    pages = [p.number for p in specimen.makeup.pages for i in _pictures(p) if i.picture == photo.file]
                    assert own & set(pages), f"{name}: {photo.file}"


def _pictures(page: Page) -> list[PictureItem]:
    return [item for item in page.items if isinstance(item, PictureItem)]


def _where(specimen: Specimen) -> Sequence[tuple[int, str]]:
    return [(page.number, item.block.partition("#")[0]) for page, item in of_articles(specimen)]


def test_every_photo_of_the_gallery_is_there_in_order(specimens: Mapping[str, Specimen]) -> None:
    for name, specimen in specimens.items():
        gallery = specimen.issue.manifest.gallery
        pages = [page for page in specimen.makeup.pages if page.kind == "gallery"]
        wanted = [photo.file for photo in gallery.photos] if gallery else []
        assert [i.picture for page in pages for i in _pictures(page)] == wanted, name


def test_an_advert_fills_a_page_of_its_own_right_after_the_article_it_follows(sample: Specimen) -> None:
    advert = sample.issue.manifest.adverts[0]
    page = next(page for page in sample.makeup.pages if page.kind == "advert")
    supplied = next(item for item in page.items if isinstance(item, SuppliedItem))
    assert supplied.file == advert.file
    assert supplied.box == sample.layout.right.trim
    assert supplied.bleeds
    before = [path for number, path in _where(sample) if number == page.number - 1]
    assert before[-1] == advert.after
    following = [path for number, path in _where(sample) if number > page.number]
    assert advert.after not in following


def test_pages_are_numbered_through_and_left_and_right_take_turns(specimens: Mapping[str, Specimen]) -> None:
    for specimen in specimens.values():
        pages = specimen.makeup.pages
        assert [page.number for page in pages] == list(range(1, len(pages) + 1))
        assert [page.left_hand for page in pages] == [page.number % 2 == 0 for page in pages]


def test_every_link_inside_leads_to_an_anchor_that_there_is(specimens: Mapping[str, Specimen]) -> None:
    for specimen in specimens.values():
        items = [item for page in specimen.makeup.pages for item in page.items]
        anchors = {item.name for item in items if hasattr(item, "name")}
        assert {i.href[1:] for i in items if isinstance(i, LinkItem) and i.href.startswith("#")} <= anchors


def test_page_numbers_are_foretold_so_that_pages_are_made_once(specimens: Mapping[str, Specimen]) -> None:
    specimen = specimens["seed 5"]
    maker = Maker(specimen.issue, specimen.layout, None, "")
    foretold = maker.numbers()
    assert any(len(pages) > 1 for _, pages in maker.laid.values())
    assert maker.make(foretold)[2] == foretold
