"""``digest release`` as a person in charge of distribution meets it."""

from __future__ import annotations

import pytest

from tests.commandline import CommandLine
from tests.release_desk import tree

ISSUE, FOLDER = "issues/2026-q4/issue.yaml", "dist/2026-q4"


@pytest.fixture
def leaflet(newsletter: CommandLine) -> CommandLine:
    """The new project with an issue of one article, which is soon made."""
    place = newsletter.folder / ISSUE
    text = place.read_text(encoding="utf-8")
    kept, _, _ = text.partition("sections:")
    kept += "sections:\n  - month: 2026-10\n    articles: [articles/before-you-publish.md]\n"
    place.write_text(kept, encoding="utf-8")
    return newsletter


def test_a_release_is_told_as_a_table_with_the_next_step(leaflet: CommandLine) -> None:
    done = leaflet("release")
    assert done.code == 0, done.out + done.err
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "dist/2026-q4/" in lines
    assert any(line.startswith("2026-q4-screen.pdf") and line.endswith("for readers on screens") for line in lines)
    assert any(line.startswith("articles/ (2) 2 pages") for line in lines)
    assert any(line.startswith("2026-q4-cover-400.jpg 400 × 566") for line in lines)
    assert any("A725 " in line for line in lines), "no check would tell it again"
    assert "Next: send them out (README, “What to send to whom”); to prove a copy: sha256sum -c SHA256SUMS" in lines
    told = {line.split(" ")[0] for line in lines[lines.index("dist/2026-q4/") :]}
    assert {name for name in tree(leaflet.folder / FOLDER) if not name.startswith("articles/")} <= told
    again = leaflet("release")
    assert again.code == 0
    assert "The same release is there already, byte for byte.\nNothing was written: " in again.out


def test_a_release_is_kept_until_it_is_to_be_replaced(leaflet: CommandLine) -> None:
    assert leaflet("release", "--marks", "none").code == 0
    before = tree(leaflet.folder / FOLDER)
    refused = leaflet("release", "2026-q4")
    assert refused.code == 1
    assert "E607  2026-q4 was released here already" in refused.out
    assert "To put the new one in its place: --replace." in refused.out
    assert "Nothing was written: 1 error" in refused.out
    assert tree(leaflet.folder / FOLDER) == before
    assert leaflet("release", "--replace").code == 0
    assert tree(leaflet.folder / FOLDER) != before
    leaflet.edit(ISSUE, "articles/before-you-publish.md", "articles/what-the-program-does.md")
    replaced = leaflet("release", "--replace")
    assert "No longer part of it, and removed: articles/before-you-publish.pdf." in replaced.out


def test_machines_read_what_was_released(leaflet: CommandLine) -> None:
    done = leaflet("release", "--json", "--out", "given away")
    data = done.data
    assert (done.code, data["command"], data["issue"], data["ok"]) == (0, "release", "2026-q4", True)
    release = data["release"]
    assert (release["folder"], release["written"], release["removed"]) == ("given away", True, [])
    files = tree(leaflet.folder / "given away")
    assert {one["path"]: one["bytes"] for one in release["files"]} == {name: len(data) for name, data in files.items()}
    assert not (leaflet.folder / "dist").exists()
    assert leaflet("release", "--json", "--out", "given away").data["release"]["written"] is False


def test_an_error_refuses_the_release_and_is_shown(leaflet: CommandLine) -> None:
    leaflet.edit(ISSUE, "articles/before-you-publish.md", "articles/gone.md")
    done = leaflet("release")
    assert done.code == 1
    assert "E101  articles/gone.md is not there." in done.out
    assert "Nothing was written: " in done.out
    assert not (leaflet.folder / "dist").exists()
    assert leaflet("release", "--json").data["release"] is None


@pytest.mark.parametrize(
    "options,code,said",
    [
        (("--marks", "folds"), 2, "'folds' is none of the marks"),
        (("--profile", "nowhere.icc"), 1, "nowhere.icc is not there"),
        (("2019-q1",), 1, "There is no issue '2019-q1'"),
    ],
)
def test_what_cannot_be_meant_is_said_before_anything_is_made(
    leaflet: CommandLine, options: tuple[str, ...], code: int, said: str
) -> None:
    done = leaflet("release", *options)
    assert done.code == code
    assert said in " ".join(done.err.split())
