"""Fillers: a page that would end short is full with one, in its place and its shape, and no word is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.build import BuildOptions, build
from pipeline.page import Page, PictureItem, RuleItem, TextItem
from tests.generated import jpeg
from tests.issue_desk import NAME, Desk
from tests.issue_desk import jpeg as plain_jpeg
from tests.reading import Paper, letters
from tests.small_pages import GAP, SENTENCE, article, made_up, said, written

ANY = "pages: {multiple_of: 1}"
QUOTE = "bring their papers with them"
PULL = f"\n\n::: pull\n{QUOTE.capitalize()}\n:::\n"
SPARE = '{file: photos/%s.jpg, caption: "Spare %s.", credit: "Photo: A. B.", alt: "A picture.", focus: [0.2, 0.5]}'


def fillers(*entries: str) -> str:
    """The manifest's lines for these fillers."""
    return f"{ANY}\nfillers:\n" + "".join(f"  - {entry}\n" for entry in entries)


def spare(name: str) -> str:
    """A spare photo."""
    return f"photo: {SPARE % (name, name)}"


def pictures(page: Page) -> list[PictureItem]:
    return [item for item in page.items if isinstance(item, PictureItem)]


def body_end(page: Page) -> float:
    """The baseline of the last line of running text."""
    return max(item.y for item in page.items if isinstance(item, TextItem) and item.role == "P")


@pytest.fixture
def photos(desk: Desk) -> Desk:
    """The project with three spare photos."""
    for name, shape in (("s1", "wide"), ("s2", "wide"), ("s3", "square")):
        desk.photo(f"photos/{name}.jpg", jpeg(shape))
    return desk


# ---------------------------------------------------------------------- photos


def test_a_spare_photo_fills_the_page_below_its_article_to_the_last_row(photos: Desk) -> None:
    text = article("Two days", SENTENCE * 4)
    assert len(said(written(photos, ANY, almaty=text), "A524")) == 1
    written(photos, fillers(spare("s1")), almaty=text)
    _, layout, makeup, report = made_up(photos)
    assert [f.code for f in report if f.code in {"A524", "E511"}] == []
    (page,) = makeup.pages
    (photo,) = pictures(page)
    grid, area = layout.grid, layout.geometry(left_hand=False).area
    assert photo.box.left == pytest.approx(area.left)
    assert photo.box.width == pytest.approx(area.width)
    assert photo.box.top - body_end(page) == pytest.approx((GAP + 1) * grid.leading - grid.rise)
    captions = [item for item in page.items if isinstance(item, TextItem) and item.role == "Caption"]
    assert letters("".join(item.line.text for item in captions)) == letters("Spare s1. Photo: A. B.")
    assert max(item.y for item in captions) == pytest.approx(area.bottom)
    assert min(item.y for item in captions) > photo.box.bottom


def test_the_layouts_rule_stands_in_the_middle_between_article_and_filler(photos: Desk) -> None:
    written(photos, fillers(spare("s1")), almaty=article("Two days", SENTENCE * 4))
    _, layout, makeup, _ = made_up(photos)
    (page,) = makeup.pages
    (rule,) = [item for item in page.items if isinstance(item, RuleItem)]
    (photo,) = pictures(page)
    above = photo.box.top - GAP * layout.grid.leading
    assert rule.y0 == rule.y1 == pytest.approx((above + photo.box.top) / 2)


def test_photos_stand_side_by_side_where_one_would_be_too_deep(photos: Desk) -> None:
    written(photos, fillers(spare("s1"), spare("s2"), spare("s3")), almaty=article("Two days", SENTENCE * 6))
    _, layout, makeup, report = made_up(photos)
    assert [f.code for f in report if f.code == "A524"] == []
    row = pictures(makeup.pages[0])
    area = layout.geometry(left_hand=False).area
    assert len(row) > 1
    assert len({(photo.box.top, photo.box.height) for photo in row}) == 1
    assert row[0].box.left == pytest.approx(area.left)
    assert row[-1].box.right == pytest.approx(area.right)
    gaps = [b.box.left - a.box.right for a, b in pairwise(row)]
    assert gaps == [pytest.approx(layout.grid.gutter)] * len(gaps)


def test_a_photo_is_cropped_no_further_than_its_size_class_allows(photos: Desk) -> None:
    for sentences in range(2, 12):
        written(photos, fillers(spare("s1"), spare("s2")), almaty=article("Two days", SENTENCE * sentences))
        _, layout, makeup, _ = made_up(photos)
        for photo in (photo for page in makeup.pages for photo in pictures(page)):
            width = photo.box.width
            shapes = {layout.grid.measure(r.modules): r.aspect for r in layout.record.photo_sizes.values()}
            least, most = shapes[min(shapes, key=lambda w: abs(w - width))]
            half_a_row = layout.grid.leading / 2 / photo.box.height
            assert least * (1 - half_a_row) <= photo.box.aspect <= most * (1 + half_a_row)


def test_a_photo_that_is_too_small_for_print_is_passed_over(photos: Desk) -> None:
    photos.photo("photos/s1.jpg")
    written(photos, fillers(spare("s1"), spare("s2")), almaty=article("Two days", SENTENCE * 4))
    _, _, makeup, report = made_up(photos)
    assert [photo.picture for photo in pictures(makeup.pages[0])] == ["photos/s2.jpg"]
    assert not report.refuses


def test_a_filler_is_used_once_and_the_emptiest_page_comes_first(photos: Desk) -> None:
    texts = {"almaty": article("Two days", SENTENCE * 6), "beijing": article("A week", SENTENCE * 4)}
    assert len(said(written(photos, ANY, **texts), "A524")) == 2
    written(photos, fillers(spare("s1")), **texts)
    assert [(page.number, photo.picture) for page in made_up(photos)[2].pages for photo in pictures(page)] == [
        (2, "photos/s1.jpg")
    ]
    (left,) = said(photos, "A524")
    assert "(page 1)" in left


# ---------------------------------------------------------------------- pull quotes


def test_a_pull_quote_that_is_a_filler_leaves_the_text_and_stands_where_its_page_has_room(desk: Desk) -> None:
    text = article("Two days", SENTENCE * 9 + PULL)
    written(desk, fillers("pull: articles/almaty.md"), almaty=text)
    _, layout, makeup, report = made_up(desk)
    assert [f.code for f in report if f.code in {"A524", "E511"}] == []
    (page,) = makeup.pages
    quoted = [item for item in page.items if isinstance(item, TextItem) and item.role == "Aside"]
    assert letters("".join(item.line.text for item in quoted)) == letters(QUOTE)
    assert min(item.y for item in quoted) > body_end(page) + 2 * layout.grid.leading
    assert max(item.y for item in quoted) <= layout.geometry(left_hand=False).area.bottom + 0.01


def test_a_pull_quote_that_finds_no_room_is_left_out_and_no_word_is_lost(desk: Desk) -> None:
    text = article("Two days", SENTENCE * 12 + PULL)
    written(desk, fillers("pull: articles/almaty.md"), almaty=text)
    _, _, makeup, report = made_up(desk)
    assert not report.refuses
    items = [item for page in makeup.pages for item in page.items if isinstance(item, TextItem)]
    assert [item for item in items if item.role == "Aside"] == []
    assert letters("".join(item.line.text for item in items)).endswith(letters(f"Two days {SENTENCE * 12}"))


def test_a_pull_quote_stays_in_the_text_when_its_words_stand_nowhere_else(desk: Desk) -> None:
    text = article("Two days", SENTENCE * 12 + PULL.replace("papers", "parrots"))
    written(desk, fillers("pull: articles/almaty.md"), almaty=text)
    (found,) = [line for line in desk.findings() if "W238" in line]
    assert found == (
        "issue.yaml:9:11  W238  articles/almaty.md has no pull quote that repeats words of its text."
        "  Put words of its text, as they stand there, between lines ::: pull and :::"
    )
    _, _, makeup, _ = made_up(desk)
    items = [item for page in makeup.pages for item in page.items if isinstance(item, TextItem)]
    assert letters("".join(i.line.text for i in items if i.role == "Aside")) == letters("bring their parrots with them")


def test_a_pull_quote_does_not_stand_on_the_page_of_another_article(desk: Desk) -> None:
    written(
        desk,
        fillers("pull: articles/almaty.md"),
        almaty=article("Two days", SENTENCE * 12 + PULL),
        beijing=article("A week", SENTENCE * 9),
    )
    _, _, makeup, _ = made_up(desk)
    asides = [i for page in makeup.pages for i in page.items if isinstance(i, TextItem) and i.role == "Aside"]
    assert asides == []


# ---------------------------------------------------------------------- house adverts


def test_a_house_advert_fills_the_page_in_its_own_shape(desk: Desk) -> None:
    text = article("Two days", SENTENCE * 4)
    (found,) = said(written(desk, ANY, almaty=text), "A524")
    rows = int(found.split("ends ")[1].split()[0]) - GAP
    layout = made_up(desk)[1]
    width, height = round(layout.right.area.width * 10), int(layout.grid.depth(rows) * 10)
    desk.photo("adverts/house.jpg", plain_jpeg(width, height))
    written(desk, fillers('advert: {file: adverts/house.jpg, alt: "Subscribe."}'), almaty=text)
    _, layout, makeup, report = made_up(desk)
    assert [f.code for f in report if f.code in {"A524", "E511"}] == []
    (advert,) = pictures(makeup.pages[0])
    assert advert.crop.is_whole
    assert advert.box.aspect == pytest.approx(width / height, rel=1e-3)
    assert advert.box.bottom == pytest.approx(layout.right.area.bottom)
    assert advert.alt == "Subscribe."


def test_an_advert_of_another_shape_waits_for_another_issue(desk: Desk) -> None:
    desk.photo("adverts/house.jpg", plain_jpeg(4000, 400))
    text = article("Two days", SENTENCE * 4)
    written(desk, fillers('advert: {file: adverts/house.jpg, alt: "Subscribe."}'), almaty=text)
    _, _, makeup, report = made_up(desk)
    assert pictures(makeup.pages[0]) == []
    assert [f.code for f in report if f.severity == "error"] == []
    assert [f.code for f in report if f.code == "A524"] == ["A524"]


# ---------------------------------------------------------------------- the whole


def test_fillers_are_in_the_finished_pdf_once(photos: Desk) -> None:
    written(photos, fillers(spare("s1")), almaty=article("Two days", SENTENCE * 4))
    outcome = build(photos.project, NAME, BuildOptions(photos="original"))
    assert outcome.document, [str(finding) for finding in outcome.report]
    said_there = Paper.of(outcome.document.data).text(0, 0)
    assert said_there.count("spare s1.") == 1
    assert outcome.document.photos == 1


def test_fillers_stay_away_from_a_page_that_is_full(photos: Desk) -> None:
    full = article("Two days", SENTENCE * 12)
    _, _, makeup, report = made_up(written(photos, fillers(spare("s1"), spare("s2")), almaty=full))
    assert [photo for page in makeup.pages for photo in pictures(page)] == []
    assert [f.code for f in report if f.code in {"A524", "E511"}] == []


# ---------------------------------------------------------------------- what an editor is told


@pytest.mark.parametrize(
    "entry, finding",
    [
        ("pull: articles/almatty.md", "9:11  E247  The filler names articles/almatty.md, which is in no section.  Did"),
        ("photo: photos/nowhere.jpg", "9:12  E101  photos/nowhere.jpg is not there."),
        ("{photo: photos/s1.jpg, pull: articles/almaty.md}", "9:5  E123  fillers 1: a filler is one of photo, pull"),
        ("advert: adverts/house.jpg", "9:13  E231  adverts/house.jpg has no description."),
        ("photo: photos/s1.jpg", "9:12  E231  photos/s1.jpg has no description."),
    ],
)
def test_what_is_wrong_with_a_filler_is_told_at_its_line(photos: Desk, entry: str, finding: str) -> None:
    photos.write(f"issues/{NAME}/adverts/house.jpg", jpeg("wide"))
    written(photos, fillers(entry), almaty=article("Two days", SENTENCE * 4))
    assert any(line.startswith(f"issue.yaml:{finding}") for line in photos.findings()), photos.findings()
