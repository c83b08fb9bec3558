"""The report sheet of files whose pages are alike, and of those that advertisers send."""

from __future__ import annotations

import re

from pipeline.measure import Box
from pipeline.preflight import PRESS, Result, State, Verdict, preflight, read_aloud
from pipeline.reportsheet import report_sheet
from pipeline.reportsheet.lettering import RED
from tests.pdf_samples import blank, document
from tests.test_preflight_untrimmed import in_rgb
from tests.test_report_sheet import frames, proved, said


def test_a_fault_that_is_alike_on_many_pages_is_one_line_and_marked_on_each() -> None:
    data = document(*[blank] * 12)
    box = Box(10, 10, 20, 20)
    faults = [
        *(Result("a", "A", "press a", State.FAIL, "It is wrong.", page, box, "1 mm") for page in (2, 3, 4, 9)),
        *(Result("b", "B", "press b", State.FAIL, "It is wrong, too.", page) for page in range(1, 13)),
    ]
    sheet = report_sheet("a.pdf", data, Verdict(("press",), tuple(faults), 12))
    proved(sheet)
    text = said(sheet)
    assert "1 It is wrong. 2-4, 9 1 mm" in text
    assert "2 It is wrong, too. 1-12" in text
    assert "more line" not in text
    alts = [one.text for one in read_aloud(sheet).heard if one.kind == "picture"]
    assert len(alts) == 13
    assert alts[-1] == "1 from near", "once"
    assert len(frames(sheet, RED.srgb)) == 5


def test_rgb_has_no_ink_that_could_be_told() -> None:
    alone = said(report_sheet("a.pdf", in_rgb(), preflight(in_rgb(), PRESS)))
    assert "Most ink unknown RGB is not counted" in alone
    assert "Trim 210 × 297 mm no TrimBox" in alone
    assert re.search(r"Bleed \d+ unknown at least 3 mm", alone), "with the number of the fault"
    mixed = in_rgb("1 0.5 0 0")
    assert "150 % page 1; RGB is not counted" in said(report_sheet("a.pdf", mixed, preflight(mixed, PRESS)))
