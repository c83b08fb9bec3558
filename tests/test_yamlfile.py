"""YAML read strictly: places of all values, and what is refused, in an editor's words."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import limits
from pipeline.diagnostic import Fault, Span
from pipeline.yamlfile import Mapping, Node, Scalar, Sequence, parse, place_within

TEXTS = st.text(alphabet="abc дә\"'\\:#-[]{},&*!|>%@`~ \t\n0.", max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def refused(text: str) -> list[str]:
    with pytest.raises(Fault) as caught:
        parse(text, "a.yaml")
    return [str(finding) for finding in caught.value.findings]


def test_scalars_stay_texts() -> None:
    assert plain(parse("a: no\nb: 1.10\nc: 2023-04-05\nd: 'null'\ne: \"\"\nf: 0x1f\n", "a.yaml")) == {
        "a": "no",
        "b": "1.10",
        "c": "2023-04-05",
        "d": "null",
        "e": "",
        "f": "0x1f",
    }


@pytest.mark.parametrize("nothing", ["", " ~", " null", " # a remark"])
def test_an_empty_value_is_none(nothing: str) -> None:
    assert plain(parse(f"a:{nothing}\n", "a.yaml")) == {"a": None}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_file_is_an_empty_scalar(text: str) -> None:
    assert plain(parse(text, "a.yaml")) is None


def test_every_value_knows_its_line_and_column() -> None:
    root = parse("имя: один\nb:\n  - x\n  - {c: два}\n", "a.yaml", first_line=10)
    assert isinstance(root, Mapping)
    assert [key.span for key, _ in root.entries] == [Span("a.yaml", 10, 1), Span("a.yaml", 11, 1)]
    items = root.get("b")
    assert isinstance(items, Sequence)
    assert items.items[0].span == Span("a.yaml", 12, 5)
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    value = inner.get("c")
    assert value is not None
    assert value.span == Span("a.yaml", 13, 9)
    assert root.get("nothing") is None


def test_keys_given_twice_are_all_told_with_both_lines() -> None:
    assert refused("a: 1\nb: {c: 1, c: 2}\na: 3\n") == [
        "a.yaml:2:11  E112  The key 'c' is given twice: on line 2 and on line 2.  Delete one of the two.",
        "a.yaml:3:1  E112  The key 'a' is given twice: on line 1 and on line 3.  Delete one of the two.",
    ]


@pytest.mark.parametrize(
    "text,finding",
    [
        ("a: !date 1", "1:4  E113  Tags (!date) are not allowed.  Delete the tag, or put the text in quotation marks."),
        ("a: &x 1", "1:4  E113  Anchors (&x) are not allowed.  Delete the anchor, or put the text in quotation marks."),
        ("a: *x", "1:4  E113  Aliases (*x) are not allowed.  Write the value out, or put it in quotation marks."),
        ("a: 1\n<<: {b: 1}", "2:1  E113  Merge keys (<<) are not allowed.  Write the keys out."),
        ("a: 1\n---\nb: 1", "2:1  E113  A second document begins here.  Delete the line with three dashes."),
        ("[a]: 1", "1:1  E113  A key must be a plain word.  Write key: value."),
        ("? a\n: 1\n? ~\n: 2", "3:3  E113  A key must be a plain word.  Write key: value."),
    ],
)
def test_yaml_with_hidden_meanings_is_refused(text: str, finding: str) -> None:
    assert refused(text) == [f"a.yaml:{finding}"]


COMPARE = "Compare the line with the one above; put texts with special characters in quotation marks."


@pytest.mark.parametrize(
    "text,finding",
    [
        (
            "title: Day two: talks",
            (
                "1:15  E111  There is a colon where none can stand."
                '  Put the text in quotation marks: title: "Day two: talks"'
            ),
        ),
        ("a:\n\tb: 1", "2:1  E111  A tab stands where only blanks may.  Replace the tab by blanks."),
        ("a: @b", f"1:4  E111  A text may not begin with this character.  {COMPARE}"),
        ('a: "b', f"1:6  E111  A quotation mark or bracket is opened and never closed.  {COMPARE}"),
        ("a: 1\n  b: 2", '2:4  E111  There is a colon where none can stand.  Put the text in quotation marks: b: "2"'),
        ("a: {b: 1\nc: 2", f"2:2  E111  A comma or a closing brace }} is missing.  {COMPARE}"),
        ("a: [b\nc: 2", f"2:2  E111  A comma or a closing bracket ] is missing.  {COMPARE}"),
        ("a: 'b' c", f"1:8  E111  The indentation is off here, or a quotation mark ends too early.  {COMPARE}"),
        ("- a\nb: 1", f"2:1  E111  The indentation of the list is off here.  {COMPARE}"),
        (
            'a: "C:\\photos"',
            (
                "1:7  E111  A backslash in double quotation marks begins something unknown."
                "  Write it with two backslashes, or in single quotation marks."
            ),
        ),
        ("a: b\n\x07c: 1", "2:1  E111  A character stands here that cannot be seen (U+0007).  Delete it."),
    ],
)
def test_yaml_that_is_not_well_formed_is_told_at_its_place(text: str, finding: str) -> None:
    assert refused(text) == [f"a.yaml:{finding}"]


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "a: " + "{b: " * 10_000, "- " * 10_000, "\n".join(" " * i + "a:" for i in range(2000))]
)
def test_nesting_ten_thousand_deep_is_one_finding(text: str) -> None:
    (finding,) = refused(text)
    assert "E114  This is nested too deeply.  Check the indentation above." in finding


def test_too_many_values_are_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "YAML_NODES", 10)
    (finding,) = refused("".join(f"- {n}\n" for n in range(20)))
    assert finding == "a.yaml:10:3  E114  The file has more than 10 values.  Divide it."


@given(TREES)
@example({"a": "b: c", "d": ["~", ""]})
def test_what_is_written_as_json_is_read_again(tree: object) -> None:
    assert plain(parse(json.dumps(tree, ensure_ascii=False), "a.yaml")) == tree


@given(st.text(max_size=60))
def test_no_text_stops_the_reader_but_by_a_finding(text: str) -> None:
    with suppress(Fault):
        assert isinstance(parse(text, "a.yaml"), Scalar | Sequence | Mapping)


WORDS = st.lists(st.text(alphabet="abдә'", min_size=1, max_size=4).filter(lambda w: w != "'"), min_size=1, max_size=6)


@given(WORDS, st.sampled_from(["plain", "single", "double", "folded", "literal"]), st.data())
def test_each_character_of_a_scalar_is_found_in_its_source(words: list[str], style: str, data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from([" ", "  ", "\n"])) for _ in words[1:]]
    text = words[0].lstrip("'") + "a" + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    source = {
        "plain": "a: " + text.replace("\n", "\n  "),
        "single": "a: '" + text.replace("'", "''").replace("\n", "\n  ") + "'",
        "double": 'a: "' + text.replace("ә", "\\u04d9").replace("\n", "\n    ") + '"',
        "folded": "a: >\n  " + text.replace("\n", "\n  "),
        "literal": "a: |\n  " + text.replace("\n", "\n  "),
    }[style]
    root = parse(source, "a.yaml")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert value.text is not None
    lines = source.split("\n")
    for offset, character in enumerate(value.text.rstrip()):
        span = place_within(lines, value.span, value.text, offset)
        there = lines[span.line - 1][span.column - 1 : span.column]
        assert there == character or character.isspace() or (character, there) == ("ә", "\\")
