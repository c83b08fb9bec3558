"""The screen edition as a file: what its photos' numbers mean."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from pipeline.build import BuildOptions, build
from pipeline.colour_management import offset_profile
from tests.issue_desk import Desk

MANIFEST = """\
publication: {title: "The Quarterly"}
issue: 2023-Q2
layout: voice
cover: {photo: photos/cover.jpg, credit: "Photo: A. B.", alt: "A road."}
sections: [{month: 2023-04, articles: [articles/almaty.md]}]
"""


def meaning_of_the_cover(root: Path, profile: bytes | None) -> tuple[str, int, bytes]:
    """The colour space of the cover in a file whose photos pass through; it came in CMYK with this profile."""
    stream = BytesIO()
    Image.new("CMYK", (1680, 2376), (0, 200, 200, 40)).save(stream, "JPEG", icc_profile=profile)
    desk = Desk(root).manifest(MANIFEST).photo("photos/cover.jpg", stream.getvalue())
    desk.article("---\ntitle: Two days in Almaty\n---\nThe visit began with a lecture.\n")
    made = build(desk.project, "2023-q2", BuildOptions(photos="original"))
    assert made.document, [str(finding) for finding in made.report]
    with pikepdf.open(BytesIO(made.document.data)) as pdf:
        shown = pdf.pages[0].Resources.XObject.values()
        kind, meant = next(one.ColorSpace for one in shown if one.get("/Filter") == "/DCTDecode")
        return str(kind), int(meant.N), meant.read_bytes()


def test_ink_that_passes_through_means_coated_offset_unless_the_photo_says_what_it_means(tmp_path: Path) -> None:
    own = offset_profile()[:100] + b"\x01" + offset_profile()[101:]
    for name, profile, meant in (("a", None, offset_profile()), ("b", own, own)):
        assert meaning_of_the_cover(tmp_path / name, profile) == ("/ICCBased", 4, meant)
