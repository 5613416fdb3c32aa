"""Two that do the same in turn: times, rates, and the memory that it takes."""

import http.client
import os
import re
import shlex
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.request

from daemon import free_port
from pages import FRESH, spread


class Pair:
    """Each side does something so many times in a round; what counts is the median of a round, in milliseconds."""

    unit = "ms"

    def __init__(self, name, theirs, ours):
        self.name, self.sides = name, (theirs, ours)
        self.times, self.bytes = [], ["", ""]

    def warm_up(self):
        for at, (_, act) in enumerate(self.sides):
            content = act()
            if content:
                self.bytes[at] = f", {len(content):,} bytes"

    def measure(self):
        self.add(*(statistics.median(taken(act) for _ in range(count)) for count, act in self.sides))

    def add(self, theirs, ours):
        self.times.append((theirs, ours))

    def row(self):
        sides = [[pair[at] for pair in self.times] for at in (0, 1)]
        texts = [spread(side, form(side)) + f" {self.unit}{size}" for side, size in zip(sides, self.bytes)]
        return (self.name, *texts, spread(self.ratios(), form(self.ratios())))

    def ratios(self):
        return [theirs / ours for theirs, ours in self.times]


class Rates(Pair):
    """A page as fast as it comes to four callers, by `wrk`."""

    unit = "a second"
    seconds = 2

    def __init__(self, name, theirs, ours, fresh=False):
        self.addresses, self.fresh = (theirs, ours), fresh
        super().__init__(name, *((1, lambda address=address: fetch(address)) for address in (theirs, ours)))

    def measure(self):
        theirs, ours = self.addresses
        self.add(self.rate(theirs), self.rate(ours, self.fresh))

    def rate(self, address, fresh=False):
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
            file.write(FRESH.replace("FIRST", str(time.monotonic_ns())) if fresh else "")
            file.flush()
            command = ["wrk", "-t1", "-c4", f"-d{self.seconds}s", "-s", file.name, address]
            text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in text:
            raise SystemExit(f"{address}: {text}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))

    def ratios(self):
        return [ours / theirs for theirs, ours in self.times]


def fetch(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


def taken(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def form(values):
    middle = statistics.median(values)
    return "{:,.0f}" if middle >= 20 else "{:.1f}" if middle >= 2 else "{:.2f}"


def until_answer(command, path):
    """Starts a server on a port of its own: how many milliseconds until it answers; then it is stopped."""
    port, start = free_port(), time.monotonic()
    words = shlex.split(command.format(port=port))
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                fetch(f"http://127.0.0.1:{port}{path}")
                return (time.monotonic() - start) * 1000
            except OSError:
                if process.poll() is not None or time.monotonic() - start > 60:
                    raise
                time.sleep(0.002)
    finally:
        process.terminate()
        process.wait(timeout=30)


def tree(process):
    """A process and all that come from it."""
    found = [process]
    for task in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{task}/children") as file:
            for child in file.read().split():
                found += tree(int(child))
    return found


def memory(processes):
    """What is their own, with all that come from them (PSS), in MB."""
    total = 0
    for process in {one for root in processes for one in tree(root)}:
        with open(f"/proc/{process}/smaps_rollup") as file:
            total += int(re.search(r"^Pss:\s+(\d+)", file.read(), re.MULTILINE).group(1))
    return total / 1024


class Peaks:
    """The most memory that was seen while something ran, looked at twenty times a second."""

    def __init__(self, processes):
        self.processes = processes

    def during(self, name, count, act):
        before, seen, done = memory(self.processes), [], threading.Event()
        watch = threading.Thread(target=self.look, args=(seen, done))
        watch.start()
        times, content = [], None
        try:
            for _ in range(count):
                start = time.perf_counter()
                content = act()
                times.append(time.perf_counter() - start)
            result = f"{spread(times, '{:.2f}')} s, {len(content):,} bytes"
        except (OSError, http.client.HTTPException, SystemExit) as failure:
            result = f"failed after {time.perf_counter() - start:.0f} s: {failure or type(failure).__name__}"
        finally:
            done.set()
            watch.join()
        return f"{name}: {result}; memory {before:.0f} MB, at most {max(seen, default=before):.0f} MB"

    def look(self, seen, done):
        while not done.wait(0.05):
            try:
                seen.append(memory(self.processes))
            except OSError:
                # One of them ended while it was looked at.
                continue
