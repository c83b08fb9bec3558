"""What a press build costs beyond its conversions of photos, and once they are kept, against the screen's.

Conversions alone are measured in this process, by as many threads as a build has; nothing is kept of them.
"""

from __future__ import annotations

import shutil
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
from tests.bench.measure import Job, alternately, medians
from tests.house import ROOT

COLD, WARM, SCREEN = "press, cold", "press, photos kept", "screen, photos kept"


def show(issue: str, runs: int) -> int:
    """Prints the table; exit code 0."""
    with tempfile.TemporaryDirectory() as name:
        cold, warm = (_project(Path(name).resolve() / kind, issue) for kind in ("cold", "warm"))
        digest = (sys.executable, "-c", "from pipeline.cli import main; main()", "build", issue)
        press = (*digest, "--target", "press")
        photos = _photos(Project.around(cold), issue)
        alone = []

        def convert() -> None:
            began = perf_counter()
            renditions(photos)
            alone.append(perf_counter() - began)
            shutil.rmtree(cold / ".digest", ignore_errors=True)

        jobs = [Job(COLD, press, cold, convert), Job(WARM, press, warm), Job(SCREEN, digest, warm)]
        found = alternately(jobs, runs)
    costs = {name: medians(values) for name, values in found.items()}
    print(f"Medians of {runs} runs\n")
    for name, cost in costs.items():
        print(f"  {name:<24} {cost.seconds:6.2f} s  {cost.peak:6.0f} MB")
    print(f"  {'conversions alone':<24} {median(alone):6.2f} s\n")
    print(f"  cold: {costs[COLD].seconds / median(alone):.2f} times its conversions alone")
    print(f"  photos kept: {costs[WARM].seconds / costs[SCREEN].seconds:.2f} times the screen build")
    return 0


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
