"""Text on a page: what other programs read of it, where its letters stand, and how little is written for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.colour import BLACK
from pipeline.font import NO_FEATURES, Face, Features
from pipeline.pdf import Area, DocumentCanvas, TextPiece
from tests.font_samples import Recipe, build_font
from tests.pdf_samples import (
    RED,
    content_of,
    document,
    house_face,
    letters_of,
    opened,
    piece,
    reader,
    runs,
    text_of,
    text_page,
)

SERIF = house_face("vollkorn/Vollkorn-Regular.ttf")
SANS = house_face("alegreya-sans/AlegreyaSans-Italic.ttf")
CFF = Face(build_font(Recipe(family="Outlines", cff=True)))
VARIABLE = build_font(Recipe(family="Varies", weights=(400, 400, 900)))
BLACK_WEIGHT = Face(VARIABLE, {"wght": 900})

SMALL_CAPITALS: Features = (("onum", 1), ("smcp", 1))


@pytest.mark.parametrize(
    "face,text,features",
    [
        (SERIF, "office fluffy affine AVATAR", NO_FEATURES),
        (SERIF, "Small Caps 2023 april", SMALL_CAPITALS),
        (SERIF, "Қазақстан Тоҷикистон ӣ ӯ ғ Кыргызстан өң", NO_FEATURES),
        (SERIF, "Tiếng Việt được ngữ thuở Ẵ", NO_FEATURES),
        (SANS, "Türkiye’de İstanbul ığüşöç Azərbaycan", NO_FEATURES),
        (SANS, "«Приветствие» — waffle", NO_FEATURES),
        (SANS, "ofUs fXaf", NO_FEATURES),
        (CFF, "office waffle AV fi", NO_FEATURES),
        (BLACK_WEIGHT, "office waffle AV fi", NO_FEATURES),
    ],
)
def test_other_programs_read_what_was_written(face: Face, text: str, features: Features) -> None:
    data = text_page(piece(face, text, features=features))
    assert text_of(data) == text


def test_another_reader_agrees() -> None:
    text = "office fluffy Қазақстан Tiếng Việt"
    assert reader(text_page(piece(SERIF, text))).pages[0].extract_text() == text


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZабвгдежзийклмнопрстфхцчшщыьэюяәғқңөұүһіҷӣӯğışçöüəêơưằẫộ"


@settings(max_examples=30)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=5))
def test_words_in_are_words_out(words: list[str]) -> None:
    text = " ".join(words)
    for line in (piece(SERIF, text), piece(SANS, text), piece(SERIF, text, features=SMALL_CAPITALS)):
        assert text_of(text_page(line)) == text


def test_accents_that_have_no_glyph_of_their_own_are_read_back() -> None:
    text = "q\u0301ab"
    assert text_of(text_page(piece(SERIF, text))) == text


def test_a_glyph_with_two_meanings_says_which_is_meant() -> None:
    capitals = (("c2sc", 1), ("smcp", 1))
    assert SANS.shape("A", capitals).glyphs[0][0] == SANS.shape("a", capitals).glyphs[0][0]
    assert text_of(text_page(piece(SANS, "aAbBa", features=capitals))) == "aAbBa"


def test_what_a_piece_stands_for_is_written_beside_it() -> None:
    hyphen = TextPiece(SERIF, 12, BLACK, ((SERIF.shape("-"), 0.0),), actual="\u00ad")
    data = document(lambda canvas: canvas.show(20, 100, [piece(SERIF, "news"), hyphen]))
    assert re.search(r"/Span<</ActualText<FEFF00AD>>>BDC \[<[0-9A-F]{4}>\]TJ EMC ET", content_of(data))


def test_a_no_break_space_does_not_change_what_a_space_means() -> None:
    data = text_page(piece(SANS, "a\u00a0b c"))
    assert content_of(data).count("/ActualText<FEFF00A0>") == 1
    assert text_of(data) == reader(data).pages[0].extract_text() == "a b c"


@settings(max_examples=25)
@given(
    gap=st.floats(-1, 8),
    scale=st.floats(0.95, 1.05),
    tracking=st.sampled_from([0.0, 20.0, 80.0]),
    face=st.sampled_from([SERIF, SANS, CFF, BLACK_WEIGHT]),
)
def test_letters_stand_where_they_were_measured(gap: float, scale: float, tracking: float, face: Face) -> None:
    shaped = runs(face, "AVowel dog", gap=gap)
    line = TextPiece(face, 11, BLACK, shaped, tracking=tracking)
    data = document(lambda canvas: canvas.show(20, 100, [line], scale))
    place = 20.0
    expected = []
    for run, before in shaped:
        place += before
        at = place
        for _, _, advance, _, _ in run.glyphs:
            if run.text != " ":
                expected.append(at)
            at += (advance + tracking) * 11 / 1000 * scale
        place += run.tracked(tracking) * 11 / 1000 * scale
    # PDFium leaves out a space that the next word covers.
    found = [letter.x for letter in letters_of(data) if letter.character != " "]
    assert found == pytest.approx(expected, abs=0.02)


def test_an_accent_keeps_to_its_letter_when_letters_are_spaced() -> None:
    close = TextPiece(SERIF, 10, BLACK, ((SERIF.shape("q\u0301q"), 0.0),))
    spaced = TextPiece(SERIF, 10, BLACK, close.runs, tracking=500)

    def draw(canvas: DocumentCanvas) -> None:
        canvas.show(20, 100, [close])
        canvas.show(20, 80, [spaced])

    first, accent, second, *lower = letters_of(document(draw))
    assert lower[1].x - lower[0].x == pytest.approx(accent.x - first.x, abs=0.02)
    assert lower[2].x - lower[0].x == pytest.approx(second.x - first.x + 5, abs=0.02)


def test_a_rise_lifts_its_piece_alone() -> None:
    raised = TextPiece(SERIF, 6, BLACK, runs(SERIF, "2"), rise=4)
    data = document(lambda canvas: canvas.show(20, 100, [piece(SERIF, "m"), raised, piece(SERIF, "s")]))
    assert [letter.y for letter in letters_of(data)] == pytest.approx([100, 104, 100], abs=0.01)


def test_a_line_is_one_text_object_and_repeats_nothing() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        canvas.show(20, 100, [TextPiece(SERIF, 10, BLACK, runs(SERIF, "one more", gap=1.5))], 0.99)
        canvas.show(20, 88, [TextPiece(SERIF, 10, BLACK, runs(SERIF, "another"))], 0.99)
        canvas.show(20, 76, [TextPiece(SERIF, 10, RED, runs(SERIF, "red"))])

    first, second, third = content_of(document(draw)).splitlines()
    assert re.fullmatch(r"BT 20 100 Td 99 Tz /F1 10 Tf 0 0 0 rg \[[^]]+\]TJ ET", first)
    assert re.fullmatch(r"BT 20 88 Td \[[^]]+\]TJ ET", second)
    assert re.fullmatch(r"BT 20 76 Td 100 Tz 1 0 0 rg \[[^]]+\]TJ ET", third)


def test_a_page_names_the_fonts_that_it_uses_and_no_other() -> None:
    data = document(
        lambda canvas: canvas.show(20, 100, [piece(SERIF, "one")]),
        lambda canvas: canvas.show(20, 100, [piece(CFF, "two")]),
        lambda canvas: canvas.fill_rect(Area(0, 0, 10, 10), RED),
    )
    with opened(data) as pdf:
        fonts = [sorted(page.Resources.get("/Font", {}).keys()) for page in pdf.pages]
    assert fonts == [["/F1"], ["/F2"], []]
    assert b"Helvetica" not in data


@pytest.mark.parametrize(
    "face,kind,program",
    [
        (SERIF, "/CIDFontType2", "/FontFile2"),
        (BLACK_WEIGHT, "/CIDFontType2", "/FontFile2"),
        (CFF, "/CIDFontType0", "/FontFile3"),
    ],
    ids=["glyf", "variable", "cff"],
)
def test_fonts_are_embedded_with_widths_and_a_meaning_for_every_glyph(face: Face, kind: str, program: str) -> None:
    with opened(text_page(piece(face, "office AV"))) as pdf:
        font = pdf.pages[0].Resources.Font.F1
        (descendant,) = font.DescendantFonts
        assert (str(font.Encoding), str(descendant.Subtype)) == ("/Identity-H", kind)
        assert re.fullmatch(r"/[A-Z]{6}\+" + face.postscript_name, str(font.BaseFont))
        assert len(descendant.FontDescriptor[program].read_bytes()) > 100
        widths = widths_in(descendant.W)
        meanings = font.ToUnicode.read_bytes().decode("ascii")
    glyphs = {g[0] for run, _ in runs(face, "office AV") for g in run.glyphs}
    assert widths == pytest.approx({gid: face.advance(gid) for gid in {0, *glyphs}}, abs=0.001)
    assert {int(code, 16) for code in re.findall(r"(?m)^<([0-9A-F]{4})> <", meanings)} == glyphs


def widths_in(array: object) -> dict[int, float]:
    """Glyph ids and widths of a W array of the form ``first [width ...]``."""
    items = list(array)  # type: ignore[call-overload]  # pikepdf arrays are sequences at run time
    return {
        int(first) + index: float(width)
        for first, widths in zip(items[::2], items[1::2], strict=True)
        for index, width in enumerate(widths)
    }


def test_a_subset_has_the_same_name_wherever_it_has_the_same_contents() -> None:
    one, two, other = (text_page(piece(SERIF, text)) for text in ("tea", "eat", "dog"))
    names = [re.findall(rb"/([A-Z]{6})\+Vollkorn", data)[0] for data in (one, two, other)]
    assert names[0] == names[1] != names[2]
