"""Lines that are nothing without their neighbours, titles that are the site's, and texts in unlikely places."""

from __future__ import annotations

import pytest

from pipeline.importers import Release, Source, read_release
from tests.good_file import plain_picture
from tests.reading_articles import paragraphs_of

H = "Ferry service returns to the upper lake"
ONE = "The ferry is back after two winters, and it runs on Sundays. Tickets are sold on board, for coins."
TWO = "Nobody has missed it more than the postman, who rowed for two winters and will not say how often."
TEXT = f"<p>{ONE}</p><p>{TWO}</p>"
PHOTOS = {"a.png": plain_picture("png", (40, 90, 140)), "b.png": plain_picture("png", (80, 90, 140))}


def read(body: str, title: str = H) -> Release:
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_release(Source("page.html", markup.encode(), PHOTOS.get))


def texts(release: Release) -> list[str]:
    return paragraphs_of(release.blocks)


def test_the_title_of_a_table_stands_before_it() -> None:
    rows = "<tr><th>Day</th><th>Coins</th></tr><tr><td>Sunday</td><td>2</td></tr>"
    table = f"<table><caption>Fares</caption>{rows}</table>"
    found = texts(read(f"<h1>{H}</h1>{TEXT}{table}<p>{ONE[:40]} again.</p>"))
    assert found.index("Fares") == 2


def test_a_headline_has_prose_behind_it() -> None:
    foot = "<div id='foot'>Upper Lake Commission, Pier House, Orrinmouth</div>"
    release = read(f"<div><h3>{H}</h3>{TEXT}</div>{foot}", "Upper Lake Commission: News")
    assert release.headline == H
    assert texts(release) == [ONE, TWO]


def test_the_first_heading_that_leads_home_is_the_sites_name() -> None:
    top = "<header><h1 class='logo'><a href='index.html'>Ministry of Lakes</a></h1></header>"
    item = f"<h2 class='entry-title'><a href='/news/12'>Ministry of Lakes: {H}</a></h2>"
    assert (
        read(f"{top}<article>{item}{TEXT}</article>", "News - Ministry of Lakes").headline == f"Ministry of Lakes: {H}"
    )


def test_the_line_that_a_board_calls_the_title_is_the_headline() -> None:
    menu = "<ul><li><a href='/n'>보도자료</a></li></ul><h2>보도자료</h2>"
    rows = f"<tr><th>제목</th><td>{H}</td></tr><tr><th>작성일</th><td>2023-06-07</td></tr>"
    release = read(f"{menu}<table>{rows}<tr><td>{TEXT}</td></tr></table>", "보도자료 상세")
    assert (release.headline, str(release.date)) == (H, "2023-06-07")
    assert texts(release) == [ONE, TWO]


@pytest.mark.parametrize(
    "rest",
    [
        "<div><h2>Page details</h2><dl><dt>Date modified:</dt><dd>2023-04-17</dd></dl></div>",
        "<div><h3>Gallery</h3><div><img src='a.png'><img src='b.png'></div></div>",
        "<div><p>Is this page of use to you?</p><button>Yes</button><button>No</button></div>",
        "<div>- Reklam -</div>",
        "<ul><li><a href='/plan.pdf'>Plan of the pier (pdf, 1 MB)</a></li></ul>",
        "<p>* * *</p><p>MJ/AK</p>",
    ],
    ids=["day of change", "gallery", "question", "advert", "attachment", "initials"],
)
def test_what_only_introduces_something_else_is_left_out_with_it(rest: str) -> None:
    assert texts(read(f"<main><h1>{H}</h1>{TEXT}{rest}</main>")) == [ONE, TWO]


def test_a_few_words_among_facts_about_the_article_are_no_text() -> None:
    facts = "<div><div>Published in</div><a href='/n'><p>Lake Notes</p></a><div>8 June 2023</div></div>"
    release = read(f"<article><h1>{H}</h1><h2>{TWO}</h2>{facts}{TEXT}</article>")
    assert "Published in" not in texts(release)
    assert any("Published in" in left.text for left in release.dropped)


def test_a_heading_over_quotations_is_text() -> None:
    quotes = f"<h2>Quotes</h2><blockquote><p>{ONE[:50]} at last.</p></blockquote><p>{TWO} Still.</p>"
    assert "Quotes" in texts(read(f"<main><h1>{H}</h1>{TEXT}{quotes}</main>"))


def test_a_note_that_leads_back_to_its_mark_moves_no_paragraph() -> None:
    marked = "<p>It was built by hand [<a href='#n' id='m'>1</a>]. It floats.</p>"
    note = "<div class='notes'><h2>Notes</h2><p id='n'>[<a href='#m'>1</a>] Report of the carpenter.</p></div>"
    release = read(f"<main><h1>{H}</h1>{TEXT}{marked}{note}</main>")
    assert texts(release) == [ONE, TWO, "It was built by hand. It floats."]
    assert len(release.notes) == 1
    assert "Notes" in {left.text for left in release.dropped}


def test_a_picture_with_a_caption_stays_though_it_leads_to_a_page_of_its_own() -> None:
    figure = (
        "<div><figure><a href='/media/1'><img src='a.png'></a><figcaption><p>The ferry at its pier on Sunday.</p>"
        "<p><a href='/media/1'>view more</a></p><p class='credit'>Credit: Ana Prates</p></figcaption></figure></div>"
    )
    release = read(f"<div><h1>{H}</h1><div>{figure}<div class='entry'>{TEXT}</div></div></div>")
    assert [(p.caption, p.credit) for p in release.pictures] == [
        ("The ferry at its pier on Sunday.", "Credit: Ana Prates")
    ]


def test_the_title_of_a_link_to_a_larger_copy_is_a_caption_and_the_name_of_a_file_is_none() -> None:
    linked = "<p><a href='/big/a.png' title='The pier in May'><img src='a.png'></a></p>"
    named = "<p><a href='/big/b.png' data-title='pier-south'><img src='b.png'></a></p>"
    release = read(f"<main><h1>{H}</h1><p>{ONE}</p>{linked}{named}<p>{TWO}</p></main>")
    assert [p.caption for p in release.pictures] == ["The pier in May", ""]


def test_a_line_that_names_its_photographer_behind_the_picture_is_a_caption() -> None:
    line = "<p><img src='a.png'></p><p>船员在码头检查设备。李望舒 摄</p>"
    release = read(f"<main><h1>{H}</h1><p>{ONE}</p>{line}<p>{TWO}</p></main>")
    assert [p.caption for p in release.pictures] == ["船员在码头检查设备。李望舒 摄"]
    assert texts(release) == [ONE, TWO]


def test_a_caption_that_ends_with_the_sites_name_is_whole() -> None:
    line = "<div class='media'><img src='a.png'><p class='caption'>The ferry © City of Orrin</p></div>"
    release = read(f"<main><h1>{H}</h1><p>{ONE}</p>{line}<p>{TWO}</p></main>", f"{H} | City of Orrin")
    assert [(p.caption, p.credit) for p in release.pictures] == [("The ferry", "© City of Orrin")]


def test_days_beside_their_labels_are_no_parts_of_a_programme() -> None:
    facts = "<dl><dt>Published</dt><dd>18 May 2023</dd><dt>Last updated</dt><dd>19 May 2023</dd></dl>"
    assert texts(read(f"<main><h1>{H}</h1><p>{ONE}</p>{facts}<p>{TWO}</p></main>")) == [ONE, TWO]


@pytest.mark.parametrize(
    "fold",
    [
        "<div><h3>May children come?</h3><button>+</button><div>One at a time</div></div>",
        "<div><div><h3>May children come?</h3><button>Expand</button></div><div>One at a time</div></div>",
    ],
)
def test_a_short_answer_that_is_folded_below_its_question_is_text(fold: str) -> None:
    found = texts(read(f"<main><h1>{H}</h1><p>{ONE}</p><div>{fold}</div><p>{TWO}</p></main>"))
    assert found == [ONE, "May children come?", "One at a time", TWO]
