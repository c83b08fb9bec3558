"""The head of an e-mail that was saved as a page: the print view of a mail program.

Known by a line that says to whom it went and one that has an address of its own, above all prose. A page that tells of
an address, under its text or in a line of contacts, is none.
"""

from __future__ import annotations

import re
from itertools import islice

from pipeline.importers.boxes import Box, Leaf
from pipeline.importers.letter import HEAD, HEADER

_ADDRESS = re.compile(r"[<(\[]?[^\s<>()\[\]@]{1,64}@[^\s<>()\[\]@]{1,255}\.[^\W\d_]{2,}[>)\]]?\W*$")
_LOOKED_AT, _LINE_WORDS, _FEWEST = 24, 14, 2
_PROGRAM = re.compile(r"^[^:–—-]{2,30}? [–—-] (?=\S)")


def mark_head_of_mail(box: Box) -> list[Leaf]:
    """Marks the lines of the head of a printed e-mail, and gives them; none where the page is no e-mail.

    All above its last line is of the head: the subject too, which names the mail and not the release.
    """
    leaves = [leaf for leaf in islice(box.leaves(), _LOOKED_AT) if not leaf.why]
    end = next((n for n, leaf in enumerate(leaves) if leaf.is_prose and not _is_line(leaf)), len(leaves))
    lines = [n for n, leaf in enumerate(leaves[:end]) if _is_line(leaf)]
    headed = [n for n in lines if HEADER.match(leaves[n].text)]
    if len(lines) < _FEWEST or not any(_ADDRESS.search(leaves[n].text) for n in headed):
        return []
    head = leaves[: lines[-1] + 1]
    for leaf in head:
        leaf.why = HEAD
    return head


def subject_of(title: str) -> str:
    """The subject of a printed e-mail, without the name of the program before it: ``Gmail - Our text for May``."""
    return _PROGRAM.sub("", title)


def _is_line(leaf: Leaf) -> bool:
    """Whether a line is of a head: a field of it, or a name with an address."""
    return leaf.words <= _LINE_WORDS and (HEADER.match(leaf.text) or _ADDRESS.search(leaf.text)) is not None
