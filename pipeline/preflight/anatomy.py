"""Checks that objects are what ISO 32000-1 makes them: entries that must be there, of the kind that they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pikepdf

from pipeline import limits
from pipeline.preflight.destinations import Destinations, name_tree
from pipeline.preflight.opened import Opened, Unreadable, entries_of, integer_of, items_of, numbers_of
from pipeline.preflight.tagging import box_of, every_annotation
from pipeline.preflight.values import Check, Trouble

Kind = Callable[[Any], bool]
BASE = (("ua1", "6.1"), ("2a", "6.1.1"))
LABELS = frozenset({"/D", "/R", "/r", "/A", "/a"})


def _is(*names: str) -> Kind:
    return lambda value: isinstance(value, pikepdf.Name) and str(value) in names


def _name(value: object) -> bool:
    return isinstance(value, pikepdf.Name)


def _dictionary(value: object) -> bool:
    return isinstance(value, pikepdf.Dictionary)


def _array(value: object) -> bool:
    return isinstance(value, pikepdf.Array)


def _text(value: object) -> bool:
    return isinstance(value, pikepdf.String) and bool(str(value))


def _number(value: object) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _whole(value: object) -> bool:
    return integer_of(value) is not None


def _positive(value: object) -> bool:
    return (integer_of(value) or 0) > 0


def _box(value: object) -> bool:
    return bool(numbers_of(value))


PAGES: Mapping[str, Kind] = {"/Type": _is("/Pages"), "/Kids": _array, "/Count": _whole}
PAGE: Mapping[str, Kind] = {"/Type": _is("/Page"), "/Parent": _dictionary}
DESCRIPTOR: Mapping[str, Kind] = {
    "/Type": _is("/FontDescriptor"),
    "/FontName": _name,
    "/Flags": _whole,
    "/ItalicAngle": _number,
    "/StemV": _number,
    "/FontBBox": _box,
    "/Ascent": _number,
    "/Descent": _number,
}
CID_FONT: Mapping[str, Kind] = {
    "/Type": _is("/Font"),
    "/Subtype": _is("/CIDFontType0", "/CIDFontType2"),
    "/BaseFont": _name,
    "/CIDSystemInfo": _dictionary,
    "/FontDescriptor": _dictionary,
}
IMAGE: Mapping[str, Kind] = {"/Subtype": _is("/Image"), "/Width": _positive, "/Height": _positive}
FORM: Mapping[str, Kind] = {"/Subtype": _is("/Form"), "/BBox": _box}
INTENT: Mapping[str, Kind] = {"/S": _name, "/OutputConditionIdentifier": _text}
GROUP: Mapping[str, Kind] = {"/S": _is("/Transparency")}
ANNOTATION: Mapping[str, Kind] = {"/Subtype": _name, "/Rect": _box}
ROOT: Mapping[str, Kind] = {"/Type": _is("/Catalog"), "/Pages": _dictionary}
# What may be left out, but not be something else.
IF_PRESENT: Mapping[str, Kind] = {
    "/SMask": lambda value: isinstance(value, pikepdf.Stream),
    "/Mask": lambda value: isinstance(value, (pikepdf.Stream, pikepdf.Array)),
    "/MediaBox": _box,
    "/CropBox": _box,
    "/TrimBox": _box,
    "/BleedBox": _box,
    "/ArtBox": _box,
    "/Contents": lambda value: isinstance(value, (pikepdf.Stream, pikepdf.Array)),
    "/Resources": _dictionary,
    "/Annots": _array,
}


def _lacking(what: str, item: object, wanted: Mapping[str, Kind], page: int = 0) -> Iterator[Trouble]:
    entries = entries_of(item)
    for key, kind in wanted.items():
        if key not in entries:
            yield Trouble(f"{what} lacks {key[1:]}.", page)
        elif not kind(entries[key]):
            yield Trouble(f"{what} has a {key[1:]} that is none.", page, value=str(entries[key])[:60])


def _present(item: pikepdf.Object) -> dict[str, Kind]:
    """The kinds of those entries that may be left out, and are not."""
    return {key: kind for key, kind in IF_PRESENT.items() if key in item}


def _entries(file: Opened) -> Iterator[Trouble]:
    yield from _lacking("The catalog", file.root, ROOT)
    yield from _lacking("The root of pages", file.root.get("/Pages"), PAGES)
    counted = integer_of(file.root.Pages.get("/Count"))
    if counted != len(file.pages):
        yield Trouble(
            "There are more or fewer pages than the file says.", value=str(counted), limit=str(len(file.pages))
        )
    for number, page in enumerate(file.pages, 1):
        yield from _lacking("A page", page.obj, PAGE, number)
        yield from _lacking("A page", page.obj, _present(page.obj), number)
        if not _box(page.mediabox):
            yield Trouble("A page has no size.", number)
        if "/Group" in page.obj:
            yield from _lacking("A page's group", page.obj.Group, GROUP, number)
    for intent in items_of(file.root.get("/OutputIntents")):
        yield from _lacking("An output intent", intent, INTENT)
    for number, annotation in every_annotation(file):
        yield from _lacking("An annotation", annotation, ANNOTATION, number)
        if annotation.get("/Type", "/Annot") != "/Annot":
            yield Trouble("An annotation is of another type.", number, value=str(annotation.Type))


def _parts(file: Opened) -> Iterator[Trouble]:
    """What content is painted with: pictures, forms and fonts."""
    for drawn in file.contents.images.values():
        yield from _lacking("A picture", drawn.item, {**IMAGE, **_present(drawn.item)}, drawn.page)
    for drawn in file.contents.forms.values():
        yield from _lacking("A form", drawn.item, FORM, drawn.page)
    for font, uses in file.contents.fonts.items():
        page = min((use.page for use in uses.values()), default=0)
        if font.composite:
            yield from _lacking(f"The descendant of {font.name}", font.descendant, CID_FONT, page)
        if font.descriptor is not None:
            yield from _lacking(f"The descriptor of {font.name}", font.descriptor, DESCRIPTOR, page)
            stated = str(font.descriptor.get("/FontName"))
            if stated != str(font.descendant.get("/BaseFont")):
                yield Trouble(f"The descriptor of {font.name} is of another font.", page, value=stated[1:])


def _places(file: Opened) -> Iterator[Trouble]:
    destinations = Destinations(file)
    for page, annotation in every_annotation(file):
        action = annotation.get("/A")
        if annotation.get("/Subtype") == "/Link" and not destinations.of(annotation) and _leads_inside(action):
            yield Trouble("A link leads nowhere.", page, box_of(file, page, annotation))
    for title, item in _outline(file):
        if not _text(item.get("/Title")):
            yield Trouble("An entry of the outline says nothing.")
        if not destinations.of(item) and _leads_inside(item.get("/A")):
            yield Trouble("An entry of the outline leads nowhere.", value=title)
    for name, target in name_tree(entries_of(file.root.get("/Names")).get("/Dests")):
        if not destinations.page(target):
            yield Trouble("A named destination is on no page.", value=name.decode("latin-1"))


def _leads_inside(action: object) -> bool:
    """Whether a link or entry without a known goal should have one: actions of other kinds lead out of the file."""
    return entries_of(action).get("/S", "/GoTo") in {"/GoTo", "/URI"}


def _outline(file: Opened) -> Iterator[tuple[str, pikepdf.Object]]:
    """The entries of the outline; Unreadable where they do not end."""
    waiting = [entries_of(file.root.get("/Outlines")).get("/First")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if item.objgen in seen or len(seen) > limits.PREFLIGHT_ELEMENTS:
            message = "the outline has no end"
            raise Unreadable(message)
        seen.add(item.objgen)
        yield str(item.get("/Title", "")), item
        waiting += [item.get("/Next"), item.get("/First")]


def _chained(file: Opened) -> Iterator[Trouble]:
    """Every entry of the outline is held by its parent, and the chain of each level ends where the parent says."""
    root = file.root.get("/Outlines")
    if not isinstance(root, pikepdf.Dictionary):
        yield Trouble("The outline is none.")
        return
    for item in (root, *(item for _, item in _outline(file))):
        entries = entries_of(item)
        first, last = entries.get("/First"), entries.get("/Last")
        if first is None and last is None:
            continue
        walked, following = None, first
        while isinstance(following, pikepdf.Dictionary):
            parent = following.get("/Parent")
            if not isinstance(parent, pikepdf.Dictionary) or parent.objgen != item.objgen:
                yield Trouble("An entry of the outline names another parent.", value=str(following.get("/Title", "")))
            before = following.get("/Prev")
            if (before.objgen if isinstance(before, pikepdf.Dictionary) else None) != walked:
                yield Trouble("An entry of the outline follows another.", value=str(following.get("/Title", "")))
            walked, following = following.objgen, following.get("/Next")
        if not isinstance(last, pikepdf.Dictionary) or last.objgen != walked:
            yield Trouble("A part of the outline does not end where it says.", value=str(entries.get("/Title", "")))


def has_outline(file: Opened) -> bool:
    """Whether there is an outline."""
    return "/Outlines" in file.root


def _labels(file: Opened) -> Iterator[Trouble]:
    numbers = items_of(entries_of(file.root.get("/PageLabels")).get("/Nums"))
    if not numbers or integer_of(numbers[0]) != 0:
        yield Trouble("Page labels do not begin at the first page.")
    for key, value in zip(numbers[::2], numbers[1::2], strict=False):
        entries = entries_of(value)
        style, start = entries.get("/S"), entries.get("/St", 1)
        if not _whole(key) or not isinstance(value, pikepdf.Dictionary) or not _positive(start):
            yield Trouble("A range of page labels is none.", value=str(key))
        elif style is not None and str(style) not in LABELS:
            yield Trouble("Page labels are of an unknown style.", value=str(style))


def has_labels(file: Opened) -> bool:
    """Whether pages have labels."""
    return "/PageLabels" in file.root


CHECKS = (
    Check("entries", "Pages and notes are what they should be", BASE, _entries),
    Check("parts", "Pictures, forms and fonts are what they should be", BASE, _parts),
    Check("destinations", "Links and outline lead somewhere", BASE, _places),
    Check("outline", "The outline holds together", BASE, _chained, has_outline),
    Check("labels", "Page labels are sound", BASE, _labels, has_labels),
)
