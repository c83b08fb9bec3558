"""Building as a whole: what a build gives, what it refuses, and that nothing an editor wrote is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.build import BuildOptions, Outcome, build
from tests import generated
from tests.generated import jpeg
from tests.issue_desk import FOLDER, Desk
from tests.reading import Paper, missing

MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: voice
cover: {photo: photos/cover.jpg, headline: "The cover line", credit: "Photo: A. B.", alt: "A road."}
foreword: {article: articles/foreword.md}
sections:
  - month: 2023-04
    articles: [articles/almaty.md, articles/baku.md]
"""
FOREWORD = "---\ntitle: A word before\n---\nThe quarter had three months.\n"
ALMATY = "---\ntitle: Two days in Almaty\ndate: 2023-04-05\nplace: Almaty\n---\nThe visit began with a lecture.\n"
BAKU = "---\ntitle: Baku calling\n---\nA letter came from Baku.\n"


@pytest.fixture
def issue(tmp_path: Path) -> Desk:
    """An issue in the layout ``voice`` with a cover, a foreword and two articles."""
    desk = Desk(tmp_path).manifest(MANIFEST).article(ALMATY).article(BAKU, "baku.md").article(FOREWORD, "foreword.md")
    for name, shape in (("cover", "cover"), ("a", "wide"), ("b", "square")):
        desk.photo(f"photos/{name}.jpg", jpeg(shape))
    return desk


def built(desk: Desk, options: BuildOptions | None = None) -> Outcome:
    return build(desk.project, "2023-q2", options or BuildOptions(photos="original"))


def read(outcome: Outcome) -> str:
    """The text of the document, which there must be."""
    assert outcome.document, [str(f) for f in outcome.report if f.severity == "error"]
    return " ".join(Paper.of(outcome.document.data).pages)


def said_or_refused(desk: Desk, *texts: str) -> None:
    """Every text is printed, or the build refuses."""
    outcome = built(desk)
    if outcome.document:
        assert [text for text in texts if missing(read(outcome), [text])] == []


def test_a_document_knows_its_name_its_pages_words_and_photos(issue: Desk) -> None:
    document = built(issue).document
    assert document
    assert document.name == "2023-q2.pdf"
    assert document.data.startswith(b"%PDF-1.7")
    assert document.pages == len(Paper.of(document.data).pages)
    assert document.words == 5 + 6 + 5
    assert document.photos == 1


def test_one_article_can_be_built_alone(issue: Desk) -> None:
    outcome = built(issue, BuildOptions(only="articles/baku.md", photos="original"))
    text = read(outcome)
    assert outcome.document
    assert (outcome.document.name, outcome.document.pages, outcome.document.words) == ("2023-q2-baku.pdf", 1, 5)
    assert missing(text, ["Baku calling", "A letter came from Baku."]) == []
    assert missing(text, ["Almaty"])


def test_the_foreword_can_be_built_alone(issue: Desk) -> None:
    text = read(built(issue, BuildOptions(only="articles/foreword.md", photos="original")))
    assert missing(text, ["A word before", "The quarter had three months."]) == []
    assert missing(text, ["Almaty"])


def test_an_issue_with_an_error_gives_no_document_but_all_findings(issue: Desk) -> None:
    issue.article(ALMATY.replace("lecture", "[lecture](ftp://example.org)"))
    outcome = built(issue)
    assert outcome.document is None
    assert [f.code for f in outcome.report if f.severity == "error"] == ["E214"]


def test_a_manifest_that_cannot_be_read_gives_no_document(issue: Desk) -> None:
    outcome = built(issue.manifest("publication: [\n"))
    assert outcome.document is None
    assert outcome.report.refuses


def test_a_photo_too_small_for_its_place_is_refused_with_its_line(issue: Desk) -> None:
    photo = 'photos:\n  - {file: photos/small.jpg, caption: "C.", credit: "P.", alt: "A."}\n'
    issue.article(ALMATY.replace("---\nThe", f"{photo}---\nThe")).photo("photos/small.jpg")
    errors = [str(f) for f in built(issue).report if f.severity == "error"]
    assert errors
    assert all(e.startswith(f"{FOLDER}/articles/almaty.md:6:12  E311  ") for e in errors)
    assert all("Supply a picture at least" in e for e in errors)


def test_progress_is_told_for_photos_and_pages_up_to_the_last(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    project = generated.Issue.of(5).write(tmp_path)
    options = BuildOptions(photos="original", progress=lambda stage, done, total: steps.append((stage, done, total)))
    document = build(project, "2023-q2", options).document
    assert document
    for stage, total in {(stage, total) for stage, _, total in steps}:
        assert [done for name, done, _ in steps if name == stage] == list(range(1, total + 1))
    assert ("pages", document.pages, document.pages) in steps
    assert any(stage == "photos" for stage, _, _ in steps)


def test_a_build_writes_nothing_into_the_issue(issue: Desk) -> None:
    before = sorted((p, p.stat().st_mtime_ns) for p in (issue.root / "issues").rglob("*"))
    assert built(issue).document
    assert sorted((p, p.stat().st_mtime_ns) for p in (issue.root / "issues").rglob("*")) == before


def test_kicker_date_and_place_are_all_printed(issue: Desk) -> None:
    issue.article(ALMATY.replace("date:", "kicker: On the road\ndate:"))
    said_or_refused(issue, "On the road", "5 April 2023", "Almaty")


def test_the_month_stands_above_an_article_without_date_and_place(issue: Desk) -> None:
    said_or_refused(issue, "April", "Baku calling")


def test_standfirst_and_byline_of_the_foreword_are_printed(issue: Desk) -> None:
    front = "standfirst: Three months in one page.\nbyline: By the editor\nplace: Astana\nkicker: To begin with\n"
    issue.article(FOREWORD.replace("---\nThe", f"{front}---\nThe"), "foreword.md")
    said_or_refused(issue, "Three months in one page.", "By the editor")


def test_photos_of_the_foreword_are_printed_with_their_captions(issue: Desk) -> None:
    photo = 'photos:\n  - {file: photos/a.jpg, caption: "Seen in May.", credit: "Photo: C. D.", alt: "A picture."}\n'
    issue.article(FOREWORD.replace("---\nThe", f"{photo}---\nThe"), "foreword.md")
    said_or_refused(issue, "Seen in May.", "Photo: C. D.")


def test_a_photo_in_the_text_of_the_foreword_is_printed(issue: Desk) -> None:
    issue.article(FOREWORD + '\n![A picture.](photos/a.jpg "Seen in June.")\n\nThen came July.\n', "foreword.md")
    said_or_refused(issue, "Seen in June.", "Then came July.")


def test_every_line_of_the_cover_is_printed(issue: Desk) -> None:
    lines = ["The first", "The second", "The third", "The fourth", "The fifth"]
    listed = ", ".join(f'"{line}"' for line in lines)
    issue.manifest(MANIFEST.replace("headline:", f"lines: [{listed}], headline:"))
    said_or_refused(issue, *lines)


def test_caption_and_credit_of_a_sections_photo_are_printed(issue: Desk) -> None:
    photo = '    photo: {file: photos/b.jpg, caption: "Spring in the hills.", credit: "Photo: E. F.", alt: "Hills."}\n'
    issue.manifest(MANIFEST + photo)
    said_or_refused(issue, "Spring in the hills.", "Photo: E. F.")


@pytest.mark.parametrize("after", ["articles/foreword.md", "articles/almaty.md", "articles/baku.md", ""])
def test_an_advert_is_printed_wherever_it_is_to_stand(issue: Desk, after: str) -> None:
    where = f", after: {after}" if after else ""
    issue.manifest(MANIFEST + f"adverts: [{{file: photos/b.jpg, alt: An advert.{where}}}]\n")
    outcome = built(issue)
    if outcome.document:
        assert outcome.document.photos == 2


def test_a_small_advert_and_two_in_a_row_are_printed(issue: Desk) -> None:
    one = "{file: photos/a.jpg, size: half-page, alt: An advert., after: articles/almaty.md}"
    two = "{file: photos/b.jpg, alt: Another., after: articles/almaty.md}"
    issue.manifest(MANIFEST + f"adverts: [{one}, {two}]\n")
    outcome = built(issue)
    if outcome.document:
        assert outcome.document.photos == 3


def test_a_minimal_issue_builds(issue: Desk) -> None:
    issue.manifest(
        'publication: {title: "Q"}\nissue: 2023-Q2\nsections:\n  - month: 2023-04\n    articles: [articles/baku.md]\n'
    )
    assert missing(read(built(issue)), ["Baku calling", "A letter came from Baku."]) == []


def test_an_article_without_text_has_its_headline_and_photos(issue: Desk) -> None:
    photos = "".join(f'  - {{file: photos/{n}.jpg, caption: "Only {n}.", credit: "P.", alt: "A."}}\n' for n in "ab")
    issue.article(f"---\ntitle: Nothing but pictures\nphotos:\n{photos}---\n")
    said_or_refused(issue, "Nothing but pictures", "Only a.", "Only b.")
