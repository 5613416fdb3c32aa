"""The site with constant answers beside it, and pages measured in turn with them."""

import os
import re
import signal
import statistics
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from daemon import free_port
from forms import FIELD, Page
from memory_use import rise

SECONDS = 2
CONNECTIONS = 32
FACTS = 5
FRESH = """
local number = 0
request = function()
    number = number + 1
    return wrk.format("GET", wrk.path .. "?fresh=" .. FIRST .. "-" .. number)
end
"""


class Site:
    """In a process of its own, with as many applicants as are wanted."""

    def __init__(self, binaries, data, candidates=400, more={}):
        os.mkdir(data)
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        environment = dict(os.environ, KOHORT_DATA=data, KOHORT_PORT=str(self.port), KOHORT_PLAIN_HTTP="true",
            KOHORT_LIMIT_FACTOR="1000000", **more)
        self.process = subprocess.Popen(
            [f"{binaries}/kohort-bench", "serve", "--candidates", str(candidates)], env=environment,
            stdout=subprocess.PIPE, text=True)
        self.facts = dict(self.process.stdout.readline().strip().split("=", 1) for _ in range(FACTS))
        while True:
            try:
                self.fetch("/livez")
                break
            except OSError:
                time.sleep(0.05)

    def fetch(self, path, headers={}):
        try:
            request = urllib.request.Request(self.base + path, headers=headers)
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as answer:
            raise SystemExit(f"{path}: {answer.status} {answer.read().decode()}")

    def sign_in(self, link):
        """The cookie that the link gives, as a browser gets it."""

        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        path = urllib.parse.urlparse(self.facts[link]).path
        page = Page(self.base, path.split("/")[1])
        request = urllib.request.Request(
            self.base + path, data=urllib.parse.urlencode({FIELD: page.token}).encode(),
            headers={"Origin": self.base, "Cookie": page.cookie})
        try:
            urllib.request.build_opener(Stay).open(request, timeout=30)
        except urllib.error.HTTPError as answer:
            return {"Cookie": answer.headers["Set-Cookie"].split(";")[0], "Accept-Language": "sv"}
        raise SystemExit("the link did not sign in")

    def rate(self, path, headers, script=None, connections=CONNECTIONS):
        command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s"]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        if script:
            command += ["-s", script]
        text = subprocess.run([*command, self.base + path], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in text or "Socket errors" in text:
            raise SystemExit(f"{path}: {text}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))

    def rise(self, path, headers):
        """By how many MB the process is larger at most while it answers than before."""
        return rise(self.process.pid, lambda: self.fetch(path, headers))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


class Comparison:
    """A page in turn with a constant answer of as many bytes, or with the same page asked for by nobody in particular."""

    def __init__(self, name, path, constant, headers={}, fresh=False, by_nobody=False):
        self.name, self.path, self.constant, self.headers, self.fresh = name, path, constant, headers, fresh
        self.by_nobody = by_nobody
        self.rates, self.ratios = [], []

    def warm_up(self, site):
        self.bytes = len(site.fetch(self.path, self.headers))

    def measure(self, site, folder):
        script = self.script(folder) if self.fresh else None
        ours = site.rate(self.path, self.headers, script)
        if self.by_nobody:
            other = site.rate(self.path, {}, self.script(folder) if self.fresh else None)
        else:
            other = site.rate(f"{self.constant}/{self.bytes}", self.headers, script)
        self.rates.append(ours)
        self.ratios.append(ours / other)

    def script(self, folder):
        path = os.path.join(folder, "fresh.lua")
        with open(path, "w") as file:
            file.write(FRESH.replace("FIRST", str(time.monotonic_ns())))
        return path

    def row(self):
        rate = f"{statistics.median(self.rates):,.0f} a second"
        return (f"{self.name} ({self.bytes:,} bytes)", spread(self.ratios, "{:.2f}"), rate)


def spread(values, form):
    low, middle, high = (form.format(value) for value in (min(values), statistics.median(values), max(values)))
    return f"{middle} ({low}–{high})"
