"""No page does what the site's own content security policy forbids, and the browser knows the policy."""
import gzip
import re

import brotli
from playwright.sync_api import ConsoleMessage
from playwright.sync_api import Page as View

from .browser import browsing
from .result import Result
from .site import Page, Site

OBSERVE = """
window.stetViolations = []
document.addEventListener('securitypolicyviolation', event =>
  stetViolations.push(`${event.effectiveDirective} refuses ${event.blockedURI || 'something inline'}`))
"""
# Puts something inline on the page, and says what the browser has against it.
INLINE = """
type => new Promise(done => {
  document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true })
  const script = document.createElement('script')
  script.type = type
  script.textContent = '{}'
  document.body.append(script)
  setTimeout(() => done(null), 500)
})
"""
BLOCKS = "document.querySelectorAll('script[type=\"application/ld+json\"]').length"


def check(site: Site, result: Result) -> None:
    result.expect("_headers" in site.files, "_headers", "the site was built without host: in its site.yml")
    headers = (site.output / "_headers").read_text(encoding="utf-8") if "_headers" in site.files else ""
    result.expect("Content-Security-Policy: default-src 'none';" in headers, "_headers", "it has no strict policy")
    lasting = re.findall(r"^(/\S+\.[0-9a-f]{12}\.\w+)$", headers, re.MULTILINE)
    for address in lasting:
        result.expect(site.file(address) in site.files, "_headers", f"{address} is not there")
    pages = [page for page in site.pages if not page.is_redirect]
    with browsing(site) as (browser, host):
        view = browser.new_page()
        view.add_init_script(OBSERVE)
        said: list[str] = []
        view.on("console", lambda message: said.append(message.text) if _is_complaint(message) else None)
        view.on("pageerror", lambda error: said.append(str(error)))
        blocks = sum(_look(view, host, page, said, result) for page in pages)
        stopped = [view.evaluate(INLINE, type) for type in ["text/javascript", "application/ld+json"]]
    # Data is no script, whatever the policy says of scripts.
    result.equal("_headers", "what stops an inline script, and data", stopped, ["script-src-elem", None])
    compressed = [_compressed(site, file, result) for file in sorted(site.files) if file.endswith((".gz", ".br"))]
    result.count("pages without a violation", len(pages))
    result.count("blocks of data that the policy lets stand", blocks)
    result.count("files that browsers may keep for good", len(lasting))
    result.count("compressed files", len(compressed))


def _is_complaint(message: ConsoleMessage) -> bool:
    # A browser asks for an icon that no page names.
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


def _look(view: View, host: str, page: Page, said: list[str], result: Result) -> int:
    said.clear()
    reply = view.goto(host + page.address, wait_until="load")
    policy = reply.headers.get("content-security-policy", "") if reply else ""
    result.expect(policy.startswith("default-src 'none'"), str(page), f"it came with the policy {policy!r}")
    for problem in [*view.evaluate("stetViolations"), *said]:
        result.problems.append(f"{page}: {problem[:300]}")
    return view.evaluate(BLOCKS)


def _compressed(site: Site, file: str, result: Result) -> None:
    data = (site.output / file).read_bytes()
    plain = gzip.decompress(data) if file.endswith(".gz") else brotli.decompress(data)
    result.expect(plain == (site.output / file[:-3]).read_bytes(), file, "it is not what it stands beside")
