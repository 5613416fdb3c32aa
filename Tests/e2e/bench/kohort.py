"""Kohort as its visitors ask it, for the same that is asked of a peer."""

import http.client
import json
import os
import re
import socket
import time
import uuid

from pages import Site
from visitor import BOUNDARY, Visitor, multipart

ROUND = "/norra-norrland/rounds/first-call"
DRAFTS = "/norra-norrland/api/v1/rounds/first-call/candidacies"
FRONT = "/norra-norrland"
POOL = "/norra-norrland/staff/rounds/first-call/candidacies"
JSON_POOL = "/norra-norrland/api/v1/employers/ornskoldsvik/pool?round=first-call"
NEXT = re.compile(rf'href="({POOL}\?[^"]*after=\d+[^"]*)"')
HIDDEN = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"')


class Pool(Site):
    """With so many applicants, as its staff and an employer's system read of them."""

    def __init__(self, binaries, data, count):
        super().__init__(binaries, data, count)
        self.count = count
        known = self.sign_in("lead")
        self.lead = Visitor(self.base, dict([known.pop("Cookie").split("=", 1)]), known)
        self.employer = Visitor(self.base, headers={"Authorization": f"Bearer {self.facts['employer']}"})
        self.vacancy = f"{self.base}{FRONT}/vacancies/{self.facts['vacancy']}"

    def page(self):
        """Staff's list, its first 50."""
        return self.lead.fetch(POOL)

    def pages(self):
        """Staff's list to its end, 50 a page."""
        path, content = POOL, b""
        while path:
            page = self.lead.fetch(path)
            content += page
            following = NEXT.search(page.decode())
            path = following and following.group(1).replace("&amp;", "&")
        return content

    def list(self):
        return self.employer.fetch(JSON_POOL)

    def walk(self):
        """All by JSON, 50 a page."""
        after, content = 0, b""
        while after is not None:
            page = self.employer.fetch(f"{JSON_POOL}&after={after}")
            content += page
            after = json.loads(page)["next"]
        return content

    def file(self):
        """All as CSV."""
        return self.lead.fetch(POOL + ".csv")


def apply(visitor, cv, texts, wish):
    """The form, and what an applicant sends by it: registered, with a letter of acknowledgement."""
    form = visitor.fetch(f"{ROUND}/application?wish={wish}").decode()
    fields = {**dict(HIDDEN.findall(form)), **person(texts), "wishes": wish, "submit": "send"}
    answer, content = visitor.ask(
        "POST", f"{ROUND}/candidacies", multipart(fields, {"cv": cv}),
        {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
    if answer.status != 303 or "/candidacies/" not in answer.headers["Location"]:
        raise SystemExit(f"application: {answer.status} {content[:300]}")


def person(texts):
    name = uuid.uuid4().hex[:12]
    details = ["phone", "birth_year", "place", "education_level", "education_field", "school", "graduation_year"]
    return {
        "name": name, "email": f"{name}@people.example", "experience": texts["experience"],
        "motivation": texts["motivation"], **dict(zip(details, texts["answers"]))}


def save_draft(visitor, texts, wish):
    sent = {key: value for key, value in person(texts).items() if key in ("name", "email", "experience", "motivation")}
    answer, content = visitor.ask(
        "POST", DRAFTS, json.dumps({**sent, "language": "en", "wishes": [wish]}),
        {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())})
    if answer.status != 201:
        raise SystemExit(f"draft: {answer.status} {content[:300]}")


class Operator(http.client.HTTPConnection):
    """The daemon's own socket, as the command `kohort` speaks to it."""

    def __init__(self, data):
        super().__init__("localhost")
        self.path = os.path.join(data, "kohortd.sock")

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)

    def make_tenant(self, definition):
        """One more tenant of a definition's text: how many milliseconds it took."""
        name, start = f"bench-{uuid.uuid4().hex[:12]}", time.perf_counter()
        own = re.sub(r"slug: *\S+", f"slug: {name}", definition, count=1)
        self.request("POST", "/calls/ApplyDefinitionFile", json.dumps({"yaml": own, "isDryRun": False}))
        answer = self.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"tenant: {answer.status} {content[:300]}")
        return (time.perf_counter() - start) * 1000
