"""Texts that come with a picture's file: read from IPTC and XMP, safely, and taken where nothing else is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import limits
from pipeline.picture import Embedded, embedded
from tests import agency
from tests.agency import BYLINE, CAPTION, CHARSET, CITY, COPYRIGHT, CREDIT, UTF_8, alt, iim, packet
from tests.issue_desk import Desk
from tests.picture_maker import gossiping

FULL = packet(
    f"<dc:description>{alt(x_default='The fair.', ru='Ярмарка.')}</dc:description>"
    f"<dc:rights>{alt(x_default='© Agency')}</dc:rights>"
    f"<Iptc4xmpCore:AltTextAccessibility>{alt(x_default='Stalls in the rain.')}</Iptc4xmpCore:AltTextAccessibility>"
    "<dc:creator><rdf:Seq><rdf:li>A. Serik</rdf:li><rdf:li>B. Lee</rdf:li></rdf:Seq></dc:creator>"
    "<exif:GPSLatitude>51,10N</exif:GPSLatitude>",
    'photoshop:Credit="Agency / A. Serik"',
)
READ = Embedded("The fair.", "Agency / A. Serik", "Stalls in the rain.", "© Agency")


@pytest.mark.parametrize(
    "data",
    [agency.jpeg(FULL), agency.png(FULL), agency.png(FULL, packed=True), agency.tiff(FULL), agency.webp(FULL)],
    ids=["jpeg", "png", "packed png", "tiff", "webp"],
)
def test_texts_are_read_from_every_format(data: bytes) -> None:
    assert embedded(data, "en-GB") == READ


def test_the_language_of_the_text_is_taken_where_there_is_one() -> None:
    assert embedded(agency.jpeg(FULL), "ru").caption == "Ярмарка."
    assert embedded(agency.jpeg(FULL), "kk").caption == "The fair."
    relatives = packet(f"<dc:description>{alt(de='Markt', en_US='Market')}</dc:description>")
    assert embedded(agency.jpeg(relatives), "en-GB").caption == "Market"
    assert embedded(agency.jpeg(relatives), "fr").caption == "Markt"


def test_who_made_it_is_the_credit_where_none_is_said() -> None:
    data = packet("<dc:creator><rdf:Seq><rdf:li>A. Serik</rdf:li><rdf:li>B. Lee</rdf:li></rdf:Seq></dc:creator>")
    assert embedded(agency.jpeg(data), "en").credit == "A. Serik, B. Lee"


RECORDS = iim(
    UTF_8, (CITY, b"Astana"), (BYLINE, b"B. Lee"), (CAPTION, "Жәрмеңке".encode()), (COPYRIGHT, "© С".encode())
)


@pytest.mark.parametrize("data", [agency.jpeg(b"", RECORDS), agency.tiff(b"", RECORDS)], ids=["jpeg", "tiff"])
def test_older_records_are_read_too(data: bytes) -> None:
    assert embedded(data, "kk") == Embedded("Жәрмеңке", "B. Lee", "", "© С")


def test_a_packet_outweighs_the_records() -> None:
    data = agency.jpeg(FULL, iim((CAPTION, b"Older."), (CREDIT, b"Older.")))
    assert embedded(data, "en") == READ


def test_records_that_name_no_encoding_are_as_programs_wrote_them() -> None:
    assert embedded(agency.jpeg(b"", iim((CAPTION, b"Caf\xe9 \x93K\x94"))), "en").caption == "Café “K”"
    assert embedded(agency.jpeg(b"", iim((CHARSET, b"\x1b%G"), (CAPTION, b"\xe9"))), "en").caption == "\ufffd"


def test_texts_are_brought_to_one_line_of_signs_that_can_be_seen() -> None:
    data = agency.jpeg(b"", iim((CAPTION, b" One\r\n\ttwo\0three ")))
    assert embedded(data, "en").caption == "One two three"
    long = packet(f"<dc:description>{alt(x_default='a' * 9000)}</dc:description>")
    assert len(embedded(agency.jpeg(long), "en").caption) == limits.PICTURE_TEXT_LETTERS


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
DEEP = "<dc:subject>" * 200 + "</dc:subject>" * 200


@pytest.mark.parametrize(
    "data,refused",
    [
        (agency.jpeg(packet("&b;", before=LAUGHS)), "define entities, which no camera writes"),
        (agency.jpeg(packet(DEEP)), "are nested too deeply"),
        (agency.jpeg(FULL[:-90]), "are damaged"),
        (agency.jpeg(packet(before=LAUGHS).decode().encode("utf-16")), "define entities, which no camera writes"),
        (agency.png(packet("<dc:x>" + "a" * 300_000 + "</dc:x>")), "are larger than any caption needs"),
        (agency.png(packet("<dc:x>" + "a" * 9_000_000 + "</dc:x>"), packed=True), "are larger than any caption needs"),
    ],
    ids=["entities", "deep", "damaged", "utf-16", "large", "bomb"],
)
def test_a_packet_that_no_camera_writes_is_not_read(data: bytes, refused: str) -> None:
    assert embedded(data, "en") == Embedded(refused=refused)


def test_the_records_are_read_where_the_packet_is_not() -> None:
    found = embedded(agency.jpeg(b"<", iim((CAPTION, b"Still here."))), "en")
    assert (found.caption, found.refused) == ("Still here.", "are damaged")


@given(st.binary(max_size=300), st.integers(0, 300))
def test_no_bytes_stop_the_reading(noise: bytes, place: int) -> None:
    whole = agency.jpeg(FULL, RECORDS)
    assert isinstance(embedded(whole[:place] + noise + whole[place:], "en"), Embedded)
    assert isinstance(embedded(noise, "en"), Embedded)
    records = RECORDS[: place % len(RECORDS)] + noise
    assert isinstance(embedded(agency.jpeg(b"", records), "en"), Embedded)


PHOTOS = "photos:\n  - photos/fair.jpg\n"


def test_what_an_article_does_not_say_of_a_photo_is_taken_from_its_file(desk: Desk) -> None:
    desk.front(PHOTOS).photo("photos/fair.jpg", agency.jpeg(FULL))
    (photo,) = next(desk.issue().articles()).photos
    assert (photo.caption, photo.credit, photo.alt) == ("The fair.", "Agency / A. Serik", "Stalls in the rain.")
    assert desk.findings() == [
        (
            "articles/almaty.md:5:5  A285  The caption, credit and description of photos/fair.jpg came with the file:"
            " “The fair.” “Agency / A. Serik” “Stalls in the rain.”"
            "  Read it; to say something else, add caption: …, credit: …, alt: …"
        )
    ]


def test_what_is_written_outweighs_the_file(desk: Desk) -> None:
    desk.front('photos:\n  - {file: photos/fair.jpg, caption: "C.", credit: D, alt: "E"}\n')
    desk.photo("photos/fair.jpg", agency.jpeg(FULL))
    assert desk.findings() == []
    desk.front('photos:\n  - {file: photos/fair.jpg, credit: D, alt: "E"}\n')
    (photo,) = next(desk.issue().articles()).photos
    assert (photo.caption, photo.credit) == ("The fair.", "D")
    assert "The caption of photos/fair.jpg came with the file: “The fair.”" in desk.findings()[0]


def test_the_language_is_that_of_the_article(desk: Desk) -> None:
    desk.front(f"language: ru\n{PHOTOS}").photo("photos/fair.jpg", agency.jpeg(FULL))
    assert next(desk.issue().articles()).photos[0].caption == "Ярмарка."


def test_a_photo_that_adorns_gets_no_words_but_a_credit(desk: Desk) -> None:
    desk.front("photos:\n  - {file: photos/fair.jpg, decorative: true}\n").photo("photos/fair.jpg", agency.jpeg(FULL))
    (photo,) = next(desk.issue().articles()).photos
    assert (photo.caption, photo.credit, photo.alt) == ("", "Agency / A. Serik", "")


def test_pictures_of_the_manifest_are_completed_with_a_caption_where_one_is_printed(desk: Desk) -> None:
    desk.changed(', credit: "Photo: A. B.", alt: "A road."', "")
    text = (desk.root / "issues/2023-q2/issue.yaml").read_text(encoding="utf-8")
    desk.manifest(
        text + "    photo: photos/opener.jpg\n"
        "foreword: {article: articles/f.md, portrait: photos/chair.jpg}\n"
        "gallery: {photos: [photos/g.jpg]}\nfillers: [{photo: photos/spare.jpg}]\n"
    )
    desk.article("---\ntitle: Dear reader\n---\nText.\n", "f.md")
    for name in ("cover", "opener", "chair", "g", "spare"):
        desk.photo(f"photos/{name}.jpg", agency.jpeg(FULL))
    manifest = desk.issue().manifest
    assert manifest.cover
    assert manifest.foreword
    assert manifest.gallery
    portrait, opener, spare = manifest.foreword.portrait, manifest.sections[0].photo, manifest.fillers[0].photo
    photos = (manifest.cover, portrait, opener, manifest.gallery.photos[0], spare)
    assert [photo.credit for photo in photos if photo] == ["Agency / A. Serik"] * 5
    assert [bool(photo.caption) for photo in photos if photo] == [False, False, False, True, True]
    assert desk.issue().sections[0].record.photo == opener
    assert {finding.split()[1] for finding in desk.findings()} == {"A285"}


def test_texts_that_are_not_read_are_told_where_words_are_missing(desk: Desk) -> None:
    desk.front(PHOTOS).photo("photos/fair.jpg", agency.jpeg(packet(before=LAUGHS)))
    (told,) = [finding for finding in desk.findings() if "A286" in finding]
    assert told == (
        "articles/almaty.md:5:5  A286  Texts that came with photos/fair.jpg define entities, which no camera writes;"
        " they are not read.  Write caption, credit and alt by hand."
    )


def test_words_of_the_file_are_read_like_others_and_told_at_the_photo(desk: Desk) -> None:
    doubled = packet(f"<dc:description>{alt(x_default='At the the fair.')}</dc:description>")
    desk.front('photos:\n  - {file: photos/fair.jpg, credit: D, alt: "E"}\n')
    desk.photo("photos/fair.jpg", agency.jpeg(doubled))
    assert [finding.split("  ")[0] for finding in desk.findings() if "A245" in finding] == ["articles/almaty.md:5:5"]


def test_a_file_that_only_gossips_has_nothing_to_say(desk: Desk) -> None:
    assert embedded(gossiping(), "en") == Embedded(refused="are damaged")
    desk.front('photos:\n  - {file: photos/fair.jpg, caption: "C.", credit: D, alt: "E"}\n')
    desk.photo("photos/fair.jpg", gossiping())
    assert desk.findings() == []


@pytest.mark.parametrize("rule,code", [("required", "E284"), ("wanted", "W233")])
def test_a_layout_may_require_credits(desk: Desk, rule: str, code: str) -> None:
    layout = (desk.root / "layouts/plain/layout.yaml").read_text(encoding="utf-8")
    desk.write("layouts/plain/layout.yaml", f"credits: {rule}\n{layout}")
    desk.changed('credit: "Photo: A. B.", ', "")
    assert desk.findings() == [f'issue.yaml:4:16  {code}  photos/cover.jpg has no credit.  Add credit: "Photo: name".']
