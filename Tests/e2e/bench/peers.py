"""Kohort and pretalx side by side: the same asked of each in turn, five rounds, one caller unless it says otherwise.

    peers.py FOLDER-OF-RELEASE-BINARIES

pretalx 2026.2 runs already, filled by `pretalx_side.py` with the events t400, t4000 and tsub (400). The environment:
    PEER            its address, such as http://127.0.0.1:8345
    PEER_PYTHON     the command that starts its Python, with its settings
    PEER_START      the command that starts its web server on another port, which it names {port}
    PEER_WEB        the process that its web server began as
    PEER_PROCESSES  that of each of the others that it needs: worker, redis, database, with spaces between
KOHORT_MAIL_… gives Kohort the mail server that pretalx has. A ratio is pretalx's time by Kohort's, within a round.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

import kohort  # noqa: E402
import pretalx  # noqa: E402
from application import pdf  # noqa: E402
from daemon import Daemon  # noqa: E402
from pages import Site  # noqa: E402
from pairs import Pair, Peaks, Rates, memory, until_answer  # noqa: E402
from visitor import Visitor  # noqa: E402

ROUNDS = 5
TEXTS = {
    "experience": "Sommarjobb i en kommun och ett examensarbete hos en offentlig beställare.",
    "motivation": "Jag vill arbeta där det märks vad som byggs.",
    "answers": ["+46 70 000 00 00", "1999", "Umeå", "master", "Energi", "Umeå universitet", "2026"],
}
POOL = "/norra-norrland/staff/rounds/first-call/candidacies"
JSON_POOL = "/norra-norrland/api/v1/employers/ornskoldsvik/pool?round=first-call"
FRONT = "/norra-norrland"


def side(*words):
    """What is done inside the peer."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pretalx_side.py")) as file:
        command = [*os.environ["PEER_PYTHON"].split(), "-", *words]
        return subprocess.run(command, stdin=file, capture_output=True, text=True, check=True).stdout.split()


class Peer:
    def __init__(self):
        self.address = os.environ["PEER"]
        self.session, self.token = side("visitor")
        self.web = [int(os.environ["PEER_WEB"])]
        self.all = self.web + [int(number) for number in os.environ["PEER_PROCESSES"].split()]
        self.staff = Visitor(self.address, {"pretalx_session": self.session})
        self.system = Visitor(self.address, headers={"Authorization": f"Token {self.token}"})
        kinds = json.loads(self.system.fetch("/api/events/tsub/submission-types/"))["results"]
        tracks = json.loads(self.system.fetch("/api/events/tsub/tracks/"))["results"]
        self.new = json.dumps({
            "title": "Application", "submission_type": kinds[0]["id"], "track": tracks[0]["id"],
            "abstract": TEXTS["experience"], "description": TEXTS["motivation"], "content_locale": "en"})

    def post(self):
        answer, content = self.system.ask(
            "POST", "/api/events/tsub/submissions/", self.new, {"Content-Type": "application/json"})
        if answer.status != 201:
            raise SystemExit(f"submission: {answer.status} {content[:300]}")

    def apply(self, visitor):
        pretalx.apply(visitor, "tsub", pdf(20_000), TEXTS)

    def walk(self, path):
        """A list to its end, in the largest pages that there are."""
        path, content = path + "?page_size=250", b""
        while path:
            page = self.system.fetch(path)
            content += page
            path = (json.loads(page)["next"] or "").removeprefix(self.address)
        return content

    def export(self, event):
        status, content = pretalx.export(self.staff, event, "csv")
        if status != 200:
            raise SystemExit(f"export: {status}")
        return content


def reading(peer, small, large):
    """Pages, lists and files: of 400 and of 4,000."""
    vacancy = f"/norra-norrland/vacancies/{small.facts['vacancy']}"
    few, many = peer.address + "/t400/cfp", peer.address + "/t4000/cfp"
    rows = [
        Rates("public page, Kohort's kept, 4 callers", few, small.base + vacancy),
        Rates("public page, Kohort's made anew, 4 callers", few, small.base + vacancy, fresh=True),
        Rates("the same in the tenant of 4,000", many, large.base + vacancy, fresh=True),
    ]
    for count, event, site in (("400", "t400", small), ("4,000", "t4000", large)):
        page, list = f"/orga/event/{event}/submissions/?page_size=50", f"/api/events/{event}/submissions/?page_size=50"
        rows += [
            Pair(
                f"staff's list, 50 of {count}", (2, lambda page=page: peer.staff.fetch(page)),
                (40, lambda lead=site.lead: lead.fetch(POOL))),
            Pair(
                f"JSON list, 50 of {count}", (4, lambda list=list: peer.system.fetch(list)),
                (40, lambda employer=site.employer: employer.fetch(JSON_POOL))),
        ]
    ours = (10, lambda: small.lead.fetch(POOL + ".csv"))
    return rows + [Pair("CSV of 400, 13 columns each", (1, lambda: peer.export("t400")), ours)]


def writing(peer, daemon):
    """What arrives: each is durable before it is answered, and noted in a journal of either side."""
    guest = Visitor(daemon.origin)
    wish = json.loads(guest.fetch("/norra-norrland/api/v1/vacancies"))["vacancies"][0]["id"]
    ours = (20, lambda: kohort.apply(guest, pdf(20_000), TEXTS, wish))
    return [
        Pair("JSON POST, six fields, no file", (15, peer.post), (60, lambda: kohort.save_draft(guest, TEXTS, wish))),
        Pair("application with a PDF, new account", (3, lambda: peer.apply(Visitor(peer.address))), ours),
        Pair("the same by somebody signed in", (3, lambda: peer.apply(peer.staff)), ours),
    ]


def starts(peer, binaries, data):
    """From exec to the first page, the web server alone: the database and what else it needs are up."""
    row = Pair("start to the first page", None, None)
    for _ in range(ROUNDS):
        theirs = until_answer(os.environ["PEER_START"], "/t400/cfp")
        start = time.monotonic()
        daemon = Daemon(f"{binaries}/kohortd", data, poll=0.002)
        daemon.wait_until_ready()
        Visitor(daemon.origin).fetch(FRONT)
        row.add(theirs, (time.monotonic() - start) * 1000)
        daemon.stop()
    return row


def tenants(daemon, data, definition):
    row = Pair("one more tenant", None, None)
    operator = kohort.Operator(data)
    for _ in range(ROUNDS):
        theirs = sorted(float(number) for number in side("tenants", "10"))
        ours = sorted(operator.make_tenant(definition) for _ in range(10))
        row.add(theirs[5], ours[5])
    return row


def everything(peer, large):
    """All 4,000 at once, as a file and by JSON page after page; once at the peer, with the memory that it takes."""
    theirs, ours = Peaks(peer.web), Peaks([large.process.pid])
    return [
        theirs.during("pretalx, CSV of 4,000", 1, lambda: peer.export("t4000")),
        ours.during("Kohort, CSV of 4,000", ROUNDS, lambda: large.lead.fetch(POOL + ".csv")),
        theirs.during("pretalx, all 4,000 by JSON", 1, lambda: peer.walk("/api/events/t4000/submissions/")),
        ours.during("Kohort, all 4,000 by JSON", ROUNDS, lambda: kohort.walk(large.employer, JSON_POOL)),
    ]


def measure(binaries, folder):
    peer, data = Peer(), f"{folder}/demo"
    os.mkdir(data)
    small, large = Site(binaries, f"{folder}/400"), Site(binaries, f"{folder}/4000", 4000)
    for site in (small, large):
        site.lead = Visitor(site.base, headers=site.sign_in("lead"))
        site.employer = Visitor(site.base, headers={"Authorization": f"Bearer {site.facts['employer']}"})
    daemon = Daemon(f"{binaries}/kohortd", data, more={"KOHORT_LIMIT_FACTOR": "1000000"}).wait_until_ready()
    try:
        notes = [f"memory before: pretalx {memory(peer.all):.0f} MB, Kohort {memory([daemon.process.pid]):.0f} MB"]
        pairs = reading(peer, small, large) + writing(peer, daemon)
        for pair in pairs:
            pair.warm_up()
        for _ in range(ROUNDS):
            for pair in pairs:
                pair.measure()
        with open("config/consortia/general.yaml") as file:
            pairs.append(tenants(daemon, data, file.read()))
        notes += everything(peer, large)
        ours = ", ".join(f"{memory([one.process.pid]):.0f}" for one in (daemon, small, large))
        notes += [f"memory after: pretalx {memory(peer.all):.0f} MB, Kohort {ours} MB (applications, 400, 4,000)"]
    finally:
        for server in (daemon, small, large):
            server.stop()
    return [*pairs, starts(peer, binaries, data)], notes


def main(binaries):
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="peers-", dir=os.path.dirname(os.path.abspath(binaries))) as folder:
        rows, notes = measure(binaries, folder)
    seconds = time.monotonic() - start
    print(f"median of {ROUNDS} rounds (least–most); {os.cpu_count()} cores; {seconds:.0f} s in all\n")
    print("| what | pretalx | Kohort | ratio |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row.row()) + " |")
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
