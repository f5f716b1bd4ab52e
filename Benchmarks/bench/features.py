"""What a page shows, as plain values that can be compared.

Both sites are read with the same eyes: the class names are the ones that stet's theme has, and
Hugo's templates use them too.
"""
import json
import re
from typing import Any

from .markup import Element

Features = dict[str, Any]


def links(element: Element) -> list[tuple[str, str]]:
    return [(link["href"], link.text) for link in element.all("a")]


def _picture(element: Element, has_text: bool = True) -> Features | None:
    image = element.first("img")
    if not image.tag:
        return None
    picture = {name: image[name] for name in ("src", "width", "height", "loading")}
    return picture | ({"alt": image["alt"]} if has_text else {})


def _figure(element: Element) -> Features | None:
    picture = _picture(element)
    if picture is None:
        return None
    caption, credit = element.first("figcaption"), element.first("span", "credit")
    return picture | {"caption": caption.text, "credit": credit.text,
                      "marks": [mark.tag for mark in caption.all()]}


def _time(element: Element) -> tuple[str, str]:
    """When, for programs and for readers. `Z` and `+00:00` are the same."""
    time = element.first("time")
    return time["datetime"].replace("+00:00", "Z"), time.text


def story(element: Element) -> Features:
    """A story as a list shows it."""
    heading = element.first("", "headline")
    headline = heading.first("a")
    byline = element.first("", "byline")
    return {
        "address": headline["href"], "headline": headline.text, "level": heading.tag,
        "size": " ".join(element.classes),
        "picture": _picture(element, has_text=False), "deck": element.first("p", "deck").text,
        "by": links(byline), "date": _time(byline),
    }


def stories(element: Element) -> list[Features]:
    return [story(item) for item in element.all("article", "story")]


def _card(page: Element) -> list[tuple[str, str]]:
    """What social networks and search engines are told, in no order."""
    metas = [(meta["property"] or meta["name"], _same(meta["content"])) for meta in page.first("head").all("meta")]
    return sorted(meta for meta in metas if meta[0] == "robots" or ":" in meta[0])


def _data(page: Element) -> list[Any]:
    """Structured data. Hugo's site does not know datelines."""
    scripts = [script for script in page.first("head").all("script") if script["type"] == "application/ld+json"]
    data = [json.loads(_same(script.text)) for script in scripts]
    return [{name: value for name, value in thing.items() if name != "dateline"} for thing in data]


def _same(text: str) -> str:
    """Two ways of writing one zone are the same."""
    return re.sub(r"(T\d\d:\d\d:\d\d)\+00:00", r"\1Z", text)


def plain(name: str) -> str:
    """A file's name without what says which bytes it has."""
    return re.sub(r"\.[0-9a-f]{12,64}(\.\w+)$", r"\1", name)


def head(page: Element) -> Features:
    """What every page has above its content."""
    metas = {meta["name"]: meta["content"] for meta in page.all("meta") if meta["name"]}
    relations = {link["rel"]: link["href"] for link in page.first("head").all("link")}
    menu = page.first("nav", "menu")
    return {
        "title": page.first("title").text, "description": metas.get("description", ""),
        "canonical": relations.get("canonical", ""), "generator": bool(metas.get("generator")),
        "stylesheet": plain(relations.get("stylesheet", "")), "language": page.first("html")["lang"],
        "card": _card(page), "data": _data(page),
        "feeds": sorted((link["title"], link["href"]) for link in page.first("head").all("link")
                        if link["rel"] == "alternate"),
        "menu": [(link["href"], link.text, link["aria-current"]) for link in menu.all("a")],
        "breadcrumb": links(page.first("nav", "crumbs")), "h1": page.first("h1").text,
        "footer": links(page.first("footer", "footer")),
    }


def head_tags(page: Element) -> set[str]:
    """The kinds of tags in the head, such as `meta description`."""
    tags = set()
    for element in page.first("head").all():
        name = element["name"] or element["property"] or element["rel"] or element["type"]
        tags.add(f"{element.tag} {name}".strip())
    return tags


def article(page: Element) -> Features:
    """An article's page."""
    meta, body, more = page.first("div", "meta"), page.first("div", "body"), page.first("section", "more")
    return {
        "by": links(meta), "published": _time(meta), "deck": page.first("header", "article-head").first("p").text,
        "lead": _figure(page.first("figure", "lead-picture")),
        "words": body.text.split(), "links": links(body),
        "figures": [_figure(figure) for figure in body.all("figure")],
        "structure": [element.tag for element in body.all() if element.tag != "span"],
        "filed under": links(page.first("nav", "filed")),
        "more headlines": stories(more), "more's name": more.first("h2").text,
    }


def main_part(page: Element) -> Features:
    """The content of any other page: its headings, its stories and its links, in order."""
    main = page.first("main")
    return {
        "headings": [heading.text for kind in ("h2", "h3") for heading in main.all(kind)],
        "stories": stories(main),
        "links": [link for link in links(main) if "/page/" not in link[0]],
        "days": [_time(day) for day in main.all("section", "day")],
    }
