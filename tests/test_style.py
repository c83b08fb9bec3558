"""Styles: what a style says itself, what it has of its ancestors, and what of the defaults."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.colour import BLACK, Swatch
from pipeline.layout.records import SizeClassRecord, StyleRecord
from pipeline.layout.style import Style, resolve_styles

INK = Swatch("ink", (0.1, 0.1, 0.1), (0, 0, 0, 1))
SWATCHES = {"ink": INK, "black": BLACK}
FONTS = frozenset({"text", "sans"})


def styles(**records: dict[str, Any]) -> dict[str, Style]:
    """The styles of those records, which must all be good."""
    built = {name: StyleRecord(**record) for name, record in records.items()}
    resolved, findings = resolve_styles(built, SWATCHES, 12.0, FONTS)
    assert findings == ()
    return resolved


def test_a_style_that_says_nothing_has_the_defaults_and_the_leading_of_the_grid() -> None:
    plain = styles(plain={})["plain"]
    assert (plain.font, plain.weight, plain.size, plain.leading, plain.align) == ("text", 400, 9.5, 12.0, "left")
    assert (plain.swatch, plain.features) == (INK, ())


def test_what_is_not_said_comes_from_the_nearest_ancestor_that_says_it() -> None:
    found = styles(
        one={"size": 10.0, "weight": 500, "align": "justify"},
        two={"based_on": "one", "size": 11.0},
        three={"based_on": "two", "weight": 600, "colour": "black"},
    )["three"]
    assert (found.size, found.weight, found.align, found.swatch) == (11.0, 600, "justify", BLACK)


SAID = {"size": st.floats(6, 60), "weight": st.integers(1, 1000), "italic": st.booleans()}
CHAIN = st.lists(st.fixed_dictionaries({}, optional=SAID), min_size=1, max_size=6)


@given(CHAIN)
def test_the_last_word_of_a_chain_holds(chain: list[dict[str, Any]]) -> None:
    records = {f"s{i}": {**said, **({"based_on": f"s{i - 1}"} if i else {})} for i, said in enumerate(chain)}
    last = styles(**records)[f"s{len(chain) - 1}"]
    wanted = {"size": 9.5, "weight": 400, "italic": False}
    for said in chain:
        wanted |= said
    assert {key: getattr(last, key) for key in wanted} == wanted


def test_a_size_of_its_own_takes_the_place_of_the_size_classes_of_the_ancestor() -> None:
    classes = (SizeClassRecord(up_to=10, size=30.0, leading=32.0),)
    found = styles(head={"sizes": classes}, small={"based_on": "head", "size": 12.0}, same={"based_on": "head"})
    assert found["small"].sized_for(5).size == 12.0
    assert found["same"].sized_for(5).size == 30.0


@pytest.mark.parametrize("letters, size", [(1, 34.0), (40, 34.0), (41, 28.0), (80, 28.0), (81, 23.0), (9999, 23.0)])
def test_a_headline_takes_the_size_of_its_class_and_the_last_one_when_it_is_longer(letters: int, size: float) -> None:
    steps = ((40, 34.0), (80, 28.0), (400, 23.0))
    classes = tuple(SizeClassRecord(up_to=n, size=s, leading=s + 2) for n, s in steps)
    sized = styles(head={"sizes": classes})["head"].sized_for(letters)
    assert (sized.size, sized.leading) == (size, size + 2)


def test_figures_case_and_features_become_features_of_the_font_and_one_can_be_put_off() -> None:
    found = styles(
        old={"figures": "old-style"},
        small={"case": "small-caps", "figures": "tabular"},
        mixed={"figures": "lining", "features": ("ss01", "-lnum")},
    )
    assert dict(found["old"].features) == {"onum": 1, "pnum": 1}
    assert dict(found["small"].features) == {"lnum": 1, "tnum": 1, "smcp": 1, "c2sc": 1}
    assert dict(found["mixed"].features) == {"lnum": 0, "pnum": 1, "ss01": 1}


def test_letterspaced_text_has_no_ligatures_unless_the_designer_asks_for_them() -> None:
    found = styles(spaced={"tracking": 80.0}, asked={"tracking": -10.0, "features": ("liga",)})
    assert dict(found["spaced"].features)["liga"] == 0
    assert dict(found["asked"].features)["liga"] == 1


def test_every_style_with_a_fault_is_told_and_the_good_ones_are_still_there() -> None:
    records = {
        "good": StyleRecord(size=8.0),
        "colourless": StyleRecord(colour="inkk"),
        "fontless": StyleRecord(font="serif"),
        "orphan": StyleRecord(based_on="god"),
        "narcissus": StyleRecord(based_on="narcissus"),
    }
    resolved, findings = resolve_styles(records, SWATCHES, 12.0, FONTS)
    assert list(resolved) == ["good"]
    assert [(f.code, f.message) for f in findings] == [
        ("E402", "The layout has no swatch 'inkk'."),
        ("E402", "The layout has no font role 'serif'."),
        ("E402", "The layout has no style 'god'."),
        ("E403", "Styles inherit in a circle: narcissus → narcissus."),
    ]
    assert [f.hint for f in findings][:3] == ["Did you mean ink?", "There are: sans, text.", "Did you mean good?"]
