"""What a letter quotes of others: the message that was passed on, which is the release; the one that was answered.

A message is passed on where most of the words are in it; it was answered where most of them stand above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Block, Paragraph, Quotation, Subhead
from pipeline.importers.runs import text_of, words_in, words_of
from pipeline.importers.values import Dropped

FORWARDED = re.compile(
    r"^\W*(begin forwarded message|forwarded message|original message|пересланное сообщение|"
    r"пересылаемое сообщение|исходное сообщение|переслане повідомлення|weitergeleitete nachricht|"
    r"ursprüngliche nachricht|message transféré|message d'origine|message d’origine|mensaje (reenviado|original)|"
    r"messaggio (inoltrato|originale)|mensagem (encaminhada|original)|iletilen ileti|özgün ileti|"
    r"wiadomość (oryginalna|przekazana)|doorgestuurd bericht|oorspronkelijk bericht|الرسالة الأصلية)\W*$",
    re.IGNORECASE,
)
# “On 11 May 2023, at 16:05, Mila Sand wrote:”
SAYS_WHO_WROTE = re.compile(
    r"^\W{0,3}(?=[^\n]*(\d:\d\d|@))[^\n]{4,160}\b(wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|"
    r"napisał(a|\(a\))?|пишет|написал[аи]?|писал[аи]?|пише|написа[вл]а?|schreef|skrev|kirjoitti|napsal[a]?|írta|"
    r"a scris|yazdı|كتب)\b[^\n.]{0,60}\s*[:：]\s*$|^\W{0,3}\d[^\n]{6,80}<[^<>\n]+@[^<>\n]+>\s*:\s*$",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^\W*(from|от( кого)?|von|de|kimden|da|van|från|fra|від|od)\s*:\s*\S", re.IGNORECASE)
_HEADED = re.compile(
    r"^\W*(to|sent|date|subject|кому|отправлено|дата|тема|an|gesendet|betreff|à|envoyé|objet|para|enviado|asunto|"
    r"kime|konu|tarih|data|temat|do)\s*:\s*\S",
    re.IGNORECASE,
)
_FEWEST_WORDS = 30


def without_answered(blocks: Sequence[Block]) -> tuple[list[Block], list[Dropped]]:
    """The blocks of a letter without the message that it answers, which stands below it."""
    total = sum(words_of(words_in(block)) for block in blocks)
    above = 0
    for number, block in enumerate(blocks):
        if _begins_other(blocks, number) and above >= max(_FEWEST_WORDS, total - above):
            left = [Dropped(said, "the message that is answered") for one in blocks[number:] if (said := words_in(one))]
            return list(blocks[:number]), left
        above += words_of(words_in(block))
    return list(blocks), []


def _begins_other(blocks: Sequence[Block], number: int) -> bool:
    """Whether another message begins here: by what a program writes above it, or by its head."""
    lines = _lines(blocks[number])
    if not lines:
        return False
    if FORWARDED.match(lines[0]):
        return True
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    if SAYS_WHO_WROTE.match(" ".join(lines)):
        return isinstance(following, Quotation) or following is None or number > 0
    more = [*lines[1:3], *(line for block in blocks[number + 1 : number + 3] for line in _lines(block)[:1])]
    return _SENDER.match(lines[0]) is not None and any(_HEADED.match(line) for line in more)


def _lines(block: Block) -> list[str]:
    text = text_of(block.inlines) if isinstance(block, Paragraph | Subhead) else ""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def unquoted(text: str) -> tuple[str, tuple[Dropped, ...]]:
    """A text as it was sent first: of one that is quoted line by line without the signs and the words around it.

    Of a letter that quotes at its foot what it answers, without that.
    """
    lines = text.split("\n")
    quoted = [line for line in lines if line.startswith(">")]
    filled = [line for line in lines if line.strip()]
    if quoted and len(quoted) * 2 >= len(filled):
        own = " ".join(line.strip() for line in filled if not line.startswith(">"))
        dropped = (Dropped(own, "words of who passed the message on"),) if own else ()
        return "\n".join(re.sub(r"^(>[ \t]?)+", "", line) for line in quoted), dropped
    start = next((n for n, line in enumerate(lines) if line.startswith(">")), len(lines))
    if not quoted or any(line.strip() and not line.startswith(">") for line in lines[start:]):
        return text, ()
    head = max((n for n in range(start) if lines[n].strip()), default=-1)
    told = [n for n in (head, head - 1) if n >= 0 and SAYS_WHO_WROTE.match(" ".join(lines[n : head + 1]))]
    if not told:
        return text, ()
    left = " ".join(" ".join(lines[min(told) :]).split())
    return "\n".join(lines[: min(told)]), (Dropped(left, "the message that is answered"),)
