"""The flatplan: what a build decided about every article, kept beside the manifest so that the next one can hold to it.

``flatplan.yaml`` names, in running order, each article's pages, template and photos. Editors and designers may
change any line and pin it; what is pinned stays where it is. Refused, with findings, is what is no flatplan; lines
of articles that the issue does not have are passed over. "Flatplan" is what a magazine's desk calls this sheet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from pipeline import yamlfile
from pipeline.diagnostic import Fault, Finding, Report
from pipeline.issue import Issue
from pipeline.layout import Layout
from pipeline.manifest import artwork_name
from pipeline.project import Project, ProjectFile
from pipeline.record import Flag, Record, read_record
from pipeline.yamlfile import quoted

if TYPE_CHECKING:
    from pipeline.copyfit import Copy, Fitted

NAME = "flatplan.yaml"
_FLAG = re.compile(r"""["']?(true|false)["']?""")
AFRESH = "Or delete flatplan.yaml: the next build makes it anew, without its pins."
HEADER = """\
# yaml-language-server: $schema=../../.digest/schemas/flatplan.schema.json
# The flatplan, written by digest build and read by the next one.
#
# pin: true (or: digest pin ARTICLE) holds an article: its pages, template, photo sizes, crops and places stay,
# whatever happens to other articles. Pages, template and photos may be changed by hand; pin what you change.
#   pages   page numbers, first and last of them in a row      row    the row of its first page on which it begins
#   ends    the last row that it uses of its last page          rows   how deep a photo is, its caption not counted
#   column  the first column of a photo, page  1 is the article's first;  place  head, foot, or text (runs with it),
#   gutter  between its column and the next, left or right  in its column, with the text round it: row  is then the
#           row of the columns on which it begins. So stands pull, one of the article's pull quotes by its number.
# An advert stands behind the article that it follows; pin: true holds it to its page.
# Without this file a build begins afresh. Comments of yours are lost when the plan changes.
"""


class PhotoPlan(Record):
    """A photo of an article: its size class, its depth in rows, and where it stands."""

    file: str = Field(description="the photo's path, as the article names it")
    size: str = Field(default="", description="one of the layout's photo sizes; none for one that runs with the text")
    rows: int = Field(default=0, ge=0, description="how deep it is, which is how it is cropped")
    column: int = Field(default=1, ge=1, description="the first column that it takes")
    page: int = Field(default=1, ge=1, description="the page of the article on which it stands")
    place: Literal["head", "foot", "text", "gutter", "left", "right"] = Field(
        default="text", description="at which end of its columns, or where in them the text runs round it"
    )
    row: int = Field(default=0, ge=0, description="the row of the columns on which it begins, if text runs round it")


class PullPlan(Record):
    """A pull quote that the text runs round."""

    number: int = Field(ge=1, description="which of the article's pull quotes it is")
    column: int = Field(default=1, ge=1, description="the first column that it takes")
    page: int = Field(default=1, ge=1, description="the page of the article on which it stands")
    place: Literal["gutter", "left", "right"] = Field(default="gutter", description="where in the columns it stands")
    row: int = Field(ge=1, description="the row of the columns on which it begins")


class ArticlePlan(Record):
    """One article: pages, template and photos."""

    article: str = Field(description="the article's path, as the manifest names it")
    rest: Flag = Field(default=False, description="whether this is the rest of an article that began elsewhere")
    pages: tuple[int, ...] = Field(min_length=1, description="the pages on which it stands")
    row: int = Field(default=1, ge=1, description="the row of its first page on which it begins")
    ends: int = Field(default=0, ge=0, description="the last row that it uses of its last page")
    template: str = Field(description="one of the layout's article templates")
    photos: tuple[PhotoPlan, ...] = Field(default=(), description="its photos")
    pull: PullPlan | None = Field(default=None, description="its pull quote, if the text runs round one")
    pin: Flag = Field(default=False, description="whether it stays as it is")


class AdvertPlan(Record):
    """One advert: its page, its row, and which article it follows."""

    file: str = Field(description="the advert's path, as the manifest names it")
    of_page: int | None = Field(default=None, ge=1, description="which page of its PDF it is, where that is named")
    page: int = Field(ge=1, description="the page on which it stands")
    row: int = Field(default=1, ge=1, description="the row on which it begins")
    follows: str = Field(default="", description="the article behind which it stands; none when it is at the end")
    pin: Flag = Field(default=False, description="whether it stays on that page")

    @property
    def name(self) -> str:
        """What it is told apart by from others: its file, with the page of it that is named."""
        return artwork_name(self.file, self.of_page)


class Flatplan(Record):
    """The whole issue, in running order; ``state`` tells the layout from another state of it."""

    layout: str = Field(default="", description="the layout that it was made with")
    state: str = Field(default="", description="tells whether the layout has been changed since")
    pages: int = Field(default=0, ge=0, description="pages of the issue")
    foreword: tuple[int, ...] = Field(default=(), description="the pages of the foreword, for information alone")
    articles: tuple[ArticlePlan, ...] = Field(default=(), description="the articles in their order")
    adverts: tuple[AdvertPlan, ...] = Field(default=(), description="the adverts among them")

    def of(self, path: str, *, rest: bool = False) -> ArticlePlan | None:
        """What it says of an article, or of the rest of one."""
        return next((plan for plan in self.articles if plan.article == path and plan.rest is rest), None)


EMPTY = Flatplan()


@dataclass(frozen=True, slots=True)
class Made:
    """What a build decided about one article: ``row`` is counted from 0, ``page`` is its first page's number."""

    copy: Copy
    fitted: Fitted
    page: int
    row: int


def read_flatplan(file: ProjectFile) -> tuple[Flatplan | None, tuple[Finding, ...]]:
    """The flatplan in a file, or None where it cannot be read; and what is wrong with it (E105, E111 to E123)."""
    try:
        node = yamlfile.parse(file.read_text(), file.path)
    except Fault as fault:
        return None, tuple(_with_way_out(fault.findings))
    if isinstance(node, yamlfile.Scalar) and node.text is None:
        return Flatplan(), ()
    flatplan, findings = read_record(Flatplan, node, "The flatplan")
    return flatplan, tuple(_with_way_out(findings))


def _with_way_out(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield replace(finding, hint=f"{finding.hint} {AFRESH}".strip())


def flatplan_of(
    made: Iterable[Made],
    layout: Layout,
    pages: int,
    before: Flatplan,
    adverts: Iterable[AdvertPlan] = (),
    foreword: Iterable[int] = (),
) -> Flatplan:
    """The flatplan of what was decided; ``foreword`` are the numbers of its pages.

    Pins of the plan ``before`` stay. The line of an article that is pinned and could not be held stays as it was, so
    that the article returns to its place when there is room again.
    """
    plans = []
    for one in made:
        old, new = before.of(one.copy.article.path, rest=one.copy.rest), _planned(one)
        if old and old.pin:
            new = old if _elsewhere(old, new) else new.model_copy(update={"pin": True})
        plans.append(new)
    pins = {plan.name: plan for plan in before.adverts if plan.pin}
    placed = []
    for plan in adverts:
        pin = pins.get(plan.name, plan)
        placed.append(pin if pin.page != plan.page else plan.model_copy(update={"pin": pin.pin}))
    name, state = layout.record.name, state_of(layout)
    return Flatplan(
        layout=name,
        state=state,
        pages=pages,
        foreword=tuple(foreword),
        articles=tuple(plans),
        adverts=tuple(placed),
    )


def _elsewhere(old: ArticlePlan, new: ArticlePlan) -> bool:
    return any(getattr(old, key) != getattr(new, key) for key in ("pages", "row", "template", "photos", "pull"))


def state_of(layout: Layout) -> str:
    """A few letters that are others when anything in the layout is another by which pages are made."""
    record = layout.record.model_dump_json(exclude={"house_style", "credits"})
    return hashlib.sha256(record.encode()).hexdigest()[:8]


def _planned(one: Made) -> ArticlePlan:
    variant = one.fitted.variant
    photos = one.copy.article.photos
    placed = {index: PhotoPlan(file=photos[index].file) for index in variant.streamed}
    for fit in variant.photos:
        index, size = one.copy.named(fit.units)
        place: Literal["head", "foot"] = "foot" if fit.foot else "head"
        file = photos[index].file
        placed[index] = PhotoPlan(
            file=file, size=size, rows=fit.rows, column=fit.column + 1, page=fit.page + 1, place=place
        )
    pull: PullPlan | None = None
    for inset in variant.insets:
        column, page, row = inset.column + 1, inset.page + 1, inset.row + 1
        if inset.number is not None:
            pull = PullPlan(number=inset.number + 1, column=column, page=page, place=inset.edge, row=row)
        elif inset.photo:
            index, size = one.copy.named(inset.photo)
            file = photos[index].file
            placed[index] = PhotoPlan(
                file=file, size=size, rows=inset.rows, column=column, page=page, place=inset.edge, row=row
            )
    return ArticlePlan(
        article=one.copy.article.path,
        rest=one.copy.rest,
        pages=tuple(range(one.page, one.page + len(one.fitted.sheets))),
        row=one.row + 1,
        ends=one.row + one.fitted.end if len(one.fitted.sheets) == 1 else one.fitted.end,
        template=variant.template,
        photos=tuple(placed[index] for index in sorted(placed)),
        pull=pull,
    )


def flatplan_before(project: Project, issue: Issue) -> tuple[Flatplan, tuple[Finding, ...]]:
    """What the build before decided, an empty flatplan when there was none; and what is wrong with its file."""
    if NAME not in project.listing(issue.folder, ".yaml"):
        return Flatplan(), ()
    flatplan, findings = read_flatplan(project.file(NAME, issue.folder))
    return flatplan or Flatplan(), findings


def flatplan_findings(project: Project, issue: Issue) -> Report:
    """What is wrong with the flatplan, as far as that shows before pages are made."""
    flatplan, faults = flatplan_before(project, issue)
    return Report.of((*faults, *strangers(flatplan, issue)))


def strangers(flatplan: Flatplan, issue: Issue) -> tuple[Finding, ...]:
    """A finding for every pinned article or advert that the issue does not have (W521)."""
    known = {article.path for article in issue.articles()} | {advert.name for advert in issue.manifest.adverts}
    pinned = [(plan.article, plan.span("article")) for plan in flatplan.articles if plan.pin]
    pinned += [(plan.name, plan.span("file")) for plan in flatplan.adverts if plan.pin]
    hint = "List it in the manifest again, or delete its lines here: the next build does."
    return tuple(
        Finding("W521", f"{name} is pinned, but is not in the issue.", span, hint)
        for name, span in pinned
        if name not in known
    )


def refitted(copy: Copy, plan: ArticlePlan) -> Fitted | str:
    """The article made up as the plan says, on however many pages that now takes; or why that cannot be."""
    from pipeline.copyfit import Again, again  # noqa: PLC0415 - a check reads flatplans and fits nothing

    wanted = copy.article.head.layout
    if wanted and wanted != plan.template:
        return f"its front matter asks for the layout {wanted}"
    placed = [photo for photo in plan.photos if photo.place != "text"]
    files = [photo.file for photo in (*placed, *(p for p in plan.photos if p.place == "text"))]
    if files != [copy.article.photos[index].file for index in copy.free]:
        return "its photos are others now, or in another order"
    places = [Again(p.size, p.rows, p.column - 1, p.page - 1, p.place, p.row - 1) for p in placed]
    if plan.pull:
        pull = plan.pull
        places.append(Again("", 0, pull.column - 1, pull.page - 1, pull.place, pull.row - 1, pull.number - 1))
    return again(copy, plan.template, tuple(places), plan.row - 1 if len(plan.pages) > 1 else 0)


def written(flatplan: Flatplan) -> str:
    """The text of ``flatplan.yaml``; the same flatplan always gives the same."""
    lines = [f"layout: {quoted(flatplan.layout)}", f"state: {quoted(flatplan.state)}", f"pages: {flatplan.pages}"]
    lines += [f"foreword: [{', '.join(map(str, flatplan.foreword))}]"] if flatplan.foreword else []
    lines.append("articles:" if flatplan.articles else "articles: []")
    for plan in flatplan.articles:
        lines += [
            f"  - article: {quoted(plan.article)}",
            *(["    rest: true"] if plan.rest else []),
            f"    pin: {_word(plan.pin)}",
            f"    pages: [{', '.join(map(str, plan.pages))}]",
            f"    row: {plan.row}",
            f"    ends: {plan.ends}",
            f"    template: {quoted(plan.template)}",
        ]
        lines += ["    photos:", *(f"      - {_photo(photo)}" for photo in plan.photos)] if plan.photos else []
        lines += [f"    pull: {{number: {plan.pull.number}, {_place(plan.pull)}}}"] if plan.pull else []
    lines += ["adverts:"] if flatplan.adverts else []
    for advert in flatplan.adverts:
        place = f"pin: {_word(advert.pin)}, page: {advert.page}, row: {advert.row}, follows: {quoted(advert.follows)}"
        of_page = f"of_page: {advert.of_page}, " if advert.of_page else ""
        lines.append(f"  - {{file: {quoted(advert.file)}, {of_page}{place}}}")
    return HEADER + "\n".join(lines) + "\n"


def _photo(photo: PhotoPlan) -> str:
    if photo.place == "text":
        return f"{{file: {quoted(photo.file)}, place: text}}"
    return f"{{file: {quoted(photo.file)}, size: {quoted(photo.size)}, rows: {photo.rows}, {_place(photo)}}}"


def _place(plan: PhotoPlan | PullPlan) -> str:
    place = f"column: {plan.column}, page: {plan.page}, place: {plan.place}"
    return f"{place}, row: {plan.row}" if plan.row else place


def with_pin(text: str, plan: ArticlePlan | AdvertPlan, *, on: bool) -> str:
    """The text of a flatplan with one article or advert pinned, or not; nothing else in it changes."""
    lines = text.split("\n")
    given = "pin" in plan.model_fields_set
    span = plan.span("pin") if given else plan.span()
    if span is None:
        message = "the plan was not read from a file"
        raise ValueError(message)
    line, column = span.line - 1, span.column - 1
    head, rest = lines[line][:column], lines[line][column:]
    if given:
        lines[line] = head + _FLAG.sub(_word(on), rest, count=1)
    elif rest.startswith("{"):
        lines[line] = f"{head}{{pin: {_word(on)}, {rest[1:]}"
    else:
        lines[line : line + 1] = [f"{head}pin: {_word(on)}", f"{' ' * column}{rest}"]
    return "\n".join(lines)


def _word(value: bool) -> str:  # noqa: FBT001 - the value itself
    return "true" if value else "false"
