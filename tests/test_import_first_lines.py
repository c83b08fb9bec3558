"""The lines above a release's text: which is the headline, which says who sends it, of what kind it is, and when."""

from __future__ import annotations

from base64 import b64encode

import pytest

from pipeline.article import Table
from pipeline.importers import Release, Source, read_release
from pipeline.importers.kinds import is_kind, is_sender
from pipeline.importers.wording import is_date_line, is_label
from pipeline.language.day_reading import days_in
from tests import word_maker as word
from tests.reading_articles import paragraphs_of
from tests.release_sources import PHOTO, TITLE, A, B
from tests.test_import_hostile import body, word_with

SIZED = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="{}"/></w:rPr><w:t>{}</w:t></w:r></w:p>'
INITIAL = '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not yet agreed</w:t></w:r></w:p>"
FRACTION = (
    "<w:p><w:r><w:t>One share in </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>12</m:t></m:r></m:den></m:f></m:oMath></w:p>"
)


def of_text(*lines: str) -> Release:
    return read_release(Source("a.txt", "\n\n".join([*lines, A, B]).encode()))


def of_word(*blocks: str) -> Release:
    return read_release(Source("a.docx", word_with(body("".join(blocks)))))


def of_markdown(*parts: str) -> Release:
    beside = {"a.jpg": PHOTO}.get
    return read_release(Source("a.md", "\n\n".join([*parts]).encode(), beside))


LABELS = (
    *(
        "Press information",
        "THÔNG CÁO BÁO CHÍ",
        "BASIN BÜLTENİ",
        "ΔΕΛΤΙΟ ΤΥΠΟΥ",
        "P R E S S  R E L E A S E",
        "보도자료",
    ),
    *("Medieninformation Nr. 12/2023", "Press release / Communiqué de presse", "Pressemitteilung der Stadt Wien"),
    *("Lake Authority SIARAN PERS NOMOR: SP.114/V/2023", "प्रेस विज्ञप्ति", "報道発表資料", "بيان صحفي"),
)


@pytest.mark.parametrize("label", LABELS)
def test_a_line_that_says_what_follows_is_known_in_many_languages(label: str) -> None:
    assert is_label(label)
    assert of_text("Museum of Customs and Excise, Port Hallam", label, "28 June 2023", TITLE).headline == TITLE


@pytest.mark.parametrize("line", ["Press release shows new lakes", "Covid-19", "Press", "Statement on lakes"])
def test_a_line_with_more_than_a_kind_is_none(line: str) -> None:
    assert not is_kind(line)


def test_names_of_organisations_are_told_from_what_they_do() -> None:
    names = (
        "Museum of Customs, Port Hallam|Ministère de la transition énergétique|Министерство водных ресурсов|国土交通省"
    )
    deeds = "Ministry opens new bridge|Ministry Opens New Bridge|Министерство открыло мост|Museum staff|図書館が開館"
    assert [name for name in names.split("|") if not is_sender(name)] == []
    assert [deed for deed in deeds.split("|") if is_sender(deed)] == []


@pytest.mark.parametrize("first", ["Institute of Lakes", "Lake News", "Press release: lakes"])
def test_a_name_above_a_better_line_is_no_headline_and_is_listed(first: str) -> None:
    release = of_text(first, "28 June 2023", TITLE)
    assert (release.headline, str(release.date)) == (TITLE, "2023-06-28")
    assert first in {item.text for item in release.dropped}


def test_a_headline_stays_where_a_line_below_it_says_more() -> None:
    assert of_text("Ministry Opens New Ramp", "Lorries may cross it at any tide").headline == "Ministry Opens New Ramp"
    assert of_text("Ramp opens", "Lorries may cross it at any tide").headline == "Ramp opens"


def test_the_largest_type_is_the_headline() -> None:
    above, below = SIZED.format(20, "Lake Partners International News Desk"), SIZED.format(24, "A pilot for five lakes")
    release = of_word(above, SIZED.format(36, TITLE), below, word.paragraph(A), word.paragraph(B))
    assert release.headline == TITLE


def test_the_day_of_a_letterhead_in_a_table_is_the_day() -> None:
    head = word.table(("MINISTRY OF LAKES", "Hà Nội, ngày 19 tháng 4 năm 2023"))
    release = of_word(
        head, word.paragraph("PRESS RELEASE"), word.paragraph(TITLE), word.paragraph(A), word.paragraph(B)
    )
    assert (release.headline, str(release.date)) == (TITLE, "2023-04-19")


def test_an_initial_in_a_frame_belongs_to_its_paragraph() -> None:
    release = of_word(
        word.paragraph(TITLE, style="Title"), INITIAL.format(A[0]), word.paragraph(A[1:]), word.paragraph(B)
    )
    assert paragraphs_of(release.blocks) == [A, B]


def test_hidden_text_is_listed_and_a_fraction_keeps_its_stroke() -> None:
    release = of_word(word.paragraph(TITLE, style="Title"), word.paragraph(A), HIDDEN, FRACTION, word.paragraph(B))
    assert paragraphs_of(release.blocks) == [A, "One share in 1/12", B]
    assert ("Not yet agreed", "hidden, or to be filled in") in {(item.text, item.why) for item in release.dropped}


@pytest.mark.parametrize(
    "said, day",
    [
        ("۲۸ اردیبهشت ۱۴۰۲", "2023-05-18"),
        ("1402/02/28", "2023-05-18"),
        ("30 اسفند 1399", "2021-03-20"),
        ("令和元年5月1日", "2019-05-01"),
        ("民國112年5月18日", "2023-05-18"),
        ("2023 оны 5 дугаар сарын 18-ны өдөр", "2023-05-18"),
        ("Thứ Hai, ngày 5 tháng 6 năm 2023", "2023-06-05"),
    ],
)
def test_days_of_reigns_and_other_calendars_are_days(said: str, day: str) -> None:
    assert [str(found.day) for found in days_in(said)] == [day]
    assert is_date_line(said)


@pytest.mark.parametrize("said", ["30 اسفند 1402", "1402/13/01", "1444/10/28", "1402/07/31"])
def test_a_day_that_such_a_calendar_lacks_is_none(said: str) -> None:
    assert days_in(said) == ()


def test_mail_in_the_seven_bits_of_japan_is_read() -> None:
    headline = "新しいフェリーの可動橋を試験します"
    subject = b64encode(f"【お知らせ】{headline}".encode("iso-2022-jp")).decode()
    head = f"From: a@b.example\nSubject: =?ISO-2022-JP?B?{subject}?=\nContent-Type: text/plain; charset=ISO-2022-JP\n\n"
    text = f"報道関係者各位\n\n{headline}\n\n{'港は四十トンのトラックが通れる新しい橋を今年の夏に試験する。' * 2}\n"
    release = read_release(Source("a.eml", head.encode() + text.encode("iso-2022-jp")))
    assert release.headline == headline


def test_markdown_of_converters_of_papers_is_read() -> None:
    picture = '![The lake at\n*dawn*. Photo: Tindra Holm](a.jpg){width="6in"\nheight="4in"}'
    table = "  **Year**   **Lakes**\n  ---------- -----------\n  2023       4\n  2024       6"
    grid = "+------+------+\n| Town | Sees |\n+======+======+\n| Aral | both |\n|      | seas |\n+------+------+"
    release = of_markdown(f"---\ntitle: {TITLE}\nauthor:\n- Dana Kim\n---", A + "^[As told.]", picture, table, grid, B)
    assert (release.headline, release.byline) == (TITLE, "Dana Kim")
    assert [(found.caption, found.credit) for found in release.pictures] == [
        ("The lake at dawn.", "Photo: Tindra Holm"),
    ]
    tables = [block for block in release.blocks if isinstance(block, Table)]
    cells = [[["".join(run.text for run in cell) for cell in row] for row in (t.header, *t.rows)] for t in tables]
    assert cells == [[["Year", "Lakes"], ["2023", "4"], ["2024", "6"]], [["Town", "Sees"], ["Aral", "both seas"]]]
    assert len(release.notes) == 1


def test_what_a_call_of_a_site_says_besides_is_listed_and_queries_are_no_text() -> None:
    call = '{{< figure src="a.jpg" caption="The *lake*" attr="Leo Alm" >}}'
    release = of_markdown(f"# {TITLE}", call, A, "```dataview\nlist from #lakes\n```", "The ~~dry~~ lake.", B)
    assert paragraphs_of(release.blocks) == [A, "The dry lake.", B]
    assert release.pictures[0].caption == "The lake"
    assert {call, "```dataview list from #lakes ```"} <= {item.text for item in release.dropped}
