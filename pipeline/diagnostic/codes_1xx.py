"""Codes of files and YAML, and of the program itself."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code(
        "E101",
        Role.EDITOR,
        "A file is missing",
        """\
A file that is named in the manifest, in an article or in a layout is not there. Nothing is guessed and
nothing is left out silently, so the build stops. Check the spelling, capital letters included: a name that
works on one computer must work on all. Paths are written relative to the file's issue folder, with
forward slashes, as in photos/almaty-1.jpg.""",
    ),
    Code(
        "E102",
        Role.EDITOR,
        "A file cannot be read",
        """\
The file is there, but the operating system would not let it be read, or it is not a plain file (a folder, a
device, a link that leads nowhere). Check its permissions, or put a copy of it into the issue's folder.""",
    ),
    Code(
        "E103",
        Role.EDITOR,
        "A file is too large",
        """\
Every kind of file has a ceiling (text 2 MB, pictures 200 MB, PDFs 200 MB), so that a wrong file cannot stop
the machine. Split the text, or save the picture in a smaller size.""",
    ),
    Code(
        "E104",
        Role.EDITOR,
        "A path leads outside the project",
        """\
Paths are relative and stay inside the project: no drive letters, no leading slash, no .. that climbs out,
and no link to somewhere else. Copy the file into the folder of the issue, or of the layout that names it, and name
it from there.""",
    ),
    Code(
        "E105",
        Role.EDITOR,
        "A text file is not UTF-8",
        """\
Text files are UTF-8. This one holds bytes that are not, most often because it was saved as Windows-1251,
Windows-1252 or UTF-16. In the editor, choose "Save with encoding: UTF-8".""",
    ),
    Code(
        "E106",
        Role.EDITOR,
        "No project here",
        """\
A project is a folder with an issues/ folder in it. Go into the project's folder, or start one with
digest init my-newsletter.""",
    ),
    Code(
        "E107",
        Role.EDITOR,
        "No such issue",
        """\
The issue's folder is not in issues/, or it has no issue.yaml. digest new 2026-q4 makes one that builds.""",
    ),
    Code(
        "E108",
        Role.DISTRIBUTION,
        "SOURCE_DATE_EPOCH is not a number of seconds",
        """\
The environment sets SOURCE_DATE_EPOCH, which takes the place of the issue's date in finished files, so that a
packager can make the same bytes again. It holds whole seconds since the beginning of 1970, and nothing else: a day
is written so by date -d 2023-07-10 +%s. Where it is not wanted, unset SOURCE_DATE_EPOCH.""",
    ),
    Code(
        "E111",
        Role.EDITOR,
        "YAML cannot be understood",
        """\
The file is not well-formed YAML at this place. The usual causes: a colon inside a text that is not in
quotation marks (title: Talks: day two), a line that is indented by one blank too many or with a tab, a
quotation mark or bracket that is never closed.""",
    ),
    Code(
        "E112",
        Role.EDITOR,
        "A key is given twice",
        """\
The same key stands twice in one block, and only one could count. Delete one of the two lines; the message
names both.""",
    ),
    Code(
        "E113",
        Role.EDITOR,
        "YAML that is not allowed here",
        """\
Tags (!name), anchors (&name), aliases (*name), merge keys (<<) and several documents in one file are
refused, because a manifest must mean what it shows. Write the value out. A text that begins with one of
the characters ! & * % @ ` must stand in quotation marks.""",
    ),
    Code(
        "E114",
        Role.EDITOR,
        "YAML is nested too deeply",
        """\
No file of a project needs more than a dozen levels. An indentation has probably gone wrong above.""",
    ),
    Code(
        "E121",
        Role.EDITOR,
        "An unknown key",
        """\
The key is not one of those that may stand here. A misspelt key would otherwise be ignored silently, and
the photo or headline with it. The message names the nearest known key; digest schema writes schemas that
let an editor complete keys while typing.""",
    ),
    Code(
        "E122",
        Role.EDITOR,
        "A key is missing",
        """\
A key that is needed here was not given. The message names it; the guide in issues/README.md (or
layouts/README.md) shows an example.""",
    ),
    Code(
        "E123",
        Role.EDITOR,
        "A value of the wrong kind",
        """\
The value is not of the kind that this key takes: a text where a list is wanted, a word where a number is
wanted, a date that is not one. The message says what is wanted, with an example.""",
    ),
    Code(
        "E901",
        Role.DEVELOPER,
        "The program failed",
        """\
This is a defect of the program, not of the issue. Nothing was written. Please report it with the text that
digest prints when it is run with --debug.""",
    ),
)
