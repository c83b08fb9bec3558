"""A last round of pages that the extractor was not made by: statements, galleries, ministries in several languages."""

from __future__ import annotations

from tests.unseen_pages import H, P, Page

FRENCH_TITLE = "Le Conseil des barrages adopte une alerte commune"
FRENCH_TEXT = (
    "Le Conseil des neuf barrages s'est réuni mardi à Nourek sous la présidence de M. Bek Sadykov.",
    "Il a appris que les stations de trois affluents ne fonctionnent plus depuis mars.",
    "La prochaine réunion aura lieu en octobre.",
)
FRENCH = f"""<!DOCTYPE html><html lang="fr"><head><title>{FRENCH_TITLE} - Ministère des Barrages</title></head><body><div class="bandeau"><p class="devise">Liberté, eau, lumière</p></div><div id="fil"><a href="/">Accueil</a> &gt; <a href="/presse">Presse</a> &gt; {FRENCH_TITLE}</div>
<div class="contenu"><div class="entete"><span class="type">Communiqué de presse</span><h1>{FRENCH_TITLE}</h1><p class="date">Publié le 16 mai 2023</p></div><div class="chapo"></div><div class="texte surlignable">{"".join(f"<p>{t}</p>" for t in FRENCH_TEXT)}</div><div class="outils"><a href="#">Imprimer</a><a href="#">Partager</a></div></div>
<div class="pied"><a href="/m">Mentions légales</a><a href="/p">Plan du site</a></div></body></html>"""

TURKISH_TITLE = "Barajlar Konseyi ortak uyarıda anlaştı"
TURKISH_TEXT = (
    "Dokuz barajın konseyi salı günü Nurek'te Bek Sadykov başkanlığında toplandı.",
    "Toplantıda üç kolun ölçüm istasyonlarının marttan beri çalışmadığı bildirildi.",
    "Konsey ekim ayında yeniden toplanacak.",
)
TURKISH = f"""<html lang="tr"><head><title>{TURKISH_TITLE}</title></head><body><div class="header"><a href="/">Konsey</a></div><div class="page-content"><div class="container"><div class="row"><div class="col-sm-8"><div class="haber-detay"><h1>{TURKISH_TITLE}</h1><div class="haber-tarih"><span>16 Mayıs 2023 Salı</span></div><div class="haber-resim"><img src="a.jpg" alt=""></div><div class="haber-icerik">{"".join(f"<p>{t}</p>" for t in TURKISH_TEXT)}</div><div class="paylas">Paylaş: <a href="#">Facebook</a> <a href="#">Twitter</a></div></div></div>
<div class="col-sm-4"><div class="diger-haberler"><h3>Diğer Haberler</h3><ul><li><a href="/1">Başkan Kayrakkum santralini ziyaret etti</a></li><li><a href="/2">Mühendisler Duşanbe'de eğitim aldı</a></li></ul></div></div></div></div></div><div class="footer">Tüm hakları saklıdır.</div></body></html>"""

STATEMENT = f"""<html lang="en"><head><title>{H} | Office of the Chair</title><meta property="og:type" content="article"></head><body><div class="site"><div class="site-head"><div class="site-name">Office of the Chair</div><ul class="site-links"><li><a href="/1">Biography</a></li><li><a href="/2">Speeches</a></li></ul></div>
<div class="doc"><div class="doc-meta"><div>Statement</div><div>May 16, 2023</div><div>Nurek</div></div><h1 class="doc-title">{H}</h1><div class="doc-body"><p>Dear members of the Council,</p>{"".join(f"<p>{t}</p>" for t in P)}<p>Thank you.</p><p style="text-align:right"><i>Bek Sadykov</i></p></div></div><div class="more"><a href="/3">Next: The chair opens an exhibition in the museum of dams</a></div><div class="legal">Office of the Chair of the Council of Dams | Accessibility | Site map</div></div></body></html>"""

GALLERY = f"""<html lang="en"><head><title>{H}</title></head><body><nav class="n"><a href="/">Council</a></nav><div class="wrapper-main"><div class="title-block"><h1>{H}</h1><div class="sub"><span class="dt">16.05.2023</span></div></div><div class="carousel"><div class="item"><img src="1.jpg"><div class="carousel-caption">The chair opens the meeting</div></div><div class="item"><img src="2.jpg"><div class="carousel-caption">Delegates from nine dams</div></div></div><div class="news-full-text">{"".join(f"<p>{t}</p>" for t in P)}</div><div class="photo-thumbs"><a href="1.jpg">1</a><a href="2.jpg">2</a></div></div><footer class="f">Council of Dams</footer></body></html>"""

SECTIONS = f"""<html lang="en"><head><title>{H} :: Council of Dams</title></head><body><div id="p"><div id="t"><a href="/">Council of Dams</a></div><div id="c"><h3 class="hdr">{H}</h3><small>Tuesday, 16 May 2023</small><p>{P[0]}<p>{P[1]}<h4>Voices</h4><p>{P[2]}<h4>Results</h4><ol><li>{P[3]}<li>{P[4]}</ol><hr><small><a href="/back">Back to the list of releases</a></small></div><div id="b">Tel. 1414. All rights reserved</div></div></body></html>"""

PERSIAN_TITLE = "شورای سدها بر هشدار مشترک توافق کرد"
PERSIAN_TEXT = (
    "شورای نه سد روز سه‌شنبه در نورک به ریاست بیک صادق‌اف تشکیل جلسه داد.",
    "در این نشست گفته شد که ایستگاه‌های سه شاخه از ماه مارس کار نمی‌کنند.",
    "نشست بعدی در ماه اکتبر برگزار خواهد شد.",
)
PERSIAN = f"""<html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{PERSIAN_TITLE}</title></head><body><div class="menu"><a href="/">خانه</a><a href="/n">اخبار</a></div><div class="content"><h1>{PERSIAN_TITLE}</h1><div class="date">۱۶ مه ۲۰۲۳</div>{"".join(f"<p>{t}</p>" for t in PERSIAN_TEXT)}<div class="share"><a href="#">اشتراک گذاری</a></div></div></body></html>"""

PAGES = (
    Page("french", FRENCH, FRENCH_TITLE, FRENCH_TEXT),
    Page("turkish", TURKISH, TURKISH_TITLE, TURKISH_TEXT),
    Page("statement", STATEMENT, H, ("Dear members of the Council,", *P, "Thank you.", "Bek Sadykov")),
    Page("gallery", GALLERY),
    Page("sections", SECTIONS, H, (P[0], P[1], "Voices", P[2], "Results", P[3], P[4])),
    Page("persian", PERSIAN, PERSIAN_TITLE, PERSIAN_TEXT),
)
