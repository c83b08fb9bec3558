"""Contrast as a build tells it: of the layout's styles with their grounds, and of type on the issue's own photos."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.build import BuildOptions, Outcome, build
from pipeline.contrast.pairs import is_enough, wanted
from pipeline.diagnostic import Fault
from pipeline.picture import WHOLE, Crop, shades
from tests.house import ROOT
from tests.issue_desk import FOLDER, Desk
from tests.picture_maker import BLUE, GREEN, RED, YELLOW, MemoryCache, MemoryFile, corners, encoded, near, turned

MANIFEST = """\
publication: {title: "The Quarterly", subtitle: "Notes"}
issue: 2023-Q2
layout: LAYOUT
cover: {photo: photos/cover.png, headline: "Rain at last", credit: "Photo: A. B.", alt: "A road."}
sections: [{month: 2023-04, articles: [articles/almaty.md]}]
"""
COVER_PHOTO = f"{FOLDER}/issue.yaml:4:16"


def cover(colour: str, draw: Callable[[ImageDraw.ImageDraw], object] = lambda _: None) -> bytes:
    """A cover photo of one colour, with more drawn on it: 420 by 594 points, two to the millimetre."""
    image, stream = Image.new("RGB", (420, 594), colour), BytesIO()
    draw(ImageDraw.Draw(image))
    image.resize((1680, 2376), Image.Resampling.NEAREST).save(stream, "png", compress_level=1)
    return stream.getvalue()


def issue(root: Path, photo: bytes, layout: str = "voice") -> Desk:
    desk = Desk(root).manifest(MANIFEST.replace("LAYOUT", layout)).photo("photos/cover.png", photo)
    return desk.article("---\ntitle: Two days in Almaty\n---\nThe visit began with a lecture.\n")


def built(desk: Desk, options: BuildOptions | None = None) -> Outcome:
    made = build(desk.project, "2023-q2", options)
    assert made.document, [str(finding) for finding in made.report]
    return made


def told(desk: Desk, code: str, options: BuildOptions | None = None) -> list[str]:
    return [str(finding) for finding in built(desk, options).report if finding.code == code]


# ---------------------------------------------------------------------- on photos


def test_type_that_the_cover_photo_swallows_is_a_warning_at_the_photo(tmp_path: Path) -> None:
    found = told(issue(tmp_path, cover("white")), "W421")
    assert found
    assert all(text.startswith(f"{COVER_PHOTO}  W421  “") for text in found)
    (headline,) = (text for text in found if "“Rain at last”" in text)
    assert re.search(r"stands on photos/cover.png: contrast [12]\.\d:1 .*, wanted 3:1 at ", headline)
    assert "(page 1)" in headline


def test_type_on_a_dark_photo_is_not_spoken_of(tmp_path: Path) -> None:
    assert told(issue(tmp_path, cover("#202830")), "W421") == []


def test_only_what_lies_below_the_type_counts(tmp_path: Path) -> None:
    whole = issue(tmp_path / "a", cover("#202830", lambda d: d.rectangle((0, 250, 420, 300), "white")))
    assert told(whole, "W421") == []


def test_a_glint_below_the_type_is_no_fault_and_a_patch_is(tmp_path: Path) -> None:
    glint = issue(tmp_path / "a", cover("#202830", lambda d: d.line((0, 0, 420, 594), "white")))
    assert told(glint, "W421") == []
    patch = issue(tmp_path / "b", cover("#202830", lambda d: d.rectangle((0, 0, 210, 594), "white")))
    assert told(patch, "W421")


def test_the_fill_between_counts_as_it_is_painted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "layouts" / "voice", tmp_path / "layouts" / "mine")
    masters = tmp_path / "layouts/mine/masters.yaml"
    before = masters.read_text(encoding="utf-8")
    desk = issue(tmp_path, cover("white"), "mine")
    light = [text for text in told(desk, "W421") if "“Rain at last”" in text]
    assert len(light) == 1
    after = before.replace("opacity: 0.0, fade_to: 0.86", "opacity: 1.0, fade_to: 1.0")
    assert after != before
    masters.write_text(after, encoding="utf-8")
    assert not [text for text in told(desk, "W421") if "“Rain at last”" in text]


def test_a_photo_that_is_not_opened_is_not_judged(tmp_path: Path) -> None:
    desk = issue(tmp_path, cover("white"))
    assert told(desk, "W421", BuildOptions(photos="original")) == []


def test_what_was_seen_of_a_photo_is_kept(tmp_path: Path) -> None:
    desk = issue(tmp_path, cover("white"))
    assert told(desk, "W421") == told(desk, "W421")


# ---------------------------------------------------------------------- of the layout


def test_a_layout_whose_type_stands_out_too_little_is_a_warning_in_a_build(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "layouts" / "voice", tmp_path / "layouts" / "mine")
    desk = issue(tmp_path, cover("black"), "mine")
    assert told(desk, "W411") == []
    style = tmp_path / "layouts/mine/type.yaml"
    before = style.read_text(encoding="utf-8")
    after = before.replace("back_text: {", "back_text: {colour: house, ", 1)
    lines = [line for line in after.split("\n") if line.strip().startswith("back_text:")]
    style.write_text(after.replace(lines[0], lines[0].replace(", colour: white", "")), encoding="utf-8")
    (found,) = told(desk, "W411")
    assert "  W411  The style 'back_text' is house on house (the master back): contrast 1.00:1, wanted 4.5:1" in found
    assert found.startswith("layouts/mine/type.yaml:")


@pytest.mark.parametrize(
    "size,weight,least",
    [(9.0, 400, 4.5), (17.9, 400, 4.5), (18.0, 400, 3.0), (14.0, 600, 4.5), (14.0, 700, 3.0), (13.9, 900, 4.5)],
)
def test_large_type_is_what_the_standard_calls_large(size: float, weight: int, least: float) -> None:
    assert wanted(size, weight) == least


def test_what_is_shown_as_enough_is_enough() -> None:
    assert is_enough(4.496, 4.5)
    assert not is_enough(4.494, 4.5)


# ---------------------------------------------------------------------- photos from afar


def colours(data: bytes) -> list[tuple[int, ...]]:
    return [tuple(data[i : i + 3]) for i in range(0, len(data), 3)]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_squares_of_a_photo_are_those_of_the_upright_picture(orientation: int) -> None:
    seen = colours(shades(MemoryFile(turned(orientation, quality=95)), WHOLE, 2, 2))
    assert all(near(one, other) for one, other in zip(seen, (RED, GREEN, BLUE, YELLOW), strict=True))


def test_only_what_the_crop_shows_is_looked_at_however_small() -> None:
    file = MemoryFile(encoded(corners(30, 20), "PNG"))
    seen = colours(shades(file, Crop(0.5, 0.0, 1.0, 0.5), 40, 30))
    assert len(seen) == 1200
    assert all(near(colour, GREEN) for colour in seen)


def test_a_square_is_the_mean_of_what_it_covers_and_what_is_clear_is_white() -> None:
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 255))
    image.paste((255, 255, 255, 255), (0, 0, 10, 20))
    image.paste((255, 0, 0, 0), (20, 0, 40, 20))
    half, clear = colours(shades(MemoryFile(encoded(image, "PNG")), WHOLE, 2, 1))
    assert near(half, (127, 127, 127), 2)
    assert clear == (255, 255, 255)


def test_a_photo_that_breaks_off_is_said() -> None:
    with pytest.raises(Fault) as caught:
        shades(MemoryFile(encoded(corners(600, 400))[:3000]), WHOLE, 4, 4)
    assert caught.value.findings[0].code in {"E300", "E301"}


def test_a_spoilt_store_is_made_again() -> None:
    cache, file = MemoryCache(), MemoryFile(encoded(corners()))
    first = shades(file, WHOLE, 3, 3, cache)
    for key in cache.kept:
        cache.kept[key] = b"gone"
    assert shades(file, WHOLE, 3, 3, cache) == first
