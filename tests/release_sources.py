"""Sources of press releases in all five formats, made here, each with what must come of it.

``paragraphs`` is the whole text of the article: nothing else may be in it, and nothing of it may be missing.
``pictures`` are caption, credit and alt of each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import EmailMessage

from tests import word_maker as word
from tests.issue_desk import jpeg

PHOTO = jpeg(640, 400)
OTHER = jpeg(600, 420)
ICON = jpeg(40, 40)

Picture = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """One source, and the release that is in it."""

    name: str
    data: bytes
    headline: str
    day: str
    paragraphs: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    standfirst: str = ""
    place: str = ""
    byline: str = ""
    notes: tuple[str, ...] = ()
    beside: dict[str, bytes] = field(default_factory=dict)


A = "The Minister of Lakes received the ambassador of the Republic of the Steppe on Thursday."
B = "They spoke of boats, of fish and of a map that both countries will draw together."
C = "The next meeting will be held in spring."
TITLE = "Minister receives the ambassador"
RU_TITLE = "Министр принял посла"
RU_A = "Министр озёр принял в четверг посла Степной Республики в своей резиденции."
RU_B = "Стороны говорили о лодках, о рыбе и о карте, которую составят вместе."


def page(body: str, *, title: str = f"{TITLE} | Ministry of Lakes", head: str = "", lang: str = "en") -> str:
    """A page of HTML."""
    return f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def html() -> list[Case]:
    """Web pages."""
    top = "<div class=breadcrumbs><a href=/>Home</a> &gt; <a href=/news>News</a></div>"
    foot = "<footer>© 2019 Ministry of Lakes. All rights reserved.</footer>"
    plain = f"<h1>{TITLE}</h1><p>Posted on December 05, 2019</p><p>{A}</p><p>{B}</p><p>{C}</p><p><a href=/>Back</a> | <a href=#>Print</a></p>"
    tables = (
        f"<h1>{TITLE}</h1><div class=date>5 December 2019</div><p>{A}</p><table><tr><th>Year</th><th>Boats</th></tr><tr><td>2018</td>"
        f"<td>10<table><tr><td>old</td><td>new</td></tr><tr><td>4</td><td>6</td></tr></table></td></tr></table><p>{B}</p>"
    )
    figure = (
        f"<h1>{TITLE}</h1><time datetime=2019-12-05>5 December 2019</time><p>{A}</p><figure><img src='x_files/a.jpg' alt='Two men "
        f"shaking hands at a long table'><figcaption>The minister (left). Photo: A. Lee</figcaption></figure><p>{B}</p>"
        "<img src=x_files/logo.png alt=Logo><img src='https://lakes.example/b.jpg' alt='A boat on a lake at dawn'>"
    )
    rtl = "استقبل وزير البحيرات السفير محمد بن علي اليوم في العاصمة وبحث معه التعاون."
    junk = "<span class='a b' style='x:y'><i></i></span>" * 44_000
    footnotes = (
        f"<h1>{TITLE}</h1><p>December 5, 2019</p><p>{A}<sup><a href='#n1'>1</a></sup></p><p>{B}<a href='#n2'>[2]</a></p>"
        "<ol><li id=n1>As of May. <a href='#r1'>↑</a></li><li id=n2>By weight.</li></ol>"
    )
    brs = f"<h2 class=title>{TITLE}</h2><div class=text><i>05.12.2019</i><br><br>{A}<br><br>{B}<br>\n<br>{C}</div>"
    sentence = f"{A[:-1]} at the Palace of the Lakes."
    home, said = ("Home > News", "© 2019 Ministry of Lakes. All rights reserved.")
    return [
        Case("plain.html", page(top + plain + foot).encode(), TITLE, "2019-12-05", (A, B, C), (home, "Posted on December 05, 2019", "Back | Print", said)),
        Case("tables.html", page(top + tables + foot).encode(), TITLE, "2019-12-05", (A, "Year", "Boats", "2018", "10 old new 4 6", B), (home, "5 December 2019", said)),
        Case(
            "figure.html", page(figure).encode(), TITLE, "2019-12-05", (A, B), ("5 December 2019",),
            (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a long table"),),
            beside={"x_files/a.jpg": PHOTO, "x_files/logo.png": ICON},
        ),
        Case(
            "cp1251.html",
            page(f"<h1>{RU_TITLE}</h1><p>5 декабря 2019 г.</p><p>{RU_A}</p><p>{RU_B}</p><div class=ya-share2>Поделиться</div>", title=RU_TITLE,
                 head='<meta charset="windows-1251">', lang="ru").encode("cp1251"),
            RU_TITLE, "2019-12-05", (RU_A, RU_B), ("5 декабря 2019 г.", "Поделиться"),
        ),
        Case("utf16.html", page(plain).encode("utf-16"), TITLE, "2019-12-05", (A, B, C), ("Posted on December 05, 2019", "Back | Print")),
        Case(
            "arabic.html", page(f"<h1>الوزير يستقبل السفير</h1><p>٥ ديسمبر ٢٠١٩</p><p>{rtl}</p><p>مشاركة | طباعة</p>", title="الوزير يستقبل السفير", lang="ar").encode(),
            "الوزير يستقبل السفير", "2019-12-05", (rtl,), ("٥ ديسمبر ٢٠١٩", "مشاركة | طباعة"),
        ),
        Case("junk.html", page(f"<div>{junk}</div>{plain}<div>{junk[:400_000]}</div>").encode(), TITLE, "2019-12-05", (A, B, C), ("Posted on December 05, 2019", "Back | Print")),
        Case("footnotes.html", page(footnotes).encode(), TITLE, "2019-12-05", (A, B), ("December 5, 2019",), notes=("As of May.", "By weight.")),
        Case("brs.html", page(brs).encode(), TITLE, "2019-12-05", (A, B, C), ("05.12.2019",)),
        Case(
            "sentence.html", page(f"<h1>{sentence}</h1><p>December 5, 2019</p><p>{B}</p><p>{C}</p>", title=sentence).encode(),
            "The Minister of Lakes received the ambassador", "2019-12-05", (B, C), ("December 5, 2019",), standfirst=sentence,
        ),
    ]


def docx() -> list[Case]:
    """Word files."""
    p, t = word.paragraph, word.table
    facts = (p(TITLE, style="Title"), p("5 December 2019"))
    simple = word.WordFile().add(p("PRESS RELEASE"), *facts, p(A), p("Background", style="Heading2"), p(B))
    nested = word.WordFile().add(*facts, p(A), t(("Year", "Boats"), ("2018", p("10") + t(("old", "new"), ("4", "6")))), p(B))
    notes = word.WordFile(notes=["As of May.", "By weight."]).add(*facts, p(A, word.note_mark(1)), p(B, word.note_mark(2)))
    changes = word.WordFile().add(*facts, p("The Minister ", word.deleted("of Rivers "), word.inserted("of Lakes "), "received the ambassador."), p(B))
    changes.parts["word/header1.xml"] = f"<w:hdr {word.NAMES}>{p('Ministry of Lakes')}</w:hdr>"
    shown = word.WordFile(pictures={"p1": PHOTO, "p2": ICON}, links={"l1": "https://lakes.example/c.jpg"})
    shown.add(*facts, p(A), p(word.picture("p1", alt="Two men shaking hands at a table")), p("The minister (left). Photo: A. Lee", style="Caption"))
    shown.add(p(word.picture("p2")), p(word.picture("l1", linked=True)), p(B))
    russian = word.WordFile().add(p(RU_TITLE, style="Heading1"), p("Астана, 5 декабря 2019 года — ", RU_A), p(RU_B))
    return [
        Case("simple.docx", simple.bytes(), TITLE, "2019-12-05", (A, "Background", B), ("PRESS RELEASE", "5 December 2019")),
        Case("nested.docx", nested.bytes(), TITLE, "2019-12-05", (A, "Year", "Boats", "2018", "10 old new 4 6", B), ("5 December 2019",)),
        Case("notes.docx", notes.bytes(), TITLE, "2019-12-05", (A, B), ("5 December 2019",), notes=("As of May.", "By weight.")),
        Case("changes.docx", changes.bytes(), TITLE, "2019-12-05", ("The Minister of Lakes received the ambassador.", B), ("5 December 2019", "of Rivers", "Ministry of Lakes")),
        Case(
            "pictures.docx", shown.bytes(), TITLE, "2019-12-05", (A, B), ("5 December 2019",),
            (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a table"),),
        ),
        Case("russian.docx", russian.bytes(), RU_TITLE, "2019-12-05", (RU_A, RU_B), ("Астана, 5 декабря 2019 года —",), place="Астана"),
    ]


def mail(subject: str, text: str = "", markup: str = "", **headers: str) -> EmailMessage:
    """An e-mail."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = subject, "press@lakes.example", "Thu, 05 Dec 2019 18:00:00 +0600"
    for name, value in headers.items():
        message[name] = value
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html") if text else message.set_content(markup, subtype="html")
    return message


def eml() -> list[Case]:
    """E-mails."""
    letter = f"Dear colleagues,\n\n{TITLE}\n\nASTANA -- {A}\n\n{B}\n\nKind regards,\nAnna"
    plain = mail(f"FW: Press release: {TITLE}", letter)
    rich = mail(TITLE, "See the other part.", f'<p>Dear all,</p><h1>{TITLE}</h1><p>{A}</p><p><img src="cid:one" alt="Two men shaking hands at a table"></p><p>{B}</p>')
    rich.get_payload()[1].add_related(PHOTO, "image", "jpeg", cid="<one>")  # type: ignore[index,union-attr]
    rich.add_attachment(OTHER, maintype="image", subtype="jpeg", filename="second.jpg")
    carrier = mail("Our release", "Dear colleagues,\n\nPlease find our release attached.\n\nBest regards,\nAnna")
    attached = word.WordFile().add(word.paragraph(TITLE, style="Title"), word.paragraph(A), word.paragraph(B), word.paragraph(C)).bytes()
    carrier.add_attachment(attached, maintype="application", subtype="octet-stream", filename="release.docx")
    return [
        Case("plain.eml", plain.as_bytes(), TITLE, "2019-12-05", (A, B), ("Dear colleagues,", "Kind regards, Anna", "ASTANA --"), place="Astana"),
        Case("rich.eml", rich.as_bytes(), TITLE, "2019-12-05", (A, B), ("Dear all,",), (("", "", "Two men shaking hands at a table"), ("", "", ""))),
        Case("carrier.eml", carrier.as_bytes(), TITLE, "2019-12-05", (A, B, C), ("Our release Please find our release attached.",)),
    ]


PAGES = f"""MINISTRY OF LAKES            Quarterly
12

{TITLE}

ASTANA, 5 December 2019 – The Minister of Lakes received the ambassador of
the Republic of the Steppe in the
\f
MINISTRY OF LAKES            Quarterly
13

{TITLE}

Palace of the Lakes, where they signed a memoran-
dum.

They spoke
of boats, of

fish, and of a well-known map.

A well-
known painter was present.
"""


def texts() -> list[Case]:
    """Plain text and Markdown."""
    wrapped = f"{TITLE}\n\nBy Jane Lee\n\n5 December 2019\n\n" + f"{A} {B}".replace(" of ", "\nof ") + f"\n\n{C}\n"
    lined = f"Пресс-релиз\n{RU_TITLE}\n05.12.2019\n{RU_A * 2}\n{RU_B * 2}\n"
    heads = ("MINISTRY OF LAKES            Quarterly", "12", "13", TITLE, "ASTANA, 5 December 2019 –")
    joined = (
        "The Minister of Lakes received the ambassador of the Republic of the Steppe in the Palace of the Lakes, where they signed a memorandum.",
        "They spoke of boats, of fish, and of a well-known map.",
        "A well-known painter was present.",
    )
    noise = f"# **{TITLE}**\n\n**5 December 2019**\n\n**{A[:34]}** **{A[35:]}**\n\n**{B[:37]}**\n\n7\n\n**{B[38:]}**\n\n**{C}**\n\n![Two men](a.jpg \"The minister. © A. Lee\")\n"
    front = f"---\ntitle: {TITLE}\ndate: 2019-12-05\nauthor: Jane Lee\ntags: [lakes, boats]\n---\n{A}[^a]\n\n- one\n- two\n\n> {B}\n\n[^a]: As of May.\n"
    return [
        Case("wrapped.txt", wrapped.encode(), TITLE, "2019-12-05", (f"{A} {B}", C), ("By Jane Lee", "5 December 2019"), byline="Jane Lee"),
        Case("lined.txt", lined.encode("cp1251"), RU_TITLE, "2019-12-05", (RU_A * 2, RU_B * 2), ("Пресс-релиз", "05.12.2019")),
        Case("sixteen.txt", f"{TITLE}\n\n5 December 2019\n\n{A}\n\n{B}\n".encode("utf-16-le"), TITLE, "2019-12-05", (A, B), ("5 December 2019",)),
        Case("pages.txt", PAGES.encode(), TITLE, "2019-12-05", joined, heads, place="Astana"),
        Case("noise.md", noise.encode(), TITLE, "2019-12-05", (A, B, C), ("5 December 2019", "7"), (("The minister.", "© A. Lee", ""),), beside={"a.jpg": PHOTO}),
        Case("front.md", front.encode(), TITLE, "2019-12-05", (A, "one", "two", B), ("tags: lakes, boats",), byline="Jane Lee", notes=("As of May.",)),
    ]


CASES = (*html(), *docx(), *eml(), *texts())
