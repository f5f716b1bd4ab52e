"""Every page's JSON-LD and social tags, read by extruct, say what the page says."""
import datetime

import extruct

from .result import Result
from .site import Page, Site

ARTICLES = {
    "NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReviewNewsArticle", "ReportageNewsArticle",
    "AdvertiserContentArticle", "BackgroundNewsArticle",
}
NEEDED = ["og:title", "og:type", "og:url", "og:site_name"]


def check(site: Site, result: Result) -> None:
    counts: dict[str, int] = {}
    for page in site.pages:
        if page.is_redirect or page.file == "404.html":
            continue
        html = (site.output / page.file).read_text(encoding="utf-8")
        try:
            found = extruct.extract(html, syntaxes=["json-ld"], errors="strict")["json-ld"]
        except ValueError as error:
            result.problems.append(f"{page}: its JSON-LD is none: {error}")
            continue
        things = [thing for one in found for thing in one.get("@graph", [one])]
        for thing in things:
            for kind in _list(thing.get("@type")):
                counts[kind] = counts.get(kind, 0) + 1
        _crumbs(site, page, things, result)
        articles = [thing for thing in things if ARTICLES & set(_list(thing.get("@type")))]
        if page.tree.xpath("//meta[@property='og:type'][@content='article']") or articles:
            result.expect(len(articles) == 1, str(page), f"it is {len(articles)} articles")
            for article in articles:
                _article(site, page, article, result)
        elif page.file == "index.html":
            papers = [thing for thing in things if "NewsMediaOrganization" in _list(thing.get("@type"))]
            result.expect(len(papers) == 1, str(page), "it does not say which newspaper it is")
            for paper in papers:
                result.expect(paper.get("name") and paper.get("url"), str(page), "the newspaper has no name or url")
                if "\nlogo:" in site.settings or "logo" in paper:
                    _picture(site, page, "its logo", paper.get("logo"), result)
        _social(site, page, result)
    for kind, count in sorted(counts.items()):
        result.count(kind, count)


def _article(site: Site, page: Page, article: dict, result: Result) -> None:
    where = str(page)
    result.equal(where, "the headline", " ".join(article.get("headline", "").split()), page.one("//h1"))
    canonical = page.one("//link[@rel='canonical']/@href")
    entity = article.get("mainEntityOfPage")
    urls = {article.get("url"), entity.get("@id") if isinstance(entity, dict) else entity}
    result.expect(canonical in urls, where, f"its url is {urls}, not {canonical}")
    _dates(page, article, result)
    authors = _list(article.get("author"))
    publisher = article.get("publisher") or {}
    # An article that names nobody is the newspaper's own.
    named = page.all("//main//article//*[@class='by']//a[@rel='author']") or [publisher.get("name")]
    result.equal(where, "the authors", [author.get("name") for author in authors], named)
    for author in authors:
        result.expect(author.get("@type") in ("Person", publisher.get("@type")), where, f"{author} is nobody")
        result.expect(site.file(author.get("url", "")) in site.by_file, where, f"{author.get('name')} has no page")
    for picture in _list(article.get("image")):
        _picture(site, page, "its picture", picture, result)
    free = article.get("isAccessibleForFree")
    result.expect(isinstance(free, bool), where, f"isAccessibleForFree is {free!r}")
    closed = page.tree.xpath("//section[contains(@class,'invite')]")
    result.equal(where, "whether it is free", free, not closed)
    if closed:
        for part in _list(article.get("hasPart")) or [{}]:
            name = part.get("cssSelector", "").lstrip(".#")
            there = page.tree.xpath(
                "//*[@id=$name or contains(concat(' ', @class, ' '), concat(' ', $name, ' '))]", name=name)
            result.expect(part.get("isAccessibleForFree") is False and name and there, where, f"hasPart is {part}")
    result.expect(publisher.get("name"), where, "it has no publisher")
    result.expect(article.get("articleSection"), where, "it has no section")


def _dates(page: Page, article: dict, result: Result) -> None:
    for name, property in [("datePublished", "published"), ("dateModified", "modified")]:
        text = article.get(name)
        if text is None:
            result.expect(name != "datePublished" or not page.tree.xpath("//main//article//time"), str(page), "no date")
            continue
        try:
            # A day without a time has no zone.
            zoned = len(text) == len("2026-11-23") or datetime.datetime.fromisoformat(text).tzinfo
            result.expect(zoned, str(page), f"{name} {text} has no zone")
        except ValueError:
            result.problems.append(f"{page}: {name}: {text!r} is no date")
        shown = page.one(f"//meta[@property='article:{property}_time']/@content")
        result.expect(not shown or shown == text, str(page), f"{name} is {text}, and article:{property}_time {shown}")


def _picture(site: Site, page: Page, what: str, picture: object, result: Result) -> None:
    if not isinstance(picture, dict):
        result.problems.append(f"{page}: {what} is {picture!r}")
        return
    url = picture.get("url") or picture.get("contentUrl") or ""
    result.expect("://" in url and site.file(url) in site.files, str(page), f"{what} {url!r} is not there")
    for side in ["width", "height"]:
        result.expect(isinstance(picture.get(side), int) and picture[side] > 0, str(page), f"{what} has no {side}")


def _crumbs(site: Site, page: Page, things: list[dict], result: Result) -> None:
    shown = [" ".join(link.text_content().split()) for link in page.tree.xpath("//nav[contains(@class,'crumbs')]//a")]
    lists = [thing for thing in things if thing.get("@type") == "BreadcrumbList"]
    if not shown:
        return
    result.expect(len(lists) == 1, str(page), f"it has {len(lists)} lists of breadcrumbs")
    for crumbs in lists:
        items = crumbs["itemListElement"]
        result.equal(str(page), "the breadcrumb", [item["name"] for item in items][:len(shown)], shown)
        result.equal(str(page), "its places", [item["position"] for item in items], list(range(1, len(items) + 1)))
        for item in items:
            link = item.get("item", page.address)
            result.expect(site.file(link) in site.by_file, str(page), f"the breadcrumb {link} is not there")


def _social(site: Site, page: Page, result: Result) -> None:
    for name in NEEDED:
        result.expect(page.one(f"//meta[@property='{name}']/@content"), str(page), f"it has no {name}")
    canonical = page.one("//link[@rel='canonical']/@href")
    result.equal(str(page), "og:url", page.one("//meta[@property='og:url']/@content"), canonical)
    result.equal(str(page), "the file of its canonical address", site.file(canonical), page.file)


def _list(value: object) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]
