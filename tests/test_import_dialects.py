"""Markdown of note-taking programs and of sites: nothing of it is lost without a word, and no sign of it stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.importers.marked import read_marked
from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.values import Release, Source
from tests.release_sources import PHOTO, TITLE, A, B, C

HEAD = f"---\ntitle: {TITLE}\ndate: 2023-05-05\n---\n"


def read(text: str, **beside: bytes) -> Release:
    files = {name.replace("_", "."): data for name, data in beside.items()}
    return read_release(Source("a.md", text.encode(), files.get))


def said(release: Release) -> list[str]:
    return [words_in(block) for block in release.blocks]


def listed(release: Release) -> set[str]:
    return {item.text for item in release.dropped}


def test_a_picture_in_double_brackets_is_a_picture_with_its_caption() -> None:
    release = read(f"{HEAD}{A}\n\n![[lake.jpg|Boats at noon]]\n\n{B}\n", lake_jpg=PHOTO)
    assert [(found.caption, found.data) for found in release.pictures] == [("Boats at noon", PHOTO)]
    assert said(release) == [A, B]


def test_the_width_of_a_picture_is_no_caption() -> None:
    release = read(f"{HEAD}{A}\n\n![[lake.jpg|300]]\n\n{B}\n", lake_jpg=PHOTO)
    assert [found.caption for found in release.pictures] == [""]


def test_a_picture_in_double_brackets_that_is_not_there_is_told() -> None:
    release = read(f"{HEAD}{A}\n\n![[lake.jpg]]\n\n{B}\n")
    assert any("lake.jpg" in finding.message for finding in release.findings)


def test_another_note_that_is_shown_is_listed() -> None:
    assert "![[Plans for June]]" in listed(read(f"{HEAD}{A}\n\n![[Plans for June]]\n\n{B}\n"))


def test_links_between_notes_are_their_words() -> None:
    release = read(f"{HEAD}{A}\n\nThey met in [[Places/Kuryk|the town of Kuryk]] and in [[Places/Aktau]].\n")
    assert said(release)[1] == "They met in the town of Kuryk and in Aktau."


def test_comments_tags_and_names_of_paragraphs_are_listed_and_no_text() -> None:
    release = read(f"{HEAD}#draft/lakes #boats\n\n{A} ^first\n\n%% ask Dana\nfor more %%\n\n{B}\n")
    assert said(release) == [A, B]
    assert {"#draft/lakes #boats", "^first", "ask Dana for more"} <= listed(release)


def test_a_callout_has_its_title_above_it() -> None:
    release = read(f"{HEAD}{A}\n\n> [!warning]- Take care\n> {B}\n\n{C}\n")
    assert said(release) == [A, f"Take care {B}", C]


def test_boxes_and_marks_are_taken_off() -> None:
    release = read(f"{HEAD}{A}\n\n- [x] boats\n- [ ] fish\n\n=={B}==\n")
    assert said(release) == [A, "boats fish", B]


def test_a_calculation_with_two_equal_signs_keeps_them() -> None:
    assert "a == b" in said(read(f"{HEAD}{A}\n\nThe sign is a == b in that book of the lakes.\n"))[1]


def test_the_author_in_a_table_of_front_matter_is_the_author_and_the_rest_is_listed() -> None:
    front = f'title = "{TITLE}"\ndate = 2023-06-11T08:00:00+02:00\ntags = ["boats", "fish"]\n'
    release = read(f'+++\n{front}[author]\n  name = "Dana Kim"\n+++\n\n{A}\n\n{B}\n')
    assert (release.headline, str(release.date), release.byline) == (TITLE, "2023-06-11", "Dana Kim")
    assert any("boats, fish" in text for text in listed(release))


def test_front_matter_that_is_no_toml_is_read_line_by_line() -> None:
    release = read(f'+++\ntitle = "{TITLE}"\ndate = 2023-06-11\ntags = [boats\n+++\n\n{A}\n\n{B}\n')
    assert (release.headline, str(release.date)) == (TITLE, "2023-06-11")


PIECES = st.sampled_from(
    ["[[", "]]", "![[", "|", "%%", "==", "^", "#a", "> [!tip]", "- [x] ", "\n", "\n\n", " ", "a.jpg"]
)


@given(st.lists(PIECES, max_size=25))
def test_every_word_between_signs_is_in_the_text_or_told(signs: list[str]) -> None:
    text = "Lakes. " + "".join(f"{sign}mark{n}x" for n, sign in enumerate(signs))
    reading = read_marked(Source("a.md", b""), text)
    told = [*map(words_in, reading.blocks), *(item.text for item in reading.dropped)]
    told += [finding.message for finding in reading.findings] + [found.caption for _, found in reading.pictures]
    told += [f"{repair.before} {repair.after}" for repair in reading.repairs]
    assert [n for n in range(len(signs)) if f"mark{n}x" not in " ".join(told)] == []
