"""Renditions: what passes through untouched, what is brought down, and that nothing private or false remains."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from pipeline.diagnostic import Fault
from pipeline.picture import (
    WHOLE,
    Crop,
    Delivery,
    Job,
    Originals,
    Rendition,
    crop_to,
    decode,
    probe,
    rendition,
    renditions,
)  # fmt: skip
from pipeline.picture import jpeg as jpeg_segments
from tests.picture_maker import (
    BLUE,
    GREEN,
    RED,
    SECRET,
    YELLOW,
    MemoryCache,
    MemoryFile,
    corners,
    encoded,
    gossiping,
    near,
    pixels,
    quarters,
    shows_corners,
    turned,
)  # fmt: skip

SCREEN, ORIGINAL = Delivery(), Delivery(original=True)
SMALL = (72.0, 48.0)
LARGE = (720.0, 480.0)


def made(data: bytes, size: tuple[float, float] = SMALL, delivery: Delivery = SCREEN, crop: Crop = WHOLE) -> Rendition:
    file = MemoryFile(data)
    return rendition(file, probe(file), crop, *size, delivery)


def test_a_small_photo_passes_through_byte_for_byte() -> None:
    data = encoded(corners())
    result = made(data, LARGE)
    assert result.data is data
    assert (result.width, result.height, result.components, result.crop) == (300, 200, 3, WHOLE)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 30, "subsampling": 0}])
def test_originals_pass_through_byte_for_byte_however_large(options: dict[str, Any]) -> None:
    data = encoded(corners(3000, 2000), **options)
    crop = Crop(0, 0.1, 0.5, 0.9)
    result = made(data, SMALL, ORIGINAL, crop)
    assert result.data is data
    assert result.crop == crop


def test_private_metadata_is_gone_and_the_coded_picture_is_the_same() -> None:
    data = gossiping()
    assert SECRET in data
    result = made(data, SMALL, ORIGINAL)
    assert SECRET not in result.data
    assert (b"Exif" in result.data, b"MPF" in result.data) == (False, False)
    assert pixels(result.data).tobytes() == pixels(encoded(corners(), quality=90)).tobytes()
    assert result.orientation == 6
    scan = data[data.index(b"\xff\xda") : data.rindex(b"\xff\xd9") + 2]
    assert result.data.endswith(scan)


def test_a_clean_picture_is_not_touched_and_cleaning_twice_is_cleaning_once() -> None:
    clean = jpeg_segments.without_private_data(gossiping())
    assert jpeg_segments.without_private_data(clean) is clean


def test_a_thumbnail_in_the_jfif_segment_goes() -> None:
    plain = encoded(corners())
    thumbnail = b"\xff\xe0" + (16 + 27).to_bytes(2, "big") + b"JFIF\0\1\1\0\0\1\0\1\3\3" + bytes(range(27))
    rest = plain[2 + 18 :]
    clean = jpeg_segments.without_private_data(plain[:2] + thumbnail + rest)
    assert clean == plain[:2] + b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + rest


def test_a_cmyk_original_keeps_its_colour_mark_and_says_that_it_is_inverted() -> None:
    data = encoded(corners().convert("CMYK"), comment=SECRET)
    result = made(data, SMALL, ORIGINAL)
    assert (result.components, result.inverted) == (4, True)
    assert b"Adobe" in result.data
    assert SECRET not in result.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_honoured_in_what_is_made(kind: str, orientation: int) -> None:
    result = made(turned(orientation, kind, quality=95) if kind != "PNG" else turned(orientation, kind))
    assert (result.width, result.height, result.orientation) == (150, 100, 1)
    assert shows_corners(pixels(result.data))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_crop_of_a_turned_picture_shows_the_right_part(orientation: int) -> None:
    result = made(turned(orientation, quality=95), (24, 16), crop=Crop(0.5, 0.5, 1.0, 1.0))
    image = pixels(result.data)
    assert image.size == (50, 34)
    assert near(image.getpixel((25, 17)), YELLOW)  # type: ignore[arg-type]


def test_a_large_photo_is_brought_down_and_cut_to_what_is_seen() -> None:
    photo = encoded(corners(2400, 1600))
    file = MemoryFile(photo)
    picture = probe(file)
    result = rendition(file, picture, crop_to(picture, 1.0, (0.0, 0.5)), 144, 144)
    assert (result.width, result.height, result.crop) == (300, 300, WHOLE)
    image = pixels(result.data)
    seen = [image.getpixel(at) for at in ((200, 75), (250, 75), (200, 225), (250, 225))]
    assert all(near(a, b) for a, b in zip(seen, (RED, GREEN, BLUE, YELLOW), strict=True))  # type: ignore[arg-type]
    assert len(result.data) < len(photo)


def test_what_is_made_is_baseline_with_coarse_colour_and_no_metadata() -> None:
    result = made(gossiping(corners(2000, 3000)))
    with Image.open(BytesIO(result.data)) as image:
        assert not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert image.layer[0][1:3] == (2, 2)  # type: ignore[attr-defined]
    assert b"\xff\xc0" in result.data
    assert SECRET not in result.data


def test_nothing_is_enlarged() -> None:
    file = MemoryFile(encoded(corners(300, 200).convert("CMYK"), quality=95))
    result = rendition(file, probe(file), WHOLE, *LARGE)
    assert (result.width, result.height, result.components) == (300, 200, 3)


def test_a_small_crop_of_a_small_picture_is_cut_out_at_its_own_resolution() -> None:
    result = made(encoded(corners(), quality=95), (360, 240), crop=Crop(0.5, 0.0, 1.0, 0.5))
    assert (result.width, result.height, result.crop) == (150, 100, WHOLE)
    assert all(near(colour, GREEN) for colour in quarters(pixels(result.data)))


def test_gray_stays_gray() -> None:
    for delivery in (Delivery(), ORIGINAL):
        assert made(encoded(corners(3000, 2000).convert("L")), SMALL, delivery).components == 1


def test_sixteen_bits_keep_their_shades() -> None:
    ramp = Image.linear_gradient("L").resize((512, 512))
    deep = ramp.convert("I").point(lambda value: value * 257).convert("I;16")
    result = made(encoded(deep, "PNG"), (245.76, 245.76))
    image = Image.open(BytesIO(result.data))
    assert image.mode == "L"
    for y in (50, 256, 460):
        assert abs(image.getpixel((256, y)) - ramp.getpixel((256, y))) <= 3  # type: ignore[operator]


def test_a_palette_and_its_transparent_colour_lie_on_white() -> None:
    image = corners().quantize(8)
    clear = image.getpixel((10, 10))
    result = made(encoded(image, "PNG", transparency=clear), LARGE)
    seen = quarters(pixels(result.data))
    assert near(seen[0], (255, 255, 255))
    assert near(seen[3], YELLOW)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_transparency_is_flattened_on_white(kind: str) -> None:
    image = corners().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 150, 100))
    seen = quarters(pixels(made(encoded(image, kind), LARGE).data))
    assert near(seen[0], (255, 255, 255))
    assert near(seen[1], GREEN)


def test_an_original_that_is_no_jpeg_keeps_every_pixel() -> None:
    result = made(encoded(corners(1000, 700), "PNG"), SMALL, ORIGINAL, Crop(0.1, 0.0, 1.0, 1.0))
    assert (result.width, result.height, result.crop) == (900, 700, WHOLE)


def swapping_profile() -> bytes:
    """An RGB profile whose red and blue are exchanged, so that using it shows."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    r, b = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[r : r + 4], profile[b : b + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "BGRs".encode("utf-16-be")).replace(b"sRGB", b"BGRs")


def test_a_profile_other_than_srgb_is_converted() -> None:
    data = encoded(corners(), quality=95, icc_profile=swapping_profile())
    seen = quarters(pixels(made(data, LARGE).data))
    assert near(seen[0], BLUE)
    assert near(seen[2], RED)
    assert made(data, LARGE, ORIGINAL).icc == swapping_profile()


def test_an_srgb_profile_changes_nothing_and_is_not_asked_for() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(corners(), icc_profile=srgb)
    result = made(data, LARGE)
    assert result.data is data
    assert result.icc is None


def test_a_profile_that_cannot_be_used_is_an_error() -> None:
    with pytest.raises(Fault) as caught:
        made(encoded(corners(), icc_profile=b"not a profile at all"))
    assert caught.value.findings[0].code == "E306"
    assert "save it again with the profile srgb" in caught.value.findings[0].hint.lower()


def test_damage_that_shows_when_opened_is_an_error() -> None:
    data = encoded(corners(600, 400).effect_spread(40), "PNG")
    at = data.index(b"IDAT") + 200
    with pytest.raises(Fault) as caught:
        made(data[:at] + b"\xff" * 300 + data[at + 300 :])
    assert caught.value.findings[0].code in {"E300", "E301"}


def test_the_same_photo_gives_the_same_bytes_and_the_cache_remembers_them(monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = MemoryFile(turned(6)), MemoryCache()
    picture = probe(file)
    first = rendition(file, picture, WHOLE, *SMALL, cache=cache)
    assert list(cache.kept.values()) == [first.data]
    assert rendition(file, picture, WHOLE, *SMALL) == first
    with monkeypatch.context() as patch:
        patch.delattr(decode, "make")  # what is kept is not made again
        assert rendition(file, picture, WHOLE, *SMALL, cache=cache) == first
    for key in cache.kept:
        cache.kept[key] = b"spoilt"
    assert rendition(file, picture, WHOLE, *SMALL, cache=cache) == first


@pytest.mark.parametrize("other", [{"ppi": 100.0}, {"quality": 70}])
def test_another_wish_is_another_rendition(other: dict[str, float]) -> None:
    data = turned(6)
    assert made(data, delivery=Delivery(**other)).identity != made(data).identity  # type: ignore[arg-type]


def test_a_photo_that_changes_during_a_build_does_not_poison_the_cache() -> None:
    cache = MemoryCache()
    before, after = MemoryFile(turned(6)), MemoryFile(turned(3))
    result = rendition(after, probe(before), WHOLE, *SMALL, cache=cache)
    assert shows_corners(pixels(result.data))
    for file in (before, after):
        whole = rendition(file, probe(file), WHOLE, *SMALL)
        assert rendition(file, probe(file), WHOLE, *SMALL, cache=cache) == whole


def test_many_are_made_in_order_and_equal_ones_once() -> None:
    cache, ticks = MemoryCache(), []
    files = [MemoryFile(turned(o), f"photos/{o}.jpg") for o in range(1, 9)]
    jobs = [Job(f, probe(f), WHOLE, *SMALL) for f in (*files, *files)]
    results = renditions(jobs, cache=cache, advance=lambda: ticks.append(1))
    assert results == tuple(rendition(j.file, j.picture, WHOLE, *SMALL) for j in jobs)
    assert len(ticks) == 16
    assert len(cache.kept) == 8
    assert renditions([]) == ()


class CountedFile(MemoryFile):
    """A file in memory that counts how often it is read."""

    times = 0

    def read_bytes(self) -> bytes:
        self.times += 1
        return super().read_bytes()


def test_originals_read_ahead_are_those_made_on_the_spot_and_are_read_once() -> None:
    photo, drawing = CountedFile(gossiping(), "photos/a.jpg"), CountedFile(encoded(corners(), "PNG"), "photos/b.png")
    seen = [probe(photo), probe(drawing)]
    crops = [WHOLE, Crop(0, 0.1, 0.5, 0.9)]
    jobs = [Job(f, p, c, *SMALL, ORIGINAL) for f, p in zip((photo, drawing), seen, strict=True) for c in crops]
    expected = renditions(jobs)
    photo.times = drawing.times = 0
    with Originals(zip((photo, drawing), seen, strict=True)) as originals:
        assert renditions(jobs, originals=originals) == expected
    assert (photo.times, drawing.times) == (1, len(crops))


def test_what_is_brought_down_is_not_taken_from_the_originals() -> None:
    file = MemoryFile(encoded(corners(3000, 2000)))
    job = Job(file, probe(file), WHOLE, *SMALL, SCREEN)
    with Originals([(file, job.picture)]) as originals:
        assert renditions([job], originals=originals) == renditions([job])


def test_an_original_that_breaks_after_it_was_looked_at_is_a_fault_when_it_is_wanted() -> None:
    whole, broken = MemoryFile(encoded(corners())), MemoryFile(b"not a picture", "photos/broken.jpg")
    job = Job(broken, probe(whole), WHOLE, *SMALL, ORIGINAL)
    with Originals([(broken, job.picture)]) as originals, pytest.raises(Fault) as caught:
        renditions([job], originals=originals)
    assert [f.code for f in caught.value.findings] == ["E302"]


def test_all_faults_of_many_are_told_at_once() -> None:
    good = MemoryFile(turned(6), "photos/good.jpg")
    bad = [MemoryFile(encoded(corners(), icc_profile=b"x" * 200), f"photos/bad{n}.jpg") for n in (1, 2)]
    with pytest.raises(Fault) as caught:
        renditions([Job(f, probe(f), WHOLE, *SMALL) for f in (bad[0], good, bad[1], bad[0])])
    assert [f.span.file for f in caught.value.findings if f.span] == ["photos/bad1.jpg", "photos/bad2.jpg"]
