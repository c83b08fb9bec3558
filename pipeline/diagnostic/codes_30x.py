"""Codes of pictures and of supplied PDF pages (300 to 319)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E300",
        Role.EDITOR,
        "A picture that cannot be understood",
        """\
The file has the name or the first bytes of a picture, but what follows is not one: the download broke, or a
program wrote it wrongly. It would print as a grey box or not at all. Open it in a picture program; if that
works, save it again as JPEG, else ask for the file once more.""",
    ),
    Code(
        "E301",
        Role.EDITOR,
        "A picture that is cut short",
        """\
The picture begins well, but its end is missing, most often because a download or an upload was interrupted.
Its lower part would be grey. Fetch the file again; compare its size with the original's.""",
    ),
    Code(
        "E302",
        Role.EDITOR,
        "A picture in a format that is not supported",
        """\
Pictures are JPEG, PNG, TIFF or WebP; the content counts, not the ending of the name. Telephones write HEIC,
cameras raw files, designers PSD, SVG or EPS. Open the file in the program it comes from and export it as
JPEG in the best quality, or place a drawing as a PDF.""",
    ),
    Code(
        "E303",
        Role.EDITOR,
        "A picture with too many pixels",
        """\
More than 100 million pixels are refused, because opening such a picture takes more memory than many machines
have, and no page needs them: a full A4 page in print wants 9 million. Save it smaller.""",
    ),
    Code(
        "E304",
        Role.EDITOR,
        "A file that holds several pictures",
        """\
The file is an animation or holds several pages. Only one could be printed, and nothing says which. Export the
one that is meant as JPEG, PNG or a TIFF with a single page.""",
    ),
    Code(
        "E305",
        Role.EDITOR,
        "A picture in a variety that is not supported",
        """\
The format is supported, but not this variety of it: camera raw data, Lab or floating-point colours, lossless or
12-bit JPEG. Export it as an ordinary RGB, CMYK or grey picture with 8 or 16 bits a channel.""",
    ),
    Code(
        "E306",
        Role.EDITOR,
        "A colour profile that cannot be used",
        """\
The picture carries a colour profile that is damaged or belongs to another kind of picture, so its colours cannot
be worked out. Guessing would change them. Open it in a picture program and save it with the profile sRGB.""",
    ),
    Code(
        "E307",
        Role.EDITOR,
        "A supplied PDF whose fonts are not embedded",
        """\
The page is set in fonts that are not in the file, so that it would look different on every machine. No printer takes
such a file, and the screen edition, which promises to be readable for ever (PDF/A), must not hold one. Ask the
advertiser for a PDF/X-4 with all fonts embedded, or with its text as outlines.""",
    ),
    Code(
        "E308",
        Role.EDITOR,
        "A supplied PDF whose text cannot be read out",
        """\
The page shows letters, but its fonts do not say which characters they are (no ToUnicode map), so that the text can
be neither read aloud nor found. The screen edition promises that all of its text can (PDF/UA, PDF/A-2a). Ask the
advertiser to export the PDF again from its program, not through a printer driver, or with its text as outlines.""",
    ),
    Code(
        "E309",
        Role.EDITOR,
        "A supplied PDF whose spot colours have no values",
        """\
The page mixes spot colours (DeviceN), and the file does not say what each of them looks like by itself (Colorants),
which the screen edition must know (PDF/A-2, 6.2.4.4). Ask the advertiser for a PDF/X-4 whose spot colours
were converted to CMYK.""",
    ),
    Code(
        "E311",
        Role.EDITOR,
        "A picture too small for its size on the page",
        """\
Print needs so many pixels per inch that the eye does not see them. At the size that the picture has on its page
it has far fewer; it would look like a mosaic. Supply a larger original (not one enlarged by a program), or give
it a smaller size.""",
    ),
    Code(
        "W312",
        Role.EDITOR,
        "A picture barely large enough",
        """\
At its size on the page the picture has fewer pixels per inch than print wants. It will look a little soft. A
larger original or a smaller size would be better.""",
    ),
    Code(
        "E313",
        Role.EDITOR,
        "A PDF that cannot be read",
        """\
The supplied advert or page is not a PDF, or a damaged one. Ask for it again; if it opens in a viewer, let
that viewer print it into a new PDF.""",
    ),
    Code(
        "E314",
        Role.EDITOR,
        "A PDF that is locked",
        """\
The supplied PDF is protected by a password or by restrictions on its use. Locks are not picked here. Ask the
advertiser for the same file without protection.""",
    ),
    Code(
        "E315",
        Role.EDITOR,
        "A PDF of several pages, and none chosen",
        """\
An advert is one page; this PDF has more, and nothing says which is meant. Name it in the manifest, as in
page: 2, or ask for a file with one page.""",
    ),
    Code(
        "E316",
        Role.EDITOR,
        "A page that the PDF does not have",
        """\
The manifest asks for a page of a supplied PDF that it does not have. Pages are counted from 1.""",
    ),
    Code(
        "W317",
        Role.EDITOR,
        "Parts of a supplied PDF that stay behind",
        """\
Only what is painted on the page is taken over. Scripts, actions, form fields, notes, links and attached files
are left behind: they could run on the readers' machines, and do nothing on paper. Look whether anything
visible was among them.""",
    ),
    Code(
        "W318",
        Role.EDITOR,
        "A supplied PDF with hidden layers",
        """\
The PDF has layers that are switched off. Taken over into a page, layers cannot be switched, so that what is hidden
may show. Ask for a PDF without layers (PDF/X-1a or PDF/X-4 with one state).""",
    ),
)
