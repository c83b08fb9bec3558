"""Loading an issue: what is resolved, what is left out, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostic import Severity
from pipeline.diagnostic.codes import REGISTRY
from pipeline.diagnostic.codes_2xx import CODES
from pipeline.issue import check, load
from pipeline.project import Project
from tests.issue_desk import ARTICLE, FOLDER, MANIFEST, NAME, Desk, jpeg

ROOT = Path(__file__).parent.parent


def test_an_issue_holds_its_articles_pictures_and_layout(desk: Desk) -> None:
    desk.photo("photos/cover.jpg", jpeg(90, 60))
    issue = desk.issue()
    assert (issue.name, issue.folder, issue.path) == (NAME, FOLDER, f"{FOLDER}/issue.yaml")
    assert [article.path for article in issue.articles()] == ["articles/almaty.md"]
    assert (issue.pictures["photos/cover.jpg"].width, issue.pictures["photos/cover.jpg"].height) == (90, 60)
    assert set(issue.files) == {"issue.yaml", "articles/almaty.md", "photos/cover.jpg"}
    assert issue.layout is not None
    assert issue.layout.name == "plain"


def test_the_foreword_comes_first_and_sections_keep_their_order(desk: Desk) -> None:
    for name in ("foreword.md", "one.md", "two.md"):
        desk.article(ARTICLE, name)
    desk.with_more(
        "  - {title: More, articles: [articles/two.md, articles/one.md]}\nforeword: {article: articles/foreword.md}\n"
    )
    issue = desk.issue()
    assert [article.path for article in issue.articles()] == [
        "articles/foreword.md",
        "articles/almaty.md",
        "articles/two.md",
        "articles/one.md",
    ]
    assert [(section.title, section.month is None) for section in issue.sections] == [("", False), ("More", True)]


def test_an_articles_language_goes_before_the_issues(desk: Desk) -> None:
    desk.front("language: kk\n").changed("issue: 2023-Q2", "issue: 2023-Q2\nlanguage: ru")
    issue = desk.issue()
    (article,) = issue.articles()
    assert (issue.language(), issue.language(article)) == ("ru", "kk")


def test_an_unknown_issue_is_told_with_the_nearest_name(desk: Desk) -> None:
    issue, report = load(desk.project, "2023-Q2")
    assert issue is None
    assert [str(finding) for finding in report] == [
        "issues/2023-Q2/issue.yaml  E107  There is no issue '2023-Q2' in issues/.  Did you mean 2023-q2?"
    ]


@pytest.mark.parametrize("name", ["2031-q1", "../2023-q2", ""])
def test_an_issue_is_a_name_and_no_path(desk: Desk, name: str) -> None:
    issue, report = load(desk.project, name)
    assert issue is None
    assert [finding.code for finding in report] == ["E107"]


def test_a_manifest_that_cannot_be_read_gives_no_issue_but_all_its_findings(desk: Desk) -> None:
    desk.manifest("publication: {titel: x}\nisue: 2023-Q2\nsections: []\n")
    issue, report = desk.load()
    assert issue is None
    assert sorted({finding.code for finding in report}) == ["E121", "E122", "E123"]


def test_what_cannot_be_read_is_left_out_and_everything_is_told_at_once(desk: Desk) -> None:
    desk.article("no front matter\n", "bad.md").photo("photos/bad.jpg", b"\xff\xd8\xff")
    desk.changed("articles: [", "photo: photos/bad.jpg\n    articles: [articles/bad.md, articles/none.md, ")
    issue, report = desk.load()
    assert issue is not None
    assert [article.path for article in issue.articles()] == ["articles/almaty.md"]
    assert sorted(issue.pictures) == ["photos/cover.jpg"]
    assert {finding.code for finding in report} >= {"E101", "E201"}
    assert any(finding.code.startswith("E30") for finding in report)


def test_a_file_that_is_missing_is_told_at_every_place_that_names_it(desk: Desk) -> None:
    gallery = "gallery: {photos: [{file: photos/x.jpg}, {file: photos/x.jpg}]}\n"
    _, report = desk.with_more(gallery).load()
    assert [str(finding.span) for finding in report if finding.code == "E101"] == [
        f"{FOLDER}/issue.yaml:8:27",
        f"{FOLDER}/issue.yaml:8:49",
    ]


def test_windows_line_ends_and_marks_change_nothing(desk: Desk) -> None:
    desk.manifest("\ufeff" + MANIFEST.replace("\n", "\r\n")).article("\ufeff" + ARTICLE.replace("\n", "\r\n"))
    assert desk.findings() == []
    assert str(desk.issue().sections[0].span) == f"{FOLDER}/issue.yaml:6:12"


def test_an_advert_may_be_a_picture(desk: Desk) -> None:
    desk.photo("adverts/bank.jpg").with_more("adverts: [{file: adverts/bank.jpg, alt: Bank}]\n")
    assert "adverts/bank.jpg" in desk.issue().pictures
    assert [f for f in desk.findings() if "W239" not in f] == [], "its shape is another matter"


def test_findings_come_errors_first_then_by_place(desk: Desk) -> None:
    desk.photo("photos/a.jpg").front("photos: [{file: photos/a.jpg}]\n").changed("2023-04", "2023-09")
    issue = desk.issue()
    severities = [finding.severity for finding in check(issue)]
    assert severities == sorted(severities, key=[Severity.ERROR, Severity.WARNING, Severity.ADVICE].index)
    assert check(issue) == check(desk.issue())


def test_the_sample_has_no_errors() -> None:
    project = Project.around(ROOT)
    issue, report = load(project, "2023-q2")
    assert issue is not None
    report += check(issue)
    assert [str(finding) for finding in report if finding.severity is Severity.ERROR] == []


def test_every_code_of_manifests_and_articles_has_a_story() -> None:
    for code in CODES:
        assert REGISTRY[code.code] is code
        assert 200 < int(code.code[1:]) < 250
        assert len(code.story.split()) > 20, code.code
