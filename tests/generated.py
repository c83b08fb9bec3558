"""Issues made at random from a seed: valid, small, with every kind of block, and with a record of what they say.

``Issue.of(seed)`` always gives the same issue; ``seeds`` is the hypothesis strategy over them. What an article must
say on its pages is written down while its Markdown is (``said``), so that no reader of Markdown is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from PIL import Image

from pipeline.project import Project

QUARTER = "2023-Q2"
MONTHS = ("2023-04", "2023-05", "2023-06")
SHAPES = {"wide": (3600, 2300), "square": (2800, 2800), "tall": (2400, 3400)}

seeds = st.integers(0, 99_999)

_TEXTS = {
    "en-GB": """the of and a to in council minister road map agreed that members should meet again before winter office
        first affiliation fjord efficient waffle countries’ naïve café 2023 28 km Dr H. Mirzozoda Ms Chi 10 April 5.5 %
        confidence-building well-known trade, talks; green finance: digital “quoted” (aside) 1,250 metres""",
    "ru": """и в на дорожная карта принята членами совета, встреча состоялась в Астане. министр г-н Иванов подъезд
        объём сотрудничество взаимодействие 15 апреля 2023 года «доверие» экономика: развитие; ёлка""",
    "kk-KZ": "және өзара іс-қимыл шаралары жөніндегі кеңес ғылым, қоғам үшін һәм ұлттық әңгіме. мүшелер",
    "tr": "ve İstanbul ışık ığdır için güven artırıcı önlemler, çağrı öğrenci şehir. ağaç DİYALOG İKLİM",
    "vi": "và hợp tác giữa các nước thành viên, hội nghị thượng đỉnh về tương tác. biện pháp xây dựng lòng tin",
}
WORDS = {language: tuple(text.split()) for language, text in _TEXTS.items()}
GIANTS = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://www.example.org/reports/2023/annual-review/the-long-way-round.html?chapter=7",
    "first.secretary@ministry-of-foreign-affairs.example.org",
    "www.example.org/news",
)


@dataclass
class Scribe:
    """Writes Markdown and, beside it, what is to be read: each passage with its bullet, number or footnote mark.

    ``busy`` is the share of all the markup that a hard test wants; less than 1 has no words too long for a column.
    """

    random: Random
    language: str
    busy: float = 1.0
    said: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    marks: int = 0
    notes: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def words(self, least: int, most: int) -> list[str]:
        """Some words of the language."""
        return [self.random.choice(WORDS[self.language]) for _ in range(self.random.randint(least, most))]

    def plain(self, least: int, most: int) -> str:
        """A text without markup that neither begins nor ends with what Markdown would read."""
        return " ".join(["Über", *self.words(least, most), "end"])

    def text(self, least: int, most: int) -> str:
        """Markdown of a passage; what it says goes on record."""
        source, says = self._marked_up(least, most)
        self.said.append(says)
        return source

    def labelled(self, label: str, least: int, most: int) -> str:
        """The same with a bullet or number before it."""
        source, says = self._marked_up(least, most)
        self.said.append(f"{label} {says}")
        return source

    def _marked_up(self, least: int, most: int) -> tuple[str, str]:
        source, says = ["Then"], ["Then"]
        words = self.words(least, most)
        if self.random.random() < 0.1 * (self.busy == 1):
            words.insert(self.random.randrange(len(words) + 1), self.random.choice(GIANTS))
        for word in words:
            kind = self.random.random() / self.busy
            address = "@" in word or "/" in word
            if address or kind > 0.2:
                source.append(f"<{word}>" if word.startswith("http") else word)
                says.append(word)
            elif kind > 0.14:
                source.append(f"**{word}**")
                says.append(word)
            elif kind > 0.09:
                source.append(f"*{word} {word}*")
                says += [word, word]
            elif kind > 0.06:
                source.append(f"half**bold**half[link](https://example.org/{len(says)})end")
                says.append("halfboldhalflinkend")
            elif kind > 0.03:
                source.append(f"[*{word}* **here**](https://example.org/a)")
                says += [word, "here"]
            elif kind > 0.015 and len(self.notes) < 3:
                source.append(self._mark(says))
            else:
                source.append("line\\\nend")
                says += ["line", "end"]
        return " ".join(source), " ".join(says)

    def _mark(self, says: list[str]) -> str:
        self.marks += 1
        label = f"n{self.marks}"
        inner = Scribe(self.random, self.language)
        source = inner.plain(2, 12)
        told = [f"{self.marks} {source}"]
        says.append(f"noted{self.marks}")
        if self.random.random() < 0.4:
            item = inner.plain(1, 5)
            source += f"\n\n    - {item}"
            told.append(f"• {item}")
        if self.random.random() < 0.4:
            more = inner.plain(1, 9)
            source += f"\n\n    {more}"
            told.append(more)
        self.notes.append((label, source, told))
        return f"noted[^{label}]"


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def paragraph(s: Scribe) -> str:
    return s.text(4, 60)


def subhead(s: Scribe) -> str:
    return "#" * s.random.randint(2, 4) + " " + s.text(1, 8).replace("\\\n", " ") + "\n\n" + s.text(3, 20)


def bullets(s: Scribe, deep: int = 0) -> str:
    items = []
    for _ in range(s.random.randint(1, 4)):
        item = s.labelled("•", 1, 18)
        if s.random.random() < 0.25:
            item += "\n\n" + s.text(2, 12)
        if deep < 2 and s.random.random() < 0.25:
            item += "\n\n" + s.random.choice((bullets, numbered, quotation))(s, deep + 1)
        items.append("- " + _indented(item, "  ").strip())
    return "\n".join(items)


def numbered(s: Scribe, deep: int = 0) -> str:
    start = s.random.choice((1, 1, 3, 98))
    items = []
    for number in range(start, start + s.random.randint(1, 4)):
        item = s.labelled(f"{number}.", 1, 14)
        if deep < 2 and s.random.random() < 0.2:
            item += "\n\n" + bullets(s, deep + 1)
        label = f"{number}. "
        items.append(label + _indented(item, " " * len(label)).strip())
    return "\n".join(items)


def list_and_more(s: Scribe) -> str:
    """A list and a paragraph behind it, for two lists would be one."""
    return s.random.choice((bullets, numbered))(s) + "\n\n" + s.text(1, 9)


def quotation(s: Scribe, deep: int = 0) -> str:
    parts = [s.text(3, 30)]
    if deep < 2 and s.random.random() < 0.4:
        parts.append(bullets(s, deep + 1))
    if s.random.random() < 0.3:
        parts.append(s.text(2, 12))
    return _indented("\n\n".join(parts), "> ").replace("\n\n", "\n>\n")


def table(s: Scribe) -> str:
    columns = s.random.randint(1, 4)
    lines = []
    for row in range(s.random.randint(2, 5)):
        cells = [s.text(1, 3).replace("\\\n", " ") for _ in range(columns)]
        lines.append("| " + " | ".join(cells) + " |")
        if row == 0:
            lines.append("|" + "|".join(s.random.choice(("---", ":--", "--:", ":-:")) for _ in range(columns)) + "|")
    return "\n".join(lines)


def pull(s: Scribe) -> str:
    parts = [s.text(2, 10)]
    if s.random.random() < 0.4:
        parts += ["- " + s.labelled("•", 1, 4).replace("\\\n", " "), "> " + s.text(1, 4).replace("\\\n", " ")]
    if s.random.random() < 0.2:
        parts.append("## " + s.text(1, 3).replace("\\\n", " "))
    return "::: pull\n" + "\n\n".join(parts) + "\n:::"


def box(s: Scribe) -> str:
    title = s.text(1, 5).replace("\\\n", " ") if s.random.random() < 0.7 else ""
    makers: tuple[Callable[[Scribe], str], ...] = (lambda s: s.text(3, 25), list_and_more, quotation, table)
    parts = [s.random.choice(makers)(s)]
    if s.random.random() < 0.5:
        parts.append(s.text(1, 12))
    return f"::: box {title}\n" + "\n\n".join(parts) + "\n:::"


def story_break(s: Scribe) -> str:
    return "***\n\n" + s.text(2, 20)


def code(s: Scribe) -> str:
    s.said += ['print("it\'s -- so")']
    return "```\n" + 'print("it\'s -- so")' + "\n```"


BLOCKS = (
    paragraph,
    paragraph,
    paragraph,
    subhead,
    list_and_more,
    list_and_more,
    quotation,
    table,
    pull,
    box,
    story_break,
    code,
)

SIMPLE = (paragraph, paragraph, list_and_more, quotation, pull, subhead)


@dataclass(frozen=True)
class Written:
    """An article: its file, and what must be read of it; ``head``, ``body`` and each of ``notes`` are in order.

    ``captions``, and what else is said ``aside`` of the text, may stand anywhere.
    """

    path: str
    source: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]
    captions: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True)
class Issue:
    """A whole issue: the manifest's text, the articles in their order, and the photos by path and shape."""

    manifest: str
    articles: tuple[Written, ...]
    photos: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, seed: int) -> Issue:
        """The issue of that seed."""
        return Editor(Random(seed)).issue()  # noqa: S311 - it makes test data

    def write(self, root: Path, name: str = "2023-q2") -> Project:
        """Puts the issue into a project's folder."""
        folder = root / "issues" / name
        for article in self.articles:
            place = folder / article.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(article.source, encoding="utf-8")
        for path, shape in self.photos:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(jpeg(shape))
        (folder / "issue.yaml").write_text(self.manifest, encoding="utf-8")
        return Project.around(root)


@cache
def jpeg(shape: str) -> bytes:
    """A plain picture that is large enough for print; made once in a run. A shape may be a size: 2400x1600."""
    stream = BytesIO()
    colours = {"wide": (70, 110, 120), "square": (150, 120, 80), "tall": (90, 130, 90), "cover": (60, 80, 110)}
    width, _, height = shape.partition("x")
    size = (int(width), int(height)) if height else SHAPES.get(shape, (2600, 3600))
    Image.new("RGB", size, colours.get(shape, (110, 100, 120))).save(stream, "jpeg", quality=60)
    return stream.getvalue()


class Editor:
    """Puts an issue together."""

    busy = 1.0

    def __init__(self, random: Random) -> None:
        self.random = random
        self.language = random.choice(("en-GB", "en-GB", "ru", "tr", "vi", "kk-KZ"))
        self.photos: list[tuple[str, str]] = []
        self.count = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def issue(self) -> Issue:
        foreword = self.article("foreword", plain=True) if self.chance(0.6) else None
        sections: list[list[Written]] = []
        for number, count in enumerate(self.counts()):
            sections.append([self.article(f"a{number}{i}") for i in range(count)])
        manifest = self.manifest(foreword, sections)
        written = ([foreword] if foreword else []) + [a for section in sections for a in section]
        return Issue(manifest, tuple(written), tuple(self.photos))

    def counts(self) -> Iterator[int]:
        """How many articles each section has."""
        for _ in range(self.random.randint(1, 3)):
            yield self.random.randint(1, 3)

    def photo_count(self) -> int:
        """How many photos an article has."""
        return self.random.choice((0, 1, 1, 2, 3))

    def shape(self) -> str:
        """The shape of a photo."""
        return self.random.choice(tuple(SHAPES))

    def title(self, scribe: Scribe) -> str:
        """The title of an article."""
        return scribe.plain(1, 9)

    def blocks(self, scribe: Scribe, *, plain: bool) -> list[str]:
        """The blocks of an article."""
        return [self.random.choice(SIMPLE if plain else BLOCKS)(scribe) for _ in range(self.random.randint(1, 7))]

    def manifest(self, foreword: Written | None, sections: list[list[Written]]) -> str:
        lines = ['publication: {title: "Қоғам & Co"}', f"issue: {QUARTER}", f"language: {self.language}"]
        if self.chance(0.6):
            self.photos.append(("photos/cover.jpg", "cover"))
            lines.append(
                'cover: {photo: photos/cover.jpg, headline: "A cover line", credit: "Photo: A. B.", alt: "A road."}'
            )
        if self.chance(0.6):
            lines.append('masthead: {publisher: "The Office", email: "desk@example.org", web: "www.example.org"}')
        if foreword:
            lines.append(f'foreword: {{article: {foreword.path}, signed: {{name: "A. Bek", role: "Editor"}}}}')
        lines.append("sections:")
        for number, articles in enumerate(sections):
            heading = f"month: {MONTHS[number]}" if self.chance(0.8) else 'title: "A part of its own"'
            lines += [f"  - {heading}", "    articles:", *(f"      - {a.path}" for a in articles)]
        if self.chance(0.5):
            photos = [self.photo(f"g{i}")[0] for i in range(self.random.randint(1, 6))]
            lines += ["gallery:", '  title: "In pictures"', "  photos:", *(f"    - {photo}" for photo in photos)]
        return "\n".join(lines) + "\n"

    def photo(self, name: str, language: str = "") -> tuple[str, str, str]:
        """(YAML, what is read below it, its file) of a new photo."""
        path = f"photos/{name}.jpg"
        self.photos.append((path, self.shape()))
        caption = Scribe(self.random, language or self.language).plain(0, 14)
        credit = f"Photo: A. {name}"
        return (
            f'{{file: {path}, caption: "{caption}", credit: "{credit}", alt: "A picture."}}',
            f"{caption} {credit}",
            path,
        )

    def article(self, name: str, *, plain: bool = False) -> Written:
        random = self.random
        language = self.language if plain or self.chance(0.75) else random.choice(tuple(WORDS))
        scribe = Scribe(random, language, self.busy)
        title = "Über alles" if plain else self.title(scribe)
        head = [f'title: "{title}"', f"language: {language}"]
        said: list[str] = []
        if not plain:
            said.append(scribe.plain(0, 1))
            head.append(f'kicker: "{said[-1]}"')
        said.append(title)
        for key, share, most in (("standfirst", 0.6, 25), ("byline", 0.4, 3)):
            if not plain and self.chance(share):
                said.append(scribe.plain(1, most))
                head.append(f'{key}: "{said[-1]}"')
        photos = [] if plain else [self.photo(f"{name}-{i}", language) for i in range(self.photo_count())]
        blocks = self.blocks(scribe, plain=plain)
        if photos:
            head += ["photos:", *(f"  - {yaml}" for yaml, _, _ in photos)]
            if self.chance(0.4):
                blocks.insert(random.randrange(len(blocks) + 1), f"![]({photos[-1][2]})")
        blocks += [f"[^{label}]: {source}" for label, source, _ in scribe.notes]
        notes = tuple(tuple(told) for _, _, told in scribe.notes)
        source = "---\n" + "\n".join(head) + "\n---\n\n" + "\n\n".join(blocks) + "\n"
        captions = (*(caption for _, caption, _ in photos), *scribe.aside)
        return Written(f"articles/{name}.md", source, tuple(said), tuple(scribe.said), notes, captions, title)
