"""The copy desk: reads an issue as a sub-editor does, for damage and for what is not written in one way throughout.

``lint`` gives remarks: findings, each with the correction that is safe to make, where one is. ``corrected`` makes the
corrections in the text of a file; ``why_not_spelled`` says what spelling still needs. Everything that hangs on a
language is a table (``tongue``, ``wordlists``); what the house writes in one way only is its word list
(``housestyle``).

Precision comes first: a rule speaks where an editor would, and is silent where two readings are possible. It refuses
to correct what a reader must decide; and to change anything but the letters that it names.
"""

from pipeline.copydesk.correct import corrected
from pipeline.copydesk.desk import lint, why_not_spelled
from pipeline.copydesk.values import Correction, Remark

__all__ = ["Correction", "Remark", "corrected", "lint", "why_not_spelled"]
