"""What would help where pages do not come out: the advice of each finding, and the issue after it was followed."""

from __future__ import annotations

import re

import pytest

from pipeline.page import TextItem
from tests.generated import jpeg
from tests.issue_desk import Desk
from tests.small_pages import ROWS, SENTENCE, article, made_up, said, written

ONE_PAGE = "pages: {multiple_of: 1, at_most: 1}"
ANY = "pages: {multiple_of: 1}"
ONE, TWO = (f'  - {{file: photos/{name}.jpg, caption: "Seen.", credit: "P.", alt: "A."}}\n' for name in "ab")
WORDS = SENTENCE.split()


def text(words: int, title: str = "Two days", front: str = "") -> str:
    """An article of so many words in one paragraph."""
    body = " ".join(WORDS[i % len(WORDS)] for i in range(words - 1))
    return article(title, f"{body} end.", front)


def number(pattern: str, finding: str) -> int:
    """The number that a finding names."""
    found = re.search(pattern, finding)
    assert found, finding
    return int(found[1])


def words_to_a_line(desk: Desk) -> float:
    """How many words a line of the running text holds in the issue that was written."""
    pages = made_up(desk)[2].pages
    lines = [item.line.text for page in pages for item in page.items if isinstance(item, TextItem) and item.role == "P"]
    return sum(len(line.split()) for line in lines) / len(lines)


# ---------------------------------------------------------------------- short pages


@pytest.mark.parametrize("words", [60, 90, 120])
def test_the_words_that_a_short_page_asks_for_fill_it(desk: Desk, words: int) -> None:
    (found,) = said(written(desk, ANY, almaty=text(words)), "A524")
    rows, more = number(r"ends (\d+) rows short", found), number(r"Add about (\d+) words to articles/almaty.md", found)
    assert found.startswith("articles/almaty.md:4:1  A524  The page ends")
    assert "(page 1)" in found
    assert found.endswith("or name a filler in the manifest (fillers:).")
    assert 0 < rows < ROWS
    assert said(written(desk, ANY, almaty=text(words + more)), "A524") == []
    assert len(made_up(desk)[2].pages) == 1


def test_a_page_that_ends_a_row_above_its_foot_is_full(desk: Desk) -> None:
    lengths = {words: said(written(desk, ANY, almaty=text(words)), "A524") for words in range(150, 200, 5)}
    full = [words for words, found in lengths.items() if not found]
    assert full
    assert len(made_up(written(desk, ANY, almaty=text(full[0])))[2].pages) == 1


def test_a_larger_photo_is_offered_where_it_fills_the_page(desk: Desk) -> None:
    desk.photo("photos/a.jpg", jpeg("wide"))
    small = f"photos:\n{ONE}".replace("}", ", size: column}")
    (found,) = said(written(desk, ANY, almaty=text(90, front=small)), "A524")
    assert "give photos/a.jpg size: page" in found
    large = small.replace("size: column", "size: page")
    assert said(written(desk, ANY, almaty=text(90, front=large)), "A524") == []


def test_a_larger_photo_is_not_offered_where_it_would_not_help(desk: Desk) -> None:
    desk.photo("photos/a.jpg", jpeg("wide"))
    small = f"photos:\n{ONE}".replace("}", ", size: column}")
    (found,) = said(written(desk, ANY, almaty=text(200, front=small)), "A524")
    assert number(r"ends (\d+) rows short", found) > ROWS // 2
    assert "size:" not in found


# ---------------------------------------------------------------------- too many pages


@pytest.mark.parametrize("words", [225, 240, 280])
def test_lines_to_cut_bring_the_issue_to_the_pages_that_are_allowed(desk: Desk, words: int) -> None:
    (found,) = said(written(desk, ONE_PAGE, almaty=text(words)), "E506")
    assert found.startswith("issue.yaml:7:34  E506  The issue runs to 2 pages, 1 is allowed.  Cut ")
    assert found.endswith(" of articles/almaty.md or raise pages: at_most.")
    lines = number(r"Cut (\d+) lines? of", found)
    less = words - round(lines * words_to_a_line(desk))
    assert said(written(desk, ONE_PAGE, almaty=text(less)), "E506") == []


def test_fewer_lines_would_not_do(desk: Desk) -> None:
    (found,) = said(written(desk, ONE_PAGE, almaty=text(280)), "E506")
    half = number(r"Cut (\d+) lines? of", found) // 2
    less = 280 - round(half * words_to_a_line(desk))
    assert said(written(desk, ONE_PAGE, almaty=text(less)), "E506")


def test_a_photo_to_leave_out_is_named_where_that_is_enough(desk: Desk) -> None:
    desk.photo("photos/a.jpg", jpeg("wide")).photo("photos/b.jpg", jpeg("square"))
    both = f"photos:\n{ONE}{TWO}"
    (found,) = said(written(desk, ONE_PAGE, almaty=text(130, front=both)), "E506")
    assert "leave out photos/b.jpg of articles/almaty.md" in found
    assert said(written(desk, ONE_PAGE, almaty=text(130, front=f"photos:\n{ONE}")), "E506") == []


def test_an_article_to_leave_out_is_named_where_nothing_less_is_enough(desk: Desk) -> None:
    articles = {name: text(170, name.title()) for name in ("almaty", "beijing", "cairo")}
    (found,) = said(written(desk, "pages: {multiple_of: 1, at_most: 2}", **articles), "E506")
    left_out = re.search(r"Leave out articles/(\w+)\.md or raise", found)
    assert left_out, found
    rest = {name: text for name, text in articles.items() if name != left_out[1]}
    assert said(written(desk, "pages: {multiple_of: 1, at_most: 2}", **rest), "E506") == []


def test_where_no_single_change_would_do_only_the_amount_is_named(desk: Desk) -> None:
    articles = {name: text(170, name.title()) for name in ("almaty", "beijing", "cairo", "dhaka")}
    (found,) = said(written(desk, "pages: {multiple_of: 1, at_most: 2}", **articles), "E506")
    assert found.endswith("Cut about 2 pages of text and photos or raise pages: at_most.")


# ---------------------------------------------------------------------- the last sheet


def test_what_is_cut_or_added_fills_the_last_sheet(desk: Desk) -> None:
    articles = {"almaty": text(170, "Almaty"), "beijing": text(160, "Beijing"), "cairo": text(20, "Cairo")}
    budget = "pages: {multiple_of: 2}"
    (found,) = said(written(desk, budget, **articles), "A512")
    assert "The issue runs to 3 pages, which is no multiple of 2: 1 stays empty." in found
    assert found.endswith("or write pages: {multiple_of: 1} if it is not bound.")
    name = re.search(r"dd about \d+ words to articles/(\w+)\.md", found)
    assert name, found
    more = number(r"dd about (\d+) words", found)
    words = {"almaty": 170, "beijing": 160, "cairo": 20}[name[1]] + more
    assert said(written(desk, budget, **{**articles, name[1]: text(words, name[1].title())}), "A512") == []
