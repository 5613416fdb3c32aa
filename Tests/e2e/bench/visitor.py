"""Somebody who asks a server, as a browser or another system would: one connection, its cookies kept."""

import http.client
import re
import time
from urllib.parse import urlencode, urlparse

BOUNDARY = "----kohort-bench-boundary"
# Servers close a connection that lies idle: one that has lain for so many seconds is not used again.
IDLE = 20
TOKEN = re.compile(r"name=\W*(csrfmiddlewaretoken|csrf_token)\W[^>]*?value=\W*([\w-]+)")


class Visitor:
    """Keeps one connection and its cookies, secure ones too: the bench speaks plain HTTP on loopback."""

    def __init__(self, address, cookies=None, headers=None):
        self.known = {"Origin": address, "Referer": address + "/", **(headers or {})}
        self.connection = http.client.HTTPConnection(urlparse(address).netloc, timeout=120)
        self.cookies = dict(cookies or {})
        self.asked = time.monotonic()

    def ask(self, method, path, body=None, headers={}):
        if time.monotonic() - self.asked > IDLE:
            self.connection.close()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        more = {"Cookie": cookies} if cookies else {}
        self.connection.request(method, path, body, {**self.known, **more, **headers})
        answer = self.connection.getresponse()
        self.asked = time.monotonic()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies.update([value.split(";")[0].split("=", 1)])
        return answer, answer.read()

    def fetch(self, path, headers={}):
        answer, content = self.ask("GET", path, headers=headers)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {content[:300]}")
        return content

    def form(self, path):
        text = self.fetch(path).decode()
        self.token = TOKEN.search(text).groups()
        return text

    def send(self, path, fields, files=None):
        """Where it leads."""
        answer, content = self.post(path, fields, files)
        if answer.status != 302:
            raise SystemExit(f"{path}: {answer.status} {content[:300]}")
        return answer.headers["Location"]

    def post(self, path, fields, files=None):
        fields = {**fields, **dict([self.token])}
        if files is None:
            kind = "application/x-www-form-urlencoded"
            return self.ask("POST", path, urlencode(fields), {"Content-Type": kind})
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        return self.ask("POST", path, multipart(fields, files), {"Content-Type": kind})


def choice(text, name):
    """The first number that may be chosen, or what is set already."""
    menu = re.search(rf'<select[^>]*name="?{name}"?.*?</select>', text, re.DOTALL)
    if menu:
        return next(value for value in re.findall(r'<option[^>]*value="?([^" >]+)', menu.group(0)) if value.isdigit())
    field = re.search(rf'<input[^>]*name="?{name}"?[^>]*value="?([^" >]+)', text)
    return field.group(1) if field else ""


def multipart(fields, files):
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, content in files.items():
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="cv.pdf"\r\n'
        parts.append(head.encode() + b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()
