"""A finished edition read back in its build: what fails refuses it, at its line; what is remarked is told once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.build import BuildOptions, Document, build
from pipeline.colour_management import most_ink_of, offset_press
from pipeline.diagnostic import Finding, Severity, Span
from pipeline.preflight import Result, State, Verdict, remarks_on
from pipeline.press import Order
from tests.issue_desk import NAME, Desk
from tests.press_desk import FULL_BLEED, MANIFEST, issue_of, photo, pressed
from tests.test_press_findings import AT_THE_CUT, IN_CMYK, supplied

HEAVY = b" .85 .85 .85 .85 k 60 60 40 40 re f"
THIN = b" .1 w 0 0 0 1 K 50 50 m 90 50 l S"


def advertised(desk: Desk, content: bytes, **changes: Any) -> Desk:
    """An issue with an advert of this content; ``changes`` are merged into its layout."""
    manifest = MANIFEST + "adverts: [{file: adverts/a.pdf, alt: An advert., after: articles/almaty.md}]\n"
    return issue_of(desk, FULL_BLEED, manifest=manifest, **changes).photo("adverts/a.pdf", supplied(IN_CMYK + content))


def refusals(desk: Desk) -> list[Finding]:
    """What keeps a press edition from being made; nothing where it is made."""
    outcome = pressed(desk)
    found = [finding for finding in outcome.report if finding.code == "E701"]
    assert (outcome.document is None) == bool(found), [str(finding) for finding in outcome.report]
    return found


@pytest.mark.parametrize(
    "content, said",
    [
        pytest.param(HEAVY, "adverts/a.pdf: There is too much ink in one place; 340 %", id="ink"),
        pytest.param(THIN, "adverts/a.pdf: A line is too thin; 0.1 pt", id="a hairline"),
    ],
)
def test_a_press_edition_that_its_printer_would_reject_is_refused_at_its_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (refusal,) = refusals(advertised(Desk(tmp_path.resolve()), content))
    assert said in refusal.message
    assert str(refusal.span) == f"issues/{NAME}/issue.yaml:10:18"


def test_the_screen_edition_of_the_same_issue_is_made(tmp_path: Path) -> None:
    desk = advertised(Desk(tmp_path.resolve()), HEAVY)
    assert build(desk.project, NAME).document


def test_the_ink_that_the_layout_allows_is_what_is_judged_by(tmp_path: Path) -> None:
    assert refusals(advertised(Desk(tmp_path.resolve()), HEAVY, print={"ink": 345})) == []


def test_a_photo_without_a_limit_of_ink_may_have_what_the_profile_gives(tmp_path: Path) -> None:
    """FOGRA39 lays down more than the 300 % of the usual limit for black."""
    assert most_ink_of(offset_press()) > 300
    desk = issue_of(Desk(tmp_path.resolve()), FULL_BLEED, cover=photo((0, 0, 0)))
    assert refusals(desk) == []


def test_a_picture_coarser_than_the_layout_s_least_is_refused(tmp_path: Path) -> None:
    """The checks of an issue refuse below two thirds of what print needs; the least may be more."""
    (refusal,) = refusals(issue_of(Desk(tmp_path.resolve()), FULL_BLEED, print={"ppi": 330, "least_ppi": 300}))
    assert "photos/cover.jpg is 241 ppi at 126 mm wide; print needs 330" in refusal.message
    assert str(refusal.span) == f"issues/{NAME}/issue.yaml:6:16"


def test_a_photo_that_ends_at_the_cut_is_told_once_as_what_refuses_the_edition(tmp_path: Path) -> None:
    desk = issue_of(Desk(tmp_path.resolve()), AT_THE_CUT, cover=photo(size=(1600, 2000)))
    (refusal,) = refusals(desk)
    assert "ends at the edge of the page" in refusal.message
    assert refusal.hint.startswith("Choose another focus")
    assert "W721" not in {finding.code for finding in pressed(desk).report}


def test_who_asks_is_told_of_a_document_that_is_refused_then(tmp_path: Path) -> None:
    desk = advertised(Desk(tmp_path.resolve()), HEAVY)
    made: list[Document] = []
    outcome = build(desk.project, NAME, BuildOptions(press=Order(), made=made.append))
    assert [document.name for document in made] == [f"{NAME}-press.pdf"]
    assert outcome.document is None


# ---------------------------------------------------------------------- remarks


def remark(check: str, severity: Severity = Severity.WARNING) -> Result:
    """One that a judge might make."""
    return Result(check, "t", "press x", State.FAIL, "It is so.", 2, value="1", limit="2", severity=severity)


def remarked(*results: Result, known: tuple[Finding, ...] = ()) -> list[str]:
    """Remarks on a file all of whose results come from one line."""
    sources = dict.fromkeys(results, Span("articles/a.md", 3))
    return [str(finding) for finding in remarks_on(Verdict(("press",), results, 4), "i.pdf", sources, known)]


def test_warnings_and_advice_are_told_at_their_lines_once_for_each_check() -> None:
    twice = (remark("hairlines"), remark("hairlines"))
    (warning,) = remarked(*twice)
    assert warning.startswith("articles/a.md:3")
    assert "W704" in warning
    assert "It is so [1; wanted: 2] (and 1 more of that kind)." in warning
    (advice,) = remarked(remark("resolution", Severity.ADVICE))
    assert "A705" in advice


@pytest.mark.parametrize(
    "code, line, told", [("W312", 3, 0), ("W312", 4, 1), ("W726", 3, 1)], ids=["told", "elsewhere", "other"]
)
def test_what_is_known_of_a_line_is_not_told_of_it_again(code: str, line: int, told: int) -> None:
    known = Finding(code, "It is so.", Span("articles/a.md", line))
    assert len(remarked(remark("resolution"), known=(known,))) == told


def test_small_type_of_our_own_is_a_remark(tmp_path: Path) -> None:
    outcome = pressed(issue_of(Desk(tmp_path.resolve()), FULL_BLEED, styles={"body": {"size": "3.9pt"}}))
    assert outcome.document
    assert [f.page for f in outcome.report if f.code == "W704" and "Type is very small" in f.message]
