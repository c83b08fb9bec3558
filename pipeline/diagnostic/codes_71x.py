"""Codes of imposition: pages of a finished PDF on printers' sheets (710 to 719)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E710",
        Role.DISTRIBUTION,
        "A PDF that cannot be read",
        """\
The file that should be put on sheets is no PDF, has no pages, breaks off before its end (a download or a mail
that was cut short), or is damaged so that even a repair does not help. Nothing was written. Make the file again,
ask for it again, or open it in a PDF viewer and print it into a new PDF.""",
    ),
    Code(
        "E711",
        Role.DISTRIBUTION,
        "A PDF that is locked",
        """\
The file is encrypted. Its pages cannot be taken over, and an encrypted file could not be printed by most
printers anyway. Ask who made it for the same file without protection, or save it without from the program that
made it.""",
    ),
    Code(
        "E712",
        Role.DISTRIBUTION,
        "Pages of different sizes",
        """\
A booklet, a signature or a sheet of cards has pages of one size. What counts is the trimmed page: its TrimBox,
or the CropBox or MediaBox where there is none, turned as it is shown. Half a point of difference is let pass. A
page that lies on its side among upright ones counts as another size. Filler pages must be of the same size as
the others.""",
    ),
    Code(
        "E713",
        Role.DISTRIBUTION,
        "No room on the sheet",
        """\
The pages side by side, with the space between them that the binding needs, are larger than the sheet, whichever
way it is turned. Name a larger sheet with --sheet (a name such as SRA3, or a size such as 450x320mm), take
signatures of fewer pages (--signature), or put fewer cards on a sheet (--up).""",
    ),
    Code(
        "E714",
        Role.DISTRIBUTION,
        "A file that is already there",
        """\
Sheets, a report, a contact sheet, a status page or a picture of the flatplan are not written over an older file
without being asked to, because that may be what was sent to the printer, or another file altogether; and never
over the PDF that they are made from. Say --replace to write over the older one, or name another place. When the
new file is the same as that which is there, nothing needs to be written, and this is not said.""",
    ),
    Code(
        "E715",
        Role.DISTRIBUTION,
        "Too few pages",
        """\
A cover on a sheet of its own takes the first two and the last two pages of the file. What is inside needs at
least one page more. Leave out --cover separate: the cover is then printed on the same paper as the rest.""",
    ),
    Code(
        "W716",
        Role.DISTRIBUTION,
        "No room for bleed or marks",
        """\
The pages fit on the sheet, but not all that stands round them. Without room for bleed, a picture that should
run off the page may end in a white line when the cut is a little off; without marks, the cutter has nothing to
go by. Two A4 pages fill an A3 sheet; SRA3 is made for them. For a copy on an office printer it does not matter:
say --no-marks.""",
    ),
    Code(
        "W717",
        Role.DISTRIBUTION,
        "Pages were added",
        """\
Every sheet that is folded once has four pages, so a booklet's pages divide by four; the rest is filled with
blank pages. They stand at the end unless --blanks inside puts them before the last page, so that the back cover
stays at the back. With a separate cover they stand before its last two pages. --filler names a PDF whose pages
are taken in their place, one after another and over again.""",
    ),
    Code(
        "W718",
        Role.DISTRIBUTION,
        "A PDF that had to be repaired",
        """\
The file does not follow the rules of PDF (its table of contents points at wrong places, or gives wrong lengths).
It was repaired, which mostly does no harm but may lose something. Compare the sheets with the file, page by
page, or make the file again.""",
    ),
    Code(
        "W719",
        Role.DISTRIBUTION,
        "Notes and forms that are not printed",
        """\
Notes, stamps and what is typed into forms lie above the pages and are no part of them; sheets show the pages
alone. Links are left out too, without a word. If what is written there must be printed, let a PDF viewer print
the file into a new PDF.""",
    ),
)
