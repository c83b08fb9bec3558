"""What all tests share: how hypothesis searches, a project to do wrong things to, a command line.

On a developer's machine every run tries new examples; where CI is set, the same ones each time, so that a
red run can be repeated. Nothing is measured by time, so no example has a deadline.
"""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pipeline import cli
from pipeline.project import Project
from tests.commandline import CommandLine
from tests.issue_desk import Desk, new_desk
from tests.specimen import Specimen, finished

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("desk"), derandomize=True, database=None, print_blob=True)
settings.load_profile("steady" if os.environ.get("CI") else "desk")


def pytest_collection_finish() -> None:
    """What thousands of tests are made of stays to the end: Python need not search it for what can go."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all issues that a module generates, so that they share its cache."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "issues").mkdir()
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A project with an issue that has nothing wrong with it."""
    return new_desk(tmp_path)


@pytest.fixture
def digest(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in an empty folder."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return CommandLine(tmp_path, capsys, monkeypatch)


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project with the issue 2026-q4 as ``digest new`` makes it: made once, to be copied."""
    folder = tmp_path_factory.mktemp("starter") / "my-newsletter"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder.parent)
        assert cli.run(("init", folder.name)) == 0
        patch.chdir(folder)
        assert cli.run(("new", "2026-q4")) == 0
    return folder


@pytest.fixture(scope="session")
def built_starter(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, its issue built once."""
    folder = tmp_path_factory.mktemp("built") / starter.name
    shutil.copytree(starter, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert cli.run(("build",)) == 0
    return folder


@pytest.fixture
def newsletter(digest: CommandLine, starter: Path) -> CommandLine:
    """The command line in a new project with the issue 2026-q4 as ``digest new`` makes it."""
    digest.folder /= starter.name
    shutil.copytree(starter, digest.folder)
    return digest


@pytest.fixture
def built(digest: CommandLine, built_starter: Path) -> CommandLine:
    """The command line in that project after ``digest build``."""
    digest.folder /= built_starter.name
    shutil.copytree(built_starter, digest.folder)
    return digest


@pytest.fixture(scope="session")
def sample() -> Specimen:
    """The sample issue, finished once for all tests that look at it."""
    return finished(Project.around(Path(__file__).parent.parent))
