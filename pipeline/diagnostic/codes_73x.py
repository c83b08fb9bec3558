"""Codes of adverts as jobs: what a printer would object to in what advertisers supplied (730 to 749)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "W730",
        Role.EDITOR,
        "An advert in RGB",
        """\
The PDF paints with red, green and blue, the light of a screen, and does not say which. The screen edition shows it
well. A press prints cyan, magenta, yellow and black: a press edition with this advert is refused (E723). Ask the
advertiser for the page as PDF/X-4, with everything in CMYK or spot colours, before the issue goes to the press.""",
    ),
    Code(
        "A731",
        Role.DISTRIBUTION,
        "An advert with spot colours",
        """\
The page names inks besides cyan, magenta, yellow and black. Each is printed from a plate of its own, which costs
money and a printing unit. If the job has no such plates, ask the advertiser for the page with everything in CMYK;
otherwise tell the printer their names.""",
    ),
    Code(
        "W732",
        Role.EDITOR,
        "An advert with too much ink",
        """\
In one place of the page all inks together make more than paper takes (300 % on coated paper, or ink: of the layout's
print:). It dries slowly, sets off on the next sheet and can tear the paper; a press edition with it is refused
(E701). The page was separated for another paper or put together by hand. Ask for it separated for coated offset.""",
    ),
    Code(
        "W733",
        Role.EDITOR,
        "A picture in an advert that is too coarse",
        """\
At the size at which the advert is printed a picture in it has fewer pixels per inch than print wants: it looks soft,
or shows its pixels. On a screen that hardly matters; a press edition is refused below least_ppi: of the layout's
print: (E701). Ask the advertiser for the page with the picture in its full size: pictures are often brought down
when a PDF is made for the web or for mail.""",
    ),
    Code(
        "W734",
        Role.EDITOR,
        "An advert that prints otherwise than it looks",
        """\
Something on the page comes out of the press in another way than a screen shows it: white that overprints vanishes;
the colour of register marks is on every plate at once, and smears; one ink under two names makes two plates. The
finding says which. A press edition with it is refused (E701). Ask the advertiser to correct it and to look at the
page with an overprint preview.""",
    ),
    Code(
        "W735",
        Role.EDITOR,
        "Type or lines of an advert that a press cannot hold",
        """\
Plates never lie exactly on one another. Small type in several inks gets coloured edges, lines under a quarter of a
point break. It is measured at the size at which the advert is printed: artwork that was made for a larger space is
smaller here. A press edition is refused for all but type that is only very small (E701). Ask the advertiser to set it
in one ink and larger, or book a larger size.""",
    ),
    Code(
        "W736",
        Role.EDITOR,
        "Small black type that does not overprint",
        """\
Black type on a tint is best printed over it. Here it is cut out of what lies below, so that a white hair shows
beside the letters where the plates are off by a little. Below 12 pt printers want it to overprint, and a press
edition with type that does not is refused (E701). Ask for the page exported with black set to overprint.""",
    ),
    Code(
        "A737",
        Role.EDITOR,
        "An advert of another size than its space",
        """\
The page has the shape of its space, but not its size, so that it is printed larger or smaller than it was made.
Its type, lines and pictures are judged at the size at which they are printed. If the advertiser has taken another
size for the one that was booked, ask for the right one.""",
    ),
    Code(
        "A738",
        Role.DISTRIBUTION,
        "An advert with transparency",
        """\
Shadows, soft edges or half-clear areas of the page are blended with what is below them when plates are made. PDF/X-4
allows that, and the press edition says in which colours: CMYK. Machines of older make may blend otherwise. Look at
the printer's proof of the page, or ask the advertiser for a page without transparency.""",
    ),
    Code(
        "A739",
        Role.EDITOR,
        "An advert that is a picture in RGB",
        """\
The advert came as a photograph of itself. It is converted for print as photos are, and black in it becomes black of
four inks, its letters are made of pixels: small type will not be sharp. Ask the advertiser for a PDF/X-4 in which
type is type; a picture will do where there is hardly any.""",
    ),
    Code(
        "W740",
        Role.EDITOR,
        "An advert that cannot be preflighted",
        """\
The PDF can be placed, but something in it is not built as the standard says, so that not everything in it could be
looked into: what a press makes of it is open. Ask for it again as PDF/X-4, exported from the program it was made in.
digest preflight FILE.pdf --profile press tells all that can be told.""",
    ),
)
