"""``digest flatplan`` and ``digest pin``, and the flatplan that ``digest build`` writes."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tests.commandline import CommandLine

FLATPLAN = "issues/2026-q4/flatplan.yaml"
ONE = "before-you-publish"


def text_of(digest: CommandLine) -> str:
    return (digest.folder / FLATPLAN).read_text(encoding="utf-8")


def test_a_build_writes_the_flatplan_and_the_next_one_leaves_it_alone(built: CommandLine) -> None:
    place = built.folder / FLATPLAN
    text, moment = text_of(built), place.stat().st_mtime_ns
    pdf = (built.folder / "dist/2026-q4/2026-q4.pdf").read_bytes()
    assert f"articles/{ONE}.md" in text
    assert built("build").code == 0
    assert (text_of(built), place.stat().st_mtime_ns) == (text, moment)
    assert (built.folder / "dist/2026-q4/2026-q4.pdf").read_bytes() == pdf
    assert "up to date" in built("--no-colour").out or "up to date" in built(here="issues/2026-q4").out


def test_one_article_alone_leaves_no_flatplan(newsletter: CommandLine) -> None:
    assert newsletter("build", "--only", ONE).code == 0
    assert not (newsletter.folder / FLATPLAN).exists()


def test_a_broken_flatplan_refuses_check_and_build_and_is_not_overwritten(built: CommandLine) -> None:
    built.edit(FLATPLAN, "    row: 1\n", "    row: first\n")
    text = text_of(built)
    for command in ("check", "build"):
        done = built(command)
        assert done.code == 1
        assert "E123" in done.out
        assert "Or delete flatplan.yaml" in done.out
    assert text_of(built) == text


def test_pin_and_off_change_one_line(built: CommandLine) -> None:
    built.edit(FLATPLAN, "articles:\n", "# Ask the chairman first.\narticles:\n")
    before = text_of(built).splitlines()
    done = built("pin", ONE)
    assert done.code == 0
    assert f"articles/{ONE}.md is pinned to page" in done.out
    after = text_of(built).splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [("    pin: false", "    pin: true")]
    assert built("pin", f"articles/{ONE}.md", "2026-q4").code == 0
    assert text_of(built).splitlines() == after
    assert "is no longer pinned" in built("pin", "--off", ONE).out
    assert text_of(built).splitlines() == before


def test_an_advert_is_pinned_by_the_name_of_its_file(newsletter: CommandLine) -> None:
    stream = BytesIO()
    Image.new("L", (2100, 2970), 90).save(stream, "png")
    (newsletter.folder / "issues/2026-q4/adverts").mkdir(exist_ok=True)
    (newsletter.folder / "issues/2026-q4/adverts/bank.png").write_bytes(stream.getvalue())
    adverts = "adverts:\n  - {file: adverts/bank.png, side: left, alt: An advert.}\n\ncover:\n"
    newsletter.edit("issues/2026-q4/issue.yaml", "cover:\n", adverts)
    assert newsletter("build").code == 0
    before = text_of(newsletter)
    done = newsletter("pin", "bank.png")
    assert done.code == 0
    assert "adverts/bank.png is pinned to page" in done.out
    assert text_of(newsletter) == before.replace("bank.png, pin: false", "bank.png, pin: true")
    assert text_of(newsletter) != before
    assert newsletter("build").code == 0
    assert "is no longer pinned" in newsletter("pin", "adverts/bank.png", "--off").out
    missed = newsletter("pin", "bnak.png")
    assert (missed.code, "E101" in missed.err) == (1, True)
    assert "has no advert 'bnak.png'.  Did you mean adverts/bank.png?" in missed.err
    assert "There are: adverts/bank.png." in newsletter("pin", "television.pdf").err
    newsletter("pin", "bank.png")
    newsletter.edit("issues/2026-q4/issue.yaml", adverts, "cover:\n")
    assert "W521  adverts/bank.png is pinned, but is not in the issue." in newsletter("check").out


def test_a_pin_outlives_a_build(built: CommandLine) -> None:
    assert built("pin", ONE).code == 0
    assert built("build").code == 0
    assert text_of(built).count("pin: true\n") == 1


def test_pin_before_the_first_build_says_to_build(newsletter: CommandLine) -> None:
    done = newsletter("pin", ONE)
    assert done.code == 2
    assert "digest build 2026-q4" in done.err


def test_pin_of_an_article_that_is_not_there_is_a_finding(built: CommandLine) -> None:
    done = built("pin", "before-you-print")
    assert done.code == 1
    assert f"Did you mean articles/{ONE}.md?" in done.err


def test_a_pinned_article_that_left_the_issue_is_a_warning(built: CommandLine) -> None:
    assert built("pin", ONE).code == 0
    built.edit(FLATPLAN, f"articles/{ONE}.md", "articles/gone.md")
    done = built("check")
    assert done.code == 0
    assert "W521  articles/gone.md is pinned, but is not in the issue." in done.out
    assert built("build").code == 0
    assert "gone.md" not in text_of(built)


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_the_drawing_fits_the_terminal_and_names_every_article(
    built: CommandLine, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert built("pin", ONE).code == 0
    done = built("flatplan")
    assert done.code == 0
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= max(columns, 55)
    assert "*before-yo~" in done.out
    assert "cover" in done.out
    assert {"▀", "≡", "▒"} <= set("".join(lines[2:]))


def test_the_picture_is_a_png_of_all_spreads(built: CommandLine) -> None:
    done = built("flatplan", "--png", "sheets/all.png")
    assert done.code == 0
    assert "sheets/all.png" in done.out
    with Image.open(BytesIO((built.folder / "sheets/all.png").read_bytes())) as image:
        assert image.format == "PNG"
        assert image.width > image.height / 4
        assert len(image.getcolors(1 << 24) or []) > 200


def test_no_thumbnails_of_an_issue_with_errors(built: CommandLine) -> None:
    built.edit("issues/2026-q4/issue.yaml", "language: en-GB", "langauge: en-GB")
    done = built("flatplan")
    assert done.code == 1
    assert "E121" in done.out
