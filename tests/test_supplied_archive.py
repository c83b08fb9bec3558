"""Supplied pages in a file that lasts: what is changed in them, what stays as it is, and what keeps them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from pipeline.colour_management import offset_profile
from pipeline.diagnostic import Severity
from pipeline.pdf import SCREEN_CLAIMS, Area, DocumentCanvas, screen_intent
from pipeline.screen import finish
from pipeline.supplied import probe_pdf
from tests.pdf_samples import ABOUT, PAGE, content_of, opened
from tests.picture_maker import MemoryCache, MemoryFile

FILE = "adverts/bank.pdf"
RED_INK = Dictionary(FunctionType=2, Domain=[0, 1], C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1)
STATE = {"/OP": True, "/op": True, "/OPM": 1, "/TR": Name.Identity, "/HT": Name.Default}

Draw = Callable[[pikepdf.Pdf, Dictionary], bytes]


def advert(draw: Draw, *, profile: bytes = b"") -> bytes:
    """A page of 300 by 200 points: ``draw`` fills its resources and gives its operators."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 200))
        page.obj.Resources = pdf.make_indirect(Dictionary())
        page.obj.Contents = pdf.make_stream(draw(pdf, page.obj.Resources))
        if profile:
            intent = Dictionary(S=Name.GTS_PDFX, DestOutputProfile=pdf.make_stream(profile, N=4))
            pdf.Root.OutputIntents = Array([intent])
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def placed(supplied: bytes, *, archival: bool = True) -> bytes:
    """A file that claims all that a screen edition does, with the page on it twice."""
    canvas = DocumentCanvas(ABOUT, claims=SCREEN_CLAIMS, intent=screen_intent())
    for _ in range(2):
        canvas.begin_page(PAGE)
        canvas.place_page(FILE, 0, Area(0, 0, 300, 200))
        canvas.end_page()
    placements = canvas.placements
    return finish(canvas.finish(), placements, {FILE: supplied}, archival=archival)


def form_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The page as it was placed."""
    (place,) = pdf.pages[0].Resources.XObject.values()
    return place.Resources.XObject.Page


def dirty(pdf: pikepdf.Pdf, resources: Dictionary) -> bytes:
    """Everything in one page that PDF/A forbids and printers' files have."""
    coded = BytesIO()
    Image.new("CMYK", (8, 8), (10, 200, 30, 0)).save(coded, "JPEG")
    picture = pdf.make_stream(
        coded.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK, Filter=Name.DCTDecode, Interpolate=True, Alternates=Array([]),
    )  # fmt: skip
    box, group = Array([0, 0, 300, 200]), Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    nested = pdf.make_stream(
        b"/G gs 0 1 0 0 k 60 60 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box, Group=group, PS=b"showpage"
    )
    glyph = pdf.make_stream(b"10 0 d0 0 0 1 0 k 0 0 8 8 re f")
    drawn = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 10, 10]), FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
        CharProcs=Dictionary(A=glyph), Encoding=Dictionary(Differences=Array([65, Name.A])),
        FirstChar=65, LastChar=65, Widths=Array([10]),
    )  # fmt: skip
    mask = Dictionary(S=Name.Luminosity, G=nested, TR=RED_INK)
    resources.XObject = Dictionary(I=picture, N=nested)
    resources.ExtGState = Dictionary(G=Dictionary(STATE), M=Dictionary(SMask=mask, ca=0.5))
    resources.ColorSpace = Dictionary(S=Array([Name.Separation, Name("/Ruby"), Name.DeviceCMYK, RED_INK]))
    resources.Shading = Dictionary(H=Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 0]))
    resources.Font = Dictionary(D=drawn, Unused=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    return (
        b"/Artifact <</Type /Pagination>> BDC 0 0 0 1 K 0 0 m 99 99 l S EMC /P <</MCID 0>> BDC /G gs 1 0 0 .2 k "
        b"10 10 50 50 re f EMC /S cs 1 scn 70 10 30 30 re f q 40 0 0 40 160 10 cm /I Do Q /N Do /M gs "
        b"BT /D 12 Tf 200 20 Td (BDC) Tj ET"
    )


def cmyk(_: pikepdf.Pdf, __: Dictionary) -> bytes:
    return b"1 0 0 0 k 0 0 300 200 re f"


def rgb(_: pikepdf.Pdf, __: Dictionary) -> bytes:
    return b"1 0 0 rg 0 0 300 200 re f"


def meaning(resources: pikepdf.Object) -> tuple[str, bytes]:
    kind, stream = resources.ColorSpace.DefaultCMYK
    return str(kind), stream.read_bytes()


# ---------------------------------------------------------------------- colour


def test_ink_without_a_profile_means_coated_offset_wherever_it_is_painted_with() -> None:
    with opened(placed(advert(dirty))) as pdf:
        form = form_of(pdf)
        nested = form.Resources.XObject.N
        assert meaning(form.Resources) == ("/ICCBased", offset_profile())
        assert meaning(nested.Resources) == meaning(form.Resources.Font.D.Resources) == meaning(form.Resources)
        assert nested.Group.CS[0] == "/ICCBased"
        profiles = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/N") == 4]
        assert len(profiles) == 1


def test_ink_means_what_the_file_was_made_for_where_it_says_so() -> None:
    own = offset_profile()[:100] + b"\x01" + offset_profile()[101:]
    with opened(placed(advert(cmyk, profile=own))) as pdf:
        assert meaning(form_of(pdf).Resources) == ("/ICCBased", own)


def test_an_intent_that_is_not_of_ink_gives_it_no_meaning() -> None:
    with opened(placed(advert(cmyk, profile=b"no profile at all" * 9))) as pdf:
        assert meaning(form_of(pdf).Resources)[1] == offset_profile()


def test_a_page_without_ink_brings_no_profile() -> None:
    with opened(placed(advert(rgb))) as pdf:
        assert "/ColorSpace" not in form_of(pdf).get("/Resources", {})
        assert offset_profile() not in (
            o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/N" in o
        )


def test_a_file_that_claims_nothing_takes_the_page_as_it_is() -> None:
    with opened(placed(advert(dirty), archival=False)) as pdf:
        form = form_of(pdf)
        assert "/DefaultCMYK" not in form.Resources.ColorSpace
        assert form.Resources.ExtGState.G.OPM == 1
        assert b"BDC" in form.read_bytes()


# ---------------------------------------------------------------------- what is taken off


def test_what_is_forbidden_is_taken_off_and_all_else_stays() -> None:
    with opened(placed(advert(dirty))) as pdf:
        resources = form_of(pdf).Resources
        assert set(resources.ExtGState.G.keys()) == {"/OP", "/op"}
        assert resources.ExtGState.M.SMask.TR.FunctionType == 2
        assert not {"/Interpolate", "/Alternates"} & set(resources.XObject.I.keys())
        assert resources.XObject.I.ColorSpace == "/DeviceCMYK"
        assert "/PS" not in resources.XObject.N
        assert set(resources.Font.keys()) == {"/D"}


def test_the_pages_own_marks_go_and_its_words_stay() -> None:
    with opened(placed(advert(dirty))) as pdf:
        found = [str(i.operator) for i in pikepdf.parse_content_stream(form_of(pdf))]
        assert not {"BDC", "BMC", "EMC", "MP", "DP"} & set(found)
        assert found.count("f") == 2
        assert b"(BDC) Tj" in form_of(pdf).read_bytes()


def test_what_is_shown_without_resources_of_its_own_takes_those_of_the_page() -> None:
    with opened(placed(advert(dirty))) as pdf:
        form = form_of(pdf)
        assert form.Resources.XObject.N.Resources.ExtGState.G.OP
        assert pdf.check_pdf_syntax() == []


def test_lists_of_glyphs_go_and_a_map_that_goes_without_saying_is_said() -> None:
    def text(pdf: pikepdf.Pdf, resources: Dictionary) -> bytes:
        program = pdf.make_stream(b"a font")
        about = Dictionary(Type=Name.FontDescriptor, FontName=Name("/Ours"), FontFile2=program, CIDSet=program)
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/Ours"), FontDescriptor=about)
        resources.Font = Dictionary(F=Dictionary(
            Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]),
            ToUnicode=pdf.make_stream(b"a map"),
        ))  # fmt: skip
        return b"BT /F 9 Tf <0001> Tj ET"

    with opened(placed(advert(text))) as pdf:
        inner = form_of(pdf).Resources.Font.F.DescendantFonts[0]
        assert inner.CIDToGIDMap == "/Identity"
        assert "/CIDSet" not in inner.FontDescriptor


def test_the_place_of_the_page_is_untouched() -> None:
    assert content_of(placed(advert(dirty))) == content_of(placed(advert(dirty), archival=False))


# ---------------------------------------------------------------------- what keeps a page out


def font(entries: Mapping[str, object]) -> Draw:
    """A page with the letter A in a font with these entries, and another font that it does not use."""

    def draw(pdf: pikepdf.Pdf, resources: Dictionary) -> bytes:
        made = Dictionary({"/Subtype": Name.TrueType, "/BaseFont": Name("/ABCDEF+Bodoni"), **entries})
        made.FontDescriptor = Dictionary(FontName=made.BaseFont, FontFile2=pdf.make_stream(b"a font"))
        resources.Font = Dictionary(F1=made, F10=Dictionary(Subtype=Name.Type1, BaseFont=Name.Courier))
        return b"BT /F1 9 Tf (A) Tj ET"

    return draw


def told(draw: Draw) -> list[str]:
    found = probe_pdf(MemoryFile(advert(draw), FILE)).notices()
    assert all(finding.severity is Severity.ERROR for finding in found)
    return [str(finding) for finding in found]


def test_a_font_that_is_not_embedded_keeps_the_page_out() -> None:
    def draw(_: pikepdf.Pdf, resources: Dictionary) -> bytes:
        resources.Font = Dictionary(H=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        return b"BT /H 9 Tf (A) Tj ET"

    (found,) = told(draw)
    assert found.startswith(f"{FILE}  E307  {FILE}: fonts are not embedded: Helvetica.")
    assert found.endswith("Ask the advertiser for a PDF/X-4 with all fonts embedded, or with its text as outlines.")


ENCODED = {"/Encoding": Name.WinAnsiEncoding}
NUMBERED = {"/Encoding": Dictionary(Differences=Array([65, Name("/g17")]))}
NAMED = {"/Encoding": Dictionary(Differences=Array([65, Name("/uni0416"), Name("/u1F600"), Name("/eacute")]))}


@pytest.mark.parametrize(
    "entries,kept_out",
    [(ENCODED, False), (NAMED, False), (NUMBERED, True), ({}, True), ({"/Subtype": Name.Type1}, False)],
    ids=["an encoding", "names of characters", "numbers of glyphs", "nothing", "the font's own names"],
)
def test_letters_that_are_no_characters_keep_the_page_out(entries: dict[str, object], kept_out: bool) -> None:  # noqa: FBT001
    found = told(font(entries))
    assert len(found) == int(kept_out)
    assert all(f"E308  {FILE}: letters do not say which characters they are: Bodoni." in f for f in found)


def test_spot_colours_without_values_keep_the_page_out() -> None:
    def draw(_: pikepdf.Pdf, resources: Dictionary) -> bytes:
        about = Dictionary(Colorants=Dictionary(Ruby=Array([Name.Separation, Name.Ruby, Name.DeviceCMYK, RED_INK])))
        inks = Array([Name.Black, Name.Ruby, Name.Gold])
        space = [Name.DeviceN, inks, Name.DeviceCMYK, RED_INK]
        resources.ColorSpace = Dictionary(A=Array([*space, about]), B=Array([Name.DeviceN, inks[:1], *space[2:]]))
        return b"/A cs 1 0 0 scn 0 0 9 9 re f"

    (found,) = told(draw)
    assert f"E309  {FILE}: spot colours come without values of their own: Gold." in found


def test_what_keeps_a_page_out_is_remembered() -> None:
    cache, file = MemoryCache(), MemoryFile(advert(font({})), FILE)
    first = probe_pdf(file, cache=cache)
    assert first.not_read == ("Bodoni",)
    assert probe_pdf(file, cache=cache) == first
