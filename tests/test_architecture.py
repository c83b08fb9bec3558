"""The shape of the code, proved from its syntax trees and from what a fresh process loads."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from pipeline.diagnostic.codes import REGISTRY
from tests import house
from tests.house import ROOT, Source, sources

NOUNS = frozenset(source.noun for source in sources()) - {"__init__"}
CODE = re.compile(r"[EWA]\d{3}")
THE_SAMPLE = re.compile(r"\bCICA\b|Voice of Asia|s-cica|\bAIFC\b|Secretary General", re.IGNORECASE)
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|opt|tmp|mnt|srv|var)/\w|[A-Z]:\\\\?Users|pypi\.org|pythonhosted|npmjs\.(?:org|com)"
)


def test_every_module_has_a_place_in_the_table() -> None:
    assert {noun for noun in NOUNS if house.row_of(noun) is None} == set()


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path)
def test_imports_go_down_the_table_only(source: Source) -> None:
    own = house.row_of(source.module)
    upward = [
        f"line {line}: {name}"
        for name, line in source.imports()
        if (module := house.imported_module(name, NOUNS)) and module.split(".")[0] != source.noun
        if own is not None and (house.row_of(module) or 0) >= own
    ]
    assert upward == []


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path)
def test_packages_have_the_importers_that_the_table_names(source: Source) -> None:
    strangers = [f"line {line}: {name}" for name, line in source.imports() if not may_import(source.noun, name)]
    assert strangers == []


def may_import(noun: str, name: str) -> bool:
    """True for our own, for the harmless part of the standard library, and for what the table allows."""
    parts = name.split(".")
    if parts[0] == "pipeline":
        return True
    for length in range(len(parts), 0, -1):
        importers = house.SINGLE_IMPORTERS.get(".".join(parts[:length]))
        if importers is not None:
            return noun in importers
    return parts[0] in sys.stdlib_module_names


def test_the_judge_does_not_ask_the_accused() -> None:
    asked = {
        (source.noun, module.split(".")[0])
        for source in sources()
        for name, _ in source.imports()
        if (module := house.imported_module(name, NOUNS))
    }
    assert asked.isdisjoint(house.NEVER)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path)
def test_files_are_opened_and_replaced_at_the_gate_only(source: Source) -> None:
    calls = [
        f"line {node.lineno}: {name}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and (name := called(node))
        if source.noun not in house.FILE_CALLS.get(name, (source.noun,))
    ]
    assert calls == []


def called(node: ast.Call) -> str:
    """``open`` for the built-in, ``os.replace`` for a function of os, ``replace`` for ``Path(…).replace(one)``."""
    if isinstance(node.func, ast.Name):
        return "open" if node.func.id == "open" else ""
    if not isinstance(node.func, ast.Attribute):
        return ""
    owner = node.func.value
    if isinstance(owner, ast.Name) and owner.id == "os":
        return f"os.{node.func.attr}"
    # A text's replace takes two arguments, a path's takes one.
    return "replace" if node.func.attr == "replace" and len(node.args) == 1 and not node.keywords else ""


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path)
def test_the_clock_is_read_at_the_gate_only(source: Source) -> None:
    looks = [
        f"line {node.lineno}: {node.attr}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
        if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}
        if source.noun != "project"
    ]
    assert looks == []


@pytest.mark.parametrize("folder", ["pipeline", "tests"])
def test_files_end_by_their_limit(folder: str) -> None:
    long = {s.path: n for s in sources(folder) if (n := len(s.text.splitlines())) > house.FILE_LINES}
    assert {path: n for path, n in long.items() if path not in house.LONG_FILES} == {}


@pytest.mark.parametrize("folder", ["pipeline", "tests"])
def test_functions_end_by_their_limit(folder: str) -> None:
    long = {
        f"{source.path}:{function.name}": length
        for source in sources(folder)
        for function in source.functions()
        if (length := (function.end_lineno or 0) - function.lineno + 1) > house.FUNCTION_LINES
    }
    assert {name: length for name, length in long.items() if not allowed(name, length)} == {}


def allowed(function: str, length: int) -> bool:
    """True for a function that an exception of the house covers."""
    return any(function.startswith(start) and length <= most for start, (most, _) in house.LONG_FUNCTIONS.items())


def test_no_exception_to_the_limits_is_out_of_date() -> None:
    paths = {source.path for folder in ("pipeline", "tests") for source in sources(folder)}
    names = {f"{s.path}:{f.name}" for folder in ("pipeline", "tests") for s in sources(folder) for f in s.functions()}
    assert set(house.LONG_FILES) <= paths
    assert [start for start in house.LONG_FUNCTIONS if not any(name.startswith(start) for name in names)] == []


@pytest.mark.parametrize("source", [s for s in sources() if s.noun == "cli"], ids=lambda source: source.path)
def test_the_command_line_loads_click_alone_before_a_command_is_known(source: Source) -> None:
    at_once = [name for name, _ in Source("", "", "", module_level(source.tree)).imports()]
    ours = ("pipeline.cli", "pipeline.diagnostic", "pipeline.__version__")
    assert [
        n for n in at_once if not n.startswith(("click", *ours)) and n.split(".")[0] not in sys.stdlib_module_names
    ] == []


def module_level(tree: ast.Module) -> ast.Module:
    """The statements that run when the module is imported: not those for types, not those inside functions."""
    kept = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    return ast.Module(body=list(kept), type_ignores=[])


def modules_after(*arguments: str) -> set[str]:
    """Names of the modules that a fresh process has loaded when ``digest`` with ``arguments`` is done."""
    script = (
        "import sys, json\n"
        "from pipeline.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(done.stdout.rstrip().splitlines()[-1]))


def test_help_loads_nothing_heavy() -> None:
    loaded = {name.split(".")[0] for name in modules_after("--help")}
    heavy = set(house.SINGLE_IMPORTERS) - {"click", "os", "shutil", "tempfile", "time", "pathlib.Path"}
    third_party = {name for name in heavy if name not in sys.stdlib_module_names and "." not in name}
    assert loaded & third_party == set()
    assert "pipeline.project" not in modules_after("--help")


def test_check_loads_no_writer_of_pdf_and_nothing_that_only_pages_need() -> None:
    modules_after("check", "2023-q2")  # the first check of a supplied page reads it, and keeps what it read
    modules = modules_after("check", "2023-q2")
    loaded = {name.split(".")[0] for name in modules}
    assert "pydantic" in loaded
    assert loaded & {"reportlab", "pikepdf", "PIL", "pyphen", "babel"} == set()
    assert "concurrent.futures" not in modules


def codes_in(source: Source) -> set[str]:
    """The codes that a file names outside its docstrings."""
    return {text for text in source.texts() if CODE.fullmatch(text)}


def test_every_code_in_use_is_registered() -> None:
    unknown = {code for source in sources() for code in codes_in(source) if code not in REGISTRY}
    assert unknown == set()


def test_every_registered_code_is_in_use() -> None:
    elsewhere = [s for s in sources() if not s.path.startswith("pipeline/diagnostic/codes")]
    assert set(REGISTRY) - {code for source in elsewhere for code in codes_in(source)} == set()


def test_no_number_of_a_code_is_used_twice() -> None:
    tables = [s for s in sources() if s.path.startswith("pipeline/diagnostic/codes_")]
    first_arguments = [
        node.args[0].value[1:]
        for table in tables
        for node in ast.walk(table.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Code"
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    ]
    assert len(first_arguments) == len(REGISTRY)
    assert len(set(first_arguments)) == len(first_arguments)


def test_every_code_tells_a_story() -> None:
    for entry in REGISTRY.values():
        assert len(entry.story.split()) >= 15, entry.code
        assert not entry.title.endswith("."), entry.code


def test_the_package_does_not_know_the_sample() -> None:
    named = {s.path: found[0] for s in sources() if (found := THE_SAMPLE.search(s.text))}
    assert named == {}


def test_no_file_names_a_place_on_one_machine() -> None:
    texts = [
        *(ROOT / "pipeline").rglob("*.*"),
        *(ROOT / "layouts").rglob("*.*"),
        *(ROOT / "issues").rglob("*.*"),
        *(p for p in (ROOT / "tests").rglob("*.*") if p.name != "test_architecture.py"),
        *(p for p in ROOT.iterdir() if p.is_file()),
        *(ROOT / ".ci").glob("*"),
    ]
    endings = {".py", ".yaml", ".md", ".toml", ".json", ".txt"}
    names = {"Makefile", "LICENSE", ".gitignore", ".gitattributes", "run"}
    named = {
        p.relative_to(ROOT).as_posix(): found[0]
        for p in texts
        if p.is_file()
        and (p.suffix in endings or p.name in names)
        and (found := MACHINE.search(p.read_text(encoding="utf-8")))
    }
    assert named == {}


def test_the_dependencies_are_those_that_are_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = (*project["dependencies"], *extras["import"], *extras["spelling"])
    declared = {re.split(r"[<>=\[ ]", line)[0].lower() for line in lines}
    names = {name.split(".")[0] for source in sources() for name, _ in source.imports()}
    foreign = names - set(sys.stdlib_module_names) - {"pipeline", "pydantic_core"}
    distributions = packages_distributions()
    imported = {distributions[name][0].lower() for name in foreign}
    assert imported == declared
