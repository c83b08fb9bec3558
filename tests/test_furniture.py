"""Links, outline, page labels and metadata of the sample's PDF, read back with pikepdf."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

import pikepdf
import pytest

from pipeline.article import Inline
from pipeline.issue import Issue
from tests.house import ROOT
from tests.links import Linked, links_of
from tests.reading import letters
from tests.specimen import Specimen


@pytest.fixture(scope="module")
def pdf(sample: Specimen) -> Iterator[pikepdf.Pdf]:
    """The sample's PDF."""
    with pikepdf.open(BytesIO(sample.data)) as opened:
        yield opened


@pytest.fixture(scope="module")
def links(pdf: pikepdf.Pdf) -> tuple[Linked, ...]:
    """Every link of the sample."""
    return tuple(links_of(pdf))


def kinds(sample: Specimen, kind: str) -> list[int]:
    """The pages of one kind, from 0."""
    return [page.number - 1 for page in sample.makeup.pages if page.kind == kind]


def first_pages(sample: Specimen) -> dict[str, int]:
    """The page (from 0) on which the headline of each article of the sections is read."""
    bodies = {page: letters(sample.paper.pages[page]) for page in kinds(sample, "article")}
    return {
        article.path: min(page for page, text in bodies.items() if letters(article.head.title) in text)
        for section in sample.issue.sections
        for article in section.articles
    }


def test_the_contents_lead_to_the_page_on_which_each_article_begins(
    sample: Specimen, links: tuple[Linked, ...]
) -> None:
    contents = kinds(sample, "contents")[0]
    own = [link for link in links if link.page == contents and not link.address]
    begins = first_pages(sample)
    for section in sample.issue.sections:
        for article in section.articles:
            named = [link for link in own if link.says.startswith(article.short_title)]
            assert {link.target for link in named} == {begins[article.path]}, article.path


def test_the_contents_print_the_page_numbers_to_which_they_lead(sample: Specimen, links: tuple[Linked, ...]) -> None:
    contents = kinds(sample, "contents")[0]
    text = letters(sample.paper.pages[contents])
    for link in links:
        if link.page == contents and not link.address and "," in link.says:
            title, _, folio = link.says.rpartition(", ")
            assert link.target is not None
            assert folio == str(link.target + 1)
            assert letters(folio + title) in text


def test_the_openers_lead_to_the_articles_of_their_month(sample: Specimen, links: tuple[Linked, ...]) -> None:
    begins = first_pages(sample)
    for opener, section in zip(kinds(sample, "opener"), sample.issue.sections, strict=True):
        targets = [link.target for link in links if link.page == opener and link.says]
        assert set(targets) >= {begins[article.path] for article in section.articles}


def test_e_mail_and_web_address_of_the_masthead_are_live(sample: Specimen, links: tuple[Linked, ...]) -> None:
    masthead = sample.issue.manifest.masthead
    assert masthead
    addresses = {link.address for link in links}
    assert f"mailto:{masthead.email}" in addresses
    assert f"https://{masthead.web}" in addresses


def _written_links(issue: Issue) -> set[str]:
    passages: list[tuple[Inline, ...]] = [p for article in issue.articles() for p in article.passages()]
    return {inline.href for passage in passages for inline in passage if inline.href}


def test_links_of_the_articles_are_live_and_no_other_address_is_there(
    sample: Specimen, links: tuple[Linked, ...]
) -> None:
    masthead = sample.issue.manifest.masthead
    assert masthead
    expected = _written_links(sample.issue) | {f"mailto:{masthead.email}", f"https://{masthead.web}"}
    drawn = {link.address for link in links if link.address and link.page not in kinds(sample, "advert")}
    assert drawn == expected


def test_every_link_says_where_it_leads_for_those_who_cannot_see_it(links: tuple[Linked, ...]) -> None:
    assert [link for link in links if not link.says] == []


def test_the_outline_has_cover_contents_foreword_months_with_articles_and_gallery(sample: Specimen) -> None:
    issue = sample.issue
    assert issue.foreword
    assert issue.manifest.gallery
    top = [title for level, title, _ in sample.paper.outline if level == 0]
    assert top == [
        issue.manifest.publication.title, "In this issue", issue.foreword.head.title, "April", "May", "June",
        issue.manifest.gallery.title,
    ]  # fmt: skip
    below = [title for level, title, _ in sample.paper.outline if level == 1]
    assert below == [article.head.title for section in issue.sections for article in section.articles]


def test_the_outline_leads_to_the_pages_on_which_titles_stand(sample: Specimen) -> None:
    begins = first_pages(sample)
    places = {title: page for level, title, page in sample.paper.outline if level == 1}
    for section in sample.issue.sections:
        for article in section.articles:
            assert places[article.head.title] == begins[article.path]


def test_page_labels_are_the_printed_page_numbers(pdf: pikepdf.Pdf, sample: Specimen) -> None:
    assert [str(page.label) for page in pdf.pages] == [page.folio for page in sample.makeup.pages]


def test_folios_are_printed_on_the_pages_that_have_them(sample: Specimen) -> None:
    for page in kinds(sample, "article"):
        last = sample.paper.pages[page].split("\n")[-1]
        assert str(page + 1) in last.split(), f"page {page + 1}: {last}"


def test_title_author_language_and_dates_are_those_of_the_manifest(pdf: pikepdf.Pdf, sample: Specimen) -> None:
    manifest = sample.issue.manifest
    assert manifest.masthead
    assert str(pdf.Root.Lang) == manifest.language
    title = str(pdf.docinfo.Title)
    assert title.startswith(f"{manifest.publication.title}: {manifest.publication.subtitle}")
    assert str(manifest.issue.year) in title
    assert str(pdf.docinfo.Author) == manifest.masthead.publisher
    assert str(pdf.docinfo.CreationDate).startswith(f"D:{manifest.date:%Y%m%d}")
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == title
        assert xmp["dc:creator"] == [manifest.masthead.publisher]
        assert xmp["xmp:CreateDate"].startswith(f"{manifest.date:%Y-%m-%d}")
        assert manifest.language in str(xmp["dc:language"])


def test_the_window_shows_the_title_and_not_the_files_name(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_nothing_of_the_machine_it_was_made_on_is_in_the_file(sample: Specimen) -> None:
    with pikepdf.open(BytesIO(sample.data)) as pdf:
        told = b"".join(o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Subtype" not in o)
        told += b"".join(str(o).encode() for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
    for folder in (ROOT, Path.home(), Path(gettempdir())):
        assert os.fsencode(folder) not in told
    for root in (b"/home/", b"C:\\", b"/Users/"):
        assert root not in told
