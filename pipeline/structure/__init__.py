"""The structure of the publication: what a reader who does not see the pages meets, and in which order.

Articles come in the order of the manifest, each as its file has it, whatever the order of drawing, across columns,
pages and jumps; what is around them comes as the layout's masters have it. Text that is on the pages has its place
here, or is an artifact: it repeats something or adorns. Types of elements are those of ISO 32000-1, 14.8.4; what is
asked of them is ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.article import Article
from pipeline.issue import Issue, IssueSection
from pipeline.page import AnchorItem, Makeup, Page, PictureItem, SuppliedItem
from pipeline.structure.articles import ArticleTree
from pipeline.structure.pages import ADVERTS, FILLER, PageWalk, blocks_of
from pipeline.structure.values import OWN_TYPES, Element, Structure, ranked

__all__ = ["OWN_TYPES", "Element", "Structure", "structure"]

OF_SECTIONS = frozenset({"opener", "article", "advert"})


def structure(issue: Issue, makeup: Makeup) -> Structure:
    """The structure of the issue as it is made up, whole or one article of it alone."""
    return _Builder(issue, makeup).structure()


class _Builder:
    def __init__(self, issue: Issue, makeup: Makeup) -> None:
        self.issue, self.pages = issue, makeup.pages
        self.present = frozenset(blocks_of(makeup.pages))
        self.begins = {i.name: page.number for page in makeup.pages for i in page.items if isinstance(i, AnchorItem)}
        self.trees = {article.path: ArticleTree(article, self.present) for article in issue.articles()}
        of_articles = {photo.file for article in issue.articles() for photo in article.photos}
        word = issue.layout.word("advert", issue.manifest.language) if issue.layout else "Advertisement"
        self.walk = PageWalk(self.present, word, self._inserted, of_articles)
        self.inserted: set[str] = set()

    def structure(self) -> Structure:
        """Parts in the order of the pages; the sections' articles in the order of the manifest."""
        children: list[Element] = []
        kinds = [(page, self._part(page)) for page in self.pages]
        for part, group in groupby(kinds, key=lambda pair: pair[1]):
            pages = [page for page, _ in group]
            children += self._sections(pages) if part == "sections" else self._sect(self.walk.elements(pages))
        repeated = {block for tree in self.trees.values() for block in tree.repeated()}
        root = ranked(Element("Document", tuple(children)))
        return Structure(root, frozenset(repeated | self.walk.repeated))

    def _part(self, page: Page) -> str:
        """The part of the issue that a page belongs to; an advert before the first month belongs to the foreword."""
        if page.kind not in OF_SECTIONS:
            return page.kind
        first = next(p.number for p in self.pages if p.kind in {"opener", "article"} or p is self.pages[-1])
        return "foreword" if page.number < first else "sections"

    def _sect(self, elements: Sequence[Element], title: str = "") -> Iterator[Element]:
        if elements:
            yield Element("Sect", tuple(elements), title=title)

    def _inserted(self, block: str) -> tuple[Element, ...] | None:
        """The text of the article that a block belongs to, once; None for a block of no article."""
        path = block.split("#", 1)[0] if "#" in block else ""
        if path not in self.trees:
            return None
        if path in self.inserted:
            return ()
        self.inserted.add(path)
        return self.trees[path].body()

    # ------------------------------------------------------------------ sections

    def _sections(self, pages: Sequence[Page]) -> Iterator[Element]:
        """A part for each section; adverts and fillers stand behind the article that began last before them."""
        extras = list(self._extras(pages))
        for number, section in enumerate(self.issue.sections):
            opener = [page for page in pages if page.kind == "opener" and self._opens(page, number)]
            elements = [*self.walk.elements(opener)]
            for article in self._on_pages(section):
                if element := self.trees[article.path].element(self.issue.manifest.language):
                    elements.append(element)
                elements += [extra for place, extra in extras if place == article.path]
            yield from self._sect(elements, section.title)

    def _on_pages(self, section: IssueSection) -> Iterator[Article]:
        return (article for article in section.articles if article.path in self.begins)

    def _opens(self, page: Page, number: int) -> bool:
        return self._section_of(page.number) == number

    def _section_of(self, page: int) -> int:
        """The section that a page lies in."""
        starts = [self._start(number) for number in range(len(self.issue.sections))]
        return max((number for number, start in enumerate(starts) if start <= page), default=0)

    def _start(self, number: int) -> int:
        section = self.issue.sections[number]
        names = (f"section-{number + 1}", *(article.path for article in section.articles))
        return min((self.begins[name] for name in names if name in self.begins), default=len(self.pages) + 1)

    def _extras(self, pages: Sequence[Page]) -> Iterator[tuple[str, Element]]:
        """Adverts and spare photos with the article that each follows."""
        order = [a for section in self.issue.sections for a in self._on_pages(section)]
        for page in pages:
            before = [a.path for a in order if self.begins[a.path] <= page.number] or [a.path for a in order[:1]]
            for item in page.items:
                if isinstance(item, PictureItem | SuppliedItem) and item.block.startswith((ADVERTS, FILLER)):
                    element = self.walk.picture(item)
                    if element and before:
                        yield before[-1], element
