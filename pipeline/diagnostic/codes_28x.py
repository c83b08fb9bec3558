"""Codes of planned articles and of the photo desk (280 to 289)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "A280",
        Role.EDITOR,
        "Articles that are planned",
        """\
A section's planned: list names articles that are expected. Until one is among the section's articles, the issue is
made without it. When the text has come, save it in articles/ and list it:

    articles: [articles/harvest.md]
    planned:
      - {title: "The harvest", article: articles/harvest.md, owner: "B. Lee", due: 2026-11-20, length: 600}

The line of the plan may stay: it says who owns the article, and how long it was to be. digest status lists them
all.""",
    ),
    Code(
        "E281",
        Role.EDITOR,
        "No article is there yet",
        """\
Every section of the manifest has planned articles alone, so there is nothing to make pages of. List the first article
that has come, as in articles: [articles/harvest.md]. digest status shows the plan without any.""",
    ),
    Code(
        "W282",
        Role.EDITOR,
        "Something that waits for a planned article",
        """\
An advert is to follow an article that is planned, or a filler is to take its pull quotes. Until the article is listed
under articles:, the advert stands where it fits best, and the filler is not used.""",
    ),
    Code(
        "A283",
        Role.EDITOR,
        "A day that comes too late",
        """\
The day on which an article is due lies after the day on which the issue goes to the press, or that one after the day of
publication. Correct one of the two: press: and date: stand in issue.yaml, due: in the article's front matter or in the
line of the plan.""",
    ),
    Code(
        "E284",
        Role.EDITOR,
        "A photo without credit, in a layout that requires one",
        """\
The layout says credits: required, because whoever took a photo has a right to be named. Add credit: "Photo: name" to
the photo. If it truly has none, say so, as in credit: "Photo: archive". A credit that the agency wrote into the file
(IPTC, XMP) is taken by itself.""",
    ),
    Code(
        "A285",
        Role.EDITOR,
        "Texts that came with a picture's file",
        """\
The picture has no caption, credit or description here, but whoever took it wrote one into the file (IPTC, XMP), and it
is used. Read it: agencies write more than a page has room for, and cameras put their own name there. What you write
in its place always counts more. digest photos shows for every picture where its texts are from.""",
    ),
    Code(
        "A286",
        Role.EDITOR,
        "Texts in a picture's file that are not read",
        """\
The picture has no caption, credit or description here. The file holds texts about it, but in a form that no camera or
agency writes: damaged, far too large, or with definitions that a reader would have to follow. They were passed over.
Write caption, credit and alt by hand.""",
    ),
)
