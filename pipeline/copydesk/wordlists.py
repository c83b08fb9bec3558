"""Lists of words for the rules on spelling variants."""

from __future__ import annotations

from dataclasses import dataclass, field


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(listed.split())


ALWAYS_ISE = tuple(
    sorted(
        words(
            "advertis advis anis apprais bourgeois brais bruis cerebr cerise chais chast chemis circumcis compris "
            "compromis concis cruis demis despis devis disenfranchis disfranchis disguis enfranchis enterpris "
            "excis exercis expertis franchis imprecis improvis incis liais malais marquis mayonnais merchandis "
            "mortis nois paradis pois porpois practis prais precis premis previs promis repris revis supervis "
            "surmis surpris televis tortois treatis turquois unpromis unsurpris upris valis"
        )
    )
)
"""How words begin whose -ise is no ending; those that end in -wise are besides."""

ALWAYS_IZE = words(
    "capsize capsized capsizes downsize downsized downsizing outsize outsized oversize oversized resize "
    "resized resizes resizing undersized midsize midsized assize assizes apprize"
)
"""Words whose -ize is no ending."""

# British and American, whole words.
_PAIRS = """
colour color|colours colors|coloured colored|colourful colorful|favour favor|favours favors|favoured favored
favourable favorable|favourite favorite|favourites favorites|honour honor|honours honors|honoured honored
honourable honorable|labour labor|labours labors|neighbour neighbor|neighbours neighbors|neighbouring neighboring
neighbourhood neighborhood|behaviour behavior|behaviours behaviors|harbour harbor|harbours harbors|endeavour endeavor
endeavours endeavors|rumour rumor|rumours rumors|humour humor|flavour flavor|flavours flavors|vapour vapor
armour armor|vigour vigor|rigour rigor|splendour splendor|parlour parlor|savour savor|tumour tumor
centre center|centres centers|centred centered|theatre theater|theatres theaters|metre meter|metres meters
kilometre kilometer|kilometres kilometers|centimetre centimeter|centimetres centimeters|litre liter|litres liters
fibre fiber|fibres fibers|calibre caliber|lustre luster|sombre somber|spectre specter
programme program|programmes programs|defence defense|defences defenses|offence offense|offences offenses
pretence pretense|travelled traveled|travelling traveling|traveller traveler|travellers travelers
cancelled canceled|cancelling canceling|labelled labeled|labelling labeling|modelled modeled|modelling modeling
channelled channeled|signalled signaled|levelled leveled|levelling leveling|fuelled fueled|fuelling fueling
counselling counseling|counsellor counselor|counsellors counselors|marvellous marvelous|jewellery jewelry
woollen woolen|skilful skillful|fulfil fulfill|fulfils fulfills|fulfilment fulfillment|enrol enroll|enrolment enrollment
instalment installment|wilful willful|catalogue catalog|catalogues catalogs|dialogue dialog|dialogues dialogs
analogue analog|analyse analyze|analysed analyzed|analysing analyzing|analyses analyzes|paralyse paralyze
paralysed paralyzed|catalyse catalyze|grey gray|greyish grayish|tyre tire|plough plow|ploughs plows
sceptical skeptical|scepticism skepticism|sceptic skeptic|cheque check|kerb curb|storey story|storeys stories
mould mold|moulds molds|moult molt|smoulder smolder|manoeuvre maneuver|manoeuvres maneuvers|aluminium aluminum
aeroplane airplane|aeroplanes airplanes|ageing aging|acknowledgement acknowledgment|judgement judgment
axe ax|cosy cozy|draught draft|encyclopaedia encyclopedia|paediatric pediatric|anaemia anemia|haemorrhage hemorrhage
orthopaedic orthopedic|archaeology archeology|archaeological archeological|mediaeval medieval|foetus fetus
oestrogen estrogen|diarrhoea diarrhea|towards toward|whilst while|amongst among|learnt learned|spelt spelled
burnt burned|dreamt dreamed|moustache mustache|pyjamas pajamas|speciality specialty|specialities specialties
sulphur sulfur|tonne ton|tonnes tons|licence license|practise practice
"""
# Words that both sides of the ocean write, in other senses: they prove nothing.
_BOTH = words(
    "program programs check tire story stories draft meter meters while among learned spelled burned "
    "dreamed ton tons license practice practise licence curb ax judgment acknowledgment analyses medieval "
    "specialty specialties speciality specialities dialog fiber spelt learnt burnt dreamt whilst amongst "
    "axe storey storeys tonne tonnes cheque kerb draught tyre metre metres towards mediaeval"
)


AMERICAN_THERE = (
    (r"(?<![\w-])([Pp]rogram)(?=s?(?!\w))", "programme", "comput|softw|algorithm|code"),
    (r"\b(?:the|a|its|our|under) (license)(?=s?(?!\w))", "licence", ""),
    (r"(?:\d|\bsquare|\bcubic) (meter)(?=s?(?!\w))", "metre", ""),
    (r"(?:\d|\b(?:two|three|four|five|six|ten))-(story)\b", "storey", ""),
)
"""Words that both write, American where they stand so; the British ones; what an article has where they are right."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words of one school with those of the other."""

    british: dict[str, str] = field(default_factory=dict)
    american: dict[str, str] = field(default_factory=dict)


def _spellings() -> Spellings:
    pairs = [pair.split() for line in _PAIRS.split("\n") for pair in line.split("|") if pair]
    british = {first: second for first, second in pairs if first not in _BOTH}
    american = {second: first for first, second in pairs if second not in _BOTH}
    return Spellings(british, american)


BRITISH = _spellings()

DIFFERENT_WITH_YO = words(
    "все чем том нем небо узнает узнаем узнаете узнают передохнем осел берет совершенный совершенно "
    "совершенная совершенное совершенные падеж заем солнце мел вел лен лет лета самолет тем поем стоит "
    "берег слез мед"
)
"""Russian words that are others with ё."""
