"""Reads e-mails (EML) and web archives (MHTML): the text of the message, the pictures within it, the files attached.

The parts are counted before they are taken apart, so that messages within messages cannot stop the program. Nothing
that the message links to is fetched. Attached documents are handed on as sources of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import escape

from pipeline import limits
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.boxes import boxes_of
from pipeline.importers.encoding import decoded
from pipeline.importers.letter import as_letter, forwarded_day
from pipeline.importers.mailparts import Letter, bytes_of, document_in, letters_of, weight_of
from pipeline.importers.page import read_page
from pipeline.importers.pictures import emblem, ending_of
from pipeline.importers.plain import read_plain, refuse_lines
from pipeline.importers.quoting import unquoted
from pipeline.importers.runs import without_unseen, words_in
from pipeline.importers.tree import parse_markup, refuse_volumes
from pipeline.importers.values import Dropped, Found, Reading, Source
from pipeline.importers.wording import is_label

_PART = re.compile(rb"^content-type:\s*(multipart/|message/)", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"^[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_LONGEST_HEADER = 20_000
_LONGEST_LISTED = 300_000  # letters of a part that is not read; of more only its name is listed
_LONGEST_OF_PART = 4_000  # of the fields with parameters, which take time by the square of their number
_BOUNDARY = re.compile(rb"\n--[^\s-]", re.MULTILINE)
_PREFIX = re.compile(r"^\s*((re|fwd?|fw|aw|wg|tr|пересл|отв|ha|на)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_KIND = re.compile(r"^\s*(?P<kind>[^:–—|]{3,40}?)\s*(?::|[–—|]|\s-)\s*(?=\S)")
_PICTURES = ("image/jpeg", "image/png", "image/tiff", "image/webp", "image/gif", "image/bmp")


def read_mail(source: Source, *, archive: bool = False) -> Reading:
    """What an e-mail holds; ``archive`` for a web page that was saved as one. Fault E806."""
    _check(source)
    message = _parsed(source)
    parts = list(_leaves(message, source))
    inside = {name: data for part in parts for name in _names(part) if (data := bytes_of(part)) is not None}
    beside = _Parts(inside)
    letters = letters_of(message)
    letter = max(letters, key=lambda one: one.weight)
    texts = _page(parts) if archive else letter.texts
    subject = _PREFIX.sub("", " ".join(str(letter.message.get("Subject", "")).split()))
    if (kind := _KIND.match(subject)) and is_label(kind["kind"]):
        subject = subject[kind.end() :]
    titles = [subject] if subject and not archive else []
    reading = _read_texts(replace(source, beside=beside.get), texts, titles) if texts else Reading(())
    if archive:
        return reading
    reading = as_letter(reading)
    sent = forwarded_day(reading.dropped)
    left = [*_passed_over(source, texts, reading), *_not_read(source, letters, letter, reading)]
    pictures = _attached_pictures(parts, reading)
    attached = tuple(Source(name, data) for part in parts if part not in texts for name, data in document_in(part))
    return replace(
        reading,
        sent=sent or _day(letter.message) or _day(message),
        title=subject,
        byline="",
        pictures=(*reading.pictures, *pictures),
        dropped=(*reading.dropped, *left),
        attached=attached,
    )


def _check(source: Source) -> None:
    nested = len(_PART.findall(source.data)) > limits.MAIL_DEPTH
    many = len(_BOUNDARY.findall(source.data)) > limits.MAIL_PARTS * 5
    if nested or many or _headed_beyond_measure(source.data):
        message = f"{source.name} has more headers, or more parts within one another, than any e-mail."
        raise Fault(Finding("E806", message, source.span, "Save what is wanted of it from your mail program."))


def _headed_beyond_measure(data: bytes) -> bool:
    """Whether there are more fields of headers, or longer ones, than the library reads in good time."""
    for count, match in enumerate(_FIELD.finditer(data)):
        longest = _LONGEST_OF_PART if match[0][:8].lower() == b"content-" else _LONGEST_HEADER
        if count >= limits.MAIL_FIELDS or len(match[0]) > longest:
            return True
    return False


def _parsed(source: Source) -> EmailMessage:
    message = message_from_bytes(source.data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what that policy makes
    return message


def _leaves(message: EmailMessage, source: Source) -> Iterator[EmailMessage]:
    for count, part in enumerate(message.walk()):
        if count >= limits.MAIL_PARTS:
            raise Fault(
                Finding(
                    "E806",
                    f"{source.name} has more than {limits.MAIL_PARTS} parts.",
                    source.span,
                    "Save what is wanted of it from your mail program.",
                )
            )
        if not part.is_multipart():
            yield part


def _page(parts: list[EmailMessage]) -> list[EmailMessage]:
    """The page of a web archive: its first part that is one and says something, or else is plain text."""
    pages = (part for kind in ("text/html", "text/plain") for part in parts if part.get_content_type() == kind)
    return next(([part] for part in pages if part.get_content_disposition() != "attachment" and weight_of(part)), [])


def _names(part: EmailMessage) -> Iterator[str]:
    """What the text calls a part: by its number, its address or its name."""
    number = str(part.get("Content-ID", "")).strip("<> ")
    if number:
        yield f"cid:{number}"
    if address := str(part.get("Content-Location", "")).strip():
        yield address
    if name := part.get_filename():
        yield name


class _Parts:
    """The parts that a text may name."""

    def __init__(self, inside: dict[str, bytes]) -> None:
        self.inside = inside

    def get(self, address: str) -> bytes | None:
        """The bytes of a part, by an address."""
        return self.inside.get(address) or self.inside.get(address.rsplit("/", 1)[-1])


def _read_texts(source: Source, texts: list[EmailMessage], titles: list[str]) -> Reading:
    """Parts of text as one: of several of which any is a page, all are made parts of one page."""
    said: list[tuple[str, bool]] = []
    findings: list[Finding] = []
    for part in texts:
        text, doubts = _decoded(source, part)
        said.append((text, part.get_content_type() == "text/html"))
        findings += doubts
    refuse_volumes(sum(len(text) for text, markup in said if not markup), source.span)
    refuse_lines("\n".join(text for text, markup in said if not markup), source.span)
    left: tuple[Dropped, ...] = ()
    if len(said) == 1 and said[0][1]:
        reading = read_page(source, said[0][0], titles)
    elif any(markup for _, markup in said):
        reading = read_page(source, "\n".join(text if markup else _as_page(text) for text, markup in said), titles)
    else:
        text, left = unquoted("\n\n".join(text for text, _ in said))
        reading = read_plain(text)
    return replace(reading, dropped=(*left, *reading.dropped), findings=(*findings, *reading.findings))


def _decoded(source: Source, part: EmailMessage) -> tuple[str, tuple[Finding, ...]]:
    markup = part.get_content_type() == "text/html"
    declared = str(part.get_content_charset() or "")
    text, findings = decoded(bytes_of(part) or b"", source.name, declared=declared, markup=markup)
    return text, tuple(findings)


def _as_page(text: str) -> str:
    return "".join(f"<p>{escape(words_in(block))}</p>" for block in read_plain(text).blocks)


def _passed_over(source: Source, texts: list[EmailMessage], reading: Reading) -> Iterator[Dropped]:
    """Lines of the parts that were read of which words are neither in the text nor listed."""
    taken = [*map(words_in, reading.blocks), *(words_in(block) for note in reading.notes for block in note.blocks)]
    taken += [item.text for item in reading.dropped]
    taken += [f"{found.caption} {found.alt} {found.credit}" for _, found in reading.pictures]
    lines = [line for part in texts for line in _lines(source, part)]
    letters = Counter(re.findall(r"\w", " ".join(taken)))
    if not Counter(re.findall(r"\w", " ".join(lines))) - letters:
        return
    left = Counter(word for text in taken for word in _words(text))
    for line in lines:
        wanted = Counter(_words(line))
        if wanted - left:
            yield Dropped(line, "line of the e-mail that was passed over")
        else:
            left -= wanted


def _not_read(source: Source, letters: tuple[Letter, ...], letter: Letter, reading: Reading) -> Iterator[Dropped]:
    """What other messages and other forms of the text say that the one which was read does not."""
    said = [*map(words_in, reading.blocks), *(item.text for item in reading.dropped), *reading.raw]
    known = {word for text in said for word in _words(text)}
    for other in letters:
        for part in other.others if other is letter else (*other.texts, *other.others):
            if weight_of(part) > _LONGEST_LISTED and part in other.others:
                name = part.get_filename() or part.get_content_type()
                yield Dropped(f"{name}, {weight_of(part):,} letters", "a part of the e-mail that was not read")
                continue
            lines = _lines(source, part)
            if other is letter:
                lines = [line for line in lines if not known.issuperset(_words(line))]
            if lines:
                what = "another form of the text" if other is letter else "another message within the e-mail"
                yield Dropped(" | ".join(lines), what)


def _lines(source: Source, part: EmailMessage) -> list[str]:
    """What a part says, line by line."""
    text, _ = _decoded(source, part)
    if part.get_content_type() == "text/html":
        body, _ = parse_markup(text, source.span)
        text = "\n".join(leaf.text for leaf in boxes_of(body).leaves())
    return [line for one in text.split("\n") if (line := " ".join(one.split()))]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", without_unseen(text).casefold())


def _attached_pictures(parts: list[EmailMessage], reading: Reading) -> list[tuple[str, Found]]:
    """The pictures that are attached and that the text does not show."""
    shown = {found.data for _, found in reading.pictures}
    made: list[tuple[str, Found]] = []
    for part in parts:
        data = bytes_of(part)
        if part.get_content_type() not in _PICTURES or not data or data in shown:
            continue
        shown.add(data)
        name = part.get_filename() or "picture"
        if not emblem(data, name) and (ending_of(data)[0] or part.get_content_disposition() == "attachment"):
            made.append((f"attached-{len(made) + 1}", Found(data, name)))
    return made


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError):
        return None
