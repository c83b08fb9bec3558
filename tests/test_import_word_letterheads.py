"""Word files on headed paper, and captions that no style marks."""

from __future__ import annotations

from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.values import Release, Source
from tests import word_maker as word
from tests.release_sources import OTHER, PHOTO, TITLE, A, B, C


def read(*blocks: str) -> Release:
    file = word.WordFile(pictures={"i1": PHOTO, "i2": OTHER})
    return read_release(Source("a.docx", file.add(*blocks).bytes()))


def captions(release: Release) -> list[str]:
    return [found.caption for found in release.pictures]


def test_a_letterhead_goes_with_its_emblem_and_both_are_listed() -> None:
    address = word.paragraph(word.run("OFFICE FOR LAKES", bold=True)) + word.paragraph("Quay 1 · www.lakes.example")
    head = word.table((word.paragraph(word.picture("i1", alt="Heron of the office")), address))
    marks = (word.paragraph("5 May 2023"), word.paragraph("NEWS RELEASE"), word.paragraph(TITLE))
    shown = word.paragraph(word.picture("i2", alt="Boats in a lock"))
    release = read(head, *marks, word.paragraph(A), shown, word.paragraph(B))
    assert (release.headline, [words_in(block) for block in release.blocks]) == (TITLE, [A, B])
    assert [found.data for found in release.pictures] == [OTHER]
    listed = {item.text for item in release.dropped}
    assert {"OFFICE FOR LAKES", "Quay 1 · www.lakes.example", "Heron of the office"} <= listed


def test_a_short_line_behind_a_picture_within_the_text_is_its_caption() -> None:
    shown = (word.paragraph(word.picture("i1")), word.paragraph("The reading room from platform two"))
    release = read(word.paragraph(TITLE, style="Title"), *map(word.paragraph, (A, B)), *shown, word.paragraph(C))
    assert captions(release) == ["The reading room from platform two"]
    assert [words_in(block) for block in release.blocks] == [A, B, C]


def test_a_sentence_and_a_bold_line_behind_a_picture_stay_in_the_text() -> None:
    for line in (word.paragraph("The room is open."), word.paragraph(word.run("Who may come in", bold=True))):
        shown = word.paragraph(word.picture("i1"))
        release = read(
            word.paragraph(TITLE, style="Title"), *map(word.paragraph, (A, B)), shown, line, word.paragraph(C)
        )
        assert captions(release) == [""]
