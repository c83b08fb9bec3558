"""The last look at an import: what the source says is in the article or listed as left out, and there is no third way.

The source's lines are counted against what was made of them, letter by letter, so that it does not count where a reader
sets a blank or joins a word. A line of which letters are nowhere is listed, and a finding says so (W823); a reader that
passes something over can thus not do so unseen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostic import Finding
from pipeline.importers.runs import bare_of, words_in
from pipeline.importers.values import Dropped, Release, Source

_MARKER = re.compile(r"^[\s>]*(?:(?:\d{1,3}|[^\W\d_])[.)]\s|\((?:\d{1,3}|[^\W\d_])\)\s)+")
# What of Markdown no reader sees: where a link leads, what a place is called, how wide a column is.
_TARGET = re.compile(
    r"(?<=\])\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)|^\s*\[[^\]]+\]:\s.*$|<(?:https?|mailto):[^>]*>"
)
_TAG = re.compile(
    r"^\s*(?:`{3,}|~{3,}).*$|</?[a-zA-Z][^<>]*>|&#?\w+;|\[\^[^\]]*\]:?|(?<=\])\[[^\]]*\]|(?<=[\]>)])\{[^{}]*\}?"
)
_SIGN = re.compile(
    r"!\[\[[^\]|]*(?:\|[\dx]+(?=\]))?|\[!\w+\]|\[[ xX/-]\]|[\w-]+=\"[^\"]*\"|[\w-]+=[\w.%]+(?=[^{}]*\})|\{[#.][^{}]*\}"
)
_TOLD = 20


def reconciled(release: Release, source: Source) -> Release:
    """The release with what of its source is nowhere listed; as it is, where nothing is missing."""
    marked = source.name.lower().endswith((".md", ".markdown"))
    lines = [_shown(line, marked=marked) for line in release.raw]
    held = Counter(letter for line in lines for letter in bare_of(line))
    texts = list(_texts(release))
    missing = held - Counter(letter for text in texts for letter in bare_of(text))
    if not missing:
        return release
    made = "\n".join(map(bare_of, texts))
    lost = [line for line in dict.fromkeys(lines) if _lacks(line, made)]
    if not lost:
        return release
    words = " ".join(dict.fromkeys(word for line in lost for word in _words(line) if bare_of(word) not in made))
    message = f"Words of {source.name} were passed over: {' '.join((words or ' '.join(lost)).split()[:_TOLD])}"
    hint = "Look for them in the file, and add them to the article."
    listed = tuple(Dropped(line, "passed over by the reader of the file") for line in lost)
    finding = Finding("W823", message, source.span, hint)
    return replace(release, dropped=(*release.dropped, *listed), findings=(*release.findings, finding))


def _lacks(line: str, made: str) -> bool:
    """Whether a line is nowhere in what was made: neither whole, nor, where it was parted, piece by piece."""
    bare = bare_of(line)
    if not bare or bare in made:
        return False
    pieces = re.split(r"[.:;!?|,\t()\[\]{}=%\u2013\u2014-]+|\s{2,}", line)
    return any(bare_of(piece) not in made for piece in pieces)


def _shown(line: str, *, marked: bool) -> str:
    if marked:
        line = _SIGN.sub(" ", _TAG.sub(" ", _TARGET.sub(" ", line)))
    return _MARKER.sub("", line)


def _texts(release: Release) -> Iterator[str]:
    """Everything that was made of the source."""
    yield from (release.headline, release.standfirst, release.byline, release.place)
    yield from map(words_in, release.blocks)
    yield from (words_in(block) for note in release.notes for block in note.blocks)
    yield from (f"{found.caption} {found.credit} {found.alt}" for found in release.pictures)
    yield from (item.text for item in release.dropped)
    yield from (repair.before for repair in release.repairs if repair.before)


def _words(line: str) -> Iterable[str]:
    return re.findall(r"\w+", line)
