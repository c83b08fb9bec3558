"""The parts of an e-mail: which message of several is the release, and which of its parts are its text.

Of forms of one text that stand for each other (``multipart/alternative``) the richest is read; texts that stand one
behind another, as around pictures within a message, are all read, in their order. Nothing is passed over: what is
not read is here by name, so that it can be listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

_SAID = re.compile(rb"<[^<>]*>|&nbsp;|\s+")
_LESS = 0.5  # of the letters of the plain form: a page with fewer only says that there is one
_NO_TEXTS = ("text/css", "text/javascript", "text/rtf")
_DOCUMENTS = (".docx", ".html", ".htm", ".txt", ".md", ".eml", ".mht", ".mhtml", ".pdf", ".doc", ".rtf", ".odt")


@dataclass(slots=True)
class Letter:
    """One message: the parts that are its text in their order, and those that are texts and not read.

    ``others`` are other forms of the same text, or of kinds that nobody reads.
    """

    message: EmailMessage
    texts: list[EmailMessage] = field(default_factory=list)
    others: list[EmailMessage] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How many letters its text has."""
        return sum(map(weight_of, self.texts))


def letters_of(message: EmailMessage) -> tuple[Letter, ...]:
    """The message, and the messages within it as they come; each once."""
    found = [Letter(message)]
    _gather(message, found[0], found)
    return tuple(found)


def bytes_of(part: EmailMessage) -> bytes | None:
    """A part's bytes, as they were before they were sent; None for what has parts itself."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


def weight_of(part: EmailMessage) -> int:
    """How many bytes of a part are neither tags nor blanks."""
    return len(_SAID.sub(b"", bytes_of(part) or b""))


def document_in(part: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """A part that is a file with a text, by its name."""
    name, data = part.get_filename(), bytes_of(part)
    if name and data and name.lower().endswith(_DOCUMENTS):
        yield name, data


def _gather(part: EmailMessage, letter: Letter, found: list[Letter]) -> None:
    kind = part.get_content_type()
    if not part.is_multipart():
        if _is_text(part):
            letter.texts.append(part)
        elif part.get_content_maintype() == "text" and kind not in _NO_TEXTS and not any(document_in(part)):
            letter.others.append(part)
        return
    children = [child for child in part.get_payload() if isinstance(child, EmailMessage)]
    if part.get_content_maintype() == "message":
        for child in children:
            inner = Letter(child)
            found.append(inner)
            _gather(child, inner, found)
    elif kind == "multipart/alternative":
        _choose(children, letter, found)
    else:
        for child in children:
            _gather(child, letter, found)


def _is_text(part: EmailMessage) -> bool:
    """Whether a part is text of the message itself, not a file that came with it."""
    return (
        part.get_content_type() in {"text/html", "text/plain"}
        and part.get_content_disposition() != "attachment"
        and not (part.get_filename() and any(document_in(part)))
        and weight_of(part) > 0
    )


def _choose(children: list[EmailMessage], letter: Letter, found: list[Letter]) -> None:
    """Takes the best of forms of one text: a page before plain text, unless it says much less."""
    forms: list[Letter] = []
    for child in children:
        form = Letter(letter.message)
        _gather(child, form, found)
        forms.append(form)
    most = max((form.weight for form in forms), default=0)
    full = [form for form in forms if form.weight and form.weight >= _LESS * most]
    paged = [form for form in full if any(text.get_content_type() == "text/html" for text in form.texts)]
    best = next(reversed(paged or full), None)
    for form in forms:
        letter.others += form.others
        if form is best:
            letter.texts += form.texts
        else:
            letter.others += form.texts
