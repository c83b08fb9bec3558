"""The verdict on what typeset_meter.py measures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import referees

GOOD: dict[str, Any] = {
    "pages": 42,
    "lines": 1300,
    "measure": 248.0,
    "breaks": {"widows": 0, "orphans": 0},
    "hyphen": {"ladders": 0, "share": 0.19},
    "space": {"loose_share": 0.02, "tight_share": 0.01},
    "grid": {"page_share": 1.0, "facing_share": 1.0},
}


def judged(measures: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code for one document's measures."""
    file = folder / "measures.json"
    file.write_text(json.dumps({"issue.pdf": measures}), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["referees", str(file)])
    return referees.main()


def test_a_well_set_issue_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert judged(GOOD, tmp_path, monkeypatch) == 0


@pytest.mark.parametrize(
    "part,name,value",
    [
        ("breaks", "widows", 1),
        ("breaks", "orphans", 1),
        ("hyphen", "ladders", 1),
        ("hyphen", "share", 0.26),
        ("space", "loose_share", 0.031),
        ("space", "tight_share", 0.031),
        ("grid", "page_share", 0.999),
        ("grid", "facing_share", None),
    ],
)
def test_each_bound_that_is_broken_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    part: str,
    name: str,
    value: float | None,
) -> None:
    assert judged({**GOOD, part: {**GOOD[part], name: value}}, tmp_path, monkeypatch) == 1
    assert capsys.readouterr().out.count("BROKEN") == 1
