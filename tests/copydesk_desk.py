"""Texts for the copy desk: an issue of a few articles, and what is remarked on it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from pipeline.copydesk import Remark, lint
from tests.issue_desk import FOLDER, MANIFEST, Desk

LONG = (
    "The council met in Astana and spoke about trade.",
    "All members took part in the talks on energy and water.",
    "A second meeting is planned for the end of the year.",
    "Several papers on transport were read and discussed at length.",
    "The chair thanked the guests for a week of good work.",
)
"""Paragraphs without a fault, so that an issue has its customs."""


def remarks_on(
    desk: Desk, *bodies: str, language: str = "en-GB", front: Sequence[str] = (), style: str = ""
) -> tuple[Remark, ...]:
    """What is remarked on an issue of articles with these texts; ``front`` are further lines of front matter of each.

    The text of an article begins on the fourth line of its file, or below its further lines.
    """
    paths = []
    for number, body in enumerate(bodies):
        more = "".join(f"{line}\n" for line in (front[number : number + 1] if front else ()))
        title = f"title: {chr(ord('A') + number)} headline"
        desk.article(f"---\n{title}\n{more}---\n{body}\n", f"a{number}.md")
        paths.append(f"articles/a{number}.md")
    text = MANIFEST.replace("layout: plain", f"layout: plain\nlanguage: {language}")
    desk.manifest(text.replace("[articles/almaty.md]", f"[{', '.join(paths)}]"))
    if style:
        desk.write(f"{FOLDER}/style.yaml", style)
    return lint(desk.project, desk.issue())


def told(remarks: Sequence[Remark], *codes: str) -> list[str]:
    """Findings as an editor reads them, without the issue's folder; those of some codes alone, where any are named."""
    kept = [r.finding for r in remarks if not codes or r.finding.code in codes]
    return [str(finding).removeprefix(f"{FOLDER}/articles/") for finding in kept]


def codes(remarks: Sequence[Remark]) -> set[str]:
    """The codes of what was found."""
    return {remark.finding.code for remark in remarks}


def scene(seed: int, size: tuple[int, int]) -> bytes:
    """A picture of coloured boxes, the same for the same seed in whatever size."""
    random = Random(seed)  # noqa: S311 - it makes test data
    image = Image.new("RGB", size, (200, 190, 180))
    draw = ImageDraw.Draw(image)
    for _ in range(30):
        (x, y), (w, h) = (random.random(), random.random()), (random.random() / 3, random.random() / 3)
        box = [round(part * size[i % 2]) for i, part in enumerate((x, y, x + w, y + h))]
        draw.rectangle(box, fill=tuple(random.randrange(256) for _ in range(3)))
    stream = BytesIO()
    image.save(stream, "jpeg", quality=80)
    return stream.getvalue()
