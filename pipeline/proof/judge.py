"""What can be said of a layout before anything is set in it: contrast, sizes, ink, weights, what is never used.

The measures are WCAG 2.1 (1.4.3) for contrast, and the trade's for small type and ink. Everything is a finding
for the designer at the line that holds the value.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.contrast import given_at, low_contrasts, styles_of, unsure_contrasts
from pipeline.diagnostic import Finding
from pipeline.layout import BODY_STYLES, Layout

LEAST, LEGIBLE = 6.0, 6.5
MOST_INK = 280
SIZES, FAMILIES, WEIGHTS = 7, 2, 4
ASKED_FOR = (*BODY_STYLES, "signature_name", "signature_role")
SWATCHES_ASKED_FOR = ("ink", "house", "tint", "link")


def judge(layout: Layout) -> tuple[Finding, ...]:
    """Every finding of the layout itself (A412 to E420)."""
    used = _used_styles(layout)
    found = (
        low_contrasts(layout, "E420"),
        unsure_contrasts(layout),
        _small_type(layout),
        _unused(layout, used),
        _ink(layout),
    )
    return (*(finding for part in found for finding in part), *_weights(layout, used), *_many(layout, used))


# ---------------------------------------------------------------------- ink


def _ink(layout: Layout) -> Iterator[Finding]:
    for name, swatch in layout.record.palette.items():
        if round(sum(swatch.cmyk), 2) > MOST_INK:
            message = f"The swatch {name!r} has {sum(swatch.cmyk):g} % of ink; {MOST_INK} % is the most."
            hint = "Take some of cyan, magenta and yellow out, and put less black in for it."
            yield Finding("W417", message, swatch.span("cmyk"), hint)


# ---------------------------------------------------------------------- sizes and weights


def _small_type(layout: Layout) -> Iterator[Finding]:
    for name, record in layout.record.styles.items():
        sizes = [(record.size, record.span("size"))] if record.size is not None else []
        sizes += [(one.size, one.span("size")) for one in record.sizes or ()]
        for size, place in sizes:
            if size < LEGIBLE:
                code = "E413" if size < LEAST else "W414"
                message = f"The style {name!r} is {size:g} pt: type under {LEAST if size < LEAST else LEGIBLE:g} pt"
                message += " cannot be read." if size < LEAST else " is hard to read."
                yield Finding(code, message, place, f"Make it {LEGIBLE:g}pt or more.")


def _weights(layout: Layout, used: frozenset[str]) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()
    for name, style in layout.styles.items():
        role = layout.record.fonts[style.font]
        family = role.families[0]
        taken = layout.faces(style)[0].weight
        if name not in used or role.instance or taken == style.weight or (family, style.weight) in told:
            continue
        told.add((family, style.weight))
        message = f"{family} has no weight {style.weight}, which the style {name!r} asks for: {taken} is taken."
        yield Finding("A418", message, given_at(layout, name, "weight"), f"Write {taken}, or add the weight to fonts/.")


def _many(layout: Layout, used: frozenset[str]) -> Iterator[Finding]:
    styles = [style for name, style in layout.styles.items() if name in used]
    sizes = {size for s in styles for size in ([one.size for one in s.sizes] or [s.size])}
    families = dict.fromkeys(layout.record.fonts[s.font].families[0] for s in styles)
    weights = {s.weight for s in styles}
    place = layout.record.span("styles")
    for noun, values, most in (
        ("sizes", [f"{size:g}" for size in sorted(sizes)], SIZES),
        ("families", list(families), FAMILIES),
        ("weights", [str(weight) for weight in sorted(weights)], WEIGHTS),
    ):
        if len(values) > most:
            message = f"The styles have {len(values)} {noun}: {', '.join(values)}. {most} are enough for most layouts."
            yield Finding("A419", message, place, "Bring together those that nearly agree.")


# ---------------------------------------------------------------------- what is never used


def _used_styles(layout: Layout) -> frozenset[str]:
    """The styles that something is set in, with all that they are based on."""
    record = layout.record
    waiting = [name for name in ASKED_FOR if name in record.styles]
    waiting += [record.drop_cap.style] if record.drop_cap else []
    jumps = (template.jump for template in record.templates.values() if template.jump)
    waiting += [style for jump in jumps for style in (jump.title, jump.line)]
    for master in record.masters.values():
        waiting += [name for page in master.pages for element in page for name in styles_of(layout, element)]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += [record.styles[name].based_on] if record.styles[name].based_on else []
    return frozenset(used)


def _used_swatches(layout: Layout) -> Iterator[str]:
    record = layout.record
    yield from SWATCHES_ASKED_FOR
    yield from record.sections
    yield from (style.swatch.name for style in layout.styles.values())
    yield from (record.end_mark.colour,) if record.end_mark else ()
    yield from (record.between.rule.swatch,) if record.between.rule else ()
    for element in (e for master in record.masters.values() for page in master.pages for e in page):
        for colour in (element.fill, element.rule, element.contents and element.contents.rule):
            if colour:
                yield colour.swatch


def _unused(layout: Layout, used: frozenset[str]) -> Iterator[Finding]:
    record = layout.record
    for name, style in record.styles.items():
        if name not in used:
            hint = "Delete it, or name it where it belongs."
            yield Finding("A415", f"Nothing is set in the style {name!r}.", style.span(), hint)
    colours = frozenset(_used_swatches(layout))
    for name, swatch in record.palette.items():
        if name not in colours:
            hint = "Delete it, or name it where it belongs."
            yield Finding("A416", f"Nothing is in the colour {name!r}.", swatch.span(), hint)
