"""The daemon's figures, read by Prometheus' own parser, and its log as a collector of logs reads it.

    scrape.py KOHORTD

They stand on a listener of their own; the public one knows no such path, and no tenant is named.
"""

import datetime
import json
import os
import sys
import tempfile
import urllib.error
import urllib.request

from prometheus_client.parser import text_string_to_metric_families

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))
from daemon import Daemon, free_port  # noqa: E402

TENANTS = ("norra-norrland", "romerike", "ks")


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def scrape(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8", answer.headers
        text = answer.read().decode()
    samples = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            key = (sample.name, *sorted(sample.labels.items()))
            assert key not in samples, f"{key} stands twice"
            samples[key] = sample.value
    return text, samples


def requests(samples, route, status):
    return samples.get(("kohort_http_request_duration_seconds_count", ("method", "GET"), ("route", route),
                        ("status", str(status))), 0)


def check(daemon, port):
    assert status(daemon.origin + "/metrics") == 404, "the public listener shows figures"
    before = requests(scrape(port)[1], "/{tenant}", 200)
    for _ in range(3):
        assert status(daemon.origin + "/romerike") == 200
    text, samples = scrape(port)
    assert requests(samples, "/{tenant}", 200) == before + 3, samples
    assert samples[("kohort_tenants", ("state", "active"))] == 3
    assert 1 <= samples[("kohort_tenants", ("state", "open"))] <= 3
    assert samples[("kohort_outbox_messages", ("state", "waiting"))] >= 400, "the receipts of the demo wait"
    assert samples[("kohort_outbox_due_seconds",)] > 0
    assert samples[("kohort_pool_wait_seconds_count", ("pool", "readers"))] > 0
    assert samples[("kohort_checkpoint_seconds_count",)] > 0 and samples[("kohort_checkpoint_pages_total",)] > 1000
    assert samples[("kohort_checkpoint_seconds_sum",)] > 0
    assert samples[("kohort_tenants", ("state", "broken"))] == 0
    faults = [value for key, value in samples.items() if key[0] == "kohort_storage_faults_total"]
    assert faults == [0, 0, 0, 0], faults
    for name in TENANTS:
        assert f'"{name}"' not in text, f"{name} is named"


def read_log(path, start):
    """Every line is an object that says when it was, in UTC."""
    with open(path) as file:
        lines = [json.loads(line) for line in file]
    assert lines, "the log is empty"
    for line in lines:
        time = datetime.datetime.fromisoformat(line["time"].replace("Z", "+00:00"))
        assert start <= time <= datetime.datetime.now(datetime.timezone.utc), line


def main(program):
    start = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(milliseconds=1)
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="kohort-metrics-") as data:
        daemon = Daemon(program, data, more={"KOHORT_METRICS_PORT": str(port), "KOHORT_LOG_LEVEL": "info"})
        try:
            daemon.wait_until_ready()
            check(daemon, port)
        finally:
            daemon.stop()
        read_log(os.path.join(data, "kohortd.log"), start)
    print("passed: figures parse, count what was asked for, name nobody, and are not public; log lines tell their time")


if __name__ == "__main__":
    main(sys.argv[1])
