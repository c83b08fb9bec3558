"""Codes of layouts."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code("E401", Role.DESIGNER, "No such layout", """\
The manifest names a layout that is neither in the project's layouts/ nor built in. digest layouts lists
what there is."""),
    Code("E402", Role.DESIGNER, "A name that the layout does not define", """\
A style, swatch, font role, master or photo size is used under a name that the layout does not define. The
message names the nearest one that it does."""),
    Code("E403", Role.DESIGNER, "Styles that inherit in a circle", """\
Style A is based on B and B, in the end, on A. One of them must stand alone."""),
    Code("E404", Role.DESIGNER, "A measure that does not fit the page", """\
The margins, the grid or a frame leave no room on the page, or place something outside of it."""),
    Code("E405", Role.DESIGNER, "A field that does not exist", """\
A text of a master names a field in braces that this kind of page does not have. The message lists the
fields that it has."""),
    Code("E406", Role.DESIGNER, "A font that the fonts folder does not have", """\
A font role of the layout names a family that is neither in the project's fonts/ nor built in. digest fonts
lists what there is; the spelling is that of the list."""),
)
