"""What every page must be, whoever reads it and on whatever: valid, light, legible, and within its width."""

import os
import re
from collections import Counter

import axe_playwright_python
import html5lib

DESK, PHONE, NARROW = 1280, 375, 320
LIGHTEST, LIST = 40_000, 80_000
ROWS_OF_A_LIST = 50
AXE = os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")
ALL_RULES = {"rules": {"target-size": {"enabled": True}}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll(
    'button, .button, summary, select, textarea, label.check, input:not([type=hidden], [type=checkbox], [type=radio])')]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
    .map(e => e.outerHTML.slice(0, 80))"""


SQUEEZED = """() => [...document.querySelectorAll('main :is(p, dd, dt, li, td, th, a, label, time, h1, h2, h3)')]
    .filter(e => e.checkVisibility() && e.clientHeight > 120 && e.clientWidth < 60 && e.innerText.length > 8)
    .filter(e => !e.querySelector('input'))
    .filter(e => !e.closest('thead') || getComputedStyle(e.closest('thead')).position !== 'absolute')
    .map(e => e.outerHTML.slice(0, 80))"""
MASTHEAD_ROWS = """() => [...document.querySelectorAll('.masthead :is(a, button, summary)')]
    .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect()).map(box => (box.top + box.bottom) / 2)
    .sort((a, b) => a - b).filter((centre, i, all) => i === 0 || centre - all[i - 1] > 16).length"""
TEXT = """() => { const main = document.querySelector('main');
    return main.innerText + [...main.querySelectorAll('input, textarea')].map(e => e.value).join(' ') }"""


class Eyes:
    """Looks at a page of a browser; keeps what its console says."""

    def __init__(self, page):
        self.page = page
        self.said = []
        self.loaded = set()
        with open(AXE, encoding="utf-8") as script:
            self.axe = script.read()
        page.on("console", lambda message: message.type == "error" and self.said.append(message.text))
        page.on("request", lambda request: self.loaded.add((request.resource_type, request.url)))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def visit(self, url, seeded=None, status=200):
        """The faults of one page, in words; none when it is as it should be."""
        return self.judge(lambda: self.page.goto(url), seeded, status)

    def judge(self, go, seeded=None, status=200):
        """The same of the page that a step leads to, which gives its answer."""
        self.said.clear()
        self.loaded.clear()
        self.page.set_viewport_size({"width": DESK, "height": 900})
        self.page.emulate_media(color_scheme="light")
        answer = go()
        if answer.status != status:
            return [f"answers {answer.status}"]
        # The browser itself complains of the status of a page of an error.
        self.said = [line for line in self.said if status == 200 or "Failed to load resource" not in line]
        html = answer.text()
        return (
            self.burden() + markup(html) + self.heading() + self.value(seeded) + [f"wide: {fault}" for fault in self.look(DESK)]
            + [f"phone: {fault}" for fault in self.look(PHONE)] + self.small() + self.narrow()
            + [f"console: {line}" for line in self.said])

    def glance(self, url):
        """The faults of a page in another language: of its markup, and of its width on a narrow screen."""
        answer = self.page.goto(url)
        return markup(answer.text()) + self.narrow()

    def burden(self):
        """A page is one answer, one stylesheet and the tenant's small one, one script, and the icon.

        The browser may ask for the icon of the page before as late as now: each address counts once.
        """
        beside = Counter(kind for kind, _ in self.loaded if kind != "document")
        more = beside - Counter(stylesheet=2, script=1, other=1)
        return [f"loads {count} more of {kind}" for kind, count in more.items()]

    def heading(self):
        count = self.page.locator("main h1").count()
        return [] if count == 1 else [f"{count} first headings"]

    def value(self, seeded):
        if seeded is None or re.search(seeded, self.page.evaluate(TEXT)):
            return []
        return [f"shows nothing of {seeded[:60]}"]

    def look(self, width):
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="light")
        faults = self.violations(ALL_RULES)
        self.page.emulate_media(color_scheme="dark")
        dark = [f"dark: {fault}" for fault in self.violations(COLOURS)]
        self.page.emulate_media(color_scheme="light")
        return faults + dark + self.sideways(width) + [
            f"squeezed: {element}" for element in self.page.evaluate(SQUEEZED)[:3]]

    def violations(self, options):
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(self.axe)
        found = self.page.evaluate(
            "options => axe.run(document, options).then(run => run.violations)", dict(options, resultTypes=["violations"]))
        return [f"axe {rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"][:3]]

    def sideways(self, width):
        self.page.set_viewport_size({"width": width, "height": 900})
        over = self.page.evaluate(SIDEWAYS)
        return [f"scrolls {over} px sideways at {width}"] if over > 0 else []

    def narrow(self):
        """On the narrowest screen all is within its width, and the masthead leaves room for the page."""
        faults = self.sideways(NARROW)
        rows = self.page.evaluate(MASTHEAD_ROWS)
        return faults + ([f"{rows} rows of masthead at {NARROW}"] if rows > 2 else [])

    def small(self):
        return [f"lower than 44 px: {element}" for element in self.page.evaluate(SMALL_TARGETS)[:3]]


def markup(html):
    """The faults of the HTML itself."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    faults = [f"html {code} at {place[0]}: {html.splitlines()[place[0] - 1][:100]}" for place, code, _ in parser.errors[:3]]
    twice = [name for name, count in Counter(re.findall(r'\sid="([^"]*)"', html)).items() if count > 1]
    weight, rows = len(html.encode()), html.count("<tr")
    limit = LIST if rows >= ROWS_OF_A_LIST else LIGHTEST
    heavy = [f"weighs {weight} bytes, more than {limit}"] if weight > limit else []
    return faults + [f"the id {name} twice" for name in twice[:3]] + heavy
