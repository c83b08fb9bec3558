"""The commands ``plan`` and ``status`` as a user meets them."""

from __future__ import annotations

import pytest

from tests.commandline import CommandLine

MANIFEST = "issues/2026-q4/issue.yaml"
# 20 November 2026
EPOCH = "1795132800"


@pytest.fixture(autouse=True)
def _a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def planned(newsletter: CommandLine) -> None:
    newsletter.edit(
        MANIFEST,
        "sections:\n",
        "press: 2026-12-01\nsections:\n"
        "  - title: Coming\n    planned:\n"
        '      - {title: "A very long working title that no terminal of eighty columns has room for",'
        ' owner: "Somebody with a very long name", due: 2026-11-02, length: 1200}\n',
    )


def test_a_plan_is_a_manifest_of_planned_articles(newsletter: CommandLine) -> None:
    done = newsletter("plan", "2027-Q1", "--press", "2027-04-05", "--articles", "5")
    assert done.code == 0
    assert done.out == (
        "The plan is in issues/2027-q1/issue.yaml\nNext: put in titles and owners, then digest status 2027-q1\n"
    )
    text = (newsletter.folder / "issues/2027-q1/issue.yaml").read_text(encoding="utf-8")
    assert text.count("- {title:") == 5
    assert 'publication:\n  title: "My Newsletter"\n' in text
    assert 'masthead:\n  publisher: "Your organisation"\n' in text
    assert "cover:" not in text
    totals = newsletter("status", "2027-q1", "--json").data["totals"]
    assert (totals["articles"]["planned"], totals["errors"]) == (5, 0)


def test_a_plan_overwrites_nothing(newsletter: CommandLine) -> None:
    before = (newsletter.folder / MANIFEST).read_bytes()
    done = newsletter("plan", "2026-q4", "--press", "2027-01-05")
    assert (done.code, "issues/2026-q4/issue.yaml is there already; nothing was changed." in done.err) == (2, True)
    assert (newsletter.folder / MANIFEST).read_bytes() == before


@pytest.mark.parametrize(
    "press,why", [("2026-11-19", "is past"), ("2026-12-31", "is before the quarter begins, 2027-01-01")]
)
def test_a_press_day_that_cannot_be_meant_is_refused(newsletter: CommandLine, press: str, why: str) -> None:
    done = newsletter("plan", "2027-q1", "--press", press)
    assert (done.code, f"The press day {press} {why}." in done.err) == (2, True)
    assert not (newsletter.folder / "issues/2027-q1").exists()


@pytest.mark.parametrize(
    "arguments", [["2027-q5", "--press", "2027-04-05"], ["2027-q1"], ["2027-q1", "--press", "soon"]]
)
def test_a_plan_wants_a_quarter_and_a_day(newsletter: CommandLine, arguments: list[str]) -> None:
    done = newsletter("plan", *arguments)
    assert done.code == 2
    assert "'soon' is no day; write it as in 2024-04-05." in done.err or "soon" not in arguments
    assert not (newsletter.folder / "issues/2027-q1").exists()


@pytest.mark.parametrize("width", ["80", "100", "120"])
def test_the_table_fits_the_terminal(newsletter: CommandLine, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    planned(newsletter)
    monkeypatch.setenv("COLUMNS", width)
    done = newsletter("status")
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= int(width)
    assert done.out.splitlines()[0] == "2026-q4: 11 days to the press, 2026-12-01."
    (row,) = [line for line in done.out.splitlines() if line.startswith("planned")]
    assert row.split()[:4] == ["planned", "A", "very", "long"]
    assert "0/1200" in row
    assert " 2 Nov late" in row
    assert "Somebody with…" in row


def test_what_is_missing_stands_below_its_article(newsletter: CommandLine) -> None:
    article = min((newsletter.folder / "issues/2026-q4/articles").glob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("---\n", "---\nlayout: strange\n", 1), encoding="utf-8")
    done = newsletter("status")
    lines = done.out.splitlines()
    assert any(line.strip().endswith("1 error") and line.startswith("          missing: ") for line in lines)
    assert "; 1 error: digest check 2026-q4" in " ".join(done.out.split())


def test_machines_get_one_document(newsletter: CommandLine) -> None:
    planned(newsletter)
    data = newsletter("status", "--json").data
    assert (data["command"], data["issue"], data["today"], data["days_left"]) == (
        "status",
        "2026-q4",
        "2026-11-20",
        11,
    )
    (line,) = [article for article in data["articles"] if article["state"] == "planned"]
    assert (line["section"], line["due"], line["late"], line["length"]) == ("Coming", "2026-11-02", True, 1200)
    assert data["totals"]["late"] == 1
    assert data["totals"]["pages"] == {"built": None, "expected": None, "multiple_of": 4, "at_most": None}


def test_pages_are_known_after_a_build(newsletter: CommandLine) -> None:
    assert newsletter("build").code == 0
    data = newsletter("status", "--json").data
    assert data["totals"]["pages"]["built"] == 12
    assert all(article["pages"] for article in data["articles"])
    (foreword,) = [article for article in data["articles"] if not article["section"]]
    assert (foreword["title"], foreword["pages"], foreword["words"] > 100) == ("Dear reader", [4], True)


def test_the_page_of_html_is_written_where_it_is_wanted(newsletter: CommandLine) -> None:
    planned(newsletter)
    done = newsletter("status", "--html", "status.html")
    assert done.out.splitlines()[-1] == "status.html"
    text = (newsletter.folder / "status.html").read_text(encoding="utf-8")
    assert "11 days to the press" in text
    newsletter("status", "--html", "again.html", "--json")
    assert (newsletter.folder / "again.html").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "typed", [("status", "--html", "x.pdf"), ("photos", "--pdf", "x.txt"), ("flatplan", "--png", "x.jpg")]
)
def test_what_is_written_is_called_as_what_it_is(newsletter: CommandLine, typed: tuple[str, ...]) -> None:
    done = newsletter(*typed)
    assert (done.code, f"{typed[-1]} does not end in .{typed[1][2:]}; say x.{typed[1][2:]}" in done.err) == (2, True)
    assert not (newsletter.folder / typed[-1]).exists()


@pytest.mark.parametrize(
    "typed", [("status", "--html", "x.html"), ("photos", "--pdf", "x.pdf"), ("flatplan", "--png", "x.png")]
)
def test_an_older_file_is_kept_until_it_may_be_replaced(newsletter: CommandLine, typed: tuple[str, ...]) -> None:
    place = newsletter.folder / typed[-1]
    place.write_text("somebody's own", encoding="utf-8")
    done = newsletter(*typed)
    assert done.code == 1
    told = f"E714  {typed[-1]} is there already, and is not the same.  To write over it: --replace."
    assert told in " ".join(done.err.split("\n")), done.err
    assert place.read_text(encoding="utf-8") == "somebody's own"
    assert newsletter(*typed, "--replace").code == 0
    made = place.read_bytes()
    assert (newsletter(*typed).code, place.read_bytes()) == (0, made)  # the same again is no other


def test_a_manifest_that_cannot_be_read_has_no_status(newsletter: CommandLine) -> None:
    newsletter.edit(MANIFEST, "sections:\n", "sectoins:\n")
    done = newsletter("status")
    assert (done.code, "E122  sections is missing" in done.out) == (1, True)
    for command in ("status", "photos"):
        done = newsletter(command, "--json")
        assert (done.code, done.data["command"], done.data["ok"]) == (1, command, False)
        assert "E122" in {finding["code"] for finding in done.data["findings"]}


def test_a_flatplan_that_cannot_be_read_is_told(newsletter: CommandLine) -> None:
    (newsletter.folder / "issues/2026-q4/flatplan.yaml").write_text("pages: many\n", encoding="utf-8")
    done = newsletter("status")
    assert (done.code, "E123  pages wants a whole number" in done.out) == (0, True)
