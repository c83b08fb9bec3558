"""Pages of more content systems and of page builders, each with something about it that the extractor once took wrongly.

Two copies of the text, words for screen readers within a sentence, a body in twenty widgets, a second article below,
a day in the page's address alone. The text is short, so that what is around it weighs as much.
"""

from __future__ import annotations

from tests.unseen_pages import Page

H = "Lake states sign a pact on clean ports"
P = (
    "Ministers of the five lake states signed a pact on clean ports in Aktau on Thursday, after two years of talks.",
    "The pact obliges every port to take in the waste of ships free of charge, and to publish what it took in.",
    "“A port that turns a ship away makes the sea its dump,” said Leila Hassan, who chaired the talks.",
    "Inspectors will visit each port twice a year",
    "The first reports are due in March.",
    "The secretariat will help smaller ports with money from a common fund, to which each state pays by its tonnage.",
)
DAY = "2023-05-18"


def ps(tag: str = "p", texts: tuple[str, ...] = P) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def made(
    name: str,
    body: str,
    *,
    head: str = f"<title>{H} | Lake Office</title>",
    headline: str = H,
    text: tuple[str, ...] = P,
) -> Page:
    return Page(name, f"<html lang='en'><head>{head}</head><body>{body}</body></html>", headline, text, DAY)


NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
FOOT = "<footer><p>Lake Office, 5 Quay Street, Aktau. All rights reserved.</p></footer>"
DATED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
    + H
    + '","datePublished":"2023-05-18"}</script>'
)

PAGES = (
    made(
        "elementor",
        f"""<div class="elementor elementor-12"><header class="elementor-location-header"><div class="elementor-widget elementor-widget-nav-menu"><a href="/">Home</a></div></header>
<div class="elementor-section"><div class="elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{H}</h1></div></div>
<div class="elementor-widget elementor-widget-post-info"><ul class="elementor-inline-items"><li><span class="elementor-post-info__item--type-date">May 18, 2023</span></li></ul></div>
{"".join(f'<div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>{t}</p></div></div></div></div>' for t in P)}</div>
<div class="elementor-widget elementor-widget-posts"><div class="elementor-widget-container"><article><h3><a>New cranes for the port of Kuryk have come</a></h3><p>The cranes were lifted ashore on Monday by the crew of the port.</p></article><article><h3><a>Five ports, five songs: a festival of the quays</a></h3><p>Singers came from all of the five states to the quays of Aktau.</p></article></div></div>
<footer class="elementor-location-footer"><div class="elementor-widget">© Lake Office</div></footer></div>""",
    ),
    made(
        "two articles",
        f"""{NAV}<main><article class="post"><h1>{H}</h1><time datetime="2023-05-18">18 May 2023</time><div class="c">{ps()}</div></article>
<article class="post"><h1>Cranes come to Kuryk</h1><time datetime="2023-05-15">15 May 2023</time><div class="c"><p>Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday, and the crew has begun to learn how to drive them.</p><p>The port paid for them from its own income, which rose by a third over the last year, as its director explained.</p><p>They will be at work from June.</p><p>A third crane may follow next year if the trade goes on to grow as it did until now.</p></div></article></main>{FOOT}""",
    ),
    made(
        "mobile copy",
        f"""{NAV}<div class="wrap"><h1>{H}</h1><p class="d">18 May 2023</p><div class="desktop-only text">{ps()}</div><div class="mobile-only text">{ps()}</div></div>{FOOT}""",
    ),
    made(
        "short with long cookie",
        f"""<div class="overlay-box"><div><p>We and our 214 partners store and access information on your device, such as cookies and unique identifiers, to show you content that is meant for you, to measure it, and to learn about those who see it.</p><p>With your permission we and our partners may use precise data on where you are. You may click to consent to all of this, or to refuse, and you may change your mind whenever you like by going to the foot of this page.</p><p>Please note that some of the processing of your data may not need your consent, but you have a right to object to it at any time.</p><button>Agree</button></div></div>{NAV}<div id="main"><h1>{H}</h1><div>18 May 2023</div><div class="txt"><p>{P[0]}</p><p>{P[4]}</p></div></div>{FOOT}""",
        text=(P[0], P[4]),
    ),
    made(
        "sr only inline",
        f"""{NAV}<main><h1>{H}</h1><p>Published 18 May 2023</p><div class="govspeak"><p>{P[0][:-1]} (see the <a href="https://x.example/a">text of the pact<span class="visually-hidden"> opens in a new tab</span></a>).</p>{ps(texts=P[1:])}</div></main>{FOOT}""",
        text=(P[0][:-1] + " (see the text of the pact).", *P[1:]),
    ),
    made(
        "no h1",
        f"""<div id="top"><a>Lake Office</a> <a>Contacts</a></div><div class="row"><div class="title-text">{H}</div><div class="meta">May 18th, 2023 · Aktau · Press Office</div>{ps("div")}<div class="next-box"><span>Next</span> <a>Cranes come to Kuryk, and two more ports want them</a></div></div><div class="low">Lake Office 2023</div>""",
    ),
    made(
        "jsonld only date",
        f"""{NAV}<main><h1>{H}</h1><span>2 years ago</span>{ps()}</main>{FOOT}""",
        head=f"<title>{H}</title>{DATED}",
    ),
    made(
        "url date",
        f"""<!-- saved from url=(0051)https://lake.example/en/news/2023/05/18/pact-on-ports -->{NAV}<main><h1>{H}</h1>{ps()}</main>{FOOT}""",
    ),
    made(
        "canonical date",
        f"""{NAV}<main><h1>{H}</h1>{ps()}</main>{FOOT}""",
        head=f"<title>{H}</title><link rel='canonical' href='https://lake.example/2023/05/18/pact'>",
    ),
    made(
        "newsletter amid",
        f"""{NAV}<main><article><h1>{H}</h1><p>18 May 2023</p><p>{P[0]}</p><p>{P[1]}</p><div class="cta-block"><h3>Stay informed</h3><p>Get the news of the lake states in your inbox every Friday. It is free and you can leave at any time.</p><a class="btn" href="/s">Subscribe</a></div><p>{P[2]}</p><p>{P[3]}</p><p><strong>Read also:</strong> <a href="/c">Cranes come to Kuryk, and two more ports want them</a></p><p>{P[4]}</p><p>{P[5]}</p><p>#ports #lake #clean</p></article></main>{FOOT}""",
    ),
    made(
        "kicker in h1",
        f"""{NAV}<main><h1><span class="kicker">Press release</span><br>{H}</h1><p>18 May 2023</p>{ps()}</main>{FOOT}""",
    ),
    made(
        "kicker p",
        f"""{NAV}<main><p class="kicker">Ports</p><h1>{H}</h1><p class="meta"><span>By <a>Dana Kim</a></span> | <span>18 May 2023</span> | <span>3 min read</span></p>{ps()}</main>{FOOT}""",
    ),
    made(
        "bare text",
        f"""<table width=780><tr><td colspan=2><img src=logo.gif></td></tr><tr><td width=150><a href=1>Home</a><br><a href=2>Ports</a><br><a href=3>States</a></td><td><font size=4><b>{H}</b></font><br><i>18 May 2023</i><br><br>{"<br><br>".join(P)}<br><br><a href=news.htm>Back to the list of news</a></td></tr><tr><td colspan=2>© 2023 Lake Office</td></tr></table>""",
    ),
    made(
        "collapsed",
        f"""{NAV}<main><h1>{H}</h1><p>18 May 2023</p><div class="body"><p>{P[0]}</p><p>{P[1]}</p><div class="more-text" style="display:none">{ps(texts=P[2:])}</div><a class="toggle" href="#">Show more</a></div></main>{FOOT}""",
    ),
    made(
        "sections",
        f"""{NAV}<main class="l-main"><div class="hero"><h1>{H}</h1></div><div class="facts"><dl><dt>Date</dt><dd>18 May 2023</dd><dt>Place</dt><dd>Aktau</dd><dt>Type</dt><dd>Press release</dd></dl></div>{"".join(f'<section class="slice slice--text"><div class="slice__inner promo"><p>{t}</p></div></section>' for t in P)}<section class="slice slice--cards"><h2>Discover more</h2><div class="cards"><a class="card" href="/x"><h3>Cranes come to Kuryk</h3><p>The crew has begun to learn how to drive the two cranes that were lifted ashore.</p></a><a class="card" href="/y"><h3>Five ports, five songs</h3><p>Singers came from all of the five states to the quays of Aktau in April.</p></a></div></section></main>{FOOT}""",
    ),
    made(
        "singlefile",
        f"""<div class="wm-ipp" id="wm-ipp-base"><div>14 captures 20 May 2023 - 11 Jan 2024</div><a>About this capture</a></div>{NAV}<div role="main"><h1>{H}</h1><div class="u">Thursday 18 May 2023</div><section>{ps()}</section></div>{FOOT}""",
    ),
    made(
        "related prose",
        f"""{NAV}<main><div class="grid"><div class="colA"><h1>{H}</h1><div>18 May 2023</div>{ps()}</div><div class="colB"><h2>More from us</h2><div><a href="/1">Cranes come to Kuryk</a><p>Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday, and the crew has begun to learn.</p></div><div><a href="/2">Five ports, five songs</a><p>Singers came from all of the five states to the quays of Aktau in April and sang until the morning.</p></div><div><a href="/3">Fish come back</a><p>Biologists counted twice as many sturgeon as in the year before, and think that the cleaner water helps.</p></div></div></div></main>{FOOT}""",
    ),
    made(
        "print view",
        f"""<p>Printed from: https://lake.example/print/123</p><p>Lake Office</p><hr><p><b>{H}</b></p><p>18 May 2023</p>{ps()}<hr><p>https://lake.example/news/123</p>""",
    ),
    made(
        "mso",
        f"""<div class=WordSection1><p class=MsoNormal align=center style='text-align:center'><b><span lang=EN-US style='font-size:14.0pt'>{H}<o:p></o:p></span></b></p><p class=MsoNormal align=right><i><span>18 May 2023<o:p></o:p></span></i></p>{"".join(f"<p class=MsoNormal style='text-align:justify'><span lang=EN-US>{t}<o:p></o:p></span></p>" for t in P)}<p class=MsoNormal><o:p>&nbsp;</o:p></p></div>""",
        head="<title>Press release</title>",
    ),
    made(
        "list end",
        f"""{NAV}<div class="page"><div class="left"><h2>{H}</h2><em>18 May 2023</em><div class="article_block"><p>{P[0]}</p><p>The states agreed:</p><ul><li>to take in waste free of charge</li><li>to publish figures</li></ul></div><div class="bottom-links"><a href="/prev">Cranes come to Kuryk</a><a href="/next">Five ports, five songs in spring</a></div></div><div class="right"><h4>Events</h4><div>12 June. Meeting of the harbour masters in Baku, at ten in the morning, in the hall of the old port office.</div><div>1 July. Day of the sailors, with a regatta of old boats and music on the quays until midnight.</div></div></div>{FOOT}""",
        text=(P[0], "The states agreed:", "to take in waste free of charge", "to publish figures"),
    ),
    made(
        "hash classes",
        f"""<div id="__next"><div class="css-1x"><div class="css-2y"><a>Lake</a><a>Ports</a></div></div><div class="css-3z"><div class="css-4a"><div class="css-5b">News</div><h1 class="css-6c">{H}</h1><div class="css-7d">Thu, May 18</div></div><div class="css-8e">{"".join(f'<div class="css-9f"><span>{t}</span></div>' for t in P)}</div><div class="css-10g"><div class="css-11h"><a><span>Cranes come to Kuryk on a Monday</span></a><span>Two cranes of forty tonnes each were lifted ashore at Kuryk on Monday.</span></div><div class="css-11h"><a><span>Five ports, five songs in spring</span></a><span>Singers came from all of the five states to the quays of Aktau in April.</span></div></div></div><div class="css-12i"><span>Lake Office is an intergovernmental body of five states with its seat in Aktau, founded in 1996.</span></div></div>""",
        head=f'<title>{H}</title><meta property="article:published_time" content="2023-05-18T10:00:00Z">',
    ),
)
