"""The status of an issue: who owes what, how far every article is, and what it comes to in pages.

``status_of`` puts together what the manifest, the front matter, the checks and the flatplan say; it judges nothing
itself but what only the whole issue shows. ``status_page`` is the same as a page of HTML. Nothing is written here.
"""

from pipeline.status.html import status_page
from pipeline.status.reading import status_of
from pipeline.status.values import Line, Pages, Status
from pipeline.status.wording import fit_of, lacks_of, owed_of, pages_of, press_of, words_of

__all__ = [
    "Line",
    "Pages",
    "Status",
    "fit_of",
    "lacks_of",
    "owed_of",
    "pages_of",
    "press_of",
    "status_of",
    "status_page",
    "words_of",
]
