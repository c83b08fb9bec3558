"""Checks of the structure as such: that there is one, and that content and elements know each other, both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf

from pipeline.measure import Box
from pipeline.preflight.content import Owner, Place
from pipeline.preflight.opened import Opened, entries_of, integer_of, items_of, numbers_of, said
from pipeline.preflight.structure import STANDARD, Element, MarkKid, ObjectKid
from pipeline.preflight.values import Check, Trouble


def has_structure(file: Opened) -> bool:
    """Whether there is a tree to look at."""
    return file.structure.present


def _marked(file: Opened) -> Iterator[Trouble]:
    marked = entries_of(file.root.get("/MarkInfo")).get("/Marked")
    if marked is not True:
        yield Trouble("The catalog does not say that the file is tagged.", value=said(marked), limit="true")


def _suspects(file: Opened) -> Iterator[Trouble]:
    suspects = entries_of(file.root.get("/MarkInfo")).get("/Suspects", False)
    if suspects is not False:
        yield Trouble("The file says itself that its tags are suspect.", value=said(suspects), limit="false")


def _present(file: Opened) -> Iterator[Trouble]:
    if not file.structure.present:
        yield Trouble("The catalog names no structure tree.")
    elif not file.structure.elements():
        yield Trouble("The structure tree has no elements.")


def _sound(file: Opened) -> Iterator[Trouble]:
    if file.root.StructTreeRoot.get("/Type") != "/StructTreeRoot":
        yield Trouble("The root of the structure does not say that it is one.")
    yield from map(Trouble, file.structure.faults)
    for element in file.structure.elements():
        for fault in element.faults:
            yield Trouble(f"A {element.kind} {fault}.", element.page)


def _roles(file: Opened) -> Iterator[Trouble]:
    roles = file.structure.roles
    for kind in sorted(set(roles) & STANDARD):
        yield Trouble(f"The role map gives {kind}, a standard type, another meaning.", value=roles[kind], limit=kind)
    seen: set[str] = set()
    for element in file.structure.elements():
        if not element.type and element.kind not in seen:
            seen.add(element.kind)
            what = "maps in a circle" if _circular(element.kind, roles) else "maps to no standard type"
            yield Trouble(f"The structure type {element.kind or 'without a name'} {what}.", element.page)
    for kind in sorted(roles):
        if kind not in seen and _circular(kind, roles):
            yield Trouble(f"The role map leads {kind} in a circle.")


def _circular(kind: str, roles: dict[str, str]) -> bool:
    seen: set[str] = set()
    while kind in roles and kind not in STANDARD:
        if kind in seen:
            return True
        seen.add(kind)
        kind = roles[kind]
    return False


def _places(file: Opened, places: list[Place], message: str) -> Iterator[Trouble]:
    """Troubles for things met in the content, those of a page and kind as one."""
    counted = Counter((place.page, place.what) for place in places)
    first = {(place.page, place.what): place for place in reversed(places)}
    for (page, what), count in sorted(counted.items()):
        corners = first[page, what].corners
        times = f" ({count} times)" if count > 1 else ""
        yield Trouble(message.format(what) + times, page, file.box_on(page, corners) if corners else None)


def _loose(file: Opened) -> Iterator[Trouble]:
    yield from _places(file, file.contents.loose, "{} is neither tagged nor an artifact.")


def _mixed(file: Opened) -> Iterator[Trouble]:
    yield from _places(file, file.contents.artifact_in_tagged, "There is {}.")
    yield from _places(file, file.contents.tagged_in_artifact, "{} stands inside an artifact.")


def _balanced(file: Opened) -> Iterator[Trouble]:
    yield from _places(file, file.contents.unbalanced, "The content has {}.")


def _numbers(file: Opened) -> Iterator[Trouble]:
    """The keys of the parent tree: every stream with marks has one, no two the same."""
    keys: dict[int, str] = {}
    for owner, item, page in _streams(file):
        key = integer_of(item.get("/StructParents"))
        name = f"page {page}" if owner[0] == "page" else f"the form {owner[1]}"
        if key is None:
            yield Trouble(f"{name} has marks and no StructParents.", page)
        elif key in keys:
            yield Trouble(f"{name} has the same StructParents as {keys[key]}.", page, value=str(key))
        else:
            keys[key] = name
            if not isinstance(file.structure.parents.get(key), pikepdf.Array):
                yield Trouble(f"The parent tree has no list for {name}.", page, value=str(key))
    following = integer_of(file.root.StructTreeRoot.get("/ParentTreeNextKey"))
    if file.structure.parents and following is not None and following <= max(file.structure.parents):
        yield Trouble("ParentTreeNextKey is taken already.", value=str(following))
    nums = [int(n) for n in items_of(entries_of(file.root.StructTreeRoot.get("/ParentTree")).get("/Nums"))[::2]]
    if nums != sorted(set(nums)):
        yield Trouble("The keys of the parent tree are not in their order, or one comes twice.")


def _streams(file: Opened) -> Iterator[tuple[Owner, pikepdf.Object, int]]:
    """The pages and forms that have marks, with the number of the page."""
    seen: set[Owner] = set()
    for mark in file.contents.marks.values():
        if mark.owner not in seen:
            seen.add(mark.owner)
            item = (
                file.pages[mark.page - 1].obj if mark.owner[0] == "page" else file.contents.forms[mark.owner[1:]].item
            )
            yield mark.owner, item, mark.page


def _owners(file: Opened) -> dict[tuple[Owner, int], list[Element]]:
    """The elements that hold each mark."""
    found: dict[tuple[Owner, int], list[Element]] = {}
    for element in file.structure.elements():
        for kid in element.kids:
            if isinstance(kid, MarkKid):
                found.setdefault((kid.owner, kid.number), []).append(element)
    return found


def _forth(file: Opened) -> Iterator[Trouble]:
    """From the structure to the content: every mark that an element holds is there, and is held once."""
    for (owner, number), holders in _owners(file).items():
        page = next((kid.page for kid in holders[0].kids if isinstance(kid, MarkKid)), 0)
        if (owner, number) not in file.contents.marks:
            yield Trouble(f"A {holders[0].kind} holds the mark {number}, which is not in the content.", page)
        if len(holders) > 1:
            kinds = " and ".join(holder.kind for holder in holders)
            yield Trouble(f"The mark {number} is held more than once: by {kinds}.", page)


def _back(file: Opened) -> Iterator[Trouble]:
    """From the content to the structure: every mark's number leads to the element that holds it."""
    holders = _owners(file)
    keys = {owner: integer_of(item.get("/StructParents")) for owner, item, _ in _streams(file)}
    for (owner, number), mark in file.contents.marks.items():
        what = f"The mark {number} ({mark.tag.removeprefix('/')})"
        if mark.times > 1:
            yield Trouble(f"{what} is there {mark.times} times.", mark.page)
        if (owner, number) not in holders:
            yield Trouble(f"{what} belongs to no element.", mark.page)
        key = keys[owner]
        listed = items_of(file.structure.parents.get(key)) if key is not None else ()
        entry = listed[number] if 0 <= number < len(listed) else None
        if not isinstance(entry, pikepdf.Dictionary):
            yield Trouble(f"{what} is not in the parent tree.", mark.page)
        elif holders.get((owner, number)) and entry.objgen != holders[owner, number][0].identity:
            kind = str(entry.get("/S", "")).removeprefix("/")
            held = holders[owner, number][0].kind
            yield Trouble(
                f"The parent tree leads {what[0].lower()}{what[1:]} astray.", mark.page, value=kind, limit=held
            )


def _objects(file: Opened) -> Iterator[Trouble]:
    """Annotations and elements know each other, both ways."""
    holders: dict[tuple[int, int], list[Element]] = {}
    for element in file.structure.elements():
        for kid in element.kids:
            if isinstance(kid, ObjectKid):
                holders.setdefault(kid.item.objgen, []).append(element)
    present = set(file.contents.forms)
    for page, annotation in every_annotation(file):
        present.add(annotation.objgen)
        fault = _led_astray(file, annotation, holders.get(annotation.objgen, []))
        if fault:
            kind = str(annotation.get("/Subtype", "")).removeprefix("/")
            yield Trouble(f"An annotation ({kind}) {fault}.", page, box_of(file, page, annotation))
    for identity, elements in holders.items():
        if identity not in present:
            yield Trouble(f"A {elements[0].kind} holds an object that is on no page.", elements[0].page)


def _led_astray(file: Opened, annotation: pikepdf.Object, holding: list[Element]) -> str:
    """What is wrong with the way from an annotation to the element that holds it."""
    if len(holding) > 1:
        return f"is held by {len(holding)} elements"
    key = integer_of(annotation.get("/StructParent"))
    if key is None:
        return "has no StructParent" if holding else ""
    entry = file.structure.parents.get(key)
    if not isinstance(entry, pikepdf.Dictionary):
        return "is not in the parent tree"
    if not holding or entry.objgen != holding[0].identity:
        return "is led to another element than the one that holds it"
    return ""


def every_annotation(file: Opened) -> Iterator[tuple[int, pikepdf.Object]]:
    """All annotations with the numbers of their pages."""
    for number, page in enumerate(file.pages, 1):
        for item in items_of(page.obj.get("/Annots")):
            if isinstance(item, pikepdf.Dictionary):
                yield number, item


def box_of(file: Opened, page: int, annotation: pikepdf.Object) -> Box | None:
    """Where an annotation is."""
    corners = numbers_of(annotation.get("/Rect"))
    return file.box_on(page, (corners[0], corners[1], corners[2], corners[3])) if corners else None


def _forms(file: Opened) -> Iterator[Trouble]:
    """A form with marks of its own is painted once."""
    owners = {mark.owner for mark in file.contents.marks.values()}
    for identity, drawn in file.contents.forms.items():
        if drawn.times > 1 and ("form", *identity) in owners:
            yield Trouble(
                "A form that has marks is painted more than once.", drawn.page, value=str(drawn.times), limit="1"
            )


CHECKS = (
    Check("marked", "The file says that it is tagged", (("ua1", "6.2"), ("2a", "6.7.2.2")), _marked),
    Check("suspects", "Its tags are not suspect", (("ua1", "7.1"),), _suspects),
    Check("structure", "There is a structure tree", (("ua1", "7.1"), ("2a", "6.7.3.3")), _present),
    Check("elements", "Elements are sound", (("ua1", "7.1"), ("2a", "6.7.3.3")), _sound, has_structure),
    Check(
        "roles",
        "Structure types are standard or map to those",
        (("ua1", "7.1"), ("2a", "6.7.3.4")),
        _roles,
        has_structure,
    ),
    Check("tagged", "All content is tagged or an artifact", (("ua1", "7.1"), ("2a", "6.7.2.1")), _loose),
    Check("artifacts", "Artifacts and tagged content keep apart", (("ua1", "7.1"),), _mixed),
    Check("balance", "Marks and states are ended where they began", (("ua1", "7.1"), ("2a", "6.2.2")), _balanced),
    Check(
        "parent-keys",
        "Pages with marks have their place in the parent tree",
        (("ua1", "7.1"), ("2a", "6.7.3.3")),
        _numbers,
        has_structure,
    ),
    Check(
        "marks-of-elements",
        "Elements hold marks that are there",
        (("ua1", "7.1"), ("2a", "6.7.3.3")),
        _forth,
        has_structure,
    ),
    Check(
        "elements-of-marks", "Marks lead to their elements", (("ua1", "7.1"), ("2a", "6.7.3.3")), _back, has_structure
    ),
    Check("annotation-parents", "Annotations lead to their elements", (("ua1", "7.18.1"),), _objects, has_structure),
    Check("tagged-forms", "Forms with marks are painted once", (("ua1", "7.20"),), _forms),
)
