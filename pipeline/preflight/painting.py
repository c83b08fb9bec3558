"""Running content streams: what is shown, in which state, and inside which marks. Nothing is drawn.

Forms are run where they are painted, inside the marks that are open there; so are tiling patterns and the glyphs of
Type 3 fonts. Operators that ISO 32000-1 does not know are told, not guessed. Words come from its annex A.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from pipeline import limits
from pipeline.preflight.content import Contents, Corners, Drawn, Mark, Owner, Place
from pipeline.preflight.opened import Opened, Unreadable, entries_of, numbers_of, text_of
from pipeline.preflight.showing import IDENTITY, Matrix, TextLine, multiplied, transformed

PATHS = frozenset("m l c v y h re W W* n".split())
PAINTS = frozenset("f F f* B B* b b* S s".split())
SILENT = frozenset("w J j M d i gs cm BX EX MP DP d0 d1".split())
DEVICES = {"g": "/DeviceGray", "G": "/DeviceGray", "rg": "/DeviceRGB", "RG": "/DeviceRGB",
           "k": "/DeviceCMYK", "K": "/DeviceCMYK"}  # fmt: skip
SHORT_SPACES = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
TEXT = frozenset("BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \"".split())


@dataclass(slots=True)
class Open:
    """A marked-content sequence that is open."""

    tag: str
    mark: Mark | None = None
    artifact: bool = False
    actual: bool = False
    language: str = ""


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

    def __init__(self, file: Opened, contents: Contents, number: int, page: pikepdf.Page) -> None:
        self.file, self.contents, self.number, self.page = file, contents, number, page
        self.state = State()
        self.open: list[Open] = []
        self._depth = 0

    def run(self) -> None:
        """The page's own content, then the appearances of its annotations."""
        owner: Owner = ("page", *self.page.obj.objgen)
        resources = self.page.obj.get("/Resources")
        if resources is None:
            resources = self.page.resources
            self.contents.inherited.append(Place("the page's resources", self.number))
        if "/Contents" in self.page.obj:
            self._stream(self.page.obj, entries_of(resources), owner)
        for annotation in self.page.obj.get("/Annots", ()):
            self._appearances(annotation)

    def _appearances(self, annotation: pikepdf.Object) -> None:
        """Annotations are tagged as a whole: their appearances stand in no mark, and need none."""
        for entry in entries_of(entries_of(annotation).get("/AP")).values():
            streams = [entry] if isinstance(entry, pikepdf.Stream) else list(entries_of(entry).values())
            for stream in streams:
                if isinstance(stream, pikepdf.Stream):
                    self.state = State()
                    self.open = [Open("an annotation", artifact=True)]
                    self._form(stream, {})
        self.open = []

    # ------------------------------------------------------------------ streams

    def _stream(self, source: pikepdf.Object, resources: dict[str, pikepdf.Object], owner: Owner) -> None:
        if self._depth > limits.PREFLIGHT_DEPTH:
            message = f"content is nested more than {limits.PREFLIGHT_DEPTH} deep"
            raise Unreadable(message)
        self._depth += 1
        base, saved = len(self.open), []
        try:
            instructions = pikepdf.parse_content_stream(source)
        except Exception as error:
            message = f"a content stream of page {self.number} cannot be read: {error}"
            raise Unreadable(message) from error
        self.contents.operators += len(instructions)
        if self.contents.operators > limits.PREFLIGHT_OPERATORS:
            message = f"the content has more than {limits.PREFLIGHT_OPERATORS:,} operators"
            raise Unreadable(message)
        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline_image(instruction.iimage, resources)
                continue
            name = str(instruction.operator)
            if name == "q":
                saved.append(self.state.copy())
                self._deepest(len(saved))
            elif name == "Q":
                if saved:
                    self.state = saved.pop()
                else:
                    self._note("unbalanced", "Q without q")
            elif name in {"BDC", "BMC"}:
                self._begin(list(instruction.operands), resources, owner)
            elif name == "EMC":
                self._end(base)
            else:
                self._operate(name, list(instruction.operands), resources)
        if len(self.open) > base:
            self._note("unbalanced", f"{len(self.open) - base} marks that are not ended")
            del self.open[base:]
        if saved:
            self._note("unbalanced", "q without Q")
            self.state = saved[0]
        self._depth -= 1

    def _deepest(self, depth: int) -> None:
        if depth > self.contents.depth:
            self.contents.depth, self.contents.deepest = depth, Place("q", self.number)

    def _note(self, where: str, what: str, corners: Corners | None = None) -> None:
        getattr(self.contents, where).append(Place(what, self.number, corners))

    # ------------------------------------------------------------------ marks

    @property
    def mark(self) -> Mark | None:
        """The innermost mark that belongs to the structure."""
        return next((entry.mark for entry in reversed(self.open) if entry.mark), None)

    @property
    def artifact(self) -> bool:
        """Whether an artifact is open."""
        return any(entry.artifact for entry in self.open)

    @property
    def language(self) -> str:
        """What the property lists of open marks say; empty where the structure decides."""
        return next((entry.language for entry in reversed(self.open) if entry.language), "")

    def _begin(self, operands: list[Any], resources: dict[str, pikepdf.Object], owner: Owner) -> None:
        tag = str(operands[0])
        properties = self._properties(operands, resources)
        number = properties.get("/MCID")
        entry = Open(tag, artifact=tag == "/Artifact")
        if entry.artifact and self.mark is not None:
            self._note("artifact_in_tagged", f"an artifact inside {self.mark.tag}")
        if entry.artifact:
            self.contents.artifacts += 1
        if number is not None:
            if self.artifact or entry.artifact:
                self._note("tagged_in_artifact", f"mark {number} ({tag})")
            entry.mark = self._mark(owner, int(number), tag)
        if (language := text_of(properties.get("/Lang"))) is not None:
            self.contents.languages.append(Place(language, self.number))
            entry.language = language
        self.open.append(entry)
        actual = text_of(properties.get("/ActualText"))
        if actual is not None and not self.state.text.replaced:
            entry.actual = True
            self.state.text.replace_by(actual)

    def _properties(self, operands: list[Any], resources: dict[str, pikepdf.Object]) -> dict[str, pikepdf.Object]:
        if len(operands) == 1:
            return {}
        named = operands[1]
        if isinstance(named, pikepdf.Name):
            lists = entries_of(resources.get("/Properties"))
            if str(named) not in lists:
                message = f"page {self.number} names a property list {named} that is not in its resources"
                raise Unreadable(message)
            return entries_of(lists[str(named)])
        return entries_of(named)

    def _mark(self, owner: Owner, number: int, tag: str) -> Mark:
        key = (owner, number)
        if key in self.contents.marks:
            self.contents.marks[key].times += 1
        else:
            self.contents.marks[key] = Mark(owner, number, tag, self.number)
        return self.contents.marks[key]

    def _end(self, base: int) -> None:
        if len(self.open) <= base:
            self._note("unbalanced", "EMC without a beginning")
            return
        entry = self.open[-1]
        if entry.actual:
            run = self.state.text.replacement(self.language)
            if self.mark is not None:
                self.mark.runs.append(run)
        self.open.pop()

    def content(self, what: str, corners: Corners | None = None) -> None:
        """Something is shown: is it tagged, an artifact, or neither?"""
        mark = self.mark
        if mark is not None:
            mark.painted += 1
        elif not self.artifact:
            self._note("loose", what, corners)

    # ------------------------------------------------------------------ operators

    def _operate(self, name: str, operands: list[Any], resources: dict[str, pikepdf.Object]) -> None:
        state = self.state
        if name in PATHS:
            return
        if name in TEXT:
            from pipeline.preflight.showing import operate  # noqa: PLC0415 - they know each other

            operate(self, name, operands, resources)
        elif name in PAINTS:
            self.content("a path")
            self._use_colours(name, resources)
        elif name in DEVICES:
            setattr(state, "stroke" if name.isupper() else "fill", DEVICES[name])
        elif name in {"cs", "CS"}:
            setattr(state, "stroke" if name == "CS" else "fill", str(operands[0]))
        elif name in {"sc", "SC", "scn", "SCN"}:
            self._pattern(operands, resources)
        elif name == "cm":
            state.matrix = multiplied(_matrix(operands), state.matrix)
        elif name == "Do":
            self._paint(str(operands[0]), resources)
        elif name == "sh":
            self.content("a shading")
            shading = self._resource(resources, "/Shading", str(operands[0]))
            self.space(entries_of(shading).get("/ColorSpace"), resources)
        elif name == "gs":
            self._graphics_state(self._resource(resources, "/ExtGState", str(operands[0])), resources)
        elif name == "ri":
            self.contents.intents.append(Place(str(operands[0]), self.number))
        elif name not in SILENT:
            self._note("unknown", name)

    def _resource(self, resources: dict[str, pikepdf.Object], kind: str, name: str) -> pikepdf.Object:
        found = entries_of(resources.get(kind)).get(name)
        if found is None:
            message = f"page {self.number} uses {kind.removeprefix('/')} {name}, which its resources lack"
            raise Unreadable(message)
        return found

    def font(self, resources: dict[str, pikepdf.Object], name: str) -> Any:  # noqa: ANN401 - a Font
        """The font of that name; its Type 3 glyphs are run, once for all."""
        font = self.file.fonts.font(self._resource(resources, "/Font", name))
        if font not in self.contents.fonts:
            self.contents.fonts[font] = {}
            if font.subtype == "/Type3":
                own = entries_of(font.dictionary.get("/Resources"))
                for procedure in entries_of(font.dictionary.get("/CharProcs")).values():
                    self._aside(procedure, own or resources)
        return font

    def _use_colours(self, paint: str, resources: dict[str, pikepdf.Object]) -> None:
        if paint not in {"S", "s"}:
            self.space_named(self.state.fill, resources)
        if paint in {"S", "s", "B", "B*", "b", "b*"}:
            self.space_named(self.state.stroke, resources)

    def space_named(self, name: str, resources: dict[str, pikepdf.Object]) -> None:
        """A colour space is painted with, by its name in a content stream."""
        if name in DEVICES.values():
            self._device(name, resources)
        elif name != "/Pattern":
            self.space(self._resource(resources, "/ColorSpace", name), resources)

    def space(self, item: object, resources: dict[str, pikepdf.Object]) -> None:
        """A colour space is painted with; those that it is built on are looked at with it."""
        if isinstance(item, pikepdf.Name):
            name = SHORT_SPACES.get(str(item), str(item))
            if name in DEVICES.values():
                self._device(name, resources)
            elif name != "/Pattern":
                self.space(self._resource(resources, "/ColorSpace", name), resources)
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

    def _device(self, name: str, resources: dict[str, pikepdf.Object]) -> None:
        default = name.replace("/Device", "/Default")
        instead = entries_of(resources.get("/ColorSpace")).get(default)
        self.contents.devices.setdefault((name, instead is not None), self.number)
        if isinstance(instead, pikepdf.Array):
            self.contents.spaces.setdefault(_key(instead), Drawn(instead, self.number))

    def _pattern(self, operands: list[Any], resources: dict[str, pikepdf.Object]) -> None:
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            return
        pattern = self._resource(resources, "/Pattern", str(operands[-1]))
        if isinstance(pattern, pikepdf.Stream):
            self._aside(pattern, entries_of(pattern.get("/Resources")))
        else:
            self.space(entries_of(pattern.get("/Shading")).get("/ColorSpace"), resources)
            if "/ExtGState" in pattern:
                self._graphics_state(pattern.ExtGState, resources)

    def _aside(self, stream: pikepdf.Object, resources: dict[str, pikepdf.Object]) -> None:
        """Runs what is painted as part of something else, which has a mark or has none."""
        state, marks = self.state, self.open
        self.state, self.open = State(), [Open("a pattern or glyph", artifact=True)]
        self._stream(stream, resources, ("form", *stream.objgen))
        self.state, self.open = state, marks

    def _graphics_state(self, item: pikepdf.Object, resources: dict[str, pikepdf.Object]) -> None:
        entries = entries_of(item)
        self.contents.states.setdefault(_key(item), Drawn(item, self.number))
        mask = entries.get("/SMask")
        opaque = all(float(entries.get(key, 1)) >= 1.0 for key in ("/ca", "/CA"))
        normal = entries.get("/BM", "/Normal") in {"/Normal", "/Compatible"}
        if isinstance(mask, pikepdf.Dictionary) or not (opaque and normal):
            self.contents.transparent.add(self.number)
        group = entries_of(mask).get("/G")
        if isinstance(group, pikepdf.Stream):
            self._aside(group, entries_of(group.get("/Resources")) or resources)
        if "/Font" in entries:
            message = f"page {self.number} sets a font through a graphics state, which is not looked into"
            raise Unreadable(message)
        if "/RI" in entries:
            self.contents.intents.append(Place(str(entries["/RI"]), self.number))

    # ------------------------------------------------------------------ objects

    def _paint(self, name: str, resources: dict[str, pikepdf.Object]) -> None:
        item = self._resource(resources, "/XObject", name)
        if not isinstance(item, pikepdf.Stream):
            message = f"page {self.number} paints {name}, which is not a stream"
            raise Unreadable(message)
        if item.get("/Subtype") == "/Form":
            self._form(item, resources)
            return
        self.content(f"the picture {name}", self._unit_square())
        self._image(item, resources)

    def _unit_square(self) -> Corners:
        x0, y0 = transformed(self.state.matrix, 0.0, 0.0)
        x1, y1 = transformed(self.state.matrix, 1.0, 1.0)
        return x0, y0, x1, y1

    def _image(self, item: pikepdf.Object, resources: dict[str, pikepdf.Object]) -> None:
        drawn = self.contents.images.setdefault(item.objgen, Drawn(item, self.number))
        drawn.times += 1
        if item.get("/ImageMask") is True:
            self.space_named(self.state.fill, resources)
        elif "/ColorSpace" in item:
            self.space(item.ColorSpace, resources)
        elif item.get("/Filter") != "/JPXDecode":
            message = f"a picture on page {self.number} has no colour space"
            raise Unreadable(message)
        for key in ("/SMask", "/Mask"):
            if isinstance(mask := item.get(key), pikepdf.Stream):
                self.contents.images.setdefault(mask.objgen, Drawn(mask, self.number))
                if key == "/SMask":
                    self.contents.transparent.add(self.number)
                    self.space(mask.get("/ColorSpace"), resources)

    def _inline_image(self, image: pikepdf.PdfInlineImage, resources: dict[str, pikepdf.Object]) -> None:
        self.content("a picture", self._unit_square())
        head = pikepdf.Object.parse(b"<<" + image.unparse().removeprefix(b"BI").partition(b"\nID")[0] + b">>")
        entries = entries_of(head)
        self.contents.inline_images.append((entries, self.number))
        if entries.get("/IM", entries.get("/ImageMask")) is True:
            self.space_named(self.state.fill, resources)
        else:
            self.space(entries.get("/CS", entries.get("/ColorSpace")), resources)

    def _form(self, form: pikepdf.Object, resources: dict[str, pikepdf.Object]) -> None:
        drawn = self.contents.forms.setdefault(form.objgen, Drawn(form, self.number))
        drawn.times += 1
        if self.mark is not None:
            drawn.marks.add((self.mark.owner, self.mark.number))
        drawn.artifact = drawn.artifact or self.artifact
        own = form.get("/Resources")
        if own is None:
            self.contents.inherited.append(Place("a form's resources", self.number))
        group = entries_of(form.get("/Group"))
        if group.get("/S") == "/Transparency":
            self.contents.transparent.add(self.number)
            if "/CS" in group:
                self.space(group["/CS"], resources)
        outside = self.state
        self.state = outside.copy()
        self.state.matrix = multiplied(_matrix(numbers_of(form.get("/Matrix"), 6) or IDENTITY), outside.matrix)
        self._stream(form, resources if own is None else entries_of(own), ("form", *form.objgen))
        self.state = outside


def _key(item: pikepdf.Object) -> str:
    """The same for the same object."""
    if item.is_indirect:
        number, generation = item.objgen
        return f"{number} {generation} R"
    return item.unparse().decode("latin-1")


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401 - numbers of any kind
    a, b, c, d, e, f = (float(n) for n in operands)
    return a, b, c, d, e, f

