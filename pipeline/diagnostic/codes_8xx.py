"""Codes of taking texts in: sources that are imported (800 to 849)."""

from pipeline.diagnostic import Code, Role

CODES: tuple[Code, ...] = (
    Code(
        "E801",
        Role.EDITOR,
        "A package for imports is not installed",
        """\
Web pages and Word files are read by packages that a build does not need, so that they are not installed with
it. The message says what to type. Plain text and Markdown are read without them.""",
    ),
    Code(
        "E802",
        Role.EDITOR,
        "A kind of file that cannot be imported",
        """\
Read are web pages (.html, .mhtml), Word files (.docx), e-mails (.eml), Markdown (.md) and plain text (.txt). An
old Word file (.doc), RTF or OpenDocument is opened in a word processor and saved as .docx; of a PDF, save the
text.""",
    ),
    Code(
        "E803",
        Role.EDITOR,
        "Markup that is no text",
        """\
The page is nested deeper than any text is written, or has more elements, pictures or pieces of text than a
release has. It is a long list or table, a page with all its comments, or the work of a faulty program. Open it in a
browser, copy the text that is wanted into a file of plain text, and import that.""",
    ),
    Code(
        "E804",
        Role.EDITOR,
        "A Word file that cannot be opened",
        """\
The file is damaged, locked with a password, not a Word file in spite of its name, or would unpack to far more
than a text needs. Nothing of it was unpacked onto the disk. Open it in a word processor and save it again as
.docx.""",
    ),
    Code(
        "E805",
        Role.EDITOR,
        "A Word file with definitions of its own",
        """\
The file's XML defines entities, or names a definition outside of the file. No word processor writes that; it is
a way to make a program read other files. It was not read. Ask who sent it for another copy.""",
    ),
    Code(
        "E806",
        Role.EDITOR,
        "An e-mail of too many parts",
        """\
The e-mail holds e-mails within e-mails beyond any forwarding, or hundreds of parts. Save the text or the
attachment that is wanted from your mail program, and import that.""",
    ),
    Code(
        "E807",
        Role.EDITOR,
        "No text was found",
        """\
The source has no paragraph that reads like text: a page that is made by a script when it is seen, a scan
without text, an empty file, a paragraph without a headline above it. In a browser, save the page as "complete" once
it is on screen, or copy its text. In plain text, put the headline on a line of its own, and the text below.""",
    ),
    Code(
        "E808",
        Role.EDITOR,
        "No date was found",
        """\
An article's date decides its file's name and its month. None was found near the headline, in the dateline, in
what the source says of itself or in its name. Give it with --date 2023-04-05.""",
    ),
    Code(
        "E809",
        Role.EDITOR,
        "The date is not in the issue's quarter",
        """\
The release was posted in a month that this issue does not have. Import it into the other issue; or, if it
belongs here nevertheless, say under which month it is listed: --month 2023-06. Its date stays what it is.""",
    ),
    Code(
        "E810",
        Role.EDITOR,
        "The article was edited since it was imported",
        """\
This release was imported before, the source has changed, and so has the article: taking the new text would undo
an editor's work. Compare the two; to write over the article all the same, add --replace.""",
    ),
    Code(
        "W811",
        Role.EDITOR,
        "The source has no headline",
        """\
Nothing in the source could be taken for its headline, so its file's name stands there. Write a title in the
article's front matter.""",
    ),
    Code(
        "W812",
        Role.EDITOR,
        "A picture is only linked",
        """\
The source names a picture and does not hold it, and an import fetches nothing. Save the picture from the page
into photos/ and add it to the article; or save the page once more as "complete", which saves its pictures
beside it.""",
    ),
    Code(
        "W813",
        Role.EDITOR,
        "A picture that no page can show",
        """\
The picture is in a format for screens or for drawings (GIF, SVG, EMF), or it is damaged. It is kept beside the
source, in the issue's folder intake/. Ask for a photo, or save it as JPEG or PNG and add it to the article.""",
    ),
    Code(
        "E814",
        Role.EDITOR,
        "The manifest could not be changed",
        """\
The list of articles is written in a way in which a program cannot add a line without changing others. Nothing
was written. Add the article's line yourself, or write the section's articles one to a line, each behind a dash.""",
    ),
    Code(
        "A815",
        Role.EDITOR,
        "A headline was proposed",
        """\
The source's headline is a whole sentence. It stands below the title as standfirst, and the title is its
beginning, which is seldom good. Write a better one and delete the line above it.""",
    ),
    Code(
        "W816",
        Role.EDITOR,
        "Day and month may be the other way round",
        """\
The only date is in numbers that can be read two ways (4/5/2023). It was read as the page's language has it, day
first unless the page says that it is American.""",
    ),
    Code(
        "A817",
        Role.EDITOR,
        "A machine described the picture",
        """\
The word processor wrote the description by itself. It was taken over, for it is better than none; such
descriptions miss who and what is shown. Read it against the picture.""",
    ),
    Code(
        "W818",
        Role.EDITOR,
        "An imported picture has no description",
        """\
The source does not say what the picture shows, and an importer cannot know. A build refuses a photo without a
description (E231), because readers who cannot see it would learn nothing: write alt: "what the picture shows".""",
    ),
    Code(
        "A819",
        Role.EDITOR,
        "The source was imported before",
        """\
The same file, byte for byte, or the same text from another file is in the issue already. Nothing was changed.
If the article is to be made afresh, add --replace.""",
    ),
    Code(
        "W820",
        Role.EDITOR,
        "The encoding was guessed",
        """\
The source does not say in which encoding it is, and it is not UTF-8. The likeliest was taken. Where letters are
wrong, open the source in an editor, choose its encoding, and save it as UTF-8.""",
    ),
    Code(
        "A821",
        Role.EDITOR,
        "The issue got a new month",
        """\
The manifest had no section for the release's month, so one was added in its place among the others.""",
    ),
    Code(
        "W822",
        Role.EDITOR,
        "An attachment was kept beside the source",
        """\
The e-mail has files attached that may be releases of their own, or papers to read. They lie in the issue's
folder intake/. Import those that are wanted.""",
    ),
    Code(
        "W823",
        Role.EDITOR,
        "Words of the source are missing",
        """\
The reader of the file passed over some of its text (in a kind of field or drawing that it does not know). All
that the file holds was counted, and these words are not in the article. Their lines are in the list of what was
left out, beside the source in the issue's folder intake/. Add by hand what belongs to the article.""",
    ),
    Code(
        "E824",
        Role.EDITOR,
        "More text than an article",
        """\
The source holds as much text as a book: a whole issue in one file, a page that was saved with all its comments,
or something that is no text. Copy the release into a file of its own, and import that.""",
    ),
    Code(
        "W825",
        Role.EDITOR,
        "Text was left out that may be the article's",
        """\
A part of the page reads like text and was left out all the same: it stands apart from the article, is made
otherwise, or does not show until it is asked for. The choice was close. Compare the article with the page; the
words are in the list of what was left out, beside the source in the issue's folder intake/.""",
    ),
    Code(
        "W826",
        Role.EDITOR,
        "Text was taken that may not be the article's",
        """\
A part of the page was taken for the article's text, and little spoke for it: it may be a note about the site, a
teaser, or text of another article. Compare the article with the page, and delete what does not belong to it.""",
    ),
    Code(
        "W827",
        Role.EDITOR,
        "The headline was not where headlines stand",
        """\
No title of the page is repeated in its text and it has no single heading of the first level, so that the
headline was taken from a bold line, a smaller heading, or the name of the window. Compare it with the page, and
correct title: in the article's front matter.""",
    ),
    Code(
        "W828",
        Role.EDITOR,
        "The date was taken from the text",
        """\
Neither a line of its own nor the source's data say when the release was posted; the first day that its text
names was taken. It may be the day of the event, or one that lies ahead. Correct date: in the article's front
matter, or import it again with --date.""",
    ),
    Code(
        "A829",
        Role.EDITOR,
        "A headline in capitals was set as a sentence",
        """\
The layout sets headlines as they are written, and one in capitals shouts among others. Names were given the
capitals that they have in the text; what the text does not name is in small letters. Read it once.""",
    ),
    Code(
        "E830",
        Role.EDITOR,
        "A list of news, and not a release",
        """\
The page leads to several news and has no text of its own: a front page, an archive, the result of a search. Open
each release that is wanted in a browser, save its own page, and import that.""",
    ),
    Code(
        "W831",
        Role.EDITOR,
        "A document of the folder that was not read",
        """\
Of a folder, digest import reads what it can read: web pages, Word files (.docx), e-mails, Markdown and plain text.
The documents that are named are of another kind. If a release is among them, open it in its own program, save it
as .docx or as plain text, and import that. Pictures, and folders within the folder, are passed over without a word.""",
    ),
)
