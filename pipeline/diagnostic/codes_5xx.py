"""Codes of making pages."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code("E501", Role.DESIGNER, "Text does not fit its frame", """\
A frame of a master is too small for the text that goes into it, and text is never cut or shrunk. Make the
frame larger, the text shorter, or give the style a smaller class for long texts."""),
    Code("W502", Role.EDITOR, "A line could not be set well", """\
A line of justified text has word spaces far from natural, or sticks out, because nothing in it may be
broken: a long address, or a word in a language without hyphenation patterns. Rewording the sentence by a
word or two puts it right."""),
    Code("E503", Role.EDITOR, "A photo is too small for print", """\
At the size at which it stands on the page the photo has fewer than 150 pixels to the inch: it would print as
blocks. Supply a larger picture (the message says how large), or give it a smaller size in the article."""),
    Code("W504", Role.EDITOR, "A photo is rather small for print", """\
At the size at which it stands on the page the photo has fewer than 225 pixels to the inch. It prints, but
softly. Supply a larger picture, or give it a smaller size in the article."""),
    Code("E505", Role.DESIGNER, "A block does not fit a whole page", """\
A block that may not be broken (a headline, a photo with its caption, a table row) is deeper than the
page's type area."""),
    Code("E506", Role.EDITOR, "The issue has more pages than allowed", """\
The manifest's budget (pages: at_most) is less than the pages that the issue runs to. Cut text or photos, or
allow more pages."""),
    Code("W507", Role.EDITOR, "A word is in no font in this weight", """\
Letters of a text came from a fallback family, because the first family of the role lacks them. It is
legible, but may look odd."""),
)
