"""Runs a command as a new process and reads what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# A process starts with its parent's peak memory, so a small one stands between this one and the command.
LAUNCHER = """
import json, subprocess, sys, time
try:
    import resource
except ImportError:
    resource = None
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if resource else 0
told = done.stdout.decode(errors="replace") if done.returncode else ""
print(json.dumps({"seconds": seconds, "peak": peak / (1 << 10 if sys.platform != "darwin" else 1 << 20), "told": told}))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds of a run, and its peak memory in MB (0 where the system does not tell)."""

    seconds: float
    peak: float


@dataclass(frozen=True, slots=True)
class Job:
    """A command to be measured; ``before`` sets the scene and is not measured."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[], None] | None = None

    def run(self) -> Cost:
        """One run; RuntimeError with its output when it fails."""
        if self.before:
            self.before()
        # As for a user: modules are compiled once, on the unmeasured run, whatever this shell is told.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        launcher = (sys.executable, "-S", "-E", "-c", LAUNCHER, *self.command)
        done = json.loads(
            subprocess.run(launcher, cwd=self.folder, env=environment, capture_output=True, check=True).stdout
        )
        if done["told"]:
            raise RuntimeError(f"{self.name}: {done['told'][-2000:]}")
        return Cost(done["seconds"], done["peak"])


def alternately(jobs: Sequence[Job], runs: int) -> dict[str, list[Cost]]:
    """Each job ``runs`` times, in turns, so that a busy moment of the machine meets all of them."""
    costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    for job in jobs:
        job.run()  # Once unmeasured: compiled modules, and files in the system's memory.
    for _ in range(runs):
        for job in jobs:
            costs[job.name].append(job.run())
    return costs


def medians(costs: Sequence[Cost]) -> Cost:
    """The median of each."""
    return Cost(median(c.seconds for c in costs), median(c.peak for c in costs))
