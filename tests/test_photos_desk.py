"""The list of an issue's pictures and its contact sheet."""

from __future__ import annotations

import pytest

from pipeline.build import BuildOptions, make_up
from pipeline.issue import Issue
from pipeline.measure import MM
from pipeline.photodesk import ListedPhoto, photo_sheet, photos_of
from pipeline.photodesk.sheet import HEAD_DEPTH, label_of
from tests import agency
from tests.agency import alt, packet
from tests.issue_desk import Desk
from tests.pdf_samples import pixel_at, text_of
from tests.picture_maker import BLUE, GREEN, RED, YELLOW, corners, encoded, near, turned
from tests.press_desk import FULL_BLEED, issue_of
from tests.test_photos_desk_texts import FULL

EVERYWHERE = (
    "foreword: {article: articles/f.md, portrait: photos/chair.jpg}\n"
    "gallery: {photos: [{file: photos/g.jpg, consent: By letter, copyright: © C. D.}]}\n"
    "fillers: [{photo: photos/spare.jpg}]\n"
)


def listed(desk: Desk) -> tuple[ListedPhoto, ...]:
    return photos_of(desk.project, desk.issue(), None)


def everywhere(desk: Desk) -> Desk:
    desk.with_more(f"    photo: photos/opener.jpg\n{EVERYWHERE}").front("photos: [photos/fair.jpg]\n")
    desk.article("---\ntitle: Dear reader\nphotos: [photos/f.jpg]\n---\nText.\n", "f.md")
    for number, name in enumerate(("chair", "g", "spare", "opener", "fair", "f", "unused")):
        desk.photo(f"photos/{name}.jpg", encoded(corners(60 + number, 40)))
    return desk.photo("photos/broken.jpg", b"no picture")


def test_every_picture_is_listed_in_the_order_of_the_issue_with_its_use(desk: Desk) -> None:
    assert [(photo.path, photo.use) for photo in listed(everywhere(desk))] == [
        ("photos/cover.jpg", "cover"),
        ("photos/chair.jpg", "portrait"),
        ("photos/f.jpg", "articles/f.md"),
        ("photos/opener.jpg", "opener"),
        ("photos/fair.jpg", "articles/almaty.md"),
        ("photos/g.jpg", "gallery"),
        ("photos/spare.jpg", "filler"),
        ("photos/broken.jpg", ""),
        ("photos/unused.jpg", ""),
    ]


def test_what_the_manifest_says_of_a_picture_is_listed(desk: Desk) -> None:
    found = {photo.path: photo for photo in listed(everywhere(desk))}
    gallery, cover = found["photos/g.jpg"], found["photos/cover.jpg"]
    assert (gallery.consent, gallery.copyright, gallery.credit) == ("By letter", "© C. D.", "")
    assert (cover.credit, cover.alt, cover.from_file) == ("Photo: A. B.", "A road.", ())
    assert found["photos/broken.jpg"].picture is None
    picture = found["photos/unused.jpg"].picture
    assert picture
    assert (picture.width, picture.height) == (66, 40)


def test_the_covers_rights_and_consent_are_listed(desk: Desk) -> None:
    desk.changed('alt: "A road."', 'alt: "A road.", copyright: © A. B., consent: Nobody is seen')
    (cover,) = listed(desk)
    assert (cover.copyright, cover.consent, cover.from_file) == ("© A. B.", "Nobody is seen", ())


def test_texts_that_came_with_the_file_are_marked(desk: Desk) -> None:
    desk.front('photos:\n  - {file: photos/fair.jpg, credit: "D"}\n').photo("photos/fair.jpg", agency.jpeg(FULL))
    photo = listed(desk)[1]
    assert (photo.caption, photo.credit, photo.copyright) == ("The fair.", "D", "© Agency")
    assert photo.from_file == ("caption", "alt", "copyright")


def test_words_in_the_articles_text_did_not_come_with_the_file(desk: Desk) -> None:
    desk.body('Some text.\n\n![Stalls.](photos/fair.jpg "The fair on Sunday.")\n')
    desk.photo("photos/fair.jpg", agency.jpeg(FULL))
    photo = listed(desk)[1]
    assert (photo.caption, photo.alt, photo.credit) == ("The fair on Sunday.", "Stalls.", "Agency / A. Serik")
    assert photo.from_file == ("credit", "copyright")


def test_rights_are_read_even_where_nothing_else_is_missing(desk: Desk) -> None:
    rights = packet(f"<dc:rights>{alt(x_default='© Agency', ru='© Агентство')}</dc:rights>")
    desk.front('language: ru\nphotos:\n  - {file: photos/fair.jpg, caption: К., credit: Ф., alt: "О"}\n')
    desk.photo("photos/fair.jpg", agency.jpeg(rights))
    photo = listed(desk)[1]
    assert (photo.copyright, photo.from_file) == ("© Агентство", ("copyright",))


def test_places_have_page_size_and_resolution_of_what_is_seen(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, cover=encoded(corners(1260, 1560)))
    issue = desk.issue()
    makeup, _ = make_up(desk.project, issue, BuildOptions())
    (cover,) = photos_of(desk.project, issue, makeup)
    (place,) = cover.places
    assert (place.page, round(place.width / MM), round(place.height / MM)) == (1, 126, 156)
    assert place.ppi == pytest.approx(254)


def test_a_picture_that_lies_on_its_side_is_listed_upright_and_shown_so(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, cover=turned(6, quality=95))
    issue = desk.issue()
    photos = photos_of(desk.project, issue, None)
    picture = photos[0].picture
    assert picture
    assert (picture.width, picture.height) == (300, 200)
    data, _ = sheet(desk, issue, photos)
    left, width, top = cell(issue)
    height = width * 200 / 300
    assert height < width * 0.68
    middle = top - width * 0.68 + height / 2
    seen = [
        pixel_at(data, left + width * (0.5 + x), middle + height * y)
        for y, x in ((0.25, -0.25), (0.25, 0.25), (-0.25, -0.25), (-0.25, 0.25))
    ]
    assert all(near(one, meant) for one, meant in zip(seen, (RED, GREEN, BLUE, YELLOW), strict=True))


def sheet(desk: Desk, issue: Issue, photos: tuple[ListedPhoto, ...]) -> tuple[bytes, int]:
    assert issue.layout
    return photo_sheet(desk.project, issue, issue.layout, photos)


def cell(issue: Issue) -> tuple[float, float, float]:
    """Left, width and top (y up) of the first picture's box on the sheet."""
    assert issue.layout
    page = issue.layout.right
    left, width = page.columns(3)[0]
    return left, width, page.height - page.area.top - HEAD_DEPTH


def test_the_contact_sheet_says_below_each_picture_what_is_known_of_it(desk: Desk) -> None:
    everywhere(desk).manifest(
        (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8").replace("layout: plain", "layout: voice")
    )
    photos = listed(desk)
    data, pages = sheet(desk, desk.issue(), photos)
    assert pages == 1
    text = " ".join(text_of(data).split())
    assert "The Quarterly, 2023-Q2" in text
    assert "9 pictures, 6 without credit" in text
    for photo in photos:
        for line in label_of(photo):
            assert line in text, line
    assert "Consent: By letter" in text
    assert text.count("NO CREDIT") == 6
    assert text.count("no picture that can be read") == 1


def test_many_pictures_take_several_pages_and_the_same_ones_give_the_same_bytes(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, cover=encoded(corners()))
    for number in range(40):
        desk.photo(f"photos/n{number:02}.jpg", encoded(corners(60 + number, 40)))
    issue = desk.issue()
    photos = photos_of(desk.project, issue, None)
    data, pages = sheet(desk, issue, photos)
    assert pages > 1
    assert [f"page {page} of {pages}" in text_of(data, page - 1) for page in range(1, pages + 1)] == [True] * pages
    assert sum("photos/n" in text_of(data, page) for page in range(pages)) == pages
    assert sum(text_of(data, page).count("photos/n") for page in range(pages)) == 40
    assert sheet(desk, issue, photos)[0] == data


@pytest.mark.parametrize("words", [1, 80])
def test_a_long_note_is_cut_in_its_label(words: int) -> None:
    photo = ListedPhoto("photos/a.jpg", "gallery", None, None, None, credit="C", alt="A", consent="signed " * words)
    (line,) = [line for line in label_of(photo) if line.startswith("Consent")]
    assert (len(line) <= 161, line.endswith("…")) == (True, words > 1)


def test_what_adorns_needs_no_description_and_what_is_not_used_no_credit() -> None:
    adorns = ListedPhoto("a.jpg", "gallery", None, None, None, credit="C", decorative=True)
    unused = ListedPhoto("b.jpg", "", None, None, None)
    assert label_of(adorns) == ["a.jpg", "no picture that can be read; gallery", "C"]
    assert label_of(unused) == ["b.jpg", "no picture that can be read; not used"]
