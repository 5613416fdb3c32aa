"""Indico 3.3 as its visitors ask it: a conference's call for abstracts, its managers' list and its exports."""

import json
import re
import uuid

import kohort
from application import pdf
from pairs import Pair
from peer import TEXTS, Peer
from visitor import Visitor, choice

# What our own file has, beside number, title and the answers to seven questions; the submitter alone is three columns.
COLUMNS = ["submitted_for_tracks", "submitter", "description", "submission_comment"]


class Indico(Peer):
    name = "indico"

    def __init__(self):
        super().__init__()
        token, password = self.side("visitor")
        self.staff, self.filer, self.applicant = (
            self.sign_in(name, password) for name in ("administrator", "administrator", "applicant"))
        self.system = Visitor(self.address, headers={"Authorization": f"Bearer {token}"})
        self.events = {slug: self.address_of(slug) for slug in ("t400", "t4000", "tsub")}

    def sign_in(self, name, password):
        visitor = Visitor(self.address)
        visitor.form("/login/")
        visitor.send("/login/", {"_provider": "indico", "identifier": name, "password": password})
        return visitor

    def address_of(self, slug):
        return self.staff.ask("GET", f"/e/{slug}")[0].headers["Location"].removeprefix(self.address)

    def page(self, event):
        return self.events[event] + "abstracts/"

    def managed(self, event, page):
        return f"{self.events[event]}manage/abstracts/{page}"

    def lists(self, event, pool):
        """Its list has no pages; its JSON gives those whose numbers are told."""
        few = self.first(event, 50)
        return [
            Pair(f"staff's list of {pool.count:,}, Kohort's first 50", (1, lambda: self.list(event)), (40, pool.page)),
            Pair(f"JSON, 50 of {pool.count:,}", (4, lambda: self.some(event, few)), (40, pool.list)),
        ]

    def first(self, event, count):
        return re.findall(r'name="abstract_id"\s+value="(\d+)"', self.list(event).decode())[:count]

    def list(self, event):
        return self.staff.fetch(self.managed(event, "list/"))

    def some(self, event, numbers):
        """Those by JSON, as a system asks with its token."""
        answer, content = self.system.ask(
            "POST", self.managed(event, "abstracts.json"), json.dumps({"abstract_id": numbers}),
            {"Content-Type": "application/json"})
        if answer.status != 200:
            raise SystemExit(f"JSON: {answer.status} {content[:300]}")
        return content

    def files(self, event, pool):
        count, list = f"{pool.count:,}", (1, lambda: self.list(event))
        return [
            Pair(f"staff's list of {count}, all in Kohort's pages of 50", list, (5, pool.pages)),
            Pair(f"CSV of {count}, 15 columns to 13", (1, self.export(event)), (10, pool.file)),
        ]

    def whole(self, event):
        return self.export(event), lambda: self.system.fetch(self.managed(event, "abstracts.json"))

    def export(self, event):
        """What fetches the file, once its columns are chosen."""
        self.filer.form(self.managed(event, "list/"))
        text = json.loads(self.filer.fetch(self.managed(event, "list/customize")))["html"]
        questions = [int(number) for number in dict.fromkeys(re.findall(r'data-id="(\d+)"', text))]
        answer, content = self.filer.post(
            self.managed(event, "list/customize"), {"visible_items": json.dumps(COLUMNS + questions)})
        if answer.status != 200 or len(questions) != len(TEXTS["answers"]):
            raise SystemExit(f"columns: {answer.status} {questions} {content[:300]}")
        return lambda: self.filer.fetch(self.managed(event, "abstracts.csv"))

    def writing(self, guest, wish):
        ours = (20, lambda: kohort.apply(guest, pdf(20_000), TEXTS, wish))
        return [Pair("application with a PDF, by somebody signed in", (5, self.apply), ours)]

    def apply(self):
        """The form, and what an applicant sends by it: registered, with a letter."""
        path, author = self.events["tsub"] + "abstracts/submit", uuid.uuid4().hex[:12]
        text = json.loads(self.applicant.form(path))["html"]
        person = {
            "first_name": "Person", "last_name": author, "email": f"{author}@people.example",
            "roles": ["primary", "speaker"]}
        answers = dict(zip(dict.fromkeys(re.findall(r'name="(custom_\d+)"', text)), TEXTS["answers"]))
        fields = {
            "title": f"Application {author}", "description": TEXTS["experience"], "person_links": json.dumps([person]),
            "submission_comment": TEXTS["motivation"], "submitted_for_tracks": choice(text, "submitted_for_tracks"),
            "attachments": "[]", **answers}
        answer, content = self.applicant.post(path, fields, {"attachments": pdf(20_000)})
        if answer.status != 200 or "redirect" not in json.loads(content):
            raise SystemExit(f"application: {answer.status} {content[:300]}")
