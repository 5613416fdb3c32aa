"""The drill of Docs/operations.md: backups of all while they work, the installation destroyed, another one made of secret and
backups alone. What the JSON API, the public pages and a private link answer must be the same bytes. Then a deletion, taken back
and not taken back, to its end.

    drill.py FOLDER-OF-BINARIES

On PostgreSQL under Tests/e2e/with-postgres.
"""

import glob
import os
import pty
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "durability"), os.path.join(HERE, "..", "daemons")]
from application import Application  # noqa: E402
from books import ADDRESS, ServerBooks  # noqa: E402
from installation import Installations  # noqa: E402
from sinks import Sinks  # noqa: E402
from move import TENANTS, addresses, answers, different  # noqa: E402

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../../.."))
GONE = "norra-norrland"


def expect(what, holds):
    if not holds:
        raise SystemExit(f"FAILED: {what}")
    print(f"ok: {what}", flush=True)


def on_terminal(installation, *words):
    """Standard output, and what a terminal shows of the error stream."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        [f"{installation.programs}/kohort", *words, "--data", installation.folder],
        env=dict(os.environ, **installation.more), stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(mine, 4096):
            shown += piece
    except OSError:
        pass  # The other end is closed.
    os.close(mine)
    out, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"kohort {' '.join(words)}: {shown.decode()}")
    return out, shown.decode()


class Drill:
    def __init__(self, installations, sinks):
        self.installations, self.sinks = installations, sinks
        self.more = {"KOHORT_POSTGRES_REGISTRY": "drill", **sinks.settings()}
        if ADDRESS in os.environ:
            self.more["KOHORT_POSTGRES_ADDRESS"] = os.environ[ADDRESS]
        self.safe = f"{installations.folder}/safe"
        os.mkdir(self.safe)

    def run(self):
        first = self.installations.start("first", self.more, words=("--demo",))
        self.patterns = addresses(f"{first.programs}/kohortd", f"{self.installations.folder}/routes", {})
        self.tokens = {t: first.tool("token", "create", "--tenant", t, "--role", "lead")["token"] for t in TENANTS}
        self.private = private_link(first, self.sinks)
        before = self.answers(first)
        good = sum(status == 200 for status, _ in before.values())
        expect(f"{good} reads answer, and so does the private link", good >= 20 and before[self.private][0] == 200)
        self.back_up(first)
        self.destroy(first)
        second = self.restored()
        lost = different(before, self.answers(second))
        expect(f"after the drill all {len(before)} reads are the same bytes, the private link among them: {lost}", not lost)
        self.secretless(second)
        self.foreign(second)
        self.deleted(second)

    def answers(self, installation):
        status, page = installation.read(self.private)
        # Its form's token is another for each browser.
        page = re.sub(rb'name="form_token" value="[^"]+"', b"", page)
        return answers(installation, self.patterns, self.tokens) | {self.private: (status, page)}

    def back_up(self, first):
        """While all goes on; a shell that is no terminal is shown nothing."""
        out, shown = on_terminal(first, "backup", "make", "--all", "--to", self.safe)
        expect(f"a terminal is shown how far it is: {shown.split(chr(13))[-2]!r}", " MB" in shown)
        self.backups = {slug: glob.glob(f"{self.safe}/{slug}-*.kohort")[0] for slug in (*TENANTS, "romerike")}
        expect("each consortium has one", len(out.splitlines()) == len(self.backups) == 3)
        for path in self.backups.values():
            run = first.run("backup", "verify", path)
            expect("it is whole, and without a terminal nothing is shown", (run.returncode, run.stderr) == (0, ""))
        _, shown = on_terminal(first, "backup", "verify", self.backups[GONE])
        expect(f"a terminal is shown how much is to be read: {shown.split(chr(13))[1]!r}", re.search(r"of \d+\.\d MB", shown))
        shutil.copy(f"{first.folder}/secret", f"{self.safe}/secret")

    def destroy(self, first):
        self.installations.kill(first)
        shutil.rmtree(first.folder)
        if ADDRESS in os.environ:
            for name, in ServerBooks.psql("select nspname from pg_namespace where nspname ~ '^(t_|drill)'"):
                ServerBooks.psql(f"drop schema {name} cascade")

    def restored(self):
        os.makedirs(f"{self.installations.folder}/second")
        shutil.copy(f"{self.safe}/secret", f"{self.installations.folder}/second/secret")
        second = self.installations.start("second", self.more)
        for slug, path in self.backups.items():
            _, shown = on_terminal(second, "tenant", "import", path)
            expect(f"{slug} comes in, and a terminal sees it", " MB" in shown)
            expect("nobody comes in before it is resumed", second.read(f"/{slug}")[0] == 404)
            second.tool("tenant", "resume", slug)
        return second

    def secretless(self, second):
        """What the secret is kept for: without it private links are nobody's."""
        second.daemon.stop()
        second.more = {**second.more, "KOHORT_SECRET_FILE": f"{self.safe}/another"}
        if ADDRESS not in os.environ:
            second.begin().wait_until_ready()
            expect("with another secret the private link opens nothing", second.read(self.private)[0] != 200)
            second.daemon.stop()
        del second.more["KOHORT_SECRET_FILE"]
        second.begin().wait_until_ready()

    def foreign(self, second):
        """One consortium's backup never comes into another."""
        before, other = self.answers(second), TENANTS[0]
        run = second.run("backup", "restore", self.backups[GONE], "--into", other, "--yes")
        expect(f"a foreign backup is refused: {run.stderr.strip()}", run.returncode == 1 and "archive.foreign" in run.stderr)
        expect("and nothing of it is there", not different(before, self.answers(second)))
        late = second.tool("token", "create", "--tenant", other, "--role", "lead")["token"]
        results = f"/{other}/api/v1/reports/results"
        expect("what came after the backup", second.read(results, late)[0] == 200)
        _, shown = on_terminal(second, "backup", "restore", self.backups[other], "--into", other, "--yes")
        second.tool("tenant", "resume", other)
        expect("its own undoes what came after", second.read(results, late)[0] == 401 and " MB" in shown)
        expect("and reads as before", not different(before, self.answers(second)))

    def deleted(self, second):
        page, api = f"/{GONE}", f"/{GONE}/api/v1/rounds"

        def statuses():
            return second.read(page)[0], second.read(api, self.tokens[GONE])[0]

        open_statuses = statuses()
        expect("it is there", open_statuses[0] == 200)
        second.tool("tenant", "delete", GONE, "--yes")
        expect("deleted it is unreachable at once", statuses() == (404, 404))
        expect("nothing is purged before its time", second.tool("tenant", "purge", "--yes") == [])
        second.tool("tenant", "restore", GONE)
        expect("taken back it is there", statuses() == open_statuses)
        second.daemon.stop()
        second.more = {**second.more, "KOHORT_DELETED_KEPT_DAYS": "0"}
        second.begin().wait_until_ready()
        place = self.place(second)
        expect("it has a place", self.exists(place))
        second.tool("tenant", "delete", GONE, "--yes")
        expect("its time over, it is purged", second.tool("tenant", "purge", "--yes") == [GONE])
        expect("database, files, outbox and sign-ins are gone with their place", not self.exists(place))
        expect("it is unreachable", statuses() == (404, 404))
        for words in (("tenant", "apply", f"{ROOT}/config/consortia/{GONE}.yaml"), ("tenant", "import", self.backups[GONE])):
            run = second.run(*words)
            expect(f"the tombstone keeps its slug: {run.stderr.strip()}", run.returncode == 1)
        second.tool("tenant", "import", self.backups[GONE], "--as", "another")
        second.tool("tenant", "resume", "another")
        expect("under another slug its backup comes in", second.read("/another")[0] == 200)

    def place(self, installation):
        """Folder or schema."""
        if ADDRESS in os.environ:
            return ServerBooks("drill", GONE).schema()
        (tenant,) = [one["id"] for one in installation.tool("tenant", "list") if one["slug"] == GONE]
        return glob.glob(f"{installation.folder}/tenants/*/{tenant}")[0]

    @staticmethod
    def exists(place):
        if ADDRESS in os.environ:
            return bool(ServerBooks.psql(f"select 1 from pg_namespace where nspname = '{place}'"))
        return os.path.exists(place)


def private_link(installation, sinks):
    """The path of an applicant's own page as it is mailed, which the installation's secret opens."""
    application = Application()
    status = application.send(installation.daemon.port, installation.daemon.origin)
    expect("somebody applies", status == 303)
    for _ in range(300):
        for text in sinks.mailed_to(application.email):
            if link := re.search(r"https?://\S+/candidacies/\S+", text):
                return urllib.parse.urlsplit(link[0]).path
        time.sleep(0.2)
    raise SystemExit("FAILED: no link was mailed")


def main(programs):
    with Installations(programs) as installations:
        sinks = Sinks(installations.folder, 10)
        try:
            Drill(installations, sinks).run()
        finally:
            sinks.stop()


if __name__ == "__main__":
    main(sys.argv[1])
