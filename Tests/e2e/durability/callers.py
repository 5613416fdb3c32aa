"""Callers that send one thing after another to whichever daemon answers, and keep what they were told."""

import contextlib
import http.client
import random
import threading
import time
import uuid

from application import Application
from ground import DEMAND, EMPLOYERS, ROUND, TENANT, Refused, Unanswered, ask

#: How long one request may go unanswered by everybody before that is a fault.
PATIENCE = 90
CALL = f"/{TENANT}/rounds/{ROUND}/candidacies"


class Callers:
    """`ports` answers the ports of the daemons that are meant to be there just now."""

    def __init__(self, ground, ports, seed):
        self.ground, self.ports, self.random = ground, ports, random.Random(seed)
        self.lock, self.ended, self.threads = threading.Lock(), threading.Event(), []
        self.applications, self.demands, self.documents = [], [], []
        self.unanswered = 0
        self.faults = []

    def start(self, applicants=0, employers=0, billers=True, size=200_000, pause=0):
        """Each rests for up to `pause` seconds between two."""
        self.pause = pause
        works = [(self.apply, size)] * applicants + [(self.state, number) for number in range(employers)]
        works += [(self.bill, employer) for employer in EMPLOYERS if billers]
        self.ended.clear()
        self.threads = [threading.Thread(target=work, args=[about], daemon=True) for work, about in works]
        for thread in self.threads:
            thread.start()

    def stop(self):
        """Each ends what it has begun."""
        self.ended.set()
        for thread in self.threads:
            thread.join(PATIENCE + 60)
        if any(thread.is_alive() for thread in self.threads):
            self.faults.append("a caller is still waiting")

    def port(self):
        with self.lock:
            return self.random.choice(self.ports())

    def apply(self, size):
        """A form is sent once: whoever gets no answer sends nothing again."""
        while not self.ended.is_set():
            application, port = Application(size, CALL, self.ground.demand), self.port()
            try:
                with self.asking():
                    status = application.send(port, f"http://127.0.0.1:{port}")
                self.heard(self.applications, application, status)
                self.rest()
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)

    def rest(self):
        self.ended.wait(self.pause * self.random.random())

    @contextlib.contextmanager
    def asking(self):
        with self.lock:
            self.unanswered += 1
        try:
            yield
        finally:
            with self.lock:
                self.unanswered -= 1

    def heard(self, told, what, status):
        with self.lock:
            if status in (200, 201, 303):
                told.append(what)
            elif status != 503:
                self.faults.append(f"an application was refused with {status}")

    def state(self, number):
        """Every second demand is asked for once, the others until they are answered."""
        employer = EMPLOYERS[number % len(EMPLOYERS)]
        token, turns = self.ground.employers[employer], 0
        while not self.ended.is_set():
            title, turns = f"Planner {uuid.uuid4()}", turns + 1
            post = self.once if turns % 2 else self.until_answered
            if post(f"/employers/{employer}/demands", {**DEMAND, "title": title}, token) is not None:
                self.demands.append(title)
            self.rest()

    def bill(self, employer):
        """An invoice, and a credit note that lets the same be invoiced again."""
        while not self.ended.is_set():
            sent = {"payer": employer, "cohort": self.ground.cohort}
            draft = self.until_answered("/drafts", sent, self.ground.lead)
            for path, body in ((f"/drafts/{draft['id']}/issue", None),
                               (f"/invoices/{draft['id']}/credit-notes", {"reopens": True})):
                answer = self.until_answered(path, body, self.ground.lead)
                self.documents.append((answer["number"], draft["id"]))
                self.rest()

    def once(self, path, body, token):
        try:
            with self.asking():
                return ask(self.port(), "POST", path, token, body)
        except Unanswered:
            return None
        except Refused as refusal:
            if refusal.status != 503:
                raise
            return None

    def until_answered(self, path, body, token):
        """The same request under the same key, to whoever is there."""
        key, end = str(uuid.uuid4()), time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                with self.asking():
                    return ask(self.port(), "POST", path, token, body, key)
            except Unanswered:
                time.sleep(0.1)
            except Refused as refusal:
                if refusal.status != 503:
                    raise
                time.sleep(0.2)
        raise SystemExit(f"nobody answers {path}")
