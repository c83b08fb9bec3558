"""``digest import`` as an editor meets it: shown, agreed, written, listed, and never twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commandline import CommandLine
from tests.issue_desk import jpeg
from tests.release_sources import RU_A, RU_TITLE, TITLE, A, B, C, page

ARTICLES = "issues/2026-q4/articles"
PAGE = page(
    f"<h1>{TITLE}</h1><p>Posted on December 05, 2026</p><p>{A}</p><p>{B}</p>"
    "<p><a href=#>Back</a> | <a href=#>Print</a></p>"
)
NAME = "2026-12-05-minister-receives-the-ambassador.md"


@pytest.fixture
def desk(newsletter: CommandLine) -> CommandLine:
    """A project with the issue 2026-q4, and a saved page beside the project."""
    give(newsletter, "release.html", PAGE)
    return newsletter


def give(desk: CommandLine, name: str, content: str | bytes) -> str:
    """A source outside of the project; its path as it is typed."""
    place = desk.folder.parent / "downloads" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(place)


def files(desk: CommandLine) -> dict[str, bytes]:
    """Every file of the project."""
    return {
        p.relative_to(desk.folder).as_posix(): p.read_bytes() for p in sorted(desk.folder.rglob("*")) if p.is_file()
    }


def test_a_release_becomes_an_article_a_line_of_the_manifest_and_a_kept_source(desk: CommandLine) -> None:
    before = files(desk)
    done = desk("import", give(desk, "release.html", PAGE), "--yes")
    assert done.code == 0, done.err
    after = files(desk)
    changed = {path for path in after if after[path] != before.get(path)}
    folder = "issues/2026-q4"
    assert changed == {
        f"{ARTICLES}/{NAME}",
        f"{folder}/issue.yaml",
        *(f"{folder}/intake/{n}" for n in ("release.html", "release.html.log.txt", "imported.yaml")),
    }
    head = f'---\ntitle: "{TITLE}"\ndate: 2026-12-05\nstate: draft\n---\n'
    assert after[f"{ARTICLES}/{NAME}"].decode() == f"{head}{A}\n\n{B}\n"
    assert after[f"{folder}/intake/release.html"].decode() == PAGE
    assert "- buttons and links: Back | Print" in after[f"{folder}/intake/release.html.log.txt"].decode()


def test_the_manifest_changes_by_lines_alone(desk: CommandLine) -> None:
    manifest = desk.folder / "issues/2026-q4/issue.yaml"
    before = manifest.read_text(encoding="utf-8").split("\n")
    desk("import", give(desk, "release.html", PAGE), "--yes")
    after = manifest.read_text(encoding="utf-8").split("\n")
    added = [line for line in after if line not in before]
    assert added == ["  - month: 2026-12", f"      - articles/{NAME}"]
    assert [line for line in after if line not in added and line != "    articles:"] == [
        line for line in before if line != "    articles:"
    ]


def test_the_text_is_shown_against_the_source_and_nothing_is_written_before_it_is_agreed(
    desk: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(desk)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: "n")
    done = desk("import", give(desk, "release.html", PAGE))
    assert "-Posted on December 05, 2026" in done.out
    assert "+date: 2026-12-05" in done.out
    assert "left out  buttons and links: Back | Print" in done.out
    assert files(desk) == before
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: "y")
    assert desk("import", give(desk, "release.html", PAGE)).code == 0
    assert (desk.folder / ARTICLES / NAME).exists()


def test_the_same_source_twice_changes_nothing(desk: CommandLine) -> None:
    desk("import", give(desk, "release.html", PAGE), "--yes")
    before = files(desk)
    done = desk("import", give(desk, "release.html", PAGE), "--yes")
    assert "A819" in done.out
    assert files(desk) == before


def test_the_same_text_from_another_file_is_no_second_article(desk: CommandLine) -> None:
    desk("import", give(desk, "release.html", PAGE), "--yes")
    before = files(desk)
    done = desk("import", give(desk, "copy.txt", f"{TITLE}\n\n6 December 2026\n\n{A}\n\n{B}\n"), "--yes")
    assert "A819" in done.out
    assert files(desk) == before


def test_a_source_that_has_changed_updates_its_article(desk: CommandLine) -> None:
    desk("import", give(desk, "release.html", PAGE), "--yes")
    done = desk("import", give(desk, "release.html", PAGE.replace(B, f"{B}</p><p>{C}")), "--yes")
    assert "updated from release.html" in done.out
    assert C in (desk.folder / ARTICLES / NAME).read_text(encoding="utf-8")
    assert sum(path.startswith(f"{ARTICLES}/2026-12") for path in files(desk)) == 1


def test_an_article_that_was_edited_is_not_written_over_unless_that_is_asked_for(desk: CommandLine) -> None:
    desk("import", give(desk, "release.html", PAGE), "--yes")
    desk.edit(f"{ARTICLES}/{NAME}", "They spoke", "Both spoke")
    changed = give(desk, "release.html", PAGE.replace(B, f"{B}</p><p>{C}"))
    done = desk("import", changed, "--yes")
    assert done.code == 1
    assert "E810" in done.out
    assert "Both spoke" in (desk.folder / ARTICLES / NAME).read_text(encoding="utf-8")
    assert desk("import", changed, "--yes", "--replace").code == 0
    assert "They spoke" in (desk.folder / ARTICLES / NAME).read_text(encoding="utf-8")


def test_two_releases_of_one_name_and_day_stay_two(desk: CommandLine) -> None:
    other = PAGE.replace(A, "The lakes were frozen all day long, and nobody went out to fish.").replace(
        B, "Boats stayed in their sheds until the evening."
    )
    desk("import", give(desk, "release.html", PAGE), "--yes")
    assert desk("import", give(desk, "another/release.html", other), "--yes").code == 0
    names = {
        path.rsplit("/", 1)[1] for path in files(desk) if path.startswith(f"{ARTICLES}/2026-12") or "/intake/" in path
    }
    assert {NAME, NAME.replace(".md", "-2.md"), "release.html", "release-2.html"} <= names


def test_a_release_of_another_quarter_is_refused_unless_a_month_is_given(desk: CommandLine) -> None:
    path = give(desk, "late.html", PAGE.replace("December 05, 2026", "January 04, 2027"))
    done = desk("import", path, "--yes")
    assert done.code == 1
    assert "E809" in done.out
    assert "--month 2026-12" in done.out
    wrong = desk("import", path, "--yes", "--month", "2027-03")
    assert wrong.code == 1
    assert "--month 2027-03 is none of the months of 2026-Q4" in wrong.out
    assert desk("import", path, "--yes", "--month", "2026-12").code == 0
    assert "date: 2027-01-04" in (desk.folder / ARTICLES / NAME.replace("2026-12-05", "2027-01-04")).read_text(
        encoding="utf-8"
    )


def test_a_release_without_a_date_asks_for_one(desk: CommandLine) -> None:
    path = give(desk, "undated.txt", f"{TITLE}\n\n{A}\n\n{B}\n")
    done = desk("import", path, "--yes")
    assert "E808" in done.out
    assert desk("import", path, "--yes", "--date", "2026-11-02").code == 0
    assert (desk.folder / ARTICLES / NAME.replace("12-05", "11-02")).exists()


def test_pictures_come_with_the_page_and_those_without_description_are_named(desk: CommandLine) -> None:
    give(desk, "release_files/a.jpg", jpeg(640, 400))
    give(desk, "release_files/b.gif", b"GIF89a" + bytes([144, 1, 44, 1]) + bytes(200))
    pictured = PAGE.replace(B, f"{B}</p><img src='release_files/a.jpg'><img src='release_files/b.gif'><p>")
    done = desk("import", give(desk, "release.html", pictured), "--yes")
    assert {code for code in ("W813", "W818") if code in done.out} == {"W813", "W818"}
    assert (desk.folder / "issues/2026-q4/photos/minister-receives-the-ambassador-1.jpg").read_bytes() == jpeg(640, 400)
    assert (desk.folder / "issues/2026-q4/intake/release.html-b.gif").exists()
    assert "E231" in desk("check", "2026-q4").out


def test_a_headline_that_was_proposed_is_marked_in_the_article(desk: CommandLine) -> None:
    done = desk("import", give(desk, "release.html", PAGE.replace(TITLE, A)), "--yes")
    assert f"{NAME.replace('minister-receives', 'the-minister-of-lakes-received')}:3:8  A815" in done.out.replace(
        "issues/2026-q4/articles/", ""
    )
    article = next((desk.folder / ARTICLES).glob("2026-12-05*")).read_text(encoding="utf-8")
    assert article.startswith(
        '---\n# Proposed by digest import: write a better title, and delete this line.\ntitle: "The Minister of Lakes'
    )
    assert f'standfirst: "{A}"' in article


def test_a_russian_release_in_an_english_issue_says_its_language(desk: CommandLine) -> None:
    desk("import", give(desk, "ru.txt", f"{RU_TITLE}\n\n5 декабря 2026 года\n\n{RU_A}\n"), "--yes")
    assert "language: ru\n" in (desk.folder / ARTICLES / "2026-12-05-ministr-prinyal-posla.md").read_text(
        encoding="utf-8"
    )


def test_what_cannot_be_imported_is_said_and_the_rest_is_taken(desk: CommandLine) -> None:
    bad = (give(desk, "old.doc", b"\xd0\xcf\x11\xe0"), give(desk, "empty.txt", ""), "nowhere.html")
    done = desk("import", *bad, give(desk, "release.html", PAGE), "--yes")
    assert done.code == 1
    assert all(code in done.out for code in ("E802", "E807", "E101"))
    assert "1 of 4 releases taken in" in done.out
    assert (desk.folder / ARTICLES / NAME).exists()


def test_the_same_as_json(desk: CommandLine) -> None:
    data = desk("import", give(desk, "release.html", PAGE), "--yes", "--json").data
    assert data["ok"] is True
    (imported,) = data["imported"]
    assert imported["article"] == f"articles/{NAME}"
    assert {"text": "Back | Print", "why": "buttons and links"} in imported["dropped"]
    assert desk("import", give(desk, "release.html", PAGE), "--json").code == 2


def test_documents_of_a_folder_that_cannot_be_read_are_named(desk: CommandLine) -> None:
    folder = Path(give(desk, "release.html", PAGE)).parent
    for name in ("photo.jpg", "minutes.PDF", "old.doc"):
        give(desk, name, b"x")
    done = desk("import", str(folder), "--yes")
    assert done.code == 0, done.out
    assert "W831  minutes.PDF, old.doc are of a kind that cannot be imported." in done.out
    assert "1 of 1 release taken in: 1 warning" in done.out


def test_a_folder_of_twelve_releases_builds_once_the_pictures_are_described(
    newsletter: CommandLine, tmp_path: Path
) -> None:
    from tests.twelve_releases import write_twelve

    folder = tmp_path / "releases"
    write_twelve(folder)
    done = newsletter("import", str(folder), "--issue", "2026-q4", "--yes")
    assert done.code == 0, done.out
    assert "12 of 12 releases taken in" in done.out
    refused = newsletter("check", "2026-q4")
    assert {line.split("  ")[1] for line in refused.out.split("\n") if "  E" in line} == {"E231"}
    for article in (newsletter.folder / ARTICLES).glob("2026-*.md"):
        text = article.read_text(encoding="utf-8")
        article.write_text(
            text.replace('"}\n', '", alt: "Boats."}\n').replace(".jpg}\n", '.jpg, alt: "Boats."}\n'), encoding="utf-8"
        )
    built = newsletter("build", "2026-q4")
    assert built.code == 0, built.out
    shutil.rmtree(folder)
