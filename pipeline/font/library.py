"""The fonts that a project may use: families, their files, and the face that is nearest to what is asked for.

Scanning reads what files say of themselves (names, weight, axes, permission); a face is loaded when it is
asked for. Weights and styles are matched as in CSS Fonts Level 4, 5.2. A file that may not be used is kept with
the finding that says why, and refused when something asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import uharfbuzz as hb

from pipeline.diagnostic import Fault, Finding
from pipeline.font.coverage import Coverage
from pipeline.font.face import Face, features_of
from pipeline.font.fontfile import FontFile, read_font_file
from pipeline.font.licence import licence_of
from pipeline.project import FontFolder

REGULAR = 400


@dataclass(frozen=True, slots=True)
class Family:
    """A family of fonts with its files, lightest first, romans before italics."""

    name: str
    files: tuple[FontFile, ...]


class Library:
    """The families of a project by name. ``findings`` tells of every file that may not be used."""

    def __init__(self, files: Iterable[FontFile], findings: Iterable[Finding] = ()) -> None:
        by_family: dict[str, dict[tuple[object, ...], FontFile]] = {}
        for file in files:
            # The project's own folders come first, and their files stand for those of the same style that follow.
            by_family.setdefault(file.family, {}).setdefault((file.weight, file.italic, file.width, file.axes), file)
        self.families = tuple(
            Family(name, tuple(sorted(found.values(), key=lambda f: (f.italic, f.width, f.weight, f.path))))
            for name, found in sorted(by_family.items())
        )
        refused = (f.refusal for family in self.families for f in family.files)
        self.findings = (*findings, *(finding for finding in refused if finding))
        self._by_name = {family.name: family for family in self.families}
        self._faces: dict[tuple[str, tuple[tuple[str, float], ...]], Face] = {}

    @classmethod
    def scan(cls, folders: Iterable[FontFolder]) -> Library:
        """The library of the folders' font files; those of earlier folders go before those of later ones."""
        files: list[FontFile] = []
        findings: list[Finding] = []
        for folder in folders:
            licence = licence_of(folder.texts)
            for file in folder.files:
                try:
                    files.append(read_font_file(file, licence))
                except Fault as fault:
                    findings += fault.findings
        return cls(files, findings)

    def face(
        self,
        family: str,
        weight: int = REGULAR,
        italic: bool = False,  # noqa: FBT001, FBT002 - read as in "Vollkorn", 700, italic
        axes: Mapping[str, float] | None = None,
        instance: str | None = None,
    ) -> Face:
        """The face of ``family`` nearest to a weight and style; of a variable font, at ``axes`` or at a named instance.

        Fault E322 when the family is unknown, E323 to E325 when its file is refused, E326 for axes and instances
        that it does not have.
        """
        file = self._nearest(self._family(family), weight, italic=italic)
        if file.refusal:
            raise Fault(file.refusal)
        place = file.place(weight, italic=italic, axes=axes or {}, instance=instance)
        key = (file.path, place)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(file.read_bytes(), dict(place), file.style_at(place))
        return face

    def coverage(self, family: Family) -> Coverage:
        """The scripts, languages and features that every usable file of ``family`` has."""
        loaded = [hb.Face(hb.Blob(file.read_bytes())) for file in family.files if not file.refusal]
        if not loaded:
            return Coverage((), (), ())
        unicodes = frozenset.intersection(*(frozenset(face.unicodes) for face in loaded))
        return Coverage.of(unicodes, frozenset.intersection(*map(features_of, loaded)))

    def _family(self, name: str) -> Family:
        found = self._by_name.get(name)
        if found is not None:
            return found
        by_lower = {known.casefold(): known for known in self._by_name}
        near = get_close_matches(name.casefold(), by_lower, 1, 0.5)
        known = f"There are: {', '.join(self._by_name)}." if self._by_name else "There are no fonts at all."
        hint = f"Did you mean {by_lower[near[0]]}?" if near else known
        raise Fault(Finding("E322", f"There is no font family {name!r}.", hint=hint))

    def _nearest(self, family: Family, weight: int, *, italic: bool) -> FontFile:
        least = min(abs(file.width - 100) for file in family.files)
        of_width = [file for file in family.files if abs(file.width - 100) == least]
        of_style = [file for file in of_width if italic in file.styles] or of_width
        wanted = next(w for w in _weights_from(weight) if any(_has(file, w) for file in of_style))
        return next(file for file in of_style if _has(file, wanted))


def _has(file: FontFile, weight: int) -> bool:
    lightest, heaviest = file.weights
    return lightest <= weight <= heaviest


def _weights_from(weight: int) -> Iterator[int]:
    """All weights in the order in which CSS would take them for ``weight``."""
    lighter, heavier = range(weight - 1, 0, -1), range(weight + 1, 1001)
    yield weight
    if REGULAR <= weight <= REGULAR + 100:
        yield from range(weight + 1, REGULAR + 101)
        yield from lighter
        yield from range(REGULAR + 101, 1001)
    elif weight < REGULAR:
        yield from lighter
        yield from heavier
    else:
        yield from heavier
        yield from lighter
