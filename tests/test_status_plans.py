"""Articles that are planned: what a manifest may say of them, and that an issue is made without them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.build import build
from pipeline.flatplan import EMPTY
from pipeline.importers.listing import with_article
from pipeline.issue import check
from pipeline.manifest import Manifest, Planned
from pipeline.record import read_record
from pipeline.starter import Quarter, planned_manifest
from pipeline.status import status_of
from pipeline.yamlfile import parse
from tests.issue_desk import NAME, Desk, jpeg
from tests.test_manifest import GUIDE

PLANNED = """\
    planned:
      - A title alone
      - {title: "The railway", article: articles/railway.md, owner: "B. Lee", due: 2023-06-01, length: 600}
  - month: 2023-05
    planned: [One of May]
"""
SECOND = "---\ntitle: The railway\ndate: 2023-04-08\n---\nTrains run.\n"


def read(text: str) -> Manifest:
    manifest, findings = read_record(Manifest, parse(text, "issue.yaml"))
    assert manifest, [str(finding) for finding in findings]
    return manifest


def test_planned_articles_are_advice_and_the_issue_is_built_without_them(desk: Desk) -> None:
    desk.with_more(PLANNED)
    assert desk.findings() == [
        (
            "issue.yaml:9:9  A280  “A title alone”, “The railway” are planned and not among the articles yet;"
            " the issue is made without.  When the text has come, list it under articles:"
        ),
        (
            "issue.yaml:12:15  A280  “One of May” is planned and not among the articles yet;"
            " the issue is made without.  When the text has come, list it under articles:"
        ),
    ]
    assert [section.month for section in desk.issue().sections] == [date(2023, 4, 1)]
    desk.photo("photos/cover.jpg", jpeg(2600, 3700))
    desk.manifest((desk.root / "issues/2023-q2/issue.yaml").read_text().replace("layout: plain\n", ""))
    outcome = build(desk.project, NAME)
    assert outcome.document, [str(finding) for finding in outcome.report]
    assert outcome.document.words == 6


def test_an_article_that_is_listed_is_no_longer_planned(desk: Desk) -> None:
    desk.with_more(PLANNED).article(SECOND, "railway.md")
    text = (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")
    desk.manifest(text.replace("[articles/almaty.md]", "[articles/almaty.md, articles/railway.md]"))
    assert [plan.title for _, plan in desk.issue().planned()] == ["A title alone", "One of May"]


def test_a_plan_that_names_no_file_is_known_by_its_title(desk: Desk) -> None:
    desk.with_more('    planned:\n      - {title: "the Railway", owner: "B. Lee"}\n      - Another\n')
    text = (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")
    desk.manifest(text.replace("[articles/almaty.md]", "[articles/almaty.md, articles/railway.md]"))
    desk.article(SECOND, "railway.md")
    issue = desk.issue()
    assert [plan.title for _, plan in issue.planned()] == ["Another"]
    lines = status_of(issue, check(issue), EMPTY, date(2023, 6, 2)).lines
    assert [(line.title, line.owner, line.state) for line in lines[1:]] == [
        ("The railway", "B. Lee", "draft"),
        ("Another", "", "planned"),
    ]


def test_a_section_needs_articles_or_plans(desk: Desk) -> None:
    desk.changed("    articles: [articles/almaty.md]\n", "")
    assert desk.findings()[0] == (
        "issue.yaml:6:5  E123  sections 1: a section needs articles: [articles/almaty.md], or planned: with the"
        " titles of what is to come."
    )


def test_an_issue_of_plans_alone_is_checked_and_not_built(desk: Desk) -> None:
    desk.changed("articles: [articles/almaty.md]", "planned: [News]")
    assert desk.findings()[0] == (
        "issue.yaml:6:5  E281  No article is there yet: all are planned."
        "  List the first one that has come: articles: [articles/almaty.md]"
    )
    assert build(desk.project, NAME).document is None


def test_what_hangs_on_a_planned_article_waits(desk: Desk) -> None:
    desk.photo("adverts/bank.jpg").with_more(
        PLANNED + 'adverts: [{file: adverts/bank.jpg, after: articles/railway.md, alt: "A bank."}]\n'
        "fillers: [{pull: articles/railway.md}]\n"
    )
    waits = [finding for finding in desk.findings() if "W282" in finding]
    assert waits == [
        (
            "issue.yaml:13:43  W282  adverts/bank.jpg is to follow articles/railway.md, which is planned."
            "  It stands where it fits best until then."
        ),
        (
            "issue.yaml:14:18  W282  The filler is to take pull quotes of articles/railway.md, which is planned."
            "  It is not used until then."
        ),
    ]
    assert not [finding for finding in desk.findings() if "E226" in finding or "E247" in finding]


@pytest.mark.parametrize(
    "press,more,said",
    [
        ("2023-07-05", "", []),
        ("2023-05-31", "", ["It is due on 2023-06-01, after the issue goes to the press on 2023-05-31."]),
        (
            "2023-07-15",
            "date: 2023-07-10\n",
            ["The issue goes to the press on 2023-07-15, after its day of publication, 2023-07-10."],
        ),
    ],
)
def test_days_that_come_too_late_are_told(desk: Desk, press: str, more: str, said: list[str]) -> None:
    desk.with_more(f"{PLANNED}press: {press}\n{more}")
    assert [f.message for f in check(desk.issue()) if f.code == "A283"] == said


def test_a_day_of_an_articles_front_matter_may_be_too_late_as_well(desk: Desk) -> None:
    desk.with_more("press: 2023-07-01\n").front("due: 2023-07-02\n")
    assert desk.findings() == [
        (
            "articles/almaty.md:4:6  A283  It is due on 2023-07-02, after the issue goes to the press on 2023-07-01."
            "  Correct due:, or press: in issue.yaml."
        )
    ]


@pytest.mark.parametrize("state", ["planned", "ready"])
def test_an_article_that_is_there_has_one_of_three_states(desk: Desk, state: str) -> None:
    desk.front(f"state: {state}\n")
    assert desk.findings()[0].startswith(
        f"articles/almaty.md:4:8  E123  state wants one of 'draft', 'edited' or 'approved', not '{state}'."
    )


def test_the_guide_names_every_key_of_a_plan() -> None:
    guide = GUIDE.read_text(encoding="utf-8").partition("## Who owes what")[2]
    assert [key for key in Planned.model_fields if f"| `{key}` |" not in guide] == []


@pytest.mark.parametrize("articles", [1, 2, 3, 24, 500])
def test_a_plan_has_so_many_articles_each_due_before_the_press_and_not_at_a_weekend(articles: int) -> None:
    press = date(2024, 4, 5)
    manifest = read(planned_manifest(Quarter(2024, 1), press, articles, "The Quarterly"))
    days = [plan.due for section in manifest.sections for plan in section.planned]
    assert len(days) == articles
    assert manifest.press == press
    assert max(day for day in days if day) == date(2024, 3, 22)
    assert days == sorted(days, key=str)
    assert not [day for day in days if day is None or day.weekday() >= 5]


@pytest.mark.parametrize("left", [1, 2, 5, 13, 30])
def test_a_plan_with_little_time_has_nothing_that_is_late_from_the_first_day(left: int) -> None:
    today = date(2024, 4, 1)  # a Monday
    press = date.fromordinal(today.toordinal() + left)
    manifest = read(planned_manifest(Quarter(2024, 1), press, 9, "Q", today=today))
    days = [plan.due for section in manifest.sections for plan in section.planned if plan.due]
    assert (len(days), days) == (9, sorted(days))
    assert today <= days[0] <= days[-1] <= press


BEFORE = """\
# Remarks of the issue before.
publication:
  title: "The Quarterly"   # as on the cover
issue: 2023-Q4
date: 2024-01-08
language: ru
layout: {layout}
cover: {{photo: photos/cover.jpg}}

# The masthead.
masthead: {{publisher: "P"}}

# What it holds.
sections: [{{month: 2023-10, articles: [articles/a.md]}}]
"""


def test_a_plan_takes_over_what_stays_from_issue_to_issue() -> None:
    text = planned_manifest(Quarter(2024, 1), date(2024, 4, 5), 6, "Q", BEFORE.format(layout="pocket"))
    manifest = read(text)
    assert (manifest.publication.title, manifest.language, manifest.layout) == ("The Quarterly", "ru", "pocket")
    assert manifest.masthead
    assert (manifest.masthead.publisher, manifest.cover, str(manifest.issue)) == ("P", None, "2024-Q1")
    assert '  title: "The Quarterly"   # as on the cover\n' in text
    assert "Remarks" not in text
    assert "What it holds" not in text


@pytest.mark.parametrize("before", ["", "- a list\n", "a: {b", '{publication: {title: "R"}, layout: pocket}\n'])
def test_a_plan_is_the_usual_one_where_the_issue_before_gives_nothing(before: str) -> None:
    manifest = read(planned_manifest(Quarter(2024, 1), date(2024, 4, 5), 6, "Q", before))
    assert (manifest.publication.title, manifest.layout) == ("Q", "voice")


def test_a_plan_spreads_its_articles_over_the_months_of_the_quarter() -> None:
    manifest = read(planned_manifest(Quarter(2024, 1), date(2024, 4, 5), 8, "Q: the quarterly"))
    assert [(s.month and s.month.month, len(s.planned)) for s in manifest.sections] == [(1, 2), (2, 3), (3, 3)]
    assert manifest.publication.title == "Q: the quarterly"


def test_the_first_article_of_a_plan_can_be_listed_by_an_import() -> None:
    text = planned_manifest(Quarter(2024, 1), date(2024, 4, 5), 6, "Q")
    listed = with_article(text, "issue.yaml", "articles/a.md", date(2024, 2, 1), {"articles/a.md": date(2024, 2, 3)})
    manifest = read(listed.text)
    assert [section.articles for section in manifest.sections] == [(), ("articles/a.md",), ()]
    assert [len(section.planned) for section in manifest.sections] == [2, 2, 2]
    gone = [line for line in listed.text.split("\n") if line not in text.split("\n")]
    assert gone == ["    articles:", "      - articles/a.md"]
    flow = "publication: {title: Q}\nissue: 2024-Q1\nsections: [{month: 2024-01, planned: [x]}]\n"
    in_flow = with_article(flow, "issue.yaml", "articles/a.md", date(2024, 1, 1), {})
    assert read(in_flow.text).sections[0].articles == ("articles/a.md",)


def test_a_plan_of_an_article_that_came_says_what_its_front_matter_does_not(desk: Desk) -> None:
    desk.with_more(PLANNED.replace("length: 600", "length: 600, state: edited"))
    text = (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")
    desk.manifest(text.replace("[articles/almaty.md]", "[articles/almaty.md, articles/railway.md]"))
    desk.article(SECOND.replace("date:", "length: 40\ndate:"), "railway.md")
    issue = desk.issue()
    line = status_of(issue, check(issue), EMPTY, date(2023, 6, 2)).lines[1]
    assert (line.title, line.owner, line.due, line.length) == ("The railway", "B. Lee", date(2023, 6, 1), 40)
    assert (line.state, line.words, line.late(date(2023, 6, 2))) == ("edited", 2, False)
