"""The tool on the demo: what cohorts, results, documents and webhooks look like in a shell.

    demo.py FOLDER-OF-BINARIES
"""

import hashlib
import os
import re
import sys
import tempfile
import unittest

import cli
from daemon import Daemon

RESULTS = [
    ["2008", "finished", "10", "10", "8", "80 %", "–"], ["2009", "finished", "10", "5", "5", "100 %", "–"],
    ["2011", "finished", "13", "10", "8", "80 %", "–"],
]
FINISHED = ["finished", "25", "21", "84 %"]


class OnTheDemo(cli.Stopped):
    """One installation for all; what is done is taken back."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="kohort-demo-")
        cls.tool = cli.Tool(cls.folder.name)
        cls.daemon = Daemon(os.path.join(cli.BINARIES, "kohortd"), cls.folder.name).wait_until_ready()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.stop()
        cls.folder.cleanup()

    def setUp(self):
        pass

    def cells(self, *arguments):
        return [re.split(r"\s{2,}", line.strip()) for line in self.does(*arguments).splitlines()]

    def test_the_results_of_romerike(self):
        rows = self.cells("report", "results", "--tenant", "romerike")
        self.assertEqual(rows[1:4], RESULTS)
        self.assertEqual(rows[4][:2] + rows[4][3:6], ["2013", "to_be_closed", "8", "–", "–"])
        self.assertEqual(rows[-1], FINISHED)
        answer = self.asked("report", "results", "--tenant", "romerike")
        self.assertEqual(answer["finished"], {"trainees": 25, "permanent": 21, "hired_share": 0.84})
        table = self.does("report", "results", "--tenant", "romerike", "--csv")
        self.assertTrue(table.startswith("\ufeffcohort;status;") and table.endswith("\r\n"))
        self.refuses("report", "results", "--tenant", "nobody")

    def test_a_cohort_and_what_its_employers_have_to_do(self):
        cohorts = self.asked("cohort", "list", "--tenant", "ks")
        self.assertEqual([(one["stage"], one["blocked"]) for one in cohorts], [("to_be_closed", 0), ("running", 1)])
        cohort = cohorts[-1]
        shown = self.asked("cohort", "show", "--tenant", "ks", cohort["slug"])
        missing = {employer["name"]: employer["missing"] for employer in shown["employers"]}
        self.assertIn("coordinator_named", missing["Bergset kommune"])
        self.refuses("cohort", "show", "--tenant", "ks", "none")

    def test_documents_are_listed_and_written_as_they_were_issued(self):
        listed = self.asked("invoice", "list", "--tenant", "ks")
        folder = os.path.join(self.folder.name, "out")
        written = self.does("invoice", "export", "--tenant", "ks", "--to", folder).split("\n")[:-1]
        self.assertEqual(len(written), len(listed))
        for line in written:
            sha, name = line.split()
            with open(os.path.join(folder, name), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), sha)
        (one,) = self.does("invoice", "export", "--tenant", "ks", "--to", folder, listed[0]["number"]).splitlines()
        self.assertIn(one, written)
        self.refuses("invoice", "export", "--tenant", "ks", "--to", folder, "F99")

    def test_a_webhook_is_added_replayed_disabled_and_removed(self):
        url = "https://receiver.example/events"
        made = self.asked("webhook", "add", "--tenant", "ks", url, "--event", "delivery.*")
        target = ["--tenant", "ks", made["id"]]
        self.assertTrue(made["secret"].startswith("whsec_"))
        self.does("webhook", "replay", *target, "--from", "1")
        self.does("webhook", "disable", *target)
        state = {line["id"]: line["state"] for line in self.asked("webhook", "list", "--tenant", "ks")}
        self.assertEqual(state[made["id"]], "disabled")
        self.refuses("webhook", "replay", *target, "--from", "1")
        self.refuses("webhook", "replay", *target, code=64)
        self.does("webhook", "remove", *target, "--yes")
        self.refuses("webhook", "disable", *target)


if __name__ == "__main__":
    cli.BINARIES = os.path.realpath(sys.argv.pop(1))
    tests = [OnTheDemo(name) for name in vars(OnTheDemo) if name.startswith("test_")]
    sys.exit(0 if unittest.TextTestRunner().run(unittest.TestSuite(tests)).wasSuccessful() else 1)
