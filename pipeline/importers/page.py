"""Reads a saved web page: its article, without what surrounds it on every page of the site.

Pictures come from the files that a browser saved beside the page, or from the page itself; what is only linked is
never fetched, and a finding says where it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pipeline.article import Block, Paragraph, Subhead
from pipeline.importers.boxes import Box, Leaf, Picture, boxes_of
from pipeline.importers.pictures import Gathering
from pipeline.importers.region import Region, find_region
from pipeline.importers.render import Rendering, dropped_of
from pipeline.importers.runs import relabelled
from pipeline.importers.tree import Element, parse_markup
from pipeline.importers.values import Reading, Source
from pipeline.importers.wording import NOBODY, is_date_line
from pipeline.language.day_reading import days_in

_TITLE_SIGNS = re.compile(r"\s+[|–—·•:»/-]+\s+|\s*[|»]\s*|\s*::\s*|:\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEAR, _BESIDE, _FEW = 8, 4, 15


@dataclass(slots=True)
class _Said:
    """What a page says of itself outside of its text."""

    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)


def read_page(source: Source, text: str) -> Reading:
    """What is in a page; Fault E803 for markup that is no text."""
    body, head = parse_markup(text, source.span)
    said = _said(body, head)
    box = boxes_of(body)
    region = find_region(box, said.titles)
    return _read(source, box, region, said, body.get("lang"))


def _read(source: Source, box: Box, region: Region, said: _Said, language: str) -> Reading:
    gathering = Gathering(source)
    captions = {id(picture.element): leaf.text for picture, leaf in region.captions}
    for part in box.parts():
        if isinstance(part, Picture) and not part.why:
            gathering.take(part, captions.get(id(part.element), ""))
    for leaf in (leaf for picture, leaf in region.captions if id(picture.element) not in gathering.keys):
        leaf.why = "caption of a picture that is not there"
    rendering = Rendering(gathering.keys)
    labels, notes = rendering.notes(box)
    blocks = relabelled(_with_headline(rendering.blocks(box), region.headline), labels)
    day = _day(box, region.headline, said.dates, month_first=language.lower() == "en-us")
    return Reading(
        blocks=blocks,
        notes=notes,
        pictures=tuple(gathering.pictures.items()),
        title=next(iter(said.titles), ""),
        date=day,
        byline=_author(said),
        language=language,
        dropped=(*dropped_of(box), *gathering.dropped),
        repairs=tuple(rendering.repairs),
        findings=tuple(gathering.findings),
        raw=tuple(leaf.text for leaf in box.leaves()),
    )


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


def _said(body: Element, head: Iterable[Element]) -> _Said:
    said = _Said()
    named: dict[str, str] = {}
    title = ""
    for element in head:
        if element.tag == "title":
            title = element.text()
        elif element.tag == "meta":
            key = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
            named.setdefault(key, " ".join(element.get("content").split()))
    for element in (*head, *body.find("script")):
        if element.tag == "script":
            _take_json("".join(child for child in element.children if isinstance(child, str)), said)
    said.titles += [named[key] for key in ("og:title", "twitter:title", "dc.title", "headline") if named.get(key)]
    said.sites += [named[key] for key in ("og:site_name", "application-name") if named.get(key)]
    said.dates += [
        named[key]
        for key in ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate")
        if named.get(key)
    ]
    said.authors += [named[key] for key in ("author", "article:author", "dc.creator") if named.get(key)]
    parts = [part.strip() for part in _TITLE_SIGNS.split(title) if part and part.strip()]
    longest = max(map(len, parts), default=0)
    said.titles += [title, *sorted((p for p in parts if len(p) * 2 > longest), key=len, reverse=True)] if title else []
    said.titles = [t for t in dict.fromkeys(said.titles) if t and t not in said.sites]
    return said


def _take_json(text: str, said: _Said) -> None:
    """What schema.org's data in a page say of the article."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting = [data]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            waiting += [part[key] for key in ("@graph", "mainEntity") if key in part]
            kind = str(part.get("@type", ""))
            if "Article" in kind or "BlogPosting" in kind or "Report" in kind:
                said.titles += [str(part[key]) for key in ("headline", "name") if isinstance(part.get(key), str)]
                said.dates += [str(part["datePublished"])] if isinstance(part.get("datePublished"), str) else []
                said.authors += _people(part.get("author"))


def _people(author: object) -> list[str]:
    people = author if isinstance(author, list) else [author]
    return [
        str(p["name"])
        for p in people
        if isinstance(p, dict) and p.get("@type") == "Person" and isinstance(p.get("name"), str)
    ]


def _author(said: _Said) -> str:
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


def _day(box: Box, headline: Leaf | None, dates: Iterable[str], *, month_first: bool) -> date | None:
    """The day of posting: as readers see it near the headline, or else as the page's data have it."""
    leaves = list(box.leaves())
    places = {id(leaf): number for number, leaf in enumerate(leaves)}
    start = places.get(id(headline), 0)
    near = sorted(
        (leaf for leaf in leaves if is_date_line(leaf.text) and _is_of_article(leaf)),
        key=lambda leaf: abs(places[id(leaf)] - start),
    )
    seen = [day for leaf in near for day in days_in(leaf.text, month_first=month_first)]
    if near and abs(places[id(near[0])] - start) > _NEAR and any(not leaf.why for leaf in near):
        seen = [day for leaf in near if not leaf.why for day in days_in(leaf.text, month_first=month_first)]
    sure = next((found.day for found in seen if found.sure), None)
    beside = [
        leaf for leaf in leaves[max(start - _BESIDE, 0) : start + _BESIDE] if leaf.words <= _FEW and not leaf.is_prose
    ]
    told = next((day.day for leaf in beside for day in days_in(leaf.text) if day.sure), None) if headline else None
    meta = next((found[0].day for text in dates if (found := days_in(text))), None)
    times = [e.get("datetime") for e in box.element.find("time") if _DAY.match(e.get("datetime"))]
    marked = next((found[0].day for text in times[:1] if (found := days_in(text[:10]))), None)
    return sure or meta or marked or told or next((found.day for found in seen), None)


def _is_of_article(leaf: Leaf) -> bool:
    return leaf.why in {"", "page furniture", "head of the page", "footer"}
