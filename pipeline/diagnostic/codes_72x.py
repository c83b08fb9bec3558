"""Codes of press editions: colours, bleed and type that a printer would object to (720 to 729)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E720",
        Role.DISTRIBUTION,
        "A profile that describes no press",
        """\
A press edition is separated for one way of printing, which an ICC profile describes. This file is no such profile:
it must be an output profile of CMYK, of version 2 or 4. A profile of a screen, a camera or an RGB printer will not
do. Ask the printer which profile the job is printed by; leave --profile out, or profile: in the layout, for offset on
coated paper (FOGRA39).""",
    ),
    Code(
        "W721",
        Role.EDITOR,
        "A photo that ends where the page is cut",
        """\
What touches the edge of a page must run over it by the bleed (3 mm as a rule), because no cut is exact: a photo that
ends there shows a white line where the knife strays. The program shows more of the photo beyond the edge where its
crop leaves some over. This one is already seen to its own edge. Choose another focus, a photo with more around its
subject, or have the designer place it to the bleed.""",
    ),
    Code(
        "W722",
        Role.DISTRIBUTION,
        "A supplied page without enough bleed",
        """\
A whole page that was supplied as PDF runs to the edge of the paper, and needs some picture beyond the cut on every
side. The file's BleedBox lies nearer to its TrimBox than the layout's bleed. If the cut is off by a hair, a white
line shows. Ask for the page with bleed; what lies outside of its BleedBox is not printed.""",
    ),
    Code(
        "E723",
        Role.DISTRIBUTION,
        "A supplied page in RGB",
        """\
The PDF paints with red, green and blue, the light of a screen, and does not even say which. A press prints cyan,
magenta, yellow and black; what such colours become would be left to chance, and PDF/X-4 forbids it. The program
does not convert supplied pages, because black type would turn into four colours. Ask for the page as PDF/X-4, with
everything in CMYK or spot colours.""",
    ),
    Code(
        "W724",
        Role.DISTRIBUTION,
        "A supplied page with colours to be converted",
        """\
The PDF has colours by a profile of a screen or a camera (RGB or Lab). PDF/X-4 allows that, and the printer's software
would convert them when plates are made; but the result depends on that software, black type may turn into four
colours, and printers as a rule want none of it: a press edition with it is refused (E701). Ask for the page with
everything in CMYK or spot colours.""",
    ),
    Code(
        "A725",
        Role.EDITOR,
        "Photos that do not say what their colours mean",
        """\
The numbers of a photo mean colours by its embedded profile. These have none. RGB was taken for sRGB, which is right
for most cameras and telephones, and wrong for photos that somebody edited in a larger space (they come out
dull). CMYK without a profile is printed with the inks that the file has. Export photos with their profile.""",
    ),
    Code(
        "W726",
        Role.DESIGNER,
        "Small type in more than two inks",
        """\
Plates never lie exactly on one another. In type under 9 pt that is printed in three or four inks, every letter then
has coloured edges, and fine strokes fill or break. Print it in black, in one other ink, or in two: give the
swatch fine: [0, 0, 0, 80], which the press takes for small type and thin rules alone, use a spot colour, or choose
another colour for the style.""",
    ),
    Code(
        "W727",
        Role.DESIGNER,
        "A thin rule in more than two inks",
        """\
Plates never lie exactly on one another, so that a rule under 0.5 pt in three or four inks shows as several lines
of different colours. Make it thicker, or print it in one or two inks: fine: in the palette gives a swatch inks for
thin rules and small type alone.""",
    ),
    Code(
        "W728",
        Role.DESIGNER,
        "One spot colour in two mixtures",
        """\
Two swatches of the palette print on the same plate, but their cmyk, which says what the ink looks like where it
cannot be had, is not the same. A file has one look for each plate; that of the first is taken. Give both the same
values, or name different spot colours if two inks are meant.""",
    ),
)
