"""Saved pages that page builders made: text in blocks of many makes, figures, quotations, lists; and what says so."""

from __future__ import annotations

import json

import pytest

from pipeline.article import ItemList, Subhead
from pipeline.diagnostic import Fault
from pipeline.importers import Release, Source, read_release
from pipeline.importers.values import plain
from tests.issue_desk import jpeg
from tests.reading_articles import paragraphs_of
from tests.unseen_builders import H, P, ps

HEAD = f"<h1>{H}</h1><p>18 May 2023</p>"


def read(body: str, head: str = "", title: str = H, **beside: bytes) -> Release:
    files = {key.replace("_", "."): value for key, value in beside.items()}
    markup = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_release(Source("page.html", markup.encode(), files.get))


def texts(release: Release) -> list[str]:
    """The paragraphs and the items of lists."""
    return paragraphs_of(release.blocks)


@pytest.mark.parametrize(
    "figure",
    [
        "<div class='num'><strong>74 ha</strong><span>of wet woodland</span></div>",
        "<div class='stat'><p class='big'>74 ha</p><p class='small'>of wet woodland</p></div>",
        "<div class='counter'><div>74 ha</div><div>of wet woodland</div></div>",
    ],
)
def test_figures_between_two_paragraphs_stay_line_by_line(figure: str) -> None:
    blocks = f"<div class='b b--text'><p>{P[0]}</p><p>{P[1]}</p></div><div class='b b--figures'>{figure}</div>"
    release = read(f"<article>{HEAD}{blocks}<div class='b b--text'><p>{P[4]}</p></div></article>")
    assert texts(release) == [P[0], P[1], "74 ha", "of wet woodland", P[4]]


def test_a_block_that_begins_with_a_list_stays_behind_the_others() -> None:
    first = f"<div class='col text'><p>{P[0]}</p><p>{P[1]}</p></div>"
    last = f"<div class='col'><ul><li>Kuryk in June</li><li>Aktau in July</li></ul><p>{P[4]}</p></div>"
    release = read(f"<div><h1>{H}</h1><p>18 May 2023</p><div>{first}<h4>Next ports</h4>{last}</div></div>")
    assert texts(release) == [P[0], P[1], "Next ports", "Kuryk in June", "Aktau in July", P[4]]


def test_who_said_a_quotation_stays_with_it_at_the_end() -> None:
    quotation = (
        "<div class='quote'><div class='said'>A port has no shoulder</div><div class='who'>Leila Hassan</div></div>"
    )
    release = read(f"<main><div>{HEAD}</div><div class='text'>{ps()}{quotation}</div></main>")
    assert texts(release)[-2:] == ["A port has no shoulder", "Leila Hassan"]


def test_what_the_pages_data_repeat_is_text_wherever_it_stands() -> None:
    said = {
        "@type": "NewsArticle",
        "headline": H,
        "articleBody": f"{P[0]}\n\nFees by port\n\nKuryk: 12 dollars\n\n{P[4]}",
    }
    data = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    box = "<div class='x4'><aside class='widget'><a href='#'>Fees by port</a><div>Kuryk: 12 dollars</div></aside></div>"
    release = read(f"<div>{HEAD}<div class='x1'>{P[0]}</div>{box}<div class='x2'><i>{P[4]}</i></div></div>", data)
    assert texts(release) == [P[0], "Fees by port", "Kuryk: 12 dollars", P[4]]


def test_data_that_repeat_little_of_the_page_decide_nothing() -> None:
    said = {"@type": "NewsArticle", "articleBody": f"Cranes come to Kuryk {'another text that is not here ' * 9}"}
    data = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    release = read(f"<main>{HEAD}{ps()}</main><aside><a href='/2'>Cranes come to Kuryk</a></aside>", data)
    assert texts(release) == list(P)


def test_the_text_of_an_attached_file_is_left_out_with_its_heading() -> None:
    layer = "<div class='textLayer'><span>PACT ON PORTS</span><br><span>Article 1.</span></div>"
    viewer = f"<div class='pdfViewer'>{layer}</div>"
    release = read(f"<main>{HEAD}<div>{ps()}</div><div><h3>Attachments</h3>{viewer}</div></main>")
    assert texts(release) == list(P)
    assert "PACT ON PORTS" in " ".join(item.text for item in release.dropped)


def test_lines_in_bold_and_with_bullets_within_a_run_of_text_are_headings_and_items() -> None:
    run = f"{P[0]}<br><br><b>What comes next</b><br>{P[4]}<br><br>These take part:<br>• Kuryk<br>• Aktau"
    release = read(f"<div>{HEAD}<div class='t'>{run}</div></div>")
    assert [plain(b.inlines) for b in release.blocks if isinstance(b, Subhead)] == ["What comes next"]
    assert [len(b.items) for b in release.blocks if isinstance(b, ItemList)] == [2]
    assert texts(release) == [P[0], "What comes next", P[4], "These take part:", "Kuryk", "Aktau"]


@pytest.mark.parametrize(
    "frame",
    [
        "<div class='photoRight'><img src='a.jpg'><p>The quay at Kuryk</p></div>",
        "<div><p class='image'><img src='a.jpg'></p><div>The quay at Kuryk</div><div>© A. Lee</div></div>",
    ],
)
def test_a_line_in_the_frame_of_a_picture_is_its_caption(frame: str) -> None:
    release = read(f"<div>{HEAD}<p>{P[0]}</p>{frame}<p>{P[1]}</p><p>{P[4]}</p></div>", a_jpg=jpeg(640, 400))
    assert texts(release) == [P[0], P[1], P[4]]
    assert release.pictures[0].caption.startswith("The quay at Kuryk")


def test_the_sections_name_is_not_part_of_the_headline() -> None:
    way = "<ol><li><a href='/'>Port news</a></li></ol>"
    release = read(f"{way}<h1>Port news : {H}</h1><p>18 May 2023</p><div>{ps()}</div>", title=f"Port news : {H}")
    assert release.headline == H


def test_a_short_title_over_the_navigation_is_the_sites_name() -> None:
    top = "<b>Lake Office</b></td></tr><tr><td><a href='1'>Visas</a><br><a href='2'>Ports</a></td><td>"
    body = (
        f"<table><tr><td colspan=2>{top}<font size=4><b>{H}</b></font><br>18 May 2023<br><br>{ps()}</td></tr></table>"
    )
    assert read(body, title="Lake Office").headline == H


def test_the_foot_of_a_page_that_names_the_site_is_not_text() -> None:
    blocks = "".join(f"<div class='col {n}'><p class='t'>{text}</p></div>" for n, text in enumerate(P))
    foot = "<div class='col x'><div>Lake Office, the Old Quay</div></div>"
    assert texts(read(f"<main>{HEAD}{blocks}{foot}</main>", title=f"{H} | Lake Office")) == list(P)


def test_text_that_follows_upon_links_to_other_pages_is_not_the_articles() -> None:
    links = "<div><a href='1'>Cranes come to Kuryk</a></div><div><a href='2'>Five ports, five songs</a></div>"
    foot = "<div class='f'>The office is open to visitors on Fridays, and closed in August.</div>"
    release = read(f"<div>{HEAD}<div class='t'>{ps()}</div><div>{links}</div>{foot}</div>")
    assert texts(release) == list(P)


def test_a_field_for_addresses_amid_the_text_goes_with_its_line() -> None:
    letter = "<div><p>Get our letter every Saturday.</p><form><input type=email><button>Sign up</button></form></div>"
    release = read(f"<div>{HEAD}<div><p>{P[0]}</p>{letter}<p>{P[1]}</p><p>{P[4]}</p></div></div>")
    assert texts(release) == [P[0], P[1], P[4]]


def test_what_is_folded_away_is_text_with_its_heading() -> None:
    heading = "<div aria-controls=a tabindex=0><a href='#'>Who pays the fee?</a></div>"
    folded = f"<div>{heading}<div id=a>The ports do.</div></div>"
    release = read(f"<main>{HEAD}<div class='t'><p>{P[0]}</p><p>{P[1]}</p>{folded}<p>{P[4]}</p></div></main>")
    assert texts(release) == [P[0], P[1], "Who pays the fee?", "The ports do.", P[4]]


@pytest.mark.parametrize("around", [3, 140])
def test_text_within_too_many_elements_is_refused(around: int) -> None:
    inner = "".join(f"{'<div>' * around}<p>Line {n}.</p>{'</div>' * around}" for n in range(2_900))
    with pytest.raises(Fault, match="E803"):
        read(f"{HEAD}{inner}")
