"""Words in are words out: what the finished PDF says is what the articles say, in the manifest's order."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import Phase, example, given, settings

from pipeline.build import BuildOptions, build
from tests import generated, passages
from tests.generated import Written
from tests.reading import Paper, count, letters, missing, plain
from tests.specimen import Specimen

FOOT = re.compile(r"^\d+ .* · .*$|^.* · .* \d+$|^\d+$")


def without_foot(page: str) -> str:
    """A page's text without the line at its foot."""
    lines = page.split("\n")
    assert FOOT.match(lines[-1]), f"the page's last line is not its foot: {lines[-1]}"
    return "\n".join(lines[:-1])


def regions(paper: Paper, titles: list[str]) -> list[str]:
    """The text of each article, from where its head begins to where that of the next does, page feet left out.

    The outline leads to the page, and the title is looked for from there on.
    """
    first = {letters(title): page for _, title, page in reversed(paper.outline)}
    starts: list[tuple[int, int]] = []
    for title in titles:
        page = first[letters(title)]
        body = plain(without_foot(paper.pages[page]))
        again = starts[-1][1] + 1 if starts and starts[-1][0] == page else 0
        at = body.find(plain(title)[:24], again)
        assert at >= 0, f"{title} is not on page {page + 1}"
        starts.append((page, at))
    out = []
    for index, (page, at) in enumerate(starts):
        later = starts[index + 1] if index + 1 < len(starts) else None
        pages = [plain(without_foot(p)) if FOOT.match(p.split("\n")[-1]) else "" for p in paper.pages[page:]]
        if later:
            pages = pages[: later[0] - page + 1]
            pages[-1] = pages[-1][: later[1]]
        pages[0] = pages[0][at:]
        out.append(" ".join(pages))
    return out


def lost(paper: Paper, articles: list[Written]) -> list[str]:
    """What the PDF does not say, or not in order, of the articles of the sections."""
    found = []
    titles = [_title(article) for article in articles]
    for article, text in zip(articles, regions(paper, titles), strict=True):
        told = article.head[article.head.index(_title(article)) :]
        found += [f"{article.path}: {passage}" for passage in missing(text, [*told, *article.body])]
        found += [f"{article.path}: {c}" for c in article.captions if missing(text, [c])]
        found += [f"{article.path}: {note}" for note in article.notes if missing(text, note)]
    return found


def _title(article: Written) -> str:
    found = re.search(r'^title: "(.*)"$', article.source, re.MULTILINE)
    assert found
    return found[1]


@given(seed=generated.seeds)
@example(seed=1)
@example(seed=5)
@settings(max_examples=15, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_every_word_of_a_generated_issue_is_read_in_the_finished_pdf(root: Path, seed: int) -> None:
    issue = generated.Issue.of(seed)
    name = f"seed-{seed}"
    outcome = build(issue.write(root, name), name, BuildOptions(photos="original"))
    assert outcome.document, [str(f) for f in outcome.report if f.severity == "error"]
    paper = Paper.of(outcome.document.data)
    everything = " ".join(plain(page) for page in paper.pages)
    own = [article for article in issue.articles if article.path != "articles/foreword.md"]
    assert lost(paper, own) == []
    for article in issue.articles:
        assert missing(everything, [*article.head, *article.body]) == []
        assert [note for note in article.notes if missing(everything, note)] == []


@given(seed=generated.seeds)
@settings(max_examples=8, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_no_letter_is_printed_twice_or_lost_on_the_pages_of_generated_articles(root: Path, seed: int) -> None:
    issue = generated.Issue.of(seed)
    name = f"count-{seed}"
    outcome = build(issue.write(root, name), name, BuildOptions(photos="original"))
    assert outcome.document
    paper = Paper.of(outcome.document.data)
    own = [article for article in issue.articles if article.path != "articles/foreword.md"]
    extra = count(without_foot(page) for page in paper.pages if " · " in page.split("\n")[-1])
    extra.subtract(
        count(
            [
                text
                for a in own
                for text in (*a.head, *a.body, *a.captions, *(line for note in a.notes for line in note))
            ]
        )
    )
    assert {letter: n for letter, n in extra.items() if n} == {}


def test_every_word_of_the_sample_is_read_in_order_article_by_article(sample: Specimen) -> None:
    articles = [article for section in sample.issue.sections for article in section.articles]
    texts = regions(sample.paper, [article.head.title for article in articles])
    for article, text in zip(articles, texts, strict=True):
        front = [part for part in passages.head(article) if part != article.head.place]
        assert missing(text, [*front, *passages.body(article)]) == [], article.path
        assert [c for c in passages.captions(article) if missing(text, [c])] == [], article.path
        assert [note for note in passages.notes(article) if missing(text, note)] == [], article.path


def test_the_articles_of_the_sample_come_in_the_order_of_the_manifest(sample: Specimen) -> None:
    words = [p for section in sample.issue.sections for a in section.articles for p in passages.body(a)]
    assert missing(" ".join(sample.paper.pages), words) == []


def test_the_foreword_of_the_sample_is_whole_with_portrait_and_signature(sample: Specimen) -> None:
    foreword, record = sample.issue.foreword, sample.issue.manifest.foreword
    assert foreword
    assert record
    assert record.portrait
    text = " ".join(sample.paper.pages)
    assert missing(text, [foreword.head.title, *passages.body(foreword), record.signed.role]) == []
    assert missing(text, [f"{record.portrait.caption} {record.portrait.credit}"]) == []


def test_captions_of_the_gallery_and_words_of_cover_and_masthead_are_read(sample: Specimen) -> None:
    manifest = sample.issue.manifest
    assert manifest.gallery
    assert manifest.cover
    assert manifest.masthead
    text = " ".join(sample.paper.pages)
    wanted = [f"{photo.caption} {photo.credit}" for photo in manifest.gallery.photos]
    wanted += [manifest.gallery.title, manifest.cover.headline, *manifest.cover.lines, manifest.cover.credit]
    masthead = manifest.masthead
    wanted += [masthead.publisher, masthead.address, masthead.phone, masthead.email, masthead.web, masthead.note]
    assert [passage for passage in wanted if missing(text, [passage])] == []
