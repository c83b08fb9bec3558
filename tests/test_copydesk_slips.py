"""The copy desk on slips that nothing else in the text gives away, and on what only looks like one."""

from __future__ import annotations

import pytest

from tests.copydesk_desk import codes, remarks_on, told
from tests.issue_desk import Desk


@pytest.mark.parametrize(
    "text,expected",
    [
        ("In 2O3O and 1OO more.", ["a0.md:4:4  A260  “2O3O” has a letter where a figure belongs.  Type 2030."]),
        ("A reaI and YangIing case.", ["a0.md:4:3  A260  “reaI” has a capital I where an l belongs.  Type real."]),
        ("By cIosing it.", ["a0.md:4:4  A260  “cIosing” has a capital I where an l belongs.  Type closing."]),
        ("By the lstanbul train.", ["a0.md:4:8  A260  “lstanbul” has an l where a capital I belongs.  Type Istanbul."]),
        ("He came ,and so.", ["a0.md:4:8  A262  A blank stands before a stop: He came ,and so.  Delete the blank."]),
        ("No bul1ying.", ["a0.md:4:4  A260  “bul1ying” has a figure where a letter belongs.  Type the word again."]),
        ("It was ofForeign make. Foreign it was.", ["a0.md:4:8  A261  A blank is lost: ofForeign  Type of Foreign"]),
        ("It unites28 states.", ["a0.md:4:4  A261  A blank is lost: unites28  Type unites 28"]),
        ("A sound\u00a0 plan.", ["a0.md:4:8  A244  2 blanks stand together: A sound\u00a0 plan.  Delete all but one."]),
        (
            "It began in 2014. and went on (a while). but not long.",
            [
                (
                    "a0.md:4:17  A263  A sentence goes on behind a full stop: 2014. and"
                    "  Type a comma for the stop, or And."
                ),
                (
                    "a0.md:4:40  A263  A sentence goes on behind a full stop: while). but"
                    "  Type a comma for the stop, or But."
                ),
            ],
        ),
        ("She is herself a.", ["a0.md:4:16  A264  The sentence breaks off: herself a.  Write its end."]),
        (
            "The idea “Asian Spirit: a way.",
            ["a0.md:4:10  A264  A quotation is opened and never closed: The idea “Asian Spirit:  Type ” at its end."]
        ),
        (
            "The idea of an Asian Spirit”: a way.",
            ["a0.md:4:28  A264  A quotation is closed and never opened: Asian Spirit”: a way.  Type “ at its start."],
        ),
        (
            "The ”human“ side.",
            [
                "a0.md:4:11  A243  A quotation mark is turned the wrong way: The ”human“ side.  Type ”.",
                "a0.md:4:5  A243  A quotation mark is turned the wrong way: The ”human“ side.  Type “.",
            ],
        ),
        (
            "He said „we can“ and left.",
            [
                (
                    "a0.md:4:16  A243  The marks „ “ are those of another language: said „we can“ and left."
                    "  Type “ and ”, or give the article its language, as in language: de"
                )
            ],
        ),
        (
            "He said „we can and left. So “it” was.",
            ["a0.md:4:9  A264  A quotation is opened and never closed: He said „we can and left.  Type ” at its end."],
        ),
        ("It is India´s.", ["a0.md:4:12  A243  An accent for an apostrophe: It is India´s.  Type ’."]),
        (
            "Some 10.000 came.",
            [
                (
                    "a0.md:4:6  A267  10.000 has the sign of decimals between the thousands."
                    "  Type 10,000, if it is that many."
                )
            ],
        ),
        ("Open 9.30-11.00.", ["a0.md:4:10  A265  A hyphen stands where a dash belongs: Open 9.30-11.00.  Type –"]),
        ("From April-June.", ["a0.md:4:11  A265  A hyphen stands where a dash belongs: From April-June.  Type –"]),
        (
            "He rose -he said- and left.",
            ["a0.md:4:4  A266  A blank stands beside a hyphen: rose -he  Type rose-he, or rose – he"],
        ),
    ],
)  # fmt: skip
def test_a_slip_is_told_though_nothing_else_in_the_issue_gives_it_away(
    desk: Desk, text: str, expected: list[str]
) -> None:
    assert [line for line in told(remarks_on(desk, text)) if "1OO" not in line and "YangI" not in line] == expected


@pytest.mark.parametrize(
    "text,odd",
    [
        ("On 5 April 2023, in October 2022 and in Oct. 2022.", "Oct. 2022"),
        ("On 5 April 2023 and in 10/2022.", "10/2022"),
        ("On 5 April 2023, on 6 May 2023 and on 7 May, 2023.", "7 May, 2023"),
        ("On May 5, 2023, May 6, 2023 and May 7 2023 too.", "May 7 2023"),
    ],
)
def test_a_date_in_a_third_way_is_told(desk: Desk, text: str, odd: str) -> None:
    assert [line.split("  ")[2] for line in told(remarks_on(desk, text, language="en"))] == [
        f"A date of another kind than the others: {odd}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Then 6CO2 and 6O2, with 10 l of water, gave 2O3.",
        "Mr McInnes and Ms Iliev use LinkedIn, a covid19 map and the sha256 sum.",
        "Die Sitzung war am 14. und 15. April 2023.",
        "“The first paragraph of two.\n\n“The second one,” he said, “is the last.”",
        "It was 6” wide, rock ’n’ roll, ’twas the boys’ room in the ’90s.",
        "Call +996 312 55-01-23 or (7172) 576 510, room 20415, ISO 27001, 10117 Berlin.",
        "The mass was 3.500 kg; 1,250 came.",
        "Wi-Fi is 24-hour. The 4-3-3 plan and the score 3-2 hold.",
        "¹⁸O and ¹⁶O are in CO₂.",
        "It was found. www.example.org has more. `build` makes it; see `#`, `:` and `a..b` there.",
        "MINSK, 26 January (Agency) – It began.\n\nPORT ALLEN — It went on.\n\nNEW YORK (Agency) – It ended.",
        "What he had had day after day after day was enough.",
        "He owed 300 lbs of [lśnienie]{lang=pl} and ljubav, llamas and all.",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(desk: Desk, text: str) -> None:
    language = "de" if text.startswith("Die") else "en-GB"
    assert told(remarks_on(desk, text, language=language)) == []


@pytest.mark.parametrize(
    "text,code",
    [
        ("He said that that was so.", "A245"),
        ("It is a long way a long way off.", "A245"),
        ("In Yangming and YangIing both.", "A260"),
        ("Some met Ms Deputy. The Deputy metDeputy Lo; they met.", "A261"),
        ("They resign and resign, and re-sign it.", "A269"),
        ("The programme, the programme and the program.", "A269"),
        ("There were 12,500 and 14,500; then 20415.", "A267"),
        ("About 10.000 people came.", "A267"),
    ],
)
def test_what_may_be_meant_is_told_and_never_corrected(desk: Desk, text: str, code: str) -> None:
    (remark,) = remarks_on(desk, text)
    assert (remark.finding.code, remark.correction) == (code, None)


@pytest.mark.parametrize("language,odd", [("en-US", "9 May"), ("en-GB", "May 8")])
def test_of_two_dates_the_one_that_the_country_does_not_write_is_told(desk: Desk, language: str, odd: str) -> None:
    (line,) = told(remarks_on(desk, "On May 8 it began, on 9 May it ended.", language=language))
    assert f"others: {odd}" in line


def test_a_program_for_computers_is_no_programme(desk: Desk) -> None:
    assert told(remarks_on(desk, "The programme was long.\n\nThe computer program was short.")) == []


def test_nouns_and_measures_are_told_from_their_other_senses(desk: Desk) -> None:
    found = told(remarks_on(desk, "The colour of a license, 20 meters of a two-story house, a story and a gas meter."))
    assert [line.rpartition("  ")[2] for line in found] == ["Type licence", "Type metre", "Type storey"]


def test_of_two_names_that_are_as_frequent_the_later_one_is_asked_about(desk: Desk) -> None:
    found = told(remarks_on(desk, "Dr Alexander Lukin spoke. They asked Dr Lukkin again."))
    assert [line.split("  ")[2] for line in found] == [
        "“Lukkin” here, and “Lukin” once in the issue: one name in two spellings?"
    ]


def test_a_name_behind_an_initial_is_compared_with_others(desk: Desk) -> None:
    found = told(remarks_on(desk, "So President James T. Whitefield said. Then Whitfield left, and Whitfield slept."))
    assert [line.split("  ")[1] for line in found] == ["A272"]


def test_a_short_name_is_asked_about_where_the_rest_of_it_is_the_same(desk: Desk) -> None:
    text = "Ms Chi Fang came. Ms Chi Fang spoke, and Ms Chi Fang left. Ms Chi Feng stayed."
    assert codes(remarks_on(desk, text)) == {"A272"}
    assert told(remarks_on(desk, "Mr Kim Jong came. Mr Kim Jung left. Ms Li Na and Ms Lina Li met.")) == []


def test_a_name_of_the_list_with_other_signs_between_is_told(desk: Desk) -> None:
    style = "names: [Ana Friberg-Storey]\n"
    (remark,) = remarks_on(desk, "Ms Ana Friberg Storey came.", style=style)
    assert remark.finding.code == "A270"
    assert remark.correction
    assert (remark.correction.old, remark.correction.new) == ("Ana Friberg Storey", "Ana Friberg-Storey")
    assert told(remarks_on(desk, "Ms Ana Friberg-Storey’s hat.", style=style)) == []


def test_a_month_in_a_caption_is_no_name_that_the_article_lacks(desk: Desk) -> None:
    desk.photo("photos/a.jpg")
    photo = "photos: [{file: photos/a.jpg, caption: In the hall in Sept 2022., credit: C, alt: D.}]"
    assert told(remarks_on(desk, "All was well.", front=(photo,)), "A271") == []


def test_initials_count_as_spelling_out_only_where_few_letters_are_besides(desk: Desk) -> None:
    assert told(remarks_on(desk, "The OIC met in the Organization and China.")) != []
    assert told(remarks_on(desk, "The EAEU met in the Eurasian Economic Union.")) == []


def test_a_word_in_another_alphabet_is_told_once(desk: Desk) -> None:
    assert codes(remarks_on(desk, "The \u0405\u041e\u0421 met. The Senior Official Clerk came.")) == {"A260"}
    both = "On the Caspian Sea, and the Caspian Sea, and the C\u0430spian Sea."
    assert codes(remarks_on(desk, both)) == {"W242"}
