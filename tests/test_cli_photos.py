"""The command ``photos`` as a user meets it."""

from __future__ import annotations

import pytest

from tests.agency import jpeg
from tests.commandline import CommandLine
from tests.pdf_samples import text_of
from tests.test_photos_desk_texts import FULL

MANIFEST = "issues/2026-q4/issue.yaml"


def test_every_picture_is_listed_with_size_place_and_credit(newsletter: CommandLine) -> None:
    done = newsletter("photos")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].split() == ["photo", "pixels", "page", "mm", "ppi", "credit"]
    cover = next(line for line in lines if line.startswith("cover.jpg"))
    assert cover.split()[2:4] == ["1", "216"]
    assert lines[-1].startswith("2026-q4: ")
    assert lines[-1].endswith("0 without credit, 0 without description, 0 with a note of consent, 0 not used")


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_list_fits_the_terminal(newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    name = "photos/a-very-long-name-as-cameras-and-agencies-give-them-2026-10-05.jpg"
    (newsletter.folder / "issues/2026-q4" / name).write_bytes(jpeg(FULL))
    newsletter.edit(
        MANIFEST, "sections:\n", f"fillers: [{{photo: {{file: {name}, consent: {'signed ' * 30}}}}}]\nsections:\n"
    )
    monkeypatch.setenv("COLUMNS", width)
    lines = newsletter("photos").out.splitlines()
    assert max(map(len, lines)) <= int(width)
    at = next(number for number, line in enumerate(lines) if line.startswith("a-very-long"))
    assert lines[at + 1] == "    © Agency"
    assert lines[at + 2].startswith("    consent: signed signed")
    assert lines[at + 3] == "    from the file: caption, credit, alt, copyright"


def test_names_that_differ_at_their_ends_are_told_apart(newsletter: CommandLine) -> None:
    names = [f"photos/the-long-headline-of-an-article-that-brought-pictures-{number}.jpg" for number in (1, 2)]
    for name in names:
        (newsletter.folder / "issues/2026-q4" / name).write_bytes(jpeg(FULL))
    fillers = ", ".join(f"{{photo: {{file: {name}}}}}" for name in names)
    newsletter.edit(MANIFEST, "sections:\n", f"fillers: [{fillers}]\nsections:\n")
    shown = [line.split()[0] for line in newsletter("photos").out.splitlines() if line.startswith("the-long")]
    assert [name.partition("…")[2][-6:] for name in shown] == ["-1.jpg", "-2.jpg"]


def test_machines_get_one_document(newsletter: CommandLine) -> None:
    data = newsletter("photos", "--json").data
    assert (data["command"], data["issue"], data["placed"], data["document"]) == ("photos", "2026-q4", True, None)
    cover = data["photos"][0]
    assert (cover["use"], cover["places"][0]["page"], cover["from_file"]) == ("cover", 1, [])
    assert cover["places"][0]["ppi"] > 100
    assert {"width", "height", "caption", "credit", "alt", "copyright", "consent", "decorative"} <= cover.keys()


def test_of_an_issue_with_errors_pictures_are_listed_without_their_places(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "sections:\n", "fillers: [{photo: photos/gone.jpg}]\nsections:\n")
    done = newsletter("photos")
    assert done.code == 0
    assert "Where they stand is not known, because the issue has errors: digest check 2026-q4" in done.out
    gone = next(line for line in done.out.splitlines() if line.startswith("gone.jpg"))
    assert gone.split() == ["gone.jpg", "not", "there", "none"]
    assert newsletter("photos", "--json").data["placed"] is False


def test_a_contact_sheet_is_written_where_it_is_wanted(newsletter: CommandLine) -> None:
    done = newsletter("photos", "--pdf", "sheet.pdf")
    assert done.out.splitlines()[-1] == "sheet.pdf: 1 page"
    first = (newsletter.folder / "sheet.pdf").read_bytes()
    assert "photos/cover.jpg" in text_of(first)
    data = newsletter("photos", "--pdf", "sheet.pdf", "--json").data
    assert data["document"] == {"path": "sheet.pdf", "pages": 1}
    assert (newsletter.folder / "sheet.pdf").read_bytes() == first


def test_a_contact_sheet_wants_a_layout(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "layout: voice ", "layout: strange ")
    done = newsletter("photos", "--pdf", "sheet.pdf")
    assert (done.code, (newsletter.folder / "sheet.pdf").exists()) == (2, False)


def test_a_manifest_that_cannot_be_read_has_no_photos(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "sections:\n", "sectoins:\n")
    assert newsletter("photos").code == 1


def test_pictures_that_are_soft_in_print_are_counted(newsletter: CommandLine) -> None:
    (newsletter.folder / "issues/2026-q4/photos/lake.jpg").write_bytes(jpeg(FULL))
    done = newsletter("photos")
    assert "1 below 225 ppi" in " ".join(done.out.split())
