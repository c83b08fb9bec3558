"""The rules of the house as data, and the syntax trees that they are proved from.

The table of levels and single importers is the design's; a module that is not in it has no place yet, which
is a failure that says so. An exception is a line here with its reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Imports go from a row to rows above it only; inside a noun (a module, or a folder of that name) they are free.
ROWS: tuple[tuple[str, ...], ...] = (
    ("diagnostic", "measure", "limits"),
    ("project",),
    ("yamlfile", "lineends", "colour", "colour_management"),
    ("font", "picture", "language", "raster", "unpacking", "wholeness"),
    ("supplied",),
    ("record",),
    ("photo", "housestyle"),
    ("manifest",),
    ("article", "layout"),
    ("issue",),
    ("copydesk",),
    ("page", "linebreak"),
    ("galley",),
    ("copyfit",),
    ("flatplan",),
    ("schema",),
    ("paginate",),
    ("contrast",),
    ("structure",),
    ("pdf",),
    ("owners",),
    ("paint",),
    # The part of `supplied` that works on finished bytes; the rest of it looks at files before anything is set.
    ("supplied.place",),
    ("screen", "press", "imposition", "preflight"),
    ("pagemap", "reportsheet"),
    ("publication",),
    ("artwork",),
    ("edition", "readback", "overview", "status", "photodesk"),
    ("build",),
    ("release", "starter", "preview", "importers", "proof"),
    ("cli",),
    ("__main__",),
)

# The nouns that alone may import a package, or a module of the standard library that reaches out of the program.
SINGLE_IMPORTERS: dict[str, tuple[str, ...]] = {
    "yaml": ("yamlfile",),
    "PIL.ImageCms": ("colour_management",),
    "PIL": ("picture", "colour_management", "preflight"),
    "uharfbuzz": ("font",),
    "fontTools": ("font",),
    "pyphen": ("language",),
    "babel": ("language",),
    "pydantic": ("record", "photo", "housestyle", "manifest", "article", "layout", "flatplan"),
    "pydantic_core": ("record",),
    "markdown_it": ("article",),
    "mdit_py_plugins": ("article",),
    "reportlab": ("pdf", "paint"),
    "pypdf": ("screen", "press", "imposition", "preflight"),
    "pikepdf": ("screen", "press", "imposition", "preflight", "supplied", "unpacking"),
    "pypdfium2": ("raster", "preview"),
    "starlette": ("preview",),
    "watchfiles": ("preview",),
    "mammoth": ("importers",),
    "selectolax": ("importers",),
    "charset_normalizer": ("importers",),
    "hunspell": ("copydesk",),
    "click": ("cli",),
    # Files and the clock have one gate; finished files are written by one module.
    "os": ("project", "release", "cli"),
    "pathlib.Path": ("project", "release", "build", "starter", "cli"),
    "shutil": ("cli",),
    "tempfile": ("project", "release"),
    "glob": (),
    "time": ("cli",),
    # No network, no chance, no logging.
    "http": ("preview",),
    # pypdf tells by it alone what it mends; that becomes a finding.
    "logging": ("imposition",),
    "random": (),
    "requests": (),
    "secrets": (),
    "socket": (),
    "ssl": (),
    "subprocess": (),
    "urllib.request": (),
    "uuid": (),
}

# Modules of the standard library that any noun may import.
FREE_STANDARD = {"urllib", "concurrent"}

# Calls that open, list, write or move files, and the nouns that may make them.
FILE_CALLS: dict[str, tuple[str, ...]] = {
    "open": ("project", "release"),
    "os.replace": ("release",),
    "os.rename": (),
    # The cache's files are written aside and moved into place like finished ones, but are not publications.
    "replace": ("release", "project"),
}

# The judge does not ask the accused.
NEVER: tuple[tuple[str, str], ...] = (("preflight", "paint"), ("preflight", "screen"), ("preflight", "press"))

FILE_LINES = 400
FUNCTION_LINES = 60
LONG_FILES: dict[str, str] = {}
# The beginning of ``path:function``, the length allowed there, and the reason.
LONG_FUNCTIONS: dict[str, tuple[int, str]] = {
    "tests/artwork/": (100, "a picture is painted from back to front, shape by shape, in one go"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root, its dotted name below the package, its text and its tree."""

    path: str
    module: str
    text: str
    tree: ast.Module

    @property
    def noun(self) -> str:
        """The module, or folder of modules, at the package's top."""
        return self.module.split(".")[0]

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every imported name with its module, as in ``pathlib.Path``, and its line; those for types included."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module or '.'}.{alias.name}", node.lineno) for alias in node.names)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def texts(self) -> Iterator[str]:
        """Every text that stands in the code."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def sources(folder: str = "pipeline") -> tuple[Source, ...]:
    """The Python files below ``folder``."""
    found = []
    for place in sorted((ROOT / folder).rglob("*.py")):
        path = place.relative_to(ROOT).as_posix()
        text = place.read_text(encoding="utf-8")
        module = ".".join(place.relative_to(ROOT / folder).with_suffix("").parts).removesuffix(".__init__")
        found.append(Source(path, module, text, ast.parse(text, path)))
    return tuple(found)


def row_of(module: str) -> int | None:
    """The row of a module such as ``pdf.canvas``: its own or its noun's; None when it has no place."""
    for name in (".".join(module.split(".")[:2]), module.split(".", maxsplit=1)[0]):
        for index, row in enumerate(ROWS):
            if name in row:
                return index
    return None


def imported_module(name: str, nouns: frozenset[str]) -> str | None:
    """The module of our own that an import names, or None: ``pipeline.pdf.canvas.X`` is ``pdf.canvas``."""
    parts = name.split(".")
    return ".".join(parts[1:3]) if parts[0] == "pipeline" and len(parts) > 1 and parts[1] in nouns else None
