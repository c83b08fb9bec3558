"""``digest proof``: what a designer reads of a layout with one thing wrong, and what is shown of every layout."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from pipeline.diagnostic import Severity
from pipeline.issue import Issue, load
from pipeline.layout import load_layout
from pipeline.project import Project, built_in_folder
from pipeline.proof import Proof, judge, make_proof
from tests.commandline import CommandLine
from tests.house import ROOT

BUILT_IN = ("voice", "bulletin", "pocket")
TYPE, PALETTE, MASTERS = (f"layouts/mine/{name}.yaml" for name in ("type", "palette", "masters"))


class Bench:
    """A project with its own copy of the layout ``voice``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "issues").mkdir()
        shutil.copytree(ROOT / "layouts" / "voice", root / "layouts" / "mine")
        self.before = set(self.findings())

    def change(self, path: str, line: str, old: str, new: str) -> Bench:
        """Replaces ``old`` in the line that begins with ``line``."""
        place = self.root / path
        lines = place.read_text(encoding="utf-8").split("\n")
        (index,) = (i for i, text in enumerate(lines) if text.strip().startswith(line))
        assert old in lines[index]
        lines[index] = lines[index].replace(old, new)
        place.write_text("\n".join(lines), encoding="utf-8")
        return self

    def at(self, path: str, text: str) -> str:
        """Where ``text``, which stands there once, begins: file:line:column."""
        whole = (self.root / path).read_text(encoding="utf-8")
        assert whole.count(text) == 1
        start = whole.index(text)
        return f"{path}:{whole.count(chr(10), 0, start) + 1}:{start - whole.rfind(chr(10), 0, start)}"

    def findings(self) -> list[str]:
        return [str(finding) for finding in judge(load_layout(Project(self.root), "mine"))]

    def new_findings(self) -> list[str]:
        """What is said since the change, without the lists of sizes and weights."""
        return [f for f in self.findings() if f not in self.before and "A419" not in f]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


# ---------------------------------------------------------------------- contrast


def test_type_too_near_to_the_fill_below_it_is_told_at_its_colour(bench: Bench) -> None:
    bench.change(TYPE, "back_text:", "colour: white", "colour: clay ")
    (told,) = bench.new_findings()
    place = bench.at(TYPE, "clay , figures")
    assert told.startswith(f"{place}  E420  The style 'back_text' is clay on house (the master back): contrast ")
    assert "wanted 4.5:1 at 12 pt." in told


def test_the_colour_of_the_months_is_tried_in_each_of_its_turns(bench: Bench) -> None:
    bench.change(PALETTE, "lake:", "#1c5580", "#9cc3e0")
    told = [f for f in bench.new_findings() if "'opener_entry'" in f]
    assert len(told) == 1
    assert "The style 'opener_entry' is white on lake (the master opener)" in told[0]


def test_type_in_a_box_is_judged_on_its_tint(bench: Bench) -> None:
    bench.change(PALETTE, "tint:", "#f3eee4", "#8a8a8a").change(
        TYPE, "panel:", "size: 9.5pt", "size: 9.5pt, colour: link"
    )
    told = [f for f in bench.new_findings() if "(boxes)" in f]
    assert any("E420  The style 'panel' is link on tint" in f for f in told)


def test_large_type_needs_less_contrast_than_small(bench: Bench) -> None:
    grey = '  grey: {srgb: "#8a8a8a", cmyk: [0, 0, 0, 54]}\n  lake:'
    bench.change(PALETTE, "lake:", "  lake:", grey)
    bench.change(TYPE, "page_title:", "colour: house", "colour: grey")
    assert bench.new_findings() == []
    bench.change(TYPE, "small_head:", "colour: house", "colour: grey")
    (told,) = bench.new_findings()
    assert "E420  The style 'small_head' is grey on tint (the master contents)" in told


def test_a_fill_that_covers_a_picture_makes_the_type_on_it_sure(bench: Bench) -> None:
    cover = [f for f in bench.findings() if "A412" in f]
    assert any("The style 'cover_line' stands on a picture (the master cover)" in f for f in cover)
    bench.change(
        MASTERS, "- {at: {bleed: true, bottom: -3mm, height: 120mm}", "opacity: 0.0, fade_to: 0.86", "opacity: 1"
    )
    assert not [f for f in bench.findings() if "A412" in f and "'cover_line'" in f]


# ---------------------------------------------------------------------- sizes, ink, weights


@pytest.mark.parametrize(
    "size,code,why",
    [("5.9pt", "E413", "under 6 pt cannot be read."), ("6.4pt", "W414", "under 6.5 pt is hard to read.")],
)
def test_type_that_is_too_small(bench: Bench, size: str, code: str, why: str) -> None:
    bench.change(TYPE, "running:", "7.4pt", size)
    (told,) = (f for f in bench.new_findings() if "'running'" in f)
    place = bench.at(TYPE, size)
    assert told == f"{place}  {code}  The style 'running' is {size[:-2]} pt: type {why}  Make it 6.5pt or more."


def test_six_and_a_half_points_are_legible(bench: Bench) -> None:
    assert bench.change(TYPE, "running:", "7.4pt", "6.5pt").new_findings() == []


def test_a_swatch_with_more_ink_than_paper_takes(bench: Bench) -> None:
    bench.change(PALETTE, "accent:", "[18, 84, 90, 8]", "[98, 84, 90, 8.5]")
    (told,) = bench.new_findings()
    place = bench.at(PALETTE, "[98, 84")
    assert told.startswith(f"{place}  W417  The swatch 'accent' has 280.5 % of ink; 280 % is the most.")


def test_a_weight_that_the_family_lacks_is_told_with_the_one_that_is_taken(bench: Bench) -> None:
    bench.change(TYPE, "folio:", "weight: 800", "weight: 850")
    (told,) = bench.new_findings()
    assert told.startswith(
        f"{bench.at(TYPE, '850')}  A418  Alegreya Sans has no weight 850, which the style 'folio' asks for: "
    )


def test_many_sizes_and_weights_are_listed(bench: Bench) -> None:
    bench.change(TYPE, "folio:", "size: 8.4pt", "size: 8.75pt")
    assert any("A419" in f and " sizes: 7.4, 8.4, 8.75, 9.5, " in f for f in bench.findings())


# ---------------------------------------------------------------------- what is never used


def test_a_style_that_nothing_is_set_in(bench: Bench) -> None:
    bench.change(TYPE, "small:", "  small:", "  leftover: {based_on: body}\n  small:")
    (told,) = bench.new_findings()
    assert told.startswith(f"{bench.at(TYPE, '{based_on: body}')}  A415  Nothing is set in the style 'leftover'.")


def test_a_style_that_others_are_based_on_is_used(bench: Bench) -> None:
    bench.change(TYPE, "small:", "  small: {", "  ground: {font: sans}\n  small: {based_on: ground, ")
    assert bench.new_findings() == []


def test_a_colour_that_nothing_has(bench: Bench) -> None:
    bench.change(TYPE, "teaser_folio:", "colour: accent", "colour: house")
    (told,) = bench.new_findings()
    place = bench.at(PALETTE, '{srgb: "#b5412a"')
    assert told.startswith(f"{place}  A416  Nothing is in the colour 'accent'.")


# ---------------------------------------------------------------------- the issue of extremes


@pytest.fixture(scope="module")
def extremes() -> Issue:
    issue, report = load(Project(built_in_folder("pipeline/proof")), "proof")
    assert issue is not None, [str(finding) for finding in report]
    assert not len(report)
    return issue


def test_the_proofs_issue_has_the_extremes_that_the_guide_promises(extremes: Issue) -> None:
    articles = list(extremes.articles())
    titles = {len(article.head.title.split()) for article in articles}
    assert {1, 19} <= titles
    assert {0, 1, 6} <= {len(article.photos) for article in articles}
    aspects = {extremes.pictures[p.file].width / extremes.pictures[p.file].height for a in articles for p in a.photos}
    assert {0.5, 1.0, 3.0} <= aspects
    assert max(len(p.caption) for a in articles for p in a.photos) > 400
    assert extremes.manifest.gallery
    assert len(extremes.manifest.gallery.photos) == 9
    assert min(len(section.articles) for section in extremes.sections) == 1
    assert max(len(section.articles) for section in extremes.sections) > 10
    assert "ru" in {article.head.language for article in articles}
    assert extremes.manifest.adverts


# ---------------------------------------------------------------------- what is made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A folder without layouts of its own; photos that were brought down once are kept there."""
    return Project(tmp_path_factory.mktemp("proof"))


@pytest.fixture(scope="module")
def proof_of(project: Project) -> Callable[[str], Proof]:
    """The proof of a layout, which is made once."""
    return cache(partial(make_proof, project))


def with_photos_kept(digest: CommandLine, project: Project) -> CommandLine:
    """The command line where photos that were brought down for another proof need not be again."""
    if (project.root / ".digest").exists():
        shutil.copytree(project.root / ".digest", digest.folder / ".digest")
    return digest


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_layout_of_ours_gives_neither_errors_nor_warnings(proof_of: Callable[[str], Proof], name: str) -> None:
    made = proof_of(name)
    assert [str(f) for f in made.report if f.severity is not Severity.ADVICE] == []
    assert made.document is not None
    assert made.document.name == f"{name}.pdf"


def test_the_sheet_shows_every_page_and_the_pages_follow(proof_of: Callable[[str], Proof]) -> None:
    document = proof_of("pocket").document
    assert document is not None
    with pikepdf.open(BytesIO(document.data)) as pdf:
        shown = [len(page.resources.get("/XObject", {})) for page in pdf.pages]
        titles = [str(item.title) for item in pdf.open_outline().root]
    sheets = len(shown) - len(titles)
    assert document.pages == len(shown)
    assert sum(shown[:sheets]) == len(titles)
    assert shown[sheets:] == [1] * len(titles)
    assert {"full · cover 1", "spare · cover 1"} <= set(titles)
    kinds = {title.split()[2] for title in titles}
    assert kinds == {"cover", "contents", "foreword", "opener", "article", "advert", "gallery", "back"}
    reader = PdfReader(BytesIO(document.data))
    first = reader.pages[sheets + titles.index("spare · cover 1")].extract_text()
    assert "Valley" in first
    assert "After eleven years" not in first


def test_a_layout_that_lets_articles_jump_shows_how_they_do(proof_of: Callable[[str], Proof]) -> None:
    document = proof_of("bulletin").document
    assert document is not None
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(document.data)).pages)
    assert "Continued on page" in text
    assert "Continued from page" in text


def test_the_same_layout_gives_the_same_proof(proof_of: Callable[[str], Proof], tmp_path: Path) -> None:
    first, second = proof_of("pocket").document, make_proof(Project(tmp_path), "pocket").document
    assert first is not None
    assert second is not None
    assert first.data == second.data


# ---------------------------------------------------------------------- the command


def test_the_command_writes_the_sheet_and_says_what_it_found(digest: CommandLine, project: Project) -> None:
    Bench(with_photos_kept(digest, project).folder).change(TYPE, "running:", "7.4pt", "6.2pt")
    done = digest("proof", "mine")
    assert done.code == 0
    assert "W414  The style 'running' is 6.2 pt" in done.out
    assert "dist/proof/mine.pdf" in done.out
    assert (digest.folder / "dist/proof/mine.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_layout_with_an_error_is_shown_all_the_same(digest: CommandLine, project: Project) -> None:
    bench = Bench(with_photos_kept(digest, project).folder)
    bench.change(MASTERS, "- - {at: {columns: [1, 12], rows: [1, 4]}", "[1, 4]", "[1, 1]")
    done = digest("proof", "mine", "--out", "looks", "--json")
    assert done.code == 1
    errors = [f for f in done.data["findings"] if f["severity"] == "error"]
    place = bench.at(MASTERS, '{columns: [1, 12], rows: [1, 1]}, text: "{gallery.title}"')
    assert {(f["code"], f"{f['file']}:{f['line']}:{f['column']}") for f in errors} == {("E501", place)}
    assert done.data["document"]["path"] == "looks/mine.pdf"
    with pikepdf.open(digest.folder / "looks/mine.pdf") as pdf:
        assert len(pdf.pages) == done.data["document"]["pages"]


def test_a_layout_that_there_is_not(digest: CommandLine) -> None:
    done = digest("proof", "voize")
    assert done.code == 1
    assert "E401  There is no layout 'voize'.  Did you mean voice?" in done.err
    assert not (digest.folder / "dist").exists()
