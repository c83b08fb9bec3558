"""The fields that the texts of masters may name: the issue in words. Their names are those of ``layout.fields``."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.issue import Issue, IssueSection
from pipeline.language import capital, format_date, month_name
from pipeline.layout import Layout
from pipeline.paginate.furniture import Field


def section_title(issue: Issue, section: IssueSection) -> str:
    """A section's own title, or its month."""
    if section.title or section.month is None:
        return section.title
    return capital(month_name(section.month, issue.manifest.language), issue.manifest.language)


def issue_fields(issue: Issue, layout: Layout) -> dict[str, Field]:
    """What every page can name."""
    manifest, language = issue.manifest, issue.manifest.language
    months = manifest.issue.months
    fields = {
        "publication.title": Field(manifest.publication.title, manifest.publication.span("title")),
        "publication.subtitle": Field(manifest.publication.subtitle, manifest.publication.span("subtitle")),
        "issue.quarter": Field(f"Q{manifest.issue.number}", manifest.span("issue")),
        "issue.year": Field(str(manifest.issue.year), manifest.span("issue")),
        "issue.number": Field(manifest.number, manifest.span("number")),
        "issue.months": Field(format_date((months[0], months[-1]), language, "month"), manifest.span("issue")),
        "issue.date": Field(format_date((manifest.date, manifest.date), language), manifest.span("date")),
    }
    fields |= {f"word.{key}": Field(layout.word(key, language)) for key in layout.record.words}
    return fields | _cover(issue) | _masthead(issue) | _foreword(issue) | _gallery(issue)


def _cover(issue: Issue) -> dict[str, Field]:
    cover = issue.manifest.cover
    fields = {
        f"cover.{k}": Field(getattr(cover, k) if cover else "", cover.span(k) if cover else None)
        for k in ("headline", "credit", "caption")
    }
    lines = cover.lines if cover else ()
    for index in range(4):
        line = lines[index] if index < len(lines) else ""
        fields[f"cover.line.{index + 1}"] = Field(line, cover.span("lines", index) if cover and line else None)
    return fields


def _masthead(issue: Issue) -> dict[str, Field]:
    masthead = issue.manifest.masthead
    fields = {
        f"masthead.{k}": Field(getattr(masthead, k) if masthead else "", masthead.span(k) if masthead else None)
        for k in ("publisher", "address", "phone", "email", "web", "note")
    }
    email, web = fields["masthead.email"], fields["masthead.web"]
    fields["masthead.email"] = Field(email.text, email.span, f"mailto:{email.text}" if email.text else "")
    address = web.text if "://" in web.text else f"https://{web.text}"
    fields["masthead.web"] = Field(web.text, web.span, address if web.text else "")
    social = masthead.social if masthead else ()
    fields["masthead.social"] = Field("\n".join(dict.fromkeys(social)), masthead.span("social") if masthead else None)
    return fields


def _foreword(issue: Issue) -> dict[str, Field]:
    foreword, article = issue.manifest.foreword, issue.foreword
    signed = foreword.signed if foreword else None
    fields = article_fields(article, "foreword")
    fields["signed.name"] = Field(signed.name if signed else "", signed.span("name") if signed else None)
    fields["signed.role"] = Field(signed.role if signed else "", signed.span("role") if signed else None)
    return fields


def _gallery(issue: Issue) -> dict[str, Field]:
    gallery = issue.manifest.gallery
    return {"gallery.title": Field(gallery.title if gallery else "", gallery.span("title") if gallery else None)}


def article_fields(article: Article | None, prefix: str) -> dict[str, Field]:
    """Title, short title and standfirst of an article under a prefix."""
    head = article.head if article else None
    return {
        f"{prefix}.title": Field(head.title if head else "", head.span("title") if head else None),
        f"{prefix}.short_title": Field(article.short_title if article else "", head.span("title") if head else None),
        f"{prefix}.standfirst": Field(head.standfirst if head else "", head.span("standfirst") if head else None),
    }
