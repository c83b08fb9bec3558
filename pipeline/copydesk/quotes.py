"""Quotation marks: straight ones where they matter, turned ones, accents for apostrophes, quotations without an end.

Typesetting curves straight marks, so one by itself is no fault. They are remarked on in an issue whose texts have
the same mark curved elsewhere, and so two customs (curved quotations with straight apostrophes are one); and where
typesetting leaves them straight, or opens a quotation that nothing closes. Which marks open and which close depends
on the language: in German “ closes, in Swedish ” opens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.copydesk.values import RUNNING, Copy, Remark, Text
from pipeline.language import curved_marks

_STRAIGHT = re.compile(r"""(?<!\d)["']""")
_CURVED = {'"': re.compile("[“”„«»]"), "'": re.compile("[’‘]")}
_UNSET = frozenset({"alt", "fact"})
_MARKS = {"en": "“ ” or ’", "ru": "« »", "de": "„ “ or ’", "fr": "« » or ’"}
_MARKS_ANYWHERE = "“ ”, « » or ’"
_ACCENT = "[´`](?=[^\\W\\d_])(?<=[^\\W\\d_].)|‘(?=(?:s|t|re|ll|ve|d|m)\\b)(?<=[^\\W\\d_].)"
_PAIRS = (("“", "”"), ("«", "»"))
# A mark at the wrong side of its word: it opens behind the word, or closes before it.
_TURNED = {
    "”": re.compile(r"”(?=[^\W_])(?<![^\s(\[—–-].)"),
    "“": re.compile(r"“(?=[\s.,;:!?)\]]|$)(?<=[^\W_].)|“(?=\s|$)(?<=[.,!?…].)"),
    "»": re.compile(r"»(?=[^\W_])(?<![^\s(\[—–-].)"),
    "«": re.compile(r"«(?=[\s.,;:!?)\]]|$)(?<=[^\W_].)|«(?=\s|$)(?<=[.,!?…].)"),
}


def quotes(copy: Copy) -> Iterator[Remark]:
    """A243 for straight marks, turned ones and accents, A264 for a quotation that is not closed."""
    texts = [text for text in copy.texts if text.kind not in _UNSET]
    if copy.holding("´", "`", "‘"):
        for text in texts:
            for match in text.matches(_ACCENT, "´", "`", "‘"):
                shown = text.around(*match.span())
                yield text.remark(
                    "A243", f"An accent for an apostrophe: {shown}", match.start(), "Type ’.", (*match.span(), "’")
                )
    for pair in _PAIRS:
        if copy.holding(*pair):
            own = [text for text in texts if _pair_of(text.passage.language) == pair]
            yield from _turned(own, pair)
            yield from _unclosed(own, pair)
    if copy.holding('"', "'"):
        straight = Counter(match[0] for text in texts for match in text.matches(_STRAIGHT, '"', "'"))
        curved = {sign: sum(len(_CURVED[sign].findall(text.text)) for text in texts) for sign in straight}
        mixed = {sign for sign in straight if curved[sign] >= straight[sign]}
        for text in texts if straight else ():
            if '"' in text.text or "'" in text.text:
                yield from _marks(text, mixed)


def _marks(text: Text, mixed: set[str]) -> Iterator[Remark]:
    """``mixed`` holds the straight marks that are curved elsewhere."""
    curved = dict(curved_marks(text.text, text.passage.language))
    doubles = [match.start() for match in text.matches(_STRAIGHT) if match[0] == '"']
    unpaired = len(doubles) % 2 == 1 and not any(mark in text.text for mark in "“”„«»")
    for match in text.matches(_STRAIGHT):
        place, right = match.start(), curved.get(match.start())
        shown = text.around(*match.span())
        if unpaired and place == doubles[-1]:
            yield text.remark("A264", f"A quotation mark has no partner: {shown}", place, "Type the other one.")
        elif match[0] in mixed or right is None:
            hint = f"Type {right or _MARKS.get(text.language, _MARKS_ANYWHERE)}."
            fix = (*match.span(), right) if right else None
            within = match[0] == "'" and text.text[place - 1 : place].isalpha()
            what = "apostrophe" if within else "quotation mark"
            yield text.remark("A243", f"A straight {what}: {shown}", place, hint, fix)


@lru_cache(maxsize=32)
def _pair_of(language: str) -> tuple[str, ...]:
    """The marks that open and close a quotation in a language."""
    return tuple(mark.strip("\u202f") for _, mark in curved_marks('"a"', language))


def _turned(texts: Sequence[Text], pair: tuple[str, str]) -> Iterator[Remark]:
    for text in texts:
        for mark, right in (pair, pair[::-1]):
            for match in text.matches(_TURNED[mark], mark):
                if mark == "“" and _opened_low(text.text, match.start()):
                    shown = text.around(*match.span())
                    hint = "Type “ and ”, or give the article its language, as in language: de"
                    message = f"The marks „ “ are those of another language: {shown}"
                    yield text.remark("A243", message, match.start(), hint)
                    continue
                message = f"A quotation mark is turned the wrong way: {text.around(*match.span())}"
                yield text.remark("A243", message, match.start(), f"Type {right}.", (*match.span(), right))


def _opened_low(text: str, place: int) -> bool:
    """Whether „ opened what the mark there closes, as in German."""
    low = text.rfind("„", 0, place)
    return low >= 0 and not any(mark in text[low:place] for mark in "“”")


def _unclosed(texts: Sequence[Text], pair: tuple[str, str]) -> Iterator[Remark]:
    """A mark without its partner; a quotation of several paragraphs may open each of them, and close the last."""
    opener, closer = pair
    for number, text in enumerate(texts):
        if text.kind not in RUNNING and text.kind != "title":
            continue
        opened, lonely = _partners(text, pair)
        near = [other for other in texts[max(0, number - 1) : number + 2] if other.owner == text.owner]
        goes_on = any(
            other is not text and (other.text.startswith(opener) or any(_partners(other, pair))) for other in near
        )
        ends = (
            (opened, "opened and never closed", f"{closer} at its end"),
            (lonely, "closed and never opened", f"{opener} at its start"),
        )
        for places, what, missing in () if goes_on else ends:
            if places:
                shown = text.around(places[0], places[0] + 1)
                yield text.remark("A264", f"A quotation is {what}: {shown}", places[0], f"Type {missing}.")


def _partners(text: Text, pair: tuple[str, str]) -> tuple[list[int], list[int]]:
    """The marks that open and are not closed, and those that close what none opened; straight ones close, too."""
    opener, closer = pair
    if not any(mark in text.text for mark in pair):
        return [], []
    low = "„" if opener == "“" else ""
    turned = {match.start() for mark in pair for match in text.matches(_TURNED[mark], mark)}
    opened: list[int] = []
    lonely: list[int] = []
    for place, sign in enumerate(text.text):
        if sign not in (*pair, '"', low) or not text.loud(place):
            continue
        if sign == low or ((sign == opener) != (place in turned) and sign != '"'):
            opened.append(place)
        elif opened:
            opened.pop()
        elif sign == closer and not text.text[place - 1 : place].isdigit():  # ” for inches
            lonely.append(place)
    return opened, lonely
