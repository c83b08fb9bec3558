"""Text runs round photos: no line touches one, each is set to what its row leaves, and no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.copyfit import Copy, Fitted, fitted, lay, levelled
from pipeline.page import AnchorItem, TextItem
from tests.issue_desk import Desk, new_desk
from tests.layout_desk import faults, voice
from tests.runaround_desk import (
    TEMPLATE,
    Set,
    Sheet,
    article,
    beside,
    copy_of,
    desk_with,
    laid,
    letters_of,
    text,
)

HANG = 3.0  # points by which a hyphen or a quotation mark hangs out of its measure at most
some = settings(
    max_examples=12, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all generated articles."""
    return tmp_path_factory.mktemp("runaround")


def articles(folder: Path, seed: int, count: int, most: int) -> tuple[Copy, list[Fitted], str]:
    """A random article, the ways in which its text runs round the photo, and what it says."""
    paragraphs = text(seed, count, most)
    copy = copy_of(article(desk_with(new_desk(folder)), "\n\n".join(paragraphs)))
    return copy, beside(copy)[:6], " ".join(paragraphs)


random_articles = given(seed=st.integers(0, 9999), count=st.integers(4, 9), most=st.integers(30, 110))


def near(sheet: Sheet, copy: Copy) -> Iterator[Set]:
    """The lines on rows that the photo takes, or the white above and below it."""
    leading = copy.layout.grid.leading
    for box in sheet.insets:
        yield from (line for line in sheet.lines if box.top < line.y + 1 and line.y < box.bottom + leading + 1)


@random_articles
@some
def test_no_line_comes_nearer_to_a_photo_than_the_layout_asks(folder: Path, seed: int, count: int, most: int) -> None:
    copy, fits, _ = articles(folder, seed, count, most)
    white, leading = copy.layout.grid.gutter, copy.layout.grid.leading
    for fit in fits:
        for sheet in laid(copy, fit):
            for box in sheet.insets:
                for line in sheet.lines:
                    clear = line.y < box.top - copy.layout.grid.leading + copy.layout.grid.rise + 0.1
                    below = line.y > box.bottom + leading + 0.1
                    outside = line.right < box.left - white + HANG or line.left > box.right + white - HANG
                    assert clear or below or outside, line.item.line.text


@random_articles
@some
def test_every_word_stands_once_and_in_order(folder: Path, seed: int, count: int, most: int) -> None:
    copy, fits, said = articles(folder, seed, count, most)
    for fit in fits:
        assert letters_of(laid(copy, fit)) == "".join(said.split()).casefold()


@random_articles
@some
def test_lines_beside_a_photo_are_justified_to_what_is_left(folder: Path, seed: int, count: int, most: int) -> None:
    copy, fits, _ = articles(folder, seed, count, most)
    columns = copy.layout.right.columns(2)
    white = copy.layout.grid.gutter
    for fit in fits:
        for sheet in laid(copy, fit):
            last = {id(unit) for _, group in groupby(sheet.units, lambda u: u.passage) for unit in list(group)[-1:]}
            for line in near(sheet, copy):
                box = sheet.insets[0]
                left = 0.0 if line.column == 0 else box.right + white
                right = box.left - white if line.column == 0 else columns[1][0] + columns[1][1] - columns[0][0]
                indent = copy.layout.styles["body"].first_indent
                initial = line.item.line.segments[0].actual == "\n"
                assert initial or left - HANG <= line.left <= left + indent + 0.1
                if id(line.unit) not in last:
                    assert right - 0.1 <= line.right <= right + HANG, line.item.line.text


@random_articles
@some
def test_columns_part_no_line_alone_from_its_paragraph(folder: Path, seed: int, count: int, most: int) -> None:
    copy, fits, _ = articles(folder, seed, count, most)
    for fit in fits:
        runs: dict[object, list[int]] = {}
        for sheet in laid(copy, fit):
            for (passage, _), group in groupby(sheet.lines, lambda line: (line.unit.passage, line.column)):
                runs.setdefault(passage, []).append(len(list(group)))
        assert all(len(parts) == 1 or min(parts) > 1 for parts in runs.values())


def test_few_lines_beside_photos_have_wide_word_spaces(folder: Path) -> None:
    loose = lines = 0
    for seed in range(12):
        _, fits, _ = articles(folder, seed, 7, 90)
        for fit in fits:
            loose, lines = loose + fit.thread.loose, lines + fit.thread.beside
    assert lines > 200
    assert loose <= 0.05 * lines


def test_letters_beside_a_photo_are_spread_no_further_than_the_layout_says(folder: Path) -> None:
    copy, fits, _ = articles(folder, 3, 7, 90)
    assert fits
    spread = {
        round(segment.tracking, 1)
        for fit in fits
        for sheet in laid(copy, fit)
        for line in sheet.lines
        for segment in line.item.line.segments
        if line.unit.passage and not line.unit.passage.opens
    }
    assert max(spread) <= 8.2
    assert min(spread) >= -8.2
    assert len(spread) > 2


def test_lines_beside_a_photo_are_scaled_by_two_per_cent_at_most(folder: Path) -> None:
    copy, fits, _ = articles(folder, 3, 7, 90)
    scales = [line.item.line.scale for fit in fits for sheet in laid(copy, fit) for line in sheet.lines]
    assert scales
    assert all(0.98 - 1e-6 <= scale <= 1.02 + 1e-6 for scale in scales)


def test_a_list_or_a_table_stands_beside_no_photo(desk: Desk) -> None:
    paragraphs = text(8, 6, 60)
    items = "\n".join(f"- point {n} of the list, which is long enough for a line of the column" for n in range(9))
    body = "\n\n".join([*paragraphs[:3], items, *paragraphs[3:]])
    copy = copy_of(article(desk_with(desk), body))
    for fit in beside(copy):
        for sheet in laid(copy, fit):
            kinds = [unit for unit in sheet.units if unit.kind == "line" and unit.passage is None]
            beside_it = [u for u in kinds if any(abs(getattr(i, "x", 0.0)) > 60 for i in u.items)]
            assert not beside_it


def test_a_footnote_goes_with_its_mark_when_its_line_is_set_anew(desk: Desk) -> None:
    paragraphs = text(4, 8, 70)
    paragraphs[2] += " It ends with a mark[^1]."
    body = "\n\n".join([*paragraphs, "[^1]: The note says this."])
    copy = copy_of(article(desk_with(desk), body))
    fits = beside(copy)
    assert fits
    for fit in fits:
        noted = [unit for sheet in laid(copy, fit) for unit in sheet.units if unit.notes]
        assert len(noted) == 1
        (line,) = (item for item in noted[0].items if isinstance(item, TextItem))
        assert [run.text for s in line.line.segments if s.rise for run, _ in s.runs] == ["1"]
        anchors = [item.name for item in noted[0].items if isinstance(item, AnchorItem)]
        assert anchors == ["articles/almaty.md/mark-1"]


def test_an_initial_keeps_its_place_above_a_photo(desk: Desk) -> None:
    paragraphs = text(21, 6, 90)
    paragraphs[0] += " " + paragraphs[1]
    copy = copy_of(article(desk_with(desk), "\n\n".join(paragraphs)))
    fits = beside(copy)
    assert fits
    for fit in fits:
        first = next(laid(copy, fit)).lines[0]
        assert first.item.line.segments[0].size > 2 * copy.layout.styles["body"].size


def test_a_size_that_leaves_too_little_beside_it_is_an_error_that_says_what_would_do(desk: Desk) -> None:
    own = {**voice(), "templates": {"island": {**TEMPLATE, "insets": ["wide"], "pull": 0}}}
    (fault,) = faults(desk, {**own, "runaround": {"least_measure": "50mm"}})
    assert fault == (
        "E404  What is 8 modules wide leaves 26 mm for the text beside it in 'island', and least_measure is 50 mm.  "
        "At most 4 modules fit; or give a smaller least_measure under runaround."
    )


def test_a_template_in_whose_columns_nothing_fits_says_so(desk: Desk) -> None:
    island = {**TEMPLATE, "columns": 3, "lead": ["wide"], "others": ["third"]}
    own = {**voice(), "templates": {"island": island}, "runaround": {"least_measure": "57mm"}}
    found = faults(desk, own)
    assert len(found) == 2
    assert all("Nothing fits: give it fewer columns; or give a smaller least_measure" in fault for fault in found)


def test_an_inset_of_no_size_class_is_an_error_that_names_those_there_are(desk: Desk) -> None:
    (fault,) = faults(desk, {**voice(), "templates": {"island": {**TEMPLATE, "insets": ["thrid"]}}})
    assert fault.startswith("E402")
    assert "third" in fault


def test_an_editor_may_ask_for_a_size_that_text_runs_round(desk: Desk) -> None:
    front = 'photos:\n  - {file: photos/a.jpg, size: third, caption: "A lake.", credit: "C. D.", alt: "A lake."}\n'
    copy = copy_of(article(desk_with(desk), "\n\n".join(text(2, 8)), front))
    fits = list(fitted(copy))
    assert fits
    assert all(fit.variant.insets and fit.variant.insets[0].units.width < 170 for fit in fits)


def test_a_subhead_stands_in_the_measure_that_its_row_leaves(folder: Path) -> None:
    seen = set()
    for seed in range(8):
        paragraphs = text(seed, 9, 70)
        body = "\n\n".join(part for n, p in enumerate(paragraphs) for part in ((f"## Head {n}", p) if n % 2 else (p,)))
        copy = copy_of(article(desk_with(new_desk(folder)), body))
        columns = copy.layout.right.columns(2)
        for fit in beside(copy)[:8]:
            made = levelled(copy, fit)
            assert made.sheets[-1].stops[-1] == len(made.galley)
            for page, number in zip(lay(copy, fit), range(len(fit.sheets)), strict=True):
                inset = next((inset for inset in fit.variant.insets if inset.page == number), None)
                for placed in (p for p in page if p.unit.kind == "subhead"):
                    x = {item.x for item in placed.unit.items if isinstance(item, TextItem)}
                    right = inset.x(columns) + inset.units.width + 12.7559 - columns[1][0] if inset else 0.0
                    assert all(abs(own) < 0.1 or abs(own - right) < 0.1 for own in x), x
                    seen.add(max(x) > 1)
    assert seen == {True, False}
