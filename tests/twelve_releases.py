"""A folder of twelve releases of a quarter, in all formats, each with a text of its own."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests import word_maker as word
from tests.issue_desk import jpeg
from tests.release_letters import mail
from tests.release_sources import page

NOUNS = (
    "boat",
    "gauge",
    "map",
    "fish",
    "dam",
    "bridge",
    "reed",
    "storm",
    "harbour",
    "net",
    "pilot",
    "island",
    "ferry",
    "lamp",
)
VERBS = ("reached", "counted", "crossed", "repaired", "measured", "painted", "found", "carried", "followed", "left")
PLACES = (
    "Upper",
    "Lower",
    "Northern",
    "Southern",
    "Inner",
    "Outer",
    "Old",
    "New",
    "Great",
    "Little",
    "Western",
    "Eastern",
)


def paragraphs(seed: int, count: int = 6) -> list[str]:
    """Paragraphs that no other seed gives."""
    chance = Random(seed)  # noqa: S311 - texts, no secrets

    def sentence() -> str:
        boat, verb, other, place = (chance.choice(words) for words in (NOUNS, VERBS, NOUNS, PLACES))
        return f"The {boat} of lake {chance.randint(1, 99)} {verb} the {other} near {place} Bay."

    return [" ".join(sentence() for _ in range(5)) for _ in range(count)]


def write_twelve(folder: Path) -> None:
    """Five pages, three Word files, two e-mails, a text and a Markdown file."""
    folder.mkdir()
    photo = jpeg(1600, 1000)
    for number, place in enumerate(PLACES):
        title = f"{place} Lake Council meets in {number + 1990}"
        day = f"{number * 2 + 1} {('October', 'November', 'December')[number % 3]} 2026"
        texts = paragraphs(number)
        if number < 5:
            body = "".join(f"<p>{text}</p>" for text in texts)
            figure = f"<figure><img src='{number}_files/a.jpg'><figcaption>Boats on {place} Lake.</figcaption></figure>"
            head = f"<nav><a href=/>Home</a></nav><h1>{title}</h1><p>Posted on {day}</p>"
            markup = f"{head}{figure}{body}<footer>© Lakes</footer>"
            (folder / f"{number}_files").mkdir()
            (folder / f"{number}_files" / "a.jpg").write_bytes(photo)
            (folder / f"{number}.html").write_text(page(markup, title=f"{title} | Lakes"), encoding="utf-8")
        elif number < 8:
            file = word.WordFile(pictures={"p1": photo}).add(word.paragraph(title, style="Title"), word.paragraph(day))
            file.add(
                *map(word.paragraph, texts),
                word.paragraph(word.picture("p1")),
                word.paragraph("Boats at dawn.", style="Caption"),
            )
            (folder / f"{number}.docx").write_bytes(file.bytes())
        elif number < 10:
            message = mail(
                f"Press release: {title}", "\n\n".join(("Dear all,", title, day, *texts, "Kind regards,\nAnna"))
            )
            message.add_attachment(photo, maintype="image", subtype="jpeg", filename="DSC_1.jpg")
            (folder / f"{number}.eml").write_bytes(message.as_bytes())
        elif number < 11:
            (folder / f"{number}.txt").write_text("\n\n".join((title, day, *texts)), encoding="utf-8")
        else:
            (folder / f"{number}.md").write_text(
                "\n\n".join((f"# {title}", f"Posted on {day}", *texts)), encoding="utf-8"
            )
