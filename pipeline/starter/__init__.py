"""What ``digest init`` and ``digest new`` write: a project's first files, and an issue that builds at once.

The files lie beside this one, as they will be written but for the words in $signs. The pictures are the sample
issue's, brought down in size. Nothing is written here.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from pipeline.manifest import Quarter
from pipeline.starter.calendar import planned_manifest

__all__ = ["Quarter", "issue_files", "planned_manifest", "project_files"]

ISSUE_NAME = "{0.year}-q{0.number}"
TEXT_ENDINGS = (".md", ".yaml", ".txt")
HIDDEN = {"gitignore.txt": ".gitignore"}


def project_files(name: str) -> dict[str, bytes]:
    """The files of a new project by path; ``name`` is the project's folder."""
    return _filled("project", {"title": title_from(name), "name": name})


def issue_files(quarter: Quarter, project: str) -> dict[str, bytes]:
    """The files of a new issue by path relative to its folder; ``project`` is the project's folder."""
    first, second, third = quarter.months
    words = {
        "title": title_from(project),
        "quarter": str(quarter),
        "issue": ISSUE_NAME.format(quarter),
        "date": quarter.day_after.isoformat(),
        "month1": f"{first:%Y-%m}",
        "month2": f"{second:%Y-%m}",
        "month3": f"{third:%Y-%m}",
    }
    return _filled("issue", words)


def title_from(name: str) -> str:
    """A periodical's title from a folder's name: ``my-newsletter`` becomes My Newsletter."""
    words = name.replace("_", " ").replace("-", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "My Newsletter"


def _filled(folder: str, words: dict[str, str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path, entry in _walk(files(__name__) / folder, ""):
        data = entry.read_bytes()
        if path.endswith(TEXT_ENDINGS):
            data = Template(data.decode()).substitute(words).encode()
        found[HIDDEN.get(path, path)] = data
    return found


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        path = f"{prefix}{entry.name}"
        found += _walk(entry, f"{path}/") if entry.is_dir() else [(path, entry)]
    return found
