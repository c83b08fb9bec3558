"""The structure of what masters put on pages: texts and pictures in the order in which the layout names them.

A picture that was shown before, or that belongs to an article, is not described again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.page import ARTIFACTS, Item, Page, PictureItem, SuppliedItem, TextItem
from pipeline.structure.values import ADVERT, Element, kept

MASTHEAD, FILLER = "masthead/", "filler/"
ADVERTS = "advert/"


@dataclass(slots=True)
class PageWalk:
    """Makes elements of items, page by page; what was ``seen`` or ``shown`` before is not made again.

    ``insert`` gives the elements of a block that belongs to an article, which come all at once.
    """

    present: frozenset[str]
    advert_word: str
    insert: Callable[[str], tuple[Element, ...] | None]
    shown: set[str]
    seen: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)

    def elements(self, pages: Iterable[Page]) -> tuple[Element, ...]:
        """What the pages say, grouped: entries of a list of contents, what is said of the publisher."""
        found = [element for page in pages for item in page.items for element in self._item(item)]
        return tuple(_grouped(found))

    def _item(self, item: Item) -> tuple[Element, ...]:
        match item:
            case TextItem() if item.role not in ARTIFACTS:
                return self._text(item)
            case PictureItem() | SuppliedItem():
                return kept([self.picture(item)])
        return ()

    def _text(self, item: TextItem) -> tuple[Element, ...]:
        if item.block in self.seen:
            return ()
        self.seen.add(item.block)
        inserted = self.insert(item.block)
        if inserted is not None:
            return inserted
        leaf = Element(item.role, block=item.block)
        link = Element("Reference", (replace(leaf, tag="Link"),))
        return ({"TOCI": Element("TOCI", (link,)), "Link": Element("P", (link,)), "Caption": replace(leaf, tag="P")}
                .get(item.role, leaf),)  # fmt: skip

    def picture(self, item: PictureItem | SuppliedItem) -> Element | None:
        """A picture that is no article's, with its caption; an advert is marked as one."""
        if item.block in self.seen:
            return None
        self.seen.add(item.block)
        advert, file = item.block.startswith(ADVERTS), item.file if isinstance(item, SuppliedItem) else item.picture
        if not item.alt:
            return None
        if file in self.shown and not advert:
            self.repeated.add(item.block)
            return None
        self.shown.add(file)
        if advert:
            alt = item.alt if item.alt.startswith(self.advert_word) else f"{self.advert_word}: {item.alt}"
            return Element(ADVERT, (Element("Figure", block=item.block, alt=alt),), title=self.advert_word)
        caption = f"{item.block}/caption"
        text = Element("Caption", block=caption) if caption in self.present else None
        self.seen.add(caption)
        return Element("Figure", kept([text]), item.block, alt=item.alt)


def _grouped(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements with neighbours that make one list, or one masthead, put together."""
    group: list[Element] = []
    for element in (*elements, None):
        if group and (element is None or _group_of(element) != _group_of(group[0])):
            yield Element(_group_of(group[0]), tuple(group))
            group = []
        if element is not None:
            if _group_of(element):
                group.append(element)
            else:
                yield element


def _group_of(element: Element) -> str:
    if element.tag == "TOCI":
        return "TOC"
    return "Sect" if element.block.startswith(MASTHEAD) else ""


def blocks_of(pages: Iterable[Page]) -> Mapping[str, None]:
    """The blocks on pages that are to be read, in the order of drawing."""
    found: dict[str, None] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextItem):
                if item.role not in ARTIFACTS:
                    found[item.block] = None
            elif isinstance(item, PictureItem | SuppliedItem) and item.alt:
                found[item.block] = None
    return found
