"""Faults planted in a copy of the sample: what the copy desk finds. The clean sample: what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.copydesk import Remark, lint
from pipeline.issue import load
from pipeline.project import Project
from tests.planted import FAULTS, NAME, Fault, copied, line_of, plant

LEAST = 1_000  # words to which a false alarm is counted


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return plant(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def remarks(planted: Project) -> tuple[Remark, ...]:
    return read(planted)


def read(project: Project) -> tuple[Remark, ...]:
    issue, report = load(project, NAME)
    assert issue, [str(finding) for finding in report]
    return lint(project, issue)


def test_there_are_more_than_sixty() -> None:
    assert len(FAULTS) == 62
    assert len({(fault.path, fault.new) for fault in FAULTS}) == 62


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.file}")
def test_each_is_found_on_its_line(fault: Fault, planted: Project, remarks: tuple[Remark, ...]) -> None:
    folder = planted.root / "issues" / NAME
    line = line_of(folder, fault)
    on_line = {
        (remark.finding.code, remark.finding.span.line)
        for remark in remarks
        if remark.finding.span and remark.finding.span.file == f"issues/{NAME}/{fault.path}"
    }
    assert (fault.code, line) in on_line


def test_what_is_said_besides_is_little(planted: Project, remarks: tuple[Remark, ...]) -> None:
    folder = planted.root / "issues" / NAME
    expected = {(f"issues/{NAME}/{fault.path}", line_of(folder, fault)) for fault in FAULTS}
    spans = [(remark.finding.span.file, remark.finding.span.line) for remark in remarks if remark.finding.span]
    assert len([span for span in spans if span not in expected]) <= 6


def test_the_clean_sample_has_next_to_no_false_alarms(tmp_path: Path) -> None:
    copied(tmp_path)
    project = Project.around(tmp_path)
    issue, _ = load(project, NAME)
    assert issue
    words = sum(article.words for article in issue.articles())
    assert len(lint(project, issue)) <= 0.5 * words / LEAST


def test_what_takes_time_is_said_at_once_when_it_was_read_and_nothing_changed(tmp_path: Path) -> None:
    project = plant(tmp_path)

    def codes(*, at_once: bool) -> set[str]:
        issue, _ = load(project, NAME)
        assert issue
        return {remark.finding.code for remark in lint(project, issue, at_once=at_once)}

    slow = {"A274", "A277"}
    assert not codes(at_once=True) & slow
    assert codes(at_once=False) >= slow
    assert codes(at_once=True) >= slow
    words = tmp_path / "dictionaries" / "en_GB.dic"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not codes(at_once=True) & slow
