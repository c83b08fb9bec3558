"""Repairs that hold for every source: noise of bold type, and lists that were written as lines with bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Block, Inline, ItemList, Paragraph
from pipeline.importers.runs import split_lines, tidied, words_of
from pipeline.importers.values import NOWHERE, Repair, Runs, plain

_BULLET = re.compile(r"^\s*[•●▪◦‣∙·■►*–—-]\s+")
_MOSTLY = 0.6


def tidy_blocks(blocks: Sequence[Block]) -> tuple[list[Block], list[Repair]]:
    """The blocks repaired, and the repairs."""
    repairs: list[Repair] = []
    made = _without_bold_noise(list(blocks), repairs)
    return _with_lists(made, repairs), repairs


def _without_bold_noise(blocks: list[Block], repairs: list[Repair]) -> list[Block]:
    """Where most of a long text is bold, nothing of it is meant."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    letters = sum(len(run.text) for block in paragraphs for run in block.inlines)
    bold = sum(len(run.text) for block in paragraphs for run in block.inlines if run.strong)
    if len(paragraphs) < 3 or bold < letters * _MOSTLY:
        return blocks
    repairs.append(Repair("Most of the text was bold; it is set plainly."))
    return [
        replace(block, inlines=_plain(block.inlines)) if isinstance(block, Paragraph) else block for block in blocks
    ]


def _plain(runs: Runs) -> Runs:
    return tidied([replace(run, strong=False) for run in runs])


def _with_lists(blocks: list[Block], repairs: list[Repair]) -> list[Block]:
    """Paragraphs or lines that begin with bullets become lists."""
    made: list[Block] = []
    items: list[tuple[Block, ...]] = []

    def close() -> None:
        if items:
            repairs.append(Repair("Lines with bullets were made a list.", plain_items(items)))
            made.append(ItemList(ordered=False, start=1, items=tuple(items), span=NOWHERE))
            items.clear()

    for number, block in enumerate(blocks):
        alone = not any(map(_is_bulleted, (*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2])))
        lines = split_lines(block.inlines) if isinstance(block, Paragraph) else []
        marked = [line for line in lines if line and _BULLET.match(line[0].text) and words_of(plain(line))]
        dashes = all(line[0].text.lstrip()[0] in "*–—-" for line in marked)
        if (
            not marked
            or len(marked) < len(lines) - 1
            or (dashes and len(marked) < 2 and alone)
            or (lines[0] not in marked and len(lines) == 1)
        ):
            close()
            made.append(block)
            continue
        if lines[0] not in marked:
            close()
            made.append(Paragraph(lines[0], NOWHERE))
        items += [(Paragraph(_unmarked(line), NOWHERE),) for line in lines if line in marked]
    close()
    return made


def _is_bulleted(block: Block) -> bool:
    """Whether a block is a paragraph that begins with a bullet."""
    return isinstance(block, Paragraph) and bool(block.inlines) and _BULLET.match(block.inlines[0].text) is not None


def plain_items(items: Sequence[tuple[Block, ...]]) -> str:
    """The items of a list on one line."""
    return " | ".join(plain(block.inlines) for item in items for block in item if isinstance(block, Paragraph))


def _unmarked(runs: Runs) -> Runs:
    first: Inline = replace(runs[0], text=_BULLET.sub("", runs[0].text))
    return tidied([first, *runs[1:]])
