"""The evening of a deadline: applications with a CV of 200 kB, 64 at once, in turn with bare rows of as many bytes and
with the same forms of which nothing is made; how another consortium is answered meanwhile; and all that on a disk that
takes its time."""

import os
import re
import statistics
import subprocess
import time
from typing import NamedTuple

from application import BOUNDARY, CALL, TENANT, Application
from forms import Page
from neighbour import Neighbour
from pages import Site, spread
from slow_disk import SLOWLY, slow_syncs

CALLERS = 64
SECONDS = 4
ROUNDS = 5
RECEIVED = f"/{TENANT}/received"
# Every request is an applicant and a file of its own: the address and the file's end are counted up.
SUBMIT = """
local body = io.open("BODY", "rb"):read("*a")
local before, between, after = body:match("^(.-)EMAIL(.-)STAMP(.*)$")
local number = 0
request = function()
    number = number + 1
    local own = string.format("RUN%010d", number)
    return wrk.format("POST", nil, nil, before .. own .. between .. own .. after)
end
"""


def script(folder, origin, run):
    """What `wrk` sends: an application cut where it differs."""
    application = Application()
    application.email = "EMAIL@people.example"
    application.cv = application.cv[:-1] + b"STAMP\n"
    page = Page(origin, TENANT)
    body, lua = f"{folder}/body", f"{folder}/submit.lua"
    with open(body, "wb") as file:
        file.write(application.body(page))
    with open(lua, "w") as file:
        file.write(SUBMIT.replace("BODY", body).replace("RUN", f"r{run}x"))
    headers = [f"Origin: {origin}", f"Cookie: {page.cookie}", f"Content-Type: multipart/form-data; boundary={BOUNDARY}"]
    return [word for header in headers for word in ("-H", header)] + ["-s", lua]


def submissions(origin, folder, path=CALL):
    """How many a second were acknowledged; any other answer ends the bench."""
    words = script(folder, origin, time.monotonic_ns())
    command = ["wrk", "-t1", f"-c{CALLERS}", f"-d{SECONDS}s", "--timeout", "30s", *words, origin + path]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(text)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def inserts(binaries, folder, more):
    """Bare rows a second. They stay until the bench ends: a file system may look long for a place among the names that
    were removed just now."""
    rows = f"{folder}/rows-{time.monotonic_ns()}"
    os.mkdir(rows)
    command = [f"{binaries}/kohort-bench", "blobs", "--folder", rows]
    text = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ, **more)).stdout
    return int(re.search(r"inserts=(\d+)", text).group(1))


class Round(NamedTuple):
    """Submissions, the same forms only received, and bare rows a second."""

    rate: float
    received: float
    alone: float


def measure(binaries, folder, site, more={}):
    return Round(
        submissions(site.base, folder), submissions(site.base, folder, RECEIVED), inserts(binaries, folder, more))


class Beside(NamedTuple):
    """What another consortium's page and command take, in milliseconds: without a rush, and beside one of so many
    submissions a second."""

    quiet: list
    rate: float
    beside: list


def disturb(neighbour, folder, site):
    _, *quiet = neighbour.during(lambda: time.sleep(1))
    rate, *beside = neighbour.during(lambda: submissions(site.base, folder))
    return Beside(quiet, rate, beside)


def rush(binaries, folder):
    site = Site(binaries, f"{folder}/rush")
    try:
        neighbour = Neighbour(site.base)
        rounds = [(measure(binaries, folder, site), disturb(neighbour, folder, site)) for _ in range(ROUNDS)]
    finally:
        site.stop()
    measured, disturbed = zip(*rounds)
    return [
        *against_rows("", measured), *against_rows(SLOWLY, slow(binaries, folder)),
        *(beside_rush(disturbed, at, deed) for at, deed in enumerate(["page", "command"]))]


def slow(binaries, folder):
    """The rounds on a disk whose every sync takes so much longer."""
    more = slow_syncs(folder)
    site = Site(binaries, f"{folder}/slow", more=more)
    try:
        return [measure(binaries, folder, site, more) for _ in range(ROUNDS)]
    finally:
        site.stop()


def against_rows(disk, rounds):
    bare = f"to bare rows of as many bytes{disk}"
    names = {
        "rate": f"submissions with a CV of 200 kB by 64 callers {bare}",
        "received": f"the same forms received, each file durable, and nothing made of them, {bare}"}
    return [
        (name, spread([getattr(one, rate) / one.alone for one in rounds], "{:.1f}"),
         f"{statistics.median(getattr(one, rate) for one in rounds):,.0f} a second")
        for rate, name in names.items()]


def beside_rush(rounds, at, deed):
    """What one caller of another consortium waits, as a share of what each of the rush's callers waits."""
    waits = [one.beside[at] for one in rounds]
    quiet = statistics.median(one.quiet[at] for one in rounds)
    return (
        f"another consortium's {deed} beside that rush, to what the rush's own callers wait",
        spread([one.beside[at] / (CALLERS / one.rate * 1000) for one in rounds], "{:.2f}"),
        f"{statistics.median(waits):.1f} ms; {quiet:.1f} without the rush")
