"""Licences of fonts, known by the texts that lie beside them. What a README says is not a licence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.project import ProjectFile

OTHER = "other"

_NAME = re.compile(r"(ofl|ufl|licen[cs]e|copying|copyright|.*[-_. ]licen[cs]e)\b.*", re.IGNORECASE)
_MARKS = (
    ("OFL-1.1", r"SIL\s+OPEN\s+FONT\s+LICEN[CS]E"),
    ("Apache-2.0", r"Apache\s+License,?\s+Version\s+2\.0"),
    ("UFL-1.0", r"Ubuntu\s+Font\s+Licence"),
    ("Bitstream-Vera", r"Bitstream\s+Vera"),
    ("GUST-Font-License", r"GUST\s+Font\s+License"),
    ("CC0-1.0", r"CC0\s+1\.0|Creative\s+Commons\s+Zero"),
    ("GPL", r"GNU\s+General\s+Public\s+License"),
    ("MIT", r"Permission\s+is\s+hereby\s+granted,\s+free\s+of\s+charge"),
)


def licence_of(texts: Iterable[ProjectFile]) -> str:
    """The SPDX name of the first licence text among ``texts``, "other" for one that is not known, "" for none."""
    for text in texts:
        if _NAME.fullmatch(text.name):
            return recognised(text.read_bytes().decode("utf-8", "replace"))
    return ""


def recognised(text: str) -> str:
    """The SPDX name of a licence, by its wording; "other" when it has words that are not known; "" for no words."""
    if not text.strip():
        return ""
    return next((name for name, mark in _MARKS if re.search(mark, text, re.IGNORECASE)), OTHER)
