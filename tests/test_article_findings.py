"""What is said of an article's Markdown: nothing is left out silently, and every finding names its place."""

from __future__ import annotations

import pytest

from tests.issue_desk import ARTICLE, Desk

HERE = "articles/almaty.md"


@pytest.mark.parametrize(
    "body,finding",
    [
        (
            "# Two days\n\nText.",
            (
                "5:1  W203  A heading with one # stands in the text: Two days"
                "  Delete it if it repeats the title; write ## for a subhead."
            ),
        ),
        (
            "One.\n\n```\nx = 1\n```\n",
            (
                "7:1  W205  A block of program code is set as plain lines."
                "  Delete the lines of backticks, unless this is program code."
            ),
        ),
        (
            "One.\n\n[Note]: important\n",
            (
                "7:1  E206  This line would not be printed: [Note]: important"
                "  If it is text, put a backslash before the bracket."
            ),
        ),
        (
            "One <b>bold</b>.",
            "5:5  W207  HTML is printed as it stands: <b>  Delete it, or use Markdown: **bold**, *italic*.",
        ),
        ("One.\n\n::: bocks Title\nText.\n:::\n", "7:1  E208  ::: bocks is not known.  Did you mean ::: box?"),
        (
            "One.\n\n:::\n",
            "7:1  E208  ::: closes nothing here.  Delete the line, or open a container above: ::: pull",
        ),
        (
            "One.\n\n::: pull\nWords.\n",
            "7:1  W209  ::: pull is not closed.  Add a line with ::: where it ends.",
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n",
            (
                "7:1  E210  This row of the table has 3 cells, its head 2."
                "  Add a column to the head, or write \\| for a | in a text."
            ),
        ),
        ("One[^1] more.", "5:4  E211  There is no footnote [^1].  Write the note below the text: [^1]: …"),
        (
            "One.\n\n[^n]: Lost words.\n",
            (
                "7:1  E212  No mark in the text points to the footnote [^n]."
                "  Put [^n] into the text where the note belongs, or delete the note."
            ),
        ),
        (
            "One[^1].\n\n[^1]: A.\n\n[^1]: B.\n",
            "9:1  E213  Two footnotes bear the label [^1].  Give this one another label.",
        ),
    ],
)
def test_markup_that_cannot_be_set_as_written_is_told(desk: Desk, body: str, finding: str) -> None:
    desk.body(body)
    assert desk.findings() == [f"{HERE}:{finding}"]


def test_a_photo_within_a_line_is_taken_out_and_told(desk: Desk) -> None:
    desk.body("One ![A tree](photos/cover.jpg) more.\n")
    assert desk.findings()[0] == (
        f"{HERE}:5:5  W204  The photo photos/cover.jpg stands in the midst of a text; it was placed after it."
        "  Put it into a paragraph of its own."
    )
    assert not any("A244" in finding for finding in desk.findings())


@pytest.mark.parametrize(
    "address,hint",
    [
        ("javascript:alert(1)", "A link begins with https://, http://, mailto: or tel:."),
        ("file:///etc/passwd", "A link begins with https://, http://, mailto: or tel:."),
        ("articles/two.md", "A link begins with https://, http://, mailto: or tel:."),
        ("www.example.org/a", "Write https://www.example.org/a"),
        ("info@example.org", "Write mailto:info@example.org"),
        ("https://", "A link begins with https://, http://, mailto: or tel:."),
    ],
)
def test_a_link_that_leads_nowhere_is_told_and_taken_off(desk: Desk, address: str, hint: str) -> None:
    desk.body(f"See **the [page]({address})** now.\n")
    assert desk.findings() == [f"{HERE}:5:11  E214  {address} is not a link that works.  {hint}"]
    (article,) = desk.issue().articles()
    assert {inline.href for passage in article.passages() for inline in passage} == {""}


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org", "mailto:a@b.org", "tel:+77172"])
def test_good_links_are_kept(desk: Desk, address: str) -> None:
    desk.body(f"See [the page]({address}).\n")
    assert desk.findings() == []
    (article,) = desk.issue().articles()
    assert [inline.href for passage in article.passages() for inline in passage] == ["", address, ""]


def test_a_link_in_other_letters_is_encoded(desk: Desk) -> None:
    desk.body("See [this](https://пример.рф/страница).\n")
    (article,) = desk.issue().articles()
    hrefs = [inline.href for passage in article.passages() for inline in passage if inline.href]
    assert hrefs == ["https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0"]


@pytest.mark.parametrize(
    "text,finding",
    [
        (
            "No front matter.\n",
            (
                "1:1  E201  The article has no front matter."
                '  Begin the file with three lines: ---, title: "The headline", ---'
            ),
        ),
        ("---\ntitle: A\nText.\n", "1:1  E201  The front matter is not closed.  Add a line with --- below it."),
        ("---\n---\nText.\n", "1:1  E122  title is missing.  Add a line: title: …"),
        ("---\ntitle:\n---\nText.\n", "2:7  E122  title has no value.  Write it behind the colon, or delete the line."),
        ("---\ntitel: A\ntitle: B\n---\nText.\n", "2:1  E121  'titel' is not a known key.  Did you mean title?"),
        (
            "---\ntitle: Talks: day two\n---\nText.\n",
            (
                "2:13  E111  There is a colon where none can stand."
                '  Put the text in quotation marks: title: "Talks: day two"'
            ),
        ),
        (
            "---\ntitle: A\ndate: 5 April\n---\nText.\n",
            (
                "3:7  E123  date: a date is wanted, as in 2023-04-05, or two with a slash, 2023-04-05/2023-04-06;"
                " not '5 April'."
            ),
        ),
        (
            "---\ntitle: A\ndate: 2023-04-06/2023-04-05\n---\nText.\n",
            "3:7  E123  date: the days run backwards in 2023-04-06/2023-04-05.",
        ),
        (
            "---\ntitle: A\nphotos: photos/a.jpg\n---\nText.\n",
            "3:9  E123  photos wants a list (lines that begin with a dash, or [a, b]), not 'photos/a.jpg'.",
        ),
        (
            "---\ntitle: A\nphotos:\n  - {file: a.jpg, focus: [0.5, 2]}\n---\nText.\n",
            "4:26  E123  photos 1, focus: two numbers from 0 to 1 are wanted, across and down, as in [0.5, 0.35].",
        ),
        (
            "---\ntitle: A\nphotos:\n  - {file: a.jpg, captoin: x}\n---\nText.\n",
            "4:19  E121  'captoin' is not a known key in photos 1.  Did you mean caption?",
        ),
    ],
)
def test_a_fault_of_the_front_matter_is_told_at_its_line(desk: Desk, text: str, finding: str) -> None:
    desk.article(text)
    assert f"{HERE}:{finding}" in desk.findings()


def test_a_broken_article_does_not_hide_the_findings_of_its_text(desk: Desk) -> None:
    desk.article(ARTICLE.replace("title:", "titel:") + "\nA mark[^1].\n")
    assert sorted(finding.split("  ")[1] for finding in desk.findings()) == ["E121", "E122", "E211"]


@pytest.mark.parametrize("markup", ["> " * 10_000, ">" * 10_000, "- " * 10_000, "***a " * 5_000 + "***b" * 5_000])
def test_markup_ten_thousand_deep_is_one_finding(desk: Desk, markup: str) -> None:
    desk.body(markup + "x\n")
    (told,) = (finding for finding in desk.findings() if "E202" in finding)
    assert told.startswith(f"{HERE}:5:")
    assert "nested" in told


@pytest.mark.parametrize("sign", ["[", "![", "`", "<", "\\x", "&", "[a](", "[a][", "_a", "*a ", "[^"])
def test_ten_thousand_signs_that_are_no_markup_stay_text(desk: Desk, sign: str) -> None:
    desk.body("x " + sign * 10_000 + "\n")
    (article,) = desk.issue().articles()
    text = "".join(inline.text for passage in article.passages() for inline in passage)
    assert len(text) >= 10_000


def test_a_file_that_is_too_large_is_refused(desk: Desk) -> None:
    desk.body("word " * 500_000)
    assert desk.findings() == [
        (
            "issue.yaml:7:16  E103  issues/2023-q2/articles/almaty.md is too large: 2.5 MB, allowed 2 MB."
            "  Divide it into several files."
        )
    ]
