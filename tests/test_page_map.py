"""The page map: what a preflight finds in a finished file is led back to the line that it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.build import BuildOptions, build
from pipeline.diagnostic import Span
from pipeline.measure import Box
from pipeline.pagemap import PageMap, Placed, Stated, kept
from pipeline.preflight import PRESS, Result, State, Verdict, preflight, read_profile
from pipeline.press import Order
from pipeline.project import Project
from tests.issue_desk import FOLDER, NAME, Desk
from tests.pdf_samples import letters_of
from tests.press_desk import FULL_BLEED, HEIGHT, MANIFEST, issue_of
from tests.small_pages import article
from tests.test_press_findings import IN_CMYK, supplied

# Limits that nothing keeps, so that everything is found.
STRICT = "{type: {smallest: 99pt}, lines: {thinnest: 9pt}, pictures: {least: 5000}, ink: {most: 10}}"
RULED = {"at": {"columns": [1, 6], "rows": [20, 22]}, "rule": {"edge": "top", "weight": "0.5pt", "swatch": "gold"}}
LINE = b" .3 w 0 0 0 1 K 50 50 m 90 50 l S"
TARGETS = {"screen": None, "press": Order()}


@pytest.fixture(params=TARGETS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Desk, bytes]:
    """An issue with a photo, a rule, an article of two paragraphs and an advert, as PDF for each target."""
    manifest = MANIFEST + "adverts: [{file: adverts/a.pdf, alt: An advert., after: articles/almaty.md}]\n"
    desk = issue_of(Desk(tmp_path.resolve()), FULL_BLEED, RULED, manifest=manifest)
    desk.photo("adverts/a.pdf", supplied(IN_CMYK + LINE))
    outcome = build(desk.project, NAME, BuildOptions(press=TARGETS[request.param]))
    assert outcome.document, [str(finding) for finding in outcome.report]
    return desk, outcome.document.data


def sources(desk: Desk, data: bytes, check: str) -> dict[tuple[int, str], str]:
    """For page and message of what a check finds, the line that it comes from."""
    pages = kept(desk.project.cache, data)
    assert pages
    verdict = preflight(data, PRESS, read_profile(STRICT, "strict.yaml"))
    found = pages.sources_of(verdict)
    return {(r.page, r.message): str(found.get(r, "")) for r in verdict.results if r.check == check and r.box}


def line_with(desk: Desk, path: str, text: str) -> str:
    """``path:line`` of the first line of a file that holds the text."""
    lines = (desk.root / FOLDER / path).read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if text in line)
    return f"{FOLDER}/{path}:{number}"


def line_of(desk: Desk, place: str) -> str:
    """The text of a line that is named as ``path:line:column``."""
    path, line, _ = place.split(":")
    return (desk.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def is_text(stream: pikepdf.Stream) -> bool:
    """Whether a stream can hold words: content and metadata, not pictures, fonts and profiles."""
    return stream.get("/Subtype") not in {"/Image", "/CIDFontType0C", "/OpenType"} and "/N" not in stream


def test_every_thing_of_a_finished_file_is_found_on_the_line_that_names_it(made: tuple[Desk, bytes]) -> None:
    cover, advert = line_with(made[0], "issue.yaml", "photos/cover.jpg"), line_with(made[0], "issue.yaml", "adverts/a")
    title = line_with(made[0], "articles/almaty.md", "title:")
    assert sources(*made, "resolution") == {(1, "A picture is too coarse."): f"{cover}:16"}
    thin = sources(*made, "hairlines")
    assert thin[3, "A line is too thin."] == f"{advert}:18"
    assert thin[1, "A line is too thin."].startswith("layouts/mine/layout.yaml:")
    assert '"rule": {' in line_of(made[0], thin[1, "A line is too thin."])
    assert sources(*made, "total-ink")[3, "There is too much ink in one place."] == f"{advert}:18"
    assert set(sources(*made, "small-type").values()) == {f"{title}:8"}


def test_ink_in_the_bleed_is_that_of_what_touches_the_trim(tmp_path: Path) -> None:
    desk = issue_of(Desk(tmp_path.resolve()), FULL_BLEED)
    document = build(desk.project, NAME, BuildOptions(press=Order())).document
    assert document
    (heaviest,) = [r for r in preflight(document.data, PRESS, read_profile(STRICT, "")).results if r.what == "ink"]
    assert heaviest.box
    assert heaviest.box.right < 0, "in the upper left corner of the sheet, outside of the trim"
    source = sources(desk, document.data, "total-ink")[1, heaviest.message]
    assert source.startswith(line_with(desk, "issue.yaml", "photos/cover.jpg"))


@pytest.mark.parametrize("target", TARGETS)
def test_every_word_of_an_article_is_found_on_the_line_of_its_paragraph(tmp_path: Path, target: str) -> None:
    """Each word is looked for by itself, at the place where the PDF shows it."""
    paragraphs = [" ".join(f"p{number}w{word}" for word in range(70)) for number in range(9)]
    paragraphs[2] = f"> {paragraphs[2]}"
    paragraphs[4] = f"::: pull\n{paragraphs[4][:60]}\n:::"
    paragraphs[6] = f"- {paragraphs[6]}"
    desk = issue_of(Desk(tmp_path.resolve())).article(article("Two days", "\n\n".join(paragraphs)))
    data, pages = built(desk, target)
    lines = (desk.root / FOLDER / "articles" / "almaty.md").read_text(encoding="utf-8").splitlines()
    seen = 0
    for page in range(2, len(pages.pages) + 1):
        for word, box in words(data, page):
            source = pages.source_of(found(box, "type", page))
            assert source, word
            assert word in lines[source.line - 1], (word, source)
            seen += 1
    assert seen >= 9 * 60


def built(desk: Desk, target: str) -> tuple[bytes, PageMap]:
    """The issue's PDF and its map."""
    outcome = build(desk.project, NAME, BuildOptions(press=TARGETS[target]))
    assert outcome.document, [str(finding) for finding in outcome.report]
    pages = kept(desk.project.cache, outcome.document.data)
    assert pages
    return outcome.document.data, pages


def words(data: bytes, page: int) -> Iterator[tuple[str, Box]]:
    """The numbered words of a page (from 1) with their places."""
    letters = letters_of(data, page - 1)
    text = "".join(letter.character for letter in letters)
    for match in re.finditer(r"p\d+w\d+", text):
        first, last = letters[match.start()], letters[match.end() - 1]
        yield match[0], Box(first.x, HEIGHT - first.y - 6, last.x - first.x + 4, 7)


PHOTO = Placed("picture", Box(0, 0, 100, 100), Span("a.md", 3))
LINE_OF_TYPE = Placed("type", Box(10, 80, 60, 10), Span("a.md", 9))
LARGER = Placed("tint", Box(0, 0, 300, 300), Span("layout.yaml", 7))
MAP = PageMap(((), (LARGER, PHOTO, LINE_OF_TYPE)))


def found(box: Box | None, what: str = "", page: int = 2) -> Result:
    return Result("a-check", "A check", "press x", State.FAIL, "Wrong.", page, box, what=what)


@pytest.mark.parametrize(
    "result,source",
    [
        (found(Box(12, 82, 40, 6), "type"), LINE_OF_TYPE.span),
        (found(Box(12, 82, 40, 6)), LINE_OF_TYPE.span),
        (found(Box(12, 82, 8, 8), "ink"), PHOTO.span),
        (found(Box(0, 0, 100, 100), "picture"), PHOTO.span),
        (found(Box(150, 150, 20, 20), "area"), LARGER.span),
        (found(Box(150, 150, 20, 20), "picture"), None),
        (found(Box(400, 400, 20, 20)), None),
        (found(Box(90, 90, 90, 90), "picture"), None),
        (found(None, "type"), None),
        (found(Box(12, 82, 40, 6), page=1), None),
        (found(Box(12, 82, 40, 6), page=0), None),
        (found(Box(12, 82, 40, 6), page=3), None),
    ],
)
def test_what_was_found_is_that_of_the_thing_that_it_agrees_with_best(result: Result, source: Span | None) -> None:
    assert MAP.source_of(result) == source


def test_what_has_no_place_is_found_on_the_line_that_says_it_of_all_pages(made: tuple[Desk, bytes]) -> None:
    desk, data = made
    pages = kept(desk.project.cache, data)
    assert pages
    wanted = read_profile("{pages: {bleed: 9mm, multiple_of: 7}, colours: {spots: 0}}", "strict.yaml")
    verdict = preflight(data, PRESS, wanted)
    found = pages.sources_of(verdict)
    lines = {result.check: line_of(desk, str(span)) for result, span in found.items() if result.box is None}
    assert lines["page-count"] == "pages: {multiple_of: 1}"
    assert '"page": {' in lines["bleed-room"], "where it would be said"
    plated = any(result.check == "spot-count" for result in verdict.failures)  # a screen has no plates
    assert ('"spot": "PANTONE 871 C"' in lines.get("spot-count", "")) == plated


@pytest.mark.parametrize(
    "check,message,source",
    [
        ("fonts", "The font ABCDEF+VollkornSC-Bold is of an unknown kind.", "vollkorn sc"),
        ("embedded-fonts", "The font Vollkorn-Regular is not embedded.", "vollkorn"),
        ("embedded-fonts", "The font Bodoni is not embedded.", None),
        ("title", "XMP gives the file no title (dc:title).", "title"),
        ("x4-history", "XMP gives the file no title (dc:title).", "title"),
        ("x4-history", "XMP lacks xmpMM:VersionID.", None),
    ],
)
def test_a_name_in_what_was_found_leads_to_the_line_that_has_it(check: str, message: str, source: str | None) -> None:
    spans = {name: Span(name) for name in ("vollkorn sc", "vollkorn", "title")}
    stated = (
        *(Stated("", "VollkornSC", spans["vollkorn sc"]), Stated("", "Vollkorn", spans["vollkorn"])),
        *(Stated("title", "", spans["title"]), Stated("x4-history", "title", spans["title"])),
    )
    result = Result(check, "", "", State.FAIL, message)
    assert PageMap((), stated).source_of(result) == (spans[source] if source else None)


def test_of_a_file_that_was_not_built_here_nothing_is_known(made: tuple[Desk, bytes]) -> None:
    desk, data = made
    assert kept(desk.project.cache, data + b" ") is None
    pages = kept(desk.project.cache, data)
    assert pages
    assert pages == kept(Project(desk.root).cache, data)


def test_a_damaged_map_is_none(made: tuple[Desk, bytes]) -> None:
    desk, data = made
    for place in (desk.root / ".digest" / "cache").rglob("*"):
        if place.is_file():
            place.write_bytes(b"damaged")
    assert kept(desk.project.cache, data) is None


def test_the_pdf_says_nothing_of_its_sources(made: tuple[Desk, bytes]) -> None:
    _, data = made
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and is_text(one)]
    assert streams
    for said in (b"almaty.md", b"issue.yaml", b"cover.jpg"):
        assert all(said not in text for text in (data, *streams))


def test_a_build_that_proves_too_little_is_refused_at_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge is made to find a fault on a photo: no issue gets past the checks with a real one."""
    fault = Result(
        "x4-colours", "t", "X-4 6", State.FAIL, "A picture is wrong.", 1, Box(0, 0, 300, 400), what="picture"
    )
    monkeypatch.setattr("pipeline.preflight.preflight", lambda *_, **__: Verdict(("x4",), (fault,), 2))
    desk = issue_of(Desk(tmp_path.resolve()), FULL_BLEED)
    outcome = build(desk.project, NAME, BuildOptions(press=Order()))
    assert outcome.document is None
    (refusal,) = [finding for finding in outcome.report if finding.code == "E701"]
    assert str(refusal.span) == f"{line_with(desk, 'issue.yaml', 'photos/cover.jpg')}:16"
    assert refusal.page == "1"
