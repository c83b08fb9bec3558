"""What the lines about a headline say that is none: which kind of text follows, and who sends it.

``Press release`` is known in the languages that releases come in, however it is spaced or set. A name of an
organisation is known by a word such as institutions bear, in a line that has nothing but names in it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import dropwhile, pairwise

_KINDS = """
press release | news release | media release | press statement | media statement | press note | press notice |
press communiqué | press information | media information | press info | news for the press | news for the media |
information for the press | information for the media | information for journalists | for the press | for the media |
press bulletin | news bulletin | media advisory | press advisory | media note | media alert | news alert |
joint press release | joint statement | joint press statement | official statement | information note |
notice to editors | note to editors | note to correspondents | press briefing | briefing note | public announcement |
media briefing | press announcement | media announcement | communiqué | news brief | news in brief | news item |
for immediate release | immediate release | unofficial translation | press service | press office |
pressemitteilung | presseinformation | presseaussendung | medienmitteilung | pressemeldung | presseerklärung |
pressenotiz | medieninformation | pressetext | pressedienst | gemeinsame pressemitteilung | medieninfo | presseinfo |
pressestelle | zur sofortigen veröffentlichung | medienaussendung |
communiqué de presse | information presse | note de presse | note aux rédactions | avis aux médias | info presse |
communiqué aux médias | informations presse | dossier de presse | avis de presse | communiqué commun |
comunicado de prensa | nota de prensa | comunicado | boletín de prensa | boletín informativo | nota informativa |
gacetilla de prensa | gacetilla | información de prensa | aviso a los medios | nota a los medios | nota de premsa |
comunicat de premsa | prentsa oharra | prentsaurrekoa | comunicado de imprensa | comunicado à imprensa |
nota de imprensa | nota à imprensa | informação à imprensa | nota à comunicação social | sugestão de pauta |
comunicato stampa | nota stampa | comunicato | comunicato congiunto | comunicat de presă | comunicat |
informare de presă | persbericht | persmededeling | perscommuniqué | nieuwsbericht | pressmeddelande |
pressinformation | pressrelease | nyhetsbrev | pressemeddelelse | pressemelding | tiedote | lehdistötiedote |
mediatiedote | fréttatilkynning | pressiteade | preses relīze | paziņojums presei | paziņojums medijiem |
pranešimas spaudai | pranešimas žiniasklaidai | informacja prasowa | komunikat prasowy | notatka prasowa | komunikat |
informacja dla mediów | tisková zpráva | tiskové prohlášení | tisková informace | tlačová správa |
tlačová informácia | sajtóközlemény | közlemény | sajtóhír | sajtóanyag | sporočilo za javnost | sporočilo za medije |
priopćenje za medije | priopćenje za javnost | priopćenje | saopštenje za javnost | saopštenje za medije |
saopštenje | saopćenje za javnost | saopćenje | саопштење за јавност | саопштење за медије | саопштење |
соопштение за јавност | соопштение | прессъобщение | съобщение за медиите | съобщение за печата |
δελτίο τύπου | ανακοίνωση τύπου | ανακοίνωση | komunikatë për shtyp | komunikatë për media | njoftim për shtyp |
deklaratë për shtyp | stqarrija għall-istampa | preasráiteas | datganiad i'r wasg |
basın bülteni | basın açıklaması | basın duyurusu | basına ve kamuoyuna | basın metni | haber bülteni |
mətbuat açıqlaması | mətbuat məlumatı | mətbuat üçün məlumat | mətbuat bülleteni | press reliz | pres reliz |
matbuot xabari | matbuot relizi | matbuot uchun xabar | axborot xabari | матбуот хабари | пресс релиз |
metbugat habary | metbugat beýannamasy | баспасөз хабарламасы | баспасөз релизі | баспасөз мәлімдемесі |
ақпараттық хабарлама | басма сөз билдирүүсү | басма сөз релизи | изҳороти матбуотӣ | хабари матбуотӣ |
хэвлэлийн мэдээ | хэвлэлийн мэдэгдэл | хэвлэлийн мэдээлэл | релиз | сообщение для прессы | сообщение для сми |
информационное сообщение | информация для прессы | информация для сми | пресс сообщение | пресс бюллетень |
пресс информация | для сми | для прессы | информационная справка | официальное сообщение | коммюнике |
информационный бюллетень | анонс для сми | пресреліз | прес реліз | повідомлення для преси | повідомлення для змі |
інформаційне повідомлення | інформація для змі | прэс рэліз | паведамленне для прэсы | мамлы хәбәр |
մամլո հաղորդագրություն | մամուլի հաղորդագրություն | პრესრელიზი | პრეს რელიზი | განცხადება მედიისთვის |
הודעה לעיתונות | הודעה לתקשורת | הודעת דובר | הודעת דוברות | הודעה לעתונות |
بيان صحفي | بيان صحافي | خبر صحفي | بلاغ صحفي | بلاغ صحافي | نشرة صحفية | تصريح صحفي | بيان إعلامي | خبر صحافي |
بیانیه مطبوعاتی | اطلاعیه مطبوعاتی | خبر مطبوعاتی | بیانیه خبری | پریس ریلیز | اخباری بیان | پریس نوٹ |
प्रेस विज्ञप्ति | प्रेस नोट | প্রেস বিজ্ঞপ্তি | সংবাদ বিজ্ঞপ্তি | প্রেস রিলিজ | செய்திக்குறிப்பு | செய்தி வெளியீடு |
පුවත්පත් නිවේදනය | මාධ්‍ය නිවේදනය | ข่าวประชาสัมพันธ์ | แถลงข่าว | ข่าวแจก | ข่าวเผยแพร่ |
សេចក្តីប្រកាសព័ត៌មាន | သတင်းထုတ်ပြန်ချက် | ຂ່າວປະຊາສຳພັນ |
thông cáo báo chí | thông tin báo chí | siaran pers | siaran media | siaran akhbar | kenyataan media |
kenyataan akhbar | rilis pers | rilis media | keterangan pers | pahayag | taarifa kwa vyombo vya habari |
taarifa kwa umma | ጋዜጣዊ መግለጫ | persverklaring | mediaverklaring |
新闻稿 | 新聞稿 | 新闻发布 | 新闻公报 | 新闻通稿 | 新聞公報 | 公报 | 新闻 | 通稿 |
報道発表 | 報道発表資料 | プレスリリース | ニュースリリース | 報道資料 | 記者発表資料 | 記者発表 | 報道関係者各位 |
広報資料 | 報道機関各位 | 보도자료 | 보도참고자료 | 보도설명자료 | 언론보도자료 | 보도해명자료
"""

# Words that the names of institutions have, whole or by their beginning (those with a sign of leaving out).
_BODIES = """
ministry ministries department agency office bureau institute institution university college academy school museum
gallery library archive archives foundation fund trust society association federation confederation union league
council committee commission authority administration directorate secretariat service services bank corporation
company group holding chamber centre center laboratory observatory parliament government embassy consulate mission
court cabinet municipality county city hall network alliance coalition initiative club guild cooperative hospital
theatre theater orchestra philharmonic zoo inc ltd llc gmbh plc corp ag
ministerium* bundesministerium* bundesamt* amt landesamt* stiftung* verband* verein* universität* hochschule*
akademie* gesellschaft* behörde* rathaus stadt gemeinde landkreis kreis zentrum bibliothek* bezirk* kammer*
ministère institut université fondation musée bibliothèque préfecture mairie ville commune communauté département
conseil métropole direction agence société syndicat fédération chambre centre école ambassade
ministerio instituto universidad fundación museo biblioteca ayuntamiento gobierno consejería consejo agencia
asociación federación diputación comunidad secretaría dirección cámara escuela embajada alcaldía municipalidad
ministério universidade fundação museu prefeitura câmara governo secretaria agência associação conselho direção
ministero istituto università fondazione comune regione provincia agenzia associazione federazione consiglio
ministerul institutul universitatea fundația muzeul primăria consiliul agenția asociația autoritatea
ministerie instituut universiteit stichting gemeente vereniging provincie raad bibliotheek
ministeriet departementet institutet universitetet stiftelsen kommun kommune kommunen museet styrelsen myndigheten
verket förbundet föreningen regionen direktoratet foreningen forbundet ministeriö yliopisto kaupunki säätiö virasto
laitos kunta ráðuneyti ministeerium ülikool linnavalitsus amet sihtasutus ministrija universitāte dome aģentūra
ministerija universitetas savivaldybė agentūra fondas ministerstwo instytut uniwersytet fundacja muzeum urząd gmina
miasto stowarzyszenie centrum zarząd wojewódzki ministerstvo ústav univerzita nadace magistrát město mesto úřad úrad
minisztérium egyetem alapítvány múzeum önkormányzat hivatal* egyesület intézet kormányhivatal ministrstvo zavod
občina ministarstvo sveučilište zaklada muzej općina opština grad agencija ured ustanova министарство завод општина
универзитет музеј министерство министерства институт института университет музей фонд агентство комитет управление
департамент администрация мэрия правительство акимат совет центр академия ассоциация союз федерация компания группа
общество служба ведомство посольство библиотека учреждение организация
міністерство інститут університет департамент управління адміністрація рада агентство центр асоціація фонд
міністэрства універсітэт министерството институтът университетът общината агенцията съветът
министрлігі министрлиги министрлігінің әкімдігі комитеті басқармасы агенттігі университеті музейі қоры институты
вазорати вазирлиги яам газар
υπουργείο πανεπιστήμιο ινστιτούτο δήμος περιφέρεια ίδρυμα μουσείο σύλλογος οργανισμός
ministria universiteti instituti bashkia fondacioni
bakanlığı bakanligi üniversitesi müdürlüğü müzesi belediyesi vakfı derneği kurumu başkanlığı valiliği enstitüsü
birliği odası ajansı nazirliyi universiteti muzeyi agentliyi komitəsi fondu idarəsi vazirligi instituti muzeyi
agentligi qo'mitasi hokimligi jamg'armasi ministrligi
kementerian dinas badan lembaga universitas yayasan museum pemerintah kantor direktorat balai komisi humas
kementerian jabatan universiti lembaga majlis perbadanan
bộ sở viện trường cục tổng ủy ban đại bảo tàng văn phòng hội quỹ trung tâm
wizara chuo taasisi shirika kagawaran pamantasan
وزارة جامعة معهد مؤسسة هيئة متحف بلدية مجلس جمعية مركز إدارة المديرية اتحاد لجنة صندوق أمانة
وزارت دانشگاه موسسه سازمان موزه شهرداری بنیاد اداره شورای انجمن وزارتِ محکمہ ادارہ جامعہ
משרד אוניברסיטת מכון מוזיאון עיריית רשות קרן עמותת המשרד האוניברסיטה מועצה מועצת
նախարարություն համալսարան ინსტიტუტი უნივერსიტეტი სამინისტრო მუზეუმი
मंत्रालय विश्वविद्यालय संस्थान विभाग आयोग মন্ত্রণালয় বিশ্ববিদ্যালয় অধিদপ্তর กระทรวง มหาวิทยาลัย สถาบัน กรม มูลนิธิ
"""
_EASTERN = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s・（）()]{2,24}$")
_EASTERN_ENDS = re.compile(
    r"(部|局|省|庁|厅|廳|市|県|县|区|委员会|委員会|委員會|大学|大學|研究所|研究院|博物馆|博物館|美術館|図書館|协会|協会|協會|基金会|財団|"
    r"公司|会社|集团|中心|センター|政府|役所|課|室|学会|机构|機構|病院|医院|署|처|부|청|시|도|군|구|원|공사|공단|재단|협회|대학교|연구원|"
    r"박물관|위원회|센터|실|과|국)[)）]?$"
)
_SMALL_WORDS = """
of and the for de la le les du des et der die das den dem für und von am im zu zur y el los las e do da dos di del della
delle degli dei per i u za na po pri pro a o ve ile və van het en voor och för av og til in at on & w z dla ja και του
της των το η ο για по для при в и з та у с dan untuk și pentru al ad d' l' s n
"""
_BETWEEN = frozenset(_SMALL_WORDS.split())
_TELLING = re.compile(r"..(л|ла|ло|ли|ет|ит|ут|ют|ат|ят|ся|сь|ді|ты|ды|ти|ють|ить)$")
_LONGEST, _MOST_WORDS, _FEW_LETTERS, _KIND_WORDS = 90, 12, 3, 5


def is_kind(line: str) -> bool:
    """Whether a line says what kind of text follows and nothing else: ``Press release``, ``P R E S S E - I N F O``.

    Several of them may stand side by side, in several languages for instance.
    """
    if len(line) > _LONGEST:
        return False
    if _bare(line) in _kinds():
        return True
    parts = [bare for part in re.split(r"[|/•·–—\n]|\s-\s", line) if (bare := _bare(part))]
    return (bool(parts) and all(part in _kinds() for part in parts)) or _is_kind_of_sender(line)


def _is_kind_of_sender(line: str) -> bool:
    """Whether a line is a kind and who sends it, in whatever order: ``Pressemitteilung der Stadt Wien``."""
    words = line.split()
    for count in range(1, min(len(words), _KIND_WORDS + 1)):
        if _bare(" ".join(words[:count])) in _kinds():
            return is_sender(" ".join(dropwhile(lambda word: word.casefold() in _BETWEEN, words[count:])))
        if _bare(" ".join(words[-count:])) in _kinds() and is_sender(" ".join(words[:-count])):
            return True
    return False


def is_sender(line: str) -> bool:
    """Whether a line is nothing but the name of an organisation: it has a word of such names, and only names."""
    if len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?", ":", "。")):
        return False
    if _EASTERN.match(line):
        return _EASTERN_ENDS.search(line.strip()) is not None and len(line.split()) <= _FEW_LETTERS
    words = re.findall(r"[^\W\d_][\w'’&.-]*", line)
    if not words or len(words) > _MOST_WORDS or re.search(r"\d", line) or _tells(words):
        return False
    if _is_of_body(words[0]) and "\u0400" <= words[0][0] <= "\u04ff":
        return not any(_TELLING.search(word.casefold()) for word in words[1:])  # only its first word has a capital
    if len(words) > 1 and _is_of_body(words[0]) and words[1] in _BETWEEN and _is_phrase(words):
        return True
    bodies = [_is_of_body(word) for word in words]
    named = (body or _is_named(word) for body, word in zip(bodies, words, strict=True))  # Nordhamns kommun
    return any(bodies) and not words[0][0].islower() and all(named)


def _is_phrase(words: list[str]) -> bool:
    """Whether no small word stands behind a name, where a verb would, and no more than two in a row."""
    small = [word[0].islower() and word.casefold() not in _BETWEEN for word in words]
    if any(
        now and before[0].isupper() and before.casefold() not in _BETWEEN
        for before, now in zip(words, small[1:], strict=False)
    ):
        return False
    return not any(all(small[n : n + 3]) for n in range(len(small) - 2))


def _tells(words: list[str]) -> bool:
    """Whether a verb of English stands behind the institution, in a headline whose words all have capitals."""
    return any(
        _is_of_body(first) and second.endswith("s") and not _is_of_body(second) and second.casefold() not in _BETWEEN
        for first, second in pairwise(words[:-1])
    )


def _is_named(word: str) -> bool:
    return not word[0].islower() or word.casefold().rstrip(".") in _BETWEEN or word[1:2] in {"'", "’"}


def _is_of_body(word: str) -> bool:
    bare = _bare(word)
    whole, begun = _bodies()
    return bare in whole or (len(bare) > _FEW_LETTERS and bare.startswith(begun))


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(_bare(phrase) for phrase in _KINDS.split("|") if phrase.strip())


@lru_cache(maxsize=1)
def _bodies() -> tuple[frozenset[str], tuple[str, ...]]:
    words = _BODIES.split()
    whole = frozenset(_bare(word) for word in words)
    return whole, tuple(sorted({_bare(word) for word in words if word.endswith("*")}))


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Letters alone, without accents and in small letters."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("ı", "i"))
    return "".join(letter for letter in parts if letter.isalpha() or unicodedata.category(letter) == "Mc")
