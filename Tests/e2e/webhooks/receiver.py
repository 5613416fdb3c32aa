"""A receiver of webhooks for one test, at 127.0.0.1; the path says how it answers. Prints its port, and writes a line of
JSON for each message into the file `received` of its folder: which of the secrets in the file `secrets` the reference
verifier (`standardwebhooks`) takes it for, and what it was.
It ends with its standard input, so that none outlives the tests, and after five minutes unless told otherwise, so that no
test waits for ever."""
import argparse
import json
import os
import ssl
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from standardwebhooks import Webhook, WebhookVerificationError

# The example that the documentation gives judges beside the reference.
page = (Path(__file__).parents[3] / "Docs/api/webhooks.md").read_text()
example = {}
exec(page.split("```python\n")[1].split("```")[0], example)

options = argparse.ArgumentParser()
options.add_argument("folder", type=Path)
options.add_argument("--tls", action="store_true", help="with a certificate for localhost that it signs itself")
options.add_argument("--minutes", type=int, default=5, help="how long it is there at most")
options = options.parse_args()
lock = threading.Lock()
seen = {}


def verdicts(body, headers):
    secrets = (options.folder / "secrets").read_text().split() if (options.folder / "secrets").exists() else []
    return [verifies(secret, body, headers) for secret in secrets]


def verifies(secret, body, headers):
    by_example = example["is_genuine"](secret, headers, body)
    try:
        Webhook(secret).verify(body, headers)
        verified = True
    except WebhookVerificationError:
        verified = False
    assert by_example == verified, "the documentation's example disagrees with the reference verifier"
    return verified


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        with lock:
            seen[self.headers["webhook-id"]] = seen.get(self.headers["webhook-id"], 0) + 1
            self.time = seen[self.headers["webhook-id"]]
            with open(options.folder / "received", "a") as received:
                received.write(json.dumps(self.described(body)) + "\n")
        self.close_connection = True
        name = self.path.split("?")[0].split("/")[1].replace("-", "_")
        getattr(self, f"answer_{name}", self.answer_missing)()

    def described(self, body):
        headers = {name.lower(): value for name, value in self.headers.items()}
        return {
            "path": self.path, "id": headers.get("webhook-id"), "timestamp": headers.get("webhook-timestamp"),
            "signatures": len(headers.get("webhook-signature", "").split()), "type": headers.get("content-type"),
            "verified": verdicts(body, headers), "body": body.decode(), "at": time.time()}

    do_GET = do_POST

    def say(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_ok(self):
        self.say(200, b"thank you")

    def answer_missing(self):
        self.say(404, b"not here")

    def answer_failing(self):
        self.say(500, b"broken")

    def answer_once_broken(self):
        self.say(500 if self.time == 1 else 204, b"broken" if self.time == 1 else b"")

    def answer_moved(self):
        self.say(307, b"over there", Location=f"http://127.0.0.1:{self.server.server_port}/ok")

    def answer_gone(self):
        self.say(410, b"no more")

    def answer_busy(self):
        self.say(429 if self.time == 1 else 200, b"later", Retry_After="8")

    def answer_hanging(self):
        time.sleep(120)

    def answer_trickling(self):
        self.say_head("HTTP/1.1 200 OK\r\n")
        while True:
            self.say_head("X-More: 1\r\n")
            time.sleep(0.2)

    def answer_half(self):
        self.say_head("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun")
        time.sleep(120)

    def answer_endless_head(self):
        self.say_head("HTTP/1.1 200 OK\r\n")
        for _ in range(10_000):
            self.say_head("X-More: " + "x" * 1000 + "\r\n")

    def answer_huge(self):
        self.send_response(200)
        self.send_header("Content-Length", str(10_000_000))
        self.end_headers()
        self.wfile.write(b"y" * 10_000_000)

    def answer_endless(self):
        """Up to 200 MB, and notes in the file `written` how many megabytes somebody took."""
        self.say_head("HTTP/1.1 200 OK\r\n\r\n")
        taken = 0
        try:
            while taken < 200:
                self.wfile.write(b"y" * 1_000_000)
                taken += 1
        except OSError:
            pass
        (options.folder / "written").write_text(str(taken))

    def answer_bytes(self):
        self.say(200, b"a\x00\x1b[31mb\xff\n" + b"z" * 5000)

    def say_head(self, text):
        self.wfile.write(text.encode())
        self.wfile.flush()


def encryption():
    certificate, key = options.folder / "cert.pem", options.folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Receiver)
if options.tls:
    server.socket = encryption().wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
threading.Timer(60 * options.minutes, os._exit, [1]).start()
sys.stdin.read()
os._exit(0)
