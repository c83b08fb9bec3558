"""``digest build --target press`` as a person in charge of distribution meets it."""

from __future__ import annotations

import pikepdf
import pytest

from pipeline.colour_management import offset_profile, srgb_profile
from tests.commandline import CommandLine

ONE = ("build", "--only", "before-you-publish", "--target", "press")
PDF = "dist/2026-q4/2026-q4-before-you-publish-press.pdf"


def test_a_press_edition_lies_beside_the_one_for_screens(newsletter: CommandLine) -> None:
    newsletter("build", "--only", "before-you-publish")
    done = newsletter(*ONE)
    assert done.code == 0, done.out + done.err
    assert PDF in done.out
    names = sorted(place.name for place in (newsletter.folder / "dist/2026-q4").iterdir())
    assert names == ["2026-q4-before-you-publish-press.pdf", "2026-q4-before-you-publish.pdf"]
    with pikepdf.open(newsletter.folder / PDF) as pdf:
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"


def test_the_starters_layout_and_photos_are_fit_for_print(newsletter: CommandLine) -> None:
    done = newsletter("build", "--target", "press", "--json")
    assert done.code == 0, done.err
    assert [f["message"] for f in done.data["findings"] if f["code"][1:3] == "72"] == []


def test_a_profile_that_no_press_edition_could_use_is_told_by_a_check(newsletter: CommandLine) -> None:
    assert newsletter("layouts", "--copy", "voice", "mine").code == 0
    newsletter.edit("issues/2026-q4/issue.yaml", "layout: voice", "layout: mine")
    newsletter.edit("layouts/mine/layout.yaml", "print: {", "print: {profile: ours.icc, ")
    missing = newsletter("check")
    assert (missing.code, "E101  ours.icc is not there." in missing.out) == (1, True)
    (newsletter.folder / "layouts/mine/ours.icc").write_bytes(srgb_profile())
    for options in ((), ("--pages",)):
        wrong = newsletter("check", *options)
        assert (wrong.code, "E720  layouts/mine/ours.icc describes no press" in wrong.out) == (1, True)
    (newsletter.folder / "layouts/mine/ours.icc").write_bytes(offset_profile())
    assert newsletter("check").code == 0


@pytest.mark.parametrize(
    "marks,names,room",
    [
        ("none", 0, 0.0),
        ("crop", 0, 22.68),
        ("slug", 4, 22.68),
        ("Crop, bleed,registration,bars,slug", 4, 22.68),
        ("all", 4, 22.68),
    ],
)
def test_marks_are_chosen_by_name(newsletter: CommandLine, marks: str, names: int, room: float) -> None:
    assert newsletter(*ONE, "--marks", marks).code == 0
    with pikepdf.open(newsletter.folder / PDF) as pdf:
        page = pdf.pages[0]
        media, bleed = ([float(edge) for edge in page.obj[name]] for name in ("/MediaBox", "/BleedBox"))
        assert bleed[0] - media[0] == pytest.approx(room, abs=0.01)
        colours = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) == "scn"]
        assert bool(colours) == bool(names)


@pytest.mark.parametrize(
    "options,said",
    [
        (("--marks", "crop"), "say --target press too"),
        (("--profile", "x.icc"), "say --target press too"),
        (("--target", "press", "--photos", "original"), "a press wants every photo in its own inks"),
        (
            ("--target", "press", "--marks", "folds"),
            "'folds' is none of the marks: crop, bleed, registration, bars, slug",
        ),
        (("--target", "press", "--marks", "crop,none"), "'none' stands alone."),
        (("--target", "paper"), "'paper' is not one of 'screen', 'press'"),
    ],
)
def test_options_that_contradict_one_another_are_refused(
    newsletter: CommandLine, options: tuple[str, ...], said: str
) -> None:
    done = newsletter("build", *options)
    assert done.code == 2
    assert said in " ".join(done.err.split())


def test_the_printers_profile_is_named_as_what_the_file_is_for(newsletter: CommandLine) -> None:
    (newsletter.folder / "ours.icc").write_bytes(offset_profile().replace(b"FOGRA39L", b"FOGRA51 "))
    assert newsletter(*ONE, "--profile", "ours.icc").code == 0
    with pikepdf.open(newsletter.folder / PDF) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile == (newsletter.folder / "ours.icc").read_bytes()


def test_a_profile_that_will_not_do_is_a_finding_and_writes_nothing(newsletter: CommandLine) -> None:
    (newsletter.folder / "screen.icc").write_bytes(srgb_profile())
    done = newsletter(*ONE, "--profile", "screen.icc")
    assert done.code == 1
    assert "E720  screen.icc describes no press" in done.out
    assert newsletter(*ONE, "--profile", "nowhere.icc").code == 1
    assert not (newsletter.folder / "dist").exists()
