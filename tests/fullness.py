"""How full the inner pages of an issue are in a layout: ``python -m tests.fullness ISSUE LAYOUT --tool page_fill.py``.

A copy of the issue is built in that layout, without the flatplan of another, and the tool measures its pages but for
covers, openers, adverts and what else a layout leaves open. Exit code 1 when the mean or a page is over its bound.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from pipeline.project import Project
from tests.house import ROOT
from tests.specimen import Specimen, finished

OPEN = {"cover", "opener", "advert", "back"}
LAYOUT = re.compile(r"^layout:.*$", re.MULTILINE)
PAGE = re.compile(r"^page +(\d+) +([\d.]+)%$", re.MULTILINE)
TIMEOUT = 300


def in_layout(folder: Path, issue: str, layout: str) -> Specimen:
    """A copy of one of the repository's issues in ``folder``, finished in one of the layouts."""
    copy = folder / "issues" / issue
    shutil.copytree(ROOT / "issues" / issue, copy, ignore=shutil.ignore_patterns("flatplan.yaml"))
    manifest = copy / "issue.yaml"
    text, count = LAYOUT.subn(f"layout: {layout}", manifest.read_text(encoding="utf-8"))
    assert count == 1, "the manifest names no layout"
    manifest.write_text(text, encoding="utf-8")
    return finished(Project.around(folder), issue)


def open_pages(specimen: Specimen) -> list[int]:
    """The numbers of the pages that are meant to have white, or are not ours to fill."""
    masters = specimen.layout.record.masters
    return [p.number for p in specimen.makeup.pages if p.kind in OPEN or (p.kind in masters and masters[p.kind].open)]


def measured(told: str) -> dict[int, float]:
    """The hole share of each page in per cent, from what the tool prints."""
    return {int(number): float(share) for number, share in PAGE.findall(told)}


def verdict(holes: Mapping[int, float], most: float, most_page: float) -> tuple[str, bool]:
    """What is to be said of the pages, and whether they are full enough."""
    share = mean(holes.values()) if holes else 100.0
    over = [f"page {number} {hole:.1f} %" for number, hole in holes.items() if hole > most_page]
    text = f"mean {share:.1f} % of {len(holes)} inner pages (at most {most:g} %)"
    text += f"; over {most_page:g} %: {', '.join(over) or 'none'}"
    return text, share <= most and not over


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line, builds, measures and prints the verdict."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("issue")
    parser.add_argument("layout")
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--mean", type=float, required=True, help="most per cent of hole, of all pages")
    parser.add_argument("--page", type=float, required=True, help="most per cent of hole on any page")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as name:
        specimen = in_layout(Path(name).resolve(), options.issue, options.layout)
        pdf = Path(name, "issue.pdf")
        pdf.write_bytes(specimen.data)
        skipped = ",".join(map(str, open_pages(specimen)))
        command = [sys.executable, str(options.tool), str(pdf), "--skip", skipped, "--pages"]
        told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=TIMEOUT).stdout
    text, good = verdict(measured(told), options.mean, options.page)
    print(f"{'ok    ' if good else 'BROKEN'}  {options.layout}: {text}")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
