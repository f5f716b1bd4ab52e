"""The sitemaps name every page that is meant to be found, and nothing else, within the protocol's bounds."""
import datetime

import lxml.etree

from .result import Result
from .site import Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 << 20
MOST_NEWS = 1000


def check(site: Site, result: Result) -> None:
    named = _robots(site, result)
    indexes = [file for file in named if _root(site, file).tag == f"{SITEMAP}sitemapindex"]
    files = [file for file in named if file not in indexes]
    for index in indexes:
        for entry in _root(site, index):
            file = site.file(entry.findtext(f"{SITEMAP}loc")) or ""
            result.expect(file in site.files, index, f"{file} is not there")
            _date(index, entry.findtext(f"{SITEMAP}lastmod"), result)
            files.append(file)
    listed: list[str] = []
    pictures = news = 0
    for file in dict.fromkeys(file for file in files if file in site.files):
        root = _root(site, file)
        result.expect(len(root) <= MOST_ADDRESSES, file, f"it has {len(root)} addresses")
        result.expect((site.output / file).stat().st_size <= MOST_BYTES, file, "it is too large")
        own = root.findall(f"{SITEMAP}url/{NEWS}news")
        news += len(own)
        result.expect(len(own) <= MOST_NEWS, file, f"it has {len(own)} stories")
        for story in own:
            _is_story(file, story, result)
        for entry in root:
            page = site.file(entry.findtext(f"{SITEMAP}loc")) or ""
            result.expect(page in site.by_file, file, f"{entry.findtext(f'{SITEMAP}loc')} is not there")
            _date(file, entry.findtext(f"{SITEMAP}lastmod"), result)
            if not own:
                listed.append(page)
            for picture in entry.iterfind(f"{IMAGE}image/{IMAGE}loc"):
                pictures += 1
                result.expect(site.file(picture.text) in site.files, file, f"the picture {picture.text} is not there")
    _complete(site, listed, result)
    result.count("sitemaps", len(set(files)))
    result.count("addresses", len(listed))
    result.count("pictures", pictures)
    result.count("stories in the news sitemap", news)


def _robots(site: Site, result: Result) -> list[str]:
    if "robots.txt" not in site.files:
        result.problems.append("robots.txt: it is not there")
        return []
    lines = (site.output / "robots.txt").read_text(encoding="utf-8").splitlines()
    links = [line.split(":", 1)[1].strip() for line in lines if line.lower().startswith("sitemap:")]
    result.expect(links, "robots.txt", "it names no sitemap")
    files = []
    for link in links:
        file = site.file(link) if "://" in link else None
        result.expect(file in site.files, "robots.txt", f"{link} is not there")
        if file in site.files:
            files.append(file)
    return files


def _complete(site: Site, listed: list[str], result: Result) -> None:
    meant = {
        page.file for page in site.pages
        if not page.is_redirect and page.file != "404.html"
        and "noindex" not in page.one("//meta[@name='robots']/@content")
        # What continues a list is found from its first page.
        and not page.tree.xpath("//link[@rel='prev']")
    }
    result.expect(len(listed) == len(set(listed)), "sitemaps", "a page is named twice")
    for file in sorted(meant - set(listed)):
        result.problems.append(f"{file}: no sitemap names it")
    for file in sorted(set(listed) & set(site.by_file) - meant):
        result.problems.append(f"{file}: a sitemap names it, and it is not to be found")


def _is_story(file: str, story: lxml.etree._Element, result: Result) -> None:
    for name in ["publication/{0}name", "publication/{0}language", "publication_date", "title"]:
        path = NEWS + name.format(NEWS)
        result.expect(story.findtext(path), file, f"a story has no {path.split('}')[-1]}")
    _date(file, story.findtext(f"{NEWS}publication_date"), result)


def _date(file: str, text: str | None, result: Result) -> None:
    if text is None:
        return
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        result.problems.append(f"{file}: {text!r} is no date")


def _root(site: Site, file: str) -> lxml.etree._Element:
    return lxml.etree.parse(str(site.output / file)).getroot()
