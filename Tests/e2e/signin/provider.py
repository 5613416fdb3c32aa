"""Signing in to a real daemon by a provider that is not ours: provider.py KOHORTD

Shows: a provider is set by the operator's tool, and a private one only where that is allowed; somebody who came by an
invitation links what the provider knows them as, and comes in by it from then on; a stranger at the same provider does
not; nonsense at the address for signing out is refused; the client's secret is in no file of the installation and not in
the log."""
import html
import http.cookiejar
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "durability"))
from daemon import Daemon, free_port  # noqa: E402

TENANT = "norra-norrland"
SECRET = "canary-of-the-client's-secret"


class Provider:
    def __init__(self):
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "-p", str(self.port), "--require-nonce"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(self.issuer + "/jwks", timeout=2)
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the provider never became ready")

    def stop(self):
        self.process.kill()
        self.process.wait()


class Browser:
    """Follows where it is sent, and keeps cookies; at the provider it signs in as somebody."""

    def __init__(self, origin, subject):
        self.origin, self.subject = origin, subject
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def open(self, path, data=None):
        request = urllib.request.Request(
            urllib.parse.urljoin(self.origin, path), data,
            headers={"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"})
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.geturl(), answer.read().decode()

    def press(self, path):
        """Presses the button of a form on one of our pages."""
        _, _, page = self.open(f"/{TENANT}/sign-in")
        token = re.search(r'name="form_token" value="([^"]+)"', page)[1]
        return self.open(path, urllib.parse.urlencode({"form_token": token}).encode())

    def agree(self, url):
        """The provider's own page: a form with one field."""
        return self.open(url, urllib.parse.urlencode({"sub": self.subject}).encode())

    def sign_in(self):
        """Comes to the provider by our page's link, and is led back."""
        status, url, _ = self.open(f"/{TENANT}/sign-in/with/mock")
        assert status == 200 and "/oauth2/authorize?" in url, (status, url)
        return self.agree(url)


def tool(kohortd, data, *words, fails=False):
    done = subprocess.run(
        [Path(kohortd).with_name("kohort"), *words, "--data", data, "--json"], capture_output=True, text=True)
    assert (done.returncode != 0) == fails, (words, done.stdout, done.stderr)
    return done.stderr if fails else json.loads(done.stdout)


def told(address, token):
    """What is answered to a provider that says that somebody has signed out; the mock cannot say so."""
    try:
        urllib.request.urlopen(address, urllib.parse.urlencode({"logout_token": token}).encode(), timeout=20)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def judge(kohortd, data, provider, daemon):
    secret = Path(data) / "client"
    secret.write_text(SECRET + "\n")
    words = ["provider", "set", "mock", "--tenant", TENANT, "--label", "Mock", "--client", "kohort",
             "--secret", f"file:{secret}", "--for", "staff"]
    refused = tool(kohortd, data, *words, "--issuer", "http://10.0.0.1", fails=True)
    assert "does not call" in refused, refused
    made = tool(kohortd, data, *words, "--issuer", provider.issuer)
    assert made["redirect"] == f"{daemon.origin}/{TENANT}/sign-in/with/mock/return", made
    assert made["sign_out"] == f"{daemon.origin}/{TENANT}/sign-in/with/mock/sign-out", made
    assert told(made["sign_out"], "nonsense") == (400, {"error": "invalid_request", "error_description": "token"})
    tool(kohortd, data, "provider", "check", "mock", "--tenant", TENANT)

    lead = Browser(daemon.origin, "lead")
    status, _, page = lead.sign_in()
    assert status == 403 and "/sign-out" not in page, (status, page)

    link = tool(kohortd, data, "invite", "--tenant", TENANT, "--email", "lead@office.example", "--name", "Lead",
                "--role", "lead", "--link")["link"]
    status, url, _ = lead.press(link)
    assert (status, url) == (200, f"{daemon.origin}/{TENANT}/staff"), (status, url)
    _, _, page = lead.press(f"/{TENANT}/me/ways-in/providers/mock")
    leave = html.unescape(re.search(r'href="(http[^"]*authorize[^"]*)"', page)[1])
    status, url, _ = lead.agree(leave)
    assert (status, url) == (200, f"{daemon.origin}/{TENANT}/me/ways-in?done=identity.linked"), (status, url)

    again = Browser(daemon.origin, "lead")
    status, url, page = again.sign_in()
    assert (status, url) == (200, f"{daemon.origin}/{TENANT}/staff"), (status, url)
    stranger = Browser(daemon.origin, "somebody-else")
    status, _, page = stranger.sign_in()
    assert status == 403 and "/sign-out" not in page, status

    secret.unlink()
    found = [path for path in Path(data).rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert not found, found
    print("6 passed, 0 failed")


def main(kohortd):
    provider = Provider()
    own = {"KOHORT_PROVIDERS_PLAIN_HTTP": "true", "KOHORT_PROVIDERS_PORTS": f"443,{provider.port}",
           "KOHORT_PROVIDERS_ALLOWED_ADDRESSES": "127.0.0.0/8"}
    with tempfile.TemporaryDirectory() as data:
        daemon = Daemon(kohortd, data, more=own).wait_until_ready()
        try:
            judge(kohortd, data, provider, daemon)
        finally:
            daemon.kill()
            provider.stop()


if __name__ == "__main__":
    main(sys.argv[1])
