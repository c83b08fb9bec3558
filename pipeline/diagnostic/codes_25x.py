"""Codes of the descriptions of pictures, and of adverts booked twice (251 to 259)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "W251",
        Role.EDITOR,
        "A decorative picture with a description",
        """\
decorative: true says that the picture needs no words, and those who cannot see it are not told that it is there; so
the description beside it is heard by nobody. If the picture says something, delete decorative: true. If it is an
ornament, delete the description.""",
    ),
    Code(
        "A252",
        Role.EDITOR,
        "A description that repeats the caption",
        """\
Who has the page read aloud hears the description and then the caption. If both say the same, nothing was learned of
what there is to see. The caption says who, where and when; the description says what the eye meets:

    caption: "The mayor with the governor, Almaty, 5 April."
    alt: "Two men in dark suits shake hands before a row of flags.\"""",
    ),
    Code(
        "A253",
        Role.EDITOR,
        "A description that is the name of a file",
        """\
Names such as IMG_1234.jpg or photo1 say nothing to those who have them read aloud. Say in a sentence what the picture
shows. A picture that is only an ornament gets decorative: true, and no description.""",
    ),
    Code(
        "A254",
        Role.EDITOR,
        "A long description",
        """\
A description is heard in one go: it cannot be skimmed, and in many programs not be stopped within. One or two
sentences of at most 250 characters are enough for nearly every photo. What else is worth telling belongs in the caption
or in the text, where everybody reads it.""",
    ),
    Code(
        "A255",
        Role.EDITOR,
        "An advert is booked twice",
        """\
Two entries of adverts: name the same picture, or the same page of a PDF, and each of them is printed. That may be
meant: an advertiser may book two places. If it is not, take one of them out, or say which page of the PDF each of
them is (page: 2).""",
    ),
)
