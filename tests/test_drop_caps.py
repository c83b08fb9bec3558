"""Drop caps: their size and place, the lines beside them, small capitals, and words that are read whole."""

from __future__ import annotations

import io
import shutil
import subprocess

import pypdf
import pytest

from pipeline.page import Segment, TextItem
from tests.composing import LEADING, MEASURE, SIZE, WORDS, galley, ink, layout, lines, with_initials
from tests.issue_desk import Desk
from tests.specimen import Specimen, finished

BODY = "Every " + WORDS * 5 + "end."
TEXT_EDGE = 1.5  # points that punctuation hangs into the margin


def letter_of(line: TextItem) -> Segment:
    """The large letter of a line."""
    return max(line.line.segments, key=lambda segment: segment.size)


def begins(line: TextItem) -> float:
    """Where the first glyph of a line's small type begins."""
    return line.x + next(s.x for s in line.line.segments if s.size == SIZE)


def has_initial(line: TextItem) -> bool:
    return letter_of(line).size > 2 * SIZE


@pytest.mark.parametrize("deep", [2, 3, 5])
def test_an_initial_reaches_from_the_capitals_of_the_first_line_to_the_baseline_of_the_last(
    desk: Desk, deep: int
) -> None:
    made = galley(with_initials(desk, deep), BODY)
    letter = letter_of(lines(made.units)[0])
    capital = layout(desk).faces(layout(desk).style("body"))[0].cap_height * SIZE / 1000
    assert letter.rise == pytest.approx(-(deep - 1) * LEADING)
    assert letter.face.cap_height * letter.size / 1000 == pytest.approx((deep - 1) * LEADING + capital)


@pytest.mark.parametrize("word", ["Every", "Trade", "After", "Once", "Lao", "Just"])
def test_an_initial_stands_on_the_edge_of_its_column(desk: Desk, word: str) -> None:
    first = lines(galley(with_initials(desk), f"{word} {WORDS * 5}").units)[0]
    left = first.x + ink(letter_of(first))[0] * first.line.scale
    assert -1.0 <= left <= 0.01


@pytest.mark.parametrize("deep", [2, 3, 5])
def test_as_many_lines_as_the_initial_is_deep_stand_beside_it_and_none_touches_it(desk: Desk, deep: int) -> None:
    first, *others = lines(galley(with_initials(desk, deep), BODY).units)
    right = first.x + ink(letter_of(first))[1]
    beside = [begins(first), *(line.x for line in others[: deep - 1])]
    assert all(x > right + 2.0 for x in beside)
    assert max(beside) - min(beside) < 0.01
    assert all(abs(line.x) <= TEXT_EDGE for line in others[deep - 1 :])


def test_lines_beside_an_initial_end_where_the_others_do(desk: Desk) -> None:
    for line in lines(galley(with_initials(desk), BODY).units)[:-1]:
        assert MEASURE - 0.05 <= line.x + line.line.width <= MEASURE + 0.3 * SIZE


def test_the_first_line_moves_in_over_a_letter_that_leaves_room_for_it(desk: Desk) -> None:
    first, second, *_ = lines(galley(with_initials(desk), "After " + WORDS * 5).units)
    assert begins(first) < second.x - 4


def test_the_first_line_keeps_away_from_an_initial_that_is_a_word_by_itself(desk: Desk) -> None:
    first, second, *_ = lines(galley(with_initials(desk), "A road " + WORDS * 5).units)
    assert begins(first) == pytest.approx(second.x)
    assert first.line.text.startswith("A road")


def test_a_letter_with_a_tail_has_a_line_more_beside_it(desk: Desk) -> None:
    plain = lines(galley(with_initials(desk), "One " + WORDS * 5).units)
    tailed = lines(galley(with_initials(desk), "Quite " + WORDS * 5).units)
    assert abs(plain[3].x) <= TEXT_EDGE
    assert tailed[3].x > 20
    assert abs(tailed[4].x) <= TEXT_EDGE


def test_columns_do_not_part_the_lines_beside_an_initial(desk: Desk) -> None:
    made = galley(with_initials(desk), BODY)
    assert [unit.breakable for unit in made.units[:4]] == [False, False, False, True]
    assert made.fill(0, 3) == 0
    assert made.fill(0, 4) == 4


def test_quotation_marks_before_an_initial_are_small_and_level_with_its_head(desk: Desk) -> None:
    first = lines(galley(with_initials(desk), "“Every " + WORDS * 5 + "”").units)[0]
    mark, letter = first.line.segments[0], letter_of(first)
    assert mark.runs[0][0].text == "“"
    assert mark.size < 0.6 * letter.size
    capital = letter.face.cap_height / 1000
    assert mark.rise + capital * mark.size == pytest.approx(letter.rise + capital * letter.size)
    assert first.line.text.startswith("“Every")


WITHOUT = {
    "a figure": "28 " + WORDS * 5,
    "a small letter": "iftar " + WORDS * 5,
    "a dash": "— " + WORDS * 5,
    "a paragraph that is too short": "Every member agreed.\n\n" + "Every " + WORDS * 5,
    "a subhead": "## Head\n\nEvery " + WORDS * 5,
    "a list": "- Every " + WORDS * 5,
    "a quotation": "> Every " + WORDS * 5,
    "a box": "::: box Title\nEvery " + WORDS * 5 + "\n:::\n\nText.",
}


@pytest.mark.parametrize("body", WITHOUT.values(), ids=WITHOUT)
def test_no_initial_where_a_text_begins_with(desk: Desk, body: str) -> None:
    assert not any(has_initial(line) for line in lines(galley(with_initials(desk), body).units))


def test_only_the_first_paragraph_has_an_initial(desk: Desk) -> None:
    made = lines(galley(with_initials(desk), f"{BODY}\n\n{BODY}").units)
    assert [has_initial(line) for line in made].count(True) == 1


@pytest.mark.parametrize("salutation", ["Dear readers,", "Уважаемые читатели!"])
def test_the_initial_follows_a_salutation(desk: Desk, salutation: str) -> None:
    first, second, *_ = lines(galley(with_initials(desk), f"{salutation}\n\n{BODY}").units)
    assert not has_initial(first)
    assert has_initial(second)


def test_a_paragraph_has_no_initial_in_a_measure_too_narrow_for_it(desk: Desk) -> None:
    with_initials(desk, lines=5)
    assert has_initial(lines(galley(desk, BODY, 240.0).units)[0])
    assert not has_initial(lines(galley(desk, BODY, 90.0).units)[0])


def small_capitals(line: TextItem) -> str:
    """The words of a line that are in small capitals: those whose glyphs are not the font's plain ones."""
    runs = [(s.face, run) for s in line.line.segments if s.size == SIZE for run, _ in s.runs]
    plain = {run: face.shape(run.text).glyphs for face, run in runs}
    return "".join(run.text for _, run in runs if [g[0] for g in plain[run]] != [g[0] for g in run.glyphs])


BEGINNINGS = {
    "On the eve of the day " + WORDS * 5: "ntheeve",
    "Today, the day began " + WORDS * 5: "oday,",
    "The United Arab Emirates have agreed " + WORDS * 5: "heUnitedArabEmirates",
    "The Union of the Seven Very Long Named Seas " + WORDS * 5: "heUnionof",
    "The Great Big Old Stone House Upon Hill Road " + WORDS * 5: "he",
    "**Every** member of the council " + WORDS * 5: "",
    "*Every* member of the council " + WORDS * 5: "",
}


@pytest.mark.parametrize("body, wanted", BEGINNINGS.items())
def test_the_first_words_are_in_small_capitals_and_names_are_not_cut(desk: Desk, body: str, wanted: str) -> None:
    # The measure is so wide that the first way to set the lines is good.
    first = lines(galley(with_initials(desk), body, 420.0).units)[0]
    assert has_initial(first)
    assert small_capitals(first).replace(" ", "") == wanted


def test_a_layout_may_have_initials_without_small_capitals(desk: Desk) -> None:
    first = lines(galley(with_initials(desk, more="small_caps: 0"), BODY).units)[0]
    assert has_initial(first)
    assert small_capitals(first) == ""


def printed(desk: Desk, body: str) -> Specimen:
    """An issue with nothing but this article."""
    with_initials(desk).changed(', credit: "Photo: A. B."', "").body(body)
    return finished(desk.project)


READ = ("Every", "A", "“Trade", "École", "Йошкар-Ола", "I", "CICA", "Ömer")


@pytest.mark.parametrize("word", READ)
def test_a_word_with_an_initial_is_read_whole(desk: Desk, word: str) -> None:
    closing = "”" if word.startswith("“") else ""
    made = printed(desk, f"{word} member{closing} {WORDS * 5}end.")
    assert f"{word} member{closing} " in " ".join(made.paper.pages).replace("\n", " ")


def test_other_readers_read_it_whole_too(desk: Desk) -> None:
    data = printed(desk, BODY).data
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert "Every members" in " ".join(said.split())
    if shutil.which("pdftotext"):
        for options in ([], ["-raw"]):
            done = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
            assert "Every members" in " ".join(done.stdout.decode().split())
