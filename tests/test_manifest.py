"""The manifest: what may be left out, what is refused, and what follows from the quarter."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.article import FrontMatter
from pipeline.manifest import (
    Advert,
    Cover,
    Foreword,
    Gallery,
    Manifest,
    Masthead,
    Pages,
    Publication,
    Quarter,
    Section,
    Signature,
)
from pipeline.photo import Photo
from pipeline.record import read_record
from pipeline.yamlfile import Mapping, Scalar, parse

LEAST = "publication: {title: Q}\nissue: 2023-Q2\nsections:\n  - {month: 2023-04, articles: [a.md]}\n"


def read(text: str) -> Manifest:
    manifest, findings = read_record(Manifest, parse(text, "issue.yaml"))
    assert manifest, [str(finding) for finding in findings]
    return manifest


def complaints(text: str) -> list[str]:
    _, findings = read_record(Manifest, parse(text, "issue.yaml"))
    return [str(finding).removeprefix("issue.yaml:") for finding in findings]


def test_all_but_title_quarter_and_one_article_has_a_default() -> None:
    manifest = read(LEAST)
    assert manifest.date == date(2023, 7, 1)
    assert (manifest.language, manifest.layout, manifest.pages.multiple_of) == ("en-GB", "voice", 4)
    assert (manifest.cover, manifest.foreword, manifest.gallery, manifest.adverts) == (None, None, None, ())
    assert manifest.sections[0].month == date(2023, 4, 1)


def test_an_empty_manifest_names_what_is_needed() -> None:
    assert complaints("layout: x\n") == [
        "1:1  E122  publication is missing.  Add a line: publication: …",
        "1:1  E122  issue is missing.  Add a line: issue: …",
        "1:1  E122  sections is missing.  Add a line: sections: …",
    ]


@pytest.mark.parametrize(
    "old,new,complaint",
    [
        ("2023-Q2", "2023-Q5", "2:8  E123  issue: a year and a quarter are wanted, as in 2023-Q2, not '2023-Q5'."),
        ("2023-04", "April", "4:13  E123  sections 1, month: a month is wanted, as in 2023-04, not 'April'."),
        ("2023-04", "2023-13", "4:13  E123  sections 1, month: a month is wanted, as in 2023-04, not '2023-13'."),
        ("[a.md]", "[]", "4:32  E123  sections 1, articles wants at least one entry."),
        (
            "[a.md]",
            "a.md",
            "4:32  E123  sections 1, articles wants a list (lines that begin with a dash, or [a, b]), not 'a.md'.",
        ),
        ("month: 2023-04, ", "", "4:5  E123  sections 1: a section needs month: 2023-04, or title: a heading."),
        ("month", "moth", "4:6  E121  'moth' is not a known key in sections 1.  Did you mean month?"),
        ("title: Q", "title: ''", "1:22  E123  publication, title wants a text that is not empty, not ''."),
        ("issue:", "language: English\nissue:",
         "2:11  E123  language: a language is wanted, as in en-GB, ru or kk-KZ, not 'English'."),
        ("issue:", "pages: {at_most: lots}\nissue:", "2:18  E123  pages, at_most wants a whole number, not 'lots'."),
        ("issue:", "cover:\n  focus: [0.5]\nissue:",
         "3:10  E123  cover, focus: two numbers from 0 to 1 are wanted, across and down, as in [0.5, 0.35]."),
        ("issue:", "gallery: {photos: [{caption: x}]}\nissue:",
         "2:20  E122  gallery, photos 1, file is missing.  Add a line: file: …"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(old: str, new: str, complaint: str) -> None:
    assert complaint in complaints(LEAST.replace(old, new, 1))


def test_a_wrong_quarter_does_not_bring_complaints_about_the_date() -> None:
    assert len(complaints(LEAST.replace("Q2", "Q9"))) == 1


@pytest.mark.parametrize("number,months", [(1, (1, 2, 3)), (2, (4, 5, 6)), (3, (7, 8, 9)), (4, (10, 11, 12))])
def test_months_follow_from_the_quarter(number: int, months: tuple[int, ...]) -> None:
    quarter = Quarter.parse(f"2023-q{number}")
    assert tuple(day.month for day in quarter.months) == months
    assert str(quarter) == f"2023-Q{number}"
    assert quarter.day_after == (date(2024, 1, 1) if number == 4 else date(2023, months[-1] + 1, 1))


GUIDE = Path(__file__).parent.parent / "issues" / "README.md"


def examples(language: str) -> list[str]:
    """The guide's examples in one language."""
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_manifests_of_the_editors_guide_are_good() -> None:
    least, whole, *_ = examples("yaml")
    assert read(least).sections[0].articles == ("articles/harvest.md",)
    assert set(Manifest.model_fields) <= {str(key.text) for key, _ in entries(whole)}


def entries(text: str) -> tuple[tuple[Scalar, object], ...]:
    """The keys of a manifest that was found good."""
    read(text)
    root = parse(text, "issue.yaml")
    assert isinstance(root, Mapping)
    return root.entries


def test_the_article_of_the_editors_guide_is_good() -> None:
    front = examples("markdown")[0].split("---\n")[1]
    head, findings = read_record(FrontMatter, parse(front, "a.md"))
    assert findings == ()
    assert head is not None
    assert head.photos[0].focus == (0.4, 0.3)


def test_every_key_is_in_the_editors_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    records = (Manifest, Publication, Pages, Cover, Masthead, Foreword, Signature, Section, Advert, Gallery, Photo)
    keys = {key for record in (*records, FrontMatter) for key in record.model_fields}
    assert {key for key in keys if f"`{key}`" not in guide and f"{key}:" not in guide} == set()
