"""Families, the nearest face, and the files that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostic import Fault, Finding
from pipeline.diagnostic.codes import REGISTRY
from pipeline.font import Library
from pipeline.project import Project
from tests.font_samples import Recipe, build_font, collection_of

OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def library(root: Path, *recipes: Recipe, licence: str = OFL) -> Library:
    """A project's library with one folder that holds fonts made to ``recipes``, and the built-in ones after it."""
    folder = root / "fonts" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    for number, recipe in enumerate(recipes):
        (folder / f"font-{number}.{'otf' if recipe.cff else 'ttf'}").write_bytes(build_font(recipe))
    if licence:
        (folder / "OFL.txt").write_text(licence, encoding="utf-8")
    return Library.scan(Project(root).font_folders())


def refusal(library: Library, family: str = "Sample", **asked: object) -> Finding:
    """The finding with which a face is refused."""
    with pytest.raises(Fault) as caught:
        library.face(family, **asked)  # type: ignore[arg-type]  # each test names its own arguments
    (finding,) = caught.value.findings
    assert finding.code in REGISTRY
    return finding


WEIGHTS = (300, 400, 500, 700, 900)


@pytest.mark.parametrize(
    "asked,given",
    [(300, 300), (350, 300), (200, 300), (400, 400), (450, 500), (500, 500), (600, 700), (800, 900), (1000, 900)],
)
def test_the_nearest_weight_is_that_of_css(tmp_path: Path, asked: int, given: int) -> None:
    fonts = library(tmp_path, *(Recipe(style=f"W{w}", weight=w) for w in WEIGHTS))
    assert fonts.face("Sample", asked).weight == given


def test_bold_stands_in_when_a_family_has_nothing_lighter(tmp_path: Path) -> None:
    assert library(tmp_path, Recipe(style="Bold", weight=700)).face("Sample", 400).weight == 700


def test_style_goes_before_weight_and_roman_stands_in_for_a_missing_italic(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(), Recipe(style="Bold", weight=700), Recipe(style="Italic", italic=True))
    assert fonts.face("Sample", 700, italic=True).style_name == "Italic"
    upright = library(tmp_path / "upright", Recipe())
    assert not upright.face("Sample", 400, italic=True).italic


def test_a_face_is_loaded_once(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe())
    assert fonts.face("Sample") is fonts.face("Sample", 500)


def test_a_variable_font_takes_weights_axes_and_named_instances(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(weights=(400, 400, 900)))
    assert fonts.face("Sample", 650).weight == 650
    assert fonts.face("Sample", 1000).weight == 900
    assert fonts.face("Sample", axes={"wght": 500}).weight == 500
    black = fonts.face("Sample", instance="black")
    assert (black.weight, black.style_name) == (900, "Black")
    assert fonts.face("Sample", 900) is black


def test_axes_and_instances_that_do_not_exist_are_named(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(weights=(400, 400, 900)))
    assert refusal(fonts, axes={"wdth": 75}).hint == "Its axes: wght 400 to 900."
    assert refusal(fonts, axes={"wght": 950}).hint == "Give a value from 400 to 900."
    assert refusal(fonts, instance="Blakc").hint == "Did you mean Black?"
    static = library(tmp_path / "static", Recipe())
    assert refusal(static, axes={"wght": 500}).hint == "Its axes: none, because it is not variable."
    assert refusal(static, instance="Bold").code == "E326"


def test_an_unknown_family_gets_the_nearest_name(tmp_path: Path) -> None:
    finding = refusal(library(tmp_path, Recipe(family="Sample Serif")), "Sampel serif")
    assert (finding.code, finding.hint) == ("E322", "Did you mean Sample Serif?")
    assert "Vollkorn" in refusal(library(tmp_path), "Qqqq").hint


def test_a_folder_without_usable_files_covers_nothing(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(fs_type=2))
    sample = next(family for family in fonts.families if family.name == "Sample")
    assert fonts.coverage(sample).languages == ()


def test_a_font_without_a_licence_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fonts" / "sample").mkdir(parents=True)
    (tmp_path / "fonts" / "sample" / "README.md").write_text(OFL, encoding="utf-8")
    fonts = library(tmp_path, Recipe(), licence="")
    assert [f.code for f in fonts.findings] == ["E323"]
    assert str(refusal(fonts)).startswith("fonts/sample/font-0.ttf  E323")


def test_an_empty_licence_is_none(tmp_path: Path) -> None:
    assert refusal(library(tmp_path, Recipe(), licence=" \n")).code == "E323"


@pytest.mark.parametrize("fs_type", [0x0002, 0x0200])
def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path, fs_type: int) -> None:
    fonts = library(tmp_path, Recipe(fs_type=fs_type))
    assert refusal(fonts).code == "E324"
    assert [f.code for f in fonts.findings] == ["E324"]


def test_a_refused_file_does_not_stop_the_others_of_its_family(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(), Recipe(style="Bold", weight=700, fs_type=2))
    assert fonts.face("Sample", 400).weight == 400
    assert refusal(fonts, weight=700).code == "E324"


def test_a_collection_is_refused_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "fonts" / "sample"
    folder.mkdir(parents=True)
    (folder / "both.ttc").write_bytes(collection_of(build_font(), build_font(Recipe(style="Bold", weight=700))))
    finding = refusal(library(tmp_path))
    assert finding.code == "E325"
    assert "fonts/sample/both.ttc is a font collection" in finding.message


@pytest.mark.parametrize("data", [b"", b"not a font", b"wOF2" + bytes(60), build_font()[:200]])
def test_a_file_that_is_no_font_is_a_finding_and_no_failure(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "fonts" / "sample"
    folder.mkdir(parents=True)
    (folder / "broken.ttf").write_bytes(data)
    fonts = library(tmp_path, Recipe())
    assert [str(f.span) for f in fonts.findings if f.code == "E320"] == ["fonts/sample/broken.ttf"]
    assert fonts.face("Sample").family == "Sample"


@pytest.mark.parametrize(
    "text,name",
    [
        (OFL, "OFL-1.1"),
        ("Apache License\nVersion 2.0, January 2004", "Apache-2.0"),
        ("Do what you like with it.", "other"),
    ],
)
def test_licences_are_known_by_their_words(tmp_path: Path, text: str, name: str) -> None:
    fonts = library(tmp_path, Recipe(), licence=text)
    sample = next(family for family in fonts.families if family.name == "Sample")
    assert [file.licence for file in sample.files] == [name]


def test_families_list_their_files_with_style_weight_and_axes(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(style="Bold", weight=700), Recipe(), Recipe(style="Italic", italic=True))
    sample = next(family for family in fonts.families if family.name == "Sample")
    assert [(f.style_name, f.weight, f.italic) for f in sample.files] == [
        ("Regular", 400, False),
        ("Bold", 700, False),
        ("Italic", 400, True),
    ]
    variable = library(tmp_path / "variable", Recipe(weights=(400, 400, 900)))
    (file,) = next(family for family in variable.families if family.name == "Sample").files
    assert [(a.tag, a.least, a.default, a.most) for a in file.axes] == [("wght", 400, 400, 900)]
    assert [i.name for i in file.instances] == ["Regular", "Black"]


def test_a_projects_own_fonts_go_before_built_in_ones(tmp_path: Path) -> None:
    fonts = library(tmp_path, Recipe(family="Vollkorn"))
    vollkorn = next(family for family in fonts.families if family.name == "Vollkorn")
    assert [f.path for f in vollkorn.files if (f.weight, f.italic) == (400, False)] == ["fonts/sample/font-0.ttf"]


def test_coverage_is_what_all_files_of_a_family_share(tmp_path: Path) -> None:
    russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    both = Recipe().letters + russian + russian.upper()
    fonts = library(tmp_path, Recipe(letters=both))
    sample = next(family for family in fonts.families if family.name == "Sample")
    coverage = fonts.coverage(sample)
    assert coverage.languages == ("en", "ru")
    assert coverage.scripts == ("Latin", "Cyrillic")
    assert coverage.features == ("kern", "liga")
    fewer = library(tmp_path, Recipe(letters=both), Recipe(style="Bold", weight=700))
    assert fewer.coverage(next(f for f in fewer.families if f.name == "Sample")).languages == ("en",)


def test_the_built_in_families_cover_the_languages_of_the_region(tmp_path: Path) -> None:
    fonts = library(tmp_path)
    assert fonts.findings == ()
    for family in fonts.families:
        languages = fonts.coverage(family).languages
        assert {"en", "tr", "az", "vi", "ru", "kk", "ky", "tg", "mn"} <= set(languages), family.name
