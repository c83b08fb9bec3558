"""What ``digest check`` says of the words of an issue, at the line and column where they stand."""

from __future__ import annotations

import pytest

from tests.issue_desk import ARTICLE, Desk

HERE = "articles/almaty.md"


def test_two_blanks_are_advice(desk: Desk) -> None:
    desk.body("One.  Two, in\n> a place,   later.\n")
    assert desk.findings() == [
        f"{HERE}:5:5  A244  2 blanks stand together: One.  Two, in  Delete all but one.",
        f"{HERE}:6:11  A244  3 blanks stand together: a place,   later.  Delete all but one.",
    ]


def test_doubled_words_are_advice_even_over_a_line_end_and_across_emphasis(desk: Desk) -> None:
    desk.body("This is is so, and the\nthe second, **very** very clear.\n")
    assert desk.findings() == [
        f"{HERE}:5:9  A245  “is” stands twice in a row.  Delete one.",
        f"{HERE}:6:1  A245  “the” stands twice in a row.  Delete one.",
        f"{HERE}:6:22  A245  “very” stands twice in a row.  Delete one.",
    ]


@pytest.mark.parametrize(
    "text", ["She lives in Baden Baden.", "Rooms 12 12 and 13.", "See https://a.org/the/the the end."]
)
def test_names_numbers_and_addresses_may_stand_twice(desk: Desk, text: str) -> None:
    desk.body(text + "\n")
    assert desk.findings() == []


def test_languages_that_say_words_twice_may(desk: Desk) -> None:
    desk.article(ARTICLE.replace("---\nThe", "language: tr\n---\nThe") + "\nO yavaş yavaş geldi.\n")
    assert desk.findings() == []


def test_program_code_is_not_judged(desk: Desk) -> None:
    desk.body('Type `"a a"  b` and go.\n')
    assert desk.findings() == []


def test_a_word_of_two_scripts_names_the_odd_letter(desk: Desk) -> None:
    desk.body("On enerγy, and\nfurther оn: the mееting.\n")
    assert desk.findings() == [
        (
            f"{HERE}:5:8  W242  The word “enerγy” has a letter of another script: GREEK SMALL LETTER GAMMA."
            "  Type the word again on one keyboard."
        ),
        (
            f"{HERE}:6:18  W242  The word “mееting” has a letter of another script: CYRILLIC SMALL LETTER IE."
            "  Type the word again on one keyboard."
        ),
    ]


def test_a_character_that_no_font_has_is_told_with_its_name(desk: Desk) -> None:
    desk.body("All went *well* \N{GRINNING FACE} today.\n")
    assert desk.findings() == [
        (
            f"{HERE}:5:17  E321  No font has the character “\N{GRINNING FACE}”, U+1F600 (grinning face)."
            "  Type another character, or have a family that has it added to the role."
        )
    ]


def test_a_character_without_a_glyph_in_a_description_is_no_fault(desk: Desk) -> None:
    desk.changed('alt: "A road."', 'alt: "A road \N{GRINNING FACE}."')
    assert desk.findings() == []


def test_letters_with_accents_typed_apart_are_covered(desk: Desk) -> None:
    desk.body("Cafe\u0301, naive\u0308, Nga\u0323y.\n")
    assert desk.findings() == []


def test_a_lost_character_is_told(desk: Desk) -> None:
    desk.body("The caf� opened.\n")
    assert f"{HERE}:5:8  W246  A character was lost here.  Type it again from the original." in desk.findings()


@pytest.mark.parametrize(
    "written,line,column",
    [
        ('standfirst: "So  it went"', 4, 16),
        ("standfirst: So  it went", 4, 15),
        ("standfirst: 'It''s so  far'", 4, 22),
        ("standfirst: >\n  So it\n  went  on", 6, 7),
        ('standfirst: "So it\n  went  on"', 5, 7),
        ('standfirst: "\\u0421о  it"', 4, 21),
    ],
)
def test_advice_on_front_matter_points_into_the_yaml(desk: Desk, written: str, line: int, column: int) -> None:
    desk.front(written + "\n")
    assert [f.split("  ")[:2] for f in desk.findings() if "A244" in f] == [[f"{HERE}:{line}:{column}", "A244"]]


def test_captions_lists_and_the_manifest_are_read_too(desk: Desk) -> None:
    desk.changed('alt: "A road."}', 'alt: "A road.", lines: ["One", "Two  three"], headline: "In in Asia"}')
    assert desk.findings() == [
        "issue.yaml:4:93  A244  2 blanks stand together: Two  three  Delete all but one.",
        "issue.yaml:4:118  A245  “In” stands twice in a row.  Delete one.",
    ]


def test_notes_tables_and_boxes_are_read_too(desk: Desk) -> None:
    desk.body(
        "Word[^1].\n\n[^1]: A note note.\n\n| a | b |\n|---|---|\n| x | go go |\n\n::: box On on\nIn in here.\n:::\n"
    )
    assert [finding.split("  ")[0] for finding in desk.findings()] == [
        f"{HERE}:7:14",
        f"{HERE}:11:10",
        f"{HERE}:13:12",
        f"{HERE}:14:4",
    ]
