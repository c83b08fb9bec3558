"""What tags cost: the time that they add to a build of the sample, and the size that they add to its text alone.

The same makeup is painted and finished with its structure and without, in turns, in this process. The share of time
is of all that a build does (loading, page making, photos as they are, painting, finishing), in seconds of one core.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import median
from time import process_time

from pipeline.build import BuildOptions, make_up
from pipeline.edition import screen_edition
from pipeline.issue import Issue, load
from pipeline.page import Makeup, PictureItem, SuppliedItem
from pipeline.paint import paint
from pipeline.pdf import Metadata
from pipeline.project import Project
from pipeline.screen import finish
from pipeline.structure import Structure, structure
from tests.house import ROOT

RUNS = 5
MOST_TIME, MOST_SIZE = 1.25, 1.15


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds of one core for a build and for what tags take of it, and bytes of its text with tags and without."""

    build: float
    tags: float
    tagged: int
    untagged: int


def text_alone(makeup: Makeup) -> Makeup:
    """The pages without their pictures."""
    pages = tuple(
        replace(page, items=tuple(i for i in page.items if not isinstance(i, PictureItem | SuppliedItem)))
        for page in makeup.pages
    )
    return replace(makeup, pages=pages)


def document(issue: Issue, makeup: Makeup, made: Structure | None) -> bytes:
    """The text of an issue as a finished PDF, tagged by its structure if there is one."""
    metadata = Metadata(issue.manifest.publication.title, issue.manifest.language, datetime(2023, 7, 10, tzinfo=UTC))
    return finish(paint(makeup, {}, metadata, made).data)


def sizes(issue: Issue, makeup: Makeup) -> tuple[int, int]:
    """Bytes of the text of an issue with tags and without."""
    text = text_alone(makeup)
    return len(document(issue, text, structure(issue, text))), len(document(issue, text, None))


def measured(project: Project, name: str) -> Costs:
    """The costs of the issue of that name, which must be loadable."""
    issue, report = load(project, name)
    if issue is None or report.refuses:
        raise SystemExit("\n".join(map(str, report)))
    makeup, _ = make_up(project, issue, BuildOptions())
    text = text_alone(makeup)

    def build() -> None:
        again, _ = load(project, name)
        assert again
        pages, _ = make_up(project, again, BuildOptions())
        screen_edition(project, again, pages, original=True)

    jobs: tuple[Callable[[], object], ...] = (
        build,
        lambda: document(issue, text, structure(issue, text)),
        lambda: document(issue, text, None),
    )
    times = zip(*([_timed(job) for job in jobs] for _ in range(RUNS)), strict=True)
    whole, tagged, untagged = map(median, times)
    return Costs(whole, tagged - untagged, *sizes(issue, makeup))


def _timed(job: Callable[[], object]) -> float:
    began = process_time()
    job()
    return process_time() - began


def show(name: str) -> int:
    """Prints what tags cost; exit code 0."""
    costs = measured(Project.around(ROOT), name)
    time, size = costs.build / (costs.build - costs.tags), costs.tagged / costs.untagged
    print(f"Tags, medians of {RUNS} runs\n")
    print(f"  time  {costs.tags:6.3f} s of {costs.build:.3f} s: {time:.2f} times a build without (at most {MOST_TIME})")
    print(f"  size  {costs.tagged:6} for {costs.untagged} bytes of text: {size:.2f} times (at most {MOST_SIZE})")
    return 0
