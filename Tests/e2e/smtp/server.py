"""An SMTP server for one test. Prints its port, then writes what it gets into a folder:
`wire` (every byte that clients sent, after decryption) and `mail-1.json`, `mail-2.json`, ... before it answers;
`cert.pem` is its certificate where it speaks TLS.
It ends with its standard input, so that none outlives the tests, and after five minutes unless told otherwise, so that no
test waits for ever."""
import argparse
import asyncio
import json
import os
import socket
import ssl
import subprocess
import sys
from collections import deque
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

from reading import described

options = argparse.ArgumentParser()
options.add_argument("folder", type=Path)
options.add_argument("--starttls", action="store_true", help="require STARTTLS, with a certificate of its own")
options.add_argument("--smtps", action="store_true", help="TLS from the first byte")
options.add_argument("--greeting", help="say only this and close; 'none' says nothing and waits")
options.add_argument("--stall", choices=["MAIL", "DATA", "QUIT"], help="never answer this command")
options.add_argument("--deaf", action="store_true", help="ask for the message and read none of it")
options.add_argument("--password", help="require AUTH as user 'kohort'")
options.add_argument("--minutes", type=int, default=5, help="how long it is there at most")
for command in ["mail", "rcpt", "data"]:
    options.add_argument(f"--{command}", action="append", default=[], help="replies to give first, in order")
options = options.parse_args()

scripted = {command: deque(getattr(options, command)) for command in ["mail", "rcpt", "data"]}


def reply(command):
    return scripted[command].popleft() if scripted[command] else "250 OK"


class Handler:
    received = 0

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        answer = reply("mail")
        if answer.startswith("2"):
            envelope.mail_from = address
        return answer

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        answer = reply("rcpt")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        answer = reply("data")
        if answer.startswith("2"):
            self.keep(envelope)
        return answer

    def keep(self, envelope):
        self.received += 1
        mail = {"sender": envelope.mail_from, "recipients": envelope.rcpt_tos, **described(envelope.content)}
        whole = options.folder / f"mail-{self.received}.json"
        whole.with_suffix(".part").write_text(json.dumps(mail))
        whole.with_suffix(".part").rename(whole)


def record(data):
    with open(options.folder / "wire", "ab") as wire:
        wire.write(data)


class RecordingSMTP(SMTP):
    def data_received(self, data):
        record(data)
        super().data_received(data)


async def stall(self, argument):
    await asyncio.Event().wait()


async def ask_and_read_nothing(self, argument):
    await self.push("354 go on")
    self.transport.pause_reading()
    await asyncio.Event().wait()


if options.deaf:
    RecordingSMTP.smtp_DATA = ask_and_read_nothing
if options.stall:
    setattr(RecordingSMTP, f"smtp_{options.stall}", stall)


class Greeter(asyncio.Protocol):
    def connection_made(self, transport):
        if options.greeting != "none":
            transport.write(f"{options.greeting}\r\n".encode())
            transport.close()


def authenticated(server, session, envelope, mechanism, data):
    good = (data.login, data.password) == (b"kohort", options.password.encode())
    return AuthResult(success=good, handled=False)


def make_protocol(handler, context):
    if options.greeting:
        return Greeter()
    settings = {"hostname": "receiver.example.org"}
    if options.starttls:
        settings |= {"require_starttls": True, "tls_context": context}
    if options.password:
        settings |= {"authenticator": authenticated, "auth_required": True}
    return RecordingSMTP(handler, **settings)


def encryption():
    """A certificate for "localhost" that it signs itself."""
    certificate, key = options.folder / "cert.pem", options.folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def main():
    context = encryption() if options.starttls or options.smtps else None
    handler = Handler()
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    if options.deaf:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    await loop.create_server(
        lambda: make_protocol(handler, context), sock=listener, ssl=context if options.smtps else None)
    print(listener.getsockname()[1], flush=True)
    loop.call_later(60 * options.minutes, os._exit, 1)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
