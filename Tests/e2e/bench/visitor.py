"""Somebody who asks a server, as a browser or another system would: one connection, its cookies kept."""

import http.client
import re
from urllib.parse import urlencode, urlparse

BOUNDARY = "----kohort-bench-boundary"
TOKEN = re.compile(r'name="?csrfmiddlewaretoken"?[^>]*value="?(\w+)')


class Visitor:
    """Keeps one connection and its cookies, secure ones too: the bench speaks plain HTTP on loopback."""

    def __init__(self, address, cookies=None, headers=None):
        self.known = {"Origin": address, "Referer": address + "/", **(headers or {})}
        self.connection = http.client.HTTPConnection(urlparse(address).netloc, timeout=120)
        self.cookies = dict(cookies or {})
        self.requests = 0

    def ask(self, method, path, body=None, headers={}):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        more = {"Cookie": cookies} if cookies else {}
        self.connection.request(method, path, body, {**self.known, **more, **headers})
        answer = self.connection.getresponse()
        self.requests += 1
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
        self.token = TOKEN.search(text).group(1)
        return text

    def send(self, path, fields, files=None):
        """Where it leads."""
        answer, content = self.post(path, fields, files)
        if answer.status != 302:
            raise SystemExit(f"{path}: {answer.status} {content[:300]}")
        return answer.headers["Location"]

    def post(self, path, fields, files=None):
        fields = {**fields, "csrfmiddlewaretoken": self.token}
        if files is None:
            kind = "application/x-www-form-urlencoded"
            return self.ask("POST", path, urlencode(fields), {"Content-Type": kind})
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        return self.ask("POST", path, multipart(fields, files), {"Content-Type": kind})


def multipart(fields, files):
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, content in files.items():
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="cv.pdf"\r\n'
        parts.append(head.encode() + b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()
