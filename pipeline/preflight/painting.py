"""Running content streams: what is shown, in which state, and inside which marks. Nothing is drawn.

Forms are run where they are painted, inside the marks that are open there; tiling patterns and the glyphs of Type 3
fonts for themselves. Operators that ISO 32000-1 does not know are told, not guessed. Words come from its annex A.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

import pikepdf

from pipeline import limits
from pipeline.preflight.content import Contents, Corners, Drawn, Owner, Place
from pipeline.preflight.fonts import Font
from pipeline.preflight.marking import Marking
from pipeline.preflight.opened import Opened, Unreadable, entries_of, numbers_of
from pipeline.preflight.operators import INLINE_IMAGE, Instruction
from pipeline.preflight.showing import IDENTITY, TEXT, Matrix, Operator, TextLine, multiplied, transformed
from pipeline.unpacking import spoken

PATHS = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*", "n"))
SILENT = PATHS | {"w", "J", "j", "M", "d", "i", "BX", "EX", "MP", "DP", "d0", "d1"}
FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
DEVICES = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
SHORT_SPACES = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}


class Resources(dict[str, Any]):
    """Resources by their kinds and names, for one run of a stream.

    ``inherited`` is True where the stream has none of its own, and takes those of what it stands in; ``spaces`` are
    the colour spaces that were painted with.
    """

    __slots__ = ("inherited", "spaces")

    def __init__(self, written: object, *, inherited: bool = False) -> None:
        super().__init__((kind, entries_of(named) or named) for kind, named in entries_of(written).items())
        self.inherited = inherited
        self.spaces: set[str] = set()


@dataclass(slots=True)
class State:
    """The graphics state, as far as anything here asks for it."""

    matrix: Matrix = IDENTITY
    fill: str = "/DeviceGray"
    stroke: str = "/DeviceGray"
    text: TextLine = field(default_factory=TextLine)

    def copy(self) -> State:
        """What q keeps."""
        return replace(self, text=replace(self.text))


class Painting:
    """Runs one page."""

    fresh: type[State] = State
    operators: ClassVar[Mapping[str, Operator | None]]

    def __init__(self, file: Opened, contents: Contents, number: int, page: pikepdf.Page) -> None:
        self.file, self.contents, self.number, self.page = file, contents, number, page
        self.state = self.fresh()
        self.marking = Marking(contents, number)
        self._depth = 0
        # Of the stream that is being run: whose marks it numbers, how many were open before it, and what q has kept.
        self._owner: Owner = ("page", 0, 0)
        self._open_before = 0
        self._saved: list[State] = []

    def run(self) -> None:
        """The page's own content, then the appearances of its annotations."""
        own = self.page.obj.get("/Resources")
        resources = Resources(self.page.resources, inherited=True) if own is None else Resources(own)
        if "/Contents" in self.page.obj:
            self._stream(self.page.obj, resources, ("page", *self.page.obj.objgen))
        self.marking.aside("an annotation")
        for annotation in self.page.obj.get("/Annots") or ():
            for look in entries_of(entries_of(annotation).get("/AP")).values():
                for stream in (look,) if isinstance(look, pikepdf.Stream) else entries_of(look).values():
                    self.state = self.fresh()
                    self._form(stream, Resources({}))

    # ------------------------------------------------------------------ streams

    def _stream(self, source: pikepdf.Object, resources: Resources, owner: Owner) -> None:
        """Every instruction of a stream; what it opens and does not close is told and closed."""
        if self._depth > limits.PREFLIGHT_DEPTH:
            message = f"content is nested more than {limits.PREFLIGHT_DEPTH} deep"
            raise Unreadable(message)
        self._depth += 1
        outside = self._owner, self._open_before, self._saved
        open_before = len(self.marking.open)
        self._owner, self._open_before, self._saved = owner, open_before, []
        operators = self.operators
        for name, operands in self._parsed(source):
            try:
                act = operators[name]
            except KeyError:
                self.marking.note("unknown", name)
                continue
            if act:
                act(self, operands, resources)
        if unended := len(self.marking.open) - open_before:
            self.marking.note("unbalanced", f"marks that are not ended: {unended}")
            self.marking.put_back(self.marking.open[:open_before])
        if self._saved:
            self.marking.note("unbalanced", "q without Q")
            self.state = self._saved[0]
        self._owner, self._open_before, self._saved = outside
        self._depth -= 1

    def _parsed(self, source: pikepdf.Object) -> list[Instruction]:
        try:
            instructions = self.file.tokens.instructions(source)
        except Exception as error:
            message = f"a content stream of page {self.number} cannot be read: {spoken(error)}"
            raise Unreadable(message) from error
        self.contents.operators += len(instructions)
        if self.contents.operators > limits.PREFLIGHT_OPERATORS:
            message = f"the content has more than {limits.PREFLIGHT_OPERATORS:,} operators"
            raise Unreadable(message)
        return instructions

    def keep(self, _operands: list[Any], _resources: Resources) -> None:
        """Keeps the graphics state."""
        self._saved.append(self.state.copy())
        if len(self._saved) > self.contents.depth:
            self.contents.depth, self.contents.deepest = len(self._saved), self.number

    def put_back(self, _operands: list[Any], _resources: Resources) -> None:
        """Takes up the one that was kept last."""
        if self._saved:
            self.state = self._saved.pop()
        else:
            self.marking.note("unbalanced", "Q without q")

    def begin_mark(self, operands: list[Any], resources: Resources) -> None:
        """A mark begins; its properties stand there or have a name."""
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = self._resource(resources, "/Properties", str(properties))
        self.marking.begin(str(operands[0]), entries_of(properties), self._owner, self.state.text)

    def end_mark(self, _operands: list[Any], _resources: Resources) -> None:
        """It ends."""
        self.marking.end(self._open_before, self.state.text)

    def fill(self, _operands: list[Any], resources: Resources) -> None:
        """A path is filled."""
        self.marking.content("a path")
        self.space_named(self.state.fill, resources)

    def stroke(self, _operands: list[Any], resources: Resources) -> None:
        """A path is drawn along."""
        self.marking.content("a path")
        self.space_named(self.state.stroke, resources)

    def fill_and_stroke(self, _operands: list[Any], resources: Resources) -> None:
        """Both."""
        self.marking.content("a path")
        self.space_named(self.state.fill, resources)
        self.space_named(self.state.stroke, resources)

    def _resource(self, resources: Resources, kind: str, name: str) -> pikepdf.Object:
        found: pikepdf.Object | None = entries_of(resources.get(kind)).get(name)
        if found is None:
            message = f"page {self.number} uses {kind.removeprefix('/')} {name}, which its resources lack"
            raise Unreadable(message)
        if resources.inherited:
            self.marking.note("inherited", f"{kind.removeprefix('/')} {name}")
        return found

    def font(self, resources: Resources, name: str) -> Font:
        """The font of that name; its Type 3 glyphs are run, once for all."""
        font = self.file.fonts.font(self._resource(resources, "/Font", name))
        if font not in self.contents.fonts:
            self.contents.fonts[font] = {}
            if font.subtype == "/Type3":
                own = Resources(font.dictionary.get("/Resources"))
                for procedure in entries_of(font.dictionary.get("/CharProcs")).values():
                    self._aside(procedure, own or resources)
        return font

    # ------------------------------------------------------------------ colours

    def space_named(self, name: str, resources: Resources) -> None:
        """A colour space is painted with, by its name in a content stream."""
        if name in resources.spaces:
            return
        if name in DEVICES.values():
            self._device(name, resources)
        elif name != "/Pattern":
            self.space(self._resource(resources, "/ColorSpace", name), resources)
        if not resources.inherited:  # which is told each time
            resources.spaces.add(name)

    def space(self, item: object, resources: Resources) -> None:
        """A colour space is painted with; those that it is built on are looked at with it."""
        if isinstance(item, pikepdf.Name):
            self.space_named(SHORT_SPACES.get(str(item), str(item)), resources)
        elif isinstance(item, pikepdf.Array) and len(item):
            kind = SHORT_SPACES.get(str(item[0]), str(item[0]))
            self.contents.spaces.setdefault(_key(item), Drawn(item, self.number))
            if kind in DEVICES.values():
                self._device(kind, resources)
            elif kind == "/Indexed" or (kind == "/Pattern" and len(item) > 1):
                self.space(item[1], resources)
            elif kind in {"/Separation", "/DeviceN"}:
                self.space(item[2], resources)
        else:
            message = f"page {self.number} paints with a colour space that is none"
            raise Unreadable(message)

    def _device(self, name: str, resources: Resources) -> None:
        instead = entries_of(resources.get("/ColorSpace")).get(name.replace("/Device", "/Default"))
        self.contents.devices.setdefault((name, instead is not None), self.number)
        if isinstance(instead, pikepdf.Array):
            self.contents.spaces.setdefault(_key(instead), Drawn(instead, self.number))

    def set_colour(self, operands: list[Any], resources: Resources) -> None:
        """A colour; a pattern is run."""
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            return
        pattern = self._resource(resources, "/Pattern", str(operands[-1]))
        if isinstance(pattern, pikepdf.Stream):
            self._aside(pattern, Resources(pattern.get("/Resources")))
            return
        self.space(entries_of(pattern.get("/Shading")).get("/ColorSpace"), resources)
        if "/ExtGState" in pattern:
            self._graphics_state(pattern.ExtGState, resources)

    def shade(self, operands: list[Any], resources: Resources) -> None:
        """A shading over all that is seen."""
        self.marking.content("a shading")
        shading = self._resource(resources, "/Shading", str(operands[0]))
        self.space(entries_of(shading).get("/ColorSpace"), resources)

    def _aside(self, stream: pikepdf.Object, resources: Resources) -> None:
        """Runs what is painted as part of something else, which has a mark or has none."""
        state, marks = self.state, self.marking.aside("a part")
        self.state = self.fresh()
        self._stream(stream, resources, ("form", *stream.objgen))
        self.state = state
        self.marking.put_back(marks)

    def _graphics_state(self, item: pikepdf.Object, resources: Resources) -> None:
        entries = entries_of(item)
        self.contents.states.setdefault(_key(item), Drawn(item, self.number))
        mask = entries.get("/SMask")
        opaque = all(float(entries.get(key, 1)) >= 1.0 for key in ("/ca", "/CA"))
        if isinstance(mask, pikepdf.Dictionary) or not opaque or entries.get("/BM", "/Normal") != "/Normal":
            self.contents.transparent.add(self.number)
        group = entries_of(mask).get("/G")
        if isinstance(group, pikepdf.Stream):
            self._aside(group, Resources(group.get("/Resources")) or resources)
        if "/Font" in entries:
            message = f"page {self.number} sets a font through a graphics state, which is not looked into"
            raise Unreadable(message)
        if "/RI" in entries:
            self.contents.intents.append(Place(str(entries["/RI"]), self.number))

    # ------------------------------------------------------------------ objects

    def paint(self, operands: list[Any], resources: Resources) -> None:
        """A form or a picture."""
        item = self._resource(resources, "/XObject", str(operands[0]))
        if not isinstance(item, pikepdf.Stream):
            message = f"page {self.number} paints {operands[0]}, which is not a stream"
            raise Unreadable(message)
        if item.get("/Subtype") == "/Form":
            self._form(item, resources)
            return
        if item.get("/Subtype") != "/Image":
            message = f"page {self.number} paints {operands[0]}, which is neither a picture nor a form"
            raise Unreadable(message)
        self.marking.content("a picture", self._unit_square())
        self._image(item, entries_of(item), resources)

    def _unit_square(self) -> Corners:
        return (*transformed(self.state.matrix, 0.0, 0.0), *transformed(self.state.matrix, 1.0, 1.0))

    def _image(self, item: pikepdf.Object, entries: Mapping[str, Any], resources: Resources) -> None:
        self.contents.images.setdefault(item.objgen, Drawn(item, self.number)).times += 1
        if entries.get("/ImageMask") is True:
            self.space_named(self.state.fill, resources)
        elif "/ColorSpace" in entries or entries.get("/Filter") != "/JPXDecode":
            self.space(entries.get("/ColorSpace"), resources)
        for key in ("/SMask", "/Mask"):
            if isinstance(mask := entries.get(key), pikepdf.Stream):
                self.contents.images.setdefault(mask.objgen, Drawn(mask, self.number))
                if key == "/SMask":
                    self.contents.transparent.add(self.number)
                    self.space(mask.get("/ColorSpace"), resources)

    def inline_image(self, operands: list[Any], resources: Resources) -> None:
        """A picture that stands in the content."""
        image: pikepdf.PdfInlineImage = operands[0]
        self.marking.content("a picture", self._unit_square())
        head = image.unparse().removeprefix(b"BI").partition(b"\nID")[0]
        entries = entries_of(pikepdf.Object.parse(b"<<" + head + b">>"))
        self.contents.inline_images.append((entries, self.number))
        if entries.get("/IM", entries.get("/ImageMask")) is True:
            self.space_named(self.state.fill, resources)
        else:
            self.space(entries.get("/CS", entries.get("/ColorSpace")), resources)

    def _form(self, form: pikepdf.Object, resources: Resources) -> None:
        self.contents.forms.setdefault(form.objgen, Drawn(form, self.number)).times += 1
        own = form.get("/Resources")
        inner = Resources(resources, inherited=True) if own is None else Resources(own)
        group = entries_of(form.get("/Group"))
        if group.get("/S") == "/Transparency":
            self.contents.transparent.add(self.number)
            if "/CS" in group:
                self.space(group["/CS"], resources)
        outside = self.state
        self.state = outside.copy()
        self.state.matrix = multiplied(_matrix(numbers_of(form.get("/Matrix"), 6) or IDENTITY), outside.matrix)
        self._stream(form, inner, ("form", *form.objgen))
        self.state = outside

    def transform(self, operands: list[Any], _resources: Resources) -> None:
        """Moves what follows."""
        self.state.matrix = multiplied(_matrix(operands), self.state.matrix)

    def set_state(self, operands: list[Any], resources: Resources) -> None:
        """A graphics state by its name."""
        self._graphics_state(self._resource(resources, "/ExtGState", str(operands[0])), resources)

    def set_intent(self, operands: list[Any], _resources: Resources) -> None:
        """How colours are brought to the output."""
        self.contents.intents.append(Place(str(operands[0]), self.number))

    def set_fill_space(self, operands: list[Any], _resources: Resources) -> None:
        """The colour space of areas."""
        self.state.fill = str(operands[0])

    def set_stroke_space(self, operands: list[Any], _resources: Resources) -> None:
        """The colour space of lines."""
        self.state.stroke = str(operands[0])


def _fills_with(space: str) -> Operator:
    def act(painting: Painting, _operands: list[Any], _resources: Resources) -> None:
        painting.state.fill = space

    return act


def _strokes_with(space: str) -> Operator:
    def act(painting: Painting, _operands: list[Any], _resources: Resources) -> None:
        painting.state.stroke = space

    return act


Painting.operators = {
    **TEXT,
    **dict.fromkeys(SILENT),
    **{name: _fills_with(space) for name, space in DEVICES.items()},
    **{name.upper(): _strokes_with(space) for name, space in DEVICES.items()},
    **dict.fromkeys(FILLS, Painting.fill),
    **dict.fromkeys(STROKES, Painting.stroke),
    **dict.fromkeys(FILLS & STROKES, Painting.fill_and_stroke),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), Painting.set_colour),
    **dict.fromkeys(("BMC", "BDC"), Painting.begin_mark),
    "EMC": Painting.end_mark,
    "q": Painting.keep,
    "Q": Painting.put_back,
    "cm": Painting.transform,
    "Do": Painting.paint,
    "sh": Painting.shade,
    "gs": Painting.set_state,
    "ri": Painting.set_intent,
    "cs": Painting.set_fill_space,
    "CS": Painting.set_stroke_space,
    INLINE_IMAGE: Painting.inline_image,
}


def _key(item: pikepdf.Object) -> str:
    """The same for the same object."""
    if item.is_indirect:
        number, generation = item.objgen
        return f"{number} {generation} R"
    return item.unparse().decode("latin-1")


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401 - numbers of any kind
    a, b, c, d, e, f = (float(n) for n in operands)
    return a, b, c, d, e, f
