"""The pictures of a source: found beside it or within it, told from emblems and buttons by their size and name.

Headers alone are read, so that a bomb costs nothing. A format that no page can show is left for the editor beside
the source. Nothing is fetched.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from pipeline.article import Block, PhotoPlace
from pipeline.diagnostic import Finding, Span
from pipeline.importers.boxes import ENLARGED, Picture
from pipeline.importers.sections import is_service
from pipeline.importers.tree import STAND_IN, Element, background_of
from pipeline.importers.values import Dropped, Found, Source
from pipeline.importers.wording import CREDIT, MARKED_BY_MACHINE, is_buttons
from pipeline.picture.header import RefusalError
from pipeline.picture.probe import read_header

_ICON = re.compile(
    r"(^|[/_.-])(logo|icons?|sprite|spacer|pixel|blank|avatar|emblem|gerb|flag|btn|button|arrow|banner|loader|placeholder)([/_.\d-]|$)",
    re.IGNORECASE,
)
_NO_DESCRIPTION = re.compile(
    r"\W*(img|image|photo|picture|pic|dsc|dscn|dscf|p|фото|изображение|рисунок|bild|foto|resim|untitled|alt|image0*\d+)?[\W\d_]*$|.*\.(jpe?g|png|gif|webp|tiff?|bmp)\W*$",
    re.IGNORECASE,
)
_CAPTIONS = ("data-caption", "data-image-caption", "data-title", "data-description")
_LONGEST_CAPTION = 1_000
_SMALLEST_SIDE, _SMALLEST_AREA = 80, 20_000
_SOURCES = (
    *("data-src", "data-lazy-src", "data-original", "data-lazy", "data-full", "data-full-src", "data-large_image"),
    *("data-srcset", "data-lazy-srcset", STAND_IN, "srcset", "src"),
)
_MOST_SIZES = 20
_ENDINGS = {"jpeg": "jpg", "png": "png", "tiff": "tif", "webp": "webp"}
_DESCRIPTION_WORDS = 3


@dataclass(slots=True)
class Gathering:
    """The pictures of a page as far as they are there; ``keys`` by their element.

    ``again`` are the elements of pictures that the page has once more: as a copy for other screens, say.
    """

    source: Source
    keys: dict[int, str] = field(default_factory=dict)
    again: set[int] = field(default_factory=set)
    pictures: dict[str, Found] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, picture: Picture, caption: str) -> None:
        """Keeps a picture, or says why not."""
        element = picture.element
        addresses = _addresses(element)
        address, data = self._held(addresses)
        alt = " ".join((element.get("alt") or element.get("aria-label")).split())
        caption = caption or _caption_of(element)
        inside = address.startswith("data:")
        name = "a picture within the page" if inside else unquote(address.rsplit("/", 1)[-1].split("?")[0])
        if data is None:
            self._missing(address, name, alt, caption)
        elif why := emblem(data, "" if inside else address):
            self.dropped.append(Dropped(f"{name} {alt}".strip(), why))
        elif known := next((key for key, found in self.pictures.items() if found.data == data), ""):
            found = self.pictures[known]
            self.pictures[known] = replace(found, caption=found.caption or caption, alt=found.alt or alt)
            self.again.add(id(element))
        else:
            key = str(len(self.pictures) + 1)
            self.pictures[key] = Found(data, name, alt, caption)
            self.keys[id(element)] = key

    def leave(self, picture: Picture) -> None:
        """Lists a picture that is not of the article; emblems and what is not there are none worth a word."""
        address, data = self._held(_addresses(picture.element))
        inside = address.startswith("data:")
        known = any(found.data == data for found in self.pictures.values())
        if data is None or known or emblem(data, "" if inside else address):
            return
        name = "a picture within the page" if inside else unquote(address.rsplit("/", 1)[-1].split("?")[0])
        left = Dropped(f"{name} {' '.join(picture.element.get('alt').split())}".strip(), f"picture: {picture.why}")
        if left not in self.dropped:
            self.dropped.append(left)

    def _held(self, addresses: Sequence[str]) -> tuple[str, bytes | None]:
        """The first address whose picture is there and is no stand-in, with its bytes; else what readers would see."""
        small: tuple[str, bytes | None] | None = None
        for address in addresses:
            inside = address.startswith("data:")
            data = _decoded(address) if inside else self.source.beside(address) or self.source.beside(unquote(address))
            if data and not emblem(data, ""):
                return address, data
            if data and not inside:
                small = small or (address, data)
        linked = next((address for address in addresses if not address.startswith("data:")), "")
        return small or (linked or next(iter(addresses), ""), None)

    def _missing(self, address: str, name: str, alt: str, caption: str) -> None:
        if not address or _ICON.search(address[:500]) or (address.startswith("data:") and not caption):
            return
        where = address if urlsplit(address).scheme in {"http", "https"} else name
        with_caption = f', with caption: "{caption}"' if caption else ""
        hint = f"Save it into photos/, and add it to photos: of the article{with_caption}."
        shown = f" ({alt})" if alt else ""
        message = f"The picture {where[:200]}{shown} is only linked: the source does not hold it."
        self.findings.append(Finding("W812", message, Span(self.source.name), hint))


def _addresses(element: Element) -> list[str]:
    """Where a picture may be, the best first; of several sizes the largest."""
    found: list[str] = []
    beside = element.parent.find("source") if element.parent is not None and element.parent.tag == "picture" else ()
    for part in (element, *beside):
        for key in _SOURCES:
            text = part.get(key).strip()
            found += _sizes(text) if key.endswith("srcset") else [text]
    found += [background_of(element)]
    return list(dict.fromkeys(address for address in found if address))


def _caption_of(element: Element) -> str:
    """The caption that is in an attribute of a picture, or of the link around it."""
    links = [e for e in islice(element.up(), 1) if e.tag == "a" or e.get("data-caption")]
    texts = [e.get(key) for e in (element, *links) for key in _CAPTIONS]
    texts += [e.get("title") for e in links if ENLARGED.search(e.get("href")) and not is_service(e.get("title"))]
    told = (" ".join(re.sub(r"<[^<>]*>", " ", text[:_LONGEST_CAPTION]).split()) for text in texts)
    return next((text for text in told if text and not _is_name_of_file(text) and not is_buttons(text)), "")


def _is_name_of_file(text: str) -> bool:
    """Whether a text is what a file is called: one word with signs or figures in it."""
    return " " not in text and re.search(r"[\d_.-]", text) is not None


def _sizes(text: str) -> list[str]:
    """The addresses of a set of sizes, the largest first."""
    parts = [part.split() for part in re.split(r",\s+|,$", text)[:_MOST_SIZES] if part.strip()]
    return [part[0] for part in sorted(parts, key=lambda part: -_size(part[-1]))]


def _size(sign: str) -> float:
    """How large ``640w`` or ``2x`` is; 1 for an address without a size."""
    return float(sign[:-1]) if re.fullmatch(r"\d{1,6}(\.\d{1,3})?[wx]", sign) else 1.0


def _decoded(address: str) -> bytes | None:
    head, _, data = address.partition(",")
    try:
        return base64.b64decode(data, validate=False) if head.endswith(";base64") else unquote_to_bytes(data)
    except (ValueError, binascii.Error):
        return None


def emblem(data: bytes, name: str) -> str:
    """Why a picture is none of the release but an emblem, a button or a counter; nothing for a photo."""
    width, height = size_of(data)
    if (width and height) and (min(width, height) < _SMALLEST_SIDE or width * height < _SMALLEST_AREA):
        return f"small picture, {width} × {height} pixels"
    return "emblem or button" if _ICON.search(name[:500]) else ""


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, of GIF and BMP too; noughts where they are not known."""
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    try:
        header = read_header(data)
    except RefusalError:
        return 0, 0
    return header.width, header.height


def ending_of(data: bytes) -> tuple[str, str]:
    """The ending for a picture that pages can show, as ``jpg``; or nothing, and why not."""
    try:
        return _ENDINGS[read_header(data).format], ""
    except RefusalError as refusal:
        return "", refusal.reason


def described(found: Found, headline: str) -> tuple[Found, bool]:
    """The picture with its credit taken out of the caption and an alt that describes it, or none.

    The second value is True when a machine wrote the alt. What repeats caption, headline or name describes nothing.
    """
    caption, credit = found.caption, found.credit
    caption = "" if caption.casefold() == headline.casefold() else caption
    if caption and (match := CREDIT.search(caption)):
        credit = credit or match["credit"].strip(" .")
        caption = caption[: match.start("credit")].rstrip(" ([–—-|/")
    alt = MARKED_BY_MACHINE.sub("", found.alt).strip()
    bare = alt.casefold().strip(" .")
    strange = {text.casefold().strip(" .") for text in (caption, found.caption, headline, found.name)}
    if len(alt.split()) < _DESCRIPTION_WORDS or bare in strange or _NO_DESCRIPTION.match(alt):
        alt = ""
    return Found(found.data, found.name, alt, caption, credit), bool(alt) and alt != found.alt.strip()


def settled(
    pictures: Sequence[tuple[str, Found]], blocks: Sequence[Block], headline: str, span: Span
) -> tuple[tuple[Found, ...], tuple[tuple[str, bytes], ...], tuple[Finding, ...]]:
    """The pictures in the order of the text, then the others; those that no page can show; and what is said of them."""
    found = dict(pictures)
    places = {block.file: block for block in blocks if isinstance(block, PhotoPlace) and block.file in found}
    kept: list[Found] = []
    leftover: list[tuple[str, bytes]] = []
    findings: list[Finding] = []
    for key in dict.fromkeys((*places, *found)):
        picture = found[key]
        ending, reason = ending_of(picture.data)
        if not ending:
            leftover.append((picture.name, picture.data))
            message = f"The picture {picture.name} {reason}."
            said = f' Its caption is: "{picture.caption}"' if picture.caption else ""
            findings.append(Finding("W813", message, span, f"It is kept beside the source.{said}"))
            continue
        if place := places.get(key):
            picture = replace(picture, alt=picture.alt or place.alt, caption=picture.caption or place.title)
        picture, by_machine = described(picture, headline)
        if by_machine:
            message = f"A machine described {picture.name}: {picture.alt}"
            findings.append(Finding("A817", message, span, "Read it against the picture, and write what it shows."))
        kept.append(picture)
    return tuple(kept), tuple(leftover), tuple(findings)
