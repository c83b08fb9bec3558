"""Saved pages by their habits: what is built in parts, folded away, set beside the text, or said to visitors."""

from __future__ import annotations

import pytest

from pipeline.article import Subhead
from pipeline.diagnostic import Fault
from pipeline.importers import Release, Source, read_release
from pipeline.importers.values import plain
from tests.issue_desk import jpeg
from tests.reading_articles import paragraphs_of
from tests.unseen_builders import H, P, ps

HEAD = f"<h1>{H}</h1><p>18 May 2023</p>"
LATER = (
    "The harbour masters meet in Baku on the twelfth of June, in the hall of the port.",
    "A list of the ports that take part is kept by the secretariat in Aktau.",
)


def read(body: str, head: str = "", name: str = "page.html", **beside: bytes) -> Release:
    files = {key.replace("_", "."): value for key, value in beside.items()}
    markup = f"<html><head><title>{H}</title>{head}</head><body>{body}</body></html>"
    return read_release(Source(name, markup.encode(), files.get))


def left_out(release: Release) -> str:
    return " | ".join(item.text for item in release.dropped)


def subheads(release: Release) -> list[str]:
    return [plain(block.inlines) for block in release.blocks if isinstance(block, Subhead)]


@pytest.mark.parametrize(
    "line",
    [
        "<div class='subtitle'>Two years of talks end in Aktau</div>",
        "<h3>Two years of talks end in Aktau</h3>",
        "<div><p class='dek'>Two years of talks end in Aktau</p></div>",
    ],
)
def test_a_line_under_the_headline_stays(line: str) -> None:
    release = read(f"<div><div><h1>{H}</h1>{line}<p>18 May 2023</p></div><div class='text'>{ps()}</div></div>")
    assert "Two years of talks end in Aktau" in {release.standfirst, *paragraphs_of(release.blocks)}


def test_a_line_of_the_text_without_a_full_stop_stays_before_it() -> None:
    release = read(f"{HEAD}<div><p class='k'><i>Smaller ports are to get money from a fund</i></p>{ps()}</div>")
    assert paragraphs_of(release.blocks)[0] == "Smaller ports are to get money from a fund"


@pytest.mark.parametrize("line", ["<div>Posted by the office on 18 May 2023</div>", "<div>Share: mail</div>"])
def test_a_line_about_the_article_is_no_standfirst(line: str) -> None:
    assert paragraphs_of(read(f"<div><h1>{H}</h1>{line}{ps()}</div>").blocks) == list(P)


def test_the_entries_of_a_day_that_is_told_as_it_happens_stay() -> None:
    entries = "".join(
        f"<div class='entry'><div class='t'>0{n}:10</div><h3>Step {n} of the day</h3>"
        f"<p>{text}</p><button>Copy</button></div>"
        for n, text in enumerate((*P, *LATER))
    )
    release = read(f"<main>{HEAD}{entries}</main>")
    assert subheads(release) == [f"Step {n} of the day" for n in range(len(P) + len(LATER))]
    assert all(text in paragraphs_of(release.blocks) for text in (P[0], P[1], P[2], P[5], *LATER))


def test_neighbours_that_have_headlines_of_their_own_are_other_articles() -> None:
    items = [f"<div class='item'><h3>{H}</h3><p>18 May 2023</p>{ps()}</div>"]
    items += [
        f"<div class='item'><h3>Cranes come to Kuryk</h3><p>2 May 2023</p><p>{LATER[0]}</p><p>{LATER[1]}</p></div>"
    ]
    assert paragraphs_of(read("".join(items)).blocks) == list(P)


@pytest.mark.parametrize(
    "heading",
    [
        "<h3 class='accordion-header'><button>Who pays</button></h3>",
        "<header class='part-header'><h3>Who pays</h3></header>",
        "<div class='card-header'><h3>Who pays</h3></div>",
    ],
)
def test_headings_of_parts_that_fold_stay(heading: str) -> None:
    parts = f"<div class='part'>{heading}<div class='inner'><p>{LATER[0]}</p></div></div>"
    release = read(f"<div class='page'>{HEAD}<div class='text'>{ps()}{parts}<p>{LATER[1]}</p></div></div>")
    assert subheads(release) == ["Who pays"]
    assert paragraphs_of(release.blocks) == [*P, "Who pays", *LATER]


def test_the_heading_of_a_box_of_facts_stays() -> None:
    box = "<aside><div class='t9'>The pact in figures</div><dl><dt>Ports</dt><dd>forty-one</dd></dl></aside>"
    release = read(f"<article>{HEAD}<div class='text'>{ps()}{box}<p>{LATER[0]}</p></div></article>")
    assert "The pact in figures" in paragraphs_of(release.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Spotted a mistake? Select it and press Ctrl+Enter.",
        "You do not have permission to post comments.",
        "View original content to download multimedia: www.wire.example/1",
        "This page is hosted by FreeHome. Last revised: June 2, 2023",
        "Press enter or click to view the image in full size.",
        "Beginning of dialog window. Escape will close the window.",
        "[Close window] [Send as e-mail]",
        "Was this page helpful?",
    ],
)
def test_what_a_site_says_to_its_visitors_is_left_out_and_listed(line: str) -> None:
    release = read(f"<div>{HEAD}{ps()}<p>{line}</p></div>")
    assert paragraphs_of(release.blocks) == list(P)
    assert line in left_out(release)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers said that the page of the pact which was opened in Baku in March would be closed in May.",
        "Powered by the wind alone, the ferry crosses the lake in two hours.",
        "Inspectors found a mistake in the tables of two ports.",
        "Fishermen report a problem with nets near the new pier of Kuryk, and ask for help.",
        "The press came to see the picture of the port.",
        "“You receive this prize for patience,” said Leila Hassan.",
    ],
)
def test_a_sentence_of_the_text_with_such_words_stays(text: str) -> None:
    assert paragraphs_of(read(f"<div>{HEAD}{ps()}<p>{text}</p></div>").blocks) == [*P, text]


def test_what_is_said_of_the_author_at_the_end_is_left_out() -> None:
    about = "Written by Dana Kim for readers who live by the lake."
    release = read(f"<div>{HEAD}{ps()}<p>{about}</p></div>", "<meta name='author' content='Dana Kim'>")
    assert (release.byline, paragraphs_of(release.blocks)) == ("Dana Kim", list(P))
    assert about in left_out(release)


def test_an_author_is_known_by_the_name_of_the_place() -> None:
    release = read(
        f"<article><h1>{H}</h1><h4 class='author-name'><a href='/dk'>Dana Kim</a></h4>18 May 2023{ps()}</article>"
    )
    assert (release.byline, paragraphs_of(release.blocks)) == ("Dana Kim", list(P))


def test_a_teaser_amid_the_text_is_left_out() -> None:
    teaser = "<div class='b'><div>Featured</div><div>"
    teaser += "<a href='/t'>Tea on the old ferry</a><p>It sails on Sundays at two.</p></div></div>"
    release = read(f"<div>{HEAD}<div class='text'>{ps()}{teaser}<p>{LATER[0]}</p></div></div>")
    assert paragraphs_of(release.blocks) == [*P, LATER[0]]
    assert "Tea on the old ferry" in left_out(release)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Date:</td><td>18 May 2023</td></tr><tr><td>Subject:</td><td><b>{}</b></td></tr></table>",
        "<table><tr><td>{}</td><td><img src='pdf.gif'></td></tr><tr><td>18 May 2023</td><td></td></tr></table>",
    ],
)
def test_a_headline_in_a_table_is_the_title_and_not_the_site_s(table: str) -> None:
    markup = (
        f"<html><head><title>Lake Office :: {H}</title></head><body>{table.format(H)}<div>{ps()}</div></body></html>"
    )
    release = read_release(Source("page.html", markup.encode()))
    assert (release.headline, str(release.date)) == (H, "2023-05-18")
    assert paragraphs_of(release.blocks) == list(P)


def test_a_headline_beside_a_small_picture_is_no_caption() -> None:
    markup = "<html><head><title>main</title></head><body>"
    markup += f"<center><img src='bell.gif'><p><b>{H}</b></center>{ps()}</body></html>"
    release = read_release(Source("2023-05-18.html", markup.encode()))
    assert (release.headline, paragraphs_of(release.blocks)) == (H, list(P))


def test_a_page_without_a_headline_has_its_title_without_the_site() -> None:
    markup = f"<html><head><title>Lake Office :: {H}</title></head><body>{ps()}</body></html>"
    assert read_release(Source("2023-05-18.html", markup.encode())).headline == H


def test_the_day_in_a_caption_is_not_that_of_posting() -> None:
    picture = "<div class='pic'><img src='a.jpg'><div class='pic-text'>The port on 12 May 2023.</div></div>"
    text = f"<p>AKTAU, 18 May 2023 – {P[0]}</p><p>{P[1]}</p><p>{P[2]}</p>"
    release = read(f"<div><h1>{H}</h1>{picture}<div>{text}</div></div>", a_jpg=jpeg(900, 600))
    assert (str(release.date), release.place) == ("2023-05-18", "Aktau")


@pytest.mark.parametrize(
    "picture",
    [
        "<div class='shot' style=\"background-image:url('a.jpg')\" aria-label='Cranes over the port of Aktau'></div>",
        "<figure><div role='button'><img src='a.jpg' alt='Cranes over the port of Aktau'></div></figure>",
        "<div data-bg='a.jpg' aria-label='Cranes over the port of Aktau'></div>",
    ],
)
def test_pictures_of_the_text_stay_however_they_are_set(picture: str) -> None:
    release = read(f"<article>{HEAD}<p>{P[0]}</p>{picture}<p>{P[1]}</p></article>", a_jpg=jpeg(900, 600))
    assert [found.alt for found in release.pictures] == ["Cranes over the port of Aktau"]


def test_a_picture_above_the_headline_stays() -> None:
    body = f"<div class='m'><div class='photo_wrap'><img src='a.jpg'></div><div class='text'><b>{H}</b>{ps()}</div>"
    assert len(read(f"{body}<p>18 May 2023</p></div>", a_jpg=jpeg(900, 600)).pictures) == 1


def test_a_large_picture_that_is_left_out_is_listed() -> None:
    aside = "<aside><a href='/x'><img src='a.jpg' alt='A balloon over the lake'></a><a href='/x'>Pelicans</a></aside>"
    release = read(f"<article>{HEAD}{ps()}</article>{aside}", a_jpg=jpeg(900, 600))
    assert release.pictures == ()
    assert "a.jpg A balloon over the lake" in left_out(release)


def test_captions_in_attributes_are_read() -> None:
    link = "<a href='a.jpg' data-caption='Cranes over the &lt;b&gt;port&lt;/b&gt;.'><img src='a.jpg'></a>"
    release = read(f"<article>{HEAD}<p>{P[0]}</p><div>{link}</div><p>{P[1]}</p></article>", a_jpg=jpeg(900, 600))
    assert [found.caption for found in release.pictures] == ["Cranes over the port ."]


def test_a_picture_that_stands_twice_keeps_its_caption() -> None:
    figure = "<noscript><img src='a.jpg'></noscript><img data-src='a.jpg'><figcaption>The port.</figcaption>"
    figure = f"<figure>{figure}</figure>"
    release = read(f"<article>{HEAD}<p>{P[0]}</p>{figure}<p>{P[1]}</p></article>", a_jpg=jpeg(900, 600))
    assert [found.caption for found in release.pictures] == ["The port."]


@pytest.mark.parametrize("name", ["row", "views-row"])
def test_a_list_of_news_is_refused_as_such(name: str) -> None:
    rows = "".join(
        f"<div class='{name}'><span>{n} May 2023</span>"
        f"<h3><a href='/{n}'>News number {n} of the lake</a></h3><p>{text}</p></div>"
        for n, text in enumerate(LATER * 2, 1)
    )
    with pytest.raises(Fault) as caught:
        read(f"<main><h1>News and events</h1>{rows}<p>Page 1 of 20</p></main>")
    (finding,) = caught.value.findings
    assert finding.code == "E830"
    assert "News number 1 of the lake" in finding.message
