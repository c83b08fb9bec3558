"""Codes of the copy desk (260 to 279): damage in texts, and what is not written in one way throughout an issue."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "A260",
        Role.EDITOR,
        "A letter that only looks right",
        """\
A word has a sign that looks like the right one: all its letters from another alphabet (a Russian а for the English
word a), a capital I for an l (pubIic), a 0 for an o. On paper nobody sees it; a search does not find the word, and
it is read aloud wrongly. digest lint --fix types it again.""",
    ),
    Code(
        "A261",
        Role.EDITOR,
        "A blank that was lost",
        """\
Two words, or a word and a figure, stand together without a blank (to14, inthe, Astana,the). Most often a line end
or a piece of formatting was lost in a conversion. digest lint --fix puts the blank in.""",
    ),
    Code(
        "A262",
        Role.EDITOR,
        "A blank or a stop too many",
        """\
A blank stands before a comma or a full stop, or inside a bracket or a quotation mark; or two stops stand together,
as in “the end.. ” and “first,, ”. digest lint --fix takes out what is too much.""",
    ),
    Code(
        "A263",
        Role.EDITOR,
        "A full stop in the wrong place",
        """\
A small letter follows a full stop (“interaction. we”), or a word that begins sentences follows without one (“the
visit The talks”). Either the stop is a comma, or the letter a capital: only you can tell, so --fix leaves it alone.
Abbreviations that end with a stop are known (etc., e.g., г.).""",
    ),
    Code(
        "A264",
        Role.EDITOR,
        "A text that breaks off",
        """\
The text ends in the midst of a sentence: with a comma, a hyphen or a word such as “the” or “and”, or without a full
stop where the other paragraphs have one; or a bracket or a quotation is opened and never closed. Often the end was
lost in a conversion: look it up in the original.""",
    ),
    Code(
        "A265",
        Role.EDITOR,
        "A dash of another kind",
        """\
A hyphen stands where a dash belongs, between blanks or in a span of years (2023-24); it is printed as a dash, so
this is only about what the file says. Or a dash is of another kind than the issue's others. digest lint --fix types
the dash.""",
    ),
    Code(
        "A266",
        Role.EDITOR,
        "A blank beside a hyphen",
        """\
A word with a hyphen has a blank at one side of it (well- known), most often since a line was divided there in the
source. Delete the blank, and the hyphen with it if the word has none. Hyphens that stand for a word left out (two-
and three-day) are right. --fix corrects those whose joined form the issue has elsewhere.""",
    ),
    Code(
        "A267",
        Role.EDITOR,
        "Figures written in two ways",
        """\
A decimal figure has the sign of another language (5,5 in English, 5.5 % in Russian), or the thousands of one figure
are divided in another way than those of the others (12,500 and 12 500). Write all of them in one way.""",
    ),
    Code(
        "A268",
        Role.EDITOR,
        "Dates written in two ways, or impossible",
        """\
The issue writes its days in one way (5 April 2023), and this one in another (April 5th, 05.04.2023). Or the day is
in no calendar (31 April), or was another day of the week than the text says. Correct it, or write it like the
others.""",
    ),
    Code(
        "A269",
        Role.EDITOR,
        "One word in two spellings",
        """\
The issue mixes spellings: -ise and -ize, colour and color, policy-maker and policymaker, Mr and Mr., ещё and еще.
Each is right by itself, and Oxford's -ize with colour is a custom of its own; the mixture is what readers notice.
The rarer one is named. Names of bodies are left as they spell themselves. digest lint --fix makes them alike.""",
    ),
    Code(
        "A270",
        Role.EDITOR,
        "Against the house style",
        """\
The word list of the house has this otherwise: a form that gives way to a preferred one, a title that bears no full
stop, a name in its one right spelling. The list is style.yaml beside the manifest, and house_style: of the layout.
digest lint --fix types the preferred form; names it leaves to you.""",
    ),
    Code(
        "A271",
        Role.EDITOR,
        "A name that only the caption has",
        """\
A caption names somebody or something of which the article says nothing. Perhaps the name is misspelt, or the photo
belongs to another article. If both are right, nothing needs to be done: advice never stops a build.""",
    ),
    Code(
        "A272",
        Role.EDITOR,
        "Two names that are nearly the same",
        """\
Two names differ by one letter and stand beside the same words (Kasym and Kassym): most often one of them is a slip.
Look up which is right. Names in the word list (names: in style.yaml) are taken for right.""",
    ),
    Code(
        "A273",
        Role.EDITOR,
        "A text that stands twice",
        """\
The article begins with the words of another one, or a whole paragraph stands in the issue twice. Perhaps a release
was pasted into the wrong file, or news that go on were begun in the same way. Write a new beginning, or delete one.""",
    ),
    Code(
        "A274",
        Role.EDITOR,
        "A picture under two names",
        """\
Two files show the same picture, perhaps in two sizes or saved with another quality, so it would be printed twice.
Name another photo in one of the places. Pictures are compared by what they show; cropped ones may pass.""",
    ),
    Code(
        "A275",
        Role.EDITOR,
        "A caption without a full stop",
        """\
Nearly all captions of the issue end with a full stop, and this one does not. digest lint --fix adds it. Where most
captions have none, nothing is said.""",
    ),
    Code(
        "A276",
        Role.EDITOR,
        "An abbreviation that is spelt out nowhere",
        """\
Readers may not know it. Spell it out where it comes first: the Economic Commission (EC). Those that everybody knows
(UN, HIV) are left out; add your readers' own to known: in style.yaml.""",
    ),
    Code(
        "A277",
        Role.EDITOR,
        "A word that no dictionary has",
        """\
The hunspell dictionary of the text's language does not have the word. Names, words of titles and words in italics
are not looked up. If it is right, add it to known: in style.yaml. Dictionaries are those that are installed, or
those in the project's folder dictionaries/.""",
    ),
)
