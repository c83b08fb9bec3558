"""Tags: the tree of structure elements of a document, and how drawn content and links belong to it.

A tag knows the pieces of pages that are its content, in the order in which they were drawn, then its children. The
tree is written when the document is. Words come from ISO 32000-1, 14.6 to 14.8; what readers ask for besides is in
ISO 14289-1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFString

from pipeline.pdf.syntax import Area, numbers

ArtifactType = Literal["Pagination", "Layout", "Page", "Background"]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Content that is no part of the text; ``subtype`` is of pagination: Header or Footer."""

    type: ArtifactType
    subtype: str = ""

    @property
    def operator(self) -> str:
        """What opens it in a content stream."""
        subtype = f"/Subtype/{self.subtype}" if self.subtype else ""
        return f"/Artifact<</Type/{self.type}{subtype}>>BDC"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of a page: marked content by its number there."""

    page: PDFObjectReference
    number: int


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A link on a page."""

    page: PDFObjectReference
    reference: PDFObjectReference


@dataclass(frozen=True, slots=True)
class Traits:
    """What a structure element says of itself; what is empty is not written."""

    title: str = ""
    alt: str = ""
    language: str = ""
    scope: str = ""
    numbering: str = ""
    identifier: str = ""


NO_TRAITS = Traits()


class Tag(PDFObject):  # type: ignore[misc]
    """A structure element of type ``kind``. ``box`` is where its picture stands on its page."""

    __RefOnly__ = 1

    def __init__(self, kind: str, parent: PDFObject, traits: Traits = NO_TRAITS) -> None:
        self.kind, self.parent, self.traits = kind, parent, traits
        self.content: list[_Mark | _Annotation | Tag] = []
        self.children: list[Tag] = []
        self.box: Area | None = None

    def add(self, kind: str, traits: Traits = NO_TRAITS) -> Tag:
        """A new last child."""
        self.children.append(Tag(kind, self, traits))
        return self.children[-1]

    def within(self, kind: str, traits: Traits = NO_TRAITS) -> Tag:
        """A new element in the midst of its content: behind what was drawn so far, before what is drawn next."""
        tag = Tag(kind, self, traits)
        self.content.append(tag)
        return tag

    @property
    def last(self) -> Tag | None:
        """The element that its content ends with, if it ends with one."""
        return self.content[-1] if self.content and isinstance(self.content[-1], Tag) else None

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary."""
        page = next((part.page for part in self.content if not isinstance(part, Tag)), None)
        kids = [_kid(part, page, document) for part in (*self.content, *self.children)]
        parts = [b"/Type/StructElem/S/", self.kind.encode("ascii"), b"/P ", _reference(self.parent, document)]
        if page is not None:
            parts += [b"/Pg ", page.format(document)]
        if kids:
            parts += [b"/K ", kids[0]] if len(kids) == 1 else [b"/K[", b" ".join(kids), b"]"]
        for key, text in self._texts():
            parts += [key, PDFString(text).format(document)]
        if attributes := self._attributes():
            parts += [b"/A<<", attributes.encode("ascii"), b">>"]
        return b"".join([b"<<", *parts, b">>"])

    def _texts(self) -> list[tuple[bytes, str]]:
        traits = self.traits
        given = (
            (b"/T ", traits.title),
            (b"/Alt ", traits.alt),
            (b"/Lang ", traits.language),
            (b"/ID ", traits.identifier),
        )
        return [(key, text) for key, text in given if text]

    def _attributes(self) -> str:
        if self.box is not None:
            return f"/O/Layout/Placement/Block/BBox[{numbers(*self.box)}]"
        if self.traits.scope:
            return f"/O/Table/Scope/{self.traits.scope}"
        return f"/O/List/ListNumbering/{self.traits.numbering}" if self.traits.numbering else ""


def _kid(part: _Mark | _Annotation | Tag, page: PDFObjectReference | None, document: PDFDocument) -> bytes:
    if isinstance(part, Tag):
        return _reference(part, document)
    own: bytes = part.page.format(document)
    elsewhere = page is None or own != page.format(document)
    at = b"/Pg " + own if elsewhere else b""
    if isinstance(part, _Annotation):
        annotation: bytes = part.reference.format(document)
        return b"<</Type/OBJR" + at + b"/Obj " + annotation + b">>"
    number = str(part.number).encode("ascii")
    return b"<</Type/MCR" + at + b"/MCID " + number + b">>" if elsewhere else number


def _reference(item: PDFObject, document: PDFDocument) -> bytes:
    reference: bytes = document.Reference(item).format(document)
    return reference


@dataclass(slots=True)
class _Page:
    """The page being drawn: its reference, and the tags of its marks."""

    reference: PDFObjectReference
    tags: list[Tag] = field(default_factory=list)


class TagTree(PDFObject):  # type: ignore[misc]
    """The structure tree. ``types`` gives for each type that is not standard the one to take it for."""

    __RefOnly__ = 1

    def __init__(self, types: Mapping[str, str]) -> None:
        self.types = types
        self.root = Tag("Document", self)
        self._parents: list[Tag | list[Tag]] = []
        self._page: _Page | None = None

    def begin_page(self, reference: PDFObjectReference) -> None:
        """From here on marks are of this page."""
        self._page = _Page(reference)

    def end_page(self) -> dict[str, int]:
        """The entry of the page that leads from its marks to their tags; nothing where it has none."""
        tags, self._page = self._here().tags, None
        if not tags:
            return {}
        self._parents.append(tags)
        return {"StructParents": len(self._parents) - 1}

    def mark(self, tag: Tag) -> str:
        """The operator that opens the next piece of this page's content as content of ``tag``."""
        page = self._here()
        page.tags.append(tag)
        tag.content.append(_Mark(page.reference, len(page.tags) - 1))
        return f"/{tag.kind}<</MCID {len(page.tags) - 1}>>BDC"

    def annotation(self, tag: Tag) -> int:
        """The number under which an annotation of this page finds its tag."""
        self._parents.append(tag)
        return len(self._parents) - 1

    def annotated(self, tag: Tag, reference: PDFObjectReference) -> None:
        """Makes an annotation of this page content of ``tag``."""
        tag.content.append(_Annotation(self._here().reference, reference))

    def _here(self) -> _Page:
        if self._page is None:
            message = "no page was begun"
            raise RuntimeError(message)
        return self._page

    def format(self, document: PDFDocument) -> bytes:
        """The root's dictionary, with the way back from content to tags and from identifiers to tags."""
        parts = [b"<</Type/StructTreeRoot/K ", _reference(self.root, document), b"/ParentTree<</Nums["]
        for key, tags in enumerate(self._parents):
            found = _reference(tags, document) if isinstance(tags, Tag) else _references(tags, document)
            parts.append(f"{key} ".encode("ascii") + found + b"\n")
        parts.append(f"]>>/ParentTreeNextKey {len(self._parents)}".encode("ascii"))
        if self.types:
            types = "".join(f"/{own}/{standard}" for own, standard in sorted(self.types.items()))
            parts.append(f"/RoleMap<<{types}>>".encode("ascii"))
        if named := sorted(_identified(self.root), key=lambda pair: pair[0]):
            names = (PDFString(name).format(document) + b" " + _reference(tag, document) for name, tag in named)
            parts += [b"/IDTree<</Names[", b" ".join(names), b"]>>"]
        root: bytes = b"".join((*parts, b">>"))
        return root


def _references(tags: list[Tag], document: PDFDocument) -> bytes:
    return b"[" + b" ".join(_reference(tag, document) for tag in tags) + b"]"


def _identified(tag: Tag) -> list[tuple[str, Tag]]:
    """The tags with identifiers, from here down."""
    own = [(tag.traits.identifier, tag)] if tag.traits.identifier else []
    return [*own, *(pair for child in tag.children for pair in _identified(child))]
