"""Galleys: the type of a text set to a measure, in lines and units of whole rows, before there are pages.

Words are shaped and measured (``words``), broken into lines over the whole paragraph (``lines``), put on the grid
as units (``units``), block by block (``setter``, ``blocks``, ``parts``). Nothing here knows of pages.
"""

from pipeline.galley.blocks import Body, PhotoSlot, pull_units, relined
from pipeline.galley.notes import renoted
from pipeline.galley.parts import PhotoUnits, PullUnits, caption_unit, dateline, head, photo_units
from pipeline.galley.passage import Passage
from pipeline.galley.runaround import Row, Runaround, run_round
from pipeline.galley.setter import Typesetter
from pipeline.galley.tongue import Tongue
from pipeline.galley.units import Galley, Unit, depth, merged, stacked

__all__ = [
    "Body",
    "Galley",
    "Passage",
    "PhotoSlot",
    "PhotoUnits",
    "PullUnits",
    "Row",
    "Runaround",
    "Tongue",
    "Typesetter",
    "Unit",
    "caption_unit",
    "dateline",
    "depth",
    "head",
    "merged",
    "photo_units",
    "pull_units",
    "relined",
    "renoted",
    "run_round",
    "stacked",
]
