"""Articles that are planned: an issue is made without them, and its editor is told so.

What hangs on a planned article (an advert that is to follow it, a filler of its quotes) waits for it. What a plan says
of owner, day and length is shown by ``digest status`` and judged nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostic import Finding, Span
from pipeline.issue.values import Issue
from pipeline.manifest import Manifest
from pipeline.record import Record

_NAMED = 3


def without_plans(manifest: Manifest, findings: list[Finding]) -> Manifest:
    """The manifest without sections that have no article yet, and without what waits for a planned one (W282)."""
    sections = manifest.sections
    there = {path for section in sections for path in section.articles}
    awaited = {plan.article for section in sections for plan in section.planned if plan.article} - there
    adverts = []
    for advert in manifest.adverts:
        waits = advert.after in awaited
        if waits:
            hint = "It stands where it fits best until then."
            message = f"{advert.file} is to follow {advert.after}, which is planned."
            findings.append(Finding("W282", message, advert.span("after"), hint))
        adverts.append(advert.model_copy(update={"after": None}) if waits else advert)
    fillers = []
    for filler in manifest.fillers:
        if filler.pull in awaited:
            message = f"The filler is to take pull quotes of {filler.pull}, which is planned."
            findings.append(Finding("W282", message, filler.span("pull"), "It is not used until then."))
        else:
            fillers.append(filler)
    kept = tuple(section for section in sections if section.articles)
    return manifest.model_copy(update={"sections": kept, "adverts": tuple(adverts), "fillers": tuple(fillers)})


def plan_rules(issue: Issue) -> Iterator[Finding]:
    """Planned articles (A280), nothing but those (E281), days that come too late (A283)."""
    waiting = [*issue.planned()]
    for section in issue.listed:
        plans = [plan for holder, plan in waiting if holder is section]
        if plans:
            yield _still_planned([plan.title for plan in plans], plans[0].span("title"))
    if not issue.manifest.sections:
        hint = "List the first one that has come: articles: [articles/almaty.md]"
        yield Finding("E281", "No article is there yet: all are planned.", issue.listed[0].span(), hint)
    yield from _late_days(issue)


def _still_planned(titles: list[str], span: Span | None) -> Finding:
    named = ", ".join(f"“{title}”" for title in titles[:_NAMED])
    more = f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
    verb = "is" if len(titles) == 1 else "are"
    message = f"{named}{more} {verb} planned and not among the articles yet; the issue is made without."
    return Finding("A280", message, span, "When the text has come, list it under articles:")


def _late_days(issue: Issue) -> Iterator[Finding]:
    manifest = issue.manifest
    if manifest.press is None:
        return
    if "date" in manifest.model_fields_set and manifest.press > manifest.date:
        message = f"The issue goes to the press on {manifest.press}, after its day of publication, {manifest.date}."
        yield Finding("A283", message, manifest.span("press"), "Correct press: or date:")
    owed: list[Record] = [plan for section in issue.listed for plan in section.planned]
    owed += {article.path: article.head for article in issue.articles()}.values()
    for record in owed:
        due = getattr(record, "due", None)
        if due and due > manifest.press:
            message = f"It is due on {due}, after the issue goes to the press on {manifest.press}."
            yield Finding("A283", message, record.span("due"), "Correct due:, or press: in issue.yaml.")
