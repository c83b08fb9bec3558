"""Headings over parts of a page that lead elsewhere or to the site's people: ``Related news``, ``Contacts for media``.

In the languages that releases come in. A heading counts only as a whole.
"""

from __future__ import annotations

import re

from pipeline.importers.wording import LONGEST_LINE, is_buttons, pieces

_PHRASES = (
    (
        r"(related|similar|recommended|recent|latest|popular|other|more|further|additional) "
        r"(news|topics?|posts?|articles?|stories|content|releases?|links?|pages?|reading|information|resources|"
        r"items?|documents?|media)"
    ),
    r"more (from|on|about|in) .{2,40}",
    r"(you (may|might)|readers) also .{2,20}|see also|(read|also) (also|more|next|this)|most (read|viewed|popular)",
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
    r"أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا.*|شارك.{0,20}|相关(新闻|阅读|文章|链接)|推荐阅读",
)
_SECTIONS = re.compile(rf"^\W*({'|'.join(_PHRASES)})\W*$", re.IGNORECASE)
# Headings that a system writes over parts of the text itself.
_OWN = (["quote(s"], ["quotes"], ["media"], ["news"])


def is_section_of_furniture(heading: str) -> bool:
    """Whether a heading says that what follows it is not of the article."""
    if len(heading) > LONGEST_LINE or pieces(heading) in _OWN:
        return False
    return is_buttons(heading) or _SECTIONS.match(heading) is not None
