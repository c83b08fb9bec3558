"""Where things come on a sheet: creep, bleed, gaps and milling, marks, and the paper itself."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostic import Fault, Span
from pipeline.imposition import SHEETS, Side, Work, called, parse_sheet
from pipeline.imposition.layout import paper_for, sides_of
from pipeline.imposition.marks import marks_of
from pipeline.imposition.plan import plan
from pipeline.measure import MM
from pipeline.pdf import Area
from tests.imposition_desk import A4, A5, BLEED, CARD, dummy, folios, made, only
from tests.pdf_samples import pixel_at

WHITE = (255, 255, 255)


def sides(pages: int, size: tuple[float, float] = A5, **settings: Any) -> list[Side]:
    """The sides of the first file of a plan, in the order of printing."""
    work = Work(**settings)
    part = plan(pages, size, work, Span("dummy.pdf")).parts[0]
    paper = paper_for(part.sheets, size, work)
    return [side for sheet in part.sheets for side in sides_of(sheet, size, paper, work)]


def edges(area: Area) -> tuple[float, ...]:
    return tuple(round(edge, 6) for edge in area)


# ---------------------------------------------------------------------- creep


def test_pages_of_inner_sheets_are_drawn_to_the_spine_by_the_paper_round_them() -> None:
    paper = 0.5
    imposed = only(made(dummy(16), paper=paper))
    middle = imposed.paper[0] / 2
    for side in range(imposed.sides):
        left, right = sorted(folios(imposed.data, side), key=lambda f: f.x)
        round_it = side // 2
        assert middle - left.x == pytest.approx(A5[0] / 2 - round_it * paper, abs=0.01)
        assert right.x - middle == pytest.approx(A5[0] / 2 - round_it * paper, abs=0.01)


def test_a_separate_cover_counts_as_paper_round_the_pages() -> None:
    imposed = made(dummy(12), separate_cover=True, paper=0.5).files[0]
    left, right = sorted(folios(imposed.data, 0), key=lambda f: f.x)
    assert right.x - left.x == pytest.approx(A5[0] - 2 * 0.5, abs=0.01)


def test_inner_leaves_of_a_signature_creep_too() -> None:
    for side in sides(16, kind="signatures", paper=0.5, mill=0.0):
        for placed in side.placed:
            leaf = (placed.slot.page - 1) // 2
            fold = min(side.folds_across, key=lambda x: min(abs(x - placed.trim.left), abs(x - placed.trim.right)))
            spine = placed.trim.left if placed.slot.spine_at_left else placed.trim.right
            assert abs(spine - fold) == pytest.approx(0.5 * min(leaf, 7 - leaf))


def test_without_thickness_nothing_moves() -> None:
    lefts = {round(placed.trim.left, 6) for side in sides(40, paper=0.0) for placed in side.placed}
    assert len(lefts) == 2


# ---------------------------------------------------------------------- bleed


def test_bleed_is_shown_at_outer_edges_and_never_across_the_spine() -> None:
    for side in sides(24, paper=0.3):
        (fold,) = side.folds_across
        left, right = side.placed
        assert left.seen.right == pytest.approx(fold)
        assert right.seen.left == pytest.approx(fold)
        for placed in side.placed:
            assert placed.seen.top - placed.trim.top == pytest.approx(BLEED)
            assert placed.trim.bottom - placed.seen.bottom == pytest.approx(BLEED)
        assert left.trim.left - left.seen.left == pytest.approx(BLEED)
        assert right.seen.right - right.trim.right == pytest.approx(BLEED)


def test_the_bleed_of_the_file_is_there_in_print_and_no_more() -> None:
    imposed = only(made(dummy(4, slug=20.0), marks=False))
    block = Area(0, 0, 2 * A5[0], A5[1])
    x, y = (imposed.paper[0] - block.width) / 2, (imposed.paper[1] - block.height) / 2
    assert pixel_at(imposed.data, x - BLEED + 1, y - BLEED + 1) != WHITE
    assert pixel_at(imposed.data, x + block.width + BLEED - 1, y + block.height + BLEED - 1) != WHITE
    assert pixel_at(imposed.data, x - BLEED - 1, y + 100) == WHITE
    assert pixel_at(imposed.data, x + 100, y + block.height + BLEED + 1) == WHITE


def test_a_file_without_bleed_ends_at_the_trim() -> None:
    imposed = only(made(dummy(4, bleed=0.0), marks=False))
    y = (imposed.paper[1] - A5[1]) / 2
    assert pixel_at(imposed.data, imposed.paper[0] / 2 + 50, y + 1) != WHITE
    assert pixel_at(imposed.data, imposed.paper[0] / 2 + 50, y - 1.5) == WHITE


@given(
    pages=st.integers(1, 40),
    kind=st.sampled_from(["booklet", "signatures"]),
    bleed=st.floats(0, 20),
    gap=st.floats(0, 40),
    mill=st.floats(0, 20),
    paper=st.floats(0, 1),
)
def test_no_page_is_seen_over_another(
    pages: int, kind: Any, bleed: float, gap: float, mill: float, paper: float
) -> None:
    settings: dict[str, Any] = {"bleed": bleed, "gap": gap, "mill": mill, "paper": paper, "sheet": (5000.0, 5000.0)}
    for side in sides(pages, kind=kind, **settings):
        for one in side.placed:
            for other in side.placed:
                if one is not other:
                    apart = max(
                        other.seen.left - one.seen.right,
                        one.seen.left - other.seen.right,
                        other.seen.bottom - one.seen.top,
                        one.seen.bottom - other.seen.top,
                    )
                    assert apart >= -1e-6


def test_pages_cut_apart_have_the_gap_between_them_and_milled_spines_their_own() -> None:
    front = sides(16, kind="signatures", gap=20.0, mill=8.0, paper=0.0)[0]
    by_place = {(p.slot.row, p.slot.column): p for p in front.placed}
    bottom = [by_place[1, column].trim for column in range(4)]
    assert [round(b.left - a.right, 6) for a, b in pairwise(bottom)] == [16, 20, 16]
    assert by_place[0, 0].trim.bottom - by_place[1, 0].trim.top == pytest.approx(20)
    assert by_place[1, 0].seen.right - by_place[1, 0].trim.right == pytest.approx(8)


# ---------------------------------------------------------------------- paper


@pytest.mark.parametrize(
    "size,settings,sheet,landscape",
    [
        (A4, {}, "SRA3", True),
        (A5, {}, "SRA4", True),
        (A4, {"sheet": SHEETS["A3"]}, "A3", True),
        (A4, {"bleed": 0.0, "marks": False}, "A3", True),
        (A4, {"kind": "signatures", "signature": 8}, "SRA2", False),
        (A4, {"kind": "signatures", "signature": 16}, "SRA1", True),
        (A4, {"kind": "signatures", "signature": 32}, "SRA0", False),
        (A5, {"kind": "signatures", "signature": 16}, "SRA2", True),
        (CARD, {"kind": "cards"}, "SRA3", False),
        ((297 * MM, 210 * MM), {}, "SRA2", True),
    ],
)
def test_the_smallest_common_sheet_with_room_is_taken(
    size: tuple[float, float],
    settings: dict[str, Any],
    sheet: str,
    landscape: bool,  # noqa: FBT001 - a case
) -> None:
    side = sides(32, size, **settings)[0]
    assert called((side.width, side.height)) == sheet
    assert (side.width > side.height) is landscape


@pytest.mark.parametrize(
    "text,expected",
    [
        ("A3", (297, 420)),
        ("sra3", (320, 450)),
        ("450x320mm", (450, 320)),
        ("45 cm x 32cm", (450, 320)),
        ("13x19in", (330.2, 482.6)),
        ("tabloid", (279.4, 431.8)),
    ],
)
def test_sheets_are_read_as_printers_write_them(text: str, expected: tuple[float, float]) -> None:
    assert tuple(side / MM for side in parse_sheet(text)) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "A9", "450x320", "0x20mm", "9999x9999cm", "3x7x9mm", "-3x4mm"])
def test_what_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="sheet"):
        parse_sheet(text)


def test_a_sheet_that_is_too_small_is_a_finding_that_names_one_with_room() -> None:
    with pytest.raises(Fault) as caught:
        sides(8, A4, sheet=SHEETS["A4"])
    (finding,) = caught.value.findings
    assert finding.code == "E713"
    assert finding.message == "The pages side by side are 420 × 297 mm, which A4 has no room for."
    assert finding.hint == "Name a larger sheet: --sheet SRA3"


def test_pages_that_no_common_sheet_takes_are_a_finding_with_the_size_that_would_do() -> None:
    (finding,) = made(dummy(4, (700 * MM, 1000 * MM))).report
    assert finding.code == "E713"
    assert finding.hint.startswith("Give the size of the sheet, at least --sheet 1414x1014mm")
    (finding,) = made(dummy(1, A4), kind="cards", sheet=SHEETS["A5"]).report
    assert finding.code == "E713"
    assert finding.message == "A5 has no room for a page of 210 × 297 mm."
    assert finding.hint == "Name a larger sheet: --sheet SRA4"


def warnings(data: bytes, **settings: Any) -> list[str]:
    return [f"{f.code} {f.message}" for f in made(data, **settings).report]


def test_bleed_and_marks_without_room_are_told_of() -> None:
    no_bleed = "W716 A3 has no room for the bleed: what goes beyond the pages' edges is cut off by the paper's."
    no_marks = "W716 A3 has no room for marks on every side; where there is none they are left out."
    a3 = SHEETS["A3"]
    assert warnings(dummy(4, A4), sheet=a3) == [no_marks, no_bleed]
    assert warnings(dummy(4, A4), sheet=a3, marks=False) == [no_bleed]
    assert warnings(dummy(4, A4, bleed=0.0), sheet=a3) == [no_marks]
    assert warnings(dummy(4, A4, bleed=0.0), sheet=a3, marks=False) == []
    assert warnings(dummy(4, A4)) == []


# ---------------------------------------------------------------------- marks


def test_crop_marks_stand_at_every_cut_and_fold_lines_at_every_fold_outside_the_bleed() -> None:
    work = Work(paper=0.5)
    side = sides(8, paper=0.5)[2]
    marks = marks_of(side, work)
    left, right = side.placed
    upright = {(line.start[0], line.fold) for line in marks.lines if line.start[0] == line.end[0]}
    assert upright == {(left.trim.left, False), (right.trim.right, False), (side.folds_across[0], True)}
    level = {(line.start[1], line.fold) for line in marks.lines if line.start[1] == line.end[1]}
    assert level == {(side.block.bottom, False), (side.block.top, False)}
    printed = side.block.grown(BLEED)
    for line in marks.lines:
        for x, y in (line.start, line.end):
            assert not (printed.left < x < printed.right and printed.bottom < y < printed.top)
            assert 0 <= x <= side.width
            assert 0 <= y <= side.height


def test_head_folds_are_marked_at_the_sides_of_a_signature() -> None:
    side = sides(8, kind="signatures", signature=8)[0]
    folds = {
        line.start[1] for line in marks_of(side, Work("signatures")).lines if line.fold and line.start[1] == line.end[1]
    }
    assert folds == {side.height / 2}


def test_cards_have_marks_at_every_edge_and_no_folds() -> None:
    side = sides(1, CARD, kind="cards", up=(3, 2))[0]
    lines = marks_of(side, Work("cards")).lines
    assert not any(line.fold for line in lines)
    assert len({line.start[0] for line in lines if line.start[0] == line.end[0]}) == 6
    assert len({line.start[1] for line in lines if line.start[1] == line.end[1]}) == 4


def test_registration_marks_stand_on_three_sides_between_the_other_marks() -> None:
    side = sides(4)[0]
    targets = marks_of(side, Work()).targets
    assert len(targets) == 4
    for target in targets:
        x, y = target.centre
        assert x < side.block.left - BLEED or x > side.block.right + BLEED or y > side.block.top + BLEED
        assert min(x, y, side.width - x, side.height - y) > target.radius


def test_collation_marks_step_down_the_spine_from_one_signature_to_the_next() -> None:
    work = Work("signatures")
    fronts = [side for side in sides(64, kind="signatures") if side.name == "front"]
    bars = [marks_of(side, work).bars for side in fronts]
    assert [len(found) for found in bars] == [1, 1, 1, 1]
    for side, (bar,), (lower,) in zip(fronts, bars, bars[1:], strict=False):
        assert lower.top == pytest.approx(bar.bottom)
        first = min(side.placed, key=lambda p: p.slot.page)
        assert (bar.left + bar.right) / 2 == pytest.approx(first.trim.left - work.mill)
        assert first.trim.bottom < bar.bottom < bar.top < first.trim.top
    assert all(not marks_of(side, work).bars for side in sides(64, kind="signatures") if side.name == "back")
    assert not marks_of(sides(8)[0], Work()).bars


def test_after_as_many_signatures_as_have_room_the_collation_marks_begin_again_above() -> None:
    fronts = [s for s in sides(4 * 60, kind="signatures", signature=4) if s.name == "front"]
    tops = [marks_of(side, Work("signatures")).bars[0].top for side in fronts]
    assert tops[0] == max(tops)
    assert tops.count(tops[0]) > 1
    assert min(marks_of(side, Work("signatures")).bars[0].bottom for side in fronts) > fronts[0].block.bottom


@pytest.mark.parametrize("duplex", ["long", "short"])
def test_a_back_that_is_turned_round_keeps_its_pages_folds_and_marks_together(duplex: Any) -> None:
    work = Work("signatures", signature=8, duplex=duplex)
    back = sides(8, kind="signatures", signature=8, duplex=duplex)[1]
    marks = marks_of(back, work)
    tops = {round(line.start[1], 3) for line in marks.lines if line.start[1] == line.end[1] and not line.fold}
    cuts = {round(edge, 3) for p in back.placed for edge in (p.trim.top, p.trim.bottom)}
    assert tops == cuts
    xs = {round(line.start[0], 3) for line in marks.lines if line.start[0] == line.end[0] and not line.fold}
    fore_edges = {round(p.trim.right if p.slot.spine_at_left else p.trim.left, 3) for p in back.placed}
    assert xs == fore_edges
    above = [p.slot.page for p in sorted(back.placed, key=lambda p: p.trim.left) if p.trim.top > back.height / 2]
    assert above == ([3, 6] if duplex == "long" else [7, 2])


def test_without_marks_there_are_none() -> None:
    found = marks_of(sides(4)[0], Work(marks=False))
    assert (found.lines, found.targets, found.slug) == ((), (), None)
