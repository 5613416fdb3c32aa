"""The JSON API of the real daemon held against its own description, as each kind of caller.

    conformance.py KOHORTD [--self-test]

Every operation must succeed once, and no answer may be a fault of the server or one that is not described. With
`--self-test` answers are altered on their way, and the judge must see it.
"""

import sys
import tempfile
import time

import bills
import hooks
import journey
import scheme
import trainees
from altering import FAULTS, Altering
from judge import Judge
from world import World

#: Requests of each form for each operation and role.
EXAMPLES = 20
#: There are more kinds of callers around a trainee, and more to ask.
FEWER = 6
#: What ends things comes last.
LAST = ["withdrawDemand", "withdrawCandidacy"]
ENDS = [
    "endMentorship", "endSupervision", "cancelLeave", "leavePool", "disableWebhook", "removeWebhook", "cancelGathering", "revokeDocument", "completeTrainee", "hireEarly",
    "withdrawTrainee", "removeTrainee", "closeCohort"]


def conform_round(world):
    """The judge of a round, and what is wrong, in lines."""
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


def conform_scheme(world):
    """The same of all that is no part of a round."""
    judge = Judge(world.base(scheme.TENANT), world.scheme_tokens, of_round=False)
    webhook = hooks.prepare(judge)
    judge.seeds = trainees.prepare(judge) | bills.prepare(judge) | hooks.use(judge, webhook)
    for role in ["anonymous", "integration", "trainee", "mentor", "supervisor", "coordinator", "lead"]:
        for name in sorted(judge.operations, key=lambda name: (name in ENDS, ENDS.index(name) if name in ENDS else 0, name)):
            judge.fuzz(name, role, FEWER)
    return judge, judge.failures


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
            judges, failures = zip(*[conform_round(world), conform_scheme(world)])
            failures = [*failures[0], *failures[1]]
            failures += [f"{name} never succeeded" for judge in judges for name in judge.never_done()]
        finally:
            code = world.daemon.stop()
    if code != 0:
        failures.append(f"the daemon ended with {code}")
    for failure in failures[:40]:
        print("FAILED:", failure)
    requests = sum(sum(counter.values()) for judge in judges for counter in judge.statuses.values())
    print(f"{sum(len(judge.operations) for judge in judges)} operations, {requests} requests, {len(failures)} failures, "
          f"{time.monotonic() - start:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--self-test" in sys.argv[2:]))
