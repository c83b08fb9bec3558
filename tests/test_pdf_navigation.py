"""Outline, page labels, destinations and links, followed with other people's programs."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.pdf import Area, Bookmark, DocumentCanvas, LabelRange, LabelStyle
from tests.pdf_samples import blank, document, opened, reader


def pages(*names: str, end: Callable[[DocumentCanvas], None] | None = None) -> bytes:
    """A document with a page for each of ``names``, which is a destination at its head."""

    def page(name: str) -> Callable[[DocumentCanvas], None]:
        return lambda canvas: canvas.destination(name)

    return document(*map(page, names), end=end)


def test_the_outline_nests_and_takes_titles_in_any_script() -> None:
    bookmarks = (
        Bookmark("Foreword", "a"),
        Bookmark("Апрель", "b", (Bookmark("Ğözəl (1)", "b"), Bookmark("会议", "c")), open=True),
        Bookmark("May", "c", (Bookmark("Last", "c"),)),
    )
    with opened(pages("a", "b", "c", end=lambda canvas: canvas.set_outline(bookmarks))) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"
        # Three at the top and two below the one that is open.
        assert pdf.Root.Outlines.Count == 5
        with pdf.open_outline() as outline:
            found = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert found == [("Foreword", []), ("Апрель", ["Ğözəl (1)", "会议"]), ("May", ["Last"])]


def test_outline_entries_lead_to_their_pages() -> None:
    bookmarks = (Bookmark("One", "a"), Bookmark("Also one", "a"), Bookmark("Two", "b"))
    read = reader(pages("a", "b", end=lambda canvas: canvas.set_outline(bookmarks)))
    assert [read.get_destination_page_number(item) for item in read.outline] == [0, 0, 1]  # type: ignore[arg-type]


def test_an_outline_without_entries_is_left_out() -> None:
    with opened(pages("a", end=lambda canvas: canvas.set_outline(()))) as pdf:
        assert "/Outlines" not in pdf.Root


def test_page_labels_have_styles_prefixes_and_beginnings() -> None:
    ranges = (
        LabelRange(0, LabelStyle.NONE, prefix="Cover"),
        LabelRange(1, LabelStyle.ROMAN, start=3),
        LabelRange(3, start=5, prefix="A-"),
    )
    data = pages("a", "b", "c", "d", "e", end=lambda canvas: canvas.set_page_labels(ranges))
    assert reader(data).page_labels == ["Cover", "iii", "iv", "A-5", "A-6"]
    with opened(data) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["Cover", "iii", "iv", "A-5", "A-6"]
    assert re.search(rb"/Nums \[ 0 <<\s", data), "the labels are direct objects"


def test_page_labels_begin_at_the_first_page() -> None:
    with pytest.raises(ValueError, match="first page"):
        pages("a", end=lambda canvas: canvas.set_page_labels((LabelRange(1),)))


def test_destinations_can_be_named_from_outside() -> None:
    read = reader(pages("zeta", "alpha", "Ж"))
    found = {name: read.get_destination_page_number(place) for name, place in read.named_destinations.items()}
    assert found == {"zeta": 0, "alpha": 1, "Ж": 2}


def test_a_destination_may_be_at_a_height_of_its_page() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.destination("high")
        canvas.destination("low", 40, left=12)

    places = reader(document(draw)).named_destinations
    assert [places["high"].top, places["low"].top, places["low"].left] == pytest.approx([200, 40, 12])


def links_on(data: bytes, page: int = 0) -> list[dict[str, object]]:
    """What a page's annotations say, plainly."""
    with opened(data) as pdf:
        return [
            {
                "rect": [float(v) for v in a.Rect],
                "says": str(a.Contents),
                "border": [int(v) for v in a.Border],
                "flags": int(a.F),
                "uri": str(a.A.URI) if "/A" in a else None,
                "page": pdf.pages.index(pikepdf.Page(a.Dest[0])) if "/Dest" in a else None,
            }
            for a in pdf.pages[page].Annots
        ]


def test_a_link_opens_an_address_and_says_its_text() -> None:
    data = document(lambda canvas: canvas.link_uri(Area(10, 20, 60, 32), "https://example.org/a?b=c%20d", "the report"))
    assert links_on(data) == [
        {
            "rect": [10, 20, 60, 32],
            "says": "the report",
            "border": [0, 0, 0],
            "flags": 4,
            "uri": "https://example.org/a?b=c%20d",
            "page": None,
        }
    ]


def test_an_address_is_written_in_ascii() -> None:
    data = document(lambda canvas: canvas.link_uri(Area(0, 0, 9, 9), "https://example.org/съезд#ч", "съезд"))
    (link,) = links_on(data)
    assert link["uri"] == "https://example.org/%D1%81%D1%8A%D0%B5%D0%B7%D0%B4#%D1%87"
    assert link["says"] == "съезд"


def test_a_link_may_lead_to_a_page_that_comes_later() -> None:
    data = document(
        lambda canvas: canvas.link_to(Area(0, 0, 9, 9), "later", "Page 2"),
        lambda canvas: canvas.destination("later"),
    )
    (link,) = links_on(data)
    assert (link["page"], link["says"]) == (1, "Page 2")


def test_a_link_that_leads_nowhere_stops_the_document() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        document(lambda canvas: canvas.link_to(Area(0, 0, 9, 9), "nowhere", "x"))


def test_viewers_show_the_title_and_know_the_language() -> None:
    with opened(document(blank)) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.Root.Lang) == "en-GB"
