"""Adverts: whole pages, halves, quarters and strips where they were booked, and what is said when that cannot be."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.diagnostic import Report
from pipeline.flatplan import EMPTY, Flatplan
from pipeline.issue import check, load
from pipeline.layout import Layout
from pipeline.measure import MM, Box
from pipeline.page import Makeup, PictureItem, SuppliedItem, TextItem
from pipeline.paginate import paginate_again
from tests import lettergrid
from tests.issue_desk import Desk
from tests.layout_desk import faults, write_layout
from tests.small_pages import SENTENCE, small_layout

# Of 23 rows: two halves of 10 and the 3 between them fill a page.
HALF, QUARTER, STRIP = (96.0, 40.4), (46.0, 40.4), (96.0, 15.0)
FULL = 10  # sentences of an article that fills its page


def pdf(millimetres: tuple[float, float]) -> bytes:
    """A page of that size."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(millimetres[0] * MM, millimetres[1] * MM))
    canvas.rect(0, 0, 20, 20)
    canvas.save()
    return stream.getvalue()


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (width, height), 90).save(stream, "png")
    return stream.getvalue()


def article(title: str, sentences: int) -> str:
    return f"---\ntitle: {title}\n---\n{SENTENCE * sentences}\n"


def booked(desk: Desk, adverts: Sequence[str], articles: Mapping[str, int], **shapes: tuple[float, float]) -> Desk:
    """An issue with these adverts and articles of so many sentences; ``shapes`` are the artworks in millimetres."""
    write_layout(desk, small_layout())
    paths = ", ".join(f"articles/{name}.md" for name in articles)
    lines = "".join(f"  - {{{advert}, alt: An advert.}}\n" for advert in adverts)
    desk.manifest(
        'publication: {title: "The Quarterly"}\nissue: 2023-Q2\nlayout: mine\npages: {multiple_of: 1}\n'
        f"sections:\n  - month: 2023-04\n    articles: [{paths}]\nadverts:\n{lines}"
    )
    for name, sentences in articles.items():
        desk.article(article(name.title(), sentences), f"{name}.md")
    for name, shape in shapes.items():
        desk.write(f"issues/2023-q2/adverts/{name}.pdf", pdf(shape))
    return desk


def made(desk: Desk, before: Flatplan = EMPTY) -> tuple[Makeup, Report, Flatplan, Layout]:
    """Its pages, what was found, its flatplan and its layout."""
    issue, report = load(desk.project, "2023-q2")
    assert issue, [str(finding) for finding in report]
    assert issue.layout, [str(finding) for finding in report]
    makeup, found, flatplan = paginate_again(issue, issue.layout, before)
    assert not found.refuses, [str(finding) for finding in found]
    return makeup, found, flatplan, issue.layout


def placed(makeup: Makeup) -> dict[str, tuple[int, SuppliedItem | PictureItem]]:
    """The page and the item of every advert, by its bare name."""
    found = {}
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, SuppliedItem | PictureItem) and item.block.startswith("advert/"):
                found[item.block.rpartition("/")[2].partition(".")[0]] = (page.number, item)
    return found


def said(found: Report, *codes: str) -> list[str]:
    return [str(f).removeprefix("issues/2023-q2/") for f in found if f.code in codes]


# ---------------------------------------------------------------------- places


def test_a_half_page_stands_at_the_foot_below_the_article_that_ends_there(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: half-page, after: articles/one.md"], {"one": 4, "two": 9}, a=HALF)
    makeup, _, _, layout = made(desk)
    first = lettergrid.drawn(makeup, layout)[0].split("\n")
    assert first[13:] == ["AAAAAA"] * 10
    assert first[10:13] == ["......"] * 3
    assert "H" in first[2]
    assert sum("H" in "".join(page) for page in lettergrid.drawn(makeup, layout)) == len(makeup.pages)


def test_an_advert_that_ends_no_page_has_the_next_article_above_it(desk: Desk) -> None:
    """The first article fills its page, so that the advert behind it stands at the foot of the next."""
    booked(desk, ["file: adverts/a.pdf, size: half-page, after: articles/one.md"], {"one": FULL, "two": 3}, a=HALF)
    makeup, _, _, layout = made(desk)
    pages = lettergrid.drawn(makeup, layout)
    assert [("A" in page, "H" in page) for page in pages] == [(False, True), (True, True)]
    assert pages[1].split("\n")[13:] == ["AAAAAA"] * 10


def test_two_halves_fill_a_page(desk: Desk) -> None:
    adverts = ["file: adverts/a.pdf, size: half-page", "file: adverts/b.pdf, size: half-page"]
    booked(desk, adverts, {"one": FULL}, a=HALF, b=HALF)
    makeup, _, _, layout = made(desk)
    assert (
        lettergrid.drawn(makeup, layout, "advert")[0].split("\n") == ["AAAAAA"] * 10 + ["......"] * 3 + ["AAAAAA"] * 10
    )


def test_quarter_pages_stand_side_by_side_in_the_order_of_the_manifest(desk: Desk) -> None:
    adverts = [f"file: adverts/{name}.pdf, size: quarter-page, after: articles/one.md" for name in "ab"]
    booked(desk, adverts, {"one": 4}, a=QUARTER, b=QUARTER)
    makeup, found, _, layout = made(desk)
    left, right = (placed(makeup)[name][1].box for name in "ab")
    area = layout.right.area
    assert (left.left, left.width) == pytest.approx((area.left, layout.grid.measure(3)))
    assert (right.left, right.right) == pytest.approx((area.left + layout.grid.offset(3), area.right))
    assert (left.top, left.bottom) == (right.top, right.bottom)
    assert left.bottom == pytest.approx(area.bottom, abs=0.5)
    assert said(found, "A523") == []


def test_a_quarter_page_alone_is_told_what_could_stand_beside_it(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: quarter-page"], {"one": 4}, a=QUARTER)
    _, found, _, _ = made(desk)
    assert said(found, "A523") == [
        (
            "issue.yaml:9:33  A523  Beside adverts/a.pdf on page 1 46 × 40 mm stay empty."
            "  Book another advert there (size: quarter-page), or give this one size: half-page."
        )
    ]


def test_adverts_without_an_article_stand_where_the_fewest_rows_stay_empty(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: half-page"], {"one": FULL, "two": 4, "three": FULL}, a=HALF)
    makeup, _, flatplan, _ = made(desk)
    assert len(makeup.pages) == 3
    assert placed(makeup)["a"][0] == 2
    assert [(plan.page, plan.row) for plan in flatplan.adverts] == [(2, 14)]


def test_a_whole_page_without_a_wish_stands_at_the_end(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf"], {"one": 4, "two": FULL}, a=(120, 150))
    makeup, _, _, layout = made(desk)
    assert placed(makeup)["a"] == (3, placed(makeup)["a"][1])
    assert makeup.pages[-1].kind == "advert"
    assert placed(makeup)["a"][1].box == layout.right.trim


# ---------------------------------------------------------------------- wishes


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_page_for_an_advert_falls_on_the_side_that_it_wishes(desk: Desk, side: str) -> None:
    booked(desk, [f"file: adverts/a.pdf, side: {side}"], {"one": FULL, "two": FULL, "three": FULL}, a=(120, 150))
    makeup, found, _, _ = made(desk)
    page = makeup.pages[placed(makeup)["a"][0] - 1]
    assert page.left_hand is (side == "left")
    assert said(found, "W522") == []


def test_an_advert_stands_before_the_page_that_it_wishes(desk: Desk) -> None:
    articles = dict.fromkeys(("one", "two", "three", "four"), FULL)
    booked(desk, ["file: adverts/a.pdf, size: strip, before_page: 4, side: left"], articles, a=STRIP)
    makeup, found, _, _ = made(desk)
    assert placed(makeup)["a"][0] == 2
    assert said(found, "W522") == []


def test_a_wish_that_cannot_be_is_told_with_what_would_help(desk: Desk) -> None:
    wish = "file: adverts/a.pdf, after: articles/three.md, before_page: 3"
    other = "file: adverts/b.pdf, before_page: 2, size: half-page"
    booked(desk, [wish, other], dict.fromkeys(("one", "two", "three"), FULL), a=(120, 150), b=HALF)
    _, found, _, _ = made(desk)
    assert said(found, "W522") == [
        (
            "issue.yaml:9:66  W522  adverts/a.pdf is to stand before page 3, but stands on page 5, a"
            " right-hand page.  Let it follow an earlier article than articles/three.md, or leave after: out."
        ),
        (
            "issue.yaml:10:40  W522  adverts/b.pdf is to stand before page 2, but stands on page 2, a"
            " left-hand page.  The first page for articles is 1: wish for a later page, or leave the wish out."
        ),
    ]


def test_a_side_that_cannot_be_is_told(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, after: articles/one.md, side: right"], {"one": 4}, a=(120, 150))
    _, found, _, _ = made(desk)
    assert said(found, "W522") == [
        (
            "issue.yaml:9:57  W522  adverts/a.pdf is to stand on a right-hand page, but stands on page 2, a left-hand"
            " page.  Leave after: out, so that it may follow another article than articles/one.md."
        )
    ]


# ---------------------------------------------------------------------- artwork


@pytest.mark.parametrize("size, frame", [((1200, 1500), "trim"), ((1260, 1560), "bleed_box"), ((1000, 1000), "area")])
def test_a_picture_for_a_whole_page_is_never_cropped(desk: Desk, size: tuple[int, int], frame: str) -> None:
    booked(desk, ["file: adverts/a.png"], {"one": 4})
    desk.write("issues/2023-q2/adverts/a.png", png(*size))
    makeup, _, _, layout = made(desk)
    item = placed(makeup)["a"][1]
    assert isinstance(item, PictureItem)
    assert item.box.aspect == pytest.approx(size[0] / size[1])
    assert (item.crop.width, item.crop.height) == pytest.approx((1.0, 1.0), abs=0.002)
    area = getattr(layout.left, frame)
    assert area.contains(item.box, 0.01)
    assert max(item.box.width / area.width, item.box.height / area.height) == pytest.approx(1.0)


def test_artwork_of_another_shape_is_fitted_inside_and_told_in_millimetres(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: half-page", "file: adverts/b.pdf"], {"one": 4}, a=(50, 50), b=(100, 150))
    issue = desk.issue()
    assert said(check(issue), "W239") == [
        (
            "issue.yaml:9:12  W239  adverts/a.pdf is 50 × 50 mm, but half-page is 96 × 40 mm: it is fitted"
            " inside, with white around it.  Ask for artwork of 96 × 40 mm, or book another size."
        ),
        (
            "issue.yaml:10:12  W239  adverts/b.pdf is 100 × 150 mm, but full-page is 120 × 150 mm: it is fitted"
            " inside, with white around it.  Ask for artwork of 120 × 150 mm, with 3 mm more on each side, or book"
            " another size."
        ),
    ]
    makeup, _, _, layout = made(desk)
    half, whole = (placed(makeup)[name][1].box for name in "ab")
    assert half.aspect == pytest.approx(1.0)
    assert half.height == pytest.approx(layout.grid.depth(10))
    assert half.left + half.width / 2 == pytest.approx(layout.right.area.left + layout.right.area.width / 2)
    assert whole.aspect == pytest.approx(100 / 150)


def test_artwork_that_is_a_little_off_is_good_as_it_is(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: half-page"], {"one": 4}, a=(HALF[0] * 1.015, HALF[1]))
    assert said(check(desk.issue()), "W239") == []


# ---------------------------------------------------------------------- what a check says


def test_an_unknown_size_is_told_with_the_nearest(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: half"], {"one": 4}, a=HALF)
    assert said(check(desk.issue()), "E229") == [
        "issue.yaml:9:33  E229  The layout mine sells no adverts of size 'half'.  Did you mean half-page?"
    ]


def test_a_size_that_is_like_none_is_told_with_all_there_are(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: A6"], {"one": 4}, a=HALF)
    assert said(check(desk.issue()), "E229")[0].endswith(
        "There are: full-page (120 × 150 mm), half-page (96 × 40 mm), quarter-page (46 × 40 mm), strip (96 × 15 mm)."
    )


def test_part_of_a_page_cannot_follow_the_foreword(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: strip, after: articles/foreword.md"], {"one": 4}, a=STRIP)
    text = (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")
    desk.manifest(text + "foreword: {article: articles/foreword.md}\n").article(article("Foreword", 2), "foreword.md")
    assert said(check(desk.issue()), "E240") == [
        (
            "issue.yaml:9:47  E240  adverts/a.pdf is not a whole page, and only whole pages can follow the foreword."
            "  Let it follow an article of a section, or leave after: out."
        )
    ]


def test_more_free_adverts_than_can_be_placed_are_told(desk: Desk) -> None:
    booked(desk, ["file: adverts/a.pdf, size: strip"] * 25, {"one": 4}, a=STRIP)
    assert said(check(desk.issue()), "E241") == [
        (
            "issue.yaml:33:12  E241  25 adverts may stand anywhere; at most 24 can."
            "  Say of some of them which article they follow, as in after: articles/almaty.md"
        )
    ]


def test_a_layout_cannot_sell_more_than_its_page(desk: Desk) -> None:
    sizes = {"tall": {"modules": 7, "rows": 24}, "page": {"bleed": True, "rows": 5}}
    assert faults(desk, {**small_layout(), "adverts": sizes}) == [
        "E404  The advert size 'tall' is 7 modules; the page has 6.  Give 6 or fewer.",
        "E404  The advert size 'tall' is 24 rows; the page has 23.  Give 23 or fewer.",
        "E404  The advert size 'page' is the whole page with its bleed, and yet 5 rows.  Delete rows, or bleed.",
    ]


# ---------------------------------------------------------------------- the flatplan


MANY = {"one": FULL, "two": 4, "three": FULL, "four": 5, "five": FULL}
BOOKED = ["file: adverts/a.pdf, size: half-page", "file: adverts/b.pdf, side: right",
          "file: adverts/c.pdf, size: strip, after: articles/four.md"]  # fmt: skip


def test_an_issue_that_has_not_changed_is_made_up_as_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    booked(desk, BOOKED, MANY, a=HALF, b=(120, 150), c=STRIP)
    makeup, _, flatplan, layout = made(desk)
    assert [plan.file for plan in flatplan.adverts] == ["adverts/a.pdf", "adverts/b.pdf", "adverts/c.pdf"]
    monkeypatch.setattr("pipeline.paginate.plan.Search.run", None)  # a search would fail
    again, _, planned, _ = made(desk, flatplan)
    assert planned == flatplan
    assert lettergrid.drawn(again, layout) == lettergrid.drawn(makeup, layout)


def pinned(flatplan: Flatplan, page: int) -> Flatplan:
    """The flatplan with the whole-page advert pinned to a page."""
    change = {"pin": True, "page": page}
    plans = (p.model_copy(update=change) if p.file == "adverts/b.pdf" else p for p in flatplan.adverts)
    return flatplan.model_copy(update={"adverts": tuple(plans)})


def test_a_pinned_advert_stays_on_its_page(desk: Desk) -> None:
    booked(desk, BOOKED, MANY, a=HALF, b=(120, 150), c=STRIP)
    _, _, flatplan, _ = made(desk)
    wanted = placed(made(desk)[0])["b"][0] + 2
    makeup, found, after, _ = made(desk, pinned(flatplan, wanted))
    assert placed(makeup)["b"][0] == wanted
    assert [plan.pin for plan in after.adverts if plan.file == "adverts/b.pdf"] == [True]
    assert said(found, "W520") == []


def test_an_advert_that_cannot_stand_where_it_is_pinned_is_told_and_keeps_its_line(desk: Desk) -> None:
    booked(desk, BOOKED, MANY, a=HALF, b=(120, 150), c=STRIP)
    makeup, found, after, _ = made(desk, pinned(made(desk)[2], 40))
    assert [f.message for f in found if f.code == "W520"] == [
        f"adverts/b.pdf is pinned to page 40, but stands on page {placed(makeup)['b'][0]}."
    ]
    assert [(plan.pin, plan.page) for plan in after.adverts if plan.file == "adverts/b.pdf"] == [(True, 40)]


# ---------------------------------------------------------------------- any issue

SHAPES = {"full-page": (120.0, 150.0), "half-page": HALF, "quarter-page": QUARTER, "strip": STRIP}
wishes = st.sampled_from(("", ", side: right", ", side: left", ", before_page: 4", ", after: articles/b.md"))
bookings = st.lists(st.tuples(st.sampled_from(sorted(SHAPES)), wishes), min_size=1, max_size=6)
lengths = st.lists(st.integers(1, 24), min_size=2, max_size=8)


def apart(one: Box, other: Box) -> bool:
    across = one.right <= other.left + 0.1 or other.right <= one.left + 0.1
    return across or one.bottom <= other.top + 0.1 or other.bottom <= one.top + 0.1


@given(bookings=bookings, lengths=lengths)
@settings(max_examples=40, deadline=None)
def test_every_advert_stands_once_and_on_nothing_else_and_wishes_are_kept_or_told(
    tmp_path_factory: pytest.TempPathFactory, bookings: list[tuple[str, str]], lengths: list[int]
) -> None:
    names = [f"a{number}" for number in range(len(bookings))]
    lines = [f"file: adverts/{n}.pdf, size: {size}{wish}" for n, (size, wish) in zip(names, bookings, strict=True)]
    articles = dict(zip("bcdefghi", lengths, strict=False))
    desk = booked(Desk(tmp_path_factory.mktemp("adverts")), lines, articles,
                  **{n: SHAPES[size] for n, (size, _) in zip(names, bookings, strict=True)})  # fmt: skip
    makeup, found, flatplan, _ = made(desk)
    where = placed(makeup)
    assert sorted(where) == sorted(names)
    told = {f.message.split()[0].removeprefix("adverts/").removesuffix(".pdf") for f in found if f.code == "W522"}
    for name, (_, wish) in zip(names, bookings, strict=True):
        number, item = where[name]
        unmet = ("right" in wish and number % 2 == 0) or ("left" in wish and number % 2) or ("4" in wish and number > 3)
        assert bool(unmet) is (name in told), (name, number)
        seen = (i for i in makeup.pages[number - 1].items if isinstance(i, TextItem | PictureItem | SuppliedItem))
        for other in (other for other in seen if other is not item):
            box = Box(other.x, other.y - 7, other.line.width, 8) if isinstance(other, TextItem) else other.box
            assert apart(item.box, box), (name, number)
    assert made(desk, flatplan)[2] == flatplan
