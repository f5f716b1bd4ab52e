"""Every feed parses without complaint, and has what readers of feeds need."""
import datetime
import html
import json
from email.utils import parsedate_to_datetime

import feedparser
import lxml.etree
import lxml.html

from .result import Result
from .site import Site

TYPES = {"application/rss+xml": "RSS", "application/atom+xml": "Atom", "application/feed+json": "JSON Feed"}


def check(site: Site, result: Result) -> None:
    """Feeds are found as a reader's program finds them: by the links in the heads of pages."""
    found: dict[str, str] = {}
    for page in site.pages:
        for link in page.tree.xpath("//link[@rel='alternate'][@type]"):
            kind = TYPES.get(link.get("type"))
            file = site.file(link.get("href"), page.address)
            if kind and file:
                found[file] = kind
    result.expect(found, "index.html", "no page names a feed")
    entries = 0
    for file, kind in sorted(found.items()):
        if file not in site.files:
            result.problems.append(f"{file}: a page names this feed, and it is not there")
            continue
        data = (site.output / file).read_bytes()
        entries += _json(site, file, data, result) if kind == "JSON Feed" else _xml(site, file, data, kind, result)
    for kind in TYPES.values():
        result.count(f"{kind} feeds", list(found.values()).count(kind))
    result.count("entries in them", entries)


def _xml(site: Site, file: str, data: bytes, kind: str, result: Result) -> int:
    feed = feedparser.parse(data)
    result.expect(not feed.bozo, file, f"feedparser complains: {feed.get('bozo_exception')}")
    result.expect(feed.version == {"RSS": "rss20", "Atom": "atom10"}[kind], file, f"it is {feed.version}")
    result.expect(feed.feed.get("title"), file, "it has no title")
    _is_page(site, file, feed.feed.get("link", ""), result)
    own = [link.href for link in feed.feed.get("links", []) if link.rel == "self"]
    result.expect(len(own) == 1 and site.file(own[0]) == file, file, f"rel=self is {own}")
    ids = [entry.get("id") for entry in feed.entries]
    result.expect(len(set(ids)) == len(ids) and all(ids), file, "an entry has no id, or another one's")
    for entry in feed.entries:
        where = f"{file} ({entry.get('title', '')[:40]})"
        result.expect(entry.get("title"), where, "it has no title")
        has_text = entry.get("summary") or entry.get("content") or not _has_summary(site, entry.get("link", ""))
        result.expect(has_text, where, "it has no text")
        result.expect(entry.get("published_parsed"), where, "it has no date that is one")
        for text in [entry.get("summary", ""), *[one.value for one in entry.get("content", [])]]:
            _is_absolute(where, text, result)
        # feedparser takes a title for HTML where it looks like it, as it does where somebody wrote `&#39;`.
        _is_article(site, where, entry.get("link", ""), entry.get("title", ""), result, unescape=kind == "RSS")
    root = lxml.etree.fromstring(data)
    for date in root.iterfind(".//pubDate"):
        result.expect(parsedate_to_datetime(date.text).tzinfo, file, f"{date.text} has no zone")
    for name in ["updated", "published"]:
        for date in root.iter(f"{{http://www.w3.org/2005/Atom}}{name}"):
            _is_rfc3339(file, date.text, result)
    return len(feed.entries)


def _json(site: Site, file: str, data: bytes, result: Result) -> int:
    feed = json.loads(data)
    result.equal(file, "version", feed.get("version"), "https://jsonfeed.org/version/1.1")
    result.expect(feed.get("title"), file, "it has no title")
    _is_page(site, file, feed.get("home_page_url", ""), result)
    result.equal(file, "the file of feed_url", site.file(feed.get("feed_url", "")), file)
    ids = [item.get("id") for item in feed["items"]]
    result.expect(len(set(ids)) == len(ids) and all(ids), file, "an item has no id, or another one's")
    for item in feed["items"]:
        where = f"{file} ({item.get('title', '')[:40]})"
        result.expect(item.get("content_html") or item.get("content_text"), where, "it has no text")
        _is_absolute(where, item.get("content_html", ""), result)
        _is_rfc3339(where, item.get("date_published", ""), result)
        if "date_modified" in item:
            _is_rfc3339(where, item["date_modified"], result)
        _is_article(site, where, item.get("url", ""), item.get("title", ""), result)
    return len(feed["items"])


def _is_page(site: Site, where: str, link: str, result: Result) -> None:
    result.expect("://" in link and site.file(link) in site.by_file, where, f"its page {link!r} is not there")


def _is_article(site: Site, where: str, link: str, title: str, result: Result, unescape: bool = False) -> None:
    page = site.by_file.get(site.file(link) or "")
    result.expect("://" in link and page, where, f"its article {link!r} is not there")
    if page:
        titles = [" ".join(title.split()), page.one("//h1")]
        title, headline = map(html.unescape, titles) if unescape else titles
        result.equal(where, "its title", title, headline)


def _has_summary(site: Site, link: str) -> bool:
    """Whether there is one to give: an article may begin with a list, and then none is made up."""
    page = site.by_file.get(site.file(link) or "")
    return page is None or bool(page.one("//meta[@name='description']/@content"))


def _is_absolute(where: str, text: str, result: Result) -> None:
    """A feed is read elsewhere, where a relative link leads nowhere."""
    if "<" not in text:
        return
    for link in lxml.html.fragment_fromstring(text, create_parent="div").xpath("//@href | //@src"):
        result.expect(":" in link.split("/")[0], where, f"the link {link} is relative")


def _is_rfc3339(where: str, text: str, result: Result) -> None:
    try:
        result.expect(datetime.datetime.fromisoformat(text).tzinfo, where, f"{text} has no zone")
    except (TypeError, ValueError):
        result.problems.append(f"{where}: {text!r} is no date")
