"""Copyfitting: the arithmetic of a variant agrees with what is then laid, for every variant of generated articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from pipeline.copyfit import Copy, Fitted, Levelled, Placed, fitted, lay, levelled
from pipeline.copyfit.values import BAND_GAP
from pipeline.diagnostic import Finding
from pipeline.galley import Galley, Tongue, Typesetter
from pipeline.issue import load
from pipeline.page import TextItem
from pipeline.paginate.plan import Break, Budget, Position, plan
from pipeline.project import Project
from tests import generated
from tests.specimen import Specimen

SOME = 25
quick = settings(
    max_examples=10, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate)
)


def copies(root: Path, seed: int) -> list[Copy]:
    """The articles of a generated issue."""
    name = f"seed-{seed}"
    if not (root / "issues" / name).exists():
        generated.Issue.of(seed).write(root, name)
    issue, report = load(Project(root), name)
    assert issue, [str(f) for f in report]
    assert issue.layout
    setter = Typesetter(issue.layout, Tongue(issue.manifest.language, Project(root).cache))
    return [Copy(setter, a, issue.pictures, "April") for section in issue.sections for a in section.articles]


def tried(copy: Copy) -> Iterator[Fitted]:
    """Some of the variants, from the first on, and some from far behind."""
    options = list(fitted(copy))
    assert options, copy.article.path
    yield from islice(options, 0, None, max(len(options) // SOME, 1))


@given(seed=generated.seeds)
@quick
def test_the_rows_that_arithmetic_foretells_are_those_that_are_laid(root: Path, seed: int) -> None:
    for copy in copies(root, seed):
        rows = copy.layout.grid.rows
        for option in tried(copy):
            pages = lay(copy, option)
            assert len(pages) == len(option.sheets)
            for page, sheet in zip(pages, option.sheets, strict=True):
                deepest = max(placed.row + placed.unit.rows for placed in page)
                assert deepest <= sheet.end <= rows
                assert min(placed.row for placed in page) >= 0
            assert option.end == option.sheets[-1].end


@given(seed=generated.seeds)
@quick
def test_no_two_units_of_a_column_overlap(root: Path, seed: int) -> None:
    for copy in copies(root, seed):
        for option in tried(copy):
            for page in lay(copy, option):
                columns: dict[float, list[Placed]] = defaultdict(list)
                for placed in page:
                    columns[round(placed.x, 1)].append(placed)
                for column in columns.values():
                    in_order = sorted(column, key=lambda placed: placed.row)
                    for one, other in pairwise(in_order):
                        assert one.row + one.unit.rows <= other.row, copy.article.path


@given(seed=generated.seeds)
@quick
def test_every_unit_of_the_text_and_every_photo_is_laid_once_in_order(root: Path, seed: int) -> None:
    for copy in copies(root, seed):
        for option in tried(copy):
            laid = [placed.unit for page in lay(copy, option) for placed in page]
            heads = [unit for unit in laid if unit.kind == "head"]
            assert len(heads) == 1
            photos = [i.picture for unit in laid for i in unit.items if hasattr(i, "picture")]
            assert sorted(photos) == sorted(p.file for p in copy.article.photos)
            galley = levelled(copy, option).galley
            own = {id(unit) for unit in galley.units}
            text = [unit for unit in laid if id(unit) in own and unit.kind != "photo"]
            assert text == [unit for unit in galley.units if unit.kind != "photo"]
            if option.variant.pulled < 0:  # a pull quote with the text round it is in no galley
                assert said(galley) == said(copy.galley(option.variant.columns, option.variant.streamed))
            notes = [note for unit in galley.units for note in unit.notes]
            assert [unit for unit in laid if unit.kind == "note" and id(unit) not in own] == notes


def said(galley: Galley) -> str:
    """The letters of a galley, whichever way its words are divided."""
    lines = (i.line.text for unit in galley.units for i in unit.items if isinstance(i, TextItem))
    return "".join(lines).replace("\u00ad", "").replace(" ", "")


@given(seed=generated.seeds)
@quick
def test_levelled_columns_end_on_one_row_and_no_page_is_deeper_for_it(root: Path, seed: int) -> None:
    """What cannot be levelled stays as it was filled; where it says that it is level, each column reaches its foot."""
    for copy in copies(root, seed):
        for option in tried(copy):
            made = levelled(copy, option)
            assert [sheet.end for sheet in made.sheets] == [sheet.end for sheet in option.sheets]
            if made.level and not option.variant.insets:
                assert all(len(ends) == 1 for ends in column_ends(made))


def column_ends(made: Levelled) -> Iterator[set[int]]:
    """The rows of each page on which its columns end, counted from the head of the columns; photos count."""
    start = 0
    for sheet in made.sheets:
        ends = set()
        for head, foot, stop in zip(sheet.heads, sheet.feet, sheet.stops, strict=True):
            filled = made.galley.depth(start, stop)
            gap = BAND_GAP if (head or foot) and not filled else 0
            ends.add(min(head + filled + foot - gap, sheet.height))
            start = stop
        yield ends


def planned(copies: Sequence[Copy], budget: Budget | None = None) -> tuple[dict[Copy, Position], tuple[Finding, ...]]:
    return plan(copies, copies[0].layout.grid.rows, budget or Budget())


@given(seed=generated.seeds)
@quick
def test_the_plan_loses_no_article_and_shares_a_page_only_where_all_of_it_fits(root: Path, seed: int) -> None:
    own = copies(root, seed)
    rows = own[0].layout.grid.rows
    positions, findings = planned(own)
    assert findings == ()
    assert list(positions) == own or sorted(map(id, positions)) == sorted(map(id, own))
    end = 0
    for copy in own:
        position = positions[copy]
        if position.row:
            assert position.row > end > 0
            assert position.row + position.fitted.sheets[0].end <= rows
        alone = len(position.fitted.sheets) == 1
        end = position.fitted.end + (position.row if alone else 0)
        assert end <= rows


@given(seed=generated.seeds)
@quick
def test_what_follows_a_break_begins_on_a_new_page(root: Path, seed: int) -> None:
    own = copies(root, seed)
    steps: list[Copy | Break] = [step for copy in own for step in (copy, Break(1))]
    positions, _ = plan(steps, own[0].layout.grid.rows, Budget())
    assert [positions[copy].row for copy in own] == [0] * len(own)


def test_the_plan_of_the_sample_is_the_same_however_often_it_is_made(sample: Specimen) -> None:
    def made() -> list[tuple[str, int, int]]:
        setter = Typesetter(sample.layout, Tongue("en-GB"))
        own = [Copy(setter, a, sample.issue.pictures, "April") for a in sample.issue.sections[0].articles]
        positions, _ = planned(own)
        return [(c.article.path, positions[c].row, positions[c].fitted.end) for c in own]

    assert made() == made()


@pytest.mark.parametrize("multiple", [1, 2, 4])
def test_the_sample_is_planned_to_a_multiple_of_pages_within_the_budget(sample: Specimen, multiple: int) -> None:
    setter = Typesetter(sample.layout, Tongue("en-GB"))
    own = [Copy(setter, a, sample.issue.pictures, "May") for a in sample.issue.sections[1].articles]
    positions, _ = planned(own, Budget(3, multiple, 60))
    pages = sum(len(positions[c].fitted.sheets) - (positions[c].row > 0) for c in own)
    assert (pages + 3) % multiple == 0
    assert pages + 3 <= 60
