"""Reads Markdown as the house's own reader of articles does, with what other programs leave in it put right."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

from pipeline import yamlfile
from pipeline.article import Block, Inline, Note, Panel, PhotoPlace, Quotation, Subhead
from pipeline.article.blocks import read_body
from pipeline.diagnostic import Fault
from pipeline.importers.boxes import Picture
from pipeline.importers.dialect import in_house_signs
from pipeline.importers.pictures import Gathering
from pipeline.importers.runs import mapped, relabelled, tidied, without_unseen
from pipeline.importers.tree import Element
from pipeline.importers.values import NOWHERE, Dropped, Reading, Repair, Runs, Source
from pipeline.language.day_reading import days_in

_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|b|i|u|em|strong|font|center|sup|sub|small|big|a|figure|figcaption|section|article|details|summary|mark|ins|del|s)\b[^<>]*>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^-{3}[ \t]*\n(.*?)\n(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
# Marks that programs for sites leave in Markdown: comments and calls of templates, attributes of paragraphs.
_SITE_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}(.*?)\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_SITE_FIGURE = re.compile(r"\{\{[<%]\s*figure\b([^{}]*?)/?[>%]\}\}")
_SITE_MARK = re.compile(r"\{%[^{}\n]*%\}|\{\{[^{}\n]*\}\}|^[ \t]*\{:[^{}\n]*\}[ \t]*$|\{:[^{}\n]*\}", re.MULTILINE)
# A picture that opens a paragraph has what follows it in the next line for its caption.
_PICTURE_LINE = re.compile(r"^(!\[[^\]\n]*\]\([^()\n]*\))[ \t]*\n(?=\S)", re.MULTILINE)
_TOML = re.compile(r"\+{3}[ \t]*\n(.*?)\n\+{3}[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z_-]+)[ \t]*=[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_LONGEST_TOML = 4_000
_PERCENT = re.compile(r"(?:%[^\n]*(?:\n|$)){1,3}")
_UNDERLINED = re.compile(r"^(?=\S)(?![#>|*+-])(.{3,200})\n(={3,}|-{3,})[ \t]*$", re.MULTILINE)
_TITLE_KEYS, _DATE_KEYS, _AUTHOR_KEYS = (
    ("title", "headline"),
    ("date", "published", "pubdate", "publishdate", "date_published", "posted", "created"),
    ("author", "byline", "authors"),
)


def read_marked(source: Source, text: str) -> Reading:
    """What a Markdown file holds; its front matter, if it has one, gives title, date and author."""
    dropped: list[Dropped] = []
    repairs: list[Repair] = []
    said, text = _front_matter(text, source.name, dropped)
    text = _without_markup(without_unseen(text), dropped, repairs)
    body = read_body(text, source.name, 1)
    gathering = Gathering(source)
    blocks = tuple(_block(block, gathering) for block in body.blocks)
    if len([b for b in blocks if isinstance(b, Subhead) and b.level == 1]) == 0 and said["title"]:
        blocks = (Subhead(1, (Inline(said["title"], NOWHERE),), NOWHERE), *blocks)
    notes = tuple(
        Note(str(n), tuple(_block(b, gathering) for b in note.blocks), NOWHERE) for n, note in enumerate(body.notes, 1)
    )
    labels = {note.label: str(n) for n, note in enumerate(body.notes, 1)}
    found = days_in(said["date"])
    return Reading(
        blocks=relabelled(blocks, labels),
        notes=notes,
        pictures=tuple(gathering.pictures.items()),
        title=said["title"],
        date=found[0].day if found else None,
        byline=said["byline"],
        language=said["language"],
        dropped=(*dropped, *gathering.dropped),
        repairs=tuple(repairs),
        findings=tuple(gathering.findings),
        raw=tuple(line for part in text.split("\n") if (line := " ".join(part.split()))),
    )


def _front_matter(text: str, name: str, dropped: list[Dropped]) -> tuple[dict[str, str], str]:
    """What the front matter says, and the text below it; what is not known of it is listed."""
    said = {"title": "", "date": "", "byline": "", "language": ""}
    text = _as_fenced(text)
    fence = _FENCE.match(text)
    try:
        node = yamlfile.parse(fence[1], name) if fence else None
    except Fault:
        node = None
    if fence is None or not isinstance(node, yamlfile.Mapping):
        return said, text
    known = {
        **dict.fromkeys(_TITLE_KEYS, "title"),
        **dict.fromkeys(_DATE_KEYS, "date"),
        **dict.fromkeys(_AUTHOR_KEYS, "byline"),
        "language": "language",
        "lang": "language",
    }
    for key, value in node.entries:
        place = known.get((key.text or "").casefold(), "")
        if place and isinstance(value, yamlfile.Scalar) and value.text and not said[place]:
            said[place] = value.text
        else:
            dropped.append(Dropped(f"{key.text}: {_spoken(value)}", "front matter that no article has"))
    return said, text[fence.end() :]


def _as_fenced(text: str) -> str:
    """A text whose front matter is written in other ways (``+++`` and TOML, lines with ``%``) with it as YAML."""
    if match := _TOML.match(text):
        pairs = _pairs_of_toml(match[1])
    elif match := _PERCENT.match(text):
        pairs = list(
            zip(("title", "author", "date"), (line[1:].strip() for line in match[0].split("\n")), strict=False)
        )
    else:
        return text
    lines = [f"{key}: {yamlfile.quoted(value)}" for key, value in dict(pairs).items() if value]
    return "\n".join(["---", *lines, "---", text[match.end() :]])


def _pairs_of_toml(text: str) -> list[tuple[str, str]]:
    """What each key says; a table that has a name, as authors do, says that name."""
    try:
        said = tomllib.loads(text) if len(text) <= _LONGEST_TOML else {}
    except (ValueError, RecursionError):
        said = {}
    if not said:
        return [(key, value.strip("\"'")) for key, value in _PAIR.findall(text)]
    return [(key, " ".join(_said_by(value).split())) for key, value in said.items()]


def _said_by(value: object) -> str:
    if isinstance(value, dict):
        return (
            _said_by(value["name"]) if "name" in value else ", ".join(f"{k}: {_said_by(v)}" for k, v in value.items())
        )
    return ", ".join(map(_said_by, value)) if isinstance(value, list) else str(value)


def _spoken(node: yamlfile.Node) -> str:
    if isinstance(node, yamlfile.Scalar):
        return node.text or ""
    if isinstance(node, yamlfile.Sequence):
        return ", ".join(map(_spoken, node.items))
    return ", ".join(f"{key.text}: {_spoken(value)}" for key, value in node.entries)


def _without_markup(text: str, dropped: list[Dropped], repairs: list[Repair]) -> str:
    """The text without HTML, which an article does not know; underlined headings as those with signs before them."""
    parts = text.split("<!--")
    for number, part in enumerate(parts[1:], 1):
        comment, end, behind = part.partition("-->")
        if end and comment.strip():
            dropped.append(Dropped(" ".join(comment.split()), "a comment"))
        parts[number] = behind if end else f"<!--{part}"
    text = _without_site_marks(in_house_signs("".join(parts), dropped, repairs), dropped)
    text = _PICTURE_LINE.sub(r"\1\n\n", _IMAGE.sub(_picture, text))
    text = _BREAK.sub(" ", text)
    if tags := _TAG.findall(text):
        repairs.append(Repair("Marks of HTML were taken out.", " ".join(dict.fromkeys(tags))))
        text = _TAG.sub("", text)
    return _UNDERLINED.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}", text)


def _without_site_marks(text: str, dropped: list[Dropped]) -> str:
    """The text without what a program for sites would have taken out; pictures that it would have set stay."""

    def leave(match: re.Match[str]) -> str:
        dropped.append(Dropped(" ".join(match[0].split()), "a mark for a site's program"))
        return ""

    return _SITE_MARK.sub(leave, _SITE_FIGURE.sub(_figure, _SITE_COMMENT.sub(leave, text)))


def _figure(match: re.Match[str]) -> str:
    said = {name.lower(): value.replace('"', "”") for name, value in re.findall(r'(\w+)\s*=\s*"([^"]*)"', match[1])}
    alt = re.sub(r"[\[\]]", "", said.get("alt", ""))
    return f'\n\n![{alt}](<{said["src"]}> "{said.get("caption", "")}")\n\n' if said.get("src") else ""


def _picture(match: re.Match[str]) -> str:
    said = {name.lower(): one or two or three for name, one, two, three in _ATTRIBUTE.findall(match[0])}
    alt = re.sub(r"[\[\]]", "", said.get("alt", ""))
    return f"\n\n![{alt}](<{said['src']}>)\n\n" if said.get("src") else ""


def _block(block: Block, gathering: Gathering) -> Block:
    """A block without its places; a picture is gathered, and what stands in a box is text."""
    match block:
        case PhotoPlace():
            element = Element("img", {"src": block.file, "alt": block.alt})
            gathering.take(Picture(element), block.title)
            return PhotoPlace(gathering.keys.get(id(element), ""), block.alt, block.title, NOWHERE)
        case Panel():
            title = Subhead(2, block.title, NOWHERE)
            return Quotation((title, *(_block(b, gathering) for b in block.blocks)), NOWHERE)
        case _:
            return mapped((block,), _placeless)[0]


def _placeless(runs: Runs) -> Runs:
    return tidied([replace(run, span=NOWHERE, anchors=(), code=False) for run in runs])
