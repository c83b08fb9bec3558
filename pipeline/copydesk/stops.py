"""Stops, and texts without an end: a stop within a sentence, a sentence without one, a text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.copydesk.tongue import tongue_of
from pipeline.copydesk.values import RUNNING, Copy, Remark, Text

_STOP_SMALL = r"(?<![\w.])([^\W\d_]{2,}(?:[-’'][^\W\d_]+)*)(\.) ([^\W\d_]+)"
_STOP_BEHIND_OTHERS = r"(?<![\w.])(?:(\d+)|\w{2,}[)”»])(\.) ([^\W\d_]+)"
_SMALL_BEHIND = re.compile(r"\. (?=[^\W\d_A-Z])")
_THE = re.compile(r" The (?:(?<=[^\W\d_A-ZА-ЯЁ]{2} The )|(?<=[^\W\d_A-ZА-ЯЁ]{2}, The ))")
_BEFORE = re.compile(r"(?<![\w.’-])[^\W\d_]+(?:[-’][^\W\d_]+)*$")
_THE_NAME = r"(?<![\w.])([^\W\d_A-ZА-ЯЁ]{2,})(,?) The ([^\W\d_a-zа-яё][^\W\d_]+)"
_ENDED = re.compile(r"[.!?…:;][”“’»\")\]]*\W*$|[”»]\s*$")
_BROKEN = re.compile(r"(?:[^\W\d_][-–—,]|\()\s*$")
_ALONE = re.compile(r"[^\W\d_]+$")
_STOPS = (".", "!", "?", "…", ":", ";")
_TAIL = 12  # letters at the end among which a stop is looked for
_OPENERS = {"(": ")", "[": "]"}
_LEAST_WORDS, _FEW_WORDS, _CUSTOM, _LEAST_TEXTS, _LONG_FIGURE = 6, 4, 0.8, 5, 3


def stops(copy: Copy) -> Iterator[Remark]:
    """A263 for stops within sentences and sentences run together; A264 for what breaks off; A275 for captions."""
    custom = {
        kind for kind in ("paragraph", "standfirst") if _ends_with_stops([t for t in copy.texts if t.kind == kind])
    }
    captions = [t for t in copy.texts if t.kind == "caption"]
    small = _SMALL_BEHIND.search(copy.running) is not None
    the_name = _THE.search(copy.running) is not None
    for text in copy.texts:
        if text.kind in RUNNING:
            if small and _SMALL_BEHIND.search(text.text):
                yield from _within(text, copy)
            yield from _lost_stop(text)
            yield from _unfinished_sentences(text)
            if the_name:
                yield from _lost_stop_before_name(text, copy)
        if text.kind in RUNNING or text.kind == "title":
            yield from _unfinished(text, custom=text.kind in custom)
            yield from _unclosed(text)
    yield from _captions(captions)
    for _, texts in copy.bodies():
        yield from _items([t for t in texts if t.kind == "item"])


def _within(text: Text, copy: Copy) -> Iterator[Remark]:
    tongue = text.tongue
    for match in text.matches(_STOP_SMALL):
        before, _, after = match.groups()
        if not after[0].islower() or any(letter.isupper() for letter in after[1:]):
            continue
        if before.lower() in tongue.abbreviations and before.lower() not in tongue.small:
            continue
        if before.islower() and len(before) < 4 and before not in tongue.small and copy.vocabulary.lower[before] < 2:
            continue
        yield _goes_on(text, match)
    for match in text.matches(_STOP_BEHIND_OTHERS):
        figure, _, after = match.groups()
        # In some languages a figure with a stop is an ordinal; of short ones it may be a number in a list.
        is_ordinal = figure and not (tongue.abbreviations and (len(figure) >= _LONG_FIGURE or after in tongue.joiners))
        if after.islower() and not is_ordinal:
            yield _goes_on(text, match)


def _goes_on(text: Text, match: re.Match[str]) -> Remark:
    message = f"A sentence goes on behind a full stop: {match[0]}"
    hint = f"Type a comma for the stop, or {match[3].capitalize()}."
    return text.remark("A263", message, match.start(2), hint)


@lru_cache(maxsize=32)
def _sentence_starts(language: str) -> re.Pattern[str] | None:
    """A blank, a word that begins sentences, a word in small letters: the stop between is lost."""
    tongue = tongue_of(language)
    if not tongue.starters:
        return None
    starters, joiners = "|".join(tongue.starters), "|".join(map(re.escape, sorted(tongue.joiners)))
    initials = "".join(sorted({"A", *(starter[0] for starter in tongue.starters)}))
    # A blank comes first, and then a letter that may follow it: so most blanks are passed over at once.
    begin = rf" (?=[{initials}])({starters}|(?<=, )A)"
    return re.compile(rf"{begin} (?!(?:{joiners})\b)(?=[^\W\d_A-ZА-ЯЁ]{{2,}})")


def _lost_stop(text: Text) -> Iterator[Remark]:
    pattern = _sentence_starts(text.passage.language)
    for match in pattern.finditer(text.text) if pattern else ():
        comma = "," if text.text.startswith(",", match.start() - 1) and match.start() else ""
        after = match[1]
        place = match.start() - len(comma)
        found = _BEFORE.search(text.text, max(0, place - 40), place)
        if not found or not text.loud(place) or text.emphasised(match.start(1)) or found[0] in text.tongue.starters:
            continue
        before = found[0]
        what = "A comma stands where a full stop belongs" if comma else "A full stop is lost"
        hint = f"Type {before}. {after}, or {before}{comma} {after.lower()}"
        yield text.remark("A263", f"{what}: {before}{comma} {after}", place, hint)


def _lost_stop_before_name(text: Text, copy: Copy) -> Iterator[Remark]:
    """“the visit The Council agreed”, where the issue has “the Council” elsewhere; The Hague is never so."""
    for match in text.matches(_THE_NAME, " The "):
        name = f"the {match[3]}"
        if copy.running.count(f" {name}") >= 2 and not text.emphasised(match.start(3)):
            what = "A comma stands where a full stop belongs" if match[2] else "A full stop is lost"
            hint = f"Type {match[1]}. The {match[3]}, or {match[1]}{match[2]} {name}"
            yield text.remark("A263", f"{what}: {match[0]}", match.end(1), hint)


def _ends_with_stops(texts: Sequence[Text]) -> bool:
    """Whether it is the custom of the issue that a paragraph ends with a stop."""
    long = [t for t in texts if t.text.count(" ") >= _LEAST_WORDS]
    ended = sum(_is_ended(t.text) for t in long)
    return len(long) >= _LEAST_TEXTS and ended >= _CUSTOM * len(long)


def _is_ended(content: str) -> bool:
    """Whether a text ends with a stop or a closing quotation mark."""
    return content.endswith(_STOPS) or _ENDED.search(content, max(0, len(content) - _TAIL)) is not None


def _unfinished(text: Text, *, custom: bool) -> Iterator[Remark]:
    content = text.text.rstrip()
    if not content or _is_ended(content):
        return
    last = _ALONE.search(content, max(0, content.rfind(" ")))
    hanging = last is not None and last[0] in text.tongue.open_ended and content.count(" ") >= 2
    cut = (
        _BROKEN.search(content, max(0, len(content) - _TAIL)) is not None
        and text.kind != "item"
        and content.count(" ") >= _LEAST_WORDS
    )
    bare = custom and content.count(" ") >= _FEW_WORDS
    if hanging or cut or bare:
        shown = " ".join(content.split()[-4:])
        message = (
            f"The text breaks off: … {shown}" if hanging or cut else f"The text ends without a full stop: … {shown}"
        )
        place = last.start() if last else len(content) - 1
        yield text.remark("A264", message, place, "Write its end, or a full stop.")


def _unfinished_sentences(text: Text) -> Iterator[Remark]:
    """Sentences that end with a stop, and with a word that none ends with."""
    pattern = _last_words(text.passage.language)
    for match in text.matches(pattern) if pattern else ():
        message = f"The sentence breaks off: {match[0]}"
        yield text.remark("A264", message, match.start(2), "Write its end.")


@lru_cache(maxsize=32)
def _last_words(language: str) -> re.Pattern[str] | None:
    never = "|".join(sorted(tongue_of(language).never_last))
    return re.compile(rf"([^\W\d_A-ZА-ЯЁ]{{2,}}) ({never})[.!?](?=\s|$)") if never else None


def _unclosed(text: Text) -> Iterator[Remark]:
    content = text.text
    for opener, closer in _OPENERS.items():
        if opener not in content or content.count(opener) <= content.count(closer):
            continue
        places: list[int] = []
        for offset, sign in enumerate(content):
            if sign == opener and text.loud(offset):
                places.append(offset)
            elif sign == closer and places:
                places.pop()
        if places:
            message = f"A bracket is opened and never closed: {text.around(places[-1], places[-1] + 1)}"
            yield text.remark("A264", message, places[-1], f"Type {closer} where it ends.")


def _captions(captions: Sequence[Text]) -> Iterator[Remark]:
    ended = [_is_ended(t.text) for t in captions]
    if sum(ended) < max(3, _CUSTOM * (len(captions) - 1)):
        return
    for text, is_ended in zip(captions, ended, strict=True):
        content = text.text.rstrip()
        hanging = content.rpartition(" ")[2] in text.tongue.open_ended
        if not is_ended and content and not hanging:
            end = len(content)
            fix = (end - 1, end, f"{content[-1]}.") if content[-1].isalnum() or content[-1] in ")%" else None
            message = (
                f"This caption ends without a full stop, and the others with one: {' '.join(content.split()[-4:])}"
            )
            yield text.remark("A275", message, end - 1, "Add a full stop.", fix)


def _items(items: Sequence[Text]) -> Iterator[Remark]:
    """An item without a sign at its end in a list where every other has one."""
    groups: dict[int, list[Text]] = {}
    for item in items:
        groups.setdefault(item.group, []).append(item)
    for group in groups.values():
        bare = [t for t in group if not re.search(r"[.,;:!?…][”»)]*\s*$", t.text)]
        if len(group) >= 3 and len(bare) == 1:
            content = bare[0].text.rstrip()
            message = f"This item ends without a stop, and the others with one: {' '.join(content.split()[-4:])}"
            yield bare[0].remark("A264", message, len(content) - 1, "Write its end, or the stop that the others have.")
