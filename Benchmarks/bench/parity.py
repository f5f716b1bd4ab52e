"""Checks that stet's site and Hugo's hold the same pages with the same content.

A benchmark of two programs that do different things says nothing. What differs is listed, and
nothing is measured; where stet does more than Hugo, that is told with the results.
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import features, syndication
from .markup import Element, parse

# How many differences of a kind are shown.
SHOWN = 5
NUMBERED = re.compile(r"^(.*/)page/\d+/$")


class Site:
    """A site that was built, page by page."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        self.pages: dict[str, Element] = {}
        for file in sorted(self.files):
            if file.endswith(".html"):
                address = "/" + file.removesuffix("index.html")
                self.pages[address] = parse((folder / file).read_text(encoding="utf-8"))
        self.sitemap = self._sitemap(folder)

    def _sitemap(self, folder: Path) -> set[str]:
        places: set[str] = set()
        for file in self.files:
            if file.endswith(".xml") and "sitemap" in file:
                places |= set(re.findall(r"<loc>\s*(.*?)\s*</loc>", (folder / file).read_text()))
        return {place for place in places if not place.endswith(".xml")}

    def list_pages(self, address: str) -> list[Element]:
        """A list's pages from the newest to the oldest, by the links that lead from one to the next."""
        found: list[Element] = []
        seen: set[str] = set()
        while address in self.pages and address not in seen:
            seen.add(address)
            found.append(self.pages[address])
            following = [link["href"] for link in self.pages[address].first("nav", "pages").all("a")
                         if link["rel"] == "next"]
            address = following[0] if following else ""
        return found


@dataclass
class Verdict:
    """What differs, and what stet does beyond Hugo."""

    differences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    checked: str = ""

    @property
    def is_equal(self) -> bool:
        return not self.differences

    def text(self) -> str:
        lines = [f"The sites differ in {len(self.differences)} places:"]
        kinds: dict[str, list[str]] = {}
        for difference in self.differences:
            kinds.setdefault(difference.split(": ")[1], []).append(difference)
        for alike in kinds.values():
            lines += ["  " + difference for difference in alike[:SHOWN]]
            if len(alike) > SHOWN:
                lines.append(f"  … and {len(alike) - SHOWN} more like these.")
        return "\n".join(lines)


@dataclass(frozen=True)
class Source:
    """An article as its file has it."""

    address: str
    headline: str
    date: str
    section: str
    author: str
    topics: list[str]


def sources(content: Path) -> list[Source]:
    """All articles, the newest first."""
    found = []
    for path in content.rglob("*.md"):
        if path.name == "_index.md":
            continue
        front = path.read_text(encoding="utf-8").split("\n---\n")[0]
        fields = dict(re.findall(r"^(\w+): (.*)$", front, re.MULTILINE))
        found.append(Source(
            f"/{path.relative_to(content).with_suffix('')}/", fields["title"].strip('"'), fields["date"],
            fields["section"], fields["authors"].strip("[]"), fields["tags"].strip("[]").split(", ")))
    return sorted(found, key=lambda source: source.date, reverse=True)


def expected_lists(articles: list[Source]) -> dict[str, list[str]]:
    """Which articles each list has, by the list's address."""
    lists: dict[str, list[str]] = {}
    for article in articles:
        author = article.author.lower().replace(" ", "-")
        addresses = [f"/{article.section}/", f"/authors/{author}/", f"/archive/{article.date[:7].replace('-', '/')}/"]
        for address in addresses + [f"/topics/{topic}/" for topic in article.topics]:
            lists.setdefault(address, []).append(article.address)
    return lists


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 160 else text[:157] + "…"


def _compare(address: str, stet: features.Features, hugo: features.Features) -> Iterator[str]:
    for name, value in stet.items():
        other = hugo[name]
        if value == other:
            continue
        if isinstance(value, list) and isinstance(other, list):
            pairs = zip(value, other)
            place = next((i for i, (one, two) in enumerate(pairs) if one != two), min(len(value), len(other)))
            value, other = (f"{len(items)} items, number {place + 1}: {_shortened(items[place:place + 1])}"
                            for items in (value, other))
        yield f"{address}: {name}: stet has {_shortened(value)}, Hugo {_shortened(other)}"


def _missing(source: Source, head: features.Features, shown: features.Features, position: int,
             of: int) -> Iterator[str]:
    """What an article's page must have, whatever the other site has."""
    lead = shown["lead"] or {}
    # The latest of its section, or four newer and four older ones, as far as there are any.
    more = min(8, of - 1) if position < 20 else 4 + min(4, of - 1 - position)
    wanted = {
        "headline": head["h1"] == source.headline,
        "canonical link": head["canonical"].endswith(source.address),
        "description": head["description"], "generator": head["generator"],
        "breadcrumb": len(head["breadcrumb"]) >= 2,
        "byline": any(text == source.author for _, text in shown["by"]),
        "published date": shown["published"][0] == source.date,
        "lead picture": all(lead.get(name) for name in ("src", "alt", "width", "height", "caption", "credit")),
        "text": len(shown["words"]) >= 300,
        "filed under": [text.lower() for _, text in shown["filed under"]] == [source.section, *source.topics],
        "more headlines": len(shown["more headlines"]) == more,
    }
    for name, is_there in wanted.items():
        if not is_there:
            yield f"{source.address}: stet's page lacks what the check expects: {name}"


def check(content: Path, stet_folder: Path, hugo_folder: Path, has_feeds: bool) -> Verdict:
    """Compares two sites made of the same content."""
    stet, hugo = Site("stet", stet_folder), Site("Hugo", hugo_folder)
    articles = sources(content)
    lists = expected_lists(articles)
    verdict = Verdict()
    differ = verdict.differences

    sections: dict[str, list[str]] = {}
    for source in articles:
        sections.setdefault(source.section, []).append(source.address)
    for source in articles:
        for site in (stet, hugo):
            if source.address not in site.pages:
                differ.append(f"{source.address}: {site.name} has no page for this article")
        if source.address in stet.pages and source.address in hugo.pages:
            one, two = (site.pages[source.address] for site in (stet, hugo))
            shown = features.article(one)
            differ += _compare(source.address, features.head(one), features.head(two))
            differ += _compare(source.address, shown, features.article(two))
            members = sections[source.section]
            differ += _missing(source, features.head(one), shown, members.index(source.address), len(members))

    for address, members in sorted(lists.items()):
        for site in (stet, hugo):
            pages = site.list_pages(address)
            shown = [story["address"] for page in pages for story in features.stories(page.first("main"))]
            if shown != members:
                differ.append(f"{address}: {site.name} lists {len(shown)} stories on {len(pages)} pages "
                              f"that are not the {len(members)} expected in their order")
        differ += _compare_lists(address, stet.list_pages(address), hugo.list_pages(address))

    others = sorted(address for address in stet.pages
                    if address not in lists and not NUMBERED.match(address)
                    and address not in {source.address for source in articles})
    for address in others:
        if address in hugo.pages:
            one, two = stet.pages[address], hugo.pages[address]
            differ += _compare(address, features.head(one), features.head(two))
            differ += _compare(address, features.main_part(one), features.main_part(two))

    _compare_files(stet, hugo, has_feeds, verdict)
    _compare_heads(stet, hugo, verdict)
    datelines = sum(1 for page in stet.pages.values() if page.first("span", "dateline").tag)
    if datelines:
        verdict.notes.append("stet marks the dateline that an article begins with, for the stylesheet; Hugo does not.")
    verdict.checked = (f"{len(articles)} articles, {len(lists)} lists and {len(others)} other pages were compared: "
                       f"{len(stet.pages)} pages by stet, {len(hugo.pages)} by Hugo.")
    return verdict


def _compare_lists(address: str, stet: list[Element], hugo: list[Element]) -> Iterator[str]:
    """Each story as the list shows it, over all pages; and what stands above the first page."""
    if not stet or not hugo:
        return
    yield from _compare(address, features.head(stet[0]), features.head(hugo[0]))
    one, two = ({"stories": [story for page in pages for story in features.stories(page.first("main"))]}
                for pages in (stet, hugo))
    yield from _compare(address, one, two)
    for name, pages in (("stet", stet), ("Hugo", hugo)):
        canonical = [features.head(page)["canonical"] for page in pages]
        if len(set(canonical)) != len(pages):
            yield f"{address}: {name}'s pages of the list do not name addresses of their own"


def _compare_files(stet: Site, hugo: Site, has_feeds: bool, verdict: Verdict) -> None:
    def kinds(site: Site) -> set[str]:
        return {features.plain(file) for file in site.files if not file.endswith(".xml") and "/page/" not in file}

    verdict.differences += [f"{file}: only Hugo has this file" for file in sorted(kinds(hugo) - kinds(stet))]
    verdict.differences += [f"{file}: only stet has this file" for file in sorted(kinds(stet) - kinds(hugo))
                            if file.endswith(".html")]
    extra = [file for file in sorted(kinds(stet) - kinds(hugo)) if not file.endswith(".html")]
    if extra:
        verdict.notes.append(f"stet makes {len(extra)} more files that are no pages: {', '.join(extra[:8])}.")
    if has_feeds:
        verdict.differences += syndication.compare(stet.folder, hugo.folder)
        verdict.differences += [f"{place}: only Hugo's sitemap has this address"
                                for place in sorted(hugo.sitemap - stet.sitemap)]
    made = sum(file.endswith(".xml") for file in stet.files)
    if made and not has_feeds:
        verdict.notes.append(f"stet made {made} sitemaps, Hugo none: only FEEDS=1 switches Hugo's on.")
    if not has_feeds and any(file.endswith(".xml") for file in hugo.files):
        verdict.differences.append("all pages: Hugo made feeds or a sitemap although they are switched off")


def _compare_heads(stet: Site, hugo: Site, verdict: Verdict) -> None:
    """Hugo's pages may have nothing in the head that stet's have not."""
    more: set[str] = set()
    for address in sorted(stet.pages.keys() & hugo.pages.keys()):
        one, two = features.head_tags(stet.pages[address]), features.head_tags(hugo.pages[address])
        verdict.differences += [f"{address}: only Hugo has {tag} in the head" for tag in sorted(two - one)]
        more |= one - two
    if more:
        verdict.notes.append(f"Only stet's pages have these in the head: {', '.join(sorted(more))}.")
