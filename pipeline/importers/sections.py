"""What a site says for itself and not for the article: headings over what leads elsewhere, sentences of its service.

``Related news``, ``Contacts for media``; ``Spotted a mistake? Press Ctrl+Enter``. In the languages that releases come
in. A heading counts only as a whole, a sentence only where it is short.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.importers.wording import LONGEST_LINE, is_buttons, pieces

_PHRASES = (
    (
        r"(related|similar|recommended|recent|latest|popular|other|more|further|additional) "
        r"(news|topics?|posts?|articles?|stories|content|releases?|links?|pages?|reading|information|resources|"
        r"items?|documents?|media)"
    ),
    r"more (from|on|about|in) .{2,40}",
    r"(you (may|might)|readers) also .{2,20}|see also|(read|also) (also|more|next|this)|most (read|viewed|popular)",
    r"(featured|recommended|suggested)( (story|stories|reading|articles?|posts?))?",
    r"trending( now)?|up next|what('|’)?s next|discover more|explore( more)?|don('|’)t miss|in this section",
    r"on this page|page contents|share( (this|on|via|with).{0,20})?|print|(print|printer)[ -]friendly.{0,12}",
    r"follow us.{0,20}|subscribe.{0,30}|sign up.{0,30}|join (our|the) (newsletter|mailing list)",
    r"stay (informed|updated|connected|in touch|up to date)|get (the report|our newsletter|updates|in touch)",
    r"(press |media |your )?contacts?( us| details| information)?( (for|of) .{2,30})?",
    r"(for )?(media|press) (contacts?|enquir\w+|inquir\w+)",
    r"(leave a |post a |\d+ )?(comments?|repl(y|ies))( \(\d+\))?|tags?|topics?|categor(y|ies)|keywords",
    r"(другие|похожие|последние|популярные|главные|ещё|еще|свежие|все) (новости|материалы|статьи|публикации|записи)",
    r"(читайте|смотрите|см\.?) также|(новости|материалы|ещё|еще) по теме|по теме|вам может быть интересно.*",
    r"популярное|комментарии( \(\d+\))?|поделиться.{0,20}|контакты( для (сми|прессы))?|теги",
    r"(басқа|соңғы|ұқсас|өзге) жаңалықтар|тағы оқыңыз|бөлісу",
    r"(ilgili|diğer|benzer|son|çok okunan) (haberler|yazılar|içerikler)|çok okunanlar",
    r"yorumlar( \(\d+\))?|paylaş|etiketler|teilen|kommentare|(presse|ansprech)\w*(kontakt|partner\w*)",
    (
        r"(weitere|ähnliche|aktuelle|verwandte|mehr) (informationen|meldungen|artikel|nachrichten|beiträge|themen|"
        r"pressemitteilungen)|das könnte (sie|dich) auch .*"
    ),
    r"(articles?|actualités|contenus|sujets) (similaires|liés|associés|connexes)|(à lire|voir) aussi",
    r"sur le même (sujet|thème)|contacts? (presse|médias)|partager.{0,20}|commentaires",
    r"(noticias|artículos|contenidos) (relacionad[oa]s|similares)|(lea|vea|le puede interesar) también",
    r"también te puede .*|compartir.{0,20}|comentarios|articoli correlati|leggi anche|condividi",
    r"notícias relacionadas|leia (também|mais)",
    (
        r"attach(ments|ed files)|fichiers? joints?|pièces? jointes?|anhänge|anlagen|dateianhänge|allegati|"
        r"(archivos )?adjuntos|anexos|załączniki|вложения|прикрепл[её]нные файлы|ek(li dosya)?lar|тіркелген файлдар|"
        r"ekler|downloads?|συνημμένα|المرفقات|附件(下载)?|添付(資料|ファイル)|別添(資料)?|첨부(파일|자료)"
    ),
    r"أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا.*|شارك.{0,20}|相关(新闻|阅读|文章|链接)|推荐阅读",
    r"関連(資料|リンク|情報|記事|ページ|ニュース)|관련\s?(기사|자료|링크|뉴스)",
    r"(本件に関する)?(お問い?合わ?せ先?|照会先|連絡先)|문의처?|(zobacz|czytaj) (też|także|również)",
    r"(aktualności|artykuły|materiały) powiązane|(läs|les) (också|også) .{0,20}|lees ook|aiheesta muualla",
)
_SECTIONS = re.compile(rf"^\W*({'|'.join(_PHRASES)})\W*$", re.IGNORECASE)
_SERVICE = re.compile(
    r"\bctrl\s*\+\s*enter\b|^\W*(please )?(enable|turn on|включите) javascript|"
    r"javascript (is (off|disabled|required)|must be )|^\W*thank(s| you)\W+your (submission|message|form)\b|"
    r"^\W*oops\W+something went wrong\b|"
    r"^\W*view (the )?original( content| version| release| post)?\b|"
    r"^\W*((have )?you |if you (have )?)?(spotted|found|noticed|see) (a|an) (mistake|typo|error)\b|"
    r"^\W*(если )?(вы )?(нашли|заметили|увидели) (ошибку|опечатку)|"
    r"^\W*report (a|an) (mistake|typo|error|problem)\b.{0,40}$|^\W*was this (page|article|information) (help|use)ful\b|"
    r"^\W*(press|click|tap) .{0,30}(to|and) (view|see|open|enlarge|zoom)\b.{0,40}(image|picture|photo|size)|"
    r"\b(log|sign) ?in .{0,20}to (post|leave|write|add|view) (a )?comments?|permission to (post|leave|write) comments|"
    r"^\W*comments (are|have been) (closed|disabled|off)\b|^\W*(beginning|end) of dialog(ue)? window|"
    r"^\W*this (page|site) (is |was )?hosted (by|on)\b|"
    r"^\W*((web)?site (designed |built |made )?by|powered by)( \S+){1,4}$|"
    r"^\W*(page )?last (revised|updated|modified|changed)( on)?\s*:?\s*\S+( \S+){0,4}\W*$|"
    r"your email address will not be published|"
    r"^\W*you (are receiving|receive) this (e-?mail|message|letter|newsletter|because)\b|"
    r"\b(adobe|acrobat) reader\b|^\W*扫一扫|"
    r"checked (by|for) (antivirus|viruses)|проверено антивирусом|^\W*диалоговое окно|"
    r"^\W*haben sie einen fehler (gefunden|entdeckt)|^\W*vous avez (trouvé|repéré) une (erreur|faute)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\W*(\[[^\[\]]{2,40}\][\s|·•,/-]*)+$")
_SERVICE_WORDS = 25
# Headings that a system writes over parts of the text itself.
_OWN = (["quote(s"], ["media"], ["news"])


@lru_cache(maxsize=8192)
def is_section_of_furniture(heading: str) -> bool:
    """Whether a heading says that what follows it is not of the article."""
    if len(heading) > LONGEST_LINE or pieces(heading) in _OWN:
        return False
    return is_buttons(heading) or _SECTIONS.match(heading) is not None


@lru_cache(maxsize=8192)
def is_service(line: str) -> bool:
    """Whether a short line is a site's word to its visitors: how to comment, to report a mistake, to see a picture."""
    if len(line.split()) > _SERVICE_WORDS:
        return False
    return _BRACKETED.match(line) is not None or _SERVICE.search(line) is not None
