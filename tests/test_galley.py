"""Bodies set in type: every kind of block within every other, footnote marks wherever they stand, lines that hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pipeline.galley import Body, Galley, Tongue, Typesetter
from pipeline.layout import Layout
from pipeline.page import TextItem
from tests.issue_desk import Desk
from tests.reading import plain
from tests.specimen import Specimen

MEASURE = 240.0


def galley(desk: Desk, layout: Layout, body: str, measure: float = MEASURE) -> Galley:
    """The body of an article set to a measure by a layout."""
    desk.body(body)
    article = desk.issue().sections[0].articles[0]
    return Body(Typesetter(layout, Tongue("en-GB")), article, measure).galley()[0]


def lines(made: Galley) -> list[TextItem]:
    """Its lines of type in the order of setting, footnotes last."""
    whole = (0, len(made))
    units = [unit for _, unit in (*made.column(*whole), *made.foot(*whole, made.depth(*whole)))]
    return [item for unit in units for item in unit.items if isinstance(item, TextItem)]


def words(items: Iterable[TextItem]) -> str:
    """What the lines say, words divided at a line's end made whole."""
    return plain(" ".join(item.line.text.rstrip() for item in items).replace("\u00ad ", ""))


NESTED = {
    "a list in a pull quote": ("::: pull\nFirst words\n\n- one\n- two\n:::\n", "first words • one • two"),
    "a quotation in a pull quote": ("::: pull\nFirst\n\n> quoted\n:::\n", "first quoted"),
    "a subhead in a pull quote": ("::: pull\n## Head\n\nText\n:::\n", "head text"),
    "a list in a footnote": ("Text[^a]\n\n[^a]: Note\n\n    - one\n    - two\n", "text1 1 note • one • two"),
    "a table in a footnote": (
        "Text[^a]\n\n[^a]: Note\n\n    | a | b |\n    |---|---|\n    | c | d |\n",
        "text1 1 note a b c d",
    ),
    "a quotation in a footnote": ("Text[^a]\n\n[^a]: Note\n\n    > quoted\n", "text1 1 note quoted"),
    "a footnote that begins with a list": ("Text[^a]\n\n[^a]:\n    - one\n", "text1 1 • one"),
    "lists in lists in a quotation": ("> - one\n>   1. two\n>      - three\n", "• one 1. two • three"),
    "a table in a list": ("- one\n\n  | a | b |\n  |---|---|\n  | c | d |\n", "• one a b c d"),
    "a quotation in a list in a box": ("::: box Title\n- one\n\n  > two\n:::\n", "title • one two"),
    "a table in a box": ("::: box Title\n| a | b |\n|---|---|\n| c | d |\n:::\n", "title a b c d"),
    "a box in a quotation": ("> ::: box Title\n> text\n> :::\n", "title text"),
    "a subhead in a list": ("- ## Head\n\n  text\n", "• head text"),
}


@pytest.mark.parametrize("body, said", NESTED.values(), ids=NESTED)
def test_blocks_within_blocks_are_set(desk: Desk, sample: Specimen, body: str, said: str) -> None:
    assert words(lines(galley(desk, sample.layout, body))) == said


MARKED = {
    "a paragraph": "Text[^b] and[^a]",
    "a subhead": "## Head[^b] and[^a]\n\nText",
    "a list": "- one[^b]\n- two[^a]",
    "a table": "| a[^b] | b |\n|---|---|\n| c | d[^a] |",
    "a pull quote": "::: pull\nWords[^b] and[^a]\n:::",
    "the title of a box": "::: box Title[^b]\nText[^a]\n:::",
    "a quotation": "> Words[^b]\n>\n> and[^a]",
}


@pytest.mark.parametrize("body", MARKED.values(), ids=MARKED)
def test_footnotes_are_numbered_in_the_order_of_their_marks_wherever_those_stand(
    desk: Desk, sample: Specimen, body: str
) -> None:
    made = lines(galley(desk, sample.layout, f"{body}\n\n[^a]: The second.\n\n[^b]: The first.\n"))
    raised = [run.text for i in made for s in i.line.segments if s.rise for run, _ in s.runs]
    assert raised == ["1", "2"]
    assert words(made).endswith("1 the first. 2 the second.")


def test_a_footnote_that_is_marked_twice_has_one_number(desk: Desk, sample: Specimen) -> None:
    made = lines(galley(desk, sample.layout, "One[^a] two[^b] three[^a]\n\n[^a]: A.\n\n[^b]: B.\n"))
    assert words(made) == "one1 two2 three1 1 a. 2 b."


def test_code_is_set_as_it_was_typed(desk: Desk, sample: Specimen) -> None:
    made = lines(galley(desk, sample.layout, 'Type `print("it\'s -- so...")` here.\n'))
    assert 'print("it\'s -- so...")' in "".join(item.line.text for item in made)


def test_a_hard_line_end_ends_the_line(desk: Desk, sample: Specimen) -> None:
    made = lines(galley(desk, sample.layout, "Astana\\\nMangilik Yel  \nKazakhstan\n"))
    assert [item.line.text.rstrip() for item in made] == ["Astana", "Mangilik Yel", "Kazakhstan"]


def test_words_in_several_looks_are_set_without_a_gap(desk: Desk, sample: Specimen) -> None:
    made = lines(galley(desk, sample.layout, "Half**bold**half*slant* [li**n**k](https://example.org)s end\n"))
    assert words(made) == "halfboldhalfslant links end"
    links = [run.text for i in made for s in i.line.segments if s.href for run, _ in s.runs]
    assert "".join(links) == "link"
    for item in made:
        for one, other in zip(item.line.segments, item.line.segments[1:], strict=False):
            assert other.x >= one.x + one.width - 0.01


def test_no_line_of_running_text_is_wider_than_its_measure_but_for_what_hangs(desk: Desk, sample: Specimen) -> None:
    text = "The members agreed, “again and again”, to meet before the winter and to bring well-known papers. " * 9
    for measure in (120.0, 160.0, MEASURE, 400.0):
        for item in lines(galley(desk, sample.layout, text, measure)):
            size = item.line.segments[0].size
            assert item.x >= -0.5 * size
            assert item.x + item.line.width <= measure + 0.6 * size


def test_justified_lines_all_end_at_the_right_edge(desk: Desk, sample: Specimen) -> None:
    text = "The members agreed to meet before the winter and to bring along their papers on trade and finance. " * 6
    made = lines(galley(desk, sample.layout, text))
    assert len(made) > 6
    for item in made[:-1]:
        assert item.x + item.line.width == pytest.approx(MEASURE, abs=5)


def test_segments_of_a_line_are_as_wide_as_their_runs(desk: Desk, sample: Specimen) -> None:
    text = "The *members* agreed to meet **before** the winter, and 1,250 papers were brought. " * 3
    for item in lines(galley(desk, sample.layout, text)):
        *others, last = item.line.segments
        if len(last.runs) > 1 and last.runs[-1][0].text == " ":  # between this line and the next
            last = replace(last, runs=last.runs[:-1])
        for segment in (*others, last):
            natural = sum(run.width for run, _ in segment.runs) * segment.size / 1000 * item.line.scale
            extra = sum(space for _, space in segment.runs)
            tracking = segment.tracking * sum(len(run.text) for run, _ in segment.runs) * segment.size / 1000
            assert segment.width == pytest.approx(natural + extra + tracking, abs=0.05)


def test_a_line_that_cannot_be_set_well_is_found_with_its_place(desk: Desk, sample: Specimen) -> None:
    desk.body("Before it. " + "W" * 90 + " after it.\n")
    article = desk.issue().sections[0].articles[0]
    setter = Typesetter(sample.layout, Tongue("en-GB"))
    Body(setter, article, 120.0).galley()
    found = [str(finding) for finding in setter.findings]
    assert len(found) == 1
    assert found[0].startswith(
        "issues/2023-q2/articles/almaty.md:5:1  W502  A line of body sticks out of its column near"
    )
