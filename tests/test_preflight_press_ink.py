"""Total ink as the judge reckons it, beside what Ghostscript's separations have."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.preflight import PRESS, preflight
from pipeline.preflight.coverage import read_covered
from pipeline.preflight.opened import Opened
from pipeline.preflight.profile import read_profile
from tests.issue_desk import Desk
from tests.mutants import Change
from tests.mutants_press import Wrong, painted, picture, separation, shown
from tests.mutants_printing import blend, dark_photo
from tests.press_desk import FULL_BLEED, HEIGHT, WIDTH, issue_of, photo, press_pdf
from tests.separations import Plates, needs_ghostscript, plates_of

KNOCK, OVER = Dictionary(OP=False, op=False), Dictionary(OP=True, op=True, OPM=1)
FIRST = "1 0.5 0 0 k 60 60 80 80 re f"
SECOND = "0 0 0.5 1 k 80 80 80 80 re f"
STAR = "60 60 m 140 60 l 80 140 l 100 40 l 130 140 l h"


@cache
def cover_without_type() -> bytes:
    """A press PDF with a photo on its cover: type is not counted."""
    with TemporaryDirectory() as folder:
        return press_pdf(issue_of(Desk(Path(folder).resolve()), FULL_BLEED, cover=photo(size=(1600, 2000))))


def states(operators: str, **own: Dictionary) -> Change:
    """Operators that begin by knocking out, with graphics states."""
    return painted(f"/Knock gs {operators}", ExtGState={"Knock": KNOCK, **own})


def grouped() -> Change:
    """A form, clipped by its box, that lets through half of what is below it."""
    state = {"Knock": KNOCK, "Half": Dictionary(ca=0.5)}
    form = Dictionary(Subtype=Name.Form, BBox=[0, 0, 40, 40], Matrix=[2, 0, 0, 2, 60, 60], Resources=Dictionary())
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    drawn = b"1 1 1 1 k 0 0 900 900 re f"
    operators = f"/Knock gs {FIRST} /Half gs /New Do"
    return painted(operators, ExtGState=state, XObject={"New": lambda pdf: pdf.make_stream(drawn, form)})


EXTENDED = blend("DeviceCMYK", [1, 1, 0.5, 0], [0, 0, 0, 0])
EXTENDED.Extend = Array([True, True])
LAID = {
    "knocked out": states(f"{FIRST} {SECOND}"),
    "overprinted": states(f"/Own gs {FIRST} {SECOND}", Own=OVER),
    "half clear": states(f"{FIRST} /Own gs {SECOND}", Own=Dictionary(ca=0.5)),
    "multiplied": states(f"{FIRST} /Own gs 0 0.5 0.5 0 k 80 80 80 80 re f", Own=Dictionary(BM=Name.Multiply)),
    "clipped": states("60 60 40 40 re W n 0.2 0.2 0.2 0.2 k 0 0 300 300 re f 1 1 1 1 k 120 120 40 40 re f"),
    "clipped by a shape": states(f"{STAR} W n {FIRST} {SECOND}"),
    "a hole": states(f"{FIRST} 0.9 0.9 0.9 0 k 60 60 80 80 re 70 70 60 60 re f*"),
    "a broad line": states("1 1 0.2 0 K 20 w 60 60 m 140 140 l S"),
    "a group": grouped(),
    "a picture": shown(picture((200, 100, 100, 100))),
    "a picture on its side": shown(picture((200, 100, 100, 100)), "0 144 -144 0 220 60"),
    "a photo": shown(dark_photo),
    "a spot colour": painted(
        f"/Knock gs {FIRST} /Own gs /New cs 1 scn 80 80 80 80 re f",
        ExtGState={"Knock": KNOCK, "Own": OVER},
        ColorSpace={"New": separation("Second")},
    ),
    "a blend": painted(
        "/Knock gs 1 0 0 1 60 0 cm 0 60 99 60 re W n /New sh",
        ExtGState={"Knock": KNOCK},
        Shading={"New": EXTENDED},
    ),
}


@needs_ghostscript
@pytest.mark.parametrize("name", LAID)
def test_the_most_ink_is_what_ghostscript_separates(name: str, tmp_path: Path) -> None:
    data = Wrong(name, "", "", change=LAID[name]).made_of(cover_without_type())
    with Opened(data, read_profile("ink: {area: 0.1}", "own.yaml")) as file:
        most = read_covered(file)[0].most
        room = -float(file.pages[0].mediabox[0])
    plates = plates_of(data, tmp_path, room=room)
    total = Plates(all=np.sum(list(plates.values()), axis=0))
    total.room = room
    assert most == pytest.approx(100 * total.amount("all", 2, 2, WIDTH - 2, HEIGHT - 2) / 255, abs=3)


@pytest.mark.parametrize("name", LAID)
def test_no_place_has_more_ink_than_what_is_reckoned_from_its_parts(name: str) -> None:
    data = Wrong(name, "", "", change=LAID[name]).made_of(cover_without_type())
    with Opened(data, read_profile("ink: {area: 0.1}", "own.yaml")) as file:
        covered = read_covered(file)[0]
        assert covered.most <= covered.bound + 0.5


WHITE, TINT = "0 0 0 0 k -30 -30 500 600 re f", "0 1 0 0 k -30 -30 500 600 re f"
BEHIND = {
    "a photo": ("", False),
    "an area": (TINT, False),
    "white": (WHITE, True),
    "an area on white": (f"{WHITE} {TINT}", False),
    "white on an area": (f"{TINT} {WHITE}", True),
    "white on another side of an area": (f"{TINT} 0 0 0 0 k 300 -30 90 600 re f", False),
    "white on a part of an area": (f"{TINT} 0 0 0 0 k -30 50 30 10 re f", True),
    "an area that is no rectangle": (f"{WHITE} 0 1 0 0 k -30 -30 m 400 -30 l 390 500 l -30 500 l f", False),
    "an area that does not reach so far": (f"{WHITE} 0 1 0 0 k -30 -30 500 80 re f", True),
    "an area that is clipped": (f"{WHITE} q 0 0 300 300 re W n {TINT} Q", True),
    "white that lets half through": (f"{TINT} /Half gs {WHITE}", False),
    "a picture in white on an area": (f"{TINT} q 500 0 0 600 -30 -30 cm /Bare Do Q", True),
}


@pytest.mark.parametrize("name", BEHIND)
def test_what_touches_the_trim_may_end_there_where_ink_lies_behind_it(name: str) -> None:
    behind, told = BEHIND[name]
    states = {"Knock": KNOCK, "Half": Dictionary(ca=0.5)}
    bare = picture((0, 0, 0, 0), (8, 8))
    drawn = f"/Knock gs {behind} 1 0.5 0 0 k 0 40 30 30 re f"
    change = painted(drawn, ExtGState=states, XObject={"Bare": bare})
    verdict = preflight(Wrong(name, "", "", change=change).made_of(cover_without_type()), ("press",))
    assert ("bleed-content" in {result.check for result in verdict.failures}) == told


class Store(dict[str, bytes]):
    """What was found, by key."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def test_what_was_found_in_a_picture_is_kept_by_its_bytes() -> None:
    store, data = Store(), cover_without_type()
    first = preflight(data, PRESS, kept=store)
    (key,) = store
    assert sha256(photo_of(data)).hexdigest() in key
    store[key] = b"0 1020"
    assert {result.check for result in preflight(data, PRESS, kept=store).failures} == set(), "the plates are laid out"
    store[key] = b"of another program"
    assert preflight(data, PRESS, kept=store) == first
    assert store[key] != b"of another program"


def photo_of(data: bytes) -> bytes:
    """The bytes of the one photo of a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        (found,) = (
            item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Filter") == "/DCTDecode"
        )
        return found.read_raw_bytes()
