"""What stands with a picture or a table: captions in columns and in galleries, titles of tables, front matter."""

from __future__ import annotations

import pytest

from pipeline.importers import Release, Source, read_release
from tests import word_maker as word
from tests.good_file import plain_picture
from tests.test_import_neighbours import ONE, PHOTOS, TEXT, TWO, H, read, texts

ROWS = "<tr><th>Day</th><th>Coins</th></tr><tr><td>Sunday</td><td>2</td></tr>"
A, B = "Boats on the upper lake at noon.", "The pier of Orrinmouth in fog."
PICTURES = [("a.png", A), ("b.png", B)]
CELLS = ["Day", "Coins", "Sunday", "2"]


def captions(release: Release) -> list[tuple[str, str]]:
    return [(found.name, found.caption) for found in release.pictures]


def article(inner: str) -> Release:
    return read(f"<article><h1>{H}</h1><p>14 April 2023</p><div class='t'>{inner}</div><p>Press: Ann Orr</p></article>")


def marked(front: str, **files: bytes) -> Release:
    text = f"---\ntitle: {H}\ndate: 2023-04-14\n{front}\n---\n\n{ONE}\n\n{TWO}\n"
    return read_release(Source("a.md", text.encode(), {f"images/{name}.png": data for name, data in files.items()}.get))


@pytest.mark.parametrize(
    "table",
    [
        f"<table><caption>Fares of the season</caption>{ROWS}</table>",
        f"<div><div class='tt'>Fares of the season</div><div><table>{ROWS}</table></div></div>",
        f"<h3>Fares of the season</h3><table>{ROWS}</table>",
    ],
)
def test_the_title_of_a_table_below_the_prose_stays_with_it(table: str) -> None:
    assert texts(article(TEXT + table))[2:] == ["Fares of the season", *CELLS]


def test_the_caption_of_a_table_in_a_figure_stays_with_it() -> None:
    figure = f"<figure><table>{ROWS}</table><figcaption>Fares of the season</figcaption></figure>"
    assert texts(article(TEXT + figure))[2:] == [*CELLS, "Fares of the season"]


def test_a_link_beside_a_table_is_no_title_of_it() -> None:
    table = f"<div><div><a href='/fares'>All fares of the lake</a></div><table>{ROWS}</table></div>"
    assert texts(article(TEXT + table))[2:] == CELLS


def test_captions_in_a_row_below_pictures_are_of_the_pictures_in_their_columns() -> None:
    rows = "<tr><td><img src='a.png'></td><td><img src='b.png'></td></tr>"
    rows += f"<tr><td>{A}</td><td><em>{B}</em></td></tr>"
    release = article(f"<p>{ONE}</p><table>{rows}</table><p>{TWO}</p>")
    assert captions(release) == PICTURES
    assert texts(release) == [ONE, TWO]


def test_a_column_without_a_caption_leaves_the_next_one_its_own() -> None:
    rows = f"<tr><td><img src='a.png'></td><td><img src='b.png'></td></tr><tr><td></td><td>{B}</td></tr>"
    assert captions(article(f"<p>{ONE}</p><table>{rows}</table><p>{TWO}</p>")) == [("a.png", ""), ("b.png", B)]


def test_captions_in_a_table_of_word_are_of_the_pictures_in_their_columns() -> None:
    file = word.WordFile(pictures={"r7": PHOTOS["a.png"], "r8": PHOTOS["b.png"]})
    held = tuple(word.paragraph(word.picture(name)) for name in ("r7", "r8"))
    said = tuple(word.paragraph(word.run(text, italic=True)) for text in (A, B))
    file.add(word.paragraph(H, style="Title"), word.paragraph(ONE), word.table(held, said), word.paragraph(TWO))
    release = read_release(Source("a.docx", file.bytes()))
    assert [(found.data, found.caption) for found in release.pictures] == [(PHOTOS["a.png"], A), (PHOTOS["b.png"], B)]
    assert texts(release) == [ONE, TWO]


def test_texts_below_pictures_that_are_paragraphs_or_headings_stay_text() -> None:
    rows = "<tr><td><img src='a.png'></td><td><img src='b.png'></td></tr>"
    rows += f"<tr><td><h3>Boats</h3></td><td><p>{A}</p><p>{B}</p></td></tr>"
    release = article(f"<p>{ONE}</p><table>{rows}</table><p>{TWO}</p>")
    assert texts(release) == [ONE, "Boats", A, B, TWO]


@pytest.mark.parametrize(
    "link, name",
    [("<a>", "G_caption__x"), ("<a href='#'>", "image-caption"), ("<a href='{}'>", ""), ("<span>", "caption")],
)
def test_captions_within_the_frames_of_a_gallery_are_read(link: str, name: str) -> None:
    end = "</span>" if link == "<span>" else "</a>"
    items = [f"{link.format(file)}<img src='{file}'><span class='{name}'>{said}</span>{end}" for file, said in PICTURES]
    release = article(f"<p>{ONE}</p><div class='g'>{' '.join(items)}</div><p>{TWO}</p>")
    assert captions(release) == PICTURES
    assert texts(release) == [ONE, TWO]


def test_pictures_with_words_that_lead_to_other_pages_are_no_gallery() -> None:
    items = [
        f"<div><a href='/n/{n[0]}'><img src='{n}'><span class='caption'>{said}</span></a></div>" for n, said in PICTURES
    ]
    release = article(f"<p>{ONE}</p><div class='g'>{''.join(items)}</div><p>{TWO}</p>")
    assert (captions(release), texts(release)) == ([], [ONE, TWO])


@pytest.mark.parametrize(
    "front",
    [
        f"heroImage: ./images/a.png\nheroImageAlt: Three boats on water\nheroCaption: {A}",
        f"featured_image: images/a.png\nfeatured_image_alt: Three boats on water\nfeatured_image_caption: {A}",
        f"cover:\n  image: images/a.png\n  alt: Three boats on water\n  caption: {A}",
        f"hero:\n  src: images/a.png\n  alt: Three boats on water\n  caption: {A}",
        f"thumbnail: images/b.png\nimages: [images/a.png]\nimage-alt: Three boats on water\nimage_caption: {A}",
        f"thumbnail: images/a.png\nthumbnailAlt: Three boats on water\nthumbnailCaption: {A}",
        f"image: images/a.png\nalt: Three boats on water\ncaption: {A}",
    ],
)
def test_the_picture_of_front_matter_is_taken_with_what_is_said_of_it(front: str) -> None:
    release = marked(front, a=PHOTOS["a.png"], b=plain_picture("png", (9, 9, 9)))
    assert [(found.name, found.alt, found.caption) for found in release.pictures] == [
        ("a.png", "Three boats on water", A)
    ]
    assert texts(release) == [ONE, TWO]


def test_the_credit_of_front_matter_is_the_pictures() -> None:
    release = marked(f"image: images/a.png\nimage_caption: {A}\nimage_credit: Jane Lee", a=PHOTOS["a.png"])
    assert [(found.caption, found.credit) for found in release.pictures] == [(A, "Photo: Jane Lee")]


def test_what_front_matter_says_of_more_pictures_than_one_is_listed() -> None:
    release = marked("images: [images/a.png, images/b.png]", a=PHOTOS["a.png"], b=PHOTOS["b.png"])
    assert captions(release) == [("a.png", "")]
    assert "images: images/a.png, images/b.png" in {item.text for item in release.dropped}


def test_what_front_matter_says_of_no_picture_is_listed() -> None:
    release = marked("heroImage: images/c.png\nimagePosition: left\nheader: wide", a=PHOTOS["a.png"])
    assert release.pictures == ()
    assert {item.text for item in release.dropped} >= {"heroImage: images/c.png", "imagePosition: left", "header: wide"}
