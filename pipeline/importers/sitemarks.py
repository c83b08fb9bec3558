"""Marks that programs for sites and for documents read in Markdown: templates, components, containers, attributes.

Pictures that such a mark would have set stay pictures; the other marks are taken out and listed, the words between
them are text. Serves what Jekyll, Hugo, Eleventy, Docusaurus, MkDocs and pandoc leave in files.
"""

from __future__ import annotations

import re
from textwrap import dedent

from pipeline.importers.values import Dropped

_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}(.*?)\{%-?\s*endcomment\s*-?%\}|\{/\*([^\0]{0,2000}?)\*/\}", re.DOTALL)
_CALL = re.compile(r"\{\{[<%]?\s*\w+\b([^{}]*?)/?[>%]?\}\}|\{%-?\s*\w+\b([^{}%]*)-?%\}|<[A-Z]\w*\b([^<>]*?)/?>")
_CALL_MARK = re.compile(
    r"\{%[^{}\n]*%\}|\{\{[^{}\n]*\}\}|^[ \t]*\{:[^{}\n]*\}[ \t]*$|\{:[^{}\n]*\}|</?(?-i:[A-Z])\w*\b[^<>\n]*>|"
    r"^(?:import|export)\s[^\n]*['\"{;][^\n]*$|^[ \t]*\[{1,2}_?toc_?\]{1,2}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LIST_OF_HEADINGS = re.compile(r"^[*-][ \t]+[^\n]{1,40}\n\{:[ \t]*toc[^{}\n]*\}", re.MULTILINE | re.IGNORECASE)
_CONTAINER = re.compile(r"^[ \t]*:{3,}[ \t]*(\{[^{}\n]*\}|[\w-]*)[ \t]*(\[[^\]\n]*\]|[^\n]*?)[ \t:]*$", re.MULTILINE)
_OF_THE_HOUSE = re.compile(r"(^:::[ \t]*(?:pull|box)\b.*?^:::[ \t]*$)", re.MULTILINE | re.DOTALL)
_ADMONITION = re.compile(
    r'^(?:!!!|\?\?\?)\+?[ \t]+\w+[ \t]*(?:"([^"\n]*)")?[ \t]*\n((?:(?: {4}|\t)[^\n]*\n|[ \t]*\n)+)', re.MULTILINE
)
_SPAN = re.compile(r"\[([^\[\]\n]+)\]\{[.#][^{}\n]*\}")
_ATTRIBUTES = re.compile(
    r"(?<=[)\]>])\{[^{}]{0,300}\}|[ \t]*\{(?:[#.][^{}\n]*|-|\.unnumbered)\}(?=[ \t]*$)", re.MULTILINE
)
_NAMED = re.compile(r"""([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)')""")
_PLAIN = re.compile(r"""(?:^|[\s,(])(?:"([^"]*)"|'([^']*)')""")
_FILE = re.compile(r"\.(jpe?g|png|gif|webp|tiff?|avif|svg)(?:$|\?)", re.IGNORECASE)


def without_site_marks(text: str, dropped: list[Dropped]) -> str:
    """The text without marks that a program would have taken out; they are added to the list."""

    def leave(match: re.Match[str]) -> str:
        if said := " ".join(match[0].split()):
            dropped.append(Dropped(said, "a mark for a site's program"))
        return ""

    def shown(match: re.Match[str]) -> str:
        made = _picture(match)
        if made != match[0]:
            leave(match)  # it may say more than a picture has room for
        return made

    def contained(match: re.Match[str]) -> str:
        title = match[2].strip("[] \t")
        dropped.append(Dropped(match[0].strip(), "a mark for a site's program"))
        return f"\n\n**{title}**\n\n" if title else "\n\n"

    def admonished(match: re.Match[str]) -> str:
        dropped.append(Dropped(match[0].split("\n", 1)[0], "a mark for a site's program"))
        return (f"**{match[1]}**\n\n" if match[1] else "") + dedent(match[2].expandtabs(4))

    text = _LIST_OF_HEADINGS.sub(leave, _COMMENT.sub(leave, text))
    text = _CALL_MARK.sub(leave, _CALL.sub(shown, text))
    parts = _OF_THE_HOUSE.split(text)
    text = "".join(part if number % 2 else _CONTAINER.sub(contained, part) for number, part in enumerate(parts))
    text = _ADMONITION.sub(admonished, text)
    return _ATTRIBUTES.sub(leave, _SPAN.sub(r"\1", text))


def _picture(match: re.Match[str]) -> str:
    """The picture that a call names by its file, with alternative text and caption; other calls as they are."""
    call = next((part for part in match.groups() if part), "")
    said = {name.lower(): (one or two).replace('"', "”") for name, one, two in _NAMED.findall(call)}
    others = [one or two for one, two in _PLAIN.findall(_NAMED.sub(" ", call))]
    file = next((value for value in (*said.values(), *others) if _FILE.search(value)), "")
    if not file:
        return match[0]
    alt = said.get("alt") or next((value for value in others if value != file), "")
    caption = said.get("caption") or said.get("title", "")
    caption = re.sub(r"(?<!\\)[*_`]+(?=\S)|(?<=\S)[*_`]+", "", caption)
    alt = alt.replace("[", "").replace("]", "")
    return f'\n\n![{alt}](<{file}> "{caption}")\n\n'
