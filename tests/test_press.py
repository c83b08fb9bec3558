"""The press edition as a file: its boxes, what it claims, that it says the same as the screen's, and its bytes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.build import BuildOptions, build
from pipeline.colour_management import offset_profile
from tests import generated
from tests.issue_desk import NAME, Desk
from tests.pdf_samples import letters_of, text_of
from tests.press_desk import (
    BLEED,
    BODY,
    FULL_BLEED,
    HEIGHT,
    WIDTH,
    images_of,
    issue_of,
    operators,
    order,
    photo,
    press_pdf,
    pressed,
)
from tests.small_pages import article

HEADLINE = {"at": {"columns": [1, 6], "rows": [2, 8]}, "text": "{publication.title}", "style": "large"}
VEIL = {"at": {"bleed": True, "height": "60mm"}, "fill": {"swatch": "house", "opacity": 0.5}}
FADE = {"at": {"bleed": True, "height": "60mm"}, "fill": {"swatch": "house", "opacity": 0.8, "fade_to": 0}}


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(edge) for edge in page.obj[f"/{name}"]]


def xmp(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.Root.Metadata.read_bytes().decode()


def said_of(data: bytes, name: str) -> str:
    found = re.search(f"<{name}>([^<]*)</{name}>", xmp(data))
    return found[1] if found else ""


def test_the_trim_is_at_the_origin_with_bleed_and_room_for_marks_around_it(desk: Desk) -> None:
    with pikepdf.open(BytesIO(press_pdf(issue_of(desk, FULL_BLEED, HEADLINE)))) as pdf:
        for page in pdf.pages:
            assert box(page, "TrimBox") == pytest.approx([0, 0, WIDTH, HEIGHT], abs=0.01)
            assert box(page, "BleedBox") == pytest.approx([-BLEED, -BLEED, WIDTH + BLEED, HEIGHT + BLEED], abs=0.01)
            media, bleed = box(page, "MediaBox"), box(page, "BleedBox")
            assert min(bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3]) > 20


def test_without_marks_the_sheet_ends_with_the_bleed(desk: Desk) -> None:
    with pikepdf.open(BytesIO(press_pdf(issue_of(desk, FULL_BLEED), order()))) as pdf:
        assert {tuple(box(page, "MediaBox")) for page in pdf.pages} == {
            tuple(box(page, "BleedBox")) for page in pdf.pages
        }


def test_the_file_says_that_it_is_pdf_x_4_in_every_place_where_the_standard_wants_it(desk: Desk) -> None:
    data = press_pdf(issue_of(desk, FULL_BLEED, HEADLINE))
    assert data.startswith(b"%PDF-1.6")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [bytes(one) for one in pdf.trailer.ID]
        assert pdf.docinfo["/Trapped"] == "/False"
        assert {"/Title", "/CreationDate", "/ModDate"} <= set(pdf.docinfo.keys())
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "FOGRA39L Coated"
        assert (int(intent.DestOutputProfile.N), intent.DestOutputProfile.read_bytes()) == (4, offset_profile())
        assert pdf.check_pdf_syntax() == []
    assert said_of(data, "pdfxid:GTS_PDFXVersion") == "PDF/X-4"
    assert (said_of(data, "pdf:Trapped"), said_of(data, "xmpMM:RenditionClass")) == ("False", "default")
    assert said_of(data, "xmpMM:VersionID") == "1"
    dates = {said_of(data, f"xmp:{name}Date") for name in ("Create", "Modify", "Metadata")}
    assert len(dates) == 1
    assert "2023-07-10" in dates.pop()
    assert "The Quarterly, 2nd quarter 2023" in xmp(data)


def test_nothing_in_the_file_is_for_screens(desk: Desk) -> None:
    with pikepdf.open(BytesIO(press_pdf(issue_of(desk, FULL_BLEED, HEADLINE)))) as pdf:
        assert not {"/Outlines", "/StructTreeRoot", "/Names", "/OpenAction", "/AA", "/PageLabels"} & set(
            pdf.Root.keys()
        )
        assert not [page for page in pdf.pages if "/Annots" in page.obj]


def test_the_document_stays_itself_and_each_version_of_it_is_another_instance(desk: Desk) -> None:
    first = press_pdf(issue_of(desk, FULL_BLEED, HEADLINE))
    second = press_pdf(desk.article(article("Three days in Almaty", BODY)))
    names = [said_of(data, "xmpMM:DocumentID") for data in (first, second)]
    instances = [said_of(data, "xmpMM:InstanceID") for data in (first, second)]
    assert names[0] == names[1]
    assert instances[0] != instances[1]
    assert all(re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in (*names, *instances))
    assert not any(one.endswith("0" * 12) for one in instances)


def test_every_letter_stands_where_it_stands_on_a_screen(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, HEADLINE, VEIL)
    screen, press = build(desk.project, NAME), pressed(desk, order())
    assert screen.document
    assert press.document
    assert screen.document.pages == press.document.pages
    for page in range(screen.document.pages):
        one, other = (letters_of(document.data, page) for document in (screen.document, press.document))
        assert [letter.character for letter in one] == [letter.character for letter in other]
        places = [[edge for letter in letters for edge in (letter.x, letter.y)] for letters in (one, other)]
        assert places[0] == pytest.approx(places[1], abs=0.01)
        assert one


@pytest.mark.parametrize("seed", [3, 8])
def test_whole_issues_say_the_same_on_paper_page_by_page(tmp_path: Path, seed: int) -> None:
    project = generated.Issue.of(seed).write(tmp_path)
    screen = build(project, NAME, BuildOptions(photos="original")).document
    press = build(project, NAME, BuildOptions(press=order())).document
    assert screen
    assert press
    assert (screen.pages, screen.words, screen.photos) == (press.pages, press.words, press.photos)
    texts = [[text_of(document.data, page) for page in range(document.pages)] for document in (screen, press)]
    assert texts[0] == texts[1]
    with pikepdf.open(BytesIO(screen.data)) as one, pikepdf.open(BytesIO(press.data)) as other:
        for seen, printed in zip(one.pages, other.pages, strict=True):
            assert box(seen, "TrimBox") == pytest.approx(box(printed, "TrimBox"), abs=0.01)


def test_marks_add_nothing_to_a_page_but_the_line_below_it(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, HEADLINE)
    with_marks, bare = text_of(press_pdf(desk), 1), text_of(press_pdf(desk, order()), 1)
    assert with_marks.startswith(bare)
    line = with_marks.removeprefix(bare).strip()
    assert line == "The Quarterly 2023-q2 2 / 2 2023-07-10 Cyan Magenta Yellow Black"


@pytest.mark.parametrize("elements,groups", [((FULL_BLEED, HEADLINE), 0), ((VEIL,), 1), ((FADE,), 1)])
def test_transparency_is_there_only_where_the_layout_asks_for_it_and_blends_in_ink(
    desk: Desk, elements: tuple[Any, ...], groups: int
) -> None:
    with pikepdf.open(BytesIO(press_pdf(issue_of(desk, *elements)))) as pdf:
        spaces = [str(page.obj.Group.CS) for page in pdf.pages if "/Group" in page.obj]
        assert spaces == ["/DeviceCMYK"] * groups
        states = pdf.pages[0].obj.Resources.get("/ExtGState", pikepdf.Dictionary())
        clear = [name for name, state in states.items() if {"/ca", "/CA", "/SMask"} & set(state.keys())]
        assert bool(clear) == (VEIL in elements)


def test_no_colour_of_a_screen_is_painted(desk: Desk) -> None:
    data = press_pdf(issue_of(desk, FULL_BLEED, VEIL, FADE, HEADLINE))
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    used = {operator for page in range(pages) for operator, _ in operators(data, page)}
    assert not used & {"rg", "RG", "g", "G", "sh"}
    spaces = {image.space for page in range(pages) for image in images_of(data, page)}
    assert spaces == {"/DeviceCMYK"}


def test_the_same_issue_gives_the_same_bytes_whether_its_photos_are_kept_or_not(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, VEIL, HEADLINE)
    first = press_pdf(desk)
    assert (desk.root / ".digest/cache").is_dir()
    assert press_pdf(desk) == first
    for place in sorted((desk.root / ".digest").rglob("*"), reverse=True):
        place.unlink() if place.is_file() else place.rmdir()
    assert press_pdf(desk) == first


def test_photos_are_kept_for_each_press(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, cover=photo((10, 200, 30)))
    build(desk.project, NAME)
    press_pdf(desk)
    kept = len([place for place in (desk.root / ".digest/cache").rglob("*") if place.is_file()])
    press_pdf(desk)
    assert len([place for place in (desk.root / ".digest/cache").rglob("*") if place.is_file()]) == kept


def test_the_file_is_named_for_the_press(desk: Desk) -> None:
    document = pressed(issue_of(desk, FULL_BLEED)).document
    assert document
    assert document.name == f"{NAME}-press.pdf"
