"""The comparison with a peer is fair: the peer's document holds the same words, photos and links."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from pipeline.page import Makeup
from pipeline.project import Project
from tests.bench.document import typst_document
from tests.bench.measure import Job, alternately, medians
from tests.commandline import CommandLine


@pytest.fixture
def peer(newsletter: CommandLine) -> tuple[str, Project]:
    """The new issue as a Typst document."""
    project = Project.around(newsletter.folder)
    issue, _ = load(project, "2026-q4")
    assert issue is not None
    makeup, _ = make_up(project, issue, BuildOptions())
    assert isinstance(makeup, Makeup)
    return typst_document(issue, makeup), project


def test_the_peer_s_document_holds_every_word_photo_and_link(peer: tuple[str, Project]) -> None:
    document, project = peer
    issue, _ = load(project, "2026-q4")
    assert issue is not None
    for article in issue.articles():
        for passage in article.passages():
            for inline in passage:
                assert inline.text.replace('"', '\\"') in document
                assert inline.href in document
    assert set(issue.pictures) <= set(re.findall(r"photos/[\w-]+\.jpg", document))


def test_jobs_are_run_in_turns_and_told_apart(tmp_path: Path) -> None:
    log = tmp_path / "log"
    jobs = [
        Job(name, (sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})"), tmp_path) for name in ("a", "b")
    ]
    costs = alternately(jobs, 2)
    assert log.read_text(encoding="utf-8") == "ababab"
    assert [len(found) for found in costs.values()] == [2, 2]
    assert medians(costs["a"]).seconds > 0


def test_a_job_that_fails_says_why(tmp_path: Path) -> None:
    job = Job("bad", (sys.executable, "-c", "raise SystemExit('no luck')"), tmp_path)
    with pytest.raises(RuntimeError, match="bad: no luck"):
        job.run()
