"""Records: what a YAML file may say, as pydantic models that keep the line of every value.

A record is frozen, knows no key but its own, and remembers where each of its values stands, so that any
later stage can name the line. Pydantic judges; its complaints are turned into an editor's words here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PrivateAttr,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic import ModelWrapValidatorHandler as Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails

from pipeline.diagnostic import Finding, Span
from pipeline.measure import parse_length
from pipeline.yamlfile import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]


class _Located(dict[str, Any]):
    """Plain data of a mapping, with the spans of all that is in it (by path) beside it."""

    where: dict[Path, Span]


class _LocatedList(list[Any]):
    """Plain data of a sequence that knows its place."""

    __slots__ = ("span",)
    span: Span


class _LocatedText(str):
    """A scalar's text that knows its place."""

    __slots__ = ("span",)
    span: Span


class Record(BaseModel):
    """Base of everything that is read from YAML.

    A class that sets ``short_form`` to one of its keys may be written as a plain text, which then stands for
    a block with that key alone; as a list, too, where the key takes one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    short_form: ClassVar[str] = ""
    _where: dict[Path, Span] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(cls, data: object, handler: Handler[Self]) -> Self:
        if cls.short_form and isinstance(data, (str, list) if cls._short_list() else str):
            data = _block_of(cls.short_form, data)
        record = handler(data)
        if isinstance(data, _Located):
            record._where = data.where  # noqa: SLF001 - its own class
        return record

    @classmethod
    def _short_list(cls) -> bool:
        """Whether the short form may be a list."""
        return get_origin(cls.model_fields[cls.short_form].annotation) is tuple

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the block, or of the plain text (or list) that may stand in its place."""
        block = handler(core)
        if not cls.short_form:
            return block
        kind = _ONE_OR_MORE_SCHEMA if cls._short_list() else {"type": "string"}
        short = cls.model_fields[cls.short_form].description or ""
        return {"anyOf": [{**kind, "description": short}, block]}

    def __eq__(self, other: object) -> bool:
        """Equal in what they say, wherever it was written."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def span(self, *path: str | int) -> Span | None:
        """Where the value at ``path`` stands (the nearest enclosing place when it was not given)."""
        while path and path not in self._where:
            path = path[:-1]
        return self._where.get(path)


def _block_of(key: str, value: str | list[Any]) -> _Located:
    """The block for which a plain text or list stands: ``value`` under ``key`` alone."""
    block = _Located({key: str(value) if isinstance(value, str) else value})
    items = enumerate(value) if isinstance(value, list) else ()
    spans = [((), value), ((key,), value), *(((key, index), item) for index, item in items)]
    block.where = {path: span for path, part in spans if (span := getattr(part, "span", None))}
    return block


def _iso_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = f"a date is wanted, as in 2023-07-10, not {value!r}"
        raise ValueError(message) from None


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    message = f"true or false is wanted, not {value!r}"
    raise ValueError(message)


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


# A number alone is no length; nought needs no unit.
_LENGTH_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": r"^\s*([+-]?[0-9]+(\.[0-9]+)?\s*(pt|mm|cm|in)|0)\s*$",
    "minimum": 0,
    "maximum": 0,
    "examples": ["15mm", "9.5pt"],
}
_ONE_OR_MORE_SCHEMA: dict[str, Any] = {"type": ["string", "array"], "items": {"type": "string"}}

IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Length = Annotated[
    float, BeforeValidator(lambda v: parse_length(v) if isinstance(v, str) else v), WithJsonSchema(_LENGTH_SCHEMA)
]
OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_one_or_more), WithJsonSchema(_ONE_OR_MORE_SCHEMA)]

R = TypeVar("R", bound=Record)


def read_record(model: type[R], node: Node, what: str = "") -> tuple[R | None, tuple[Finding, ...]]:
    """The record that ``node`` describes, with every finding at once (E121, E122, E123).

    Where there are findings the record is what is left without the faulty keys, so that the rest can be looked at
    in the same run; None when that is no record.
    """
    if not isinstance(node, Mapping):
        hint = "Write key: value, one to a line."
        message = f"{what or 'This file'} must be a block of keys and values."
        return None, (Finding("E123", message, node.span, hint),)
    try:
        return model.model_validate(_plain(node)), ()
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _follows(detail, node)]
        findings = tuple(dict.fromkeys(_finding(detail, node, model) for detail in details))
        return _remainder(model, node, details), findings


def _remainder(model: type[R], node: Node, details: list[ErrorDetails]) -> R | None:
    """The record without the keys and items that ``details`` complain of."""
    faulty = {_real_path(d["loc"], node, d["type"]) for d in details if d["type"] != "missing"}
    try:
        return model.model_validate(_plain(_pruned(node, faulty, ())))
    except ValidationError:
        return None


def _pruned(node: Node, faulty: set[Path], path: Path) -> Node:
    if isinstance(node, Mapping):
        kept = [(key, value) for key, value in node.entries if (*path, key.text or "") not in faulty]
        return Mapping(tuple((key, _pruned(value, faulty, (*path, key.text or ""))) for key, value in kept), node.span)
    if isinstance(node, Sequence):
        items = [(i, item) for i, item in enumerate(node.items) if (*path, i) not in faulty]
        return Sequence(tuple(_pruned(item, faulty, (*path, i)) for i, item in items), node.span)
    return node


def _follows(detail: ErrorDetails, root: Node) -> bool:
    """True for a complaint that only follows from another: pydantic counts the good items of a list alone."""
    if detail["type"] == "too_short":
        node = _node_at(root, _real_path(detail["loc"], root, "too_short"))
        return isinstance(node, Sequence) and len(node.items) >= detail["ctx"]["min_length"]
    return detail["type"] == "default_factory_not_called"


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever YAML can hold
    if isinstance(node, Scalar):
        if node.text is None:
            return None
        text = _LocatedText(node.text)
        text.span = node.span
        return text
    if isinstance(node, Sequence):
        sequence = _LocatedList(_plain(item) for item in node.items)
        sequence.span = node.span
        return sequence
    data = _Located({key.text or "": _plain(value) for key, value in node.entries})
    data.where = {(): node.span}
    for key, value in node.entries:
        _collect(value, (key.text or "",), data.where)
    return data


def _collect(node: Node, path: Path, where: dict[Path, Span]) -> None:
    where[path] = node.span
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            _collect(item, (*path, index), where)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            _collect(value, (*path, key.text or ""), where)


def _finding(detail: ErrorDetails, root: Node, model: type[Record]) -> Finding:
    kind = detail["type"]
    path = _real_path(detail["loc"], root, kind)
    name = _spoken(path)
    span = _span_at(root, path)
    if kind == "extra_forbidden":
        return _unknown_key(path, root, model)
    if kind == "missing" and isinstance(path[-1], str):
        return Finding("E122", f"{name} is missing.", span, f"Add a line: {path[-1]}: …")
    if kind == "missing" or (kind == "too_long" and _fixed_length(model, path)):
        return _miscounted(path[:-1] if kind == "missing" else path, root, model)
    node = _node_at(root, path)
    if isinstance(node, Scalar) and node.text is None:
        hint = "Write it behind the colon, or delete the line." if path and isinstance(path[-1], str) else ""
        return Finding("E122", f"{name} has no value.", span, hint)
    if kind == "value_error":
        return Finding("E123", f"{name}: {detail['ctx']['error']}.".replace("..", "."), span)
    given = f", not {node.text!r}" if isinstance(node, Scalar) else ""
    return Finding("E123", f"{name} wants {_wanted(kind, detail)}{given}.", span)


def _miscounted(path: Path, root: Node, model: type[Record]) -> Finding:
    """For a list of a fixed length that has more values, or fewer."""
    node = _node_at(root, path)
    given = len(node.items) if isinstance(node, Sequence) else 0
    message = f"{_spoken(path)} wants {_entries(_fixed_length(model, path))}, not {given}."
    return Finding("E123", message, _span_at(root, path))


def _real_path(place: Path, root: Node, kind: str) -> Path:
    """The keys and numbers of ``place`` that stand in the file; pydantic mixes names of its own types in."""
    path: Path = ()
    for index, part in enumerate(place):
        last = index == len(place) - 1
        if _node_at(root, (*path, part)) is not None or (last and kind in {"missing", "extra_forbidden"}):
            path = (*path, part)
    return path


def _spoken(path: Path) -> str:
    """A path as an editor would say it: ``sections 2, articles 3``."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words) or "This file"


def _wanted(kind: str, detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    words: dict[str, Callable[[], str]] = {
        "int_parsing": lambda: "a whole number",
        "int_type": lambda: "a whole number",
        "float_parsing": lambda: "a number",
        "float_type": lambda: "a number",
        "string_type": lambda: "a text",
        "tuple_type": lambda: "a list (lines that begin with a dash, or [a, b])",
        "list_type": lambda: "a list (lines that begin with a dash, or [a, b])",
        "dict_type": lambda: "a block of keys and values",
        "model_type": lambda: "a block of keys and values",
        "model_attributes_type": lambda: "a block of keys and values",
        "literal_error": lambda: f"one of {context.get('expected', '')}",
        "enum": lambda: f"one of {context.get('expected', '')}",
        "greater_than_equal": lambda: f"{context.get('ge'):g} or more",
        "greater_than": lambda: f"more than {context.get('gt'):g}",
        "less_than_equal": lambda: f"{context.get('le'):g} or less",
        "too_short": lambda: f"at least {_entries(context.get('min_length', 0))}",
        "too_long": lambda: f"at most {_entries(context.get('max_length', 0))}",
        "date_type": lambda: "a date, as in 2023-07-10",
        "string_too_short": lambda: "a text that is not empty",
    }
    return words[kind]() if kind in words else f"something else ({detail['msg']})"


def _entries(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"


def _unknown_key(path: Path, root: Node, model: type[Record]) -> Finding:
    known = _keys_at(model, path[:-1])
    key = str(path[-1])
    near = get_close_matches(key.lower(), known, 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    within = f" in {_spoken(path[:-1])}" if len(path) > 1 else ""
    return Finding("E121", f"{key!r} is not a known key{within}.", _key_span(root, path), hint)


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys of the record that stands at ``path`` below ``model``."""
    record = _record_in(_annotation_at(model, path))
    return [field.alias or name for name, field in record.model_fields.items()] if record else []


def _fixed_length(model: type[BaseModel], path: Path) -> int:
    """How many values the list at ``path`` has; 0 where it may have any number."""
    here = _annotation_at(model, path)
    kinds = (here,) if get_origin(here) is tuple else get_args(here)
    lists = (get_args(kind) for kind in kinds if get_origin(kind) is tuple)
    return next((len(values) for values in lists if ... not in values), 0)


def _annotation_at(model: type[BaseModel], path: Path) -> object:
    """What may stand at ``path`` below ``model``."""
    here: object = model
    for part in path:
        record = _record_in(here)
        if isinstance(part, str) and not _is_table(here) and record is not None:
            field = record.model_fields.get(part)
            here = field.annotation if field else None
        else:
            here = _inside(here)
    return here


def _is_table(annotation: object) -> bool:
    """True for ``dict[str, X]``, whose keys are the user's own."""
    return get_origin(annotation) is dict


def _inside(annotation: object) -> object:
    """What a list or table holds, ``X`` of ``tuple[X, ...]``; a union counts as its first part that is one."""
    inner = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if get_origin(annotation) in (tuple, list, dict):
        return inner[-1] if inner else None
    return next((_inside(part) for part in inner if get_origin(part) is not None), None)


def _record_in(annotation: object) -> type[BaseModel] | None:
    """The first record class inside an annotation such as ``tuple[Photo, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _record_in(inner))), None)


def _node_at(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str):
            node = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def _span_at(root: Node, path: Path) -> Span:
    while True:
        node = _node_at(root, path)
        if node is not None:
            return node.span
        path = path[:-1]


def _key_span(root: Node, path: Path) -> Span:
    holder = _node_at(root, path[:-1])
    if isinstance(holder, Mapping):
        for key, _ in holder.entries:
            if key.text == path[-1]:
                return key.span
    return _span_at(root, path)
