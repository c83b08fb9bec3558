"""Sources that were made to stop a program, to read other files or to call out: each gives a finding and no more."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from itertools import product
from pathlib import Path

import pytest

from pipeline.diagnostic import Fault
from pipeline.importers import Source, read_release
from pipeline.importers.runs import words_in
from pipeline.project import given_file
from tests import word_maker as word
from tests.commandline import CommandLine
from tests.issue_desk import jpeg
from tests.release_letters import mail
from tests.release_sources import TITLE, A, B, page
from tests.test_import_command import ARTICLES, files

GOOD = f"<h1>{TITLE}</h1><p>December 5, 2026</p><p>{A}</p><p>{B}</p>"
MEMORY = 300


def word_with(document: str) -> bytes:
    file = word.WordFile()
    file.parts["word/document.xml"] = document
    return file.bytes()


def body(inner: str) -> str:
    return f"<w:document {word.NAMES}><w:body>{inner}</w:body></w:document>"


def bomb() -> bytes:
    """300 MB in a few hundred kilobytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", word.TYPES)
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return stream.getvalue()


def broken() -> bytes:
    """A file of which one part cannot be unpacked."""
    data = bytearray(word_with(body(word.paragraph(A))))
    start = data.index(b"word/document.xml") + len("word/document.xml")
    data[start : start + 20] = bytes(range(235, 255))
    return bytes(data)


def entities() -> str:
    names = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    return f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">{names}]>{body("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>")}'


OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
NESTED_MAIL = b"Subject: x\nMIME-Version: 1.0\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000)
)
HOSTILE = {
    "bomb.docx": ("E804", bomb()),
    "elements.docx": ("E804", word_with(body("<w:p/>" * 900_000))),
    "entities.docx": ("E805", word_with(entities())),
    "outside.docx": ("E805", word_with(OUTSIDE)),
    "deep.docx": ("E804", word_with(body("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000))),
    "cut.docx": ("E804", word_with(body(word.paragraph(A)))[:900]),
    "broken.docx": ("E804", broken()),
    "locked.docx": ("E804", b"\xd0\xcf\x11\xe0" + bytes(5_000)),
    "other.docx": ("E804", b"This is no Word file."),
    "long.docx": ("E824", word_with(body(word.paragraph("word " * 1_000) * 200))),
    "deep.html": ("E803", b"<div>" * 10_000 + GOOD.encode()),
    "deep-bold.html": ("E803", b"<b><i>" * 10_000 + GOOD.encode()),
    "wide.html": ("E803", b"<i></i>" * 1_400_000),
    "blocks.html": ("E803", b"<div><p>a b</p></div>" * 50_000),
    "long.html": ("E824", f"<p>{'cookies ' * 100_000}</p>".encode()),
    "long.txt": ("E824", b"a" * 2_000_000),
    "brackets.md": ("E807", b"[" * 200_000),
    "deep.md": ("E807", b"> " * 10_000),
    "nested.eml": ("E806", NESTED_MAIL),
    "messages.eml": ("E806", b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 10_000),
    "parts.eml": (
        "E806",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    ),
    "header.eml": ("E806", b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\ntext"),
    "headers.eml": ("E806", b"".join(b"X-A%d: v\n" % n for n in range(300_000)) + b"\ntext\n"),
    "parameters.eml": (
        "E806",
        b"Content-Type: text/plain; " + b"; ".join(b"a%d=b" % n for n in range(1_800)) + b"\n\nx\n",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_finding(name: str) -> None:
    code, data = HOSTILE[name]
    with pytest.raises(Fault) as caught:
        read_release(Source(name, data))
    assert [finding.code for finding in caught.value.findings] == [code]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell how much memory was used")
def test_hostile_files_take_little_memory(tmp_path: Path) -> None:
    for name, (_, data) in HOSTILE.items():
        (tmp_path / name).write_bytes(data)
    script = (
        "import sys\nfrom pathlib import Path\nfrom pipeline.diagnostic import Fault\n"
        "from pipeline.importers import Source, read_release\n"
        "for place in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n        read_release(Source(place.name, place.read_bytes()))\n"
        "    except Fault:\n        pass\n"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) / 1_000 < MEMORY


def test_lines_that_never_end_a_sentence_are_joined_by_the_hundred() -> None:
    names = ["".join(letters) for letters in product("abcdefghij", repeat=3)]
    lines = "".join(f"<p>and so {name} met {name[::-1]} there</p>" for name in names)
    release = read_release(Source("a.html", page(f"{GOOD}{lines}").encode()))
    said = " ".join(words_in(block) for block in release.blocks)
    assert all(f"{name} met {name[::-1]} there" in said for name in names)
    assert 10 <= len(release.blocks) < 20


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        message = "an import called out"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    linked = page(
        GOOD + "<img src='https://lakes.example/a.jpg'><link rel=stylesheet href='https://lakes.example/a.css'>"
    )
    file = word.WordFile(links={"l1": "https://lakes.example/a.jpg"}).add(
        word.paragraph(TITLE), word.paragraph(A), word.paragraph(word.picture("l1", linked=True))
    )
    for source in (Source("a.html", linked.encode()), Source("a.docx", file.bytes())):
        assert "W812" in {finding.code for finding in read_release(source).findings}


@pytest.mark.parametrize(
    "address",
    ["../secret.jpg", "/etc/secret.jpg", "file:///etc/secret.jpg", "link.jpg", "..\\secret.jpg", "x/../../secret.jpg"],
)
def test_a_picture_outside_of_the_pages_folder_is_not_read(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(jpeg(640, 400))
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    place = tmp_path / "downloads" / "release.html"
    place.write_text(page(f"{GOOD}<img src='{address}'>"), encoding="utf-8")
    given = given_file(place, 1_000_000)
    assert read_release(Source(place.name, given.file.read_bytes(), given.beside)).pictures == ()


def test_names_of_attachments_lead_nowhere_else(newsletter: CommandLine) -> None:
    message = mail(TITLE, f"{TITLE}\n\n{A}\n\n{B}\n")
    message.replace_header("Date", "Sat, 05 Dec 2026 10:00:00 +0600")
    message.add_attachment(b"%PDF-1.7 paper", maintype="application", subtype="pdf", filename="../../../../evil.pdf")
    place = newsletter.folder.parent / "letter.eml"
    place.write_bytes(message.as_bytes())
    before = set(files(newsletter))
    done = newsletter("import", str(place), "--yes")
    assert "W822" in done.out
    new = set(files(newsletter)) - before
    assert all(path.startswith("issues/2026-q4/") for path in new)
    assert not list(newsletter.folder.parent.rglob("evil.pdf"))


def test_a_folder_that_is_a_link_to_elsewhere_is_not_written_into(newsletter: CommandLine, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (newsletter.folder / "issues/2026-q4/intake").symlink_to(outside)
    place = newsletter.folder.parent / "release.html"
    place.write_text(page(GOOD), encoding="utf-8")
    done = newsletter("import", str(place), "--yes")
    assert done.code == 1
    assert "E104" in done.err
    assert list(outside.iterdir()) == []
    assert not (newsletter.folder / ARTICLES / "2026-12-05-minister-receives-the-ambassador.md").exists()


@pytest.mark.parametrize("name, package", [("a.html", "selectolax"), ("a.docx", "mammoth")])
def test_a_missing_package_is_named_with_what_to_type(monkeypatch: pytest.MonkeyPatch, name: str, package: str) -> None:
    monkeypatch.setattr("pipeline.importers.reading.find_spec", lambda asked: None if asked == package else object())
    with pytest.raises(Fault) as caught:
        read_release(Source(name, GOOD.encode()))
    (finding,) = caught.value.findings
    assert (finding.code, package in finding.message) == ("E801", True)
    assert finding.hint == 'pip install "digest-pipeline[import]"'
