"""The status in words that its page and the terminal share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.status.values import UNFINISHED, Line, Pages, Status

NEAR = 0.15  # of its length a text may have more or less


def press_of(status: Status) -> str:
    """The press day in a sentence."""
    left = status.days_left
    if status.press is None or left is None:
        return "The manifest has no press day (press:)."
    if left == 0:
        return "It goes to the press today."
    days = "1 day" if abs(left) == 1 else f"{abs(left)} days"
    when = f"{status.press.isoformat()}"
    return f"{days} to the press, {when}." if left > 0 else f"It went to the press {days} ago, {when}."


def pages_of(pages: Pages) -> str:
    """The page budget in a few words."""
    allowed = f" of {pages.at_most}" if pages.at_most is not None else ""
    if pages.built is None:
        return f"not built yet{f', at most {pages.at_most}' if pages.at_most is not None else ''}"
    if pages.expected is None or pages.expected == pages.built:
        return f"{pages.built}{allowed}"
    over = ", too many" if pages.too_many else ""
    return f"{pages.built} built, about {pages.expected} expected{allowed}{over}"


def words_of(status: Status) -> str:
    """The words that are there, and those that there will be where articles are planned."""
    expected = f" of about {status.expected_words:,}" if status.expected_words != status.words else ""
    return f"{status.words:,}{expected}"


def fit_of(line: Line) -> str:
    """By how many words a text misses its length; empty where it is near to it, or there is none."""
    if not line.words or not line.length or abs(line.words - line.length) <= NEAR * line.length:
        return ""
    left = line.length - line.words
    return f"{left:,} short" if left > 0 else f"{-left:,} over"


def owed_of(status: Status) -> tuple[tuple[str, str], ...]:
    """Who has something to bring yet, and what: the most urgent first, what nobody has taken last."""
    owed: dict[str, list[Line]] = {}
    for line in status.lines:
        if line.state in UNFINISHED:
            owed.setdefault(line.owner, []).append(line)
    days = {owner: min((line.due for line in lines if line.due), default=date.max) for owner, lines in owed.items()}
    order = sorted(owed, key=lambda owner: (not owner, days[owner], owner))
    return tuple((owner or "Nobody yet", _sum_of(owed[owner], status.today)) for owner in order)


def _sum_of(lines: Sequence[Line], today: date) -> str:
    late = sum(line.late(today) for line in lines)
    coming = min((line.due for line in lines if line.due and line.due >= today), default=None)
    articles = "1 article" if len(lines) == 1 else f"{len(lines)} articles"
    return ", ".join(
        part
        for part in (
            articles,
            f"{late} late" if late else "",
            f"next due {coming.day} {coming:%b}" if coming else "",
        )
        if part
    )


def lacks_of(line: Line) -> str:
    """What an article lacks, and how many errors it has besides; empty where all is well."""
    errors = "1 error" if line.errors == 1 else f"{line.errors} errors"
    return "; ".join(part for part in (", ".join(line.missing), errors if line.errors else "") if part)
