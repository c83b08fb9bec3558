"""Sources of press releases in all five formats, made here, each with what must come of it.

``paragraphs`` is the whole text of the article: nothing else may be in it, and nothing of it may be missing.
``pictures`` are caption, credit and alt of each.
"""

from __future__ import annotations

from dataclasses import dataclass, field

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
        Case(
            "plain.html",
            page(top + plain + foot).encode(),
            TITLE,
            "2019-12-05",
            (A, B, C),
            (home, "Posted on December 05, 2019", "Back | Print", said),
        ),
        Case(
            "tables.html",
            page(top + tables + foot).encode(),
            TITLE,
            "2019-12-05",
            (A, "Year", "Boats", "2018", "10 old new 4 6", B),
            (home, "5 December 2019", said),
        ),
        Case(
            "figure.html",
            page(figure).encode(),
            TITLE,
            "2019-12-05",
            (A, B),
            ("5 December 2019",),
            (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a long table"),),
            beside={"x_files/a.jpg": PHOTO, "x_files/logo.png": ICON},
        ),
        Case(
            "cp1251.html",
            page(
                f"<h1>{RU_TITLE}</h1><p>5 декабря 2019 г.</p><p>{RU_A}</p><p>{RU_B}</p><div class=ya-share2>Поделиться</div>",
                title=RU_TITLE,
                head='<meta charset="windows-1251">',
                lang="ru",
            ).encode("cp1251"),
            RU_TITLE,
            "2019-12-05",
            (RU_A, RU_B),
            ("5 декабря 2019 г.", "Поделиться"),
        ),
        Case(
            "utf16.html",
            page(plain).encode("utf-16"),
            TITLE,
            "2019-12-05",
            (A, B, C),
            ("Posted on December 05, 2019", "Back | Print"),
        ),
        Case(
            "arabic.html",
            page(
                f"<h1>الوزير يستقبل السفير</h1><p>٥ ديسمبر ٢٠١٩</p><p>{rtl}</p><p>مشاركة | طباعة</p>",
                title="الوزير يستقبل السفير",
                lang="ar",
            ).encode(),
            "الوزير يستقبل السفير",
            "2019-12-05",
            (rtl,),
            ("٥ ديسمبر ٢٠١٩", "مشاركة | طباعة"),
        ),
        Case(
            "junk.html",
            page(f"<div>{junk}</div>{plain}<div>{junk[:400_000]}</div>").encode(),
            TITLE,
            "2019-12-05",
            (A, B, C),
            ("Posted on December 05, 2019", "Back | Print"),
        ),
        Case(
            "footnotes.html",
            page(footnotes).encode(),
            TITLE,
            "2019-12-05",
            (A, B),
            ("December 5, 2019",),
            notes=("As of May.", "By weight."),
        ),
        Case("brs.html", page(brs).encode(), TITLE, "2019-12-05", (A, B, C), ("05.12.2019",)),
        Case(
            "sentence.html",
            page(f"<h1>{sentence}</h1><p>December 5, 2019</p><p>{B}</p><p>{C}</p>", title=sentence).encode(),
            "The Minister of Lakes received the ambassador",
            "2019-12-05",
            (B, C),
            ("December 5, 2019",),
            standfirst=sentence,
        ),
    ]


def docx() -> list[Case]:
    """Word files."""
    p, t = word.paragraph, word.table
    facts = (p(TITLE, style="Title"), p("5 December 2019"))
    simple = word.WordFile().add(p("PRESS RELEASE"), *facts, p(A), p("Background", style="Heading2"), p(B))
    nested = word.WordFile().add(
        *facts, p(A), t(("Year", "Boats"), ("2018", p("10") + t(("old", "new"), ("4", "6")))), p(B)
    )
    notes = word.WordFile(notes=["As of May.", "By weight."]).add(
        *facts, p(A, word.note_mark(1)), p(B, word.note_mark(2))
    )
    changes = word.WordFile().add(
        *facts,
        p("The Minister ", word.deleted("of Rivers "), word.inserted("of Lakes "), "received the ambassador."),
        p(B),
    )
    changes.parts["word/header1.xml"] = f"<w:hdr {word.NAMES}>{p('Ministry of Lakes')}</w:hdr>"
    shown = word.WordFile(pictures={"p1": PHOTO, "p2": ICON}, links={"l1": "https://lakes.example/c.jpg"})
    shown.add(
        *facts,
        p(A),
        p(word.picture("p1", alt="Two men shaking hands at a table")),
        p("The minister (left). Photo: A. Lee", style="Caption"),
    )
    shown.add(p(word.picture("p2")), p(word.picture("l1", linked=True)), p(B))
    russian = word.WordFile().add(p(RU_TITLE, style="Heading1"), p("Астана, 5 декабря 2019 года — ", RU_A), p(RU_B))
    return [
        Case(
            "simple.docx",
            simple.bytes(),
            TITLE,
            "2019-12-05",
            (A, "Background", B),
            ("PRESS RELEASE", "5 December 2019"),
        ),
        Case(
            "nested.docx",
            nested.bytes(),
            TITLE,
            "2019-12-05",
            (A, "Year", "Boats", "2018", "10 old new 4 6", B),
            ("5 December 2019",),
        ),
        Case(
            "notes.docx",
            notes.bytes(),
            TITLE,
            "2019-12-05",
            (A, B),
            ("5 December 2019",),
            notes=("As of May.", "By weight."),
        ),
        Case(
            "changes.docx",
            changes.bytes(),
            TITLE,
            "2019-12-05",
            ("The Minister of Lakes received the ambassador.", B),
            ("5 December 2019", "of Rivers", "Ministry of Lakes"),
        ),
        Case(
            "pictures.docx",
            shown.bytes(),
            TITLE,
            "2019-12-05",
            (A, B),
            ("5 December 2019",),
            (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a table"),),
        ),
        Case(
            "russian.docx",
            russian.bytes(),
            RU_TITLE,
            "2019-12-05",
            (RU_A, RU_B),
            ("Астана, 5 декабря 2019 года —",),
            place="Астана",
        ),
    ]
