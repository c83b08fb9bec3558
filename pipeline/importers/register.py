"""What an issue remembers of its imports, so that nothing is imported twice: ``intake/imported.yaml``.

Written by the program and meant to be read by people; a line that was deleted is an import that is forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pipeline import yamlfile
from pipeline.diagnostic import Fault
from pipeline.project import Project
from pipeline.record import Record, read_record
from pipeline.yamlfile import quoted

FOLDER = "intake"
NAME = "imported.yaml"
_HEADER = "# What digest import has taken in, so that nothing is taken in twice.\n"


class Entry(Record):
    """One import: the source as it lies in ``intake/``, and the article as it was written."""

    source: str
    given: str
    """The source's name as the user gave it."""
    sha256: str
    article: str
    written: str
    """The hash of the article's text: another one means that an editor has changed it."""
    photos: tuple[str, ...] = ()


class Register(Record):
    """All imports of an issue."""

    imported: tuple[Entry, ...] = ()


def hash_of(data: bytes | str) -> str:
    """What tells contents apart."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def read_register(project: Project, folder: str) -> tuple[Entry, ...]:
    """The imports of the issue in ``folder``; Fault E105, E111 to E123."""
    if NAME not in project.listing(f"{folder}/{FOLDER}", ".yaml"):
        return ()
    file = project.file(f"{FOLDER}/{NAME}", folder)
    node = yamlfile.parse(file.read_text(), file.path)
    if isinstance(node, yamlfile.Scalar) and node.text is None:
        return ()
    register, findings = read_record(Register, node, "The register of imports")
    if register is None or findings:
        raise Fault(*findings)
    return register.imported


def written_register(entries: Iterable[Entry]) -> str:
    """The register's text; the same imports always give the same."""
    lines = []
    for entry in entries:
        lines += [
            f"  - source: {quoted(entry.source)}",
            f"    given: {quoted(entry.given)}",
            f"    sha256: {quoted(entry.sha256)}",
            f"    article: {quoted(entry.article)}",
            f"    written: {quoted(entry.written)}",
            f"    photos: [{', '.join(map(quoted, entry.photos))}]",
        ]
    return _HEADER + "imported:" + ("\n" + "\n".join(lines) if lines else " []") + "\n"
