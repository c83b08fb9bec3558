"""Contrast of type with what it stands on: of every style of a layout, and of the type that stands on photos.

The measures are those of WCAG 2.1 (1.4.3): 4.5 to 1, and 3 to 1 for large type. A layout is judged by itself, before
anything is set in it (``low_contrasts``); how a photo lies below type is seen on the made-up page (``on_photos``).
"""

from pipeline.contrast.grounds import Ground, Use, styles_of, uses
from pipeline.contrast.pairs import given_at, low_contrasts, unsure_contrasts
from pipeline.contrast.photos import on_photos
from pipeline.diagnostic import Report
from pipeline.issue import Issue
from pipeline.page import Makeup
from pipeline.picture import Cache

__all__ = [
    "Ground",
    "Use",
    "findings_of",
    "given_at",
    "low_contrasts",
    "on_photos",
    "styles_of",
    "unsure_contrasts",
    "uses",
]


def findings_of(issue: Issue, makeup: Makeup, cache: Cache, *, photos: bool) -> Report:
    """What stands out too little in a publication; without ``photos`` none is opened, so not looked at either."""
    found = [*low_contrasts(issue.layout, "W411")] if issue.layout else []
    return Report.of([*found, *(on_photos(issue, makeup, cache) if photos else ())])
