"""The descriptions of pictures: that each has one, and that it is one.

A picture without words is an error, because a screen edition claims that everybody can read it. What a description
should not be is advice: its caption once more, the name of a file, a story. Words are those of WCAG 2.1 (1.1.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from pipeline import limits
from pipeline.diagnostic import Finding, Span
from pipeline.issue.texts import manifest_photos
from pipeline.issue.values import Issue
from pipeline.manifest import Advert, Cover, HouseAdvert
from pipeline.photo import Photo

_WORD = re.compile(r"\w+")
# How much of a description in a row may be the caption's, and how much longer it is to be where it has all of it.
_WHOLE, _MOST = 0.9, 0.7
_ENDING = re.compile(r"\S*\.(jpe?g|png|gif|tiff?|webp|heic|bmp|pdf)", re.IGNORECASE)
_CAMERAS = re.compile(
    r"(img|dscf?n?|pxl|mvi|gopr|image|photo|picture|pic|foto|bild|scan|screenshot|untitled)[ _-]*\(?\d*\)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\S*(_|\d{4})\S*")


@dataclass(frozen=True, slots=True)
class _Described:
    """A picture and what is said of it; ``what`` is what its description should say."""

    record: Photo | Cover | Advert | HouseAdvert
    file: str
    span: Span | None
    caption: str = ""
    decorative: bool = False
    what: str = "what the picture shows"

    @property
    def at(self) -> Span | None:
        """Where the description stands."""
        return self.record.span("alt") or self.span


def description_rules(issue: Issue) -> Iterator[Finding]:
    """E231, W251, A252, A253 and A254 of every picture that the issue names."""
    for picture in _pictures(issue):
        alt = picture.record.alt.strip()
        if not alt and not picture.decorative:
            hint = f'Add alt: "{picture.what}".'
            yield Finding("E231", f"{picture.file} has no description.", picture.span, hint)
        elif alt and picture.decorative:
            message = f"{picture.file} is decorative, and yet it has a description, which nobody will hear."
            yield Finding("W251", message, picture.at, "Delete decorative: true, or else the description.")
        elif alt:
            yield from _advice(picture, alt)


def _advice(picture: _Described, alt: str) -> Iterator[Finding]:
    if picture.caption and _repeats(alt, picture.caption):
        message = f"The description of {picture.file} repeats its caption, so that the same is heard twice."
        yield Finding("A252", message, picture.at, "Say what is to be seen: who stands where, and what they do.")
    if _is_file_name(alt, picture.file):
        message = f"“{alt}” is the name of a file and no description."
        yield Finding("A253", message, picture.at, f'Write alt: "{picture.what}".')
    if len(alt) > limits.DESCRIPTION_CHARACTERS:
        message = f"The description of {picture.file} has {len(alt)} characters; it is heard in one go."
        hint = f"Bring it to {limits.DESCRIPTION_CHARACTERS} or fewer; what is more belongs in the caption or the text."
        yield Finding("A254", message, picture.at, hint)


def _repeats(alt: str, caption: str) -> bool:
    said, below = _WORD.findall(alt.casefold()), _WORD.findall(caption.casefold())
    if len(set(said) & set(below)) < _MOST * min(len(set(said)), len(set(below))):
        return False
    shared = SequenceMatcher(None, said, below, autojunk=False).find_longest_match().size
    is_in_caption = shared >= _WHOLE * len(said)
    has_caption = shared >= _WHOLE * len(below) and len(below) >= _MOST * len(said)
    return is_in_caption or has_caption


def _is_file_name(alt: str, file: str) -> bool:
    path = PurePosixPath(file)
    return alt in {path.name, path.stem, file} or any(
        pattern.fullmatch(alt) for pattern in (_ENDING, _CAMERAS, _NUMBERED)
    )


def _pictures(issue: Issue) -> Iterator[_Described]:
    for artwork in issue.manifest.artwork:
        yield _Described(artwork, artwork.file, artwork.span("file"), what="what the advert says")
    cover = issue.manifest.cover
    if cover and cover.photo:
        yield _Described(cover, cover.photo, cover.span("photo"), cover.caption)
    articles = {article.path: article for article in issue.articles()}.values()
    for photo in (*manifest_photos(issue), *(photo for article in articles for photo in article.photos)):
        yield _Described(photo, photo.file, photo.span("file"), photo.caption, photo.decorative)
