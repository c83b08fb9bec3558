"""Codes of layouts."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code(
        "E401",
        Role.DESIGNER,
        "No such layout",
        """\
The manifest names a layout that is neither in the project's layouts/ nor built in. A layout is a folder with a
layout.yaml in it, with that ending. digest layouts lists what there is; digest layouts --copy voice mine makes
one of your own.""",
    ),
    Code(
        "E402",
        Role.DESIGNER,
        "A name that the layout does not define",
        """\
A style, swatch, font role, master or photo size is used under a name that the layout does not define. The
message names the nearest one that it does.""",
    ),
    Code(
        "E403",
        Role.DESIGNER,
        "Styles that inherit in a circle",
        """\
Style A is based on B and B, in the end, on A. One of them must stand alone: delete its based_on, or name a
style that is not in the circle. Styles outside of the circle that are based on one of its members are put right
by the same change.""",
    ),
    Code(
        "E404",
        Role.DESIGNER,
        "A measure that does not fit the page",
        """\
The margins, the grid or a frame leave no room on the page, or place something outside of it.""",
    ),
    Code(
        "E405",
        Role.DESIGNER,
        "A field that does not exist",
        """\
A text of a master names a field in braces that there is not, or needs: names one, so that the element could
never stand. The fields are folio; publication.title, subtitle; issue.quarter, year, number, months, date;
cover.headline, line.1 to line.4, caption, credit; masthead.publisher, address, phone, email, web, social, note;
foreword.title, short_title, standfirst; signed.name, role; section.title, number, caption, credit;
article.title, short_title, standfirst; gallery.title; and word. with a key of the layout's own words:. Each is
written out, as in {cover.headline}; those that an issue does not give are empty, which is no mistake.""",
    ),
    Code(
        "E406",
        Role.DESIGNER,
        "A font that the fonts folder does not have",
        """\
A font role of the layout names a family that is neither in the project's fonts/ nor built in. digest fonts
lists what there is; the spelling is that of the list.""",
    ),
)
