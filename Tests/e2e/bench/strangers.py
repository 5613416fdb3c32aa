"""Whether the time of an answer tells who is known: sign-in links asked for and passwords tried, each by somebody who is
known and by somebody who is not, in turn and in an order that chance decides. Mail goes out meanwhile."""

import base64
import hashlib
import hmac
import json
import os
import random
import re
import socketserver
import statistics
import struct
import threading
import time
from urllib.parse import urlencode, urlparse

from daemon import Daemon
from forms import FIELD, Page
from kohort import Operator
from pages import spread
from visitor import Visitor

TENANT = "norra-norrland"
ROUNDS = 5
LINKS, ACCOUNTS = 40, 6
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Mail(socketserver.StreamRequestHandler):
    """Takes every letter and forgets it."""

    def handle(self):
        self.say("220 bench")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
            self.say("221 bye" if word == b"QUIT" else "250 ok")
            if word == b"QUIT":
                return

    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")


class Door:
    """The daemon with its demo, and the people who are known there."""

    def __init__(self, binaries, folder):
        self.mail = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail)
        self.mail.daemon_threads = True
        threading.Thread(target=self.mail.serve_forever, daemon=True).start()
        settings = {
            "KOHORT_MAIL_HOST": "127.0.0.1", "KOHORT_MAIL_PORT": str(self.mail.server_address[1]),
            "KOHORT_MAIL_SECURITY": "none", "KOHORT_MAIL_FROM": "kohort@bench.example"}
        os.mkdir(folder)
        self.daemon = Daemon(f"{binaries}/kohortd", folder, more=settings).wait_until_ready()
        self.operator = Operator(folder)
        page = Page(self.daemon.origin, TENANT)
        self.visitor = Visitor(self.daemon.origin, dict(part.split("=", 1) for part in page.cookie.split("; ")))
        self.token = page.token

    def press(self, path, fields, visitor=None):
        body = urlencode({FIELD: self.token, **fields})
        return (visitor or self.visitor).ask("POST", f"/{TENANT}{path}", body, FORM)

    def time(self, path, fields, status):
        start = time.perf_counter()
        answer, content = self.press(path, fields)
        took = (time.perf_counter() - start) * 1000
        if answer.status != status:
            raise SystemExit(f"{path}: {answer.status} {content[:300]}")
        return took

    def invite(self, address):
        words = {"tenant": TENANT, "email": address, "name": "Bench", "role": "committee", "language": "en"}
        self.operator.request("POST", "/calls/MakeInvitation", json.dumps(words))
        answer = self.operator.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"invitation: {answer.status} {content[:300]}")
        return urlparse(json.loads(content)["link"]).path.removeprefix(f"/{TENANT}")

    def set_password(self, address):
        """As its owner does: by a link, with an authenticator."""
        own = Visitor(self.daemon.origin, self.visitor.cookies)
        self.press(self.invite(address), {}, own)
        page = own.fetch(f"/{TENANT}/me/ways-in/password").decode()
        sealed = re.search(r'name="sealed" value="([^"]+)"', page)[1]
        key = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
        fields = {"password": f"fem blå sykler i {address}", "code": code(key), "sealed": sealed}
        answer, content = self.press("/me/ways-in/password", {**fields, FIELD: token(page)}, own)
        if answer.status != 200:
            raise SystemExit(f"password: {answer.status} {content[:300]}")

    def stop(self):
        self.daemon.stop()
        self.mail.shutdown()
        self.mail.server_close()


def token(page):
    return re.search(rf'name="{FIELD}" value="([^"]+)"', page)[1]


def code(key):
    """Of RFC 6238, now."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def compare(name, known, unknown, ask):
    """`known` and `unknown` have the addresses of each round. The ratio is of the medians of a round."""
    ratios, times = [], []
    for pair in zip(known, unknown):
        taken = [[], []]
        for addresses in zip(*pair):
            for side in random.sample((0, 1), 2):
                taken[side].append(ask(addresses[side]))
        medians = [statistics.median(side) for side in taken]
        ratios.append(medians[0] / medians[1])
        times += taken[1]
    return (name, spread(ratios, "{:.2f}"), f"{statistics.median(times):,.1f} ms")


def links(door):
    """Each address asks once: whoever asked three times gets no more letters for a while."""
    known, unknown = ([[f"{who}-{r}-{n}@bench.example" for n in range(LINKS)] for r in range(ROUNDS)]
                      for who in ("known", "nobody"))
    for address in sum(known, []):
        door.invite(address)
    name = f"a sign-in link asked for, known to unknown addresses, {ROUNDS * LINKS} each"
    return compare(name, known, unknown, lambda address: door.time("/sign-in", {"email": address}, 303))


def passwords(door):
    """As many wrong passwords as an account may try without waiting."""
    known, unknown = ([[f"{who}-{n}@bench.example" for n in range(ACCOUNTS)]] * ROUNDS for who in ("owner", "nobody"))
    for address in known[0]:
        door.set_password(address)
    name = f"a wrong password, known to unknown addresses, {ROUNDS * ACCOUNTS} each"
    fields = {"password": "not the right one at all"}
    ask = lambda address: door.time("/sign-in/password", {"email": address, **fields}, 422)  # noqa: E731
    return compare(name, known, unknown, ask)


def strangers(binaries, folder):
    door = Door(binaries, f"{folder}/strangers")
    try:
        return [links(door), passwords(door)]
    finally:
        door.stop()
