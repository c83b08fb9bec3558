"""The comparison of two editions: it finds nothing between those of one issue, and everything that is not the same."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.build import build
from tests.editions import differences, main, trimmed
from tests.issue_desk import NAME, Desk
from tests.mutants import saved
from tests.press_desk import FULL_BLEED, issue_of, press_pdf

INSIDE = {"at": {"left": "20mm", "right": "20mm", "top": "20mm", "height": "60mm"}, "picture": {"of": "cover"}}


@pytest.fixture
def both(desk: Desk) -> tuple[bytes, bytes]:
    """The screen and the press edition of an issue with type and pictures, one of which runs into the bleed."""
    press = press_pdf(issue_of(desk, FULL_BLEED, INSIDE))
    screen = build(desk.project, NAME).document
    assert screen
    return screen.data, press


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        return saved(pdf)


def moved(by: float) -> Callable[[pikepdf.Pdf], None]:
    """All that is on the first two pages stands so much higher."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in list(pdf.pages)[:2]:
            page.contents_add(f"q 1 0 0 1 0 {by} cm".encode(), prepend=True)
            page.contents_add(b"Q")

    return change


def without_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def without_pictures(pdf: pikepdf.Pdf) -> None:
    """The first page shows nothing."""
    pdf.pages[0].obj.Contents = pdf.make_stream(b"")


def without_type(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"")


def of_another_size(pdf: pikepdf.Pdf) -> None:
    left, bottom, right, top = (float(edge) for edge in pdf.pages[1].trimbox)
    pdf.pages[1].trimbox = pikepdf.Array([left, bottom, right + 0.02, top])


def test_editions_of_one_issue_are_the_same(both: tuple[bytes, bytes]) -> None:
    assert list(differences(*both)) == []
    cover, text = trimmed(both[0])
    assert len(cover.pictures) == 2
    assert "Thevisitbegan" in text.text


@pytest.mark.parametrize(
    "change,said",
    [
        (moved(0.02), ["page 1: a picture at", "page 2: "]),
        (without_a_page, ["2 pages on the screen, 1 on paper"]),
        (without_pictures, ["page 1: 2 pictures on the screen, 0 on paper"]),
        (without_type, ["page 2: another text, from "]),
        (of_another_size, ["page 2: it is "]),
    ],
)
def test_what_is_not_the_same_is_told(
    both: tuple[bytes, bytes], change: Callable[[pikepdf.Pdf], None], said: list[str]
) -> None:
    screen, press = both
    found = list(differences(screen, changed(press, change)))
    for beginning in said:
        assert any(one.startswith(beginning) for one in found), found


def test_less_than_a_hundredth_of_a_point_is_nothing(both: tuple[bytes, bytes]) -> None:
    screen, press = both
    assert list(differences(screen, changed(press, moved(0.004)))) == []


def test_the_command_says_how_much_it_has_compared(
    both: tuple[bytes, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "screen.pdf", tmp_path / "press.pdf"]
    for path, data in zip(paths, both, strict=True):
        path.write_bytes(data)
    assert main([str(path) for path in paths]) == 0
    letters = sum(len(page.letters) for page in trimmed(both[0]))
    assert capsys.readouterr().out == f"2 pages, {letters} letters, 2 pictures: no differences\n"
    paths[1].write_bytes(changed(both[1], without_a_page))
    assert main([str(path) for path in paths]) == 1
    assert "pages on the screen" in capsys.readouterr().out
