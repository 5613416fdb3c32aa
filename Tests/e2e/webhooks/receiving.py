"""The receiver of webhooks as tests start it and read what it got."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Receiver:
    def __init__(self, folder, *more):
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-B", HERE / "receiver.py", folder, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def lines(self):
        file = self.folder / "received"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def received(self, path):
        return [message for message in self.lines() if message["path"] == path]

    def stop(self):
        self.process.kill()
        self.process.wait()
