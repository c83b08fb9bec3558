"""Reads Markdown as the house's own reader of articles does, with what other programs leave in it put right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline import yamlfile
from pipeline.article import Block, Inline, Note, Panel, PhotoPlace, Quotation, Subhead
from pipeline.article.blocks import read_body
from pipeline.diagnostic import Fault
from pipeline.importers.boxes import Picture
from pipeline.importers.dialect import in_house_signs
from pipeline.importers.form import fields_apart
from pipeline.importers.papermarks import without_paper_marks
from pipeline.importers.pictures import Gathering
from pipeline.importers.runs import mapped, relabelled, tidied, without_unseen
from pipeline.importers.sitemarks import without_site_marks
from pipeline.importers.tree import Element
from pipeline.importers.values import NOWHERE, Dropped, Reading, Repair, Runs, Source
from pipeline.language.day_reading import days_in

_IMAGE = re.compile(
    r"<img\b[^<>]*>(?:\s*(?:</(?:a|p|div|picture)>\s*){0,3}<figcaption[^<>]*>(?P<caption>[^\0]{1,2000}?)</figcaption>)?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|b|i|u|em|strong|font|center|sup|sub|small|big|a|figure|figcaption|section|article|details|summary|mark|ins|del|s)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^-{3}[ \t]*\n(.*?)\n(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
# A picture that opens a paragraph has what follows it in the next line for its caption.
_PICTURE_LINE = re.compile(r"^(!\[[^\]\n]*\]\([^()\n]*\))[ \t]*\n(?=\S)", re.MULTILINE)
_TOML = re.compile(r"\+{3}[ \t]*\n(.*?)\n\+{3}[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z_-]+)[ \t]*=[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_LONGEST_TOML = 4_000
_PERCENT = re.compile(r"(?:%[^\n]*(?:\n|$)){1,3}")
_UNDERLINED = re.compile(r"^(?=\S)(?![#>|*+-])(.{3,200})\n(={3,}|-{3,})[ \t]*$", re.MULTILINE)
# Keys of front matter by what they tell, the surest first.
_KEYS = {
    "title": ("title", "headline"),
    "date": ("date", "published", "pubdate", "publishdate", "date_published", "datepublished", "posted", "created"),
    "byline": ("author", "byline", "authors"),
    "standfirst": ("subtitle", "standfirst", "subheading", "lead", "lede", "dek", "intro"),
    "language": ("language", "lang"),
}
_NAMES = ("name", "literal", "fullname", "text")
# Keys for the picture of an article, without the signs between their words; small copies of it are the last choice.
_PICTURE_KEY = re.compile(
    r"(?P<own>(?P<stem>(thumb(nail)?|teaser|preview|card|social|share|og|meta|seo)?"
    r"(hero|cover|featured?|header|banner|main|lead|top|title|article|post|overlay)?)"
    r"(image|img|photo|picture|cover|hero|header|banner|thumb(nail)?|teaser))(s|src|url|path|file)?"
)
_SMALL = ("thumb", "teaser", "preview", "card", "social", "share", "og", "meta", "seo")
_PLACES = ("src", "url", "path", "file")
_OF_PICTURES = {"alt": ("alt", "alttext"), "caption": ("caption",), "credit": ("credit",)}


def read_marked(source: Source, text: str) -> Reading:
    """What a Markdown file holds; its front matter, if it has one, gives title, date and author."""
    dropped: list[Dropped] = []
    repairs: list[Repair] = []
    said, text = _front_matter(text, source, dropped)
    given = without_unseen(text)
    text = _without_markup(given, dropped, repairs)
    body = read_body(fields_apart(text), source.name, 1)
    gathering = Gathering(source)
    blocks = tuple(_there([_block(block, gathering) for block in body.blocks], dropped))
    if not any(isinstance(block, Subhead) and block.level == 1 for block in blocks) and said["title"]:
        below = (Subhead(2, (Inline(said["standfirst"], NOWHERE),), NOWHERE),) if said["standfirst"] else ()
        blocks = (Subhead(1, (Inline(said["title"], NOWHERE),), NOWHERE), *below, *blocks)
    elif said["standfirst"]:
        dropped.append(Dropped(said["standfirst"], "front matter that no article has"))
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
        raw=tuple(line for part in given.split("\n") if (line := " ".join(part.split()))),
    )


def _front_matter(text: str, source: Source, dropped: list[Dropped]) -> tuple[dict[str, str], str]:
    """What the front matter says, and the text below it, led by its picture if that is there; the rest is listed."""
    said = dict.fromkeys(_KEYS, "")
    text = _as_fenced(text)
    fence = _FENCE.match(text)
    try:
        node = yamlfile.parse(fence[1], source.name) if fence else None
    except Fault:
        node = None
    if fence is None or not isinstance(node, yamlfile.Mapping):
        return said, text
    entries = {(key.text or "").casefold(): value for key, value in node.entries}
    taken: set[str] = set()
    for place, keys in _KEYS.items():
        for key in keys:
            entry = entries.get(key)
            if (
                not said[place]
                and entry is not None
                and (found := _told(entry))
                and not (place == "byline" and found.islower())
            ):
                said[place] = found
                taken.add(key)
    picture, used = _picture_in(entries, source)
    taken |= used
    for name, value in node.entries:
        if (name.text or "").casefold() not in taken:
            dropped.append(Dropped(f"{name.text}: {_spoken(value)}", "front matter that no article has"))
    return said, picture + text[fence.end() :]


def _told(node: yamlfile.Node) -> str:
    """What an entry says in a word or more: of several authors all, of one with an address and the like the name."""
    if isinstance(node, yamlfile.Sequence):
        return ", ".join(filter(None, map(_told, node.items)))
    if isinstance(node, yamlfile.Mapping):
        named = [value for key, value in node.entries if (key.text or "").casefold() in _NAMES]
        return _told(named[0]) if named else ""
    return node.text or ""


def _picture_in(entries: dict[str, yamlfile.Node], source: Source) -> tuple[str, set[str]]:
    """The picture that front matter names, the first that lies beside the source, with what is said of it; or nothing.

    With it are the keys whose values are wholly in what is given. Alt and caption stand in the picture's own entry, or
    under keys that begin as its own does: ``heroImage``, ``heroImageAlt``, ``hero_caption``.
    """
    keys = {re.sub(r"[-_ ]", "", key): key for key in entries}
    named = [match for key in keys if (match := _PICTURE_KEY.fullmatch(key))]
    for match in sorted(named, key=lambda match: match[0].startswith(_SMALL)):
        entry = entries[keys[match[0]]]
        wholly = {keys[match[0]]}
        if isinstance(entry, yamlfile.Sequence) and entry.items:
            wholly = wholly if len(entry.items) == 1 else set()
            entry = entry.items[0]
        if isinstance(entry, yamlfile.Mapping):
            within = {(key.text or "").casefold(): value for key, value in entry.entries}
            place = next((key for key in _PLACES if key in within), "")
            if place and "image" not in within:
                within = {"image" if key == place else key: value for key, value in within.items()}
            made, used = _picture_in(within, source)
            if made:
                return made, wholly if used == {*within} else set()
        elif (file := _spoken(entry).removeprefix("./")) and source.beside(file) is not None:
            stems = dict.fromkeys((match["own"], match["stem"]))
            said = {
                part: next((keys[f"{stem}{word}"] for stem in stems for word in words if f"{stem}{word}" in keys), "")
                for part, words in _OF_PICTURES.items()
            }
            told = {
                part: " ".join(_spoken(entries[key]).split()).replace('"', "”") if key else ""
                for part, key in said.items()
            }
            credit = f" Photo: {told['credit']}" if told["credit"] else ""
            alt = re.sub(r"[\[\]]", "", told["alt"])
            picture = f'![{alt}](<{file}> "{(told["caption"] + credit).strip()}")\n\n'
            return picture, {*wholly, *filter(None, said.values())}
    return "", set()


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
    text = without_paper_marks("".join(parts))
    text = in_house_signs(without_site_marks(text, dropped), dropped, repairs)
    text = _PICTURE_LINE.sub(r"\1\n\n", _IMAGE.sub(_picture, text))
    text = _BREAK.sub(" ", text)
    if tags := _TAG.findall(text):
        repairs.append(Repair("Marks of HTML were taken out.", " ".join(dict.fromkeys(tags))))
        text = _TAG.sub("", text)
    return _UNDERLINED.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}", text)


def _picture(match: re.Match[str]) -> str:
    said = {name.lower(): one or two or three for name, one, two, three in _ATTRIBUTE.findall(match[0])}
    alt = re.sub(r"[\[\]]", "", said.get("alt", ""))
    words = " ".join(re.sub(r"<[^<>]*>|[*_`]", "", match["caption"] or "").split()).replace('"', "”")
    if not said.get("src"):
        return words
    return f'\n\n![{alt}](<{said["src"]}> "{words}")\n\n' if words else f"\n\n![{alt}](<{said['src']}>)\n\n"


def _there(blocks: Iterable[Block], dropped: list[Dropped]) -> Iterator[Block]:
    """The blocks without the places of pictures that are not there, whose captions are listed."""
    for block in blocks:
        if not isinstance(block, PhotoPlace) or block.file:
            yield block
        elif block.title:
            dropped.append(Dropped(block.title, "caption of a picture that is not there"))


def _block(block: Block, gathering: Gathering) -> Block:
    """A block without its places; a picture is gathered, and what stands in a box is text."""
    match block:
        case PhotoPlace():
            element = Element("img", {"src": block.file, "alt": block.alt})
            gathering.keys.pop(id(element), None)  # of an element that is gone another may have the place
            gathering.take(Picture(element), block.title)
            return PhotoPlace(gathering.keys.get(id(element), ""), block.alt, block.title, NOWHERE)
        case Panel():
            title = Subhead(2, block.title, NOWHERE)
            return Quotation((title, *(_block(b, gathering) for b in block.blocks)), NOWHERE)
        case _:
            return mapped((block,), _placeless)[0]


def _placeless(runs: Runs) -> Runs:
    return tidied([replace(run, span=NOWHERE, anchors=(), code=False) for run in runs])
