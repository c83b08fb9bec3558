"""Sheets folded, nested, gathered and cut: the pages come in order, in arithmetic and read back from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.diagnostic import Span
from pipeline.imposition import SIGNATURES, Edge, Outcome, Work
from pipeline.imposition.folding import section
from pipeline.imposition.plan import BLANK, plan
from tests.imposition_desk import (
    A5,
    CARD,
    Leaf,
    dummy,
    folios,
    laid_out,
    made,
    nested,
    only,
    read_through,
    sheets_of,
)

SPAN = Span("dummy.pdf")
SCHEMES: dict[str, dict[str, Any]] = {
    "booklet": {"kind": "booklet"},
    **{f"signatures of {n}": {"kind": "signatures", "signature": n} for n in SIGNATURES},
}
BOTH = pytest.mark.parametrize("separate", [False, True], ids=["self cover", "separate cover"])


def bound(kind: str, body: list[list[Leaf]], covers: list[list[Leaf]]) -> list[int]:
    """The pages of a finished booklet or book."""
    inside = nested(body) if kind == "booklet" else [leaf for sheet in body for leaf in sheet]
    return read_through(nested([*covers, inside]) if covers else inside)


@pytest.mark.parametrize("scheme", SCHEMES)
@BOTH
def test_the_pages_come_in_order_when_the_sheets_are_folded(
    scheme: str,
    separate: bool,  # noqa: FBT001 - a case
) -> None:
    edges: Iterator[Edge] = cycle(("long", "short"))
    for pages in range(5 if separate else 1, 201):
        work = Work(**SCHEMES[scheme], duplex=next(edges), separate_cover=separate)
        planned = plan(pages, A5, work, SPAN)
        body, *covers = (laid_out(part, A5, work) for part in planned.parts)
        order = bound(work.kind, body, [sheet for cover in covers for sheet in cover])
        assert order == list(range(1, len(planned.order) + 1))
        assert [page for page in planned.order if page != BLANK] == list(range(1, pages + 1))
        assert len(planned.order) - pages < 4


@pytest.mark.parametrize("scheme", SCHEMES)
@settings(max_examples=8)
@given(pages=st.integers(5, 70), duplex=st.sampled_from(["long", "short"]), separate=st.booleans())
def test_the_folios_read_back_from_the_folded_sheets_come_in_order(
    scheme: str, pages: int, duplex: str, *, separate: bool
) -> None:
    outcome = made(dummy(pages), filler=dummy(1, first=900), **SCHEMES[scheme], duplex=duplex, separate_cover=separate)
    assert not outcome.report.refuses
    body, *covers = (sheets_of(imposed) for imposed in outcome.files)
    order = bound(SCHEMES[scheme]["kind"], body, [sheet for cover in covers for sheet in cover])
    assert [page for page in order if page != 900] == list(range(1, pages + 1))
    assert len(order) == pages + (-pages % 4)


@pytest.mark.parametrize(
    "pages,front",
    [
        (4, "4 1"),
        (8, "5' 4' / 8 1"),
        (16, "5' 12' 9' 8' / 4 13 16 1"),
        (32, "5' 28' 29' 4' / 12 21 20 13 / 9' 24' 17' 16' / 8 25 32 1"),
    ],
)
def test_the_front_of_a_signature_is_as_printers_know_it(pages: int, front: str) -> None:
    (sheet,) = section(range(1, pages + 1))
    rows: dict[int, list[str]] = {}
    for slot in sheet.front:
        rows.setdefault(slot.row, []).append(f"{slot.page}{chr(39) if slot.turned else ''}")
    assert " / ".join(" ".join(row) for row in rows.values()) == front


@pytest.mark.parametrize("pages,sheets", [(6, 1), (64, 1), (12, 2), (16, 2), (0, 1)])
def test_what_cannot_be_folded_is_an_error_of_the_caller(pages: int, sheets: int) -> None:
    with pytest.raises(ValueError, match="cannot be folded"):
        section(range(1, pages + 1), sheets=sheets)


def sizes(pages: int, signature: int) -> list[int]:
    work = Work("signatures", signature=signature)
    (part,) = plan(pages, A5, work, SPAN).parts
    return [len(sheet.front) + len(sheet.back) for sheet in part.sheets]


@pytest.mark.parametrize(
    "pages,signature,expected",
    [
        (48, 16, [16, 16, 16]),
        (44, 16, [16, 8, 4, 16]),
        (36, 16, [16, 4, 16]),
        (20, 16, [4, 16]),
        (12, 16, [8, 4]),
        (60, 32, [16, 8, 4, 32]),
        (20, 8, [8, 4, 8]),
        (9, 4, [4, 4, 4]),
    ],
)
def test_what_no_full_signature_takes_goes_into_smaller_ones_before_the_last(
    pages: int, signature: int, expected: list[int]
) -> None:
    assert sizes(pages, signature) == expected


def order(pages: int, **work: Any) -> tuple[int, ...]:
    return plan(pages, A5, Work(**work), SPAN).order


def test_blank_pages_stand_at_the_end_or_before_the_back_cover() -> None:
    assert order(6) == (1, 2, 3, 4, 5, 6, 0, 0)
    assert order(6, blanks_inside=True) == (1, 2, 3, 4, 5, 0, 0, 6)
    assert order(7, separate_cover=True) == (1, 2, 3, 4, 5, 0, 6, 7)
    assert order(1, blanks_inside=True) == (1, 0, 0, 0)
    assert order(8) == tuple(range(1, 9))


def warning(outcome: Outcome, code: str) -> tuple[str, str]:
    (finding,) = [f for f in outcome.report if f.code == code]
    return finding.message, finding.hint


def test_blank_pages_are_told_of_with_what_can_be_done() -> None:
    assert warning(made(dummy(6)), "W717") == (
        "6 pages do not divide by 4: pages 7 to 8 of 8 are blank.",
        "To keep the last page at the back: --blanks inside. Give other pages for them: --filler FILE.pdf",
    )
    assert warning(made(dummy(7), blanks_inside=True), "W717") == (
        "7 pages do not divide by 4: page 7 of 8 is blank.",
        "Give other pages for them: --filler FILE.pdf",
    )
    assert warning(made(dummy(7), filler=dummy(1)), "W717")[0] == (
        "7 pages do not divide by 4: page 8 of 8 came from filler.pdf."
    )
    assert not made(dummy(8)).report.findings


def test_filler_pages_are_taken_in_turn_and_over_again() -> None:
    imposed = only(made(dummy(5), filler=dummy(2, first=900)))
    assert read_through(nested(sheets_of(imposed))) == [1, 2, 3, 4, 5, 900, 901, 900]


def test_blank_pages_show_nothing() -> None:
    imposed = only(made(dummy(2)))
    assert [f.page for f in folios(imposed.data, 0)] == [1]
    assert [f.page for f in folios(imposed.data, 1)] == [2]


def test_a_separate_cover_goes_into_a_file_of_its_own() -> None:
    outcome = made(dummy(12), separate_cover=True)
    assert [(f.name, f.sheets) for f in outcome.files] == [("booklet", 2), ("booklet-cover", 1)]
    cover = outcome.files[1].data
    assert [[f.page for f in folios(cover, side)] for side in (0, 1)] == [[12, 1], [2, 11]]


def test_too_few_pages_for_a_separate_cover_are_refused() -> None:
    (finding,) = made(dummy(4), separate_cover=True).report
    assert finding.code == "E715"
    assert finding.message == "in/dummy.pdf has 4 pages, and a separate cover alone takes 4."


def test_the_spine_of_a_glued_cover_is_as_thick_as_the_leaves_inside() -> None:
    cover = made(dummy(44), kind="signatures", separate_cover=True, paper=0.5).files[1]
    back, front = folios(cover.data, 0)
    assert (back.page, front.page) == (44, 1)
    assert front.x - back.x == pytest.approx(A5[0] + 20 * 0.5, abs=0.01)


# ---------------------------------------------------------------------- cards


@pytest.mark.parametrize("duplex", ["long", "short"])
def test_the_back_of_every_card_lies_behind_its_front_with_the_same_edge_up(duplex: Any) -> None:
    imposed = only(made(dummy(2, CARD), kind="cards", duplex=duplex))
    width, height = imposed.paper
    fronts, backs = folios(imposed.data, 0), folios(imposed.data, 1)
    assert len(fronts) == len(backs) == 21
    if duplex == "long":  # the long edge of this sheet is upright
        behind = {(round(width - b.x), round(b.y)): b.upright for b in backs}
    else:
        behind = {(round(b.x), round(height - b.y)): not b.upright for b in backs}
    assert behind == {(round(f.x), round(f.y)): f.upright for f in fronts}


def test_cards_are_printed_on_both_sides_when_their_pages_pair() -> None:
    assert [only(made(dummy(n, CARD), kind="cards")).sides for n in (1, 2, 3, 4)] == [1, 2, 3, 4]
    one_sided = only(made(dummy(2, CARD), kind="cards", two_sided=False))
    assert (one_sided.sheets, one_sided.sides, one_sided.turned_on) == (2, 2, None)
    both = made(dummy(3, CARD), kind="cards", two_sided=True)
    assert (only(both).sheets, only(both).sides) == (2, 4)
    assert warning(both, "W717")[0] == "3 pages do not divide by 2: page 4 of 4 is blank."


def test_so_many_cards_as_were_asked_for_stand_a_gap_apart() -> None:
    imposed = only(made(dummy(1, CARD), kind="cards", up=(2, 3), gap=12.0))
    xs = sorted({round(f.x, 2) for f in folios(imposed.data, 0)})
    ys = sorted({round(f.y, 2) for f in folios(imposed.data, 0)})
    assert (len(xs), len(ys)) == (2, 3)
    assert xs[1] - xs[0] == pytest.approx(CARD[0] + 12, abs=0.02)
    assert ys[1] - ys[0] == pytest.approx(CARD[1] + 12, abs=0.02)
    assert sum(xs) / 2 == pytest.approx(imposed.paper[0] / 2, abs=0.02)
