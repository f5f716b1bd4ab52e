"""axe over one page of every kind, in light and dark, on a phone and on a desk: no violation."""
from axe_playwright_python.sync_playwright import Axe

from .browser import browsing
from .result import Result
from .site import Site

WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]


def check(site: Site, result: Result) -> None:
    axe = Axe()
    looks = 0
    with browsing(site) as (browser, host):
        for scheme in SCHEMES:
            for width in WIDTHS:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                view = context.new_page()
                for page in site.kinds:
                    view.goto(host + page.address, wait_until="load")
                    where = f"{page} ({scheme}, {width} px)"
                    looks += 1
                    for violation in axe.run(view).response["violations"]:
                        for node in violation["nodes"]:
                            result.problems.append(f"{where}: {violation['help']}: {node['html'][:160]}")
                    wide = view.evaluate("document.documentElement.scrollWidth")
                    result.expect(wide <= width, where, f"it is {wide} px wide, and scrolls sideways")
                context.close()
    result.count("kinds of pages", len(site.kinds))
    result.count("looks, in light and dark at 360 and 1280 px", looks)
