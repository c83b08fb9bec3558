"""Codes of making pages."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code(
        "E501",
        Role.DESIGNER,
        "Text does not fit its frame",
        """\
A frame of a master is too small for the text that goes into it, and text is never cut or shrunk. Make the
frame larger, the text shorter, or give the style a smaller class for long texts.""",
    ),
    Code(
        "W502",
        Role.EDITOR,
        "A line could not be set well",
        """\
A line of justified text has word spaces far from natural, or sticks out, because nothing in it may be
broken: a long address, or a word in a language without hyphenation patterns. Rewording the sentence by a
word or two puts it right.""",
    ),
    Code(
        "E505",
        Role.DESIGNER,
        "A block does not fit a whole page",
        """\
A block that may not be broken (a headline, a photo with its caption, a table row) is deeper than the
page's type area.""",
    ),
    Code(
        "E506",
        Role.EDITOR,
        "The issue has more pages than allowed",
        """\
The manifest's budget (pages: at_most) is less than the pages that the issue runs to. Cut text or photos, or
allow more pages. What the finding names (lines of an article, a photo, an article) was planned through: the issue
then has as many pages as are allowed. Where it names nothing, no single change of that kind would do.""",
    ),
    Code(
        "A512",
        Role.EDITOR,
        "The pages do not fill the last sheet",
        """\
Printed and folded, an issue has a number of pages that is a multiple of four. The composer chooses the sizes of
photos so that it comes out, but this issue is too far from it: some pages at the end would be empty. Add an
article or a photo, or cut one. For a publication that is only read on screens, write pages: {multiple_of: 1}.""",
    ),
    Code(
        "E507",
        Role.DESIGNER,
        "No template for an article of this length",
        """\
Every article template of a layout says from how many to how many words it serves. An article that is shorter
or longer than all of them cannot be made up. Widen the range of a template (words: in the layout's templates),
or name a template in the article's front matter (layout:).""",
    ),
    Code(
        "E511",
        Role.EDITOR,
        "Something of the issue is on no page",
        """\
A text or a picture that the issue gives (a standfirst, a caption, a line of the cover, an advert) has no place in
the layout, so that nobody would read it. Nothing of an issue is left out silently: take it out of the file that
the finding names, or let the designer give it a place.""",
    ),
    Code(
        "E508",
        Role.DEVELOPER,
        "Page numbers did not settle",
        """\
The contents name pages that move when the contents themselves grow by a line, and after five rounds they still
moved. This should not happen: please report the issue's manifest. A longer or shorter title of one article in
the contents (short_title:) gets you going.""",
    ),
    Code(
        "W509",
        Role.DESIGNER,
        "A line of a master could not be set well",
        """\
A line that a master sets (a title, a running head, an entry of the contents) sticks out of its frame or has word
spaces far from natural, because the frame is narrow for the style. Make the frame wider or the style smaller, give
the style sizes: for long texts, or set it ragged (align: left). The text is the issue's, so that the next one may
be longer still.""",
    ),
    Code(
        "A524",
        Role.EDITOR,
        "A page ends short of its foot",
        """\
The composer sizes photos and pairs articles so that pages are full, but with these texts and photos the page ends
more than an eighth of its depth above its foot. The finding says about how many words would fill it, and which
photos would with a larger size. Fillers help with every issue: spare photos, house adverts or pull quotes that the
manifest lists under fillers:, of which the composer takes what fits.""",
    ),
    Code(
        "A525",
        Role.EDITOR,
        "An opener is not on the side that the layout wants",
        """\
The layout says by start: on which side of a spread the page that opens a month should fall. The composer chooses
variants so that it does, as long as that takes no page that is nearly empty; here it would have. An article more or
less before it, a photo in another size or an advert there brings it to the other side.""",
    ),
    Code(
        "W520",
        Role.EDITOR,
        "A pin that cannot be held",
        """\
The flatplan pins an article to its pages, but its text has outgrown them, its photos are others now, or what stands
before it needs more pages or fewer. In this build the pin is given up, and the article stands where there is room;
of pins that cannot all be held, the fewest are given up. Its line in flatplan.yaml stays as it is: put right what
the finding names, and the next build has it in its old place. Or take the pin away: digest pin --off ARTICLE.""",
    ),
    Code(
        "W521",
        Role.EDITOR,
        "A pinned article that the issue does not have",
        """\
The flatplan pins an article that the manifest does not list. Perhaps it was taken out, perhaps its file has another
name now. The next build forgets it; if it was renamed, correct the name in flatplan.yaml before that.""",
    ),
    Code(
        "W522",
        Role.EDITOR,
        "An advert's wish that could not be kept",
        """\
An advert is wished on a right-hand or a left-hand page, or before a certain page (side:, before_page:). A wish is
given up only where it cannot be had: because the article that the advert follows stands elsewhere, because what is
pinned leaves no other page, or because articles begin later than that. Tell the advertiser, or change what the
finding names.""",
    ),
    Code(
        "A523",
        Role.EDITOR,
        "An advert with nothing beside it",
        """\
Adverts that are narrower than the page stand side by side. One of them has none beside it, so that part of the page
stays white. Book another of that depth, one of your own if need be, or give the advert the width of the page.""",
    ),
)
