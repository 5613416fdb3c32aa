"""SIGTERM while large uploads are half sent: each is whole or not there, the daemon ends in order, and the next start finds
nothing of the others.

    stopping.py FOLDER-OF-BINARIES
"""

import http.client
import socket
import sys
import threading
import time

sys.dont_write_bytecode = True
from trial import TENANT, Trial, tried  # noqa: E402
from application import BOUNDARY, Application  # noqa: E402
from forms import Page  # noqa: E402
from books import FolderBooks  # noqa: E402
from callers import CALL  # noqa: E402
from findings import files, unlike_the_journal  # noqa: E402

#: A container platform kills after some 30 s.
LIMIT = 25


class Slow:
    """One form, whose second half is sent when it is told, or never."""

    def __init__(self, daemon, demand):
        self.application = Application(2 << 20, CALL, demand)
        page = Page(daemon.origin, CALL.split("/")[1])
        body = self.application.body(page)
        self.connection = socket.create_connection(("127.0.0.1", daemon.port), timeout=60)
        head = (
            f"POST {CALL} HTTP/1.1\r\nHost: 127.0.0.1:{daemon.port}\r\nOrigin: {daemon.origin}\r\nCookie: {page.cookie}\r\n"
            f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {len(body)}\r\n\r\n")
        self.connection.sendall(head.encode() + body[: len(body) // 2])
        self.rest = body[len(body) // 2 :]

    def end(self):
        """The status of the answer; None where there is none."""
        try:
            for start in range(0, len(self.rest), 1 << 18):
                self.connection.sendall(self.rest[start : start + (1 << 18)])
                time.sleep(0.2)
            response = http.client.HTTPResponse(self.connection)
            response.begin()
            return response.status
        except (OSError, http.client.HTTPException):
            return None


class Stopping(Trial):
    def run(self):
        ending = [Slow(self.daemon, self.ground.demand) for _ in range(3)]
        hanging = [Slow(self.daemon, self.ground.demand) for _ in range(3)]
        time.sleep(0.5)
        statuses = {}
        threads = [threading.Thread(target=lambda one=one: statuses.update({one: one.end()})) for one in ending]
        stopping = threading.Thread(target=lambda: statuses.update(code=self.daemon.stop()))
        stopping.start()
        time.sleep(0.2)
        for thread in threads:
            thread.start()
        stopping.join(LIMIT)
        self.check(not stopping.is_alive(), f"it has ended within {LIMIT} seconds, whoever hangs")
        stopping.join()
        for thread in threads:
            thread.join()
        self.check(statuses.pop("code") == 0, "it ended in order")
        self.installation.begin().wait_until_ready()
        self.judge(statuses, hanging)
        self.check(self.daemon.stop() == 0, "the next one stops in order")

    def judge(self, statuses, hanging):
        books = FolderBooks(self.installation.folder, TENANT)
        kept = dict(books.rows(
            "select c.email, d.hash from candidacy c join candidacy_document d on d.candidacy = c.id where state = 'submitted'"))
        print("answered:", list(statuses.values()))
        told = {one.application.email: one.application.hash for one, status in statuses.items() if status == 303}
        self.check(told.items() <= kept.items(), f"the {len(told)} that were acknowledged are there whole")
        self.check(set(statuses.values()) <= {303, 503, None}, "the others were refused, or broken off")
        self.check(not any(one.application.email in kept for one in hanging), "of those that never ended nothing is there")
        wrong = [*unlike_the_journal(books), *files(books), *books.damage()]
        self.check(not wrong, f"rows, journal and files agree: {wrong}")
        self.check(books.arriving() == 0, f"nothing is left arriving: {books.arriving()}")


if __name__ == "__main__":
    sys.exit(tried(Stopping, sys.argv[1]))
