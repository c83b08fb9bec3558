"""Whole pages in the manner of well-known sites, builders and exports, with the text of ``unseen_builders``."""

from __future__ import annotations

from tests.unseen_builders import DAY, FOOT, NAV, H, P, ps
from tests.unseen_pages import Page


def made(name: str, markup: str, *, headline: str = H, text: tuple[str, ...] = P) -> Page:
    return Page(name, markup, headline, text, DAY)


PAGES = (
    made(
        "govuk",
        f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><title>{H} - GOV.LAKE</title><meta property="article:published_time" content="2023-05-18T09:30:00Z"></head><body class="govuk-template__body">
<a href="#content" class="govuk-skip-link">Skip to main content</a><div id="global-cookie-message" class="gem-c-cookie-banner"><div role="region"><h2>Cookies on GOV.LAKE</h2><p>We use some essential cookies to make this website work. We’d like to set additional cookies to understand how you use it, remember your settings and improve government services.</p><button>Accept additional cookies</button></div></div>
<header role="banner" class="gem-c-layout-super-navigation-header"><a>GOV.LAKE</a><h2>Services and information</h2><ul><li><a>Benefits</a></li></ul></header><div class="gem-c-phase-banner govuk-phase-banner"><p>This part of the site is <strong>new</strong>.</p></div>
<div class="govuk-width-container"><nav class="govuk-breadcrumbs"><ol><li>Home</li></ol></nav><main role="main" id="content" class="news-article" lang="en"><div class="govuk-grid-row gem-print-columns-none"><div class="govuk-grid-column-two-thirds"><div class="gem-c-heading govuk-!-margin-bottom-8"><span class="govuk-caption-xl gem-c-heading__context">Press release</span><h1 class="gem-c-heading__text govuk-heading-xl">{H}</h1></div></div><div class="metadata-logo-wrapper"><div class="govuk-grid-column-two-thirds metadata-column"><p class="gem-c-lead-paragraph">Five states have agreed on what ports owe the water.</p><div class="gem-c-metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd class="gem-c-metadata__definition"><a>Lake Office</a></dd><dt>Published</dt><dd>18 May 2023</dd></dl></div></div></div></div>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><img class="app-c-figure__image" src="x.jpg" alt=""><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{ps()}<h2 id="media">Media enquiries</h2><div class="address"><div class="adr org fn"><p>Lake Office<br>5 Quay Street<br>Aktau</p></div></div></div></div><div class="responsive-bottom-margin"><div class="gem-c-share-links"><h2>Share this page</h2><p>The following links open in a new tab</p><ul><li><a>Share on Facebook (opens in new tab)</a></li></ul></div><div class="gem-c-published-dates"><h2>Updates to this page</h2>Published 18 May 2023</div></div></div><div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><h2>Related content</h2><ul><li><a>Ports and their fees</a></li></ul></div></div></div></main></div>
<div class="gem-c-feedback"><h3>Is this page useful?</h3><button>Yes</button><p>Help us improve GOV.LAKE. Don’t include personal or financial information like your National Insurance number or credit card details.</p></div><footer class="govuk-footer"><p>All content is available under the Open Licence</p></footer></body></html>""",
        text=("Five states have agreed on what ports owe the water.", *P),
    ),
    made(
        "tilda",
        f"""<html lang="ru"><head><title>{H}</title></head><body class="t-body"><div id="allrecords" class="t-records"><div id="rec1" class="r t-rec" data-record-type="257"><div class="t228"><a class="t-menu__link-item">О нас</a><a class="t-menu__link-item">Новости</a></div></div><div id="rec2" class="r t-rec"><div class="t-cover"><div class="t182__title t-title" field="title">{H}</div><div class="t-descr" field="descr">18.05.2023</div></div></div>
{"".join(f'<div id="rec1{n}" class="r t-rec t-rec_pt_15" data-record-type="106"><div class="t004"><div class="t-container"><div class="t-col t-col_8 t-prefix_2"><div field="text" class="t-text t-text_md">{t}</div></div></div></div></div>' for n, t in enumerate(P))}
<div id="rec30" class="r t-rec"><div class="t-container"><div class="t-section__title">Читайте также</div><a class="t-card__link"><div class="t-card__title">Cranes come to Kuryk</div><div class="t-card__descr">Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday.</div></a></div></div><div id="rec31" class="r t-rec"><div class="t-footer">© 2023 Lake Office</div></div></div></body></html>""",
    ),
    made(
        "wix",
        f"""<html lang="en"><head><title>{H}</title><meta property="og:title" content="{H}"></head><body><div id="SITE_CONTAINER"><div id="site-root"><div id="masterPage" class="mesh-layout"><header id="SITE_HEADER"><div data-testid="richTextElement" class="KcpHeO"><p class="font_7">Lake Office</p></div><nav><ul><li><a>Home</a></li></ul></nav></header><main id="PAGES_CONTAINER"><div id="SITE_PAGES"><section id="comp-k1"><div data-testid="mesh-container-content"><div id="comp-l2" class="KcpHeO tz5f0K comp-l2 wixui-rich-text" data-testid="richTextElement"><h1 class="font_0 wixui-rich-text__text"><span class="wixui-rich-text__text">{H}</span></h1></div><div id="comp-l3" class="KcpHeO comp-l3 wixui-rich-text"><p class="font_8 wixui-rich-text__text">May 18, 2023</p></div>
<div id="comp-l4" class="KcpHeO tz5f0K comp-l4 wixui-rich-text" data-testid="richTextElement">{"".join(f'<p class="font_8 wixui-rich-text__text" style="font-size:18px"><span>{t}</span></p><p class="font_8"><span class="wixGuard">&#8203;</span></p>' for t in P[:3])}</div><div id="comp-l5" class="comp-l5 wixui-image"><img src="x.jpg" alt="port.jpg"></div><div id="comp-l6" class="KcpHeO tz5f0K comp-l6 wixui-rich-text">{"".join(f'<p class="font_8 wixui-rich-text__text"><span>{t}</span></p>' for t in P[3:])}</div><div id="comp-l7" class="comp-l7"><a class="wixui-button"><span>Back to News</span></a></div></div></section></div></main><footer id="SITE_FOOTER"><div class="wixui-rich-text"><p>Quay Street 5, Aktau. Mon to Fri from 9 to 18.</p></div></footer></div></div></div></body></html>""",
    ),
    made(
        "medium",
        f"""<html lang="en"><head><title>{H} | by Dana Kim | Lake Office | Medium</title><meta property="og:title" content="{H}"><meta property="article:published_time" content="2023-05-18T06:02:11.000Z"></head><body><div id="root"><div class="a b c"><div class="d"><a>Open in app</a><a>Sign up</a><a>Sign in</a></div></div><div class="e"><article><div class="f"><section><div><div class="g h"><div class="speechify-ignore"></div><h1 id="1f" class="pw-post-title">{H}</h1><div class="i"><div><div class="j"><a rel="noopener"><img alt="Dana Kim" class="l" src="a.png" width="44" height="44"></a></div><div><span>Dana Kim</span><span>·</span><a>Follow</a></div><div><span>Published in</span><a>Lake Office</a><span>·</span><span>4 min read</span><span>·</span><span data-testid="storyPublishDate">May 18, 2023</span></div></div></div><div class="k"><div><button>--</button></div><div><button>Listen</button></div><div><button>Share</button></div></div>
<figure class="m"><div><picture><source srcset="b.jpg 640w"><img alt="" width="700" height="467" src="b.jpg"></picture></div><figcaption class="n">The port of Aktau. Photo by D. Kim</figcaption></figure>{"".join(f'<p id="p{n}" class="pw-post-body-paragraph o p">{t}</p>' for n, t in enumerate(P))}</div></div></section></div></article></div><div class="q"><div><a>Ports</a><a>Lake</a></div><div><button>--</button></div></div><div class="r"><div><h2>Written by Dana Kim</h2><div>12 Followers</div><p>Writes about ports and those who live by them. Views are my own and not those of the port.</p><button>Follow</button></div></div><div><h2>More from Dana Kim and Lake Office</h2><article><div><h2>Cranes come to Kuryk</h2><div><h3>Two cranes of forty tonnes each were lifted ashore.</h3></div><div>3 min read·May 2</div></div></article></div><div><a>Help</a><a>Status</a></div></div></body></html>""",
    ),
    made(
        "gdocs",
        f"""<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style>.c0{{}}</style></head><body class="c5 doc-content"><p class="c3 title" id="h.x"><span class="c1">{H}</span></p><p class="c0"><span class="c2">Aktau, 18 May 2023</span></p>{"".join(f'<p class="c0"><span class="c2">{t}</span></p><p class="c0 c4"><span class="c2"></span></p>' for t in P)}</body></html>""",
    ),
    made(
        "notion",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>{H}</title></head><body><article id="9f" class="page sans"><header><div class="page-header-icon"><span class="icon">⚓</span></div><h1 class="page-title">{H}</h1><p class="page-description"></p><table class="properties"><tbody><tr class="property-row property-row-date"><th><span class="icon property-icon"></span>Date</th><td><time>@May 18, 2023</time></td></tr><tr class="property-row property-row-select"><th>Status</th><td><span class="selected-value">Done</span></td></tr></tbody></table></header><div class="page-body">{ps()}</div></article></body></html>""",
    ),
    made(
        "typo3",
        f"""<html lang="de"><head><title>{H} - Seeamt</title></head><body><div class="frame frame-default frame-type-menu"><ul><li><a>Aktuelles</a></li></ul></div><div id="content"><div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="header"><h1 itemprop="headline">{H}</h1></div><div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="2023-05-18">18.05.2023</time></span><span class="news-list-category">Presse</span></p></div><div class="teaser-text" itemprop="description"><p>{P[0]}</p></div><div class="news-img-wrap"><div class="outer"><div class="mediaelement mediaelement-image"><a href="big.jpg" class="lightbox"><img src="x.jpg" width="300" height="200" alt=""></a></div><p class="news-img-caption">Der Hafen von Aktau.</p></div></div><div class="news-text-wrap" itemprop="articleBody">{ps(texts=P[1:])}</div><div class="news-backlink-wrap"><a>Zurück</a></div><div class="news-related-wrap"><div class="news-related"><h4>Verwandte Nachrichten</h4><ul><li><span class="news-related-news-date">02.05.2023</span><a>Kräne in Kuryk</a></li></ul></div></div></div></div></div><div class="footer-area">Impressum Datenschutz</div></body></html>""",
    ),
    made(
        "kremlin",
        """<html lang="ru"><head><title>Министры подписали договор о чистых портах • Бюро озера</title></head><body><header><a>События</a><a>Структура</a></header><main><div class="read hentry"><div class="read__place">Актау</div><h1 class="entry-title p-name">Министры подписали договор о чистых портах</h1><div class="read__lead entry-summary p-summary">Встреча министров пяти прибрежных государств прошла в Актау.</div><div class="read__meta"><time class="read__published" datetime="2023-05-18">18 мая 2023 года</time><span class="read__time">15:40</span><span>Актау</span></div><div class="read__bottommeta"><a>2 фото</a></div><div class="entry-content e-content read__internal_content"><p>Договор обязывает каждый порт бесплатно принимать отходы судов и публиковать отчёты.</p><p><b>Л. Хасан:</b> Порт, который прогоняет судно, превращает море в свалку.</p><p>Первые отчёты ожидаются в марте.</p></div><div class="read__tags"><p>География: <a>Казахстан</a></p><p>Темы: <a>Транспорт</a></p></div><div class="read__pubdates"><p>Статус материала</p><p>Опубликован в разделах: Новости</p><p>Дата публикации: 18 мая 2023 года, 15:40</p><p>Прямая ссылка: lake.example/1</p></div></div></main><footer>Все материалы сайта доступны по лицензии</footer></body></html>""",
        headline="Министры подписали договор о чистых портах",
        text=(
            "Встреча министров пяти прибрежных государств прошла в Актау.",
            "Договор обязывает каждый порт бесплатно принимать отходы судов и публиковать отчёты.",
            "Л. Хасан: Порт, который прогоняет судно, превращает море в свалку.",
            "Первые отчёты ожидаются в марте.",
        ),
    ),
    made(
        "globe",
        f"""<html lang="en"><head><title>{H}</title><meta name="description" content="AKTAU, Kazakhstan, May 18, 2023"></head><body><header><a>Register</a></header><div class="main-container container" role="main"><div class="main-article-container"><div class="article-header"><h1 class="article-headline">{H}</h1><p class="article-published-source"><span class="article-published"><time datetime="2023-05-18T12:00Z">May 18, 2023 08:00 ET</time></span><span class="article-source"> | Source: <span><a>Lake Office</a></span></span></p></div><div class="main-follow-container"><h3>Follow</h3><p>Lake Office</p></div><div class="main-body-container article-body" id="main-body-container" itemprop="articleBody"><p align="left">AKTAU, Kazakhstan, May 18, 2023 (GLOBE) -- {P[0]}</p>{ps(texts=P[1:])}<p><strong>About Lake Office</strong><br>Lake Office serves the five states of the lake in matters of ports, fish and water.</p><p>Contact: press@lake.example</p></div><div class="main-tags-container"><h3>Tags</h3><span>Ports</span></div><div class="main-related"><h2>Recommended Reading</h2><div class="rr"><time>May 2, 2023</time> | <a>Cranes come to Kuryk, and two more ports want them</a><p>KURYK, May 02, 2023 -- Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday.</p></div></div></div></div><footer>About us</footer></body></html>""",
        text=(
            *P,
            "About Lake Office Lake Office serves the five states of the lake in matters of ports, fish and water.",
            "Contact: press@lake.example",
        ),
    ),
    made(
        "wayback",
        f"""<html lang="en"><head><title>{H}</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en" style="display:block;direction:ltr;"><div id="wm-ipp"><div id="wm-ipp-inside"><p>The Wayback Machine - https://web.archive.org/web/20230601/https://lake.example/</p><span>14 captures</span></div></div></div><!-- END WAYBACK TOOLBAR INSERT --><div id="page"><div id="hd"><a>Home</a></div><div id="bd"><h2>{H}</h2><p class="date">Thursday, 18 May 2023</p>{ps()}<p><a href="/news">More news</a></p></div><div id="ft">Lake Office</div></div></body></html>""",
    ),
    made(
        "liferay",
        f"""<html lang="en"><head><title>{H} - News - Lake Office</title></head><body class="public-page"><nav class="sort-pages"><ul><li><a>News</a></li></ul></nav><div id="wrapper"><section id="content"><h1 class="sr-only">{H} - News - Lake Office</h1><div class="portlet-layout row"><div class="col-md-8 portlet-column" id="column-1"><div class="portlet-boundary portlet-asset-publisher"><section class="portlet"><header class="portlet-topper"><h2 class="portlet-title-text">News Publisher</h2></header><div class="portlet-content"><div class="asset-full-content"><h4 class="component-title">{H}</h4><div class="asset-content"><div class="journal-content-article"><p class="fecha">Aktau, 18 May 2023</p><p class="entradilla">{P[0]}</p>{ps(texts=P[1:])}</div></div><div class="asset-ratings"><span>Average (0 Votes)</span></div></div></div></section></div></div><div class="col-md-4" id="column-2"><section class="portlet"><h2 class="portlet-title-text">Calendar</h2><p>The harbour masters meet in Baku on the twelfth of June, in the old port office.</p></section></div></div></section></div><footer>Lake</footer></body></html>""",
    ),
    made(
        "agency blocks",
        f"""<html lang="en"><head><title>{H}</title></head><body>{NAV}<div class="layout"><div class="node__content"><h1>{H}</h1><div class="field--name-field-date">18 May 2023</div><div class="paragraph paragraph--type--text"><div class="field field--name-field-text"><p>{P[0]}</p></div></div><div class="paragraph paragraph--type--quote"><div class="quote"><p>{P[2]}</p></div></div><div class="paragraph paragraph--type--image-text"><div class="media"><img src="y.jpg"></div><div class="txt"><p>{P[1]}</p></div></div><div class="paragraph paragraph--type--text"><div class="field field--name-field-text"><h2>What comes next</h2><p>{P[4]}</p><p>{P[5]}</p></div></div><div class="paragraph paragraph--type--link-list"><h3>Useful links</h3><ul><li><a>Port fees of the five states in 2023</a></li></ul></div><div class="paragraph paragraph--type--teaser-row"><div class="col"><a><img src="t1.jpg"></a><a>Cranes come to Kuryk</a><p>Two cranes of forty tonnes each were lifted ashore.</p></div><div class="col"><a><img src="t2.jpg"></a><a>Five ports, five songs</a><p>Singers came from all of the five states.</p></div></div></div></div>{FOOT}</body></html>""",
        text=(P[0], P[2], P[1], "What comes next", P[4], P[5]),
    ),
    made(
        "stacked news",
        f"""<html><head><title>Lake Office: News archive</title></head><body><div class="top">Lake Office</div><div class="newsitem"><a name="n1"></a><h3>{H}</h3><p class="d">18 May 2023</p>{ps()}</div><div class="newsitem"><a name="n2"></a><h3>Cranes come to Kuryk</h3><p class="d">2 May 2023</p><p>Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday, and the crew has begun to learn.</p><p>A third crane may follow next year if trade goes on to grow as it did.</p></div></body></html>""",
    ),
    made(
        "chinese",
        """<html lang="zh-CN"><head><meta charset="utf-8"><title>湖区国家签署清洁港口协定_湖区办公室</title><meta name="PubDate" content="2023-05-18 09:20"></head><body><div class="header"><div class="logo">湖区办公室</div><ul class="nav"><li>首页</li><li>要闻</li></ul></div><div class="BreadcrumbNav">当前位置：首页 > 要闻</div><div class="article oneColumn"><h1>湖区国家签署清洁港口协定</h1><div class="pages-date">2023-05-18 09:20 <span>来源： 湖区办公室</span><div class="pages_print">字号：默认 大 超大|打印|</div></div><div class="pages_content" id="UCAP-CONTENT"><p style="text-indent:2em">五个湖区国家的部长星期四在阿克套签署了清洁港口协定，谈判历时两年之久。</p><p style="text-indent:2em">协定要求每个港口免费接收船舶垃圾，并公布接收数量。</p><p style="text-indent:2em">“把船赶走的港口等于把海当成垃圾场。”主持谈判的莱拉·哈桑说。</p><p>首批报告将于三月公布。</p></div><div class="editor">责任编辑：李明</div><div class="related"><h2>相关稿件</h2><ul><li>库雷克港迎来起重机</li></ul></div></div><div class="footer">版权所有：湖区办公室 备案号12345</div></body></html>""",
        headline="湖区国家签署清洁港口协定",
        text=(
            "五个湖区国家的部长星期四在阿克套签署了清洁港口协定，谈判历时两年之久。",
            "协定要求每个港口免费接收船舶垃圾，并公布接收数量。",
            "“把船赶走的港口等于把海当成垃圾场。”主持谈判的莱拉·哈桑说。",
            "首批报告将于三月公布。",
        ),
    ),
    made(
        "french",
        """<html lang="fr"><head><title>Les États du lac signent un pacte | Office du lac</title></head><body><header><nav><a>Accueil</a></nav></header><main><div class="fil">Accueil &gt; Actualités &gt; Les États du lac signent un pacte</div><h1>Les États du lac signent un pacte</h1><p class="date">Publié le 18 mai 2023 - Mis à jour le 20 mai 2023</p><div class="chapo"><p>Après deux ans de négociations, les cinq États du lac ont signé un pacte sur les ports propres.</p></div><div class="texte"><p>Le pacte oblige chaque port à reprendre gratuitement les déchets des navires et à en rendre compte.</p><div class="encadre"><p class="titre">À retenir</p><p>Les premiers rapports sont attendus en mars.</p></div><p>« Un port qui chasse un navire fait de la mer sa décharge », a déclaré Leila Hassan.</p></div><div class="partage">Partager cet article</div><div class="voir"><h2>Voir aussi</h2><ul><li><a>Des grues à Kuryk</a></li></ul></div></main><footer>Mentions légales</footer></body></html>""",
        headline="Les États du lac signent un pacte",
        text=(
            "Après deux ans de négociations, les cinq États du lac ont signé un pacte sur les ports propres.",
            "Le pacte oblige chaque port à reprendre gratuitement les déchets des navires et à en rendre compte.",
            "À retenir",
            "Les premiers rapports sont attendus en mars.",
            "« Un port qui chasse un navire fait de la mer sa décharge », a déclaré Leila Hassan.",
        ),
    ),
    made(
        "brs in div with promo",
        f"""<html><head><title>{H}</title></head><body><div id="menu">Home | News | About us</div><div id="content"><h1>{H}</h1><div class="info">Date: 18.05.2023 | Author: Press Office | Views: 120</div><div class="story">{P[0]}<br/><br/><img src="a.jpg" align="left">{P[1]}<br/><br/>{P[2]}<br/><br/><b>Next steps</b><br/><br/>{P[4]}<br/><br/>{P[5]}</div><div class="rate">Rate this article: 1 2 3 4 5</div><div class="adv"><a href="x">Buy cheap flights to the five states of the lake, only this week</a></div></div><div id="bottom">Copyright 2023</div></body></html>""",
        text=(P[0], P[1], P[2], "Next steps", P[4], P[5]),
    ),
    made(
        "details table",
        f"""<html lang="en"><head><title>{H}</title></head><body>{NAV}<main><h1>{H}</h1><table class="meta"><tr><th>Date</th><td>18 May 2023</td></tr><tr><th>Location</th><td>Aktau</td></tr><tr><th>Category</th><td>News</td></tr></table><div class="text">{ps()}<table><tr><th>State</th><th>Share</th></tr><tr><td>Kazakhstan</td><td>31 %</td></tr><tr><td>Iran</td><td>24 %</td></tr></table><p>The shares were fixed by tonnage in 2022.</p></div></main>{FOOT}</body></html>""",
        text=(*P, "State", "Share", "Kazakhstan", "31 %", "Iran", "24 %", "The shares were fixed by tonnage in 2022."),
    ),
    made(
        "social embed",
        f"""<html lang="en"><head><title>{H}</title></head><body>{NAV}<main><article><h1>{H}</h1><p class="meta">18 May 2023</p><p>{P[0]}</p><div class="video-embed"><iframe src="https://v.example"></iframe><p>Your browser does not support video.</p></div><p>{P[1]}</p><aside class="related-inline"><h4>Related</h4><a>Cranes come to Kuryk</a></aside><p>{P[2]}</p><div class="pullquote">{P[2]}</div><p>{P[3]}</p><p>{P[4]}</p><p>{P[5]}</p><p>---</p><p><em>Follow us on <a>Telegram</a> and <a>X</a> for more news.</em></p></article></main>{FOOT}</body></html>""",
    ),
    made(
        "ghost",
        f"""<html lang="en"><head><title>{H}</title></head><body class="post-template tag-news"><div class="gh-viewport"><header class="gh-head"><a>Lake</a><a>Subscribe</a></header><main class="gh-main"><article class="gh-article post tag-news"><header class="gh-article-header gh-canvas"><a class="gh-article-tag">News</a><h1 class="gh-article-title is-title">{H}</h1><p class="gh-article-excerpt is-body">Five states have agreed on what ports owe the water.</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a>Dana Kim</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="2023-05-18">18 May 2023</time><span class="gh-article-meta-length"> — 2 min read</span></div></div><figure class="gh-article-image"><img srcset="s.jpg 300w, l.jpg 2000w" src="l.jpg"><figcaption>The port</figcaption></figure></header><section class="gh-content gh-canvas is-body">{ps(texts=P[:3])}<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">{P[4]}</div></div><p>{P[5]}</p><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Cranes come to Kuryk</div><div class="kg-bookmark-description">Two cranes of forty tonnes each.</div></div></a></figure><div class="kg-card kg-button-card kg-align-center"><a class="kg-btn kg-btn-accent">Read the pact</a></div></section></article></main><section class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><div class="gh-feed"><article class="gh-card post"><a class="gh-card-link"><h3>Five songs</h3><p class="gh-card-excerpt">Singers came from all of the five states to the quays.</p></a></article></div></section><footer class="gh-footer">Powered by Ghost</footer></div></body></html>""",
        text=("Five states have agreed on what ports owe the water.", *P[:3], P[4], P[5]),
    ),
    made(
        "umbraco grid",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body><div class="umb-grid"><div class="grid-section"><div class="row clearfix"><div class="col-md-12 column"><h1>{H}</h1><div class="date">May 18, 2023</div></div></div></div></div><div class="umb-block-list"><div class="rte-block"><p>{P[0]}</p><p>{P[1]}</p></div><div class="quote-block"><blockquote>{P[2]}</blockquote></div><div class="rte-block"><p>{P[3]}</p><p>{P[4]}</p><p>{P[5]}</p></div><div class="cta-block"><h2>Work with us</h2><p>See our vacancies in Aktau and Baku.</p><a class="btn">Vacancies</a></div></div><div class="news-list"><h2>News</h2><div class="item"><span>2 May 2023</span><a>Cranes come to Kuryk and two more</a></div><div class="item"><span>1 May 2023</span><a>Five ports, five songs in spring</a></div></div></body></html>""",
    ),
    made(
        "sidebar first",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body>{NAV}<div class="row"><div class="col-3"><div class="about-box"><h3>Lake Office</h3><p>The Lake Office serves the five states of the lake in matters of ports, fish and water, and has its seat in Aktau.</p></div></div><div class="col-9"><h2 class="h">{H}</h2><p class="small">18/05/2023</p>{ps()}</div></div>{FOOT}</body></html>""",
    ),
    made(
        "two cols headline above",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body>{NAV}<div class="banner-top"><h1>{H}</h1></div><div class="row"><div class="col-lg-8"><div class="meta"><i class="icon"></i> 18 May 2023 <a>Press office</a></div>{ps()}</div><div class="col-lg-4"><div class="box"><h4>About us</h4><p>The Lake Office serves the five states of the lake in matters of ports, fish and water.</p></div><div class="box"><h4>Subscribe</h4><p>Get our news by e-mail every Friday.</p><form><input></form></div></div></div>{FOOT}</body></html>""",
    ),
    made(
        "speaker interview",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body>{NAV}<article><h1>{H}</h1><time>18 May 2023</time><p>{P[0]}</p><p><b>Why now?</b></p><p>Because the water is rising.</p><p><b>Who pays?</b></p><p>All five.</p><p>{P[5]}</p></article>{FOOT}</body></html>""",
        text=(P[0], "Why now?", "Because the water is rising.", "Who pays?", "All five.", P[5]),
    ),
    made(
        "ul body",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body>{NAV}<main><h1>{H}</h1><p>Aktau, 18 May 2023</p><p>The states agreed that:</p><ul><li>Every port takes in waste free of charge.</li><li>Every port publishes what it took in.</li></ul><p>See also: <a href="https://lake.example/pact">the text of the pact</a></p></main>{FOOT}</body></html>""",
        text=(
            "The states agreed that:",
            "Every port takes in waste free of charge.",
            "Every port publishes what it took in.",
        ),
    ),
    made(
        "frame page",
        f"""<HTML><HEAD><TITLE>news</TITLE></HEAD><BODY BGCOLOR=white><CENTER><H2>{H}</H2><FONT SIZE=2>18.05.2023</FONT></CENTER><HR>{"".join(f"<P ALIGN=justify>{t}" for t in P)}<HR><CENTER><A HREF=i.htm>Index</A> | <A HREF=c.htm>Contacts</A></CENTER></BODY></HTML>""",
    ),
    made(
        "uzbek",
        """<html lang="uz"><head><title>Ko‘l davlatlari toza portlar bitimini imzoladi — Ko‘l idorasi</title></head><body><header><a>Bosh sahifa</a></header><div class="breadcrumb">Bosh sahifa / Yangiliklar</div><h1>Ko‘l davlatlari toza portlar bitimini imzoladi</h1><div class="info">18 may 2023 | 230 marta ko‘rilgan</div><div class="content-text"><p>Besh ko‘l davlati vazirlari payshanba kuni toza portlar bitimini imzoladi.</p><p>Bitim har bir portni kema chiqindilarini bepul qabul qilishga majbur etadi.</p></div><div class="ulashish">Ulashish: <a>Telegram</a></div><h3>O‘xshash yangiliklar</h3><div class="y"><a>Kurik portiga yangi kranlar keldi</a></div><footer>Barcha huquqlar himoyalangan</footer></body></html>""",
        headline="Ko‘l davlatlari toza portlar bitimini imzoladi",
        text=(
            "Besh ko‘l davlati vazirlari payshanba kuni toza portlar bitimini imzoladi.",
            "Bitim har bir portni kema chiqindilarini bepul qabul qilishga majbur etadi.",
        ),
    ),
    made(
        "thai",
        """<html lang="th"><head><title>รัฐริมทะเลสาบลงนามข้อตกลงท่าเรือสะอาด</title><meta property="article:published_time" content="2023-05-18"></head><body><nav><a>หน้าแรก</a></nav><main><h1>รัฐริมทะเลสาบลงนามข้อตกลงท่าเรือสะอาด</h1><div class="b"><p>รัฐมนตรีของห้ารัฐริมทะเลสาบลงนามข้อตกลงเรื่องท่าเรือสะอาดที่อักเตาเมื่อวันพฤหัสบดี หลังเจรจากันสองปี</p><p>ข้อตกลงกำหนดให้ทุกท่าเรือรับของเสียจากเรือโดยไม่คิดค่าใช้จ่าย และเผยแพร่ปริมาณที่รับไว้</p></div></main><footer>สงวนลิขสิทธิ์</footer></body></html>""",
        headline="รัฐริมทะเลสาบลงนามข้อตกลงท่าเรือสะอาด",
        text=(
            "รัฐมนตรีของห้ารัฐริมทะเลสาบลงนามข้อตกลงเรื่องท่าเรือสะอาดที่อักเตาเมื่อวันพฤหัสบดี หลังเจรจากันสองปี",
            "ข้อตกลงกำหนดให้ทุกท่าเรือรับของเสียจากเรือโดยไม่คิดค่าใช้จ่าย และเผยแพร่ปริมาณที่รับไว้",
        ),
    ),
    made(
        "related in middle named",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body>{NAV}<main><article><h1>{H}</h1><div class="byline">By Dana Kim, Aktau</div><div class="pub">Published: Thursday, 18 May 2023 14:05</div><div class="lede">{P[0]}</div><div class="story-body"><p>{P[1]}</p><div class="inline-related"><span>MORE:</span> <a>Cranes come to Kuryk, and two more ports want them</a></div><p>{P[2]}</p><p class="caption-like"><em>Note: the figures are of 2022.</em></p><p>{P[5]}</p></div><div class="story-tags"><a>ports</a> <a>lake</a></div><div class="disclaimer"><p>The views expressed in this release are those of its author and not of the five states.</p></div></article></main>{FOOT}</body></html>""",
        text=(P[0], P[1], P[2], "Note: the figures are of 2022.", P[5]),
    ),
    made(
        "spaced br lines",
        f"""<html lang="en"><head><title>{H} | Lake Office</title></head><body><div id=wrap><div id=left><a href=1>Home</a><br><a href=2>Press</a></div><div id=main><span class=hdr>{H}</span><br><span class=dt>May 18, 2023</span><br><br><span class=txt>{"<br>&nbsp;<br>".join(P)}</span><br><br><a href=p>print</a> <a href=s>send</a></div></div></body></html>""",
    ),
)
