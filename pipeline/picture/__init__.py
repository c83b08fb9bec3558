"""Pictures: what they are, which part is seen, and the bytes that go into a publication.

``probe`` reads headers alone; ``crop_to`` and ``effective_ppi`` are arithmetic; ``rendition`` makes bytes.
Only ``decode`` opens an original, and loads Pillow for it; ``thumbnails`` draws whole pages small. Refuses formats
other than JPEG, PNG, TIFF and WebP, animations, and more pixels than the program's ceiling. Nothing here opens a
file: files come from ``project``.
"""

from pipeline.picture.crop import WHOLE, Crop, crop_to, effective_ppi
from pipeline.picture.embedded import Embedded, embedded
from pipeline.picture.likeness import Likeness, likenesses
from pipeline.picture.outline import Outline, outline_of
from pipeline.picture.probe import Picture, PictureFile, probe
from pipeline.picture.rendition import Cache, Delivery, Developing, Job, Originals, Rendition, rendition, renditions
from pipeline.picture.resolution import too_coarse
from pipeline.picture.shades import shades
from pipeline.picture.thumbnails import Leaf, Patch, sheet_of

__all__ = [
    "WHOLE",
    "Cache",
    "Crop",
    "Delivery",
    "Developing",
    "Embedded",
    "Job",
    "Leaf",
    "Likeness",
    "Originals",
    "Outline",
    "Patch",
    "Picture",
    "PictureFile",
    "Rendition",
    "crop_to",
    "effective_ppi",
    "embedded",
    "likenesses",
    "outline_of",
    "probe",
    "rendition",
    "renditions",
    "shades",
    "sheet_of",
    "too_coarse",
]
