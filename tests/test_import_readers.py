"""What readers make of particular things: facts, end marks, descriptions, archives, what is passed over."""

from __future__ import annotations

import base64

import pytest

from pipeline.importers import Release, Source, read_release
from pipeline.importers.headline import is_sentence, shorter
from pipeline.importers.writing import markdown_of
from tests import word_maker as word
from tests.issue_desk import jpeg
from tests.reading_articles import paragraphs_of
from tests.release_letters import mail
from tests.release_sources import PHOTO, TITLE, A, B, C, page


def read(markup: str, name: str = "a.html", **beside: bytes) -> Release:
    return read_release(
        Source(name, markup.encode(), {key.replace("_", "."): data for key, data in beside.items()}.get)
    )


def codes(release: Release) -> set[str]:
    return {finding.code for finding in release.findings}


def html(inner: str, **more: str) -> str:
    return page(f"<h1>{TITLE}</h1><p>December 5, 2019</p>{inner}", **more)


def test_a_source_without_a_headline_is_named_after_its_file() -> None:
    long = f"{A} {B} {C} {A} {B}"
    release = read(f"{long}\n\n{long}\n", "lake_release-5.txt")
    assert (release.headline, codes(release)) == ("Lake release 5", {"W811"})


def test_a_date_that_can_be_read_two_ways_is_told() -> None:
    release = read(f"{TITLE}\n\n4/5/2023\n\n{A}\n", "a.txt")
    assert (str(release.date), codes(release)) == ("2023-05-04", {"W816"})
    american = read(html(f"<p>{A}</p><p>{B}</p>", lang="en-US").replace("December 5, 2019", "4/5/2023"))
    assert str(american.date) == "2023-04-05"


def test_the_date_that_readers_see_counts_more_than_that_of_the_pages_data() -> None:
    head = '<meta property="article:published_time" content="2023-01-01T00:00:00Z">'
    assert str(read(html(f"<p>{A}</p><p>{B}</p>", head=head)).date) == "2019-12-05"
    unseen = page(f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p>", head=head)
    assert str(read(unseen).date) == "2023-01-01"


def test_the_name_of_the_file_gives_the_date_where_nothing_else_does() -> None:
    assert str(read(f"{TITLE}\n\n{A}\n\n{B}\n", "release_2023-04-05.txt").date) == "2023-04-05"


def test_what_stands_behind_the_mark_of_the_end_is_left_out() -> None:
    release = read(f"{TITLE}\n\n5 December 2019\n\n{A}\n\n###\n\nFor more information call Anna.\n", "a.txt")
    assert paragraphs_of(release.blocks) == [A]
    assert ("For more information call Anna.", "behind the mark of the end") in {
        (d.text, d.why) for d in release.dropped
    }


def test_a_dateline_of_another_day_stays_in_the_text() -> None:
    dated = f"ASTANA, 4 December 2019 – {A}"
    release = read(html(f"<p>{dated}</p><p>{B}</p>"))
    assert (paragraphs_of(release.blocks), release.place) == ([dated, B], "")


def test_a_dateline_with_its_country_gives_both() -> None:
    release = read(html(f"<p>Almaty, Kazakhstan, 5 December 2019 — {A}</p><p>{B}</p>"))
    assert (paragraphs_of(release.blocks), release.place) == ([A, B], "Almaty, Kazakhstan")


def test_a_bold_line_of_its_own_is_a_subhead_and_lines_with_bullets_are_a_list() -> None:
    release = read(html(f"<p>{A}</p><p><b>What is next</b></p><p>{B}</p><p>• one boat<br>• two boats</p>"))
    assert [type(block).__name__ for block in release.blocks] == ["Paragraph", "Subhead", "Paragraph", "ItemList"]
    assert len(release.repairs) == 2


def test_a_lone_stop_behind_a_short_headline_goes() -> None:
    release = read(f"Boats arrive.\n\n5 December 2019\n\n{A}\n", "a.txt")
    assert (release.headline, release.standfirst, release.proposed) == ("Boats arrive", "", False)


@pytest.mark.parametrize(
    "sentence, shortened",
    [
        (A, "The Minister of Lakes received the ambassador"),
        (
            "Secretary General Kairat Orlov met with the Minister of Lakes to discuss boats and fish.",
            "Secretary General Kairat Orlov met with the Minister of Lakes",
        ),
        (
            "Nine dams, which hold eleven cubic kilometres of water, met in Nurek on Tuesday.",
            "Nine dams, which hold eleven cubic kilometres of water",
        ),
    ],
)
def test_a_shorter_headline_ends_where_a_phrase_begins(sentence: str, shortened: str) -> None:
    assert is_sentence(sentence)
    assert shorter(sentence) == shortened


@pytest.mark.parametrize(
    "alt, kept",
    [
        ("Two men shaking hands at a table", "Two men shaking hands at a table"),
        ("DSC_0012.jpg", ""), ("image", ""), (TITLE, ""), ("photo 1", ""), ("The minister (left)", ""),
    ],
)  # fmt: skip
def test_an_alt_is_kept_where_it_describes(alt: str, kept: str) -> None:
    markup = html(
        f"<p>{A}</p><figure><img src='a.jpg' alt='{alt}'><figcaption>The minister (left).</figcaption></figure>"
        f"<p>{B}</p>"
    )
    (picture,) = read(markup, a_jpg=PHOTO).pictures
    assert (picture.alt, picture.caption) == (kept, "The minister (left).")


def test_an_alt_that_a_machine_wrote_is_told() -> None:
    file = word.WordFile(pictures={"p1": PHOTO}).add(
        word.paragraph(TITLE, style="Title"), word.paragraph("5 December 2019"), word.paragraph(A)
    )
    file.add(word.paragraph(word.picture("p1", alt="Two men at a table  Description automatically generated")))
    release = read_release(Source("a.docx", file.bytes()))
    assert (release.pictures[0].alt, codes(release)) == ("Two men at a table", {"A817"})


def test_words_that_the_reader_of_word_files_passes_over_are_told() -> None:
    file = word.WordFile().add(
        word.paragraph(TITLE, style="Title"), word.paragraph("5 December 2019"), word.paragraph(A)
    )
    file.add("<w:p><w:unknown><w:strange><w:r><w:t>Zx</w:t></w:r></w:strange></w:unknown></w:p>")
    assert "W823" in codes(read_release(Source("a.docx", file.bytes())))


def test_pictures_within_the_page_and_lazy_ones_are_taken_and_each_once() -> None:
    inline = base64.b64encode(PHOTO).decode()
    markup = html(
        f"<p>{A}</p><img src='data:image/jpeg;base64,{inline}'><img src='wait.gif' data-src='a.jpg'>"
        f"<img src='b.jpg'><p>{B}</p>"
    )
    assert [picture.data for picture in read(markup, a_jpg=PHOTO, b_jpg=jpeg(500, 400)).pictures] == [
        PHOTO,
        jpeg(500, 400),
    ]


def test_pictures_in_lists_and_quotations_are_taken_and_the_text_around_them_stays() -> None:
    inner = "<ul><li>one boat <img src='a.jpg'></li><li><img src='b.jpg'></li></ul>"
    inner += "<blockquote><img src='c.jpg'>Boats!</blockquote>"
    release = read(html(f"<p>{A}</p>{inner}<p>{B}</p>"), a_jpg=PHOTO, b_jpg=jpeg(500, 400), c_jpg=jpeg(510, 400))
    assert paragraphs_of(release.blocks) == [A, "one boat", "Boats!", B]
    assert len(release.pictures) == 3


def test_breaks_and_pull_quotes_of_markdown_stay() -> None:
    text = f"# {TITLE}\n\n5 December 2019\n\n{A}\n\n***\n\n::: pull\nThey spoke of boats\n:::\n\n{B}\n"
    written = markdown_of(read(text, "a.md"), ())
    assert "\n\n***\n\n::: pull\nThey spoke of boats\n:::\n\n" in written


def test_a_web_archive_is_read_with_the_pictures_in_it() -> None:
    message = mail("Saved page", markup=html(f"<p>{A}</p><img src='https://lakes.example/a.jpg'><p>{B}</p>"))
    message.make_related()
    message.add_related(PHOTO, "image", "jpeg", headers=["Content-Location: https://lakes.example/a.jpg"])
    release = read_release(Source("a.mhtml", message.as_bytes()))
    assert (release.headline, paragraphs_of(release.blocks), len(release.pictures)) == (TITLE, [A, B], 1)


def test_a_forwarded_letter_loses_its_heads_and_its_signature() -> None:
    head = "Begin forwarded message:\n\nFrom: Anna\nTo: Bek\nSubject: Release"
    letter = f"{head}\n\n{TITLE}\n\n{A}\n\n{B}\n\n-- \nAnna\nPress office"
    release = read_release(Source("a.eml", mail(f"Fwd: {TITLE}", letter).as_bytes()))
    assert paragraphs_of(release.blocks) == [A, B]
    assert "head of the e-mail" in {item.why for item in release.dropped}


def test_a_letter_with_a_paper_attached_stays_the_release() -> None:
    message = mail(TITLE, "\n\n".join((TITLE, *[f"{A} {B}"] * 6)))
    paper = word.WordFile().add(word.paragraph("Agenda"), word.paragraph("Nine o'clock: opening of the meeting."))
    message.add_attachment(paper.bytes(), maintype="application", subtype="octet-stream", filename="agenda.docx")
    release = read_release(Source("a.eml", message.as_bytes()))
    assert len(release.blocks) == 6
    assert "W822" in codes(release)


def test_links_to_documents_in_the_text_stay_and_teasers_go() -> None:
    papers = ("The map of all nine lakes", "The list of all boats")
    news = ("Snow closes the pass for days", "Museum of boats opens in spring")
    documents = f"<p>Documents:</p><ul>{''.join(f'<li><a href=a.pdf>{paper}</a></li>' for paper in papers)}</ul>"
    teasers = f"<div><ul>{''.join(f'<li><a href=1>{headline}</a></li>' for headline in news)}</ul></div>"
    release = read(html(f"<div class=text><p>{A}</p>{documents}<p>{B}</p></div>{teasers}"))
    assert paragraphs_of(release.blocks) == [A, "Documents:", *papers, B]
