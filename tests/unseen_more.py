"""More pages that the extractor was not made by: documents linked in the text, quotations, programmes, notices, long comments."""

from __future__ import annotations

from tests.unseen_pages import H, P, Page

SPEECH = ("We owe the valley an answer before the spring.", "Bek Sadykov, chair")
MUSEUM = f"""<html lang="en"><head><title>Council of Dams | {H}</title></head><body class="two-sidebars page-news sidebar-both"><div id="cookie-law" style="position:fixed"><p>To give you the best possible experience, this site uses cookies. By continuing to browse this website you accept the use of cookies for statistics, and that we keep them for a year or so on your device.</p><a>OK, I agree</a></div>
<div id="container"><div id="branding"><h1 id="logo"><a href="/"><img src="logo.svg" alt="Council of Dams"></a></h1></div><div id="sidebar-first"><h2>Council</h2><p>The Council of Dams was founded in 1974 by nine dams and keeps its seat in Nurek, by the river.</p></div>
<div id="content" role="main"><h2>{H}</h2><p class="submitted">Submitted by office on Tue, 16/05/2023 - 09:30</p><div class="content"><p><strong>{P[0]}</strong></p><p>{P[1]}</p><blockquote><p>{SPEECH[0]}</p><footer>{SPEECH[1]}</footer></blockquote><p>{P[3]}</p><p>Documents:</p><ul><li><a href="a.pdf">The form for warnings in three languages (PDF)</a></li><li><a href="b.pdf">The list of telephone numbers of nine dams (PDF)</a></li></ul><p>{P[4]}</p></div><ul class="links inline"><li><a>Log in to post comments</a></li></ul></div>
<div id="sidebar-second"><h2>Who's online</h2><p>There are currently 0 users online.</p></div><div id="footer"><p>Tel. +992 37 000 00 00, office@dams.example</p></div></div></body></html>"""

PROGRAMME = f"""<html lang="en"><head><title>{H}</title></head><body><header><a href="/">Dams</a><nav><a>1</a></nav></header><main><section class="hero"><p class="eyebrow">Press release</p><h1>{H}</h1><p class="hero__date">16th May 2023</p></section><section class="block"><div class="inner"><p>{P[0]}</p><p>{P[1]}</p></div></section>
<section class="block block--table"><div class="inner"><h2>Programme</h2><table><tr><td>9.00</td><td>Opening</td></tr><tr><td>10.30</td><td>Gauges</td></tr><tr><td>14.00</td><td>Warnings</td></tr></table></div></section><section class="block"><div class="inner"><h2>What was agreed</h2><p>{P[2]}</p><p>{P[3]}</p><p>{P[4]}</p></div></section>
<section class="block block--contact"><div class="inner"><h2>Media contact</h2><p>Press office, +992 37 000 00 00</p></div></section><section class="teasers"><h2>More releases</h2><ul><li><a>Nine dams in nine pictures: an exhibition opens</a></li><li><a>The table of spring levels is out for all dams</a></li></ul></section></main><footer><small>Imprint</small></footer></body></html>"""

LONG_COMMENTS = f"""<html lang="en"><head><title>{H} » Dam Watch</title></head><body><div class="wrap"><div class="head"><a>Dam Watch</a></div><div class="post"><h2 class="post-title"><a href="/p/1">{H}</a></h2><div class="postmeta">By <a>Aigul Omar</a> | May 16, 2023 | <a>4 Comments</a></div><div class="entry">{"".join(f"<p>{t}</p>" for t in P)}</div></div>
<div id="disqus_thread"><h3>4 Comments</h3>{"".join(f'<div class="cmt"><b>reader{n}</b> <span>May 17, 2023 at 10:0{n}</span><p>I have read this with interest, and I must say that the gauge at my village has been broken for {n} years, whatever the Council says about March.</p><a>Reply</a></div>' for n in range(1, 5))}</div>
<div class="nav"><div class="alignleft"><a>« Older entries of this blog</a></div></div></div></body></html>"""

RUSSIAN_TEXT = (
    "Во вторник в Нуреке состоялось заседание Совета девяти плотин под председательством Бека Садыкова.",
    "На заседании сообщили, что гидропосты трёх притоков не работают с марта, а запчасти уже в пути.",
    "Решено:",
    "утвердить форму предупреждения;",
    "составить список телефонов.",
    "Следующее заседание пройдёт в октябре.",
)
RUSSIAN = f"""<html><head><title>Пресс-служба: Совет плотин договорился об общем предупреждении</title></head><body><table class="main"><tr><td class="top" colspan="3"><a>Главная</a> | <a>Карта сайта</a> | <a>Контакты</a></td></tr><tr><td class="left"><div class="menu_item"><a>Руководство</a></div><div class="menu_item"><a>Пресс-служба</a></div><div class="vote">Опрос: Как вы оцениваете работу сайта? <form><input type="radio"> хорошо <input type="radio"> плохо</form></div></td>
<td class="center"><div class="date">16.05.2023 15:42</div><div class="zag">Совет плотин договорился об общем предупреждении</div><div class="txt"><p>{RUSSIAN_TEXT[0]}</p><p>{RUSSIAN_TEXT[1]}</p><p>{RUSSIAN_TEXT[2]}</p><p>- {RUSSIAN_TEXT[3]}<br>- {RUSSIAN_TEXT[4]}</p><p>{RUSSIAN_TEXT[5]}</p></div><div class="source">Пресс-служба Совета плотин</div><div class="print"><a>Версия для печати</a></div><div>Просмотров: 88</div></td>
<td class="right"><div class="banner"><a>Портал открытых данных</a></div><div class="ann"><b>Анонсы</b><br><a>18 мая. Выставка фотографий девяти плотин в музее</a></div></td></tr><tr><td colspan="3" class="bot">Адрес: г. Душанбе, ул. Плотинная, 1. Тел.: +992 37 000-00-00</td></tr></table></body></html>"""

FACT_BOX = f"""<html lang="en"><head><title>{H}</title><meta property="og:title" content="{H}"></head><body><div id="app"><main><article><h1>{H}</h1><div class="css-1a2b"><time datetime="2023-05-16T05:00:00Z">1 day ago</time><span>Nurek</span></div><div class="css-9z8y"><p>{P[0]}</p><p>{P[1]}</p><aside><h4>The nine dams</h4><p>They hold eleven cubic kilometres of water, and the oldest of them was built in 1936.</p></aside><p>{P[2]}</p><p>{P[3]}</p><p>{P[4]}</p></div></article><aside class="css-rail"><h3>Top stories</h3><ol><li><a>Why the river is brown in the month of May</a></li><li><a>Ten dishes with carp from behind the dam</a></li></ol></aside></main></div></body></html>"""

PAGES = (
    Page(
        "museum",
        MUSEUM,
        H,
        (
            P[0],
            P[1],
            *SPEECH,
            P[3],
            "Documents:",
            "The form for warnings in three languages (PDF)",
            "The list of telephone numbers of nine dams (PDF)",
            P[4],
        ),
    ),
    Page(
        "programme",
        PROGRAMME,
        H,
        (P[0], P[1], "Programme", "9.00", "Opening", "10.30", "Gauges", "14.00", "Warnings", "What was agreed", *P[2:]),
    ),
    Page("long comments", LONG_COMMENTS),
    Page("russian", RUSSIAN, "Совет плотин договорился об общем предупреждении", RUSSIAN_TEXT),
    Page(
        "fact box",
        FACT_BOX,
        H,
        (
            P[0],
            P[1],
            "The nine dams",
            "They hold eleven cubic kilometres of water, and the oldest of them was built in 1936.",
            *P[2:],
        ),
    ),
)
