"""Spelling, by the hunspell dictionaries that are installed, with the issue's own words learned.

A dictionary is looked for by language; one for another country's English or Portuguese is not used. Names, titles'
words, words in italics and what the house's list knows are taken for right. Each unknown word is told once. What a
dictionary says of a word is kept, so that it is loaded for new words only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from pipeline.copydesk.desk import SPELLING_LIBRARY, languages_of
from pipeline.copydesk.values import Copy, Remark, Text
from pipeline.project import Dictionary, Project

ALGORITHM = 1
SHORTEST = 4
OFTEN = 4  # a word that is used so often is meant
_WORD = re.compile(r"(?<![\w@#./-])[^\W\d_]+(?:[-’'][^\W\d_]+)*(?![\w@/])")
_KINDS = frozenset(
    {"title", "standfirst", "kicker", "caption", "alt", "paragraph", "subhead", "item", "cell", "pull", "note"}
)


def spelling(copy: Copy, project: Project) -> Iterator[Remark]:
    """A277 for words that no dictionary has."""
    if find_spec(SPELLING_LIBRARY) is None:
        return
    texts = [text for text in copy.texts if text.kind in _KINDS]
    for language in languages_of(copy.issue):
        dictionary = project.dictionary(language)
        if dictionary:
            found = _doubtful([t for t in texts if t.passage.language == language], copy)
            unknown = _unknown(found, dictionary, project)
            for word, (text, place) in found.items():
                if word in unknown:
                    hint = (
                        f"Did you mean {unknown[word]}?"
                        if unknown[word]
                        else "Add it to known: of style.yaml, if it is right."
                    )
                    yield text.remark(
                        "A277", f"“{text.text[place : place + len(word)]}” is in no dictionary.", place, hint
                    )


def _doubtful(texts: list[Text], copy: Copy) -> dict[str, tuple[Text, int]]:
    """The words that a dictionary is asked for, each where it first stands, in small letters."""
    vocabulary = copy.vocabulary
    learned = {word.lower() for text in copy.texts if text.kind == "title" for word in _WORD.findall(text.text)}
    learned |= {part.lower() for word in vocabulary.upper for part in (word, *word.split("-"))}
    learned -= {word for word in learned if vocabulary.upper[word.capitalize()] and vocabulary.lower[word]}
    learned |= {word.lower() for word in copy.style.known}
    found: dict[str, tuple[Text, int]] = {}
    for text in texts:
        italics = any(piece.emphasis for piece in text.passage.pieces)
        for match in text.matches(_WORD):
            word = match[0]
            if len(word) < SHORTEST or not word.islower() or word in learned or vocabulary.lower[word] >= OFTEN:
                continue
            if not (italics and text.emphasised(match.start())):
                found.setdefault(word, (text, match.start()))
    return found


def _unknown(words: Iterable[str], dictionary: Dictionary, project: Project) -> dict[str, str]:
    """Those words that the dictionary does not have, each with what may be meant."""
    key = f"spelling/{ALGORITHM}/{dictionary.affixes.fingerprint()}/{dictionary.words.fingerprint()}"
    kept = project.cache.get(key)
    verdicts: dict[str, str | None] = json.loads(kept) if kept else {}
    new = [word for word in words if word not in verdicts]
    if new:
        from hunspell import Hunspell  # noqa: PLC0415 - an optional package

        asked = Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.words.place.parent))
        for word in new:
            plain = word.replace("’", "'")
            forms = (plain, plain.removesuffix("'s"), plain.replace("iz", "is"), plain.capitalize())
            parts = plain.split("-")
            if any(asked.spell(form) for form in forms) or (
                len(parts) > 1 and all(asked.spell(p) for p in parts if len(p) > 1)
            ):
                verdicts[word] = None
            else:
                verdicts[word] = next(iter(asked.suggest(plain)), "")
        project.cache.put(key, json.dumps(verdicts, ensure_ascii=False, sort_keys=True).encode())
    return {word: verdict for word in words if (verdict := verdicts[word]) is not None}
