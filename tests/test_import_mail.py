"""E-mails of several parts: whatever a part says is in the article or in the list of what was left out."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Quotation
from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.values import Release, Source
from tests.release_letters import mail
from tests.release_sources import PHOTO, TITLE, A, B, C

HEAD = "From: press@lakes.example\nTo: desk@digest.example\nDate: 2 December 2019\nSubject: Lakes\n"


def sent(message: EmailMessage | MIMEBase) -> Release:
    return read_release(Source("letter.eml", message.as_bytes()))


def headed(message: MIMEBase) -> MIMEBase:
    message["Subject"], message["Date"] = TITLE, "Thu, 05 Dec 2019 18:00:00 +0600"
    return message


def mixed(*parts: MIMEBase, kind: str = "mixed") -> MIMEMultipart:
    message = MIMEMultipart(kind)
    for part in parts:
        message.attach(part)
    return message


def picture() -> MIMEBase:
    message = EmailMessage()
    message.set_content(PHOTO, "image", "jpeg", disposition="inline", filename="a.jpg")
    return message  # type: ignore[return-value]


def article_of(release: Release) -> str:
    return " ".join((release.headline, release.standfirst, *map(words_in, release.blocks)))


def told_of(release: Release) -> str:
    return " ".join((article_of(release), *(item.text for item in release.dropped), release.place, release.byline))


def test_a_text_in_parts_around_pictures_is_read_to_its_end() -> None:
    release = sent(headed(mixed(MIMEText(A), picture(), MIMEText(B), picture(), MIMEText(C))))
    assert [words_in(block) for block in release.blocks] == [A, B, C]
    assert len(release.pictures) == 1  # the same picture twice


def test_a_page_in_parts_beside_its_plain_form_is_read_once_and_whole() -> None:
    pages = mixed(MIMEText(f"<html><body><p>{A}</p></body></html>", "html"), picture(), MIMEText(f"<p>{B}", "html"))
    message = headed(mixed(MIMEText(f"{A}\n\n{B}\n\nOnly the plain form says heron."), pages, kind="alternative"))
    release = sent(message)
    assert [words_in(block) for block in release.blocks] == [A, B]
    assert "another form of the text" in {item.why for item in release.dropped}
    assert "heron" in told_of(release)


def test_a_page_that_only_says_that_there_is_one_does_not_take_the_place_of_the_text() -> None:
    message = mixed(MIMEText(f"{A}\n\n{B}"), MIMEText("<p>Open in browser</p>", "html"), kind="alternative")
    assert [words_in(block) for block in sent(headed(message)).blocks] == [A, B]


def test_a_message_within_a_message_is_the_release_with_its_own_day_and_subject() -> None:
    inner = mail("Nine boats on nine lakes", f"{A}\n\n{B}", **{"X-Number": "1"})
    inner.replace_header("Date", "Mon, 02 Dec 2019 09:00:00 +0600")
    outer = headed(mixed(MIMEText("Anna, here it is."), MIMEMessage(inner)))
    release = sent(outer)
    assert (release.headline, str(release.date)) == ("Nine boats on nine lakes", "2019-12-02")
    assert "Anna, here it is." in {item.text for item in release.dropped}


def test_a_day_in_the_head_of_a_forwarded_message_goes_before_that_of_forwarding() -> None:
    release = sent(mail(f"Fwd: {TITLE}", f"---- Forwarded message ----\n\n{HEAD}\n{A}\n\n{B}"))
    assert str(release.date) == "2019-12-02"


def test_a_forwarded_message_that_is_one_quotation_is_no_quotation() -> None:
    head = "<br>".join(HEAD.strip().split("\n"))
    page = f"<p>See below.</p><blockquote><p>{head}</p><h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p></blockquote>"
    release = sent(mail(f"Fwd: {TITLE}", markup=page))
    assert not [block for block in release.blocks if isinstance(block, Quotation)]
    assert [words_in(block) for block in release.blocks] == [A, B, C]


def test_what_programs_set_below_a_message_is_listed_and_not_taken() -> None:
    feet = (
        "You receive this e-mail because you asked for it.",
        "This message and any attachment are confidential.",
        "Это письмо проверено антивирусом.",
        "Unsubscribe from this list",
    )
    for foot in feet:
        release = sent(mail(TITLE, f"{A}\n\n{B}\n\n{C}\n\n{foot}\nLake Street 1"))
        assert [words_in(block) for block in release.blocks] == [A, B, C], foot
        assert any(item.text.startswith(foot) for item in release.dropped), foot


def test_an_address_between_lines_of_a_newsletters_foot_is_part_of_it() -> None:
    foot = "<p>You receive this because you asked for it.</p><p>Lake Radio, Quay 1</p><p><a href=u>Unsubscribe</a></p>"
    release = sent(mail(TITLE, markup=f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p><p>{B} {C}</p><div>{foot}</div>"))
    assert [words_in(block) for block in release.blocks] == [A, B, C, f"{B} {C}"]
    assert "Lake Radio, Quay 1" in told_of(release)


def test_of_a_part_as_long_as_a_book_its_name_and_length_are_listed() -> None:
    table = MIMEText("boats;9\n" * 60_000, "csv")
    table.add_header("Content-Disposition", "attachment", filename="boats.csv")
    release = sent(headed(mixed(MIMEText(f"{A}\n\n{B}"), table)))
    assert "boats.csv, 420,000 letters" in {item.text for item in release.dropped}


def test_a_sentence_on_confidential_things_in_the_midst_of_a_text_stays() -> None:
    said = "This message is confidential, said the minister, and he read it out to all who sat at the table."
    release = sent(mail(TITLE, "\n\n".join((A, B, said, *[f"{n} boats. {C}" for n in range(6)]))))
    assert said in [words_in(block) for block in release.blocks]


WORDS = st.sampled_from(["boats", "on", "nine", "lakes", "were", "counted", "by", "river", "people", "in", "spring"])
SAID = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4)
ADDED = st.sampled_from(["plain", "html", "open", "calendar"])
TREES = st.recursive(
    st.tuples(ADDED, SAID),
    lambda inner: st.tuples(
        st.sampled_from(["mixed", "alternative", "related", "message"]), st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=6,
)


def grown(tree: tuple[str, list[object]], marks: list[str]) -> MIMEBase:
    """A part of an e-mail for a tree; each line of its texts has a word of its own, which is noted."""
    kind, inner = tree
    if kind in {"plain", "html", "open", "calendar"}:
        lines = []
        for line in inner:
            marks.append(f"mark{len(marks)}x")
            lines.append(f"{line} {marks[-1]} {line}.")
        if kind in {"plain", "calendar"}:
            return MIMEText("\n\n".join(lines), kind)
        page = "".join(f"<p>{line}</p>" for line in lines)
        return MIMEText(f"<html><body><div>{page}" + ("" if kind == "open" else "</div></body></html>"), "html")
    parts = [grown(one, marks) for one in inner]  # type: ignore[arg-type]
    whole = mixed(*parts, kind="mixed" if kind == "message" else kind)
    return MIMEMessage(headed(whole)) if kind == "message" else whole


@given(TREES)
def test_every_text_of_every_part_is_in_the_article_or_listed(tree: tuple[str, list[object]]) -> None:
    marks: list[str] = []
    whole = headed(mixed(MIMEText(f"{A}\n\n{B}"), grown(tree, marks)))
    told = told_of(sent(whole))
    assert [mark for mark in marks if mark not in told] == []
