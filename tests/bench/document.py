"""The issue as a Typst document: the same words, photos in the same sizes, columns, fonts, links and outline.

It is a fair piece of work for the peer, not a likeness of the layout: what costs time is there (two justified
and hyphenated columns, every photo, contents with page numbers, headings in the outline, links, footnotes, the
advert as vectors), decoration is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pipeline.article import Article
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
from pipeline.issue import Issue
from pipeline.language import quarter_name
from pipeline.page import Makeup, PictureItem
from pipeline.photo import Photo

Sizes = dict[str, tuple[float, float]]

PREAMBLE = """\
#set document(title: {title}, author: {author})
#set page(width: {width}pt, height: {height}pt, margin: (x: 15mm, top: 17mm, bottom: 21mm), numbering: "1")
#set text(font: ("Vollkorn", "Alegreya Sans"), size: 9.5pt, lang: {language}, hyphenate: true, number-type: "old-style")
#set par(justify: true, leading: 0.6em, spacing: 0.6em, first-line-indent: 12pt)
#set columns(gutter: 4.5mm)
#set image(fit: "cover")
#show heading: set text(font: "Alegreya Sans", hyphenate: false)
#show heading.where(level: 2): set text(size: 23pt)
#show link: set text(fill: rgb("#224466"))
#let caption(body, credit) = text(font: "Alegreya Sans", size: 8.4pt, hyphenate: false)[#body #emph(credit)]
#let wide(file, w, h, alt, body, credit) = place(top, scope: "parent", float: true,
  block(image(file, width: w, height: h, alt: alt) + caption(body, credit)))
#let narrow(file, w, h, alt, body, credit) = block(image(file, width: w, height: h, alt: alt) + caption(body, credit))
"""


def typst_document(issue: Issue, makeup: Makeup) -> str:
    """The source of the whole document; paths of pictures are relative to the issue's folder."""
    return "\n".join(_parts(issue, makeup)) + "\n"


def _parts(issue: Issue, makeup: Makeup) -> Iterator[str]:
    manifest = issue.manifest
    publisher = manifest.masthead.publisher if manifest.masthead else ""
    yield PREAMBLE.format(
        title=_text(f"{manifest.publication.title}, {manifest.issue}"),
        author=_text(publisher),
        language=_text(manifest.language.split("-")[0]),
        width=round(makeup.width, 3),
        height=round(makeup.height, 3),
    )
    sizes = _sizes(makeup)
    yield from _front(issue)
    if issue.foreword:
        if manifest.foreword and manifest.foreword.portrait:
            yield f"#pagebreak(weak: true)\n{_photo(manifest.foreword.portrait, sizes, makeup.width, floats=False)}"
        yield from _article(issue.foreword, sizes, makeup.width)
    adverts = {advert.after: advert for advert in manifest.adverts}
    for section in issue.sections:
        name = f"{section.month:%B %Y}" if section.month else section.title
        yield f"#pagebreak(weak: true)\n#heading(level: 1, {_text(name)})"
        photos = (section.record.photo, *(photo for article in section.articles for photo in article.photos))
        if opener := next(filter(None, photos), None):
            yield f"#image({_text(opener.file)}, width: 100%, height: 60%, alt: {_text(opener.alt)})"
        for article in section.articles:
            yield from _article(article, sizes, makeup.width)
            if article.path in adverts:
                advert = adverts[article.path]
                picture = f"image({_text(advert.file)}, width: 100%, height: 100%, alt: {_text(advert.alt)})"
                yield f"#page(margin: 0pt, {picture})"
    if manifest.gallery:
        yield f"#pagebreak(weak: true)\n#heading(level: 1, {_text(manifest.gallery.title)})"
        yield from (_photo(photo, sizes, makeup.width, floats=False) for photo in manifest.gallery.photos)


def _front(issue: Issue) -> Iterator[str]:
    manifest = issue.manifest
    cover = manifest.cover
    if cover and cover.photo:
        picture = f"image({_text(cover.photo)}, width: 100%, height: 100%, alt: {_text(cover.alt)})"
        name = f"text(size: 60pt, fill: white, {_text(manifest.publication.title)})"
        lines = f"text(size: 28pt, fill: white, {_text(cover.headline)})"
        yield f"#page(margin: 0pt, numbering: none, {{ {picture}; place(top, dx: 15mm, dy: 20mm, {name})"
        yield f"  place(bottom, dx: 15mm, dy: -20mm, {lines}) }})"
    quarter = quarter_name(manifest.issue.number, manifest.language)
    masthead = manifest.masthead
    yield f"= In this issue\n#outline(title: none, depth: 2)\n{_content(quarter)}"
    if masthead:
        for line in (masthead.publisher, masthead.address, masthead.phone, masthead.note, *masthead.social):
            yield f"\n{_content(line)}"
        yield f"#link({_text(f'mailto:{masthead.email}')}, {_text(masthead.email)})"
        yield f"#link({_text(f'https://{masthead.web}')}, {_text(masthead.web)})"


def _sizes(makeup: Makeup) -> Sizes:
    """The size in points at which each photo stands in our own pages, where it stands with its text."""
    found: Sizes = {}
    for page in makeup.pages:
        for item in page.items:
            if isinstance(item, PictureItem) and item.box.width < makeup.width:
                found[item.picture] = (item.box.width, item.box.height)
    return found


def _article(article: Article, sizes: Sizes, page: float) -> Iterator[str]:
    notes = {note.label: note for note in article.notes}
    head = article.head
    yield "#pagebreak(weak: true)\n#set page(columns: 2)"
    heading = f"heading(level: 2, {_text(head.title)})"
    standfirst = f"text(font: {_text('Alegreya Sans')}, size: 12pt, {_text(head.standfirst)})"
    yield f"#place(top, scope: {_text('parent')}, float: true, block({{ {heading}; {standfirst} }}))"
    placed = {block.file for block in article.blocks if isinstance(block, PhotoPlace)}
    yield from (_photo(photo, sizes, page) for photo in article.photos if photo.file not in placed)
    for block in article.blocks:
        if isinstance(block, PhotoPlace):
            yield _photo(article.photo(block), sizes, page)
        else:
            yield _block(block, notes)
    yield "#set page(columns: 1)"


def _photo(photo: Photo, sizes: Sizes, page: float, *, floats: bool = True) -> str:
    width, height = sizes.get(photo.file, (page * 0.4, page * 0.3))
    name = "wide" if floats and width > page / 2 else "narrow"
    size = f"{width:.2f}pt, {height:.2f}pt"
    return f"#{name}({_text(photo.file)}, {size}, {_text(photo.alt)}, {_text(photo.caption)}, {_text(photo.credit)})"


def _block(block: Block, notes: dict[str, Note]) -> str:  # noqa: PLR0911 - one return to each kind of block
    match block:
        case Paragraph():
            return f"{_inlines(block.inlines, notes)}\n"
        case Subhead():
            return f"#heading(level: 3, [{_inlines(block.inlines, notes)}])"
        case ItemList():
            items = ", ".join(f"[{_blocks(item, notes)}]" for item in block.items)
            return f"#enum(start: {block.start}, {items})" if block.ordered else f"#list({items})"
        case Quotation() | Pull():
            return f"#quote(block: true)[{_blocks(block.blocks, notes)}]"
        case Panel():
            title = f"*{_inlines(block.title, notes)}*\n\n" if block.title else ""
            return f"#block(inset: 10pt, fill: luma(240), width: 100%)[{title}{_blocks(block.blocks, notes)}]"
        case Table():
            cells = [cell for row in (block.header, *block.rows) for cell in row]
            inner = ", ".join(f"[{_inlines(cell, notes)}]" for cell in cells)
            return f"#table(columns: {len(block.header)}, {inner})"
        case _:
            return ""


def _blocks(blocks: Iterable[Block], notes: dict[str, Note]) -> str:
    return "\n".join(_block(block, notes) for block in blocks)


def _inlines(inlines: Iterable[Inline], notes: dict[str, Note]) -> str:
    return "".join(_inline(inline, notes) for inline in inlines)


def _inline(inline: Inline, notes: dict[str, Note]) -> str:
    if inline.note:
        return f"#footnote[{_blocks(notes[inline.note].blocks, {})}]" if inline.note in notes else ""
    shown = _text(inline.text)
    if inline.strong:
        shown = f"strong({shown})"
    if inline.emphasis:
        shown = f"emph({shown})"
    if inline.href:
        shown = f"link({_text(inline.href)}, {shown})"
    # The semicolon ends the expression, whatever follows.
    return f"#{shown};"


def _content(text: str) -> str:
    return f"#{_text(text)};\n"


def _text(text: str) -> str:
    """A Typst string."""
    return json.dumps(text, ensure_ascii=False)
