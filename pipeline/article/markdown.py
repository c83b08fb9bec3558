"""The Markdown parser: markdown-it, CommonMark with tables, footnotes, two containers and words in another language.

markdown-it tells lines of blocks, not columns of words. So the rules that swallow more than they give back
(links, code, escapes, line ends, pictures, footnote marks) are wrapped here to note where they ended; with
that, ``inlines`` can walk the source and know the place of every character.

Left out on purpose: HTML (it is text), headings underlined with dashes (a line of dashes below a paragraph is
a break), text indented by four blanks as program code (an accident in prose), typographic replacements.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, image, link, newline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from pipeline import limits

__all__ = ["CONTAINERS", "Token", "href_for_pdf", "tokenize", "tokenize_line"]

CONTAINERS = ("pull", "box")
END = "end"

# Every level of lists is two for markdown-it. What lies deeper is lost to it, so the blocks are counted before that.
_NESTING = 2 * limits.MARKDOWN_DEPTH + 8

# The length keeps a line full of brackets from being searched to its end at each of them.
_MARK = re.compile(r"\[\^([^\s\]]{1,200})\]")

# What follows words in brackets in a brace, up to its end, the line's or the paragraph's.
_BRACES = re.compile(r"\{[^{}\n]{0,100}\}?")
_LANGUAGE = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\}")

_Rule = Callable[[StateInline, bool], bool]


def _noting_end(rule: _Rule) -> _Rule:
    """The same rule; the last token that it makes then knows the position behind its source."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
        before = len(state.tokens)
        found = rule(state, silent)
        if found and len(state.tokens) > before:
            state.tokens[-1].meta[END] = state.pos
        return found

    return noting


class _Parser(MarkdownIt):
    """markdown-it that leaves addresses as they were written, so that ``check`` can judge and name them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's name
        return True


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """``[^label]``, whether or not there is such a note: ``blocks`` says which is missing."""
    mark = _MARK.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta["label"] = mark[1]
    state.pos = mark.end()
    return True


def _language(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """``[words]{lang=fr}``: a token at either end. Before other braces only the bracket is taken, with what they say.

    Who looks ahead for the end of a link's text passes over the words and finds no link in them.
    """
    start = state.pos
    if silent or state.src[start] != "[" or state.src.find("]{", start, state.posMax) < 0:
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    braces = None if end < 0 or _MARK.match(state.src, start) else _BRACES.match(state.src, end + 1, state.posMax)
    if braces is None:
        return False
    found = _LANGUAGE.fullmatch(braces[0])
    if found is None or not state.src[start + 1 : end].strip():
        state.push("braces", "", 0).meta.update(words=state.src[start + 1 : end], braces=braces[0], begin=end + 1)
        state.pos = start + 1
        return True
    last, state.pos, state.posMax = state.posMax, start + 1, end
    state.push("language_open", "", 1).meta.update(tag=found[1], begin=end + 1 + found.start(1))
    state.md.inline.tokenize(state)
    state.push("language_close", "", -1)
    state.pos, state.posMax = braces.end(), last
    return True


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": _NESTING, "store_labels": True})
    parser.enable("table").disable(["html_block", "html_inline", "code", "lheading", "text_join"])
    footnote_plugin(parser, inline=False, move_to_end=False)
    for name in CONTAINERS:
        container_plugin(parser, name)
    wrapped: dict[str, _Rule] = {
        "link": link,
        "image": image,
        "autolink": autolink,
        "backticks": backtick,
        "newline": newline,
        "escape": escape,
        "entity": entity,
        "footnote_ref": _footnote_mark,
    }
    for name, rule in wrapped.items():
        parser.inline.ruler.at(name, _noting_end(rule))
    parser.inline.ruler.before("link", "language", _noting_end(_language))
    return parser


def tokenize(text: str) -> tuple[list[Token], dict[str, Any]]:
    """The block tokens of a body, and markdown-it's notes on it (``references``: the addresses kept apart)."""
    env: dict[str, Any] = {}
    return _parser().parse(text, env), env


def tokenize_line(text: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of a single line, such as the title of a box."""
    return _parser().inline.parse(text, _parser(), env, [])


def href_for_pdf(url: str) -> str:
    """The address with everything but ASCII encoded, as links in files want it."""
    from markdown_it.common.normalize_url import normalizeLink  # noqa: PLC0415 - seldom needed

    return normalizeLink(url)
