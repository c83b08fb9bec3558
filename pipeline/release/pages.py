"""What is on which page: its number, its label, the lines of the articles, the pictures and adverts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.issue import Issue
from pipeline.page import AnchorItem, Makeup, Page, PictureItem, SuppliedItem, TextItem

ADVERT = "advert/"  # begins the names of the blocks of adverts


def pages_as_data(issue: Issue, makeup: Makeup) -> list[dict[str, Any]]:
    """A mapping for each page: its ``number`` from 1, its ``label``, its ``kind``, and what is on it.

    Files are named by their paths in the project.
    """
    paths = {article.path: issue.files[article.path].path for article in issue.articles()}
    return [_mapped(issue, page, paths) for page in makeup.pages]


def _mapped(issue: Issue, page: Page, paths: Mapping[str, str]) -> dict[str, Any]:
    begun = {item.name for item in page.items if isinstance(item, AnchorItem)}
    lines: dict[str, list[int]] = {}
    pictures: dict[str, None] = {}
    adverts: dict[str, None] = {}
    for item in page.items:
        if isinstance(item, TextItem | PictureItem):
            article = item.block.partition("#")[0]
            if article in paths:
                here = lines.setdefault(article, [])
                if item.span and item.span.file == paths[article]:
                    here.append(item.span.line)
        if isinstance(item, PictureItem):
            shown = adverts if item.block.startswith(ADVERT) else pictures
            shown[issue.files[item.picture].path] = None
        elif isinstance(item, SuppliedItem):
            adverts[issue.files[item.file].path] = None
    return {
        "number": page.number,
        "label": page.folio or str(page.number),
        "kind": page.kind,
        "articles": [
            {
                "article": article,
                "file": paths[article],
                "lines": [min(here), max(here)] if here else None,
                "begins": article in begun,
            }
            for article, here in lines.items()
        ],
        "pictures": list(pictures),
        "adverts": list(adverts),
    }
