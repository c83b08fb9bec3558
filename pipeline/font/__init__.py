"""Fonts: the families of a project, their faces, and the glyphs that texts become.

Files come from the project's gate alone. Collections (TTC), fonts without a licence text beside them and fonts
that may not be embedded are refused with a finding. Words are those of the OpenType specification and of CSS
Fonts Level 4, whose rules pick the nearest weight.
"""

from pipeline.font.coverage import Coverage, split_by_coverage, uncovered
from pipeline.font.face import NO_FEATURES, Embedding, Face, Features, FontProgram, Glyph, Run
from pipeline.font.fontfile import Axis, FontFile, Instance
from pipeline.font.library import Family, Library

__all__ = [
    "NO_FEATURES",
    "Axis",
    "Coverage",
    "Embedding",
    "Face",
    "Family",
    "Features",
    "FontFile",
    "FontProgram",
    "Glyph",
    "Instance",
    "Library",
    "Run",
    "split_by_coverage",
    "uncovered",
]
