"""Words in another language as they are set: shaped, divided, quoted and marked as that language asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from pipeline.galley import Body, Tongue, Typesetter
from pipeline.page import TextItem
from tests.composing import WORDS, galley, layout, lines, styled, with_initials
from tests.issue_desk import Desk
from tests.reading import letters
from tests.specimen import finished

SOFT = "\u00ad"


def tongues(made: list[TextItem]) -> list[tuple[str, str]]:
    """The text of neighbouring segments in one language, with that language."""
    found: list[tuple[str, str]] = []
    for item in made:
        for segment in item.line.segments:
            text = "".join(run.text for run, _ in segment.runs)
            if found and found[-1][1] == segment.language:
                text, found[-1:] = found[-1][0] + text, []
            found.append((text, segment.language))
    return found


def set_as(desk: Desk, body: str, measure: float = 400.0) -> list[TextItem]:
    return lines(galley(styled(desk), body, measure).units)


def test_segments_name_their_language_where_it_is_not_that_of_the_paragraph(desk: Desk) -> None:
    made = set_as(desk, "A [bon vivant]{lang=fr} of the [alten Schule]{lang=de}, he said [so]{lang=en-GB}.")
    assert tongues(made) == [
        ("A ", ""),
        ("bon vivant", "fr"),
        (" of the ", ""),
        ("alten Schule", "de"),
        (", he said so.", ""),
    ]


def test_words_of_two_languages_next_to_one_another_are_two_segments(desk: Desk) -> None:
    assert tongues(set_as(desk, "[un]{lang=fr}[ein]{lang=de} [zwei]{lang=de}")) == [("un", "fr"), ("ein zwei", "de")]


@pytest.mark.parametrize("body", ["*[a b]{lang=fr}*", "**[a b]{lang=fr}**", "[[a b]{lang=fr}](https://a.org)"])
def test_the_language_stays_with_every_look(desk: Desk, body: str) -> None:
    plain, looked = (set_as(desk, text)[0].line.segments for text in ("Word a b", f"Word {body}"))
    assert [(s.language, "".join(run.text for run, _ in s.runs)) for s in looked] == [("", "Word "), ("fr", "a b")]
    assert len(plain) == 1
    assert (looked[1].face, looked[1].href) != (plain[0].face, plain[0].href)


def test_language_alone_changes_neither_face_nor_size_nor_colour(desk: Desk) -> None:
    plain, marked = set_as(desk, "Word a b end.\n\nWord [a b]{lang=fr} end.")
    looks = {(s.face, s.size, s.swatch, s.rise, s.href) for line in (plain, marked) for s in line.line.segments}
    assert len(looks) == 1
    assert marked.line.width == pytest.approx(plain.line.width)


@pytest.mark.parametrize(
    "body,expected",
    [
        ('He said "yes" and ["oui"]{lang=fr}.', "He said “yes” and «\u202foui\u202f»."),
        ("\"He said ['ja']{lang=de} twice,\" she said.", "“He said ‚ja‘ twice,” she said."),
        ('"[Oui]{lang=fr}" and "no".', "“Oui” and “no”."),
        ('He said ["le *mot* juste"]{lang=fr}!', "He said «\u202fle mot juste\u202f»!"),
        ("It is [l'été]{lang=fr}'s end.", "It is l’été’s end."),
        ("A pause - [пауза - конец]{lang=ru} - end.", "A pause – пауза — конец – end."),
        ("He asked [quoi ?]{lang=fr} and went.", "He asked quoi\u202f? and went."),
        ('The [mot `"x"` ici]{lang=fr} "so".', 'The mot "x" ici “so”.'),
    ],
)
def test_quotes_and_dashes_are_those_of_the_language(desk: Desk, body: str, expected: str) -> None:
    said = "".join(item.line.text for item in set_as(desk, body)).replace("\u00a0", " ")
    assert said.replace(SOFT, "") == expected


def test_words_are_tied_as_the_language_ties_them() -> None:
    tongue = Tongue("en-GB")
    assert tongue.typeset_all([("to a ", ""), ("в лесу", "ru"), (" on 5 km", "")]) == [
        "to a ",
        "в\u00a0лесу",
        " on 5\u00a0km",
    ]


def test_the_tongue_of_a_language_is_one_and_that_of_its_own_itself() -> None:
    tongue = Tongue("en-GB")
    assert tongue.of("fr") is tongue.of("fr")
    assert tongue.of("fr").tag == "fr"
    assert tongue.of("en-GB") is tongue.of("") is tongue


def test_capitals_are_those_of_the_language(desk: Desk) -> None:
    styled(desk, body="case: upper")
    assert [item.line.text for item in lines(galley(desk, "ilk [ilk]{lang=tr}").units)] == ["ILK İLK"]


def in_many_measures(desk: Desk, body: str) -> Iterator[list[TextItem]]:
    """The lines of a text in narrow measures of many widths."""
    article = styled(desk).body(body).issue().sections[0].articles[0]
    setter = Typesetter(layout(desk), Tongue("en-GB"))
    for measure in range(90, 130):
        yield lines(Body(setter, article, float(measure)).galley()[0].units)


def divided(desk: Desk, body: str) -> set[str]:
    """The words that are divided at the end of a line in any of these measures, as they are divided."""
    found = set()
    for made in in_many_measures(desk, body):
        for one, other in pairwise(made):
            if one.line.text.endswith(SOFT):
                found.add(one.line.text.split()[-1][:-1] + "|" + other.line.text.split()[0].strip(".,"))
    return found


@pytest.mark.parametrize(
    "word,language,places",
    [
        ("Verantwortung", "de", {"Ver|antwortung", "Verant|wortung", "Verantwor|tung"}),
        ("гражданственность", "ru", {"граж|данственность", "гражданствен|ность"}),
    ],
)
def test_words_are_divided_as_their_language_divides_them(
    desk: Desk, word: str, language: str, places: set[str]
) -> None:
    found = {w for w in divided(desk, f"We see [{word}]{{lang={language}}} here. " * 12) if w[:3] == word[:3]}
    own = Tongue(language).hyphens(word)
    assert found <= {f"{word[:p]}|{word[p:]}" for p in own}
    assert found & places


def test_words_of_a_language_without_patterns_are_not_divided(desk: Desk) -> None:
    found = divided(desk, "We see [international]{lang=la} here and there. " * 12)
    assert not any(word.startswith("int") for word in found)
    assert any(w.startswith("int") for w in divided(desk, "We see international here and there. " * 12))


def test_a_hyphen_at_a_lines_end_belongs_to_the_words_language(desk: Desk) -> None:
    ends = [
        item.line.segments[-2:]
        for made in in_many_measures(desk, "We see [Verantwortung]{lang=de} here. " * 12)
        for item in made
        if item.line.segments[-1].actual == SOFT
    ]
    assert ends
    assert {(word.language, hyphen.language) for word, hyphen in ends} == {("de", "de")}


def test_an_initial_and_small_capitals_keep_the_language(desk: Desk) -> None:
    made = lines(galley(with_initials(desk), f"[Elle et lui]{{lang=fr}} {WORDS * 5}end.").units)
    read = [s for s in made[0].line.segments if s.actual != "\n"]
    said = [("".join(run.text for run, _ in s.runs), s.language) for s in read]
    assert "".join(text for text, tag in said if tag == "fr").strip().casefold() == "lle et lui"
    assert read[0].actual == "El"


def test_words_in_other_languages_are_read_from_the_pdf_as_any(desk: Desk) -> None:
    body = "The [«mot» juste]{lang=fr}, [Verantwortung]{lang=de} and [гражданственность]{lang=ru}. "
    styled(desk).changed(', credit: "Photo: A. B."', "").body(body * 9)
    text = letters(" ".join(finished(desk.project).paper.pages))
    assert letters("The «mot» juste, Verantwortung and гражданственность. " * 9) in text
