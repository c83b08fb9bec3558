"""Names of a release's files: clean on every system and in an address, and each there once.

None is a name that ``digest build`` or ``digest impose`` writes in the same folder, so that a later build does not
change what was released.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

NOT_CLEAN = re.compile(r"[^\w]+|_+")
# Names that mean a device on Windows, whatever their ending.
DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
ARTICLES = "articles"


def screen_pdf(issue: str) -> str:
    """The PDF for screens."""
    return f"{issue}-screen.pdf"


def press_pdf(issue: str) -> str:
    """The PDF for a printer."""
    return f"{issue}-press-x4.pdf"


def booklet_pdf(issue: str) -> str:
    """The sheets."""
    return f"{issue}-booklet.pdf"


def cover_picture(issue: str, width: int) -> str:
    """The cover, so many pixels wide."""
    return f"{issue}-cover-{width}.jpg"


def preflight_report(pdf: str, ending: str) -> str:
    """What was proved of a PDF."""
    return f"{pdf.removesuffix('.pdf').removesuffix('-x4')}-preflight.{ending}"


def article_pdfs(paths: Iterable[str]) -> dict[str, str]:
    """For each article, by its path, that of its PDF; those whose files are called alike are counted."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        stem = normalize("NFC", path.rpartition("/")[2].removesuffix(".md")).lower()
        clean = NOT_CLEAN.sub("-", stem).strip("-") or "article"
        clean = f"{clean}-article" if DEVICES.fullmatch(clean) else clean
        name, number = clean, 1
        while name.casefold() in taken:
            number += 1
            name = f"{clean}-{number}"
        taken.add(name.casefold())
        names[path] = f"{ARTICLES}/{name}.pdf"
    return names
