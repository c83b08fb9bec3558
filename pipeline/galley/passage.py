"""A passage: a paragraph that columns may part, and all that setting it again in another measure asks for."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article import Paragraph
from pipeline.galley.words import Mark, Part
from pipeline.layout import Style


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph that columns may part, and how it is to be set.

    ``marks`` are those of its footnotes; an ``ornament`` closes it; one that ``follows`` another has its first
    line indented; one that ``opens`` the article begins with an initial, if the layout and its text have one.
    A paragraph is known by identity, as is the passage: for one style it has always the same ones.
    """

    paragraph: Paragraph
    style: Style
    measure: float
    role: str
    block: str
    marks: tuple[Mark, ...] = ()
    ornament: tuple[Part, ...] = ()
    follows: bool = False
    opens: bool = False
