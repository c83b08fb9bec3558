"""Whatever text a release has, its Markdown reads back as that; whatever page it stands in gives it whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline import yamlfile
from pipeline.article import Block, FrontMatter, Inline, ItemList, Note, Paragraph, Quotation, Subhead, Table
from pipeline.article.blocks import read_body
from pipeline.importers import Found, Release, Source, read_release
from pipeline.importers.runs import tidied
from pipeline.importers.values import NOWHERE, Runs
from pipeline.importers.writing import markdown_of
from pipeline.record import read_record
from tests.reading_articles import paragraphs_of
from tests.release_sources import page
from tests.test_import_sources import kept, letters

SIGNS = "abc XYZ жіә ńç 12 .,:;!?-–—'\"“”()[]{}<>*_`#+=|~\\&^@$%/ №"
words = st.text(SIGNS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
spoken = st.lists(
    st.sampled_from(["river", "dam", "Council", "met", "2019", "вода", "«quoted»", "and"]), min_size=6, max_size=14
).map(" ".join)


@st.composite
def runs(draw: st.DrawFn) -> Runs:
    """Runs of text with looks, links and blanks between them."""
    made: list[Inline] = []
    for text in draw(st.lists(words, min_size=1, max_size=4)):
        strong, emphasis = draw(st.booleans()), draw(st.booleans())
        href = draw(st.sampled_from(["", "", "https://lakes.example/a_b(c)", "mailto:a@lakes.example"]))
        made += [Inline(text, NOWHERE, strong=strong, emphasis=emphasis, href=href), Inline(" ", NOWHERE)]
    return tidied(made)


paragraph = runs().map(lambda inlines: Paragraph(inlines, NOWHERE))
blocks = st.one_of(
    paragraph,
    runs().map(lambda inlines: Subhead(2, inlines, NOWHERE)),
    st.lists(paragraph, min_size=1, max_size=3).map(
        lambda items: ItemList(ordered=True, start=3, items=tuple((i,) for i in items), span=NOWHERE)
    ),
    st.lists(paragraph, min_size=1, max_size=3).map(
        lambda items: ItemList(ordered=False, start=1, items=tuple((i,) for i in items), span=NOWHERE)
    ),
    st.lists(paragraph, min_size=1, max_size=2).map(lambda inner: Quotation(tuple(inner), NOWHERE)),
    st.lists(runs(), min_size=4, max_size=4).map(
        lambda cells: Table((cells[0], cells[1]), ((cells[2], cells[3]),), ("", ""), NOWHERE)
    ),
)


def release(text: tuple[Block, ...], title: str = "Title", **facts: str) -> Release:
    return Release(
        headline=title, proposed=False, standfirst=facts.get("standfirst", ""),
        date=date(2023, 5, 4), place=facts.get("place", ""), byline="",
        language="",         blocks=text, notes=(), pictures=(), dropped=(), repairs=(), findings=(),
    )  # fmt: skip


def body_of(written: str) -> str:
    return written.split("\n---\n", 1)[1]


@given(text=st.lists(blocks, min_size=1, max_size=4))
def test_the_text_reads_back_as_it_was(text: list[Block]) -> None:
    body = read_body(body_of(markdown_of(release(tuple(text)), ())), "a.md", 1)
    assert [compact(line) for line in paragraphs_of(body.blocks)] == [compact(line) for line in paragraphs_of(text)]


def compact(text: str) -> str:
    return " ".join(text.split())


@given(title=words, standfirst=words, caption=words)
def test_the_front_matter_reads_back_as_it_was(title: str, standfirst: str, caption: str) -> None:
    written = markdown_of(
        release((), title, standfirst=standfirst), [("photos/a.jpg", Found(b"", "a", caption=caption))]
    )
    head, findings = read_record(FrontMatter, yamlfile.parse(written.split("---\n")[1], "a.md"))
    assert not findings
    assert head is not None
    assert (head.title, head.standfirst, head.photos[0].caption) == (title, standfirst, caption)


def test_looks_links_and_notes_read_back() -> None:
    inlines = (
        Inline("A ", NOWHERE), Inline("bold", NOWHERE, strong=True), Inline(" word", NOWHERE),
        Inline("", NOWHERE, note="1"),
        Inline(" and ", NOWHERE),
        Inline("both", NOWHERE, strong=True, emphasis=True), Inline(" at ", NOWHERE),
        Inline("a site", NOWHERE, href="https://lakes.example/"),
    )  # fmt: skip
    made = release((Paragraph(inlines, NOWHERE),))
    note = Note("1", (Paragraph((Inline("As of May.", NOWHERE),), NOWHERE),), NOWHERE)
    body = read_body(body_of(markdown_of(replace(made, notes=(note,)), ())), "a.md", 1)
    (read,) = body.blocks
    assert isinstance(read, Paragraph)
    looks = [(run.text, run.strong, run.emphasis, run.href, run.note) for run in read.inlines]
    assert looks == [(run.text, run.strong, run.emphasis, run.href, run.note) for run in inlines]
    assert paragraphs_of(body.notes[0].blocks) == ["As of May."]


ABOVE = (
    "<nav><a href=/>Home</a><a href=/n>News</a></nav>",
    "<div class=breadcrumbs><a href=/>Home</a> / <a href=/n>News</a></div>",
    "<ul class=menu><li><a href=/a>About</a></li></ul>",
    "<aside><p>The office of the river is open on weekdays from nine to five.</p></aside>",
    "<div class=cookie-banner><p>This site uses cookies to count how often its pages are read.</p></div>",
)
BELOW = (
    "<footer><p>© 2023 Office of the River</p></footer>",
    "<div class=share><a href=#>Facebook</a> <a href=#>X</a></div>",
    "<div class=related-news><h3>Related news</h3><a href=/1>Snow closes the pass for three days</a></div>",
    "<ul class=pager><li><a href=/1>Older</a></li><li><a href=/2>Newer</a></li></ul>",
    "<div id=comments><p>I have read this with interest and do not believe a word of it.</p></div>",
)
FRAMES = (
    "<main>{}</main>",
    "<div id=content><div class=text>{}</div></div>",
    "<table><tr><td><a href=/>Home</a></td><td>{}</td></tr></table>",
    "<article>{}</article>",
    "{}",
)


@given(
    above=st.lists(st.sampled_from(ABOVE), max_size=3, unique=True),
    below=st.lists(st.sampled_from(BELOW), max_size=3, unique=True),
    frame=st.sampled_from(FRAMES),
    text=st.lists(spoken, min_size=2, max_size=6),
    tag=st.sampled_from(["p", "div"]),
)
def test_a_page_gives_its_paragraphs_and_lists_the_rest(
    above: list[str], below: list[str], frame: str, text: list[str], tag: str
) -> None:
    title = "Council opens the spring meeting"
    told = [f"{number}: {line}." for number, line in enumerate(text)]
    inner = f"<h1>{title}</h1><p>Posted on May 4, 2023</p>{''.join(f'<{tag}>{line}</{tag}>' for line in told)}"
    source = page("".join(above) + frame.format(inner) + "".join(below), title=f"{title} | River")
    found = read_release(Source("page.html", source.encode()))
    assert paragraphs_of(found.blocks) == told
    assert (found.headline, found.date) == (title, date(2023, 5, 4))
    assert letters(*found.raw) == letters(*kept(found))
