"""Daemons with folders of their own, and the tool beside each."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "durability"))
from daemon import Daemon  # noqa: E402


class Installation:
    """A daemon with a folder of its own, and the tool beside it."""

    def __init__(self, programs, folder, more, words=(), under=()):
        os.makedirs(folder, exist_ok=True)
        self.programs, self.folder, self.more, self.under = programs, folder, more, under
        self.begin(words).wait_until_ready()

    def begin(self, words=()):
        """Starts its daemon, and does not wait for it."""
        self.daemon = Daemon(f"{self.programs}/kohortd", self.folder, self.under, words=words, more=self.more)
        return self.daemon

    def run(self, *words):
        return subprocess.run(
            [f"{self.programs}/kohort", *words, "--data", self.folder, "--json"], env=dict(os.environ, **self.more),
            capture_output=True, text=True)

    def tool(self, *words):
        run = self.run(*words)
        if run.returncode:
            raise SystemExit(f"kohort {' '.join(words)}: {run.stderr}")
        return json.loads(run.stdout)

    def read(self, path, token=None):
        request = urllib.request.Request(self.daemon.origin + path)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()


class Installations:
    """Those that a test runs; they and what they wrote are gone after it."""

    def __init__(self, programs):
        self.programs, self.running = os.path.abspath(programs), []

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="kohort-engines-")
        return self

    def __exit__(self, *_):
        for installation in self.running:
            installation.daemon.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, name, more, words=(), under=()):
        self.running.append(Installation(self.programs, f"{self.folder}/{name}", more, words, under))
        return self.running[-1]

    def kill(self, installation):
        installation.daemon.kill()
        self.running.remove(installation)
