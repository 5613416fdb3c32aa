"""What the trials of faults have in common: checks that are counted and printed, and the daemon as they look at it."""

import json
import os
import sys
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "durability"), os.path.join(HERE, "..", "engines")]

from daemon import free_port  # noqa: E402
from ground import DEFINITION, TENANT, Ground, Refused, Unanswered, ask  # noqa: E402
from installation import Installations  # noqa: E402

NEIGHBOUR = "neighbour"
NAMESPACE = "KOHORT_FAULTS_NAMESPACE"


def enter_namespace():
    """Starts this program again where a mount is nobody else's; without being root, as root of a namespace."""
    if os.environ.get(NAMESPACE):
        return
    os.environ[NAMESPACE] = "1"
    flags = ["-m"] if os.geteuid() == 0 else ["-m", "-r"]
    os.execvp("unshare", ["unshare", *flags, sys.executable, *sys.argv])


class Checks:
    def __init__(self):
        self.failures, self.count = [], 0

    def check(self, holds, what):
        self.count += 1
        if not holds:
            self.failures.append(what)
        print("ok:" if holds else "FAILED:", what, flush=True)

    def end(self):
        print(f"{self.count - len(self.failures)} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0


class Trial(Checks):
    """Two consortia on one installation, whose figures and sentences are read."""

    def __init__(self, installations, under=(), more=None):
        super().__init__()
        self.figures_port = free_port()
        settings = {
            "KOHORT_METRICS_PORT": str(self.figures_port), "KOHORT_MAIL_HOST": "127.0.0.1", "KOHORT_MAIL_PORT": "9",
            "KOHORT_MAIL_SECURITY": "none", "KOHORT_MAIL_FROM": "kohort@office.example", **(more or {})}
        self.installation = installations.start("faulty", settings, under=under)
        self.ground = Ground(self.tool, self.daemon.port, self.installation.folder)
        path = os.path.join(self.installation.folder, "neighbour.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(DEFINITION.replace(f"slug: {TENANT}\n", f"slug: {NEIGHBOUR}\n", 1))
        self.tool("tenant", "apply", path)
        self.neighbour = self.tool("token", "create", "--tenant", NEIGHBOUR, "--role", "lead")["token"]

    @property
    def daemon(self):
        return self.installation.daemon

    @property
    def tool(self):
        return self.installation.tool

    def get(self, path):
        """Status and text."""
        request = urllib.request.Request(self.daemon.origin + path, headers={"Accept-Language": "en"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def raise_matter(self, token, tenant=TENANT):
        """The status that a small command is answered with; None where there is no answer."""
        try:
            ask(self.daemon.port, "POST", "/matters", token, {"kind": "legal", "title": "Who signs?"}, tenant=tenant)
            return 201
        except Refused as refusal:
            return refusal.status
        except Unanswered:
            return None

    def figure(self, sample):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.figures_port}/metrics", timeout=10) as answer:
            text = answer.read().decode()
        self.named = [slug for slug in (TENANT, NEIGHBOUR) if f'"{slug}"' in text]
        return next((float(line.split()[-1]) for line in text.splitlines() if line.startswith(sample + " ")), None)

    def doctor(self):
        """Who is well, by subject."""
        return {line["subject"]: line["is_well"] for line in json.loads(self.installation.run("doctor").stdout)}


def tried(kind, programs):
    """The exit code of a trial that stops its daemon itself."""
    with Installations(programs) as installations:
        trial = kind(installations)
        trial.run()
        installations.running.clear()
    return trial.end()
