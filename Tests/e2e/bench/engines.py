"""The same loads on SQLite and on PostgreSQL, in turn and in one run; nothing here passes or fails.

    Tests/e2e/with-postgres engines.py FOLDER-OF-RELEASE-BINARIES

The binaries are built with the trait `PostgreSQL` and serve both. Server, client and database share the machine, and both
engines sync what they acknowledge (`KOHORT_POSTGRES_FSYNC=on` for the server's start).
"""

import os
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

from bench import ROUNDS, TENANT  # noqa: E402
from drafts import drafts  # noqa: E402
from pages import Site, spread  # noqa: E402
from rush import submissions  # noqa: E402

def reads(site):
    """What is asked of both, each by its name."""
    token, employer = ({"Authorization": f"Bearer {site.facts[name]}"} for name in ("token", "employer"))
    lead, api = site.sign_in("lead"), TENANT + "/api/v1"
    return {
        "public vacancy page, kept": (f"{TENANT}/vacancies/{site.facts['vacancy']}", {}),
        "staff's pool page of 50 of 400": (TENANT + "/staff/rounds/first-call/candidacies", lead),
        "journal page": (TENANT + "/staff/journal", lead),
        "results page": (TENANT + "/report", lead),
        "JSON of one round, by token": (api + "/rounds/first-call", token),
        "JSON pool page of 50 of 400, by token": (api + "/employers/ornskoldsvik/pool?round=first-call", employer),
        "JSON list of 50 events, by token": (api + "/events?limit=50", token),
    }


def main(binaries):
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.path.dirname(os.path.abspath(binaries))) as folder:
        sites = [
            Site(binaries, f"{folder}/sqlite"),
            Site(binaries, f"{folder}/postgres", more={"KOHORT_POSTGRES_ADDRESS": os.environ["KOHORT_TEST_POSTGRES"]})]
        try:
            rows = compared(sites, folder)
        finally:
            for site in sites:
                site.stop()
    print(f"median of {ROUNDS} rounds (least–most); {os.cpu_count()} cores; {time.monotonic() - start:.0f} s in all\n")
    print("| what | SQLite, a second | PostgreSQL, a second | PostgreSQL to SQLite |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def compared(sites, folder):
    asked = [reads(site) for site in sites]
    loads = {
        name: [lambda site=site, path=one[name]: site.rate(*path) for site, one in zip(sites, asked)] for name in asked[0]}
    loads["drafts by JSON, 64 callers"] = [lambda site=site: drafts(site, folder) for site in sites]
    loads["submissions with a CV of 200 kB, 64 callers"] = [
        lambda site=site: submissions(site.base, folder) for site in sites]
    rates = {name: [] for name in loads}
    for _ in range(ROUNDS):
        for name, sides in loads.items():
            rates[name].append([side() for side in sides])
    return [
        (name, *(f"{statistics.median(side):,.0f}" for side in zip(*pairs)),
         spread([other / own for own, other in pairs], "{:.2f}"))
        for name, pairs in rates.items()]


if __name__ == "__main__":
    main(sys.argv[1])
