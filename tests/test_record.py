"""Records: places of values, and complaints in an editor's words."""

from __future__ import annotations

from typing import ClassVar, Literal

import pytest
from pydantic import Field, ValidationError

from pipeline.diagnostic import Span
from pipeline.record import Flag, IsoDate, Length, OneOrMore, Record, read_record
from pipeline.yamlfile import parse


class Stroke(Record):
    """A key whose name begins like one of pydantic's own types."""

    short_form: ClassVar[str] = "colour"

    colour: str
    width: Length = 1.0


class Role(Record):
    """A block for which its one list may stand."""

    short_form: ClassVar[str] = "families"

    families: OneOrMore = Field(min_length=1)
    instance: str = ""


class Sheet(Record):
    """A record with a value of every kind."""

    name: str = Field(min_length=1)
    strokes: tuple[Stroke, ...] = ()
    stroke: Stroke | None = None
    styles: dict[str, Stroke] = Field(default_factory=dict)
    kind: Literal["big", "small"] = "big"
    count: int = Field(default=1, ge=1, le=9)
    share: float = Field(default=0.0, gt=-1.5, le=100)
    day: IsoDate | None = None
    open: Flag = False
    words: OneOrMore = ()
    trim: tuple[Length, Length] = (1.0, 2.0)
    spread: tuple[int, int] | None = None
    roles: dict[str, Role] = Field(default_factory=dict)
    many: tuple[int, ...] = Field(default=(1, 2), min_length=2)


def read(text: str) -> Sheet:
    sheet, findings = read_record(Sheet, parse(text, "a.yaml"))
    assert sheet, [str(finding) for finding in findings]
    return sheet


def complaints(text: str) -> list[str]:
    _, findings = read_record(Sheet, parse(text, "a.yaml"))
    assert findings
    return [str(finding).removeprefix("a.yaml:") for finding in findings]


def test_values_get_the_types_of_the_record() -> None:
    sheet = read("name: 1.10\ncount: 3\nshare: .5\nday: 2023-04-05\nopen: true\nwords: one\ntrim: [10mm, 20pt]\n")
    assert (sheet.name, sheet.count, sheet.share, sheet.open, sheet.words) == ("1.10", 3, 0.5, True, ("one",))
    assert sheet.day is not None
    assert sheet.day.isoformat() == "2023-04-05"
    assert sheet.trim == pytest.approx((72 / 2.54, 20))


def test_every_value_keeps_its_place() -> None:
    sheet = read("name: A\nstrokes:\n  - colour: red\n    width: 2pt\nstyles: {x: {colour: blue}}\n")
    assert sheet.span("name") == Span("a.yaml", 1, 7)
    assert sheet.span("strokes", 0, "width") == Span("a.yaml", 4, 12)
    assert sheet.strokes[0].span("width") == Span("a.yaml", 4, 12)
    assert sheet.styles["x"].span("colour") == Span("a.yaml", 5, 22)


def test_a_value_that_was_not_given_has_the_place_of_its_block() -> None:
    sheet = read("name: A\nstroke: {colour: red}\n")
    assert sheet.stroke is not None
    assert sheet.stroke.span("width") == Span("a.yaml", 2, 9)
    assert sheet.span("count") == Span("a.yaml", 1, 1)
    assert Stroke(colour="red").span("colour") is None


def test_a_plain_text_may_stand_for_a_block() -> None:
    sheet = read("name: A\nstroke: red\nstrokes: [blue]\n")
    assert sheet.stroke == Stroke(colour="red")
    assert sheet.strokes == (Stroke(colour="blue"),)
    assert hash(sheet.strokes) == hash((Stroke(colour="blue"),))
    assert sheet.strokes[0].span("colour") == Span("a.yaml", 3, 11)


def test_a_plain_list_may_stand_for_a_block_whose_key_takes_one() -> None:
    sheet = read("name: A\nroles: {text: [Serif, Sans], head: Sans, foot: {families: Serif}}\n")
    assert [role.families for role in sheet.roles.values()] == [("Serif", "Sans"), ("Sans",), ("Serif",)]
    assert sheet.roles["text"].span("families", 1) == Span("a.yaml", 2, 23)
    assert sheet.roles["text"].span("instance") == Span("a.yaml", 2, 15)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        read("name: A\n").name = "B"


def test_everything_wrong_is_told_at_once() -> None:
    assert complaints("nmae: A\ncount: many\nkind: medium\n") == [
        "1:1  E122  name is missing.  Add a line: name: …",
        "3:7  E123  kind wants one of 'big' or 'small', not 'medium'.",
        "2:8  E123  count wants a whole number, not 'many'.",
        "1:1  E121  'nmae' is not a known key.  Did you mean name?",
    ]


@pytest.mark.parametrize(
    "line,complaint",
    [
        ("stroke: {color: r, colour: r}", "2:10  E121  'color' is not a known key in stroke.  Did you mean colour?"),
        ("stroke: {Colour: r, colour: r}", "2:10  E121  'Colour' is not a known key in stroke.  Did you mean colour?"),
        ("styles: {colour: {wdth: 1pt, colour: r}}", ("2:19  E121  'wdth' is not a known key in styles, colour."
         "  Did you mean width?")),
        ("strokes: [{zzz: 1, colour: r}]", ("2:12  E121  'zzz' is not a known key in strokes 1."
         "  There are: colour, width.")),
        ("stroke:", None),
        ("count:", "2:7  E122  count has no value.  Write it behind the colon, or delete the line."),
        ("count: 10", "2:8  E123  count wants 9 or less, not '10'."),
        ("count: 0", "2:8  E123  count wants 1 or more, not '0'."),
        ("share: half", "2:8  E123  share wants a number, not 'half'."),
        ("count: [1]", "2:8  E123  count wants a whole number."),
        ("strokes: {colour: r}", "2:10  E123  strokes wants a list (lines that begin with a dash, or [a, b])."),
        ("stroke: [r]", "2:9  E123  stroke wants a block of keys and values."),
        ("stroke: {colour: {a: b}}", "2:18  E123  stroke, colour wants a text."),
        ("stroke: {colour: r, width: 2}", ("2:28  E123  stroke, width: '2' is not a length; write a number and a unit,"
         " as in 15mm or 9.5pt.")),
        ("day: tomorrow", "2:6  E123  day: a date is wanted, as in 2023-07-10, not 'tomorrow'."),
        ("open: yes", "2:7  E123  open: true or false is wanted, not 'yes'."),
        ("many: [1]", "2:7  E123  many wants at least 2 entries."),
        ("many: [1, two]", "2:11  E123  many 2 wants a whole number, not 'two'."),
        ("trim: [1mm]", "2:7  E123  trim wants 2 entries, not 1."),
        ("trim: []", "2:7  E123  trim wants 2 entries, not 0."),
        ("trim: [1mm, 1mm, 1mm]", "2:7  E123  trim wants 2 entries, not 3."),
        ("spread: [1]", "2:9  E123  spread wants 2 entries, not 1."),
        ("share: 101", "2:8  E123  share wants 100 or less, not '101'."),
        ("share: -2", "2:8  E123  share wants more than -1.5, not '-2'."),
        ("roles: {text: []}", "2:15  E123  roles, text wants at least one entry."),
        ("roles: {text: [Serif, {a: b}]}", "2:23  E123  roles, text 2 wants a text."),
        ("name2: x", "2:1  E121  'name2' is not a known key.  Did you mean name?"),
    ],
)  # fmt: skip
def test_each_kind_of_mistake_is_told_in_words_and_at_its_place(line: str, complaint: str | None) -> None:
    if complaint is None:
        assert read(f"name: A\n{line}\n").stroke is None
    else:
        assert complaints(f"name: A\n{line}\n") == [complaint]


@pytest.mark.parametrize("text", ["", "one", "- one"])
def test_a_file_that_is_no_block_of_keys_is_told(text: str) -> None:
    record, findings = read_record(Sheet, parse(text, "a.yaml"), "The manifest")
    assert record is None
    assert [str(finding) for finding in findings] == [
        "a.yaml:1:1  E123  The manifest must be a block of keys and values.  Write key: value, one to a line."
    ]


def test_an_empty_text_is_told_where_one_is_needed() -> None:
    assert complaints("name: ''\n") == ["1:7  E123  name wants a text that is not empty, not ''."]


def test_what_is_left_without_the_faulty_keys_can_still_be_read() -> None:
    sheet, findings = read_record(Sheet, parse("name: A\ncuont: 3\nday: tomorrow\nwords: [x, y]\n", "a.yaml"))
    assert {finding.code for finding in findings} == {"E121", "E123"}
    assert sheet
    assert (sheet.name, sheet.day, sheet.words) == ("A", None, ("x", "y"))


def test_nothing_is_left_of_a_record_that_lacks_a_key_it_needs() -> None:
    sheet, findings = read_record(Sheet, parse("cuont: 3\n", "a.yaml"))
    assert sheet is None
    assert {finding.code for finding in findings} == {"E121", "E122"}
