"""Webhooks of a real daemon to a real receiver that verifies by the reference library: deliver.py KOHORTD

Shows: what happens arrives verified; a failure is tried again under the same id with a new timestamp; a redirect is not
followed; 410 ends an endpoint; Retry-After is kept; one that hangs holds no other; a killed daemon's work is taken over;
an employer's endpoint gets its own events alone; no secret lies in the database or the log."""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "durability"))
from daemon import Daemon  # noqa: E402
from receiving import Receiver  # noqa: E402

TENANT = "norra-norrland"


class Tool:
    """The operator's tool beside the daemon."""

    def __init__(self, kohortd, data):
        self.command = [str(Path(kohortd).with_name("kohort"))]
        self.data = data

    def __call__(self, *words, fails=False):
        done = subprocess.run([*self.command, *words, "--data", self.data, "--json"], capture_output=True, text=True)
        assert (done.returncode != 0) == fails, (words, done.stdout, done.stderr)
        return done.stderr if fails else json.loads(done.stdout)

    def add(self, url, *more):
        return self("webhook", "add", "--tenant", TENANT, url, *more)

    def deliveries(self, webhook):
        return self("webhook", "deliveries", "--tenant", TENANT, webhook)

    def webhook(self, webhook):
        return next(line for line in self("webhook", "list", "--tenant", TENANT) if line["id"] == webhook)

    def happen(self, organisation):
        """Something of one organisation's audience."""
        self("invite", "--tenant", TENANT, "--email", f"canary-{time.monotonic_ns()}@people.example", "--name",
             "Canary Berg", "--role", "coordinator", "--organisation", organisation, "--link")


def wait(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise SystemExit(f"never: {what}")


def start(kohortd, data, receiver):
    own = {
        "KOHORT_WEBHOOKS_PLAIN_HTTP": "true", "KOHORT_WEBHOOKS_PORTS": f"443,{receiver.port}",
        "KOHORT_WEBHOOKS_ALLOWED_ADDRESSES": "127.0.0.0/8",
        # Nobody listens there: what went by it would not arrive.
        "http_proxy": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    return Daemon(kohortd, data, more=own).wait_until_ready()


def main(kohortd):
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        receiver = Receiver(Path(folder))
        daemon = start(kohortd, data, receiver)
        try:
            daemon = judge(kohortd, data, receiver, daemon)
        finally:
            daemon.kill()
            receiver.stop()


def judge(kohortd, data, receiver, daemon):
    tool = Tool(kohortd, data)
    role = ["--event", "tenancy.role.*"]
    made = {path: tool.add(receiver.url(path), *role)
            for path in ["/ok", "/once-broken", "/moved", "/gone", "/busy", "/hanging"]}
    own = tool.add(receiver.url("/ok") + "?own", "--organisation", "umea")
    (receiver.folder / "secrets").write_text("\n".join([made["/ok"]["secret"], own["secret"]]))
    closed, scheme = "is in a closed network", "must begin with https://"
    refused = {
        "https://10.1/": closed, "https://[::ffff:10.0.0.1]/": closed, "https://0xa9fea9fe/": closed,
        "ftp://a.example/": scheme}
    for url, why in refused.items():
        assert why in tool("webhook", "add", "--tenant", TENANT, url, fails=True), url

    begin = time.time()
    tool.happen("umea")
    tool.happen("norsjo")
    arrived(receiver, tool, made)
    retried(receiver, tool, made, begin)
    cut_off(receiver, tool)
    own_events(receiver, tool)
    rotated(receiver, tool, made["/ok"]["id"])
    replayed(receiver, tool, made["/ok"]["id"])
    daemon = taken_over(kohortd, data, receiver, daemon)
    stopped(tool, receiver, daemon)
    nothing_lies_open(data, made)
    return daemon


def arrived(receiver, tool, made):
    messages = wait("two messages", lambda: len(found := receiver.received("/ok")) == 2 and found, seconds=10)
    assert all(message["verified"] == [True, False] and message["signatures"] == 1 for message in messages), messages
    body = json.loads(messages[0]["body"])
    assert set(body) == {"type", "timestamp", "data"} and body["type"] == "tenancy.role.granted"
    assert "Canary" not in json.dumps(messages) and "people.example" not in json.dumps(messages)
    # All that while somebody hangs.
    wait("both under way", lambda: len(receiver.received("/hanging")) == 2, seconds=5)
    wait("both noted", lambda: all(line["state"] == "delivered" for line in tool.deliveries(made["/ok"]["id"])))
    log = tool.deliveries(made["/ok"]["id"])
    assert [line["attempts"][0]["answer"] for line in log] == ["thank you"] * 2, log
    print("arrived verified, without names, while another receiver hangs")


def retried(receiver, tool, made, begin):
    broken = wait("two tries each", lambda: len(found := receiver.received("/once-broken")) == 4 and found)
    for id in {message["id"] for message in broken}:
        first, second = [message for message in broken if message["id"] == id]
        assert first["body"] == second["body"] and first["timestamp"] != second["timestamp"]
        assert 4.5 <= second["at"] - first["at"] <= 12, second["at"] - first["at"]
    print("tried again under the same id with a new timestamp")
    wait("gone", lambda: tool.webhook(made["/gone"]["id"]).get("reason") == "gone")
    assert len(receiver.received("/gone")) <= 2
    print("410 disables")
    busy = wait("after the wish", lambda: len(found := receiver.received("/busy")) == 4 and found, seconds=40)
    for id in {message["id"] for message in busy}:
        first, second = [message for message in busy if message["id"] == id]
        assert second["at"] - first["at"] >= 7.5, second["at"] - first["at"]
    print("Retry-After is kept")
    moved = tool.deliveries(made["/moved"]["id"])
    assert all(line["state"] == "pending" and line["attempts"][0]["status"] == 307 for line in moved), moved
    assert {message["verified"][0] for message in receiver.received("/ok")} == {True}
    assert len(receiver.received("/ok")) == 2
    print("a redirect is not followed")


def cut_off(receiver, tool):
    made = tool.add(receiver.url("/endless"))
    wait("noted", lambda: (found := tool.deliveries(made["id"])) and found[0]["state"] == "delivered")
    answer = tool.deliveries(made["id"])[0]["attempts"][0]["answer"]
    taken = wait("broken off", lambda: (file := receiver.folder / "written").exists() and file.read_text())
    # What the machine's own buffers take is taken; more is not.
    assert len(answer) == 1024 and int(taken) < 50, (len(answer), taken)
    tool("webhook", "remove", "--tenant", TENANT, made["id"], "--yes")
    print("an answer without end is cut off, and a kilobyte kept")


def own_events(receiver, tool):
    messages = receiver.received("/ok?own")
    types = [json.loads(message["body"])["type"] for message in messages]
    # Its own addition is the first thing it is told; of the two grants it gets the one.
    assert sorted(types) == ["tenancy.role.granted", "tenancy.webhook.added"], types
    print("an employer's endpoint gets its own")


def rotated(receiver, tool, webhook):
    old = (receiver.folder / "secrets").read_text().split()[0]
    new = tool("webhook", "rotate", "--tenant", TENANT, webhook)["secret"]
    (receiver.folder / "secrets").write_text("\n".join([old, new]))
    tool.happen("umea")
    message = wait("a third", lambda: len(found := receiver.received("/ok")) == 3 and found[-1])
    assert message["verified"] == [True, True] and message["signatures"] == 2, message
    print("both secrets verify while one is changed")


def replayed(receiver, tool, webhook):
    before = receiver.received("/ok")
    delivery = wait("noted", lambda: (found := tool.deliveries(webhook)) and found[-1]["state"] == "delivered" and found[-1])
    tool("webhook", "replay", "--tenant", TENANT, webhook, "--delivery", delivery["id"])
    again = wait("a replay", lambda: len(found := receiver.received("/ok")) == len(before) + 1 and found[-1])
    assert again["id"] == "msg_" + delivery["id"] and again["body"] in [message["body"] for message in before]
    tool("webhook", "replay", "--tenant", TENANT, webhook, "--from", str(delivery["event"]))
    wait("all again", lambda: len(receiver.received("/ok")) == 2 * len(before) + 1)
    assert {message["id"] for message in receiver.received("/ok")} == {message["id"] for message in before}
    print("replayed by delivery and from an event on, under the same ids")


def taken_over(kohortd, data, receiver, daemon):
    tool = Tool(kohortd, data)
    made = tool.add(receiver.url("/hanging") + "/now", "--event", "tenancy.role.*")
    quick = tool.add(receiver.url("/ok") + "/late", "--event", "tenancy.role.*")
    tool("webhook", "disable", "--tenant", TENANT, quick["id"])
    tool.happen("umea")
    wait("under way", lambda: len(receiver.received("/hanging/now")) == 1)
    daemon.kill()
    daemon = start(kohortd, data, receiver)
    again = wait("a second daemon", lambda: len(found := receiver.received("/hanging/now")) >= 2 and found, seconds=90)
    assert again[0]["id"] == again[1]["id"] and again[0]["body"] == again[1]["body"]
    # Not before the lease had ended: of two that live at once none would send what the other has.
    assert again[1]["at"] - again[0]["at"] >= 55, again[1]["at"] - again[0]["at"]
    tool("webhook", "enable", "--tenant", TENANT, quick["id"])
    wait("what waited", lambda: len(receiver.received("/ok/late")) == 1)
    for webhook in [made, quick]:
        tool("webhook", "remove", "--tenant", TENANT, webhook["id"], "--yes")
    print("a killed daemon's work is taken over when its lease ends")
    return daemon


def stopped(tool, receiver, daemon):
    tool.add(receiver.url("/hanging") + "/end", "--event", "tenancy.role.*")
    tool.happen("umea")
    wait("under way", lambda: len(receiver.received("/hanging/end")) == 1)
    begin = time.monotonic()
    assert daemon.stop() == 0
    assert time.monotonic() - begin < 10, time.monotonic() - begin
    print("a daemon that is told to stop waits for nobody who hangs")


def nothing_lies_open(data, made):
    for folder, _, names in os.walk(data):
        for name in names:
            if name.endswith(".sock"):
                continue
            content = Path(folder, name).read_bytes()
            for secret in [one["secret"] for one in made.values()]:
                assert secret.removeprefix("whsec_").encode() not in content, name
    print("no secret lies in the database or the log")


main(sys.argv[1])
