"""Plain text as old layouts, faxes, scans and pasted mails leave it: columns, folios, letterheads, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Subhead
from pipeline.diagnostic import Fault
from pipeline.importers.plain import read_plain
from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.values import Release, Source
from tests.release_sources import TITLE, A, B, C


def read(text: str) -> Release:
    return read_release(Source("a.txt", text.encode()))


def said(release: Release) -> list[str]:
    return [words_in(block) for block in release.blocks]


def listed(release: Release) -> set[str]:
    return {item.text for item in release.dropped}


LEFT = """\
The boats of the nine lakes came
in at noon. Fish was sold on the
quay by the weight of the day,
and the old scales were used for
it once more, for the last time."""
RIGHT = """\
  The scales will go to a museum,
where they will stand beside the
lamp of the first lighthouse and
the door of the old school, said
the keeper of the museum on Tuesday."""


def columns(left: str, right: str) -> str:
    rows = zip(left.split("\n"), right.split("\n"), strict=True)
    return "\n".join(f"{one:42}{other}".rstrip() for one, other in rows)


def test_two_columns_are_read_one_after_the_other() -> None:
    release = read(f"{TITLE}\n\n5 May 2023\n\n{columns(LEFT, RIGHT)}\n")
    assert said(release) == [" ".join(LEFT.split()), " ".join(RIGHT.split())]


def test_a_sentence_that_goes_on_in_the_next_column_is_whole() -> None:
    lines = [" ".join(LEFT.split()[n : n + 6]) for n in range(0, 30, 6)]
    more = [
        "in the small hall by the quay,",
        "where the people of the lakes",
        "met them with bread and salt",
        "and many songs.",
    ]
    left = "\n".join([*lines[:3], "and then the guests were seen"])
    release = read(f"{TITLE}\n\n5 May 2023\n\n{columns(left, chr(10).join(more))}\n")
    assert "the guests were seen in the small hall by the quay" in " ".join(said(release))


def test_a_table_of_names_and_numbers_is_not_taken_for_columns() -> None:
    rows = "\n".join(
        f"{name:30}{number}" for name, number in (("Aktau", 41), ("Kuryk", 17), ("Bautino", 9), ("Beyneu", 3))
    )
    together = " ".join(said(read(f"{TITLE}\n\n5 May 2023\n\n{A}\n\n{rows}\n\n{B}\n")))
    assert "Aktau 41" in together
    assert "Kuryk 17" in together


def test_running_heads_of_both_sides_of_a_spread_leave_no_trace_in_a_sentence() -> None:
    text = (
        f"The Lake Courier\nSpring 2023\n\n{TITLE}\n5 May 2023\n\n{A}\n\n"
        "12 | The Lake Courier\fThe Lake Courier\n"
        "The guests came by boat from all of the nine lakes and asked to be shown the\n"
        "Figure 2. The quay in 1934\n"
        "Spring 2023 | 13The Lake Courier\nold scales of the market.\n\n14 | The Lake Courier\n"
    )
    release = read(text)
    assert release.headline == TITLE
    assert said(release)[:2] == [
        A,
        "The guests came by boat from all of the nine lakes and asked to be shown the old scales of the market.",
    ]
    assert {"The Lake Courier", "Spring 2023"} <= listed(release)


def test_a_running_head_below_a_page_number_does_not_break_the_sentence_or_hide_the_headline() -> None:
    text = (
        "THE LAKE QUARTERLY\n\nTHE WEIGHERS OF KURYK AND THEIR SCALES\n\n17 May 2023\n\n"
        f"{A}\n\nThe guests came by boat from all of the nine lakes and asked Kuryk for\n\n"
        "               - 14 -\n\nWeighers of Kuryk\n\nthe scales of the old market.\n"
    )
    release = read(text)
    assert release.headline == "The weighers of Kuryk and their scales"
    assert said(release)[-1].endswith("asked Kuryk for the scales of the old market.")
    assert {"THE LAKE QUARTERLY", "Weighers of Kuryk"} <= listed(release)


def test_a_word_divided_by_a_soft_hyphen_is_one() -> None:
    release = read(
        f"{TITLE}\n\n5 May 2023\n\nThey adopted a list of nine recomme\u00ad\nndations on boats and fish.\n\n{B}\n"
    )
    assert "recommendations" in said(release)[0]


def test_a_letterhead_above_the_mark_of_a_release_is_no_headline() -> None:
    above = "LAKES FOR ALL\n9 Quay Road, Kuryk\n=====================\n\nPress Release No. 14"
    text = f"{above}\n\n{TITLE}\n\n5 May 2023\n\n{A}\n\n{B}\n"
    release = read(text)
    assert (release.headline, said(release)) == (TITLE, [A, B])
    assert "LAKES FOR ALL 9 Quay Road, Kuryk" in listed(release)


def test_a_headline_above_the_mark_of_a_release_stays_one() -> None:
    release = read(f"{TITLE} of the Republic of the Steppe\n\nPRESS RELEASE\n\n5 May 2023\n\n{A}\n\n{B}\n")
    assert release.headline == f"{TITLE} of the Republic of the Steppe"


def test_the_day_beside_the_contact_of_a_fax_is_the_day() -> None:
    text = (
        "COUNCIL OF LAKES                    FAX: 1 of 2 pages\n\n"
        "Contact: Dana Kim                    FOR IMMEDIATE RELEASE\n"
        f"Tel: +00 55 700 12  Fax: +00 55 700 13              April 20, 2023\n\n     {TITLE}\n\n{A}\n\n"
        f"                 - more -\n\nAdd one - Lakes\n\n{B}\n\n"
        "     (a) one card, free for anyone;\n     (b) loans of thirty days;\n     (c) books, and maps.\n\n# # #\n"
    )
    release = read(text)
    assert (release.headline, str(release.date)) == (TITLE, "2023-04-20")
    assert said(release)[2:5] == ["(a) one card, free for anyone;", "(b) loans of thirty days;", "(c) books, and maps."]
    assert {"- more -", "Add one - Lakes"} <= {text.strip() for text in listed(release)}


def test_the_head_of_a_pasted_mail_gives_the_day_and_no_headline() -> None:
    head = (
        "From: Harbour <office@light.example>\nSent: Wednesday, June 7, 2023 3:15 PM\nTo: desk\nSubject: A lamp for all"
    )
    release = read(f"{head}\n\n# A lamp for all\n\n{A}\n\n**What will be built**\n\n{B}\n\n{C}\n\nBest,\nTom\n")
    assert (release.headline, str(release.date)) == ("A lamp for all", "2023-06-07")
    assert said(release) == [A, "What will be built", B, C]
    assert isinstance(release.blocks[1], Subhead)
    assert {"Best,", "Tom"} <= listed(release)


def test_more_lines_than_any_article_has_are_refused() -> None:
    with pytest.raises(Fault) as caught:
        read(f"{TITLE}\n\n" + "a b\n\n" * 14_000)
    assert [finding.code for finding in caught.value.findings] == ["E824"]


PIECES = st.sampled_from(
    [
        "Boats",
        "came",
        "in,",
        "at noon.",
        "     ",
        "          ",
        "the",
        "12",
        "|",
        "(a)",
        "-",
        "Figure 1.",
        "\f",
        "Sent:",
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=12).map(" ".join), min_size=1, max_size=40)


@given(LINES)
def test_every_word_of_a_plain_text_is_in_the_text_or_listed(lines: list[str]) -> None:
    marked = [f"mark{number}x {line}" if number % 2 else f"{line} mark{number}x" for number, line in enumerate(lines)]
    reading = read_plain("\n".join(marked))
    told = " ".join((*map(words_in, reading.blocks), *(item.text for item in reading.dropped)))
    assert [n for n in range(len(lines)) if f"mark{n}x" not in told] == []
