"""Codes of what ``digest proof`` finds in a layout, and of contrast (410 to 429)."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code(
        "A410",
        Role.DESIGNER,
        "A proof's text that the layout sets badly, or nowhere",
        """\
The proof is an issue of extremes: a line of it does not come out well in this layout, or something that an issue
may have (a caption, an address) has no place in it. A column that is too narrow for long words wants more modules
or hyphenate: true. What has no place is an error (E511) in an issue that has it: give it one, in a text of a
master.""",
    ),
    Code(
        "W411",
        Role.DESIGNER,
        "Type of the issue's layout that stands out too little from its ground",
        """\
The colour of a style has too little contrast with what it is set on: less than 4.5 to 1, or 3 to 1 for type of
18 points and more, or of 14 points and more if it is bold (WCAG 2.1, 1.4.3). Some readers cannot read it, and
nobody can in poor light. The issue is built all the same; in a proof of the layout the same is an error (E420).
Take a darker colour or a lighter ground (or the other way round), or make the type larger.""",
    ),
    Code(
        "A412",
        Role.DESIGNER,
        "Type on a picture",
        """\
A text of a master stands on a picture, so that nobody can say beforehand whether it can be read: that depends on
the picture of each issue. A fill between the two makes it sure. The figure is the contrast where the picture is
at its worst, white below light type or black below dark type.""",
    ),
    Code(
        "E413",
        Role.DESIGNER,
        "Type below 6 points",
        """\
The size of a style, or one of its sizes, is under 6 points, which can neither be printed nor read well. Captions
and credits are read by everybody: make them 6.5 points or more.""",
    ),
    Code(
        "W414",
        Role.DESIGNER,
        "Type below 6.5 points",
        """\
The size of a style, or one of its sizes, is under 6.5 points. That is legible for young eyes in good light and
on good paper alone.""",
    ),
    Code(
        "A415",
        Role.DESIGNER,
        "A style that nothing uses",
        """\
No master, no drop cap and no other style uses this one, and the program does not ask for it. It is a leftover,
or something names another style by mistake. Delete it, or name it where it belongs.""",
    ),
    Code(
        "A416",
        Role.DESIGNER,
        "A swatch that nothing uses",
        """\
No style, fill or rule uses this colour, and neither do sections:, between: or end_mark:. It is a leftover, or
something names another colour by mistake. Delete it, or name it where it belongs.""",
    ),
    Code(
        "W417",
        Role.DESIGNER,
        "More ink than paper takes",
        """\
The four inks of a swatch come to more than 280 per cent. So much ink dries slowly, sets off on the sheet above,
and fills in small type. Take some of cyan, magenta and yellow out, and put less black in for it.""",
    ),
    Code(
        "A418",
        Role.DESIGNER,
        "A weight that the family does not have",
        """\
A style asks for a weight that its family lacks, so that the nearest is taken, by the rules of CSS. That does no
harm, but the pages do not show what the layout says. Write the weight that is taken, or add the missing one to
fonts/.""",
    ),
    Code(
        "A419",
        Role.DESIGNER,
        "Many sizes, families or weights",
        """\
The styles have more than seven sizes, two families or four weights between them. Few of each look like one hand;
many look like none. Bring together those that nearly agree. Display sizes of covers and openers may be worth it,
which is why this is advice.""",
    ),
    Code(
        "E420",
        Role.DESIGNER,
        "Type that stands out too little from its ground",
        """\
The colour of a style has too little contrast with what it is set on: less than 4.5 to 1, or 3 to 1 for type of
18 points and more, or of 14 points and more if it is bold (WCAG 2.1, 1.4.3). Some readers cannot read it, and
nobody can in poor light. Take a darker colour or a lighter ground (or the other way round), or make the type
larger. The ground is white, a fill of the master below the text, or the tint of boxes; section is tried in each
of its colours.""",
    ),
    Code(
        "W421",
        Role.EDITOR,
        "Type that does not stand out from its photo",
        """\
A text is set on a photo, and where the photo comes nearest to the text's colour the contrast is less than 4.5 to 1, or
3 to 1 for large type (WCAG 2.1, 1.4.3). The real pixels were looked at, with what the layout lays between. Choose
a plainer part of the photo (focus:) or another photo; or ask the designer for a darker fill below the text.""",
    ),
)
