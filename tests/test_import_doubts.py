"""What an import is not sure of, it says: an editor knows which of twelve releases to compare with their pages."""

from __future__ import annotations

from pipeline.importers import Release, Source, read_release
from tests.reading_articles import paragraphs_of

TITLE = "Lake states sign a pact on clean ports"
TEXT = (
    "Ministers of the five lake states signed a pact on clean ports in Aktau on Thursday, after two years of talks.",
    "The pact obliges every port to take in the waste of ships free of charge, and to publish what it took in.",
    "The secretariat will help smaller ports with money from a common fund, to which each state pays by its tonnage.",
)
BODY = "".join(f"<p>{text}</p>" for text in TEXT)
HEAD = f"<h1>{TITLE}</h1><p>18 May 2023</p>"


def read(body: str, title: str = TITLE) -> Release:
    return read_release(
        Source("page.html", f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode())
    )


def codes(release: Release) -> set[str]:
    return {finding.code for finding in release.findings}


MASTERS = "<p>The harbour masters meet in Baku on the twelfth of June, in the hall of the port.</p>"


def test_an_ordinary_page_leaves_no_doubt() -> None:
    assert (
        codes(read(f"<nav><a>Home</a></nav><main>{HEAD}{BODY}</main><footer><p>Lake Office, Aktau</p></footer>"))
        == set()
    )


def test_prose_that_was_nearly_taken_is_told_with_its_first_words() -> None:
    release = read(f"<div><div>{HEAD}<div>{BODY}</div></div><div><h4>Events</h4>{MASTERS}</div></div>")
    assert paragraphs_of(release.blocks) == list(TEXT)
    finding = next(finding for finding in release.findings if finding.code == "W825")
    assert "17 words were left out, which might be the article's: The harbour masters meet" in finding.message


def test_prose_that_does_not_show_is_told() -> None:
    hidden = (
        "<div style='display:none'><p>The harbour masters meet in Baku on the twelfth of June, in the hall.</p></div>"
    )
    release = read(f"<main>{HEAD}<div>{BODY}{hidden}</div></main>")
    assert codes(release) == {"W825"}


def test_prose_that_was_nearly_left_out_is_told() -> None:
    release = read(f"<div>{HEAD}<div class='text'>{BODY}</div><section class='more'>{MASTERS}</section></div>")
    assert paragraphs_of(release.blocks)[-1].startswith("The harbour masters")
    assert codes(release) == {"W826"}


def test_a_headline_from_a_bold_line_is_told() -> None:
    release = read(f"<p><b>{TITLE}</b></p><p>18 May 2023</p>{BODY}", title="Untitled document")
    assert (release.headline, codes(release)) == (TITLE, {"W827"})


def test_a_date_that_only_the_text_names_is_told() -> None:
    release = read(
        f"<h1>{TITLE}</h1><p>On 18 May 2023 the five states of the lake met in Aktau, by its old port.</p>{BODY}"
    )
    assert (str(release.date), codes(release)) == ("2023-05-18", {"W828"})
    assert len(release.blocks) == 1 + len(TEXT)


def test_the_day_in_a_page_s_own_address_is_no_guess() -> None:
    saved = "<!-- saved from url=(0051)https://lake.example/en/news/2023/05/18/pact-on-ports -->"
    release = read(f"{saved}<h1>{TITLE}</h1>{BODY}")
    assert (str(release.date), codes(release)) == ("2023-05-18", set())


def test_a_headline_in_capitals_is_set_as_a_sentence_with_the_names_of_the_text() -> None:
    text = f"LAKE STATES OF AKTAU SIGN A PACT ON CLEAN PORTS\n\n18 May 2023\n\n{TEXT[0]}\n\n{TEXT[1]}\n\n{TEXT[2]}\n"
    release = read_release(Source("release.txt", text.encode()))
    assert release.headline == "Lake states of Aktau sign a pact on clean ports"
    assert codes(release) == {"A829"}
