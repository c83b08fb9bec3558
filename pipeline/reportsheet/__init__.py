"""The report sheet: one A4 page that says what a preflight found, for a printer to read and to file.

The verdict in words, the file's facts, what is wrong with its place and source, and pages with each place marked. It is
made of a verdict that was reached before, judges nothing itself, and is always one page: what has no room is counted.
The sheet is tagged as PDF/UA-1 and PDF/A-2a. Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from types import MappingProxyType

from pipeline.diagnostic import Span
from pipeline.paint import paint
from pipeline.pdf import Metadata
from pipeline.preflight import Profile, Result, Verdict, built_in_profile
from pipeline.raster import Undrawable, opened
from pipeline.reportsheet.facts import told_of
from pipeline.reportsheet.lettering import UNKNOWN
from pipeline.reportsheet.sheet import Sheet
from pipeline.screen import finish

__all__ = ["report_sheet"]

NO_SOURCES: Mapping[Result, Span] = MappingProxyType({})
STATED = re.compile(rb"<xmp:(?:ModifyDate|CreateDate)>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)<")
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
LANGUAGE = "en"


def report_sheet(
    name: str,
    data: bytes,
    verdict: Verdict,
    *,
    profile: Profile | None = None,
    sources: Mapping[Result, Span] = NO_SOURCES,
    command: str = "",
    advance: Callable[[int, int], object] = lambda _done, _total: None,
) -> bytes:
    """The sheet of the PDF in ``data``, called ``name``, on which ``preflight`` came to ``verdict``.

    ``profile`` is the one that was judged by (without it, that of a press where one was asked); ``sources`` are the
    lines that results come from (``pipeline.pagemap``); ``command`` is what to type to be told all;
    ``advance`` is called with the pages that were drawn small and their number. The same arguments give the same bytes:
    the sheet is dated as the file that it is of.
    """
    name = "".join(letter if letter.isprintable() else UNKNOWN for letter in name)
    limits = (profile or built_in_profile("press")) if "press" in verdict.standards else None
    told = told_of(name, data, verdict, limits, sources, command or f"digest preflight {name}")
    with ExitStack() as stack:
        try:
            pages = stack.enter_context(opened(data))
        except Undrawable:
            pages = None
        sheet = Sheet(told, data, pages, "bleed" if limits else "trim", advance)
        makeup, structure = sheet.laid()
    metadata = Metadata(f"Preflight report: {name}", LANGUAGE, _dated(data))
    draft = paint(makeup, sheet.renditions, metadata, structure)
    return finish(draft.data, archival=True)


def _dated(data: bytes) -> datetime:
    """When the file says that it was changed last."""
    stated = [datetime.fromisoformat((m[1] + m[2]).decode()) for m in STATED.finditer(data) if _is_moment(m)]
    return max(stated, default=UNDATED)


def _is_moment(match: re.Match[bytes]) -> bool:
    try:
        datetime.fromisoformat((match[1] + match[2]).decode())
    except ValueError:
        return False
    return True
