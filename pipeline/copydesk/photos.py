"""Photos that are used twice under two names: by what they show, so also when one was scaled or saved again."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.copydesk.values import Copy, Remark
from pipeline.diagnostic import Finding
from pipeline.issue.check import photo_uses
from pipeline.picture import likenesses
from pipeline.project import Cache

SAME_SHAPE = 0.02


def photos_twice(copy: Copy, cache: Cache) -> Iterator[Remark]:
    """A274 at the later of two uses. What A237 says of one file named twice is not said again."""
    issue = copy.issue
    uses = {path: span for path, span in reversed([*photo_uses(issue)]) if path in issue.pictures}
    paths = [path for path, _ in photo_uses(issue) if path in uses]
    paths = list(dict.fromkeys(paths))
    shapes = {path: issue.pictures[path].aspect for path in paths}
    paths = [path for path in paths if any(_same(shapes[path], shapes[other]) for other in paths if other != path)]
    marks = likenesses([(issue.files[path].fingerprint(), issue.files[path]) for path in paths], cache)
    for index, path in enumerate(paths):
        mark = marks[index]
        for other, earlier in zip(paths[:index], marks[:index], strict=True):
            if mark and earlier and _same(shapes[path], shapes[other]) and mark.like(earlier):
                message = f"{path} shows the same picture as {other}, which is used at {uses[other]}."
                yield Remark(Finding("A274", message, uses[path], "Name another photo in one of the places."))
                break


def _same(shape: float, other: float) -> bool:
    return abs(shape - other) <= SAME_SHAPE * max(shape, other)
