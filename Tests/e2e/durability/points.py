"""SIGKILL at random moments while much is under way: applications, large uploads, invoices, backups, migrations in turn.
After each the daemon starts again, and everything acknowledged is there, once and whole.

    points.py FOLDER-OF-BINARIES [KILLS] [SEED]

On PostgreSQL under Tests/e2e/with-postgres. Faults are planted by hand at the end, and must be seen.
"""

import glob
import os
import random
import subprocess
import sys
import threading
import time
import urllib.request

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "engines"))
from books import ADDRESS, books  # noqa: E402
from callers import Callers  # noqa: E402
from findings import findings  # noqa: E402
from ground import DEFINITION, TENANT, Ground  # noqa: E402
from installation import Installations  # noqa: E402

#: Kills on one installation; then another is made.
BATCH = 20
#: Consortia that nobody works on, to be migrated.
OLD = [f"old-{number}" for number in range(4)]
#: The last steps of one module, taken back, newest first.
TABLES = ["trainee_extension", "checklist_tick", "outcome_fact", "leave", "line_mark"]
STEPS = 21
POINTS = ("application", "upload", "invoice", "backup", "migration")


class Kills:
    """An installation that is killed and started again, and what its callers were told."""

    def __init__(self, installation, registry, seed):
        self.installation, self.registry = installation, registry
        self.random = random.Random(seed)
        self.ground = Ground(installation.tool, installation.daemon.port, installation.folder)
        self.callers = Callers(self.ground, lambda: [self.installation.daemon.port], seed)
        self.backups = os.path.join(installation.folder, "backups")
        os.mkdir(self.backups)
        self.make_old_ones()

    def make_old_ones(self):
        for slug in OLD:
            path = os.path.join(self.installation.folder, f"{slug}.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(DEFINITION.replace(f"slug: {TENANT}\n", f"slug: {slug}\n", 1))
            self.installation.tool("tenant", "apply", path)

    def books(self, slug=TENANT):
        return books(self.installation.folder, self.registry, slug)

    def kill_at(self, point):
        """How many requests nobody answered."""
        return getattr(self, f"kill_at_{point}", self.kill_callers)(point)

    def kill_callers(self, point, beside=None):
        crowd = {"application": {"applicants": 16}, "upload": {"applicants": 6, "size": 8 << 20}, "backup": {"applicants": 4}}
        self.callers.start(**{"employers": 4, "size": 20_000, **crowd.get(point, {})})
        other = threading.Thread(target=beside or self.callers.ended.wait, daemon=True)
        other.start()
        time.sleep(self.random.uniform(0.05, 1.5))
        unanswered = self.callers.unanswered
        self.callers.ended.set()
        self.installation.daemon.kill()
        # A tool that finds no daemon takes the folder itself.
        other.join()
        self.installation.begin().wait_until_ready()
        self.callers.stop()
        return unanswered

    def kill_at_backup(self, point):
        """Backups of all, one after another, until the daemon is gone."""
        def back_up():
            while not self.callers.ended.is_set():
                self.installation.run("backup", "make", "--all", "--to", self.backups)

        return self.kill_callers(point, back_up)

    def kill_at_migration(self, _):
        """The daemon dies while it opens consortia that were made by a version before."""
        self.installation.daemon.kill()
        for slug in OLD:
            age(self.books(slug))
        daemon = self.installation.begin().wait_until_ready()
        touches = [threading.Thread(target=touch, args=(daemon, slug), daemon=True) for slug in OLD]
        for one in touches:
            one.start()
        time.sleep(self.random.uniform(0, 0.4))
        daemon.kill()
        for one in touches:
            one.join()
        self.installation.begin().wait_until_ready()
        return len(touches)

    def wrong(self):
        """What is wrong after a start, in sentences."""
        return [
            *self.callers.faults, *findings(self.books(), self.callers), *self.doctor(), *self.half_backups(),
            *self.unmigrated()]

    def doctor(self):
        run = self.installation.run("doctor")
        return [f"doctor: {run.stdout or run.stderr}"] if run.returncode else []

    def unmigrated(self):
        for line in self.installation.tool("migrate", "status"):
            if line["pending"] or line.get("problem"):
                yield f"not migrated: {line}"

    def half_backups(self):
        """Whatever has a backup's name is whole, and none is left over from what was killed before."""
        for path in glob.glob(f"{self.backups}/*.kohort"):
            run = self.installation.run("backup", "verify", path)
            if run.returncode:
                yield f"taken for a backup: {path}: {run.stderr}"
            os.remove(path)

    def swept(self):
        """What never ended goes when its day is over."""
        cut_off = glob.glob(f"{self.backups}/*.part")
        print(f"cut off in all: {self.books().arriving()} uploads and {len(cut_off)} backups", flush=True)
        self.books().age_arriving()
        for path in cut_off:
            os.utime(path, (0, 0))
        self.installation.tool("backup", "make", "--all", "--to", self.backups)
        self.installation.tool("sweep")
        left = glob.glob(f"{self.backups}/*.part") + ["arriving"] * self.books().arriving()
        return [f"left lying: {left}"] if left else []


def age(books):
    """As a version left it that did not know the last steps."""
    ((names,),) = books.rows("select name from migration where number = -1")
    books.write(
        *(f"drop view {name}" for name in reversed(names.split(","))), *(f"drop table {table}" for table in TABLES),
        f"delete from migration where number = -1 or module = 'delivery' and number >= {STEPS - len(TABLES)}")


def touch(daemon, slug):
    try:
        urllib.request.urlopen(f"{daemon.origin}/{slug}", timeout=30).read()
    except OSError:
        pass


def planted(kills):
    """What somebody might do by hand; the sentences that the check owes and does not say."""
    callers = kills.callers
    first, one = callers.applications[0], callers.applications[-1]
    whose = f"(select id from candidacy where email = '{one.email}')"
    deeds = {
        "is used and not counted": [f"update file set uses = 0 where hash = '{first.hash}'"],
        "times there: the demand": [
            f"update demand set title = '{callers.demands[0]}' where title = '{callers.demands[1]}'"],
        "an acknowledged application is lost": [
            f"delete from candidacy_wish where candidacy = {whose}",
            f"delete from candidacy_document where candidacy = {whose}", f"delete from candidacy where id = {whose}"],
        "is broken": ["update number_series set last = last + 1"],
    }
    kills.installation.daemon.kill()
    for deed in deeds.values():
        kills.books().write(*deed)
    kills.installation.begin().wait_until_ready()
    # A gap in the series is one when the next number has been given.
    callers.start()
    time.sleep(1)
    callers.stop()
    said = kills.wrong()
    return [f"not seen: {sentence}" for sentence in deeds if not any(sentence in one for one in said)]


def main(programs, rounds, seed):
    print(f"seed {seed}", flush=True)
    engine = {"KOHORT_POSTGRES_ADDRESS": os.environ[ADDRESS]} if ADDRESS in os.environ else {}
    failures, told, unanswered = [], 0, []
    for first in range(0, rounds, BATCH):
        registry = f"kills_{first}"
        # Mail goes to where nobody listens, and waits.
        more = {**engine, "KOHORT_POSTGRES_REGISTRY": registry, "KOHORT_MAIL_HOST": "127.0.0.1", "KOHORT_MAIL_PORT": "9",
                "KOHORT_MAIL_SECURITY": "none", "KOHORT_MAIL_FROM": "kohort@office.example"}
        with Installations(programs) as installations:
            kills = Kills(installations.start("killed", more), registry, seed + first)
            for number in range(first, min(first + BATCH, rounds)):
                failures += one_round(kills, number, unanswered)
            failures += kills.swept()
            callers = kills.callers
            told += len(callers.applications) + len(callers.demands) + len(callers.documents)
            if first + BATCH >= rounds:
                unseen = planted(kills)
                print(f"{4 - len(unseen)} of 4 planted faults seen")
                failures += unseen
    idle = sum(not count for count in unanswered)
    if 2 * idle > rounds:
        failures.append(f"{idle} kills fell on nothing")
    for failure in failures:
        print("FAILED:", failure)
    print(f"{rounds} kills, {told} acknowledged, {len(failures)} failed")
    return 1 if failures or not told else 0


def one_round(kills, number, unanswered):
    point = POINTS[number % len(POINTS)]
    unanswered.append(kills.kill_at(point))
    wrong = kills.wrong()
    print(f"kill {number + 1}, {point}: {unanswered[-1]} unanswered, {len(wrong)} wrong", flush=True)
    return [f"kill {number + 1}, {point}: {sentence}" for sentence in wrong]


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    sys.exit(main(sys.argv[1], count, int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)))
