"""The comparison with a peer is fair: the peer's document holds the same words, photos and links."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pipeline.build import BuildOptions, make_up
from pipeline.galley import Typesetter
from pipeline.issue import load
from pipeline.page import Makeup
from pipeline.project import Project
from tests.bench.composer import TypeClock, composed, many
from tests.bench.document import typst_document
from tests.bench.measure import Job, alternately, medians
from tests.bench.tagging import MOST_SIZE, sizes
from tests.commandline import CommandLine
from tests.specimen import Specimen


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


def test_type_that_is_set_within_the_setting_of_type_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([10.0, 13.0])  # a third reading would fail
    monkeypatch.setattr("tests.bench.composer.process_time", lambda: next(ticks))
    clock = TypeClock()
    inner = clock.counted(lambda number: number + 1)
    assert clock.counted(lambda number: 2 * inner(number))(4) == 10
    assert clock.seconds == 3.0


def test_an_issue_many_times_over_is_composed_whole(peer: tuple[str, Project]) -> None:
    issue, _ = load(peer[1], "2026-q4")
    assert issue is not None
    once, thrice = composed(issue), composed(many(issue, 3))
    assert thrice.articles == 3 * once.articles > 0
    assert once.type > 0
    assert once.composer > 0
    doors = (Typesetter.block, Typesetter.lines)
    assert not any(hasattr(door, "__wrapped__") for door in doors), "the clock is left running"


def test_tags_add_no_more_to_the_size_of_a_text_than_they_may(sample: Specimen) -> None:
    tagged, untagged = sizes(sample.issue, sample.makeup)
    assert untagged < tagged <= MOST_SIZE * untagged
