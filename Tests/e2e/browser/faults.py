"""Faults that are planted in pages on their way to the browser: a suite that does not see them is worth nothing."""

from collections import namedtuple

import journeys
from eyes import Eyes
from installation import TENANT
from reader import Missing
from run import SEEDED

Plant = namedtuple("Plant", "name seen css replace by", defaults=("", "", ""))

PLANTS = [
    Plant("pale text", "axe color-contrast", css="main p { color: #aaa !important }"),
    Plant("dark text in the dark", "dark: axe color-contrast", css="@media (prefers-color-scheme: dark) { main p { color: #444 !important } }"),
    Plant("a field without a label", "axe label", replace="</main>", by="<input></main>"),
    Plant("an inline script", "console: ", replace="</main>", by="<script>1</script></main>"),
    Plant("a style attribute", "console: ", replace="<main", by='<main style="color: inherit"'),
    Plant("a wide heading", "sideways at 320", css="h1 { min-width: 340px }"),
    Plant("a narrow column", "squeezed", css="main .lead { width: 30px; overflow-wrap: anywhere }"),
    Plant("a third row above", "3 rows of masthead", css=".masthead li:last-child { width: 100% }"),
    Plant("a low button", "lower than 44 px", css=".button { min-height: 0 !important; height: 30px }"),
    Plant("no first heading", "0 first headings", replace="<h1", by="<h4"),
    Plant("a stray end tag", "html unexpected-end-tag", replace="</main>", by="</b></main>"),
    Plant("an id twice", "the id main twice", replace="<footer", by='<footer id="main"'),
    Plant("a heavy page", "weighs", replace="</main>", by=f"<!--{'x' * 40_000}--></main>"),
    Plant("a picture", "loads 1 more of image", replace="</main>", by='<img src="/static/x/a.png" alt=""></main>'),
    Plant("another's page", "shows nothing", replace="<main", by="<main></main><main"),
]


def self_test(run):
    """What the suite overlooks, in words; none when it sees all of it."""
    overlooked = [plant.name for plant in PLANTS if not sees(run, plant)]
    if not notices_new_pages(run):
        overlooked.append("a page that nobody visits")
    if not notices_broken_journeys(run):
        overlooked.append("a withdrawal that does nothing")
    print(f"  {len(PLANTS) + 2 - len(overlooked)} of {len(PLANTS) + 2} planted faults seen", flush=True)
    return [f"overlooks {name}" for name in overlooked]


def sees(run, plant):
    reader = run.reader()
    reader.context.route("**/*", lambda route: spoil(route, plant))
    found = Eyes(reader.page).visit(f"{run.place.origin}/{TENANT}", SEEDED)
    reader.close()
    return any(plant.seen in fault for fault in found)


def spoil(route, plant):
    answer = route.fetch()
    body = answer.text()
    if route.request.url.endswith(".css"):
        body += plant.css
    elif plant.replace:
        body = body.replace(plant.replace, plant.by)
    route.fulfill(response=answer, body=body)


def notices_new_pages(run):
    whole, run.routes = run.routes, [("GET", "page", "/{tenant}/new")]
    noticed = len(run.unvisited()) == 1
    run.routes = whole
    return noticed


def notices_broken_journeys(run):
    reader = journeys.apply(run.reader())
    own = reader.path.removesuffix("/receipt")
    reader.page.route("**/withdrawal", lambda route: route.fulfill(status=303, headers={"location": own})
                      if route.request.method == "POST" else route.continue_())
    try:
        journeys.keep_and_withdraw(reader, run.place)
    except Missing:
        return True
    return False
