"""Layouts: page, grid, palette, fonts, styles, masters and templates, read from a folder of YAML files.

The files of the folder are put together, so a designer may keep the palette and the masters apart or not.
Everything that a layout names (styles, swatches, font roles, families) is resolved here and once; what is
not defined is a finding with the nearest name that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline import yamlfile
from pipeline.colour import BLACK, WHITE, Swatch, parse_srgb
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.font import Face, Library
from pipeline.layout.adverts import AdvertSpace, advert_spaces, check_adverts
from pipeline.layout.check import check_fonts, check_places, check_record
from pipeline.layout.geometry import Grid, PageGeometry, make_geometry
from pipeline.layout.insets import Edge, Side, check_insets, inset_places, page_side, side_white
from pipeline.layout.records import ElementRecord, LayoutRecord, Process, TemplateRecord
from pipeline.layout.style import Style, resolve_styles, unknown
from pipeline.layout.words import USUAL
from pipeline.project import Project
from pipeline.record import Record, read_record

__all__ = [
    "BODY_STYLES",
    "AdvertSpace",
    "Edge",
    "ElementRecord",
    "Grid",
    "Layout",
    "PageGeometry",
    "Side",
    "Style",
    "TemplateRecord",
    "inset_places",
    "load_layout",
    "page_side",
    "side_white",
]

# Styles that the program itself asks for, so every layout defines them.
BODY_STYLES = (
    "body", "headline", "standfirst", "kicker", "dateline", "subhead", "quotation", "list", "caption", "credit",
    "table", "table_head", "note", "panel_title", "panel", "pull",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout with all of its names resolved."""

    name: str
    record: LayoutRecord
    swatches: Mapping[str, Swatch]
    styles: Mapping[str, Style]
    library: Library
    right: PageGeometry
    left: PageGeometry
    _faces: dict[tuple[str, int, bool], tuple[Face, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def grid(self) -> Grid:
        """Rows and modules, the same on both sides."""
        return self.right.grid

    def geometry(self, *, left_hand: bool) -> PageGeometry:
        """The side of the spread."""
        return self.left if left_hand else self.right

    def style(self, name: str, span: Span | None = None) -> Style:
        """The style of that name; Fault E402."""
        if name not in self.styles:
            raise unknown("style", name, self.styles, span)
        return self.styles[name]

    def swatch(self, name: str, span: Span | None = None) -> Swatch:
        """The swatch of that name; Fault E402."""
        if name not in self.swatches:
            raise unknown("swatch", name, self.swatches, span)
        return self.swatches[name]

    def section_swatch(self, index: int) -> Swatch:
        """The colour of the section counted from 0; the colours come in turn."""
        names = self.record.sections
        return self.swatch(names[index % len(names)]) if names and index >= 0 else self.swatches["house"]

    def advert_spaces(self) -> dict[str, AdvertSpace]:
        """The booked sizes of adverts by name."""
        return advert_spaces(self.record, self.right)

    def word(self, key: str, language: str) -> str:
        """A word of the layout, or a usual one: in this language, else in English, else in the first that is given."""
        forms = self.record.words.get(key) or USUAL.get(key, {})
        wanted = (language, language.partition("-")[0], "en", *forms)
        return next((forms[tongue] for tongue in wanted if forms.get(tongue)), "")

    def faces(self, style: Style, *, strong: bool = False, emphasis: bool = False) -> tuple[Face, ...]:
        """The faces that play the style's font role, best first; emphasis in italic text is upright."""
        key = (style.font, style.bold_weight if strong else style.weight, style.italic != emphasis)
        if key not in self._faces:
            self._faces[key] = self._find_faces(*key)
        return self._faces[key]

    def _find_faces(self, role: str, weight: int, italic: bool) -> tuple[Face, ...]:  # noqa: FBT001 - a key
        record = self.record.fonts[role]
        faces = []
        for index, family in enumerate(record.families):
            axes = dict(record.axes) if index == 0 else None
            instance = record.instance or None if index == 0 else None
            faces.append(self.library.face(family, weight, italic, axes=axes, instance=instance))
        return tuple(faces)


def load_layout(project: Project, name: str, named_at: Span | None = None) -> Layout:
    """The layout ``name`` of the project, or the built-in one; Fault with every finding at once."""
    record = _read(project, name, named_at)
    swatches = {"black": BLACK, "white": WHITE}
    for key, colour in record.palette.items():
        rich, fine = (_share(inks) if inks else None for inks in (colour.rich, colour.fine))
        swatches[key] = Swatch(key, parse_srgb(colour.srgb), _share(colour.cmyk), colour.spot, rich, fine)
    swatches["section"] = replace(swatches.get("house", BLACK), name="section")
    styles, findings = resolve_styles(record.styles, swatches, record.grid.leading, frozenset(record.fonts))
    missing = [s for s in BODY_STYLES if s not in record.styles]
    findings += tuple(Finding("E402", f"The layout defines no style {s!r}.", record.span("styles")) for s in missing)
    findings += (*_undefined(record, swatches), *check_record(record))
    library = Library.scan(project.font_folders())
    findings += tuple(check_fonts(record, library))
    if findings:
        raise Fault(*findings)
    rise = _rise(record, styles["body"], library)
    right, left = (_geometry(record, rise, left_hand=side) for side in (False, True))
    if misplaced := (
        *check_places(record, (right, left)),
        *check_adverts(record, right),
        *check_insets(record, right),
    ):
        raise Fault(*misplaced)
    return Layout(name, record, swatches, styles, library, right, left)


def _share(percent: Process) -> Process:
    return tuple(part / 100 for part in percent)  # type: ignore[return-value]  # four of them


def _read(project: Project, name: str, named_at: Span | None) -> LayoutRecord:
    entries: list[tuple[yamlfile.Scalar, yamlfile.Node]] = []
    span = Span(f"layouts/{name}/layout.yaml", 1, 1)
    seen: dict[str, Span] = {}
    for file in project.layout_files(name, named_at):
        node = yamlfile.parse(file.read_text(), file.path)
        if not isinstance(node, yamlfile.Mapping):
            raise Fault(Finding("E123", f"{file.path} must be a block of keys and values.", node.span))
        for key, value in node.entries:
            if key.text in seen:
                message = f"{key.text!r} is given in two files of the layout: here and at {seen[key.text]}."
                raise Fault(Finding("E112", message, key.span, "Keep one of the two."))
            seen[key.text or ""] = key.span
            entries.append((key, value))
        if file.name == "layout.yaml":
            span = node.span
    record, findings = read_record(LayoutRecord, yamlfile.Mapping(tuple(entries), span), f"layout {name}")
    if record is None or findings:
        raise Fault(*findings)
    return record


def _undefined(record: LayoutRecord, swatches: Mapping[str, Swatch]) -> Iterator[Finding]:
    """Names that masters, sections and templates use and nothing defines."""
    if "house" not in swatches or "ink" not in swatches:
        hint = 'Write each as house: {srgb: "#0d3b47", cmyk: [92, 58, 48, 46]}'
        yield Finding("E402", "The palette must define the swatches 'ink' and 'house'.", record.span("palette"), hint)
    if "section" in record.palette:
        message = "'section' is no colour of its own: it stands for the colour of each section in turn."
        hint = "Choose another name, and list it in sections:."
        yield Finding("E402", message, record.span("palette", "section"), hint)
    uses: list[tuple[str, str, Mapping[str, object], Span | None]] = [
        ("swatch", name, swatches, record.span("sections", i)) for i, name in enumerate(record.sections)
    ]
    uses += _uses_of_articles(record, swatches)
    for element in (e for m in record.masters.values() for page in m.pages for e in page):
        uses += _uses(element, record, swatches)
    for template in record.templates.values():
        for key in ("lead", "others", "insets"):
            names = getattr(template, key)
            uses += [("photo size", n, record.photo_sizes, template.span(key, i)) for i, n in enumerate(names)]
    for kind, name, known, span in uses:
        if name and name not in known:
            yield from unknown(kind, name, known, span).findings
    for index, name in enumerate(record.order):
        if name != "sections" and name not in record.masters:
            known = dict.fromkeys((*record.masters, "sections"))
            yield from unknown("master", name, known, record.span("order", index)).findings


def _uses_of_articles(
    record: LayoutRecord, swatches: Mapping[str, Swatch]
) -> Iterator[tuple[str, str, Mapping[str, object], Span | None]]:
    if record.drop_cap:
        yield "style", record.drop_cap.style, record.styles, record.drop_cap.span("style")
    if record.end_mark:
        yield "swatch", record.end_mark.colour, swatches, record.end_mark.span("colour")
    for jump in (template.jump for template in record.templates.values() if template.jump):
        yield "style", jump.title, record.styles, jump.span("title") or jump.span()
        yield "style", jump.line, record.styles, jump.span("line") or jump.span()


def _uses(
    element: ElementRecord, record: LayoutRecord, swatches: Mapping[str, Swatch]
) -> Iterator[tuple[str, str, Mapping[str, object], Span | None]]:
    styles = record.styles
    yield "style", element.style, styles, element.span("style")
    for paragraph in element.paragraphs or ():
        yield "style", paragraph.style, styles, paragraph.span("style")
    for colour in (element.fill, element.rule):
        if colour:
            yield "swatch", colour.swatch, swatches, colour.span("swatch")
    named: tuple[tuple[Record | None, tuple[str, ...]], ...] = (
        (element.contents, ("group", "entry", "folio")),
        (element.teasers, ("title", "folio", "text")),
        (element.story, ("style",)),
        (element.gallery, ("caption",)),
        (element.picture, ("caption",)),
    )
    for part, keys in named:
        for key in keys if part else ():
            yield "style", getattr(part, key), styles, part.span(key) if part else None


def _rise(record: LayoutRecord, body: Style, library: Library) -> float:
    """Points from baseline to the height of letters that the tops of photos are level with."""
    role = record.fonts[body.font]
    try:
        face = library.face(
            role.families[0], body.weight, body.italic, axes=dict(role.axes), instance=role.instance or None
        )
    except Fault as fault:
        raise Fault(*(Finding("E406", f.message, role.span("families", 0), f.hint) for f in fault.findings)) from fault
    height = face.cap_height if record.grid.top == "cap-height" else face.x_height
    return float(height * body.size / 1000)


def _geometry(record: LayoutRecord, rise: float, *, left_hand: bool) -> PageGeometry:
    grid = record.grid
    try:
        return make_geometry(record.page, grid.leading, rise, grid.modules, grid.gutter, left_hand=left_hand)
    except ValueError as error:
        raise Fault(Finding("E404", f"The page cannot be: {error}.", record.span("page", "margins"))) from error
