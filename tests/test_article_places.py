"""Properties of reading Markdown: every word arrives, in order, and every character knows where it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.article.blocks import Body, read_body
from pipeline.article.reading import passages_of
from pipeline.article.values import Inline

FIRST_LINE = 7

WORDS = st.text(alphabet="abcdeäßçğışжңұ", min_size=1, max_size=6)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
SIGNS = ["*", "**", "_", "`", "``", "[", "]", "(", ")", "![", "](", "<", ">", "\\", "&amp;", "|", "-", "+", "#", "1. "]
SIGNS += [
    ":::",
    "::: pull",
    "::: box ",
    "> ",
    "- ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    " ",
    "  \n",
    "[^1]",
    "[^1]: ",
    "***",
    "---",
]
SIGNS += ["| a | b |\n|---|---|\n", "https://a.org", "“", "!", ":", "\N{GRINNING FACE}", "\u0301", "\u00a0", "{", "---"]


def emphasised(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Text with a run of one look in it, in Markdown."""
    looks = st.sampled_from(
        ["*{}*", "**{}**", "***{}***", "`{}`", "[{}](https://example.org/a)", "{}", "\\*{}", "{}&amp;"]
    )
    return st.builds(lambda look, inner: look.format(inner), looks, words)


PIECES = st.lists(emphasised(SENTENCES), min_size=1, max_size=5)
LINES = PIECES.map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def indented(text: str, first: str, rest: str) -> str:
    """The text with one prefix on its first line and another on the others."""
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def nested(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks that hold blocks."""
    several = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        several.map(lambda text: indented(text, "- ", "  ")),
        several.map(lambda text: indented(text, "7. ", "   ")),
        several.map(lambda text: indented(text, "> ", "> ")),
    )


SIMPLE = st.one_of(
    PARAGRAPHS,
    LINES.map(lambda text: f"## {text}"),
    PARAGRAPHS.map(lambda text: f"::: pull\n{text}\n:::"),
    st.tuples(LINES, PARAGRAPHS).map(lambda pair: f"::: box {pair[0]}\n{pair[1]}\n:::"),
    st.tuples(SENTENCES, SENTENCES, SENTENCES).map(lambda c: f"| {c[0]} | b |\n|:---|---:|\n| {c[1]} | {c[2]} |"),
)
BODIES = st.lists(st.recursive(SIMPLE, nested, max_leaves=4), min_size=1, max_size=4).map("\n\n".join)


def inlines_of(body: Body) -> Iterator[Inline]:
    for passage in passages_of(body.blocks):
        yield from passage
    for note in body.notes:
        for passage in passages_of(note.blocks):
            yield from passage


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]", text)


def plain(markdown: str) -> str:
    """What is left of generated Markdown when its markup is taken off."""
    return re.sub(r"\]\(https://example\.org/a\)|&amp;|::: (pull|box)", " ", markdown)


@given(BODIES)
def test_every_word_of_a_body_arrives_in_order(markdown: str) -> None:
    body = read_body(markdown, "a.md", FIRST_LINE)
    assert letters("".join(inline.text for inline in inlines_of(body))) == letters(plain(markdown))


def misplaced(markdown: str) -> list[str]:
    """Every character of the text that is not where it says it is."""
    lines = markdown.split("\n")
    body = read_body(markdown, "a.md", FIRST_LINE)
    wrong = []
    for inline in inlines_of(body):
        for offset, character in enumerate(inline.text):
            span = inline.at(offset)
            there = lines[span.line - FIRST_LINE][span.column - 1 : span.column]
            if there != character and not character.isspace() and there not in {"\\", "&"}:
                wrong.append(f"{character!r} of {inline.text!r} at {span}: {there!r}")
    return wrong


@given(BODIES)
def test_every_character_knows_its_line_and_column(markdown: str) -> None:
    assert misplaced(markdown) == []


@given(st.lists(st.one_of(st.sampled_from(SIGNS), WORDS), max_size=30).map("".join))
@example("[a](b 'c') a")
@example("| a |\n|---|\n| a\\|b *c* a |")
@example("- a\n\tb\n\n\tc")
@example("`` ` a `` ` a")
@example("![*a*](b) a")
@example("## a a ##")
@example("[^1]\n\n[^1]: a\n\n    a")
@example("::: box pull a\n> a\n:::")
def test_whatever_is_typed_each_letter_knows_its_place(markdown: str) -> None:
    assert misplaced(markdown) == []


@given(st.lists(st.one_of(st.sampled_from("*_#>-+|:\\&;\n\t .,{}1~!()"), WORDS), max_size=40).map("".join))
@example("::: ab\ncd\n:::")
@example("a | b\n---|---\nc | d | e")
@example("a\n===\nb\n---")
def test_whatever_is_typed_no_word_is_lost_without_a_finding(markdown: str) -> None:
    body = read_body(markdown, "a.md", FIRST_LINE)
    arrived = letters("".join(inline.text for inline in inlines_of(body)))
    assert arrived == letters(markdown) or {"E202", "E210", "W205"} & {finding.code for finding in body.findings}


@given(st.text(max_size=200))
def test_no_text_stops_the_reader(text: str) -> None:
    read_body(text, "a.md", 1)
