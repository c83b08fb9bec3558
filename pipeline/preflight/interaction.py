"""Checks of what can be clicked: annotations and their elements, actions, form fields; and of what may not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from pipeline import limits
from pipeline.preflight.opened import Opened, entries_of, items_of, numbers_of, said, text_of
from pipeline.preflight.semantics import of_type
from pipeline.preflight.structure import Element, ObjectKid
from pipeline.preflight.tagging import box_of, every_annotation
from pipeline.preflight.values import Check, Trouble

INVISIBLE, HIDDEN, PRINT, NO_VIEW, TOGGLE = 1, 2, 4, 32, 256
KINDS = frozenset(
    [
        "/Text",
        "/Link",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Caret",
        "/Ink",
        "/Popup",
        "/FileAttachment",
        "/Widget",
        "/PrinterMark",
        "/TrapNet",
        "/Watermark",
        "/Redact",
    ]
)
ACTIONS = frozenset(["/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"])
MOVES = frozenset(["/NextPage", "/PrevPage", "/FirstPage", "/LastPage"])


def has_annotations(file: Opened) -> bool:
    """Whether there is anything beside the pages' content."""
    return any(True for _ in every_annotation(file))


def _kind(annotation: pikepdf.Object) -> str:
    return str(annotation.get("/Subtype", ""))


def _flags(annotation: pikepdf.Object) -> int:
    flags = annotation.get("/F", 0)
    return flags if isinstance(flags, int) else 0


def _holders(file: Opened) -> dict[tuple[int, int], Element]:
    return {
        kid.item.objgen: element
        for element in file.structure.elements()
        for kid in element.kids
        if isinstance(kid, ObjectKid)
    }


def _kinds(file: Opened) -> Iterator[Trouble]:
    for page, annotation in every_annotation(file):
        if _kind(annotation) not in KINDS:
            yield Trouble(
                "An annotation is of a kind that may not be.", page, box_of(file, page, annotation), _kind(annotation)
            )


def _shown(file: Opened) -> Iterator[Trouble]:
    for page, annotation in every_annotation(file):
        flags = _flags(annotation)
        if _kind(annotation) == "/Popup":
            continue
        if "/F" not in annotation or not flags & PRINT or flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE):
            yield Trouble(
                "An annotation is not shown and printed.", page, box_of(file, page, annotation), str(flags), "4"
            )


def _appearances(file: Opened) -> Iterator[Trouble]:
    for page, annotation in every_annotation(file):
        kind, looks, box = _kind(annotation), annotation.get("/AP"), box_of(file, page, annotation)
        if looks is None:
            empty = box is not None and not box.width and not box.height
            if kind not in {"/Popup", "/Link"} and not empty:
                yield Trouble("An annotation does not say how it looks.", page, box, kind)
        elif set(entries_of(looks)) != {"/N"}:
            yield Trouble("An annotation has more looks than one.", page, box, kind)
        else:
            button = kind == "/Widget" and annotation.get("/FT") == "/Btn"
            if isinstance(looks.N, pikepdf.Stream) == button:
                yield Trouble("An annotation's looks are of the wrong kind.", page, box, kind)


def _nested(file: Opened) -> Iterator[Trouble]:
    holders = _holders(file)
    wanted = {"/Link": "Link", "/Widget": "Form"}
    for page, annotation in every_annotation(file):
        kind, box = _kind(annotation), box_of(file, page, annotation)
        holder = holders.get(annotation.objgen)
        if _flags(annotation) & HIDDEN or kind == "/Popup":
            continue
        if kind == "/TrapNet":
            yield Trouble("There is an annotation for trapping.", page, box, kind)
        elif kind == "/PrinterMark":
            if holder is not None:
                yield Trouble("A printer's mark is tagged.", page, box, holder.kind)
        elif holder is None or holder.type != wanted.get(kind, "Annot"):
            has = holder.kind if holder else "nothing"
            limit = wanted.get(kind, "Annot")
            yield Trouble(f"An annotation ({kind[1:]}) is held by {has}.", page, box, has, limit)


def _links(file: Opened) -> Iterator[Trouble]:
    holders = _holders(file)
    for page, annotation in every_annotation(file):
        holder = holders.get(annotation.objgen)
        if (
            _kind(annotation) == "/Link"
            and not _flags(annotation) & HIDDEN
            and (holder is None or holder.type != "Link")
        ):
            has = holder.kind if holder else "nothing"
            yield Trouble(f"A link is held by {has}.", page, box_of(file, page, annotation), has, "Link")


def _described(file: Opened) -> Iterator[Trouble]:
    holders = _holders(file)
    for page, annotation in every_annotation(file):
        kind, holder = _kind(annotation), holders.get(annotation.objgen)
        if kind in {"/Widget", "/Popup", "/PrinterMark"} or _flags(annotation) & HIDDEN:
            continue
        said = (text_of(annotation.get("/Contents")) or "").strip()
        if not said and (kind == "/Link" or holder is None or not (holder.alt or "").strip()):
            yield Trouble(
                "An annotation does not say what it is (Contents).", page, box_of(file, page, annotation), kind
            )


def _order(file: Opened) -> Iterator[Trouble]:
    for number, page in enumerate(file.pages, 1):
        if items_of(page.obj.get("/Annots")) and page.obj.get("/Tabs") != "/S":
            yield Trouble(
                "Links are not reached in the order of the structure.",
                number,
                value=said(page.obj.get("/Tabs")),
                limit="S",
            )


def _places(file: Opened) -> Iterator[Trouble]:
    for page, annotation in every_annotation(file):
        if not numbers_of(annotation.get("/Rect")):
            yield Trouble("An annotation has no place.", page, value=_kind(annotation))


def _actions(file: Opened) -> Iterator[Trouble]:
    """Wherever an action may stand: one of an unknown kind is not passed, and one without a kind neither."""
    # An element of the structure has its attributes under the same name as others their action.
    acting = (entries for entries in file.dictionaries if "/Rect" in entries or "/Title" in entries)
    for entries in (entries_of(file.root), *acting):
        for key in ("/A", "/PA", "/OpenAction"):
            if isinstance(entries.get(key), pikepdf.Dictionary):
                yield from _chain(entries[key])
    for entries in file.dictionaries:
        if entries.get("/Type") == "/Action":
            yield from _chain(entries)
    if "/JavaScript" in entries_of(file.root.get("/Names")):
        yield Trouble("The file has scripts.")


def _chain(action: pikepdf.Object | dict[str, Any]) -> Iterator[Trouble]:
    """An action and those that follow it."""
    waiting: list[Any] = [action]
    done = 0
    while waiting:
        entries = entries_of(waiting.pop())
        done += 1
        if done > limits.PREFLIGHT_DEPTH:
            yield Trouble("Actions follow one another without end.")
            return
        kind = str(entries.get("/S", ""))
        if kind not in ACTIONS:
            yield Trouble("There is an action that may not be.", value=kind[1:] or "of no kind")
        elif kind == "/Named" and str(entries.get("/N")) not in MOVES:
            yield Trouble("There is a named action that may not be.", value=str(entries.get("/N")))
        following = entries.get("/Next")
        waiting += items_of(following) or ([following] if following is not None else [])


def _triggers(file: Opened) -> Iterator[Trouble]:
    if "/AA" in file.root:
        yield Trouble("The file acts on its own when it is opened or printed.")
    for number, shown in enumerate(file.pages, 1):
        if "/AA" in shown.obj:
            yield Trouble("A page acts on its own when it is shown.", number)
    for page, annotation in every_annotation(file):
        if "/AA" in annotation:
            yield Trouble("An annotation acts on its own.", page, box_of(file, page, annotation))


def _form(file: Opened) -> dict[str, pikepdf.Object]:
    return entries_of(file.root.get("/AcroForm"))


def _fields(file: Opened) -> Iterator[Trouble]:
    form = _form(file)
    if "/XFA" in form:
        yield Trouble("The file has an XFA form.")
    if form.get("/NeedAppearances", False) is not False:
        yield Trouble("The form's fields are drawn by the viewer.")
    if file.root.get("/NeedsRendering", False) is not False:
        yield Trouble("The file is to be drawn by the viewer.")
    for page, annotation in every_annotation(file):
        if _kind(annotation) == "/Widget" and ("/A" in annotation or "/AA" in annotation):
            yield Trouble("A field acts.", page, box_of(file, page, annotation))


def _filled(file: Opened) -> Iterator[Trouble]:
    """Fields and signatures are not looked into, so that none may be there."""
    if items_of(_form(file).get("/Fields")):
        yield Trouble("The file has form fields, which are not looked into.")
    if "/Perms" in file.root:
        yield Trouble("The file is signed or certified, which is not looked into.")


def _form_elements(file: Opened) -> Iterator[Trouble]:
    for element in file.structure.elements():
        if element.type == "Form" and element.attribute("/PrintField", "/Role") is None:
            kinds = [str(kid.item.get("/Subtype")) if isinstance(kid, ObjectKid) else "" for kid in element.kids]
            if kinds != ["/Widget"]:
                yield Trouble("A Form element holds something else than one field.", element.page)


def _attached(file: Opened) -> Iterator[Trouble]:
    names = entries_of(file.root.get("/Names"))
    if "/EmbeddedFiles" in names or any("/EF" in item for item in file.dictionaries):
        yield Trouble("The file has others attached, which are not looked into.")


def _layers(file: Opened) -> Iterator[Trouble]:
    layers = entries_of(file.root.get("/OCProperties"))
    names: set[str] = set()
    groups = {group.objgen for group in items_of(layers.get("/OCGs"))}
    for item in (layers.get("/D"), *items_of(layers.get("/Configs"))):
        entries = entries_of(item)
        if not entries:
            continue
        name = str(entries.get("/Name", ""))
        if not name or name in names:
            yield Trouble("A set of layers has no name of its own.", value=name)
        names.add(name)
        if "/AS" in entries:
            yield Trouble("Layers switch themselves.")
        if "/Order" in entries and groups - set(_ordered(entries["/Order"])):
            yield Trouble("Some layers are not in the list of layers.")


def _ordered(order: object) -> Iterator[tuple[int, int]]:
    for item in items_of(order):
        if isinstance(item, pikepdf.Array):
            yield from _ordered(item)
        elif isinstance(item, pikepdf.Dictionary):
            yield item.objgen


def has_layers(file: Opened) -> bool:
    """Whether there is optional content."""
    return "/OCProperties" in file.root


def _presentations(file: Opened) -> Iterator[Trouble]:
    if "/AlternatePresentations" in entries_of(file.root.get("/Names")):
        yield Trouble("The file has presentations beside its pages.")
    for number, page in enumerate(file.pages, 1):
        if "/PresSteps" in page.obj:
            yield Trouble("A page is shown in steps.", number)
    if "/Requirements" in file.root:
        yield Trouble("The file asks things of its viewer.")


def _media(file: Opened) -> Iterator[Trouble]:
    if any(item.get("/S") in {"/MCD", "/MCS", "/MR", "/SR"} for item in file.dictionaries):
        yield Trouble("The file has sound or film, which is not looked into.")


CHECKS = (
    Check("annotation-kinds", "Annotations are of allowed kinds", (("2a", "6.3.1"),), _kinds, has_annotations),
    Check(
        "annotation-places", "Annotations have a place", (("ua1", "7.18.1"), ("2a", "6.3.3")), _places, has_annotations
    ),
    Check("annotation-flags", "Annotations are shown and printed", (("2a", "6.3.2"),), _shown, has_annotations),
    Check("appearances", "Annotations have their looks with them", (("2a", "6.3.3"),), _appearances, has_annotations),
    Check(
        "annotation-tags", "Annotations are tagged", (("ua1", "7.18.1"), ("ua1", "7.18.4")), _nested, has_annotations
    ),
    Check("link-tags", "Links are in Link elements", (("ua1", "7.18.5"),), _links, has_annotations),
    Check(
        "descriptions",
        "Annotations say what they are",
        (("ua1", "7.18.1"), ("ua1", "7.18.5")),
        _described,
        has_annotations,
    ),
    Check("tab-order", "The structure gives the order of links", (("ua1", "7.18.3"),), _order, has_annotations),
    Check("actions", "There are no scripts and no forbidden actions", (("2a", "6.5.1"),), _actions),
    Check("triggers", "Nothing acts on its own", (("2a", "6.5.2"),), _triggers),
    Check("forms", "Forms are drawn and not of XFA", (("ua1", "7.15"), ("2a", "6.4.1"), ("2a", "6.4.2")), _fields),
    Check("fields", "There are no fields and signatures", (("ua1", "7.18.4"), ("2a", "6.4.1")), _filled),
    Check("form-elements", "Form elements hold a field", (("ua1", "7.18.4"),), _form_elements, of_type("Form")),
    Check("attachments", "There are no attached files", (("ua1", "7.11"), ("2a", "6.8")), _attached),
    Check("layers", "Layers are named and stay as they are", (("ua1", "7.10"), ("2a", "6.9")), _layers, has_layers),
    Check("presentations", "Pages are all there is", (("2a", "6.10"), ("2a", "6.11")), _presentations),
    Check("media", "No sound and no film", (("ua1", "7.18.6.2"), ("2a", "6.5.1"), ("x4", "6 (13)")), _media),
)
