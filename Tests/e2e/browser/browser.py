"""Foreign eyes: every page of the route table and the journeys through them, in a real browser.

    browser.py [--self-test]
"""

import contextlib
import os
import re
import sys
import tempfile
import time

from playwright.sync_api import Error, sync_playwright

import faults
import journeys
from addresses import Addresses
from eyes import Eyes
from installation import EMPLOYER, FRESH, ROOT, TENANT, UNTIL_CLOSED, Installation
from reader import Missing, Reader

SEEDED = "Norr(a|lands)|Örnsköldsvik|Umeå|Almqvist|Trainee i |trainee@norra"
"""Something of the demo, which every page must show."""
OTHERS = {"/{tenant}/interest": "/ks/interest", "/{tenant}/interest/receipt": "/ks/interest/receipt"}
"""Addresses that the recruiting consortium does not have, and another has."""
ROOMS = {"/{tenant}/staff": "lead", "/{tenant}/employer": "coordinator", "/{tenant}/candidacies": "applicant"}


class Run:
    def __init__(self, chromium, place):
        self.chromium, self.place = chromium, place
        self.routes = place.routes()
        self.faults, self.visited, self.passed = [], set(), 0

    def reader(self, link=None, **options):
        reader = Reader(self.chromium, self.place.origin, **options)
        return reader.sign_in(link) if link else reader

    def journey(self, name, *steps):
        """Steps in order; the first that fails ends the journey."""
        begun = time.monotonic()
        try:
            for step in steps:
                step()
        except (Missing, Error) as problem:
            self.faults.append(f"{name}: {str(problem).splitlines()[0]}")
            print(f"  ✘ {name}", flush=True)
            return
        self.passed += 1
        print(f"  ✔ {name}, {time.monotonic() - begun:.1f} s", flush=True)

    def pages(self, role, reader, *starts):
        """Visits every page of a role's room that can be reached from here."""
        begun, seen = time.monotonic(), 0
        addresses = Addresses(self.routes, reader.fetch, self.place.origin).follow(*starts)
        eyes = Eyes(reader.page)
        for pattern in addresses.patterns:
            address = OTHERS.get(pattern) or addresses.example(pattern)
            if room(pattern) != role or address is None:
                continue
            seen += 1
            self.visited.add(pattern)
            found = self.page(eyes, reader, address)
            self.faults += [f"{pattern}: {fault}" for fault in found]
            self.passed += not found
        print(f"  {seen} pages of the {role}, {time.monotonic() - begun:.1f} s", flush=True)

    def page(self, eyes, reader, address):
        status, html = reader.fetch(address)
        if status != 200:
            return [f"{address} answers {status}"]
        return eyes.visit(self.place.origin + address, SEEDED) if html else []

    def unvisited(self):
        for method, audience, pattern in self.routes:
            if (method, audience) == ("GET", "page") and pattern not in self.visited:
                self.faults.append(f"{pattern}: nobody came to see it")


def room(pattern):
    return next((role for start, role in ROOMS.items() if pattern.startswith(start)), "public")


def first_day(run):
    """While the call is open."""
    links = run.place.links()
    run.journey("apply by mouse", lambda: journeys.keep_and_withdraw(journeys.apply(run.reader())))
    run.journey(
        "apply without scripts", lambda: journeys.keep_and_withdraw(journeys.apply(run.reader(scripts=False))))
    run.journey("apply by keyboard", lambda: journeys.by_keyboard(run.reader()))
    run.journey("demand and call", lambda: demand_and_call(run))
    run.pages("public", run.reader(), f"/{TENANT}", links["lead"].removeprefix(run.place.origin))
    run.visited.add("/static/{hash}/{name}")


def demand_and_call(run):
    """In a consortium whose round nobody has begun."""
    path = os.path.join(run.place.folder, "fresh.yaml")
    with open(os.path.join(ROOT, "config/consortia/norra-norrland.yaml"), encoding="utf-8") as file:
        definition = file.read().replace(f"slug: {TENANT}", f"slug: {FRESH}")
    today = time.time()
    days = {"demand": 20, "applications": 40, "ranking": 60, "hiring": 90}
    for name, day in days.items():
        date = time.strftime("%Y-%m-%d", time.localtime(today + day * 86400))
        definition = re.sub(rf"(\n      {name}: !assumed) \S+", rf"\1 {date}", definition)
    with open(path, "w", encoding="utf-8") as file:
        file.write(definition)
    run.place.kohort("tenant", "apply", path)
    coordinator = run.reader(run.place.invite(FRESH, "coordinator", EMPLOYER))
    journeys.state_demand(coordinator, f"/{FRESH}/employer/{EMPLOYER}")
    journeys.publish(run.reader(run.place.invite(FRESH, "lead")), f"/{FRESH}/staff/rounds/first-call")


def after_the_call(run):
    """When the deadline has passed: the employers choose, and applicants answer."""
    run.place.travel(UNTIL_CLOSED)
    time.sleep(1.1)
    links = run.place.links()
    lead, coordinator = run.reader(links["lead"]), run.reader(links["coordinator"])
    applicant = run.reader(links["applicant"])
    run.journey("release", lambda: journeys.release(lead))
    run.journey("pool to offers", lambda: journeys.choose_candidates(coordinator))
    home = applicant.path
    run.pages("applicant", applicant, home)
    run.journey("accept an offer", lambda: journeys.accept(applicant.open(home)))
    run.pages("lead", lead, f"/{TENANT}/staff")
    run.pages("coordinator", coordinator, f"/{TENANT}/employer/{EMPLOYER}")


@contextlib.contextmanager
def started():
    with tempfile.TemporaryDirectory(prefix="kohort-browser-") as folder, sync_playwright() as playwright:
        place = Installation(folder, os.environ.get("MODE", "debug"))
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield Run(chromium, place)
        finally:
            chromium.close()
            place.stop()


def main(arguments):
    with started() as run:
        if "--self-test" in arguments:
            faults.planted(run)
        first_day(run)
        after_the_call(run)
        run.unvisited()
        for fault in run.faults:
            print("FAILED:", fault)
        print(f"{run.passed} passed, {len(run.faults)} failed")
        return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
