"""The judge's own reading of fonts, against another reader: widths, characters, names, and what codes stand for."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from pipeline.preflight.fontprogram import read_program
from pipeline.preflight.opened import Unreadable
from pipeline.preflight.tounicode import read_cmap
from tests.font_samples import Recipe, build_font
from tests.pdf_samples import FONTS

FACES = sorted(FONTS.rglob("*.ttf"))
CFF = build_font(Recipe(cff=True))


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_widths_and_characters_are_those_that_another_reader_finds(face: Path) -> None:
    program = read_program(face.read_bytes())
    other = TTFont(face)
    names, units = other.getGlyphOrder(), other["head"].unitsPerEm
    assert program.kind == "truetype"
    assert list(program.widths) == pytest.approx([1000 * other["hmtx"][name][0] / units for name in names])
    characters = other["cmap"].getcmap(3, 1).cmap
    assert program.cmaps[3, 1] == {code: other.getGlyphID(name) for code, name in characters.items()}


def test_widths_of_a_cff_font_are_read_from_its_glyphs() -> None:
    other = TTFont(BytesIO(CFF))
    names = other.getGlyphOrder()
    for program in (read_program(CFF), read_program(other.reader["CFF "])):
        assert program.kind == "cff"
        assert list(program.widths) == [1000 * other["hmtx"][name][0] / other["head"].unitsPerEm for name in names]
        assert program.cff
        assert program.cff.glyph_of_name == {name: glyph for glyph, name in enumerate(names)}


@pytest.mark.parametrize(
    "data", [b"", b"%!PS-AdobeFont-1.0", b"\0\1\0\0", CFF[:300]], ids=["none", "ps", "cut", "half"]
)
def test_a_font_that_is_not_understood_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_program(data)


def test_to_unicode_is_read_in_all_its_forms() -> None:
    cmap = read_cmap(b"""
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar % a comment
        2 beginbfrange <0003> <0005> <0061> <0006> <0007> [<00660069> <0066>] endbfrange
    """)
    assert cmap.texts == {1: "A", 2: "\U0001f600", 3: "a", 4: "b", 5: "c", 6: "fi", 7: "f"}
    assert list(cmap.codes(b"\0\1\0\6")) == [1, 6]


@pytest.mark.parametrize(
    "program",
    [
        b"1 beginbfchar <0001> endbfchar",
        b"1 beginbfchar <0001> <0041>",
        b"1 beginbfchar <0001> <D83D> endbfchar",
        b"1 beginbfrange <0005> <0003> <0061> endbfrange",
    ],
    ids=["no value", "no end", "half a pair", "backwards"],
)
def test_a_to_unicode_that_is_damaged_is_refused(program: bytes) -> None:
    with pytest.raises(Unreadable):
        read_cmap(program)


def test_codes_outside_of_the_code_spaces_are_refused() -> None:
    cmap = read_cmap(b"1 begincodespacerange <00> <7F> endcodespacerange")
    with pytest.raises(Unreadable):
        list(cmap.codes(b"\x80"))
