"""A consortium with a call that is open and two payers to bill, and the callers that tests let loose on it."""

import datetime
import http.client
import json
import os
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "api"))
import bills  # noqa: E402
import scheme  # noqa: E402

TENANT, ROUND, COHORT = scheme.TENANT, "call", "running"
EMPLOYERS = (scheme.HOME, scheme.AWAY)
#: What each employer is billed for at once.
CHARGES = 3


def day(offset):
    return str(datetime.date.today() + datetime.timedelta(days=offset))


DEFINITION = scheme.DEFINITION + f"""  - slug: next
    programme: trainee
    state: planned
    number: 3
    period: {{from: {scheme.month(14)}, to: {scheme.month(32)}}}
    participations: [{scheme.HOME}, {scheme.AWAY}]
rounds:
  - slug: {ROUND}
    cohort: next
    name: {{nb: Utlysning, sv: Utlysning, en: Call}}
    deadlines: {{demand: {day(60)}, applications: {day(80)}, ranking: {day(120)}, hiring: {day(180)}}}
    positions: 20
    channels: [{{slug: press, kind: media, name: Press}}]
"""
DEMAND = {
    "title": "Planner", "field": "Maps", "competence": "A degree", "place": "Oslo", "asked": 1, "round": ROUND}


class Unanswered(Exception):
    """Nobody knows whether it was done."""


class Refused(Exception):
    """Answered, and not done; `status` says how."""

    def __init__(self, status, text):
        super().__init__(f"{status} {text}")
        self.status = status


def ask(port, method, path, token, body=None, key=None, timeout=60, tenant=TENANT):
    """One request of the JSON API: the JSON of its answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    if method == "POST":
        headers["Idempotency-Key"] = key or str(uuid.uuid4())
    try:
        sent = json.dumps(body) if body is not None else None
        if sent is None:
            del headers["Content-Type"]
        connection.request(method, f"/{tenant}/api/v1{path}", sent, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered(repr(error)) from error
    finally:
        connection.close()
    if answer.status >= 300:
        raise Refused(answer.status, text)
    return json.loads(text) if text else {}


class Ground:
    """The consortium on an installation: tokens, the demand that is applied for, and who is billed."""

    def __init__(self, tool, port, folder):
        self.port = port
        path = os.path.join(folder, "ground.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(DEFINITION)
        tool("tenant", "apply", path)
        self.lead = tool("token", "create", "--tenant", TENANT, "--role", "lead")["token"]
        self.employers = {
            slug: tool("token", "create", "--tenant", TENANT, "--role", "coordinator", "--organisation", slug)["token"]
            for slug in EMPLOYERS}
        self.publish_call()
        self.make_charges()

    def post(self, path, body=None, token=None):
        return ask(self.port, "POST", path, token or self.lead, body)

    def publish_call(self):
        home = self.employers[scheme.HOME]
        self.demand = self.post(f"/employers/{scheme.HOME}/demands", DEMAND, home)["id"]
        self.post(f"/demands/{self.demand}/approval", {"positions": 1})
        self.post(f"/rounds/{ROUND}/call", {"channels": ["press"]})

    def make_charges(self):
        """Committed to by each employer, to be invoiced and credited as often as one likes."""
        self.post("/seller", bills.SELLER)
        for employer in EMPLOYERS:
            self.post(f"/employers/{employer}/payer", bills.PAYER)
            self.post(f"/cohorts/{COHORT}/aims", {"employer": employer}, self.employers[employer])
            for number in range(CHARGES):
                self.post(f"/cohorts/{COHORT}/trainees", {
                    "name": "Tina", "email": f"{employer}-{number}@people.example", "employer": employer,
                    "field": "Roads", "contract": "permanent"})
        charges = ask(self.port, "GET", "/charges", self.lead)["charges"]
        self.cohort = charges[0]["cohort"]
        for employer in EMPLOYERS:
            own = [one["id"] for one in charges if one["payer"]["slug"] == employer]
            self.post(
                f"/employers/{employer}/commitments", {"cohort": self.cohort, "charges": own, "name": "Kari"},
                self.employers[employer])

