"""Finished screen PDFs for a validator to judge: ``python -m tests.standards FOLDER``.

The sample in every built-in layout, and issues made at random with every kind of block, languages and photos.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.build import BuildOptions, build
from tests.fullness import in_layout
from tests.generated import Issue

LAYOUTS = ("voice", "bulletin", "pocket")
GENERATED = 30
FIRST_SEED = 4000


def samples(folder: Path, issue: str) -> Iterator[tuple[str, bytes]]:
    """The sample in each layout."""
    for layout in LAYOUTS:
        yield f"{issue}-{layout}", in_layout(folder / layout, issue, layout).data


def generated(folder: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """So many generated issues; RuntimeError for one that is refused."""
    (folder / "issues").mkdir(parents=True)
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        name = f"seed-{seed}"
        project = Issue.of(seed).write(folder, name)
        outcome = build(project, name, BuildOptions(photos="original"))
        if outcome.document is None:
            message = f"{name} is refused: {'; '.join(map(str, outcome.report))}"
            raise RuntimeError(message)
        yield name, outcome.document.data


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="an empty folder for the PDFs")
    parser.add_argument("--issue", default="2023-q2")
    parser.add_argument("--generated", type=int, default=GENERATED)
    options = parser.parse_args(arguments)
    work, out = options.folder.resolve() / "work", options.folder.resolve() / "pdf"
    out.mkdir(parents=True)
    for name, data in (*samples(work, options.issue), *generated(work / "generated", options.generated)):
        (out / f"{name}.pdf").write_bytes(data)
    print(f"{len(list(out.iterdir()))} files in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
