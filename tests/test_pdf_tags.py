"""Tags as they are in the file: which content belongs to which element, and the way back from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pdf import Area, Artifact, DocumentCanvas, PageBoxes, Tag, Traits
from tests.pdf_samples import ABOUT, RED, content_of, document, opened

LAYOUT = Artifact("Layout")


def tagged(*pages: Callable[[DocumentCanvas, Tag], object]) -> bytes:
    """A tagged document with what each of these draws, given the root of its structure."""
    canvas = DocumentCanvas(ABOUT, types={"Aside": "Sect"})
    root = canvas.root
    assert root
    for draw in pages:
        canvas.begin_page(PageBoxes(100, 100))
        draw(canvas, root)
        canvas.end_page()
    return canvas.finish()


def square(canvas: DocumentCanvas, owner: Tag | Artifact, x: float = 0.0) -> None:
    canvas.belongs_to(owner)
    canvas.fill_rect(Area(x, 0, x + 9, 9), RED)


def test_what_is_drawn_for_an_element_is_marked_and_neighbours_of_one_element_are_one_mark() -> None:
    def draw(canvas: DocumentCanvas, root: Tag) -> None:
        first, second = root.add("P"), root.add("H1")
        for owner in (first, first, second, first):
            square(canvas, owner)

    data = tagged(draw)
    marks = [line for line in content_of(data).split("\n") if "BDC" in line or "EMC" in line]
    assert marks == ["/P<</MCID 0>>BDC", "EMC", "/H1<</MCID 1>>BDC", "EMC", "/P<</MCID 2>>BDC", "EMC"]
    with opened(data) as pdf:
        first, second = pdf.Root.StructTreeRoot.K.K
        assert [int(n) for n in first.K] == [0, 2]
        assert int(second.K) == 1


def test_an_artifact_says_of_what_type_it_is_and_belongs_to_no_element() -> None:
    data = tagged(lambda canvas, _: square(canvas, Artifact("Pagination", "Footer")))
    assert "/Artifact<</Type/Pagination/Subtype/Footer>>BDC" in content_of(data)
    with opened(data) as pdf:
        assert "/StructParents" not in pdf.pages[0].obj


def test_an_element_on_two_pages_names_the_page_of_each_of_its_marks() -> None:
    made: list[Tag] = []

    def begin(canvas: DocumentCanvas, root: Tag) -> None:
        made.append(root.add("P"))
        square(canvas, made[0])

    with opened(tagged(begin, lambda canvas, _: square(canvas, made[0]))) as pdf:
        element = pdf.Root.StructTreeRoot.K.K
        own, other = element.K
        assert element.Pg.objgen == pdf.pages[0].obj.objgen
        assert int(own) == 0
        assert (str(other.Type), other.Pg.objgen, int(other.MCID)) == ("/MCR", pdf.pages[1].obj.objgen, 0)


def test_every_mark_and_every_link_leads_back_to_its_element() -> None:
    def draw(canvas: DocumentCanvas, root: Tag) -> None:
        text = root.add("P")
        square(canvas, text)
        link = text.within("Link")
        square(canvas, link, 20)
        canvas.link_uri(Area(20, 0, 29, 9), "https://example.org", "x", link)
        square(canvas, text, 40)

    with opened(tagged(draw)) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = {int(tree.ParentTree.Nums[i]): tree.ParentTree.Nums[i + 1] for i in range(0, 4, 2)}
        paragraph = tree.K.K
        link = paragraph.K[1]
        assert [item.objgen for item in numbers[int(pdf.pages[0].StructParents)]] == [
            paragraph.objgen,
            link.objgen,
            paragraph.objgen,
        ]
        annotation = pdf.pages[0].Annots[0]
        assert numbers[int(annotation.StructParent)].objgen == link.objgen
        assert link.K[1].Obj.objgen == annotation.objgen
        assert int(tree.ParentTreeNextKey) == 2


def test_elements_say_what_is_known_of_them() -> None:
    def draw(canvas: DocumentCanvas, root: Tag) -> None:
        figure = root.add("Figure", Traits(alt="Ein Bild", language="de"))
        figure.box = Area(1, 2, 3, 4)
        figure.add("Caption")
        root.add("TH", Traits(scope="Column"))
        root.add("L", Traits(numbering="Decimal"))
        root.add("Aside", Traits(title="Kästchen"))
        root.add("Note", Traits(identifier="note-1"))
        square(canvas, LAYOUT)

    with opened(tagged(draw)) as pdf:
        root = pdf.Root.StructTreeRoot
        figure, head, listed, aside, note = root.K.K
        assert (str(figure.Alt), str(figure.Lang)) == ("Ein Bild", "de")
        assert [float(n) for n in figure.A.BBox] == [1, 2, 3, 4]
        assert figure.K.S == "/Caption"
        assert (str(head.A.O), str(head.A.Scope)) == ("/Table", "/Column")
        assert (str(listed.A.O), str(listed.A.ListNumbering)) == ("/List", "/Decimal")
        assert str(aside.T) == "Kästchen"
        assert root.RoleMap.Aside == "/Sect"
        assert root.IDTree.Names[1].objgen == note.objgen
        assert all(item.P.objgen == root.K.objgen for item in root.K.K)


def test_a_document_without_types_has_no_tags() -> None:
    def draw(canvas: DocumentCanvas) -> None:
        assert canvas.root is None
        square(canvas, LAYOUT)

    data = document(draw)
    assert "BDC" not in content_of(data)
    with opened(data) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root


@given(owners=st.lists(st.lists(st.integers(-1, 3), max_size=8), min_size=1, max_size=4))
def test_whatever_belongs_to_what_marks_and_elements_agree(owners: list[list[int]]) -> None:
    tags: list[Tag] = []

    def drawing(numbers: list[int]) -> Callable[[DocumentCanvas, Tag], None]:
        def draw(canvas: DocumentCanvas, root: Tag) -> None:
            tags.extend(root.add("P") for _ in range(4 - len(tags)))
            for number in numbers:
                square(canvas, tags[number] if number >= 0 else LAYOUT)

        return draw

    with opened(tagged(*map(drawing, owners))) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = tree.ParentTree.Nums
        back = {int(numbers[i]): list(numbers[i + 1]) for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            marks = list(_marks_on(page))
            assert marks == list(range(len(marks)))
            assert len(back.get(int(page.obj.get("/StructParents", -1)), [])) == len(marks)
        forth = sum(_marks(element) for element in tree.K.K)
        assert forth == sum(len(found) for found in back.values())


def _marks_on(page: pikepdf.Page) -> Iterator[int]:
    for part in pikepdf.parse_content_stream(page):
        if isinstance(part, pikepdf.ContentStreamInstruction) and str(part.operator) == "BDC":
            about = part.operands[1]
            if isinstance(about, pikepdf.Dictionary) and "/MCID" in about:
                yield int(about.MCID)


def _marks(element: pikepdf.Object) -> int:
    kids = element.get("/K")
    return 0 if kids is None else len(kids) if isinstance(kids, pikepdf.Array) else 1


def test_a_tag_cannot_be_marked_before_a_page_is_begun() -> None:
    canvas = DocumentCanvas(ABOUT, types={})
    assert canvas.root
    with pytest.raises(RuntimeError, match="no page"):
        canvas.belongs_to(canvas.root)
