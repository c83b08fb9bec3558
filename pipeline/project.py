"""The project's folder: the one gate to files and to the clock.

Every file that the program reads comes through here: named by a relative POSIX path, resolved inside the
project (or inside the program's own built-in layouts and fonts), a plain file, under its ceiling. What
leads elsewhere is refused with a finding that names the line on which the path was written.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from pipeline import limits
from pipeline.diagnostic import Fault, Finding, Span

BUILT_IN = "built-in"
_SPELT_BY_COUNTRY = frozenset({"en", "pt"})
_SAMPLED = 64 * 1024
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A plain file that may be read. ``path`` is what users see; ``size`` in bytes."""

    path: str
    place: Path
    size: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.place.name

    def read_bytes(self) -> bytes:
        """The file's bytes; Fault E102 when the system refuses."""
        try:
            return self.place.read_bytes()
        except OSError as error:
            message = f"{self.path} cannot be read: {error.strerror or error}"
            raise Fault(Finding("E102", message, Span(self.path), "Check the file's permissions.")) from error

    def fingerprint(self) -> str:
        """What tells the file from others without reading all of it: size, beginning and end; Fault E102."""
        try:
            with self.place.open("rb") as stream:
                parts = [stream.read(_SAMPLED)]
                if self.size > _SAMPLED:
                    stream.seek(-_SAMPLED, os.SEEK_END)
                    parts.append(stream.read())
        except OSError as error:
            message = f"{self.path} cannot be read: {error.strerror or error}"
            raise Fault(Finding("E102", message, Span(self.path), "Check the file's permissions.")) from error
        return f"{self.size}-{hashlib.sha256(b''.join(parts)).hexdigest()}"

    def read_text(self) -> str:
        """The file as UTF-8 with line ends made plain and a byte-order mark taken off; Fault E105."""
        data = self.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
            message = f"{self.path} is not UTF-8: byte {data[error.start]:#04x} cannot be understood"
            hint = "Save the file with the encoding UTF-8."
            raise Fault(Finding("E105", message, Span(self.path, line, column), hint)) from error
        return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class FontFolder:
    """One family's folder: its font files and the texts beside them (licences among them)."""

    name: str
    files: tuple[ProjectFile, ...]
    texts: tuple[ProjectFile, ...]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A hunspell dictionary: its name (``en_GB``), and its two files."""

    name: str
    affixes: ProjectFile
    words: ProjectFile


@dataclass(frozen=True, slots=True)
class Cache:
    """A content-addressed store in the project's ``.digest/cache``; it may be deleted at any time."""

    folder: Path

    def _place(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / digest[:2] / digest[2:]

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None."""
        try:
            return self._place(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keeps ``data``; a store that cannot be written is no fault, the work is only done again."""
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            mark = self.folder.parent / ".gitignore"
            if not mark.exists():
                mark.write_text("*\n", encoding="utf-8")
            handle, name = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).replace(place)
        except OSError:
            return


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file from anywhere that the user named on the command line; ``file.path`` is its bare name."""

    file: ProjectFile

    def beside(self, path: str, ceiling: int = limits.PICTURE_BYTES) -> bytes | None:
        """A plain file in the same folder or below it; None for all else, and for what is too large or unreadable."""
        parts = PurePosixPath(path.replace("\\", "/")).parts
        if not parts or ".." in parts or path.startswith("/") or ":" in path or "\0" in path:
            return None
        try:
            folder = self.file.place.parent.resolve()
            place = folder.joinpath(*parts).resolve()
            if not place.is_relative_to(folder) or not place.is_file() or place.stat().st_size > ceiling:
                return None
            return place.read_bytes()
        except OSError:
            return None


def given_files(place: Path, endings: tuple[str, ...]) -> tuple[Path, ...]:
    """The file that a user named; of a folder, the files in it that end so, in order."""
    if not place.is_dir():
        return (place,)
    return tuple(p for p in sorted(place.iterdir()) if p.suffix.lower() in endings and p.is_file())


def given_file(place: Path, ceiling: int) -> GivenFile:
    """A file that a user named; Fault E101 to E103."""
    if not _is_there(place):
        hint = "Write the path as it is seen from the folder that you are in."
        raise Fault(Finding("E101", f"{place.name} is not there.", Span(place.name), hint))
    if not place.is_file():
        name = place.name or place.resolve().name  # "." has none
        raise Fault(Finding("E102", f"{name} is not a plain file.", Span(name), "Name a file."))
    size = place.stat().st_size
    if size > ceiling:
        megabytes, allowed = size / limits.MEGABYTE, ceiling // limits.MEGABYTE
        message = f"{place.name} is too large: {megabytes:.1f} MB, allowed {allowed} MB."
        raise Fault(Finding("E103", message, Span(place.name), "Save it without its pictures, or in parts."))
    return GivenFile(ProjectFile(place.name, place, size))


def built_in_folder(kind: str) -> Path:
    """Where the program's own ``layouts``, ``fonts`` or ``starter`` files lie: in the wheel or in the checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "built_in" / kind
    return packed if packed.is_dir() else package.parent / kind


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with ``issues/`` in it and, if it wants, ``layouts/`` and ``fonts/`` of its own."""

    root: Path
    files_read: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def around(cls, start: Path) -> Project:
        """The project that ``start`` lies in; Fault E106 when there is none above it."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / "issues").is_dir():
                return cls(folder)
        hint = "Go into the project's folder, or start a project: digest init my-newsletter"
        raise Fault(
            Finding("E106", f"No project here: {start.name}/ has no issues/ folder, and none lies above it.", hint=hint)
        )

    @property
    def cache(self) -> Cache:
        """The project's store of derived things."""
        return Cache(self.root / ".digest" / "cache")

    def issues(self) -> tuple[str, ...]:
        """The names of the issues, in order."""
        return tuple(sorted(p.parent.name for p in (self.root / "issues").glob("*/issue.yaml")))

    def file(
        self, path: str, base: str = "", named_at: Span | None = None, ceiling: int = limits.TEXT_BYTES
    ) -> ProjectFile:
        """The file that ``path`` names, relative to the folder ``base`` of the project; Fault E101 to E104."""
        where = f"{base}/{path}" if base else path
        self._refuse_strange(path, base, named_at)
        place = self.root.joinpath(*PurePosixPath(where).parts)
        if not _is_there(place) or not self._spelt_so(where):
            raise Fault(self._missing(path, base, named_at))
        if not place.resolve().is_relative_to(self.root):
            hint = f"Copy the file into {_folder_of(base)[0]}."
            raise Fault(Finding("E104", f"{path} leads outside the project.", named_at, hint))
        return self._checked(place, where, named_at, ceiling)

    def new_place(self, path: str, base: str) -> Path:
        """Where a file of that path is or will be written; Fault E104 when that is outside of the folder ``base``."""
        self._refuse_strange(path, base, None)
        folder = self.root.joinpath(*PurePosixPath(base).parts).resolve()
        place = folder.joinpath(*PurePosixPath(path).parts)
        if not (place.resolve().is_relative_to(folder) and folder.is_relative_to(self.root)):
            hint = "Put a folder in place of the link that leads elsewhere."
            raise Fault(Finding("E104", f"{base}/{path} leads outside of {base}/.", hint=hint))
        return place

    def listing(self, base: str, ending: str) -> tuple[str, ...]:
        """Names of the files in the folder ``base`` that end so, in order."""
        folder = self.root.joinpath(*PurePosixPath(base).parts)
        if not folder.is_dir():
            return ()
        return tuple(sorted(p.name for p in folder.iterdir() if p.name.endswith(ending) and p.is_file()))

    def layouts(self) -> tuple[tuple[str, str], ...]:
        """Pairs (name, "project" or "built-in") of the layouts that can be named; the project's come first."""
        own = {p.parent.name for p in (self.root / "layouts").glob("*/layout.yaml")}
        ours = {p.parent.name for p in built_in_folder("layouts").glob("*/layout.yaml")}
        return (*((n, "project") for n in sorted(own)), *((n, BUILT_IN) for n in sorted(ours - own)))

    def layout_files(self, name: str, named_at: Span | None = None) -> tuple[ProjectFile, ...]:
        """The YAML files of the layout ``name``; Fault E401 when there is none of that name."""
        for folder, label in ((self.root / "layouts", "layouts"), (built_in_folder("layouts"), f"{BUILT_IN} layouts")):
            if (folder / name / "layout.yaml").is_file() and name == Path(name).name:
                found = sorted((folder / name).glob("*.yaml"))
                return tuple(self._checked(p, f"{label}/{name}/{p.name}", named_at, limits.TEXT_BYTES) for p in found)
        raise Fault(Finding("E401", f"There is no layout {name!r}.", named_at, self._layout_hint(name)))

    def _layout_hint(self, name: str) -> str:
        folder = self.root / "layouts" / name
        if name == Path(name).name and folder.is_dir():
            misnamed = sorted(p.name for p in folder.glob("*.yml"))
            if "layout.yml" in misnamed:
                others = "; its other files end in .yaml, too" if len(misnamed) > 1 else ""
                return f"Rename layouts/{name}/layout.yml to layout.yaml{others}."
            return f"layouts/{name}/ has no layout.yaml{' (files of a layout end in .yaml)' if misnamed else ''}."
        names = [n for n, _ in self.layouts()]
        near = get_close_matches(name, names, 1, 0.5)
        return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."

    def font_folders(self) -> tuple[FontFolder, ...]:
        """The folders of font families, the project's own before the built-in ones of the same name."""
        found: dict[str, FontFolder] = {}
        for folder, label in ((self.root / "fonts", "fonts"), (built_in_folder("fonts"), f"{BUILT_IN} fonts")):
            for family in sorted(p for p in folder.glob("*") if p.is_dir()) if folder.is_dir() else ():
                if family.name not in found:
                    found[family.name] = self._font_folder(family, f"{label}/{family.name}")
        return tuple(found.values())

    def dictionary(self, language: str) -> Dictionary | None:
        """The hunspell dictionary of a language: of the project's ``dictionaries/``, or one that is installed.

        One for another country is taken only for languages that are spelt alike everywhere.
        """
        tag = language.replace("-", "_")
        primary = tag.partition("_")[0]
        installed = [Path(f) / d for f in _data_folders() for d in ("hunspell", "myspell", "myspell/dicts", "")]
        for folder in (self.root / "dictionaries", *map(Path, _listed("DICPATH")), *installed):
            others = () if primary in _SPELT_BY_COUNTRY else (p.stem for p in sorted(folder.glob(f"{primary}_*.dic")))
            for name in (tag, primary, *others):
                files = [folder / f"{name}{ending}" for ending in (".aff", ".dic")]
                if all(file.is_file() for file in files):
                    return Dictionary(name, *(ProjectFile(f.name, f, f.stat().st_size) for f in files))
        return None

    def source_date(self, default: date) -> datetime:
        """The moment that goes into published files: SOURCE_DATE_EPOCH, or the issue's date at noon UTC; Fault E108."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
        if not epoch:
            return datetime.combine(default, time(12), UTC)
        moment = _moment(epoch)
        if moment is None:
            message = f"SOURCE_DATE_EPOCH is {epoch!r}, which is no moment that a file can carry."
            hint = "Set it to whole seconds since 1970, as in SOURCE_DATE_EPOCH=1688990400, or unset it."
            raise Fault(Finding("E108", message, hint=hint))
        return moment

    def today(self) -> date:
        """Today, or the day of SOURCE_DATE_EPOCH, for what is shown to users; never in a published file; Fault E108."""
        return self.source_date(datetime.now(UTC).date()).date()

    def _font_folder(self, family: Path, label: str) -> FontFolder:
        fonts: list[ProjectFile] = []
        texts: list[ProjectFile] = []
        for place in sorted(p for p in family.iterdir() if p.is_file()):
            if place.suffix.lower() in FONT_ENDINGS:
                fonts.append(self._checked(place, f"{label}/{place.name}", None, limits.FONT_BYTES))
            elif place.suffix.lower() in {".txt", ".md", ""} and place.stat().st_size <= limits.TEXT_BYTES:
                texts.append(ProjectFile(f"{label}/{place.name}", place, place.stat().st_size))
        return FontFolder(family.name, tuple(fonts), tuple(texts))

    def _checked(self, place: Path, where: str, named_at: Span | None, ceiling: int) -> ProjectFile:
        if not place.is_file():
            raise Fault(Finding("E102", f"{where} is not a plain file.", named_at, "Name a file, not a folder."))
        size = place.stat().st_size
        if size > ceiling:
            message = (
                f"{where} is too large: {size / limits.MEGABYTE:.1f} MB, allowed {ceiling / limits.MEGABYTE:.0f} MB."
            )
            hint = "Divide it into several files." if ceiling <= limits.TEXT_BYTES else "Save it in a smaller size."
            raise Fault(Finding("E103", message, named_at, hint))
        self.files_read[where] = size
        return ProjectFile(where, place, size)

    def _refuse_strange(self, path: str, base: str, named_at: Span | None) -> None:
        parts, (folder, example) = path.split("/"), _folder_of(base)
        hint = f"Write a path relative to {folder} with forward slashes, as in {example}."
        if not path or path != path.strip() or "\\" in path or "\0" in path:
            raise Fault(Finding("E104", f"{path!r} is not a path that works on every computer.", named_at, hint))
        if path.startswith("/") or ":" in parts[0] or ".." in parts:
            raise Fault(Finding("E104", f"{path} leads outside {folder}.", named_at, hint))

    def _spelt_so(self, where: str) -> bool:
        """False when a case-blind disk found the file under another spelling than the one given."""
        folder = self.root
        for part in PurePosixPath(where).parts:
            if part not in _names_in(folder):
                return False
            folder /= part
        return True

    def _missing(self, path: str, base: str, named_at: Span | None) -> Finding:
        folder, name = (f"{base}/{path}" if base else path).rsplit("/", 1) if "/" in path or base else ("", path)
        place = self.root.joinpath(*PurePosixPath(folder).parts)
        names = _names_in(place)
        near = get_close_matches(name, names, 1, 0.6) or [n for n in names if n.lower() == name.lower()]
        prefix = path[: len(path) - len(name)]
        hint = (
            f"Did you mean {prefix}{near[0]}?" if near else f"Put the file into {folder or '.'}/, or correct the path."
        )
        return Finding("E101", f"{path} is not there.", named_at, hint)


def _folder_of(base: str) -> tuple[str, str]:
    """What users call the folder that paths are relative to, and a path in it."""
    if base.startswith("layouts/"):
        return "the layout's folder", "printer.icc"
    return "the issue's folder", "photos/cover.jpg"


def _listed(variable: str) -> list[str]:
    return [folder for folder in os.environ.get(variable, "").split(os.pathsep) if folder]


def _data_folders() -> list[str]:
    """Where the system keeps what programs share."""
    return _listed("XDG_DATA_DIRS") or ["/usr/local/share", "/usr/share", "/Library/Spelling"]


def _moment(epoch: str) -> datetime | None:
    """The moment of so many whole seconds since 1970; None for what is no such number, or too large a one."""
    if not (epoch.isascii() and epoch.isdigit()):
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(epoch))
    except (ValueError, OverflowError):
        return None


def _is_there(place: Path) -> bool:
    """False also where the system will not even look: a name that is too long, a folder that is shut."""
    try:
        return place.exists()
    except OSError:
        return False


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names alone, and fast
    except OSError:
        return []
