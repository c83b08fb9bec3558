"""Renditions: the bytes of a picture that go into a publication.

A photo that is finer than its delivery needs is brought down to it and cut to what is seen; one that is
not, or that is wanted as it is, passes through with its coded picture untouched. Private metadata goes in
either case. Nothing is ever enlarged, and originals are never made smaller. For a press colours become inks.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Protocol

from pipeline.colour_management import PressProfile, is_in_inks, is_srgb
from pipeline.diagnostic import Fault, Finding
from pipeline.picture import decode, jpeg
from pipeline.picture.crop import POINTS_PER_INCH, WHOLE, Crop, effective_ppi
from pipeline.picture.header import Header, RefusalError
from pipeline.picture.orientation import Matrix, placed
from pipeline.picture.probe import Picture, PictureFile, fault, read_header

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

ALGORITHM = 1
WORKERS = 2
NEAR_ENOUGH = 1.1
SEEN_ENOUGH = 2 / 3
FINE_QUALITY = 90
ORIGINAL_QUALITY = 95
COMPONENTS = {"gray": 1, "rgb": 3, "cmyk": 4}


class Cache(Protocol):
    """A store of made bytes, by key; it may forget."""

    def get(self, key: str) -> bytes | None: ...  # noqa: D102 - said above

    def put(self, key: str, data: bytes) -> object: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a publication wants of its photos: pixels per inch, JPEG quality, the originals, the inks of a press."""

    ppi: float = 150.0
    quality: int = 82
    original: bool = False
    press: PressProfile | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """A JPEG ready for a PDF. ``width`` and ``height`` are its pixels as stored, before ``orientation``.

    ``mask`` says how opaque each of them is, a byte each row by row; it is empty where all are. What is clear is white.

    ``crop`` (of the upright picture) has still to be made by clipping; it is whole when it is in the bytes.
    ``identity`` is the same for the same bytes. ``inverted`` asks for a Decode array that turns Adobe's
    CMYK round; ``icc`` is the profile that gives the numbers their meaning, None for sRGB and for none.
    """

    data: bytes
    identity: str
    width: int
    height: int
    components: int
    crop: Crop = WHOLE
    orientation: int = 1
    inverted: bool = False
    icc: bytes | None = None
    mask: bytes = b""

    def matrix(self, x: float, y: float, width: float, height: float) -> Matrix:
        """For PDF's ``cm``: fills the rectangle (points, lower left corner, y up) with the upright crop.

        The rectangle has to be the clip as well, unless ``crop`` is whole.
        """
        return placed(self.orientation, self.crop, x, y, width, height)


@dataclass(frozen=True, slots=True)
class Job:
    """One rendition to be made: the size on the page is in points."""

    file: PictureFile
    picture: Picture
    crop: Crop
    width: float
    height: float
    delivery: Delivery = Delivery()


class Originals:
    """Photos that pass through as they are, read while other work goes on: before it is known where each stands.

    All that are given are held, so they are to be those that the publication holds. Closing it stops the reading.
    """

    def __init__(self, photos: Iterable[tuple[PictureFile, Picture]]) -> None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as in ``renditions``

        self._pool = ThreadPoolExecutor(1)
        delivery = Delivery(original=True)
        self._begun = {
            picture: self._pool.submit(rendition, file, picture, WHOLE, 0.0, 0.0, delivery)
            for file, picture in photos
            if picture.format == "jpeg"
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def of(self, job: Job) -> Rendition | None:
        """The rendition of a job, once its photo is read; None where it was not given, or does not pass through."""
        begun = self._begun.get(job.picture) if job.delivery.original else None
        return replace(begun.result(), crop=job.crop) if begun else None


def rendition(
    file: PictureFile,
    picture: Picture,
    crop: Crop,
    width_pt: float,
    height_pt: float,
    delivery: Delivery = Delivery(),
    cache: Cache | None = None,
) -> Rendition:
    """The bytes of a picture for a place of ``width_pt`` by ``height_pt``; Fault E300 to E306."""
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    try:
        if _passes_through(data, picture, crop, width_pt, height_pt, delivery):
            return _passed_through(data, digest, crop, delivery)
        recipe = _recipe(picture, crop, width_pt, height_pt, delivery)
        made = _made(data, digest, recipe, cache, delivery.press)
        return _with_mask(made, data, digest, recipe, cache) if picture.alpha else made
    except RefusalError as refusal:
        raise fault(file.path, refusal) from refusal


def renditions(
    jobs: Sequence[Job],
    workers: int = WORKERS,
    cache: Cache | None = None,
    advance: Callable[[], object] | None = None,
    originals: Originals | None = None,
) -> tuple[Rendition, ...]:
    """The renditions of all jobs, in their order; one Fault with every finding when some fail.

    ``advance`` is called after each job, in order, on the caller's thread. See ``Developing``.
    """
    done: list[Rendition] = []
    with Developing(jobs, workers, cache, originals) as developing:
        for job in jobs:
            done.append(developing.of(job))
            if advance:
                advance()
    return tuple(done)


class Developing:
    """Renditions that are being made while other work goes on, at most ``workers`` at a time, in the order of jobs.

    Equal jobs are done once; what ``originals`` has read is taken from there. Use it as a context: leaving it stops
    what has not begun.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        workers: int = WORKERS,
        cache: Cache | None = None,
        originals: Originals | None = None,
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - an issue that is only checked makes none

        self._pool = ThreadPoolExecutor(workers)
        self._begun: dict[tuple[object, ...], Future[Rendition]] = {}
        for job in jobs:
            if (key := _key_of(job)) not in self._begun:
                self._begun[key] = self._pool.submit(_do, job, cache, originals)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._begun.clear()

    def of(self, job: Job) -> Rendition:
        """The rendition of one of the jobs, once it is made; one Fault with every finding when some fail."""
        try:
            return self._begun[_key_of(job)].result()
        except Fault as fault:
            raise Fault(*self._findings()) from fault

    def _findings(self) -> list[Finding]:
        found: list[Finding] = []
        for made in self._begun.values():
            try:
                made.result()
            except Fault as fault:
                found.extend(finding for finding in fault.findings if finding not in found)
        return found


def _key_of(job: Job) -> tuple[object, ...]:
    return (job.picture, job.crop, job.width, job.height, job.delivery)


def _do(job: Job, cache: Cache | None, originals: Originals | None) -> Rendition:
    read = originals.of(job) if originals else None
    return read or rendition(job.file, job.picture, job.crop, job.width, job.height, job.delivery, cache)


def _passes_through(data: bytes, picture: Picture, crop: Crop, width: float, height: float, delivery: Delivery) -> bool:
    if picture.format != "jpeg":
        return False
    if delivery.original:
        return True
    if crop.width * crop.height < SEEN_ENOUGH or not _means_it(data, picture, delivery.press):
        return False
    return effective_ppi(picture, crop, width, height) <= delivery.ppi * NEAR_ENOUGH


def _means_it(data: bytes, picture: Picture, press: PressProfile | None) -> bool:
    """Whether the numbers of a JPEG are already those of the publication."""
    if press:
        return picture.mode != "rgb" and is_in_inks(picture.mode, read_header(data).icc, press)
    return picture.mode != "cmyk" and picture.srgb


def _passed_through(data: bytes, digest: str, crop: Crop, delivery: Delivery) -> Rendition:
    header = read_header(data)
    clean = jpeg.without_private_data(data)
    identity = digest if clean is data else f"{digest}-clean"
    icc = header.icc if header.icc and not is_srgb(header.icc) and not delivery.press else None
    return _rendition(clean, identity, header, crop, icc)


def _recipe(picture: Picture, crop: Crop, width: float, height: float, delivery: Delivery) -> decode.Recipe:
    """Pixels: as many as are seen, or as the delivery wants when that is clearly fewer."""
    across = max(1, round(picture.width * crop.width))
    down = max(1, round(picture.height * crop.height))
    if not delivery.original and effective_ppi(picture, crop, width, height) > delivery.ppi * NEAR_ENOUGH:
        across = min(across, ceil(width * delivery.ppi / POINTS_PER_INCH))
        down = min(down, ceil(height * delivery.ppi / POINTS_PER_INCH))
    if picture.format == "jpeg":
        return decode.Recipe(crop, across, down, delivery.quality, full_colour=delivery.press is not None)
    quality = ORIGINAL_QUALITY if delivery.original else max(delivery.quality, FINE_QUALITY)
    return decode.Recipe(crop, across, down, quality, full_colour=True)


def _made(
    data: bytes, digest: str, recipe: decode.Recipe, cache: Cache | None, press: PressProfile | None = None
) -> Rendition:
    key = f"picture/{ALGORITHM}/{decode.decoder_version()}/{digest}/{recipe}" + (f"/{press}" if press else "")
    identity = hashlib.sha256(key.encode()).hexdigest()
    kept = cache.get(key) if cache else None
    if kept is not None:
        try:
            return _rendition(kept, identity, read_header(kept))
        except RefusalError:
            kept = None
    made = decode.make(data, read_header(data), recipe, press)
    if cache:
        cache.put(key, made)
    return _rendition(made, identity, read_header(made))


def _with_mask(found: Rendition, data: bytes, digest: str, recipe: decode.Recipe, cache: Cache | None) -> Rendition:
    """The rendition of a picture that may have clear parts, with its mask."""
    key = f"mask/{ALGORITHM}/{decode.decoder_version()}/{digest}/{recipe}"
    kept = cache.get(key) if cache else None
    try:
        mask = zlib.decompress(kept) if kept is not None else None
    except zlib.error:
        mask = None
    if mask is None or len(mask) not in {0, found.width * found.height}:
        mask = decode.mask(data, read_header(data), recipe)
        if cache:
            cache.put(key, zlib.compress(mask))
    return replace(found, mask=mask)


def _rendition(data: bytes, identity: str, header: Header, crop: Crop = WHOLE, icc: bytes | None = None) -> Rendition:
    return Rendition(
        data,
        identity,
        header.width,
        header.height,
        COMPONENTS[header.mode],
        crop,
        header.orientation,
        header.inverted,
        icc,
    )
