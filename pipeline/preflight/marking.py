"""Marked content while a page runs: which marks are open, what belongs to them, and what belongs to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.preflight.content import Contents, Corners, Mark, Owner, Place
from pipeline.preflight.opened import integer_of, text_of
from pipeline.preflight.showing import TextLine


@dataclass(slots=True)
class Open:
    """A marked-content sequence that is open."""

    tag: str
    mark: Mark | None = None
    artifact: bool = False
    actual: bool = False
    language: str = ""


class Marking:
    """The open marks of one page. What is run aside (``aside``) has the mark of what it is part of, or none."""

    def __init__(self, contents: Contents, page: int) -> None:
        self.contents, self.page = contents, page
        self.open: list[Open] = []
        self.mark: Mark | None = None  # the innermost that belongs to the structure
        self.artifact = False  # whether one is open
        self.language = ""  # what the property lists of open marks say; empty where the structure decides

    def note(self, where: str, what: str, corners: Corners | None = None) -> None:
        """Tells of something on this page, in one of the lists of ``Contents``."""
        getattr(self.contents, where).append(Place(what, self.page, corners))

    def aside(self, what: str) -> list[Open]:
        """Puts all open marks away for something that needs none; give them to ``put_back`` afterwards."""
        kept = self.open
        self.put_back([Open(what, artifact=True)])
        return kept

    def put_back(self, marks: list[Open]) -> None:
        """Makes these the open marks, from the outermost in."""
        self.open = marks
        self.mark = next((entry.mark for entry in reversed(marks) if entry.mark), None)
        self.artifact = any(entry.artifact for entry in marks)
        self.language = next((entry.language for entry in reversed(marks) if entry.language), "")

    def begin(self, tag: str, properties: Mapping[str, Any], owner: Owner, text: TextLine) -> None:
        """Opens a mark with the properties of its list."""
        entry = Open(tag, artifact=tag == "/Artifact")
        if entry.artifact and self.mark is not None:
            self.note("artifact_in_tagged", f"an artifact inside {self.mark.tag}")
        number = integer_of(properties.get("/MCID"))
        if number is not None:
            if self.artifact or entry.artifact:
                self.note("tagged_in_artifact", f"mark {number} ({tag})")
            entry.mark = self._mark(owner, number, tag)
        if (language := text_of(properties.get("/Lang"))) is not None:
            self.note("languages", language)
            entry.language = language
        self.put_back([*self.open, entry])
        actual = text_of(properties.get("/ActualText"))
        if actual is not None and not text.replaced:
            entry.actual = True
            text.replace_by(actual)

    def _mark(self, owner: Owner, number: int, tag: str) -> Mark:
        key = (owner, number)
        if key in self.contents.marks:
            self.contents.marks[key].times += 1
        else:
            self.contents.marks[key] = Mark(owner, number, tag, self.page)
        return self.contents.marks[key]

    def end(self, base: int, text: TextLine) -> None:
        """Closes the innermost mark, of which ``base`` were open when the stream began."""
        if len(self.open) <= base:
            self.note("unbalanced", "EMC without a beginning")
            return
        if self.open[-1].actual:
            run = text.replacement(self.language)
            if self.mark is not None:
                self.mark.runs.append(run)
        self.put_back(self.open[:-1])

    def content(self, what: str, corners: Corners | None = None) -> None:
        """Something is shown: it is tagged, an artifact, or neither."""
        if (mark := self.mark) is not None:
            mark.painted += 1
        elif not self.artifact:
            self.note("loose", what, corners)
