"""Plans what an import writes: the article, its pictures, the source, and lines of the manifest and the register.

Nothing is written here. A source that was imported before gives a plan that changes its article, or is refused; two
articles never come of one. What a plan writes lies in the issue's folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline import yamlfile
from pipeline.article import read_article
from pipeline.diagnostic import Fault, Finding, Span
from pipeline.importers.listing import with_article
from pipeline.importers.naming import plain_name, slug
from pipeline.importers.pictures import ending_of
from pipeline.importers.register import FOLDER, NAME, Entry, hash_of, read_register, written_register
from pipeline.importers.runs import words_in, words_of
from pipeline.importers.tongue import language_of
from pipeline.importers.values import Found, Release, Source
from pipeline.importers.writing import markdown_of
from pipeline.lineends import as_written
from pipeline.manifest import Manifest
from pipeline.project import Project
from pipeline.record import read_record

MANIFEST = "issue.yaml"
_RUN = 4
_ALIKE, _SAME = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of all sources of a run: month, day, and whether edited articles are written over."""

    month: date | None = None
    day: date | None = None
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What one import writes. ``files`` are paths in the issue's folder with their bytes, the manifest last.

    ``before`` is the article's text that is there, or nothing.
    """

    source: Source
    release: Release
    article: str
    text: str
    before: str
    files: tuple[tuple[str, bytes], ...]
    entry: Entry
    manifest: str
    findings: tuple[Finding, ...]

    @property
    def words(self) -> int:
        """The words of the text."""
        return sum(words_of(words_in(block)) for block in self.release.blocks)


@dataclass(slots=True)
class IntakeDesk:
    """An issue into which releases are taken, one after another. ``text`` is the manifest's, ``data`` its bytes."""

    project: Project
    issue: str
    manifest: Manifest
    text: str
    entries: list[Entry]
    dates: dict[str, date | None] = field(default_factory=dict)
    data: bytes = b""

    @classmethod
    def at(cls, project: Project, issue: str) -> IntakeDesk:
        """The desk of an issue; Fault when its manifest or its register cannot be read."""
        folder = f"issues/{issue}"
        file = project.file(MANIFEST, folder)
        text = file.read_text()
        manifest, findings = read_record(Manifest, yamlfile.parse(text, file.path), "The manifest")
        if manifest is None or findings:
            raise Fault(*findings)
        desk = cls(project, issue, manifest, text, list(read_register(project, folder)), data=file.read_bytes())
        for path in (path for section in manifest.sections for path in section.articles):
            desk.dates[path] = desk._day_of(path)
        return desk

    @property
    def folder(self) -> str:
        """The issue's folder in the project."""
        return f"issues/{self.issue}"

    def plan(self, source: Source, release: Release, wishes: Wishes) -> Plan:
        """What taking in a release would write; Fault A819 and E808 to E814 where nothing may be."""
        release = replace(release, date=wishes.day or release.date)
        day, month = self._month(source, release, wishes)
        kept = self._known(source, release, wishes)
        article = kept.article if kept else self._free_article(f"{day.isoformat()}-{slug(release.headline)}")
        photos, pictures = self._photos(release, article, kept)
        language = language_of(release, self.manifest.language)
        text = markdown_of(release, photos, language)
        before = self._text(article) if self._is_there(article) else ""
        own = self._kept_source(source, kept)
        entry = Entry(
            source=own,
            given=source.name,
            sha256=hash_of(source.data),
            article=article,
            written=hash_of(text),
            photos=tuple(path for path, _ in photos),
        )
        listed = with_article(self.text, f"{self.folder}/{MANIFEST}", article, month, {**self.dates, article: day})
        entries = [e for e in self.entries if e.article != article]
        files = [
            (f"{FOLDER}/{own}", source.data),
            *((f"{FOLDER}/{plain_name(own)}-{plain_name(name)}", data) for name, data in self._extras(release)),
            (f"{FOLDER}/{own}.log.txt", log_of(release).encode()),
            *pictures,
            (article, text.encode()),
            (f"{FOLDER}/{NAME}", written_register([*entries, entry]).encode()),
            *(((MANIFEST, as_written(self.data, listed.text)),) if listed.text != self.text else ()),
        ]
        findings = [*release.findings, *self._notices(release, article, text, photos)]
        if listed.new_month:
            hint = "Add a photo: for its opener if the layout has one."
            findings.append(
                Finding("A821", f"The issue got a section for {month:%Y-%m}.", Span(f"{self.folder}/{MANIFEST}"), hint)
            )
        return Plan(source, release, article, text, before, tuple(files), entry, listed.text, tuple(findings))

    def taken(self, plan: Plan) -> None:
        """Goes on from what a plan has written."""
        self.text, self.data = plan.manifest, dict(plan.files).get(MANIFEST, self.data)
        self.entries = [*(e for e in self.entries if e.article != plan.article), plan.entry]
        self.dates[plan.article] = plan.release.date

    def _month(self, source: Source, release: Release, wishes: Wishes) -> tuple[date, date]:
        if release.date is None:
            hint = "Say when it was: --date 2023-04-05"
            raise Fault(Finding("E808", f"No date was found in {source.name}.", source.span, hint))
        month = wishes.month or release.date.replace(day=1)
        months = self.manifest.issue.months
        if month not in months:
            names = ", ".join(f"{m:%Y-%m}" for m in months)
            goes, of = f"--month {months[-1]:%Y-%m}", self.manifest.issue
            if wishes.month:
                message = f"--month {month:%Y-%m} is none of the months of {of}, which are {names}."
                hint = f"Say under which of them {source.name} goes: {goes}"
            else:
                message = f"{source.name} is of {release.date.isoformat()}, and the months of {of} are {names}."
                hint = f"Import it into the issue of its quarter, or say under which month it goes: {goes}"
            raise Fault(Finding("E809", message, source.span, hint))
        return release.date, month

    def _known(self, source: Source, release: Release, wishes: Wishes) -> Entry | None:
        """The import of the same source or text, whose article is made afresh; Fault A819, E810 where it may not be."""
        digest = hash_of(source.data)
        same = next((e for e in self.entries if e.sha256 == digest and self._is_there(e.article)), None)
        renewed = next(
            (
                e
                for e in self.entries
                if e.given == source.name and self._is_there(e.article) and self._is_like(e.article, release)
            ),
            None,
        )
        found = same or renewed
        if found is None:
            return self._twin(source, release, wishes)
        edited = hash_of(self._text(found.article)) != found.written
        if same and not wishes.replace:
            raise Fault(
                Finding(
                    "A819",
                    f"{source.name} was imported before: {found.article}.",
                    source.span,
                    "To make the article afresh, add --replace.",
                )
            )
        if edited and not wishes.replace:
            span = Span(f"{self.folder}/{found.article}")
            message = f"{found.article} was edited since it was imported from {found.given}."
            raise Fault(Finding("E810", message, span, "To write over it, add --replace."))
        return found

    def _twin(self, source: Source, release: Release, wishes: Wishes) -> Entry | None:
        """An article with the same text that came from another source, or was written by hand."""
        names = self.project.listing(f"{self.folder}/articles", ".md")
        for path in (f"articles/{name}" for name in names):
            if self._is_like(path, release, _SAME):
                entry = next((e for e in self.entries if e.article == path), None)
                if wishes.replace and entry:
                    return entry
                hint = (
                    "To take this text in its place, add --replace."
                    if entry
                    else "Delete or rename that article if this one is to come in its place."
                )
                raise Fault(Finding("A819", f"The text of {source.name} is in the issue: {path}.", source.span, hint))
        return None

    def _is_like(self, path: str, release: Release, share: float = _ALIKE) -> bool:
        """Whether an article has that share of the shorter one's runs of words in common with a release."""
        own = _runs(" ".join(words_in(block) for block in release.blocks))
        other = _runs(_body(self._text(path)))
        return len(own & other) >= share * max(min(len(own), len(other)), 1)

    def _free_article(self, stem: str) -> str:
        names = (f"articles/{stem}{f'-{n}' if n > 1 else ''}.md" for n in range(1, 1000))
        return next(name for name in names if not self._is_there(name) and name not in self.dates)

    def _kept_source(self, source: Source, kept: Entry | None) -> str:
        """The name under which a source lies in ``intake/``: its own, unless another source has that."""
        if kept and kept.given == source.name:
            return kept.source
        name = plain_name(source.name)
        used = {e.source for e in self.entries if e is not kept}
        stem, dot, ending = name.rpartition(".")
        names = (name if n == 1 else f"{stem}-{n}{dot}{ending}" for n in range(1, 1000))
        return next(n for n in names if n not in used)

    def _extras(self, release: Release) -> list[tuple[str, bytes]]:
        return [*release.leftover, *((attached.name, attached.data) for attached in release.attached)]

    def _photos(
        self, release: Release, article: str, kept: Entry | None
    ) -> tuple[list[tuple[str, Found]], list[tuple[str, bytes]]]:
        """The pictures with their paths, and those of them that must be written."""
        stem = article.removeprefix("articles/").removesuffix(".md")[len("2023-04-05-") :]
        ours = set(kept.photos) if kept else set()
        placed: list[tuple[str, Found]] = []
        for found in release.pictures:
            ending = ending_of(found.data)[0]
            number = len(placed) + 1
            while not self._may_hold(path := f"photos/{stem}-{number}.{ending}", found.data, ours) or path in dict(
                placed
            ):
                number += 1
            placed.append((path, found))
        return placed, [(path, found.data) for path, found in placed]

    def _may_hold(self, path: str, data: bytes, ours: set[str]) -> bool:
        """Whether a picture may be written there: nothing is, or the same, or what this import wrote before."""
        name = path.removeprefix("photos/")
        if name.lower() not in {other.lower() for other in self.project.listing(f"{self.folder}/photos", "")}:
            return True
        if path in ours:
            return True
        try:
            return self.project.file(path, self.folder, None, len(data) + 1).read_bytes() == data
        except Fault:
            return False

    def _notices(self, release: Release, article: str, text: str, photos: list[tuple[str, Found]]) -> list[Finding]:
        where = f"{self.folder}/{article}"
        lines = text.split("\n")
        made = []
        if release.proposed:
            message = f"The headline was a sentence; this shorter one is proposed: {release.headline}"
            made.append(
                Finding("A815", message, Span(where, 3, 8), "Write a better title, and delete the line above it.")
            )
        for path, found in photos:
            if not found.alt:
                line = next((n for n, one in enumerate(lines, 1) if f"file: {path}" in one), 0)
                made.append(
                    Finding(
                        "W818",
                        f"{path} has no description.",
                        Span(where, line, 5),
                        'Add alt: "what the picture shows".',
                    )
                )
        return made

    def _is_there(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return name in self.project.listing(f"{self.folder}/{folder}", "")

    def _text(self, path: str) -> str:
        try:
            return self.project.file(path, self.folder).read_text()
        except Fault:
            return ""

    def _day_of(self, path: str) -> date | None:
        try:
            article, _ = read_article(self.project.file(path, self.folder), path)
        except Fault:
            return None
        return article.head.date.first if article and article.head.date else None


def _body(text: str) -> str:
    """An article's text without its front matter and the signs of Markdown."""
    parts = text.split("\n---\n", 1)
    return re.sub(r"[*\\_]|\]\([^)]*\)", "", parts[-1])


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of four words."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + _RUN]) for n in range(max(len(words) - _RUN + 1, 1))}


def log_of(release: Release) -> str:
    """What was left out of a source and what was repaired, to be read later."""
    dropped = [f"- {item.why}: {item.text}" for item in release.dropped]
    repairs = [f"- {r.what} {' => '.join(filter(None, (r.before, r.after)))}".rstrip() for r in release.repairs]
    return "\n".join(["Left out:", *dropped, "", "Repaired:", *repairs]) + "\n"


def compared(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines to be shown against each other: the article that is there, or else the source; and the new article."""
    before: Mapping[str, None] | tuple[str, ...] = tuple(plan.before.split("\n")) if plan.before else plan.release.raw
    return tuple(line for line in before if line.strip()), tuple(line for line in plan.text.split("\n") if line.strip())
