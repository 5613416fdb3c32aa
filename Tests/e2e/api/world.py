"""A daemon with the demo, brought to where every operation of the API can succeed once."""

import datetime
import glob
import os
import sqlite3
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, os.path.join(HERE, "..", "durability"))
from daemon import Daemon  # noqa: E402
import scheme  # noqa: E402

TENANT = "norra-norrland"
EMPLOYER = "ornskoldsvik"
TODAY = datetime.date.today()
SECOND_COHORT = """cohorts:
  - slug: second
    programme: trainee
    state: planned
    number: 2
    period: {from: 2028-09-01, to: 2029-09-01}
    participations: [ornskoldsvik, umea]
"""
SECOND_ROUND = f"""rounds:
  - slug: second-call
    cohort: second
    name: {{sv: Andra utlysningen, nb: Andre utlysning, en: Second call}}
    deadlines:
      demand: {TODAY + datetime.timedelta(days=20)}
      applications: {TODAY + datetime.timedelta(days=80)}
      ranking: {TODAY + datetime.timedelta(days=120)}
      hiring: {TODAY + datetime.timedelta(days=180)}
    positions: 2
    channels:
      - {{slug: press, kind: media, name: Press}}
"""


def day(offset):
    return str(TODAY + datetime.timedelta(days=offset))


class World:
    """One data folder and the daemon on it; `kohort` is the operator's tool beside the daemon."""

    def __init__(self, binary, data):
        self.binary, self.data = binary, data
        self.tool = os.path.join(os.path.dirname(binary), "kohort")
        self.daemon = Daemon(binary, data)
        try:
            self.daemon.wait_until_ready(300)
            self.plan_second_round()
            self.tokens = {
                "lead": self.token("lead"),
                "coordinator": self.token("coordinator", "--organisation", EMPLOYER),
                "integration": self.token("integration"),
                "anonymous": None,
            }
            self.make_scheme()
        except BaseException:
            self.daemon.kill()
            raise

    def kohort(self, *words):
        done = subprocess.run(
            [self.tool, *words, "--data", self.data], cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"kohort {' '.join(words)}: {done.stderr}")
        return done.stdout

    def token(self, role, *words, tenant=TENANT):
        return self.kohort("token", "create", "--tenant", tenant, "--role", role, *words).strip()

    def make_scheme(self):
        path = os.path.join(self.data, "scheme.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(scheme.DEFINITION)
        self.kohort("tenant", "apply", path)
        wide = ["lead", "integration", "trainee"]
        held = {
            role: [] if role in wide else ["--organisation", scheme.HOME]
            for role in [*wide, "coordinator", "supervisor", "mentor"]}
        self.scheme_tokens = {
            role: self.token(role, *words, tenant=scheme.TENANT) for role, words in held.items()} | {"anonymous": None}

    def plan_second_round(self):
        with open(os.path.join(ROOT, "config", "consortia", f"{TENANT}.yaml"), encoding="utf-8") as file:
            text = file.read().replace("cohorts:\n", SECOND_COHORT).replace("rounds:\n", SECOND_ROUND)
        path = os.path.join(self.data, "two-rounds.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self.kohort("tenant", "apply", path)

    def pass_deadline(self):
        """Lets the first call's deadline have been yesterday, which only time can do to a running daemon."""
        self.daemon.stop()
        for path in glob.glob(f"{self.data}/tenants/*/*/tenant.sqlite"):
            with sqlite3.connect(path) as database:
                database.execute("update round set apply_by = ? where slug = 'first-call'", (day(-1),))
        self.daemon = Daemon(self.binary, self.data, words=()).wait_until_ready()

    def base(self, tenant=TENANT):
        return f"{self.daemon.origin}/{tenant}/api/v1"
