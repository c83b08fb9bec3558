"""What furniture says, in the languages that releases come in: words of buttons, labels and closing marks.

Everything is compared in small letters. A phrase counts only where it is the whole of a short line, or of each part
of one that is divided by bars, so that no sentence is taken for furniture because it has such a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.importers.kinds import is_kind
from pipeline.language.day_reading import SOURCE_LANGUAGES, days_in, is_weekday, without_weekdays

_DIVIDERS = re.compile(r"[|·•›»«‹/\n\u2192\u2190→←>–—]+|\s{3,}|\s-\s|(?<=\w)[;,](?=\s)")
_TIME = re.compile(
    r"(?:\b|T)\d{1,2}[:.h]\d{2}(:\d{2}(\.\d+)?Z?)?\s*([ap]\.?m\.?)?|"
    r"\b(UTC|GMT|CES?T|EES?T|MSK|[ECP][SD]T|BST)\b\s*([+-]\s?\d{1,2}(:\d{2})?)?|[+-]\d{2}:?\d{2}\b|(?<=\d)Z\b|Uhr\b",
    re.IGNORECASE,
)
# Small words beside a day and an hour: “den 5 maj”, “um 10 Uhr”, “às 14h30”, “klo 12”.
_BESIDE_DAYS = """
the dated den der dem dne dňa dnia vom am um uhr klo kl klockan às à a las le il el em op ore alle ora godz v ob u h hrs
hours г год года в у о об час от від ngày năm الموافق م هـ saat soat sa'at z et
"""
_SMALL_WORDS = frozenset(_BESIDE_DAYS.split())
_OTHER_CALENDAR = re.compile(r"\d{1,2}\s+[^\W\d]+(?:\s[^\W\d]+)?\s+1[34]\d\d\s*(?:هـ|ه(?!\w)|AH\b)")
LONGEST_LINE = 120
_LONGEST_PHRASE = 7
_NAME_WORDS, _OFFICE_LETTERS = 8, 5
_DAY_WORDS, _POSTED_WORDS, _INVITING_WORDS = 16, 14, 25
_BETWEEN_NAMES = ("and", "de", "da", "van", "von", "der", "bin", "al", "el", "la", "и", "ve", "et", "y", "und")


def _phrases(text: str) -> frozenset[str]:
    """Phrases that are written between bars."""
    return frozenset(" ".join(phrase.split()) for phrase in text.casefold().split("|") if phrase.strip())


BUTTONS = _phrases(
    """
    back | go back | back to list | back to news | back to all news | back to top | top | up | home | main |
    main page | menu | close | open | next | previous | prev | next article | previous article | next post |
    previous post | next news | previous news | older | newer | older post | newer post | print | print page |
    print this page | print version | printer friendly | printer-friendly version | printable version | save |
    save as pdf | pdf | download | download pdf | download image | view full size | zoom | enlarge |
    click to enlarge | share | share this | share this page | share this article | share this post | share on |
    share with | share via | share link | share on facebook | share on twitter | share on x | share on linkedin
    | share on whatsapp | share on telegram | share by email | share via email | tweet | retweet | like | pin it
    | post | send | email | e-mail | mail | email this | send by email | send to a friend | send to friend |
    copy link | copy url | link copied | facebook | twitter | x | linkedin | whatsapp | telegram | instagram |
    youtube | vkontakte | vk | viber | messenger | pinterest | reddit | tumblr | threads | mastodon | bluesky |
    odnoklassniki | ok | rss | read more | more | learn more | see more | see also | more news | all news |
    latest news | recent news | related | related news | related articles | related posts | related stories |
    related content | you may also like | you might also like | read also | also read | most read | popular |
    popular news | recommended | trending | in this section | tags | tag | keywords | categories | category |
    topics | follow us | follow | subscribe | sign up | newsletter | log in | login | register | search |
    skip to content | skip to main content | skip to navigation | skip navigation | accept | accept all | reject
    | decline | cookie settings | comments | comment | leave a comment | no comments | add comment |
    post a comment | leave a reply | reply | contacts | contact us | about | about us | sitemap | site map |
    privacy policy | terms of use | terms and conditions | accessibility | press centre | press center | news |
    all rights reserved | advertisement | sponsored | gallery | photo gallery | view gallery | slideshow |
    quote(s |
    continue reading | show all updates | auto-refresh is on | auto-refresh is off | oldest first | newest first |
    listen | listen to this article | text size | a a a | a- a+ | a+ | a- | en | ru | kk | kz | қаз | рус | eng
    | қаз рус eng | english | русский | қазақша | français | español | العربية | 中文 | share: | bookmark | report
    | edit | translate | source | media | hide | show | show more | load more | view all | see all | view more |
    назад | возврат | возврат к списку | вернуться | вернуться к списку | к списку новостей | к списку | наверх
    | вверх | главная | на главную | меню | закрыть | далее | следующая | предыдущая | следующая новость |
    предыдущая новость | печать | распечатать | версия для печати | на печать | сохранить | скачать |
    скачать pdf | поделиться | поделиться в | поделитесь | поделиться новостью | поделиться ссылкой | отправить
    | отправить другу | отправить по почте | скопировать ссылку | фейсбук | твиттер | вконтакте | одноклассники
    | читать далее | читать полностью | подробнее | ещё | еще | показать ещё | все новости | другие новости |
    последние новости | похожие новости | новости по теме | по теме | читайте также | смотрите также |
    популярное | теги | метки | ключевые слова | рубрики | категории | подписаться | подписка | рассылка | войти
    | регистрация | поиск | перейти к содержанию | комментарии | комментировать | оставить комментарий |
    нет комментариев | контакты | о нас | карта сайта | политика конфиденциальности | все права защищены |
    реклама | новости | пресс-центр | фотогалерея | источник |
    артқа | басты бет | бөлісу | басып шығару | жаңалықтар | барлық жаңалықтар | толығырақ | іздеу | geri |
    önceki | sonraki | geri dön | ana sayfa | anasayfa | yazdır | paylaş | tüm haberler | haberler | devamını
    oku | diğer haberler | ilgili haberler | etiketler | arama | orqaga | bosh sahifa | chop etish | ulashish |
    barcha yangiliklar | yangiliklar | batafsil | geri qayıt | çap et | paylaşın | çap versiyası | retour |
    retour à la liste | accueil | imprimer | partager | partager sur | lire la suite | en savoir plus | toutes
    les actualités | actualités | à lire aussi | suivant | précédent | haut de page | mots-clés | envoyer |
    zurück | zurück zur übersicht | startseite | drucken | seite drucken | teilen | mehr | weiterlesen | mehr
    lesen | alle meldungen | nach oben | schlagwörter | volver | inicio | imprimir | compartir | compartir en |
    leer más | todas las noticias | noticias relacionadas | siguiente | anterior | etiquetas | voltar |
    partilhar | compartilhar | ler mais | leia mais | indietro | stampa | condividi | leggi tutto | رجوع |
    العودة | الرئيسية | طباعة | مشاركة | شارك | اقرأ المزيد | المزيد | أخبار ذات صلة | التالي | السابق | بازگشت
    | چاپ | اشتراک گذاری | خانه |
    reklam | reklama | reklám | реклама | жарнама | anzeige | werbung | publicidad | publicidade | publicité |
    pubblicità | anuncio | annons | annonse | annonce | mainos | hirdetés | oglas | διαφήμιση | iklan | quảng cáo |
    إعلان | إعلانات | تبلیغات | פרסומת | 广告 | 廣告 | 広告 | 광고 | advertising | ad |
    返回 | 打印 | 分享 | 首页 | 上一篇 | 下一篇 | 更多 | 相关新闻 | 相关阅读 | 关闭 | 打印本页 | 返回顶部 |
    """
)

LABELS = _phrases(
    """
    press release | press-release | news release | media release | press statement | media statement |
    press note | press communiqué | for immediate release | immediate release | embargoed | official |
    unofficial translation | news | пресс-релиз | пресс релиз | релиз | сообщение для прессы | сообщение для сми
    | информационное сообщение | баспасөз хабарламасы | баспасөз релизі | basın bülteni | basın açıklaması |
    communiqué de presse | pressemitteilung | comunicado de prensa | nota de prensa | comunicato stampa |
    matbuot xabari | mətbuat açıqlaması | بيان صحفي | 新闻稿 | press service | press office |
    """
)

_NUMBERED = re.compile(r"\b(no|nr|n°|№|ref|reference)\.?\s*[:：]?\s*[\w/.-]*\d[\w/.-]*", re.IGNORECASE)
POSTED = re.compile(
    r"^\W*(posted( on| at)?|published( on| at)?|publication date|date( of (publication|posting|issue))?|"
    r"released?( on| date)?|issued( on)?|"
    r"(last )?(updated|modified|changed|edited)( on| at)?|created( on)?|submitted( on)?|added( on)?|on|"
    r"опубликован[оаы]?|дата( публикации)?|размещен[оа]?|обновлен[оа]?|изменен[оа]?|добавлен[оа]?|создан[оа]?|"
    r"жарияланған( күні)?|жарияланды|күні|yayın(lanma)? tarihi|yayınlandı|tarih|e'lon qilingan( sana)?|dərc olunub|"
    r"publié( le)?|mis à jour( le)?|le|veröffentlicht( am)?|stand|datum|publicado( el| em)?|fecha|data|"
    r"pubblicato( il)?|"
    r"(última )?(atualização|actualización)|atualizado( em)?|modificado( em)?|actualizado( el)?|aggiornato( il)?|"
    r"(ostatnia )?(aktualizacja|modyfikacja)|(data )?publikacj[aei]|opublikowano|zaktualizowano|zveřejněno|objavljeno|"
    r"gepubliceerd( op)?|publicerad|publisert|julkaistu|päivitetty|közzétéve|оновлено|опубліковано|ngày đăng|"
    r"نشر( في)?|تاريخ( النشر)?|تاریخ( انتشار)?|发布(时间|日期)|日期|时间|(掲載|公開|更新|作成|登録|発表)日|"
    r"(작성|등록|게시|발표|수정)일)\b\s*[:：]?\s*",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"\s+(on|at|am|le|el|в)\s*[,|–—-]*\s*$", re.IGNORECASE)
_BY_WHOM = re.compile(r"\b(by|автор|от|von|par|por)\s*:?\s+(?P<who>[^\d|,;:]{2,60})$", re.IGNORECASE)
COUNTED = re.compile(
    r"^\W*(\d[\d\s.,]*\s*(views?|reads?|comments?|shares?|likes?|hits|min(ute)?s?( read)?|просмотр\w*|"
    r"комментари\w*|прочтен\w*)|"
    r"(عدد (المشاهدات|القراءات|الزيارات)|"
    r"(number of )?views?|hits|reads|viewed|read|comments|shares|reading time|(количество |число )?(показов|"
    r"просмотров)|просмотр\w*|прочитано|комментари\w*|время чтения|көрілім|oxunub|okunma)\s*:?\s*"
    r"\d[\d\s.,]*(times|раз|min(utes?)?|мин\.?)?)\W*$",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"^\W*(tags?|tagged( with)?|keywords?|categor(y|ies)|topics?|filed under|posted in|section|rubric|"
    r"share( this| on)?|follow( us)?( on)?|"
    r"related( news| articles| posts| stories)?|see also|read (also|more)|more (on|about)|source|"
    r"来源|责任编辑|编辑|出处|المصدر|"
    r"теги?|метки|ключевые слова|рубрик[аи]|категори[яи]|раздел|поделиться|читайте также|источник|тегтер|"
    r"etiketler|mots-clés|schlagwörter|etiquetas)"
    r"\s*[:：]",
    re.IGNORECASE,
)
BACKWARDS = re.compile(
    r"^\W*(back|return|go back|назад|вернуться|возврат|артқа|retour|zurück|volver|voltar|geri|next|previous|"
    r"следующ\w+|предыдущ\w+|suivant|précédent|siguiente|anterior)\b",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"©|\(c\)\s*\d{4}|&copy;|\bcopyright\b|all rights reserved|все права защищены|tüm hakları saklıdır|"
    r"tous droits réservés|"
    r"(licen\w+|lizenz\w*|лиценз\w+)\W+(\w+\W+){0,3}creative commons|"
    r"creative commons\W+(attribution|licen\w+|lizenz)|공공누리|"
    r"alle rechte vorbehalten|todos los derechos reservados|барлық құқықтар|جميع الحقوق محفوظة|版权所有",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"^\W*(under embargo|(strictly )?embargo(ed)?\s*(:|until|till|to\b|for\b|[-–—(\d]|$)|"
    r"not for (publication|release) (before|until)|"
    r"for (immediate )?(release|use|publication|distribution)\s*(:|on\b|at\b|after\b|[-–—,(]|upon|$)|"
    r"(press|news|media) (release|statement)\s*[:#,(–—-]?\s*(no\b|nr\b|№|#|\d|for immediate)|"
    r"для (немедленной )?(публикации|распространения)\s*([:(–—,-]|после|не ранее|$)|эмбарго\s*([:(–—\d-]|до\b|$)|"
    r"(zur sofortigen )?(veröffentlichung|freigabe)\s*(:|$)|sperrfrist|frei (ab|zur veröffentlichung)|"
    r"(pour|à) (diffusion|publication) immédiate|sous embargo|embargado|para (publicación|difusión) inmediata|"
    r"per (pubblicazione|diffusione) immediata|para divulgação imediata|do natychmiastowej publikacji|"
    r"للنشر الفوري)",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"^\W*((please )?(follow|like|join|find|like and follow) (us|our)|subscribe (to|for|on|now|today)|sign up|"
    r"stay (tuned|informed|up to date)|"
    r"(get|read|download) (our|the) (app|newsletter)|подписывайтесь|подпишитесь|подписаться (на|в)|"
    r"следите за|читайте (нас|также)|"
    r"смотрите также|присоединяйтесь|бізге жазылыңыз|bizi takip edin|folgen sie uns|abonnieren sie|suivez-nous|"
    r"abonnez-vous|síganos|suscríbase|تابعونا|اشترك)",
    re.IGNORECASE,
)
COOKIES = re.compile(
    r"\b(this (web)?site|we) (uses?|place) cookies|\bcookies\b.*\b(consent|accept|agree|browser|"
    r"preferences)\b|файл\w* cookie|your browser does(n.t| not) support|ваш браузер не поддерживает",
    re.IGNORECASE,
)
_END_WORDS = "ends?|end of (?:press |news )?release|30|конец|ende|fin|fine|son|koniec|konec|fim|slut|einde|кінець|край"
END_MARK = re.compile(
    r"^\W*(انتهای پیام|پایان پیام|انتهى)\W*$|"
    rf"^\W*((?-i:ENDS?|Ends|Ende|Конец|Кінець|Koniec|ENDE|FIN|FINE|SON|КОНЕЦ|KONIEC|KONEC|FIM|VÉGE|SFÂRȘIT|KRAJ|SLUT|LOPPU|EINDE|ТАМАМ)|#\s?#\s?#+|"
    rf"[-–—*/]*\s*({_END_WORDS})\s*[-–—*/]+|[-–—*/]+\s*({_END_WORDS})\s*[-–—*/]*|[（(]?(完|终|以上)[）)]?)\W*$",
    re.IGNORECASE,
)
# The head of a paper says which number it is: “Vol. XII, No. 3”; or which month.
MASTHEAD = re.compile(
    r"\b(vol|volume|jahrgang|heft|том|выпуск|tome)\.?\s*([ivxlcdm]+|\d+)\b|\b(issue|no|nr|№)\.?\s*\d+\W*$",
    re.IGNORECASE,
)
_NUMBER_OF_PAPER = re.compile(
    r"\s*[(,]?\s*(?:\b(?:no|nr|nomor|n°|nº|núm|num|sayı|sayi|št|br|č|číslo|número|numéro|numero|ref|số|вып)|№|#|第)?[.:]{0,2}"
    r"\s*(?:[A-ZА-Я.]{0,8}[\d/-]+(?:[A-ZА-Я\d./-]{1,24}\d)?)\s*[号號)]?$",
    re.IGNORECASE,
)
_MONTH_OF_YEAR = re.compile(r"^[^\W\d_]{3,}\s+(19|20)\d\d\W*$")
_MASTHEAD_WORDS = 10
# What an office writes below a letter: who drew it up, what is enclosed, what the pictures are called.
OFFICE_LINE = re.compile(
    r"^\W*((исп|исполнитель|прил|приложени[ея]|вик|виконавець|додат(ок|ки)|орынд|орындаушы|encl|enclosures?|anlagen?|"
    r"pièces? jointes?|attachments?|allegati|adjuntos?|anexos?)\s*[.:]+\s*\S.{0,80}|"
    r"(photos?|pictures?|images?|фото(графии)?|фотоматериалы|bilder|fotos?|photographies|immagini|fotoğraflar|суреттер)\s*:)\s*$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^\W*(?:(?:written|reported|posted|published)\s+)?(?:by|авторы?\s*:|текст\s*:|text\s*:|"
    r"author\s*:|words\s*:|yazan\s*:|"
    r"par|von|por|muallif\s*:)\s*(?P<who>[^.!?:;|]{3,80})$",
    re.IGNORECASE,
)
NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "super",
        "user",
        "superuser",
        "webmaster",
        "root",
        "guest",
        "moderator",
        "author",
        "staff",
        "website",
        "press",
        "office",
        "service",
        "team",
        "site",
    ]
)
CREDIT = re.compile(
    r"(?:^|(?<=[\s(\[.]))(?P<credit>(?:(?:photo(?:graph|s)?|image|picture|foto(?:ğraf)?|фото|сурет|bild|صورة|图片)"
    r"(?:\s+(?:credits?|courtesy))?\s*(?::|/|©|：|\bby\b|\bcourtesy of\b|\bот\b)|credits?\s*:|courtesy of\b|©)"
    r"\s*(?:[^\W\d_]\.\s?)*[^.()\[\]]{2,70})[.)\]\s]*$",
    re.IGNORECASE,
)
MARKED_BY_MACHINE = re.compile(
    r"\s*(description automatically generated( with .*)?|автоматически созданное описание)\W*$", re.IGNORECASE
)
FIGURE = re.compile(
    r"^\W*(figure|fig\.?|illustration|photo(graph)?|picture|image|plate|map|abbildung|abb\.?|bild|foto|рис(унок|\.)|фото|сурет|"
    r"şekil|resim|figura|imagen|图)\s*\d{1,3}\s*[.:：)–—-]\s*\S",
    re.IGNORECASE,
)


def pieces(line: str) -> list[str]:
    """The parts of a line between bars and the like, without marks and numbers around them."""
    parts = (re.sub(r"^[\W\d_]+|[^\w+]+$", "", part.strip()) for part in _DIVIDERS.split(line.casefold()))
    return [" ".join(part.split()) for part in parts if part]


@lru_cache(maxsize=8192)
def is_buttons(line: str) -> bool:
    """Whether a line is nothing but words of buttons and links: ``Back | Print``."""
    if len(line) > LONGEST_LINE:
        return False
    parts = pieces(line)
    if all(part in BUTTONS for part in parts):
        return bool(parts)
    words = line.casefold().replace("|", " ").split()
    return len(words) <= _LONGEST_PHRASE and all(word.strip(".,:;") in BUTTONS for word in words)


def is_invitation(line: str) -> bool:
    """Whether a line asks readers to follow the site elsewhere, as ``Follow us on Telegram for more news`` does."""
    return len(line.split()) <= _INVITING_WORDS and _INVITES.match(line) is not None


def is_label(line: str) -> bool:
    """Whether a line only says what kind of text this is: ``PRESS RELEASE``, ``For immediate release``."""
    if len(line) > LONGEST_LINE:
        return False
    if _EMBARGO.match(line):
        return True
    bare = _NUMBER_OF_PAPER.sub("", " ".join(line.split()).strip(" .:*#-–—"))
    if bare.casefold() in LABELS or is_kind(bare):
        return True
    rest = without_days(line).strip(" .:,*#-–—|") if days_in(line) else ""
    return rest.casefold() in LABELS or is_kind(_NUMBER_OF_PAPER.sub("", rest))


def is_masthead(line: str) -> bool:
    """Whether a line is of the head of a paper, for it says which number or month it is."""
    return len(line.split()) <= _MASTHEAD_WORDS and bool(MASTHEAD.search(line) or _MONTH_OF_YEAR.match(line))


def without_days(line: str) -> str:
    """What is left of a line when days, times, days of the week and the label before them are gone."""
    for day in reversed(days_in(line)):
        line = f"{line[: day.start]} {line[day.end :]}"
    line = without_weekdays(POSTED.sub("", _TIME.sub(" ", _OTHER_CALENDAR.sub(" ", line))))
    words = (word for word in line.split() if any(letter.isalnum() for letter in word))
    return " ".join(
        word for word in words if word.casefold().strip(".,:()") not in _SMALL_WORDS and not is_weekday(word)
    )


@lru_cache(maxsize=8192)
def is_date_line(line: str) -> bool:
    """Whether a line is a day and nothing else but its label: ``Posted on December 05, 2019``."""
    if len(line) > LONGEST_LINE or len(line.split()) > _DAY_WORDS or not days_in(line):
        return False
    rest = _NUMBERED.sub("", without_days(line)).strip(" ,;|/–—-")
    if not any(letter.isalpha() for letter in rest) or LISTED.match(rest):
        return True
    return POSTED.fullmatch(rest) is not None or is_buttons(rest) or COUNTED.match(rest) is not None


def posted_by(line: str) -> str:
    """Who posted, of a line such as ``Posted on 5 December 2019 by Press Service``; nothing for other lines."""
    if len(line) > LONGEST_LINE or not days_in(line, SOURCE_LANGUAGES):
        return ""
    if len(line.split()) > _POSTED_WORDS or line.rstrip().endswith("."):
        return ""
    found = _BY_WHOM.search(_DANGLING.sub("", without_days(line)).strip(" |,-–—"))
    return found["who"].strip() if found and POSTED.match(line) else ""


def is_office(who: str) -> bool:
    """Whether who posted is an office, by its letters before its place: ``PIO Nagarpur``."""
    first, *place = who.split()
    return bool(place) and first.isupper() and 2 < len(first) <= _OFFICE_LETTERS and not any(map(str.isupper, place))


def author_of(line: str) -> str:
    """The author whom a line names, ``By Jane Lee``; nothing for other lines, and for those who keep a site."""
    found = BYLINE.match(without_days(line) if days_in(line) else line)
    who = found["who"].strip(" ,.") if found else ""
    return who if _is_name(who) and not _is_nobody(who) else ""


def is_byline(line: str) -> bool:
    """Whether a line names who wrote or posted, whoever that is."""
    found = BYLINE.match(line)
    return found is not None and (_is_name(found["who"]) or _is_nobody(found["who"]))


def _is_nobody(who: str) -> bool:
    return all(word.strip(",.") in NOBODY for word in who.casefold().split())


def _is_name(who: str) -> bool:
    """Whether every word begins as names do, but for those between: ``bin``, ``de``, ``and``."""
    words = who.split()
    return 1 < len(words) <= _NAME_WORDS and all(not word[0].islower() or word in _BETWEEN_NAMES for word in words)
