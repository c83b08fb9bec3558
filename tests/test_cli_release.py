"""``digest release`` as a person in charge of distribution meets it."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.commandline import CommandLine
from tests.issue_desk import NAME
from tests.release_desk import new_issue, tree

ISSUE, FOLDER = "issues/2026-q4/issue.yaml", "dist/2026-q4"
SMALL, OUT = f"issues/{NAME}/issue.yaml", f"dist/{NAME}"


@pytest.fixture
def leaflet(newsletter: CommandLine) -> CommandLine:
    """The new project with an issue of one article, which is soon made."""
    place = newsletter.folder / ISSUE
    text = place.read_text(encoding="utf-8")
    kept, _, _ = text.partition("sections:")
    kept += "sections:\n  - month: 2026-10\n    articles: [articles/before-you-publish.md]\n"
    place.write_text(kept, encoding="utf-8")
    return newsletter


@pytest.fixture
def small(digest: CommandLine) -> CommandLine:
    """A project with an issue of two pages, which is made at once."""
    digest.folder = new_issue(digest.folder / "project").root
    return digest


def test_a_release_is_told_as_a_table_with_the_next_step(leaflet: CommandLine) -> None:
    cover = leaflet.folder / "issues/2026-q4/photos/cover.jpg"
    with Image.open(cover) as photo:
        photo.save(cover)  # without its profile
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


def test_a_release_is_kept_until_it_is_to_be_replaced(small: CommandLine) -> None:
    assert small("release", "--marks", "none").code == 0
    before = tree(small.folder / OUT)
    refused = small("release", NAME)
    assert refused.code == 1
    assert f"E607  {NAME} was released here already" in refused.out
    assert "To put the new one in its place: --replace." in refused.out
    assert "Nothing was written: 1 error" in refused.out
    assert tree(small.folder / OUT) == before
    small.edit(SMALL, "articles/almaty.md, ", "")
    replaced = small("release", "--replace")
    assert replaced.code == 0
    assert "No longer part of it, and removed: articles/almaty.pdf." in replaced.out
    after = tree(small.folder / OUT)
    changed = {name for name in before if after.get(name) != before[name]}
    assert {f"{NAME}-screen.pdf", f"{NAME}-press-x4.pdf", "release.json", "SHA256SUMS"} <= changed


def test_machines_read_what_was_released(small: CommandLine) -> None:
    done = small("release", "--json", "--out", "given away")
    data = done.data
    assert (done.code, data["command"], data["issue"], data["ok"]) == (0, "release", NAME, True)
    release = data["release"]
    assert (release["folder"], release["written"], release["removed"]) == ("given away", True, [])
    files = tree(small.folder / "given away")
    assert {one["path"]: one["bytes"] for one in release["files"]} == {name: len(data) for name, data in files.items()}
    assert not (small.folder / "dist").exists()
    assert small("release", "--json", "--out", "given away").data["release"]["written"] is False


def test_an_error_refuses_the_release_and_is_shown(small: CommandLine) -> None:
    small.edit(SMALL, "articles/almaty.md", "articles/gone.md")
    done = small("release")
    assert done.code == 1
    assert "E101  articles/gone.md is not there." in done.out
    assert "Nothing was written: " in done.out
    assert not (small.folder / "dist").exists()
    assert small("release", "--json").data["release"] is None


@pytest.mark.parametrize("out", [f"issues/{NAME}", "issues", "layouts/mine/pdf"])
def test_a_release_does_not_go_among_the_sources(small: CommandLine, out: str) -> None:
    before = tree(small.folder)
    done = small("release", "--out", out)
    assert done.code == 2
    said = " ".join(done.err.split())
    assert f"{out}/ is among the project's {out.partition('/')[0]}, which are what a release is made from." in said
    assert f"without --out it is dist/{NAME}/." in said
    assert tree(small.folder) == before


@pytest.mark.parametrize(
    "options,code,said",
    [
        (("--marks", "folds"), 2, "'folds' is none of the marks"),
        (("--profile", "nowhere.icc"), 1, "nowhere.icc is not there"),
        (("2019-q1",), 1, "There is no issue '2019-q1'"),
    ],
)
def test_what_cannot_be_meant_is_said_before_anything_is_made(
    small: CommandLine, options: tuple[str, ...], code: int, said: str
) -> None:
    done = small("release", *options)
    assert done.code == code
    assert said in " ".join(done.err.split())
