"""Reads plain text: paragraphs from lines, whether an empty line or a short one ends them, or each is one line.

Lines that an old layout repeats on every page are found here, for they stand in the midst of paragraphs; sentences
that a page cut in two are the business of ``joining``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import limits
from pipeline.article import Inline, Paragraph, Subhead
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.importers.about import is_about, set_apart
from pipeline.importers.chat import chat_in
from pipeline.importers.columns import one_after_another
from pipeline.importers.form import is_field_line
from pipeline.importers.joining import PAGE_NUMBER
from pipeline.importers.letter import HEAD, as_letter, forwarded_day, pasted_head
from pipeline.importers.letterhead import without_letterhead
from pipeline.importers.pasted import around
from pipeline.importers.runs import LINE_ENDS, ends, without_unseen, words_of
from pipeline.importers.values import NOWHERE, Dropped, Reading, Repair
from pipeline.importers.wording import FIGURE, is_label, is_masthead
from pipeline.language.day_reading import days_in

_BULLET = re.compile(r"^\s*([•●▪◦‣∙·■►*–—-]|\d{1,2}[.)]|[a-zа-я]\))\s+")
_LETTERED = re.compile(r"^\s*\(([a-zа-я]|[ivx]{1,4}|\d{1,2})\)\s+\S")
_BEFORE_LETTERED = re.compile(r"([;:.,]|\b(and|or|und|oder|et|ou|y|o|и|или|ve|veya))$", re.IGNORECASE)
# Wire copy says at a page's foot that there is more, and at the next one's head what it goes on with.
_MORE = re.compile(r"^\s*[-–—(*]+\s*(more|continued|mehr|suite|продолжение следует)\s*[-–—)*]+\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"^\s*(first |second |third )?add (one|two|three|four|\d)\b[^.]{0,50}$", re.IGNORECASE)
_RULE = re.compile(r"^\s*([=_~*\-–—―─━═＝＿＊…·•※◆◇■□●○★☆])\1{4,}\s*$")
_GAP = re.compile(r"(?<=\S)\s{4,}(?=\S)")
_HEADING = re.compile(r"^(?P<signs>#{1,4})\s+(?P<said>[^\W_].{2,200})$|^\*\*(?P<bold>[^*]{2,100})\*\*$")
# Words before which a hyphen is seldom one that divides.
_PARTED = re.compile(
    r"\b(well|self|half|full|part|cross|semi|all|ex|non|high|low|long|short|large|small|state|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|mid|pan|vice|по|из|кое|северо|юго|социально|научно)-$",
    re.IGNORECASE,
)
_FULL, _SHORT = 0.75, 0.6
_WIDEST = 110
_HEAD_LINES, _SENTENCE_WORDS, _FEWEST_LINES, _ALMOST = 12, 8, 3, 0.9
_HEADING_WORDS, _HEADLINE_WORDS, _FOLIO_WORDS, _NAME_WORDS = 14, 20, 12, 5
_NUMBER = re.compile(r"\d")
_BARRED = re.compile(r"^\W*\d{1,4}\s*\||\|\s*\d{1,4}(?!\d)")


def read_plain(text: str) -> Reading:
    """The paragraphs of a text; of one that begins with the head of an e-mail, those of the letter."""
    dropped: list[Dropped] = []
    repairs: list[Repair] = []
    text = re.sub("\u00ad[ \\t]*\\n", "-\\n", text.replace("\v", "\n"))
    text = re.sub(r"(?<=[^\n])\f", "\n\f", text)
    given = [set_apart(without_unseen(line)).expandtabs(4).rstrip(" ") for line in text.split("\n")]
    chat = chat_in(given, dropped)
    if chat:
        given = list(chat.lines)
    given = _page_aside(given, dropped)
    count, subject = pasted_head(given)
    if count:
        dropped.append(Dropped(" ".join(" ".join(given[:count]).split()), HEAD))
    lines = _figures_aside(_without_folios(one_after_another(_head_apart(given[count:])), dropped))
    paragraphs = [" ".join(part.split()) for part in _paragraphs(lines, repairs)]
    blocks = tuple(_block(part) for part in paragraphs if part)
    raw = tuple(line for part in text.split("\n") if (line := " ".join(part.split())))
    reading = Reading(blocks=blocks, title=subject, dropped=tuple(dropped), repairs=tuple(repairs), raw=raw)
    if chat:
        reading = replace(reading, date=chat.day)
    if count:
        reading = replace(as_letter(reading), sent=forwarded_day(dropped))
    return without_letterhead(reading)


def _page_aside(lines: Sequence[str], dropped: list[Dropped]) -> list[str]:
    """The lines; of a page that was copied whole those of its article, with the headline marked as such."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    found = around([lines[n].strip() for n in filled])
    if found is None:
        return list(lines)
    rest = [lines[n].strip() for n in filled[found.end :]]
    dropped += [Dropped(" | ".join(rest), "what the page has below its text")] if rest else []
    kept = list(lines[: filled[found.end]] if rest else lines)
    if found.headline >= 0:
        above = [lines[n].strip() for n in filled[: found.headline]]
        facts = [line for line in above if is_about(line) or (is_label(line) and days_in(line))]
        others = [line for line in above if line not in facts]
        dropped += [Dropped(" | ".join(others), "what the page has above its text")] if others else []
        at = filled[found.headline]
        kept = [f"# {lines[at].strip()}", *(line for fact in facts for line in ("", fact)), "", *kept[at + 1 :]]
    return kept


def refuse_lines(text: str, span: Span) -> None:
    """Fault E824 for more lines than any article has."""
    count = text.count("\n")
    if count > limits.SOURCE_LINES:
        message = f"{span.file} holds {count:,} lines of text; an article has at most {limits.SOURCE_LINES:,}."
        raise Fault(Finding("E824", message, span, "Import the part that is wanted."))


def _block(text: str) -> Paragraph | Subhead:
    """A paragraph, or a heading by the signs of Markdown, which are written in plain text too."""
    match = _HEADING.match(text)
    if match is None:
        return Paragraph((Inline(text, NOWHERE),), NOWHERE)
    level = len(match["signs"]) if match["signs"] else 2
    return Subhead(level, (Inline(match["said"] or match["bold"], NOWHERE),), NOWHERE)


def _figures_aside(lines: Sequence[str]) -> list[str]:
    """The lines; one that names a figure in the midst of a sentence stands behind the paragraph."""
    made: list[str] = []
    waiting: list[str] = []
    for number, line in enumerate(lines):
        before, behind = lines[max(number - 1, 0)].rstrip(), lines[min(number + 1, len(lines) - 1)].strip()
        if FIGURE.match(line) and before and not ends(before, LINE_ENDS) and behind[:1].islower():
            waiting.append(line)
            continue
        if waiting and not line.strip():
            made += ["", *waiting]
            waiting = []
        made.append(line)
    return [*made, *(("", *waiting) if waiting else ())]


def _head_apart(lines: Sequence[str]) -> list[str]:
    """The lines, those at the head that are two side by side set apart; without lines that only draw a rule."""
    made: list[str] = []
    filled = 0
    for line in lines:
        filled += bool(line.strip())
        pieces = _GAP.split(line.strip()) if filled <= _HEAD_LINES else []
        if len(pieces) > 1 and any(_is_about_paper(piece) for piece in pieces):
            made += ["", *(part for piece in pieces for part in (piece, ""))]
        else:
            made.append("" if _RULE.match(line) else line)
    return made


def _is_about_paper(text: str) -> bool:
    """Whether one of two texts in a line is a label, a day, or the number or month of a paper."""
    return is_label(text) or is_about(text) or is_masthead(text)


def _bare(line: str) -> str:
    return re.sub(r"[\d\W_]+", " ", line.casefold()).strip()


def _without_folios(lines: Sequence[str], dropped: list[Dropped]) -> list[str]:
    """The lines without page numbers, and without those that stand at the head or foot of several pages.

    Where pages are not marked, a line with a number that comes again with another is such a one.
    """
    edges = _edges(lines)
    bare = [
        "" if not line or words_of(line) > _FOLIO_WORDS else line if is_about(line) else _bare(line) for line in lines
    ]
    repeated = Counter(bare[n] for n in edges)
    numbered = Counter(
        bare[n] for n, line in enumerate(lines) if bare[n] and _NUMBER.search(line) and not ends(line, LINE_ENDS)
    )
    running = _running_heads(lines, bare)
    kept: list[str] = []
    for number, line in enumerate(lines):
        pattern = bare[number]
        at_edge = number in edges and repeated[pattern] > 1 and bool(pattern)
        paged = number in edges and PAGE_NUMBER.match(line.replace("\f", "").strip()) is not None
        again = bool(pattern) and numbered[pattern] > 1 and _NUMBER.search(line) is not None and _stands_out(line)
        slug = _MORE.match(line) is not None or (_GOES_ON.match(line) is not None and _after_more(lines, number))
        if line.strip("\f ") and (at_edge or paged or again or slug or number in running):
            dropped.append(Dropped(line.strip("\f "), "page number or running head"))
            continue
        kept.append(line.replace("\f", ""))
    return kept


def _after_more(lines: Sequence[str], number: int) -> bool:
    return any(_MORE.match(line) for line in lines[max(number - _HEAD_LINES // 2, 0) : number])


def _running_heads(lines: Sequence[str], bare: Sequence[str]) -> set[int]:
    """Lines with the names that stand beside page numbers, whichever side of a spread and however run together."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    found = _cutting_heads(lines, filled) | _beside_numbers(lines, bare, filled)
    names = {bare[n] for n in found}
    barred = [n for n in filled if _BARRED.search(lines[n]) and bare[n] and not ends(lines[n], LINE_ENDS)]
    if len(barred) > 1:
        heads = {bare[n] for n in filled[:_HEAD_LINES] if bare[n] and words_of(lines[n]) <= _SENTENCE_WORDS}
        often = {name for name in heads if sum(name in bare[n] for n in barred) > 1}
        for number in barred:
            rest = bare[number]
            for name in sorted(often, key=lambda one: (-len(one), one)):
                rest = rest.replace(name, " ")
            if rest.strip() in {"", *heads}:
                found.add(number)
                names |= {rest.strip()} - {""}
        names |= often if found else set()
    top = filled[:_HEAD_LINES]
    found |= {n for n in top if bare[n] in names}
    first = next((n for n in top if n not in found), -1)
    second = next((n for n in top if n > first >= 0 and n not in found), -1)
    title = set(bare[second].split()) if second >= 0 else set()
    if first >= 0 and words_of(lines[first]) <= _NAME_WORDS and lines[first].isupper() and second > first + 1:
        found |= {first} if any(title.issuperset(name.split()) for name in names) else set()
    return found


def _beside_numbers(lines: Sequence[str], bare: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Lines that stand beside page numbers more than once."""
    places = [n for n, at in enumerate(filled) if PAGE_NUMBER.match(lines[at].strip("\f "))]
    near = [filled[n + step] for n in places for step in (-1, 1) if 0 <= n + step < len(filled)]
    counted = Counter(bare[at] for at in dict.fromkeys(near) if bare[at])
    told = next((n for n, at in enumerate(filled) if words_of(lines[at]) > _SENTENCE_WORDS), 0)
    above = {bare[at] for at in filled[:told]}  # the headline, which old layouts say again
    return {at for at in near if counted[bare[at]] > 1 and bare[at] not in above}


def _cutting_heads(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Short lines beside a page number which, with it, cut a sentence in two."""
    found: set[int] = set()
    for place in range(2, len(filled) - 2):
        if not PAGE_NUMBER.match(lines[filled[place]].strip("\f ")):
            continue
        before, behind = lines[filled[place - 1]], lines[filled[place + 1]]
        two_before, two_behind = lines[filled[place - 2]], lines[filled[place + 2]].strip()
        if _is_head(behind) and not ends(before.rstrip(), LINE_ENDS) and two_behind[:1].islower():
            found.add(filled[place + 1])
        if _is_head(before) and not ends(two_before.rstrip(), LINE_ENDS) and behind.strip()[:1].islower():
            found.add(filled[place - 1])
    return found


def _is_head(line: str) -> bool:
    return words_of(line) <= _SENTENCE_WORDS and line.strip()[:1].isupper() and not ends(line.rstrip(), LINE_ENDS)


def _stands_out(line: str) -> bool:
    """Whether a line with a number at either end is set like a running head."""
    line = line.strip("\f ")
    numbered = re.match(r"^\W*\d+\b|.*\b\d+\W*$", line) is not None
    return numbered and not _BULLET.match(line) and not ends(line, LINE_ENDS)


def _edges(lines: Sequence[str]) -> set[int]:
    """The first and last two lines of each page, where form feeds divide pages."""
    breaks = [n for n, line in enumerate(lines) if "\f" in line]
    if not breaks:
        return set()
    edges: set[int] = set()
    for start, end in zip((0, *breaks), (*breaks, len(lines)), strict=True):
        filled = [n for n in range(start, end) if lines[n].replace("\f", "").strip()]
        edges |= {*filled[:2], *filled[-2:]}
    return edges


def _paragraphs(lines: Sequence[str], repairs: list[Repair]) -> Iterator[str]:
    """The paragraphs of lines; where most lines are as long as paragraphs, each is one."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return
    lengths = sorted(len(line) for line in filled)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.9))]
    single = width > _WIDEST or sum(_follows(lines, n) for n in range(1, len(lines))) * 10 < len(filled)
    known = {word.strip(".,;:!?()\"'«»“”").casefold() for line in filled for word in line.split() if "-" in word[1:-1]}
    single = single or _are_sentences(filled)
    group: list[str] = []
    for number, line in enumerate((*lines, "")):
        apart = number < _HEAD_LINES and any(_stands_apart(text) for text in (line, *group[-1:]))
        begun = bool(group) and line.strip() != "" and _are_two_headings(lines, number)
        if group and begun is None:
            begun = _begins(group[-1], line, width)
        closed = not line.strip() or single or apart or begun
        if closed and group:
            yield _joined(group, known, repairs)
            group = []
        if line.strip():
            group.append(line)
    if group:
        yield _joined(group, known, repairs)


def _are_two_headings(lines: Sequence[str], number: int) -> bool | None:
    """Whether two lines above the text are a headline and another below it, and not one that was too long for a line.

    None where there are no such lines.
    """
    before, line = lines[number - 1].strip(), lines[number].strip()
    alone = not lines[number - 2].strip() if number > 1 else number == 1
    last = number + 1 < len(lines) and not lines[number + 1].strip()
    above = not any(words_of(text) > _SENTENCE_WORDS and ends(text, LINE_ENDS) for text in lines[:number])
    heading = words_of(before) >= 3 and words_of(before) + words_of(line) <= _HEADLINE_WORDS and line[:1].isupper()
    ended = ends(before, LINE_ENDS) or ends(line, LINE_ENDS)
    if not (alone and last and above and heading) or _BULLET.match(line) or ended:
        return None
    return len(before) + 1 + len(line.split()[0]) < len(line)


def _are_sentences(lines: Sequence[str]) -> bool:
    """Whether each line ends as a sentence does, so that each is a paragraph; no wrapped text happens to do so."""
    told = [line for line in lines if words_of(line) >= _SENTENCE_WORDS]
    return len(told) >= _FEWEST_LINES and sum(ends(line.rstrip(), LINE_ENDS) for line in told) >= _ALMOST * len(told)


def _stands_apart(line: str) -> bool:
    """Whether a line at the head of a release is one by itself: what kind of text it is, its day and place."""
    return bool(line.strip()) and (is_label(line.strip()) or is_about(line.strip()) or is_field_line(line.strip()))


def _follows(lines: Sequence[str], number: int) -> bool:
    return bool(lines[number].strip() and lines[number - 1].strip())


def _begins(before: str, line: str, width: int) -> bool:
    """Whether a line that follows another begins a paragraph: a bullet, an indent, or behind a last line."""
    text = line.strip()
    if _BULLET.match(line) or (_LETTERED.match(line) and _BEFORE_LETTERED.search(before.rstrip())):
        return True
    short = len(before.rstrip()) < width * _SHORT
    capital = text[:1].isupper() or not text[:1].isalpha()
    if ends(before.rstrip(), LINE_ENDS) and capital:
        indented = len(line) - len(line.lstrip()) >= 2 > len(before) - len(before.lstrip())
        return indented or len(before.rstrip()) < width * _FULL
    heading = short and words_of(before) <= _HEADING_WORDS and text[:1].isupper() and before.strip()[:1].isupper()
    return heading and not before.rstrip().endswith((",", "-", "–", "—")) and not _continues(before)


def _continues(line: str) -> bool:
    """Whether a short line cannot be a heading: it ends in a word that wants another."""
    return (
        re.search(
            r"\b(the|a|an|of|and|or|for|in|on|to|with|at|by|from|и|в|на|по|с|о|для|de|la|der|die|und|et|ve)$",
            line.rstrip(),
            re.IGNORECASE,
        )
        is not None
    )


def _joined(lines: Sequence[str], known: set[str], repairs: list[Repair]) -> str:
    """One paragraph of its lines; a word that was divided at a line's end is one again."""
    parts = [lines[0].strip()]
    for line in lines[1:]:
        more, last = line.strip(), parts[-1]
        if not (last.endswith("-") and last[-2:-1].isalpha() and more[:1].islower()):
            parts.append(f" {more}")
            continue
        whole = f"{last.split()[-1]}{more.split()[0]}".strip(".,;:!?()\"'«»“”")
        if whole.casefold() not in known and not _PARTED.search(last):
            repairs.append(Repair("A word that was divided at a line's end was joined.", whole, whole.replace("-", "")))
            parts[-1] = last[:-1]
        parts.append(more)
    return "".join(parts)
