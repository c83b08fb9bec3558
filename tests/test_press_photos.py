"""Photos of a press edition: what their numbers become, how fine they stay, and what is left as it is."""

from __future__ import annotations

from io import BytesIO
from struct import unpack_from
from typing import Any

import pytest
from PIL import Image

from pipeline.colour_management import PressProfile, ProfileError, offset_press, offset_profile, srgb_profile, to_press
from tests.issue_desk import Desk
from tests.press_desk import FULL_BLEED, MANIFEST, converted, found, images_of, issue_of, near, photo, press_pdf


def with_tags_swapped(icc: bytes, one: bytes, other: bytes) -> bytes:
    """The profile with the names of two of its tags exchanged."""
    changed = bytearray(icc)
    (count,) = unpack_from(">I", icc, 128)
    for place in range(132, 132 + 12 * count, 12):
        name = icc[place : place + 4]
        changed[place : place + 4] = other if name == one else one if name == other else name
    return bytes(changed)


# Red and green are exchanged, which nobody could take for sRGB.
SWAPPED = with_tags_swapped(srgb_profile(), b"rXYZ", b"gXYZ").replace("sRGB".encode("utf-16-be"), b"\0S\0w\0a\0p")


def renamed(name: bytes) -> bytes:
    """The profile of coated offset under another name of as many letters."""
    icc = offset_profile()
    assert len(name) == len(b"FOGRA39L")
    return icc.replace(b"FOGRA39L", name).replace("FOGRA39L".encode("utf-16-be"), name.decode().encode("utf-16-be"))


def weaker() -> bytes:
    """A profile under which half as much cyan is as strong as full cyan of another."""
    icc = bytearray(renamed(b"Our web "))
    (count,) = unpack_from(">I", icc, 128)
    places = {bytes(icc[at : at + 4]): unpack_from(">I", icc, at + 4)[0] for at in range(132, 132 + 12 * count, 12)}
    start = places[b"A2B1"]
    assert icc[start : start + 4] == b"mft2"
    (entries,) = unpack_from(">H", icc, start + 48)
    curve = start + 52
    for index in range(entries):
        value = min(65535, 2 * 65535 * index // (entries - 1))
        icc[curve + 2 * index : curve + 2 * index + 2] = value.to_bytes(2, "big")
    return bytes(icc)


def printed(desk: Desk, cover: bytes, **changes: Any) -> Any:
    """The cover as it is in the press PDF."""
    (image,) = images_of(press_pdf(issue_of(desk, FULL_BLEED, cover=cover, **changes)))
    return image


@pytest.mark.parametrize("profile", [None, srgb_profile(), SWAPPED], ids=["none", "srgb", "another"])
def test_rgb_is_converted_by_the_profile_that_came_with_it(desk: Desk, profile: bytes | None) -> None:
    image = printed(desk, photo((200, 60, 20), profile=profile))
    assert image.space == "/DeviceCMYK"
    assert near(image.inks, INKS[profile])


INKS = {profile: converted((200, 60, 20), profile=profile) for profile in (None, srgb_profile(), SWAPPED)}


def test_the_profiles_of_these_tests_do_differ() -> None:
    assert not near(INKS[None], INKS[SWAPPED], 40)
    assert not near(converted((120, 10, 10, 0), "CMYK", weaker()), (120, 10, 10, 0), 40)


def test_grey_stays_grey_byte_for_byte(desk: Desk) -> None:
    cover = photo(100, "L")
    image = printed(desk, cover)
    assert (image.space, image.coded) == ("/DeviceGray", cover)


def test_ink_without_a_profile_or_of_the_same_condition_is_left_as_it_is(desk: Desk) -> None:
    for profile in (None, offset_profile(), renamed(b"FOGRA39X")):
        cover = photo((30, 200, 100, 10), "CMYK", profile=profile)
        image = printed(desk, cover)
        assert (image.space, image.coded) == ("/DeviceCMYK", cover)


def test_ink_of_another_condition_is_converted(desk: Desk) -> None:
    image = printed(desk, photo((120, 10, 10, 0), "CMYK", profile=weaker()))
    assert near(image.inks, converted((120, 10, 10, 0), "CMYK", weaker()))
    assert not near(image.inks, (120, 10, 10, 0), 20)


def test_ink_that_is_the_same_stays_so_when_the_photo_is_made_smaller(desk: Desk) -> None:
    cover = photo((30, 200, 100, 10), "CMYK", (4000, 5000), offset_profile())
    image = printed(desk, cover)
    assert image.coded != cover
    assert near(image.inks, (30, 200, 100, 10))


@pytest.mark.parametrize("size,wanted", [((1200, 1500), 1200), ((2100, 2625), 2100), ((4200, 5250), 2232)])
def test_photos_are_brought_down_above_twice_what_print_needs_and_never_up(
    desk: Desk, size: tuple[int, int], wanted: int
) -> None:
    # The bleed of the cover is 126 mm wide, 450 pixels to the inch are 2232.
    image = printed(desk, photo(size=size))
    assert image.size[0] == pytest.approx(wanted, abs=25)


def test_dark_photos_are_kept_below_the_layouts_limit_of_ink(desk: Desk) -> None:
    limit = {"ppi": 225, "least_ppi": 150, "ink": 280}
    whole, less = printed(desk, photo((5, 5, 5))).inks, printed(desk, photo((5, 5, 5)), print=limit).inks
    assert near(whole, converted((5, 5, 5)))
    assert sum(whole) > 3 * 255
    assert 270 < sum(less) / 2.55 <= 280
    assert less[3] == pytest.approx(whole[3], abs=2), "black stays, or the photo would be pale"
    taken = [before - after for before, after in zip(whole[:3], less[:3], strict=True)]
    assert max(taken) - min(taken) <= 3, "of each colour alike, or it would not be grey"


def test_ink_below_the_limit_is_what_littlecms_gives(desk: Desk) -> None:
    limit = {"ppi": 225, "least_ppi": 150, "ink": 280}
    assert near(printed(desk, photo((120, 90, 60)), print=limit).inks, converted((120, 90, 60)))


def test_only_what_is_too_dark_is_changed(desk: Desk) -> None:
    stream = BytesIO()
    picture = Image.new("RGB", (1200, 1500), (120, 90, 60))
    picture.paste((0, 0, 0), (0, 0, 300, 300))
    picture.save(stream, "JPEG", quality=95)
    image = printed(desk, stream.getvalue(), print={"ppi": 225, "least_ppi": 150, "ink": 280})
    assert near(image.inks, converted((120, 90, 60)))
    with Image.open(BytesIO(image.coded)) as seen:
        corner = seen.getpixel((100, 100))
        assert isinstance(corner, tuple)
        assert sum(corner) <= 280 * 2.55


def test_the_layout_says_what_print_needs(desk: Desk) -> None:
    image = printed(desk, photo(size=(2400, 3000)), print={"ppi": 150, "least_ppi": 100})
    assert image.size[0] == pytest.approx(126 / 25.4 * 300, abs=3)


def test_colour_is_coded_as_finely_as_lightness(desk: Desk) -> None:
    coded = printed(desk, photo(size=(1200, 1500))).coded
    with Image.open(BytesIO(coded)) as image:
        assert {(across, down) for _, across, down, _ in image.layer} == {(1, 1)}  # type: ignore[attr-defined]
        assert not {"icc_profile", "exif"} & set(image.info)


def test_a_cut_out_keeps_its_clear_parts(desk: Desk) -> None:
    stream = BytesIO()
    picture = Image.new("RGBA", (1200, 1500), (200, 60, 20, 255))
    picture.paste((0, 0, 0, 0), (0, 0, 400, 1500))
    picture.save(stream, "PNG")
    manifest = MANIFEST.replace("cover.jpg", "cover.png")
    issue_of(desk, FULL_BLEED, manifest=manifest).photo("photos/cover.png", stream.getvalue())
    (image,) = images_of(press_pdf(desk))
    assert image.clear
    assert near(image.inks, INKS[None], 4)


def test_photos_without_a_profile_are_told_of_once(desk: Desk) -> None:
    said = found(issue_of(desk, FULL_BLEED), "A725")
    assert said == ["A725  1 photo has no colour profile; sRGB was assumed: photos/cover.jpg."]
    said = found(issue_of(desk, FULL_BLEED, cover=photo((0, 99, 0, 0), "CMYK")), "A725")
    assert said == ["A725  1 photo has no colour profile; their inks are printed as they are: photos/cover.jpg."]
    for cover in (photo(profile=srgb_profile()), photo(99, "L"), photo((0, 9, 0, 0), "CMYK", profile=offset_profile())):
        assert found(issue_of(desk, FULL_BLEED, cover=cover), "A725") == []


@pytest.mark.parametrize(
    "name,condition",
    [
        (b"FOGRA51 ", "FOGRA51"),
        (b"ISOcoat ", ""),
        (b"CRPC6 xx", "CGATS21-2-CRPC6"),
        (b"IFRA26  ", "IFRA26"),
    ],
)
def test_a_profile_tells_its_condition_by_its_name(name: bytes, condition: str) -> None:
    press = PressProfile.read(renamed(name))
    assert press.condition == condition
    assert press.description.startswith(name.decode().strip())
    assert press.name == (condition or press.description)


def test_coated_offset_is_what_is_meant_when_nothing_is_said() -> None:
    assert (offset_press().condition, offset_press().data) == ("FOGRA39", offset_profile())


@pytest.mark.parametrize(
    "data,reason",
    [
        (b"", "is no ICC profile"),
        (bytes(400), "is no ICC profile"),
        (srgb_profile(), "describes no press"),
        (offset_profile()[:8] + b"\x05" + offset_profile()[9:], "is of version 5"),
        (offset_profile()[:5000], "is damaged"),
    ],
)
def test_what_describes_no_press_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ProfileError, match=reason):
        PressProfile.read(data)


def test_a_profile_that_does_not_fit_its_picture_is_refused() -> None:
    with pytest.raises(ProfileError):
        to_press(Image.new("RGB", (4, 4)), offset_profile(), offset_press())
