"""The manifest after an import: one line more where it belongs, and every other letter as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import yamlfile
from pipeline.diagnostic import Fault
from pipeline.importers.listing import with_article

MAY = date(2023, 5, 1)
NEW = "articles/new.md"


def listed(text: str, day: date | None = date(2023, 5, 10), month: date = MAY, **dates: date | None) -> str:
    known = {f"articles/{name}.md": when for name, when in dates.items()}
    return with_article(text, "issue.yaml", NEW, month, {**known, NEW: day}).text


BLOCK = """\
issue: 2023-Q2   # the second
sections:
  # spring
  - month: 2023-04
    articles:
      - articles/a.md
  - month: 2023-05
    photo: photos/may.jpg
    articles:
      - "articles/b.md"   # the lead
      # from the mission in Delhi
      - articles/c.md

# back matter
gallery: {photos: [photos/g.jpg]}
"""


def test_an_article_stands_behind_those_that_are_earlier_and_before_those_that_are_later() -> None:
    result = listed(BLOCK, b=date(2023, 5, 4), c=date(2023, 5, 20))
    assert result == BLOCK.replace("# the lead\n", "# the lead\n      - articles/new.md\n")


def test_a_comment_stays_with_the_article_below_it() -> None:
    result = listed(BLOCK, date(2023, 5, 1), b=date(2023, 5, 4), c=date(2023, 5, 20))
    assert result == BLOCK.replace('      - "articles/b.md"', '      - articles/new.md\n      - "articles/b.md"')


def test_the_last_article_goes_to_the_end_of_its_month() -> None:
    assert listed(BLOCK, date(2023, 5, 30), b=date(2023, 5, 4), c=None) == BLOCK.replace(
        "# the lead\n", "# the lead\n      - articles/new.md\n"
    )
    assert listed(BLOCK, b=None, c=None) == BLOCK.replace(
        "- articles/c.md\n", "- articles/c.md\n      - articles/new.md\n"
    )


@pytest.mark.parametrize(
    "articles, result",
    [
        ("[articles/b.md, articles/c.md]", "[articles/b.md, articles/new.md, articles/c.md]"),
        ("[articles/b.md, 'articles/c.md' ] # two", "[articles/b.md, articles/new.md, 'articles/c.md' ] # two"),
        ("[articles/b.md]", "[articles/b.md, articles/new.md]"),
        ('["articles/b.md"]  # one', '["articles/b.md", articles/new.md]  # one'),
    ],
)
def test_lists_in_brackets_stay_in_brackets(articles: str, result: str) -> None:
    text = f"issue: 2023-Q2\nsections:\n- month: 2023-05\n  articles: {articles}\n"
    assert listed(text, b=date(2023, 5, 4), c=date(2023, 5, 20)) == text.replace(articles, result)


def test_a_month_that_is_not_there_comes_between_its_neighbours() -> None:
    result = listed(BLOCK, date(2023, 6, 2), date(2023, 6, 1))
    assert result == BLOCK.replace(
        "- articles/c.md\n", "- articles/c.md\n  - month: 2023-06\n    articles:\n      - articles/new.md\n"
    )
    june, brief = (
        "  - month: 2023-06\n    articles: [articles/c.md]\n",
        "  - title: In brief\n    articles: [articles/d.md]\n",
    )
    titled = f"issue: 2023-Q2\nsections:\n{june}{brief}"
    new = "  - month: 2023-05\n    articles:\n      - articles/new.md\n"
    assert listed(titled) == titled.replace("  - month: 2023-06", f"{new}  - month: 2023-06")


def test_a_section_in_braces_gets_its_month_in_braces() -> None:
    text = "issue: 2023-Q2\nsections: [{month: 2023-06, articles: [articles/c.md]}]\n"
    assert listed(text) == text.replace("[{month", "[{month: 2023-05, articles: [articles/new.md]}, {month")


def test_an_article_that_is_listed_already_stays_where_it_is() -> None:
    text = BLOCK.replace("articles/a.md", NEW)
    assert listed(text) == text


@pytest.mark.parametrize("articles", ["articles/one.md", "[]", "", "{a: b}"])
def test_a_manifest_that_cannot_be_changed_safely_is_left_alone(articles: str) -> None:
    text = f"issue: 2023-Q2\nsections:\n  - month: 2023-05\n    articles: {articles}\n"
    with pytest.raises(Fault, match="E814"):
        listed(text)


@given(
    days=st.lists(st.integers(1, 30) | st.none(), min_size=1, max_size=6),
    new=st.integers(1, 30),
    flow=st.booleans(),
    indent=st.integers(0, 6),
    comments=st.booleans(),
)
def test_the_new_list_is_the_old_one_with_the_article_in_the_order_of_days(
    *, days: list[int | None], new: int, flow: bool, indent: int, comments: bool
) -> None:
    names = [f"articles/{n}.md" for n in range(len(days))]
    if flow:
        listing = f" [{', '.join(names)}]"
    else:
        comment = "    # about it\n" * comments
        listing = "".join(f"\n{comment}  {' ' * indent}- {name}" for name in names)
    text = f"issue: 2023-Q2\nsections:\n- month: 2023-05\n  articles:{listing}\nlanguage: en\n"
    dates = {name: date(2023, 5, day) if day else None for name, day in zip(names, days, strict=True)}
    result = with_article(text, "issue.yaml", NEW, MAY, {**dates, NEW: date(2023, 5, new)}).text
    after = articles_of(result)
    assert [name for name in after if name != NEW] == names
    place = after.index(NEW)
    assert all(dates[name] is None or dates[name] > date(2023, 5, new) for name in after[place + 1 :])  # type: ignore[operator]
    assert sorted(result.split("\n")) == sorted([*text.split("\n"), *([] if flow else [line_of(result)])]) or flow


def articles_of(text: str) -> list[str]:
    node = yamlfile.parse(text, "issue.yaml")
    assert isinstance(node, yamlfile.Mapping)
    sections = node.get("sections")
    assert isinstance(sections, yamlfile.Sequence)
    (section,) = sections.items
    assert isinstance(section, yamlfile.Mapping)
    articles = section.get("articles")
    assert isinstance(articles, yamlfile.Sequence)
    return [item.text or "" for item in articles.items if isinstance(item, yamlfile.Scalar)]


def line_of(text: str) -> str:
    return next(line for line in text.split("\n") if NEW in line)
