"""Copyfitting: how an article can be made up, how deep it then is, and what that costs.

An article's text is set once for each number of columns. From then on a **variant** (template, sizes and
crops of the photos, where they stand) is arithmetic on rows: on how many pages it runs, on which row it ends,
and what an art director would hold against it. ``paginate`` chooses one; only that one is laid. Nothing here
knows what stands on the page before or after.
"""

from pipeline.copyfit.again import Again, again
from pipeline.copyfit.copy import Copy
from pipeline.copyfit.level import levelled, lowered, stretched
from pipeline.copyfit.parts import JUMP, JumpLine, Part, parted, with_page
from pipeline.copyfit.sheets import fitted, laid, lay, loosened, onward, refined
from pipeline.copyfit.values import Fitted, Levelled, PhotoFit, Placed, Sheet, Variant

__all__ = [
    "JUMP",
    "Again",
    "Copy",
    "Fitted",
    "JumpLine",
    "Levelled",
    "Part",
    "PhotoFit",
    "Placed",
    "Sheet",
    "Variant",
    "again",
    "fitted",
    "laid",
    "lay",
    "levelled",
    "loosened",
    "lowered",
    "onward",
    "parted",
    "refined",
    "stretched",
    "with_page",
]
