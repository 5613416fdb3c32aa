"""The daemon runs out of file descriptors: what it cannot take it refuses or leaves waiting, it neither ends nor loses
anything, and all comes back when there are some again.

    descriptors.py FOLDER-OF-BINARIES
"""

import socket
import sys
import time

sys.dont_write_bytecode = True
from trial import NEIGHBOUR, TENANT, Trial, tried  # noqa: E402

#: Enough for a start.
LIMIT = 128


class Exhausted(Trial):
    def __init__(self, installations):
        super().__init__(installations, ("prlimit", f"--nofile={LIMIT}:{LIMIT}"))

    def run(self):
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
