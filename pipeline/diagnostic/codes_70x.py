"""Codes of preflight: what finished files prove, and what they do not (700 to 709)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E701",
        Role.DISTRIBUTION,
        "A claim that the file does not prove",
        """\
The finished PDF says that it follows a standard (PDF/UA for readers who cannot see it, PDF/A for archives), and
was read back to prove it. The clause that is named does not hold, so nothing was written. Where an advert or another
supplied PDF is on the page, ask for it without the fault; otherwise the fault is the program's: report it with the
whole list that digest preflight prints.""",
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
)
