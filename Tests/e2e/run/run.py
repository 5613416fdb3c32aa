"""`make run` as its user meets it, without the build: Scripts/run in a process group of its own, like in a terminal."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "durability"))
from daemon import free_port  # noqa: E402

LONGEST_STOP = 25


class Run:
    def __init__(self, programs, data, port=None, command=("Scripts/run",)):
        self.programs, self.data = programs, data
        self.port = port or free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        environment = dict(os.environ, KOHORT_PORT=str(self.port), KOHORT_DATA=data, MODE=os.path.basename(programs))
        self.process = subprocess.Popen(
            command, env=environment, start_new_session=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.base + "/readyz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def wait_until_ready(self, seconds=120):
        end = time.monotonic() + seconds
        while not self.is_ready():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < end, "never became ready"
        return self

    def wait_for_links(self):
        """The lines up to the last word of the start."""
        lines = []
        for line in self.process.stdout:
            lines.append(line.strip())
            if "Ctrl-C" in line:
                return lines
        raise AssertionError(lines)

    def tell(self, *words):
        """What the operator's tool says over the daemon's socket."""
        command = [f"{self.programs}/kohort", *words, "--json", "--data", self.data]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def content(self):
        """The tenants with their ids, the round in figures, and the cohorts where trainees are at work."""
        at_work = [self.tell("cohort", "list", "--tenant", tenant) for tenant in ("ks", "romerike")]
        return self.tell("tenant", "list"), self.tell("report", "funnel", "--tenant", "norra-norrland"), at_work

    @property
    def daemon(self):
        with open(f"{self.data}/lock") as file:
            return int(file.read())

    def interrupt(self):
        """Ctrl-C: SIGINT to the whole group. Gives the exit code and the seconds that it took."""
        begun = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(timeout=LONGEST_STOP + 10)
        return code, time.monotonic() - begun

    def ends_well(self):
        """Ctrl-C, and an end in order; if it is not, what the script and the log said."""
        code, seconds = self.interrupt()
        if code:
            with open(f"{self.data}/kohortd.log") as log:
                raise AssertionError((code, f"{seconds:.1f} s", self.process.communicate(), log.readlines()[-20:]))

    def refusal(self):
        """What is said by a start that is refused."""
        _, said = self.process.communicate(timeout=60)
        assert self.process.returncode == 1, (self.process.returncode, said)
        return said
