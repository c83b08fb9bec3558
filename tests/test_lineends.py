"""Files that are edited by lines: what is not edited stays as it was, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lineends import as_written
from tests.commandline import CommandLine
from tests.release_sources import C, page
from tests.test_import_command import PAGE, give

BOM = b"\xef\xbb\xbf"


def plain(data: bytes) -> str:
    """As ``ProjectFile.read_text`` gives it."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


@given(
    st.lists(st.sampled_from(["a", "b", "", "# c"])),
    st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=20, max_size=20),
    st.sampled_from([b"", BOM]),
)
def test_a_file_that_is_not_changed_keeps_every_byte(lines: list[str], ends: list[str], mark: bytes) -> None:
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    data = mark + text.encode()
    assert as_written(data, plain(data)) == data


@pytest.mark.parametrize("mark", [b"", BOM])
def test_new_lines_end_as_the_first_does_and_others_as_they_did(mark: bytes) -> None:
    data = mark + b"one\r\ntwo\nthree\rfour"
    assert as_written(data, "one\nnew\ntwo\nTHREE\nfour") == mark + b"one\r\nnew\r\ntwo\nTHREE\r\nfour"
    assert as_written(b"", "one\ntwo\n") == b"one\ntwo\n"


@pytest.mark.parametrize("mark", [b"", BOM])
def test_an_import_keeps_the_manifests_line_ends_and_its_mark(newsletter: CommandLine, mark: bytes) -> None:
    manifest = newsletter.folder / "issues/2026-q4/issue.yaml"
    before = mark + manifest.read_bytes().replace(b"\n", b"\r\n")
    manifest.write_bytes(before)
    other = page(f"<h1>Envoys Meet in Delhi</h1><p>Posted on December 06, 2026</p><p>{C}</p>")
    sources = [give(newsletter, "one.html", PAGE), give(newsletter, "two.html", other)]
    assert newsletter("import", *sources, "--yes").code == 0
    after = manifest.read_bytes()
    assert after.count(b"articles/2026-12-") == 2
    assert after.startswith(before[:40])
    assert after.count(b"\r\n") == after.count(b"\n") == before.count(b"\n") + 4
    written = iter(after.split(b"\r\n"))
    assert all(line in written for line in before.split(b"\r\n")), "every line is there, in its order"


def test_a_pin_keeps_the_flatplans_line_ends(newsletter: CommandLine) -> None:
    assert newsletter("build").code == 0
    flatplan = newsletter.folder / "issues/2026-q4/flatplan.yaml"
    before = flatplan.read_bytes().replace(b"\n", b"\r\n")
    flatplan.write_bytes(before)
    assert newsletter("pin", "before-you-publish").code == 0
    after = flatplan.read_bytes()
    assert after != before
    assert after.count(b"\r\n") == after.count(b"\n")
    assert newsletter("pin", "before-you-publish", "--off").code == 0
    assert flatplan.read_bytes() == before
