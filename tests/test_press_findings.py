"""What a press build finds: photos and tints at the cut, small type in many inks, supplied pages, profiles."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.colour_management import offset_profile, srgb_profile
from pipeline.press import Order
from pipeline.project import given_file
from tests.issue_desk import Desk
from tests.press_desk import (
    BLEED,
    FULL_BLEED,
    HEIGHT,
    MANIFEST,
    WIDTH,
    found,
    issue_of,
    operators,
    order,
    photo,
    press_pdf,
    pressed,
)

AT_THE_CUT = {"at": {"left": "0mm", "right": "0mm", "top": "0mm", "height": "75mm"}, "picture": {"of": "cover"}}


REJECTED = "E701  The PDF does not prove PDF/X-4 and the printer's limits:"
BLEEDS = "press pages.bleed."
MM = 72 / 25.4
IN_CMYK, IN_RGB = b".5 .2 .1 0 k 0 0 999 999 re f", b".5 .2 .1 rg 0 0 999 999 re f"


def supplied(content: bytes = IN_CMYK, bleed: float = 3, space: Any = None, state: Any = None) -> bytes:
    """A page of the trim of these tests with so many millimetres of bleed; ``space`` is its colour space Own."""
    out = BytesIO()
    media = [0, 0, WIDTH + 2 * bleed * MM, HEIGHT + 2 * bleed * MM]
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(media[2], media[3]))
        page.trimbox = pikepdf.Array([bleed * MM, bleed * MM, media[2] - bleed * MM, media[3] - bleed * MM])
        page.bleedbox = pikepdf.Array(media)
        if isinstance(space, pikepdf.Array) and space[0] == "/ICCBased":
            space = pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_stream(srgb_profile(), N=3)])
        spaces = pikepdf.Dictionary(Own=space or pikepdf.Name.DeviceCMYK)
        states = pikepdf.Dictionary(Own=state or pikepdf.Dictionary())
        page.obj.Resources = pikepdf.Dictionary(ColorSpace=spaces, ExtGState=states)
        page.obj.Contents = pdf.make_stream(content)
        pdf.save(out)
    return out.getvalue()


def with_advert(desk: Desk, data: bytes) -> Desk:
    manifest = MANIFEST + "adverts: [{file: adverts/a.pdf, alt: An advert., after: articles/almaty.md}]\n"
    return issue_of(desk, FULL_BLEED, manifest=manifest).photo("adverts/a.pdf", data)


# ---------------------------------------------------------------------- bleed


def test_a_photo_that_ends_at_the_cut_shows_more_of_itself_beyond_it(desk: Desk) -> None:
    # Seen are 120 by 75 mm of a photo of 120 by 150 mm.
    assert found(issue_of(desk, AT_THE_CUT, cover=photo(size=(1600, 2000))), "W721", "E701") == [
        f"{REJECTED} photos/cover.jpg ends at the edge of the page, and has nothing more to print beyond it, {BLEEDS}"
    ]
    above = {"at": {"left": "20mm", "right": "20mm", "top": "0mm", "height": "75mm"}, "picture": {"of": "cover"}}
    issue_of(desk, above, cover=photo(size=(1600, 2000)))
    assert found(desk, "W721", "E701") == []
    placed = [operands for operator, operands in operators(press_pdf(desk, order())) if operator == "cm"]
    (matrix,) = ([float(operand) for operand in operands] for operands in placed)
    assert matrix[5] + matrix[3] == pytest.approx(HEIGHT + BLEED, abs=0.01)
    assert matrix[4] == pytest.approx(20 * MM, abs=0.01)


def test_a_tint_that_ends_at_the_cut_runs_into_the_bleed(desk: Desk) -> None:
    tint = {"at": {"left": "0mm", "right": "0mm", "top": "0mm", "height": "40mm"}, "fill": {"swatch": "house"}}
    data = press_pdf(issue_of(desk, tint), order())
    drawn = [[float(n) for n in operands] for operator, operands in operators(data) if operator == "re"]
    assert drawn[1] == pytest.approx([-BLEED, HEIGHT - 40 * MM, WIDTH + 2 * BLEED, 40 * MM + BLEED], abs=0.01)


def test_what_stands_inside_of_the_page_stays_where_it_is(desk: Desk) -> None:
    inside = {"at": {"left": "1mm", "right": "1mm", "top": "1mm", "height": "75mm"}, "picture": {"of": "cover"}}
    issue_of(desk, inside, cover=photo(size=(1600, 2000)))
    assert found(desk, "W721") == []
    placed = [operands for operator, operands in operators(press_pdf(desk, order())) if operator == "re"]
    assert float(placed[-1][0]) == pytest.approx(-BLEED, abs=0.01), "only the bleed itself is a clip"


# ---------------------------------------------------------------------- small type and thin rules


def text(style: str = "tiny") -> Any:
    return {"at": {"columns": [1, 6], "rows": [2, 4]}, "text": "{publication.title}", "style": style}


def styles(colour: str, size: str) -> Any:
    return {"tiny": {"based_on": "body", "colour": colour, "size": size}}


def test_small_type_in_more_than_two_inks_is_told_with_its_inks(desk: Desk) -> None:
    issue_of(desk, text(), styles=styles("four", "7pt"))
    (one,) = [finding for finding in pressed(desk).report if finding.code == "W726"]
    assert one.message == (
        "Type of 7 pt in 'four', of 4 inks (80 60 40 30): its edges will show colours (“The Quarterly”)."
    )
    assert str(one.span).startswith("layouts/mine/layout.yaml:")
    assert one.page == "1"


@pytest.mark.parametrize("colour,size", [("four", "9pt"), ("both", "7pt"), ("gold", "7pt"), ("ink", "7pt")])
def test_larger_type_and_type_in_few_inks_is_good(desk: Desk, colour: str, size: str) -> None:
    issue_of(desk, text(), styles=styles(colour, size))
    assert found(desk, "W726") == []


def test_a_swatch_prints_small_type_in_the_inks_that_it_has_for_it(desk: Desk) -> None:
    for size, inks in (("7pt", "0.6 0 0 0.7"), ("9pt", "0.8 0.6 0.4 0.3")):
        data = press_pdf(issue_of(desk, text(), styles=styles("both", size)), order())
        filled = [" ".join(operands) for operator, operands in operators(data) if operator == "k"]
        assert [f"{float(n):g}" for n in filled[0].split()] == inks.split()


@pytest.mark.parametrize("swatch,weight,said", [("four", "0.3pt", 1), ("four", "0.5pt", 0), ("both", "0.3pt", 0)])
def test_thin_rules_in_more_than_two_inks_are_told(desk: Desk, swatch: str, weight: str, said: int) -> None:
    rule = {"at": {"columns": [1, 6], "rows": [2, 4]}, "rule": {"swatch": swatch, "weight": weight}}
    assert len(found(issue_of(desk, rule), "W727")) == said


def test_one_spot_colour_in_two_mixtures_is_told(desk: Desk) -> None:
    again = {"brass": {"srgb": "#b08d3c", "cmyk": [0, 30, 60, 20], "spot": "PANTONE 871 C"}}
    assert found(issue_of(desk, FULL_BLEED, palette=again), "W728") == [
        "W728  'PANTONE 871 C' has other inks in 'brass' than in 'gold'; a plate has one look."
    ]


# ---------------------------------------------------------------------- supplied pages


def test_a_supplied_page_in_rgb_stops_the_build(desk: Desk) -> None:
    outcome = pressed(with_advert(desk, supplied(IN_RGB)))
    assert outcome.document is None
    (one,) = [finding for finding in outcome.report if finding.code == "E723"]
    assert one.message == "adverts/a.pdf is in RGB, the colours of a screen, which no plate prints."
    assert (one.page, one.hint) == ("3", "Ask the advertiser for a PDF/X-4 in CMYK.")


@pytest.mark.parametrize(
    "space,content,code",
    [
        (pikepdf.Name.DeviceRGB, b"/Own cs 1 0 0 sc 0 0 999 999 re f", "E723"),
        (pikepdf.Name.DeviceCMYK, b"/DeviceRGB cs 1 0 0 sc 0 0 999 999 re f", "E723"),
        (pikepdf.Name.DeviceCMYK, b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q", "E723"),
        (pikepdf.Array([pikepdf.Name.ICCBased]), b"/Own cs 1 0 0 sc 0 0 999 999 re f", "W724"),
        (pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary()]), b"/Own cs 1 0 0 sc 0 0 9 9 re f", "W724"),
        (pikepdf.Name.DeviceCMYK, b"/Own cs 1 0 0 0 sc 0 0 999 999 re f % 1 0 0 rg", ""),
        (pikepdf.Name.DeviceRGB, IN_CMYK, ""),
    ],
    ids=["resource", "operator", "inline", "profile", "lab", "words", "unused"],
)
def test_colours_of_a_screen_are_found_wherever_a_page_paints_with_them(
    desk: Desk, space: Any, content: bytes, code: str
) -> None:
    said = found(with_advert(desk, supplied(content, space=space)), "E723", "W724")
    assert [one[:4] for one in said] == ([code] if code else [])


def test_a_supplied_page_in_ink_is_placed_with_its_bleed(desk: Desk) -> None:
    data = press_pdf(with_advert(desk, supplied()), order())
    assert found(desk, "W722", "E723", "W724") == []
    with pikepdf.open(BytesIO(data)) as pdf:
        forms = [f for p in pdf.pages for f in p.obj.Resources.get("/XObject", {}).values() if f.Subtype == "/Form"]
        (place,) = forms
        assert [float(n) for n in place.BBox] == pytest.approx(
            [-BLEED, -BLEED, WIDTH + BLEED, HEIGHT + BLEED], abs=0.01
        )


def test_a_supplied_page_without_bleed_is_told_in_millimetres(desk: Desk) -> None:
    assert found(with_advert(desk, supplied(bleed=0)), "W722", "E701") == [
        f"{REJECTED} adverts/a.pdf has 0.0 mm of bleed; the page wants 3 mm, {BLEEDS}"
    ]


def test_what_a_standard_forbids_in_supplied_pages_is_taken_off(desk: Desk) -> None:
    state = pikepdf.Dictionary(TR=pikepdf.Name.Identity, HT=pikepdf.Name.Default, OPM=1)
    data = press_pdf(with_advert(desk, supplied(b"/Own gs " + IN_CMYK, state=state)))
    with pikepdf.open(BytesIO(data)) as pdf:
        shown = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Resources" in thing]
        (states,) = [form.Resources.ExtGState for form in shown if "/ExtGState" in form.Resources]
        assert set(states.Own.keys()) == {"/OPM"}


def test_transparency_of_supplied_pages_blends_in_ink(desk: Desk) -> None:
    for state, groups in ((pikepdf.Dictionary(ca=0.5), 1), (pikepdf.Dictionary(ca=1, BM=pikepdf.Name.Normal), 0)):
        data = press_pdf(with_advert(desk, supplied(b"/Own gs " + IN_CMYK, state=state)))
        with pikepdf.open(BytesIO(data)) as pdf:
            assert [str(page.obj.Group.CS) for page in pdf.pages if "/Group" in page.obj] == ["/DeviceCMYK"] * groups


def soft(pdf: pikepdf.Pdf, how: str) -> None:
    """The page is painted through a soft mask: of a graphics state, or of a picture."""
    page, name = pdf.pages[0].obj, pikepdf.Name
    if how == "state":
        group = pikepdf.Dictionary(S=name.Transparency, CS=name.DeviceGray)
        form = {"Type": name.XObject, "Subtype": name.Form, "BBox": pikepdf.Array([0, 0, 999, 999]), "Group": group}
        mask = pikepdf.Dictionary(Type=name.Mask, S=name.Luminosity, G=pdf.make_stream(b".5 g 0 0 99 99 re f", **form))
        page.Resources.ExtGState.Own = pikepdf.Dictionary(SMask=mask)
        page.Contents = pdf.make_stream(b"/Own gs " + IN_CMYK)
        return
    about = {"Type": name.XObject, "Subtype": name.Image, "Width": 600, "Height": 600, "BitsPerComponent": 8}
    clear = pdf.make_stream(bytes([128]) * 360_000, ColorSpace=name.DeviceGray, **about)
    inks = bytes([90, 40, 20, 0]) * 360_000
    page.Resources.XObject = pikepdf.Dictionary(
        Own=pdf.make_stream(inks, ColorSpace=name.DeviceCMYK, SMask=clear, **about)
    )
    page.Contents = pdf.make_stream(IN_CMYK + b" q 144 0 0 144 60 60 cm /Own Do Q")


@pytest.mark.parametrize("how", ["state", "picture"])
def test_a_soft_mask_of_a_supplied_page_blends_in_ink_and_is_told(desk: Desk, how: str) -> None:
    with pikepdf.open(BytesIO(supplied())) as pdf:
        soft(pdf, how)
        out = BytesIO()
        pdf.save(out)
    data = press_pdf(with_advert(desk, out.getvalue()))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(page.obj.Group.CS) for page in pdf.pages if "/Group" in page.obj] == ["/DeviceCMYK"]
    assert [one[:4] for one in found(desk, "A738")] == ["A738"]


@pytest.mark.parametrize("space", [pikepdf.Name.DeviceRGB, pikepdf.Name.DeviceCMYK, None])
def test_a_group_with_nothing_to_blend_is_taken_off_whatever_else_the_page_might_name(desk: Desk, space: Any) -> None:
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, **({"CS": space} if space else {}))
    with pikepdf.open(BytesIO(supplied(state=pikepdf.Dictionary(ca=0.5)))) as pdf:
        pdf.pages[0].obj.Group = group
        out = BytesIO()
        pdf.save(out)
    data = press_pdf(with_advert(desk, out.getvalue()))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [
            item for item in pdf.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and "/Group" in item
        ] == []


# ---------------------------------------------------------------------- the profile


def test_the_layout_names_the_printers_profile(desk: Desk) -> None:
    own = (
        offset_profile()
        .replace(b"FOGRA39L", b"Our web ")
        .replace("FOGRA39L".encode("utf-16-be"), "Our web ".encode("utf-16-be"))
    )
    issue_of(desk, FULL_BLEED, print={"profile": "ours.icc"}).write("layouts/mine/ours.icc", own)
    with pikepdf.open(BytesIO(press_pdf(desk))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == own
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == (
            "Custom",
            "Our web  Coated".replace("  ", " "),
        )
        assert "/RegistryName" not in intent


def test_a_profile_that_is_named_for_the_build_comes_before_the_layouts(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.icc"
    other.write_bytes(offset_profile().replace(b"FOGRA39L", b"FOGRA51 "))
    issue_of(desk, FULL_BLEED, print={"profile": "nowhere.icc"})
    data = press_pdf(desk, Order(given_file(other, 1_000_000).file))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    "data,message",
    [
        (srgb_profile(), "layouts/mine/ours.icc describes no press: it is not an output profile of CMYK."),
        (b"ICC", "layouts/mine/ours.icc is no ICC profile."),
    ],
)
def test_a_profile_that_describes_no_press_stops_the_build(desk: Desk, data: bytes, message: str) -> None:
    issue_of(desk, FULL_BLEED, print={"profile": "ours.icc"}).write("layouts/mine/ours.icc", data)
    outcome = pressed(desk)
    assert outcome.document is None
    (one,) = [finding for finding in outcome.report if finding.code == "E720"]
    assert one.message == message
    assert str(one.span).startswith("layouts/mine/layout.yaml:")


@pytest.mark.parametrize(
    "path,said",
    [
        ("nowhere.icc", "E101  nowhere.icc is not there.  Put the file into layouts/mine/, or correct the path."),
        (
            "../../secret.icc",
            "E104  ../../secret.icc leads outside the layout's folder.  Write a path relative to the layout's",
        ),
        ("icc\\ours.icc", "is not a path that works on every computer.  Write a path relative to the layout's folder"),
    ],
)
def test_the_profile_of_a_layout_is_in_its_folder(desk: Desk, path: str, said: str) -> None:
    outcome = pressed(issue_of(desk, FULL_BLEED, print={"profile": path}))
    assert outcome.document is None
    assert any(said in str(finding) for finding in outcome.report)


def test_a_link_out_of_the_project_is_to_be_put_into_the_layouts_folder(desk: Desk) -> None:
    issue_of(desk, FULL_BLEED, print={"profile": "ours.icc"})
    outside = desk.root.parent / "ours.icc"
    outside.write_bytes(b"ICC")
    (desk.root / "layouts/mine/ours.icc").symlink_to(outside)
    said = "E104  ours.icc leads outside the project.  Copy the file into the layout's folder."
    assert any(said in str(finding) for finding in pressed(desk).report)
