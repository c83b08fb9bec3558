"""The screen PDF's last pass: supplied pages put in place, and the file written so that it opens fast.

Compressed object streams, linearized for viewing while it loads, PDF 1.7, an end of line before every
``endstream`` as PDF/A wants, and an identifier made from the contents: the same draft gives the same bytes. Changes
no dates and no metadata: those agree in the draft. Makes no claims of conformance.
"""

from __future__ import annotations

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
    out = BytesIO()
    with ExitStack() as sources, pikepdf.Pdf.open(BytesIO(draft)) as pdf:
        fill(pdf, placements, supplied, sources, archival=archival)
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
