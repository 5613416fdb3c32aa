"""The wall clock jumps a day forward and an hour back under the running daemon: what has had its time is over, what has not
goes on, nothing is lost or out of order, and nobody crashes.

    clock.py FOLDER-OF-BINARIES
"""

import http.client
import os
import signal
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
from trial import TENANT, Trial, ask, tried  # noqa: E402
from application import Application  # noqa: E402
from callers import CALL  # noqa: E402
from forms import FIELD, Page  # noqa: E402
from books import FolderBooks  # noqa: E402
from moved_clock import MovedClock  # noqa: E402

HOUR = 3600


class Jumps(Trial):
    def __init__(self, installations):
        clock = MovedClock(installations.folder)
        self.jump = clock.move
        super().__init__(installations, clock.wrapper, clock.environment)

    def run(self):
        unused, cookie = self.link("unused"), self.sign_in(self.link("first"))
        self.check(self.signed_in(cookie), "signed in")
        self.work("before")
        self.jump(24 * HOUR + 60)
        self.check(not self.signed_in(cookie), "a day on the session is over")
        self.check(self.sign_in(unused) is None, "and so is a link of a day before")
        self.work("a day on")
        later = self.sign_in(self.link("first"))
        self.check(self.signed_in(later), "a new link signs in")
        self.jump(23 * HOUR)
        self.check(self.signed_in(later), "an hour back the session holds")
        self.check(self.sign_in(self.link("first")) is not None, "a new link signs in")
        self.work("an hour back")
        time.sleep(3)
        self.check(self.get("/readyz")[0] == 200, "the daemon is ready")
        self.in_order()
        self.check(self.stop() == 0, "the daemon stops in order")
        self.check("Fatal error" not in self.daemon.last_words(), "and never crashed")

    def stop(self):
        """The wrapper would keep the signal for itself."""
        wrapper = self.daemon.process.pid
        with open(f"/proc/{wrapper}/task/{wrapper}/children") as children:
            for child in children.read().split():
                os.kill(int(child), signal.SIGTERM)
        return self.daemon.process.wait(timeout=30)

    def work(self, when):
        """A command of each kind."""
        self.check(self.raise_matter(self.ground.lead) == 201, f"{when}: a command")
        status = Application(20_000, CALL, self.ground.demand).send(self.daemon.port, self.daemon.origin)
        self.check(status == 303, f"{when}: an application: {status}")
        sent = {"payer": "home", "cohort": self.ground.cohort}
        draft = self.ground.post("/drafts", sent)["id"]
        number = self.ground.post(f"/drafts/{draft}/issue")["number"]
        credit = self.ground.post(f"/invoices/{draft}/credit-notes", {"reopens": True})["number"]
        print(f"{when}: {number} and {credit}")

    def link(self, name):
        words = ("--email", f"{name}@office.example", "--name", name.title(), "--role", "lead", "--link")
        return self.tool("invite", "--tenant", TENANT, *words)["link"]

    def form(self, path):
        page = Page(self.daemon.origin, TENANT)
        connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.daemon.origin,
                   "Cookie": page.cookie}
        connection.request("POST", path, urllib.parse.urlencode({FIELD: page.token}), headers)
        answer = connection.getresponse()
        answer.read()
        return answer

    def sign_in(self, link):
        """The cookie, where the link is good."""
        answer = self.form(urllib.parse.urlsplit(link).path)
        cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        return cookie if answer.status == 303 and cookie else None

    def signed_in(self, cookie):
        connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
        connection.request("GET", f"/{TENANT}/staff/matters", headers={"Cookie": cookie or ""})
        return connection.getresponse().status == 200

    def in_order(self):
        """Journal and numbers go on as if no clock had jumped."""
        events = ask(self.daemon.port, "GET", "/events?limit=200", self.ground.lead)["events"]
        numbers = [event["number"] for event in events]
        self.check(numbers == sorted(numbers), "the events are in the order in which they happened")
        rows = FolderBooks(self.installation.folder, TENANT).rows("select series, sequence from issued_document order by 1, 2")
        self.check(rows == [(s, str(n)) for s in "FK" for n in (1, 2, 3)], f"the numbers are unbroken: {rows}")
        failed = FolderBooks(self.installation.folder, TENANT).rows("select id from outbox where state = 'failed'")
        self.check(not failed, "no mail was given up for a clock")


if __name__ == "__main__":
    sys.exit(tried(Jumps, sys.argv[1]))
