"""Speed as ratios, measured in one run on loopback; nothing here passes or fails.

    bench.py FOLDER-OF-RELEASE-BINARIES

Each page is measured in turn with a constant answer of as many bytes, which goes the same way up to its handler, and
commands in turn with bare durable inserts. The client shares the machine with the server: read ratios, not rates.
"""

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

from daemon import Daemon, free_port  # noqa: E402

ROUNDS = 5
SECONDS = 2
CONNECTIONS = 32
TENANT = "/norra-norrland"
FRESH = """
local number = 0
request = function()
    number = number + 1
    return wrk.format("GET", wrk.path .. "?fresh=" .. FIRST .. "-" .. number)
end
"""


class Bench:
    """The site with constant answers beside it, in a process of its own."""

    def __init__(self, binaries, data):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        environment = dict(os.environ, KOHORT_DATA=data, KOHORT_PORT=str(self.port), KOHORT_PLAIN_HTTP="true",
            KOHORT_LIMIT_FACTOR="1000000")
        self.process = subprocess.Popen(
            [f"{binaries}/kohort-bench", "serve"], env=environment, stdout=subprocess.PIPE, text=True)
        self.facts = dict(self.process.stdout.readline().strip().split("=", 1) for _ in range(3))
        while True:
            try:
                self.fetch("/livez")
                break
            except OSError:
                time.sleep(0.05)

    def fetch(self, path, headers={}):
        with urllib.request.urlopen(urllib.request.Request(self.base + path, headers=headers), timeout=30) as answer:
            return answer.read()

    def sign_in(self):
        """The cookie that the link gives, as a browser gets it."""

        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        request = urllib.request.Request(
            self.base + urllib.parse.urlparse(self.facts["link"]).path, data=b"", headers={"Origin": self.base})
        try:
            urllib.request.build_opener(Stay).open(request, timeout=30)
        except urllib.error.HTTPError as answer:
            return answer.headers["Set-Cookie"].split(";")[0]
        raise SystemExit("the link did not sign in")

    def rate(self, path, headers, script=None):
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        if script:
            command += ["-s", script]
        text = subprocess.run([*command, self.base + path], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in text or "Socket errors" in text:
            raise SystemExit(f"{path}: {text}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


class Comparison:
    def __init__(self, name, path, constant, headers={}, fresh=False):
        self.name, self.path, self.constant, self.headers, self.fresh = name, path, constant, headers, fresh
        self.rates, self.ratios = [], []

    def measure(self, bench, folder):
        self.bytes = len(bench.fetch(self.path, self.headers))
        script = self.script(folder) if self.fresh else None
        ours = bench.rate(self.path, self.headers, script)
        constant = bench.rate(f"{self.constant}/{self.bytes}", self.headers, script)
        self.rates.append(ours)
        self.ratios.append(ours / constant)

    def script(self, folder):
        path = os.path.join(folder, "fresh.lua")
        with open(path, "w") as file:
            file.write(FRESH.replace("FIRST", str(time.monotonic_ns())))
        return path

    def row(self):
        return (f"{self.name} ({self.bytes:,} bytes)", spread(self.ratios, "{:.2f}"), f"{statistics.median(self.rates):,.0f} a second")


def spread(values, form):
    low, middle, high = (form.format(value) for value in (min(values), statistics.median(values), max(values)))
    return f"{middle} ({low}–{high})"


def answers(binaries, data, folder):
    bench = Bench(binaries, data)
    try:
        facts, page, api = bench.facts, TENANT + "/constant", TENANT + "/api/v1/constant"
        vacancy = f"{TENANT}/vacancies/{facts['vacancy']}"
        cookie = {"Cookie": bench.sign_in(), "Accept-Language": "sv"}
        token = {"Authorization": f"Bearer {facts['token']}"}
        pool = TENANT + "/employer/ornskoldsvik/pool"
        comparisons = [
            Comparison("public vacancy page, kept", vacancy, page),
            Comparison("public vacancy page, made anew", vacancy, page, fresh=True),
            Comparison("pool page of 50 of 400, signed in", pool, page, cookie),
            Comparison("JSON of one vacancy", f"{TENANT}/api/v1/vacancies/{facts['vacancy']}", api),
            Comparison("JSON list of 50 events, by token", TENANT + "/api/v1/events?limit=50", api, token),
        ]
        for _ in range(ROUNDS):
            for comparison in comparisons:
                comparison.measure(bench, folder)
        return [comparison.row() for comparison in comparisons]
    finally:
        bench.stop()


def commands(binaries, folder):
    text = subprocess.run(
        [f"{binaries}/kohort-bench", "commands", "--folder", folder, "--rounds", str(ROUNDS)], capture_output=True,
        text=True, check=True).stdout
    rounds = [(int(a), int(b)) for a, b in re.findall(r"inserts=(\d+) commands=(\d+)", text)]
    rate = statistics.median(commands for _, commands in rounds)
    ratios = [commands / inserts for inserts, commands in rounds]
    return ("commands by 64 callers to bare durable inserts", spread(ratios, "{:.1f}"), f"{rate:,.0f} a second")


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


def main(binaries):
    start = time.monotonic()
    # On the checkout's own disk: a temporary folder may lie in memory, where a sync costs nothing.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=os.path.dirname(os.path.abspath(binaries))) as folder:
        data, bare = f"{folder}/data", f"{folder}/bare"
        os.mkdir(data)
        os.mkdir(bare)
        rows = answers(binaries, data, folder) + [commands(binaries, bare)] + daemon(binaries, data)
    print(f"median of {ROUNDS} rounds (least–most); {os.cpu_count()} cores; {time.monotonic() - start:.0f} s in all\n")
    print("| what | ratio or figure | |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main(sys.argv[1])
