"""Which texts of a page are captions, and of which pictures: by element, by name, by standing with a picture.

The smallest box that holds a picture and a text is looked at: where it holds nothing else, the text is the picture's.
In a table of pictures with a row of texts below them a text is of the picture above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from pipeline.article import Block, Paragraph, PhotoPlace
from pipeline.importers.alike import make_of
from pipeline.importers.boxes import CAPTION_NAME, Box, Leaf, Picture, counted, leads_to_picture, parents_of
from pipeline.importers.furniture import HUMP
from pipeline.importers.render import rows_of
from pipeline.importers.runs import words_of
from pipeline.importers.sections import is_section_of_furniture
from pipeline.importers.title_leaf import HEADINGS, level_of
from pipeline.importers.tree import Element
from pipeline.importers.values import Found, Runs, plain
from pipeline.importers.wording import CREDIT, FIGURE, is_buttons

_FRAME_NAME = re.compile(
    r"[a-z0-9]*[-_]{0,2}(image|img|photo|picture|pic|figure|foto|fig|media|slide|gallery-?item)(-?(box|wrap|wrapper|block|item|frame|container))?"
)
_FRAME_WORDS = re.compile(r"image|img|photos?|picture|pic|figure|fotos?|bild|resim|fig|fotografia|imagen")
# Who took a picture, as China, Japan and Korea say it: behind the name, or before it.
_MADE_BY = re.compile(
    r"(^|[\s。，,(（/／])[^\s。，,()（）]{1,14}\s*(摄影?|攝影?|供图|提供|撮影|/图)[)）。]?\s*$|[(（]?(写真|사진)\s*(提供|제공)?\s*[=＝:：]",
)
_CELLS = {"td", "th"}
_SMALL_TYPE = re.compile(r"font-style\s*:\s*italic|font-size\s*:\s*(?:[5-9]|1[012])(?:\.\d+)?\s*px", re.IGNORECASE)
_CAPTION_WORDS, _BARE_WORDS, _NEAR, _LINES, _SEVERAL = 60, 30, 12, 2, 2


def captions_of(
    box: Box, body: Box, makes: set[tuple[str, str]], headline: Leaf | None
) -> tuple[tuple[Picture, Leaf], ...]:
    """The leaves that are captions, each with its picture; they no longer count as text.

    ``makes`` are those of the text's own paragraphs: what is made like them is a caption only if more says so. The
    headline is none, whatever it stands beside.
    """
    if headline is not None:
        headline.why = "headline"
    columns = captions_by_column(box)
    found = [*columns, *_named(box, body), *_framed(box, body, makes), *_following(box)]
    for _, leaf in found:
        leaf.why = "caption"
    if headline is not None:
        headline.why = ""
    return tuple(found)


def captions_by_column(box: Box) -> list[tuple[Picture, Leaf]]:
    """The texts in a row of a table right below a row of pictures, each with the picture of its column.

    They count as captions from then on.
    """
    found: list[tuple[Picture, Leaf]] = []
    for table in _boxes(box):
        rows = rows_of(table) if table.element.tag == "table" else []
        for upper, lower in pairwise([_by_column(row) for row in rows]):
            pictures = {place: _only_picture(cell) for place, cell in upper.items() if any(True for _ in cell.parts())}
            texts = {place: _only_line(cell) for place, cell in lower.items() if any(True for _ in cell.parts())}
            if len(pictures) < _SEVERAL or not texts or not texts.keys() <= pictures.keys():
                continue
            pairs = [(pictures[place], text) for place, text in texts.items()]
            made = [(picture, text) for picture, text in pairs if picture is not None and text is not None]
            if len(made) == len(pairs) and None not in pictures.values():
                found += made
                for _, text in made:
                    text.why = "caption"
    return found


def _by_column(row: Sequence[Box]) -> dict[int, Box]:
    """The cells of a row by the column in which each begins."""
    places: dict[int, Box] = {}
    place = 0
    for cell in row:
        places[place] = cell
        span = cell.element.get("colspan")[:2]
        place += max(int(span), 1) if span.isdecimal() else 1
    return places


def _only_picture(cell: Box) -> Picture | None:
    """The picture that is all that a cell holds."""
    parts = list(islice(cell.parts(), _SEVERAL))
    return parts[0] if len(parts) == 1 and isinstance(parts[0], Picture) else None


def _only_line(cell: Box) -> Leaf | None:
    """The one line that is all that a cell holds, where it may be a caption: short, no heading, leading nowhere."""
    parts = list(islice(cell.parts(), _SEVERAL))
    line = parts[0] if len(parts) == 1 else None
    if not isinstance(line, Leaf) or line.why or line.linked or not 0 < line.words <= _BARE_WORDS:
        return None
    return line if level_of(line.element) > len(HEADINGS) else None


def _named(box: Box, body: Box) -> Iterator[tuple[Picture, Leaf]]:
    parts = [part for part in box.parts() if not part.why]
    for number, part in enumerate(parts):
        if not isinstance(part, Leaf) or part.words > _CAPTION_WORDS or is_buttons(part.text):
            continue
        if not _is_caption(part.element, body.element):
            continue
        figures = (e for e in part.element.up() if e.tag == "figure")
        named = (e for e in part.element.up() if "caption" in e.names())
        figure = next(figures, None) or next(named, part.element.parent)
        near = parts[max(number - _NEAR, 0) : number + _NEAR]
        before = [p for p in reversed(near[: min(number, _NEAR)]) if isinstance(p, Picture)]
        behind = [p for p in near[min(number, _NEAR) :] if isinstance(p, Picture)]
        framed = [p for p in (*before, *behind) if figure is not None and any(e is figure for e in p.element.up())]
        last = parts[number - 1] if number else None
        picture = framed[0] if framed else last if isinstance(last, Picture) else None
        if picture is not None:
            part.why = "caption"
            yield picture, part


def _is_caption(element: Element, body: Element) -> bool:
    for around in (element, *element.up()):
        if around is body or around.tag in {"body", "article", "main"}:
            return False
        if around.tag == "figcaption" or (
            around.tag not in _CELLS and CAPTION_NAME.search(f"{around.get('class')} {around.get('itemprop')}".lower())
        ):
            return not any(True for _ in around.find("img"))
    return False


def _framed(box: Box, body: Box, makes: set[tuple[str, str]]) -> Iterator[tuple[Picture, Leaf]]:
    """Texts that have the smallest box around a picture to themselves."""
    parents = parents_of(box)
    counts = counted(box, lambda part: isinstance(part, Leaf) and part.words > 0 and part.why != "caption")
    around = {id(body)}
    above: Box | None = body
    while above is not None:
        around.add(id(above))
        above = parents.get(id(above))
    for picture in [part for part in box.parts() if isinstance(part, Picture) and not part.why]:
        frame: Box | None = parents.get(id(picture))
        while frame is not None and id(frame) not in around and not counts.get(id(frame)):
            # A picture may be the whole of an item or of a quotation: its neighbours are others' text.
            frame = parents.get(id(frame)) if frame.element.tag not in {"li", "blockquote"} else None
        if frame is None or id(frame) in around or counts[id(frame)] > _LINES:
            continue
        texts = list(_texts(frame))
        gallery = len(_pictures(frame)) > 1 or any(is_section_of_furniture(text.text) for text in texts)
        if gallery and all(level_of(text.element) <= len(HEADINGS) for text in texts):
            continue  # the heading of a gallery, or of what else there is to read
        if len(texts) > 1 and not (_is_frame(frame.element) or any(map(_is_credit, texts))):
            continue
        if texts and all(_is_credit(text) or _is_under(text, frame, makes) for text in texts):
            for text in texts:
                text.why = "caption"
                yield picture, text


def _following(box: Box) -> Iterator[tuple[Picture, Leaf]]:
    """Short lines of their own look right behind a picture that has a block to itself."""
    texts = counted(box, lambda part: isinstance(part, Leaf) and part.words > 0)
    pictures = counted(box, lambda part: isinstance(part, Picture) and not part.why)
    for parent in _boxes(box):
        blocks = [child for child in parent.children if isinstance(child, Box)]
        for holder, following in pairwise(blocks):
            if not pictures.get(id(holder)) or texts.get(id(holder)) or texts.get(id(following)) != 1:
                continue
            text = next(leaf for leaf in following.leaves() if leaf.words)
            if not text.why and text.words <= _BARE_WORDS and not text.linked and _looks_apart(text, following.element):
                yield _pictures(holder)[-1], text


def _pictures(box: Box) -> list[Picture]:
    return [part for part in box.parts() if isinstance(part, Picture) and not part.why]


def looks_like_caption(runs: Runs) -> bool:
    """Whether a line beside a picture is set or worded as captions are: in italics, with a credit, ``Figure 1: …``."""
    text = plain(runs)
    return all(run.emphasis for run in runs if run.text.strip()) or any(
        (CREDIT.search(text), FIGURE.match(text), _MADE_BY.search(text))
    )


def captioned(
    blocks: Sequence[Block], pictures: Sequence[tuple[str, Found]]
) -> tuple[list[Block], tuple[tuple[str, Found], ...]]:
    """Blocks without the captions that stood right behind pictures as paragraphs, and the pictures with them."""
    held = dict(pictures)
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        found = held.get(last.file) if isinstance(last, PhotoPlace) else None
        if (
            isinstance(last, PhotoPlace)
            and found
            and not (found.caption or last.title)
            and isinstance(block, Paragraph)
            and words_of(plain(block.inlines)) <= _BARE_WORDS
            and looks_like_caption(block.inlines)
        ):
            held[last.file] = replace(found, caption=plain(block.inlines))
            continue
        kept.append(block)
    return kept, tuple(held.items())


def _looks_apart(leaf: Leaf, block: Element) -> bool:
    """Whether a block is set unlike a paragraph: in italics, in small type, in the middle."""
    if looks_like_caption(leaf.runs):
        return True
    if any(e.tag in {"small", "center"} for e in (block, *block.up())):
        return True
    within = takewhile(lambda element: element is not block.parent, (leaf.element, *leaf.element.up()))
    if any(_SMALL_TYPE.search(element.get("style")[:300]) for element in within):
        return True
    return block.tag == "p" and re.search(r"text-align\s*:\s*center", block.get("style")[:300]) is not None


def _boxes(box: Box) -> Iterator[Box]:
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        yield inner
        waiting += [child for child in inner.children if isinstance(child, Box)]


def _texts(box: Box) -> Iterator[Leaf]:
    return (leaf for leaf in box.leaves() if leaf.words and leaf.why != "caption")


def _is_under(leaf: Leaf, frame: Box, makes: set[tuple[str, str]]) -> bool:
    """Whether a text that stands alone with a picture is its caption, and not a paragraph with a picture in it."""
    if leaf.why or leaf.words > _BARE_WORDS or (leaf.linked_share > 0.9 and not leads_to_picture(leaf)):
        return False
    if looks_like_caption(leaf.runs):
        return True
    small = any(e.tag in {"small", "em", "i", "center", "font"} for e in frame.element.walk())
    if small or make_of(leaf.element) not in makes:
        return small or frame.element.tag not in {"p", "li", "blockquote"}
    return _is_frame(frame.element)


def _is_credit(leaf: Leaf) -> bool:
    """Whether a line beside a picture says who made it, though it stands as the notice at a page's foot does."""
    return (
        leaf.why in {"", "footer"}
        and leaf.words <= _BARE_WORDS
        and bool(leaf.text[0] == "©" or CREDIT.search(leaf.text))
    )


def _is_frame(element: Element) -> bool:
    """Whether an element is named for a picture: ``media-block``, ``photoRight``."""
    names = [name for name in element.get("class").split() if not re.search(r"te?xt|--", name)]
    words = {word for name in names for word in re.split(r"[-_]+", HUMP.sub("-", name).lower())}
    return any(map(_FRAME_WORDS.fullmatch, words)) or any(_FRAME_NAME.fullmatch(name.lower()) for name in names)
