"""What a layout may say by its records and yet cannot be: measures, places, masters, templates and fonts.

Names that are not defined are found where they are resolved, by the package itself. Here are lengths that
cannot be, places off the page, elements that a page of their kind would leave out, pages that nothing makes,
and photo sizes that no column takes. Each is a finding at the value that is wrong (E123, E402, E404 to E406).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from pipeline.diagnostic import Fault, Finding, Span
from pipeline.font import Library
from pipeline.layout.fields import known_fields, no_such_field
from pipeline.layout.geometry import PageGeometry
from pipeline.layout.records import ElementRecord, LayoutRecord, PlaceRecord, TemplateRecord
from pipeline.record import Record

KINDS = ("text", "paragraphs", "fill", "rule", "picture", "contents", "teasers", "story", "gallery")
# Pages of these masters come with the sections, so that the order does not name them.
WITH_SECTIONS = ("article", "opener")
# Elements that only some masters have something for.
AT_HOME = {
    "contents": ("contents", "opener"),
    "teasers": ("contents",),
    "story": ("foreword",),
    "gallery": ("gallery",),
}
ON_ARTICLES = ("text", "paragraphs", "fill", "rule")
HAIR = 0.75  # points by which a place may reach over the bleed, for the sake of round millimetres
OFF_COLUMNS = 0.01

_FIELD = re.compile(r"\{([a-z_.0-9]+)\}")
_FEATURE = re.compile(r"-?[A-Za-z0-9]{4}")


def check_record(record: LayoutRecord) -> Iterator[Finding]:
    """What can be judged before there is a page: measures, order, elements, templates, features."""
    yield from _measures(record)
    yield from _order(record)
    for name, element in _elements(record):
        yield from _element(element, name)
        yield from _fields(element, record.words)
    yield from _words(record)
    for name, template in record.templates.items():
        yield from _template(record, name, template)
    yield from _gaps(record)
    for style in record.styles.values():
        for index, feature in enumerate(style.features or ()):
            if not _FEATURE.fullmatch(feature):
                hint = "Write features as in [ss01, -liga]; small capitals are case: small-caps."
                message = f"{feature!r} is not an OpenType feature, which has four letters or digits."
                yield Finding("E123", message, style.span("features", index), hint)


def check_places(record: LayoutRecord, sides: Iterable[PageGeometry]) -> Iterator[Finding]:
    """Places that are empty, backwards or off the page, on either side of a spread (E404)."""
    for name, element in _elements(record):
        mirror = record.masters[name].mirror
        found = (f for side in sides for f in _place(element, side, mirror=mirror))
        yield from tuple(dict.fromkeys(found))[:1]


def check_fonts(record: LayoutRecord, library: Library) -> Iterator[Finding]:
    """Families that there are not, and instances or axes that the first of a role does not have (E406)."""
    for role in record.fonts.values():
        for index, family in enumerate(role.families):
            axes, instance = (role.axes, role.instance or None) if index == 0 else (None, None)
            try:
                library.face(family, axes=axes, instance=instance)
            except Fault as fault:
                place = role.span("families", index)
                yield from (Finding("E406", f.message, place, f.hint) for f in fault.findings)


def _elements(record: LayoutRecord) -> Iterator[tuple[str, ElementRecord]]:
    """Every element with the name of its master."""
    for name, master in record.masters.items():
        for page in master.pages:
            yield from ((name, element) for element in page)


# ---------------------------------------------------------------------- measures


def _measures(record: LayoutRecord) -> Iterator[Finding]:
    yield from _above_nothing(record.grid, "leading")
    yield from _not_below_nothing(record.grid, "gutter")
    yield from _not_below_nothing(record.page, "bleed")
    yield from _not_below_nothing(record.page.margins, "inside", "outside", "head", "foot")
    for style in record.styles.values():
        yield from _above_nothing(style, "size", "leading")
        yield from _not_below_nothing(style, "indent")
        for one in style.sizes or ():
            yield from _above_nothing(one, "size", "leading")
        for before, after in pairwise(style.sizes or ()):
            if before.up_to >= after.up_to:
                hint = "Put the class for the shortest texts first."
                yield Finding("E123", "The size classes are not in order of up_to.", after.span("up_to"), hint)
    for size in record.photo_sizes.values():
        if size.modules > record.grid.modules:
            message = f"{size.modules} modules are wider than the page, which has {record.grid.modules}."
            yield Finding("E404", message, size.span("modules"), f"Give {record.grid.modules} or fewer.")
        low, high = size.aspect
        if not 0 < low <= high:
            message = f"The shapes {low:g} to {high:g} are backwards, or not above nothing."
            hint = "Write the narrowest shape first, width divided by height: [0.66, 1.9]"
            yield Finding("E123", message, size.span("aspect"), hint)


def _above_nothing(record: Record, *keys: str) -> Iterator[Finding]:
    for key in keys:
        value = getattr(record, key)
        if value is not None and value <= 0:
            hint = "Write a length such as 9.5pt."
            yield Finding("E404", f"{key} must be more than nothing.", record.span(key), hint)


def _not_below_nothing(record: Record, *keys: str) -> Iterator[Finding]:
    for key in keys:
        value = getattr(record, key)
        if value is not None and value < 0:
            yield Finding("E404", f"{key} must not be less than nothing.", record.span(key), "Take the minus away.")


# ---------------------------------------------------------------------- masters and their order


def _order(record: LayoutRecord) -> Iterator[Finding]:
    order, seen = record.order, set[str]()
    if "sections" not in order:
        message = "The order has no 'sections', so no article would be printed."
        hint = "Add sections where the months with their articles belong."
        yield Finding("E402", message, record.span("order"), hint)
    if "article" not in record.masters:
        hint = "Add article: {pages: [[…]]} with what stands around the text; it may be empty: [[]]"
        yield Finding("E402", "The layout has no master 'article'.", record.span("masters"), hint)
    for index, name in enumerate(order):
        if name in WITH_SECTIONS:
            message = f"{name!r} cannot stand in the order; its pages come with the sections."
            yield Finding("E402", message, record.span("order", index), "Delete it here.")
        if name in seen:
            message = f"{name!r} stands in the order twice."
            yield Finding("E402", message, record.span("order", index), "Delete one of the two.")
        seen.add(name)
    for name in record.masters:
        if name not in order and name not in WITH_SECTIONS:
            message = f"The master {name!r} makes no page, because the order does not name it."
            yield Finding("E402", message, record.span("masters", name), f"Add {name} to order:, or delete the master.")


def _element(element: ElementRecord, master: str) -> Iterator[Finding]:
    kinds = [kind for kind in KINDS if getattr(element, kind) is not None]
    if len(kinds) != 1:
        what = f"is {' and '.join(kinds)} at once" if kinds else "has a place and nothing else"
        hint = "Make one element of each." if kinds else f"Add one of {', '.join(KINDS)}."
        yield Finding("E123", f"An element of {master} {what}.", element.span(), hint)
        return
    if kinds == ["text"] and not element.style:
        hint = "Add style: and the name of one of styles:."
        yield Finding("E122", f"A text of {master} has no style.", element.span("text"), hint)
    if kinds != ["text"] and element.style:
        hint = "Give the style to each of the paragraphs, or delete it here."
        yield Finding("E123", f"style: belongs to text, not to {kinds[0]}.", element.span("style"), hint)
    kind = kinds[0]
    homes = WITH_SECTIONS[1:] if element.picture and element.picture.of == "section" else AT_HOME.get(kind)
    if (homes and master not in homes) or (master == "article" and kind not in ON_ARTICLES):
        where = f"only {' and '.join(homes)} can have it" if homes else f"it can have {', '.join(ON_ARTICLES)}"
        yield Finding("E123", f"Nothing would stand for {kind} on pages of {master}: {where}.", element.span(kind))
    if element.rule:
        yield from _above_nothing(element.rule, "weight")


def _fields(element: ElementRecord, words: Mapping[str, object]) -> Iterator[Finding]:
    """Fields that there are not: in texts, and in needs, which would leave the element out for good."""
    known = known_fields(words)
    if element.needs and element.needs not in known:
        yield no_such_field(element.needs, words, element.span("needs"), braces=False)
    texts = [(element.text, element.span("text"))] if element.text else []
    texts += [(p.text, p.span("text")) for p in element.paragraphs or ()]
    for text, span in texts:
        for name in _FIELD.findall(text):
            if name not in known:
                yield no_such_field(name, words, span, braces=True)
        if "{" in (rest := _FIELD.sub("", text)) or "}" in rest:
            hint = "A field is small letters in a pair of braces: {cover.headline}"
            yield Finding("E405", f"The braces in {text!r} are no field.", span, hint)


def _words(record: LayoutRecord) -> Iterator[Finding]:
    """Words without a text in any language."""
    for name, forms in record.words.items():
        if not any(forms.values()):
            hint = f"Write {name}: {{en: …}}, with more languages beside it if you want."
            yield Finding("E122", f"The word {name!r} has no text in any language.", record.span("words", name), hint)


# ---------------------------------------------------------------------- places


def _place(element: ElementRecord, side: PageGeometry, *, mirror: bool) -> Iterator[Finding]:
    at, grid = element.at, side.grid
    yield from _counted(at, "columns", grid.modules, ("left", "right", "width"), "modules")
    yield from _counted(at, "rows", grid.rows, ("top", "bottom", "height"), "rows")
    for low, high, extent in (("left", "right", "width"), ("top", "bottom", "height")):
        if None not in (getattr(at, low), getattr(at, high), getattr(at, extent)):
            message = f"{low}, {high} and {extent} are one too many."
            yield Finding("E404", message, at.span(extent), f"Delete {extent}, or one of the other two.")
    box = side.resolve(at, mirror=mirror)
    flat = element.rule is not None  # a rule lies on one edge of its place
    if min(box.width, box.height) < 0 or (not flat and min(box.width, box.height) <= 0):
        message = f"The place is {_size(box.width, box.height)}, so nothing can stand there."
        hint = "left, right, top and bottom each count from their own edge of the page."
        yield Finding("E404", message, at.span(), hint)
    elif not side.bleed_box.contains(box, HAIR):
        begins = f"{_mm(box.left)} from the left and {_mm(box.top)} from the top"
        sizes = f"{_size(box.width, box.height)}; the page is {_size(side.width, side.height)}"
        message = f"The place reaches over the page and its bleed: it begins {begins} and is {sizes}."
        yield Finding("E404", message, at.span(), f"Keep it on the page, or up to {_mm(side.bleed)} outside of it.")


def _counted(at: PlaceRecord, key: str, most: int, edges: tuple[str, ...], noun: str) -> Iterator[Finding]:
    """Modules or rows that there are not, or that are given beside lengths."""
    pair = getattr(at, key)
    if pair is None:
        return
    first, last = (n if n > 0 else most + 1 + n for n in pair)
    if 0 in pair or not 1 <= first <= most or not 1 <= last <= most:
        message = f"{key} {list(pair)} are not there: the page has {most} {noun}, counted from 1."
        yield Finding("E404", message, at.span(key), f"Count from 1 to {most}, or from -1 backwards from the end.")
    elif last < first:
        yield Finding("E404", f"{key} {list(pair)} run backwards.", at.span(key), f"Write [{pair[1]}, {pair[0]}].")
    for edge in edges:
        if getattr(at, edge) is not None:
            message = f"{edge} is given beside {key}, which say the same."
            yield Finding("E404", message, at.span(edge), "Delete one of the two.")


def _mm(points: float) -> str:
    return f"{points * 25.4 / 72:.0f} mm"


def _size(width: float, height: float) -> str:
    return f"{width * 25.4 / 72:.0f} × {height * 25.4 / 72:.0f} mm"


# ---------------------------------------------------------------------- templates


def _template(record: LayoutRecord, name: str, template: TemplateRecord) -> Iterator[Finding]:
    low, high = template.words
    if low > high:
        message = f"words [{low}, {high}] run backwards."
        yield Finding("E123", message, template.span("words"), f"Write [{high}, {low}].")
    if template.head > template.columns:
        message = f"The headline of {name!r} is to span {template.head} columns, but it has {template.columns}."
        yield Finding("E404", message, template.span("head"), "Give as many, or fewer.")
    if template.jump and template.jump.rows[0] > template.jump.rows[1]:
        least, most = template.jump.rows
        message = f"rows [{least}, {most}] run backwards."
        yield Finding("E123", message, template.jump.span("rows"), f"Write [{most}, {least}].")
    for key in ("lead", "others"):
        for index, size in enumerate(getattr(template, key)):
            if size in record.photo_sizes:
                yield from _unfit(record, template, name, size, template.span(key, index))


def _gaps(record: LayoutRecord) -> Iterator[Finding]:
    """Lengths of articles that no template takes, between those that one does."""
    known = 0
    for low, high in sorted((min(t.words), max(t.words)) for t in record.templates.values()):
        if low > known + 1:
            message = f"No template takes an article of {known + 1} to {low - 1} words."
            yield Finding("E123", message, record.span("templates"), "Let words: of one template reach that far.")
        known = max(known, high)
    if not known:
        yield Finding("E122", "The layout has no template for articles.", record.span("templates"), "Define one.")


def _unfit(
    record: LayoutRecord, template: TemplateRecord, name: str, size: str, span: Span | None
) -> Iterator[Finding]:
    """A photo size that does not end where a column of the template ends."""
    modules, columns = record.photo_sizes[size].modules, template.columns
    each = record.grid.modules / columns
    whole = round(modules / each)
    if whole >= columns or (whole and abs(whole * each - modules) <= OFF_COLUMNS):
        return
    message = f"The photo size {size!r} is {modules} modules wide; {name!r} has columns of {each:g} modules."
    yield Finding("E404", message, span, "A photo is as wide as one or more columns: choose another size.")
