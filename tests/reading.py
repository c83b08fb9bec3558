"""Reading a finished PDF as a person does who copies its text: page by page, lines joined, divided words made whole.

Texts are compared without regard to what typesetting may change: quotation marks, dashes and hyphens, ties, capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

DIVIDED = re.compile("[\u00ad\u0002\ufffe\uffff][\r\n]*")
_HYPHENS = dict.fromkeys(map(ord, "-‐‑‒–—\u00ad"), "")
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»\"'‘’‚‛‹›`′″"), "'")
_OTHERS: dict[int, str] = {ord("ı"): "i", 0x307: "", ord("…"): "..."}
_SAME = {**_HYPHENS, **_QUOTES, **_OTHERS}
START = 14  # letters by which the rest of a passage is found again behind what interrupts it


def plain(text: str) -> str:
    """What is compared of a text: its letters, words a blank apart."""
    text = unicodedata.normalize("NFKC", text)
    text = unicodedata.normalize("NFKD", text.translate(_SAME).casefold()).translate(_SAME)
    return " ".join(unicodedata.normalize("NFC", text).split())


def letters(text: str) -> str:
    """The same without blanks."""
    return plain(text).replace(" ", "")


@dataclass(frozen=True)
class Paper:
    """The text of a finished PDF: that of each page, and where each outline entry leads (title, page from 0)."""

    pages: tuple[str, ...]
    outline: tuple[tuple[int, str, int], ...]

    @classmethod
    def of(cls, data: bytes) -> Paper:
        """Reads the PDF in ``data``."""
        document = pdfium.PdfDocument(data)
        try:
            pages = []
            for page in document:
                text = page.get_textpage()
                pages.append(DIVIDED.sub("", text.get_text_range()).replace("\r\n", "\n"))
                text.close()
                page.close()
            toc = []
            for mark in document.get_toc():
                dest = mark.get_dest()
                toc.append((mark.level, mark.get_title(), dest.get_index() if dest else -1))
        finally:
            document.close()
        return cls(tuple(pages), tuple(toc))

    def text(self, first: int, last: int) -> str:
        """The text of the pages from ``first`` to ``last``, counted from 0."""
        return plain("\n".join(self.pages[first : last + 1]))


class Finger:
    """A finger that follows passages through a text. ``place`` is where it points; ``gone`` what it passed over."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.breaks = 0

    def follow(self, passage: str) -> str:
        """Follows a passage to its end; gives back the rest that was not found, or nothing.

        Lines of something else may stand in its midst (a photo's caption, a page's foot), and an address may have
        a blank where a line ended.
        """
        rest = plain(passage)
        while rest:
            head = rest[:START]
            at = self._find(head)
            if at < 0:
                return rest
            self.breaks += at > self.place + 1
            self.place = at
            taken = self._along(rest)
            rest = rest[taken:].lstrip()
        return ""

    def _find(self, head: str) -> int:
        """Where ``head`` stands next, blanks left aside that a line's end put into an address."""
        pattern = r"\s?".join(re.escape(c) for c in head.replace(" ", ""))
        found = re.compile(pattern).search(self.text, self.place)
        return found.start() if found else -1

    def _along(self, rest: str) -> int:
        """How many letters of ``rest`` the text has from here on; the finger goes with them."""
        index = 0
        while index < len(rest) and self.place < len(self.text):
            if rest[index] == self.text[self.place]:
                index += 1
                self.place += 1
            elif self.text[self.place] == " " and _address(rest, index):
                self.place += 1
            elif rest[index] == " " and self.text[self.place - 1] == " ":
                index += 1
            else:
                break
        return index


def _address(text: str, index: int) -> bool:
    """Whether the word at ``index`` is an address, or too long for a line."""
    start, end = text.rfind(" ", 0, index) + 1, text.find(" ", index)
    word = text[start : end if end >= 0 else len(text)]
    return any(mark in word for mark in "/@.") or len(word) > 24


def missing(text: str, passages: Sequence[str]) -> list[str]:
    """Those of the passages that do not follow one another in the text, in this order."""
    finger = Finger(plain(text))
    return [passage for passage in passages if finger.follow(passage)]


def count(texts: Iterator[str] | Sequence[str]) -> Counter[str]:
    """How often each letter and mark occurs in all of the texts together."""
    return Counter("".join(letters(text) for text in texts))
