"""The wheel and the source archive: what is in them, and that they work where this repository is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline import __version__
from tests.house import ROOT

pytestmark = pytest.mark.slow


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in ``folder`` without this repository on any path; its output is shown when it fails."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "COVERAGE"))}
    done = subprocess.run(
        list(map(str, arguments)),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip makes it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, folder=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder far from the repository, and the ``digest`` of a fresh environment that has the wheel alone."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
    return folder, programs / "digest"


def test_the_wheel_carries_layouts_fonts_licences_and_templates(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    wanted = {
        "pipeline/py.typed",
        "pipeline/built_in/layouts/voice/layout.yaml",
        "pipeline/built_in/fonts/vollkorn/OFL.txt",
        "pipeline/colour_management/profiles/FOGRA39L_coated.icc",
        "pipeline/colour_management/profiles/FOGRA39L_coated.txt",
        "pipeline/language/day_names.json",
        "pipeline/language/day_names.txt",
        "pipeline/built_in/fonts/vollkorn/Vollkorn-Regular.ttf",
        "pipeline/starter/issue/issue.yaml",
        "pipeline/starter/issue/photos/cover.jpg",
        f"digest_pipeline-{__version__}.dist-info/licenses/LICENSE",
    }
    assert wanted - names == set()


def test_the_wheel_carries_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    packed = {n for n in ZipFile(wheel).namelist() if n.startswith("pipeline/") and "/built_in/" not in n}
    here = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "pipeline").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert packed == here


def test_the_wheel_asks_for_the_declared_packages(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    archive = ZipFile(wheel)
    metadata = archive.read(f"digest_pipeline-{__version__}.dist-info/METADATA").decode()
    asked = {line.removeprefix("Requires-Dist: ") for line in metadata.splitlines() if line.startswith("Requires-Dist")}
    assert {line for line in asked if "extra" not in line} == set(project["dependencies"])
    assert "Requires-Python: >=3.11" in metadata


def test_an_archive_of_the_source_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    hook = "import sys; from hatchling.build import build_sdist; print(build_sdist(sys.argv[1]))"
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "hatchling", folder=tmp_path)
    name = run(python, "-c", hook, tmp_path, folder=ROOT).stdout.split()[-1]
    with tarfile.open(tmp_path / name) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path / "out", source, folder=tmp_path)
    (again,) = (tmp_path / "out").glob("*.whl")
    assert set(ZipFile(again).namelist()) == set(ZipFile(wheel).namelist())


def test_a_newsletter_is_begun_and_built_outside_of_the_repository(elsewhere: tuple[Path, Path]) -> None:
    folder, digest = elsewhere
    run(digest, "init", "my-newsletter", folder=folder)
    project = folder / "my-newsletter"
    run(digest, "new", "2026-q4", folder=project)
    built = json.loads(run(digest, "build", "2026-q4", "--json", folder=project).stdout)
    assert built["ok"]
    assert (project / built["document"]["path"]).read_bytes().startswith(b"%PDF")


def test_the_three_commands_work_without_entering_the_project(elsewhere: tuple[Path, Path]) -> None:
    folder, digest = elsewhere
    (folder / "desk").mkdir()
    for arguments in (("init", "my-newsletter"), ("new", "2026-q4"), ("build", "2026-q4")):
        run(digest, *arguments, folder=folder / "desk")
    assert list((folder / "desk/my-newsletter/dist/2026-q4").glob("*.pdf"))


def test_the_installed_package_finds_its_own_layouts_and_fonts(elsewhere: tuple[Path, Path]) -> None:
    folder, digest = elsewhere
    assert "voice" in run(digest, "layouts", folder=folder).stdout
    fonts = json.loads(run(digest, "fonts", "--json", folder=folder).stdout)
    assert {family["family"] for family in fonts["families"]} >= {"Vollkorn", "Alegreya Sans"}
    assert all(file.startswith("built-in fonts/") for family in fonts["families"] for file in family["files"])
