"""Galleys: the type of a text set to a measure, in lines and units of whole rows, before there are pages.

Words are shaped and measured (``words``), broken into lines over the whole paragraph (``lines``), put on the grid
as units (``units``), block by block (``setter``, ``blocks``, ``parts``). Nothing here knows of pages.
"""

from pipeline.galley.blocks import Body, PhotoSlot
from pipeline.galley.parts import PhotoUnits, caption_unit, dateline, head, photo_units
from pipeline.galley.setter import Typesetter
from pipeline.galley.tongue import Tongue
from pipeline.galley.units import Galley, Unit, depth, merged, stacked

__all__ = [
    "Body",
    "Galley",
    "PhotoSlot",
    "PhotoUnits",
    "Tongue",
    "Typesetter",
    "Unit",
    "caption_unit",
    "dateline",
    "depth",
    "head",
    "merged",
    "photo_units",
    "stacked",
]
