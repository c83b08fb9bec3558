"""What cameras write beside a picture (place, person, device) is in no file that leaves the house."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, PngImagePlugin

from pipeline.build import BuildOptions, build
from pipeline.photodesk import photo_sheet, photos_of
from pipeline.picture import WHOLE, Delivery, probe, rendition
from tests import agency
from tests.issue_desk import NAME, Desk
from tests.picture_maker import SECRET, MemoryFile, corners, encoded, gossiping
from tests.press_desk import FULL_BLEED, issue_of, press_pdf
from tests.small_pages import article

GPS, LATITUDE, LONGITUDE = 0x8825, 2, 4
SIZE = (1500, 1000)
HEADS = (b"Exif\0", b"http://ns.adobe.com/", b"Photoshop 3.0", b"GPS")


def telling() -> Image.Exif:
    """EXIF that says where the picture was taken, and by whom."""
    exif = Image.Exif()
    exif[315] = SECRET.decode()
    exif.get_ifd(GPS).update({1: "N", LATITUDE: (51.0, 10.0, 9.0), 3: "E", LONGITUDE: (71.0, 26.0, 56.0)})
    return exif


def png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return encoded(corners(*SIZE), "PNG", exif=telling(), pnginfo=info)


MAKERS: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: gossiping(corners(*SIZE)),
    "png": png,
    "tiff": lambda: encoded(corners(*SIZE), "TIFF", exif=telling()),
    "webp": lambda: encoded(corners(*SIZE), "WEBP", exif=telling(), xmp=SECRET),
    "agency": lambda: agency.jpeg(
        agency.packet(f"<exif:GPSLatitude>{SECRET.decode()}</exif:GPSLatitude>"),
        agency.iim((agency.CITY, SECRET), (agency.CAPTION, b"The fair.")),
        corners(*SIZE),
    ),
}


def streams(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Every stream of a PDF as stored and as read, and whether it is a JPEG; the file itself."""
    yield data, False
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                photo = thing.get("/Filter") == Name.DCTDecode
                yield thing.read_raw_bytes(), photo
                if not photo:
                    yield thing.read_bytes(), False
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array):
                yield thing.unparse(resolved=True), False


def leaks(data: bytes) -> list[bytes]:
    """What of the secret, or of the blocks that hold such, is in a PDF."""
    found = [SECRET for part, _ in streams(data) if SECRET in part or SECRET.decode().encode("utf-16-be") in part]
    return found + [head for part, photo in streams(data) if photo for head in HEADS if head in part]


def with_photo(desk: Desk, kind: str) -> Desk:
    ending = {"jpeg": "jpg", "agency": "jpg"}.get(kind, kind)
    issue_of(desk, FULL_BLEED)
    desk.photo(f"photos/fair.{ending}", MAKERS[kind]())
    text = article("Two days in Almaty", "The visit began with a lecture on the history of the city. " * 8)
    photo = f'photos:\n  - {{file: photos/fair.{ending}, caption: "The fair.", credit: C. D., alt: "Stalls."}}\n'
    return desk.article(text.replace("---\n", f"---\n{photo}", 1))


def finished(desk: Desk, **options: Any) -> bytes:
    outcome = build(desk.project, NAME, BuildOptions(**options))
    assert outcome.document, [str(finding) for finding in outcome.report]
    assert outcome.document.photos == 2
    return outcome.document.data


@pytest.mark.parametrize("kind", MAKERS)
def test_the_picture_tells_before_it_is_in_a_publication(kind: str) -> None:
    assert SECRET in MAKERS[kind]()


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("photos", ["screen", "original"])
def test_nothing_private_is_in_the_finished_screen_pdf(desk: Desk, kind: str, photos: str) -> None:
    assert leaks(finished(with_photo(desk, kind), photos=photos)) == []


@pytest.mark.parametrize("kind", MAKERS)
def test_nothing_private_is_in_the_finished_press_pdf(desk: Desk, kind: str) -> None:
    assert leaks(press_pdf(with_photo(desk, kind))) == []


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("original", [True, False])
def test_nothing_private_is_in_a_rendition(kind: str, *, original: bool) -> None:
    file = MemoryFile(MAKERS[kind]())
    made = rendition(file, probe(file), WHOLE, 300.0, 200.0, Delivery(original=original))
    assert [part for part in (SECRET, *HEADS) if part in made.data] == []


def test_nothing_private_is_in_the_contact_sheet_nor_in_what_is_kept(desk: Desk) -> None:
    with_photo(desk, "jpeg")
    issue = desk.issue()
    assert issue.layout
    data, pages = photo_sheet(desk.project, issue, issue.layout, photos_of(desk.project, issue, None))
    assert pages == 1
    assert leaks(data) == []
    kept = [place.read_bytes() for place in (desk.root / ".digest").rglob("*") if place.is_file()]
    assert len(kept) > 2
    assert [part for part in kept if SECRET in part] == []


@pytest.mark.parametrize("filters", [Name.DCTDecode, Array([Name.DCTDecode])])
def test_photos_within_supplied_adverts_are_cleaned_as_well(desk: Desk, filters: Any) -> None:
    photo = gossiping(corners(600, 400))
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(340.157, 425.197))
        image = pikepdf.Stream(pdf, photo)
        image.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=600, Height=400, BitsPerComponent=8, ColorSpace=Name.DeviceRGB
        )
        image.write(photo, filter=Name.DCTDecode)
        image.Filter = filters
        page.Resources = Dictionary(XObject=Dictionary(P=pdf.make_indirect(image)))
        page.Contents = pdf.make_stream(b"q 300 0 0 200 20 20 cm /P Do Q")
        out = BytesIO()
        pdf.save(out)
    advert = 'adverts: [{file: adverts/shop.pdf, size: full-page, after: articles/almaty.md, alt: "A shop."}]\n'
    issue_of(desk, FULL_BLEED)
    desk.manifest((desk.root / "issues" / NAME / "issue.yaml").read_text(encoding="utf-8") + advert)
    desk.write(f"issues/{NAME}/adverts/shop.pdf", out.getvalue())
    outcome = build(desk.project, NAME)
    assert outcome.document, [str(finding) for finding in outcome.report]
    sizes = [len(part) for part, is_photo in streams(outcome.document.data) if is_photo]
    assert leaks(outcome.document.data) == []
    assert len(sizes) == 2
