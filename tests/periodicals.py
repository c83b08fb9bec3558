"""Whole issues made at random from a seed, of any size that a periodical has, for tests of page making.

From 5 to 60 articles of 40 to 1,500 words, each with no photo or up to six of any shape from a tower to a strip. Small
numbers are as likely as large ones in proportion: there are as many issues of 6 to 12 articles as of 24 to 48.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import exp, log
from random import Random

from tests.generated import Editor, Issue, Scribe, subhead

ARTICLES = (5, 60)
FEWEST = 4  # articles of a part
WORDS = (40, 1500)
PHOTOS = (0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6)
ASPECTS = (0.56, 0.67, 0.75, 0.8, 1.0, 1.25, 1.33, 1.5, 1.6, 1.78, 2.0, 2.4)
LONG_SIDE = 3600


def points(scribe: Scribe) -> str:
    """A list without lists in it."""
    return "\n".join("- " + scribe.labelled("•", 4, 16) for _ in range(scribe.random.randint(2, 5)))


def pull(scribe: Scribe) -> str:
    """A pull quote of one sentence, which may stand anywhere on the article's pages."""
    sentence = scribe.plain(6, 14)
    scribe.aside.append(sentence)
    return f"::: pull\n{sentence}\n:::"


def box(scribe: Scribe) -> str:
    """A box with a few lines of text, and perhaps a list."""
    title = scribe.plain(1, 5)
    scribe.said.append(title)
    parts = [f"::: box {title}", scribe.text(15, 45)]
    return "\n\n".join([*parts, points(scribe)] if scribe.random.random() < 0.4 else parts) + "\n:::"


def points_and_more(scribe: Scribe) -> str:
    """A list and a paragraph behind it, for two lists would be one."""
    return f"{points(scribe)}\n\n{scribe.text(8, 40)}"


def quotation(scribe: Scribe) -> str:
    """A quotation of a sentence or two."""
    return f"> {scribe.text(10, 40)}".replace("\\\n", "\\\n> ")


def paragraph(scribe: Scribe) -> str:
    """A paragraph of any usual length."""
    return scribe.text(9, 80)


BLOCKS = (*[paragraph] * 16, subhead, subhead, quotation, points_and_more, pull, box)
LONGEST_BLOCK = 200  # words


def periodical(seed: int) -> Issue:
    """The issue of that seed."""
    return _Desk(Random(seed)).issue()  # noqa: S311 - it makes test data


class _Desk(Editor):
    """Puts a whole issue together."""

    busy = 0.1

    def counts(self) -> Iterator[int]:
        """The articles of each part: one part for about eight of them, three at most, none of less than four."""
        count = self._between(*ARTICLES)
        parts = min(max(count // 8, 1), 3)
        ends = sorted(self.random.sample(range(FEWEST, count - FEWEST + 1, FEWEST), parts - 1)) if parts > 1 else []
        yield from (b - a for a, b in pairwise((0, *ends, count)))

    def photo_count(self) -> int:
        return self.random.choice(PHOTOS)

    def shape(self) -> str:
        aspect = self.random.choice(ASPECTS)
        width, height = min(LONG_SIDE, LONG_SIDE * aspect), min(LONG_SIDE, LONG_SIDE / aspect)
        return f"{round(width)}x{round(height)}"

    def title(self, scribe: Scribe) -> str:
        """One that no other article has."""
        self.count += 1
        return f"No {self.count} {scribe.plain(1, 9)}"

    def blocks(self, scribe: Scribe, *, plain: bool) -> list[str]:
        """Blocks that come to the article's number of words, the last of them a paragraph."""
        wanted = 200 if plain else self._between(*WORDS)
        last = min(wanted, self.random.randint(12, 40))
        blocks = []
        while (room := wanted - last - _words(scribe.said)) > 0:
            count = max(room - 1, 8) if room < 70 else 45
            blocks.append(self.random.choice(BLOCKS)(scribe) if room > LONGEST_BLOCK else scribe.text(count, count))
        blocks.append(scribe.text(last - 1, last - 1))
        return blocks

    def _between(self, least: int, most: int) -> int:
        """A number in between, each doubling as likely as the next."""
        return round(exp(self.random.uniform(log(least), log(most))))


def _words(said: list[str]) -> int:
    return sum(len(text.split()) for text in said)
