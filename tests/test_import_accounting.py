"""Nothing of a source is lost unseen: each visible word is in the article or its front matter, or is listed."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.importers import Release, Source, read_release
from pipeline.importers.reconciling import reconciled
from pipeline.importers.runs import words_in
from pipeline.importers.values import Dropped
from tests import word_maker as word
from tests.release_sources import PHOTO, TITLE, A, B, Case
from tests.test_import_hostile import body, word_with
from tests.test_import_sources import CASES

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
BOX = "<w:txbxContent><w:p>{}</w:p></w:txbxContent>"
NEW, OLD = '<mc:Choice Requires="wps"><w:drawing>{}</w:drawing></mc:Choice>', "<mc:Fallback>{}</mc:Fallback>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
# Frames that Word puts around runs; each has the words in it.
FRAMES = (
    "{}",
    '<w:fldSimple w:instr=" SEQ Figure ">{}</w:fldSimple>',
    f"{FIELD}{{}}{FIELD_END}",
    "<w:smartTag>{}</w:smartTag>",
    '<w:bdo w:val="ltr">{}</w:bdo>',
    "<w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    f"<w:r><w:drawing>{BOX}</w:drawing></w:r>",
    f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
    f"<w:r><mc:AlternateContent>{NEW.format(BOX)}</mc:AlternateContent></w:r>",
    f"<w:r><mc:AlternateContent>{NEW.format(BOX)}{OLD.format('')}</mc:AlternateContent></w:r>",
    f"<w:r><mc:AlternateContent>{NEW.format('')}{OLD.format(BOX)}</mc:AlternateContent></w:r>",
    "<m:oMath><m:r><m:t>sum</m:t></m:r></m:oMath>{}",
    "<w:ins>{}</w:ins>",
    "<w:unheardOf>{}</w:unheardOf>",
)
MARKS = (
    "{}",
    "# {}",
    "> {}",
    "- {}",
    "1. {}",
    "[{}](https://a.example)",
    "*{}*",
    "::: note\n{}\n:::",
    "![{}](a.jpg){{width=50%}}",
    "Term\n:   {}",
    "{}^[And a note.]",
    "  A      B\n  ------ ------\n  {}     more",
    "{{% highlight sh %}}\n{}\n{{% endhighlight %}}",
    "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
    "| {} | b |\n|---|---|\n| c | d |",
    "%%{}%%",
    "<!-- {} -->",
    "`{}`",
    "{{{{< figure src='a.jpg' caption='{}' >}}}}",
    "[[{}]]",
)
words = st.lists(st.integers(100, 999), min_size=1, max_size=6, unique=True).map(
    lambda numbers: " ".join(
        f"lake{'abcdefghij'[n // 100]}{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}" for n in numbers
    )
)


def everything(release: Release) -> str:
    """All that was made of a source, as letters."""
    texts = [release.headline, release.standfirst, release.byline, release.place]
    texts += [*map(words_in, release.blocks), *(words_in(block) for note in release.notes for block in note.blocks)]
    texts += [f"{found.caption} {found.credit} {found.alt}" for found in release.pictures]
    texts += [item.text for item in release.dropped]
    return re.sub(r"\W", "", " ".join(texts).casefold())


def beside(name: str) -> bytes | None:
    return PHOTO if name == "a.jpg" else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_source_of_the_project_has_words_that_are_nowhere(case: Case) -> None:
    release = read_release(Source(case.name, case.data, case.beside.get))
    assert "W823" not in {finding.code for finding in release.findings}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FRAMES), words), min_size=1, max_size=5))
def test_every_word_of_a_word_file_is_kept_or_listed_whatever_is_around_it(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"<w:p>{RUN.format('Here ')}{frame.format(RUN.format(said))}</w:p>" for frame, said in parts)
    data = word_with(body(f"{word.paragraph(TITLE)}{word.paragraph(A)}{text}{word.paragraph(B)}"))
    found = everything(read_release(Source("a.docx", data)))
    assert all(one in found for _, said in parts for one in said.split())


@pytest.mark.parametrize("frame", FRAMES[:-1])
def test_what_word_puts_around_words_takes_none_of_them_from_the_text(frame: str) -> None:
    text = f"<w:p>{RUN.format('We read that ')}{frame.format(RUN.format('lakes rise'))}</w:p>"
    data = word_with(body(f"{word.paragraph(TITLE)}{word.paragraph(A)}{text}{word.paragraph(B)}"))
    release = read_release(Source("a.docx", data))
    assert "lakes rise" in " ".join(map(words_in, release.blocks))
    assert "W823" not in {finding.code for finding in release.findings}


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(MARKS), words), min_size=1, max_size=6))
def test_every_word_of_markdown_is_kept_or_listed_whatever_marks_it(parts: list[tuple[str, str]]) -> None:
    text = "\n\n".join([f"# {TITLE}", A, *(mark.format(said) for mark, said in parts), B])
    found = everything(read_release(Source("a.md", text.encode(), beside)))
    assert all(one in found for _, said in parts for one in said.split())


LINES = ("{}", "{}.", "  - {}", "{}\n{}", "PRESS RELEASE\n{}", "{}    18 May 2023", "-- \n{}", "Contact: {}", "1) {}")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(LINES), words), min_size=1, max_size=6), st.sampled_from(["\n", "\n\n", "\f"])
)
def test_every_word_of_plain_text_and_of_a_letter_is_kept_or_listed(parts: list[tuple[str, str]], gap: str) -> None:
    text = gap.join([TITLE, "", A, *(line.replace("{}", said) for line, said in parts), "", B])
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "a@b.example", TITLE
    letter.set_content(text.replace("\f", "\n"))
    for source in (Source("a.txt", text.encode()), Source("a.eml", letter.as_bytes())):
        found = everything(read_release(source))
        assert all(one in found for _, said in parts for one in said.split())


def test_what_a_reader_has_passed_over_is_listed_and_told() -> None:
    source = Source("a.txt", f"{TITLE}\n\n{A}\n\n{B}".encode())
    release = read_release(source)
    told = reconciled(replace(release, raw=(*release.raw, "Seals were counted.")), source)
    assert told.dropped[-1] == Dropped("Seals were counted.", "passed over by the reader of the file")
    assert told.findings[-1].code == "W823"
    assert "Seals" in told.findings[-1].message
