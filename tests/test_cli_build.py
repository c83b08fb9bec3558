"""``digest build``: what is written where, what is refused, and what is said in the end."""

from __future__ import annotations

import re

import pytest

from tests.commandline import CommandLine

FOREWORD = "issues/2026-q4/articles/foreword.md"
MANIFEST = "issues/2026-q4/issue.yaml"


def test_the_summary_tells_place_pages_words_photos_size_seconds_and_findings(newsletter: CommandLine) -> None:
    done = newsletter("build")
    assert done.code == 0
    pattern = r"dist/2026-q4/2026-q4\.pdf\n(\d+) pages, ([\d,]+) words, 10 photos, [\d.]+ (kB|MB)\n.* in \d+\.\d s\n"
    assert re.search(pattern, done.out)


def test_out_names_another_folder(newsletter: CommandLine) -> None:
    done = newsletter("build", "--only", "before-you-publish", "--out", "proofs/monday")
    assert done.code == 0, done.out + done.err
    assert [p.name for p in (newsletter.folder / "proofs/monday").iterdir()] == ["2026-q4-before-you-publish.pdf"]
    assert not (newsletter.folder / "dist").exists()


def test_the_foreword_alone_is_built_too(newsletter: CommandLine) -> None:
    done = newsletter("build", "--only", "foreword", "--json")
    assert done.code == 0, done.err
    assert done.data["document"]["pages"] == 1
    assert done.data["document"]["photos"] == 2, "the portrait, and the cover's photo in the room below a short text"


def test_an_article_alone_has_its_own_words_only(newsletter: CommandLine) -> None:
    one = newsletter("build", "--only", "articles/train.md", "--json")
    assert one.code == 1
    one = newsletter("build", "--only", "what-the-program-does", "--json")
    whole = newsletter("build", "--json")
    assert 0 < one.data["document"]["words"] < whole.data["document"]["words"]
    assert one.data["document"]["photos"] == 1


def test_an_error_stops_the_build_and_keeps_the_older_file(newsletter: CommandLine) -> None:
    newsletter("build", "--only", "before-you-publish")
    pdf = newsletter.folder / "dist/2026-q4/2026-q4-before-you-publish.pdf"
    before = pdf.read_bytes()
    newsletter.edit(MANIFEST, "language: en-GB", "langauge: en-GB")
    done = newsletter("build", "--only", "before-you-publish")
    assert done.code == 1
    assert "Nothing was written: 1 error" in done.out
    assert pdf.read_bytes() == before


def test_advice_is_counted_not_shown(newsletter: CommandLine) -> None:
    newsletter.edit(FOREWORD, "This is the", "This is the the")
    done = newsletter("build", "--only", "before-you-publish")
    assert done.code == 0
    assert "1 piece of advice: digest check 2026-q4 --pages shows it." in done.out
    assert "A245" not in done.out


def test_a_place_that_cannot_be_written_is_a_finding(newsletter: CommandLine) -> None:
    (newsletter.folder / "dist").write_text("in the way", encoding="utf-8")
    done = newsletter("build", "--only", "before-you-publish")
    assert done.code == 1
    assert "E601" in done.err
    assert "--out" in done.err


def test_a_date_from_outside_that_is_none_is_a_finding(
    newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "10 July")
    done = newsletter("build", "--only", "before-you-publish")
    assert done.code == 1
    assert "E108  SOURCE_DATE_EPOCH is '10 July', which is no moment that a file can carry." in done.out
    assert "as in SOURCE_DATE_EPOCH=1688990400, or unset it" in done.out
    assert "Traceback" not in done.err
    assert not (newsletter.folder / "dist").exists()


def test_original_photos_make_a_larger_file(newsletter: CommandLine) -> None:
    screen = newsletter("build", "--json").data["document"]["bytes"]
    original = newsletter("build", "--photos", "original", "--json").data["document"]["bytes"]
    assert original > screen
