"""Which language a release is in: what it says of itself, where its letters agree with that; else what they tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from pipeline.importers.runs import words_in
from pipeline.importers.values import Release
from pipeline.language import known_language
from pipeline.language.tags import is_cyrillic, primary

_LETTERS = (
    ("mn", "өү"),
    ("kk", "әғқңөұүһі"),
    ("tg", "ғӣқӯҳҷ"),
    ("ky", "ңөү"),
    ("uk", "іїєґ"),
    ("be", "ўі"),
)
_SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur", "ps", "ug", "ckb"),
    "HEBREW": ("he", "yi"),
    "CJK": ("zh", "ja"),
    "HANGUL": ("ko",),
    "THAI": ("th",),
    "GREEK": ("el",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
}
_OWN_LETTERS = (
    ("ur", "ٹڈڑںےہھ"),
    ("fa", "پچژگکی"),
    ("ja", "のはをにがでとしたるい"),
)
_OWN_SHARE = 0.02
# Languages in Latin letters by their commonest small words; what two of them share tells nothing between those two.
_SMALL_WORDS = {
    "en": "the of and to in is that was for on with it at be this which are from by have not",
    "de": "der die das und den dem ein eine ist nicht mit sich auf für von im zu auch wurde werden des",
    "fr": "l d de à en le la les des et est un une dans que qui pour du au sur pas avec par ce il elle ont aux",
    "es": "el la los las y en que del por con para una un se su al lo como más fue han este",
    "it": "l d il la lo gli che di e è per con del della dei una un nel alla sono anche si non",
    "pt": "o a os as e em que do da dos das para com uma um não ao na no pela são foi",
    "ca": "l d el la els les i amb que del per una un al és són aquest dels han més",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er ook door werd naar",
    "sv": "och att det som en på är av för med den till har inte om ett från de var",
    "da": "og at det som en på er af for med den til har ikke om et fra de var blev",
    "nb": "og at det som en på er av for med den til har ikke om et fra de var ble",
    "fi": "ja on ei se että oli myös mutta joka hän kun ovat tai kuin mukaan vuonna",
    "et": "ja on ei see et oli ka kui mis ning aga või kes tema aastal",
    "lv": "un ir no ar par kas tika bija arī uz tas pie kā gadā",
    "lt": "ir yra kad su iš į buvo tai kaip apie už bet metų taip",
    "pl": "i w na z się do że nie jest o od przez za po jak są oraz był",
    "cs": "a v na se je že s do z o i k po pro jsou byl který jako také ve",
    "sk": "a v na sa je že s do z o i k po pre sú bol ktorý ako aj vo",
    "hu": "a az és hogy nem is egy van volt meg csak de ez azt el már",
    "ro": "și în de la pe cu care este un o din pentru nu că a fost sunt mai",
    "hr": "i u je na se da su za od s koji što te bio nije kao o",
    "sl": "in je v na se da so za od z ki bil ni kot tudi pri o",
    "tr": "ve bir bu için ile de da olarak daha çok olan gibi kadar sonra ise",
    "az": "və bir bu üçün ilə də da olan olaraq daha çox görə edib sonra bildirib",
    "uz": "va bir bu uchun bilan ham edi deb ular yil kerak dan uning esa lekin",
    "tk": "we bir bu üçin bilen hem boldy diýip olar öz ýyl bolan",
    "vi": "và của là các trong được có cho với một không những này",
    "id": "dan yang di dengan untuk dari ini pada tidak adalah itu dalam akan",
}
_ENOUGH = 0.6
_FEWEST_WORDS, _SMALL_SHARE, _AHEAD = 30, 0.07, 1.25


def language_of(release: Release, issue: str) -> str:
    """The language to be written into the front matter, or nothing where it is the issue's or not known."""
    text = " ".join([release.headline, *(words_in(block) for block in release.blocks)])
    found = _language(text, _tidied(release.language))
    return "" if not found or primary(found) == primary(issue) else found


def _tidied(tag: str) -> str:
    """``en_gb`` as ``en-GB``; nothing for what is no language."""
    parts = re.split("[-_]", tag.strip())
    made = parts[0].lower() + "".join(f"-{part.upper()}" for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part))
    return made if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", made) and known_language(made) else ""


def _language(text: str, declared: str) -> str:
    scripts = (unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    counted = Counter("CJK" if script in {"HIRAGANA", "KATAKANA"} else script for script in scripts)
    script, count = counted.most_common(1)[0] if counted else ("", 0)
    if count < _ENOUGH * counted.total():
        return declared
    if script == "CYRILLIC":
        return declared if declared and is_cyrillic(declared) else _by_letters(text.casefold())
    if script in _SCRIPTS:
        return declared if primary(declared) in _SCRIPTS[script] else _of_script(script, text)
    if script != "LATIN":
        return declared
    foreign = is_cyrillic(declared) or any(primary(declared) in tags for tags in _SCRIPTS.values())
    told = _by_small_words(text)
    return told if told and told != primary(declared) else "" if foreign else declared


def _of_script(script: str, text: str) -> str:
    """The language of a script that several have: by letters of its own, or else the first."""
    own = ((sum(map(text.count, letters)), tag) for tag, letters in _OWN_LETTERS if tag in _SCRIPTS[script])
    most, best = max(own, default=(0, ""))
    return best if most > len(text) * _OWN_SHARE else _SCRIPTS[script][0]


def _by_small_words(text: str) -> str:
    """A language in Latin letters by its commonest words; nothing for short texts, and where two are near."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counted = Counter(words)
    found = sorted(
        ((sum(counted[word] for word in set(small.split())), tag) for tag, small in _SMALL_WORDS.items()),
        key=lambda entry: (-entry[0], entry[1]),
    )
    (most, best), (second, _) = found[:2]
    clear = len(words) >= _FEWEST_WORDS and most >= _SMALL_SHARE * len(words) and most >= second * _AHEAD
    return best if clear else ""


def _by_letters(text: str) -> str:
    """A language in Cyrillic by the letters that others lack."""
    best = max(_LETTERS, key=lambda entry: (sum(text.count(letter) for letter in entry[1]), -len(entry[1])))
    share = sum(text.count(letter) for letter in best[1]) / max(len(text), 1)
    return best[0] if share > 0.01 else "ru"
