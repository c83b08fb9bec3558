"""Signs that note-taking programs add to Markdown, put as the house's Markdown has them, or taken out and listed.

Links between notes become their words, embedded pictures become pictures; comments, tags and names of paragraphs are
no text. What is taken out is always listed, so that nothing is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.importers.values import Dropped, Repair

_COMMENT = re.compile(r"(?<!\S)%%(.*?)%%", re.DOTALL)
_QUERY = re.compile(
    r"^(`{3,}|~{3,})[ \t]*\{?\.?(?:dataview\w*|query|tasks|mermaid|plantuml|tracker)\b[^\n]*\n[^\0]{0,4000}?^\1[ \t]*$",
    re.MULTILINE,
)
_EMBED = re.compile(r"!\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
_PICTURE = re.compile(r"\.(jpe?g|png|gif|webp|tiff?|bmp|svg|avif|heic)$", re.IGNORECASE)
_WIDTH = re.compile(r"\d+(x\d+)?")
_CALLOUT = re.compile(r"^(>[ \t]*)\[!\w+\][+-]?[ \t]*([^\n]*)(\n(?=>))?", re.MULTILINE)
_CHECKBOX = re.compile(r"^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX/-]\][ \t]+", re.MULTILINE)
_MARKED = re.compile(r"==(?=[^\s=])([^=]{1,2000}?)(?<=\S)==")
_NAME = re.compile(r"(?<=\S)[ \t]+\^[A-Za-z0-9-]+[ \t]*$|^\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_TAGS = re.compile(r"^[ \t]*#[^\W\d][\w/-]*(?:[ \t]+#[^\W\d][\w/-]*)*[ \t]*$", re.MULTILINE)
_TITLE_CHARACTERS = str.maketrans({'"': "”", "\\": "/"})


def in_house_signs(text: str, dropped: list[Dropped], repairs: list[Repair]) -> str:
    """The text in the house's Markdown; what was taken out and what was changed is added to the lists."""

    def left_out(why: str) -> Callable[[re.Match[str]], str]:
        def leave(match: re.Match[str]) -> str:
            if said := " ".join(match[0].strip("% \t\n").split()):
                dropped.append(Dropped(said, why))
            return ""

        return leave

    def embedded(match: re.Match[str]) -> str:
        file, said = match[1].strip(), (match[2] or "").strip()
        if not _PICTURE.search(file.split("#")[0]):
            dropped.append(Dropped(match[0], "another note that is shown here"))
            return ""
        caption = "" if _WIDTH.fullmatch(said) else said.rpartition("|")[2].translate(_TITLE_CHARACTERS)
        return f'\n\n![](<{file}> "{caption}")\n\n' if caption else f"\n\n![](<{file}>)\n\n"

    def linked(match: re.Match[str]) -> str:
        words = match[2] or match[1].rpartition("/")[2].lstrip("#^").replace("#", " ")
        repairs.append(Repair("A link to another note became its words.", match[0], words))
        return words

    def called_out(match: re.Match[str]) -> str:
        title = match[2].strip()
        return f"{match[1]}**{title}**\n>\n" if title and match[3] else match[1] + title + (match[3] or "")

    text = _COMMENT.sub(left_out("a comment"), _QUERY.sub(left_out("a query or a drawing"), text))
    text = _TAGS.sub(left_out("tags"), text)
    text = _NAME.sub(left_out("a name of a paragraph"), text)
    text = _LINK.sub(linked, _EMBED.sub(embedded, text))
    text = _CALLOUT.sub(called_out, text)
    for sign, what in ((_CHECKBOX, "Boxes to be ticked were taken out of a list."), (_MARKED, "A mark was taken off.")):
        if sign.search(text):
            repairs.append(Repair(what))
            text = sign.sub(r"\1", text)
    return text
