"""A release: every file of it, its checksums and its record, the same from the same sources."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.flatplan import EMPTY
from pipeline.page import TextItem
from pipeline.paginate import paginate_again
from pipeline.preflight import PRESS, SCREEN, preflight
from pipeline.preflight.reading import read_aloud
from pipeline.press import Order
from pipeline.release.naming import article_pdfs
from pipeline.release.pages import pages_as_data
from pipeline.release.record import LIBRARIES
from tests.issue_desk import NAME, Desk
from tests.release_desk import good, new_issue, record, released, sha256, tree
from tests.specimen import Specimen

FILES = {
    "2023-q2-screen.pdf": "screen",
    "2023-q2-press-x4.pdf": "press",
    "2023-q2-booklet.pdf": "booklet",
    "2023-q2-cover-1600.jpg": "cover",
    "2023-q2-cover-400.jpg": "cover",
    "2023-q2-screen-preflight.json": "preflight",
    "2023-q2-screen-preflight.pdf": "preflight",
    "2023-q2-press-preflight.json": "preflight",
    "2023-q2-press-preflight.pdf": "preflight",
    "articles/almaty.pdf": "article",
    "articles/tehran.pdf": "article",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A project with a release in ``out``."""
    desk = new_issue(tmp_path_factory.mktemp("project"))
    assert good(released(desk)).written
    return desk


def test_a_release_holds_every_file_and_no_other(desk: Desk) -> None:
    assert sorted(tree(desk.root / "out")) == sorted((*FILES, "release.json", "SHA256SUMS"))


def test_the_checksums_are_those_of_every_file_but_themselves_in_order(desk: Desk) -> None:
    files = tree(desk.root / "out")
    lines = files.pop("SHA256SUMS").decode().splitlines()
    # What sha256sum -c reads: the digest, a blank, the sign of a text, the name.
    read = [re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line) for line in lines]
    assert [(found[2], found[1]) for found in read if found] == sorted((n, sha256(d)) for n, d in files.items())
    assert len(read) == len(files)


def test_the_record_tells_of_each_file_what_it_is_for_and_what_was_proved(desk: Desk) -> None:
    files = tree(desk.root / "out")
    told = {one["path"]: one for one in record(desk.root / "out")["files"]}
    assert {path: one["purpose"] for path, one in told.items()} == FILES
    assert all((one["bytes"], one["sha256"]) == (len(files[p]), sha256(files[p])) for p, one in told.items())
    pages = {path: one["pages"] for path, one in told.items() if path.endswith(".pdf")}
    for path, number in pages.items():
        with pikepdf.open(BytesIO(files[path])) as pdf:
            assert len(pdf.pages) == number, path
    assert pages["2023-q2-screen.pdf"] == pages["2023-q2-press-x4.pdf"]
    assert told["2023-q2-press-x4.pdf"]["claims"] == ["PDF/X-4"]
    reports = ("2023-q2-screen-preflight.pdf", "2023-q2-press-preflight.pdf")
    for path in ("2023-q2-screen.pdf", "articles/almaty.pdf", "articles/tehran.pdf", *reports):
        assert told[path]["claims"] == ["PDF/UA-1", "PDF/A-2a"]
        assert preflight(files[path], SCREEN).passed
    assert preflight(files["2023-q2-press-x4.pdf"], PRESS).passed
    assert "claims" not in told["2023-q2-booklet.pdf"]
    assert told["articles/tehran.pdf"]["of"] == "articles/tehran.md"


def test_the_record_names_every_source_with_the_digest_of_what_is_there(desk: Desk) -> None:
    told = record(desk.root / "out")
    sources = {one["path"]: one for one in told["sources"]}
    own = tree(desk.root)
    expected = {path for path in own if path.startswith((f"issues/{NAME}/", "layouts/mine/"))}
    assert {path for path in sources if not path.startswith("built-in")} == expected
    assert f"issues/{NAME}/flatplan.yaml" in expected
    assert all((sources[p]["bytes"], sources[p]["sha256"]) == (len(own[p]), sha256(own[p])) for p in expected)
    assert any(path.startswith("built-in fonts/vollkorn/") for path in sources)
    assert "built-in profiles/FOGRA39L_coated.icc" in sources
    assert told["libraries"] == {name: version(name) for name in LIBRARIES}


def test_the_record_tells_what_is_on_which_page(desk: Desk) -> None:
    told = record(desk.root / "out")
    assert (told["schema"], told["issue"], told["date"]) == (1, NAME, "2023-07-10")
    assert told["publication"] == {"title": "The Quarterly", "subtitle": "All that is new"}
    assert [page["number"] for page in told["pages"]] == list(range(1, len(told["pages"]) + 1))
    assert told["pages"][0]["pictures"] == [f"issues/{NAME}/photos/cover.jpg"]
    begun = {one["article"]: one for page in told["pages"] for one in page["articles"] if one["begins"]}
    assert list(begun) == ["articles/almaty.md", "articles/tehran.md"]
    assert begun["articles/tehran.md"]["file"] == f"issues/{NAME}/articles/tehran.md"
    assert begun["articles/tehran.md"]["lines"] == [2, 4]


def test_every_article_picture_and_advert_of_an_issue_is_on_a_page_of_the_map(sample: Specimen) -> None:
    issue, pages = sample.issue, pages_as_data(sample.issue, sample.makeup)
    begun = [one["article"] for page in pages for one in page["articles"] if one["begins"]]
    assert begun == [article.path for article in issue.articles()]
    parts = [one for page in pages for one in page["articles"]]
    assert all(one["lines"][0] <= one["lines"][1] and one["file"].endswith(one["article"]) for one in parts)
    adverts = {issue.files[advert.file].path for advert in issue.manifest.adverts}
    assert adverts
    assert {path for page in pages for path in page["adverts"]} == adverts
    photos = {issue.files[photo.file].path for article in issue.articles() for photo in article.photos}
    assert photos <= {path for page in pages for path in page["pictures"]}
    assert [page["label"] for page in pages] == [page.folio or str(page.number) for page in sample.makeup.pages]


def test_the_findings_are_in_the_record_with_their_lines(desk: Desk) -> None:
    found = {one["code"]: one for one in record(desk.root / "out")["findings"]}
    assert (found["A725"]["file"], found["A725"]["line"]) == (f"issues/{NAME}/issue.yaml", 6)


def test_the_reports_are_the_whole_verdicts(desk: Desk) -> None:
    files = tree(desk.root / "out")
    for pdf, report, standards in (("screen", "screen", SCREEN), ("press-x4", "press", PRESS)):
        told = json.loads(files[f"2023-q2-{report}-preflight.json"])
        assert (told["file"], told["ok"], told["standards"]) == (f"2023-q2-{pdf}.pdf", True, list(standards))
        assert {one["state"] for one in told["results"]} <= {"pass", "fail", "not applicable"}
        assert len(told["results"]) > 20


def test_covers_are_the_first_page_in_two_widths_and_say_nothing_of_where_they_come_from(desk: Desk) -> None:
    files = tree(desk.root / "out")
    for width in (1600, 400):
        data = files[f"2023-q2-cover-{width}.jpg"]
        with Image.open(BytesIO(data)) as picture:
            assert (picture.format, picture.mode, picture.width) == ("JPEG", "RGB", width)
            assert abs(picture.height - width * 150 / 120) <= 1
            assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
            red, green, blue = picture.getpixel((width // 2, width // 2))  # type: ignore[misc]  # three of them
        assert max(abs(red - 120), abs(green - 90), abs(blue - 60)) < 8
        assert len([one for one in record(desk.root / "out")["files"] if one.get("pixels", [0])[0] == width]) == 1


def test_an_articles_pdf_is_that_article_alone_with_its_links(desk: Desk) -> None:
    found = read_aloud(tree(desk.root / "out")["articles/tehran.pdf"])
    assert found.title == "A winter in Tehran – The Quarterly: All that is new, 2nd quarter 2023"
    heard = found.heard
    assert [one.text for one in heard if one.kind == "heading"] == ["A winter in Tehran"]
    assert ("lecture", "https://example.org") in {link for one in heard for link in one.links}


def test_the_pages_of_an_articles_pdf_have_the_numbers_that_they_have_in_the_issue(desk: Desk) -> None:
    begins = {
        one["file"]: page["label"]
        for page in record(desk.root / "out")["pages"]
        for one in page["articles"]
        if one["begins"]
    }
    assert set(begins.values()) == {"2"}
    for file, label in begins.items():
        data = tree(desk.root / "out")[f"articles/{Path(file).stem}.pdf"]
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.pages[0].label == label


def test_an_article_alone_has_those_numbers_printed_on_its_pages(sample: Specimen) -> None:
    longest = max(sample.issue.articles(), key=lambda article: article.words)
    makeup, _, _ = paginate_again(sample.issue, sample.layout, EMPTY, None, longest.path, first=12)
    assert len(makeup.pages) > 1
    for number, page in enumerate(makeup.pages):
        assert (page.number, page.folio, page.left_hand) == (number + 1, str(12 + number), number % 2 == 0)
        words = [word for item in page.items if isinstance(item, TextItem) for word in item.line.text.split()]
        assert page.folio in words


def test_the_booklet_is_the_press_pdf_on_sheets(desk: Desk) -> None:
    with pikepdf.open(BytesIO(tree(desk.root / "out")["2023-q2-booklet.pdf"])) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"
        forms = [form for page in pdf.pages for form in page.obj.Resources.XObject.values()]
    told = {one["path"]: one.get("pages") for one in record(desk.root / "out")["files"]}
    assert len(forms) == told["2023-q2-press-x4.pdf"]


def test_the_same_sources_in_another_folder_give_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    other = new_issue(tmp_path / "somewhere" / "else")
    good(released(other, out="another/name"))
    assert tree(other.root / "another/name") == tree(desk.root / "out")


def test_a_release_without_marks_for_another_press_says_so(desk: Desk) -> None:
    good(released(desk, order=Order(marks=("crop",)), out="plain"))
    assert record(desk.root / "plain")["marks"] == ["crop"]


@pytest.mark.parametrize(
    "paths,names",
    [
        (("articles/almaty.md",), ["almaty"]),
        (("articles/a.md", "articles/spring/a.md", "A.md"), ["a", "a-2", "a-3"]),
        (("articles/Two days, in  Almaty!.md",), ["two-days-in-almaty"]),
        (("articles/Ұлттық кеңес.md", "articles/___.md"), ["ұлттық-кеңес", "article"]),
        (("articles/con.md", "articles/lpt1.md"), ["con-article", "lpt1-article"]),
        (("articles/a.md", "articles/a-2.md", "x/a.md"), ["a", "a-2", "a-3"]),
    ],
)
def test_names_of_articles_are_clean_and_each_there_once(paths: tuple[str, ...], names: list[str]) -> None:
    assert article_pdfs(paths) == dict(zip(paths, (f"articles/{name}.pdf" for name in names), strict=True))
