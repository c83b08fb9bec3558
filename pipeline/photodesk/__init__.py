"""The photo desk: every picture of an issue with its size, place, credit and consent, as a list and as a sheet.

``photos_of`` puts the list together from the issue and, where pages could be made, from their makeup. ``photo_sheet``
makes a contact sheet of it as PDF. Nothing is judged here, and nothing written.
"""

from pipeline.photodesk.listing import photos_of
from pipeline.photodesk.sheet import photo_sheet
from pipeline.photodesk.values import ListedPhoto, Place

__all__ = ["ListedPhoto", "Place", "photo_sheet", "photos_of"]
