"""Pages in the manner of many content systems, written after the extractor was finished and not looked at while it was made.

Each has the same release in it, or one in its own language; what is around it is what such sites have around it.
"""

from __future__ import annotations

from dataclasses import dataclass

H = "Dam Council agrees on a common warning for high water"
P = (
    "The Council of the nine dams met in Nurek on Tuesday, with its chair, Mr Bek Sadykov, presiding over a crowded hall.",
    "It heard that the gauges of three tributaries have been out of order since March, and that spare parts are on their way.",
    "“We cannot wait for the snow to ask our permission,” Mr Sadykov said.",
    "Members approved a form for warnings (one page, three languages) and a list of telephone numbers.",
    "The Council will meet again in October.",
)


@dataclass(frozen=True)
class Page:
    """A page; ``headline`` and ``text`` are what is the article's."""

    name: str
    markup: str
    headline: str = H
    text: tuple[str, ...] = P
    day: str = "2023-05-16"


def paragraphs(tag: str = "p", attributes: str = "") -> str:
    return "".join(f"<{tag}{attributes}>{text}</{tag}>" for text in P)


STATE = f"""<html lang="en"><head><title>{H} - Council of Dams</title></head><body><app-root><div class="container-fluid header-wrap">
<div class="gov-top"><span>Official information source</span><a>Version for visually impaired</a></div><div class="gov-nav"><a>About</a><a>Press</a><a>Services</a></div></div>
<div class="press-page"><div class="press-page__date">16 May 2023</div><div class="press-page__title">{H}</div><div class="press-page__body">{paragraphs("div")}</div>
<div class="press-page__bottom"><div>Was the page useful?</div><button>Yes</button><button>No</button><div>Publication date 16 May 2023</div><div>Date of changes 17 May 2023</div></div></div>
<div class="cards-block"><div class="cards-title">Latest</div><div class="card-x"><a>Chair visits Kairakkum and its power station</a><span>15 May 2023</span></div><div class="card-x"><a>Engineers from nine dams train in Dushanbe</a><span>12 May 2023</span></div></div>
<div class="bottom"><p>Council of Dams, 1 Dam Street, Dushanbe. Information centre: 1414</p></div></app-root></body></html>"""

MINISTRY = f"""<html><head><title>No: 112, 16 May 2023, {H} / Ministry of Dams</title></head><body><form id="form1"><div class="ust"><table><tr><td><img src="amblem.png"/></td><td>REPUBLIC OF THE DAM<br/>MINISTRY OF DAMS</td></tr></table>
<ul id="menu2"><li>Ministry<ul><li><a>History</a></li><li><a>The Minister</a></li></ul></li><li>Policy<ul><li><a>Region</a></li></ul></li></ul></div>
<div class="sol"><h3>Press Releases</h3><ul><li><a>2023</a></li><li><a>2022</a></li></ul></div><div class="icerik"><h2>No: 112, 16 May 2023</h2><h1>{H}</h1><div class="metin">{paragraphs()}</div>
<div class="alt"><a>Print</a> <a>Share</a></div></div><div class="dip">© 2023 Ministry of Dams – All rights reserved</div></form></body></html>"""

AGENCY_TEXT = (
    "水坝理事会九个成员国代表周二在努列克举行会议，主席别克·萨德科夫主持会议并发表讲话。",
    "会议听取了关于三条支流水位站自三月以来停止运行的报告，备件正在运输途中。",
    "理事会将于十月再次举行会议。",
)
AGENCY = f"""<html lang="zh"><head><meta charset="utf-8"><title>水坝理事会商定共同的洪水预警-河流网</title></head><body><div class="nav"><a>首页</a><a>新闻</a><a>国际</a></div>
<div class="path">您的位置：<a>首页</a> &gt; <a>新闻</a></div><div class="main"><h1>水坝理事会商定共同的洪水预警</h1><div class="info"><span>2023-05-16 10:00</span> <span>来源：河流网</span></div>
<div class="TRS_Editor">{"".join(f"<p>　　{text}</p>" for text in AGENCY_TEXT)}</div><div class="editor">【责任编辑：李明】</div><div class="tools"><a>打印</a> <a>关闭</a></div></div>
<div class="foot">版权所有 河流网</div></body></html>"""

WIRE = f"""<html lang="en-US"><head><title>{H}</title><meta property="og:title" content="{H}"><meta name="date" content="2023-05-16T08:00:00-04:00"></head><body>
<header class="row"><nav><a>Send a Release</a><a>ALL CONTACT INFO</a></nav></header><main><article class="news-release static"><header class="release-header"><div class="row"><h1>{H}</h1></div>
<div class="row"><div class="col-lg-8"><a class="meta-link"><strong>News provided by</strong> Council of Dams</a><p class="mb-no">May 16, 2023, 08:00 ET</p></div><div class="col-lg-4"><p><strong>Share this article</strong></p><ul class="list-inline"><li><a>Share to X</a></li></ul></div></div></header>
<section class="release-body container"><div class="row"><div class="col-lg-10"><p><span class="legendSpanClass">NUREK</span>, <span class="legendSpanClass">May 16, 2023</span> /Wire/ -- {P[0]}</p>{"".join(f"<p>{t}</p>" for t in P[1:])}<p>SOURCE Council of Dams</p></div></div></section></article>
<section class="also"><h3>Modal title</h3></section><section class="other"><h2>Also from this source</h2><div class="row"><div class="card"><a><h3>Council of Dams appoints a new hydrologist for gauges</h3><p>The Council has named Ms Ay as its hydrologist for the coming two years.</p></a></div>
<div class="card"><a><h3>Council of Dams publishes the table of spring levels</h3><p>The table has the levels of nine dams since 1974 and is free of charge.</p></a></div></div></section></main><footer><p>Contact Us 888-000-0000</p></footer></body></html>"""

BUILDER = f"""<html lang="en"><head><title>{H} — Council of Dams</title><meta property="og:site_name" content="Council of Dams"></head><body id="collection-5f" class="header-overlay-alignment-center item">
<div id="siteWrapper"><header id="header"><div class="header-title-text"><a>Council of Dams</a></div><div class="header-nav-item"><a>Work</a></div></header><main id="page"><section><div class="content-wrapper"><article class="h-entry"><div class="blog-item-wrapper"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title">{H}</h1></div>
<div class="blog-item-meta-wrapper"><div class="blog-meta-item">May 16</div><time datetime="2023-05-16">May 16</time><span>Written By Bek Office</span></div></div><div class="blog-item-content-wrapper"><div class="sqs-layout"><div class="row sqs-row"><div class="col sqs-col-12"><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content">{paragraphs()}</div></div></div></div></div></div></div>
<div class="blog-item-author-profile-wrapper"><div>Bek Office</div></div></div></article></div></section><section id="itemPagination" class="item-pagination"><a><div>Previous</div><h2>Nine dams in nine pictures: an exhibition opens</h2></a></section></main><footer><p>Made with care</p></footer></div></body></html>"""

COMMISSION = f"""<!DOCTYPE html><html lang="en"><head><title>{H} - Commission</title></head><body class="ecl-typography"><header class="ecl-site-header"><a>Log in</a><nav class="ecl-breadcrumb"><ol><li><a>Home</a></li><li><a>News</a></li></ol></nav></header>
<div class="ecl-page-header"><div class="ecl-page-header__meta"><span>News article</span><span>16 May 2023</span><span>Directorate for Water</span><span>2 min read</span></div><h1 class="ecl-page-header__title">{H}</h1></div>
<main class="ecl-main-content"><div class="ecl-container"><div class="ecl-row"><div class="ecl-col-l-9"><picture class="ecl-picture"><img class="ecl-media" src="x.jpg" alt="dam"></picture><div class="ecl"><div class="ecl-u-mb-2xl">{paragraphs()}</div><h2 class="ecl-u-type-heading-2">Related topics</h2><div><a>Water</a><a>Dams</a></div><h2>Details</h2><dl class="ecl-description-list"><dt>Publication date</dt><dd>16 May 2023</dd><dt>Author</dt><dd><a>Directorate for Water</a></dd></dl></div></div></div></div>
<div class="ecl-social-media-share"><p>Share this page</p></div></main><footer class="ecl-site-footer"><div>This site is managed by the Directorate</div></footer></body></html>"""

OLD_BLOG = f"""<html><head><title>Council of Dams: {H}</title></head><body><div id="outer-wrapper"><div id="header-wrapper"><h1 class="title">Council of Dams</h1><div class="descriptionwrapper">Nine dams, one river</div></div>
<div id="main-wrapper"><h2 class="date-header"><span>Tuesday, May 16, 2023</span></h2><div class="post hentry"><h3 class="post-title entry-title">{H}</h3><div class="post-body entry-content">{P[0]}<br /><br />{P[1]}<br /><br /><div style="text-align: justify;">{P[2]}</div><br />{P[3]}<br /><br />{P[4]}<div style="clear: both;"></div></div>
<div class="post-footer"><div class="post-footer-line"><span class="post-author">Posted by <span>press</span></span> at <a>10:14</a></div><div>Labels: <a>dams</a></div></div></div><div class="comments"><h4>No comments:</h4></div><div class="blog-pager"><a>Newer Post</a><a>Older Post</a><a>Home</a></div></div>
<div id="sidebar-wrapper"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li><a>2023</a> (12)</li><li><a>2022</a> (40)</li></ul></div></div></div></body></html>"""

KAZAKH_TEXT = (
    "Сейсенбі күні Нұректе тоғыз бөгет кеңесінің отырысы өтіп, оны төраға Бек Садықов жүргізді.",
    "Отырыста үш саланың су өлшегіштері наурыздан бері істемей тұрғаны айтылды.",
    "Кеңес қазан айында қайта жиналады.",
)
KAZAKH = f"""<html lang="kk"><head><title>Бөгеттер кеңесі су тасқыны туралы ортақ ескертуге келісті</title></head><body><header><div class="lang"><a>ҚАЗ</a><a>РУС</a></div><nav><a>Басты бет</a><a>Жаңалықтар</a></nav></header><div class="container"><div class="row"><div class="col-md-9"><h2 class="news-title">Бөгеттер кеңесі су тасқыны туралы ортақ ескертуге келісті</h2><div class="news-info"><i class="fa fa-calendar"></i> 2023 жылғы 16 мамыр <i class="fa fa-eye"></i> 215</div><div class="news-text">{"".join(f'<p style="text-align: justify;"><span style="font-size:14px;">{t}</span></p>' for t in KAZAKH_TEXT)}</div><div class="share">Бөлісу:</div></div>
<div class="col-md-3"><div class="last-news"><h4>Соңғы жаңалықтар</h4><a>Төраға Қайраққұм су электр станциясына барды</a><a>Инженерлер Душанбеде оқудан өтті</a></div></div></div></div><footer>Барлық құқықтар қорғалған</footer></body></html>"""

NEWSLETTER = f"""<html><head><title>Dams this week</title></head><body><table width="100%"><tr><td align="center"><a>View this email in your browser</a></td></tr><tr><td><table width="600" align="center"><tr><td><img src="head.png" width="600"></td></tr><tr><td style="font-size:24px"><h1>{H}</h1></td></tr><tr><td>16 May 2023</td></tr><tr><td>{paragraphs()}</td></tr>
<tr><td align="center"><a>Facebook</a> <a>Twitter</a> <a>YouTube</a></td></tr><tr><td style="font-size:10px">You receive this because you subscribed. <a>Unsubscribe</a> from this list. <a>Update preferences</a></td></tr></table></td></tr></table></body></html>"""

PAGES = (
    Page("state", STATE),
    Page("ministry", MINISTRY),
    Page("agency", AGENCY, "水坝理事会商定共同的洪水预警", AGENCY_TEXT),
    Page("wire", WIRE),
    Page("builder", BUILDER),
    Page("commission", COMMISSION),
    Page("old blog", OLD_BLOG),
    Page("kazakh", KAZAKH, "Бөгеттер кеңесі су тасқыны туралы ортақ ескертуге келісті", KAZAKH_TEXT),
    Page("newsletter", NEWSLETTER),
)
