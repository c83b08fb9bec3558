"""Shaping, measures and subsets of one face."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from pipeline.font import Embedding, Face
from tests.font_samples import LETTERS, Recipe, build_font

FONTS = Path(__file__).parent.parent / "fonts"
VOLLKORN = Face((FONTS / "vollkorn" / "Vollkorn-Regular.ttf").read_bytes())
ALEGREYA_ITALIC = Face((FONTS / "alegreya-sans" / "AlegreyaSans-Italic.ttf").read_bytes())
SAMPLE = Face(build_font())
SAMPLE_CFF = Face(build_font(Recipe(cff=True)))
VARIABLE = build_font(Recipe(weights=(400, 400, 900)))


def test_a_ligature_is_one_glyph_that_stands_for_all_its_letters() -> None:
    run = SAMPLE.shape("office")
    assert [cluster for _, cluster, *_ in run.glyphs] == [0, 1, 4, 5]


def test_ligatures_can_be_turned_off() -> None:
    assert len(SAMPLE.shape("office", (("liga", 0),)).glyphs) == 6


def test_a_kerned_pair_is_narrower_than_its_letters() -> None:
    apart = SAMPLE.shape("A").width + SAMPLE.shape("V").width
    assert SAMPLE.shape("AV").width == pytest.approx(apart - 80)


def test_the_same_text_is_shaped_once() -> None:
    assert SAMPLE.shape("again") is SAMPLE.shape("again")
    assert SAMPLE.shape("again") is not SAMPLE.shape("again", (("liga", 0),))


def test_small_capitals_and_old_style_figures_come_from_features() -> None:
    plain = VOLLKORN.shape("april2023")
    changed = VOLLKORN.shape("april2023", (("onum", 1), ("smcp", 1)))
    assert {g[0] for g in plain.glyphs[:5]}.isdisjoint(g[0] for g in changed.glyphs[:5])


def test_the_language_chooses_local_forms_and_none_is_taken_from_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert VOLLKORN.shape("fi").glyphs == VOLLKORN.shape("fi", language="en").glyphs


def test_a_number_is_shaped_with_the_features_of_its_languages_script() -> None:
    features = (("lnum", 1), ("tnum", 1))
    assert VOLLKORN.shape("2023", features, "ru").width == VOLLKORN.shape("2023", features, "en").width


@given(st.lists(st.text("abcdefgh AVfi", min_size=1, max_size=8), min_size=1, max_size=4))
def test_a_run_is_as_wide_as_its_glyphs(words: list[str]) -> None:
    for word in words:
        run = VOLLKORN.shape(word)
        assert run.width == pytest.approx(sum(glyph[2] for glyph in run.glyphs))
        assert run.text == word


def test_tracking_follows_letters_and_not_accents() -> None:
    run = VOLLKORN.shape("q\u0301q\u0301")
    assert len(run.glyphs) == 4
    assert run.tracked(100) == pytest.approx(run.width + 200)


def test_measures_are_in_thousandths_of_an_em() -> None:
    assert SAMPLE.cap_height == 700
    assert SAMPLE.x_height == 480
    assert SAMPLE.ascender == 800
    assert SAMPLE.descender == -200
    assert SAMPLE.advance(SAMPLE.shape("n").glyphs[0][0]) == SAMPLE.shape("n").width


def test_a_face_knows_its_names_and_style() -> None:
    assert (ALEGREYA_ITALIC.family, ALEGREYA_ITALIC.style_name) == ("Alegreya Sans", "Italic")
    assert ALEGREYA_ITALIC.italic
    assert ALEGREYA_ITALIC.italic_angle == -7
    assert ALEGREYA_ITALIC.postscript_name == "AlegreyaSans-Italic"
    assert (VOLLKORN.kind, SAMPLE_CFF.kind) == ("glyf", "cff")


def test_faces_of_one_name_and_different_bytes_have_different_keys() -> None:
    assert SAMPLE.postscript_name == SAMPLE_CFF.postscript_name
    assert SAMPLE.key != SAMPLE_CFF.key


def test_a_variable_font_is_a_face_at_one_place_of_its_axes() -> None:
    regular, black, middle = Face(VARIABLE), Face(VARIABLE, {"wght": 900}), Face(VARIABLE, {"wght": 650})
    width = regular.shape("n").width
    assert black.shape("n").width == width + 100
    assert middle.shape("n").width == width + 50
    assert (regular.weight, middle.weight, black.weight) == (400, 650, 900)
    assert len({regular.key, black.key, middle.key}) == 3


def test_a_character_without_a_glyph_is_missing() -> None:
    assert SAMPLE.missing("a☃b→☃") == ("☃", "→")
    assert not SAMPLE.covers("☃")
    assert SAMPLE.covers("abc")


def test_an_accent_that_composes_is_not_missing() -> None:
    composed = Face(build_font(Recipe(letters=LETTERS + "é")))
    assert composed.covers("e\u0301")
    assert composed.missing("o\u0301") == ("\u0301",)


def test_spaces_and_invisible_characters_need_no_glyph() -> None:
    assert SAMPLE.covers("a\u00a0b\u2009c\u202fd\u200d\u00ad")


NAMES = ("truetype", "cff", "vollkorn", "variable")


@pytest.mark.parametrize("face", [SAMPLE, SAMPLE_CFF, VOLLKORN, Face(VARIABLE, {"wght": 900})], ids=NAMES)
def test_a_subset_keeps_glyph_ids_and_widths_and_draws_only_what_is_used(face: Face) -> None:
    used = [glyph[0] for glyph in face.shape("office").glyphs]
    program = face.subset(used)
    if program.kind == "cff":
        # A bare CFF table begins with its version and the size of its header.
        assert program.data[:2] == b"\x01\x00"
        return
    font = hb.Font(hb.Face(hb.Blob(program.data)))
    scale = 1000 / font.face.upem
    assert [font.get_glyph_h_advance(gid) * scale for gid in used] == pytest.approx([face.advance(g) for g in used])
    unused = face.shape("Z").glyphs[0][0]
    extents = font.get_glyph_extents(unused) if unused < font.face.glyph_count else None
    assert extents is None or (extents.width, extents.height) == (0, 0)
    assert len(program.data) < 40_000


def test_a_font_that_may_only_be_embedded_whole_is() -> None:
    whole = Face(build_font(Recipe(fs_type=0x0100)))
    assert len(whole.subset([1]).data) > len(SAMPLE.subset([1]).data)


@pytest.mark.parametrize(
    "bits,meaning",
    [
        (0x0000, Embedding.INSTALLABLE),
        (0x0002, Embedding.RESTRICTED),
        (0x0004, Embedding.PRINT),
        (0x0008, Embedding.EDITABLE),
        (0x000A, Embedding.EDITABLE),
        (0x0104, Embedding.WHOLE),
        (0x0200, Embedding.BITMAP),
    ],
)
def test_the_least_restrictive_of_several_bits_of_permission_counts(bits: int, meaning: Embedding) -> None:
    assert Embedding.from_bits(bits) is meaning
    assert Face(build_font(Recipe(fs_type=bits))).embedding is meaning


def test_only_restricted_and_bitmap_fonts_may_not_be_embedded() -> None:
    assert {e for e in Embedding if not e.allowed} == {Embedding.RESTRICTED, Embedding.BITMAP}


def test_features_are_listed() -> None:
    assert SAMPLE.features_available() == {"kern", "liga"}
    assert {"onum", "smcp", "liga", "kern"} <= VOLLKORN.features_available()
