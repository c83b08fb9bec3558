"""Habits of writers and of other programs: other front matter, quoted letters, lazy pictures, captions by look."""

from __future__ import annotations

import pytest

from pipeline.importers import Release, Source, read_release
from tests.issue_desk import jpeg
from tests.reading_articles import paragraphs_of
from tests.unseen_builders import H, P, ps

TEXT = "\n\n".join(P)


def read(data: str, name: str, **beside: bytes) -> Release:
    files = {key.replace("_", "."): value for key, value in beside.items()}
    return read_release(Source(name, data.encode(), files.get))


@pytest.mark.parametrize(
    "head",
    [
        f'+++\ntitle = "{H}"\ndate = 2023-05-18T10:00:00Z\ntags = ["ports"]\n+++\n\n',
        f"% {H}\n% Dana Kim\n% 18 May 2023\n\n",
        f"---\ncreated: 2023-05-18\n---\n# {H}\n\n",
    ],
)
def test_front_matter_of_other_programs_is_read(head: str) -> None:
    release = read(f"{head}{TEXT}\n", "release.md")
    assert (release.headline, str(release.date), paragraphs_of(release.blocks)) == (H, "2023-05-18", list(P))


def test_marks_for_a_site_s_program_are_taken_out_and_listed() -> None:
    comment = "{% comment %}not for print{% endcomment %}"
    text = f"# {H}\n\n18 May 2023\n\n{P[0]}\n{{: .lead}}\n\n{P[1]} {comment}\n\n#ports #lake\n"
    release = read(text, "release.md")
    assert paragraphs_of(release.blocks) == [P[0], P[1]]
    assert {item.text for item in release.dropped} >= {"{: .lead}", "#ports #lake"}


def test_italics_below_a_picture_are_its_caption() -> None:
    text = f"# {H}\n\n18 May 2023\n\n{P[0]}\n\n![](a.jpg)\n*The port in the morning. Photo: D. Kim*\n\n{P[1]}\n"
    release = read(text, "release.md", a_jpg=jpeg(900, 600))
    assert [(found.caption, found.credit) for found in release.pictures] == [
        ("The port in the morning.", "Photo: D. Kim")
    ]
    assert paragraphs_of(release.blocks) == [P[0], P[1]]


@pytest.mark.parametrize(
    "figure",
    [
        "<div class='slide'><img src='a.jpg'><div class='note'>Ministers sign.</div></div>",
        "<p><img src='a.jpg'></p><p><em>Ministers sign.</em></p>",
        "<table><tr><td><img src='a.jpg'></td></tr><tr><td><small>Ministers sign.</small></td></tr></table>",
        "<figure><img data-srcset='s.jpg 300w, a.jpg 900w'><figcaption>Ministers sign.</figcaption></figure>",
        "<div class='i'><img src='data:,'><noscript><img src='a.jpg'></noscript><i>Ministers sign.</i></div>",
        "<figure><amp-img src='a.jpg'></amp-img><figcaption>Ministers sign.</figcaption></figure>",
    ],
)
def test_pictures_that_scripts_load_and_captions_that_only_look_so_are_found(figure: str) -> None:
    page = f"<title>{H}</title><main><h1>{H}</h1><p>18 May 2023</p><p>{P[0]}</p>{figure}{ps(texts=P[1:])}</main>"
    release = read(page, "page.html", a_jpg=jpeg(900, 600))
    assert [found.caption for found in release.pictures] == ["Ministers sign."]
    assert paragraphs_of(release.blocks) == list(P)


def test_a_letter_that_is_quoted_line_by_line_is_read_with_the_day_on_which_it_was_sent() -> None:
    inner = f"From: Press\nSent: 18 May 2023 10:12\nSubject: {H}\n\n{H}\n\n{TEXT}"
    quoted = "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    head = f"From: a@b.example\nSubject: FW: {H}\nDate: Fri, 19 May 2023 09:00:00 +0500\nMIME-Version: 1.0\n"
    head += "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    letter = f"{head}\nFor your information\n\n{quoted}\n"
    release = read(letter, "letter.eml")
    assert (release.headline, str(release.date)) == (H, "2023-05-18")
    assert paragraphs_of(release.blocks) == list(P)


@pytest.mark.parametrize(
    "head",
    [
        f"FOR IMMEDIATE RELEASE\nMay 18, 2023\n\nContact: Dana Kim\nPhone: +7 7292 000000\n\n{H}\n\n",
        f"EMBARGOED UNTIL 18 MAY 2023, 10:00 UTC\n\n{H}\n\n",
        f"Press release\n18 May 2023, Aktau\n\n{H}\n\n",
        f"{H}\n18.05.2023\n\n",
    ],
)
def test_what_stands_above_a_headline_is_no_headline(head: str) -> None:
    release = read(f"{head}{TEXT}\n", "release.txt")
    assert (release.headline, str(release.date), paragraphs_of(release.blocks)) == (H, "2023-05-18", list(P))


def test_lines_that_are_sentences_are_paragraphs() -> None:
    texts = [text if text.endswith((".", "”")) else f"{text}." for text in P]
    release = read(f"{H}\n18.05.2023\n" + "\n".join(texts), "release.txt")
    assert paragraphs_of(release.blocks) == texts


def test_a_page_in_a_script_without_full_stops_is_read() -> None:
    text = "รัฐมนตรีของห้ารัฐริมทะเลสาบลงนามข้อตกลงเรื่องท่าเรือสะอาดที่อักเตาเมื่อวันพฤหัสบดี"
    release = read(f"<title>{H}</title><nav><a>x</a></nav><h1>{H}</h1><p>18 May 2023</p><p>{text}</p>", "page.html")
    assert paragraphs_of(release.blocks) == [text]
