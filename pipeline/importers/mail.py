"""Reads e-mails (EML) and web archives (MHTML): the text of the message, the pictures within it, the files attached.

The parts are counted before they are taken apart, so that messages within messages cannot stop the program. Nothing
that the message links to is fetched. Attached documents are handed on as sources of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from pipeline import limits
from pipeline.article import Block, Paragraph, Subhead
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.encoding import decoded
from pipeline.importers.page import read_page
from pipeline.importers.pictures import emblem, ending_of
from pipeline.importers.plain import read_plain
from pipeline.importers.values import Dropped, Found, Reading, Source
from pipeline.importers.wording import LABELS
from pipeline.language.day_reading import days_in

_PART = re.compile(rb"^content-type:\s*(multipart/|message/)", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"^[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_LONGEST_HEADER = 20_000
_LONGEST_OF_PART = 4_000  # of the fields with parameters, which take time by the square of their number
_BOUNDARY = re.compile(rb"\n--[^\s-]", re.MULTILINE)
_PREFIX = re.compile(r"^\s*((re|fwd?|fw|aw|wg|tr|пересл|отв|ha|на)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_KIND = re.compile(
    rf"^\s*({'|'.join(map(re.escape, sorted(LABELS, key=len, reverse=True)))})\s*[:–—|-]\s*", re.IGNORECASE
)
_HEADER = re.compile(
    r"^\W*(from|to|cc|bcc|sent|date|subject|reply-to|от|кому|копия|отправлено|дата|тема|von|an|gesendet|"
    r"betreff|de|à|envoyé|objet|kimden|kime|konu)\s*:\s*\S",
    re.IGNORECASE,
)
_SENT = re.compile(r"\b(date|sent|дата|отправлено|gesendet|datum|envoyé|fecha|tarih|gönderildi)\s*:\s*", re.IGNORECASE)
_FROM = re.compile(r"\b(from|от|von|de|kimden)\s*:", re.IGNORECASE)
_HEAD = "head of the e-mail"
_FORWARDED = re.compile(
    r"^\W*(begin forwarded message|forwarded message|original message|пересланное сообщение|"
    r"пересылаемое сообщение|исходное сообщение|weitergeleitete nachricht)\W*$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(dear|hello|hi|good (morning|afternoon|evening|day)|to whom it may concern|greetings|уважаем|"
    r"добрый (день|вечер)|доброе утро|здравствуйте|құрметті|sayın|hörmətli|hurmatli|madame|monsieur|chers?|"
    r"sehr geehrte|liebe|estimad|gentile|السادة)\b[^.]{0,80}[,!:.]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(--(\s|$)|((kind|best|warm|with( kind| best| warm)?) (regards|wishes)|regards|yours (sincerely|"
    r"faithfully|truly)|sincerely( yours)?|с уважением|с наилучшими пожеланиями|құрметпен|saygılarımla|"
    r"hörmətlə|cordialement|bien à vous|mit freundlichen grüßen|saludos( cordiales)?|cordiali saluti|"
    r"sent from my|отправлено с)\b)",
    re.IGNORECASE,
)
_DOCUMENTS = (".docx", ".html", ".htm", ".txt", ".md", ".eml", ".mht", ".mhtml", ".pdf", ".doc", ".rtf", ".odt")
_PICTURES = ("image/jpeg", "image/png", "image/tiff", "image/webp", "image/gif", "image/bmp")
_CLOSING_SHARE = 0.4


def read_mail(source: Source, *, archive: bool = False) -> Reading:
    """What an e-mail holds; ``archive`` for a web page that was saved as one. Fault E806."""
    _check(source)
    message = _parsed(source)
    parts = list(_leaves(message, source))
    inside = {name: data for part in parts for name in _names(part) if (data := _bytes(part)) is not None}
    beside = _Parts(inside)
    body = _body(parts)
    subject = _KIND.sub("", _PREFIX.sub("", " ".join(str(message.get("Subject", "")).split())))
    titles = [subject] if subject and not archive else []
    reading = _read_body(replace(source, beside=beside.get), body, titles) if body is not None else Reading(())
    if archive:
        return reading
    reading = _as_letter(reading)
    forwarded = [day for item in reading.dropped for day in _day_in_head(item)]
    pictures, findings = _attached_pictures(parts, beside, reading)
    attached = tuple(Source(name, data) for part in parts if part is not body for name, data in _document(part))
    return replace(
        reading,
        sent=forwarded[-1] if forwarded else _day(message),
        title=subject,
        byline="",
        pictures=(*reading.pictures, *pictures),
        findings=(*reading.findings, *findings),
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


def _body(parts: list[EmailMessage]) -> EmailMessage | None:
    """The text of the message: the first part that is a page and says something, else the first that is plain text."""
    for kind in ("text/html", "text/plain"):
        for part in parts:
            own = part.get_content_type() == kind and part.get_content_disposition() != "attachment"
            if own and re.sub(rb"<[^<>]*>|\s+", b"", _bytes(part) or b""):
                return part
    return None


def _bytes(part: EmailMessage) -> bytes | None:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


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
    """The parts that a text may name; ``used`` are those that it did."""

    def __init__(self, inside: dict[str, bytes]) -> None:
        self.inside = inside

    def get(self, address: str) -> bytes | None:
        """The bytes of a part, by an address."""
        return self.inside.get(address) or self.inside.get(address.rsplit("/", 1)[-1])


def _read_body(source: Source, body: EmailMessage, titles: list[str]) -> Reading:
    data = _bytes(body) or b""
    markup = body.get_content_type() == "text/html"
    text, findings = decoded(data, source.name, declared=str(body.get_content_charset() or ""), markup=markup)
    left: tuple[Dropped, ...] = ()
    if not markup:
        text, left = _unquoted(text)
    reading = read_page(source, text, titles) if markup else read_plain(text)
    reading = replace(reading, dropped=(*left, *reading.dropped))
    return replace(reading, findings=(*findings, *reading.findings))


def _unquoted(text: str) -> tuple[str, tuple[Dropped, ...]]:
    """The text of a message that is quoted line by line, and the words of who passed it on; other texts as they are."""
    lines = text.split("\n")
    quoted = [line for line in lines if line.startswith(">")]
    if len(quoted) * 2 < sum(bool(line.strip()) for line in lines):
        return text, ()
    own = " ".join(line.strip() for line in lines if line.strip() and not line.startswith(">"))
    dropped = (Dropped(own, "words of who passed the message on"),) if own else ()
    return "\n".join(re.sub(r"^(>[ \t]?)+", "", line) for line in quoted), dropped


def _as_letter(reading: Reading) -> Reading:
    """Without the lines of a letter about the release: mail headers, greeting, closing words and signature."""
    kept: list[Block] = []
    dropped: list[Dropped] = []
    total = len(reading.blocks)
    closed = False
    for number, block in enumerate(reading.blocks):
        lines = [" ".join(line.split()) for line in _raw(block).split("\n")]
        text = " ".join(lines)
        if closed or (number > total * _CLOSING_SHARE and _CLOSING.match(text)):
            closed = True
            dropped.append(Dropped(text, "closing words and signature of the e-mail"))
        elif (
            text
            and (_FORWARDED.match(text) or all(_HEADER.match(line) for line in lines))
            and (len(lines) > 1 or number < total / 2)
        ):
            dropped.append(Dropped(text, _HEAD))
        elif number < 4 and _GREETING.match(text):
            dropped.append(Dropped(text, "greeting of the e-mail"))
        else:
            kept.append(block)
    return replace(reading, blocks=tuple(kept), dropped=(*reading.dropped, *dropped))


def _raw(block: Block) -> str:
    return "".join(run.text for run in block.inlines) if isinstance(block, Paragraph | Subhead) else ""


def _attached_pictures(
    parts: list[EmailMessage], beside: _Parts, reading: Reading
) -> tuple[list[tuple[str, Found]], list[Finding]]:
    """The pictures that are attached and that the text does not show."""
    shown = {found.data for _, found in reading.pictures}
    made: list[tuple[str, Found]] = []
    for part in parts:
        data = _bytes(part)
        if part.get_content_type() not in _PICTURES or not data or data in shown:
            continue
        shown.add(data)
        name = part.get_filename() or "picture"
        if not emblem(data, name) and (ending_of(data)[0] or part.get_content_disposition() == "attachment"):
            made.append((f"attached-{len(made) + 1}", Found(data, name)))
    del beside
    return made, []


def _document(part: EmailMessage) -> Iterator[tuple[str, bytes]]:
    name, data = part.get_filename(), _bytes(part)
    if name and data and name.lower().endswith(_DOCUMENTS):
        yield name, data


def _day_in_head(item: Dropped) -> list[date]:
    """The day on which a forwarded message was sent."""
    match = _SENT.search(item.text) if item.why == _HEAD or _FROM.search(item.text) else None
    return [found.day for found in days_in(item.text[match.end() :])[:1]] if match else []


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError):
        return None
