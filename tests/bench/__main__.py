"""Cold builds of the sample, ours and Typst's of the same content, in turns; prints medians and their ratio.

Cold means a new process and an empty cache of our own; files and compiled modules are in the system's memory for
both. Times differ from machine to machine and from hour to hour, so only the ratio of one run tells something.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from pipeline.build import BuildOptions, make_up
from pipeline.issue import load
from pipeline.project import Project
from tests.bench import composer, press, tagging
from tests.bench.document import typst_document
from tests.bench.measure import Cost, Job, alternately, medians
from tests.house import ROOT

OURS, PEER = "digest build --photos original", "typst compile"
COMPILE = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""


def main() -> int:
    """Prints the table; exit code 0."""
    parser = argparse.ArgumentParser(description="Compares a cold build with Typst on the same content.")
    parser.add_argument("--issue", default="2023-q2")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="put both PDFs and the Typst source into this folder")
    parser.add_argument("--tags", action="store_true", help="measure what tags cost instead")
    parser.add_argument("--composer", action="store_true", help="measure the page composer instead, alone")
    parser.add_argument("--press", action="store_true", help="measure press builds instead")
    options = parser.parse_args()
    if options.press:
        return press.show(options.issue, options.runs)
    if options.composer:
        return composer.show(options.issue)
    if options.tags:
        return tagging.show(options.issue)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        jobs = prepare(folder, options.issue)
        costs = alternately(jobs, options.runs)
        show(folder, {name: medians(found) for name, found in costs.items()}, options.runs)
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            for made in (folder / "ours.pdf", folder / "peer.pdf", folder / "issues" / options.issue / "peer.typ"):
                shutil.copy(made, options.keep)
    return 0


def prepare(folder: Path, issue: str) -> list[Job]:
    """A project in ``folder`` with nothing derived in it, and the jobs to be done there."""
    shutil.copytree(ROOT / "issues" / issue, folder / "issues" / issue)
    for kind in ("layouts", "fonts"):
        shutil.copytree(ROOT / kind, folder / kind)
    source = folder / "issues" / issue / "peer.typ"
    source.write_text(_peer_source(folder, issue), encoding="utf-8")
    out = folder / "out"

    def forget() -> None:
        shutil.rmtree(folder / ".digest", ignore_errors=True)
        if (out / f"{issue}.pdf").exists():
            shutil.move(out / f"{issue}.pdf", folder / "ours.pdf")

    digest = (sys.executable, "-c", "from pipeline.cli import main; main()")
    build = (*digest, "build", issue, "--photos", "original", "--out", str(out))
    compile_ = (sys.executable, "-c", COMPILE, str(source), str(folder / "peer.pdf"), str(folder / "fonts"))
    return [
        Job(OURS, build, folder, forget),
        Job(PEER, compile_, folder),
        Job("digest check", (*digest, "check", issue), folder, forget),
        Job("digest --help", (*digest, "--help"), folder),
    ]


def _peer_source(folder: Path, name: str) -> str:
    project = Project.around(folder)
    issue, report = load(project, name)
    if issue is None or report.refuses:
        raise SystemExit("\n".join(map(str, report)))
    makeup, _ = make_up(project, issue, BuildOptions())
    return typst_document(issue, makeup)


def show(folder: Path, found: dict[str, Cost], runs: int) -> None:
    """The table."""
    from pypdf import PdfReader

    print(f"Medians of {runs} runs, in turns\n")
    for name, cost in found.items():
        made = {OURS: folder / "ours.pdf", PEER: folder / "peer.pdf"}.get(name)
        pdf = f"   {len(PdfReader(made).pages)} pages, {made.stat().st_size / 1e6:.1f} MB" if made else ""
        print(f"  {name:<32} {cost.seconds:6.2f} s  {cost.peak:6.0f} MB{pdf}")
    ours, peer = found[OURS], found[PEER]
    print(f"\n  time: {ours.seconds / peer.seconds:.2f} times the peer's, memory: {ours.peak / max(peer.peak, 1):.2f}")


if __name__ == "__main__":
    sys.exit(main())
