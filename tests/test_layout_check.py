"""A designer's usual slips, each told at the value that is wrong, in words that say what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.diagnostic import Fault
from tests.issue_desk import Desk
from tests.layout_desk import faults, merged, plain, read_layout, voice

TEXT = {"text": "Thanks", "style": "note"}


def _page(*elements: Any) -> dict[str, Any]:
    """A back cover of these elements."""
    return {"masters": {"back": {"pages": [list(elements)]}}}


def _at(**place: Any) -> dict[str, Any]:
    """A back cover with a text at this place."""
    return _page({"at": place, **TEXT})


ORDER = ["cover", "contents", "foreword", "sections", "gallery", "back"]
SLIPS: dict[str, tuple[dict[str, Any], str]] = {
    "a frame off the page": (
        _at(left="230mm", width="40mm", top="22mm", height="44mm"),
        (
            "E404  The place reaches over the page and its bleed: it begins 230 mm from the left and 22 mm "
            "from the top and is 40 × 44 mm; the page is 210 × 297 mm.  Keep it on the page, or up to 3 mm "
            "outside of it."
        ),
    ),
    "a frame whose edges cross": (
        _at(left="150mm", right="150mm", top="22mm", height="44mm"),
        (
            "E404  The place is -90 × 44 mm, so nothing can stand there.  left, right, top and bottom each "
            "count from their own edge of the page."
        ),
    ),
    "rows that there are not": (
        _at(columns=[1, 2], rows=[1, 80]),
        (
            "E404  rows [1, 80] are not there: the page has 61 rows, counted from 1.  Count from 1 to 61, or "
            "from -1 backwards from the end."
        ),
    ),
    "rows backwards": (_at(columns=[1, 2], rows=[9, 1]), "E404  rows [9, 1] run backwards.  Write [1, 9]."),
    "a column nought": (
        _at(columns=[0, 2], rows=[1, 9]),
        (
            "E404  columns [0, 2] are not there: the page has 12 modules, counted from 1.  Count from 1 to 12, "
            "or from -1 backwards from the end."
        ),
    ),
    "columns and a length": (
        _at(columns=[1, 2], left="20mm", rows=[1, 9]),
        "E404  left is given beside columns, which say the same.  Delete one of the two.",
    ),
    "three lengths for two": (
        _at(left="20mm", right="20mm", width="100mm", rows=[1, 9]),
        "E404  left, right and width are one too many.  Delete width, or one of the other two.",
    ),
    "two things at one place": (
        _page({"at": {"bleed": "true"}, "fill": {"swatch": "ink"}, **TEXT}),
        "E123  An element of back is text and fill at once.  Make one element of each.",
    ),
    "a text without a style": (
        _page({"at": {"bleed": "true"}, "text": "Thanks"}),
        "E122  A text of back has no style.  Add style: and the name of one of styles:.",
    ),
    "a thing where there is none": (
        _page({"at": {"bleed": "true"}, "story": {}}),
        "E123  Nothing would stand for story on pages of back: only foreword can have it.",
    ),
    "a misspelt brace": (
        _page({"at": {"bleed": "true"}, "text": "{Folio}", "style": "note"}),
        ("E405  The braces in '{Folio}' are no field.  A field is small letters in a pair of braces: {cover.headline}"),
    ),
    "a misspelt field": (
        _page({"at": {"bleed": "true"}, "text": "{cover.heading}", "style": "note"}),
        "E405  There is no field {cover.heading}.  Did you mean {cover.headline}?",
    ),
    "a field without its group": (
        _page({"at": {"bleed": "true"}, "paragraphs": [{"text": "{title}", "style": "note"}]}),
        (
            "E405  There is no field {title}.  There are: {publication.title}, {foreword.title}, "
            "{section.title}, {article.title}, {gallery.title}."
        ),
    ),
    "a field like none": (
        _page({"at": {"bleed": "true"}, "text": "{isbn}", "style": "note"}),
        (
            "E405  There is no field {isbn}.  There are folio and those of publication, issue, cover, masthead, "
            "foreword, signed, section, article, gallery and word: digest explain E405 lists them."
        ),
    ),
    "a word that the layout does not have": (
        _page({"at": {"bleed": "true"}, "text": "{word.thanks}", "style": "note"}),
        "E405  There is no field {word.thanks}.  Add thanks: {en: …} to words:, or correct the name.",
    ),
    "a misspelt field that is needed": (
        _page({"at": {"bleed": "true"}, "needs": "masthead.adress", **TEXT}),
        "E405  There is no field masthead.adress.  Did you mean masthead.address?",
    ),
    "a word in no language": (
        {"words": {"thanks": {}}},
        (
            "E122  The word 'thanks' has no text in any language.  Write thanks: {en: …}, with more languages "
            "beside it if you want."
        ),
    ),
    "a colour of three inks": (
        {"palette": {"rose": {"srgb": "#cc3344", "cmyk": [18, 84, 90]}}},
        "E123  palette, rose, cmyk wants 4 entries, not 3.",
    ),
    "an ink over the full": (
        {"palette": {"rose": {"srgb": "#cc3344", "cmyk": [18, 84, 900, 0]}}},
        "E123  palette, rose, cmyk 3 wants 100 or less, not '900'.",
    ),
    "a process ink as a spot colour": (
        {"palette": {"rose": {"srgb": "#cc3344", "cmyk": [18, 84, 90, 0], "spot": "Cyan"}}},
        (
            "E123  palette, rose, spot: 'Cyan' is no spot colour: process inks are written in cmyk. Write the name "
            "that the printer uses."
        ),
    ),
    "a resolution of nothing": (
        {"print": {"ppi": 0}},
        "E123  print, ppi wants more than 0, not '0'.",
    ),
    "a role of no family": (
        {"fonts": {"text": []}},
        "E123  fonts, text wants at least one entry.",
    ),
    "a size of nothing": (
        {"styles": {"caption": {"size": "0pt"}}},
        "E404  size must be more than nothing.  Write a length such as 9.5pt.",
    ),
    "a negative bleed": (
        {"page": {"bleed": "-3mm"}},
        "E404  bleed must not be less than nothing.  Take the minus away.",
    ),
    "a leading of nothing": (
        {"grid": {"leading": "0pt"}},
        "E404  leading must be more than nothing.  Write a length such as 9.5pt.",
    ),
    "a feature by its English name": (
        {"styles": {"note": {"features": ["smallcaps"]}}},
        (
            "E123  'smallcaps' is not an OpenType feature, which has four letters or digits.  Write features "
            "as in [ss01, -liga]; small capitals are case: small-caps."
        ),
    ),
    "size classes out of order": (
        {"styles": {"headline": {"sizes": [{"up_to": n, "size": "20pt", "leading": "22pt"} for n in (80, 40)]}}},
        "E123  The size classes are not in order of up_to.  Put the class for the shortest texts first.",
    ),
    "shapes backwards": (
        {"photo_sizes": {"page": {"aspect": [2.6, 1.1]}}},
        (
            "E123  The shapes 2.6 to 1.1 are backwards, or not above nothing.  Write the narrowest shape "
            "first, width divided by height: [0.66, 1.9]"
        ),
    ),
    "a photo wider than the page": (
        {"photo_sizes": {"huge": {"modules": 20, "aspect": [1, 2]}}},
        "E404  20 modules are wider than the page, which has 12.  Give 12 or fewer.",
    ),
    "a photo size off the columns": (
        {"templates": {"three": {"lead": ["column"]}}},
        (
            "E404  The photo size 'column' is 6 modules wide; 'three' has columns of 4 modules.  A photo is as "
            "wide as one or more columns: choose another size."
        ),
    ),
    "a headline over more columns than there are": (
        {"templates": {"two": {"head": 3}}},
        "E404  The headline of 'two' is to span 3 columns, but it has 2.  Give as many, or fewer.",
    ),
    "words backwards": (
        {"templates": {"two": {"words": [260, 0]}}},
        "E123  words [260, 0] run backwards.  Write [0, 260].",
    ),
    "no articles": (
        {"order": [name for name in ORDER if name != "sections"]},
        (
            "E402  The order has no 'sections', so no article would be printed.  Add sections where the months "
            "with their articles belong."
        ),
    ),
    "a page twice": (
        {"order": ["cover", *ORDER]},
        "E402  'cover' stands in the order twice.  Delete one of the two.",
    ),
    "a master that nothing asks for": (
        {"masters": {"thanks": {"pages": [[]]}}},
        (
            "E402  The master 'thanks' makes no page, because the order does not name it.  Add thanks to "
            "order:, or delete the master."
        ),
    ),
    "an opener in the order": (
        {"order": ["opener", *ORDER]},
        "E402  'opener' cannot stand in the order; its pages come with the sections.  Delete it here.",
    ),
    "a swatch named section": (
        {"palette": {"section": {"srgb": "#ffffff", "cmyk": [0, 0, 0, 0]}}},
        (
            "E402  'section' is no colour of its own: it stands for the colour of each section in turn.  "
            "Choose another name, and list it in sections:."
        ),
    ),
    "a fallback family that is not there": (
        {"fonts": {"text": {"families": ["Vollkorn", "Alegreya Sns"]}}},
        "E406  There is no font family 'Alegreya Sns'.  Did you mean Alegreya Sans?",
    ),
    "an instance of a font that has none": (
        {"fonts": {"text": {"families": "Alegreya Sans", "instance": "Bold"}}},
        "E406  Alegreya Sans has no instance 'Bold'.  Its instances: none, because it is not variable.",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_remedy(desk: Desk, slip: str) -> None:
    change, told = SLIPS[slip]
    assert told in faults(desk, merged(plain(), change))


@pytest.mark.parametrize("layout", [plain, voice])
def test_a_good_layout_has_no_slip(desk: Desk, layout: Callable[[], Any]) -> None:
    assert faults(desk, layout()) == []


def test_a_role_may_be_the_list_of_its_families(desk: Desk) -> None:
    layout = read_layout(desk, merged(plain(), {"fonts": {"text": ["Vollkorn", "Alegreya Sans"]}}))
    assert layout.record.fonts["text"].families == ("Vollkorn", "Alegreya Sans")


def test_a_circle_of_styles_is_told_once_whoever_is_based_on_it(desk: Desk) -> None:
    based = {"note": "pull", "pull": "panel", "panel": "note", "body": "note", "caption": "body"}
    layout = merged(plain(), {"styles": {name: {"based_on": other} for name, other in based.items()}})
    told = "E403  Styles inherit in a circle: note → pull → panel → note.  Let one of them stand alone."
    assert faults(desk, layout) == [told]


def test_a_wrong_colour_is_told_once_whoever_inherits_it(desk: Desk) -> None:
    layout = plain()
    layout["styles"] = {name: {"based_on": "body"} for name in layout["styles"]} | {"body": {"colour": "inc"}}
    assert faults(desk, layout) == ["E402  The layout has no swatch 'inc'.  Did you mean ink?"]


@pytest.mark.parametrize("language, text", [("ru-RU", "да"), ("fr", "yes"), ("en-GB", "yes")])
def test_a_word_is_in_the_language_of_the_issue_or_in_english(desk: Desk, language: str, text: str) -> None:
    layout = read_layout(desk, merged(plain(), {"words": {"yes": {"tr": "evet", "ru": "да", "en": "yes", "fr": ""}}}))
    assert layout.word("yes", language) == text


def test_a_word_without_english_is_in_the_first_language_that_there_is(desk: Desk) -> None:
    layout = read_layout(desk, merged(plain(), {"words": {"yes": {"en": "", "tr": "evet", "ru": "да"}}}))
    assert layout.word("yes", "fr") == "evet"


def test_a_slip_is_told_at_the_line_of_its_value(desk: Desk) -> None:
    layout = merged(plain(), {"page": {"bleed": "-3mm"}})
    with pytest.raises(Fault) as caught:
        read_layout(desk, layout)
    (found,) = caught.value.findings
    assert found.span
    written = (desk.root / found.span.file).read_text(encoding="utf-8").splitlines()
    assert written[found.span.line - 1].strip().startswith('"bleed": "-3mm"')


def test_every_slip_of_a_layout_is_told_at_once(desk: Desk) -> None:
    changes = [SLIPS[slip][0] for slip in ("a negative bleed", "words backwards", "a page twice")]
    layout = plain()
    for change in changes:
        layout = merged(layout, change)
    assert len(faults(desk, layout)) == len(changes)


def test_lengths_of_articles_that_no_template_takes_are_told(desk: Desk) -> None:
    layout = plain()
    template = layout["templates"]["two"]
    layout["templates"] = {"two": {**template, "words": [0, 100]}, "long": {**template, "words": [300, 900]}}
    told = "E123  No template takes an article of 101 to 299 words.  Let words: of one template reach that far."
    assert faults(desk, layout) == [told]


def test_a_layout_without_pages_for_articles_is_told(desk: Desk) -> None:
    layout = plain()
    del layout["masters"]["article"]
    (told,) = faults(desk, layout)
    assert told.startswith("E402  The layout has no master 'article'.")


def test_a_place_may_reach_into_the_bleed_and_count_from_the_end(desk: Desk) -> None:
    places = [
        {"bleed": "true"},
        {"left": "-3mm", "right": "-3mm", "top": "-3mm", "bottom": "-3mm"},
        {"columns": [-3, -1], "rows": [-2, -1]},
        {"left": "0", "width": "10mm", "bottom": "0", "height": "10mm"},
    ]
    elements = [{"at": place, "fill": {"swatch": "ink"}} for place in places]
    assert faults(desk, merged(plain(), _page(*elements))) == []
