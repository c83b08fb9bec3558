"""The maker: emits the issue's pages one after another, master by master, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.article import Article
from pipeline.copyfit import Copy, Placed, lay
from pipeline.diagnostic import Finding
from pipeline.flatplan import EMPTY, Flatplan
from pipeline.galley import Tongue, Typesetter
from pipeline.issue import Issue
from pipeline.layout import Layout, PageGeometry
from pipeline.measure import Box
from pipeline.page import AnchorItem, Entry, Item, Page, PictureItem, SuppliedItem
from pipeline.paginate.fields import article_fields, issue_fields, section_title
from pipeline.paginate.furniture import Desk, Field
from pipeline.paginate.lists import ListEntry, ListGroup, Teaser
from pipeline.paginate.masters import Flow, flows, master_page
from pipeline.paginate.pins import keeps
from pipeline.paginate.plan import Break, Budget, Position, plan
from pipeline.picture import crop_to

if TYPE_CHECKING:
    from pipeline.language import Cache
    from pipeline.layout.records import ElementRecord, MasterRecord
    from pipeline.manifest import Advert

FRONT = "contents"


@dataclass(slots=True)
class _Book:
    """The pages so far, with the folios of the anchors on them; those of a ``blank`` book are only counted."""

    blank: bool = False
    pages: list[Page] = field(default_factory=list)
    folios: dict[str, str] = field(default_factory=dict)

    @property
    def next_number(self) -> int:
        return len(self.pages) + 1


class Maker:
    """Makes up one issue. What does not depend on page numbers is made once and kept."""

    def __init__(
        self, issue: Issue, layout: Layout, cache: Cache | None, only: str, flatplan: Flatplan = EMPTY
    ) -> None:
        self.issue, self.layout, self.only = issue, layout, only
        self.flatplan = EMPTY if only else flatplan
        self.setter = Typesetter(layout, Tongue(issue.manifest.language, cache))
        self.findings: list[Finding] = []
        self.fields = issue_fields(issue, layout)
        self._cache = cache
        self._lengths: dict[str, int] = {}

    # ------------------------------------------------------------------ once

    def typesetter(self, article: Article, section: int) -> Typesetter:
        """The typesetter for an article: in its language and in the colour of its section."""
        setter = self.setter
        if article.head.language and article.head.language != setter.language.tag:
            setter = Typesetter(self.layout, Tongue(article.head.language, self._cache))
            setter.findings = self.setter.findings
        return setter.within(self.layout.section_swatch(section))

    @cached_property
    def copies(self) -> tuple[tuple[Copy, ...], ...]:
        """For each section its articles, ready to be fitted."""
        sections = []
        for number, section in enumerate(self.issue.sections):
            kicker = section_title(self.issue, section)
            wanted = (a for a in section.articles if self._wanted(a))
            sections.append(tuple(Copy(self.typesetter(a, number), a, self.issue.pictures, kicker) for a in wanted))
        return tuple(sections)

    @cached_property
    def laid(self) -> dict[Copy, tuple[Position, tuple[tuple[Placed, ...], ...]]]:
        """For each article its position and what stands on its pages."""
        openers = not self.only and "opener" in self.layout.record.masters
        steps: list[Copy | Break] = []
        for copies in self.copies:
            steps.append(Break(1 if openers else 0))
            for copy in copies:
                adverts = 0 if self.only else len(self._adverts_after(copy.article.path))
                steps += [copy, Break(adverts)] if adverts else [copy]
        budget = self._budget()
        kept, lost = keeps([c for copies in self.copies for c in copies], self.flatplan, budget.before)
        positions, findings = plan(steps, self.layout.grid.rows, budget, kept)
        self.findings.extend((*lost, *findings))
        for copy, position in positions.items():
            self.findings.extend(copy.findings(position.fitted.variant))
        order = (c for copies in self.copies for c in copies if c in positions)
        return {copy: (positions[copy], lay(copy, positions[copy].fitted)) for copy in order}

    def _budget(self) -> Budget:
        """The pages besides those that the plan counts: they are made once to be counted."""
        if self.only:
            return Budget(gap=self.layout.record.between.rows)
        book = _Book()
        before, order = 0, self.layout.record.order
        foreword = self.issue.foreword.path if self.issue.foreword else None
        for name in order:
            if name == "sections":
                behind = "foreword" in order[: order.index(name)]
                before = len(book.pages) + (len(self._adverts_after(foreword)) if foreword and behind else 0)
            elif self._has(name):
                begun = len(book.pages)
                self._master(book, name, {}, -1)
                self._lengths[name] = len(book.pages) - begun
        loose = sum(advert.after in {None, foreword} for advert in self.issue.manifest.adverts)
        pages, gap = self.issue.manifest.pages, self.layout.record.between.rows
        return Budget(len(book.pages) + loose, pages.multiple_of, pages.at_most, gap, before)

    def _wanted(self, article: Article) -> bool:
        return not self.only or article.path == self.only

    def _adverts_after(self, path: str) -> list[Advert]:
        return [a for a in self.issue.manifest.adverts if a.after == path]

    # ------------------------------------------------------------------ every round

    def make(self, folios: Mapping[str, str]) -> tuple[tuple[Page, ...], tuple[Entry, ...], dict[str, str]]:
        """All pages with the page numbers of the round before; the outline; the page numbers now."""
        book = self._bound(_Book(), folios)
        return tuple(book.pages), self._outline(book), book.folios

    def numbers(self) -> dict[str, str]:
        """The page numbers as they will be if no master needs another number of pages than when it was counted."""
        return {} if self.only or not self.laid else self._bound(_Book(blank=True), {}).folios

    def _bound(self, book: _Book, folios: Mapping[str, str]) -> _Book:
        """All parts of the issue, one behind the other."""
        order = self.layout.record.order
        if self.only:
            foreword = self.issue.foreword
            order = ("foreword",) if foreword and foreword.path == self.only else ("sections",)
        for name in order:
            if name == "sections":
                self._sections(book, folios)
            elif self._has(name):
                self._master(book, name, folios, -1)
            if name == "foreword" and self.issue.foreword and not self.only:
                for advert in self._adverts_after(self.issue.foreword.path):
                    self._advert(book, advert)
        return book

    def _has(self, name: str) -> bool:
        manifest = self.issue.manifest
        needed = {
            "cover": manifest.cover,
            "foreword": self.issue.foreword,
            "gallery": manifest.gallery,
            "masthead": manifest.masthead,
        }
        return name not in needed or needed[name] is not None

    def _sections(self, book: _Book, folios: Mapping[str, str]) -> None:
        for number, copies in enumerate(self.copies):
            if not self.only and "opener" in self.layout.record.masters:
                self._master(book, "opener", folios, number)
            self._articles(book, copies, number)
        for advert in self.issue.manifest.adverts:
            if advert.after is None and not self.only:
                self._advert(book, advert)

    def _articles(self, book: _Book, copies: Sequence[Copy], section: int) -> None:
        waiting: list[Item] = []
        first: Article | None = None
        for index, copy in enumerate(copies):
            if copy not in self.laid:
                continue
            path = copy.article.path
            position, pages = self.laid[copy]
            for number, piece in enumerate(pages):
                fresh = number > 0 or not position.shares
                if fresh and waiting:
                    self._article_page(book, waiting, first, section)
                    waiting, first = [], None
                first = first or copy.article
                geometry = self._geometry(book.next_number)
                top = position.row if number == 0 else 0
                if top and waiting:
                    waiting.extend(self._between(geometry, top, section))
                if number == 0:
                    waiting.append(AnchorItem(path, geometry.row_top(top)))
                    book.folios[path] = str(book.next_number)
                for placed in () if book.blank else piece:
                    waiting.extend(placed.unit.at(geometry.area.left + placed.x, geometry.row_top(top + placed.row)))
            adverts = self._adverts_after(path)
            if waiting and (adverts or index == len(copies) - 1):
                self._article_page(book, waiting, first, section)
                waiting, first = [], None
            for advert in adverts if not self.only else ():
                self._advert(book, advert)

    def _between(self, geometry: PageGeometry, row: int, section: int) -> Iterator[Item]:
        """The rule between two articles, in the middle of the space above ``row``."""
        between = self.layout.record.between
        if between.rule:
            gap = between.rows * geometry.grid.leading
            box = replace(geometry.area, top=geometry.row_top(row) - gap / 2, height=0.0)
            desk = self._desk(1, section, self.layout.record.masters["article"], {})
            yield desk.rule(between.rule, box)

    def _article_page(self, book: _Book, items: Sequence[Item], first: Article | None, section: int) -> None:
        number = book.next_number
        if book.blank:
            self._add(book, "article", ())
            return
        master = self.layout.record.masters["article"]
        fields = self._page_fields(number, section) | article_fields(first, "article")
        desk = self._desk(number, section, master, fields)
        furniture = desk.simple(master.pages[0], f"page-{number}")
        self._add(book, "article", (*items, *furniture))

    def _master(self, book: _Book, name: str, folios: Mapping[str, str], section: int) -> None:
        """The pages of a master, as many as what flows through them needs."""
        master = self.layout.record.masters[name]
        anchor = f"section-{section + 1}" if name == "opener" else name
        book.folios[anchor] = str(book.next_number)
        path = self.issue.foreword.path if name == "foreword" and self.issue.foreword else ""
        if path:
            book.folios[path] = str(book.next_number)
        if book.blank:
            for _ in range(self._lengths.get(name, 1)):
                self._add(book, name, ())
            return
        flow = Flow.of(self, name, folios, section)
        for index, elements in enumerate(master.pages):
            if index and not flow.wants(elements):
                continue
            later = any(flows(following) for following in master.pages[index + 1 :])
            self._flow_page(book, master, elements, flow, (name, section), (anchor, path) if index == 0 else ())
            while flow.more and not later and flows(elements):
                self._flow_page(book, master, elements, flow, (name, section), ())
        self.findings.extend(flow.findings)

    def _flow_page(
        self,
        book: _Book,
        master: MasterRecord,
        elements: Sequence[ElementRecord],
        flow: Flow,
        kind: tuple[str, int],
        anchors: Sequence[str],
    ) -> None:
        number = book.next_number
        name, section = kind
        desk = self._desk(number, section, master, self._page_fields(number, section))
        items: list[Item] = [AnchorItem(anchor, 0.0) for anchor in anchors if anchor]
        items.extend(master_page(desk, elements, flow, f"{name}-{number}"))
        self._add(book, name, items)

    def _advert(self, book: _Book, advert: Advert) -> None:
        geometry = self._geometry(book.next_number)
        block = f"advert/{advert.file}"
        span = advert.span("file")
        full = advert.size == "full-page"
        item: Item
        if advert.file in self.issue.supplied:
            supplied = self.issue.supplied[advert.file]
            box = geometry.trim if full else _fitted(geometry.area, supplied.width / supplied.height)
            item = SuppliedItem(box, advert.file, advert.alt, block, full, span)
        elif advert.file in self.issue.pictures:
            picture = self.issue.pictures[advert.file]
            box = geometry.bleed_box if full else _fitted(geometry.area, picture.width / picture.height)
            item = PictureItem(box, advert.file, crop_to(picture, box.aspect), advert.alt, block, span)
        else:
            return
        self._add(book, "advert", (AnchorItem(block, 0.0), item))

    # ------------------------------------------------------------------ helpers

    def _geometry(self, number: int) -> PageGeometry:
        return self.layout.geometry(left_hand=number % 2 == 0)

    def _desk(self, number: int, section: int, master: MasterRecord, fields: Mapping[str, Field]) -> Desk:
        swatch = self.layout.section_swatch(section)
        return Desk(self.setter, self._geometry(number), fields, swatch, master.mirror)

    def _page_fields(self, number: int, section: int) -> dict[str, Field]:
        title = section_title(self.issue, self.issue.sections[section]) if section >= 0 else ""
        photo = self.issue.sections[section].record.photo if section >= 0 else None
        return self.fields | {
            "folio": Field(str(number), href=f"#{FRONT}" if self._linked() else ""),
            "section.title": Field(title),
            "section.caption": Field(photo.caption if photo else "", photo.span("caption") if photo else None),
            "section.credit": Field(photo.credit if photo else "", photo.span("credit") if photo else None),
            "section.number": Field(str(section + 1) if section >= 0 else ""),
            "article.title": Field(""),
            "article.short_title": Field(""),
            "article.standfirst": Field(""),
        }

    def _linked(self) -> bool:
        return not self.only and FRONT in self.layout.record.order

    def _add(self, book: _Book, kind: str, items: Sequence[Item]) -> None:
        number = book.next_number
        book.pages.append(Page(number, str(number), number % 2 == 0, kind, tuple(items)))

    def groups(self, folios: Mapping[str, str]) -> list[ListGroup]:
        """The contents: foreword first, then section by section, the gallery last."""
        groups = []
        if self.issue.foreword:
            groups.append(self._single(self.issue.foreword.short_title, self.issue.foreword.path, folios))
        for number, section in enumerate(self.issue.sections):
            entries = tuple(
                ListEntry(
                    a.short_title, a.path, folios.get(a.path, "00"), a.head.span("short_title") or a.head.span("title")
                )
                for a in section.articles
            )
            groups.append(
                ListGroup(
                    section_title(self.issue, section),
                    entries,
                    self.layout.section_swatch(number),
                    f"section-{number + 1}",
                )
            )
        if self.issue.manifest.gallery:
            groups.append(self._single(self.issue.manifest.gallery.title, "gallery", folios))
        return groups

    def _single(self, title: str, anchor: str, folios: Mapping[str, str]) -> ListGroup:
        return ListGroup("", (ListEntry(title, anchor, folios.get(anchor, "00")),), self.layout.swatch("house"))

    def teasers(self, folios: Mapping[str, str]) -> list[Teaser]:
        """The longest article with a photo of each section, then the next longest of all."""
        chosen: list[Article] = []
        rest: list[Article] = []
        for section in self.issue.sections:
            ranked = sorted((a for a in section.articles if a.photos), key=lambda a: -a.words)
            chosen.extend(ranked[:1])
            rest.extend(ranked[1:])
        chosen.extend(sorted(rest, key=lambda a: -a.words))
        return [
            Teaser(
                ListEntry(a.short_title, a.path, folios.get(a.path, "00"), a.head.span("title")),
                a.head.standfirst,
                a.photos[0],
                self.issue.pictures[a.photos[0].file],
            )
            for a in chosen
            if a.photos[0].file in self.issue.pictures
        ]

    def _outline(self, book: _Book) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        for name, title in (
            ("cover", self.fields["publication.title"].text),
            (FRONT, self.layout.word("contents", self.issue.manifest.language)),
        ):
            if name in book.folios:
                entries.append(Entry(title, name))
        if self.issue.foreword and self.issue.foreword.path in book.folios:
            entries.append(Entry(self.issue.foreword.head.title, self.issue.foreword.path))
        for number, section in enumerate(self.issue.sections):
            below = tuple(Entry(a.head.title, a.path) for a in section.articles if a.path in book.folios)
            anchor = f"section-{number + 1}"
            if below:
                entries.append(
                    Entry(
                        section_title(self.issue, section), anchor if anchor in book.folios else below[0].anchor, below
                    )
                )
        if "gallery" in book.folios and self.issue.manifest.gallery:
            entries.append(Entry(self.issue.manifest.gallery.title, "gallery"))
        return tuple(entries)


def _fitted(area: Box, aspect: float) -> Box:
    """The largest box of that shape at the top of the type area."""
    width = min(area.width, area.height * aspect)
    return replace(area, left=area.left + (area.width - width) / 2, width=width, height=width / aspect)
