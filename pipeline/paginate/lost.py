"""Nothing is lost: every text and picture that the issue gives is on a page, or the build says which is not.

The running text needs no looking after, for its units are laid one by one; what a layout can forget is what it
places by name (a standfirst of the foreword, a fourth line of the cover) and pictures. Texts are compared by
their letters and figures alone, since quotation marks, hyphens and capitals may have been set otherwise.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.diagnostic import Finding, Span
from pipeline.issue import Issue
from pipeline.page import Makeup, PictureItem, SuppliedItem, TextItem
from pipeline.photo import Photo

Given = tuple[str, Span | None]
PARTS_OF_COVER = ("headline", "credit", "caption")
PARTS_OF_MASTHEAD = ("publisher", "address", "phone", "email", "web", "note")
SHOWN = 48  # letters of a text that its finding repeats


def left_out(issue: Issue, makeup: Makeup, only: str = "") -> Iterator[Finding]:
    """An error for each text and picture of the issue that is on no page; ``only`` is the path of one article."""
    articles = [article for article in issue.articles() if not only or article.path == only]
    said, shown = _said(makeup), _shown(makeup)
    texts = [text for article in articles for text in _of_article(article)]
    pictures = [(photo.file, photo.span("file")) for article in articles for photo in article.photos]
    if not only:
        texts += [*_of_manifest(issue), *(text for photo in _photos(issue) for text in _below(photo))]
        pictures += [(photo.file, photo.span("file")) for photo in _photos(issue)]
        pictures += [(advert.name, advert.span("file")) for advert in issue.manifest.adverts]
    for text, span in texts:
        if _letters(text) not in said:
            short = text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"
            hint = "Take it out, or let the designer give it a place in the layout."
            yield Finding("E511", f"“{short}” is on no page.", span, hint)
    for file, span in pictures:
        if file not in shown:
            hint = "Take it out, or let the designer give it a place in the layout."
            yield Finding("E511", f"{file} is on no page.", span, hint)


def _of_article(article: Article) -> Iterator[Given]:
    head = article.head
    for key in ("title", "standfirst", "byline", "kicker", "place"):
        yield getattr(head, key), head.span(key)
    for photo in article.photos:
        yield from _below(photo)


def _below(photo: Photo) -> Iterator[Given]:
    yield photo.caption, photo.span("caption")
    yield photo.credit, photo.span("credit")


def _photos(issue: Issue) -> list[Photo]:
    """The photos of the manifest."""
    manifest = issue.manifest
    photos = [section.photo for section in manifest.sections]
    photos.append(manifest.foreword.portrait if manifest.foreword else None)
    return [photo for photo in (*photos, *(manifest.gallery.photos if manifest.gallery else ())) if photo]


def _of_manifest(issue: Issue) -> Iterator[Given]:
    manifest = issue.manifest
    if manifest.cover:
        yield from ((getattr(manifest.cover, key), manifest.cover.span(key)) for key in PARTS_OF_COVER)
        yield from ((line, manifest.cover.span("lines", i)) for i, line in enumerate(manifest.cover.lines))
    if manifest.masthead:
        yield from ((getattr(manifest.masthead, key), manifest.masthead.span(key)) for key in PARTS_OF_MASTHEAD)
        yield from ((name, manifest.masthead.span("social", i)) for i, name in enumerate(manifest.masthead.social))
    if manifest.foreword:
        signed = manifest.foreword.signed
        yield from ((getattr(signed, key), signed.span(key)) for key in ("name", "role"))
    yield from ((section.title, section.span("title")) for section in manifest.sections)
    if manifest.gallery:
        yield manifest.gallery.title, manifest.gallery.span("title")


def _said(makeup: Makeup) -> str:
    """The letters of all pages, paragraph by paragraph."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                blocks[item.block].append(item.line.text)
    return "\n".join(_letters("".join(lines)) for lines in blocks.values())


def _shown(makeup: Makeup) -> set[str]:
    items = [item for page in makeup.pages for item in page.items]
    pictures = {item.picture for item in items if isinstance(item, PictureItem)}
    return pictures | {item.block.removeprefix("advert/") for item in items if isinstance(item, SuppliedItem)}


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold()).replace("ı", "i")
    return "".join(letter for letter in folded if letter.isalnum())
