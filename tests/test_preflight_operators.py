"""Content streams taken apart: what is read here is what pikepdf reads, and what is not plain is left to it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.preflight.operators import INLINE_IMAGE, Tokens, by_pikepdf
from tests.good_file import good_file

NUMBERS = (
    "0",
    "1",
    "-1",
    "+2",
    "1.",
    ".5",
    "-.25",
    "612.283",
    "00",
    "1.2.3",
    "--1",
    "1e5",
    "1E5",
    "0x1",
    "4_000",
    "nan",
    "",
)
NAMES = ("/F1", "/Im.1", "/P", "/A#20B", "/Ä", "/", "/MC0")
STRINGS = ("<0041>", "<>", "<414>", "<00 41>", "<0G>", "(text)", "(a\\)b)", "<00", "41>")
LISTS = ("<</MCID 3>>", "<</MCID 3/Lang<FEFF0065>>>", "<</A<</B 1>>>>", "<</ActualText(x)>>", "<</MCID>>", "<<>>", "[")
WORDS = (
    "Td",
    "TJ",
    "Tj",
    "'",
    '"',
    "BT",
    "q",
    "Q",
    "f*",
    "d0",
    "d",
    "true",
    "null",
    "BDC",
    "BMC",
    "EMC",
    "scn",
    "xyz",
    "BI",
)
PDF = pikepdf.new()
BLANKS = (" ", "\n", "\r\n", "\t", "\0", "  ", "", "% a comment\n")
ARRAYS = st.lists(st.sampled_from((*NUMBERS, *STRINGS)), max_size=4).map(lambda parts: f"[{' '.join(parts)}]")
TOKENS = st.one_of(st.sampled_from((*NUMBERS, *NAMES, *STRINGS, *LISTS, *WORDS)), ARRAYS)
PLAIN = st.sampled_from(
    (
        "BT",
        "1 0 0 1 5 -6.5 cm",
        "/F1 12 Tf",
        "[<0041>-20 3<42>] TJ",
        "<0041>Tj",
        "/P<</MCID 7>>BDC",
        "/P /MC0 BDC",
        "EMC",
    )
)


def stream_of(data: bytes) -> pikepdf.Object:
    """A content stream of its own."""
    return PDF.make_stream(data)


def alike(instructions: list[Any]) -> list[Any]:
    """Instructions in a form in which they can be compared: dictionaries by their entries."""
    return [
        (name, [dict(item.items()) if isinstance(item, dict | pikepdf.Dictionary) else item for item in operands])
        for name, operands in instructions
    ]


@example([("1E5", " "), ("w", " ")])
@example([("[<41>1E5]", ""), ("TJ", "")])
@example([("[<41>5 1.2.3]", ""), ("TJ", "")])
@example([("/P", ""), ("<</MCID 1>>", ""), ("BDC", "")])
@given(st.lists(st.tuples(st.one_of(TOKENS, PLAIN), st.sampled_from(BLANKS)), max_size=12))
def test_what_is_read_here_is_what_pikepdf_reads(tokens: list[tuple[str, str]]) -> None:
    data = "".join(token + blank for token, blank in tokens).encode()
    found = Tokens().plain(data)
    if found is not None:
        assert alike(found) == alike(by_pikepdf(stream_of(data)))


@given(st.lists(st.tuples(PLAIN, st.sampled_from((" ", "\n", "\r\n"))), max_size=12))
def test_plain_streams_are_read_here(tokens: list[tuple[str, str]]) -> None:
    data = "".join(token + blank for token, blank in tokens).encode()
    assert alike(Tokens().plain(data) or []) == alike(by_pikepdf(stream_of(data)))


@pytest.mark.parametrize(
    "written",
    [
        b"(text) Tj",
        b"% a comment\nBT ET",
        b"<414> Tj",
        b"/A#20B Do",
        b"[3 2] 0 d",
        b"1 xyz",
        b"q q]",
        b"1E5 w",
        b"0 \xc4 w",
        # Each of these numbers could be taken apart in seven ways: whoever tries all of them does not come back.
        b"1234567 " * 40 + b"% a comment\n cm",
    ],
)
def test_what_is_not_plain_is_not_read_here(written: bytes) -> None:
    assert Tokens().plain(written) is None


def test_strings_are_the_bytes_that_are_shown_however_they_are_written() -> None:
    found = Tokens().instructions(stream_of(rb"BT /F1 9 Tf [(A\102)-20<43>] TJ (D\)) Tj ET"))
    assert [operands for name, operands in found if name in {"TJ", "Tj"}] == [[[b"AB", -20, b"C"]], [b"D)"]]


def test_an_inline_image_stands_in_its_place() -> None:
    image = b"q BI /W 1 /H 1 /CS /G /BPC 8 ID \x41 EI Q"
    assert [name for name, _ in Tokens().instructions(stream_of(image))] == ["q", INLINE_IMAGE, "Q"]


def test_the_streams_of_a_page_are_one() -> None:
    pdf = pikepdf.new()
    page = pikepdf.Dictionary(Contents=pikepdf.Array([pdf.make_stream(b"1 0 0 1 2"), pdf.make_stream(b"3 cm")]))
    assert Tokens().instructions(page) == [("cm", [1, 0, 0, 1, 2, 3])]


def test_our_own_pages_are_plain() -> None:
    with pikepdf.open(BytesIO(good_file())) as pdf:
        for page in pdf.pages:
            found = Tokens().plain(page.Contents.read_bytes())
            assert found is not None
            assert alike(found) == alike(by_pikepdf(page.obj))
