"""Habits of pages, mails and files at first sight: where pictures and days stand, what mail programs print."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from pipeline.importers import Release, Source, read_release
from pipeline.importers.about import set_apart
from pipeline.importers.wording import is_office
from tests import word_maker as word
from tests.reading_articles import paragraphs_of
from tests.test_import_hostile import body, word_with
from tests.test_import_neighbours import PHOTOS, TEXT, H, read, texts

HEAD = f"<h1>{H}</h1>"
TO = "To: The Desk &lt;desk@lakes.example&gt;"
CELL = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def names(release: Release) -> list[str]:
    return [found.name for found in release.pictures]


def listed(release: Release) -> str:
    return " | ".join(item.text for item in release.dropped)


def par(text: str) -> str:
    return word.paragraph(word.run(text))


def of_text(*lines: str) -> Release:
    return read_release(Source("a.txt", "\n\n".join(lines).encode()))


@pytest.mark.parametrize("name", ["news-view__img", "post-views", "tag-image", "entry-tags"])
def test_a_picture_in_a_frame_whose_name_means_a_line_stays(name: str) -> None:
    release = read(f"<div>{HEAD}<div class='{name}'><img src='a.png'></div><div class='t'>{TEXT}</div></div>")
    assert names(release) == ["a.png"]


@pytest.mark.parametrize("heading", ["", "<h3>Photos of the day</h3>"])
def test_a_gallery_right_below_the_text_is_the_articles(heading: str) -> None:
    shown = "<div><a class='zoom'><img src='a.png'></a></div><div><a href='b.png'><img src='b.png'></a></div>"
    release = read(f"<div>{HEAD}<div class='t'>{TEXT}</div><div class='g'>{heading}<div>{shown}</div></div></div>")
    assert names(release) == ["a.png", "b.png"]


@pytest.mark.parametrize(
    "below",
    [
        "<div><img src='a.png'><p>Jane Lee</p></div>",
        "<div><a href='/news/2'><img src='a.png'></a></div>",
        "<div><h3>Related news</h3><img src='a.png'></div>",
        "<p><a href='/all'>All news of the upper lake</a></p><div><img src='a.png'></div>",
    ],
)
def test_a_picture_that_shows_something_else_is_not(below: str) -> None:
    release = read(f"<div>{HEAD}<div class='t'>{TEXT}</div>{below}</div>")
    assert names(release) == []
    assert "a.png" in listed(release)


def test_a_frame_around_the_picture_above_the_headline_may_be_far_out() -> None:
    picture = "<div class='image'><div><div class='field'><img src='a.png'></div></div></div>"
    release = read(f"<div class='left'>{picture}<div class='c'>{HEAD}</div><div class='t'>{TEXT}</div></div>")
    assert names(release) == ["a.png"]


@pytest.mark.parametrize(
    "line, made",
    [
        ("14 апреля 2023 года\t\t\tг. Светлоярск", "14 апреля 2023 года, г. Светлоярск"),
        ("Orrinmouth      14 April 2023", "Orrinmouth, 14 April 2023"),
        ("14 April 2023\tOrrinmouth", "14 April 2023, Orrinmouth"),
        ("Tickets\t14 coins", "Tickets\t14 coins"),
        ("14 April 2023    the ferry is back", "14 April 2023    the ferry is back"),
    ],
)
def test_a_day_and_a_place_at_the_two_ends_of_a_line_are_read_with_a_comma(line: str, made: str) -> None:
    assert set_apart(line) == made


def test_a_place_and_a_day_parted_by_tabs_are_found_in_word_and_in_plain_text() -> None:
    one, two = (part.split("</p>")[0] for part in TEXT.split("<p>")[1:])
    line = f"<w:p>{CELL.format('14 April 2023')}<w:r><w:tab/></w:r><w:r><w:tab/></w:r>{CELL.format('Orrinmouth')}</w:p>"
    blocks = (par("PRESS RELEASE"), line, par(H), par(one), par(two))
    for release in (
        read_release(Source("a.docx", word_with(body("".join(blocks))))),
        of_text("PRESS RELEASE", "14 April 2023\t\tOrrinmouth", H, one, two),
    ):
        assert (str(release.date), release.place, release.headline) == ("2023-04-14", "Orrinmouth", H)


def test_links_alone_under_a_heading_behind_the_text_are_not_of_it() -> None:
    links = "<h3>Links</h3><ul><li><a href='/d'>Files of the hearing</a></li></ul><h3>Who asks</h3><p>The pier.</p>"
    release = read(f"<main>{HEAD}<div>{TEXT}{links}</div></main>")
    assert texts(release)[2:] == ["Who asks", "The pier."]
    assert "Files of the hearing" in listed(release)


def test_the_print_view_of_a_mail_is_read_as_a_mail() -> None:
    top = "<table><tr><td><b>The Desk &lt;desk@lakes.example&gt;</b></td></tr></table><b>Our text for May</b>"
    head = f"<div>Ann Orr &lt;ann@pier.example&gt;</div><div>4 May 2023 at 9:12</div><div>{TO}</div>"
    said = f"<div>Dear all,</div><div>as promised, our text.</div><div><b>{H}</b></div>{TEXT}"
    said += "<div>Best regards,</div><div>Ann</div>"
    release = read(f"{top}{head}<div>{said}</div>", "Mail - Our text for May")
    assert (release.headline, str(release.date)) == (H, "2023-05-04")
    assert texts(release) == [part.split("</p>")[0] for part in TEXT.split("<p>")[1:]]
    assert "Our text for May" in listed(release)


def test_a_page_that_ends_with_whom_to_ask_is_no_mail() -> None:
    release = read(f"{HEAD}{TEXT}<p>To: Ann Orr &lt;ann@pier.example&gt;</p><p>Ben Orr &lt;ben@pier.example&gt;</p>")
    assert release.headline == H
    assert len(texts(release)) >= 2


def test_the_address_of_the_sender_above_the_foot_of_a_letter_goes_with_it() -> None:
    letter = EmailMessage()
    letter["Subject"] = H
    foot = "<p>Institute of Lakes, 12 Pier Road</p><p>This e-mail was sent to desk@lakes.example.</p><p>Unsubscribe</p>"
    letter.set_content(f"<h1>{H}</h1>{TEXT}{foot}", subtype="html")
    release = read_release(Source("a.eml", letter.as_bytes()))
    assert len(texts(release)) == 2
    assert "Institute of Lakes, 12 Pier Road" in listed(release)


def test_a_greeting_and_drawn_rules_do_not_hide_a_headline() -> None:
    letter = EmailMessage()
    letter["Subject"] = "資料"
    rule, headline = "―" * 20, "離島の診療所に通信衛星を使った遠隔診療を導入"
    prose = "浜千鳥県は医師が常駐していない五つの島の診療所に装置を設置しました。六月一日から診療を始めます。"
    hello = "いつもお世話になっております。下記のとおりお知らせいたします。"
    letter.set_content("\n\n".join([hello, f"{rule}\n{headline}\n{rule}", prose, prose[::-1]]))
    release = read_release(Source("a.eml", letter.as_bytes()))
    assert release.headline == headline
    assert hello in listed(release)


def test_lines_of_a_heading_that_each_say_a_whole_thing_are_parted() -> None:
    lines = ("Five new piers serve eleven thousand people of the lake", "Each of them has a bench and a bell for fog")
    found = read(f"<main>{HEAD}<h3>{'<br>'.join(lines)}</h3><p>14 April 2023</p>{TEXT}</main>")
    assert {*lines} <= {found.standfirst, *texts(found)}


def test_an_office_that_posted_is_no_author() -> None:
    assert [who for who in ("PIO Orrinmouth", "Jane Lee", "JANE LEE", "Jane LEE") if is_office(who)] == [
        "PIO Orrinmouth"
    ]
    assert read(f"{HEAD}<p>Posted on 14 April 2023 by PIO Orrinmouth</p>{TEXT}").byline == ""
    assert read(f"{HEAD}<p>Posted on 14 April 2023 by Jane Lee</p>{TEXT}").byline == "Jane Lee"


def test_the_day_of_a_bar_above_the_article_is_not_its_day() -> None:
    bar = "<div class='bar'><button>Edit</button><span>Published 4/25/2023</span></div>"
    release = read(f"{bar}<article><div>{HEAD}<div>April 14, 2023</div></div><div>{TEXT}</div></article>")
    assert str(release.date) == "2023-04-14"


def test_words_for_readers_without_scripts_are_listed() -> None:
    release = read(f"<noscript><p>Turn <b>scripts</b> on.</p></noscript>{HEAD}{TEXT}")
    assert "Turn scripts on." in listed(release)
    assert len(paragraphs_of(release.blocks)) == 2


def test_the_caption_of_a_picture_that_no_page_can_show_is_told() -> None:
    files = {**PHOTOS, "c.bmp": b"BM" + bytes(4_000)}
    picture = "<figure><img src='c.bmp'><figcaption>The ferry at her pier</figcaption></figure>"
    markup = f"<html><body><main>{HEAD}<p>14 April 2023</p>{TEXT}{picture}</main></body></html>"
    release = read_release(Source("page.html", markup.encode(), files.get))
    assert any(f.code == "W813" and "The ferry at her pier" in (f.hint or "") for f in release.findings)
