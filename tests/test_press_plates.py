"""The plates of a press edition, separated by Ghostscript: what prints in which ink, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.colour_management import srgb_profile
from tests.issue_desk import Desk
from tests.press_desk import (
    BLEED,
    FULL_BLEED,
    HEIGHT,
    WIDTH,
    converted,
    issue_of,
    near,
    order,
    photo,
    press_pdf,
)
from tests.separations import PROCESS, Plates, needs_ghostscript, plates_of

pytestmark = needs_ghostscript

TITLE = {"at": {"columns": [1, 6], "rows": [2, 8]}, "text": "{publication.title}", "style": "large"}
VEIL = {"at": {"bottom": "0mm", "height": "20mm"}, "fill": {"swatch": "house", "opacity": 0.5}}
ROOM = BLEED + 8 * 72 / 25.4


def filled(swatch: str, **more: Any) -> dict[str, Any]:
    return {"at": {"bleed": True}, "fill": {"swatch": swatch, **more}}


def separated(desk: Desk, folder: Path, *elements: Any, page: int = 0, **changes: Any) -> Plates:
    """The plates of a page of the issue without marks, with its bleed."""
    data = press_pdf(issue_of(desk, *elements, **changes), order())
    return plates_of(data, folder, page, room=BLEED)


def test_black_type_is_on_the_black_plate_alone(desk: Desk, tmp_path: Path) -> None:
    plates = separated(desk, tmp_path, page=1)
    assert {name: int(plates[name].max()) for name in PROCESS} == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 255}


def test_black_type_prints_over_what_is_below_it_and_coloured_type_knocks_it_out(desk: Desk, tmp_path: Path) -> None:
    for colour, left in (("ink", 255), ("white", 0)):
        style = {"large": {"colour": colour, "size": "32pt", "leading": "36pt"}}
        plates = separated(desk, tmp_path, filled("gold"), TITLE, styles=style)
        gold = plates["PANTONE 871 C"]
        assert gold.max() == 255
        assert gold.min() == left
        assert plates["Black"].max() == (255 if colour == "ink" else 0)


@pytest.mark.parametrize("more", [(), (VEIL,)], ids=["plain", "blended"])
def test_black_type_on_a_photo_lets_the_photos_colours_through(desk: Desk, tmp_path: Path, more: Any) -> None:
    plates = separated(desk, tmp_path, FULL_BLEED, *more, TITLE, cover=photo((200, 100, 0, 0), "CMYK"))
    letters = plates["Black"] == 255
    assert letters.any()
    for name, wanted in (("Cyan", 200), ("Magenta", 100)):
        assert {abs(int(ink) - wanted) <= 2 for ink in plates[name][letters]} == {True}


def test_black_rules_print_over_what_is_below_them_and_areas_do_not(desk: Desk, tmp_path: Path) -> None:
    rule = {"at": {"columns": [1, 6], "rows": [2, 4]}, "rule": {"swatch": "ink", "weight": "4pt"}}
    area = {"at": {"columns": [1, 6], "rows": [2, 4]}, "fill": {"swatch": "ink"}}
    for element, left in ((rule, 255), (area, 0)):
        plates = separated(desk, tmp_path, filled("gold"), element)
        assert (int(plates["PANTONE 871 C"].min()), int(plates["Black"].max())) == (left, 255)


def test_a_spot_colour_has_a_plate_of_its_own_and_no_process_ink(desk: Desk, tmp_path: Path) -> None:
    plates = separated(desk, tmp_path, filled("gold"))
    assert plates.at(WIDTH / 2, HEIGHT / 2) == {"PANTONE 871 C": 255}
    assert set(plates) == {*PROCESS, "PANTONE 871 C"}


def test_a_page_without_spot_colours_has_no_plate_for_them(desk: Desk, tmp_path: Path) -> None:
    assert set(separated(desk, tmp_path, filled("gold"), page=1)) == set(PROCESS)


def test_a_spot_colour_fades_on_its_plate(desk: Desk, tmp_path: Path) -> None:
    plates = separated(desk, tmp_path, filled("gold", opacity=1, fade_to=0))
    values = [plates.at(WIDTH / 2, share * HEIGHT).get("PANTONE 871 C", 0) for share in (0.9, 0.5, 0.1)]
    assert values == pytest.approx([229, 127, 26], abs=8)
    assert plates["Cyan"].max() == 0


def test_process_colours_print_in_the_layouts_inks(desk: Desk, tmp_path: Path) -> None:
    found = separated(desk, tmp_path, filled("four")).at(WIDTH / 2, HEIGHT / 2)
    assert near([found[name] for name in PROCESS], [2.55 * part for part in (80, 60, 40, 30)], 1)


def test_a_veil_of_ink_lets_a_photo_through(desk: Desk, tmp_path: Path) -> None:
    cover = photo((0, 0, 0, 0), "CMYK")
    found = separated(desk, tmp_path, FULL_BLEED, filled("four", opacity=0.5), cover=cover).at(WIDTH / 2, HEIGHT / 2)
    assert near([found[name] for name in PROCESS], [1.275 * part for part in (80, 60, 40, 30)], 2)


def test_large_black_areas_are_as_rich_as_the_layout_says_and_small_ones_plain(desk: Desk, tmp_path: Path) -> None:
    large = separated(desk, tmp_path, filled("deep")).at(WIDTH / 2, HEIGHT / 2)
    assert near([large[name] for name in PROCESS], [153, 102, 102, 255], 1)
    band = {"at": {"left": "10mm", "width": "30mm", "top": "10mm", "height": "15mm"}, "fill": {"swatch": "deep"}}
    assert separated(desk, tmp_path, band).at(60, HEIGHT - 50) == {"Black": 255}


@pytest.mark.parametrize("colour", [(120, 90, 60), (10, 200, 30), (250, 250, 250), (0, 0, 0), (30, 60, 220)])
def test_photos_print_as_littlecms_converts_them(desk: Desk, tmp_path: Path, colour: tuple[int, int, int]) -> None:
    plates = separated(desk, tmp_path, FULL_BLEED, cover=photo(colour, profile=srgb_profile()))
    found = plates.at(WIDTH / 2, HEIGHT / 2)
    assert near([found.get(name, 0) for name in PROCESS], converted(colour))


def test_grey_photos_print_in_black_alone(desk: Desk, tmp_path: Path) -> None:
    plates = separated(desk, tmp_path, FULL_BLEED, cover=photo(100, "L"))
    found = plates.at(WIDTH / 2, HEIGHT / 2)
    assert set(found) == {"Black"}
    assert found["Black"] == pytest.approx(155, abs=2)


def test_photos_and_tints_fill_the_bleed_on_every_side(desk: Desk, tmp_path: Path) -> None:
    for element in (FULL_BLEED, filled("four")):
        ink = separated(desk, tmp_path, element, cover=photo((120, 90, 60)))["Cyan"]
        rows, columns = ink.shape
        edges = (ink[0, 1:-1], ink[rows - 2, 1:-1], ink[1:-1, 1], ink[1:-1, columns - 2])
        assert min(int(edge.min()) for edge in edges) > 60


def test_marks_are_on_all_plates_and_the_page_is_clear_of_them(desk: Desk, tmp_path: Path) -> None:
    data = press_pdf(issue_of(desk, filled("gold")), order("crop", "bleed", "registration"))
    plates = plates_of(data, tmp_path, room=ROOM)
    outside = BLEED + 72 / 25.4
    for name in (*PROCESS, "PANTONE 871 C"):
        for x, y in ((0, HEIGHT), (WIDTH, HEIGHT), (0, 0), (WIDTH, 0)):
            above = (HEIGHT + outside, HEIGHT + outside + 10) if y else (-outside - 10, -outside)
            beside = (WIDTH + outside, WIDTH + outside + 10) if x else (-outside - 10, -outside)
            assert plates.amount(name, x - 1, above[0], x + 1, above[1]) == 255
            assert plates.amount(name, beside[0], y - 1, beside[1], y + 1) == 255
        assert plates.amount(name, WIDTH / 2 - 7, HEIGHT + outside, WIDTH / 2 + 7, HEIGHT + outside + 14) == 255
    inside = [plates.amount(name, -BLEED + 1, -BLEED + 1, WIDTH + BLEED - 1, HEIGHT + BLEED - 1) for name in PROCESS]
    assert inside == [0, 0, 0, 0]


def test_each_colour_has_its_bar_and_its_name_on_its_own_plate(desk: Desk, tmp_path: Path) -> None:
    plates = plates_of(press_pdf(issue_of(desk, filled("gold")), order("bars")), tmp_path, room=ROOM)
    top = HEIGHT + BLEED + 72 / 25.4
    half = WIDTH / 2
    clear = 8 * 72 / 25.4
    patch = min(5 * 72 / 25.4, (half - 2 * clear) / 8)
    found = [plates.at(clear + (n + 0.5) * patch, top + patch / 2) for n in range(7)]
    solid = [
        {"Cyan"},
        {"Magenta"},
        {"Yellow"},
        {"Black"},
        {"Cyan", "Magenta"},
        {"Cyan", "Yellow"},
        {"Magenta", "Yellow"},
    ]
    assert [set(inks) for inks in found] == solid
    assert {value for inks in found for value in inks.values()} == {255}
    assert plates.amount("PANTONE 871 C", half + clear, top, WIDTH - clear, top + patch) == 255
    named = plates_of(press_pdf(desk, order("slug")), tmp_path, room=ROOM)
    below = (-BLEED - 6 * 72 / 25.4, -BLEED - 72 / 25.4)
    assert min(named.amount(name, clear, below[0], half - clear, below[1]) for name in named) == 255
    assert min(named.amount(name, half + clear, below[0], WIDTH - clear, below[1]) for name in PROCESS) == 255
