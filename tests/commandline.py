"""The command line as the tests call it: in this process, with its output and exit code."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli


@dataclass(frozen=True, slots=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


class CommandLine:
    """Runs ``digest`` in a folder. Where ``terminal`` is set, standard output says that it is one."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.terminal = False

    def __call__(self, *arguments: str, here: str = ".") -> Done:
        """``digest`` with ``arguments``, run in the folder ``here``."""
        self._monkeypatch.chdir(self.folder / here)
        self._capsys.readouterr()
        with self._monkeypatch.context() as patch:
            patch.setattr(sys.stdout, "isatty", lambda: self.terminal)
            code = cli.run(arguments)
        out, err = self._capsys.readouterr()
        return Done(code, out, err)

    def edit(self, path: str, old: str, new: str) -> None:
        """Puts ``new`` in place of ``old`` in a file; it must be there."""
        place = self.folder / path
        text = place.read_text(encoding="utf-8")
        assert old in text
        place.write_text(text.replace(old, new), encoding="utf-8")
