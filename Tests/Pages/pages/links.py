"""Every link, anchor, picture and feed of the site leads to something, and every page can be reached."""
import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag

from .result import Result
from .site import Page, Site

# What a page refers to. Of these, the first kind is what a reader can follow.
FOLLOWED = "//a/@href | //area/@href | //link[@rel='next' or @rel='prev']/@href"
FETCHED = (
    "//link[not(@rel='next' or @rel='prev')]/@href | //script/@src | //img/@src | //source/@src | //video/@src"
    " | //video/@poster | //audio/@src | //iframe/@src | //form/@action"
    " | //meta[@property='og:image' or @property='og:url' or @name='twitter:image']/@content"
)


def check(site: Site, result: Result) -> None:
    followed = fetched = anchors = elsewhere = 0
    ids = {page.file: set(page.tree.xpath("//@id | //a/@name")) for page in site.pages}
    for page in site.pages:
        for link in page.tree.xpath(FOLLOWED):
            file = site.file(link, page.address)
            if file is None:
                elsewhere += 1
                continue
            followed += 1
            in_text = page.has_in_text(link.getparent())
            result.expect(file in site.files, str(page), f"the link {link} leads nowhere", in_text)
            anchor = unquote(urldefrag(link).fragment)
            if anchor and file in ids:
                anchors += 1
                found = anchor in ids[file]
                result.expect(found, str(page), f"the link {link}: {file} has no such anchor", in_text)
        for link in [*page.tree.xpath(FETCHED), *_candidates(page)]:
            file = site.file(link, page.address)
            if file is None:
                elsewhere += 1
                continue
            fetched += 1
            result.expect(file in site.files, str(page), f"{link} is not there")
    for sheet in sorted(file for file in site.files if file.endswith(".css")):
        rules = (site.output / sheet).read_text(encoding="utf-8")
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", rules):
            file = None if link.startswith("data:") else site.file(link, f"{site.base}/{sheet}")
            result.expect(file is None or file in site.files, sheet, f"{link} is not there")
    _reach(site, result)
    result.count("links followed", followed)
    result.count("of them to an anchor", anchors)
    result.count("pictures, styles, scripts, feeds", fetched)
    result.count("links to other hosts (not asked)", elsewhere)


def _candidates(page: Page) -> Iterator[str]:
    for candidates in page.tree.xpath("//img/@srcset | //source/@srcset"):
        for candidate in candidates.split(","):
            yield candidate.split()[0]


def _reach(site: Site, result: Result) -> None:
    reached = {"index.html"}
    ways = ["index.html"]
    while ways:
        page = site.by_file[ways.pop()]
        for link in page.tree.xpath("//a/@href"):
            file = site.file(link, page.address)
            if file in site.by_file and file not in reached:
                reached.add(file)
                ways.append(file)
    # Nobody links to an old address, nor to the page for addresses that lead nowhere.
    unreached = [page for page in site.pages if not page.is_redirect and page.file != "404.html"]
    for page in unreached:
        result.expect(page.file in reached, str(page), "no way leads there from the front page")
    result.count("pages reached from the front page", len(reached))
