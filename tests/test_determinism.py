"""The same input gives the same bytes, whatever hash seed and time zone there are; photos can pass untouched."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.build import BuildOptions, build
from tests import generated
from tests.house import ROOT
from tests.picture_maker import SECRET, gossiping
from tests.specimen import Specimen

SCRIPT = """
import hashlib, sys
from pathlib import Path
from pipeline.build import build
from pipeline.project import Project
outcome = build(Project(Path(sys.argv[1])), "2023-q2")
print(hashlib.sha256(outcome.document.data).hexdigest(), [str(finding) for finding in outcome.report])
"""


def told_by_another_process(root: Path, **environment: str) -> str:
    """The digest of the PDF and the findings, from a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root)], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_hash_seed_time_zone_and_cache_change_neither_a_byte_nor_a_finding(tmp_path: Path) -> None:
    generated.Issue.of(5).write(tmp_path)
    first = told_by_another_process(tmp_path, PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    again = told_by_another_process(tmp_path, PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C")
    assert len(first.split()[0]) == 64
    assert again == first


def test_two_builds_in_one_process_give_the_same_bytes(tmp_path: Path) -> None:
    project = generated.Issue.of(24).write(tmp_path)
    one, other = (build(project, "2023-q2").document for _ in range(2))
    assert one
    assert one == other


def test_the_folder_in_which_a_project_lies_does_not_show_in_the_file(tmp_path: Path) -> None:
    issue = generated.Issue.of(24)
    one = build(issue.write(tmp_path / "one"), "2023-q2").document
    other = build(issue.write(tmp_path / "quite" / "another"), "2023-q2").document
    assert one
    assert one == other


def test_a_date_from_outside_takes_the_place_of_the_issues_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = generated.Issue.of(24).write(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    document = build(project, "2023-q2").document
    assert document
    with pikepdf.open(BytesIO(document.data)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20010909")


def images(data: bytes) -> set[str]:
    """Digests of the JPEGs in a PDF as they are stored."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Filter") == "/DCTDecode"]
        return {hashlib.sha256(image.read_raw_bytes()).hexdigest() for image in found}


def test_original_photos_are_in_the_file_byte_for_byte(sample: Specimen) -> None:
    used = {item.picture for page in sample.makeup.pages for item in page.items if hasattr(item, "picture")}
    assert len(used) > 40
    originals = {hashlib.sha256(sample.issue.files[path].read_bytes()).hexdigest() for path in used}
    assert images(sample.data) == originals


def test_photos_for_screens_are_brought_down_in_size(tmp_path: Path) -> None:
    project = generated.Issue.of(5).write(tmp_path)
    original = build(project, "2023-q2", BuildOptions(photos="original")).document
    screen = build(project, "2023-q2").document
    assert original
    assert screen
    assert not images(screen.data) & images(original.data)
    assert (screen.pages, screen.words, screen.photos) == (original.pages, original.words, original.photos)
    with pikepdf.open(BytesIO(screen.data)) as pdf:
        widths = [
            int(o.Width) for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Filter") == "/DCTDecode"
        ]
    assert max(widths) <= 220 / 25.4 * 150


@pytest.mark.parametrize("photos", ["screen", "original"])
def test_what_a_camera_noted_about_people_and_places_is_not_passed_on(tmp_path: Path, photos: str) -> None:
    from PIL import Image

    issue = generated.Issue.of(5)
    project = issue.write(tmp_path)
    secretive = gossiping(Image.new("RGB", (3600, 2400), (90, 120, 140)))
    for path, _ in issue.photos:
        (tmp_path / "issues" / "2023-q2" / path).write_bytes(secretive)
    options = BuildOptions(photos="original" if photos == "original" else "screen")
    document = build(project, "2023-q2", options).document
    assert document
    with pikepdf.open(BytesIO(document.data)) as pdf:
        raw = b"".join(o.read_raw_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream))
    assert SECRET not in raw
