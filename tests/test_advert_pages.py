"""Adverts that are pages of one PDF: each shows its own page, is pinned by itself, and is missed by itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from pipeline.build import BuildOptions, build
from pipeline.flatplan import read_flatplan, written
from pipeline.issue import load
from pipeline.press import Order
from tests.commandline import CommandLine
from tests.issue_desk import FOLDER, NAME, Desk
from tests.press_desk import BLEED, FULL_BLEED, HEIGHT, MANIFEST, WIDTH, issue_of

FILE = "adverts/two.pdf"
LEFT, RIGHT = b"1 0 0 0 k 0 0 999 999 re f", b"0 1 0 0 k 0 0 999 999 re f"


def two_pages() -> bytes:
    """A PDF whose first page is cyan and whose second is magenta."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        for content in (LEFT, RIGHT):
            page = pdf.add_blank_page(page_size=(WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED))
            page.trimbox = pikepdf.Array([BLEED, BLEED, WIDTH + BLEED, HEIGHT + BLEED])
            page.obj.Contents = pdf.make_stream(content)
        pdf.save(out)
    return out.getvalue()


@pytest.fixture
def booked(desk: Desk) -> Desk:
    """An issue in which the second page of a PDF comes before its first."""
    adverts = "".join(f"  - {{file: {FILE}, page: {page}, alt: Advert {page}.}}\n" for page in (2, 1))
    issue_of(desk, FULL_BLEED, manifest=f"{MANIFEST}adverts:\n{adverts}")
    return desk.photo(FILE, two_pages())


def shown(data: bytes) -> Iterator[bytes]:
    """What supplied pages paint, in the order of the pages that they are on."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for place in page.obj.Resources.get("/XObject", {}).values():
                if place.get("/Subtype") == "/Form":
                    yield place.Resources.XObject.Page.read_bytes().strip()


@pytest.mark.parametrize("order", [None, Order()], ids=["screen", "press"])
def test_two_adverts_of_one_pdf_show_the_pages_that_they_name(booked: Desk, order: Order | None) -> None:
    outcome = build(booked.project, NAME, BuildOptions(press=order))
    assert outcome.document, [str(finding) for finding in outcome.report]
    assert list(shown(outcome.document.data)) == [RIGHT, LEFT]


def test_each_page_of_a_pdf_is_its_own_figure(booked: Desk) -> None:
    outcome = build(booked.project, NAME)
    assert outcome.document
    with pikepdf.open(BytesIO(outcome.document.data)) as pdf:
        said = [str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert sorted(alt for alt in said if "Advert " in alt) == ["Advertisement: Advert 1.", "Advertisement: Advert 2."]


def test_the_issue_knows_each_page_by_file_and_page(booked: Desk) -> None:
    issue, _ = load(booked.project, NAME)
    assert issue
    assert sorted(issue.supplied) == [(FILE, 1), (FILE, 2)]
    assert [advert.name for advert in issue.manifest.adverts] == [f"{FILE}#2", f"{FILE}#1"]


def test_a_page_of_a_pdf_is_pinned_by_its_number(
    booked: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, digest = booked.project, CommandLine(booked.root, capsys, monkeypatch)
    booked.write(f"{FOLDER}/flatplan.yaml", build(project, NAME).flatplan)
    assert digest("pin", f"{FILE}#1").code == 0
    file = project.file("flatplan.yaml", FOLDER)
    flatplan, findings = read_flatplan(file)
    assert flatplan
    assert findings == ()
    assert [(plan.of_page, plan.pin) for plan in flatplan.adverts] == [(2, False), (1, True)]
    assert written(flatplan) == file.read_text()
    assert build(project, NAME).flatplan == "", "nothing is another"
