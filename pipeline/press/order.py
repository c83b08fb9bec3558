"""What is ordered of a press edition: the press that it is for, and the marks around its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline import limits
from pipeline.colour_management import PressProfile, ProfileError, offset_press
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.layout import Layout
from pipeline.picture import PictureFile
from pipeline.press.marks import MARKS, Mark
from pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Order:
    """``profile`` is a file that was named for this edition; the layout's, or coated offset, without."""

    profile: PictureFile | None = None
    marks: tuple[Mark, ...] = MARKS


def read_profile(project: Project, layout: Layout, order: Order) -> PressProfile:
    """The press with the layout's limit of ink; Fault E720, or E101 to E104 for a file that cannot be had."""
    return replace(_profile(project, layout, order), most_ink=layout.record.print.ink)


def _profile(project: Project, layout: Layout, order: Order) -> PressProfile:
    if order.profile:
        return _read(order.profile, None)
    given = layout.record.print
    if not given.profile:
        return offset_press()
    span = given.span("profile")
    return _read(project.file(given.profile, f"layouts/{layout.name}", span, limits.PROFILE_BYTES), span)


def _read(file: PictureFile, span: Span | None) -> PressProfile:
    try:
        return PressProfile.read(file.read_bytes())
    except ProfileError as error:
        message = f"{file.path} {error}."
        hint = "Ask the printer for the ICC profile of CMYK that the job is printed by."
        raise Fault(Finding("E720", message, span or Span(file.path), hint)) from error
