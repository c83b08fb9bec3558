"""Whether two pictures show the same: in other sizes and qualities yes, and no two others."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.picture import Likeness, likenesses
from pipeline.project import Cache
from tests.copydesk_desk import scene


@dataclass(frozen=True)
class File:
    """A picture in memory."""

    path: str
    data: bytes

    def read_bytes(self) -> bytes:
        return self.data


def mark(data: bytes) -> Likeness | None:
    return likenesses([("x", File("x.jpg", data))])[0]


@pytest.mark.parametrize("size,quality", [((900, 600), 60), ((300, 200), 90), ((1500, 1000), 30)])
def test_a_picture_is_like_itself_in_another_size_and_quality(size: tuple[int, int], quality: int) -> None:
    data = scene(3, (1200, 800))
    stream = BytesIO()
    Image.open(BytesIO(data)).resize(size).save(stream, "jpeg", quality=quality)
    first, second = mark(data), mark(stream.getvalue())
    assert first
    assert second
    assert first.like(second)
    assert second.like(first)


def test_other_pictures_are_not_alike() -> None:
    marks = [mark(scene(seed, (600, 400))) for seed in range(12)]
    pairs = [(a, b) for i, a in enumerate(marks) for b in marks[:i] if a and b]
    assert len(pairs) == 66
    assert not any(a.like(b) for a, b in pairs)


def test_a_picture_without_anything_to_tell_it_by_is_like_no_other() -> None:
    stream = BytesIO()
    Image.new("RGB", (300, 200), (90, 120, 90)).save(stream, "jpeg")
    plain = mark(stream.getvalue())
    assert plain
    assert not plain.like(plain)


def test_what_cannot_be_opened_has_no_mark() -> None:
    assert mark(b"no picture") is None


def test_marks_are_kept_under_their_identity(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    first = likenesses([("one", File("a.jpg", scene(1, (600, 400))))], cache)
    assert likenesses([("one", File("a.jpg", b"gone"))], cache) == first
    assert likenesses([("two", File("a.jpg", b"gone"))], cache) == (None,)
