"""The real `kohort` with the daemon running and stopped: what it does, says and exits with.

    cli.py FOLDER-OF-BINARIES [TEST…]
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../durability"))
from daemon import Daemon

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../../.."))
FILE = os.path.join(ROOT, "config/consortia/norra-norrland.yaml")
TENANT = "norra-norrland"
BINARIES = ""


class Tool:
    """One data folder, and the tool as a shell calls it."""

    def __init__(self, data):
        self.data = data
        self.environment = dict(os.environ, KOHORT_DATA=data)

    def start(self, *arguments):
        return subprocess.Popen(
            [os.path.join(BINARIES, "kohort"), *arguments], env=self.environment, cwd="/", stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, typed=""):
        process = self.start(*arguments)
        out, err = self.told(process, typed)
        return process.returncode, out, err

    @staticmethod
    def told(process, typed=""):
        return [text.decode() for text in process.communicate(typed.encode(), timeout=60)]


class Stopped(unittest.TestCase):
    """Without a daemon the tool takes the folder itself."""

    running = False

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kohort-cli-")
        self.addCleanup(folder.cleanup)
        self.tool = Tool(folder.name)
        self.daemon = None
        if self.running:
            self.start_daemon()

    def start_daemon(self):
        self.daemon = Daemon(os.path.join(BINARIES, "kohortd"), self.tool.data, words=()).wait_until_ready()
        self.addCleanup(self.daemon.stop)

    def does(self, *arguments, typed=""):
        code, out, err = self.tool.run(*arguments, typed=typed)
        self.assertEqual((code, err.replace(self.question(arguments), "")), (0, ""), arguments)
        return out

    @staticmethod
    def question(arguments):
        return f"This closes {TENANT} and purges it when its time is over. Type {TENANT} to go on: "

    def asked(self, *arguments):
        return json.loads(self.does(*arguments, "--json"))

    def refuses(self, *arguments, typed="", code=1):
        found, out, err = self.tool.run(*arguments, typed=typed)
        self.assertEqual((found, out), (code, ""), arguments)
        return err

    def written(self, text, name="file.yaml"):
        path = os.path.join(self.tool.data, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def definition(self):
        with open(FILE, encoding="utf-8") as file:
            return file.read()

    def states(self):
        return {tenant["slug"]: tenant["state"] for tenant in self.asked("tenant", "list")}

    def status(self, path):
        """Over HTTP, as everybody sees it; None while no daemon runs."""
        if not self.daemon:
            return None
        try:
            return urllib.request.urlopen(self.daemon.origin + path, timeout=10).status
        except urllib.error.HTTPError as error:
            return error.code

    def is_served(self, isServed):
        self.assertIn(self.status(f"/{TENANT}"), (None, 200 if isServed else 404))

    def test_a_tenant_is_made_and_then_only_changed(self):
        self.assertEqual(self.states(), {})
        self.assertTrue(self.does("tenant", "apply", FILE, "--dry-run").startswith(f"{TENANT}: would be made, "))
        self.assertEqual(self.states(), {})
        self.assertTrue(self.does("tenant", "apply", FILE).startswith(f"{TENANT}: made, "))
        self.assertTrue(self.does("tenant", "apply", FILE).startswith(f"{TENANT}: nothing changed\n"))
        other = self.written(self.definition().replace("retention_days: !assumed 730", "retention_days: 365"))
        answer = self.asked("tenant", "apply", other)
        self.assertEqual((answer["tenant"], answer["is_new"], len(answer["changes"]) > 0), (TENANT, False, True))
        shown = self.asked("tenant", "show", TENANT)
        self.assertEqual((shown["slug"], shown["state"], sorted(shown)), (TENANT, "active", ["created_at", "id", "slug", "state"]))
        self.assertRegex(shown["created_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.is_served(True)

    def test_a_wrong_file_is_refused_in_words_and_makes_nothing(self):
        text = self.definition()
        wrong = [
            ("consortium: [\n", "line 2: found "), (text.replace("  currency:", "  curency:"), "did you mean currency?"),
            (text.replace("slug: norra-norrland\n", "slug: api\n"), "consortium.slug: found "),
        ]
        for content, words in wrong:
            self.assertIn(words, self.refuses("tenant", "apply", self.written(content)))
        problem = json.loads(self.refuses("tenant", "apply", self.written("consortium: [\n"), "--json"))
        self.assertEqual((problem["code"], len(problem["lines"])), ("definition.invalid", 1))
        self.assertEqual(self.refuses("tenant", "apply", "/none.yaml"), "Error: /none.yaml cannot be read.\n")
        self.assertEqual(self.states(), {})
        self.does("tenant", "apply", self.written(text))

    def test_of_two_that_make_a_tenant_at_once_one_does(self):
        for number in range(4):
            slug = f"tenant-{number}"
            path = self.written(self.definition().replace("slug: norra-norrland\n", f"slug: {slug}\n"), f"{slug}.yaml")
            rivals = [self.tool.start("tenant", "apply", path) for _ in range(2)]
            told = [self.tool.told(rival) for rival in rivals]
            self.assertEqual(sum(f"{slug}: made" in out for out, _ in told), 1, told)
            for (out, err), rival in zip(told, rivals):
                self.assertTrue(out or err, "the other is told nothing")
                self.assertEqual(rival.returncode == 0, bool(out))
        self.assertEqual(self.states(), {f"tenant-{number}": "active" for number in range(4)})

    def test_a_token_is_made_and_works(self):
        self.does("tenant", "apply", FILE)
        answer = self.asked("token", "create", "--tenant", TENANT, "--role", "lead")
        self.assertEqual(sorted(answer), ["id", "token"])
        self.assertRegex(answer["token"], r"^kht_[A-Za-z0-9_-]{43}$")
        for days, words in (("900", "days must be a whole number from 1 to 366."), ("366", None)):
            arguments = ("token", "create", "--tenant", TENANT, "--role", "lead", "--days", days)
            self.assertEqual(self.refuses(*arguments), f"Error: {words}\n") if words else self.does(*arguments)
        coordinator = ("token", "create", "--tenant", TENANT, "--role", "coordinator")
        self.assertIn("name it with --organisation", self.refuses(*coordinator))
        self.assertIn("There is no organisation nowhere.", self.refuses(*coordinator, "--organisation", "nowhere"))
        self.does(*coordinator, "--organisation", "umea")
        if self.daemon:
            self.assertEqual(self.api("/rounds", answer["token"]), 200)
            self.assertEqual(self.api("/rounds", "kht_other"), 401)

    def api(self, path, token):
        request = urllib.request.Request(
            f"{self.daemon.origin}/{TENANT}/api/v1{path}", headers={"Authorization": f"Bearer {token}"})
        try:
            return urllib.request.urlopen(request, timeout=10).status
        except urllib.error.HTTPError as error:
            return error.code

    def test_an_invitation_is_a_link(self):
        self.does("tenant", "apply", FILE)
        arguments = ("invite", "--tenant", TENANT, "--email", "lead@office.example", "--name", "Lead", "--role", "lead")
        answer = self.asked(*arguments, "--link")
        self.assertEqual(sorted(answer), ["expires_at", "link", "person"])
        path = answer["link"][answer["link"].index(f"/{TENANT}/sign-in/"):]
        self.assertIn(self.status(path), (None, 200))
        self.assertEqual(sorted(self.asked(*arguments)), ["person"])
        bad = [word.replace("Lead", "Le\nad") for word in arguments]
        self.assertEqual(self.refuses(*bad, "--link"), "Error: name has a line break or another control character.\n")

    def test_a_round_and_its_figures_are_shown(self):
        self.does("tenant", "apply", FILE)
        self.assertEqual(self.asked("round", "show", "--tenant", TENANT), [{
            "slug": "first-call", "stage": "planned", "demand_by": "2026-12-15", "apply_by": "2027-02-14",
            "rank_by": "2027-03-31", "hire_by": "2027-06-15"}])
        self.assertIn("has no round second", self.refuses("round", "show", "--tenant", TENANT, "second"))
        funnel = self.asked("report", "funnel", "--tenant", TENANT)
        self.assertEqual((funnel["round"], funnel["persons"], funnel["positions"]), ("first-call", 0, 0))
        table = self.does("report", "funnel", "--tenant", TENANT, "--csv")
        self.assertTrue(table.startswith("\ufefffigure;of;count\r\npersons;;0\r\n") and table.endswith("\r\n"))
        self.refuses("report", "funnel", "--tenant", TENANT, "--csv", "--json", code=64)

    def test_mail_schema_and_health_are_shown(self):
        self.does("tenant", "apply", FILE)
        self.assertEqual(self.asked("outbox", "list", "--tenant", TENANT), [])
        self.assertEqual(self.does("outbox", "retry", "--tenant", TENANT), "0 to be sent again\n")
        unknown = "01980000-0000-7000-8c00-000000000001"
        self.assertEqual(
            self.refuses("outbox", "retry", "--tenant", TENANT, unknown), f"Error: {TENANT} has no message {unknown}.\n")
        self.refuses("outbox", "retry", "--tenant", TENANT, "no-id", code=64)
        self.assertEqual(self.asked("migrate", "status"), [{"tenant": TENANT, "pending": []}])
        code, out, _ = self.tool.run("doctor", "--json")
        self.assertEqual(code, 1, "no mail server is set")
        wells = {finding["subject"]: finding["is_well"] for finding in json.loads(out)}
        self.assertEqual(wells, {"mail": False, TENANT: True})

    def test_readiness_is_the_daemon_s_alone(self):
        code, out, err = self.tool.run("ready")
        if self.running:
            self.assertEqual((code, out, err), (0, "ready\n", ""))
            self.daemon.stop()
            code, out, err = self.tool.run("ready")
        self.assertEqual((code, out), (1, ""))
        self.assertIn("No daemon listens on ", err)

    def test_a_tenant_is_suspended_and_resumed(self):
        self.does("tenant", "apply", FILE)
        self.assertEqual(self.refuses("tenant", "resume", TENANT), "Error: The tenant is active.\n")
        self.assertEqual(self.asked("tenant", "suspend", TENANT)["state"], "suspended")
        self.is_served(False)
        self.assertIn("The tenant is suspended", self.refuses("tenant", "suspend", TENANT))
        self.assertIn("The tenant is suspended", self.refuses("tenant", "restore", TENANT))
        self.does("tenant", "resume", TENANT)
        self.is_served(True)

    def test_a_deletion_is_confirmed_and_can_be_taken_back(self):
        self.does("tenant", "apply", FILE)
        self.assertIn("Not confirmed: nothing was done.", self.refuses("tenant", "delete", TENANT, typed="yes\n"))
        self.assertEqual(self.states(), {TENANT: "active"})
        self.does("tenant", "delete", TENANT, typed=f"{TENANT}\n")
        self.assertEqual(self.states(), {TENANT: "deleted"})
        self.is_served(False)
        for arguments in (("apply", FILE), ("resume", TENANT)):
            self.assertIn("restore takes that back", self.refuses("tenant", *arguments))
        self.assertEqual(self.does("tenant", "purge", "--yes"), "Nothing was due.\n")
        self.does("tenant", "restore", TENANT)
        self.is_served(True)

    def test_what_is_purged_is_gone_and_its_slug_with_it(self):
        self.tool.environment["KOHORT_DELETED_KEPT_DAYS"] = os.environ["KOHORT_DELETED_KEPT_DAYS"] = "0"
        self.addCleanup(os.environ.pop, "KOHORT_DELETED_KEPT_DAYS")
        if self.daemon:
            self.daemon.stop()
            self.start_daemon()
        self.does("tenant", "apply", FILE)
        self.does("tenant", "delete", TENANT, "--yes")
        self.assertIn("is over", self.refuses("tenant", "restore", TENANT))
        self.assertEqual(self.does("tenant", "purge", "--yes"), f"purged {TENANT}\n")
        self.assertEqual((self.states(), self.tenant_folders()), ({}, []))
        self.assertIn("a slug is never given twice", self.refuses("tenant", "apply", FILE))
        self.assertEqual(self.tenant_folders(), [])

    def tenant_folders(self):
        return [name for _, folders, _ in os.walk(os.path.join(self.tool.data, "tenants")) for name in folders if len(name) == 36]

    def test_wrong_words_are_usage_errors_and_unknown_things_are_refusals(self):
        self.does("tenant", "apply", FILE)
        for arguments in (("frobnicate",), ("tenant", "show", "No Slug"), ("token", "create", "--tenant", TENANT, "--role", "boss")):
            self.refuses(*arguments, code=64)
        self.assertEqual(self.refuses("tenant", "show", "nobody"), "Error: There is no tenant nobody.\n")
        problem = json.loads(self.refuses("tenant", "show", "nobody", "--json"))
        self.assertEqual(problem, {"code": "tenant.unknown", "lines": ["There is no tenant nobody."]})

    def test_a_name_that_is_none_is_refused_wherever_it_comes_in(self):
        self.does("tenant", "apply", FILE)
        names = (
            "..", "../x", "a/b", "%2f", "%2e%2e", "Norra-Norrland", "n\u043erra", "\uff4eorra", "a" * 41, "www", "api",
            "public", "pg_x", "")
        archive = os.path.join(self.tool.data, "whole.kohort")
        self.does("tenant", "export", TENANT, "--to", archive)
        folders = self.tenant_folders()
        for name in names:
            self.refuses("tenant", "show", name, code=64)
            self.refuses("tenant", "import", archive, "--as", name, code=64)
            self.refuses("token", "create", "--tenant", name, "--role", "lead", code=64)
            file = self.written(self.definition().replace("slug: norra-norrland\n", f"slug: {json.dumps(name)}\n"))
            self.assertIn("consortium.slug", self.refuses("tenant", "apply", file), name)
        self.assertEqual((self.states(), self.tenant_folders()), ({TENANT: "active"}, folders))
        self.does("tenant", "import", archive, "--as", "a" * 40)
        self.assertEqual(self.states(), {TENANT: "active", "a" * 40: "suspended"})

    def test_a_backup_is_no_other_tenants(self):
        self.does("tenant", "apply", FILE)
        other = self.written(self.definition().replace("slug: norra-norrland\n", "slug: neighbour\n"))
        self.does("tenant", "apply", other)
        self.does("backup", "make", "--tenant", TENANT, "--to", self.tool.data)
        backup = next(name for name in os.listdir(self.tool.data) if name.endswith(".kohort"))
        path = os.path.join(self.tool.data, backup)
        refused = self.refuses("backup", "restore", path, "--into", "neighbour", "--yes")
        self.assertEqual(refused, "Error: The archive is another tenant's.\n")
        self.assertEqual(self.states(), {TENANT: "active", "neighbour": "active"})
        # Over one that is there it asks; where there is none it makes one, and has nothing to ask.
        self.assertIn("Not confirmed", self.refuses("backup", "restore", path, "--into", TENANT))
        self.does("backup", "restore", path, "--into", TENANT, "--yes")
        self.assertEqual(self.states(), {TENANT: "suspended", "neighbour": "active"})
        self.does("backup", "restore", path, "--into", "another")
        self.assertEqual(self.states(), {TENANT: "suspended", "neighbour": "active", "another": "suspended"})

    def test_the_folder_is_found_by_each_of_three_ways(self):
        self.does("tenant", "apply", FILE)
        settings = self.written(f"kohort:\n  data: {self.tool.data}\n", "settings.yaml")
        del self.tool.environment["KOHORT_DATA"]
        for way in (("--data", self.tool.data), ("--config", settings)):
            self.assertEqual([tenant["slug"] for tenant in self.asked("tenant", "list", *way)], [TENANT])
        nowhere = os.path.join(self.tool.data, "nowhere")
        self.assertIn(f"There is no installation in {nowhere}", self.refuses("tenant", "list", "--data", nowhere))
        self.assertFalse(os.path.exists(nowhere))

    def test_completions_are_written(self):
        for shell in ("bash", "zsh", "fish"):
            self.assertIn("tenant", self.does("--generate-completion-script", shell))

    def test_what_it_makes_is_its_owners_alone(self):
        self.does("tenant", "apply", FILE)
        for folder, _, files in os.walk(self.tool.data):
            for name in files:
                path = os.path.join(folder, name)
                if path.endswith((".sqlite", "lock", "secret")):
                    self.assertEqual(os.stat(path).st_mode & 0o077, 0, path)


class Running(Stopped):
    """With a daemon the tool speaks to it over its socket."""

    running = True

    def test_a_second_daemon_is_refused_and_the_first_goes_on(self):
        self.does("tenant", "apply", FILE)
        second = subprocess.run(
            [os.path.join(BINARIES, "kohortd"), "serve"], env=dict(self.tool.environment, KOHORT_PORT="0"),
            capture_output=True, text=True, timeout=30)
        self.assertEqual(second.returncode, 1)
        self.assertIn("is in use by process", second.stderr)
        self.is_served(True)
        self.assertEqual(self.states(), {TENANT: "active"})

    def test_what_was_done_over_the_socket_is_there_without_the_daemon(self):
        self.does("tenant", "apply", FILE)
        self.assertEqual(self.daemon.stop(), 0)
        self.assertEqual(self.states(), {TENANT: "active"})


if __name__ == "__main__":
    BINARIES = os.path.realpath(sys.argv.pop(1))
    unittest.main()
