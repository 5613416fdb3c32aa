"""Three daemons on one PostgreSQL, at work, of which one after another is killed at a random moment and started again; in
the middle the server itself starts again. In the end all that was acknowledged is there, once; numbers are unbroken; and no
message came twice but those that a crash left half done.

    Tests/e2e/with-postgres .build/python/bin/python3 Tests/e2e/daemons/three.py .build-postgres/debug [KILLS] [SEED]
"""

import os
import random
import shutil
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "durability"), os.path.join(HERE, "..", "engines")]
from books import ADDRESS, ServerBooks  # noqa: E402
from callers import Callers  # noqa: E402
from daemons import restart  # noqa: E402
from findings import findings  # noqa: E402
from ground import TENANT, Ground  # noqa: E402
from installation import Installations  # noqa: E402
from sinks import LEASED, WAITING, Sinks  # noqa: E402

REGISTRY = "three"
#: From so many kills on it is waited for the end of every lease.
LONG = 20


class Three:
    def __init__(self, installations, sinks, seed):
        self.random, self.sinks = random.Random(seed), sinks
        more = {
            "KOHORT_POSTGRES_ADDRESS": os.environ[ADDRESS], "KOHORT_POSTGRES_REGISTRY": REGISTRY, **sinks.settings()}
        first = installations.start("one", more)
        self.books = ServerBooks(REGISTRY, TENANT)
        self.ground = Ground(first.tool, first.daemon.port, first.folder)
        first.tool("webhook", "add", "--tenant", TENANT, sinks.receiver.url("/ok"))
        self.all = [first]
        for name in ("two", "three"):
            os.makedirs(f"{installations.folder}/{name}")
            shutil.copy(f"{first.folder}/secret", f"{installations.folder}/{name}/secret")
            self.all.append(installations.start(name, more))
        self.alive = list(self.all)
        self.callers = Callers(self.ground, lambda: [one.daemon.port for one in self.alive], seed)

    def disturb(self, kills):
        self.callers.start(applicants=12, employers=8, size=60_000, pause=0.4)
        for number in range(kills):
            time.sleep(self.random.uniform(0.5, 3))
            if number == kills // 2:
                restart()
                self.sinks.excuse(self.books)
                print("the server started again", flush=True)
                time.sleep(self.random.uniform(0.5, 3))
            self.kill(number)
        time.sleep(2)
        self.callers.stop()

    def kill(self, number):
        one = self.random.choice(self.all)
        self.alive.remove(one)
        unanswered = self.callers.unanswered
        one.daemon.kill()
        self.sinks.excuse(self.books)
        time.sleep(self.random.uniform(0, 1))
        one.begin().wait_until_ready()
        self.alive.append(one)
        print(f"kill {number + 1}: {unanswered} unanswered", flush=True)

    def settle(self, states):
        """Until what waits has been sent; what a killed daemon held comes when its lease ends."""
        end = time.monotonic() + 700
        while (left := self.sinks.waiting(self.books, states)) and time.monotonic() < end:
            time.sleep(1)
        return [f"never sent: {len(left)}"] if left else []


def main(programs, kills, seed):
    print(f"seed {seed}", flush=True)
    with Installations(programs) as installations:
        sinks = Sinks(installations.folder, 10 + kills)
        try:
            three = Three(installations, sinks, seed)
            three.disturb(kills)
            wrong = three.settle((WAITING, LEASED) if kills >= LONG else (WAITING,))
            wrong += [*three.callers.faults, *findings(three.books, three.callers), *sinks.findings(three.books)]
        finally:
            sinks.stop()
    told = three.callers
    acknowledged = f"{len(told.applications)} applications, {len(told.demands)} demands, {len(told.documents)} documents"
    for sentence in wrong:
        print("FAILED:", sentence)
    print(f"{kills} kills, {acknowledged} acknowledged, {len(wrong)} failed")
    return 1 if wrong or not (told.applications and told.demands and told.documents) else 0


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    sys.exit(main(sys.argv[1], count, int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)))
