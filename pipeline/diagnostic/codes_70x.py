"""Codes of preflight: what finished files prove, and what they do not (700 to 709)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E701",
        Role.DISTRIBUTION,
        "A claim that the file does not prove",
        """\
The finished PDF says that it follows a standard (PDF/UA for readers who cannot see it, PDF/A for archives, PDF/X for
printers), and was read back to prove it; one for a printer is measured by the limits of the layout's press besides.
The clause or the limit that is named does not hold, so nothing was written. Where it is in an advert or a photo, the
line that is named says in which: ask for it without the fault. Where the file contradicts the standard without any,
the fault is the program's: report it with all that the command printed.""",
    ),
    Code(
        "E702",
        Role.DISTRIBUTION,
        "A PDF that cannot be read out",
        """\
A screen reader follows the structure of a tagged PDF. This file has none, is locked, or is damaged, so that what it
would hear is anybody's guess. PDFs that digest build makes have it; ask for others as tagged PDF.""",
    ),
    Code(
        "E703",
        Role.DISTRIBUTION,
        "A preflight profile that is not there",
        """\
digest preflight measures a file by a profile: screen proves PDF/UA and PDF/A, the others are what printers want of a
file. A profile of your own is a YAML file: name it by its path, with its ending .yaml. Copy one that the program has
(the hint lists them) and change the limits that your printer has told you.""",
    ),
    Code(
        "W704",
        Role.DISTRIBUTION,
        "Something that a printer will ask about",
        """\
A press edition is read back and measured by what its press can do: the ink, the resolution and the bleed that the
layout promises, and type and lines that a plate can hold. This lies outside of what is wanted, but a press can print
it. Look at the page that is named, and change what stands there, or know that the printer may ask.""",
    ),
    Code(
        "A705",
        Role.DISTRIBUTION,
        "Something that a printer could do without",
        """\
A press edition is read back and measured by what its press can do. This does no harm to the print, but is more than
it shows, such as pixels too fine for the screen of any press. The file could be smaller without it, and nothing else
would change.""",
    ),
)
