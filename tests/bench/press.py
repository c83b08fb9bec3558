"""What a press build costs beyond its conversions of photos, and once they are kept, against the screen's.

Conversions alone are those that the build makes, by as many threads, in a process of their own that keeps nothing:
what it takes to load the program and to make up the pages is left out. Builds are whole processes, with all that
they prove.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from pipeline.build import BuildOptions, make_up
from pipeline.edition import MOST_PPI, PRESS_QUALITY
from pipeline.issue import load
from pipeline.page import PictureItem
from pipeline.picture import Delivery, renditions
from pipeline.picture import Job as Photo
from pipeline.press import Order, prepared, read_profile
from pipeline.project import Project
from tests.bench.measure import Cost, Job, alternately
from tests.house import ROOT

COLD, WARM, SCREEN = "press, cold", "press, photos kept", "screen, photos kept"


def show(issue: str, runs: int) -> int:
    """Prints the table; exit code 0."""
    with tempfile.TemporaryDirectory() as name:
        cold, warm = (_project(Path(name).resolve() / kind, issue) for kind in ("cold", "warm"))
        digest = (sys.executable, "-c", "from pipeline.cli import main; main()", "build", issue)
        press = (*digest, "--target", "press")
        alone = []

        def convert() -> None:
            alone.append(_converted(cold, issue))
            shutil.rmtree(cold / ".digest", ignore_errors=True)

        jobs = [Job(COLD, press, cold, convert), Job(WARM, press, warm), Job(SCREEN, digest, warm)]
        found = alternately(jobs, runs)
    print(f"The least and the median of {runs} runs, in turns\n")
    seconds = {name: [cost.seconds for cost in costs] for name, costs in found.items()}
    seconds["conversions alone"] = alone[1:]  # the first was before the run that is not measured
    for name, values in seconds.items():
        peak = f"  {_peak(found[name]):6.0f} MB" if name in found else ""
        print(f"  {name:<24} {min(values):6.2f} s  {median(values):6.2f} s{peak}")
    print()
    _ratio("cold, to its conversions alone", seconds[COLD], seconds["conversions alone"])
    _ratio("photos kept, to the screen build", seconds[WARM], seconds[SCREEN])
    return 0


def _peak(costs: list[Cost]) -> float:
    return max(cost.peak for cost in costs)


def _ratio(what: str, ours: list[float], other: list[float]) -> None:
    print(f"  {what}: {min(ours) / min(other):.2f} of the least, {median(ours) / median(other):.2f} of the medians")


def _converted(folder: Path, issue: str) -> float:
    """The seconds that the conversions take in a new process."""
    command = (sys.executable, "-c", "from tests.bench.press import main; main()", issue)
    paths = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env={**os.environ, **paths}, capture_output=True, check=True)
    return float(json.loads(done.stdout))


def main() -> None:
    """Makes the conversions that the press edition of an issue of this project asks for, and prints the seconds."""
    photos = _photos(Project.around(Path.cwd()), sys.argv[1])
    gc.disable()  # as the command does
    began = perf_counter()
    renditions(photos)
    print(json.dumps(perf_counter() - began))


def _project(folder: Path, issue: str) -> Path:
    shutil.copytree(ROOT / "issues" / issue, folder / "issues" / issue)
    return folder


def _photos(project: Project, name: str) -> list[Photo]:
    """The conversions that the issue's press edition asks for."""
    issue, _ = load(project, name)
    if issue is None or issue.layout is None:
        raise SystemExit(f"{name} cannot be loaded")
    makeup, _ = prepared(make_up(project, issue, BuildOptions())[0])
    profile = read_profile(project, issue.layout, Order())
    delivery = Delivery(MOST_PPI * issue.layout.record.print.ppi, PRESS_QUALITY, press=profile)
    items = dict.fromkeys(item for page in makeup.pages for item in page.items if isinstance(item, PictureItem))
    return [
        Photo(issue.files[i.picture], issue.pictures[i.picture], i.crop, i.box.width, i.box.height, delivery)
        for i in items
    ]
