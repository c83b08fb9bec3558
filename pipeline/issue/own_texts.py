"""Texts that are in the picture files themselves, taken where the manifest and the articles say nothing.

What an editor wrote always stands. A caption is taken for photos that are printed with one: those of articles, of the
gallery and fillers. Pictures are opened for it only where something is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.article import Article
from pipeline.diagnostic import Fault, Finding
from pipeline.issue.values import IssueSection
from pipeline.manifest import Cover, Manifest
from pipeline.photo import Photo
from pipeline.picture import Embedded, embedded
from pipeline.project import ProjectFile

R = TypeVar("R", Photo, Cover)

WORDS = {"caption": "caption", "credit": "credit", "alt": "description"}


class OwnTexts:
    """Completes photos. ``files`` are those of pictures that could be read; ``findings`` tell what was taken (A285)."""

    def __init__(self, files: Mapping[str, ProjectFile], findings: list[Finding]) -> None:
        self.files = files
        self.findings = findings
        self._known: dict[tuple[str, str], Embedded] = {}

    def manifest(self, manifest: Manifest) -> Manifest:
        """The manifest with its pictures completed."""
        language = manifest.language
        update: dict[str, object] = {}
        cover, foreword, gallery = manifest.cover, manifest.foreword, manifest.gallery
        if cover and cover.photo:
            update["cover"] = self._completed(cover, "photo", ("credit", "alt"), language)
        if foreword and foreword.portrait:
            portrait = self._photo(foreword.portrait, language, with_caption=False)
            update["foreword"] = foreword.model_copy(update={"portrait": portrait})
        if gallery:
            photos = tuple(self._photo(photo, language) for photo in gallery.photos)
            update["gallery"] = gallery.model_copy(update={"photos": photos})
        update["sections"] = tuple(
            section.model_copy(update={"photo": self._photo(section.photo, language, with_caption=False)})
            if section.photo
            else section
            for section in manifest.sections
        )
        update["fillers"] = tuple(
            filler.model_copy(update={"photo": self._photo(filler.photo, language)}) if filler.photo else filler
            for filler in manifest.fillers
        )
        return manifest.model_copy(update=update)

    def article(self, article: Article, language: str) -> Article:
        """The article with its photos completed; ``language`` is the issue's."""
        own = article.head.language or language
        photos = tuple(self._photo(photo, own) for photo in article.photos)
        return replace(article, photos=photos) if photos != article.photos else article

    def sections(self, sections: Sequence[IssueSection], manifest: Manifest) -> tuple[IssueSection, ...]:
        """The sections with their articles completed; ``manifest`` is complete already."""
        return tuple(
            IssueSection(record, tuple(self.article(a, manifest.language) for a in section.articles), section.span)
            for record, section in zip(manifest.sections, sections, strict=True)
        )

    def _photo(self, photo: Photo, language: str, *, with_caption: bool = True) -> Photo:
        keys = ["caption"] if with_caption and not photo.decorative else []
        keys += ["credit"] if photo.decorative else ["credit", "alt"]
        return self._completed(photo, "file", keys, language)

    def _completed(self, record: R, name: str, keys: Sequence[str], language: str) -> R:
        """The record with texts of the picture that it has under ``name``."""
        path = getattr(record, name)
        missing = [key for key in keys if not getattr(record, key)]
        if not missing or path not in self.files:
            return record
        texts = self._texts(path, language)
        taken = {key: text for key in missing if (text := getattr(texts, key))}
        span = record.span(name)
        if taken:
            words = [WORDS[key] for key in taken]
            named = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
            said = " ".join(f"“{text}”" for text in taken.values())
            hint = f"Read it; to say something else, add {', '.join(f'{key}: …' for key in taken)}"
            self.findings.append(Finding("A285", f"The {named} of {path} came with the file: {said}", span, hint))
        if texts.refused:
            message = f"Texts that came with {path} {texts.refused}; they are not read."
            self.findings.append(Finding("A286", message, span, "Write caption, credit and alt by hand."))
        return record.model_copy(update=taken) if taken else record

    def _texts(self, path: str, language: str) -> Embedded:
        key = (path, language)
        if key not in self._known:
            try:
                self._known[key] = embedded(self.files[path].read_bytes(), language)
            except Fault:  # it was told when the picture was looked at
                self._known[key] = Embedded()
        return self._known[key]
