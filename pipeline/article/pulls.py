"""Pull quotes that may stand elsewhere: those that only say again what the text says.

A pull quote lifts words of its article. One that does may be left out of the text, or stand on another page of the
article, and no word is lost; one that says something of its own, or carries a footnote, must stay where it is.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.article.naming import PULLED
from pipeline.article.reading import Article, count_words, passages_of
from pipeline.article.values import Pull


def pulls_of(article: Article) -> tuple[Pull, ...]:
    """The pull quotes of an article, in order."""
    return tuple(block for block in article.blocks if isinstance(block, Pull))


def free_pulls(article: Article) -> tuple[int, ...]:
    """The numbers of the pull quotes that may stand beside the text: those without footnotes."""
    return tuple(number for number, pull in enumerate(pulls_of(article)) if not _noted(pull))


def liftable_pulls(article: Article) -> tuple[Pull, ...]:
    """The pull quotes of an article whose every passage stands in its text as well."""
    rest = [block for block in article.blocks if not isinstance(block, Pull)]
    text = "\n".join(_letters("".join(inline.text for inline in passage)) for passage in passages_of(rest))
    return tuple(block for block in article.blocks if isinstance(block, Pull) and _only_repeats(block, text))


def _only_repeats(pull: Pull, text: str) -> bool:
    passages = list(passages_of(pull.blocks))
    return not _noted(pull) and all(_letters("".join(i.text for i in passage)) in text for passage in passages)


def _noted(pull: Pull) -> bool:
    return any(inline.note for passage in passages_of(pull.blocks) for inline in passage)


def _letters(text: str) -> str:
    """What is compared of a text: quotation marks, stops and capitals may differ."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def without_pulls(article: Article, pulls: tuple[Pull, ...]) -> Article:
    """The article without these pull quotes."""
    blocks = tuple(block for block in article.blocks if not any(block is pull for pull in pulls))
    words = sum(count_words(passage) for passage in passages_of(pulls))
    return replace(article, blocks=blocks, words=article.words - words)


def with_pull_alone(article: Article, pull: Pull) -> Article:
    """An article that is nothing but that pull quote, under a name of its own."""
    return replace(article, path=f"{article.path}{PULLED}", photos=(), blocks=(pull,), notes=())
