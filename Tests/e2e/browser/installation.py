"""An installation of its own with the demo, whose days can pass at a word: what tests sign in to."""

import os
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../.."))
sys.path.insert(0, os.path.join(HERE, "../durability"))

from daemon import Daemon  # noqa: E402
from moved_clock import MovedClock  # noqa: E402

TENANT = "norra-norrland"
"""The tenant in which a round runs from its first day."""
FRESH = "prov-norrland"
EMPLOYER = "ornskoldsvik"
"""The demo's call is open for so many days more."""
UNTIL_CLOSED = 25


class Installation:
    def __init__(self, folder, mode="debug"):
        self.folder = folder
        self.binary = os.path.join(ROOT, ".build", mode, "kohortd")
        self.tool = os.path.join(ROOT, ".build", mode, "kohort")
        self.data = os.path.join(folder, "data")
        os.makedirs(self.data)
        self.clock = MovedClock(folder)
        self.days = 0
        os.environ.update(self.clock.environment)
        self.daemon = self.begin()
        self.origin = self.daemon.origin

    def begin(self):
        """A daemon that answers. A port that was free a moment ago may be somebody else's by now: then on another."""
        for _ in range(3):
            daemon = Daemon(self.binary, self.data, under=self.clock.wrapper)
            try:
                return daemon.wait_until_ready()
            except SystemExit as ended:
                if "nobody listens on" not in str(ended):
                    raise
        raise SystemExit("no port of three was left to it")

    def travel(self, days):
        """Moves the daemon's wall clock to so many days from now."""
        self.days = days
        self.clock.move(days * 86400)

    def now(self):
        """The second that the daemon's wall clock shows."""
        return time.time() + self.days * 86_400

    def kohort(self, *arguments):
        environment = dict(
            os.environ, KOHORT_PORT=str(self.daemon.port), KOHORT_DATA=self.data, KOHORT_PLAIN_HTTP="true",
            KOHORT_LIMIT_FACTOR="1000")
        done = subprocess.run([self.tool, *arguments], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"kohort {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def links(self):
        """Fresh links by role: lead, coordinator, applicant."""
        return dict(line.split(None, 1) for line in self.kohort("demo", "links").strip().splitlines())

    def invite(self, tenant, role, organisation=None, language="sv", email=None):
        """A link for somebody new, or for somebody known by an address, who gets one role more."""
        at = ["--organisation", organisation] if organisation else []
        return self.kohort(
            "invite", "--tenant", tenant, "--email", email or f"{role}@{organisation or tenant}.example", "--name",
            role.capitalize(), "--role", role, "--language", language, "--link", *at).strip()

    def routes(self):
        """The route table: (method, reader, pattern) of each line."""
        folder = os.path.join(self.folder, "routes")
        os.makedirs(folder, exist_ok=True)
        environment = dict(os.environ, KOHORT_DATA=folder, KOHORT_PLAIN_HTTP="true")
        table = subprocess.run([self.binary, "routes"], env=environment, capture_output=True, text=True, check=True)
        return [tuple(line.split("\t")[:3]) for line in table.stdout.splitlines()]

    def stop(self):
        wrapper = self.daemon.process.pid
        with open(f"/proc/{wrapper}/task/{wrapper}/children") as children:
            for child in children.read().split():
                os.kill(int(child), signal.SIGTERM)
        self.daemon.process.wait(timeout=30)
        self.daemon.log.close()
