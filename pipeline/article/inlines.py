"""From markdown-it's inline tokens to inlines, with the line and column of every character.

Tokens come in the order of their source and each begins where the one before it ended, so a cursor that walks
along knows where it stands; what a token swallowed beyond its text, the wrapped rules of ``markdown`` noted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline import limits
from pipeline.article.markdown import END, Token, href_for_pdf
from pipeline.article.values import Anchor, Inline, PhotoPlace
from pipeline.diagnostic import Finding, Span
from pipeline.language import canonical_tag, named_language

LINK_SCHEMES = ("http", "https", "mailto", "tel")
_HTML = re.compile(r"<!--|</?[a-zA-Z][a-zA-Z0-9-]*(\s[^<>]*)?/?>")
_STRAY_BRACES = re.compile(r"\{\s*lang\b[^{}]*\}?", re.IGNORECASE)
_TAG_MEANT = re.compile(
    r"""\{\s*(?::|lang\s*[=:]?)\s*["'“”‘’«]?([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)["'“”‘’»]?\s*\}?""", re.IGNORECASE
)
_SHOWN = 24  # letters of the words that a hint repeats
_OTHER_BLANKS = str.maketrans({"\t": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one inline token: its text, and where that stands; ``anchors`` as in an Inline."""

    text: str
    anchors: tuple[Anchor, ...]
    file: str

    def at(self, offset: int) -> Span:
        """Where the character at ``offset`` stands."""
        start, line, column = self.anchors[max(0, bisect_right(self.anchors, offset, key=lambda a: a[0]) - 1)]
        return Span(self.file, line, column + max(0, offset - start))

    def anchors_in(self, start: int, end: int) -> Iterator[Anchor]:
        """The anchors of a part of it, counted from the part's beginning."""
        first = self.at(start)
        yield 0, first.line, first.column
        index = bisect_right(self.anchors, start, key=lambda anchor: anchor[0])
        while index < len(self.anchors) and self.anchors[index][0] < end:
            offset, line, column = self.anchors[index]
            yield offset - start, line, column
            index += 1


def paragraph_source(content: str, lines: Sequence[str], first: int, file: str, shift: int) -> Source:
    """The source of a paragraph or heading that begins on ``lines[first]``; ``shift`` is that list's first line."""
    anchors: list[Anchor] = []
    offset = 0
    for index, part in enumerate(content.split("\n")):
        bare = part.strip()
        line = lines[first + index] if first + index < len(lines) else ""
        column = max(0, line.rfind(bare)) + 1
        anchors.append((offset + len(part) - len(part.lstrip()), shift + first + index, column))
        offset += len(part) + 1
    return Source(content, tuple(anchors), file)


def cell_source(content: str, line: str, begin: int, place: Span) -> tuple[Source, int]:
    """The source of a table's cell that is looked for from column ``begin`` on (counted from 0), and where it ends."""
    raw = content.replace("|", "\\|")
    found = max(begin, line.find(raw, begin))
    anchors = [(0, place.line, found + 1)]
    for escaped, match in enumerate(re.finditer(r"\|", content), 1):
        anchors.append((match.start(), place.line, found + match.start() + escaped + 1))
    return Source(content, tuple(anchors), place.file), found + len(raw)


def refused_address(address: str) -> str:
    """Why an address is refused, as what to type in its place; nothing when it may stand."""
    scheme, colon, rest = address.partition(":")
    if colon and scheme.lower() in LINK_SCHEMES and rest.strip("/"):
        return ""
    if re.fullmatch(r"[^@\s:/]+@[^@\s:/]+\.[^@\s:/]+", address):
        return f"Write mailto:{address}"
    if re.match(r"(www\.|[a-z0-9-]+\.[a-z]{2,}(/|$))", address, re.IGNORECASE) and not address.endswith(".md"):
        return f"Write https://{address}"
    return "A link begins with https://, http://, mailto: or tel:."


@dataclass(slots=True)
class _Look:
    """What is open at the cursor."""

    strong: int = 0
    emphasis: int = 0
    href: str = ""
    languages: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """What the tokens of one source hold."""

    inlines: tuple[Inline, ...] = ()
    photos: list[PhotoPlace] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


def gather(tokens: Sequence[Token], source: Source) -> Gathered:
    """The inlines of one source, its photos, and its findings (E202, W207, E214, E248, E249)."""
    walker = _Walker(source)
    for token in tokens:
        walker.take(token)
    walker.out.inlines = _merged(walker.pieces)
    return walker.out


class _Walker:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.cursor = 0
        self.look = _Look()
        self.pieces: list[Inline] = []
        self.out = Gathered()
        self.too_deep = False
        self.gap = False
        self.told = -1  # where the last braces begin that were complained of

    def take(self, token: Token) -> None:
        if token.level > limits.MARKDOWN_DEPTH and not self.too_deep:
            self.too_deep = True
            span = self.source.at(self.cursor)
            message = "Emphasis or links are nested too deeply here."
            self.out.findings.append(Finding("E202", message, span, "Delete the signs too many."))
        match token.type:
            case "text":
                self._html(token.content)
                self._stray_braces(token.content)
                self._add(token.content, self.cursor, len(token.content))
                self.cursor += len(token.content)
            case "text_special":
                self._add(token.content, self.cursor, 1)
            case "softbreak":
                self._add(" ", self.cursor, 1)
            case "hardbreak":
                self._add("\n", self.cursor, 1)
            case "code_inline":
                self._code(token)
            case "image":
                self._photo(token)
            case "footnote_ref":
                label = str(token.meta["label"])
                span = self.source.at(self.cursor)
                self.pieces.append(Inline("", span, note=label))
                self.out.marks.append((label, span))
            case "braces":
                self._braces(token)
            case _:
                self._turn(token)
        self.cursor = token.meta.get(END, self.cursor)

    def _turn(self, token: Token) -> None:
        """Opens or closes emphasis, strong, a link or words in another language."""
        match token.type:
            case "strong_open" | "strong_close":
                self.look.strong += token.nesting
                self.cursor += len(token.markup)
            case "em_open" | "em_close":
                self.look.emphasis += token.nesting
                self.cursor += len(token.markup)
            case "link_open":
                self.look.href = self._address(str(token.attrGet("href") or ""))
                self.cursor += 1
                self._label(token)
            case "link_close":
                self.look.href = ""
            case "language_open":
                self.look.languages.append(self._language(token.meta["tag"], token.meta["begin"]))
                self.cursor += 1
            case "language_close":
                self.look.languages.pop()
            case other:
                message = f"markdown-it made an inline that is not known here: {other}"
                raise AssertionError(message)

    def _address(self, written: str) -> str:
        """The address if a reader may be sent there, or nothing and a finding."""
        if not (hint := refused_address(written)):
            return href_for_pdf(written)
        named = f"{written} is not a link that works" if written else "This link has no address"
        self.out.findings.append(Finding("E214", f"{named}.", self.source.at(self.cursor), hint))
        return ""

    def _language(self, tag: str, begin: int) -> str:
        """The language if there is one, as its tag is written; else that of the words around, and a finding."""
        if named_language(tag):
            return canonical_tag(tag)
        hint = "Write the tag of a language, as in {lang=fr}, {lang=ru} or {lang=kk-KZ}."
        self.out.findings.append(Finding("E249", f"{tag} is no language that is known.", self.source.at(begin), hint))
        return self.look.languages[-1] if self.look.languages else ""

    def _braces(self, token: Token) -> None:
        """A bracket that begins words with braces behind them that say no language; it is printed, and so are they."""
        words, braces, self.told = token.meta["words"], token.meta["braces"], token.meta["begin"]
        meant = _TAG_MEANT.fullmatch(braces)
        if not words.strip():
            message, shown = f"No words stand in the brackets before {braces}.", "words"
        else:
            message, shown = f"Braces behind words in brackets name a language; {braces} does not.", words
        shown = shown if len(shown) <= _SHOWN and "\n" not in shown else "words"
        tag = meant[1].replace("_", "-") if meant else "fr"
        hint = f"Write [{shown}]{{lang={tag}}}" + ("" if meant else ", or \\{ for a brace that is printed.")
        self.out.findings.append(Finding("E248", message, self.source.at(self.told), hint))
        self._add("[", self.cursor, 1)

    def _stray_braces(self, text: str) -> None:
        """Braces that name a language behind anything but words in brackets."""
        for match in _STRAY_BRACES.finditer(text):
            begin = self.cursor + match.start()
            if begin != self.told:
                message = f"{match[0]} does not stand behind words in brackets."
                hint = "Write [words]{lang=fr}, or \\{ for a brace that is printed."
                self.out.findings.append(Finding("E248", message, self.source.at(begin), hint))

    def _label(self, token: Token) -> None:
        if "label" in token.meta:
            self.out.labels.add(token.meta["label"])

    def _html(self, text: str) -> None:
        if match := _HTML.search(text):
            message = f"HTML is printed as it stands: {match[0]}"
            hint = "Delete it, or use Markdown: **bold**, *italic*."
            self.out.findings.append(Finding("W207", message, self.source.at(self.cursor + match.start()), hint))

    def _code(self, token: Token) -> None:
        start = self.cursor + len(token.markup)
        inner = self.source.text[start : token.meta[END] - len(token.markup)]
        if len(inner) > len(token.content):
            start += 1
        self._add(token.content, start, len(token.content), code=True)

    def _photo(self, token: Token) -> None:
        self._label(token)
        span = self.source.at(self.cursor)
        alt = "".join(child.content for child in token.children or () if child.type in {"text", "text_special"})
        file, title = str(token.attrGet("src") or ""), str(token.attrGet("title") or "")
        self.out.photos.append(PhotoPlace(file, alt, title, span))
        self.gap = not self.pieces or self.pieces[-1].text.endswith(" ")

    def _add(self, text: str, start: int, length: int, *, code: bool = False) -> None:
        if self.gap and text.startswith(" "):
            # The blank on the other side of a photo that was taken out.
            text, start, length = text[1:], start + 1, length - 1
        self.gap = False
        if text:
            look = self.look
            anchors = tuple(self.source.anchors_in(start, start + length))
            inline = Inline(
                text.translate(_OTHER_BLANKS),
                self.source.at(start),
                strong=look.strong > 0,
                emphasis=look.emphasis > 0,
                code=code,
                href=look.href,
                language=look.languages[-1] if look.languages else "",
                anchors=anchors,
            )
            self.pieces.append(inline)


def _merged(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    """The same text in as few inlines as can be."""
    runs: list[list[Inline]] = []
    for piece in pieces:
        if runs and not piece.note and not runs[-1][0].note and _look(runs[-1][0]) == _look(piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(run[0] if len(run) == 1 else _joined(run) for run in runs)


def _look(inline: Inline) -> tuple[bool, bool, bool, str, str]:
    return inline.strong, inline.emphasis, inline.code, inline.href, inline.language


def _joined(run: Sequence[Inline]) -> Inline:
    anchors: list[Anchor] = []
    offset = 0
    for piece in run:
        for start, line, column in piece.anchors:
            last = anchors[-1] if anchors else (0, 0, 0)
            if last[1] != line or last[2] + offset + start - last[0] != column:
                anchors.append((offset + start, line, column))
        offset += len(piece.text)
    return replace(run[0], text="".join(piece.text for piece in run), anchors=tuple(anchors))
