"""Whether bytes are a whole PDF, told by its sign and its end alone; what is in between is for those who read it.

A PDF says what it is near its beginning; behind its last object stand a table of them all and the word ``startxref``
(ISO 32000-1, 7.5).
"""

from __future__ import annotations

SIGN, SIGN_WITHIN = b"%PDF-", 1024
LAST = b"endobj"


def has_sign(data: bytes) -> bool:
    """Whether a file says that it is a PDF, as leniently as viewers look."""
    return SIGN in data[:SIGN_WITHIN]


def lacks_objects(data: bytes) -> bool:
    """Whether no table of the file's objects follows on the last of them: what is missing cannot be mended."""
    last = data.rfind(LAST)
    return last >= 0 and b"xref" not in data[last:]


def what_is_wrong(data: bytes) -> str:
    """Why a file that cannot be read cannot, to stand behind its name: ``is empty``; nothing where it seems whole."""
    if not data:
        return "is empty"
    if not has_sign(data):
        return "is not a PDF"
    return "breaks off before its end" if b"startxref" not in data[max(data.rfind(LAST), 0) :] else ""
