"""Reads the texts of an issue as a proof-reader does: what was mistyped, and what no font can show.

Advice is given once for each place. Program code and addresses are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from typing import TYPE_CHECKING

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.issue.texts import Passage
from pipeline.language import in_one_script, mixed_script

if TYPE_CHECKING:
    from pipeline.font import Face
    from pipeline.layout import Layout

_BLANKS = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_TWO_BLANKS = ("  ", "\u00a0 ", " \u00a0", "\u00a0\u00a0")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_DOUBLED = re.compile(r"\b([^\W\d_]++)\s++(?i:\1)\b")
_NO_LETTERS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
# Languages in which a word said twice is grammar: Turkish yavaş yavaş, Indonesian anak anak.
_REDUPLICATING = frozenset(["az", "fa", "hi", "id", "kk", "ky", "ms", "ta", "th", "tk", "tr", "tt", "ug", "uz", "vi"])
# Words that stand twice by grammar: what he had had, nous nous levons.
_TWICE = {
    "en": frozenset({"had"}),
    "fr": frozenset({"nous", "vous"}),
    "de": frozenset({"das", "dem", "den", "der", "die", "sie"}),
}
# Words that never do. Others may be meant (that that, a long long way): they are told, and left.
_NEVER_TWICE = {
    "en": re.compile(
        "an?|and|are|as|at|be|but|by|for|from|his|in|into|its|my|of|or|our|than|the|their|to|was|were|with"
    ),
    "ru": re.compile("и|или|во?|на|со?|ко?|по|из|за|от|для|при|под|без|через|об?"),
    "de": re.compile("eine?|eine[mnr]|für|mit|oder|und|von|zu[mr]"),
    "fr": re.compile("aux?|avec|dans|de|des|du|et|l[ae]|les|ou|par|pour|sur|une?"),
}
NEAR = 8
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Misprint:
    """A finding, and the stretch of the text, ``first`` to before ``last``, for which ``instead`` may safely stand.

    ``instead`` is None where only a reader can tell.
    """

    finding: Finding
    first: int = 0
    last: int = 0
    instead: str | None = None


def misprints(passage: Passage) -> Iterator[Misprint]:
    """W242, A244, A245 and W246 of one text."""
    text = passage.text
    for word in () if text.isascii() else _WORD.finditer(text):
        odd = None if word[0].isascii() or passage.is_quiet(word.start()) else mixed_script(word[0])
        if odd:
            message = f"The word “{word[0]}” has a letter of another script: {odd.name}"
            finding = Finding(
                "W242", f"{message}.", passage.at(word.start() + odd.place), "Type the word again on one keyboard."
            )
            yield Misprint(finding, *word.span(), in_one_script(word[0]))
    for found in re.finditer(_LOST, text) if _LOST in text else ():
        hint = "Type it again from the original."
        yield Misprint(Finding("W246", "A character was lost here.", passage.at(found.start()), hint))
    for found in _loud(_DOUBLED, passage, text) if _may_double(text) else ():
        language = _primary(passage.language_at(found.start()))
        if _is_slip(found, language):
            message = f"“{found[1]}” stands twice in a row."
            finding = Finding("A245", message, passage.at(found.end() - len(found[1])), "Delete one.")
            never = _NEVER_TWICE.get(language)
            plain = found[0][len(found[1]) : -len(found[1])] == " " and never and never.fullmatch(found[1].lower())
            yield Misprint(finding, found.end(1), found.end(), "" if plain else None)
    if passage.style and any(blanks in text for blanks in _TWO_BLANKS):
        for found in _loud(_BLANKS, passage, text):
            message = f"{len(found[0])} blanks stand together: {_around(text, found)}"
            finding = Finding("A244", message, passage.at(found.start()), "Delete all but one.")
            yield Misprint(finding, *found.span(), "\u00a0" if "\u00a0" in found[0] else " ")


def _loud(pattern: re.Pattern[str], passage: Passage, text: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if not passage.is_quiet(match.start()))


def _may_double(text: str) -> bool:
    """False where no word stands twice in a row: told without a search, which takes longer."""
    if not text.isascii():
        return True
    words = text.lower().translate(_NO_LETTERS).split()
    return any(map(eq, words, words[1:]))


def _is_slip(found: re.Match[str], language: str) -> bool:
    """False for names such as Baden Baden, for initials, and where the language says words, or this one, twice."""
    first, second = found[1], found[0][-len(found[1]) :]
    both_capital = first[0].isupper() and second[0].isupper()
    return not both_capital and language not in _REDUPLICATING and first.lower() not in _TWICE.get(language, ())


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _around(text: str, found: re.Match[str]) -> str:
    """A few words about a place, so that the eye finds it."""
    first = text.rfind(" ", 0, max(0, found.start() - NEAR)) + 1
    last = text.find(" ", found.end() + NEAR)
    return text[first : last if last >= 0 else len(text)].replace("\n", " ").strip()


def uncovered(passages: Iterable[Passage], layout: Layout) -> Iterator[Finding]:
    """E321 for every place of a character that none of its style's families has."""
    known: dict[tuple[str, bool, bool], _Coverage] = {}
    for passage in passages:
        for piece in passage.pieces if passage.style else ():
            key = (passage.style, piece.strong, piece.emphasis)
            if key not in known:
                known[key] = _Coverage(_faces(layout, *key))
            yield from known[key].findings(piece.text, piece.at)


class _Coverage:
    """Which characters a role's faces have: asked once for each character, and for whole texts only if one lacks."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self.faces = faces
        self.plain: frozenset[str] = frozenset()
        self.seen: set[str] = set()

    def findings(self, text: str, at: Callable[[int], Span]) -> Iterator[Finding]:
        new = set(text) - self.seen - {"\n"}
        if not new or not self.faces:
            return
        doubtful = {c for c in new if not any(face.covers(c) for face in self.faces)}
        self.seen |= new - doubtful
        if not doubtful:
            return
        from pipeline import font  # noqa: PLC0415 - the layout has loaded it

        _, absent = font.split_by_coverage(text, self.faces)
        for offset, character in enumerate(text):
            if character in absent:
                yield font.uncovered(character, at(offset))


def _faces(layout: Layout, style: str, strong: bool, emphasis: bool) -> Sequence[Face]:  # noqa: FBT001 - a key
    try:
        return layout.faces(layout.style(style), strong=strong, emphasis=emphasis)
    except Fault:  # the layout's own fault; it was said when the layout was loaded
        return ()
