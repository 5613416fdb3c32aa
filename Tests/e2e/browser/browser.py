"""Foreign eyes: every page of the route table and the journeys through them, in a real browser.

    browser.py [--self-test]
"""

import contextlib
import os
import sys
import tempfile

from playwright.sync_api import sync_playwright

from faults import self_test
from installation import Installation
from run import Run
from stages import after_the_call, first_day


@contextlib.contextmanager
def started():
    """A run with an installation and a browser of its own."""
    with tempfile.TemporaryDirectory(prefix="kohort-browser-") as folder, sync_playwright() as playwright:
        place = Installation(folder, os.environ.get("MODE", "debug"))
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        try:
            yield Run(chromium, place)
        finally:
            chromium.close()
            place.stop()


def main(arguments):
    with started() as run:
        if "--self-test" in arguments:
            run.faults += self_test(run)
        first_day(run)
        after_the_call(run)
        run.faults += run.unvisited()
        for fault in run.faults:
            print("FAILED:", fault)
        print(f"{run.passed} passed, {len(run.faults)} failed")
        return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
