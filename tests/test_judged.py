"""The judge of generated issues finds each fault that it is there for: a sound issue with one thing put wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pytest

from pipeline.layout import Layout
from pipeline.page import Makeup, TextItem
from tests.generated import Issue
from tests.judged import verdict
from tests.periodicals import periodical
from tests.printed import Printed, Type, printed
from tests.specimen import finished

SEED = 4  # a small one


@dataclass(frozen=True)
class Proof:
    """An issue as it was written, made up and printed."""

    written: Issue
    makeup: Makeup
    layout: Layout
    leaves: tuple[Printed, ...]

    def faults(self, kind: str) -> list[str]:
        return verdict(self.written, self.makeup, self.layout, self.leaves)[1][kind]

    @property
    def inner(self) -> int:
        """The place of a page of an article with a photo."""
        pages = enumerate(zip(self.makeup.pages, self.leaves, strict=True))
        return next(i for i, (page, leaf) in pages if page.kind == "article" and leaf.pictures)

    def reprinted(self, leaf: Printed) -> Proof:
        """With that page printed otherwise."""
        return replace(self, leaves=(*self.leaves[: self.inner], leaf, *self.leaves[self.inner + 1 :]))

    def moved(self, choose: Callable[[Type], bool], dx: float, dy: float) -> Proof:
        """With one piece of that page's type elsewhere."""
        leaf = self.leaves[self.inner]
        index = next(i for i, piece in enumerate(leaf.type) if choose(piece))
        piece = leaf.type[index]
        piece = replace(piece, x=piece.x + dx, y=piece.y + dy, box=piece.box.moved(dx, dy))
        return self.reprinted(replace(leaf, type=(*leaf.type[:index], piece, *leaf.type[index + 1 :])))


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    written = periodical(SEED)
    specimen = finished(written.write(tmp_path_factory.mktemp("judged")))
    document = pdfium.PdfDocument(specimen.data)
    leaves = printed(document)
    document.close()
    return Proof(written, specimen.makeup, specimen.layout, leaves)


def body(proof: Proof) -> Callable[[Type], bool]:
    """Whether a piece is a whole line of running text."""
    size = proof.layout.styles["body"].size
    return lambda piece: abs(piece.size - size) < 0.01 and piece.box.width > 150


def test_a_sound_issue_has_no_faults(proof: Proof) -> None:
    assert [proof.faults(kind) for kind in ("lost", "torn", "overlaps", "outside", "off the grid")] == [[]] * 5


def test_a_word_that_is_not_printed_is_found(proof: Proof) -> None:
    article = proof.written.articles[-1]
    more = replace(article, body=(*article.body[:-1], f"{article.body[-1]} forgotten"))
    (fault,) = replace(proof, written=replace(proof.written, articles=(*proof.written.articles[:-1], more))).faults(
        "lost"
    )
    assert fault.startswith(f"{article.path}: ")
    assert fault.endswith("forgotten")


def test_a_photo_that_is_not_printed_or_elsewhere_is_found(proof: Proof) -> None:
    leaf = proof.leaves[proof.inner]
    for pictures in ((), tuple(picture.moved(0, 6) for picture in leaf.pictures)):
        changed = proof.reprinted(replace(leaf, pictures=pictures))
        assert len([fault for fault in changed.faults("lost") if "is not seen" in fault]) == len(leaf.pictures)


def test_a_photo_that_is_on_no_page_is_found(proof: Proof) -> None:
    more = replace(proof.written, photos=(*proof.written.photos, ("photos/more.jpg", "wide")))
    assert replace(proof, written=more).faults("lost") == ["photos/more.jpg is on no page"]


def test_a_line_off_the_grid_is_found(proof: Proof) -> None:
    (fault,) = proof.moved(body(proof), 0, 1).faults("off the grid")
    assert "stands at" in fault


def test_a_line_that_leaves_its_column_is_found(proof: Proof) -> None:
    assert len(proof.moved(body(proof), 40, 0).faults("outside")) == 1


def test_a_line_that_leaves_the_sheet_is_found(proof: Proof) -> None:
    assert "leaves the trim" in proof.moved(body(proof), 600, 0).faults("outside")[0]


def test_a_line_on_another_or_on_a_photo_is_found(proof: Proof) -> None:
    assert proof.moved(body(proof), 0, 12.75).faults("overlaps") or proof.moved(body(proof), 0, 2 * 12.75).faults(
        "overlaps"
    )
    picture = proof.leaves[proof.inner].pictures[0]
    piece = next(p for p in proof.leaves[proof.inner].type if body(proof)(p))
    dx, dy = picture.left + 5 - piece.x, picture.top + 20 - piece.y
    assert any("on a picture" in fault for fault in proof.moved(body(proof), dx, dy).faults("overlaps"))


def test_a_line_of_a_paragraph_alone_in_a_column_is_found(proof: Proof) -> None:
    index = proof.inner
    page = proof.makeup.pages[index]
    size = proof.layout.styles["body"].size
    lines = [i for i in page.items if isinstance(i, TextItem) and i.role == "P" and i.line.segments[0].size == size]
    last = next(a for a, b, c in zip(lines, lines[1:], lines[2:], strict=False) if a.block == b.block != c.block)
    torn = next(i for i in lines if i.block == last.block and i.y > last.y)
    items = tuple(i.moved(0, -300) if i is torn else i for i in page.items)
    pages = (*proof.makeup.pages[:index], replace(page, items=items), *proof.makeup.pages[index + 1 :])
    assert any("a line alone" in f for f in replace(proof, makeup=replace(proof.makeup, pages=pages)).faults("torn"))
