"""Compressed streams.

The filter is a name and not, as ReportLab writes it, a list of one name: the finishing pass would take a list for
something to be done again, and decode and compress every stream, twice. Words come from ISO 32000-1, 7.3.8.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from types import MappingProxyType

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

NOTHING: Mapping[str, object] = MappingProxyType({})


def compressed(content: bytes, about: Mapping[str, object] = NOTHING) -> PDFStream:
    """A stream of ``content``, compressed, whose dictionary also holds the entries ``about``."""
    return PDFStream(PDFDictionary({**about, "Filter": PDFName("FlateDecode")}), content=zlib.compress(content))
