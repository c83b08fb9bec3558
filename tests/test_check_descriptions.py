"""Descriptions of pictures: that each has one, and what an editor reads of one that is none."""

from __future__ import annotations

import pytest

from tests.issue_desk import ARTICLE, Desk, jpeg

CAPTION = "The Secretary General with the Minister, Almaty, 5 April 2023."


def of_photo(desk: Desk, alt: str, caption: str = CAPTION, more: str = "") -> list[str]:
    """What is found when the article has a photo with this description."""
    desk.photo("photos/a.jpg")
    desk.front(f'photos: [{{file: photos/a.jpg, credit: "D", caption: "{caption}", alt: "{alt}"{more}}}]\n')
    return desk.findings()


@pytest.mark.parametrize(
    "more,place",
    [
        ("gallery: {photos: [{file: photos/a.jpg, FULL}]}", "8:27"),
        ("fillers: [{photo: {file: photos/a.jpg, FULL}}]", "8:26"),
        ("fillers: [{advert: {file: photos/a.jpg}}]", "8:27"),
        ("adverts: [{file: photos/a.jpg}]", "8:18"),
        ("foreword: {article: articles/foreword.md, portrait: {file: photos/a.jpg, FULL}}", "8:60"),
    ],
    ids=["gallery", "filler", "house advert", "advert", "portrait"],
)
def test_every_picture_of_the_manifest_needs_a_description(desk: Desk, more: str, place: str) -> None:
    desk.photo("photos/a.jpg", jpeg(210, 297)).article(ARTICLE, "foreword.md" if "foreword" in more else "almaty.md")
    desk.with_more(more.replace("FULL", 'caption: "c", credit: "d"') + "\n")
    told = [finding.partition("  Add")[0] for finding in desk.findings() if "E231" in finding]
    assert told == [f"issue.yaml:{place}  E231  photos/a.jpg has no description."]
    desk.with_more(more.replace("FULL", 'caption: "c", credit: "d"').replace(".jpg", '.jpg, alt: " "') + "\n")
    assert [f.partition("  Add")[0] for f in desk.findings() if "E231" in f] == told


def test_the_picture_of_a_section_and_those_of_the_text_need_one_too(desk: Desk) -> None:
    desk.photo("photos/a.jpg").photo("photos/b.jpg")
    desk.changed("  - month: 2023-04\n", "  - month: 2023-04\n    photo: {file: photos/b.jpg, credit: D}\n")
    desk.body('One.\n\n![](photos/a.jpg "A caption.")\n')
    assert [f.partition("  Add")[0] for f in desk.findings() if "E231" in f] == [
        "articles/almaty.md:7:1  E231  photos/a.jpg has no description.",
        "issue.yaml:7:19  E231  photos/b.jpg has no description.",
    ]


def test_a_good_description_is_not_spoken_of(desk: Desk) -> None:
    assert of_photo(desk, "Two men in dark suits shake hands before a row of flags.") == []


@pytest.mark.parametrize(
    "alt",
    [
        CAPTION,
        "the secretary general with the minister -- almaty, 5 april 2023",
        "The Secretary General with the Minister",
        "Almaty",
        "Photo: the Secretary General with the Minister, Almaty, 5 April 2023.",
    ],
    ids=["the same", "but for its signs", "part of it", "a word of it", "a little more"],
)
def test_a_description_that_repeats_the_caption_is_advice_at_its_place(desk: Desk, alt: str) -> None:
    (told,) = of_photo(desk, alt)
    column = 17 + len(f'photos/a.jpg, credit: "D", caption: "{CAPTION}", alt: ')
    assert told.startswith(
        f"articles/almaty.md:4:{column}  A252  The description of photos/a.jpg repeats its caption, so that"
    )


@pytest.mark.parametrize(
    "alt",
    [
        "The Secretary General and the Minister shake hands before flags in a hall in Almaty.",
        f"{CAPTION} Both hold up a blue document for the cameras around them.",
    ],
    ids=["some of its words", "all of it and as much again"],
)
def test_a_description_that_says_more_than_the_caption_is_none(desk: Desk, alt: str) -> None:
    assert of_photo(desk, alt) == []


def test_the_caption_of_the_cover_counts_too(desk: Desk) -> None:
    desk.changed('alt: "A road."', 'alt: "A road.", caption: "A road"')
    assert [f[: len("issue.yaml:4:63  A252")] for f in desk.findings()] == ["issue.yaml:4:63  A252"]


@pytest.mark.parametrize(
    "alt", ["IMG_1234.jpg", "photo1", "Photo (3)", "DSC 0042", "photos/a.jpg", "a", "almaty_final", "20230405-1"]
)
def test_a_description_that_is_the_name_of_a_file_is_advice(desk: Desk, alt: str) -> None:
    (told,) = of_photo(desk, alt)
    assert f"  A253  “{alt}” is the name of a file and no description." in told
    assert told.endswith('Write alt: "what the picture shows".')


@pytest.mark.parametrize("alt", ["A", "Photo of a lake", "Images of 2023", "The year 1999", "Картина"])
def test_words_are_no_file_name(desk: Desk, alt: str) -> None:
    assert of_photo(desk, alt) == []


@pytest.mark.parametrize("length,count", [(250, 0), (251, 1)])
def test_a_description_over_250_characters_is_advice(desk: Desk, length: int, count: int) -> None:
    found = of_photo(desk, ("word " * 60)[: length - 1] + ".")
    assert len([f for f in found if "A254" in f]) == count
    assert all("has 251 characters; it is heard in one go.  Bring it to 250" in f for f in found if "A254" in f)


def test_a_decorative_picture_has_no_description_that_would_be_lost(desk: Desk) -> None:
    (told,) = of_photo(desk, "A lake.", more=", decorative: true")
    assert "  W251  photos/a.jpg is decorative, and yet it has a description, which nobody will hear." in told
    assert told.endswith("Delete decorative: true, or else the description.")


def test_a_decorative_picture_without_a_description_repeats_nothing(desk: Desk) -> None:
    assert of_photo(desk, "", more=", decorative: true") == []
