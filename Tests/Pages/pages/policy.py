"""No page does what the site's own content security policy forbids, and the browser knows the policy."""
import gzip
import re

import brotli
from playwright.sync_api import Browser

from .browser import browsing
from .result import Result
from .site import Page, Site

OBSERVE = """
window.stetViolations = []
document.addEventListener('securitypolicyviolation', event =>
  stetViolations.push(`${event.effectiveDirective} refuses ${event.blockedURI || 'something inline'}`))
"""
# Had the browser no policy, it would do this.
FORBIDDEN = """
() => new Promise(done => {
  document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true })
  const script = document.createElement('script')
  script.textContent = 'window.stetWasHere = true'
  document.body.append(script)
  setTimeout(() => done(window.stetWasHere ? 'nothing' : 'unknown'), 2000)
})
"""
# Data is no script, whatever the policy says of scripts.
DATA = "() => [...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(one => JSON.parse(one.text))"


def check(site: Site, result: Result) -> None:
    result.expect("_headers" in site.files, "_headers", "the site was built without host: in its site.yml")
    headers = (site.output / "_headers").read_text(encoding="utf-8") if "_headers" in site.files else ""
    result.expect("Content-Security-Policy: default-src 'none';" in headers, "_headers", "it has no strict policy")
    lasting = re.findall(r"^(/\S+\.[0-9a-f]{12}\.\w+)$", headers, re.MULTILINE)
    for address in lasting:
        result.expect(site.file(address) in site.files, "_headers", f"{address} is not there")
    with browsing(site) as (browser, host):
        pages = [page for page in site.pages if not page.is_redirect]
        blocks = sum(_look(browser, host, page, result) for page in pages)
        _try(browser, host, result)
    compressed = [_compressed(site, file, result) for file in sorted(site.files) if file.endswith((".gz", ".br"))]
    result.count("pages without a violation", len(pages))
    result.count("blocks of data that the policy lets stand", blocks)
    result.count("files that browsers may keep for good", len(lasting))
    result.count("compressed files", len(compressed))


def _look(browser: Browser, host: str, page: Page, result: Result) -> int:
    view = browser.new_page()
    view.add_init_script(OBSERVE)
    view.on("console", lambda message: result.expect(
        message.type != "error", str(page), f"the console says: {message.text[:300]}"))
    view.on("pageerror", lambda error: result.problems.append(f"{page}: {error}"))
    reply = view.goto(host + page.address, wait_until="load")
    policy = reply.headers.get("content-security-policy", "") if reply else ""
    result.expect(policy.startswith("default-src 'none'"), str(page), f"it came with the policy {policy!r}")
    for violation in view.evaluate("stetViolations"):
        result.problems.append(f"{page}: {violation}")
    blocks = len(view.evaluate(DATA))
    view.close()
    return blocks


def _try(browser: Browser, host: str, result: Result) -> None:
    view = browser.new_page()
    view.goto(host + "/404.html", wait_until="load")
    stopped = view.evaluate(FORBIDDEN)
    result.expect(stopped == "script-src-elem", "404.html", f"an inline script is stopped by {stopped}")
    view.close()


def _compressed(site: Site, file: str, result: Result) -> None:
    data = (site.output / file).read_bytes()
    plain = gzip.decompress(data) if file.endswith(".gz") else brotli.decompress(data)
    result.expect(plain == (site.output / file[:-3]).read_bytes(), file, "it is not what it stands beside")
