"""Sources of press releases as e-mails, plain text and Markdown, each with what must come of it."""

from __future__ import annotations

from email.message import EmailMessage

from tests import word_maker as word
from tests.release_sources import OTHER, PHOTO, RU_A, RU_B, RU_TITLE, TITLE, A, B, C, Case, lakes


def mail(subject: str, text: str = "", markup: str = "", **headers: str) -> EmailMessage:
    """An e-mail."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        subject,
        "press@lakes.example",
        "Thu, 05 Dec 2019 18:00:00 +0600",
    )
    for name, value in headers.items():
        message[name] = value
    if text:
        message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html") if text else message.set_content(markup, subtype="html")
    return message


def letters() -> list[Case]:
    """E-mails."""
    letter = f"Dear colleagues,\n\n{TITLE}\n\nASTANA -- {A}\n\n{B}\n\nKind regards,\nAnna"
    plain = mail(f"FW: Press release: {TITLE}", letter)
    shown = '<p><img src="cid:one" alt="Two men shaking hands at a table"></p>'
    rich = mail(TITLE, "See the other part.", f"<p>Dear all,</p><h1>{TITLE}</h1><p>{A}</p>{shown}<p>{B}</p>")
    rich.get_payload()[1].add_related(PHOTO, "image", "jpeg", cid="<one>")  # type: ignore[index,union-attr]
    rich.add_attachment(OTHER, maintype="image", subtype="jpeg", filename="second.jpg")
    carrier = mail("Our release", "Dear colleagues,\n\nPlease find our release attached.\n\nBest regards,\nAnna")
    attached = word.WordFile().add(word.paragraph(TITLE, style="Title"), *map(word.paragraph, (A, B, C))).bytes()
    carrier.add_attachment(attached, maintype="application", subtype="octet-stream", filename="release.docx")
    pictures = (("", "", "Two men shaking hands at a table"), ("", "", ""))
    closing = ("Dear colleagues,", "Kind regards, Anna", "ASTANA --")
    return [
        lakes("plain.eml", plain.as_bytes(), (A, B), *closing, place="Astana"),
        lakes("rich.eml", rich.as_bytes(), (A, B), "Dear all,", pictures=pictures),
        lakes("carrier.eml", carrier.as_bytes(), (A, B, C), "Our release Please find our release attached."),
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
    noise = f'# **{TITLE}**\n\n**5 December 2019**\n\n**{A[:34]}** **{A[35:]}**\n\n**{B[:37]}**\n\n7\n\n**{B[38:]}**\n\n**{C}**\n\n![Two men](a.jpg "The minister. © A. Lee")\n'
    front = f"---\ntitle: {TITLE}\ndate: 2019-12-05\nauthor: Jane Lee\ntags: [lakes, boats]\n---\n{A}[^a]\n\n- one\n- two\n\n> {B}\n\n[^a]: As of May.\n"
    return [
        Case(
            "wrapped.txt",
            wrapped.encode(),
            TITLE,
            "2019-12-05",
            (f"{A} {B}", C),
            ("By Jane Lee", "5 December 2019"),
            byline="Jane Lee",
        ),
        Case(
            "lined.txt",
            lined.encode("cp1251"),
            RU_TITLE,
            "2019-12-05",
            (RU_A * 2, RU_B * 2),
            ("Пресс-релиз", "05.12.2019"),
        ),
        Case(
            "sixteen.txt",
            f"{TITLE}\n\n5 December 2019\n\n{A}\n\n{B}\n".encode("utf-16-le"),
            TITLE,
            "2019-12-05",
            (A, B),
            ("5 December 2019",),
        ),
        Case("pages.txt", PAGES.encode(), TITLE, "2019-12-05", joined, heads, place="Astana"),
        Case(
            "noise.md",
            noise.encode(),
            TITLE,
            "2019-12-05",
            (A, B, C),
            ("5 December 2019", "7"),
            (("The minister.", "© A. Lee", ""),),
            beside={"a.jpg": PHOTO},
        ),
        Case(
            "front.md",
            front.encode(),
            TITLE,
            "2019-12-05",
            (A, "one", "two", B),
            ("tags: lakes, boats",),
            byline="Jane Lee",
            notes=("As of May.",),
        ),
    ]
