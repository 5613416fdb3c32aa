"""The daemon runs out of file descriptors: what it cannot take it refuses or leaves waiting, it neither ends nor loses
anything, and all comes back when there are some again. It takes as many as it may have, and holds no more tenants open
than those are enough for.

    descriptors.py FOLDER-OF-BINARIES
"""

import json
import re
import socket
import sys
import time

sys.dont_write_bytecode = True
from trial import NEIGHBOUR, TENANT, Trial, tried  # noqa: E402

#: Enough for a start; fewer than it starts with are no hindrance.
LIMIT, LESS = 128, 64


class Exhausted(Trial):
    def __init__(self, installations):
        super().__init__(installations, ("prlimit", f"--nofile={LESS}:{LIMIT}"), {"KOHORT_LOG_LEVEL": "info"})

    def run(self):
        with open(f"/proc/{self.daemon.process.pid}/limits", encoding="utf-8") as limits:
            soft, hard = re.search(r"Max open files\s+(\d+)\s+(\d+)", limits.read()).groups()
        self.check((soft, hard) == (str(LIMIT), str(LIMIT)), f"it takes as many as it may: {soft} of {hard}")
        with open(self.daemon.log.name, encoding="utf-8") as log:
            told = [line for line in map(json.loads, log) if line["message"] == "limits"][-1]
        found = told["descriptors"], told["open_tenants"]
        self.check(found == (str(LIMIT), str(LIMIT // 22)), f"it says so, and how many tenants that is enough for: {found}")
        for number in range(3):
            self.exhaust(number + 1)
        self.check(self.daemon.process.poll() is None, "the daemon runs on")
        self.check(self.daemon.stop() == 0, "it stops in order")

    def exhaust(self, number):
        idle = []
        for _ in range(2 * LIMIT):
            try:
                idle.append(socket.create_connection(("127.0.0.1", self.daemon.port), timeout=2))
            except OSError:
                break
        time.sleep(1)
        # It may be that nobody is heard any more; whoever is heard gets an honest answer.
        for path in ("/readyz", f"/{NEIGHBOUR}", f"/{TENANT}"):
            try:
                idle[0].sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.daemon.port}\r\n\r\n".encode())
                idle[0].settimeout(10)
                status = idle[0].recv(65536)[9:12].decode()
            except OSError as error:
                status = type(error).__name__
            self.check(status in ("200", "503", "timeout", "TimeoutError", "ConnectionResetError", ""), f"without descriptors {path} is {status}")
        for one in idle:
            one.close()
        self.check(self.back(), f"time {number}: it answers when there are some again")
        found = self.raise_matter(self.ground.lead), self.raise_matter(self.neighbour, NEIGHBOUR)
        self.check(found == (201, 201), f"time {number}: and takes what it is told: {found}")

    def back(self):
        for _ in range(60):
            try:
                if self.get(f"/{TENANT}")[0] == self.get("/readyz")[0] == 200:
                    return True
            except OSError:
                pass
            time.sleep(0.5)
        return False


if __name__ == "__main__":
    sys.exit(tried(Exhausted, sys.argv[1]))
