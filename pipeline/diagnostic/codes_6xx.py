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
Ask for the permission; build, release, impose, proof and schema write elsewhere with --out.""",
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
    Code(
        "E607",
        Role.DISTRIBUTION,
        "A release that stands there already",
        """\
A release of this issue is in the folder, and the new one is not the same: sources, layout, fonts, the program or the
options have changed since. What was released may have been sent to somebody, so it is kept, and nothing was written.
Say --replace to put the new release in its place, as a whole, or name another folder with --out.""",
    ),
    Code(
        "E608",
        Role.DISTRIBUTION,
        "A file of somebody else in the place of a release's",
        """\
A file with the name of one of the release's stands in the folder, and no record of a release of this issue
(release.json) names it. It is not written over, not even with --replace, and nothing else was written either. Move it
away, or name another folder with --out.""",
    ),
    Code(
        "W609",
        Role.DISTRIBUTION,
        "A file of an older release that was changed since",
        """\
The file was part of the release that was replaced and is not part of the new one, so it would have been removed. Its
checksum is no longer the one in the older record: somebody has changed it, and it is left where it is. Delete it
when nobody needs it, for readers may take it for a part of the release.""",
    ),
    Code(
        "E610",
        Role.DISTRIBUTION,
        "A source that changed while the release was made",
        """\
The files of a release are made one after another, and all must be made of the same sources. Somebody saved one of
them in the meantime, so nothing was written. Release again when nobody is at work on the issue.""",
    ),
)
