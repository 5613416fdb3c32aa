"""The real daemon, with the demo unless told otherwise, as tests start, ask and stop it."""

import os
import signal
import socket
import subprocess
import time
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Daemon:
    def __init__(self, binary, data, under=(), preload=None, words=("--demo",), poll=0.05, more=None):
        self.port = free_port()
        self.poll = poll
        self.origin = f"http://127.0.0.1:{self.port}"
        environment = dict(
            os.environ, KOHORT_PORT=str(self.port), KOHORT_DATA=data, KOHORT_PLAIN_HTTP="true", KOHORT_LOG_LEVEL="error",
            KOHORT_LIMIT_FACTOR="1000")
        environment |= more or {}
        if preload:
            environment["LD_PRELOAD"] = preload
        self.log = open(os.path.join(data, "kohortd.log"), "ab")
        self.process = subprocess.Popen(
            [*under, binary, "serve", *words], env=environment, stdout=self.log, stderr=self.log)

    def wait_until_ready(self, seconds=180):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"the daemon ended with {self.process.returncode}: {self.last_words()}")
            try:
                with urllib.request.urlopen(self.origin + "/readyz", timeout=2) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                time.sleep(self.poll)
        raise SystemExit("the daemon never became ready")

    def last_words(self):
        with open(self.log.name, errors="replace") as log:
            return log.read()[-500:]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.log.close()
        return code
