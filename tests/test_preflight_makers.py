"""Files of other makers told apart from PDF/X-4, with reasons; the limits of the Ghent Workgroup; greys under RGB.

Two small files have the traits of what Typst 0.15 and WeasyPrint 70 were seen to write, the latter as ``pdf/x-4``.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.colour_management import srgb_profile
from pipeline.diagnostic import Severity
from pipeline.preflight import PRESS, Result, State, Verdict, built_in_profile, preflight, read_profile
from tests.mutants import saved
from tests.mutants_press import Wrong, good_press_file, painted, picture, shown, typed

SIZE = (340.15748, 425.19685)
HEAD = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>'
)
TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
DATES = "".join(f"<xmp:{key}>2023-07-10T00:00:00Z</xmp:{key}>" for key in ("CreateDate", "ModifyDate"))
OF_TYPST = "<xmpMM:DocumentID>zU0M</xmpMM:DocumentID><xmpMM:RenditionClass>proof</xmpMM:RenditionClass>"
OF_WEASYPRINT = (
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>"
    "<xmp:MetadataDate>2023-07-10T00:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>xmp.did:4ab9</xmpMM:DocumentID>"
    "<xmpMM:RenditionClass>proof:pdf</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>"
)


def written(version: str, packet: str, content: str, boxes: dict[str, Any], info: dict[str, Any], **more: Any) -> bytes:
    """A page with an embedded font, in which ``{word}`` of the content is a word."""
    with pikepdf.new() as pdf, pikepdf.open(BytesIO(good_press_file())) as good:
        cover = good.pages[0].obj
        name, font = next(iter(cover.Resources.Font.items()))
        code = re.search(r"<([0-9A-F]{4})", cover.Contents.read_bytes().decode("latin-1"))
        assert code
        page = pdf.add_blank_page(page_size=SIZE).obj
        resources = {key: value(pdf) for key, value in more.items()}
        page.Resources = Dictionary({"/Font": Dictionary({name: pdf.copy_foreign(font)}), **resources})
        word = f"BT {name} 9 Tf 40 300 Td <{code[1]}> Tj ET"
        page.Contents = pdf.make_stream(content.format(word=word).encode())
        for key, box in boxes.items():
            page[f"/{key}"] = Array(box)
        pdf.Root.Metadata = pdf.make_stream(
            (HEAD + DATES + packet + TAIL).encode(), Type=Name.Metadata, Subtype=Name.XML
        )
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title="T", CreationDate="D:20230710000000Z",
                                                        ModDate="D:20230710000000Z", **info))  # fmt: skip
        return saved(pdf, force_version=version)


def of_typst() -> bytes:
    """PDF 1.7 without an output intent and a trim; black type by a profile, a tint in CMYK, one of half-clear RGB."""
    tints = "q .5 .2 .1 0 k 40 40 113 56 re f Q q /g0 gs /c1 cs 0 0 1 scn 40 100 113 56 re f Q"
    content = f"q /c1 cs 0 0 0 scn {{word}} Q {tints}"
    return written(
        "1.7", OF_TYPST, content, {}, {},
        **{"/ColorSpace": lambda pdf: Dictionary(c1=Array([Name.ICCBased, pdf.make_stream(srgb_profile(), N=3)])),
           "/ExtGState": lambda _: Dictionary(g0=Dictionary(Type=Name.ExtGState, ca=0.5))},
    )  # fmt: skip


def of_weasyprint() -> bytes:
    """All labels of PDF/X-4, and boxes; no output intent, and below the labels a photo and black type in RGB."""

    def photo(pdf: pikepdf.Pdf) -> Any:
        about = {"Width": 600, "Height": 450, "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
        kind = {"Type": Name.XObject, "Subtype": Name.Image}
        return Dictionary(i1=pdf.make_stream(bytes((120, 90, 60)) * 600 * 450, **kind, **about))

    bleed = [-8.503937, -8.503937, 348.661417, 433.700787]
    boxes = {"MediaBox": bleed, "BleedBox": bleed, "TrimBox": [0, 0, *SIZE]}
    content = "0 0 0 rg {word} q 170 0 0 128 40 100 cm /i1 Do Q"
    return written("1.6", OF_WEASYPRINT, content, boxes, {"Trapped": Name("/False")}, **{"/XObject": photo})


def told(verdict: Verdict, check: str) -> list[Result]:
    return [result for result in verdict.results if result.check == check and result.state is State.FAIL]


def reasons(verdict: Verdict) -> dict[str, list[str]]:
    """The messages of each check that failed."""
    failed = dict.fromkeys(result.check for result in verdict.failures)
    return {check: [result.message for result in told(verdict, check)] for check in failed}


def test_a_file_as_typst_makes_it_lacks_the_intent_the_claim_and_the_trim() -> None:
    found = reasons(preflight(of_typst(), PRESS))
    assert found["x4-intent"] == ["There is not one output intent of a press."]
    assert found["x4-claim"] == ["XMP does not claim pdfxid:GTS_PDFXVersion."]
    assert found["x4-boxes"] == ["A page has not one of TrimBox and ArtBox."]
    assert found["x4-trapped"] == ["Info does not say whether the file is trapped."]
    assert found["x4-colours"] == ["DeviceCMYK is painted with, which is not the press's."]
    assert found["x4-blending"] == ["A page is transparent, and nothing says in which colours it blends."]
    assert found["screen-colours"] == ["Type is in a screen's colours.", "An area is in a screen's colours."]
    assert set(found) == {
        "x4-version", "x4-claim", "x4-history", "x4-trapped", "x4-intent", "x4-colours", "x4-boxes", "x4-blending",
        "screen-colours", "bleed-room",
    }  # fmt: skip


def test_a_file_as_weasyprint_labels_it_is_in_rgb_below_its_labels() -> None:
    verdict = preflight(of_weasyprint(), PRESS)
    found = reasons(verdict)
    assert found == {
        "x4-intent": ["There is not one output intent of a press."],
        "x4-colours": ["DeviceRGB is painted with, which is not the press's."],
        "screen-colours": ["Type is in a screen's colours.", "A picture is in a screen's colours."],
    }
    assert [result.clause for result in told(verdict, "x4-colours")] == ["X-4 6.4.3 (8.6.4)"]
    assert [result.page for result in told(verdict, "screen-colours")] == [1, 1]


# ---------------------------------------------------------------------- a press in RGB


def in_rgb(pdf: pikepdf.Pdf) -> None:
    """The intent's profile becomes one of three colours, and the cover is a square of grey."""
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[16:20] = b"RGB "
    profile.write(bytes(data))
    profile.N = 3
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(b"0.5 g 60 60 40 40 re f")


def test_grey_of_the_device_is_a_presss_own_only_where_it_prints_grey_or_cmyk() -> None:
    verdict = preflight(Wrong("", "", "", change=in_rgb).made_of(good_press_file()), PRESS)
    (one,) = told(verdict, "x4-colours")
    assert (one.message, one.value, one.limit) == (
        "DeviceGray is painted with, which is not the press's.", "Gray", "the intent's: RGB",
    )  # fmt: skip
    grey = painted("0.5 g 60 60 40 40 re f")
    assert told(preflight(Wrong("", "", "", change=grey).made_of(good_press_file()), PRESS), "x4-colours") == []


# ---------------------------------------------------------------------- the Ghent Workgroup's limits


@pytest.mark.parametrize("name,ink,small", [("magazine", 305, 9), ("sheet-fed", 320, 8)])
def test_profiles_have_the_limits_of_gwg2015(name: str, ink: float, small: float) -> None:
    profile = built_in_profile(name)
    assert (profile.ink.most, profile.ink.area, profile.colours.spots) == (ink, 15, 0)
    limits = profile.pictures
    assert (limits.least, limits.low, limits.line_art, limits.line_art_low, limits.tiny) == (149, 224, 549, 799, 16)
    assert (profile.type.one_ink_low, profile.type.overprint, profile.lines.thinnest) == (small, 12, 0.25)


def remarks(change: Any, profile: str) -> list[tuple[str, str, Severity]]:
    verdict = preflight(
        Wrong("", "", "", change=change).made_of(good_press_file()), PRESS, read_profile(profile, "own")
    )
    found = (*told(verdict, "small-inks"), *told(verdict, "resolution"))
    return [(result.message, result.limit, result.severity) for result in found]


def test_type_in_several_inks_is_a_warning_below_one_size_and_an_error_below_another() -> None:
    profile = "type: {one_ink: 5pt, one_ink_low: 9pt}"
    warning = ("Type of 8 pt is of several inks.", "one ink under 9 pt", Severity.WARNING)
    assert remarks(typed(8, "0 1 1 0 k"), profile) == [warning]
    assert remarks(typed(4, "0 1 1 0 k"), profile) == [
        ("Type of 4 pt is of several inks.", "one ink under 5 pt", Severity.ERROR)
    ]
    assert remarks(typed(9, "0 1 1 0 k"), profile) == []


def test_line_art_may_be_somewhat_coarse() -> None:
    art = shown(picture(None, (1200, 1200), BitsPerComponent=1, ImageMask=True), "144 0 0 144 60 60")
    profile = "pictures: {line_art: 549, line_art_low: 799}"
    assert remarks(art, profile) == [("Line art is somewhat coarse.", "799 ppi", Severity.WARNING)]


def test_a_picture_of_a_few_pixels_is_none() -> None:
    for pixels, told_of in ((16, 0), (17, 1)):
        assert len(remarks(shown(picture((9, 9, 9, 9), (pixels, 99))), "pictures: {tiny: 16}")) == told_of
