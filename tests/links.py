"""The links of a finished PDF, read back with pikepdf: where each is, where it leads, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Linked:
    """A link: the page it is on (from 0), the address or page it leads to, and what it says of itself."""

    page: int
    address: str
    target: int | None
    says: str


def links_of(pdf: pikepdf.Pdf) -> Iterator[Linked]:
    """Every link, page by page."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    names = _destinations(pdf)
    for number, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", []):
            assert annotation.Subtype == "/Link"
            says = str(annotation.get("/Contents", ""))
            action: Any = annotation.get("/A", {})
            if action.get("/S") == "/URI":
                yield Linked(number, str(action.URI), None, says)
                continue
            dest: Any = annotation.get("/Dest", action.get("/D"))
            place: Any = names[str(dest)] if isinstance(dest, pikepdf.String | pikepdf.Name) else dest
            yield Linked(number, "", numbers[place[0].objgen], says)


def _destinations(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Named destinations, of the old kind and the new."""
    found = {str(name): dest.get("/D", dest) if isinstance(dest, pikepdf.Dictionary) else dest
             for name, dest in pdf.Root.get("/Dests", {}).items()}  # fmt: skip
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        for name, dest in pikepdf.NameTree(pdf.Root.Names.Dests).items():
            found[str(name)] = dest.get("/D", dest) if isinstance(dest, pikepdf.Dictionary) else dest
    return found
