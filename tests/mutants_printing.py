"""Wrong copies of a good press file, continued: colours, ink, pictures, type, lines and bleed as printers want them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from pipeline.colour_management import srgb_profile
from tests.mutants import Change, put
from tests.mutants_press import EXCHANGE, SHEET, Wrong, painted, picture, separation, shown, spots, state, tree, typed


def mask(pdf: pikepdf.Pdf) -> Any:
    """Line art of 600 by 600."""
    about = Dictionary(Subtype=Name.Image, Width=600, Height=600, BitsPerComponent=1, ImageMask=True)
    return pdf.make_stream(b"\0" * 75 * 600, about)


def profiled(pdf: pikepdf.Pdf) -> Any:
    """RGB by a profile."""
    return Array([Name.ICCBased, pdf.make_stream(srgb_profile(), Dictionary(N=3))])


def patterned(tile: bytes) -> Change:
    """An area filled with a pattern of these operators."""

    def tiled(pdf: pikepdf.Pdf) -> Any:
        entries = Dictionary(PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9)
        entries.Resources = Dictionary()
        return pdf.make_stream(tile, entries)

    return painted("/Pattern cs /New scn 60 60 9 9 re f", Pattern={"New": tiled})


def blend(space: str, *colours: list[float]) -> Dictionary:
    """A shading between two colours."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=colours[0], C1=colours[1], N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name(f"/{space}"), Coords=[0, 0, 99, 0], Function=function)


def another_size(pdf: pikepdf.Pdf) -> None:
    left, bottom, right, top = (float(n) for n in pdf.pages[0].obj.TrimBox)
    pdf.pages[-1].obj.TrimBox = Array([left, bottom, right - 5, top])


def dark_photo(pdf: pikepdf.Pdf) -> Any:
    """A CMYK JPEG with 360 % of ink."""
    stream = BytesIO()
    Image.new("CMYK", (600, 600), (230, 230, 230, 230)).save(stream, "JPEG", quality=95)
    about = {"Width": 600, "Height": 600, "BitsPerComponent": 8, "ColorSpace": Name.DeviceCMYK}
    entries = {"Subtype": Name.Image, **about, "Filter": Name.DCTDecode, "Decode": Array([1, 0] * 4)}
    return pdf.make_stream(stream.getvalue(), Dictionary({f"/{key}": value for key, value in entries.items()}))


RICH = "0.85 0.85 0.85 0.85 k"
BLACK, WHITE, MIXED = "0 0 0 1 k", "0 0 0 0 k", "0.5 0.4 0 0 k"
PRINTING = (
    Wrong("rg", "x4-colours", "DeviceRGB", 1, painted("1 0 0 rg 60 60 9 9 re f")),
    Wrong("an area in RGB", "screen-colours", "An area", 1, painted("1 0 0 rg 60 60 9 9 re f")),
    Wrong("a line in RGB", "screen-colours", "A line", 1, painted("1 0 0 RG 60 60 m 99 99 l S")),
    Wrong("type in RGB", "screen-colours", "Type", 1, typed(12, "0 0 0 rg")),
    Wrong("a photo in RGB", "screen-colours", "A picture", 1, shown(picture((9, 9, 9), space=Name.DeviceRGB))),
    Wrong("a photo in RGB by profile", "screen-colours", "A picture", 1, shown(picture((9, 9, 9), space=profiled))),
    Wrong(
        "an area in RGB by profile",
        "screen-colours",
        "An area",
        1,
        painted("/New cs 1 0 0 scn 60 60 9 9 re f", ColorSpace={"New": profiled}),
    ),
    Wrong(
        "Lab",
        "screen-colours",
        "An area",
        1,
        painted(
            "/New cs 50 0 0 scn 60 60 9 9 re f",
            ColorSpace={"New": Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])},
        ),
    ),
    Wrong(
        "a small picture in RGB",
        "screen-colours",
        "A picture",
        1,
        painted("9 0 0 9 60 60 cm BI /W 2 /H 1 /CS /RGB /BPC 8 ID abcdef EI"),
    ),
    Wrong("a pattern in RGB", "screen-colours", "An area", 1, patterned(b"1 0 0 rg 0 0 5 5 re f")),
    Wrong(
        "a blend in RGB",
        "screen-colours",
        "A blend",
        1,
        painted("60 60 9 9 re W n /New sh", Shading={"New": blend("DeviceRGB", [1, 0, 0], [0, 1, 0])}),
    ),
    Wrong("black type that knocks out", "black-overprint", "does not overprint", 1, typed(9, BLACK)),
    Wrong("black type of four inks", "rich-type", "several inks", 1, typed(9, "0.6 0.4 0.4 1 k")),
    Wrong("the smallest type in two inks", "small-inks", "several inks", 1, typed(4.5, MIXED)),
    Wrong("white type that overprints", "white-overprint", "vanishes", 1, typed(9, WHITE, "Over")),
    Wrong(
        "a white area that overprints",
        "white-overprint",
        "vanishes",
        1,
        state(f"{WHITE} 9 9 9 9 re f", OP=True, op=True, OPM=1),
    ),
    Wrong("heavy type", "total-ink", "Type has too much ink", 1, typed(40, RICH)),
    Wrong("a hairline", "hairlines", "too thin", 1, painted("0.1 w 0 0 0 1 K 60 60 m 99 60 l S")),
    Wrong("the thinnest line there is", "hairlines", "too thin", 1, painted("0 w 60 60 m 60 99 l S")),
    Wrong(
        "a hairline drawn small", "hairlines", "too thin", 1, painted("0.1 0 0 0.1 0 0 cm 1 w 600 600 m 999 999 l S")
    ),
    Wrong("an area as thin as a hair", "hairlines", "too thin", 1, painted(f"{BLACK} 60 60 99 0.1 re f")),
    Wrong(
        "marks' colour in the trim",
        "register-colour",
        "register marks",
        1,
        painted("/New cs 1 scn 60 60 9 9 re f", ColorSpace={"New": separation("All")}),
    ),
    Wrong("ink of 340 %", "total-ink", "too much ink", 1, painted(f"{RICH} 60 60 40 40 re f")),
    Wrong(
        "ink on ink",
        "total-ink",
        "too much ink",
        1,
        state("1 1 0 0 k 60 60 40 40 re f 0 0 1 1 k 60 60 40 40 re f", OP=True, op=True, OPM=1),
    ),
    Wrong(
        "ink that multiplies",
        "total-ink",
        "too much ink",
        1,
        painted(
            "1 1 0 0 k 60 60 40 40 re f /Own gs 0 0 1 1 k 60 60 40 40 re f",
            ExtGState={"Own": Dictionary(BM=Name.Multiply)},
        ),
    ),
    Wrong("a heavy picture", "total-ink", "too much ink", 1, shown(picture((230, 230, 230, 230)))),
    Wrong("a heavy photo", "total-ink", "too much ink", 1, shown(dark_photo)),
    Wrong(
        "a heavy blend",
        "total-ink",
        "too much ink",
        1,
        painted("60 60 60 60 re W n /New sh", Shading={"New": blend("DeviceCMYK", [0, 0, 0, 0], [1, 1, 1, 1])}),
    ),
    Wrong("a photo of 120 ppi", "resolution", "too coarse", 1, shown(picture((9, 9, 9, 9), (240, 240)))),
    Wrong("a photo drawn out", "resolution", "too coarse", 1, shown(picture((9, 9, 9, 9)), "500 0 0 100 9 60")),
    Wrong(
        "line art of 300 ppi",
        "resolution",
        "Line art",
        1,
        painted("0 0 0 1 k 144 0 0 144 60 60 cm /New Do", XObject={"New": mask}),
    ),
    Wrong("a spot colour spelt otherwise", "spot-names", "spelling", 1, spots("PANTONE 485 C", "Pantone 485 CVC")),
    Wrong("too many spot colours", "spot-count", "more spot colours", 0, spots("One", "Two", "Three", "Four", "Five")),
    Wrong("a page of another size", "page-sizes", "another size", 2, another_size),
    Wrong("a page that is turned", "page-sizes", "turned", 1, put(SHEET, "/Rotate", 90)),
    Wrong("pages that are turned", "page-sizes", "turned", 1, put(tree, "/Rotate", 270)),
    Wrong("a page in units of its own", "page-sizes", "UserUnit", 1, put(SHEET, "/UserUnit", 2)),
    Wrong("too much ink in a pattern", "total-ink", "pattern", 1, patterned(b"1 1 1 1 k 0 0 5 5 re f")),
    Wrong(
        "a page without bleed", "bleed-room", "too little bleed", 1, put(SHEET, "/BleedBox", Array([0, 0, 340, 425]))
    ),
    Wrong(
        "a tint that ends at the trim",
        "bleed-content",
        "An area touches",
        1,
        state(f"{WHITE} -8 -8 100 500 re f 1 0 0 0 k 0 60 60 60 re f", OP=False),
    ),
    Wrong(
        "a photo that ends at the trim",
        "bleed-content",
        "A picture touches",
        1,
        painted(
            f"/Own gs {WHITE} -8 -8 400 100 re f 100 0 0 100 60 0 cm /New Do",
            XObject={"New": picture((90, 90, 90, 9), (600, 600))},
            ExtGState={"Own": Dictionary(OP=False)},
        ),
    ),
)
MUTANTS = (*EXCHANGE, *PRINTING)
