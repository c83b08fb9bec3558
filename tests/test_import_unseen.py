"""Pages of sites that the extractor was not made by: no body text is lost, and no furniture is kept."""

from __future__ import annotations

import pytest

from pipeline.importers import Release, Source, read_release
from tests import unseen_builders, unseen_last, unseen_more, unseen_pages, unseen_sites
from tests.reading_articles import paragraphs_of
from tests.test_import_sources import kept, letters
from tests.unseen_pages import Page

PAGES = (*unseen_pages.PAGES, *unseen_more.PAGES, *unseen_last.PAGES, *unseen_builders.PAGES, *unseen_sites.PAGES)


def read(page: Page) -> Release:
    return read_release(Source("page.html", page.markup.encode()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_of_an_unknown_site_gives_its_article_and_nothing_else(page: Page) -> None:
    release = read(page)
    assert (release.headline, str(release.date)) == (page.headline, page.day)
    assert paragraphs_of(release.blocks) == list(page.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_letter_of_such_a_page_is_in_the_article_or_in_the_list(page: Page) -> None:
    release = read(page)
    assert letters(*release.raw) == letters(*kept(release))


def test_place_and_author_are_taken_from_where_they_stand() -> None:
    found = {page.name: (read(page).place, read(page).byline) for page in PAGES}
    assert {name: facts for name, facts in found.items() if any(facts)} == {
        "wire": ("Nurek", ""),
        "long comments": ("", "Aigul Omar"),
        "kicker p": ("", "Dana Kim"),
        "gdocs": ("Aktau", ""),
        "globe": ("Aktau, Kazakhstan", ""),
        "liferay": ("Aktau", ""),
        "ul body": ("Aktau", ""),
        "ghost": ("", "Dana Kim"),
        "related in middle named": ("", "Dana Kim, Aktau"),
    }
