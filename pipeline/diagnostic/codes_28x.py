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
)
