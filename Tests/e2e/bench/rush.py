"""The evening of a deadline: applications with a CV of 200 kB, 64 at once, in turn with bare rows of as many bytes."""

import os
import re
import shutil
import subprocess
import time

from application import BOUNDARY, TENANT, Application
from daemon import Daemon
from forms import Page
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


def rush(binaries, folder):
    data = f"{folder}/rush"
    os.mkdir(data)
    daemon = Daemon(f"{binaries}/kohortd", data, poll=0.02, more={"KOHORT_LIMIT_FACTOR": "1000000"})
    daemon.wait_until_ready()
    rates, ratios = [], []
    try:
        for number in range(ROUNDS):
            alone = inserts(binaries, f"{folder}/blobs")
            rates.append(submissions(daemon, folder, f"{number}-{time.monotonic_ns()}"))
            ratios.append(rates[-1] / alone)
    finally:
        daemon.stop()
        shutil.rmtree(data)
    name = "submissions with a CV of 200 kB by 64 callers to bare rows of as many bytes"
    return (name, spread(ratios, "{:.1f}"), f"{sorted(rates)[len(rates) // 2]:,.0f} a second")
