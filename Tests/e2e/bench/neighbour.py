"""Another consortium beside a rush: how long one caller waits there, who reads and writes by turns."""

import json
import statistics
import threading
import time
import uuid

from pairs import taken
from visitor import Visitor

TENANT = "/ks"


class Neighbour:
    """Asks without a pause until told to stop; times are in milliseconds."""

    def __init__(self, origin):
        self.visitor = Visitor(origin)
        programmes = json.loads(self.visitor.fetch(TENANT + "/api/v1/programmes"))["programmes"]
        self.programme = next(one["slug"] for one in programmes if one["takes_interest"])
        self.reads, self.writes = [], []

    def ask(self):
        """A page made anew, and a command that is durable when it is answered."""
        self.reads.append(taken(lambda: self.visitor.fetch(f"{TENANT}?fresh={time.monotonic_ns()}")))
        self.writes.append(taken(self.register))

    def register(self):
        key = uuid.uuid4().hex
        interest = {
            "programme": self.programme, "municipality": f"Kommun {key[:12]}", "contact_name": "Bench",
            "contact_email": f"{key}@people.example"}
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        answer, content = self.visitor.ask("POST", TENANT + "/api/v1/interests", json.dumps(interest), headers)
        if answer.status not in (200, 201, 204):
            raise SystemExit(f"interest: {answer.status} {content[:300]}")

    def during(self, act):
        """What `act` answers, and the medians of what was read and written meanwhile."""
        self.reads, self.writes, done = [], [], threading.Event()
        asking = threading.Thread(target=self.until, args=(done,))
        asking.start()
        try:
            answer = act()
        finally:
            done.set()
            asking.join()
        return answer, statistics.median(self.reads), statistics.median(self.writes)

    def until(self, done):
        while not done.is_set():
            self.ask()
