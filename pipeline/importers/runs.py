"""Work on runs of text and on the blocks that hold them: what every reader and the writer share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from pipeline.article import Block, Inline, ItemList, Paragraph, Pull, Quotation, Subhead, Table
from pipeline.importers.values import NOWHERE, Runs, plain

BREAK = "\n"
SENTENCE_ENDS = ".!?…。！？؟۔।:;"
LINE_ENDS = ".!?…:。！？؟۔"
"""What ends a line of plain text for certain; the semicolon and the danda are left out."""
_TAIL = 40
_BRACKETS = {"[": "]", "(": ")"}
_UNSEEN_SIGNS = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_WORD = re.compile(r"[^\W_]\S*")
_CJK = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def without_unseen(text: str) -> str:
    """A text without signs that nobody sees: controls, soft hyphens, blanks of no width."""
    return _UNSEEN_SIGNS.sub("", text)


def ends(text: str, signs: str = SENTENCE_ENDS) -> bool:
    """Whether a text ends in one of these signs, quotation marks and brackets behind it aside."""
    bare = text[-_TAIL:].rstrip("\"'’»”)] ")
    return bool(bare) and bare[-1] in signs


def words_of(text: str) -> int:
    """How many words a text has; two letters of scripts without blanks count as one."""
    return len(_WORD.findall(text)) + len(_CJK.findall(text)) // 2


def tidied(runs: Iterable[Inline]) -> Runs:
    """Runs without doubled blanks, blanks at the ends, and emphasis of nothing; neighbours of one look are one."""
    made: list[Inline] = []
    for run in runs:
        behind_blank = not made or (not made[-1].note and made[-1].text.endswith((" ", BREAK)))
        if run.text == BREAK and made and not made[-1].note:
            made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
        text = run.text.lstrip(" ") if behind_blank else run.text
        if not text and not run.note:
            continue
        loose = not text.strip() and not run.note
        piece = replace(run, text=text, strong=run.strong and not loose, emphasis=run.emphasis and not loose)
        if made and _alike(made[-1], piece):
            made[-1] = replace(made[-1], text=made[-1].text + text)
        else:
            made.append(piece)
    while made and not made[-1].note and not made[-1].text.strip():
        made.pop()
    if made and not made[-1].note:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(made)


def _alike(one: Inline, other: Inline) -> bool:
    if one.note or other.note or one.href != other.href:
        return False
    if BREAK in {one.text, other.text} and (one.strong or one.emphasis or other.strong or other.emphasis):
        return False
    return (one.strong, one.emphasis) == (other.strong, other.emphasis)


def split_lines(runs: Runs) -> list[Runs]:
    """The lines of a paragraph with hard line ends."""
    if not any(BREAK in run.text for run in runs):
        return [runs]
    lines: list[list[Inline]] = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split(BREAK)):
            if number:
                lines.append([])
            lines[-1].append(replace(run, text=part))
    return [line for line in (tidied(line) for line in lines) if line] or [runs]


def joined_lines(lines: Sequence[Runs]) -> Runs:
    """Lines as one paragraph with hard line ends."""
    return tuple(run for n, line in enumerate(lines) for run in (*((Inline(BREAK, NOWHERE),) if n else ()), *line))


def unbroken(runs: Runs) -> Runs:
    """Runs with blanks in place of hard line ends."""
    return tidied([replace(run, text=run.text.replace(BREAK, " ")) for run in runs])


def text_of(runs: Runs) -> str:
    """The text of runs, line ends kept."""
    return "".join(run.text for run in runs)


def line_of(block: Block) -> str:
    """The text of a paragraph or a heading on one line; nothing of other blocks."""
    return plain(block.inlines) if isinstance(block, Paragraph | Subhead) else ""


def bare_of(text: str) -> str:
    """A text as it is compared: letters and figures alone, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def without_start(runs: Runs, count: int) -> Runs:
    """Runs without their first ``count`` letters."""
    kept = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        if run.text[cut:] or run.note:
            kept.append(replace(run, text=run.text[cut:]))
    return tidied(kept)


def words_in(block: Block) -> str:
    """The text of any block on one line."""
    match block:
        case Paragraph() | Subhead():
            return plain(block.inlines)
        case ItemList():
            return " ".join(words_in(inner) for item in block.items for inner in item)
        case Quotation() | Pull():
            return " ".join(words_in(inner) for inner in block.blocks)
        case Table():
            return " ".join(plain(cell) for row in (block.header, *block.rows) for cell in row)
        case _:
            return ""


def mapped(blocks: Iterable[Block], change: Callable[[Runs], Runs]) -> tuple[Block, ...]:
    """The blocks with every run of text changed."""
    return tuple(_mapped(block, change) for block in blocks)


def _mapped(block: Block, change: Callable[[Runs], Runs]) -> Block:
    match block:
        case Paragraph() | Subhead():
            return replace(block, inlines=change(block.inlines), span=NOWHERE)
        case ItemList():
            return replace(block, items=tuple(mapped(item, change) for item in block.items), span=NOWHERE)
        case Quotation() | Pull():
            return replace(block, blocks=mapped(block.blocks, change), span=NOWHERE)
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in (block.header, *block.rows))
            return replace(block, header=rows[0], rows=rows[1:], span=NOWHERE)
        case _:
            return block


def _without_brackets(runs: Runs) -> Runs:
    """Runs without brackets around the marks of footnotes, which have a look of their own."""
    made = list(runs)
    for number in range(1, len(made) - 1):
        before, mark, behind = made[number - 1 : number + 2]
        sign = before.text.rstrip()[-1:]
        if mark.note and sign in _BRACKETS and behind.text.lstrip().startswith(_BRACKETS[sign]):
            made[number - 1] = replace(before, text=before.text.rstrip()[:-1].rstrip())
            made[number + 1] = replace(behind, text=behind.text.lstrip()[1:])
    return tuple(run for run in made if run.text or run.note)


def relabelled(blocks: Iterable[Block], labels: dict[str, str]) -> tuple[Block, ...]:
    """Blocks whose footnote marks have their new labels; marks that lead nowhere are gone."""

    def change(runs: Runs) -> Runs:
        if any(run.note for run in runs):
            runs = _without_brackets(runs)
        kept = [run for run in runs if not run.note or run.note in labels]
        return tuple(replace(run, note=labels[run.note]) if run.note else run for run in kept)

    return mapped(blocks, change)
