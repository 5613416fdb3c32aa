"""The JSON API of the real daemon held against its own description, as each kind of caller.

    conformance.py KOHORTD [--self-test]

Every operation must succeed once, and no answer may be a fault of the server or one that is not described. With
`--self-test` answers are altered on their way, and the judge must see it.
"""

import sys
import tempfile
import time

import journey
from altering import FAULTS, Altering
from judge import Judge
from world import World

#: Requests of each form for each operation and role.
EXAMPLES = 20
#: What ends things comes last.
LAST = ["withdrawDemand", "withdrawCandidacy"]


def conform(world):
    """What is wrong, in lines."""
    judge = Judge(world.base(), world.tokens)
    journey.prepare(judge)
    other = Judge(world.base("ks"), {"anonymous": None})
    other.ask(
        "registerInterest", "anonymous",
        {"programme": "ks-2006", "municipality": "Lier", "contact_name": "Lo", "contact_email": "lo@lier.example"})
    judge.statuses["registerInterest"] += other.statuses["registerInterest"]
    world.pass_deadline()
    judge.base = world.base()
    judge.seeds = journey.select(judge)
    for role in ["anonymous", "integration", "coordinator", "lead"]:
        for name in sorted(judge.operations, key=lambda name: (name in LAST, name)):
            if (role, name) != ("lead", "closeRound"):
                judge.fuzz(name, role, EXAMPLES)
    journey.end(judge)
    judge.fuzz("closeRound", "lead", EXAMPLES)
    return judge, judge.failures + other.failures


def self_test(world):
    """The faults that the judge does not see, and what it sees where there is none."""
    wrong = []
    for name, (alter, expected) in FAULTS.items():
        proxy = Altering(world.daemon.port, alter)
        judge = Judge(f"{proxy.origin}/norra-norrland/api/v1", world.tokens)
        judge.ask("listRounds", "lead")
        judge.ask("listVacancies", "anonymous")
        proxy.stop()
        seen = any(expected in failure for failure in judge.failures) if expected else not judge.failures
        print(f"{name}: {'seen' if expected and seen else 'passed' if seen else 'NOT SEEN: ' + str(judge.failures)}")
        if not seen:
            wrong.append(name)
    return wrong


def main(binary, is_self_test):
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kohort-api-") as data:
        world = World(binary, data)
        try:
            if is_self_test:
                return 1 if self_test(world) else 0
            judge, failures = conform(world)
            failures += [f"{name} never succeeded" for name in judge.never_done()]
        finally:
            code = world.daemon.stop()
    if code != 0:
        failures.append(f"the daemon ended with {code}")
    for failure in failures[:40]:
        print("FAILED:", failure)
    requests = sum(sum(counter.values()) for counter in judge.statuses.values())
    print(f"{len(judge.operations)} operations ({judge.unjudged} not judged yet), {requests} requests, {len(failures)} failures, "
          f"{time.monotonic() - start:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--self-test" in sys.argv[2:]))
