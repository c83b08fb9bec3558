"""The report sheet: one page that says what a preflight found, read back as its reader meets it."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.diagnostic import Severity, Span
from pipeline.measure import Box
from pipeline.preflight import PRESS, SCREEN, Measure, Result, State, Verdict, preflight, read_aloud, read_profile
from pipeline.reportsheet import report_sheet
from pipeline.reportsheet.lettering import RED, Look
from pipeline.reportsheet.places import Grid
from tests.good_file import good_file
from tests.mutants_press import good_press_file
from tests.mutants_printing import MUTANTS
from tests.pdf_samples import blank, document, text_of
from tests.press_desk import BLEED, HEIGHT, WIDTH, operators

HEAVY = next(mutant for mutant in MUTANTS if mutant.name == "ink of 340 %")  # 40 by 40 points at 60, 60
COARSE = read_profile("pictures: {least: 100, low: 400}\npages: {multiple_of: 1}\n", "coarse.yaml")


def sheet_of(data: bytes, **more: object) -> bytes:
    """The sheet of a press file, which is always one page of A4 and proves what it claims."""
    made = report_sheet("issue.pdf", data, preflight(data, PRESS), **more)  # type: ignore[arg-type]
    proved(made)
    return made


def proved(sheet: bytes) -> None:
    verdict = preflight(sheet, SCREEN)
    assert verdict.passed, [(r.check, r.message, r.value) for r in verdict.failures]
    with pikepdf.open(BytesIO(sheet)) as pdf:
        assert [round(float(n)) for page in pdf.pages for n in page.mediabox] == [0, 0, 595, 842]


def said(sheet: bytes) -> str:
    """The sheet's text, its blanks alike."""
    return " ".join(text_of(sheet).replace("\xa0", " ").split())


def pictures(sheet: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each thumbnail, in the order of painting."""
    found, matrix = [], [0.0] * 6
    for operator, operands in operators(sheet):
        if operator == "cm":
            matrix = [float(n) for n in operands]
        elif operator == "Do":
            x, y = matrix[4], matrix[5]
            found.append((x, y, x + matrix[0], y + matrix[3]))
    return found


def frames(sheet: bytes, colour: tuple[float, float, float]) -> list[tuple[float, float, float, float]]:
    """The rectangles that four rules of this colour draw, as left, bottom, right and top."""
    stroke: list[float] = []
    lines: list[tuple[float, float, float, float]] = []
    start = (0.0, 0.0)
    for operator, operands in operators(sheet):
        numbers = [float(n) for n in operands] if operator in {"RG", "m", "l"} else []
        if operator == "RG":
            stroke = numbers
        elif operator == "m":
            start = (numbers[0], numbers[1])
        elif operator == "l" and stroke == pytest.approx(colour, abs=0.01):
            lines.append((*start, numbers[0], numbers[1]))
    boxes = []
    for number in range(0, len(lines), 4):
        top, bottom, left, right = lines[number : number + 4]
        boxes.append((left[0], bottom[1], right[0], top[1]))
    return boxes


# ---------------------------------------------------------------------- what it says


def test_a_good_file_has_a_sheet_that_says_so_with_what_was_measured() -> None:
    text = said(sheet_of(good_press_file()))
    assert "PREFLIGHT REPORT" in text
    assert "issue.pdf" in text
    assert "Passed, with warnings of 1 check Proves PDF/X-4 and the printer's limits." in text
    for label, value in (
        ("Trim", "120 × 150 mm"),
        ("Bleed", "3 mm"),
        ("PDF", "1.6"),
        ("Printing condition", "FOGRA39"),
        ("Inks", "CMYK + spot PANTONE 871 C"),
        ("Fonts", "2"),
        ("Most ink A", "214 %"),
        ("Coarsest picture B", "323 ppi"),
        ("Smallest type C", "10 pt"),
    ):
        assert label in text
        assert value in text
    assert "page 1; at most 300 %" in text
    assert (
        "Offset on coated paper: ink 300 % as the mean of 15 mm²; pictures 150 ppi (better 225); line art 550 ppi;"
        in text
    )
    assert "All pages" in text


def test_the_sheet_names_the_file_by_its_whole_digest() -> None:
    data = good_press_file()
    assert sha256(data).hexdigest() in said(sheet_of(data)).replace(" ", "")


def test_a_wrong_file_has_a_sheet_with_what_is_wrong_where_and_by_which_clause() -> None:
    data = HEAVY.made_of(good_press_file())
    verdict = preflight(data, PRESS)
    (heavy,) = [result for result in verdict.failures if result.check == "total-ink"]
    sheet = report_sheet("issue.pdf", data, verdict, sources={heavy: Span("issues/one/articles/a.md", 14, 3)})
    proved(sheet)
    text = said(sheet)
    assert "Failed: 1 check Does not prove PDF/X-4 and the printer's limits." in text
    assert "There is too much ink in one place." in text
    assert "issues/one/articles/a.md:14:3" in text
    assert "1 340 % 300 % press ink.most" in text
    assert "Where it is" in text


def test_verdicts_differ_in_words_and_not_in_colour_alone() -> None:
    good, wrong = sheet_of(good_press_file()), sheet_of(HEAVY.made_of(good_press_file()))
    assert "Passed" in said(good)
    assert "Failed" not in said(good)
    assert "Failed" in said(wrong)
    assert "Passed" not in said(wrong)


def test_a_screen_file_is_told_by_its_own_standards() -> None:
    data = good_file()
    sheet = report_sheet("issue.pdf", data, preflight(data, SCREEN))
    proved(sheet)
    text = said(sheet)
    assert "Proves PDF/UA-1 and PDF/A-2a." in text
    assert "1.7" in text
    assert "Most ink" not in text
    assert len(pictures(sheet)) == 8


def test_warnings_stand_below_errors_and_do_not_fail_a_file() -> None:
    data = good_press_file()
    sheet = report_sheet("issue.pdf", data, preflight(data, PRESS, COARSE), profile=COARSE)
    text = said(sheet)
    assert "Passed, with warnings of 1 check" in text
    assert "Warnings" in text
    assert "Errors" not in text
    assert "A picture is somewhat coarse. 1 323 ppi 400 ppi press pictures" in text
    assert "The printer’s own: ink 300 %" in text


def test_a_listener_hears_the_whole_sheet_in_order() -> None:
    heard = read_aloud(sheet_of(HEAVY.made_of(good_press_file()))).heard
    headings = [one.text for one in heard if one.kind == "heading"]
    assert headings == ["issue.pdf", "Failed: 1 check", "Where it is"]
    rows = [one.cells for one in heard if one.kind == "row"]
    assert ("Errors", "Page", "Found", "Wanted", "Clause") in rows
    assert any("There is too much ink in one place." in row[0] and row[1:3] == ("1", "340 %") for row in rows)
    assert [one.text for one in heard if one.kind == "picture"] == ["Page 1, with 1 marked", "1 from near"]


# ---------------------------------------------------------------------- places


def test_a_fault_is_framed_at_its_place_on_the_page() -> None:
    data = HEAVY.made_of(good_press_file())
    (box,) = [result.box for result in preflight(data, PRESS).failures if result.check == "total-ink"]
    assert box
    assert 59 < box.left < box.right < 101
    assert HEIGHT - 101 < box.top < box.bottom < HEIGHT - 59
    sheet = sheet_of(data)
    (left, bottom, right, top), near = pictures(sheet)
    scale = (right - left) / (WIDTH + 2 * BLEED)
    assert (top - bottom) / scale == pytest.approx(HEIGHT + 2 * BLEED, abs=1)
    frame, close = frames(sheet, RED.srgb)
    middle = ((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2)
    assert middle[0] == pytest.approx(left + ((box.left + box.right) / 2 + BLEED) * scale, abs=0.6)
    assert middle[1] == pytest.approx(top - ((box.top + box.bottom) / 2 + BLEED) * scale, abs=0.6)
    assert frame[2] - frame[0] == pytest.approx(max(box.width * scale, 9), abs=0.6)
    assert (close[0] + close[2]) / 2 == pytest.approx((near[0] + near[2]) / 2, abs=0.6), "in the middle of the close-up"
    assert close[2] - close[0] > frame[2] - frame[0]


def test_a_place_that_is_large_needs_no_look_from_near() -> None:
    fault = Result("a", "A", "press a", State.FAIL, "It is wrong.", 1, Box(10, 10, 200, 150))
    sheet = report_sheet("a.pdf", document(blank), Verdict(("press",), (fault,), 1))
    assert len(pictures(sheet)) == len(frames(sheet, RED.srgb)) == 1


def test_only_the_pages_that_something_is_wrong_with_are_shown_of_a_file_that_failed() -> None:
    data = document(*[blank] * 12)
    faults = tuple(
        Result("a", "A", "press a", State.FAIL, "It is wrong.", page, Box(10, top, 20, 20))
        for page, top in ((3, 10), (7, 40), (7, 90))
    )
    sheet = report_sheet("a.pdf", data, Verdict(("press",), faults, 12))
    proved(sheet)
    alts = [one.text for one in read_aloud(sheet).heard if one.kind == "picture"]
    close = [f"{number} from near" for number in (1, 2, 3)]
    assert alts == ["Page 3, with 1 marked", "Page 7, with 2 and 3 marked", *close]
    assert len(frames(sheet, RED.srgb)) == 6


def test_what_has_no_place_is_told_by_its_number_beside_the_page() -> None:
    fault = Result("a", "A", "press a", State.FAIL, "It is wrong.", 2)
    sheet = report_sheet("a.pdf", document(blank, blank), Verdict(("press",), (fault,), 2))
    assert [one.text for one in read_aloud(sheet).heard if one.kind == "picture"] == ["Page 2"]
    assert frames(sheet, RED.srgb) == []
    assert "2 1" in said(sheet)


# ---------------------------------------------------------------------- room


@pytest.mark.parametrize("count", [2, 30, 400])
def test_there_is_one_page_however_much_is_wrong_and_it_counts_the_rest(count: int) -> None:
    data = document(*[blank] * 40)
    faults = tuple(
        Result(
            f"check-{number % 7}",
            "A check",
            "press a.very-long.key-of-a-profile",
            State.FAIL,
            f"Something of the kind {number} is wrong here, and it takes quite a few words to say so at length. " * 2,
            number % 40 + 1,
            Box(number % 200, 5, 60, 30),
            "much more than there should be of it",
            "less",
            list(Severity)[number % 3],
        )
        for number in range(count)
    )
    sheet = report_sheet("a.pdf", data, Verdict(("press",), faults, 40), command="digest preflight a.pdf")
    proved(sheet)
    rows = [one for one in read_aloud(sheet).heard if one.kind == "row" and not all(one.heads)]
    assert 2 <= len(rows) <= count
    text = said(sheet)
    if len(rows) < count:
        assert f"And {count - len(rows)} more lines like these: digest preflight a.pdf" in text
    else:
        assert "more line" not in text


def test_the_first_fault_of_every_check_is_listed_before_the_second_of_any() -> None:
    faults = [Result("many", "A", "press a", State.FAIL, f"Many {n}.", 1) for n in range(60)]
    faults.append(Result("one", "B", "press b", State.FAIL, "Only one.", 1))
    text = said(report_sheet("a.pdf", document(blank), Verdict(("press",), tuple(faults), 1)))
    assert text.index("Only one.") < text.index("Many 1.")


def test_the_worst_of_a_check_is_listed_first_and_named_beside_what_was_measured() -> None:
    faults = [
        Result("total-ink", "A", "press ink", State.FAIL, "Too much.", n, None, f"{300 + n} %") for n in range(1, 9)
    ]
    measures = (("total-ink", Measure("308 %", "300 %", 8)),)
    text = said(report_sheet("a.pdf", document(*[blank] * 8), Verdict(("press",), tuple(faults), 8, measures)))
    assert "Most ink 1 308 % page 8; at most 300 %" in text
    assert "1 Too much. 8 308 %" in text
    assert "2 Too much. 1 301 %" in text


@pytest.mark.parametrize("count", [1, 2, 3, 48, 300])
def test_as_many_pages_as_have_room_are_shown_of_a_file_that_passed(count: int) -> None:
    data = document(*[blank] * count)
    verdict = Verdict(("ua1",), (Result("a", "A", "UA-1 7", State.PASS),), count)
    sheet = report_sheet("a.pdf", data, verdict)
    proved(sheet)
    shown = pictures(sheet)
    text = said(sheet)
    assert "All pages" in text if len(shown) == count else f"The first {len(shown)} of {count} pages" in text
    assert len(shown) == count or count == 300
    for left, bottom, right, top in shown:
        assert 42 <= left < right <= 553.5
        assert 40 < bottom < top < 700


@pytest.mark.parametrize("spreads", [True, False])
@given(count=st.integers(1, 400), width=st.floats(100, 600), height=st.floats(60, 700), aspect=st.floats(0.3, 3))
def test_thumbnails_lie_in_their_area_and_not_on_one_another(
    count: int, width: float, height: float, aspect: float, *, spreads: bool
) -> None:
    area = Box(20, 30, width, height)
    grid = Grid.of(range(1, count + 1), area, aspect, spreads=spreads)
    corners = [grid.corner(slot, area) for slot in grid.slots]
    assert [slot.page for slot in grid.slots] == list(range(1, len(grid.slots) + 1))
    assert len(set(corners)) == len(corners)
    for left, top in corners:
        assert left >= area.left - 0.01
        assert left + grid.width <= area.right + 0.01
        assert top + grid.height <= area.bottom + 0.01
    lefts = sorted({left for left, _ in corners})
    assert all(b - a >= grid.width for a, b in pairwise(lefts))


@given(st.text(max_size=60), st.floats(20, 200))
@settings(max_examples=60)
def test_what_is_cut_has_room(text: str, room: float) -> None:
    look = Look(8.0)
    for cut in (look.cut(text, room), look.cut_before(text, room), look.cut_within(text, room)):
        assert look.width(cut) <= room
    assert len(look.broken(text, room, 2)) <= 2
    assert all(look.width(line) <= room for line in look.broken(text, room, 2))


# ---------------------------------------------------------------------- anything


def test_the_same_file_gives_the_same_bytes_dated_as_it_is() -> None:
    data = good_press_file()
    sheet = sheet_of(data)
    assert sheet == sheet_of(data)
    assert b"<xmp:CreateDate>2023-07-10T12:00:00+00:00</xmp:CreateDate>" in sheet


@pytest.mark.parametrize("data", [b"", b"no PDF", good_press_file()[:40_000]])
def test_what_cannot_be_read_has_a_sheet_all_the_same(data: bytes) -> None:
    sheet = sheet_of(data)
    text = said(sheet)
    assert "Failed: 1 check" in text
    assert "The file cannot be read" in text or "It cannot" in text
    assert pictures(sheet) == []
    assert sheet == sheet_of(data)


@pytest.mark.parametrize(
    "name", ["a" * 300 + ".pdf", "выпуск №2.pdf", "発行 2023.pdf", "a\tb\x00.pdf", "\u202efdp.pdf", "\udcff.pdf"]
)
def test_any_name_is_set(name: str) -> None:
    proved(report_sheet(name, good_press_file(), preflight(good_press_file(), PRESS)))


def test_a_page_that_cannot_be_drawn_leaves_its_frame_empty() -> None:
    with pikepdf.open(BytesIO(document(blank, blank))) as pdf:
        pdf.pages[1].obj.TrimBox = [0, 0, 0, 200]
        stream = BytesIO()
        pdf.save(stream)
    faults = tuple(Result("a", "A", "press a", State.FAIL, "It is wrong.", page) for page in (1, 2))
    sheet = report_sheet("a.pdf", stream.getvalue(), Verdict(("press",), faults, 2))
    proved(sheet)
    assert len(pictures(sheet)) >= 1


def test_the_pages_that_were_drawn_are_told_as_they_come() -> None:
    told: list[tuple[int, int]] = []
    sheet_of(good_press_file(), advance=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_place_beyond_the_page_is_framed_at_its_edge() -> None:
    fault = Result("a", "A", "press a", State.FAIL, "It is wrong.", 1, Box(9000, -9000, 5, 5))
    sheet = report_sheet("a.pdf", document(blank), Verdict(("press",), (fault,), 1))
    (_, _, right, top), frame = pictures(sheet)[0], frames(sheet, RED.srgb)[0]
    assert frame[0] <= right <= frame[2]
    assert frame[1] <= top <= frame[3]


def test_the_sheet_can_be_drawn_by_others() -> None:
    with pypdfium2.PdfDocument(sheet_of(HEAVY.made_of(good_press_file()))) as pdf:
        image = pdf[0].render(scale=1).to_pil().convert("RGB")
    assert image.size == (596, 842)
    assert len({image.getpixel((x, 130)) for x in range(45, 550)}) > 5


def test_what_was_found_where_it_was_measured_has_its_number_and_no_letter_besides() -> None:
    data = good_press_file()
    sheet = report_sheet("issue.pdf", data, preflight(data, PRESS, COARSE), profile=COARSE)
    assert "Coarsest picture 1" in said(sheet)
    first, *_ = [one.text for one in read_aloud(sheet).heard if one.kind == "picture"]
    assert first == "Page 1, with 1 and A marked"
