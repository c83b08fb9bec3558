"""What makes a letter of a text: lines of its head, greeting, closing words, signature, what providers add below.

Serves e-mails, and e-mails that were pasted into a file of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pipeline.article import Block, Paragraph, Quotation, Subhead
from pipeline.importers.covering import blocks_of_note
from pipeline.importers.kinds import is_sender
from pipeline.importers.quoting import FORWARDED, SAYS_WHO_WROTE, without_answered
from pipeline.importers.runs import ends, text_of, words_in, words_of
from pipeline.importers.values import Dropped, Reading
from pipeline.importers.wording import END_MARK
from pipeline.language.day_reading import days_in

HEAD, GREETING = "head of the e-mail", "greeting of the e-mail"
HEADER = re.compile(
    r"^\W*(from|to|cc|bcc|sent|date|subject|reply-to|от|кому|копия|отправлено|дата|тема|von|an|gesendet|"
    r"betreff|de|à|envoyé|objet|kimden|kime|konu)\s*:\s*\S",
    re.IGNORECASE,
)
_SENT = re.compile(r"\b(date|sent|дата|отправлено|gesendet|datum|envoyé|fecha|tarih|gönderildi)\s*:\s*", re.IGNORECASE)
_FROM = re.compile(r"\b(from|от|von|de|kimden)\s*:", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(subject|тема|betreff|objet|asunto|konu)\s*:\s*(?P<said>\S.*)$", re.IGNORECASE)
_GREETING = re.compile(
    r"^(dear|hello|hi|good (morning|afternoon|evening|day)|to whom it may concern|greetings|уважаем\w*|"
    r"добрый (день|вечер)|доброе утро|здравствуйте|құрметті|sayın|hörmətli|hurmatli|madame|monsieur|ch[eè]re?s?|"
    r"sehr geehrte\w?|liebe\w?|guten (tag|morgen)|hallo|bonjour|estimad\w+|gentil[ei]|buongiorno|buenos días|"
    r"prezad\w+|bom dia|szanown\w+|dzień dobry|dobrý den|vážen\w+|tisztelt|stimat\w+|bună ziua|beste|geachte|"
    r"hei|hej|tere|labdien|laba diena|шановн\w+|доброго дня|добрий день|вітаю|привет\w*|коллеги|друзья|"
    r"урматтуу|assalomu|salom|merhaba|salam|αγαπητ\w+|почитаем\w+|уважаеми|поштован\w+|poštovan\w+|spoštovan\w+|"
    r"السلام عليكم|تحية طيبة|שלום|尊敬的|各位|您好|"
    r"拝啓|(いつも|平素より?)(大変)?お世話になって(おり|い)ます|안녕하(세요|십니까)|"
    r"السادة)\b[^.]{0,80}[,!:.]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(--(\s|$)|((kind|best|warm|with( kind| best| warm)?) (regards|wishes)|regards|yours (sincerely|"
    r"faithfully|truly)|sincerely( yours)?|с уважением|с наилучшими пожеланиями|құрметпен|saygılarımla|"
    r"hörmətlə|cordialement|bien à vous|mit freundlichen grüßen|saludos( cordiales)?|cordiali saluti|"
    r"respectfully|"
    r"(mit )?(besten|herzlichen|freundlichen|viele|liebe|schöne) grü(ß|ss)e?n?|un saludo|atentamente|atenciosamente|"
    r"distinti saluti|met (vriendelijke|hartelijke) groet\w*|med vänliga? hälsning\w*|"
    r"med ven(lig|nlig) hilsen|"
    r"ystävällisin terveisin|z poważaniem|pozdrawiam|s pozdravem|s pozdravom|üdvözlettel|cu stimă|з повагою|"
    r"з найкращими побажаннями|с почтением|с поклоном|заранее благодар\w*|урмат менен|hurmat bilan|"
    r"με εκτίμηση|lugupidamisega|ar cieņu|pagarbiai|s poštovanjem|s spoštovanjem|مع (التحية|التقدير|تحيات)|تحياتي|"
    r"وتفضلوا|بכבוד רב|בברכה|此致|敬具|顺颂|"
    r"sent from my|отправлено с)\b|best,(\s+\S+){0,3}$|((many |with )?thanks|thank you)( in advance| again| very much)?"
    r"([,.!](\s+\S+){0,3})?$|cheers,)",
    re.IGNORECASE,
)
# What programs for mail, offices and newsletters set below every message.
_FOOT = re.compile(
    r"\b(unsubscribe|отписаться|abbestellen|se désabonner|you (are )?receiv(e|ing) this|"
    r"вы получили это письмо|if you no longer wish|manage (your )?preferences)\b|"
    r"\b(this|the contents of this) (e-?mail|message)\b.{0,60}\b(confidential|privileged|intended|scanned|checked)\b|"
    r"\b(это|данное) (письмо|сообщение)\b.{0,60}\b(провер\w+|конфиденциальн\w+|предназначен\w+)|"
    r"\bmailing list\b|\blistinfo\b|\bsubscribed to (the|this)\b|\bvertrauliche informationen\b|"
    r"\bconfiden[ct]i?[aá]?l\w*\b.{0,80}\b(message|mensaje|messaggio|mensagem|courriel|destinat\w+)|"
    r"\b(message|mensaje|messaggio|mensagem|courriel|e-?mail)\b.{0,80}\bconfiden[tcz]i\w+|"
    r"\b(this|diese) (e-?mail|message|newsletter)\b.{0,30}\b(was sent|sent to|wurde)\b|"
    r"\bthis service is provided to you\b|"
    r"\b(update|change|edit) your (subscription|preference|email)s?\b|\bsubscriber preferences\b|"
    r"^\W*(abmelden|newsletter abbestellen|confidentiality notice|disclaimer|darse de baja|cancelar suscripción|"
    r"annulla iscrizione|disiscriviti|afmelden|avregistrera|afmeld|meld av|wypisz się|odhlásit|leiratkozás|dezabonare|"
    r"abonelikten çık|cancelar inscrição|se désinscrire|відписатися|تسجيل الخروج|إلغاء الاشتراك|"
    r"退订|配信停止|수신거부)\b|"
    r"\bcet e-?mail (a été envoyé|est envoyé)|\beste (correo|e-?mail) (fue|ha sido|es) |\bquesta e-?mail è stata|"
    r"\bdeze e-?mail is verzonden|\bbu e-?posta\b.{0,60}\bgönderil|\bэто письмо (было )?отправлено|"
    r"\bvirus-free\b|\bпроверено (антивирусом|на вирусы)|\bdiese e-?mail\b.{0,60}\bvertraulich",
    re.IGNORECASE,
)
_CLOSING_WORDS, _CLOSING_SHARE, _FOOT_SHARE, _FOOT_BLOCKS, _FOOT_WORDS, _WHOLE_SHARE = 40, 0.4, 0.5, 5, 120, 0.6
_MOST_HEADERS, _NAME_WORDS = 12, 3


def as_letter(reading: Reading) -> Reading:
    """Without the lines of a letter about the release: mail headers, greeting, closing words and signature."""
    blocks, dropped = without_answered(_unwrapped(reading.blocks))
    kept: list[Block] = []
    total = len(blocks)
    closed = ""
    left = sum(words_of(words_in(block)) for block in blocks)
    for number, block in enumerate(blocks):
        lines = [" ".join(line.split()) for line in _raw(block).split("\n")]
        text = " ".join(lines)
        if number > total * _CLOSING_SHARE and _CLOSING.match(text) and words_of(text) <= _CLOSING_WORDS:
            closed = closed or "closing words and signature of the e-mail"
        elif number >= max(total * _FOOT_SHARE, total - _FOOT_BLOCKS) and left <= _FOOT_WORDS and _FOOT.search(text):
            closed = closed or "foot of the e-mail"
        left -= words_of(words_in(block))
        if closed:
            if said := words_in(block):
                dropped.append(Dropped(said, closed))
        elif (
            text
            and (FORWARDED.match(text) or SAYS_WHO_WROTE.match(text) or all(HEADER.match(line) for line in lines))
            and (len(lines) > 1 or number < total / 2)
        ):
            dropped.append(Dropped(text, HEAD))
        elif number < 4 and _is_greeting(text):
            dropped.append(Dropped(text, GREETING))
        else:
            kept.append(block)
    greeted = any(item.why == GREETING for item in dropped)
    for note in kept[: blocks_of_note(kept, greeted=greeted)]:
        dropped.append(Dropped(words_in(note), "covering note"))
        kept.remove(note)
    foot = _lines_of_foot(reading.raw)
    while kept and words_of(words_in(kept[-1])) <= _FOOT_WORDS and set(_raw(kept[-1]).split("\n")) <= foot:
        dropped.append(Dropped(words_in(kept.pop()), "foot of the e-mail"))
    return replace(reading, blocks=tuple(kept), dropped=(*reading.dropped, *dropped))


def _is_greeting(text: str) -> bool:
    return _GREETING.match(text) is not None and (not text[-1].isalnum() or words_of(text) <= _NAME_WORDS)


def _lines_of_foot(raw: Sequence[str]) -> set[str]:
    """The lines behind the first one of a letter's foot, some of which a page's reader may have left out itself."""
    late = max(int(len(raw) * _FOOT_SHARE), len(raw) - _FOOT_BLOCKS)
    first = next((n for n in range(late, len(raw)) if _FOOT.search(raw[n]) or END_MARK.match(raw[n])), len(raw))
    if first < len(raw) and _FOOT.search(raw[first]) and _is_postal(raw[first - 1]):
        first -= 1
    return {line for text in raw[first:] for line in text.split("\n")}


def _is_postal(line: str) -> bool:
    """Whether a line is who sends a letter and where they are, as the law wants it above a letter's foot."""
    name, *where = re.split(r"\s*[,|·•\n]\s*", line)
    return bool(where) and is_sender(name) and not ends(line) and words_of(line) <= _CLOSING_WORDS // 2


def forwarded_day(dropped: Iterable[Dropped]) -> date | None:
    """The day on which the message was sent that was passed on: of several the first one."""
    return next((day for day in reversed([day for item in dropped for day in _day_in_head(item)])), None)


def pasted_head(lines: Sequence[str]) -> tuple[int, str]:
    """How many lines at the beginning are the head of an e-mail, and its subject; none below two of them."""
    count, subject = 0, ""
    begun = next((n for n, line in enumerate(lines) if line.strip()), 0)
    for number, line in enumerate(lines[begun : begun + _MOST_HEADERS], begun + 1):
        if HEADER.match(line):
            count = number
            subject = subject or (match["said"].strip() if (match := _SUBJECT.match(line)) else "")
        elif not (line[:1].isspace() and line.strip()):
            break
    found = sum(HEADER.match(line) is not None for line in lines[begun:count])
    sender = any(_FROM.search(line) for line in lines[begun:count])
    return (count, subject) if found > 1 and (sender or subject) else (0, "")


def _unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where nearly all words are in one quotation with what is in it: a message that was passed on."""
    total = sum(words_of(words_in(block)) for block in blocks)
    made: list[Block] = []
    for block in blocks:
        whole = isinstance(block, Quotation) and words_of(words_in(block)) >= _WHOLE_SHARE * total > 0
        made += _unwrapped(block.blocks) if whole and isinstance(block, Quotation) else [block]
    return made


def _raw(block: Block) -> str:
    return text_of(block.inlines) if isinstance(block, Paragraph | Subhead) else ""


def _day_in_head(item: Dropped) -> list[date]:
    """The day on which a forwarded message was sent."""
    if item.why == HEAD and SAYS_WHO_WROTE.match(item.text):
        return [found.day for found in days_in(item.text)[:1]]
    match = _SENT.search(item.text) if item.why == HEAD or _FROM.search(item.text) else None
    return [found.day for found in days_in(item.text[match.end() :])[:1]] if match else []
