"""The press edition: made-up pages prepared for a printer, marks around them, and the file's last pass.

``prepared`` gives the pages as a press prints them; ``findings_of`` says what a printer would object to in them;
``sheet_for`` is what they are painted on, and ``finish`` makes a PDF/X-4 file (ISO 15930-7) of the painted draft.
Refuses supplied pages whose colours are those of a screen, and profiles that describe no press.
"""

from pipeline.press.finishing import finish
from pipeline.press.marks import MARKS, Mark, Slug, room_for
from pipeline.press.notices import findings_of
from pipeline.press.order import Order, read_profile
from pipeline.press.prepare import prepared
from pipeline.press.sheet import sheet_for

__all__ = [
    "MARKS",
    "Mark",
    "Order",
    "Slug",
    "findings_of",
    "finish",
    "prepared",
    "read_profile",
    "room_for",
    "sheet_for",
]
