"""Forms that releases are sent in: ``Title: …``, ``Date: …``, in lines or in a table, before or around the text.

A form is known by the labels of two of its fields or more, of which one is its title, its day or its text. What
the fields say goes to where an article has it; of the others the words are listed. A label alone is no form, but for
one that says that a headline follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.article import Block, Inline, Paragraph, PhotoPlace, Subhead, Table
from pipeline.importers.runs import split_lines, words_in, words_of
from pipeline.importers.values import NOWHERE, Dropped, Found, Reading, Runs, plain
from pipeline.importers.wording import is_byline
from pipeline.language.day_reading import days_in

TITLE, DAY, TEXT, STANDFIRST, AUTHOR, PLACE, CAPTION, CREDIT, OTHER = (
    "title", "day", "text", "standfirst", "author", "place", "caption", "credit", "other",
)  # fmt: skip
_LABELS = {
    TITLE: """
        title | headline | heading | title of release | press release title | news title | working title |
        proposed headline | заголовок | название | тема | тема релиза | titel | überschrift | schlagzeile |
        titre | titre du communiqué | título | titular | titolo | tytuł | nadpis | název | cím | titlu |
        başlık | sarlavha | mavzu | тақырып | тақырыбы | rubrik | overskrift | otsikko | naslov | τίτλος |
        العنوان | عنوان | 标题 | 題名 | タイトル | 제목 | כותרת
    """,
    DAY: """
        date | release date | date of release | publication date | date of publication | date of issue |
        issued | publish date | published | date published | date created | created | дата | дата публикации
        | дата релиза | datum | datum der veröffentlichung | veröffentlichung am | date de publication |
        fecha | fecha de publicación | data | data publikacji | data di pubblicazione | dátum | tarih | sana
        | күні | дата випуску | dato | päivämäärä | ημερομηνία | التاريخ | تاریخ | 日期 | 日付 | 날짜 | תאריך
    """,
    TEXT: """
        text | body | body text | main text | full text | release text | text of release | copy | content |
        story | текст | текст релиза | основной текст | haupttext | meldung | meldungstext | texte | corps
        du texte | texto | cuerpo | testo | treść | tekst | szöveg | metin | matn | мәтін | brödtext |
        tekstiosa | κείμενο | النص | متن | 正文 | 本文 | 본문
    """,
    STANDFIRST: """
        standfirst | summary | short summary | lead | lede | teaser | abstract | subtitle | subheading |
        subhead | sub-headline | subheadline | intro | introduction | лид | анонс | подзаголовок | краткое
        содержание | аннотация | vorspann | untertitel | kurzfassung | zusammenfassung | chapeau |
        sous-titre | résumé | subtítulo | entradilla | resumen | sottotitolo | sommario | occhiello |
        podtytuł | özet | alt başlık | spot | ingress
    """,
    AUTHOR: """
        author | authors | by | byline | written by | автор | авторы | autor | autorin | verfasser | auteur
        | autore | yazar | muallif | forfatter | författare | автори
    """,
    PLACE: """
        place | location | city | town | dateline | место | город | место события | ort | lieu | ville |
        lugar | ciudad | luogo | miejsce | miasto | yer | şehir | joy | shahar | жер | қала | місце | місто
        | paikka | ort und datum
    """,
    CAPTION: """
        caption | photo caption | picture caption | image caption | подпись к фото | подпись |
        bildunterschrift | bildtext | légende | pie de foto | didascalia | podpis | fotoğraf altı | legenda
    """,
    CREDIT: """
        photo credit | credit | photo | photographer | photo by | image credit | фото | автор фото |
        фотограф | foto | bildnachweis | crédit photo | crédito | fotografo
    """,
    OTHER: """
        for use | for release | release | embargo | status | version | department | section | category |
        categories | tags | keywords | topic | subject | type | type of text | word count | words | length |
        number | no | ref | reference | id | project | programme | sector | country | region | audience |
        language | organisation | organization | institution | office | mission | embassy | sender |
        submitted by | prepared by | approved by | checked by | editor | owner | contact | contact person |
        press contact | media contact | phone | telephone | tel | fax | mobile | e-mail | email | website |
        web | url | link | slug | issue | priority | channel | event | time | venue | attachments |
        attachment | photos | pictures | images | consent | notes | remarks | comments | last edited | last
        edited time | last updated | updated | created by | draft | due | due date | layout | permalink |
        отдел | департамент | организация | подразделение | ответственный | исполнитель | согласовано |
        утверждено | подготовил | подготовила | контакт | контакты | контактное лицо | телефон | тел | факс
        | эл. почта | почта | сайт | количество слов | объём | объем | номер | раздел | рубрика | ключевые
        слова | язык | страна | статус | эмбарго | приложения | фотографии | примечание | срок | событие |
        мероприятие | отправитель | abteilung | rubrik | ressort | zeichen | wörter | ansprechpartner |
        ansprechpartnerin | kontakt | telefon | sperrfrist | anhang | bemerkung | sprache | land | kategorie
        | schlagwörter | service | rubrique | mots-clés | contact presse | téléphone | langue | pays |
        nombre de mots | departamento | sección | categoría | contacto | teléfono | idioma | país | palabras
        clave | ufficio | contatto | contatti | telefono | lingua | bölüm | kategori | iletişim | dil | ülke
    """,
}
_FIELDS = {" ".join(name.split()): kind for kind, names in _LABELS.items() for name in names.split("|")}
_LABELLED = re.compile(r"^\W{0,3}(?P<label>[^\W\d][\w .’'/()-]{0,34}?)\W{0,3}\s*[:：]\W{0,2}\s+(?P<said>\S.*)$|"
                       r"^\W{0,3}(?P<alone>[^\W\d][\w .’'/()-]{0,34}?)\s*[:：]?\W{0,3}$")  # fmt: skip
_TELLING = {TITLE, DAY, TEXT}
_LOOKED_AT, _HEAD_LINES, _LABEL_WORDS, _PROSE_WORDS, _FEWEST = 14, 30, 4, 25, 2


@dataclass(slots=True)
class _Filled:
    """What the fields of a form say, and where it ended."""

    fields: list[tuple[str, str, tuple[Block, ...]]] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        return {kind for kind, _, _ in self.fields}

    def said(self, kind: str) -> str:
        return next((" ".join(map(words_in, held)).strip() for one, _, held in self.fields if one == kind), "")

    @property
    def is_form(self) -> bool:
        return len(self.fields) >= _FEWEST and bool(self.kinds & _TELLING)


def field_of(line: str) -> tuple[str, str]:
    """The kind of field that a line begins with or is, and what it says behind the label; else two empty texts."""
    match = _LABELLED.match(line)
    if match is None:
        return "", ""
    label = " ".join((match["label"] or match["alone"]).casefold().split()).strip(" .-")
    bare = re.sub(r"\s*\([^)]*\)$", "", label)
    return _FIELDS.get(bare, ""), match["said"] or ""


def is_field_line(line: str) -> bool:
    """Whether a line is a field of a form with what it says, in one."""
    kind, said = field_of(line)
    return bool(kind and said) and words_of(line) <= _PROSE_WORDS


def fields_apart(text: str) -> str:
    """A text with lines of Markdown near its head that are fields of a form as paragraphs of their own."""
    lines = text.split("\n")
    fields = [is_field_line(line) for line in lines[:_HEAD_LINES]]
    several = [
        is_field and (any(fields[max(n - 1, 0) : n]) or any(fields[n + 1 : n + 2])) for n, is_field in enumerate(fields)
    ]
    return "\n".join(f"{line}\n" if any(several[n : n + 1]) else line for n, line in enumerate(lines))


def from_form(reading: Reading) -> Reading:
    """The reading with the fields of a form at its head in their places; others as they are."""
    blocks = reading.blocks
    for number, block in enumerate(blocks[:_LOOKED_AT]):
        if isinstance(block, Table):
            filled = _of_table(block)
            if filled.is_form:
                return _placed(reading, filled, blocks[:number], blocks[number + 1 :])
        elif words_of(words_in(block)) > _PROSE_WORDS:
            break
    for read in (_of_lines, _of_labels):
        first, filled, last = read(blocks)
        if filled.is_form:
            return _placed(reading, filled, blocks[:first], blocks[last:])
    return _with_headline(reading)


def _of_table(table: Table) -> _Filled:
    """The fields of a table whose every other cell is a label."""
    filled = _Filled()
    rows = [row for row in (table.header, *table.rows) if any(map(plain, row))]
    known = 0
    for row in rows:
        cells = [cell for cell in row if plain(cell)]
        for label, said in zip(cells[::2], cells[1::2], strict=False):
            kind = _FIELDS.get(_label(plain(label)), "")
            known += bool(kind)
            filled.fields.append((kind or OTHER, plain(label), (Paragraph(said, NOWHERE),)))
        if len(cells) % 2:  # a label that nobody filled in
            kind = _FIELDS.get(_label(plain(cells[-1])), "")
            if not kind and len(cells) > 1:
                return _Filled()
            filled.fields.append((kind or OTHER, plain(cells[-1]), ()))
    labels = [label for _, label, _ in filled.fields]
    short = all(words_of(label) <= _LABEL_WORDS for label in labels if label)
    return filled if short and known >= max(_FEWEST, len(rows) // 2) else _Filled()


def _label(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", " ".join(text.casefold().split()).strip(" .:：*-"))


def _of_lines(blocks: Sequence[Block]) -> tuple[int, _Filled, int]:
    """Fields in lines near the head, ``Title: …``, each a paragraph or a line of one."""
    filled = _Filled()
    first = -1
    for number, block in enumerate(blocks[:_LOOKED_AT]):
        if isinstance(block, PhotoPlace) and first < 0:
            continue
        lines = split_lines(block.inlines) if isinstance(block, Paragraph) and block.inlines else []
        found = [field_of(plain(line)) for line in lines]
        if lines and all(kind and said and words_of(plain(line)) <= 2 * _PROSE_WORDS
                         for (kind, said), line in zip(found, lines, strict=True)):  # fmt: skip
            first = number if first < 0 else first
            filled.fields += [
                (kind, plain(line), (Paragraph((Inline(said, NOWHERE),), NOWHERE),))
                for (kind, said), line in zip(found, lines, strict=True)
            ]
        elif first >= 0:
            return first, filled, number
        elif words_of(words_in(block)) > _PROSE_WORDS:
            break
    return max(first, 0), filled if first >= 0 else _Filled(), min(len(blocks), _LOOKED_AT)


def _of_labels(blocks: Sequence[Block]) -> tuple[int, _Filled, int]:
    """Fields whose labels are lines of their own, each above what it says: a table that was taken for a page."""
    marks: list[tuple[int, str]] = []
    for number, block in enumerate(blocks):
        text = words_in(block) if isinstance(block, Paragraph | Subhead) else ""
        kind, said = field_of(text) if text and words_of(text) <= _LABEL_WORDS else ("", "")
        if kind and not said and (not marks or TEXT not in {one for _, one in marks} or kind not in _TELLING):
            marks.append((number, kind))
    if not marks or marks[0][0] > _LABEL_WORDS or not {kind for _, kind in marks} >= {TITLE, TEXT}:
        return 0, _Filled(), 0
    ends = [number for number, _ in marks[1:]] + [len(blocks)]
    filled = _Filled(
        [(kind, words_in(blocks[at]), tuple(blocks[at + 1 : end])) for (at, kind), end in zip(marks, ends, strict=True)]
    )
    return marks[0][0], filled, len(blocks)


def _placed(reading: Reading, filled: _Filled, before: Sequence[Block], behind: Sequence[Block]) -> Reading:
    """The reading with the headline first, then what a field says that is text, then the other text."""
    text = [block for kind, _, held in filled.fields if kind in {STANDFIRST, TEXT} for block in held]
    title = filled.said(TITLE)
    photos = [
        block for kind, _, held in filled.fields if kind not in {STANDFIRST, TEXT}
        for block in held if isinstance(block, PhotoPlace)
    ]  # fmt: skip
    head: list[Block] = list(before)
    if title:
        head = [b if not isinstance(b, Subhead) or b.level > 1 else replace(b, level=2) for b in before]
        head.append(Subhead(1, (Inline(title, NOWHERE),), NOWHERE))
    days = [day for kind, _, held in filled.fields if kind == DAY for b in held for day in days_in(words_in(b))]
    others = [day for kind, _, held in filled.fields if kind == OTHER for b in held for day in days_in(words_in(b))]
    sure = [day.day for day in (*days, *others) if day.sure]
    listed = tuple(_listed(filled))
    doubted = [Paragraph((Inline(filled.said(DAY), NOWHERE),), NOWHERE)] if days and not sure else []
    return replace(
        reading,
        blocks=(*head, *doubted, *photos, *text, *behind),
        title=title or reading.title,
        date=reading.date or next(iter(sure), None),
        place=reading.place or filled.said(PLACE),
        byline=reading.byline or filled.said(AUTHOR),
        pictures=_captioned(reading.pictures, filled.said(CAPTION), filled.said(CREDIT)),
        dropped=(*reading.dropped, *listed),
    )


def _listed(filled: _Filled) -> Iterator[Dropped]:
    for kind, label, held in filled.fields:
        said = "" if kind in {TEXT, STANDFIRST, TITLE} and held else " ".join(map(words_in, held))
        yield Dropped((label if label.endswith(said) else f"{label} {said}").strip(), "field of a form")


def _captioned(pictures: tuple[tuple[str, Found], ...], caption: str, credit: str) -> tuple[tuple[str, Found], ...]:
    """The picture, if it is the only one, with what the form says of it."""
    if len(pictures) != 1:
        return pictures
    key, found = pictures[0]
    return ((key, replace(found, caption=found.caption or caption, credit=found.credit or credit)),)


def _with_headline(reading: Reading) -> Reading:
    """The reading; a line near its head that says ``Headline: …`` is the headline."""
    if any(isinstance(block, Subhead) and block.level == 1 for block in reading.blocks):
        return reading
    for number, block in enumerate(reading.blocks[:_LOOKED_AT]):
        kind, said = field_of(words_in(block)) if isinstance(block, Paragraph | Subhead) else ("", "")
        if kind == TITLE and said and words_of(said) <= _PROSE_WORDS and not is_byline(said):
            label = words_in(block).removesuffix(said).strip()
            headline: Runs = (Inline(said, NOWHERE),)
            blocks = (*reading.blocks[:number], Subhead(1, headline, NOWHERE), *reading.blocks[number + 1 :])
            return replace(reading, blocks=blocks, dropped=(*reading.dropped, Dropped(label, "label of the headline")))
        if words_of(words_in(block)) > _PROSE_WORDS:
            break
    return reading
