"""The record of a release, ``release.json``, and its checksums, ``SHA256SUMS``.

The record is one object: ``schema`` (the version of this form), ``issue``, ``publication``, ``date``, ``created`` (the
moment that the PDFs carry), ``program``, ``libraries`` (versions by name), ``marks``, ``sources`` and ``files`` (with
``path``, ``bytes`` and ``sha256``), ``findings`` (as ``--json`` has them), ``pages`` (what is on which). Of a file it
says its ``purpose``, its ``pages``, the standards that it was proved to be (``claims``), the article or the PDF that it
is ``of``, and the ``pixels`` of a picture. Keys may be added, never taken away; what changes their meaning counts
``schema`` up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

from pipeline import __version__
from pipeline.diagnostic import Report, as_data
from pipeline.issue import Issue
from pipeline.page import Makeup
from pipeline.press import Order
from pipeline.project import Project
from pipeline.release.pages import pages_as_data
from pipeline.release.sources import Source
from pipeline.release.values import Filed

SCHEMA = 1
PROGRAM = "digest-pipeline"
# Those that have a hand in the bytes or in the verdict on them.
LIBRARIES = (
    *("babel", "fonttools", "markdown-it-py", "mdit-py-plugins", "pikepdf", "pillow", "pydantic", "pyphen", "pypdf"),
    *("pypdfium2", "pyyaml", "reportlab", "uharfbuzz"),
)


def record_of(
    project: Project,
    issue: Issue,
    makeup: Makeup,
    order: Order,
    report: Report,
    sources: Sequence[Source],
    files: Sequence[Filed],
) -> bytes:
    """The bytes of ``release.json``; the same for the same."""
    manifest = issue.manifest
    return as_json(
        {
            "schema": SCHEMA,
            "issue": issue.name,
            "publication": {"title": manifest.publication.title, "subtitle": manifest.publication.subtitle},
            "date": manifest.date.isoformat(),
            "created": project.source_date(manifest.date).isoformat(),
            "program": {"name": PROGRAM, "version": __version__},
            "libraries": {name: version(name) for name in LIBRARIES},
            "marks": list(order.marks),
            "sources": [{"path": one.path, "bytes": one.size, "sha256": one.sha256} for one in sources],
            "files": [filed_as_data(one) for one in sorted(files, key=lambda filed: filed.path)],
            "findings": [as_data(finding) for finding in report],
            "pages": pages_as_data(issue, makeup),
        }
    )


def filed_as_data(filed: Filed) -> dict[str, Any]:
    """A file as the record and ``--json`` tell of it."""
    data: dict[str, Any] = {"path": filed.path, "purpose": filed.purpose, "bytes": filed.size, "sha256": filed.sha256}
    if filed.pages:
        data["pages"] = filed.pages
    if filed.claims:
        data["claims"] = list(filed.claims)
    if filed.of:
        data["of"] = filed.of
    if filed.pixels:
        data["pixels"] = list(filed.pixels)
    return data


def checksums_of(files: Iterable[Filed]) -> bytes:
    """The text that ``sha256sum -c`` reads, by path."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in sorted(files, key=lambda filed: filed.path)).encode()


def as_json(data: object) -> bytes:
    """A JSON document as it is written."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
