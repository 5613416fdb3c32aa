"""SIGKILL while submissions are unanswered: every acknowledged one is there afterwards, with its file.

    kill.py KOHORTD [ROUNDS]
"""

import glob
import hashlib
import http.client
import random
import sqlite3
import sys
import tempfile
import threading
import time

from application import Application
from daemon import Daemon

CALLERS = 24
ENOUGH = 8


class Storm:
    """Callers who submit one application after another until the daemon is gone."""

    def __init__(self, daemon):
        self.daemon = daemon
        self.lock = threading.Lock()
        self.unanswered = 0
        self.acknowledged = []
        self.refused = []
        self.threads = [threading.Thread(target=self.submit, daemon=True) for _ in range(CALLERS)]

    def submit(self):
        while True:
            application = Application()
            with self.lock:
                self.unanswered += 1
            try:
                status = application.send(self.daemon.port, self.daemon.origin)
            except (OSError, http.client.HTTPException):
                return
            with self.lock:
                self.unanswered -= 1
                (self.acknowledged if status in (200, 201, 303) else self.refused).append((application, status))

    def rage(self):
        for thread in self.threads:
            thread.start()
        time.sleep(random.uniform(0.2, 1.2))
        with self.lock:
            unanswered = self.unanswered
            self.daemon.kill()
        for thread in self.threads:
            thread.join()
        return unanswered


def missing(data, acknowledged):
    """The acknowledged applications that are not there whole."""
    (path,) = [p for p in glob.glob(f"{data}/tenants/*/*/tenant.sqlite") if is_recruiting(p)]
    database = sqlite3.connect(path)
    rows = database.execute(
        "select c.email, d.hash from candidacy c join candidacy_document d on d.candidacy = c.id where c.state = 'submitted'")
    kept = dict(rows.fetchall())
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    database.close()
    folder = path.rsplit("/", 1)[0]
    return [a.email for a, _ in acknowledged if kept.get(a.email) != a.hash or not whole(folder, a.hash)]


def is_recruiting(path):
    with sqlite3.connect(path) as database:
        return database.execute("select count(*) from candidacy").fetchone()[0] > 0


def whole(folder, digest):
    try:
        with open(f"{folder}/files/{digest[:2]}/{digest}", "rb") as file:
            return hashlib.sha256(file.read()).hexdigest() == digest
    except FileNotFoundError:
        return False


def main(binary, rounds):
    failures = []
    crowded = total = 0
    with tempfile.TemporaryDirectory(prefix="kohort-kill-") as data:
        Daemon(binary, data).wait_until_ready(300).stop()
        for number in range(rounds):
            storm = Storm(Daemon(binary, data).wait_until_ready())
            unanswered = storm.rage()
            crowded += unanswered >= ENOUGH
            total += len(storm.acknowledged)
            if storm.refused:
                failures.append(f"round {number}: refused with {storm.refused[0][1]}")
            lost = missing(data, storm.acknowledged)
            if lost:
                failures.append(f"round {number}: {len(lost)} acknowledged were lost")
            print(f"kill {number + 1}: {unanswered} unanswered, {len(storm.acknowledged)} acknowledged, {len(lost)} lost", flush=True)
        code = Daemon(binary, data).wait_until_ready().stop()
        if code != 0:
            failures.append(f"the last stop ended with {code}")
    if crowded < rounds:
        failures.append(f"only {crowded} of {rounds} kills fell on {ENOUGH} unanswered submissions or more")
    if total == 0:
        failures.append("nothing was ever acknowledged: nothing was tested")
    for failure in failures:
        print("FAILED:", failure)
    print(f"{rounds - min(rounds, len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20))
