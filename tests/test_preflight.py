"""The judge: what a verdict holds, how findings are made of it, and files of other people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.preflight import CHECKS, STANDARDS, Result, State, preflight, report_on
from tests.good_file import good_file
from tests.mutants import STRUCTURE, saved, tagged
from tests.pdf_samples import blank, document
from tests.pdf_samples import opened as plain

MUTANTS = {mutant.name: mutant for mutant in STRUCTURE}


def judged(name: str) -> list[Result]:
    """What stands against a mutant."""
    return list(preflight(MUTANTS[name].made_of(good_file())).failures)


def test_every_check_has_a_name_of_its_own_and_a_clause() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.clauses and {name for name, _ in check.clauses} <= set(STANDARDS) for check in CHECKS)


def test_each_standard_is_judged_by_its_own_checks() -> None:
    access, archive = (preflight(good_file(), (name,)) for name in ("ua1", "2a"))
    assert access.passed
    assert archive.passed
    assert all("A-2" not in result.clause for result in access.results)
    assert {"claim-a"} <= {result.check for result in archive.results} - {result.check for result in access.results}


def test_an_unknown_standard_is_refused() -> None:
    with pytest.raises(ValueError, match="ua9"):
        preflight(good_file(), ("ua9",))


def test_checks_without_anything_to_look_at_do_not_apply() -> None:
    states = {result.check: result.state for result in preflight(good_file()).results}
    assert states["layers"] is State.NONE
    assert states["tagged"] is State.PASS


def test_a_failure_tells_the_page_the_place_and_what_was_wanted() -> None:
    (loose,) = judged("content without a tag")
    assert (loose.check, loose.clause, loose.page) == ("tagged", "UA-1 7.1, A-2 6.7.2.1", 5)
    skipped = next(result for result in judged("a skipped heading") if result.check == "heading-levels")
    assert (skipped.value, skipped.limit) == ("H5", "H3")
    link = next(result for result in judged("a link that does not say what it is") if result.check == "descriptions")
    assert link.box
    assert 0 < link.box.top < 842


def test_a_file_that_is_none_is_not_passed() -> None:
    for data in (b"", b"no PDF", good_file()[:3000]):
        verdict = preflight(data)
        assert not verdict.passed
        assert [result.check for result in verdict.failures] == ["file"]


def test_a_file_that_claims_nothing_is_told_all_that_it_lacks() -> None:
    failed = {result.check for result in preflight(document(blank)).failures}
    assert {"marked", "structure", "claim-ua", "claim-a"} <= failed


def test_many_troubles_of_one_kind_are_told_in_part() -> None:
    with plain(good_file()) as pdf:
        for page in pdf.pages:
            for note in page.obj.get("/Annots", ()):
                del note["/Contents"]
            page.obj.Contents = pdf.make_stream(b"".join(b"%d 0 1 1 re f\n" % n for n in range(3)) * 20)
        verdict = preflight(saved(pdf))
    of_tags = [result for result in verdict.failures if result.check == "tagged"]
    assert 0 < len(of_tags) <= 26


def test_findings_of_a_verdict_name_the_claim_the_clause_and_the_page() -> None:
    report = report_on(preflight(MUTANTS["content without a tag"].made_of(good_file())), "issue.pdf")
    (finding,) = report.findings
    assert finding.code == "E701"
    assert finding.page == "5"
    assert "PDF/UA-1 and PDF/A-2a" in finding.message
    assert "UA-1 7.1" in finding.message
    assert not report_on(preflight(good_file()), "issue.pdf").findings


def test_what_keeps_many_checks_from_their_work_is_one_finding() -> None:
    with plain(good_file()) as pdf:
        tagged("/Gone gs")(pdf)
        verdict = preflight(saved(pdf))
    assert {"tagged", "widths", "device-colours"} <= {result.check for result in verdict.failures}
    assert len(report_on(verdict, "issue.pdf").findings) == 1


@settings(max_examples=60)
@given(st.data())
def test_no_byte_of_a_file_changed_makes_the_judge_fail_to_judge(data: st.DataObject) -> None:
    good = bytearray(good_file())
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    verdict = preflight(bytes(good))
    assert verdict.results
