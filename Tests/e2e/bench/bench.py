"""Speed as ratios, measured in one run on loopback; nothing here passes or fails.

    bench.py FOLDER-OF-RELEASE-BINARIES [TENANTS]

Each page is measured in turn with a constant answer of as many bytes, which goes the same way up to its handler, and
commands in turn with bare durable inserts. The client shares the machine with the server: read ratios, not rates.
With a number of TENANTS only those are made, opened and visited.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

from daemon import Daemon  # noqa: E402
from drafts import drafts  # noqa: E402
from pages import Comparison, Site, spread  # noqa: E402
from rush import rush  # noqa: E402
from slow_disk import SLOWLY, slow_syncs  # noqa: E402
from strangers import strangers  # noqa: E402

ROUNDS = 5
TENANT = "/norra-norrland"
PAGE, API = TENANT + "/constant", TENANT + "/api/v1/constant"


def comparisons(site):
    facts = site.facts
    vacancy, round = f"{TENANT}/vacancies/{facts['vacancy']}", f"{TENANT}/api/v1/rounds/first-call"
    coordinator, lead = site.sign_in("link"), site.sign_in("lead")
    token, employer = ({"Authorization": f"Bearer {facts[name]}"} for name in ("token", "employer"))
    return [
        Comparison("public vacancy page, kept", vacancy, PAGE),
        Comparison("public vacancy page, made anew", vacancy, PAGE, fresh=True),
        Comparison("that page made anew, signed in, to the same by nobody", vacancy, PAGE, lead, True, by_nobody=True),
        Comparison("constant answer, signed in, to the same by nobody", PAGE + "/2500", PAGE, lead, by_nobody=True),
        Comparison("constant JSON, by token, to the same by nobody", API + "/2500", API, token, by_nobody=True),
        Comparison("employer's pool page of 50 of 400", TENANT + "/employer/ornskoldsvik/pool", PAGE, coordinator),
        Comparison("staff's pool page of 50 of 400", TENANT + "/staff/rounds/first-call/candidacies", PAGE, lead),
        Comparison("journal page", TENANT + "/staff/journal", PAGE, lead),
        Comparison("results page", TENANT + "/report", PAGE, lead),
        Comparison("JSON of one vacancy, kept", f"{TENANT}/api/v1/vacancies/{facts['vacancy']}", API),
        Comparison("JSON of one round, by token", round, API, token),
        Comparison("JSON of the funnel, by token", TENANT + "/api/v1/reports/funnel?round=first-call", API, token),
        Comparison("JSON pool page of 50 of 400, by token", f"{TENANT}/api/v1/employers/ornskoldsvik/pool?round=first-call", API, employer),
        Comparison("JSON list of 50 events, by token", TENANT + "/api/v1/events?limit=50", API, token),
    ]


def answers(binaries, folder):
    site = Site(binaries, f"{folder}/data")
    try:
        rows = comparisons(site)
        for row in rows:
            row.warm_up(site)
        for _ in range(ROUNDS):
            for row in rows:
                row.measure(site, folder)
        made = [drafts(site, folder) for _ in range(ROUNDS)]
        return [*(row.row() for row in rows), ("drafts by JSON and 64 callers", spread(made, "{:,.0f}"), "a second")]
    finally:
        site.stop()


def pools(binaries, folder):
    """The same page of a pool of 400 and of one of 4,000, in turn; and what memory the file of all applicants takes."""
    path = TENANT + "/staff/rounds/first-call/candidacies"
    small, large = Site(binaries, f"{folder}/400"), Site(binaries, f"{folder}/4000", 4000)
    try:
        few, many = small.sign_in("lead"), large.sign_in("lead")
        rates = [(small.rate(path, few), large.rate(path, many)) for _ in range(ROUNDS)]
        rate = statistics.median(many for _, many in rates)
        ratios = [many / few for few, many in rates]
        page = ("staff's pool page of 50 of 4,000 to that of 400", spread(ratios, "{:.2f}"), f"{rate:,.0f} a second")
        return [page, export(small, few, large, many)]
    finally:
        small.stop()
        large.stop()


def export(small, few, large, many):
    """How far memory rises while all applicants are written as CSV, of 4,000 beside 400; each has been read once before."""
    path = TENANT + "/staff/rounds/first-call/candidacies.csv"
    rises = [(small.rise(path, few), large.rise(path, many)) for _ in range(1 + ROUNDS)][1:]
    size = len(large.fetch(path, many))
    name = f"memory that a CSV of 4,000 ({size:,} bytes) takes while it is written, beside that of 400"
    return (name, spread([many for _, many in rises], "{:.1f}"), f"{statistics.median(few for few, _ in rises):.1f} MB")


def in_process(binaries, folder, more={}):
    """Bare inserts, commands, bare reads and queries a second, of each round."""
    os.mkdir(folder)
    text = subprocess.run(
        [f"{binaries}/kohort-bench", "commands", "--folder", folder, "--rounds", str(ROUNDS)],
        capture_output=True, text=True, check=True, env=dict(os.environ, **more)).stdout
    return zip(*([int(rate) for rate in re.findall(r"=(\d+)", line)[1:]] for line in text.splitlines()))


def commands(binaries, folder):
    inserts, commands, reads, queries = in_process(binaries, f"{folder}/bare")
    slow_inserts, slow_commands, *_ = in_process(binaries, f"{folder}/slowly", slow_syncs(folder))
    name = "commands by 64 callers to bare durable inserts"
    return [
        against(name, commands, inserts, "{:.1f}"),
        against(name + SLOWLY, slow_commands, slow_inserts, "{:.0f}"),
        against("queries by 64 callers, a right looked up, to prepared reads on one thread", queries, reads, "{:.2f}"),
        ("those prepared reads", f"{statistics.median(reads):,.0f}", "a second"),
        ("those bare inserts, each durable before the next", f"{statistics.median(inserts):,.0f}", "a second"),
    ]


def against(name, rates, others, form):
    ratios = [rate / other for rate, other in zip(rates, others)]
    return (name, spread(ratios, form), f"{statistics.median(rates):,.0f} a second")


def daemon(binaries, data):
    """Its start with three tenants filled, and what of memory is its own, before and after each has been visited."""
    starts, idle, visited = [], [], []
    for _ in range(ROUNDS):
        start = time.monotonic()
        running = Daemon(f"{binaries}/kohortd", data, words=(), poll=0.002).wait_until_ready(60)
        starts.append((time.monotonic() - start) * 1000)
        idle.append(memory(running.process.pid))
        for tenant in ["norra-norrland", "ks", "romerike"]:
            for _ in range(50):
                urllib.request.urlopen(f"{running.origin}/{tenant}", timeout=10).read()
        visited.append(memory(running.process.pid))
        running.stop()
    return [
        ("daemon from exec to ready, three tenants", spread(starts, "{:.0f}"), "ms"),
        ("memory of its own when ready", spread(idle, "{:.0f}"), "MB (PSS)"),
        ("and after 50 visits to each tenant", spread(visited, "{:.0f}"), "MB (PSS)"),
    ]


def memory(process):
    with open(f"/proc/{process}/smaps_rollup") as file:
        return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.MULTILINE).group(1)) / 1024


def tenants(binaries, folder, count):
    """Many tenants in one data folder: made, opened one after the other, and visited with 50 held open."""
    data = f"{folder}/tenants"
    os.mkdir(data)
    text = subprocess.run(
        [f"{binaries}/kohort-bench", "tenants", "--count", str(count)], capture_output=True, text=True, check=True,
        env=dict(os.environ, KOHORT_DATA=data, KOHORT_PLAIN_HTTP="true")).stdout
    facts = dict(line.split("=", 1) for line in text.splitlines())
    disk = int(subprocess.run(["du", "-sk", data], capture_output=True, text=True, check=True).stdout.split()[0])
    touches = [facts[name].split() for name in ("first_touch_ms", "touch_ms")]
    return [
        (f"{count:,} tenants made", facts["made_per_second"], "a second"),
        ("and migrated, a table and an index more", facts["migrated_per_second"], "a second"),
        ("and opened one after the other, schema looked at", facts["opened_per_second"], "a second"),
        ("visit that wakes one, median (99 of 100)", f"{touches[0][0]} ({touches[0][1]})", "ms"),
        ("visit to one that is awake", f"{touches[1][0]} ({touches[1][1]})", "ms"),
        ("descriptors and memory with 50 held open", f"{facts['descriptors']}, {facts['memory_mb']}", "files, MB (PSS)"),
        ("disk of one that has its definition only", f"{disk / count:,.0f}", "kB"),
    ]


def main(binaries, count=None):
    start = time.monotonic()
    # On the checkout's own disk: a temporary folder may lie in memory, where a sync costs nothing.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.path.dirname(os.path.abspath(binaries))) as folder:
        if count:
            rows = tenants(binaries, folder, int(count))
        else:
            rows = rush(binaries, folder) + answers(binaries, folder) + pools(binaries, folder)
            rows += commands(binaries, folder) + daemon(binaries, f"{folder}/data")
            rows += strangers(binaries, folder)
    print(f"median of {ROUNDS} rounds (least–most); {os.cpu_count()} cores; {time.monotonic() - start:.0f} s in all\n")
    print("| what | ratio or figure | |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main(*sys.argv[1:])
