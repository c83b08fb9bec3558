"""Every text of an issue, with the place of each of its characters and the style in which it will be set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from pipeline import yamlfile
from pipeline.article import Article, Inline
from pipeline.diagnostic import Span
from pipeline.issue.values import Issue
from pipeline.photo import Photo
from pipeline.record import Record

_ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\S+|[@#]\w+")
_PHOTO_STYLES = {"caption": "caption", "credit": "credit", "alt": ""}
_HEAD_STYLES = {
    "kicker": "kicker",
    "title": "headline",
    "short_title": "headline",
    "standfirst": "standfirst",
    "place": "dateline",
    "byline": "dateline",
}

Place = Callable[[int], Span]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one look; ``at`` gives the place of its character of that number.

    ``language`` is named where it is not that of the passage.
    """

    text: str
    at: Place
    strong: bool = False
    emphasis: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read in one go. ``style`` is the layout's style, empty where the text is not printed.

    ``quiet`` are the stretches (first, last) of its text that are addresses or program code.
    """

    pieces: tuple[Piece, ...]
    language: str
    style: str
    quiet: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """Its whole text."""
        return self.pieces[0].text if len(self.pieces) == 1 else "".join(piece.text for piece in self.pieces)

    def at(self, offset: int) -> Span:
        """The place of the character at ``offset`` of its text."""
        for piece in self.pieces:
            if offset < len(piece.text):
                return piece.at(offset)
            offset -= len(piece.text)
        return self.pieces[-1].at(len(self.pieces[-1].text))

    def language_at(self, offset: int) -> str:
        """The language of the character at ``offset`` of its text."""
        for piece in self.pieces:
            if offset < len(piece.text):
                return piece.language or self.language
            offset -= len(piece.text)
        return self.language

    def is_quiet(self, offset: int) -> bool:
        """True where wording is not judged."""
        return any(first <= offset < last for first, last in self.quiet)


def all_passages(issue: Issue) -> Iterator[Passage]:
    """The texts of the manifest, then those of every article once."""
    yield from manifest_passages(issue)
    for article in {article.path: article for article in issue.articles()}.values():
        yield from article_passages(issue, article)


def manifest_passages(issue: Issue) -> tuple[Passage, ...]:
    """The texts of the manifest; they are taken apart once for each issue that was loaded."""
    if "" not in issue.passages:
        issue.passages[""] = tuple(_manifest_passages(issue))
    return issue.passages[""]


def _manifest_passages(issue: Issue) -> Iterator[Passage]:
    manifest = issue.manifest
    values = partial(_values, cache(partial(_lines, issue, "issue.yaml")), manifest.language)
    yield from values(manifest.publication, {"title": "headline", "subtitle": "standfirst"})
    if manifest.cover:
        styles = {"headline": "headline", "credit": "credit", "caption": "caption", "alt": ""}
        yield from values(manifest.cover, styles)
        yield from values(manifest.cover, {"lines": "standfirst"})
    if manifest.masthead:
        keys = ("publisher", "address", "phone", "email", "web", "social", "note")
        yield from values(manifest.masthead, dict.fromkeys(keys, "body"))
    if manifest.foreword:
        yield from values(manifest.foreword.signed, {"name": "body", "role": "body"})
    for section in manifest.sections:
        yield from values(section, {"title": "headline"})
    for advert in manifest.artwork:
        yield from values(advert, {"alt": ""})
    if manifest.gallery:
        yield from values(manifest.gallery, {"title": "headline"})
    for photo in manifest_photos(issue):
        yield from values(photo, _PHOTO_STYLES)


def manifest_photos(issue: Issue) -> Iterator[Photo]:
    """The photo records of the manifest: portrait, openers, gallery, fillers."""
    manifest = issue.manifest
    if manifest.foreword and manifest.foreword.portrait:
        yield manifest.foreword.portrait
    yield from (section.photo for section in manifest.sections if section.photo)
    if manifest.gallery:
        yield from manifest.gallery.photos
    yield from (filler.photo for filler in manifest.fillers if filler.photo)


def article_passages(issue: Issue, article: Article) -> tuple[Passage, ...]:
    """The texts of an article of the issue: of its front matter, its photos, its body and its footnotes."""
    if article.path not in issue.passages:
        issue.passages[article.path] = tuple(_article_passages(issue, article))
    return issue.passages[article.path]


def _article_passages(issue: Issue, article: Article) -> Iterator[Passage]:
    language = issue.language(article)
    values = partial(_values, cache(partial(_lines, issue, article.path)), language)
    yield from values(article.head, _HEAD_STYLES)
    for photo in article.photos:
        yield from values(photo, _PHOTO_STYLES)
    for inlines in article.passages():
        if passage := _body_passage(inlines, language):
            yield passage


def _body_passage(inlines: Sequence[Inline], language: str) -> Passage | None:
    kept = [inline for inline in inlines if inline.text]
    if not kept:
        return None
    quiet: list[tuple[int, int]] = []
    offset = 0
    for inline in kept:
        if inline.code:
            quiet.append((offset, offset + len(inline.text)))
        offset += len(inline.text)
    pieces = tuple(Piece(i.text, i.at, i.strong, i.emphasis, i.language) for i in kept)
    return Passage(pieces, language, "body", (*quiet, *_addresses("".join(i.text for i in kept))))


def _values(lines: Callable[[], list[str]], language: str, record: Record, styles: dict[str, str]) -> Iterator[Passage]:
    """The texts under some keys of a record; those of a list one by one."""
    for key, style in styles.items():
        value = getattr(record, key)
        for index, text in enumerate((value,) if isinstance(value, str) else value):
            if text:
                span = record.span(key) if isinstance(value, str) else record.span(key, index)
                # What came with a picture's file, or stands in an article's text, is no value of the YAML.
                ours = "" if span == record.span() else text
                piece = Piece(text, partial(_within, lines, span or Span(""), ours))
                yield Passage((piece,), language, style, tuple(_addresses(text)))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _ADDRESS.finditer(text))


def _lines(issue: Issue, path: str) -> list[str]:
    return issue.files[path].read_text().split("\n")


def _within(lines: Callable[[], list[str]], value: Span, text: str, offset: int) -> Span:
    return yamlfile.place_within(lines(), value, text, offset) if value.line and text else value
