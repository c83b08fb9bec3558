"""Every letter that readers of a page see is in the article, in what is said of it, or in the list of what was left.

Pages are put together by chance from parts that pages are made of, whole and broken, in any order and depth.
"""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.importers import Source, read_release
from tests.good_file import plain_picture
from tests.test_import_sources import kept

WORD = re.compile(r"word\d+x")
PHOTOS = {f"{name}.png": plain_picture("png", (shade, 90, 140)) for name, shade in (("a", 40), ("b", 80))}
LINES = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<p>{}. The second sentence of this paragraph has eleven words in it.</p>",
    "<div>{}. The boats went out at six and came back before the storm.</div>",
    "<h2>{}</h2>",
    "<h4>{}</h4>",
    "<ul><li>{}</li><li>{}</li></ul>",
    "<ul>{}<li>{}</li>{}</ul>",
    "<ol><li><p>{}</p><h3>{}</h3></li></ol>",
    "<dl><dt>{}:</dt><dd>{}</dd></dl>",
    "<dl><dt>Date modified:</dt><dd>2023-04-17</dd></dl>",
    "<table><caption>{}</caption><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>",
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td><p>{}</p><p>{}</p></td></tr>{}</table>",
    "<table><caption>{}</caption><tr><th>Title</th><td>{}</td></tr><tr><th>{}</th><td>4 May 2023</td></tr></table>",
    "<figure><img src='a.png'><figcaption>{}</figcaption></figure>",
    "<figure><a href='/more'><img src='b.png'></a><figcaption><p>{}</p><p class='credit'>{}</p></figcaption></figure>",
    "<div class='photo'><img src='a.png'><p>{}</p></div>",
    "<h3>{}</h3><div class='gallery'><img src='a.png'><img src='b.png'></div>",
    "<details><summary>{}</summary><p>{}</p></details>",
    "<blockquote><p>{}</p><cite>{}</cite></blockquote>",
    "<p>{} [<a href='#n' id='m'>1</a>]</p><h2>Notes</h2><p id='n'>[<a href='#m'>1</a>] {}</p>",
    "<pre>{}\n\n{}</pre>",
    "<p>{}<br>{}<br><br>{}</p>",
    "<div><span>Published in</span> <a href='/x'>{}</a><div>8 June 2023</div></div>",
    "<h2>Related news</h2><ul><li><a href='/1'>{} {} a</a></li><li><a href='/2'>{} {} b</a></li></ul>",
    "<form><label>{}</label><button>{}</button></form>",
    "<aside>{}</aside>",
    "<p><b>{}</b></p>",
    "<button aria-expanded='true'>{}?</button><div>{}. It was open on every day of the week.</div>",
    "<p>{}<div>{}</p></div>",
)
TREES = st.recursive(
    st.sampled_from(LINES),
    lambda parts: st.builds(
        lambda name, inner: f"<{name}>{''.join(inner)}</{name}>",
        st.sampled_from(("div", "section", "article", "main", "td", "li", "center", "blockquote", "footer")),
        st.lists(parts, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


def filled(markup: str) -> str:
    """The markup with a word of its own in every place."""
    numbers = count(1)
    parts = markup.split("{}")
    return "".join(part + f"word{next(numbers)}x" for part in parts[:-1]) + parts[-1]


def lost(markup: str) -> set[str]:
    """The words of a page that are nowhere in what was made of it."""
    release = read_release(Source("page.html", markup.encode(), PHOTOS.get))
    return set(WORD.findall(markup)) - set(WORD.findall(" ".join([*kept(release), release.headline, release.byline])))


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(TREES, min_size=1, max_size=5), headed=st.booleans())
def test_every_letter_of_a_page_put_together_by_chance_is_accounted_for(parts: list[str], *, headed: bool) -> None:
    head = "<h1>Ferry service returns to the upper lake</h1>" if headed else ""
    text = "<p>The ferry is back after two winters, and it runs on Sundays. Tickets are sold on board, for coins.</p>"
    markup = f"<title>Ferry service returns to the upper lake</title>{head}{text}{filled(''.join(parts))}{text}"
    assert not lost(markup)


@pytest.mark.parametrize("line", LINES)
def test_every_letter_of_each_part_is_accounted_for_between_two_paragraphs(line: str) -> None:
    text = "<p>The ferry is back after two winters, and it runs on Sundays. Tickets are sold on board, for coins.</p>"
    markup = f"<h1>Ferry service returns</h1>{text}{filled(line)}{text}"
    assert not lost(markup)
