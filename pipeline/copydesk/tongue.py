"""What the copy desk knows of languages: small words, abbreviations, months, figures, as tables.

A language that is not here is read by the rules that need no words. Lists are short on purpose: what is in them is
certain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.copydesk.wordlists import words
from pipeline.language.tags import primary


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language; every field may be empty, and its rules are then silent.

    ``small``: words so common that one of them beside a figure or a second time is a slip. ``glued``: (words,
    words) that are found written as one. ``fringes``: words that begin no other, and words that end none.
    ``open_ended``: words with which no text ends; ``never_last``: those that stand before no full stop.
    ``joiners``: what may follow a hyphen that stands for a word left out. ``starters``: words that begin sentences.
    ``abbreviations``: what a stop stands behind within a sentence.
    ``months``: names as they stand with a day, January first; ``short_months`` likewise; ``weekdays`` from Monday
    on. ``decimal`` and ``thousands``: the signs of its figures. ``measures``: what stands behind a figure.
    ``numbered``: what has a number of its own, which counts nothing.
    ``familiar``: abbreviations that every reader knows. ``titles``: what stands before names.
    """

    small: frozenset[str] = frozenset()
    glued: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    fringes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    open_ended: frozenset[str] = frozenset()
    never_last: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    starters: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    decimal: str = ""
    thousands: str = ""
    measures: tuple[str, ...] = ()
    numbered: frozenset[str] = frozenset()
    familiar: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


_EVERYWHERE = words(
    "UN EU US USA UK UAE USSR TV PDF WWW HTML UTC GMT AM PM AD BC HIV AIDS COVID NATO UNESCO UNICEF WHO "
    "IMF WTO NGO GDP CO2 LLP LLC LTD JSC INC PLC DNA RNA IT ID PR SMS USB GPS FM AI FAQ VIP CEO BBC CNN "
    "NASA OK PS SOS USD EUR GBP KZT RUB CNY JPY BRICS G7 G20 OPEC ASEAN INTERPOL FIFA LED LCD CD DVD QR "
    "ISO ISBN ISSN WWI WWII NE NW SE SW JPEG GIF PNG TIFF"
)

_ENGLISH = Tongue(
    small=words(
        "the of to and in on at by for from with as is are was were be been has have had it its this that "
        "these those which who will would or but not an a into onto over under between among after before "
        "since until about than their our his her they we he she"
    ),
    glued=(
        ("of", "in", "to", "and", "for", "on", "by", "with", "at", "from", "that", "is", "was"),
        ("the", "this", "that", "their", "these", "which", "its"),
    ),
    fringes=(
        ("of", "and", "that", "which", "from", "their", "were", "has", "had", "this"),
        ("of", "the", "and", "that", "which", "from", "their", "were", "has", "had", "was", "are"),
    ),
    open_ended=words(
        "the a an of and or from into which whose their its his my our your between among"
    ),
    never_last=words("the a an and or whose my our your their every"),
    joiners=words(
        "and or to nor but and/or"
    ),
    starters=(
        "It", "He", "She", "They", "We", "There", "This", "These", "Those", "In", "At", "On", "But", "And",
        "Both", "The", "Their", "His", "Her", "Its", "Our", "All", "Among", "An", "No", "Every", "Each", "Some",
        "Many", "Most", "What", "When", "Where", "Wherever", "While", "If", "As", "For", "From", "With", "To",
        "By", "After", "Before", "During", "Since", "Under", "Two", "Three", "Several", "Such", "Then", "Thus",
        "Here", "How", "Who", "Yet", "One",
    ),
    abbreviations=words(
        "etc eg ie vs cf approx ca al ed eds est fig figs incl no nos op p pp para ref rev sec ser st sq tel "
        "v vol vols mr mrs ms dr prof messrs jr sr mt ft hon gen col capt lt sgt gov sen rep md mohd rd ave "
        "blvd dept inc ltd co corp bros a.m p.m am pm e.g i.e h.e jan feb mar apr jun jul aug sep sept oct "
        "nov dec mon tue wed thu fri sat sun min max avg km cm mm kg oz lb"
    ),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    decimal=".",
    thousands=",",
    measures=("%", "per cent", "percent", "million", "billion", "trillion", "km", "kg", "m", "ha", "tonnes", "metres"),
    numbered=words(
        "account box bus code file flat form id index issue item line model no number order page part postcode room "
        "route row seat serial sheet standard train unit version year zip"
    ),
    familiar=_EVERYWHERE,
    titles=words(
        "Mr Mrs Ms Dr Prof Professor Ambassador President Minister Sheikh Sir Lady Chairman Chairperson "
        "Director Rector Mayor Governor General Secretary"
    ),
)  # fmt: skip

_RUSSIAN = Tongue(
    small=words(
        "и в во на с со к ко по из за от до у о об для при над под про без через между как что это не но или "
        "же его её ее их он она они мы был была были было"
    ),
    glued=(("и", "в", "на", "с", "по", "из", "для", "от", "при"), ("этом", "этого", "также", "которые", "которая")),
    open_ended=words(
        "и в во на с со к ко по из за от до у о об для при над под без через между или что как"
    ),
    never_last=words("или во со ко об для без между"),
    joiners=words(
        "и или до либо а но"
    ),
    starters=(
        "Он", "Она", "Они", "Мы", "Это", "Эти", "Также", "Кроме", "Однако", "При", "Но", "Там", "Здесь", "В",
        "На", "С", "По", "Для", "Как", "После", "Во", "Среди", "Все", "Его", "Их", "Её", "Ее", "Такие", "Такой",
        "За", "К",
    ),
    abbreviations=words(
        "г гг в вв т тт д др пр т.е т.д т.п т.к и.о им ул просп пр-т обл р-н тел стр с рис табл гл ст п пп "
        "руб коп тыс млн млрд трлн долл чел проф акад доц тов св см напр ок экз кв мин сек ч янв фев мар апр "
        "авг сен сент окт ноя нояб дек н.э н э"
    ),
    months=(
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ),
    short_months=("янв", "фев", "", "апр", "", "", "", "авг", "сен", "окт", "ноя", "дек"),
    weekdays=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    decimal=",",
    thousands=" ",
    measures=("%", "тыс", "млн", "млрд", "трлн", "миллион", "миллиард", "процент", "км", "кг", "га", "м"),
    numbered=words("дело дом заказ индекс код комната модель номер офис поезд рейс счёт счет"),
    familiar=_EVERYWHERE
    | words(
        "ООН ЕС США СССР СНГ РФ ВВП НАТО ЮНЕСКО ЮНИСЕФ ВОЗ МВФ ВТО НПО СМИ ТВ ВИЧ СПИД ИТ МИД ООО ТОО АО ОАО "
        "ГЭС АЭС ТЭЦ"
    )
    | words(
        "ЕАЭС БРИКС ДНК РНК КНР ОАЭ ФРГ ЦК ЧП ТЭК ЖКХ МВД МЧС ФСБ ИП ИИ"
    ),
    titles=words(
        "г-н г-на г-ну г-ном г-жа г-жи г-же г-жой д-р профессор посол президент"
    ),
)  # fmt: skip

_GERMAN = Tongue(
    small=words(
        "der die das den dem des und in im zu zum zur von vom mit für auf ist sind war ein eine einer eines nicht"
    ),
    joiners=words("und oder bis sowie bzw"),
    open_ended=words("der die das den dem des und oder von mit ein eine"),
    decimal=",",
    thousands=".",
    familiar=_EVERYWHERE,
)

_FRENCH = Tongue(
    small=words("le la les de du des et à au aux en dans un une pour par sur avec est sont qui que ne pas"),
    joiners=words("et ou à"),
    open_ended=words("le la les de du des et ou un une à au aux"),
    decimal=",",
    thousands=" ",
    familiar=_EVERYWHERE,
)

TONGUES: dict[str, Tongue] = {"en": _ENGLISH, "ru": _RUSSIAN, "de": _GERMAN, "fr": _FRENCH}
_OTHER = Tongue(familiar=_EVERYWHERE)


@lru_cache(maxsize=64)
def tongue_of(language: str) -> Tongue:
    """What is known of the language of a tag."""
    return TONGUES.get(primary(language), _OTHER)
