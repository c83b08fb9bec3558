"""Codes of fonts (320 to 349)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E320",
        Role.DESIGNER,
        "A font that cannot be understood",
        """\
The file has the ending of a font, but its contents are not one, or a table that every font must have (names,
metrics, the map of characters) is missing or broken. Web fonts (WOFF) and Type 1 fonts under another name are
the usual causes. Fetch the TTF or OTF file from the font's maker once more.""",
    ),
    Code(
        "E321",
        Role.EDITOR,
        "A character that no font has",
        """\
None of the families of the text's role has a glyph for this character, and it would print as an empty box.
Often it came in by copying: an emoji, an arrow, a mark that only looks like a full stop. Type the character
that is meant; or ask the designer to add a family that has it to the role's list.""",
    ),
    Code(
        "E322",
        Role.DESIGNER,
        "No such font family",
        """\
No file in the project's fonts/ or among the built-in fonts is of this family. The name is the font's own
typographic family name, which digest fonts lists, and not the name of a file or of a style: Vollkorn, not
Vollkorn-Bold. The weight is given by a number beside it.""",
    ),
    Code(
        "E323",
        Role.DESIGNER,
        "A font without its licence",
        """\
No licence text lies beside the font, and a font that nobody may use must not be published. Put the text
that came with it (OFL.txt, LICENSE.txt, COPYING) into the same folder. A line in a README does not do: most
licences ask for their whole text to go with the files.""",
    ),
    Code(
        "E324",
        Role.DESIGNER,
        "A font that may not be embedded",
        """\
The font's maker has set the bits that forbid embedding it in documents (fsType in the OS/2 table: restricted
licence, or bitmaps only), so a PDF with it could not be shown elsewhere or lawfully given away. Buy a licence
that comes with an embeddable file, or choose another family.""",
    ),
    Code(
        "E325",
        Role.DESIGNER,
        "A font collection",
        """\
A collection (TTC or OTC) holds several fonts in one file, and which one is meant cannot be told from its name.
Take the single TTF or OTF files from the maker, or extract them with a font tool.""",
    ),
    Code(
        "E326",
        Role.DESIGNER,
        "A place that a variable font does not have",
        """\
The layout asks for an axis, a value of an axis or a named instance that the font does not have. digest fonts
lists each variable font's axes with their ranges and its named instances. A font that is not variable has
no axes: its styles are chosen by weight and italic.""",
    ),
)
