"""A supplied page by itself, as large as it will stand, for those who judge it.

Only its size is another: nothing that is painted is touched. Words are those of ISO 32000-1, 7.7.3 and 14.11.2.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from pipeline.supplied.probe import Edges, SuppliedPage

OTHERS = ("/CropBox", "/ArtBox", "/UserUnit", "/Annots", "/AA")


def page_alone(data: bytes, page: SuppliedPage, scale: float, bleed: float = 0.0) -> bytes:
    """A PDF of one page of the file in ``data``: its trim ``scale`` times as large as it is, in points.

    Of its own bleed there is as much as ``bleed``, in points. pikepdf's errors for a file that cannot be read.
    """
    factor = scale * page.unit
    reach = bleed / factor
    wide = Edges(page.trim.left - reach, page.trim.bottom - reach, page.trim.right + reach, page.trim.top + reach)
    boxes = {"/MediaBox": page.media, "/TrimBox": page.trim, "/BleedBox": wide.within(page.bleed)}
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(data)) as source, pikepdf.new() as pdf:
        pdf.pages.append(source.pages[page.page - 1])
        alone = pdf.pages[0]
        for key in OTHERS:
            if key in alone.obj:
                del alone.obj[key]
        for key, edges in boxes.items():
            alone.obj[key] = pikepdf.Array([round(factor * edge, 4) for edge in edges])
        alone.contents_add(f"q {factor:.8f} 0 0 {factor:.8f} 0 0 cm".encode("ascii"), prepend=True)
        alone.contents_add(b"Q")
        # What is thrown away at once is not worth being compressed.
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
