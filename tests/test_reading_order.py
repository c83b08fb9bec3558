"""What a screen reader reads out of the finished file is what the issue says, in its order, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings

from pipeline.article import Article, PhotoPlace, liftable_pulls, without_pulls
from pipeline.issue import Issue
from pipeline.language import capital, format_date, month_name
from pipeline.preflight import Heard, Reading, read_aloud
from pipeline.project import Project
from tests import generated, passages
from tests.reading import missing, plain
from tests.specimen import Specimen, finished


def expected(issue: Issue) -> Iterator[str]:
    """All that the articles of the sections say, as their files have it: head, photos, text, notes."""
    for section in issue.sections:
        kicker = section.title
        if section.month and not section.title:
            kicker = capital(month_name(section.month, issue.manifest.language), issue.manifest.language)
        for article in section.articles:
            yield from _head(article, kicker, issue.language(article))
            yield from _text(article)


def _head(article: Article, kicker: str, language: str) -> Iterator[str]:
    front = article.head
    day = format_date((front.date.first, front.date.last), language) if front.date else ""
    yield from (front.title, " · ".join(t for t in (front.kicker, day, front.place) if t) or kicker)
    yield from (front.standfirst, front.byline)


def _text(article: Article) -> Iterator[str]:
    """The photos without a place in the text, then the text with the others, then the notes."""
    placed = {block.file for block in article.blocks if isinstance(block, PhotoPlace)}
    photos = {photo.file: photo for photo in article.photos}
    yield from (text for photo in article.photos if photo.file not in placed for text in _photo(photos[photo.file]))
    said = without_pulls(article, liftable_pulls(article))
    for block in said.blocks:
        if isinstance(block, PhotoPlace):
            yield from _photo(article.photo(block))
        else:
            yield from passages.body_of(said, block)
    yield from (text for note in passages.notes(article) for text in note)


def _photo(photo: object) -> Iterator[str]:
    for name in ("alt", "caption", "credit"):
        if name != "alt" or not getattr(photo, "decorative", False):
            yield getattr(photo, name)


def heard(reading: Reading) -> Iterator[str]:
    """What is read of articles, in order, without the lines that lead to their other pages."""
    for one in reading.heard:
        if "Art" in one.inside:
            yield " ".join((one.label, *one.cells, one.text))


def words(texts: Sequence[str]) -> list[str]:
    """The words of texts, whatever typesetting changes of them."""
    return plain(" ".join(texts)).split()


def differing(one: Sequence[str], other: Sequence[str]) -> str:
    """Where two texts begin to differ; nothing where they do not."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return (
                f"{' '.join(one[max(index - 5, 0) : index + 8])}  |  {' '.join(other[max(index - 5, 0) : index + 8])}"
            )
    return "" if len(one) == len(other) else f"{len(one)} words, {len(other)} words"


@pytest.fixture(scope="module")
def reading(sample: Specimen) -> Reading:
    return read_aloud(sample.data)


def test_the_articles_of_the_sample_are_read_word_for_word_in_the_manifests_order(
    sample: Specimen, reading: Reading
) -> None:
    assert differing(words(list(expected(sample.issue))), words(list(heard(reading)))) == ""


@given(seed=generated.seeds)
@example(seed=1)
@example(seed=5)
@settings(max_examples=15, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_the_articles_of_a_generated_issue_are_read_word_for_word(root: Path, seed: int) -> None:
    generated.Issue.of(seed).write(root, f"seed-{seed}")
    made = finished(Project(root), f"seed-{seed}")
    said = words(list(heard(read_aloud(made.data))))
    assert differing(words(list(expected(made.issue))), said) == ""


def test_the_foreword_is_read_in_order_with_its_portrait_and_signature(sample: Specimen, reading: Reading) -> None:
    foreword, record = sample.issue.foreword, sample.issue.manifest.foreword
    assert foreword
    assert record
    assert record.portrait
    texts = [one.text for one in reading.heard]
    begin = texts.index(foreword.head.title)
    assert record.portrait.alt in texts
    assert missing(plain("\n".join(texts[begin:])), [*passages.body(foreword), record.signed.role]) == []


def test_headings_pictures_links_and_the_language_are_read(sample: Specimen, reading: Reading) -> None:
    def of(kind: str) -> list[Heard]:
        return [one for one in reading.heard if one.kind == kind]

    assert reading.language == "en-GB"
    assert [h.level for h in of("heading") if plain(h.text) == plain(sample.issue.manifest.publication.title)] == [1]
    alts = {photo.alt for article in sample.issue.articles() for photo in article.photos}
    assert alts <= {one.text for one in of("picture")}
    entries = [one for one in of("contents entry") if one.links]
    assert len(entries) >= len(list(sample.issue.articles()))


def test_nothing_is_heard_of_page_numbers_and_running_heads(reading: Reading, sample: Specimen) -> None:
    title = sample.issue.manifest.publication.title
    assert not [one.text for one in reading.heard if one.text == str(one.page)]
    assert not [one.text for one in reading.heard if one.text.startswith(f"{title} ·")]
