"""Compares what both sites say to machines: their feeds, item by item."""
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

# The namespaces of the modules that both use.
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}"

FEED = "feed.xml"


def _words(html: str) -> list[str]:
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", html)))


def _items(feed: Path) -> list[dict[str, object]]:
    """What each item says."""
    items = []
    for item in ElementTree.parse(feed).iter("item"):
        picture = item.find(f"{MEDIA}content")
        items.append({
            "title": item.findtext("title"), "link": item.findtext("link"), "guid": item.findtext("guid"),
            "date": parsedate_to_datetime(item.findtext("pubDate") or ""),
            "authors": [author.text for author in item.iter(CREATOR)],
            "categories": [(category.text or "").lower() for category in item.iter("category")],
            "description": _words(item.findtext("description") or ""),
            "text": _words(item.findtext(f"{CONTENT}encoded") or ""),
            "picture": {} if picture is None else {
                "address": picture.get("url"), "width": picture.get("width"), "height": picture.get("height"),
                "description": _words(picture.findtext(f"{MEDIA}description") or ""),
                "credit": picture.findtext(f"{MEDIA}credit")},
        })
    return items


def feeds(folder: Path) -> set[str]:
    """The lists that have a feed."""
    return {"/" + str(path.relative_to(folder).parent).removeprefix(".") for path in folder.rglob(FEED)}


def compare(stet: Path, hugo: Path) -> Iterator[str]:
    """What differs between the feeds of two sites."""
    ours, theirs = feeds(stet), feeds(hugo)
    yield from (f"{address}: only Hugo has a feed of this list" for address in sorted(theirs - ours))
    yield from (f"{address}: only stet has a feed of this list" for address in sorted(ours - theirs))
    for address in sorted(ours & theirs):
        one, two = (_items(folder / address.strip("/") / FEED) for folder in (stet, hugo))
        if len(one) != len(two):
            yield f"{address}: the feed: stet has {len(one)} items, Hugo {len(two)}"
        for number, (item, other) in enumerate(zip(one, two), 1):
            for name, value in item.items():
                if value != other[name]:
                    yield (f"{address}: the feed's {name}: of item {number} stet has {str(value)[:160]}, "
                           f"Hugo {str(other[name])[:160]}")
