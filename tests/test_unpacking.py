"""Streams of PDFs are unpacked under a ceiling: what could grow beyond it is refused before it does."""

from __future__ import annotations

import base64
import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.diagnostic import Fault
from pipeline.preflight import PRESS, laying, preflight
from pipeline.preflight.content import Contents
from pipeline.preflight.opened import Opened
from pipeline.supplied import probe_pdf
from pipeline.unpacking import unpacked
from tests.mutants import saved
from tests.mutants_press import good_press_file, painted
from tests.picture_maker import MemoryFile

PDF = pikepdf.new()
TEXT = b"0 0 9 9 re f " * 40
PACKED = zlib.compress(TEXT)
RUNS = b"".join(b"\x0c" + TEXT[at : at + 13] for at in range(0, len(TEXT), 13)) + b"\x80"
BOMB = zlib.compress(b" " * 2_000_000, 9)


def stream_of(data: bytes, *filters: str, **entries: Any) -> pikepdf.Stream:
    """A stream whose bytes are written as they are, behind these filters."""
    names = Array([Name(f"/{name}") for name in filters])
    return pikepdf.Stream(PDF, data, {"/Filter": names, **{f"/{key}": value for key, value in entries.items()}})


def hexadecimal(data: bytes) -> bytes:
    return data.hex().encode() + b">"


@pytest.mark.parametrize(
    "stream",
    [
        stream_of(TEXT),
        stream_of(PACKED, "FlateDecode"),
        stream_of(PACKED, "Fl"),
        stream_of(hexadecimal(TEXT), "ASCIIHexDecode"),
        stream_of(b" \n" + hexadecimal(TEXT), "AHx"),
        stream_of(base64.a85encode(PACKED) + b"~>", "ASCII85Decode", "FlateDecode"),
        stream_of(hexadecimal(PACKED), "ASCIIHexDecode", "FlateDecode"),
        stream_of(PACKED, "FlateDecode", DecodeParms=Dictionary(Predictor=1)),
        stream_of(RUNS, "RunLengthDecode"),
    ],
)
def test_a_stream_is_unpacked_through_all_its_filters(stream: pikepdf.Stream) -> None:
    assert unpacked(stream, 1_000_000) == TEXT


@pytest.mark.parametrize(
    "stream,why",
    [
        (stream_of(b" " * 1_000_001), "holds more than 1,000,000 bytes"),
        (stream_of(BOMB, "FlateDecode"), "holds more than 1,000,000 bytes"),
        (stream_of(hexadecimal(BOMB), "ASCIIHexDecode", "FlateDecode"), "holds more than 1,000,000 bytes"),
        (stream_of(BOMB, "FlateDecode", DecodeParms=Dictionary(Predictor=12)), "holds more than 1,000,000 bytes"),
        (stream_of(zlib.compress(BOMB), "FlateDecode", "FlateDecode"), "several times over"),
        (stream_of(zlib.compress(b"\x81 " * 9), "FlateDecode", "RunLengthDecode"), "several times over"),
        (stream_of(b"\x81 " * 9000 + b"\x80", "RunLengthDecode"), "may hold more than 1,000,000 bytes"),
        (stream_of(b"\x80" * 400, "LZWDecode"), "may hold more than 1,000,000 bytes"),
        (stream_of(b"no zlib", "FlateDecode"), "is damaged"),
        (stream_of(b"0 0 9 9 re f", "ASCIIHexDecode"), "[Hh]exadecimal"),
    ],
)
def test_what_could_be_too_much_or_is_damaged_is_refused(stream: pikepdf.Stream, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        unpacked(stream, 1_000_000)


def bomb(pdf: pikepdf.Pdf) -> bytes:
    """The document, its first page one that would fill the memory of any machine."""
    deep = zlib.compress(zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9), 9)
    filters = Array([Name.FlateDecode] * 3)
    pdf.pages[0].obj.Contents = pdf.make_indirect(pikepdf.Stream(pdf, deep, {"/Filter": filters}))
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def test_a_page_that_would_fill_the_memory_is_refused_by_the_judge_and_as_an_advert() -> None:
    with pikepdf.open(BytesIO(good_press_file())) as pdf:
        data = bomb(pdf)
    verdict = preflight(data, PRESS)
    assert not verdict.passed
    assert any("several times over" in result.message for result in verdict.failures)
    with pytest.raises(Fault) as caught:
        probe_pdf(MemoryFile(data, "adverts/a.pdf"), 1)
    assert caught.value.findings[0].code == "E313"


def test_pages_that_cannot_be_run_to_their_end_are_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pikepdf.open(BytesIO(good_press_file())) as pdf:
        painted("/Nowhere Do")(pdf)
        data = saved(pdf)
    runs: list[object] = []
    real = laying.read_laid

    def counted(file: Opened) -> tuple[Contents, tuple[laying.Laid, ...]]:
        runs.append(file)
        return real(file)

    monkeypatch.setattr(laying, "read_laid", counted)
    failed = preflight(data, PRESS).failures
    assert len({result.check for result in failed}) > 5
    assert len(runs) == 1
