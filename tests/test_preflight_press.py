"""The judge of press files: a good one of our own passes, every wrong copy is caught with its page and reason."""

from __future__ import annotations

from io import BytesIO
from zlib import compress

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from pipeline.diagnostic import Fault, Severity
from pipeline.preflight import (
    PRESS,
    Result,
    State,
    Verdict,
    built_in_profile,
    preflight,
    profile_names,
    read_profile,
    report_on,
)
from tests.good_file import good_file
from tests.mutants import put, saved
from tests.mutants_press import (
    SHEET,
    Wrong,
    first_picture,
    good_press_file,
    listed,
    odd,
    painted,
    picture,
    shown,
    spots,
    state,
    typed,
)
from tests.mutants_printing import MUTANTS


def told(verdict: Verdict, check: str) -> list[Result]:
    """What a check found."""
    return [result for result in verdict.results if result.check == check and result.state is State.FAIL]


def judged(change: object, profile: str = "") -> Verdict:
    """The verdict on the good file, changed."""
    data = Wrong("", "", "", change=change).made_of(good_press_file())  # type: ignore[arg-type]
    return preflight(data, PRESS, read_profile(profile, "own.yaml") if profile else None)


def test_the_good_file_passes_for_every_printer() -> None:
    for name in profile_names():
        verdict = preflight(good_press_file(), PRESS, built_in_profile(name))
        spot = name != "press"  # the others print no spot colours
        assert {result.check for result in verdict.failures} == ({"spot-count"} if spot else set()), name
    assert preflight(good_press_file(), PRESS).passed


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_caught_with_its_page_and_reason(mutant: Wrong) -> None:
    verdict = preflight(mutant.made_of(good_press_file()), PRESS)
    assert not verdict.passed
    caught = [(result.check, result.page, result.message) for result in verdict.failures]
    assert any(c == mutant.catches and p == mutant.page and mutant.reason in m for c, p, m in caught), caught


def test_mutants_are_many_and_each_has_its_name() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 60


# ---------------------------------------------------------------------- other people's files


def plain_pdf() -> bytes:
    """A page of other people's making: RGB, a font that is not embedded, no boxes but one."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 400))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(20, 20, 100, 100, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(20, 200, "Black of the screen")
    canvas.save()
    return stream.getvalue()


def claiming() -> bytes:
    """The same with all the labels of PDF/X-4 stuck on."""
    with pikepdf.open(BytesIO(plain_pdf())) as pdf, pikepdf.open(BytesIO(good_press_file())) as good:
        pdf.Root.Metadata = pdf.copy_foreign(good.Root.Metadata)
        pdf.Root.OutputIntents = pdf.copy_foreign(pdf_array(good))
        del pdf.trailer["/Info"]
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Trapped=pikepdf.Name("/False")))
        pdf.pages[0].obj.TrimBox = pikepdf.Array([0, 0, 300, 400])
        return saved(pdf, force_version="1.6")


def pdf_array(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The output intents, as an object that can be copied."""
    return pdf.make_indirect(pdf.Root.OutputIntents)


def test_a_file_that_claims_nothing_is_told_what_it_lacks() -> None:
    failed = {result.check for result in preflight(plain_pdf(), PRESS).failures}
    assert {"x4-intent", "x4-boxes", "embedded-fonts", "screen-colours", "x4-colours", "x4-trapped"} <= failed


def test_a_label_over_a_screens_colours_is_told_apart_from_a_press_file() -> None:
    verdict = preflight(claiming(), PRESS)
    failed = {result.check for result in verdict.failures}
    assert {"x4-claim", "x4-intent", "x4-boxes", "x4-trapped"}.isdisjoint(failed)
    assert {"x4-colours", "screen-colours", "embedded-fonts"} <= failed
    reasons = [result.message for result in told(verdict, "screen-colours")]
    assert reasons == ["An area is in a screen's colours.", "Type is in a screen's colours."]


def test_a_screen_edition_is_no_press_edition() -> None:
    verdict = preflight(good_file(), PRESS)
    assert {"x4-version", "x4-claim", "x4-annotations", "x4-intent"} <= {r.check for r in verdict.failures}


def test_what_is_no_pdf_is_not_passed() -> None:
    verdict = preflight(b"no PDF", PRESS)
    assert not verdict.passed
    assert verdict.failures[0].clause == "X-4 6.1, press 6.1"


# ---------------------------------------------------------------------- values, places, severities


def test_total_ink_is_told_with_its_value_and_place() -> None:
    (found,) = told(judged(painted("0.85 0.85 0.85 0.85 k 60 60 40 40 re f")), "total-ink")
    assert (found.value, found.limit, found.page) == ("340 %", "300 %", 1)
    assert found.box
    trim = 150 * 72 / 25.4
    assert found.box.left >= 60
    assert found.box.right <= 100
    assert trim - 100 <= found.box.top
    assert found.box.bottom <= trim - 60 + 0.01


@pytest.mark.parametrize(
    "operators",
    [
        "1 1 0 0 k 60 60 40 40 re f 0 0 1 1 k 60 60 40 40 re f",
        "0.85 0.85 0.85 0.85 k 60 60 40 40 re f 0 0 0 0.5 k 50 50 60 60 re f",
        "60 60 20 20 re W n 0 0 0 0 k 0 0 300 300 re f 1 1 1 1 k 90 90 9 9 re f",
    ],
    ids=["knocked out", "covered", "clipped"],
)
def test_ink_that_does_not_reach_the_paper_is_not_counted(operators: str) -> None:
    assert told(judged(state(operators, OP=False, op=False)), "total-ink") == []


def test_a_spot_is_less_than_the_least_area() -> None:
    dot = painted("1 1 1 1 k 60 60 2 2 re f")
    assert told(judged(dot), "total-ink") == []
    assert told(judged(dot, "ink: {area: 0.1}"), "total-ink")


@pytest.mark.parametrize(
    "pixels, severity, value",
    [
        (290, Severity.ERROR, "145 ppi"),
        (300, Severity.WARNING, "150 ppi"),
        (440, Severity.WARNING, "220 ppi"),
        (450, None, ""),
        (900, None, ""),
        (1000, Severity.ADVICE, "500 ppi"),
    ],
)
def test_resolution_is_an_error_a_warning_or_advice(pixels: int, severity: Severity | None, value: str) -> None:
    verdict = judged(shown(picture((9, 9, 9, 9), (pixels, pixels))))
    found = [(result.severity, result.value) for result in told(verdict, "resolution")]
    assert found == ([(severity, value)] if severity else [])
    assert verdict.passed == (severity is not Severity.ERROR)


def test_what_is_outside_of_the_bleed_is_not_measured() -> None:
    assert judged(painted("0.1 w 0 0 0 1 K 20 -15 m 60 -15 l S")).passed
    assert not judged(painted("0.1 w 0 0 0 1 K 20 -5 m 60 -5 l S")).passed


def test_sizes_are_those_on_the_paper() -> None:
    small = "0.25 0 0 0.25 0 0 cm "
    assert told(judged(painted(small + "2 w 0 0 0 1 K 240 240 m 300 240 l S")), "hairlines") == []
    assert told(judged(painted(small + "0.5 w 0 0 0 1 K 240 240 m 300 240 l S")), "hairlines")


@pytest.mark.parametrize("shown", ["<0003> '", '0 0 <0003> "'])
def test_type_on_the_next_line_is_there_and_not_above(shown: str) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        painted(f"BT {name} 3 Tf 0 0 0 1 k 40 TL 60 160 Td {shown} ET")(pdf)

    (small,) = told(judged(change), "small-type")
    assert small.box
    assert small.box.height < 3


def test_black_type_that_overprints_or_is_large_is_as_it_should_be() -> None:
    for change in (
        typed(9, "0 0 0 1 k", "Over"),
        typed(24, "0 0 0 1 k"),
        typed(24, "0.6 0.4 0.4 1 k"),
        typed(4.5, "0 0 0 0.6 k"),
    ):
        assert judged(change).passed


def test_small_type_and_an_odd_number_of_pages_are_warnings() -> None:
    verdict = judged(typed(3, "0 0 0 1 k", "Over"))
    assert verdict.passed
    assert {(r.check, r.severity) for r in verdict.remarks} >= {("small-type", "warning"), ("page-count", "warning")}
    assert [r.value for r in told(judged(odd), "page-count")] == ["5"]


def test_spot_colours_of_other_names_are_others() -> None:
    assert told(judged(spots("PANTONE 485 C", "PANTONE 486 C")), "spot-names") == []


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_byte_of_a_press_file_changed_makes_the_judge_fail_to_judge(data: st.DataObject) -> None:
    good = bytearray(good_press_file())
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    assert preflight(bytes(good), PRESS).results


def test_a_page_too_large_to_be_measured_is_not_passed() -> None:
    def grow(pdf: pikepdf.Pdf) -> None:
        for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
            pdf.pages[0].obj[key] = pikepdf.Array([0, 0, 14_000, 14_000])

    (found,) = told(judged(grow), "total-ink")
    assert "too large to be measured" in found.message


def test_a_damaged_photo_is_told_and_not_passed() -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        photo = first_picture(pdf)
        photo.write(photo.read_raw_bytes()[:400], filter=pikepdf.Name.DCTDecode)

    verdict = judged(damage)
    assert not verdict.passed
    assert "JPEG" in told(verdict, "total-ink")[0].message


# ---------------------------------------------------------------------- profiles


def test_a_profile_of_ones_own_moves_the_limits() -> None:
    heavy = painted("0.85 0.85 0.85 0.85 k 60 60 40 40 re f")
    assert judged(heavy, "ink: {most: 345}").passed
    coarse = shown(picture((9, 9, 9, 9), (240, 240)))
    assert judged(coarse, "pictures: {least: 72, low: 100}").passed
    assert judged(painted("0.1 w 0 0 0 1 K 60 60 m 99 60 l S"), "lines: {thinnest: 0.1pt}").passed
    assert not judged(spots("One"), "colours: {spots: 1}").passed


def test_rgb_by_a_profile_may_be_allowed_and_bare_rgb_never() -> None:
    profiled = next(mutant for mutant in MUTANTS if mutant.name == "an area in RGB by profile")
    assert judged(profiled.change, "colours: {rgb: true}").passed
    assert not judged(painted("1 0 0 rg 60 60 9 9 re f"), "colours: {rgb: true}").passed


@pytest.mark.parametrize(
    "text, code", [("ink: {mots: 300}", "E121"), ("ink: {most: much}", "E123"), ("ink: [", "E111")]
)
def test_a_profile_with_a_mistake_is_refused_at_its_line(text: str, code: str) -> None:
    with pytest.raises(Fault) as raised:
        read_profile(f"title: Mine\n{text}\n", "own.yaml")
    assert raised.value.findings[0].code == code
    assert raised.value.findings[0].span


def test_a_profile_that_is_not_there_is_a_finding_that_lists_those_that_are() -> None:
    with pytest.raises(Fault) as raised:
        built_in_profile("newspaper")
    assert raised.value.findings[0].code == "E703"
    assert "magazine, press, sheet-fed" in raised.value.findings[0].hint


def test_findings_of_a_press_verdict_leave_warnings_out() -> None:
    assert not report_on(preflight(good_press_file(), PRESS), "issue.pdf").findings
    (finding,) = report_on(judged(painted("0.1 w 0 0 0 1 K 60 60 m 99 60 l S")), "issue.pdf").findings
    assert (finding.code, finding.page) == ("E701", "1")
    assert "PDF/X-4" in finding.message


def test_warnings_stay_warnings_however_many_there_are_and_errors_come_first() -> None:
    soft = " ".join(f"q 200 0 0 200 {60 + n} 60 cm /New Do Q" for n in range(30))  # 216 ppi
    grey = {"New": picture((9, 9, 9, 9))}
    found = told(judged(painted(soft, XObject=grey)), "resolution")
    assert {result.severity for result in found} == {Severity.WARNING}
    assert found[-1].message == "And 5 more."
    coarse = f"{soft} q 300 0 0 300 60 60 cm /New Do Q"  # the last is of 144 ppi
    first, *_ = told(judged(painted(coarse, XObject=grey)), "resolution")
    assert (first.severity, first.value) == (Severity.ERROR, "144 ppi")


def test_an_outline_that_only_names_pages_is_no_action() -> None:
    verdict = judged(lambda pdf: listed(Dest=Array([pdf.pages[0].obj, Name.Fit]))(pdf))
    assert not told(verdict, "x4-actions")


def test_a_page_turned_the_whole_way_round_is_upright_and_mixed_sizes_may_not_be_turned() -> None:
    assert not told(judged(put(SHEET, "/Rotate", 360)), "page-sizes")
    assert told(judged(put(SHEET, "/Rotate", 90), "pages: {mixed: true}"), "page-sizes")


def test_what_a_soft_mask_is_made_of_is_not_printed() -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    about = Dictionary(Subtype=Name.Form, BBox=[0, 0, 99, 99], Group=group, Resources=Dictionary())

    def masked(pdf: pikepdf.Pdf) -> None:
        mask = Dictionary(S=Name.Luminosity, G=pdf.make_stream(b"1 1 1 1 k 0 0 99 99 re f", about))
        state("0 0 0 0.5 k 60 60 9 9 re f", SMask=mask)(pdf)

    assert not told(judged(masked), "total-ink")


def test_a_damaged_file_is_told_in_the_same_words_each_time() -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[0].obj.Contents
        contents.write(compress(contents.read_bytes())[:-40], filter=Name.FlateDecode)

    data = Wrong("", "", "", change=cut).made_of(good_press_file())
    verdict = preflight(data, PRESS)
    assert told(verdict, "mended")
    assert preflight(data, PRESS) == verdict
    assert not any(" at 0x" in result.message + result.value for result in verdict.results)
