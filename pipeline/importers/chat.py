"""Chats that were exported or copied as text: ``[05/05/2023, 14:07:31] Press Office: …``, whatever program wrote them.

The longest message is the release, with those that its writer sent besides and that are as long as paragraphs. The
other messages, the names and times before each, and what stands for pictures are listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.importers.runs import words_of
from pipeline.importers.values import Dropped
from pipeline.language.day_reading import DayFound, days_in

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
_WHO = r"(?P<who>[^:\[\]\n]{1,60}?)"
_STAMPS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^\W{{0,2}}\[\s*(?P<when>[^\]\n]{{6,40}}?{_TIME}|{_TIME}[^\]\n]{{6,40}})\s*\]\s*{_WHO}:(?:\s(?P<said>.*))?$",
        rf"^(?P<when>\d[^\[\]:\n]{{5,24}}?{_TIME})\s*[-–—]\s+{_WHO}:(?:\s(?P<said>.*))?$",
        rf"^{_WHO},?\s*[\[(]\s*(?P<when>[^\])\n]{{6,40}}?{_TIME}|{_TIME}[^\])\n]{{6,40}})\s*[\])]:?\s*(?P<said>)$",
    )
)
_NOTICE = re.compile(rf"^\W{{0,2}}(?:\[\s*)?\d[^\[\]:\n]{{5,24}}?{_TIME}\s*(?:\]|[-–—])\s+[^:]+$", re.IGNORECASE)
_MEDIA = re.compile(
    r"^\W*(<[^<>]{3,60}>|(image|photo|video|audio|sticker|gif|document) omitted|"
    r".{1,80}\.(jpe?g|png|mp4|pdf|opus|docx?|webp)"
    r"(\s*\((file attached|файл добавлен|fichier joint|datei angehängt|archivo adjunto)\))?|"
    r"(изображение|фото|видео) (пропущено|отсутствует)|без медиафайлов|media omitted|"
    r"this message was (deleted|edited))\W*$",
    re.IGNORECASE,
)
_STRONG_LINE = re.compile(r"^(\W{0,3})\*([^*\n]+)\*\s*$")
_MARKED = re.compile(r"(?<![\w*_~])([*_~])(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\w*_~])")
_HEAD_LINES, _MESSAGE_WORDS, _HEADING_WORDS = 6, 25, 25


@dataclass(slots=True)
class _Message:
    """A message: who wrote it, when, and its lines."""

    who: str
    when: DayFound
    stamp: str
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(map(words_of, self.lines))


@dataclass(frozen=True, slots=True)
class Chat:
    """The release in a chat: its lines with headings as Markdown has them, its day."""

    lines: tuple[str, ...]
    day: date


def chat_in(lines: Sequence[str], dropped: list[Dropped]) -> Chat | None:
    """The release in the lines of a chat; None for other texts. What is no part of it is added to the list."""
    filled = [line for line in lines if line.strip()][:_HEAD_LINES]
    if not any(_stamp(line) for line in filled[:1]) and not (filled and _NOTICE.match(filled[0])):
        return None
    messages, notices = _messages(lines)
    if not messages:
        return None
    dropped += [Dropped(line, "a notice of the chat") for line in notices]
    longest = max(messages, key=lambda message: message.words)
    taken = [m for m in messages if m is longest or (m.who == longest.who and m.words >= _MESSAGE_WORDS)]
    kept: list[str] = []
    for message in messages:
        dropped.append(Dropped(message.stamp, "name and time of a message"))
        media = [line for line in message.lines if _MEDIA.match(line)]
        dropped += [Dropped(line.strip(), "what stood for a picture") for line in media]
        text = [line for line in message.lines if line not in media]
        if message in taken:
            kept += ["", *text]
        elif any(line.strip() for line in text):
            dropped.append(Dropped(" ".join(" ".join(text).split()), "another message of the chat"))
    day = longest.when
    turned = _turned([message.when for message in messages], [message.stamp for message in messages])
    return Chat(tuple(_plainly(kept)), turned.get(day.day, day.day))


def _stamp(line: str) -> tuple[re.Match[str], DayFound] | None:
    for pattern in _STAMPS:
        match = pattern.match(line)
        days = days_in(match["when"], month_first=_by_halves(match["when"])) if match else ()
        if match and days:
            return match, days[0]
    return None


def _by_halves(when: str) -> bool:
    """Whether a time is told as where months come first: 2:07 PM behind a day with strokes."""
    return "/" in when and re.search(r"[ap]\.?\s?m\b", when, re.IGNORECASE) is not None


def _messages(lines: Sequence[str]) -> tuple[list[_Message], list[str]]:
    messages: list[_Message] = []
    notices: list[str] = []
    for line in lines:
        found = _stamp(line)
        if found:
            match, day = found
            said = match["said"] or ""
            stamp = line[: match.start("said")] if said else line
            messages.append(_Message(match["who"].strip(), day, stamp.strip(), [said] if said else []))
        elif _NOTICE.match(line):
            notices.append(line)
        elif messages:
            messages[-1].lines.append(line)
        elif line.strip():
            notices.append(line)
    return messages, notices


def _turned(days: Sequence[DayFound], stamps: Sequence[str]) -> dict[date, date]:
    """Days that were read the wrong way round, as another message of the chat shows by a number over twelve."""
    first = [m for stamp in stamps if (m := re.search(r"(\d{1,2})/(\d{1,2})/\d{2,4}", stamp))]
    if not any(int(match[2]) > 12 for match in first):
        return {}
    return {day.day: day.day.replace(month=day.day.day, day=day.day.month) for day in days if not day.sure
            and not any(_by_halves(stamp) for stamp in stamps)}  # fmt: skip


def _plainly(lines: Sequence[str]) -> list[str]:
    """The lines without the marks for bold and slanted type; one that is bold as a whole is a heading."""
    made: list[str] = []
    headed = False
    for line in lines:
        match = _STRONG_LINE.match(line)
        if match and words_of(match[2]) <= _HEADING_WORDS and not match[2].rstrip().endswith((".", ":")):
            first = not headed and not any(text.strip() for text in made)
            made += ["", f"{'#' if first else '##'} {match[2].strip()}", ""]
            headed = True
        else:
            made.append(_MARKED.sub(r"\2", line))
    return made
