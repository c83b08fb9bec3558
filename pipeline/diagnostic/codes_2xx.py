"""Codes of manifests and articles."""

from pipeline.diagnostic import Code, Role

CODES = (
    Code(
        "E201",
        Role.EDITOR,
        "An article without front matter",
        """\
An article begins with a line of three dashes, then its title and whatever else is said of it, then another
line of three dashes, then the text:

    ---
    title: "Two days in Almaty"
    ---

Without it the article has no headline and no date, so the build stops.""",
    ),
    Code(
        "E202",
        Role.EDITOR,
        "Markup that is nested too deeply",
        """\
Lists within lists and quotations within quotations end at a dozen levels; no page can show more. Most often
a character was repeated by accident (a line of > or * or [ signs). Delete what is too much. What lies deeper
would have been lost, so the build stops.""",
    ),
    Code(
        "W203",
        Role.EDITOR,
        "A first-level heading in an article",
        """\
The headline of an article is the title of its front matter. A heading with one # is set as a subhead, as if
it had been written with two. If it repeats the title, delete it; otherwise write ## in its place.""",
    ),
    Code(
        "W204",
        Role.EDITOR,
        "A photo in the midst of a text",
        """\
A photo stands between paragraphs, not within a line. It was taken out and placed after its paragraph. Put
it into a paragraph of its own, with an empty line above and below.""",
    ),
    Code(
        "W205",
        Role.EDITOR,
        "A block of program code",
        """\
Lines between three backticks are set as plain lines, each kept as it is. If this is not meant to look like
program code, delete the two lines of backticks.""",
    ),
    Code(
        "E206",
        Role.EDITOR,
        "A line that would not be printed",
        """\
A line such as [word]: something is Markdown's way to keep a link's address apart from the text. Nothing in
the article uses this one, so its words would not be on any page. If it is text, put a backslash before the
bracket: \\[word]: something. If it is an address, use it: [the words][word].""",
    ),
    Code(
        "W207",
        Role.EDITOR,
        "HTML that is printed as it stands",
        """\
HTML is not understood in articles: a <b> or a comment between <!-- and --> would be printed with all its
signs. Use Markdown: **bold**, *italic*, and an empty line between paragraphs.""",
    ),
    Code(
        "E208",
        Role.EDITOR,
        "A container that is not known",
        """\
A line that begins with ::: opens or closes a container. There are two: ::: pull, for a pull quote, and
::: box Title, for a panel. The message names the nearest one; a line that stands alone as ::: closes one.""",
    ),
    Code(
        "W209",
        Role.EDITOR,
        "A container that is not closed",
        """\
A ::: pull or ::: box runs to the next line that holds ::: and nothing else. There is none here, so the rest
of the text went into it. Add a line with ::: where it ends.""",
    ),
    Code(
        "E210",
        Role.EDITOR,
        "A table with a row that is too long",
        """\
A row of the table has more cells than the head of the table, and what is too much would not be printed. Add
a column to the head and to the line of dashes below it, or join two cells. A | that belongs to a text is
written \\|.""",
    ),
    Code(
        "E211",
        Role.EDITOR,
        "A footnote that is not there",
        """\
The text has a footnote mark, such as [^1], but no line of the article says what the note is. Write the note
below the text, at the beginning of a line: [^1]: The note's words.""",
    ),
    Code(
        "E212",
        Role.EDITOR,
        "A footnote that no mark points to",
        """\
The article has the words of a footnote, but no mark in the text that leads to it, so it would not be
printed. Put the mark behind the word it belongs to, as in the word[^1], or delete the note.""",
    ),
    Code(
        "E213",
        Role.EDITOR,
        "Two footnotes with one label",
        """\
Two footnotes of the article bear the same label, and the mark could lead to only one of them. Give the
second another label; labels may be words, as in [^sources]. They are printed as numbers in any case.""",
    ),
    Code(
        "E214",
        Role.EDITOR,
        "A link that leads nowhere",
        """\
A link begins with https://, http://, mailto: or tel:. Others are refused: addresses without one of these
do not work in a PDF, and some others run programs on the reader's computer.""",
    ),
    Code(
        "W215",
        Role.EDITOR,
        "An article without text",
        """\
The article has a title, but no text below its front matter. It is set as a headline with its photos, which may
be meant for a page of pictures. Otherwise write the text below the second line of three dashes, or take the article
out of issue.yaml until it is written.""",
    ),
    Code(
        "E221",
        Role.EDITOR,
        "A month outside the quarter",
        """\
The months of an issue follow from its quarter: 2023-Q2 has 2023-04, 2023-05 and 2023-06. Correct the month,
or give the section a title of its own in place of the month.""",
    ),
    Code(
        "A222",
        Role.EDITOR,
        "A date outside its month",
        """\
The article's date does not lie in the month of its section. That may be meant (a report that came late); if
not, correct the date, or move the article to the other month in issue.yaml.""",
    ),
    Code(
        "E223",
        Role.EDITOR,
        "An article that is listed twice",
        """\
The same file is named twice in issue.yaml, so the article would be printed twice, with two entries in the contents.
The message names both lines; the foreword counts too. Delete one of them. If the two are meant to differ, give
each a file of its own.""",
    ),
    Code(
        "W224",
        Role.EDITOR,
        "An article that is listed nowhere",
        """\
The file lies in the issue's articles/ folder, but issue.yaml does not name it, so it will not be printed.
Add it to a section, or move the file to another folder.""",
    ),
    Code(
        "E226",
        Role.EDITOR,
        "An advert after an article that is not in the issue",
        """\
The after: of an advert names the article that it follows, as that article is named in a section. Correct
the path, or leave after: out; the advert then stands at the end.""",
    ),
    Code(
        "W227",
        Role.EDITOR,
        "An issue without a cover",
        """\
The manifest has no cover, or a cover without a photo. The issue is built with a plain cover that bears its
name. Add cover: {photo: photos/cover.jpg, headline: "…", alt: "…"}.""",
    ),
    Code(
        "E228",
        Role.EDITOR,
        "An issue that is too large",
        """\
An issue has ceilings (500 articles, 2,000 photos), far beyond any periodical, so that a mistake cannot stop the
machine. Divide it into two issues.""",
    ),
    Code(
        "E229",
        Role.EDITOR,
        "An advert size that the layout does not sell",
        """\
The size: of an advert is one of the sizes that the layout names under adverts:, or of full-page, half-page,
quarter-page and strip where it names none. The finding lists them with their measures. Correct the name, or let the
designer add the size to the layout.""",
    ),
    Code(
        "W239",
        Role.EDITOR,
        "An advert of another shape than its space",
        """\
The artwork is wider or taller than the space that was booked for it, by more than two in a hundred. An advert is
never cropped and never stretched, so it stands smaller, in the middle of its space, with white around it. Ask the
advertiser for artwork of the size that the finding names, or book a size of that shape.""",
    ),
    Code(
        "E240",
        Role.EDITOR,
        "Part of a page after the foreword",
        """\
Half pages, quarter pages and strips stand at the foot of a page of articles. The foreword has pages of its own,
which leave no room for them. Let the advert follow an article of a section, leave after: out so that it stands where
it fits best, or book a full page.""",
    ),
    Code(
        "E241",
        Role.EDITOR,
        "Too many adverts that may stand anywhere",
        """\
Adverts that follow no article in particular are tried behind every article of the issue, which takes its time for each
of them. Give some of them an article to follow (after:).""",
    ),
    Code(
        "E231",
        Role.EDITOR,
        "A photo without a description",
        """\
Every picture needs a description (alt:), which is read aloud to those who cannot see it. Say in a sentence what
the picture shows, not what it is about: alt: "Two officials shake hands at a table". A picture that says
nothing needs decorative: true in its place.""",
    ),
    Code(
        "W232",
        Role.EDITOR,
        "A photo without a caption",
        """\
Readers look at photos first, and at captions next. Say who and what is seen, with names from left to right, and
add caption: "…" to the photo. Portraits, the cover and the pictures that open a section need none.""",
    ),
    Code(
        "W233",
        Role.EDITOR,
        "A photo without a credit",
        """\
Nothing says whose photo this is. Most photographers' terms ask for a credit, and readers want to know. Add
credit: "Photo: A. Name" to the photo; it is printed as it is written.""",
    ),
    Code(
        "A234",
        Role.EDITOR,
        "A photo that is not used",
        """\
The file lies in the issue's photos/ folder, but neither issue.yaml nor an article names it, so it is not printed.
Add it where it belongs, or move the file to another folder.""",
    ),
    Code(
        "E235",
        Role.EDITOR,
        "A size that the layout does not have",
        """\
The size: of a photo is one of the photo sizes that the layout defines. The message names the nearest one;
leave size: out, and the layout chooses.""",
    ),
    Code(
        "E236",
        Role.EDITOR,
        "An article template that the layout does not have",
        """\
The layout: in an article's front matter names one of the article templates of the issue's layout. The message names
the nearest one; leave layout: out, and the layout chooses.""",
    ),
    Code(
        "A237",
        Role.EDITOR,
        "A photo that is used twice",
        """\
The same file is named in two places, so the picture is printed twice. If that is not meant, name another
photo in one of the places.""",
    ),
    Code(
        "W238",
        Role.EDITOR,
        "A filler without a pull quote that may stand elsewhere",
        """\
The pull quotes of an article that is named as a filler stand only where a page of it has room, and if there is none
they are left out. So that no word is lost, that is done only with those that repeat words of the text exactly and
have no footnote; others stay in the text. Copy the words from the text into a block ::: pull.""",
    ),
    Code(
        "W242",
        Role.EDITOR,
        "A word of two scripts",
        """\
The word mixes letters of two scripts, such as a Cyrillic letter in an English word. It looks right on paper, but a
search does not find it, and it is read aloud wrongly. Type the word again.""",
    ),
    Code(
        "A243",
        Role.EDITOR,
        "A straight quotation mark",
        """\
The text has a typewriter's quotation mark or apostrophe where print has curved ones: “ ” ‘ ’ in English,
« » in Russian. The program curves those that can be read in one way only, so an issue may be typed with straight marks
throughout. Where other texts of the issue have curved ones, or the program cannot tell, type the curved one; digest
lint --fix does it, and turns marks that stand the wrong way round (”so“) and accents that stand for an apostrophe.""",
    ),
    Code(
        "A244",
        Role.EDITOR,
        "Two blanks",
        """\
Two or more blanks stand next to each other, often behind a full stop, or where a word was taken out. They are
printed as one. Delete the others; most text editors replace them all at once.""",
    ),
    Code(
        "A245",
        Role.EDITOR,
        "A word that stands twice",
        """\
The same word stands twice in a row, perhaps over the end of a line, which is most often a slip. Delete one of
them, unless it is meant: advice never stops a build.""",
    ),
    Code(
        "W246",
        Role.EDITOR,
        "A character that was lost",
        """\
The sign � stands where a program could not read a character, most often after a conversion from an old file. Look
the word up in the original and type it again.""",
    ),
    Code(
        "E247",
        Role.EDITOR,
        "A filler of an article that is not in the issue",
        """\
A filler pull: names the article whose pull quotes may stand where its pages have room, as that article is named in a
section. Correct the path, or take the filler out.""",
    ),
    Code(
        "E248",
        Role.EDITOR,
        "Braces that name no language",
        """\
Words in another language stand in brackets, with the language in braces right behind them: [bon vivant]{lang=fr}.
They are then hyphenated, quoted and read aloud as that language is. Nothing else may stand in the braces, and they
stand behind brackets only: for a link, write [[words](https://example.org)]{lang=fr}. A brace that is to be printed
has a backslash before it: \\{.""",
    ),
    Code(
        "E249",
        Role.EDITOR,
        "A language that is not known",
        """\
The braces behind words in brackets hold the tag of a language, as in {lang=fr}: two or three letters (fr, ru, kk, tg),
with the script or the country behind a hyphen where it matters (az-Cyrl, pt-BR). Country codes are no languages:
Kazakh is kk and not kz, Chinese zh and not cn.""",
    ),
)
