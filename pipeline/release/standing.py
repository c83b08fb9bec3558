"""What stands already where a release is to go: the same one, an older one, files of others.

An older release is known by its record. Files that its record does not name belong to somebody else: they are
neither replaced nor removed. One of its own that was changed since may be replaced, and is never removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import limits
from pipeline.diagnostic import Finding, Report, Span
from pipeline.release.sources import FLATPLAN, Source
from pipeline.release.values import CHECKSUMS, RECORD, Filed

SHOWN = 3
KEEP_OR_REPLACE = "To put the new one in its place: --replace. To keep both: --out DIR"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the folder, seen from a new release.

    ``older`` tells whether a release of the issue is there; ``same``, whether it is this one. ``differing`` are its
    files that are others now; ``strange`` are files of others under names of the new one; ``stale`` are files of the
    older release that are no longer part of it, ``changed`` those of them that somebody changed.
    """

    older: bool
    differing: tuple[str, ...]
    strange: tuple[str, ...]
    stale: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether nothing needs to be done."""
        return self.older and not (self.differing or self.strange or self.stale)

    def findings(self, issue: str, *, replace: bool) -> Report:
        """E607 for an older release that is to stay, E608 for files of others, W609 for files that were changed."""
        found = []
        if self.strange:
            message = f"No release of {issue} wrote what stands here already: {_listed(self.strange)}."
            hint = "Move it away, or choose another folder: --out DIR"
            found.append(Finding("E608", message, Span(self.strange[0]), hint))
        if self.older and not replace and not self.same:
            message = f"{issue} was released here already, and not like this: {_listed(self.differing + self.stale)}."
            found.append(Finding("E607", message, Span(RECORD), KEEP_OR_REPLACE))
        for name in self.changed if replace else ():
            message = f"{name} is no longer part of the release, but was changed since; it is left where it is."
            found.append(Finding("W609", message, Span(name), "Delete it, if nobody needs it."))
        return Report.of(found)


def refused_at_once(folder: Path, issue: str, sources: Sequence[Source]) -> Report:
    """E607 where the release in the folder was made from other ``sources``, so that it cannot be the same.

    The flatplan, which a release may itself write, is not looked at.
    """
    older = _record(folder, issue)
    listed = older.get("sources")
    if not isinstance(listed, list):
        return Report()
    was = {one.get("path"): one.get("sha256") for one in listed if isinstance(one, dict)}
    now: dict[Any, str] = {source.path: source.sha256 for source in sources}
    paths = (path for path in {**now, **was} if isinstance(path, str) and not path.endswith(f"/{FLATPLAN}"))
    changed = [path for path in sorted(paths) if was.get(path) != now.get(path)]
    message = f"{issue} was released here already, from other sources: {_listed(changed)}."
    return Report.of([Finding("E607", message, Span(RECORD), KEEP_OR_REPLACE)] * bool(changed))


def standing(folder: Path, issue: str, files: Sequence[Filed]) -> Standing:
    """Looks into the folder."""
    older = older_files(folder, issue)
    new = {filed.path: filed.sha256 for filed in files}
    there = {name: _digest(folder, name) for name in new}
    unlike = [name for name, digest in there.items() if digest != new[name]]
    gone = [name for name in older if name not in new]
    stale = [name for name in gone if _digest(folder, name) == older[name]]
    strange = [name for name in unlike if name not in older and there[name] is not None]
    changed = [name for name in gone if name not in stale and _digest(folder, name) is not None]
    differing = [name for name in unlike if name in older]
    return Standing(bool(older), tuple(differing), tuple(strange), tuple(stale), tuple(changed))


def older_files(folder: Path, issue: str) -> dict[str, str]:
    """The files of the release of ``issue`` that stands in the folder, with their digests; nothing without one."""
    listed = _record(folder, issue).get("files")
    if not isinstance(listed, list):
        return {}
    return {one["path"]: one["sha256"] for one in listed if _is_file(one)} | {RECORD: "", CHECKSUMS: ""}


def _record(folder: Path, issue: str) -> dict[str, Any]:
    """The record of a release of ``issue`` in the folder; nothing where there is none."""
    place = folder / RECORD
    try:
        if not place.is_file() or place.stat().st_size > limits.PDF_BYTES:
            return {}
        record = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) and record.get("issue") == issue else {}


def _is_file(data: Any) -> bool:  # noqa: ANN401 - whatever stands in a file
    """Whether it is a file of a release: a path that leads nowhere else, and a digest."""
    if not isinstance(data, dict) or not isinstance(data.get("path"), str) or not isinstance(data.get("sha256"), str):
        return False
    return all(part == Path(part).name and part not in {"", ".", ".."} for part in data["path"].split("/"))


def _digest(folder: Path, name: str) -> str | None:
    """The digest of a file; None where there is none, something that is no plain file has an empty one."""
    place = folder / name
    if not place.exists() and not place.is_symlink():
        return None
    if place.is_symlink() or not place.is_file() or not place.resolve().is_relative_to(folder.resolve()):
        return ""
    with place.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
