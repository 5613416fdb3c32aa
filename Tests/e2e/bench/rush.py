"""The evening of a deadline: applications with a CV of 200 kB, 64 at once, in turn with bare rows of as many bytes; and
how another consortium is answered meanwhile."""

import os
import re
import shutil
import statistics
import subprocess
import time
from typing import NamedTuple

from application import BOUNDARY, TENANT, Application
from daemon import Daemon
from forms import Page
from neighbour import Neighbour
from pages import spread

CALLERS = 64
SECONDS = 5
ROUNDS = 5
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


def submissions(daemon, folder, run):
    """How many a second were acknowledged; any other answer ends the bench."""
    command = ["wrk", "-t1", f"-c{CALLERS}", f"-d{SECONDS}s", "--timeout", "30s", *script(folder, daemon.origin, run)]
    address = daemon.origin + "/norra-norrland/rounds/first-call/candidacies"
    text = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(text)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def inserts(binaries, folder):
    os.mkdir(folder)
    command = [f"{binaries}/kohort-bench", "blobs", "--folder", folder]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    shutil.rmtree(folder)
    return int(re.search(r"inserts=(\d+)", text).group(1))


class Round(NamedTuple):
    """Submissions a second, bare rows a second, and what another consortium's page and command take, in milliseconds:
    without a rush, and beside one of so many submissions a second."""

    rate: float
    alone: float
    quiet: list
    crowded: float
    beside: list


def rush(binaries, folder):
    data = f"{folder}/rush"
    os.mkdir(data)
    daemon = Daemon(f"{binaries}/kohortd", data, poll=0.02, more={"KOHORT_LIMIT_FACTOR": "1000000"})
    daemon.wait_until_ready()
    neighbour, rounds = Neighbour(daemon.origin), []
    try:
        for _ in range(ROUNDS):
            alone = inserts(binaries, f"{folder}/blobs")
            rate = submissions(daemon, folder, time.monotonic_ns())
            _, *quiet = neighbour.during(lambda: time.sleep(1))
            crowded, *beside = neighbour.during(lambda: submissions(daemon, folder, time.monotonic_ns()))
            rounds.append(Round(rate, alone, quiet, crowded, beside))
    finally:
        daemon.stop()
        shutil.rmtree(data)
    return [against_rows(rounds), *(beside_rush(rounds, at, deed) for at, deed in enumerate(["page", "command"]))]


def against_rows(rounds):
    name = "submissions with a CV of 200 kB by 64 callers to bare rows of as many bytes"
    rate = statistics.median(one.rate for one in rounds)
    return (name, spread([one.rate / one.alone for one in rounds], "{:.1f}"), f"{rate:,.0f} a second")


def beside_rush(rounds, at, deed):
    """What one caller of another consortium waits, as a share of what each of the rush's callers waits."""
    waits = [one.beside[at] for one in rounds]
    quiet = statistics.median(one.quiet[at] for one in rounds)
    return (
        f"another consortium's {deed} beside that rush, to what the rush's own callers wait",
        spread([one.beside[at] / (CALLERS / one.crowded * 1000) for one in rounds], "{:.2f}"),
        f"{statistics.median(waits):.1f} ms; {quiet:.1f} without the rush")
