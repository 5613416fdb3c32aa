"""Kohort and a peer side by side: the same asked of each in turn, five rounds, one caller unless it says otherwise.

    peers.py FOLDER-OF-RELEASE-BINARIES

The peer runs already, filled by `peer.py` with the events t400, t4000 and tsub (400). The environment:
    PEER            which: pretalx (2026.2) or indico (3.3)
    PEER_ADDRESS    such as http://127.0.0.1:8345
    PEER_PYTHON     the command that starts its Python, with its settings
    PEER_START      the command that starts its web server on another port, which it names {port}
    PEER_WEB        the process that its web server began as
    PEER_PROCESSES  that of each of the others that it needs: worker, redis, database, with spaces between
    PEER_ROUNDS     how many rounds, for a rehearsal
KOHORT_MAIL_… gives Kohort the mail server that the peer has. A ratio is the peer's time by Kohort's, within a round.
"""

import json
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

import kohort  # noqa: E402
from daemon import Daemon  # noqa: E402
from indico import Indico  # noqa: E402
from pairs import Pair, Peaks, Rates, memory, until_answer  # noqa: E402
from pretalx import Pretalx  # noqa: E402
from visitor import Visitor  # noqa: E402

PEERS = {kind.name: kind for kind in (Pretalx, Indico)}
ROUNDS = int(os.environ.get("PEER_ROUNDS", "5"))


def reading(peer, small, large):
    """Pages, lists and files: of 400 and of 4,000."""
    few, many = (peer.address + peer.page(event) for event in ("t400", "t4000"))
    return [
        Rates("public page, Kohort's kept, 4 callers", few, small.vacancy),
        Rates("public page, Kohort's made anew, 4 callers", few, small.vacancy, fresh=True),
        Rates("the same in the tenant of 4,000", many, large.vacancy, fresh=True),
        *peer.lists("t400", small), *peer.lists("t4000", large), *peer.files("t400", small),
    ]


def writing(peer, daemon):
    """What arrives: each is durable before it is answered, and noted in a journal of either side."""
    guest = Visitor(daemon.origin)
    wish = json.loads(guest.fetch(f"{kohort.FRONT}/api/v1/vacancies"))["vacancies"][0]["id"]
    return peer.writing(guest, wish)


def starts(peer, binaries, data):
    """From exec to the first page, the web server alone: the database and what else it needs are up."""
    row = Pair("start to the first page", None, None)
    for _ in range(ROUNDS):
        theirs = until_answer(os.environ["PEER_START"], peer.page("t400"))
        start = time.monotonic()
        daemon = Daemon(f"{binaries}/kohortd", data, poll=0.002)
        daemon.wait_until_ready()
        Visitor(daemon.origin).fetch(kohort.FRONT)
        row.add(theirs, (time.monotonic() - start) * 1000)
        daemon.stop()
    return row


def tenants(peer, data, definition):
    row = Pair("one more tenant", None, None)
    operator = kohort.Operator(data)
    for _ in range(ROUNDS):
        theirs = sorted(float(number) for number in peer.side("tenants", "10"))
        ours = sorted(operator.make_tenant(definition) for _ in range(10))
        row.add(theirs[5], ours[5])
    return row


def everything(peer, large):
    """All 4,000 at once, as a file and by JSON page after page; once at the peer, with the memory that it takes."""
    theirs, ours = Peaks(peer.web), Peaks([large.process.pid])
    file, walk = peer.whole("t4000")
    return [
        theirs.during(f"{peer.name}, CSV of 4,000", 1, file),
        ours.during("Kohort, CSV of 4,000", ROUNDS, large.file),
        theirs.during(f"{peer.name}, all 4,000 by JSON", 1, walk),
        ours.during("Kohort, all 4,000 by JSON", ROUNDS, large.walk),
    ]


def held(peer, *servers):
    ours = ", ".join(f"{memory([one.process.pid]):.0f}" for one in servers)
    return f"{peer.name} {memory(peer.processes):.0f} MB, Kohort {ours} MB"


def measure(peer, binaries, folder):
    data = f"{folder}/demo"
    os.mkdir(data)
    small, large = kohort.Pool(binaries, f"{folder}/400", 400), kohort.Pool(binaries, f"{folder}/4000", 4000)
    daemon = Daemon(f"{binaries}/kohortd", data, more={"KOHORT_LIMIT_FACTOR": "1000000"}).wait_until_ready()
    try:
        notes = [f"memory before: {held(peer, daemon)}"]
        pairs = reading(peer, small, large) + writing(peer, daemon)
        for pair in pairs:
            pair.warm_up()
        for _ in range(ROUNDS):
            for pair in pairs:
                pair.measure()
        with open("config/consortia/general.yaml") as file:
            pairs.append(tenants(peer, data, file.read()))
        notes += everything(peer, large)
        notes += [f"memory after: {held(peer, daemon, small, large)} (applications, 400, 4,000)"]
    finally:
        for server in (daemon, small, large):
            server.stop()
    return [*pairs, starts(peer, binaries, data)], notes


def main(binaries):
    if os.environ["PEER"] not in PEERS:
        raise SystemExit(f"PEER is one of {', '.join(PEERS)}; its address is PEER_ADDRESS")
    start, peer = time.monotonic(), PEERS[os.environ["PEER"]]()
    with tempfile.TemporaryDirectory(prefix="peers-", dir=os.path.dirname(os.path.abspath(binaries))) as folder:
        rows, notes = measure(peer, binaries, folder)
    seconds = time.monotonic() - start
    print(f"median of {ROUNDS} rounds (least–most); {os.cpu_count()} cores; {seconds:.0f} s in all\n")
    print(f"| what | {peer.name} | Kohort | ratio |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row.row()) + " |")
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
