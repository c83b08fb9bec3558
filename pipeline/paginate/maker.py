"""The maker: emits the issue's pages one after another, master by master, article by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.article import Article
from pipeline.copyfit import Copy, Levelled, Placed, laid
from pipeline.diagnostic import Finding
from pipeline.flatplan import EMPTY, AdvertPlan, Flatplan
from pipeline.galley import Tongue, Typesetter
from pipeline.issue import Issue
from pipeline.layout import Layout, PageGeometry
from pipeline.page import AnchorItem, Entry, Item, Page
from pipeline.paginate.adverts import Bookings, advert_findings, advert_items, advert_plans, bookings
from pipeline.paginate.articles import ArticlePages
from pipeline.paginate.book import Book
from pipeline.paginate.fields import issue_fields, section_title
from pipeline.paginate.finish import finished
from pipeline.paginate.front import outline
from pipeline.paginate.furniture import Desk, Field
from pipeline.paginate.jumps import with_rests
from pipeline.paginate.masters import Flow, flows, master_page
from pipeline.paginate.pins import keeps, keeps_adverts
from pipeline.paginate.plan import Plan, planned
from pipeline.paginate.remedies import Task
from pipeline.paginate.steps import Booked, Break, Budget, Position, Step
from pipeline.picture import Outline, outline_of

if TYPE_CHECKING:
    from pipeline.language import Cache
    from pipeline.layout.records import ElementRecord


class Maker:
    """Makes up one issue. What does not depend on page numbers is made once and kept."""

    def __init__(
        self, issue: Issue, layout: Layout, cache: Cache | None, only: str, flatplan: Flatplan = EMPTY, first: int = 1
    ) -> None:
        self.issue, self.layout, self.only, self.first = issue, layout, only, first
        self.flatplan = EMPTY if only else flatplan
        self.setter = Typesetter(layout, Tongue(issue.manifest.language, cache))
        self.findings: list[Finding] = []
        self.adverts: tuple[AdvertPlan, ...] = ()
        self.task: Task | None = None
        self.fields = issue_fields(issue, layout)
        self._cache = cache
        self._lengths: dict[tuple[str, int], int] = {}

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
            sections.append(with_rests(self._copy(a, number, kicker) for a in wanted))
        return tuple(sections)

    def _copy(self, article: Article, section: int, kicker: str) -> Copy:
        return Copy(self.typesetter(article, section), article, self.issue.pictures, kicker, self._outline)

    def _outline(self, file: str) -> Outline | None:
        """The outline of a photo, if it is a cut-out."""
        return outline_of(self.issue.files[file], self.issue.pictures[file], self._cache)

    @cached_property
    def bookings(self) -> Bookings:
        """The adverts; none beside an article alone."""
        return Bookings() if self.only else bookings(self.issue, self.layout)

    @cached_property
    def plan(self) -> Plan:
        """Where each article and advert is to stand; what is found on the way goes with the findings."""
        openers = not self.only and "opener" in self.layout.record.masters
        side = self.layout.record.masters["opener"].start if openers else "any"
        steps: list[Step] = []
        for number, copies in enumerate(self.copies):
            steps.append(Break(self._counted("opener", number), side) if openers else Break(0))
            for copy in copies:
                steps += [copy, *self.bookings.after(copy.article.path)]
        steps += [Break(0), *self.bookings.last] if self.bookings.last else []
        budget, every = self._budget(), [c for copies in self.copies for c in copies]
        kept, lost = keeps(every, self.flatplan, budget.before)
        spots = keeps_adverts(self.bookings.every, every, self.flatplan, budget.before)
        self.task = Task(steps, self.layout.grid.rows, budget, kept, self.bookings.floating, spots)
        plan = planned(steps, self.layout.grid.rows, budget, kept, self.bookings.floating, spots)
        self.findings.extend((*lost, *plan.findings, *advert_findings(plan, self.layout, budget.before, spots)))
        self.adverts = tuple(advert_plans(plan, budget.before))
        for copy, position in plan.positions.items():
            self.findings.extend(copy.findings(position.fitted.variant))
        return plan

    @cached_property
    def finished(self) -> dict[Copy, Levelled]:
        """Each article as it is laid: levelled, and stretched where a little is missing."""
        record = self.layout.record
        return finished(self.plan, self.layout.grid.rows, record.between.rows, record.last_measures)

    @cached_property
    def laid(self) -> dict[Copy, tuple[Position, tuple[tuple[Placed, ...], ...]]]:
        """For each article its position and what stands on its pages."""
        positions = self.plan.positions
        order = (c for copies in self.copies for c in copies if c in positions)
        return {copy: (positions[copy], laid(copy, self.finished[copy])) for copy in order}

    def _budget(self) -> Budget:
        """The pages besides those that the plan counts: what flows through them is set once to count them."""
        if self.only:
            return Budget(gap=self.layout.record.between.rows)
        fixed, before, order = 0, 0, self.layout.record.order
        foreword = len(self.bookings.after(self.issue.foreword.path)) if self.issue.foreword else 0
        for name in order:
            if name == "sections":
                behind = "foreword" in order[: order.index(name)]
                before = fixed + (foreword if behind else 0)
            elif self._has(name):
                fixed += self._counted(name, -1)
        pages, gap = self.issue.manifest.pages, self.layout.record.between.rows
        return Budget(fixed + foreword, pages.multiple_of, pages.at_most, gap, before)

    def _counted(self, name: str, section: int) -> int:
        """The pages of a master, which is set once to count them."""
        book = Book()
        self._master(book, name, {}, section, counted=True)
        self._lengths[name, section] = len(book.pages)
        return len(book.pages)

    def _wanted(self, article: Article) -> bool:
        return not self.only or article.path == self.only

    # ------------------------------------------------------------------ every round

    def make(self, folios: Mapping[str, str]) -> tuple[tuple[Page, ...], tuple[Entry, ...], dict[str, str]]:
        """All pages with the page numbers of the round before; the outline; the page numbers now."""
        book = self._bound(Book(first=self.first), folios)
        return tuple(book.pages), outline(self.issue, self.layout, book.folios), book.folios

    def numbers(self) -> dict[str, str]:
        """The page numbers as they will be if no master needs another number of pages than when it was counted."""
        return {} if self.only or not self.laid else self._bound(Book(blank=True), {}).folios

    def _bound(self, book: Book, folios: Mapping[str, str]) -> Book:
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
            if name == "foreword" and self.issue.foreword:
                for booked in self.bookings.after(self.issue.foreword.path):
                    self._advert(book, booked)
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

    def _sections(self, book: Book, folios: Mapping[str, str]) -> None:
        """The openers, articles and adverts; each part of the plan's steps begins with a break."""
        parts: list[list[Step]] = []
        for step in self.plan.steps:
            if isinstance(step, Break):
                parts.append([])
            else:
                parts[-1].append(step)
        for number in range(len(self.copies)):
            if not self.only and "opener" in self.layout.record.masters:
                self._master(book, "opener", folios, number)
            ArticlePages(self, book, number, folios).make(parts[number] if parts else ())
        for part in parts[len(self.copies) :]:
            ArticlePages(self, book, len(self.copies) - 1, folios).make(part)

    def _master(self, book: Book, name: str, folios: Mapping[str, str], section: int, *, counted: bool = False) -> None:
        """The pages of a master, as many as what flows through them needs."""
        master = self.layout.record.masters[name]
        anchor = f"section-{section + 1}" if name == "opener" else name
        book.folios[anchor] = str(book.next_number)
        path = self.issue.foreword.path if name == "foreword" and self.issue.foreword else ""
        if path:
            book.folios[path] = str(book.next_number)
        if book.blank:
            for _ in range(self._lengths.get((name, section), 1)):
                book.add(name, ())
            return
        flow = Flow.of(self, name, folios, section, counted=counted)
        for index, elements in enumerate(master.pages):
            if index and not flow.wants(elements):
                continue
            later = any(flows(following) for following in master.pages[index + 1 :])
            self._flow_page(book, elements, flow, (name, section), (anchor, path) if index == 0 else ())
            while flow.more and not later and flows(elements):
                self._flow_page(book, elements, flow, (name, section), ())
        self.findings.extend(flow.findings)

    def _flow_page(
        self,
        book: Book,
        elements: Sequence[ElementRecord],
        flow: Flow,
        kind: tuple[str, int],
        anchors: Sequence[str],
    ) -> None:
        number = book.next_number
        name, section = kind
        desk = self.desk(number, section, name, self.page_fields(number, section))
        items: list[Item] = [AnchorItem(anchor, 0.0) for anchor in anchors if anchor]
        items.extend(master_page(desk, elements, flow, f"{name}-{number}"))
        book.add(name, items)

    def _advert(self, book: Book, booked: Booked) -> None:
        items = tuple(advert_items(self.issue, booked, self.geometry(book.next_number)))
        book.add("advert", (*(AnchorItem(item.block, 0.0) for item in items), *items))

    # ------------------------------------------------------------------ helpers

    def geometry(self, number: int) -> PageGeometry:
        """The side on which a page of this number lies."""
        return self.layout.geometry(left_hand=number % 2 == 0)

    def desk(self, number: int, section: int, name: str, fields: Mapping[str, Field]) -> Desk:
        """What sets the furniture of a page of a master, in the colour of a section (from 0; -1 for none)."""
        swatch, mirror = self.layout.section_swatch(section), self.layout.record.masters[name].mirror
        return Desk(self.setter, self.geometry(number), fields, swatch, mirror, name)

    def page_fields(self, number: int, section: int) -> dict[str, Field]:
        """What the furniture of a page may name."""
        title = section_title(self.issue, self.issue.sections[section]) if section >= 0 else ""
        photo = self.issue.sections[section].record.photo if section >= 0 else None
        return self.fields | {
            "folio": Field(str(number)),
            "section.title": Field(title),
            "section.caption": Field(photo.caption if photo else "", photo.span("caption") if photo else None),
            "section.credit": Field(photo.credit if photo else "", photo.span("credit") if photo else None),
            "section.number": Field(str(section + 1) if section >= 0 else ""),
            "article.title": Field(""),
            "article.short_title": Field(""),
            "article.standfirst": Field(""),
        }
