"""Reads Word files (DOCX): mammoth takes the text out of them, once they were found harmless.

Before anything is parsed the archive is judged by its own list of contents, and every part of XML is read through
once for definitions of entities, depth and size. The lines of the file are handed on beside what mammoth gave, so
that no word is lost silently. Linked pictures are never fetched. Deleted and hidden text, comments, headers, footers
and what is written in charts are listed and not taken.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import replace
from zipfile import BadZipFile, ZipFile

from pipeline import limits
from pipeline.article import Paragraph, Subhead
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.about import is_about, set_apart
from pipeline.importers.boxes import Box, Leaf, Picture, boxes_of
from pipeline.importers.captions import captions_by_column, looks_like_caption
from pipeline.importers.kinds import is_sender
from pipeline.importers.letterhead import without_letterhead
from pipeline.importers.pictures import Gathering
from pipeline.importers.render import Rendering
from pipeline.importers.runs import ends, relabelled, words_of
from pipeline.importers.tree import parse_markup, refuse_volumes
from pipeline.importers.values import Dropped, Reading, Source, plain
from pipeline.importers.wording import is_label
from pipeline.importers.wordparts import DAMAGED, Count, Scan, damaged, scanned, slimmed
from pipeline.language.day_reading import days_in

# Names of styles in what word processors write; mammoth knows the English ones of headings itself.
_HEADLINES = ("Title", "Название", "Titel", "Titre", "Título", "Titolo", "Tytuł", "Заголовок 1", "Heading")
_SECOND = (
    "Subtitle",
    "Заголовок 2",
    "Подзаголовок",
    "Untertitel",
    "Sous-titre",
    "Subtítulo",
    "Sottotitolo",
    "Heading 2",
)
_CAPTIONS = (
    *("Caption", "caption", "Название объекта", "Illustration", "Figure", "Abbildung", "Beschriftung", "Рисунок"),
    *("Image Caption", "Picture Caption", "Photo Caption", "Bildunterschrift", "Légende", "Leyenda", "Epígrafe"),
    *("Didascalia", "Legenda", "Bijschrift", "Podpis", "Підпис", "Resim Yazısı", "Подпись к фото", "Caption Text"),
)
_QUOTES = ("Quote", "Intense Quote", "Block Text", "Citation", "Zitat", "Цитата", "Citazione", "Cita")
_STYLES = "\n".join(
    [
        *(f"p[style-name='{name}'] => h1:fresh" for name in _HEADLINES),
        *(f"p[style-name='{name}'] => h2:fresh" for name in _SECOND),
        *(f"p[style-name='{name}'] => p.caption:fresh" for name in _CAPTIONS),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in _QUOTES),
        "u => em",
    ]
)
# What zipfile, zlib and mammoth raise for files that are not what they say.
_FAULTY = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError, AttributeError, TypeError)
_LOCKED = b"\xd0\xcf\x11\xe0"
_MAIN = "word/document.xml"
_HEADLINE_WORDS, _SIZED_BLOCKS = (3, 25), 12
_DRAWN = re.compile(r"word/(diagrams|charts)/")
_TAGS = re.compile(r"<[^<>]*>")
_CAPTION_WORDS, _PROSE_WORDS, _LONGEST_DAY_LINE = 60, 12, 400


def read_word(source: Source) -> Reading:
    """What a Word file holds; Fault E804, E805."""
    import mammoth  # noqa: PLC0415 - an optional package, asked for by `reading`

    scans = _judged(source)
    embedded: list[bytes] = []

    def keep(image: object) -> dict[str, str]:
        with image.open() as stream:  # type: ignore[attr-defined]
            embedded.append(stream.read())
        return {"src": f"embedded-{len(embedded)}"}

    try:
        result = mammoth.convert_to_html(
            slimmed(source.data, scans),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(keep),
            external_file_access=False,
        )
    except _FAULTY as error:
        raise damaged(source, "cannot be read as a Word file") from error
    reading = _read(replace(source, beside=lambda name: _numbered(embedded, name)), result.value)
    reading = without_letterhead(_with_largest(reading, scans[_MAIN].sizes if _MAIN in scans else ()))
    linked = [
        Finding(
            "W812",
            f"A picture of {source.name} is only linked: the file does not hold it.",
            source.span,
            "Ask for the picture.",
        )
        for m in result.messages
        if "external" in str(m.message)
    ]
    return _complete(reading, scans, tuple(linked))


def _with_largest(reading: Reading, sizes: Sequence[tuple[str, int]]) -> Reading:
    """The reading with the one line above its prose that has larger type than any other as its headline."""
    if any(isinstance(block, Subhead) and block.level == 1 for block in reading.blocks):
        return reading
    largest = [line for line, size in sizes if size == max(other for _, other in sizes)]
    told = [line for line in largest if not is_label(line) and not is_sender(line) and not is_about(line)]
    if len(largest) != 1 or len(told) != 1 or not _HEADLINE_WORDS[0] <= words_of(told[0]) <= _HEADLINE_WORDS[1]:
        return reading
    for number, block in enumerate(reading.blocks[:_SIZED_BLOCKS]):
        text = plain(block.inlines) if isinstance(block, Paragraph | Subhead) else ""
        if isinstance(block, Paragraph | Subhead) and text == told[0]:
            heading = Subhead(1, block.inlines, block.span)
            return replace(reading, blocks=(*reading.blocks[:number], heading, *reading.blocks[number + 1 :]))
        if words_of(text) > _PROSE_WORDS and ends(text):
            break
    return reading


def _numbered(embedded: list[bytes], name: str) -> bytes | None:
    number = name.removeprefix("embedded-")
    return embedded[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(embedded) else None


def _read(source: Source, markup: str) -> Reading:
    body, _ = parse_markup(_days_apart(markup), source.span)
    box = boxes_of(body)
    captions = _captions(box)
    gathering = Gathering(source)
    for part in box.parts():
        if isinstance(part, Picture):
            gathering.take(part, captions.get(id(part), ""))
    rendering = Rendering(gathering.keys)
    labels, notes = rendering.notes(box)
    blocks = relabelled(rendering.blocks(box), labels)
    return Reading(
        blocks=blocks,
        notes=notes,
        pictures=tuple(gathering.pictures.items()),
        dropped=tuple(gathering.dropped),
        repairs=tuple(rendering.repairs),
        findings=tuple(gathering.findings),
    )


def _days_apart(markup: str) -> str:
    """The markup with a comma between a day and a place that stand at the two ends of a line."""
    paragraphs = markup.split("</p>")
    for number, paragraph in enumerate(paragraphs):
        before, begun, line = paragraph.rpartition("<p>")
        if begun and len(line) <= _LONGEST_DAY_LINE and ("\t" in line or "   " in line):
            said = _TAGS.sub("", line)
            if (made := set_apart(said)) != said:
                paragraphs[number] = f"{before}<p>{made}"
    return "</p>".join(paragraphs)


def _captions(box: Box) -> dict[int, str]:
    """The captions by their picture: the line below it in a table; the paragraph in the style of captions beside it."""
    found = {id(picture): line.text for picture, line in captions_by_column(box)}
    parts = list(box.parts())
    told = False
    for number, part in enumerate(parts):
        told = told or (isinstance(part, Leaf) and part.words >= _PROSE_WORDS)
        if not isinstance(part, Leaf) or part.why or part.words > _CAPTION_WORDS:
            continue
        near = [parts[n] for n in (number - 1, number + 1) if 0 <= n < len(parts)]
        beside = near[0] if near else None  # a file may hold one paragraph alone
        if part.element.get("class") == "caption" or (
            isinstance(beside, Picture) and (_looks_so(part) or (_is_bare_line(part) and told))
        ):
            picture = next((p for p in near if isinstance(p, Picture) and id(p) not in found), None)
            if picture:
                found[id(picture)] = part.text
                part.why = "caption"
    return found


def _is_bare_line(leaf: Leaf) -> bool:
    """Whether a line behind a picture within the text is its caption: no sentence, no heading, nothing to come."""
    text = leaf.text
    plain = leaf.element.tag == "p" and not any(run.strong for run in leaf.runs)
    return plain and 2 <= leaf.words <= _CAPTION_WORDS // 3 and not ends(text) and text[-1:] not in ":;,"


def _looks_so(leaf: Leaf) -> bool:
    return leaf.words <= _CAPTION_WORDS // 2 and looks_like_caption(leaf.runs)


def _complete(reading: Reading, scans: dict[str, Scan], findings: tuple[Finding, ...]) -> Reading:
    """The reading with what the file holds besides its text, and with the lines of the text as the file has them."""
    dropped: list[Dropped] = []
    edges: list[str] = []
    lines: list[str] = []
    for name, scan in scans.items():
        kind = name.rsplit("/", 1)[-1]
        dropped += [Dropped(" ".join(scan.deleted), "deleted in tracked changes")] if scan.deleted else []
        dropped += [Dropped("".join(scan.hidden), "hidden, or to be filled in")] if scan.hidden else []
        if kind.startswith(("header", "footer", "comments")) and scan.words:
            what = "comments" if kind.startswith("comments") else "head or foot of the pages"
            dropped.append(Dropped(" ".join(scan.words), what))
            edges += scan.lines if what != "comments" else ()
        elif _DRAWN.search(name) and scan.words:
            dropped.append(Dropped(" ".join(scan.words), "text of a drawing or a chart"))
        else:
            lines += scan.lines
    day = next((found.day for line in edges if is_about(line) for found in days_in(line)), None)
    return replace(
        reading,
        raw=tuple(lines),
        sent=day,
        dropped=(*reading.dropped, *dropped),
        findings=(*reading.findings, *findings),
    )


def _judged(source: Source) -> dict[str, Scan]:
    """What the parts of the file hold, once it was found to be one that may be opened."""
    if source.data.startswith(_LOCKED):
        raise Fault(Finding("E804", f"{source.name} is locked with a password, or an old .doc.", source.span, DAMAGED))
    try:
        with ZipFile(io.BytesIO(source.data)) as archive:
            entries = archive.infolist()
            _judge_sizes(source, [(entry.filename, entry.file_size) for entry in entries])
            names = {entry.filename for entry in entries}
            if "[Content_Types].xml" not in names:
                raise damaged(source, "is not a Word file")
            count = Count()
            scans = {
                n: scanned(archive.read(n), n, source, count)
                for n in sorted(names)
                if n.lower().endswith((".xml", ".rels"))
            }
            refuse_volumes(sum(len(word) for scan in scans.values() for word in scan.words), source.span)
            return scans
    except _FAULTY as error:
        raise damaged(source, "is damaged") from error


def _judge_sizes(source: Source, entries: list[tuple[str, int]]) -> None:
    texts = sum(size for name, size in entries if name.lower().endswith((".xml", ".rels")))
    total = sum(size for _, size in entries)
    if len(entries) > limits.ARCHIVE_FILES or total > limits.ARCHIVE_BYTES or texts > limits.ARCHIVE_TEXT_BYTES:
        size = max(total, texts) / limits.MEGABYTE
        raise damaged(source, f"would unpack to {size:,.0f} MB in {len(entries):,} files, which no text needs")
