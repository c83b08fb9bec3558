"""What of a page is there to be answered and not to be read: calls to press a button, fields, questions to visitors."""

from __future__ import annotations

from itertools import islice

from pipeline.importers.boxes import Box, Leaf, counted
from pipeline.importers.furniture import QUESTIONS, TEASER, around, mark
from pipeline.importers.sections import is_section_of_furniture
from pipeline.importers.tree import Element
from pipeline.importers.wording import is_buttons

_TEXT_TAGS = {"p", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "figure", "dl"}
_PRESSED = {"button", "label", "legend", "fieldset", "form"}
_ALL, _CHOICE_WORDS, _CHOICES = 0.9, 2, 2
_CALL_WORDS, _CALL_SHARE, _TITLE_WORDS, _MOST_LINES = 60, 0.3, 3, 24


def mark_questions(box: Box, headline: Leaf | None) -> None:
    """Marks questions that a page puts to its visitors: one line with buttons or fields below it, and no answer."""
    protected = {id(element) for element in headline.element.up()} if headline else set()
    asked = around(box.element.find("button", "input", "textarea", "select"))
    fields = around(filter(_asks_or_chooses, box.element.find("input", "textarea")))
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        waiting += [child for child in inner.children if isinstance(child, Box) and id(child.element) in asked]
        leaves = [leaf for leaf in islice(inner.leaves(), _MOST_LINES) if leaf.words]
        if not leaves or len(leaves) == _MOST_LINES or id(inner.element) in protected | {id(box.element)}:
            continue
        several = len(leaves) > _CHOICES or id(inner.element) in fields
        asks = several and leaves[0].text.endswith(QUESTIONS) and leaves[0].element.tag != "button"
        if asks and all(map(_is_choice, leaves[1:])) and sum(leaf.words for leaf in leaves) <= _CALL_WORDS:
            mark(inner, "a question to visitors")


def _asks_or_chooses(field: Element) -> bool:
    return field.get("type") != "hidden"


def _is_choice(leaf: Leaf) -> bool:
    """Whether a line is an answer to choose, and not one to read."""
    pressed = leaf.element.tag in _PRESSED and not leaf.element.get("aria-expanded")
    return pressed or leaf.why not in {"", "hidden"} or leaf.linked_share > _ALL or leaf.words <= _CHOICE_WORDS


def _asks(field: Element) -> bool:
    """Whether readers write into a field."""
    return field.get("type") not in {"hidden", "checkbox", "radio"}


def mark_calls(body: Box, total: int, headline: Leaf | None) -> None:
    """Marks boxes within the text that are made to be answered, not read: they end in a button or have a field.

    So is a box with a link of several words under a heading of furniture: a teaser amid the text.
    """
    protected = {id(element) for element in headline.element.up()} if headline else set()
    words_in = counted(body, lambda part: part.words if isinstance(part, Leaf) and not part.why else 0)
    asking = around(filter(_asks, body.element.find("input", "textarea")))
    waiting = [child for child in body.children if isinstance(child, Box)]
    while waiting:
        inner = waiting.pop()
        words = words_in[id(inner)]
        leaves = [leaf for leaf in inner.leaves() if leaf.words and not leaf.why] if 0 < words <= _CALL_WORDS else []
        free = id(inner.element) in protected or inner.element.tag in _TEXT_TAGS
        if not free and leaves and words <= min(_CALL_WORDS, _CALL_SHARE * total):
            pressed = [leaf for leaf in leaves[-2:] if leaf.linked_share > _ALL or leaf.element.tag == "button"]
            called = len(leaves) > 1 and any(is_buttons(leaf.text) for leaf in pressed)
            if called or id(inner.element) in asking:
                mark(inner, "a call to press a button")
                continue
            titles = (leaf for leaf in leaves if leaf.linked_share > _ALL and leaf.words >= _TITLE_WORDS)
            if is_section_of_furniture(leaves[0].text) and any(True for _ in titles):
                mark(inner, TEASER)
                continue
        waiting += [child for child in inner.children if isinstance(child, Box)]
