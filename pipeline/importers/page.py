"""Reads a saved web page: its article, without what surrounds it on every page of the site.

Pictures come from the files that a browser saved beside the page, or from the page itself; what is only linked is
never fetched, and a finding says where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from pipeline.article import Block, Paragraph, Subhead
from pipeline.diagnostic import Finding, Span
from pipeline.importers.about import facts_in, place_of_date_line
from pipeline.importers.belonging import ABOUT
from pipeline.importers.boxes import Box, Leaf, Picture, boxes_of, parents_of
from pipeline.importers.furniture import TEASER
from pipeline.importers.letter import as_letter
from pipeline.importers.pictures import Gathering
from pipeline.importers.printed import mark_head_of_mail, subject_of
from pipeline.importers.region import Region, find_region
from pipeline.importers.render import NOTE, Rendering, dropped_of, is_data
from pipeline.importers.runs import relabelled
from pipeline.importers.said import Said, said_of
from pipeline.importers.title_leaf import HEADINGS, level_of
from pipeline.importers.tree import parse_markup
from pipeline.importers.values import Reading, Source
from pipeline.importers.wording import NOBODY, author_of, is_date_line, is_office, posted_by, without_days
from pipeline.language.day_reading import DayFound, days_in

_SITE_SIGNS = re.compile(r"\s+[|–—·•»-]\s+|\s*[|»]\s*|\s*::\s*")
_AUTHORS = re.compile(r"(^|[\s_-])(author|byline)(?=$|[\s_-])")
_TITLE_WORDS, _SEVERAL, _LINE_WORDS, _ALL = 3, 3, 12, 0.9
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(\d\d)\2(\d\d)(?!\d)")
_NEAR, _BESIDE, _FEW = 8, 4, 15
_DOUBTED_WORDS, _SHOWN, _MOST_LINES = 12, 10, 40


def read_page(source: Source, text: str, titles: Sequence[str] = ()) -> Reading:
    """What is in a page; Fault E803 for markup that is no text. ``titles`` are what others call it, a subject say."""
    body, head = parse_markup(text, source.span)
    said = said_of(body, head, text)
    said.titles = [*titles, *said.titles]
    box = boxes_of(body)
    above = [] if titles else mark_head_of_mail(box)
    subject = subject_of(next(iter(said.titles), "")) if above else ""
    said.titles = [] if above else said.titles
    region = find_region(box, said)
    _lift(region.headline, box)
    reading = _read(source, box, region, said, body.get("lang"))
    sent = next((day.day for leaf in above for day in days_in(leaf.text)), None)
    return replace(as_letter(reading), title=reading.title or subject, sent=sent) if above else reading


def _read(source: Source, box: Box, region: Region, said: Said, language: str) -> Reading:
    gathering = Gathering(source)
    captions: dict[int, str] = {}
    for picture, leaf in region.captions:
        captions[id(picture.element)] = f"{captions.get(id(picture.element), '')} {leaf.text}".strip()
    for part in box.parts():
        if isinstance(part, Picture) and not part.why:
            gathering.take(part, captions.get(id(part.element), ""))
    for part in box.parts():
        if isinstance(part, Picture) and part.why:
            gathering.leave(part)
    said_with = " ".join(found.caption for found in gathering.pictures.values())
    for leaf in (leaf for _, leaf in region.captions if leaf.text not in said_with):
        leaf.why = "caption of a picture that is not there"
    rendering = Rendering(gathering.keys)
    labels, notes = rendering.notes(box)
    _drop_headings_of_notes(box)
    blocks = relabelled(_with_headline(rendering.blocks(box), region.headline), labels)
    for leaf in box.leaves():
        if not leaf.why and id(leaf) not in rendering.shown:
            leaf.why = "text that has no place in an article"
    beside = _author_beside(box, region)
    day = _day(box, region, said, month_first=language.lower() == "en-us")
    return Reading(
        blocks=blocks,
        notes=notes,
        pictures=tuple(gathering.pictures.items()),
        title=region.headline.text if region.headline else _own_title(said),
        date=day,
        byline=_author(said) or _named_author(box) or beside,
        place=next(filter(None, map(place_of_date_line, _told(box))), ""),
        language=language,
        dropped=(*dropped_of(box), *gathering.dropped),
        repairs=tuple(rendering.repairs),
        findings=(*gathering.findings, *_listed(box, source), *_doubts(region, said, source.span)),
        raw=tuple(leaf.text for leaf in box.leaves()),
    )


def _doubts(region: Region, said: Said, span: Span) -> Iterator[Finding]:
    """What an editor must look at: a headline from a weak place, text that was nearly taken or nearly left out."""
    if not region.sure and (region.headline is not None or said.titles):
        shown = region.headline.text if region.headline else said.titles[0]
        message = f"The headline was not where headlines stand: {_start(shown)}"
        yield Finding("W827", message, span, "Compare it with the page, and correct title: if it is not right.")
    for code, leaves, what in (("W825", region.left, "left out"), ("W826", region.taken, "taken")):
        words = sum(leaf.words for leaf in leaves)
        if words >= _DOUBTED_WORDS:
            number = f"{words} words were {what}, which might {'' if code == 'W825' else 'not '}be the article's"
            hint = "Compare the end of the article with the page; the list of what was left out is in intake/."
            yield Finding(code, f"{number}: {_start(leaves[0].text)}", span, hint)


def _listed(box: Box, source: Source) -> Iterator[Finding]:
    """E830 for a page that leads to several news and has no text of its own."""
    titles = [
        leaf
        for leaf in box.leaves()
        if leaf.linked_share > _ALL
        and leaf.words >= _TITLE_WORDS
        and (leaf.why == TEASER or level_of(leaf.element) <= len(HEADINGS))
    ]
    words = sum(leaf.words for leaf in box.leaves() if not leaf.why and leaf.is_prose)
    if len(titles) >= _SEVERAL and words < _LINE_WORDS:
        message = f"{source.name} is a list of {len(titles)} news, the first of which is: {_start(titles[0].text)}"
        hint = "Open each release that is wanted in a browser, and save its own page."
        yield Finding("E830", message, source.span, hint)


def _drop_headings_of_notes(box: Box) -> None:
    """A heading that has only footnotes below it says nothing where they stand elsewhere."""
    following = ""
    for leaf in reversed(list(box.leaves())):
        if not leaf.why and following == NOTE and level_of(leaf.element) in range(2, len(HEADINGS) + 1):
            leaf.why = "heading of the notes"
        following = leaf.why if leaf.why in {"", NOTE} else following


def _lift(headline: Leaf | None, box: Box) -> None:
    """Puts a headline that stands in a table, list or quotation before that, so that it is a line of its own."""
    parents = parents_of(box)
    around = parents.get(id(headline)) if headline is not None else None
    own, outer = around, None
    while around is not None:
        tag = around.element.tag
        outer = around if tag in {"ul", "ol", "blockquote"} or (tag == "table" and is_data(around)) else outer
        around = parents.get(id(around))
    if headline is not None and own is not None and outer is not None:
        own.children[:] = [child for child in own.children if child is not headline]
        holder = parents[id(outer)].children
        holder.insert(next(n for n, child in enumerate(holder) if child is outer), headline)


def _own_title(said: Said) -> str:
    """The best that a page without a headline calls itself, without the site's name before or behind it."""
    title = next(iter(said.titles), "")
    parts = [part.strip() for part in _SITE_SIGNS.split(title)]
    longest = max(parts, key=lambda part: len(part.split()))
    return longest if len(longest.split()) >= _TITLE_WORDS + 1 else title


def _author_beside(box: Box, region: Region) -> str:
    """The author whose name stands between headline and text in an element that is named for it."""
    behind, prose = False, 0
    for leaf in box.leaves():
        prose += behind and leaf.is_prose and not leaf.why
        if prose > 1:
            break  # a standfirst may stand before the author
        around = (leaf.element, *islice(leaf.element.up(), 2)) if behind and leaf.why and leaf.words <= _BESIDE else ()
        who = author_of(f"By {leaf.text}") if any(_AUTHORS.search(element.names()) for element in around) else ""
        if who:
            leaf.why = ABOUT
            return who
        behind = behind or leaf is region.headline
    return ""


def _start(text: str) -> str:
    """A text's first words."""
    words = text.split()
    return " ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")


def _with_headline(blocks: Iterable[Block], headline: Leaf | None) -> Iterator[Block]:
    """The blocks with the headline as their only heading of the first level."""
    for block in blocks:
        if headline and isinstance(block, Paragraph | Subhead) and block.inlines is headline.runs:
            yield Subhead(1, block.inlines, block.span)
        elif headline and isinstance(block, Subhead) and block.level == 1:
            same = "".join(run.text for run in block.inlines) == "".join(
                run.text.replace("\n", " ") for run in headline.runs
            )
            yield block if same else Subhead(2, block.inlines, block.span)
        else:
            yield block


def _author(said: Said) -> str:
    """The author by name; no address, no handle, and not the site itself."""
    strangers = {site.casefold() for site in said.sites}
    for name in said.authors:
        words = name.split()
        if (
            not all(word.casefold() in NOBODY for word in words)
            and 1 < len(words) <= 5
            and "@" not in name
            and "/" not in name
            and name.casefold() not in strangers
        ):
            return name
    return ""


def _told(box: Box) -> list[str]:
    """The first lines about the article."""
    return [leaf.text for leaf in islice((leaf for leaf in box.leaves() if leaf.why == ABOUT), _MOST_LINES)]


def _named_author(box: Box) -> str:
    """The author whom a line about the article names."""
    told = ((part, author_of(without_days(part))) for line in _told(box) for part in facts_in(line))
    return next((who for part, who in told if who and not (posted_by(part) and is_office(who))), "")


def _day(box: Box, region: Region, said: Said, *, month_first: bool) -> date | None:
    """The day of posting: as readers see it near the headline, as the page's data have it, or as it stands behind."""
    leaves = list(box.leaves())
    places = {id(leaf): number for number, leaf in enumerate(leaves)}
    start = places.get(id(region.headline), 0)
    end = places.get(id(region.end), len(leaves))
    near = sorted(
        (leaf for leaf in leaves if (leaf.why == ABOUT or is_date_line(leaf.text)) and _is_of_article(leaf)),
        key=lambda leaf: abs(places[id(leaf)] - start),
    )
    near = near[:_MOST_LINES]
    own = [leaf for leaf in near if leaf.why in {"", ABOUT}]
    if own and (abs(places[id(near[0])] - start) > _NEAR or abs(places[id(own[0])] - start) <= _NEAR):
        near = own  # a bar of the site may have a day of its own right above the headline

    def told(among: Iterable[Leaf]) -> list[DayFound]:
        return [day for leaf in among for day in days_in(leaf.text, month_first=month_first)]

    before, behind = (told(leaf for leaf in near if (places[id(leaf)] > end) is late) for late in (False, True))
    beside = told(
        leaf
        for leaf in leaves[max(start - _BESIDE, 0) : start + _BESIDE]
        if leaf.words <= _FEW and not leaf.is_prose and region.headline and leaf.why != "caption"
    )
    times = [e.get("datetime") for e in box.element.find("time") if _DAY.match(e.get("datetime"))]
    data = [found[0] for text in (*said.dates, *(time[:10] for time in times[:1])) if (found := days_in(text))]
    sure = next((day.day for day in (*before, *data, *beside) if day.sure), None)
    rest = sorted((*behind, *before), key=lambda day: not day.sure)
    return sure or _day_of(said.addresses) or next((day.day for day in rest), None)


def _day_of(addresses: Iterable[str]) -> date | None:
    """The day in a page's own address: ``/2023/04/12/lock-fee``."""
    found = (match for address in addresses for match in _DAY_IN_ADDRESS.finditer(address))
    days = (days_in(f"{match[1]}-{match[3]}-{match[4]}") for match in found)
    return next((day[0].day for day in days if day), None)


def _is_of_article(leaf: Leaf) -> bool:
    return leaf.why in {"", ABOUT, "page furniture", "head of the page", "footer"}
