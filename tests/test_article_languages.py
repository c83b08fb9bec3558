"""Words in another language, ``[bon vivant]{lang=fr}``: how they are written, and what is said of anything like it."""

from __future__ import annotations

import pytest

from pipeline.article import Paragraph, Table
from pipeline.article.blocks import read_body
from pipeline.article.values import Inline
from tests.issue_desk import Desk

HERE = "articles/almaty.md"


def inlines(markdown: str) -> tuple[Inline, ...]:
    first = read_body(markdown, "a.md", 1).blocks[0]
    assert isinstance(first, Paragraph)
    return first.inlines


def tongues(markdown: str) -> list[tuple[str, str]]:
    return [(inline.text, inline.language) for inline in inlines(markdown)]


@pytest.mark.parametrize(
    "markdown,expected",
    [
        ("A [bon vivant]{lang=fr}.", [("A ", ""), ("bon vivant", "fr"), (".", "")]),
        ("[Қазақстан]{lang=kk-KZ}", [("Қазақстан", "kk-KZ")]),
        ("[a [b]{lang=de} c]{lang=fr}", [("a ", "fr"), ("b", "de"), (" c", "fr")]),
        ("[a\nb]{lang=fr} c", [("a b", "fr"), (" c", "")]),
        ("*[a]{lang=fr}* b", [("a", "fr"), (" b", "")]),
        ("x[y]{lang=la}z", [("x", ""), ("y", "la"), ("z", "")]),
        ("[(a [b] c)]{lang=fr}", [("(a [b] c)", "fr")]),
    ],
)
def test_words_in_brackets_are_in_the_language_that_the_braces_name(
    markdown: str, expected: list[tuple[str, str]]
) -> None:
    assert tongues(markdown) == expected


@pytest.mark.parametrize("written,tag", [("FR", "fr"), ("en-us", "en-US"), ("AZ-cyrl", "az-Cyrl"), ("grc", "grc")])
def test_a_tag_is_kept_as_it_is_written_by_custom(written: str, tag: str) -> None:
    assert tongues(f"[a]{{lang={written}}}") == [("a", tag)]


def test_emphasis_links_code_and_footnotes_stand_within() -> None:
    (*_, code, dot) = found = inlines("[le *mot* **[juste](https://a.org)**[^1] `c`]{lang=fr}.\n\n[^1]: N.")
    assert [i.text for i in found if i.emphasis] == ["mot"]
    assert [(i.text, i.language) for i in found if i.strong and i.href == "https://a.org"] == [("juste", "fr")]
    assert [i.note for i in found if i.note] == ["1"]
    assert (code.text, code.code, code.language) == ("c", True, "fr")
    assert (dot.text, dot.language) == (".", "")


def test_they_stand_within_a_link() -> None:
    found = inlines("[see [bon mot]{lang=fr} now](https://a.org) x")
    assert [(i.text, i.language, i.href) for i in found] == [
        ("see ", "", "https://a.org"),
        ("bon mot", "fr", "https://a.org"),
        (" now", "", "https://a.org"),
        (" x", "", ""),
    ]


def test_they_stand_in_tables_and_titles_of_boxes() -> None:
    body = read_body("| a |\n|---|\n| [b]{lang=fr} |\n\n::: box The [mot]{lang=fr}\nText.\n:::\n", "a.md", 1)
    table, panel = body.blocks
    assert isinstance(table, Table)
    assert [(i.text, i.language) for i in table.rows[0][0]] == [("b", "fr")]
    assert [(i.text, i.language) for i in getattr(panel, "title", ())] == [("The ", ""), ("mot", "fr")]
    assert body.findings == ()


def test_every_letter_knows_its_place() -> None:
    (before, words, after) = inlines("Ab [cd *ef*]{lang=fr} gh [ij]{lang=fr}")[:3]
    assert [(i.span.line, i.span.column, i.at(1).column) for i in (before, words, after)] == [
        (1, 1, 2),
        (1, 5, 6),
        (1, 9, 10),
    ]
    assert inlines("Ab [cd *ef*]{lang=fr} gh [ij]{lang=fr}")[4].at(1).column == 28


@pytest.mark.parametrize("text", ["{c} [d] [e] {f}", "`[x]{lang=fr}`", "[x]\\{lang=fr}", "a{b}", "[x] {y}"])
def test_other_brackets_and_braces_are_text(desk: Desk, text: str) -> None:
    desk.body(f"One {text} two.\n")
    assert desk.findings() == []
    assert "".join(i.text for i in inlines(f"One {text} two.")) == f"One {text.strip('`')} two.".replace("\\", "")


NAMES = "Braces behind words in brackets name a language"
TAGS = "Write the tag of a language, as in {lang=fr}, {lang=ru} or {lang=kk-KZ}."
EITHER = "or \\{ for a brace that is printed."


@pytest.mark.parametrize(
    "text,finding",
    [
        ("[a]{.sc}", f"5:8  E248  {NAMES}; {{.sc}} does not.  Write [a]{{lang=fr}}, {EITHER}"),
        ("[a]{}", f"5:8  E248  {NAMES}; {{}} does not.  Write [a]{{lang=fr}}, {EITHER}"),
        ("[a]{lang=“de”}", f"5:8  E248  {NAMES}; {{lang=“de”}} does not.  Write [a]{{lang=de}}"),
        ("[a]{lang: de}", f"5:8  E248  {NAMES}; {{lang: de}} does not.  Write [a]{{lang=de}}"),
        ("[a]{ lang=pt_BR }", f"5:8  E248  {NAMES}; {{ lang=pt_BR }} does not.  Write [a]{{lang=pt-BR}}"),
        ("[a]{:kk}", f"5:8  E248  {NAMES}; {{:kk}} does not.  Write [a]{{lang=kk}}"),
        ("[a]{lang=de", f"5:8  E248  {NAMES}; {{lang=de does not.  Write [a]{{lang=de}}"),
        (
            "[a]{lang=fr .b}",
            f"5:8  E248  {NAMES}; {{lang=fr .b}} does not.  Write [a]{{lang=fr}}, {EITHER}",
        ),
        (
            "[a much longer run of words]{fr}",
            f"5:33  E248  {NAMES}; {{fr}} does not.  Write [words]{{lang=fr}}, {EITHER}",
        ),
        ("[]{lang=de}", "5:7  E248  No words stand in the brackets before {lang=de}.  Write [words]{lang=de}"),
        (
            "[a](https://a.org){lang=fr}",
            f"5:23  E248  {{lang=fr}} does not stand behind words in brackets.  Write [words]{{lang=fr}}, {EITHER}",
        ),
        (
            "a {lang=fr}",
            f"5:7  E248  {{lang=fr}} does not stand behind words in brackets.  Write [words]{{lang=fr}}, {EITHER}",
        ),
        (
            "[Almaty]{lang=kz}",
            f"5:19  E249  kz is no language that is known.  {TAGS}",
        ),
        (
            "[a]{lang=und}",
            f"5:14  E249  und is no language that is known.  {TAGS}",
        ),
    ],
)
def test_what_looks_like_it_and_is_not_is_told_with_what_to_type(desk: Desk, text: str, finding: str) -> None:
    desk.body(f"One {text} more.\n" if text[-1] != "e" else f"One {text}\n")
    assert desk.findings() == [f"{HERE}:{finding}"]


@pytest.mark.parametrize("text", ["[a]{.sc} b", "[a]{lang=fr", "[]{lang=fr}", "[**a**]{x} b"])
def test_what_is_told_is_printed_as_it_stands(text: str) -> None:
    assert "".join(i.text for i in inlines(text)) == text.replace("**", "")


def test_words_in_a_language_that_is_not_known_stay_in_that_of_the_words_around() -> None:
    assert tongues("[a [b]{lang=kz} c]{lang=fr}") == [("a b c", "fr")]


@pytest.mark.parametrize("sign", ["[a]{", "[a]{lang=fr", "[[a]{lang=fr}", "]{lang=fr}"])
def test_thousands_of_signs_that_look_like_it_stay_text(sign: str) -> None:
    text = "".join(i.text for i in inlines("x " + sign * 4_000))
    assert len(text) >= 4_000


def test_the_wording_is_judged_by_the_language_of_the_words(desk: Desk) -> None:
    desk.body("They went [yavaş yavaş]{lang=tr}, slowly, [the the]{lang=en} end.\n")
    assert desk.findings() == [f"{HERE}:5:48  A245  “the” stands twice in a row.  Delete one."]
