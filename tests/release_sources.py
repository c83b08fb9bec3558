"""Sources of press releases in all five formats, made here, each with what must come of it.

``paragraphs`` is the whole text of the article: nothing else may be in it, and nothing of it may be missing.
``pictures`` are caption, credit and alt of each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
DAY = "2019-12-05"
TITLE = "Minister receives the ambassador"
RU_TITLE = "Министр принял посла"
RU_A = "Министр озёр принял в четверг посла Степной Республики в своей резиденции."
RU_B = "Стороны говорили о лодках, о рыбе и о карте, которую составят вместе."


def page(body: str, *, title: str = f"{TITLE} | Ministry of Lakes", head: str = "", lang: str = "en") -> str:
    """A page of HTML."""
    return f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def lakes(name: str, data: str | bytes, paragraphs: tuple[str, ...], *dropped: str, **more: Any) -> Case:
    """A source of the release that most of them hold."""
    held = data if isinstance(data, bytes) else data.encode()
    return Case(name, held, TITLE, DAY, paragraphs, dropped, **more)


TOP = "<div class=breadcrumbs><a href=/>Home</a> &gt; <a href=/news>News</a></div>"
FOOT = "<footer>© 2019 Ministry of Lakes. All rights reserved.</footer>"
FURNITURE = ("Home > News", "© 2019 Ministry of Lakes. All rights reserved.")
POSTED = "Posted on December 05, 2019"
PLAIN = f"<h1>{TITLE}</h1><p>{POSTED}</p><p>{A}</p><p>{B}</p><p>{C}</p><p><a href=/>Back</a> | <a href=#>Print</a></p>"


def pages_of_text() -> list[Case]:
    """Web pages in several encodings and scripts, in the midst of junk, with lines in place of paragraphs."""
    title, text = "الوزير يستقبل السفير", "استقبل وزير البحيرات السفير محمد بن علي اليوم في العاصمة وبحث معه التعاون."
    arabic = page(f"<h1>{title}</h1><p>٥ ديسمبر ٢٠١٩</p><p>{text}</p><p>مشاركة | طباعة</p>", title=title, lang="ar")
    inner = (
        f"<h1>{RU_TITLE}</h1><p>5 декабря 2019 г.</p><p>{RU_A}</p><p>{RU_B}</p><div class=ya-share2>Поделиться</div>"
    )
    russian = page(inner, title=RU_TITLE, head='<meta charset="windows-1251">', lang="ru").encode("cp1251")
    junk = "<span class='a b' style='x:y'><i></i></span>" * 44_000
    brs = f"<h2 class=title>{TITLE}</h2><div class=text><i>05.12.2019</i><br><br>{A}<br><br>{B}<br>\n<br>{C}</div>"
    sentence = f"{A[:-1]} at the Palace of the Lakes."
    long = page(f"<h1>{sentence}</h1><p>December 5, 2019</p><p>{B}</p><p>{C}</p>", title=sentence).encode()
    short = "The Minister of Lakes received the ambassador"
    return [
        lakes("plain.html", page(TOP + PLAIN + FOOT), (A, B, C), POSTED, "Back | Print", *FURNITURE),
        lakes("utf16.html", page(PLAIN).encode("utf-16"), (A, B, C), POSTED, "Back | Print"),
        lakes(
            "junk.html", page(f"<div>{junk}</div>{PLAIN}<div>{junk[:400_000]}</div>"), (A, B, C), POSTED, "Back | Print"
        ),
        lakes("brs.html", page(brs), (A, B, C), "05.12.2019"),
        Case("cp1251.html", russian, RU_TITLE, DAY, (RU_A, RU_B), ("5 декабря 2019 г.", "Поделиться")),
        Case("arabic.html", arabic.encode(), title, DAY, (text,), ("٥ ديسمبر ٢٠١٩", "مشاركة | طباعة")),
        Case("sentence.html", long, short, DAY, (B, C), ("December 5, 2019",), standfirst=sentence),
    ]


def pages_of_things() -> list[Case]:
    """Web pages with tables, pictures and footnotes."""
    inside = "<table><tr><td>old</td><td>new</td></tr><tr><td>4</td><td>6</td></tr></table>"
    rows = f"<tr><th>Year</th><th>Boats</th></tr><tr><td>2018</td><td>10{inside}</td></tr>"
    tables = f"<h1>{TITLE}</h1><div class=date>5 December 2019</div><p>{A}</p><table>{rows}</table><p>{B}</p>"
    caption = "<figcaption>The minister (left). Photo: A. Lee</figcaption>"
    shown = f"<figure><img src='x_files/a.jpg' alt='Two men shaking hands at a long table'>{caption}</figure>"
    others = (
        "<img src='x_files/logo.png' alt=Logo><img src='https://lakes.example/b.jpg' alt='A boat on a lake at dawn'>"
    )
    figure = f"<h1>{TITLE}</h1><time datetime=2019-12-05>5 December 2019</time><p>{A}</p>{shown}<p>{B}</p>{others}"
    marked = f"<p>{A}<sup><a href='#n1'>1</a></sup></p><p>{B}<a href='#n2'>[2]</a></p>"
    below = "<ol><li id=n1>As of May. <a href='#r1'>↑</a></li><li id=n2>By weight.</li></ol>"
    pictures = (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a long table"),)
    beside = {"x_files/a.jpg": PHOTO, "x_files/logo.png": ICON}
    cells = (A, "Year", "Boats", "2018", "10 old new 4 6", B)
    notes = page(f"<h1>{TITLE}</h1><p>December 5, 2019</p>{marked}{below}")
    return [
        lakes("tables.html", page(TOP + tables + FOOT), cells, "5 December 2019", *FURNITURE),
        lakes("figure.html", page(figure), (A, B), "5 December 2019", pictures=pictures, beside=beside),
        lakes("footnotes.html", notes, (A, B), "December 5, 2019", notes=("As of May.", "By weight.")),
    ]


FACTS = (word.paragraph(TITLE, style="Title"), word.paragraph("5 December 2019"))


def word_files() -> list[Case]:
    """Word files."""
    p, t = word.paragraph, word.table
    simple = word.WordFile().add(p("PRESS RELEASE"), *FACTS, p(A), p("Background", style="Heading2"), p(B))
    table = t(("Year", "Boats"), ("2018", p("10") + t(("old", "new"), ("4", "6"))))
    nested = word.WordFile().add(*FACTS, p(A), table, p(B))
    notes = word.WordFile(notes=["As of May.", "By weight."])
    notes.add(*FACTS, p(A, word.note_mark(1)), p(B, word.note_mark(2)))
    change = p("The Minister ", word.deleted("of Rivers "), word.inserted("of Lakes "), "received the ambassador.")
    changes = word.WordFile().add(*FACTS, change, p(B))
    changes.parts["word/header1.xml"] = f"<w:hdr {word.NAMES}>{p('Ministry of Lakes')}</w:hdr>"
    shown = word.WordFile(pictures={"p1": PHOTO, "p2": ICON}, links={"l1": "https://lakes.example/c.jpg"})
    shown.add(*FACTS, p(A), p(word.picture("p1", alt="Two men shaking hands at a table")))
    shown.add(p("The minister (left). Photo: A. Lee", style="Caption"), p(word.picture("p2")))
    shown.add(p(word.picture("l1", linked=True)), p(B))
    russian = word.WordFile().add(p(RU_TITLE, style="Heading1"), p("Астана, 5 декабря 2019 года — ", RU_A), p(RU_B))
    pictures = (("The minister (left).", "Photo: A. Lee", "Two men shaking hands at a table"),)
    changed = ("The Minister of Lakes received the ambassador.", B)
    line, day = "Астана, 5 декабря 2019 года —", "5 December 2019"
    return [
        lakes("simple.docx", simple.bytes(), (A, "Background", B), "PRESS RELEASE", day),
        lakes("nested.docx", nested.bytes(), (A, "Year", "Boats", "2018", "10 old new 4 6", B), day),
        lakes("notes.docx", notes.bytes(), (A, B), day, notes=("As of May.", "By weight.")),
        lakes("changes.docx", changes.bytes(), changed, day, "of Rivers", "Ministry of Lakes"),
        lakes("pictures.docx", shown.bytes(), (A, B), day, pictures=pictures),
        Case("russian.docx", russian.bytes(), RU_TITLE, DAY, (RU_A, RU_B), (line,), place="Астана"),
    ]
