"""A trace of system calls: file, folder and log are synced before the first byte of the answer leaves.

    syncs.py KOHORTD

The same is asked of a daemon whose syncs are taken away by a preloaded library, and must fail there.
"""

import os
import re
import subprocess
import sys
import tempfile
import time

from application import Application
from daemon import Daemon
from preload import library

NO_SYNCS = """
int fsync(int descriptor) { (void)descriptor; return 0; }
int fdatasync(int descriptor) { (void)descriptor; return 0; }
"""
WANTED = {
    "the file": r"f(data)?sync\(\d+<[^>]*/files/incoming/",
    "its folder": r"f(data)?sync\(\d+<[^>]*/files/[0-9a-f]{2}>",
    "the log": r"f(data)?sync\(\d+<[^>]*tenant\.sqlite-wal>",
}


def trace(binary, preload=None):
    """The lines of the trace from the application's arrival to its answer."""
    with tempfile.TemporaryDirectory(prefix="kohort-syncs-") as data:
        Daemon(binary, data).wait_until_ready(300).stop()
        path = os.path.join(data, "trace")
        calls = "trace=fsync,fdatasync,write,writev,sendmsg,sendto,read,recvmsg,recvfrom"
        under = ["strace", "-f", "-y", "-s", "64", "-o", path, "-e", calls]
        daemon = Daemon(binary, data, under=under, preload=preload).wait_until_ready()
        time.sleep(1)
        status = Application(20_000).send(daemon.port, daemon.origin)
        subprocess.run(["pkill", "-KILL", "-P", str(daemon.process.pid)])
        daemon.process.wait()
        assert status == 303, f"the application was answered with {status}"
        with open(path, errors="replace") as lines:
            text = lines.read()
    arrival = text.index("POST /norra-norrland/rounds")
    return text[arrival : text.index("HTTP/1.1 303", arrival)]


def unsynced(lines):
    return [what for what, pattern in WANTED.items() if not re.search(pattern, lines)]


def main(binary):
    lacking = unsynced(trace(binary))
    print("synced before the answer:", "all" if not lacking else f"not {lacking}")
    with tempfile.TemporaryDirectory() as folder:
        found = unsynced(trace(binary, preload=library(folder, "no_syncs", NO_SYNCS)))
    print("without syncs the trace lacks:", found)
    failures = len(lacking) + (found != list(WANTED))
    print(f"{2 - min(2, failures)} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
