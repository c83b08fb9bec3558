"""What ``digest check`` says of an issue's files, lists, months and photos: the words as an editor reads them."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.issue_desk import ARTICLE, Desk, jpeg

FULL = 'caption: "c", credit: "d", alt: "e"'


def test_an_issue_with_nothing_wrong_has_no_findings(desk: Desk) -> None:
    assert desk.findings() == []


def test_a_manifest_of_ten_lines_is_enough(desk: Desk) -> None:
    desk.manifest(
        "publication: {title: Q}\nissue: 2023-Q4\nlayout: plain\n"
        "sections: [{title: News, articles: [articles/almaty.md]}]\n"
    )
    assert desk.issue().manifest.date.isoformat() == "2024-01-01"
    assert desk.findings() == [
        'issue.yaml:1:1  W227  The issue has no cover.  Add cover: {photo: photos/cover.jpg, headline: "…", alt: "…"}',
        "photos/cover.jpg  A234  photos/cover.jpg is not used.  Name it where it belongs, or move the file away.",
    ]


def test_a_missing_article_is_told_with_the_nearest_name(desk: Desk) -> None:
    desk.changed("articles/almaty.md", "articles/almatty.md")
    assert desk.findings() == [
        "issue.yaml:7:16  E101  articles/almatty.md is not there.  Did you mean articles/almaty.md?",
        (
            "articles/almaty.md  W224  articles/almaty.md is listed nowhere, so it is not printed."
            "  Add it to a section of issue.yaml: - articles/almaty.md"
        ),
    ]


def test_a_name_in_other_capitals_is_not_the_same_file(desk: Desk) -> None:
    desk.changed("photos/cover.jpg", "photos/Cover.jpg")
    assert desk.findings()[0] == (
        "issue.yaml:4:16  E101  photos/Cover.jpg is not there.  Did you mean photos/cover.jpg?"
    )


@pytest.mark.parametrize(
    "path",
    ["'photos\\cover.jpg'", "'C:\\photos\\cover.jpg'", "'C:/photos/cover.jpg'", "/photos/cover.jpg", "../cover.jpg"],
)
def test_a_path_of_one_computer_only_is_refused_where_it_is_written(desk: Desk, path: str) -> None:
    desk.changed("photos/cover.jpg", path)
    first = desk.findings()[0]
    assert first.startswith("issue.yaml:4:16  E104  ")
    assert first.endswith("with forward slashes, as in photos/cover.jpg.")


def test_a_photo_that_is_no_picture_is_refused(desk: Desk) -> None:
    desk.photo("photos/cover.jpg", b"%PDF-1.7 no picture")
    (finding,) = desk.findings()
    assert finding.startswith("issue.yaml:4:16  E302  cover.jpg is PDF")


def test_an_article_that_is_not_utf_8_is_told_with_its_place(desk: Desk) -> None:
    desk.write("issues/2023-q2/articles/almaty.md", ARTICLE.encode() + "Қазақ\n".encode("utf-16-be"))
    assert desk.findings() == [
        (
            "articles/almaty.md:6:2  E105  issues/2023-q2/articles/almaty.md is not UTF-8: byte 0x9a cannot be"
            " understood  Save the file with the encoding UTF-8."
        )
    ]


def test_a_month_outside_the_quarter_is_told_with_the_right_ones(desk: Desk) -> None:
    desk.changed("2023-04", "2023-07")
    assert desk.findings()[0] == (
        "issue.yaml:6:12  E221  The month 2023-07 is not in 2023-Q2."
        "  The months of 2023-Q2 are 2023-04, 2023-05, 2023-06."
    )


def test_a_date_outside_the_month_is_advice(desk: Desk) -> None:
    desk.article(ARTICLE.replace("2023-04-05", "2023-05-01/02"))
    assert desk.findings() == [
        (
            "articles/almaty.md:3:7  A222  The date 2023-05-01/2023-05-02 is not in the section's month, 2023-04."
            "  Correct the date, or move the article to the other section."
        )
    ]


def test_days_that_reach_into_the_month_are_in_it(desk: Desk) -> None:
    desk.article(ARTICLE.replace("2023-04-05", "2023-03-30/2023-04-01"))
    assert desk.findings() == []


def test_an_article_listed_twice_is_told_with_both_lines(desk: Desk) -> None:
    desk.with_more("  - {title: Again, articles: [articles/almaty.md]}\n")
    assert desk.findings() == [
        "issue.yaml:8:31  E223  articles/almaty.md is listed twice: on line 7 and here.  Delete one of the two."
    ]


def test_an_article_without_text_is_told(desk: Desk) -> None:
    desk.body("")
    assert desk.findings() == [
        "articles/almaty.md:1:1  W215  articles/almaty.md has no text.  Write it below the front matter."
    ]


def test_an_advert_after_an_unknown_article_is_told(desk: Desk) -> None:
    desk.photo("adverts/bank.jpg", jpeg(210, 297))
    desk.with_more("adverts: [{file: adverts/bank.jpg, after: articles/almati.md, alt: Bank}]\n")
    assert desk.findings() == [
        (
            "issue.yaml:8:43  E226  The advert is to follow articles/almati.md, which is not in the issue."
            "  Did you mean articles/almaty.md?"
        )
    ]


def test_an_advert_needs_a_description(desk: Desk) -> None:
    desk.photo("adverts/bank.jpg", jpeg(210, 297)).with_more("adverts: [{file: adverts/bank.jpg}]\n")
    assert desk.findings() == [
        'issue.yaml:8:18  E231  adverts/bank.jpg has no description.  Add alt: "what the advert says".'
    ]


def test_an_advert_that_is_no_pdf_is_told(desk: Desk) -> None:
    desk.write("issues/2023-q2/adverts/bank.pdf", "no").with_more("adverts: [{file: adverts/bank.pdf, alt: Bank}]\n")
    assert desk.findings()[0].startswith("issue.yaml:8:18  E313  adverts/bank.pdf is not a PDF.")


def pages_of(count: int) -> bytes:
    """A PDF of so many pages of A4."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for _ in range(count):
        canvas.rect(0, 0, 20, 20)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_an_advert_that_is_booked_twice_is_told_with_both_places(desk: Desk) -> None:
    desk.photo("adverts/shop.jpg", jpeg(210, 297))
    for name, pages in (("one", 1), ("two", 2)):
        desk.write(f"issues/2023-q2/adverts/{name}.pdf", pages_of(pages))
    files = ("shop.jpg", "one.pdf", "two.pdf, page: 1", "one.pdf, page: 1, size: strip", "two.pdf, page: 2", "shop.jpg")
    desk.with_more("adverts:\n" + "".join(f"  - {{file: adverts/{file}, alt: An advert.}}\n" for file in files))
    assert [line for line in desk.findings() if " A255 " in line] == [
        (
            "issue.yaml:12:12  A255  adverts/one.pdf is booked here (strip) and on line 10 (full-page): it is printed"
            " twice.  If that is not meant, take one of them out, or name another page."
        ),
        (
            "issue.yaml:14:12  A255  adverts/shop.jpg is booked here (full-page) and on line 9 (full-page): it is"
            " printed twice.  If that is not meant, take one of them out, or name another page."
        ),
    ]


def test_a_photo_wants_a_description_a_caption_and_a_credit(desk: Desk) -> None:
    desk.photo("photos/a.jpg").front("photos: [{file: photos/a.jpg}]\n")
    assert desk.findings() == [
        'articles/almaty.md:4:17  E231  photos/a.jpg has no description.  Add alt: "what the picture shows".',
        'articles/almaty.md:4:17  W232  photos/a.jpg has no caption.  Add caption: "who and what is seen".',
        'articles/almaty.md:4:17  W233  photos/a.jpg has no credit.  Add credit: "Photo: name".',
    ]


def test_a_decorative_photo_wants_no_description(desk: Desk) -> None:
    desk.photo("photos/a.jpg").front("photos: [{file: photos/a.jpg, decorative: true, credit: D}]\n")
    assert desk.findings() == []


def test_a_photo_of_the_text_is_checked_at_its_place(desk: Desk) -> None:
    desk.photo("photos/a.jpg").body('One.\n\n![](photos/a.jpg "A caption.")\n')
    assert [finding.partition("  Add")[0] for finding in desk.findings()] == [
        "articles/almaty.md:7:1  E231  photos/a.jpg has no description.",
        "articles/almaty.md:7:1  W233  photos/a.jpg has no credit.",
    ]


def test_a_portrait_may_be_a_path_alone_and_wants_no_caption(desk: Desk) -> None:
    desk.photo("photos/lee.jpg").article(ARTICLE, "foreword.md")
    desk.with_more("foreword: {article: articles/foreword.md, portrait: photos/lee.jpg}\n")
    assert [finding.partition("  Add")[0] for finding in desk.findings()] == [
        "issue.yaml:8:53  E231  photos/lee.jpg has no description.",
        "issue.yaml:8:53  W233  photos/lee.jpg has no credit.",
    ]


def test_a_photo_used_twice_is_advice(desk: Desk) -> None:
    desk.front(f"photos: [{{file: photos/cover.jpg, {FULL}}}]\n")
    assert desk.findings() == [
        (
            "articles/almaty.md:4:17  A237  photos/cover.jpg is used twice: here and at issues/2023-q2/issue.yaml:4:16."
            "  Name another photo in one of the places."
        )
    ]


def test_a_photo_that_nothing_names_is_advice(desk: Desk) -> None:
    desk.photo("photos/spare.jpg").photo("photos/._spare.jpg")
    desk.write("issues/2023-q2/photos/notes.txt", "no picture")
    assert desk.findings() == [
        "photos/spare.jpg  A234  photos/spare.jpg is not used.  Name it where it belongs, or move the file away."
    ]


def test_a_size_and_a_template_that_the_layout_lacks_are_told(desk: Desk) -> None:
    desk.photo("photos/a.jpg", jpeg()).front(
        f"photos: [{{file: photos/a.jpg, size: wied, {FULL}}}]\nlayout: interview\n"
    )
    assert desk.findings() == [
        "articles/almaty.md:4:37  E235  The layout plain has no photo size 'wied'.  Did you mean wide?",
        "articles/almaty.md:5:9  E236  The layout plain has no article template 'interview'.  There are: feature.",
    ]


def test_an_unknown_layout_is_told_and_all_else_is_still_checked(desk: Desk) -> None:
    desk.changed("layout: plain", "layout: plane").body("One word word.\n")
    assert desk.findings() == [
        "issue.yaml:3:9  E401  There is no layout 'plane'.  Did you mean plain?",
        "articles/almaty.md:5:10  A245  “word” stands twice in a row.  Delete one.",
    ]


def test_a_cover_without_photo_description_or_credit_is_told(desk: Desk) -> None:
    desk.changed(', credit: "Photo: A. B.", alt: "A road."', "")
    assert [finding.partition("  Add")[0] for finding in desk.findings()] == [
        "issue.yaml:4:16  E231  photos/cover.jpg has no description.",
        "issue.yaml:4:16  W233  photos/cover.jpg has no credit.",
    ]
    desk.changed('photo: photos/cover.jpg, credit: "Photo: A. B.", alt: "A road."', "headline: Roads")
    assert desk.findings()[0] == "issue.yaml:4:8  W227  The cover has no photo.  Add photo: photos/cover.jpg"


def test_addresses_of_the_masthead_must_work(desk: Desk) -> None:
    desk.with_more("masthead: {web: 'javascript:alert(1)', email: office, note: Free  of charge}\n")
    assert desk.findings() == [
        (
            "issue.yaml:8:17  E214  javascript:alert(1) is not an address of the web."
            "  A link begins with https://, http://, mailto: or tel:."
        ),
        "issue.yaml:8:47  E214  office is not an e-mail address.  As in office@example.org",
        "issue.yaml:8:65  A244  2 blanks stand together: Free  of charge  Delete all but one.",
    ]
    desk.with_more("masthead: {web: www.example.org, email: office@example.org}\n")
    assert desk.findings() == []


def test_an_issue_beyond_all_measure_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.limits.ISSUE_ARTICLES", 0)
    assert desk.findings() == [
        "issue.yaml  E228  The issue has 1 articles and 1 pictures.  At most 0 and 2000 are allowed."
    ]
