"""Takes press releases in: saved web pages, Word files, e-mails, Markdown and plain text become articles of an issue.

``read_release``   what is in a source: headline, day, place, author, text, pictures, and all that was left out
``IntakeDesk``     what taking it in would write into an issue

Each kind of file has a reader that gives a ``Reading``; ``settle`` makes a ``Release`` of it; one writer makes Markdown
of that. Files alone are read, never the network, and only what the user named and what lies beside it. Refused are
files that were made to stop a program. The packages that read web pages and Word files are optional.
"""

from pipeline.importers.intake import IntakeDesk, Plan, Wishes, compared
from pipeline.importers.reading import ENDINGS, ceiling_of, read_release
from pipeline.importers.values import Dropped, Found, Release, Repair, Source

__all__ = [
    "ENDINGS",
    "Dropped",
    "Found",
    "IntakeDesk",
    "Plan",
    "Release",
    "Repair",
    "Source",
    "Wishes",
    "ceiling_of",
    "compared",
    "read_release",
]
