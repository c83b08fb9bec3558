"""The profile of offset on coated paper: what is meant by the CMYK of those who do not say what they mean.

FOGRA39L of the free collection ``colorprofiles``; its licence lies beside it.
"""

from __future__ import annotations

from functools import cache

from pipeline.project import Project, built_in_folder

FOLDER, FILE = "pipeline/colour_management/profiles", "FOGRA39L_coated.icc"


@cache
def offset_profile() -> bytes:
    """The profile's bytes (ICC version 2, CMYK to Lab and back)."""
    return Project(built_in_folder(FOLDER)).file(FILE).read_bytes()
