"""Finished screen PDFs for a validator to judge: ``python -m tests.standards FOLDER``.

The sample in every built-in layout, and issues made at random with every kind of block, languages and photos.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.build import BuildOptions, build
from tests.fullness import in_layout
from tests.generated import Issue
from tests.good_file import ALMATY, MANIFEST, TEHRAN, plain_picture
from tests.issue_desk import NAME, Desk

LAYOUTS = ("voice", "bulletin", "pocket")
GENERATED = 30
FIRST_SEED = 4000


RARE_MANIFEST = f"""{MANIFEST}    photo: {{file: photos/cover.jpg, caption: "A month begins", decorative: true}}
  - title: Further afield
    articles: [articles/paris.md, articles/moscow.md]
adverts:
  - {{file: adverts/bank.png, after: articles/tehran.md, alt: "A bank offers accounts."}}
  - {{file: adverts/shop.png, size: strip, alt: "A shop sells seeds."}}
gallery:
  title: In pictures
  photos:
    - {{file: photos/one.png, caption: "A hall", alt: "Seats in rows"}}
    - {{file: photos/two.jpg, decorative: true}}
fillers:
  - pull: articles/paris.md
"""
PARIS = """\
---
title: The [bon vivant]{lang=fr} of Paris
photos:
  - {file: photos/two.jpg, decorative: true, caption: "An ornament with a caption"}
---
He is a [**bon** vivant[^a] et [gourmand](https://www.example.org/fr)]{lang=fr} who says so[^b] and [так]{lang=ru} too.

::: pull
He is a bon vivant
:::

::: pull
Words that stand nowhere else
:::

- with [un mot]{lang=fr} in a list

  > and a quotation in it

  | with | a table |
  |---|---|
  | in[^a] | |

::: box A [box]{lang=de}
1. a list
   - in a box

   ![Seats in rows](photos/one.png)
:::

##### A heading far down

[^a]: A note with [un lien](https://www.example.org/notes).

    - and a list
[^b]: Another note.
"""
MOSCOW = """\
---
title: Вести из Москвы
language: ru
---
Русский текст с [English words]{lang=en} и сноской[^1].

[^1]: Сноска.
"""


def rare(folder: Path) -> tuple[str, bytes]:
    """An issue with what generated issues do not have: other languages, adverts, what adorns, what is repeated."""
    desk = Desk(folder).manifest(RARE_MANIFEST)
    for name, text in (("almaty", ALMATY), ("tehran", TEHRAN), ("paris", PARIS), ("moscow", MOSCOW)):
        desk.article(text, f"{name}.md")
    for path in ("photos/cover.jpg", "photos/two.jpg", "photos/one.png", "adverts/bank.png", "adverts/shop.png"):
        desk.photo(path, plain_picture(path.rpartition(".")[2].replace("jpg", "jpeg")))
    outcome = build(desk.project, NAME)
    if outcome.document is None:
        message = f"it is refused: {'; '.join(map(str, outcome.report))}"
        raise RuntimeError(message)
    return "rare", outcome.document.data


def samples(folder: Path, issue: str) -> Iterator[tuple[str, bytes]]:
    """The sample in each layout."""
    for layout in LAYOUTS:
        yield f"{issue}-{layout}", in_layout(folder / layout, issue, layout).data


def generated(folder: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """So many generated issues; RuntimeError for one that is refused."""
    (folder / "issues").mkdir(parents=True)
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        name = f"seed-{seed}"
        project = Issue.of(seed).write(folder, name)
        outcome = build(project, name, BuildOptions(photos="original"))
        if outcome.document is None:
            message = f"{name} is refused: {'; '.join(map(str, outcome.report))}"
            raise RuntimeError(message)
        yield name, outcome.document.data


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="an empty folder for the PDFs")
    parser.add_argument("--issue", default="2023-q2")
    parser.add_argument("--generated", type=int, default=GENERATED)
    options = parser.parse_args(arguments)
    work, out = options.folder.resolve() / "work", options.folder.resolve() / "pdf"
    out.mkdir(parents=True)
    made = (*samples(work, options.issue), rare(work / "rare"), *generated(work / "generated", options.generated))
    for name, data in made:
        (out / f"{name}.pdf").write_bytes(data)
    print(f"{len(list(out.iterdir()))} files in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
