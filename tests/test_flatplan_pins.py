"""Pins on the sample: what is pinned stays when other articles change, and what is not moves no more than it must."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.article import Article, read_article
from pipeline.build import build
from pipeline.copyfit import Copy
from pipeline.diagnostic import Finding
from pipeline.flatplan import EMPTY, ArticlePlan, Flatplan, Made, flatplan_of
from pipeline.paginate import paginate_again
from pipeline.paginate.maker import Maker
from pipeline.project import ProjectFile
from tests import generated
from tests.fullness import in_layout
from tests.specimen import Specimen

MARKS = ("#", ":", "|", ">", "-", "!", "[", "*")
FEW = (0, 8, 15, 28)


@dataclass(frozen=True)
class Bench:
    """The sample planned once, and its articles set once, for many plans with a change each."""

    sample: Specimen
    flatplan: Flatplan
    copies: tuple[tuple[Copy, ...], ...]
    folder: Path

    @property
    def paths(self) -> list[str]:
        return [plan.article for plan in self.flatplan.articles]

    def pinned(self, *paths: str) -> Flatplan:
        """The flatplan with these pinned."""
        plans = (plan.model_copy(update={"pin": plan.article in paths}) for plan in self.flatplan.articles)
        return self.flatplan.model_copy(update={"articles": tuple(plans)})

    def planned(
        self, flatplan: Flatplan, changed: Mapping[str, Callable[[Article], Article]]
    ) -> tuple[Flatplan, list[Finding]]:
        """The flatplan that follows when some articles are changed, and what is found about pins.

        The line of a pin that is given up stays in the plan: that each article which is not named stands where it is
        pinned is seen from what was made.
        """
        maker = Maker(self.sample.issue, self.sample.layout, None, "", flatplan)
        vars(maker)["copies"] = tuple(tuple(_changed(copy, changed) for copy in section) for section in self.copies)
        pages, _, folios = maker.make(maker.numbers())
        made = [Made(c, p.fitted, int(folios[c.article.path]), p.row) for c, (p, _) in maker.laid.items()]
        found = [finding for finding in maker.findings if finding.code == "W520"]
        stands = flatplan_of(made, self.sample.layout, len(pages), EMPTY)
        pinned = [plan for plan in flatplan.articles if plan.pin]
        moved = [p.article for p in pinned if stands.of(p.article) != p.model_copy(update={"pin": False})]
        assert moved == [p.article for p in pinned if any(f"{p.article} is pinned" in f.message for f in found)]
        foreword = [page.number for page in pages if page.kind == "foreword"]
        return flatplan_of(made, self.sample.layout, len(pages), flatplan, maker.adverts, foreword), found

    def by_words(self, words: int) -> Callable[[Article], Article]:
        """An article with so many words more, or fewer."""

        def change(article: Article) -> Article:
            file = self.sample.issue.files[article.path]
            place = self.folder / "changed.md"
            place.write_text(with_words(file.read_text(), words), encoding="utf-8")
            found, _ = read_article(ProjectFile(file.path, place, place.stat().st_size), article.path)
            assert found
            assert abs(found.words - article.words - words) <= 20 or found.words < article.words / 2, article.path
            return found

        return change


def _changed(copy: Copy, changed: Mapping[str, Callable[[Article], Article]]) -> Copy:
    change = changed.get(copy.article.path)
    return Copy(copy.setter, change(copy.article), copy.pictures, copy.kicker) if change else copy


def with_words(text: str, words: int) -> str:
    """The article with its longest plain paragraph said again, or with the ends of its longest ones cut."""
    front, mark, body = text.partition("\n---\n")
    paragraphs = body.split("\n\n")
    plain = [i for i, p in enumerate(paragraphs) if not p.lstrip().startswith(MARKS) and "[" not in p]
    plain.sort(key=lambda i: -len(paragraphs[i].split()))
    if words > 0:
        again = (paragraphs[plain[0]].rstrip(".\n").split() * words)[:words]
        paragraphs.insert(plain[0], " ".join(again) + ".")
    for index in plain if words < 0 else ():
        own = paragraphs[index].split()
        fewer = min(-words, max(len(own) - 8, 0))
        paragraphs[index] = " ".join(own[: len(own) - fewer])
        words += fewer
    return front + mark + "\n\n".join(paragraphs) + "\n"


@pytest.fixture(scope="module")
def bench(sample: Specimen, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench_of(sample, tmp_path_factory.mktemp("pins"))


def bench_of(sample: Specimen, folder: Path) -> Bench:
    _, report, flatplan = paginate_again(sample.issue, sample.layout, EMPTY)
    assert not report.refuses
    maker = Maker(sample.issue, sample.layout, None, "")
    return Bench(sample, flatplan, maker.copies, folder)


def plan_of(flatplan: Flatplan, path: str) -> ArticlePlan:
    found = flatplan.of(path)
    assert found
    return found


def stays(bench: Bench, index: int, words: int, paths: Sequence[str]) -> None:
    """Each of ``paths``, pinned, is where it was when the article has gained or lost so many words."""
    changed = {bench.paths[index]: bench.by_words(words)}
    for path in paths:
        _, found = bench.planned(bench.pinned(path), changed)
        assert found == [], [str(finding) for finding in found]


@pytest.mark.parametrize("words", [100, -100])
@pytest.mark.parametrize("index", FEW)
def test_a_pinned_article_stays_when_another_gains_or_loses_a_hundred_words(
    bench: Bench, index: int, words: int
) -> None:
    stays(bench, index, words, [bench.paths[index + 1 if index == 0 else index - 1]])


@pytest.mark.slow
@pytest.mark.parametrize("words", [100, -100])
def test_a_pinned_article_stays_whichever_other_gains_or_loses_a_hundred_words(bench: Bench, words: int) -> None:
    """Every article changes in turn: first with all others pinned at once, then with one of them pinned alone.

    What stays while all are held stays when it is held alone, so of all pairs only those are tried where it did not,
    and for every article one more. When all are held there may be no room left at all: then one pin gives way, no more.
    """
    assert len(bench.paths) > 20
    for index, path in enumerate(bench.paths):
        others = [other for other in bench.paths if other != path]
        _, found = bench.planned(bench.pinned(*others), {path: bench.by_words(words)})
        assert len(found) <= 1, [str(finding) for finding in found]
        gave_way = [other for other in others if any(finding.message.startswith(f"{other} ") for finding in found)]
        stays(bench, index, words, [*gave_way, others[index * 7 % len(others)]])


def test_where_pins_cannot_all_be_held_the_fewest_are_given_up(bench: Bench) -> None:
    above, path = bench.paths[3:5]
    assert plan_of(bench.flatplan, above).pages == plan_of(bench.flatplan, path).pages
    others = [other for other in bench.paths if other != path]
    after, (finding,) = bench.planned(bench.pinned(*others), {path: bench.by_words(100)})
    assert finding.code == "W520"
    assert f"{above} is pinned to page 9, but has to make room for what follows it." in finding.message
    assert finding.hint == f"Cut text or photos there, or take the pin away: digest pin --off {above}"
    assert plan_of(after, path).pages == plan_of(bench.flatplan, path).pages


@pytest.mark.slow
def test_an_article_begins_below_others_and_runs_on_before_a_pin_is_given_up(tmp_path: Path) -> None:
    bench = bench_of(in_layout(tmp_path, "2023-q2", "bulletin"), tmp_path)
    index = bench.paths.index("articles/alley-saplings.md")
    path, below = bench.paths[index : index + 2]
    old = plan_of(bench.flatplan, path)
    assert old.pages == plan_of(bench.flatplan, below).pages
    after, found = bench.planned(bench.pinned(below), {path: bench.by_words(100)})
    assert found == []
    assert plan_of(after, path).pages == (old.pages[0] - 1, old.pages[0])
    assert plan_of(after, path).row > 1


def test_nothing_moves_when_nothing_has_changed(bench: Bench) -> None:
    after, found = bench.planned(bench.flatplan, {})
    assert (after, found) == (bench.flatplan, [])


def test_a_few_words_more_change_few_other_articles(bench: Bench) -> None:
    moved = []
    for index in FEW:
        path = bench.paths[index]
        after, _ = bench.planned(bench.flatplan, {path: bench.by_words(12)})
        for old, new in zip(bench.flatplan.articles, after.articles, strict=True):
            if old.article != path:
                same = (old.template, [(p.size, p.column, p.place) for p in old.photos])
                moved.append(same != (new.template, [(p.size, p.column, p.place) for p in new.photos]))
    assert sum(moved) <= len(moved) * 0.1


def test_an_article_that_outgrows_its_pages_loses_its_pin_for_this_build(bench: Bench) -> None:
    path = bench.paths[0]
    before = bench.pinned(path)
    after, (finding,) = bench.planned(before, {path: bench.by_words(450)})
    assert finding.code == "W520"
    assert f"{path} is pinned to page 6, but now needs a second." in finding.message
    assert finding.hint.startswith("Cut about ")
    assert finding.hint.endswith(f"lines, or take the pin away: digest pin --off {path}")
    assert plan_of(after, path) == plan_of(before, path)
    restored, found = bench.planned(after, {})
    assert found == []
    assert plan_of(restored, path) == plan_of(before, path)


def test_a_pin_to_a_page_that_is_out_of_reach_is_a_finding(bench: Bench) -> None:
    path = bench.paths[0]
    for pages, words in (((3,), "but what stands before it runs to page 5"), ((30,), "but what stands before it ends")):
        moved = tuple(
            p.model_copy(update={"pages": pages, "pin": True}) if p.article == path else p
            for p in bench.flatplan.articles
        )
        _, (finding,) = bench.planned(bench.flatplan.model_copy(update={"articles": moved}), {})
        assert words in finding.message


def test_a_pin_is_lost_with_the_photos_that_it_placed(bench: Bench) -> None:
    path = next(p.article for p in bench.flatplan.articles if len(p.photos) > 1)
    fewer = {path: lambda article: replace(article, photos=article.photos[:1])}
    _, (finding,) = bench.planned(bench.pinned(path), fewer)
    assert "but its photos are others now, or in another order." in finding.message


def test_a_changed_layout_frees_all_but_the_pins(bench: Bench) -> None:
    path = bench.paths[4]
    other = bench.pinned(path).model_copy(update={"state": "00000000"})
    after, found = bench.planned(other, {})
    assert found == []
    assert plan_of(after, path).pages == plan_of(other, path).pages
    assert after.state == bench.flatplan.state


@pytest.mark.parametrize("seed", [5, 24, 108])
def test_a_second_build_of_any_issue_is_the_first_one_again(tmp_path: Path, seed: int) -> None:
    project = generated.Issue.of(seed).write(tmp_path)
    first = build(project, "2023-q2")
    assert first.document, [str(finding) for finding in first.report]
    (tmp_path / "issues/2023-q2/flatplan.yaml").write_text(first.flatplan, encoding="utf-8")
    second = build(project, "2023-q2")
    assert second.document == first.document
    assert second.flatplan == ""
    assert second.report == first.report
