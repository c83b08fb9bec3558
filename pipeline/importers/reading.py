"""From a file to a release, whatever its kind: which reader it gets, and what is the same for all.

The packages that read web pages and Word files are an optional group of the distribution (``import``); a missing one
is a finding that says what to type.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec

from pipeline import limits
from pipeline.diagnostic import Fault, Finding
from pipeline.importers.encoding import decoded
from pipeline.importers.facts import settle
from pipeline.importers.form import from_form
from pipeline.importers.plain import read_plain, refuse_lines
from pipeline.importers.reconciling import reconciled
from pipeline.importers.runs import words_in, words_of
from pipeline.importers.tree import refuse_volumes
from pipeline.importers.values import Dropped, Reading, Release, Source
from pipeline.language.day_reading import days_in

ENDINGS = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".docx", ".eml", ".md", ".markdown", ".txt", ".text")
_PAGES, _ARCHIVES, _MARKED = (".html", ".htm", ".xhtml"), (".mht", ".mhtml"), (".md", ".markdown")
_BINARY = (".docx", ".eml", *_ARCHIVES)
INSTALL = 'pip install "digest-pipeline[import]"'
_FEWEST_WORDS = 5
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_MARKS, _MOST_MARKS = re.compile(r"[\[*_`<!~|]"), 1_000
_ATTACHED_READ = (".docx", ".html", ".htm", ".md", ".txt")
_COVERING_WORDS = 120
_DATED_BLOCKS, _DATED_LETTERS = 4, 600


def ceiling_of(name: str) -> int:
    """How many bytes a source of that name may have."""
    return limits.SOURCE_BYTES if name.lower().endswith((*_BINARY, *_PAGES)) else limits.SOURCE_TEXT_BYTES


def read_release(source: Source) -> Release:
    """The release in a source; Fault E801 to E807."""
    reading = _read(source)
    release = settle(reading, source)
    if source.name.lower().endswith(".eml") and (inner := _attached_release(release)):
        release = inner
    release = _without_list(release, source)
    if sum(words_of(words_in(block)) for block in release.blocks) < _FEWEST_WORDS:
        plain = source.name.lower().endswith((".txt", ".text", *_MARKED))
        typed = "Put its headline on a line of its own, and its text below."
        hint = typed if plain else "Copy its text into a file of plain text, and import that."
        raise Fault(Finding("E807", f"No text was found in {source.name}.", source.span, hint))
    if not source.name.lower().endswith((*_PAGES, *_ARCHIVES)):
        release = reconciled(release, source)
    if release.date is None and (match := _NAMED_DAY.search(source.name)):
        found = days_in("-".join(match.groups()))
        release = replace(release, date=found[0].day if found else None)
    if release.date is None:
        release = _dated_by_text(release, source)
    if release.attached:
        names = ", ".join(attached.name for attached in release.attached)
        hint = "Import those that are releases themselves."
        finding = Finding("W822", f"Attached to the e-mail: {names}.", source.span, hint)
        release = replace(release, findings=(*release.findings, finding))
    return release


def _without_list(release: Release, source: Source) -> Release:
    """The release, if it is one: Fault E830 for a page that lists others. An e-mail may have its text beside a list."""
    listed = [finding for finding in release.findings if finding.code == "E830"]
    if listed and not source.name.lower().endswith(".eml"):
        raise Fault(listed[0])
    return replace(release, findings=tuple(found for found in release.findings if found not in listed))


def _dated_by_text(release: Release, source: Source) -> Release:
    """The release with the first day that its text names, which is seldom that of posting and often near it."""
    said = (release.standfirst, *(words_in(block) for block in release.blocks[:_DATED_BLOCKS]))
    found = next((day for text in said for day in days_in(text[:_DATED_LETTERS])), None)
    if found is None:
        return release
    message = f"The date was taken from the text: {found.day.isoformat()}."
    finding = Finding("W828", message, source.span, "Correct date: if it was posted on another day.")
    return replace(release, date=found.day, findings=(*release.findings, finding))


def _attached_release(letter: Release) -> Release | None:
    """The release that is attached to a covering letter; the letter is listed among what was left out."""
    said = [words_in(block) for block in letter.blocks]
    documents = [source for source in letter.attached if source.name.lower().endswith(_ATTACHED_READ)]
    if len(documents) != 1 or sum(map(words_of, said)) > _COVERING_WORDS:
        return None
    inner = settle(_read(documents[0]), documents[0])
    if sum(words_of(words_in(block)) for block in inner.blocks) <= sum(map(words_of, said)):
        return None
    covering = Dropped(" ".join((letter.headline, *said)), "covering letter")
    return replace(
        inner,
        date=inner.date or letter.date,
        pictures=(*inner.pictures, *(p for p in letter.pictures if p.data not in {q.data for q in inner.pictures})),
        dropped=(*inner.dropped, covering, *letter.dropped),
        leftover=(*inner.leftover, *letter.leftover),
        findings=(*inner.findings, *letter.findings),
        attached=letter.attached,
    )


def _read(source: Source) -> Reading:
    name = source.name.lower()
    if name.endswith(".docx"):
        _ask_for("mammoth", "selectolax")
        from pipeline.importers.word import read_word  # noqa: PLC0415 - one of several

        return from_form(read_word(source))
    if name.endswith((".eml", *_ARCHIVES)):
        if b"text/html" in source.data:
            _ask_for("selectolax")
        from pipeline.importers.mail import read_mail  # noqa: PLC0415 - as above

        reading = read_mail(source, archive=name.endswith(_ARCHIVES))
        return reading if name.endswith(_ARCHIVES) else from_form(reading)
    if not name.endswith(ENDINGS):
        kinds = "Save it as .docx, .html, .eml, .md or .txt."
        raise Fault(Finding("E802", f"{source.name} is of a kind that cannot be imported.", source.span, kinds))
    return _read_text(source, name)


def _read_text(source: Source, name: str) -> Reading:
    pages = name.endswith(_PAGES)
    text, findings = decoded(source.data, source.name, markup=pages)
    if not pages:
        refuse_volumes(len(text), source.span)
        refuse_lines(text, source.span)
    if pages:
        _ask_for("selectolax")
        from pipeline.importers.page import read_page  # noqa: PLC0415 - as above

        reading = read_page(source, text)
    elif name.endswith(_MARKED) and not _is_noise(text):
        from pipeline.importers.marked import read_marked  # noqa: PLC0415 - as above

        reading = from_form(read_marked(source, text))
    else:
        reading = from_form(read_plain(text))
    return replace(reading, findings=(*findings, *reading.findings))


def _is_noise(text: str) -> bool:
    """Whether a paragraph has so many signs of Markdown that none can be meant; the file is then read as plain text."""
    return any(len(_MARKS.findall(paragraph)) > _MOST_MARKS for paragraph in text.split("\n\n"))


def _ask_for(*packages: str) -> None:
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        message = f"To read this kind of file, {' and '.join(missing)} must be installed."
        raise Fault(Finding("E801", message, hint=INSTALL))
