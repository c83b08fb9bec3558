"""The status of an issue: what is put together from manifest, front matter, findings and flatplan."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from pipeline.flatplan import EMPTY, Flatplan, read_flatplan
from pipeline.issue import check
from pipeline.measure import run_of
from pipeline.status import Pages, Status, fit_of, owed_of, pages_of, press_of, status_of, status_page, words_of
from tests.issue_desk import FOLDER, Desk, jpeg

TODAY = date(2023, 6, 20)
VOID = {"meta", "br"}
PLANNED = (
    "    planned:\n"
    '      - {title: "Late & <lost>", owner: "B. Lee", due: 2023-06-01, length: 600}\n'
    "      - {title: In time, due: 2023-06-25, length: 200}\n"
)


def status(desk: Desk, flatplan: Flatplan = EMPTY, today: date = TODAY) -> Status:
    issue, report = desk.load()
    assert issue
    return status_of(issue, report + check(issue), flatplan, today)


def flatplan(desk: Desk, text: str) -> Flatplan:
    desk.write(f"{FOLDER}/flatplan.yaml", text)
    plan, findings = read_flatplan(desk.project.file("flatplan.yaml", FOLDER))
    assert plan
    assert findings == ()
    return plan


def test_an_article_that_is_there_is_a_draft_until_it_says_otherwise(desk: Desk) -> None:
    assert status(desk).lines[0].state == "draft"
    desk.front("state: approved\nowner: A. Serik\ndue: 2023-06-10\nlength: 300\n")
    (line,) = status(desk).lines
    assert (line.state, line.owner, line.due, line.length) == ("approved", "A. Serik", date(2023, 6, 10), 300)
    assert (line.section, line.title, line.path) == ("April 2023", "Two days in Almaty", "articles/almaty.md")
    assert (line.words, line.photos, line.pages) == (6, 0, ())


def test_what_is_missing_is_what_the_checks_found(desk: Desk) -> None:
    desk.photo("photos/a.jpg", jpeg(61)).photo("photos/b.jpg", jpeg(62))
    desk.front('photos:\n  - photos/a.jpg\n  - {file: photos/b.jpg, alt: "A road."}\n  - photos/gone.jpg\n')
    (line,) = status(desk).lines
    assert line.missing == ("file", "3 captions", "3 credits", "2 alt texts")
    assert line.errors == 0
    assert line.photos == 3


def test_other_errors_are_counted(desk: Desk) -> None:
    desk.front("layout: strange\n")
    now = status(desk)
    assert (now.lines[0].missing, now.lines[0].errors, now.errors) == ((), 1, 1)


def test_an_article_that_is_listed_and_not_there_is_owed(desk: Desk) -> None:
    desk.changed("articles/almaty.md", "articles/tehran.md")
    (line,) = status(desk).lines
    assert (line.title, line.state, line.missing) == ("articles/tehran.md", "planned", ("file",))


def test_an_article_that_cannot_be_read_shows_its_errors(desk: Desk) -> None:
    desk.article("No front matter.\n")
    (line,) = status(desk).lines
    assert (line.missing, line.errors) == ((), 1)


@pytest.mark.parametrize("with_one,expected", [(1, ()), (2, ("standfirst",))])
def test_a_standfirst_is_missing_where_most_have_one(desk: Desk, with_one: int, expected: tuple[str, ...]) -> None:
    paths = ["articles/almaty.md", "articles/b.md", "articles/c.md"]
    desk.changed("[articles/almaty.md]", f"[{', '.join(paths)}]")
    for number, path in enumerate(paths[1:]):
        led = "standfirst: It was warm.\n" if number < with_one else ""
        desk.article(f"---\ntitle: N{number}\n{led}---\nText.\n", path.removeprefix("articles/"))
    assert status(desk).lines[0].missing == expected


def test_what_pictures_of_the_manifest_lack_is_told_besides(desk: Desk) -> None:
    desk.with_more("gallery: {photos: [{file: photos/g.jpg}]}\n")
    desk.photo("photos/g.jpg", jpeg(63))
    assert status(desk).besides == ("caption", "credit", "alt text")


def test_an_article_is_late_after_its_day_until_it_is_edited(desk: Desk) -> None:
    desk.front("due: 2023-06-19\n")
    assert [line.late(TODAY) for line in status(desk).lines] == [True]
    assert not status(desk).lines[0].late(date(2023, 6, 19))
    desk.front("due: 2023-06-19\nstate: edited\n")
    assert status(desk).late == ()


@pytest.mark.parametrize("length,said", [(6, ""), (7, ""), (8, "2 short"), (4, "2 over"), (None, "")])
def test_a_text_that_is_near_to_its_length_fits(desk: Desk, length: int | None, said: str) -> None:
    desk.front(f"length: {length}\n" if length else "")
    assert fit_of(status(desk).lines[0]) == said


def test_who_owes_is_told_the_most_urgent_first_and_what_nobody_took_last(desk: Desk) -> None:
    desk.with_more(
        "    planned:\n"
        "      - {title: A, due: 2023-06-01}\n"
        "      - {title: B, owner: Late, due: 2023-06-18}\n"
        "      - {title: C, owner: Late, due: 2023-06-22}\n"
        "      - {title: D, owner: Soon, due: 2023-06-21}\n"
        "      - {title: E, owner: Whenever}\n"
    ).front("state: edited\nowner: Done\n")
    assert owed_of(status(desk)) == (
        ("Late", "2 articles, 1 late, next due 22 Jun"),
        ("Soon", "1 article, next due 21 Jun"),
        ("Whenever", "1 article"),
        ("Nobody yet", "1 article, 1 late"),
    )


def test_an_article_goes_by_its_short_title(desk: Desk) -> None:
    desk.front("short_title: Almaty\n")
    assert status(desk).lines[0].title == "Almaty"


def test_the_foreword_has_the_pages_that_the_flatplan_names(desk: Desk) -> None:
    desk.with_more("foreword: {article: articles/f.md}\n").article("---\ntitle: Dear reader\n---\nText.\n", "f.md")
    plan = flatplan(desk, "pages: 8\nforeword: [4]\narticles: []\n")
    first, second = status(desk, plan).lines
    assert (first.title, first.words, first.pages, second.pages) == ("Dear reader", 1, (4,), ())


def test_planned_articles_stand_behind_those_of_their_section(desk: Desk) -> None:
    desk.with_more(PLANNED)
    now = status(desk)
    assert [(line.title, line.state) for line in now.lines[1:]] == [
        ("Late & <lost>", "planned"),
        ("In time", "planned"),
    ]
    assert now.counts == {"planned": 2, "draft": 1, "edited": 0, "approved": 0}
    assert [line.owner for line in now.late] == ["B. Lee"]
    assert (now.words, now.expected_words) == (6, 806)
    assert words_of(now) == "6 of about 806"


def test_the_foreword_comes_first_and_other_titles_than_months_stay(desk: Desk) -> None:
    desk.with_more("  - {title: In brief, articles: [articles/b.md]}\nforeword: {article: articles/f.md}\n")
    desk.article("---\ntitle: Dear reader\n---\nText.\n", "f.md").article("---\ntitle: B\n---\nText.\n", "b.md")
    assert [line.section for line in status(desk).lines] == ["", "April 2023", "In brief"]


def test_pages_come_from_the_flatplan_and_those_of_a_rest_with_them(desk: Desk) -> None:
    plan = flatplan(
        desk,
        "pages: 8\narticles:\n"
        "  - {article: articles/almaty.md, pages: [3, 4], template: feature}\n"
        "  - {article: articles/almaty.md, rest: true, pages: [7], template: feature}\n",
    )
    (line,) = status(desk, plan).lines
    assert run_of(line.pages) == "3-4, 7"


@pytest.mark.parametrize(
    "length,expected,most,words",
    [
        (0, 8, 12, "8 of 12"),
        (6, 12, 12, "8 built, about 12 expected of 12"),
        (24, 16, 12, "8 built, about 16 expected of 12, too many"),
        (24, 16, None, "8 built, about 16 expected"),
    ],
)
def test_pages_expected_go_by_the_density_of_the_last_build(
    desk: Desk, length: int, expected: int, most: int | None, words: str
) -> None:
    plan = flatplan(desk, "pages: 8\narticles:\n  - {article: articles/almaty.md, pages: [3, 4], template: feature}\n")
    more = f"    planned: [{{title: More, length: {length}}}]\n" if length else ""
    desk.with_more(more + (f"pages: {{at_most: {most}}}\n" if most else ""))
    found = status(desk, plan).pages
    assert found == Pages(8, expected, 4, most)
    assert pages_of(found) == words


def test_without_a_build_no_pages_are_expected(desk: Desk) -> None:
    assert pages_of(status(desk).pages) == "not built yet"
    assert pages_of(Pages(None, None, 4, 52)) == "not built yet, at most 52"


@pytest.mark.parametrize(
    "press,said",
    [
        ("", "The manifest has no press day (press:)."),
        ("press: 2023-06-20\n", "It goes to the press today."),
        ("press: 2023-06-21\n", "1 day to the press, 2023-06-21."),
        ("press: 2023-07-01\n", "11 days to the press, 2023-07-01."),
        ("press: 2023-06-18\n", "It went to the press 2 days ago, 2023-06-18."),
    ],
)
def test_days_to_the_press_are_counted(desk: Desk, press: str, said: str) -> None:
    assert press_of(status(desk.with_more(press))) == said


class Reader(HTMLParser):
    """Keeps the elements with their attributes and texts, and sees that all are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.words.append((self.open[-1], data.strip()))

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(desk: Desk) -> tuple[str, Reader]:
    text = status_page(status(desk.with_more(PLANNED + "press: 2023-07-01\n").front("language: ru\n")))
    return text, Reader(text)


def test_every_head_of_the_pages_table_says_what_it_is_the_head_of(desk: Desk) -> None:
    _, found = page(desk)
    assert found.open == []
    assert {head["scope"] for head in found.every("th")} == {"col", "row", "rowgroup"}
    assert len(found.every("caption")) == len(found.every("h1")) == len(found.every("main")) == 1
    columns = len([head for head in found.every("th") if head["scope"] == "col"])
    rows = [index for index, (tag, _) in enumerate(found.found) if tag == "tr"]
    cells = [
        sum(tag in {"td", "th"} for tag, _ in found.found[first:last])
        for first, last in pairwise([*rows, len(found.found)])
    ]
    assert [number for number in cells if number not in {columns, 1}] == []


def test_the_page_says_its_language_and_that_of_titles(desk: Desk) -> None:
    _, found = page(desk)
    assert found.every("html") == [{"lang": "en"}]
    assert {span.get("lang") for span in found.every("span")} >= {"ru", "en-GB"}


def test_the_page_is_whole_in_itself_and_titles_are_text(desk: Desk) -> None:
    text, found = page(desk)
    assert "Late & <lost>" in [said for _, said in found.words]
    assert {tag for tag, _ in found.found}.isdisjoint({"script", "link", "img", "iframe", "lost"})
    assert "http" not in text
    assert not [attributes for _, attributes in found.found if {"src", "href", "onclick"} & attributes.keys()]


def test_the_page_says_who_owes_what_and_by_how_much_a_text_misses_its_length(desk: Desk) -> None:
    desk.with_more(PLANNED).front("length: 100\nowner: B. Lee\n")
    found = Reader(status_page(status(desk)))
    said = [words for _, words in found.words]
    assert said[said.index("B. Lee") + 1] == "2 articles, 1 late"
    assert said[said.index("Nobody yet") + 1] == "1 article, next due 25 Jun"
    assert "94 short" in said


def test_bars_and_marks_are_not_read_aloud_and_the_table_can_be_reached_by_keys(desk: Desk) -> None:
    _, found = page(desk)
    hidden = [attributes.get("class") for _, attributes in found.found if attributes.get("aria-hidden") == "true"]
    assert hidden == ["bar", "mark draft", "mark planned", "mark planned"]
    assert [d.get("aria-label") for d in found.every("div") if d.get("tabindex") == "0"] == ["Articles"]


def test_what_is_late_is_said_and_not_only_coloured(desk: Desk) -> None:
    _, found = page(desk)
    assert ("span", "late") in found.words
    assert ("dd", "1") in found.words


def test_the_colours_of_the_page_stand_out_from_their_grounds(desk: Desk) -> None:
    text, _ = page(desk)
    colours = set(re.findall(r"[^-]color: (#[0-9a-f]+)", text))
    grounds = set(re.findall(r"background: (#[0-9a-f]+)", text))
    assert len(colours) == 3
    assert min(contrast(ink, ground) for ink in colours for ground in grounds) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2.1 (1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_same_status_gives_the_same_page(desk: Desk) -> None:
    assert status_page(status(desk)) == status_page(status(desk))
