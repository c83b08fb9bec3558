"""The screen PDF's last pass: supplied pages put in place, and the file written so that it opens fast.

Compressed object streams, linearized for viewing while it loads, PDF 1.7, an end of line before every
``endstream`` as PDF/A wants, and an identifier made from the contents: the same draft gives the same bytes. Changes
no dates and no metadata: those agree in the draft. Makes no claims of conformance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import pikepdf

from pipeline.supplied.place import fill

if TYPE_CHECKING:
    from pipeline.pdf.images import Placement

VERSION = "1.7"
# What the first object of a linearized file says of where its hints are; how their stream begins.
HINTS = re.compile(rb"/Linearized 1 [^>]*?/H \[ (\d+) (\d+) \]")
STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\n")
TRIES = 8
NOTHING: Mapping[str, bytes] = MappingProxyType({})


def finish(
    draft: bytes,
    placements: Sequence[Placement] = (),
    supplied: Mapping[str, bytes] = NOTHING,
    *,
    linearize: bool = True,
    archival: bool = False,
) -> bytes:
    """The finished file. ``supplied`` holds supplied PDFs by the ``source`` of their placements; Fault E606.

    In an ``archival`` file the supplied pages are mended so that they do not break what the draft claims.
    """
    with ExitStack() as sources, pikepdf.Pdf.open(BytesIO(draft)) as pdf:
        fill(pdf, placements, supplied, sources, archival=archival)
        data = _saved(pdf, linearize=linearize)
    for _ in range(TRIES):
        if _hints_end_well(data):
            break
        # Other lengths make other hints: a blank, which paints nothing, is enough. Nothing can be saved twice.
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            pdf.pages[0].contents_add(b" ")
            data = _saved(pdf, linearize=linearize)
    return data


def _saved(pdf: pikepdf.Pdf, *, linearize: bool) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        min_version=VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        linearize=linearize,
        deterministic_id=True,
        preserve_pdfa=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _hints_end_well(data: bytes) -> bool:
    """Whether an end of line follows the hints of a linearized file, as it must (ISO 19005-2, 6.1.7.1).

    When their last byte looks like one, the writer takes it for that: one file in 256.
    """
    place = HINTS.search(data)
    if not place:
        return True
    start, length = int(place[1]), int(place[2])
    stated = STREAM.search(data, start, start + length)
    return not stated or data.startswith(b"\nendstream", stated.end() + int(stated[1]))
