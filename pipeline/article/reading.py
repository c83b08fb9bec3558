"""Reads an article: its front matter and its body, with every finding at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import yamlfile
from pipeline.article.blocks import read_body
from pipeline.article.front import FrontMatter
from pipeline.article.values import (
    Block,
    Inline,
    ItemList,
    Note,
    Panel,
    Paragraph,
    PhotoPlace,
    Pull,
    Quotation,
    Subhead,
    Table,
)
from pipeline.diagnostic import Fault, Finding, Report, Span
from pipeline.photo import Photo
from pipeline.project import ProjectFile
from pipeline.record import read_record

_FENCE = "---"
_EXAMPLE = 'Begin the file with three lines: ---, title: "The headline", ---'


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``path`` is as the manifest names it; ``words`` counts those of the text below the front matter.

    ``photos`` are those of the front matter, then those that only stand in the text.
    """

    path: str
    span: Span
    head: FrontMatter
    photos: tuple[Photo, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    words: int

    @property
    def short_title(self) -> str:
        """The title for the contents and the page foot."""
        return self.head.short_title or self.head.title

    def photo(self, place: PhotoPlace) -> Photo:
        """The photo that stands at a place of the text."""
        return next(photo for photo in self.photos if photo.file == place.file)

    def passages(self) -> Iterator[tuple[Inline, ...]]:
        """The runs of text of the body, then of the footnotes, in reading order: a paragraph, a subhead, a cell."""
        yield from passages_of(self.blocks)
        for note in self.notes:
            yield from passages_of(note.blocks)

    def texts(self) -> Iterator[tuple[str, Span]]:
        """Every text of the article with its place: of the front matter, the body and the footnotes."""
        yield from head_texts(self.head, self.photos)
        for passage in self.passages():
            for inline in passage:
                if inline.text:
                    yield inline.text, inline.span


def read_article(file: ProjectFile, path: str = "") -> tuple[Article | None, Report]:
    """The article in ``file``, or None where its front matter cannot be read; Fault when the file cannot."""
    text = file.read_text()
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    if not end:
        first = "front matter is not closed" if lines[0].rstrip() == _FENCE else "article has no front matter"
        hint = f"Add a line with {_FENCE} below it." if lines[0].rstrip() == _FENCE else _EXAMPLE
        return None, Report.of([Finding("E201", f"The {first}.", Span(file.path, 1, 1), hint)])
    findings: list[Finding] = []
    head = _read_head("\n".join(lines[1:end]), file.path, findings)
    body = read_body("\n".join(lines[end + 1 :]), file.path, end + 2)
    findings += body.findings
    if head is None:
        return None, Report.of(findings)
    words = sum(count_words(passage) for passage in _all_passages(body.blocks, body.notes))
    photos = _all_photos(head, [block for block in body.blocks if isinstance(block, PhotoPlace)])
    article = Article(path or file.path, Span(file.path, 1, 1), head, photos, body.blocks, body.notes, words)
    return article, Report.of(findings)


def passages_of(blocks: Sequence[Block]) -> Iterator[tuple[Inline, ...]]:
    """The runs of text of blocks, in reading order."""
    for block in blocks:
        match block:
            case Paragraph() | Subhead():
                yield block.inlines
            case ItemList():
                for item in block.items:
                    yield from passages_of(item)
            case Panel():
                yield block.title
                yield from passages_of(block.blocks)
            case Quotation() | Pull():
                yield from passages_of(block.blocks)
            case Table():
                for row in (block.header, *block.rows):
                    yield from row


def count_words(passage: Sequence[Inline]) -> int:
    """How many words: runs of signs between blanks with a letter or figure among them."""
    words = "".join(inline.text for inline in passage).split()
    return sum(word[0].isalnum() or any(c.isalnum() for c in word) for word in words)


def head_texts(head: FrontMatter, photos: Sequence[Photo]) -> Iterator[tuple[str, Span]]:
    """The texts of the front matter that are printed or read aloud, each with the place of its value."""
    for key in ("kicker", "title", "short_title", "standfirst", "place", "byline"):
        text = getattr(head, key)
        if text:
            yield text, head.span(key) or Span("")
    for photo in photos:
        for key in ("caption", "credit", "alt"):
            text = getattr(photo, key)
            if text:
                yield text, photo.span(key) or Span("")


def _all_passages(blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> Iterator[tuple[Inline, ...]]:
    yield from passages_of(blocks)
    for note in notes:
        yield from passages_of(note.blocks)


def _all_photos(head: FrontMatter, places: Sequence[PhotoPlace]) -> tuple[Photo, ...]:
    """The photos of the front matter, completed by what the text says of them, and those that only the text has."""
    photos = list(head.photos)
    for place in places:
        index = next((i for i, photo in enumerate(photos) if photo.file == place.file), -1)
        if index < 0:
            photos.append(_photo_of(place))
        else:
            said = {"alt": photos[index].alt or place.alt, "caption": photos[index].caption or place.title}
            photos[index] = photos[index].model_copy(update=said)
    return tuple(photos)


def _photo_of(place: PhotoPlace) -> Photo:
    values = {"file": place.file, "alt": place.alt, "caption": place.title}
    entries = ((yamlfile.Scalar(key, place.span), yamlfile.Scalar(text, place.span)) for key, text in values.items())
    photo, _ = read_record(Photo, yamlfile.Mapping(tuple(entries), place.span))
    return photo or Photo(file=place.file)


def _end_of_front_matter(lines: Sequence[str]) -> int:
    """The index of the line that closes it; 0 where there is none."""
    if lines[0].rstrip() != _FENCE:
        return 0
    return next((i for i, line in enumerate(lines) if i and line.rstrip() in {_FENCE, "..."}), 0)


def _read_head(text: str, file: str, findings: list[Finding]) -> FrontMatter | None:
    try:
        node = yamlfile.parse(text, file, 2)
    except Fault as fault:
        findings += fault.findings
        return None
    if isinstance(node, yamlfile.Scalar) and node.text is None:
        node = yamlfile.Mapping((), Span(file, 1, 1))
    head, complaints = read_record(FrontMatter, node, "The front matter")
    findings += complaints
    return head
