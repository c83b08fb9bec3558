"""The copy desk, rule by rule: what it remarks on, what it says, and what is right and left alone."""

from __future__ import annotations

import pytest

from tests.copydesk_desk import LONG, codes, remarks_on, scene, told
from tests.issue_desk import Desk


@pytest.mark.parametrize(
    "text,expected",
    [
        ("It is pubIic now.", "a0.md:4:7  A260  “pubIic” has a capital I where an l belongs.  Type public."),
        ("They wiII come.", "a0.md:4:6  A260  “wiII” has a capital I where an l belongs.  Type will."),
        ("Again lt was so. It is.", "a0.md:4:7  A260  “lt” has an l where a capital I belongs.  Type It."),
        ("In 2O23 it ended.", "a0.md:4:4  A260  “2O23” has a letter where a figure belongs.  Type 2023."),
        (
            "This is а word.",
            (
                "a0.md:4:9  A260  “а” is written with letters of another alphabet (Cyrillic) that look the same."
                "  Type a again."
            ),
        ),
        ("From 10 to14 April.", "a0.md:4:9  A261  A blank is lost: to14  Type to 14"),
        ("He spoke inthe hall.", "a0.md:4:10  A261  A blank is lost: inthe  Type in the"),
        ("First,then the rest.", "a0.md:4:6  A261  A blank is lost: First,then  Type First, then"),
        ("It ended.Then they left.", "a0.md:4:9  A261  A blank is lost: ended.Then  Type ended. Then"),
        ("First , the rest.", "a0.md:4:6  A262  A blank stands before a stop: First , the rest.  Delete the blank."),
        ("It ended.. Then on.", "a0.md:4:9  A262  Two stops stand together: It ended.. Then on.  Leave one: ."),
        (
            "Our interaction. we saw.",
            (
                "a0.md:4:16  A263  A sentence goes on behind a full stop: interaction. we"
                "  Type a comma for the stop, or We."
            ),
        ),
        (
            "So ended the visit They went home.",
            "a0.md:4:19  A263  A full stop is lost: visit They  Type visit. They, or visit they",
        ),
        (
            "Guests (among them two left.",
            "a0.md:4:8  A264  A bracket is opened and never closed: Guests (among them two  Type ) where it ends.",
        ),
        (
            "He went – at last - home.",
            "a0.md:4:19  A265  A hyphen stands where a dash belongs: went – at last - home.  Type –",
        ),
        ("A well- known man.", "a0.md:4:3  A266  A blank stands beside a hyphen: well- known  Type well-known"),
        (
            "It rose by 5,5 per cent.",
            (
                "a0.md:4:12  A267  A comma in a decimal figure: It rose by 5,5 per cent."
                "  Type 5.5, or a blank behind the comma."
            ),
        ),
        ("It was on 31 April.", "a0.md:4:11  A268  There is no 31 April.  Correct the day."),
        (
            "On Monday, 31 May 2023, it ended.",
            "a0.md:4:4  A268  31 May 2023 was no Monday.  It was Wednesday: correct the day, or the date.",
        ),
        ("So it was in the in the end.", "a0.md:4:18  A245  “in the” stands twice in a row.  Delete one."),
        ("The The end came.", "a0.md:4:5  A245  “The” stands twice in a row.  Delete one."),
        (
            "The HQRS met.",
            (
                "a0.md:4:5  A276  The abbreviation HQRS is spelt out nowhere in the issue."
                "  Spell it out where it comes first, as in: the words (HQRS)."
            ),
        ),
    ],
)
def test_damage_is_told_with_its_place_and_what_to_type(desk: Desk, text: str, expected: str) -> None:
    assert told(remarks_on(desk, text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The two- and three-day talks, pre- and post-war alike, ended at 18.30.",
        "On G20 and CO2, see Table 2a, the A4 sheet, the 79th session, 5th item and 10km run.",
        "Mr. Lee (Dr) came, etc. and so on, e.g. by train; cf. the 3 p.m. talk in St. Ives.",
        "Lima, The Hague and Bonn agreed. The IIIrd act and the iPhone were there, as Baden Baden was.",
        "A state-of-the-art, co-owned and well-kept house – in all respects – stood (as ever) there.",
        "About 1,250 came, or 12,500; the year 2023 and the number +7 7172 576510 stay.",
        "He said “yes, we can” and left; the participant(s) stayed … and slept.",
        "See www.example.org/a,b or write to first.last@example.org, please.",
        "The World Health Group (WHG) met. WHG, the body for health, is known. So is the UN.",
        "In 2021–2022 it grew by 5.5 per cent, from 3 to 4 million.",
    ],
)
def test_what_is_right_is_left_alone(desk: Desk, text: str) -> None:
    assert told(remarks_on(desk, text)) == []


def test_a_paragraph_without_an_end_is_told_where_the_others_have_one(desk: Desk) -> None:
    body = "\n\n".join((*LONG, "The council will meet again in the"))
    assert told(remarks_on(desk, body)) == [
        "a0.md:14:32  A264  The text breaks off: … meet again in the  Write its end, or a full stop."
    ]
    assert told(remarks_on(desk, "The council met\n\nAll took part in it")) == []


def test_an_item_without_its_sign_is_told_where_the_others_have_one(desk: Desk) -> None:
    found = told(remarks_on(desk, "- a plan;\n- a house\n- a road.\n"))
    assert found == [
        (
            "a0.md:5:9  A264  This item ends without a stop, and the others with one: a house"
            "  Write its end, or the stop that the others have."
        )
    ]
    assert told(remarks_on(desk, "- a plan\n- a house\n- a road\n")) == []


def test_spellings_are_told_only_where_they_are_mixed_and_at_the_rarer_one(desk: Desk) -> None:
    assert told(remarks_on(desk, "They organise it and realise it.")) == []
    found = told(remarks_on(desk, "They organize it, realize it, recognise it and advertise it."))
    assert found == [
        (
            "a0.md:4:31  A269  “recognise” is spelt in another way than the rest: elsewhere the issue has -ize."
            "  Type recognize"
        )
    ]


def test_names_of_bodies_are_spelt_as_they_spell_themselves(desk: Desk) -> None:
    text = "They organize it with the Shanghai Cooperation Organisation and the Labor Party of the Center for Studies."
    assert told(remarks_on(desk, text, style="known: [X]\n")) == []


@pytest.mark.parametrize(
    "text,rare,often",
    [
        ("The color of the centre and the harbour.", "color", "colour"),
        ("A policy-maker, another policymaker and a policymaker.", "policy-maker", "policymaker"),
        ("Mr Lee, Ms Lee and Mr. Kim.", "Mr.", "Mr"),
    ],
)
def test_the_rarer_form_gives_way(desk: Desk, text: str, rare: str, often: str) -> None:
    (remark,) = remarks_on(desk, text)
    assert remark.finding.code == "A269"
    assert f"“{rare}”" in remark.finding.message
    assert remark.correction
    assert (remark.correction.old, remark.correction.new) == (rare, often)


@pytest.mark.parametrize(
    "text,code",
    [
        ("On 5 April, 6 May and June 7, 2023.", "A268"),
        ("On 5 April, 6 May and 07.06.2023.", "A268"),
        ("In 12,500 and 14,500 and 15 500 places.", "A267"),
        ("The “one” – and ‘two’ — or “three” – or four – are “so”.", "A265"),
        ('The “one” and “two” and "three" are “so”.', "A243"),
    ],
)
def test_two_customs_in_one_issue_are_told(desk: Desk, text: str, code: str) -> None:
    assert codes(remarks_on(desk, text)) == {code}


def test_straight_marks_throughout_are_no_fault_since_print_curves_them(desk: Desk) -> None:
    assert told(remarks_on(desk, 'He said "yes" to the\nboard\'s plan.\n')) == []


def test_straight_apostrophes_are_judged_apart_from_quotation_marks(desk: Desk) -> None:
    assert told(remarks_on(desk, "The board's “plan”, and the “other” of the town's.\n")) == []
    assert told(remarks_on(desk, "The board's plan, and the town’s, and Anna’s.\n")) == [
        "a0.md:4:10  A243  A straight apostrophe: The board's plan, and the  Type ’."
    ]


def test_a_straight_mark_without_a_partner_is_told(desk: Desk) -> None:
    assert told(remarks_on(desk, 'He said "yes to the plan.')) == [
        'a0.md:4:9  A264  A quotation mark has no partner: He said "yes to the plan.  Type the other one.'
    ]


def test_feet_and_inches_are_no_quotation_marks(desk: Desk) -> None:
    assert told(remarks_on(desk, "The wall is 6' 2\" high, and “so” on.\n")) == []


def test_the_right_marks_are_those_of_the_language(desk: Desk) -> None:
    found = remarks_on(desk, 'Совет «Запад», «Север» и "Восток" собрался.', language="ru")
    assert [remark.correction.new for remark in found if remark.correction] == ["«", "»"]


def test_words_in_another_language_are_not_judged_by_this_one(desk: Desk) -> None:
    assert told(remarks_on(desk, "They said [в2023 organise,it]{lang=ru} and organize [так,и]{lang=ru} so.")) == []


def test_two_names_that_differ_by_a_letter_are_told_at_the_rarer_one(desk: Desk) -> None:
    one = "President Kassym Tokayev spoke. President Kassym Tokayev left. President Kasym Tokayev stayed."
    assert told(remarks_on(desk, one)) == [
        (
            "a0.md:4:74  A272  “Kasym” here, and “Kassym” 2 times in the issue: one name in two spellings?"
            "  Type Kassym, if it is the same."
        )
    ]
    assert told(remarks_on(desk, "Mr Aibek Moldov met Mr Alibek Kuantyr. Iran met Iraq; Kazakh met Kazakhs.")) == []


def test_a_name_that_only_the_caption_has_is_told(desk: Desk) -> None:
    desk.photo("photos/a.jpg")
    photo = (
        'photos: [{file: photos/a.jpg, caption: "At the table. Ms Ana Lopez and Mr Ber Demir.", credit: C, alt: D.}]'
    )
    found = told(remarks_on(desk, "Mr Ber Demir spoke.", front=(photo,)), "A271")
    assert found == [
        (
            "a0.md:3:58  A271  The article does not name “Ana Lopez”, as this caption does."
            "  Compare the caption with the article."
        )
    ]


def test_one_caption_without_a_stop_is_told_and_captions_without_stops_are_a_custom(desk: Desk) -> None:
    def photos(*captions: str) -> str:
        told = (f'{{file: photos/{i}.jpg, caption: "{c}", credit: C, alt: D.}}' for i, c in enumerate(captions))
        return f"photos: [{', '.join(told)}]"

    for number in range(5):
        desk.photo(f"photos/{number}.jpg")
    mixed = photos("One.", "Two.", "Three.", "Four.", "Five")
    assert codes(remarks_on(desk, "Text.", front=(mixed,))) == {"A275"}
    assert codes(remarks_on(desk, "Text.", front=(photos("One", "Two", "Three", "Four", "Five"),))) == set()


def test_an_article_that_begins_like_another_and_a_paragraph_that_stands_twice(desk: Desk) -> None:
    first = "The council of the twelve cities by the great river met in the old town hall on a day in May."
    found = told(remarks_on(desk, f"{first} It was long.", f"{first} Nobody knew why."))
    assert found == [
        "a1.md:4:1  A273  This article begins like articles/a0.md (line 4).  Begin one of the two in another way."
    ]
    twice = told(remarks_on(desk, f"One.\n\n{first}", f"Two.\n\n{first}"))
    assert [line.split("  ")[1] for line in twice] == ["A273"]


def test_a_picture_under_two_names_is_known_in_another_size(desk: Desk) -> None:
    desk.photo("photos/a.jpg", scene(1, (1200, 800))).photo("photos/b.jpg", scene(1, (480, 320)))
    desk.photo("photos/c.jpg", scene(2, (1200, 800)))
    lines = [f"photos: [{{file: photos/{n}.jpg, caption: C., credit: C, alt: D.}}]" for n in "acb"]
    found = told(remarks_on(desk, "One.", "Two.", "Three.", front=lines))
    assert [line.partition("  Name")[0] for line in found] == [
        (
            "a2.md:3:17  A274  photos/b.jpg shows the same picture as photos/a.jpg, which is used at"
            " issues/2023-q2/articles/a0.md:3:17."
        )
    ]
