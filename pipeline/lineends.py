"""Line ends of files that are edited by lines: those of the file stay, whatever system it was written on."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from difflib import SequenceMatcher

ENDS = re.compile(r"(\r\n|\r|\n)")


def as_written(data: bytes, text: str) -> bytes:
    """``text`` as a file that has taken the place of ``data``: with its byte-order mark and its line ends.

    Lines that are in both end as they did, others as the first does. The text has plain line ends.
    """
    parts = ENDS.split(data.removeprefix(BOM_UTF8).decode())
    before, ends = parts[::2], parts[1::2]
    after = text.split("\n")
    kept = [ends[0] if ends else "\n"] * len(after)
    for old, new, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        known = ends[old : old + size]
        kept[new : new + len(known)] = known
    lines = [*(line + end for line, end in zip(after[:-1], kept, strict=False)), after[-1]]
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + "".join(lines).encode()
