"""The note to the editor that a letter begins with, before the release, such as “We send you the text below”.

Known by its words, or behind a greeting by its form: whole sentences above a line that is none and leads prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Block, Paragraph, PhotoPlace, Subhead
from pipeline.importers.about import is_about
from pipeline.importers.runs import ends, words_in, words_of
from pipeline.importers.wording import is_label

_NOTE = re.compile(
    r"\b(find|see)\b.{0,40}\b(attached|below|enclosed)\b|\b(attached|enclosed|below) (is|are|you will|you'll|please)\b|"
    r"\b(i|we) (am |are |would like to |hereby )*(send|attach|enclos|forward|submit|shar)(e|es|ing)?\b|"
    r"\bfor (your|the|our) (kind )?(information|attention|newsletter|bulletin|digest|consideration|next issue|use)\b|"
    r"\bas (agreed|promised|discussed|requested)\b|\bhere (is|are|'s|’s)\b.{0,20}\b(our|the|a|latest|text|news)\b|"
    r"\b(photos?|pictures?|images?|text|release) (is |are )?(attached|enclosed|below)\b|\bfyi\b|"
    r"\b(направля|высыла|пересыла|отправля|посыла|прилага|присыла)\w+|\bво вложении|\bв приложении|\bприкрепл|"
    r"\bниже (текст|приво|следует)|\bпросим (вас )?(опубликовать|разместить|включить)|"
    r"\bдля (вашего |майского |июньского |апрельского )?(бюллетеня|публикации|размещения|дайджеста|номера|вестника)|"
    r"\b(надсила|відправля)\w+|\b[ув] (вкладенні|додатку)|\banbei|\bim anhang|\bangehängt|\bbeigefügt|"
    r"\b(send|schick|übersend)\w* (ich|wir)|\bnachfolgend|\bci-joint|\bci-dessous|\bpièces? jointes?|"
    r"\bveuillez trouver|"
    r"\b(je|nous) vous (envo|transme|adress)|\badjunt\w+|\ba continuación|\bles? (env[ií]|remit)|\bin allegato|"
    r"\ballegat[aeio]|\bdi seguito|\binviamo|\bem anexo|\bseguem?\b.{0,30}\b(anexo|abaixo)|\bw załącz|\bponiżej|"
    r"\bprzesył|"
    r"\bbijgevoegd|\bbijlage|\bbifoga|\bvedhæft|\bvedlagt|\bliitteenä|\bv příloze|\bmellékel|\bataşat|\bприложен|"
    r"\bekte\b|\bekli\b|\başağıda|\bgönderiyor|\bbilgilerinize|\brica eder|\bжолдап|\bжібер|\bқоса беріл|\bжөнөт|"
    r"\bilova|\byubor|مرفق|طي[ّ]?ه|أدناه|附件|添付",
    re.IGNORECASE,
)
_MOST_BLOCKS, _NOTE_WORDS, _HEADLINE_WORDS, _PROSE_WORDS, _NEAR = 4, 45, 25, 12, 4


def blocks_of_note(blocks: Sequence[Block], *, greeted: bool) -> int:
    """How many blocks at the head of a letter are a note to the editor; ``greeted``: a greeting stood above them."""
    said = [words_in(block) if isinstance(block, Paragraph | Subhead) else "" for block in blocks]
    count = 0
    for number, text in enumerate(said[:_MOST_BLOCKS]):
        if isinstance(blocks[number], Paragraph) and words_of(text) <= _NOTE_WORDS and _NOTE.search(text):
            count = number + 1
        elif isinstance(blocks[number], Subhead) or not ends(text) or words_of(text) > _NOTE_WORDS:
            if greeted and number and _is_headline(said, blocks, number):
                count = number
            break
    return count if count < len(blocks) else 0


def _is_headline(said: Sequence[str], blocks: Sequence[Block], number: int) -> bool:
    text = said[number]
    following = [more for more, block in zip(said[number + 1 :], blocks[number + 1 :], strict=True)
                 if not isinstance(block, PhotoPlace)][:_NEAR]  # fmt: skip
    if is_label(text) or is_about(text):
        return True
    return 3 <= words_of(text) <= _HEADLINE_WORDS and any(words_of(more) > _PROSE_WORDS for more in following)
