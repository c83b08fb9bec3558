"""Faults planted in a copy of the sample: what is written in place of what, and what the copy desk has to say of it.

Each is a slip of a kind that texts come with. All of them stand in one copy at the same time, since that is how
an issue comes. The line that is expected is the one on which the new words stand.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from pipeline.copydesk.values import WORD
from pipeline.project import Project
from tests.house import ROOT

SAMPLE = ROOT / "issues" / "2023-q2"
NAME = "2023-q2"


@dataclass(frozen=True, slots=True)
class Fault:
    """In ``file`` (an article's name, or the manifest) ``new`` is written for ``old``, which must be there.

    ``code`` is what is expected on the line where ``mark`` stands in the changed file: ``new`` when left out.
    """

    file: str
    old: str
    new: str
    code: str
    mark: str = ""

    @property
    def path(self) -> str:
        """The file in the issue's folder."""
        return self.file if self.file.endswith(".yaml") else f"articles/{self.file}.md"


STYLE = """\
prefer:
  per cent: [percent]
  Kyrgyz Republic: [Kyrgyzstan, Kirghizia]
titles: [Mr, Ms, Mrs, Dr]
names: [Michaela Friberg-Storey, Hossein Amir-Abdollahian]
known: [MGIMO]
"""

FAULTS: tuple[Fault, ...] = (
    # Letters that only look right.
    Fault("alley-saplings", "lend a hand", "lend а hand", "A260"),
    Fault("bangkok-commission-session", "the regional body", "the regionаl body", "W242"),
    Fault("ankara-consultations", "the Parliamentary Assembly", "the Рarliamentary Assembly", "W242"),
    Fault("iran-trip", "the relations between", "the reIations between", "A260"),
    Fault("kuwait-first-trip", "The talks have given", "The talks wiII have given", "A260"),
    Fault("volunteers-in-astana", 'rally in 2024"', 'rally in 2O24"', "A260"),
    Fault("foreword", "platform for dialogue", "platform for dia1ogue", "A260"),
    # Blanks that were lost, doubled, misplaced.
    Fault("beijing-shanghai-trip", "from 10 to 14 April 2023 for talks", "from 10 to14 April 2023 for talks", "A261"),
    Fault("farm-industry-course", "followed it from 14 countries", "followed it from 14countries", "A261"),
    Fault("foreword", "held in Astana in October", "held inthe city of Astana in October", "A261"),
    Fault("two-days-in-almaty", "about student exchange and", "about student exchange,about trips and", "A261"),
    Fault("ramadan-dinner-astana", "listen.", "listen.Then they talk.", "A261"),
    Fault("officials-committee-april", "each Member State is free", "each MemberState is free", "A261"),
    Fault("new-delhi-talks", "The Secretary General", "The  Secretary General", "A244"),
    Fault("economy-ministry-talks", "Food security, green finance and", "Food security , green finance and", "A262"),
    Fault(
        "food-security-agency-meeting",
        "the Islamic Organization for Food Security (IOFS)",
        "the Islamic Organization for Food Security ( IOFS)",
        "A262",
    ),
    Fault("rabat-diplomat-received", ".\n", "..\n", "A262"),
    # Words that stand twice.
    Fault("astana-baku-statement", "in the work of the advisory", "in the work of of the advisory", "A245"),
    Fault("colombo-envoy-received", "The Deputy Secretary General", "The The Deputy Secretary General", "A245"),
    Fault("dhaka-disaster-webinar", "on the spot before", "on the spot on the spot before", "A245"),
    # Stops.
    Fault("bishkek-consultations", "a long view.", "a long view. we shall see.", "A263"),
    Fault("drugs-and-crime-office-meeting", "no country can meet alone", "no country. can meet alone", "A263"),
    Fault("harmful-net-use-workshop", "a report. It described", "a report It described", "A263"),
    Fault("moscow-economic-forum", "he said, is one strand in", "he said, This is one strand in", "A263"),
    Fault(
        "universities-experts-call", "The talks will continue.", "There was time for talks They will continue.", "A263"
    ),
    # Texts that break off.
    Fault("emirates-donation", "is a good foundation for it.", "is a good foundation for", "A264"),
    Fault("women-empowerment-meeting", "has a firm place.", "has a firm pla", "A264"),
    Fault("cycling-by-the-lake", "and into easy conversation.", "and into the", "A264"),
    Fault("press-briefing-turkiye", "- the CICA Fund.\n\nThe questions", "- the CICA\n\nThe questions", "A264"),
    Fault("working-group-online", "(RMT), on which", "(RMT, on which", "A264"),
    # Dashes and hyphens.
    Fault("alley-saplings", "the environmental dimension of CICA.", "the environmental dimension - of CICA.", "A265"),
    Fault("press-briefing-turkiye", "2023–2024", "2023-2024", "A265"),
    Fault("foreword", "from April to June", "from April -- to June", "A265"),
    Fault(
        "officials-committee-april",
        "confidence building measures. Its focus",
        "well- known measures. Its focus",
        "A266",
    ),
    Fault("economy-ministry-talks", "medium-sized", "medium -sized", "A266"),
    # Quotation marks.
    Fault("moscow-economic-forum", "“EAEU-SCO-BRICS: Open", '"EAEU-SCO-BRICS: Open', "A243"),
    Fault("two-days-in-almaty", "Secretary General’s visit", "Secretary General's visit", "A243"),
    # Figures and dates.
    Fault("emirates-donation", "once more made", "once more, by 2,5 per cent, made", "A267"),
    Fault("volunteers-in-astana", "A great number of volunteer groups", "In 15 300 places volunteer groups", "A267"),
    Fault(
        "drugs-and-crime-office-meeting",
        "headquarters in Astana on 11 April 2023",
        "headquarters in Astana on April 11, 2023",
        "A268",
    ),
    Fault("emirates-donation", "On 11 May 2023", "On 11.05.2023", "A268"),
    Fault("ramadan-dinner-astana", "on 22 April", "on 31 April", "A268"),
    Fault("dhaka-disaster-webinar", "Wednesday, 31 May", "Monday, 31 May", "A268"),
    # Spellings.
    Fault("press-briefing-turkiye", "growing weight that CICA", "recognised weight that CICA", "A269"),
    Fault("kuwait-first-trip", "satisfaction of the Organization", "satisfaction of the Organisation", "A269"),
    Fault("economy-ministry-talks", "stood at the centre", "stood at the center", "A269"),
    Fault("farm-industry-course", "how a modern", "how policy-makers and a modern", "A269"),
    # The house's word list.
    Fault("bishkek-consultations", "both sides spoke", "Kyrgyzstan spoke", "A270"),
    Fault("beijing-shanghai-trip", "Mr Ma said", "Mr. Ma said", "A270"),
    Fault("cycling-by-the-lake", "Ms Michaela Friberg-Storey", "Ms Michaela Friberg-Story", "A270"),
    # Names.
    Fault("two-days-in-almaty", "President Kassym-Jomart Tokayev", "President Kasym-Jomart Tokayev", "A272"),
    Fault("astana-baku-statement", "Along the coast.", "Mr Karim Velizade on the coast.", "A271"),
    Fault("road-map-cleared-by-group", "Ambassador Kairat Sarybay", "Ambassador Kairat Sarybai", "A272"),
    Fault(
        "bangkok-commission-session",
        "River city. Bangkok was",
        "River city. Vientiane Harbour and Bangkok were",
        "A271",
    ),
    # What stands twice, captions, abbreviations.
    Fault("colombo-envoy-received", "were the subjects of the visit.", "were the subjects of the visit", "A275"),
    Fault("issue.yaml", "among those who congratulated them.", "among those who congratulated them", "A275"),
    Fault("rabat-diplomat-received", "The talks were warm.", "The talks at the ZQTX were warm.", "A276"),
    Fault("ankara-consultations", "States (TURKPA)", "States", "A276", "Before TURKPA"),
    Fault(
        "kuwait-first-trip",
        "The Secretary General of CICA, Ambassador Kairat Sarybay, has visited the State of Kuwait. It was the first"
        " time that an official of CICA had come to the country.",
        "Professor Janitha Abeywickrema Liyanage, Ambassador Extraordinary and Plenipotentiary of Sri Lanka to"
        " Kazakhstan, has visited the CICA headquarters in Astana.",
        "A273",
    ),
    Fault("kuwait-first-trip", "photos/kuwait-first-trip-2.jpg", "photos/dhows.jpg", "A274"),
    # Spelling, by a dictionary of the sample's own words.
    Fault("foreword", "patient effort", "pateint effort", "A277"),
    Fault("universities-experts-call", "a memorandum", "a memorandm", "A277"),
)

# What is written besides, so that the issue has a custom to depart from.
SETTINGS: tuple[Fault, ...] = (
    Fault(
        "volunteers-in-astana",
        "He thanked the millions",
        "He thanked the 12,500 helpers, 14,200 guests and millions",
        "",
    ),
)


def plant(root: Path) -> Project:
    """The sample in a project of its own, with every fault in it."""
    folder = copied(root)
    for fault in (*SETTINGS, *FAULTS):
        place = folder / fault.path
        text = place.read_text(encoding="utf-8")
        assert fault.old in text, fault
        place.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
    (folder / "style.yaml").write_text(STYLE, encoding="utf-8")
    with Image.open(SAMPLE / "photos" / "alley-saplings-1.jpg") as picture:
        smaller = picture.resize((picture.width * 3 // 5, picture.height * 3 // 5))
    stream = BytesIO()
    smaller.save(stream, "jpeg", quality=70)
    (folder / "photos" / "dhows.jpg").write_bytes(stream.getvalue())
    _write_dictionary(root / "dictionaries")
    return Project.around(root)


def copied(root: Path) -> Path:
    """The sample's folder in a project of its own; its photos are the same files, its texts are copies."""
    folder = root / "issues" / NAME
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("photos", "flatplan.yaml"))
    (folder / "photos").mkdir()
    for photo in sorted((SAMPLE / "photos").iterdir()):
        try:
            os.link(photo, folder / "photos" / photo.name)
        except OSError:
            shutil.copy(photo, folder / "photos" / photo.name)
    return folder


def line_of(folder: Path, fault: Fault) -> int:
    """The line on which a fault stands in the changed file."""
    text = (folder / fault.path).read_text(encoding="utf-8")
    mark = fault.mark or fault.new
    assert mark in text, fault
    return text.count("\n", 0, text.index(mark)) + 1


def _write_dictionary(folder: Path) -> None:
    """A dictionary that has the words of the clean sample and no others."""
    texts = [place.read_text(encoding="utf-8") for place in (SAMPLE / "issue.yaml", *(SAMPLE / "articles").iterdir())]
    words = sorted({word.replace("’", "'") for text in texts for word in WORD.findall(text)})
    folder.mkdir()
    (folder / "en_GB.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n", encoding="utf-8")
    (folder / "en_GB.dic").write_text("\n".join([str(len(words)), *words, ""]), encoding="utf-8")
