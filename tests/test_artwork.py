"""Adverts as jobs: what a printer would object to in a supplied page, at the size that was booked for it."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image

from pipeline.artwork import KNOWN, Job, facts_of, findings_of
from pipeline.build import build
from pipeline.colour_management import srgb_profile
from pipeline.diagnostic import Fault, Finding
from pipeline.supplied import probe_pdf
from tests.commandline import CommandLine
from tests.house import ROOT
from tests.issue_desk import FOLDER, NAME, Desk
from tests.picture_maker import MemoryCache, MemoryFile
from tests.press_desk import BLEED, FULL_BLEED, HEIGHT, MANIFEST, WIDTH, found, issue_of, pressed

MM = 72 / 25.4
PATH = "adverts/a.pdf"
IN_CMYK = b".5 .2 .1 0 k 0 0 999 999 re f"
TYPE = b"%s BT /F %s Tf 40 40 Td (Buy) Tj ET"
SPOT = Array([Name.Separation, Name("/PANTONE 871 C"), Name.DeviceCMYK,
              Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, .2, .6, .2], N=1)])  # fmt: skip
AT = "%d mm from the left and %d mm from the top."
EVERY = Array([Name.Separation, Name.All, Name.DeviceCMYK, SPOT[3]])


def page(
    content: bytes = IN_CMYK,
    *,
    size: tuple[float, float] = (WIDTH, HEIGHT),
    bleed: float = BLEED,
    pages: int = 1,
    entries: dict[str, Any] | None = None,
    **resources: Any,
) -> bytes:
    """A PDF whose pages have this content, a trim of this size, and so much bleed, all in points."""
    out = BytesIO()
    media = [0, 0, size[0] + 2 * bleed, size[1] + 2 * bleed]
    with pikepdf.new() as pdf:
        for _ in range(pages):
            one = pdf.add_blank_page(page_size=(media[2], media[3]))
            one.trimbox = Array([bleed, bleed, media[2] - bleed, media[3] - bleed])
            one.bleedbox = Array(media)
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            if "XObject" in resources:
                made = {name: pdf.make_stream(*parts) for name, parts in resources["XObject"].items()}
                resources = {**resources, "XObject": Dictionary(made)}
            if "profile" in resources:
                space = Array([Name.ICCBased, pdf.make_stream(srgb_profile(), N=3)])
                resources = {"ColorSpace": Dictionary(Own=space)}
            one.obj.Resources = Dictionary({"/Font": Dictionary(F=font), **{f"/{k}": v for k, v in resources.items()}})
            one.obj.Contents = pdf.make_stream(content)
            for key, value in (entries or {}).items():
                one.obj[f"/{key}"] = value
        pdf.save(out)
    return out.getvalue()


def photo(pixels: int, **entries: Any) -> dict[str, tuple[Any, ...]]:
    """A picture of so many grey pixels across and down, as a resource."""
    about = {"Width": pixels, "Height": pixels, "ColorSpace": Name.DeviceGray, "BitsPerComponent": 8, **entries}
    return {"/Im": (bytes([90]) * pixels * pixels, Dictionary(Type=Name.XObject, Subtype=Name.Image, **about))}


def placed(points: float) -> bytes:
    return b"q %f 0 0 %f 50 50 cm /Im Do Q" % (points, points)


def booked(desk: Desk, data: bytes, advert: str = f"file: {PATH}", path: str = PATH) -> Desk:
    """An issue with an advert of this artwork."""
    return issue_of(desk, FULL_BLEED, manifest=f"{MANIFEST}adverts:\n  - {{{advert}, alt: Buy.}}\n").photo(path, data)


def told(desk: Desk) -> list[Finding]:
    issue, _ = desk.load()
    assert issue
    return list(findings_of(issue, desk.project.cache))


def said(desk: Desk) -> list[str]:
    return [f"{finding.code}  {finding.message}" for finding in told(desk)]


# ---------------------------------------------------------------------- what is found


def test_a_page_that_a_printer_takes_is_not_remarked_on(desk: Desk) -> None:
    assert said(booked(desk, page())) == []


@pytest.mark.parametrize("layout", ["voice", "bulletin", "pocket"])
def test_the_samples_advert_is_fit_for_the_press_in_every_layout(desk: Desk, layout: str) -> None:
    data = (ROOT / "issues/2023-q2/adverts/finance-centre.pdf").read_bytes()
    sections = "sections: [{title: News, articles: [articles/almaty.md]}]\n"
    booking = f"adverts: [{{file: {PATH}, alt: Buy.}}]\n"
    desk.manifest(f"publication: {{title: Q}}\nissue: 2023-Q2\nlayout: {layout}\n{sections}{booking}").photo(PATH, data)
    assert [line for line in said(desk) if not line.startswith("A737 ")] == []


def test_a_finding_stands_at_the_adverts_line_with_what_to_ask_for(desk: Desk) -> None:
    (one,) = told(booked(desk, page(b"1 0 0 rg 0 0 999 999 re f")))
    assert str(one.span) == f"{FOLDER}/issue.yaml:11:12"
    assert (one.code, one.hint, one.role) == ("W730", "Ask the advertiser for a PDF/X-4 in CMYK.", "editor")
    assert one.message == (
        "adverts/a.pdf is in RGB, the colours of a screen: it can be shown on one, and a press edition is refused."
    )


STATES = Dictionary(Over=Dictionary(OP=True, op=True, OPM=1), Half=Dictionary(ca=0.5))
FOUND: dict[str, tuple[bytes, str]] = {
    "profile": (
        page(b"/Own cs 1 0 0 sc 0 0 999 999 re f", profile=True),
        "W724  adverts/a.pdf has colours that the printer's machine will convert, each in its own way.",
    ),
    "spot": (
        page(b"/Own cs 1 sc 0 0 999 999 re f", ColorSpace=Dictionary(Own=SPOT)),
        "A731  adverts/a.pdf prints on plates of its own: PANTONE 871 C.",
    ),
    "ink": (
        page(IN_CMYK + b" 1 .9 .9 .7 k 60 60 80 80 re f"),
        "W732  adverts/a.pdf: There is too much ink in one place; 350 %; wanted: 300 %; " + AT % (18, 104),
    ),
    "coarse": (
        page(placed(72) + b" " + placed(36), XObject=photo(100)),
        "W733  adverts/a.pdf: A picture is too coarse (2 times); 100 ppi; wanted: 150 ppi; " + AT % (15, 110),
    ),
    "soft": (
        page(placed(36), XObject=photo(100)),
        "W733  adverts/a.pdf: A picture is somewhat coarse; 200 ppi; wanted: 225 ppi; " + AT % (15, 123),
    ),
    "white": (
        page(IN_CMYK + b" /Over gs 0 0 0 0 k 50 50 80 80 re f", ExtGState=STATES),
        "W734  adverts/a.pdf: An area in white overprints, and vanishes; " + AT % (15, 107),
    ),
    "register": (
        page(b"/Own cs .5 sc 50 50 80 80 re f", ColorSpace=Dictionary(Own=EVERY)),
        "W734  adverts/a.pdf: An area in the colour of register marks lies inside of the trim; " + AT % (15, 107),
    ),
    "rich": (
        page(TYPE % (b".5 .4 .4 1 k", b"9")),
        "W735  adverts/a.pdf: Black type is of several inks; 50 C, 40 M, 40 Y, 100 K; wanted: 100 K; " + AT % (11, 137),
    ),
    "hairline": (
        page(b"0 0 0 1 K .1 w 50 50 m 90 50 l S"),
        "W735  adverts/a.pdf: A line is too thin; 0.1 pt; wanted: 0.25 pt; " + AT % (15, 135),
    ),
    "black": (
        page(IN_CMYK + b" " + TYPE % (b"0 0 0 1 k", b"9")),
        "W736  adverts/a.pdf: Black type does not overprint; 9 pt; " + AT % (11, 137),
    ),
    "clear": (
        page(b"/Half gs " + IN_CMYK, ExtGState=STATES),
        "A738  adverts/a.pdf is transparent in parts, which the printer's machine will blend.",
    ),
    "cut": (
        page(b".5 0 0 0 k %f %f %f %f re f" % (BLEED, BLEED, WIDTH, HEIGHT)),
        "W722  adverts/a.pdf: An area touches the trim and does not reach the end of the bleed; " + AT % (0, 0),
    ),
    "bleed": (page(bleed=0), "W722  adverts/a.pdf has 0.0 mm of bleed; the page wants 3 mm."),
    "damage": (
        page(b"/Missing Do " + IN_CMYK),
        "W740  adverts/a.pdf: It cannot be looked into: page 1 uses XObject /Missing, which its resources lack.",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_a_printer_would_object_to_is_told_once(desk: Desk, name: str) -> None:
    data, message = FOUND[name]
    (one,) = said(booked(desk, data))
    assert one == message


def test_the_smallest_type_is_told_in_several_inks_and_at_all(desk: Desk) -> None:
    found = said(booked(desk, page(TYPE % (b"0 1 1 0 k", b"3"))))
    assert [one.partition("; ")[0] for one in found] == [
        "W735  adverts/a.pdf: Type is very small",
        "W735  adverts/a.pdf: Type of 3 pt is of several inks",
    ]


@pytest.mark.parametrize(
    "content,why",
    [
        (b"q 1 0 0 rg BI /W 1", "It is not whole: Unexpected end of stream"),
        (b"BI /W 1 ID rg EI", "It cannot be looked into: page 1 paints with a colour space that is none"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_told(desk: Desk, content: bytes, why: str) -> None:
    assert said(booked(desk, page(content)))[-1] == f"W740  adverts/a.pdf: {why}."


def test_an_issue_without_a_layout_has_no_sizes_to_judge_by(desk: Desk) -> None:
    booked(desk, FOUND["ink"][0]).write("layouts/mine/layout.yaml", "")
    assert said(desk) == []


def test_one_ink_under_two_names_is_told(desk: Desk) -> None:
    other = Array([Name.Separation, Name("/Pantone 871C"), *list(SPOT)[2:]])
    squares = b"/A cs 1 sc 50 50 9 9 re f /B cs 1 sc 60 60 9 9 re f"
    names, plates = said(booked(desk, page(squares, ColorSpace=Dictionary(A=SPOT, B=other))))
    assert plates == "A731  adverts/a.pdf prints on plates of its own: PANTONE 871 C, Pantone 871C."
    assert names.startswith("W734  adverts/a.pdf: Two spot colours differ in spelling alone, and make two plates;")


def test_a_check_tells_it_once_with_pages_and_without(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    booked(desk, FOUND["ink"][0])
    digest = CommandLine(desk.root, capsys, monkeypatch)
    for options in ((), ("--pages",)):
        found = digest("check", "--json", *options).data["findings"]
        assert [one["code"] for one in found if PATH in one["message"]] == ["W732"]


# ---------------------------------------------------------------------- the booked size


def test_a_page_is_judged_at_the_size_at_which_it_is_printed(desk: Desk) -> None:
    """Type of 6 pt in several inks is good where it was made for; at half of that size it is not."""
    data = page(TYPE % (b"0 1 1 0 k", b"6"), size=(2 * WIDTH, 2 * HEIGHT), bleed=2 * BLEED)
    small, inks, reduced = said(booked(desk, data))
    assert reduced == (
        "A737  adverts/a.pdf is 240 × 300 mm, but full-page is 120 × 150 mm: it is printed at 50 % of its size."
    )
    assert inks.startswith("W735  adverts/a.pdf: Type of 3 pt")
    assert small.startswith("W735  adverts/a.pdf: Type is very small")
    assert said(booked(desk, page(TYPE % (b"0 1 1 0 k", b"6")))) == []


def test_a_unit_of_the_pages_own_is_counted(desk: Desk) -> None:
    half = page(placed(36), size=(WIDTH / 2, HEIGHT / 2), bleed=BLEED / 2, entries={"UserUnit": 2}, XObject=photo(160))
    assert [one.partition("; wanted")[0] for one in said(booked(desk, half))] == [
        "W733  adverts/a.pdf: A picture is somewhat coarse; 160 ppi"
    ]


def test_part_of_a_page_wants_no_bleed(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, manifest=f"{MANIFEST}adverts:\n  - {{file: {PATH}, size: half-page, alt: Buy.}}\n")
    issue, _ = desk.load()
    assert issue
    assert issue.layout
    space = issue.layout.advert_spaces()["half-page"]
    assert said(desk.photo(PATH, page(size=(space.width, space.height), bleed=0))) == []


def test_more_bleed_than_is_wanted_need_not_be_painted(desk: Desk) -> None:
    filled = b".5 0 0 0 k %f %f %f %f re f" % (2 * BLEED, 2 * BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    assert said(booked(desk, page(filled, bleed=3 * BLEED))) == []


def test_a_turned_page_has_no_places(desk: Desk) -> None:
    turned = page(placed(36), size=(HEIGHT, WIDTH), entries={"Rotate": 90}, XObject=photo(100))
    (one,) = said(booked(desk, turned))
    assert one == "W733  adverts/a.pdf: A picture is somewhat coarse; 200 ppi; wanted: 225 ppi."


def test_the_page_that_is_meant_is_named(desk: Desk) -> None:
    (one,) = said(booked(desk, page(b"1 0 0 rg 0 0 9 9 re f", pages=2), f"file: {PATH}, page: 2"))
    assert one.startswith("W730  adverts/a.pdf, page 2 is in RGB")


def test_the_layouts_own_limits_count(desk: Desk) -> None:
    manifest = f"{MANIFEST}adverts:\n  - {{file: {PATH}, alt: Buy.}}\n"
    issue_of(desk, FULL_BLEED, manifest=manifest, print={"ppi": 90, "least_ppi": 60, "ink": 340})
    desk.photo(PATH, page(placed(72) + IN_CMYK + b" 1 .9 .8 .6 k 60 60 80 80 re f", XObject=photo(100)))
    assert said(desk) == []


def test_a_house_advert_is_judged_across_the_page(desk: Desk) -> None:
    manifest = f"{MANIFEST}fillers:\n  - advert: {{file: {PATH}, alt: Buy.}}\n"
    issue_of(desk, FULL_BLEED, manifest=manifest).photo(PATH, page(b"1 0 0 rg 0 0 999 999 re f", bleed=0))
    assert [one[:4] for one in said(desk)] == ["W730"]


# ---------------------------------------------------------------------- pictures


def png(pixels: tuple[int, int], mode: str = "L") -> bytes:
    out = BytesIO()
    Image.new(mode, pixels).save(out, "png")
    return out.getvalue()


@pytest.mark.parametrize("pixels,code", [((2400, 3000), ""), ((900, 1125), "W312"), ((480, 600), "E311")])
def test_a_picture_is_told_when_it_is_too_coarse_for_its_space_and_only_once(
    desk: Desk, pixels: tuple[int, int], code: str
) -> None:
    booked(desk, png(pixels), "file: adverts/a.png", "adverts/a.png")
    assert [one[:4] for one in said(desk)] == ([code] if code else [])
    report = build(desk.project, NAME).report
    assert [f.code for f in report if "adverts/a.png" in f.message] == ([code] if code else [])


def test_a_picture_in_rgb_is_advised_against(desk: Desk) -> None:
    assert said(booked(desk, png((2400, 3000), "RGB"), "file: adverts/a.png", "adverts/a.png")) == [
        "A739  adverts/a.png is a picture in RGB: type in it is of pixels, and its black is printed in four inks."
    ]


def test_a_picture_with_clear_parts_is_told(desk: Desk) -> None:
    booked(desk, png((2520, 3120), "LA"), "file: adverts/a.png", "adverts/a.png")
    assert [one[:4] for one in said(desk)] == ["A738"]
    outcome = pressed(desk)
    assert outcome.document
    with pikepdf.open(BytesIO(outcome.document.data)) as pdf:
        assert [str(one.obj.Group.CS) for one in pdf.pages if "/Group" in one.obj] == ["/DeviceCMYK"]


# ---------------------------------------------------------------------- editions


def test_an_advert_in_rgb_is_published_on_a_screen_and_refused_for_a_press(desk: Desk) -> None:
    booked(desk, page(b"1 0 0 rg 0 0 999 999 re f"))
    outcome = build(desk.project, NAME)
    assert outcome.document
    assert [f.code for f in outcome.report if PATH in f.message] == ["W730"]
    refused = pressed(desk)
    assert refused.document is None
    assert [f.code for f in refused.report if PATH in f.message] == ["E723"]


def test_a_press_edition_says_what_it_has_of_transparency(desk: Desk) -> None:
    booked(desk, page(b"/Half gs " + IN_CMYK, ExtGState=STATES))
    assert [one[:4] for one in found(desk, "A738")] == ["A738"]
    outcome = pressed(desk)
    assert outcome.document
    with pikepdf.open(BytesIO(outcome.document.data)) as pdf:
        assert [str(one.obj.Group.CS) for one in pdf.pages if "/Group" in one.obj] == ["/DeviceCMYK"]


@given(data=st.sampled_from([data for data, _ in FOUND.values()]), places=st.lists(st.tuples(
    st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=9))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_damaged_page_is_told_and_stops_nothing(data: bytes, places: list[tuple[float, int]]) -> None:
    spoilt = bytearray(data)
    for share, byte in places:
        spoilt[int(share * len(spoilt))] = byte
    try:
        supplied = probe_pdf(MemoryFile(bytes(spoilt), PATH))
    except Fault:  # one that cannot be placed is refused before it is judged
        return
    job = Job(scale=1.0, bleed=BLEED, ppi=225, least_ppi=150, ink=300)
    facts = facts_of(MemoryFile(bytes(spoilt), PATH), supplied, job, MemoryCache())
    assert {fact.check for fact in facts} <= KNOWN


# ---------------------------------------------------------------------- what is kept


def test_the_judge_is_asked_once_for_a_page_at_a_size(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    booked(desk, FOUND["hairline"][0])
    first = said(desk)
    monkeypatch.setattr("pipeline.preflight.preflight", None)  # asking would fail
    assert said(desk) == first
    monkeypatch.setattr("pipeline.preflight.preflight", lambda *_, **__: pytest.fail("asked"))
    with pytest.raises(pytest.fail.Exception):
        said(booked(desk, FOUND["hairline"][0], f"file: {PATH}, size: strip"))


@pytest.mark.parametrize("spoilt", [b"", b"?", b"[1]", b'[{"check": "tide"}]', json.dumps({"a": 1}).encode()])
def test_a_spoilt_store_does_no_harm(desk: Desk, spoilt: bytes) -> None:
    booked(desk, FOUND["spot"][0])
    first = said(desk)
    for kept in (desk.root / ".digest" / "cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(spoilt)
    assert said(desk) == first
