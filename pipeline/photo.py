"""The photo record: one photograph as a manifest or an article names it, with all that is said of it.

Where a record takes nothing but a file, a plain path may stand in its place (``portrait: photos/lee.jpg``).
Whether the file is there, and whether a photo without a description may be printed, is not judged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from pipeline.record import Flag, Record

FOCUS_WANTED = "two numbers from 0 to 1 are wanted, across and down, as in [0.5, 0.35]"


def _focus(value: object) -> object:
    """Two shares of width and height; anything else is a ValueError in an editor's words."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != 2:  # noqa: PLR2004 - a pair
        raise ValueError(FOCUS_WANTED)
    try:
        across, down = (float(part) for part in value)
    except (TypeError, ValueError):
        raise ValueError(FOCUS_WANTED) from None
    if not (0 <= across <= 1 and 0 <= down <= 1):
        raise ValueError(FOCUS_WANTED)
    return across, down


_FOCUS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "number", "minimum": 0, "maximum": 1},
    "minItems": 2,
    "maxItems": 2,
}
_PATH_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^[^/\\:\s][^\\:]*$", "examples": ["photos/almaty-1.jpg"]}

Focus = Annotated[
    tuple[float, float],
    BeforeValidator(_focus),
    WithJsonSchema(_FOCUS_SCHEMA),
    Field(description="What stays in view when the photo is cropped: share of its width, from the left, and height."),
]
FilePath = Annotated[str, WithJsonSchema(_PATH_SCHEMA)]


class Photo(Record):
    """A photograph: its file, what stands below it, what it shows, and how it may be cropped."""

    short_form: ClassVar[str] = "file"

    file: FilePath = Field(description="The picture, relative to the issue's folder: photos/almaty-1.jpg")
    caption: str = Field(default="", description="The line below the photo. *Italic* is not understood here.")
    credit: str = Field(default="", description="Whose photo it is, as printed: Photo: A. Akhmetova")
    alt: str = Field(default="", description="What the photo shows, for readers who cannot see it.")
    copyright: str = Field(default="", description="Who holds the rights; not printed.")
    consent: str = Field(
        default="",
        description="Who has agreed to be shown, or where that is kept; not printed.",
    )
    decorative: Flag = Field(default=False, description="true when the photo says nothing that needs words.")
    focus: Focus = (0.5, 0.5)
    size: str = Field(default="", description="One of the layout's photo sizes; the layout chooses when left out.")
