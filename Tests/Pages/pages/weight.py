"""What a reader has to fetch for a page, and whether anything on it moves while it loads."""
import gzip
import json
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from .browser import browsing
from .result import Result
from .site import Page, Site

BUDGET = Path(__file__).parent.parent / "budget.json"
PICTURES = {"image"}
# Layout shifts, as the browser counts them, without those that a reader's own input explains.
OBSERVE = """
window.stetShift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.stetShift += entry.value
}).observe({ type: 'layout-shift', buffered: true })
"""
# Pictures further down are fetched when a reader comes near them.
SETTLE = """
async () => {
  const pictures = [...document.images]
  for (const picture of pictures) picture.loading = 'eager'
  await Promise.allSettled(pictures.map(picture => picture.decode()))
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return window.stetShift
}
"""


def check(site: Site, result: Result) -> None:
    budget = json.loads(BUDGET.read_text())
    heaviest = max(site.articles, key=lambda page: (site.output / page.file).stat().st_size)
    with browsing(site) as (browser, host):
        _weigh(site, browser, host, site.by_file["index.html"], "front page", budget["front page"], result)
        for page in site.articles:
            _weigh(site, browser, host, page, "article", budget["article"], result, tells=page is heaviest)


def _weigh(
    site: Site, browser: Browser, host: str, page: Page, kind: str, budget: dict, result: Result, tells: bool = True,
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    view = context.new_page()
    view.add_init_script(OBSERVE)
    requests: list[tuple[str, str]] = []
    view.on("requestfinished", lambda request: requests.append((request.resource_type, urlsplit(request.url).path)))
    view.on("requestfailed", lambda request: result.problems.append(f"{page}: {request.url} could not be fetched"))
    view.goto(host + page.address, wait_until="load")
    shift = view.evaluate(SETTLE)
    context.close()

    files = [site.file(path) for type, path in requests if type not in PICTURES]
    texts = [(site.output / file).read_bytes() for file in files]
    plain = sum(map(len, texts))
    # As hosts send it: GitHub Pages, Netlify, Cloudflare, and nginx and Caddy as docs/deploying.md sets them up.
    sent = sum(len(gzip.compress(body, 6)) for body in texts)
    result.expect(sent <= budget["kilobytes"] * 1000, str(page), f"{sent} bytes, budget {budget['kilobytes']} KB")
    result.expect(len(texts) <= budget["requests"], str(page), f"{len(texts)} requests, budget {budget['requests']}")
    result.expect(shift <= budget["shift"], str(page), f"its parts move by {shift:.4f} while it loads")
    if tells:
        label = kind if kind == "front page" else f"the heaviest article ({page.address})"
        result.count(f"{label}: sent, without pictures", f"{sent / 1000:.1f} KB ({plain / 1000:.1f} KB unpacked)")
        result.count(f"{label}: requests, without and with pictures", f"{len(texts)}, {len(requests)}")
        result.count(f"{label}: layout shift", f"{shift:.3f}")
        for width in (360, 1440):
            result.count(f"{label}: pictures at {width} px", _pictures(site, browser, host, page, width))


def _pictures(site: Site, browser: Browser, host: str, page: Page, width: int) -> str:
    """What all pictures of a page have in bytes, as the browser chooses them."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    view = context.new_page()
    files: set[str] = set()
    view.on("requestfinished", lambda request: request.resource_type in PICTURES and files.add(
        site.file(urlsplit(request.url).path)))
    view.goto(host + page.address, wait_until="load")
    view.evaluate(SETTLE)
    context.close()
    return f"{sum((site.output / file).stat().st_size for file in files) / 1000:.0f} KB, {len(files)} files"
