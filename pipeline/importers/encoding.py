"""Bytes of a text as letters: by its own mark or word where it has one, as UTF-8 where that fits, else by a guess."""

from __future__ import annotations

import re

from pipeline.diagnostic import Finding, Span

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE
)
_LIKELY = (
    "cp1251",
    "cp1252",
    "koi8_r",
    "cp1254",
    "cp1250",
    "cp1256",
    "mac_cyrillic",
    "cp866",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
)
_HEAD = 4096
_HALF = 0.3
_SHIFT = b"\x1b$"
# Web pages that say so mean the larger set of the same letters.
_LARGER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def decoded(data: bytes, file: str, *, declared: str = "", markup: bool = False) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a finding where the encoding was guessed (W820). Ends of lines are plain, NULs are gone."""
    text, guessed = _decoded(data, declared, markup=markup)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not guessed:
        return text, ()
    message = f"The encoding of {file} was guessed: {guessed}."
    return text, (
        Finding("W820", message, Span(file), "Look whether all letters are right; if not, save it as UTF-8."),
    )


def _decoded(data: bytes, declared: str, *, markup: bool) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ""
    if markup and (match := _DECLARED.search(data[:_HEAD])):
        declared = declared or (match[1] or match[2]).decode("ascii").lower()
    for name in (_shifting(data), _sixteen(data), "utf-8", _LARGER.get(declared.lower(), declared)):
        # A page in UTF-8 may declare what it likes: no other text of any length happens to be UTF-8.
        if name and (text := _tried(data, name)) is not None:
            return text, ""
    return _guessed(data)


def _tried(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _shifting(data: bytes) -> str:
    """The encodings of East Asian mail, whose bytes all are those of ASCII: known by the signs that shift to them."""
    if _SHIFT not in data:
        return ""
    return "iso2022_kr" if b"\x1b$)C" in data else "iso2022_jp_ext"


def _sixteen(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of a text is nought, or one of few."""
    even, odd = data[0:_HEAD:2], data[1:_HEAD:2]
    if len(data) % 2 or not even:
        return ""
    for name, high in (("utf-16-le", odd), ("utf-16-be", even)):
        if sum(byte in {0, 4, 6} for byte in high) > len(high) * (1 - _HALF) and b"\0" in data[:_HEAD]:
            return name
    return ""


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - an optional package, and seldom needed

    best = from_bytes(data[:200_000], cp_isolation=list(_LIKELY)).best()
    name = best.encoding if best else "cp1252"
    return data.decode(name, errors="replace"), name.replace("cp125", "Windows-125")
