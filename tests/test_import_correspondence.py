"""Letters about a release: notes to the editor, what was answered, closing words; and the language of the text."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.importers.reading import read_release
from pipeline.importers.runs import words_in
from pipeline.importers.tongue import language_of
from pipeline.importers.values import Release, Source
from tests.release_letters import mail
from tests.release_sources import TITLE, A, B, C


def letter(*paragraphs: str) -> Release:
    return read_release(Source("a.eml", mail("News of the lakes", "\n\n".join(paragraphs)).as_bytes()))


def note(text: str) -> Release:
    return read_release(Source("a.md", text.encode(), {"boat.jpg": b""}.get))


def said(release: Release) -> list[str]:
    return [words_in(block) for block in release.blocks]


def listed(release: Release, why: str) -> str:
    return " ".join(item.text for item in release.dropped if item.why == why)


@pytest.mark.parametrize(
    "greeting, words",
    [
        ("Dear editors,", "Please find below our release. Two photos are attached."),
        ("Уважаемая Елена Викторовна!", "Направляем материал для бюллетеня, фото во вложении."),
        ("Sehr geehrte Damen und Herren,", "anbei erhalten Sie unsere Meldung."),
        ("Bonjour,", "Veuillez trouver ci-dessous notre communiqué."),
        ("السادة الزملاء،", "نرسل إليكم أدناه خبرا للنشر."),
        ("Hello Anna,", "It was good to see you on Tuesday."),
    ],
)
def test_a_note_to_the_editor_is_not_the_headline(greeting: str, words: str) -> None:
    release = letter(greeting, words, TITLE, A, B, C)
    assert (release.headline, said(release)) == (TITLE, [A, B, C])
    assert listed(release, "covering note") == words


def test_the_first_paragraph_of_a_letter_stays() -> None:
    assert said(letter("Dear Anna,", TITLE, A, B, C)) == [A, B, C]
    assert said(letter(TITLE, A, B, C)) == [A, B, C]


def test_the_message_that_a_letter_answers_is_listed() -> None:
    head = "-----Original Message-----\nFrom: Anna <a@desk.example>\nSent: 4 December 2019 9:12\nSubject: text"
    asked = f"{head}\n\nCould you?"
    release = letter("Dear Anna,", TITLE, A, B, C, "Kind regards,\nTom", asked)
    assert said(release) == [A, B, C]
    assert "Could you?" in listed(release, "the message that is answered")


def test_what_is_quoted_below_a_letter_is_what_it_answers() -> None:
    asked = "On 4 Dec 2019, at 16:05, Anna <a@desk.example> wrote:\n\n> Dear Tom,\n> could you send it?"
    release = letter("Dear Anna,", TITLE, A, B, C, "Kind regards,\nTom", asked)
    assert said(release) == [A, B, C]
    assert "could you send it?" in listed(release, "the message that is answered")


def test_a_message_that_is_quoted_is_dated_by_the_line_above_it() -> None:
    quoted = f"{TITLE}\n>\n> {A}\n>\n> {B}\n>\n> {C}"
    release = letter("For June?", f"> On 3 May 2019, at 16:05, Mila <m@moth.example> wrote:\n>\n> {quoted}")
    assert (release.headline, release.date, said(release)) == (TITLE, date(2019, 5, 3), [A, B, C])


def test_a_poet_who_wrote_something_ends_no_letter() -> None:
    poet = "In 1987 the poet of the lakes wrote:"
    assert said(letter(TITLE, A, B, poet, C)) == [A, B, poet, C]


def test_marks_of_programs_for_sites_are_listed_and_the_words_between_them_stay() -> None:
    marks = (
        f"---\ntitle: {TITLE}\nsubtitle: What the boats brought home at noon\ndate: 2019-12-05\n---\n",
        f"import Tabs from '@theme/Tabs';\n\n{A}\n",
        ":::note Good to know\nNets are lent.\n:::\n",
        f"::: {{.lead}}\n{B}\n:::\n",
        '!!! tip "Of use"\n    Bring a net.\n',
        "## Boats {#boats}\n",
        f"[[toc]]\n\n{{% quote %}}\n{C}\n{{% endquote %}}\n",
        "[Nets]{.underline} are free.\n",
    )
    release = note("\n".join(marks))
    text = [A, "Good to know", "Nets are lent.", B, "Of use", "Bring a net.", "Boats", C, "Nets are free."]
    assert (release.headline, release.standfirst) == (TITLE, "What the boats brought home at noon")
    assert said(release) == text
    assert "@theme/Tabs" in listed(release, "a mark for a site's program")


def test_a_caption_of_a_picture_that_is_not_there_is_listed() -> None:
    release = note(f'# {TITLE}\n\n5 December 2019\n\n{A}\n\n![a](b.jpg "Boats at noon")\n\n{B}\n')
    assert listed(release, "caption of a picture that is not there") == "Boats at noon"


TONGUES = {
    "de": """
        Auf dem Brocken ist eine Sternwarte mit einem Spiegel eröffnet worden. Sie steht in der alten Wetterwarte, und
        der erste Gast war ein Imker, der wissen wollte, ob man Bienen vom Mond aus sieht. Man sieht sie nicht.
    """,
    "fr": """
        Après quarante ans d’arrêt, le moulin de Sarre a moulu dimanche ses premiers sacs de farine. Trois cents
        habitants étaient venus voir tourner la roue, et la farine sera vendue au profit de l’école du village.
    """,
    "pl": """
        Na dachu ambasady policzono w ciągu jednej nocy dwieście gatunków ciem, to jest więcej niż w parku. Lampę
        pożyczyła służba latarni, a druga noc jest planowana na wrzesień, kiedy nie będzie już jaskółek.
    """,
    "tr": """
        Değirmen kırk yıl sonra yeniden un öğüttü ve bu un okul için satılacak. Pazar günü üç yüz kişi çarkın dönmesini
        görmek için geldi, çocuklar da ilk çuvalları taşıdı. Bir sonraki gün için daha çok kişi bekleniyor.
    """,
}


@pytest.mark.parametrize("language", TONGUES)
def test_the_language_of_a_text_is_told_by_its_small_words(language: str) -> None:
    text = " ".join(TONGUES[language].split())
    assert language_of(read_release(Source("a.txt", f"Xx\n\n{text}".encode())), "en") == language


def test_a_short_text_tells_no_language() -> None:
    assert language_of(read_release(Source("a.txt", b"Boats\n\nFive boats came home at noon today.")), "ru") == ""
