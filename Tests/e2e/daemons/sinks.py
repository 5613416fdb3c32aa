"""Who the daemons send to, and whether anything came twice that no crash explains."""

import collections
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "webhooks"))
from receiving import Receiver  # noqa: E402

#: What was under way at a moment, by the id that it bears outside.
LEASED = {
    "mail": "select id from outbox where state = 'waiting' and lease_until is not null",
    "webhook": "select id from webhook_delivery where state = 'pending' and lease_until is not null",
}
DONE = {
    "mail": "select id from outbox where state = 'sent'",
    "webhook": "select id from webhook_delivery where state = 'delivered'",
}
WAITING = {
    "mail": "select id from outbox where state = 'waiting' and lease_until is null",
    "webhook": "select id from webhook_delivery where state = 'pending' and lease_until is null",
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


class Sinks:
    """An SMTP server and a receiver of webhooks, and what may have been sent by who is gone now."""

    def __init__(self, folder, minutes):
        self.mails = Path(folder, "mails")
        self.mails.mkdir()
        hooks = Path(folder, "hooks")
        hooks.mkdir()
        self.receiver = Receiver(hooks, "--minutes", str(minutes))
        self.server = subprocess.Popen(
            [sys.executable, "-B", HERE.parent / "smtp" / "server.py", self.mails, "--minutes", str(minutes)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.server.stdout.readline())
        self.excused = {what: set() for what in LEASED}

    def settings(self):
        return {
            "KOHORT_MAIL_HOST": "127.0.0.1", "KOHORT_MAIL_PORT": str(self.port), "KOHORT_MAIL_SECURITY": "none",
            "KOHORT_MAIL_FROM": "kohort@office.example", "KOHORT_WEBHOOKS_PLAIN_HTTP": "true",
            "KOHORT_WEBHOOKS_PORTS": f"443,8443,{self.receiver.port}", "KOHORT_WEBHOOKS_ALLOWED_ADDRESSES": "127.0.0.0/8"}

    def excuse(self, books):
        """What was under way just now may come a second time."""
        for what, sql in LEASED.items():
            self.excused[what] |= {id for id, in books.rows(sql)}

    def letters(self):
        return [json.loads(path.read_text()) for path in self.mails.glob("mail-*.json")]

    def mailed_to(self, address):
        """The texts of its letters."""
        own = [mail for mail in self.letters() if address in mail["recipients"]]
        return [text for mail in own for _, text in mail["parts"]]

    def received(self):
        """How often each message came."""
        headers = [dict(mail["headers"])["Message-ID"] for mail in self.letters()]
        hooks = [message["id"] for message in self.receiver.lines()]
        return {
            "mail": collections.Counter(UUID.search(header)[0] for header in headers),
            "webhook": collections.Counter(UUID.search(id)[0] for id in hooks)}

    def waiting(self, books, states=(WAITING,)):
        return [id for sql in states for what in sql for id, in books.rows(sql[what])]

    def findings(self, books):
        for what, came in self.received().items():
            twice = {id for id, times in came.items() if times > 1}
            done = {id for id, in books.rows(DONE[what])}
            print(f"{len(came)} of {what}, {len(twice)} came again after a crash, {len(done)} noted as done")
            yield from (f"{what} {id} came {came[id]} times without a crash" for id in twice - self.excused[what])
            yield from (f"{what} {id} was noted and never came" for id in done - set(came))
            if not came:
                yield f"no {what} came: nothing was tested"

    def stop(self):
        self.receiver.stop()
        self.server.kill()
        self.server.wait()
