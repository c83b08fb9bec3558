"""What the page composer costs on top of setting the type, and whether that grows with the articles and no faster.

One issue is planned and fitted, then the same with its articles 4 and 16 times over, in this process, after a round
that nobody measures. What is counted are seconds of one core, less those in which type is set.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from time import process_time
from types import FunctionType
from typing import Any
from unittest.mock import patch

from pipeline import galley
from pipeline.issue import Issue, load
from pipeline.paginate.maker import Maker
from pipeline.project import Project
from tests.house import ROOT

TIMES = (1, 4, 16)
RUNS = 3
MOST = 0.5  # seconds of one core for the sample
# Of the time to an article: of type and composer, 16 times the articles against 1 (17 times the time, as the design has
# it); of the composer alone, 16 times against 4. It has less to do for the first articles of an issue, because few page
# counts are to be followed there.
STEEPEST, STEEPEST_ALONE = 17 / 16, 1.06
ARITHMETIC = {"depth", "merged", "stacked"}  # of the galley's doors, those that set no type


@dataclass(frozen=True, slots=True)
class Composed:
    """How many articles were made up, and the seconds of one core that type and composer took."""

    articles: int
    type: float
    composer: float

    @property
    def whole(self) -> float:
        """Both."""
        return self.type + self.composer


class TypeClock:
    """Counts the seconds spent in setting type, from its first door to its last."""

    def __init__(self) -> None:
        self.seconds, self._deep = 0.0, 0

    def counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted unless it was called by one that is counted."""

        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self._deep += 1
            began = process_time() if self._deep == 1 else 0.0
            try:
                return function(*args, **kwargs)
            finally:
                self._deep -= 1
                if not self._deep:
                    self.seconds += process_time() - began

        return timed

    @contextmanager
    def running(self) -> Iterator[None]:
        """While it runs, the doors of the galley are counted wherever copyfitting and page making know them."""
        doors = {getattr(galley, name) for name in set(galley.__all__) - ARITHMETIC}
        functions = {door for door in doors if isinstance(door, FunctionType)}
        places: list[tuple[Any, str]] = [
            (owner, name)
            for owner in (galley.Typesetter, galley.Body)
            for name, value in vars(owner).items()
            if isinstance(value, FunctionType) and not name.startswith("_")
        ]
        for module, found in sorted(sys.modules.items()):
            if module.startswith(("pipeline.copyfit", "pipeline.paginate")):
                places += [(found, name) for name, value in list(vars(found).items())
                       if isinstance(value, FunctionType) and value in functions]  # fmt: skip
        patches = [patch.object(owner, name, self.counted(getattr(owner, name))) for owner, name in places]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()


def composed(issue: Issue) -> Composed:
    """Plans and fits the issue with no memory of an earlier time."""
    assert issue.layout
    gc.collect()  # what an earlier time left behind is no business of this one
    maker, clock = Maker(issue, issue.layout, None, ""), TypeClock()
    budget = maker._budget()
    vars(maker)["_budget"] = lambda: budget  # the pages of other masters are no business of the composer
    with clock.running():
        began = process_time()
        assert maker.laid
        seconds = process_time() - began
    return Composed(sum(len(copies) for copies in maker.copies), clock.seconds, seconds - clock.seconds)


def many(issue: Issue, times: int) -> Issue:
    """The issue with its articles so many times over, on as many pages as they need."""
    sections = tuple(
        replace(
            section,
            articles=tuple(
                replace(article, path=article.path.replace(".md", f"-{number}.md"))
                for number in range(times)
                for article in section.articles
            ),
        )
        for section in issue.sections
    )
    pages = issue.manifest.pages.model_copy(update={"at_most": None})
    manifest = issue.manifest.model_copy(update={"pages": pages, "adverts": ()})
    return replace(issue, sections=sections, manifest=manifest)


def show(name: str) -> int:
    """Prints the table and what is to be said of it; exit code 0."""
    issue, report = load(Project.around(ROOT), name)
    if issue is None or issue.layout is None or report.refuses:
        raise SystemExit("\n".join(map(str, report)))
    gc.disable()  # as the command does
    print(f"Page composer, layout {issue.layout.record.name}: seconds of one core, best of {RUNS}\n")
    composed(issue)
    print("  articles    type  composer  composer to an article")
    found = []
    for times in TIMES:
        one = min((composed(many(issue, times)) for _ in range(RUNS)), key=lambda c: c.composer)
        found.append(one)
        each = one.composer / one.articles
        print(f"  {one.articles:8}  {one.type:6.2f}  {one.composer:8.2f}  {each * 1000:6.1f} ms")
    least, middle, most = found
    growth = (most.whole / most.articles) / (least.whole / least.articles)
    alone = (most.composer / most.articles) / (middle.composer / middle.articles)
    for text, value, bound in (
        ("composer of the issue, seconds", least.composer, MOST),
        (f"type and composer to an article, {TIMES[2]} times the articles against 1", growth, STEEPEST),
        (f"composer to an article, {TIMES[2]} times the articles against {TIMES[1]}", alone, STEEPEST_ALONE),
    ):
        print(f"\n  {'ok  ' if value <= bound else 'OVER'}  {text}: {value:.2f}, at most {bound:.2f}", end="")
    print()
    return 0
