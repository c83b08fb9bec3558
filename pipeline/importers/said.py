"""What a page says of itself to machines: titles, days, authors, its site's name, and the article's text.

Read are the head's elements and schema.org's data. Nothing of it is taken for granted: readers may see other things.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline import limits
from pipeline.importers.tree import Element

_TITLE_SIGNS = re.compile(r"\s+[|–—·•:»/-]+\s+|\s*[|»]\s*|\s*::\s*|:\s+")
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_HEAD, _SITE_LETTERS = 4_000, 7


@dataclass(slots=True)
class Said:
    """What a page says of itself outside of its text; ``titles`` the best first, ``text`` without markup."""

    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    text: str = ""


def said_of(body: Element, head: Iterable[Element], text: str) -> Said:
    """What a page says of itself, by its body, the elements of its head and its markup."""
    said = Said()
    named: dict[str, str] = {}
    title = ""
    for element in head:
        if element.tag == "title":
            title = element.text()
        elif element.tag == "link" and element.get("rel").lower() == "canonical":
            said.addresses.append(element.get("href"))
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
    said.addresses += [named["og:url"]] if named.get("og:url") else []
    said.authors += [named[key] for key in ("author", "article:author", "dc.creator") if named.get(key)]
    parts = [part.strip() for part in _TITLE_SIGNS.split(title) if part and part.strip()]
    longest = max(map(len, parts), default=0)
    said.titles += [title, *sorted((p for p in parts if len(p) * 2 > longest), key=len, reverse=True)] if title else []
    names = set(said.sites)
    said.sites += [part for part in parts if len(parts) > 1 and len(part) > _SITE_LETTERS]
    said.addresses += _SAVED_FROM.findall(text[:_HEAD])
    said.titles = [t for t in dict.fromkeys(said.titles) if t and t not in names]
    return said


def _take_json(text: str, said: Said) -> None:
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
                said.text = max(said.text, _without_markup(part.get("articleBody")), key=len)


def _without_markup(text: object) -> str:
    """A text that may have been written as markup."""
    return html.unescape(re.sub(r"<[^<>]*>", " ", text[: limits.SOURCE_LETTERS])) if isinstance(text, str) else ""


def _people(author: object) -> list[str]:
    people = author if isinstance(author, list) else [author]
    return [
        str(p["name"])
        for p in people
        if isinstance(p, dict) and p.get("@type") == "Person" and isinstance(p.get("name"), str)
    ]
