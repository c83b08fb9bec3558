"""Codes of output: finishing and writing the finished publications (600 to 649)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E601",
        Role.DISTRIBUTION,
        "A place where no file can be written",
        """\
The finished file should go where a folder stands, or into something that is not a folder. Nothing was
written. Name another file with --out, or move the folder away.""",
    ),
    Code(
        "E602",
        Role.DISTRIBUTION,
        "No permission to write",
        """\
The operating system does not let this user write here. Nothing was changed; an older file is still whole.
Choose another folder with --out, or ask for the permission.""",
    ),
    Code(
        "E603",
        Role.DISTRIBUTION,
        "The disk is full",
        """\
There is no room for the finished file. Nothing was changed; an older file is still whole, and what was written
so far was taken away. Make room, or choose a folder on another disk with --out.""",
    ),
    Code(
        "E604",
        Role.DISTRIBUTION,
        "The file is open in another program",
        """\
A program, most often the PDF viewer, holds the older file so that it cannot be replaced. Nothing was changed. Close
the file there and build again.""",
    ),
    Code(
        "E605",
        Role.DISTRIBUTION,
        "A file could not be written",
        """\
The operating system refused for the reason given (a disk that fails, a network folder that is gone). Nothing was
changed; an older file is still whole.""",
    ),
    Code(
        "E606",
        Role.EDITOR,
        "A supplied page that cannot be placed",
        """\
The supplied PDF could be opened, but its page could not be taken over into the publication, because it is damaged
within. Ask for it again, or let a PDF viewer print it into a new PDF.""",
    ),
)
