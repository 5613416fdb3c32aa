"""A full disk under the real daemon: what cannot be stored is refused with a reason and nothing of it remains, what was
acknowledged is there, reading goes on, and all comes back when there is room.

    full_disk.py KOHORTD

The disk is a small tmpfs in a mount namespace of this program's own. The daemon's log lies on it too.
"""

import errno
import glob
import hashlib
import http.client
import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))

from application import BOUNDARY, Application  # noqa: E402
from daemon import Daemon  # noqa: E402
from forms import FIELD, Page  # noqa: E402
from kill import is_recruiting, missing  # noqa: E402
from trial import Checks, enter_namespace, free_port  # noqa: E402

MEGABYTE = 1 << 20
TENANT = "/norra-norrland"


class Disk:
    """A disk of a few megabytes, filled with ballast as one likes."""

    def __init__(self, folder, megabytes):
        self.folder = folder
        self.ballast = os.path.join(folder, "ballast")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)

    def free(self):
        facts = os.statvfs(self.folder)
        return facts.f_bavail * facts.f_frsize

    def leave(self, free):
        """Fills the disk until so many bytes are free."""
        with open(self.ballast, "ab") as ballast:
            try:
                while self.free() > free:
                    os.write(ballast.fileno(), b"x" * min(self.free() - free, MEGABYTE))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
        assert self.free() <= free, f"{self.free()} bytes are free"

    def empty(self):
        os.remove(self.ballast)


class Answer:
    def __init__(self, response, seconds):
        self.status = response.status
        self.wait = response.getheader("Retry-After")
        self.cookie = (response.getheader("Set-Cookie") or "").split(";")[0]
        self.text = response.read().decode(errors="replace")
        self.seconds = seconds


def ask(daemon, method, path, body=None, headers=None):
    """Sends and reads at once, as a browser does: an answer may come before all has been sent."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", daemon.port), timeout=30) as connection:
        lines = {"Host": f"127.0.0.1:{daemon.port}", "Origin": daemon.origin, "Accept-Language": "en", **(headers or {})}
        if body is not None:
            lines["Content-Length"] = str(len(body))
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + "\r\n"
        sender = threading.Thread(target=push, args=(connection, head.encode() + (body or b"")), daemon=True)
        sender.start()
        response = http.client.HTTPResponse(connection)
        response.begin()
        answer = Answer(response, time.monotonic() - start)
    sender.join()
    return answer


def push(connection, bytes):
    try:
        connection.sendall(bytes)
    except OSError:
        pass


def get(daemon, path, cookie=None):
    return ask(daemon, "GET", TENANT + path, headers={"Cookie": cookie} if cookie else None)


def post(daemon, path, fields, cookie=""):
    page = Page(daemon.origin, TENANT[1:], cookie)
    body = urllib.parse.urlencode({FIELD: page.token, **fields}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": page.cookie}
    return ask(daemon, "POST", TENANT + path, body, headers)


def apply(daemon, application):
    page = Page(daemon.origin, TENANT[1:])
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Cookie": page.cookie}
    return ask(daemon, "POST", TENANT + "/rounds/first-call/candidacies", application.body(page), headers)


class FullDisk(Checks):
    def __init__(self, binary, data):
        super().__init__()
        self.binary, self.data = binary, data
        self.figures_port = free_port()
        self.acknowledged = []
        self.matters = []

    def refused(self, answer, what, words="There is no room for more just now"):
        self.check(
            answer.status == 503 and answer.wait == "60" and words in answer.text and answer.seconds < 15,
            f"{what}: {answer.status}, Retry-After {answer.wait}, {answer.seconds:.1f} s")

    def taken(self, what, size=200_000):
        application = Application(size)
        answer = apply(self.daemon, application)
        self.check(answer.status == 303, f"{what}: {answer.status}")
        if answer.status == 303:
            self.acknowledged.append((application, answer.status))

    def run(self):
        disk = Disk(self.data, 64)
        settings = {"KOHORT_METRICS_PORT": str(self.figures_port), "KOHORT_SECRET_FILE": self.first_start()}
        self.daemon = Daemon(self.binary, self.data, more=settings).wait_until_ready(300)
        self.lead = self.sign_in()
        self.taken("an application while there is room")
        self.health("while there is room", True)
        self.upload_over_the_end(disk)
        self.commands_to_the_end(disk)
        self.reading()
        self.figures()
        self.health("while it is full", False)
        self.check(self.daemon.process.poll() is None, "the daemon runs on")
        disk.empty()
        self.health("when there is room again, and nobody has written", True)
        self.taken("an application when there is room again")
        self.taken("a large one when there is room again", 8 * MEGABYTE)
        self.check(self.raise_matter("after").status == 303, "a small form when there is room again")
        self.health("when there is room again", True)
        self.check(self.daemon.stop() == 0, "the daemon stops in order")
        self.kept()

    def first_start(self):
        """Where the secret finds no room, nothing of it remains to be found damaged later."""
        folder = os.path.join(self.data, "keys")
        os.mkdir(folder)
        disk, path = Disk(folder, 1), os.path.join(folder, "secret")
        disk.leave(0)
        daemon = Daemon(self.binary, self.data, more={"KOHORT_SECRET_FILE": path})
        code = daemon.process.wait(timeout=60)
        self.check(code != 0 and "a disk with room" in daemon.last_words(), f"no room for the secret: {daemon.last_words()}")
        self.check(os.listdir(folder) == ["ballast"], f"nothing of it is left: {os.listdir(folder)}")
        disk.empty()
        return path

    def sign_in(self):
        links = self.tool("demo", "links").stdout
        path = re.search(r"/norra-norrland(/sign-in/\S+)", links).group(1)
        return post(self.daemon, path, {}).cookie

    def upload_over_the_end(self, disk):
        disk.leave(2 * MEGABYTE)
        large = Application(9 * MEGABYTE)
        self.refused(apply(self.daemon, large), "a CV of 9 MB where 2 MB are left")
        self.check(self.swept(), "nothing of it is left lying")
        self.check(disk.free() >= MEGABYTE, f"its room is free again: {disk.free()} bytes")

    def swept(self):
        """Files are discarded just after the answer."""
        for _ in range(50):
            if not glob.glob(f"{self.data}/tenants/*/*/files/incoming/*"):
                return True
            time.sleep(0.1)
        return False

    def commands_to_the_end(self, disk):
        """Small forms that need no file, until one finds no room in the log."""
        disk.leave(0)
        for number in range(2000):
            answer = self.raise_matter(f"number {number} " + "x" * 150)
            if answer.status != 303:
                break
        # The lead reads Swedish.
        self.refused(answer, f"a small form after {len(self.matters)} that had room", "Just nu får inget mer plats")
        self.refused(apply(self.daemon, Application(300_000)), "an application where nothing is left")
        # More lines than the last block of the log, which lies on the same disk, has room for.
        statuses = {self.raise_matter(f"late {number} " + "x" * 150).status for number in range(40)}
        self.check(statuses == {503}, f"forty more: {statuses}")
        self.check(self.swept(), "nothing of it is left lying either")

    def raise_matter(self, title):
        answer = post(self.daemon, "/staff/matters", {"kind": "economic", "title": title}, self.lead)
        if answer.status == 303:
            self.matters.append(title)
        return answer

    def reading(self):
        for path in ["", "/vacancies", "/vacancies?field=Energy", "/api/v1/vacancies", "/calendar"]:
            answer = get(self.daemon, path)
            self.check(answer.status == 200, f"reading {path or '/'}: {answer.status}")
        for path in ["/staff", "/staff/rounds/first-call/candidacies", "/staff/matters", "/staff/journal"]:
            answer = get(self.daemon, path, self.lead)
            self.check(answer.status == 200, f"the lead reads {path}: {answer.status}")

    def health(self, when, is_well):
        """One tenant without room takes nobody out of rotation; the operator is told whose it is."""
        with urllib.request.urlopen(self.daemon.origin + "/readyz", timeout=30) as answer:
            self.check(answer.status == 200, f"{when} the daemon is ready")
        ready = self.tool("ready")
        self.check((ready.returncode, ready.stdout) == (0, "ready\n"), f"{when} the tool finds it ready too")
        lines = [line.split(None, 2) for line in self.tool("doctor").stdout.splitlines()]
        found = {subject: (mark, text) for mark, subject, text in lines}
        tenant = found.pop(TENANT[1:])
        # They lie on the same disk: what a worker was refused there is told too.
        others = {subject: text for subject, (mark, text) in found.items() if subject in ("romerike", "ks")
            if mark == "well" or "nothing can be written" in text}
        self.check(len(others) == 2, f"{when} the others are well, or met the same: {found}")
        wanted = tenant[0] == "well" if is_well else tenant[0] == "look" and "disk is full" in tenant[1]
        self.check(wanted, f"{when} the doctor says of the tenant: {tenant}")

    def tool(self, *words):
        tool = os.path.join(os.path.dirname(self.binary), "kohort")
        environment = dict(os.environ, KOHORT_DATA=self.data, KOHORT_PORT=str(self.daemon.port))
        return subprocess.run([tool, *words], env=environment, capture_output=True, text=True, timeout=60, check=False)

    def figures(self):
        """They say what is full, and whose it is they do not."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.figures_port}/metrics", timeout=30) as answer:
            text = answer.read().decode()
        refused = re.search(r'^kohort_storage_faults_total{reason="full"} (\d+)$', text, re.MULTILINE)
        self.check(refused and int(refused[1]) > 40, f"the figures count what found no room: {refused and refused[1]}")
        named = [slug for slug in ("norra-norrland", "romerike", "ks") if f'"{slug}"' in text]
        self.check(not named, f"the figures name nobody: {named}")

    def kept(self):
        lost = missing(self.data, self.acknowledged)
        self.check(not lost, f"{len(self.acknowledged)} acknowledged applications are there with their files")
        (path,) = [p for p in glob.glob(f"{self.data}/tenants/*/*/tenant.sqlite") if is_recruiting(p)]
        with sqlite3.connect(path) as database:
            titles = [row[0] for row in database.execute("select title from matter where slug is null")]
            hashes = {row[0] for row in database.execute("select hash from file where uses > 0")}
        found = [title for title in self.matters if sum(title in text for text in titles) == 1]
        self.check(found == self.matters and len(titles) == len(found), f"of the small forms exactly the {len(found)} acknowledged")
        files = glob.glob(path.replace("tenant.sqlite", "files/*/*"))
        broken = [file for file in files if hashlib.sha256(open(file, "rb").read()).hexdigest() != os.path.basename(file)]
        self.check(not broken, f"every one of {len(files)} files is whole")
        self.check(hashes <= {os.path.basename(file) for file in files}, "every file that is referred to is there")


def main(binary):
    with tempfile.TemporaryDirectory(prefix="kohort-full-") as data:
        trial = FullDisk(os.path.abspath(binary), data)
        try:
            trial.run()
        except (OSError, http.client.HTTPException) as error:
            trial.check(False, f"the daemon no longer answers: {error!r}")
        finally:
            if hasattr(trial, "daemon") and trial.daemon.process.poll() is None:
                trial.daemon.kill()
            subprocess.run(["umount", "-l", data], check=False)
    return trial.end()


if __name__ == "__main__":
    enter_namespace()
    sys.exit(main(sys.argv[1]))
