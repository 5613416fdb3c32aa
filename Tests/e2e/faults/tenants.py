"""One consortium's file is corrupt, cut short, gone, read-only or locked by somebody: it alone is answered 503, with a
sentence, until that is mended; the daemon is ready, the neighbour goes on, the doctor names it, the figures count it.

    tenants.py FOLDER-OF-BINARIES
"""

import contextlib
import os
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True
from trial import NEIGHBOUR, TENANT, Trial, enter_namespace, tried  # noqa: E402
from books import FolderBooks  # noqa: E402


@contextlib.contextmanager
def overwritten(path):
    """Its pages are somebody else's bytes."""
    with open(path, "rb") as file:
        kept = file.read()
    with open(path, "r+b") as file:
        file.write(b"somebody else's " * (len(kept) // 16))
    yield
    with open(path, "r+b") as file:
        file.write(kept)
    for ending in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.remove(path + ending)


@contextlib.contextmanager
def cut_short(path):
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        kept = file.read()
    os.truncate(path, size // 3)
    yield
    with open(path, "r+b") as file:
        file.write(kept)


@contextlib.contextmanager
def gone(path):
    os.rename(path, path + ".away")
    yield
    os.rename(path + ".away", path)


@contextlib.contextmanager
def read_only(path):
    """As a mount is that the kernel has made so."""
    folder = os.path.dirname(path)
    for words in (["--bind", folder, folder], ["-o", "remount,bind,ro", folder]):
        subprocess.run(["mount", *words], check=True)
    yield
    subprocess.run(["umount", "-l", folder], check=True)


@contextlib.contextmanager
def locked(path):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("begin immediate")
    yield
    database.execute("rollback")
    database.close()


class FaultyTenants(Trial):
    def run(self):
        path = FolderBooks(self.installation.folder, TENANT).folder() + "/tenant.sqlite"
        for fault in (overwritten, cut_short, gone, read_only, locked):
            self.daemon.stop()
            before = os.path.getsize(path)
            with fault(path):
                self.installation.begin().wait_until_ready()
                self.alone(fault.__name__)
            self.mended(fault.__name__)
            self.check(os.path.getsize(path) >= before, f"{fault.__name__}: nothing was put in its place")
        with locked(path):
            self.check(self.get(f"/{TENANT}")[0] == 200, "locked while it is open: it is read on")
            self.check(self.raise_matter(self.ground.lead) == 503, "locked while it is open: nothing is written")
            self.neighbourly("locked while it is open")
        self.mended("locked while it is open")
        self.check(self.daemon.stop() == 0, "the daemon stops in order")

    def alone(self, fault):
        status, page = self.get(f"/{TENANT}")
        self.check(status == 503 and "The storage does not answer just now" in page, f"{fault}: a page is {status}")
        self.check(self.raise_matter(self.ground.lead) == 503, f"{fault}: a command is refused")
        self.neighbourly(fault)
        wells = self.doctor()
        self.check((wells[TENANT], wells[NEIGHBOUR]) == (False, True), f"{fault}: the doctor names it: {wells}")
        self.check(self.figure('kohort_tenants{state="broken"}') == 1, f"{fault}: it is counted")
        self.check((self.figure('kohort_storage_faults_total{reason="unavailable"}') or 0) > 0, f"{fault}: so are the refusals")
        self.check(not self.named, f"{fault}: the figures name nobody")

    def neighbourly(self, fault):
        self.check(self.get("/readyz")[0] == 200, f"{fault}: the daemon is ready")
        self.check(self.get(f"/{NEIGHBOUR}")[0] == 200, f"{fault}: the neighbour is read")
        self.check(self.raise_matter(self.neighbour, NEIGHBOUR) == 201, f"{fault}: the neighbour is written")

    def mended(self, fault):
        found = self.get(f"/{TENANT}")[0], self.raise_matter(self.ground.lead)
        self.check(found == (200, 201), f"{fault}: mended, it is there by itself: {found}")
        wells = self.doctor()
        self.check(wells[TENANT] and self.figure('kohort_tenants{state="broken"}') == 0, f"{fault}: and well: {wells}")


if __name__ == "__main__":
    enter_namespace()
    sys.exit(tried(FaultyTenants, sys.argv[1]))
