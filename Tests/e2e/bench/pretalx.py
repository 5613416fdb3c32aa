"""pretalx 2026.2 as its visitors ask it: the export, and the wizard step by step."""

import json
import re
import uuid
from urllib.parse import urlparse

import kohort
from application import pdf
from pairs import Pair
from peer import TEXTS, Peer
from visitor import Visitor, choice

# The columns that our own file has; its number comes by itself, and the address stands with the speakers alone.
COLUMNS = ["title", "track", "abstract", "description", "speaker_names"]


class Pretalx(Peer):
    name = "pretalx"

    def __init__(self):
        super().__init__()
        session, token = self.side("visitor")
        self.staff = Visitor(self.address, {"pretalx_session": session})
        self.system = Visitor(self.address, headers={"Authorization": f"Token {token}"})
        kinds = json.loads(self.system.fetch("/api/events/tsub/submission-types/"))["results"]
        tracks = json.loads(self.system.fetch("/api/events/tsub/tracks/"))["results"]
        self.new = json.dumps({
            "title": "Application", "submission_type": kinds[0]["id"], "track": tracks[0]["id"],
            "abstract": TEXTS["experience"], "description": TEXTS["motivation"], "content_locale": "en"})

    def page(self, event):
        return f"/{event}/cfp"

    def lists(self, event, pool):
        page, list = f"/orga/event/{event}/submissions/?page_size=50", f"/api/events/{event}/submissions/?page_size=50"
        return [
            Pair(f"staff's list, 50 of {pool.count:,}", (2, lambda: self.staff.fetch(page)), (40, pool.page)),
            Pair(f"JSON list, 50 of {pool.count:,}", (4, lambda: self.system.fetch(list)), (40, pool.list)),
        ]

    def files(self, event, pool):
        return [Pair(f"CSV of {pool.count:,}, 13 columns each", (1, lambda: self.export(event)), (10, pool.file))]

    def writing(self, guest, wish):
        ours = (20, lambda: kohort.apply(guest, pdf(20_000), TEXTS, wish))
        draft = (60, lambda: kohort.save_draft(guest, TEXTS, wish))
        return [
            Pair("JSON POST, six fields, no file", (15, self.post), draft),
            Pair("application with a PDF, new account", (3, lambda: self.apply(Visitor(self.address))), ours),
            Pair("the same by somebody signed in", (3, lambda: self.apply(self.staff)), ours),
        ]

    def whole(self, event):
        return lambda: self.export(event), lambda: self.walk(f"/api/events/{event}/submissions/")

    def post(self):
        answer, content = self.system.ask(
            "POST", "/api/events/tsub/submissions/", self.new, {"Content-Type": "application/json"})
        if answer.status != 201:
            raise SystemExit(f"submission: {answer.status} {content[:300]}")

    def apply(self, visitor):
        apply(visitor, "tsub", pdf(20_000), TEXTS)

    def walk(self, path):
        """A list to its end, in the largest pages that there are."""
        path, content = path + "?page_size=250", b""
        while path:
            page = self.system.fetch(path)
            content += page
            path = (json.loads(page)["next"] or "").removeprefix(self.address)
        return content

    def export(self, event):
        status, content = export(self.staff, event, "csv")
        if status != 200:
            raise SystemExit(f"export: {status}")
        return content


def apply(visitor, event, cv, texts):
    """The wizard to its end: what is submitted, questions, the account unless signed in, the profile."""
    person = uuid.uuid4().hex[:12]
    path = visitor.ask("GET", f"/{event}/submit/")[0].headers["Location"]
    while "/me/submissions" not in path:
        text = visitor.form(path)
        step = STEPS[urlparse(path).path.rstrip("/").split("/")[-1]]
        path = visitor.send(path, *step(text, person, cv, texts))


def info(text, person, cv, texts):
    fields = {
        "title": f"Application {person}", "submission_type": choice(text, "submission_type"),
        "track": choice(text, "track"), "abstract": texts["experience"], "description": texts["motivation"],
        "notes": "", "content_locale": "en", "action": "submit", "resource-TOTAL_FORMS": 1,
        "resource-INITIAL_FORMS": 0, "resource-MIN_NUM_FORMS": 0, "resource-MAX_NUM_FORMS": 1000,
        "resource-0-description": "CV", "resource-0-id": "", "resource-0-link": "",
    }
    return fields, {"resource-0-resource": cv}


def questions(text, person, cv, texts):
    names = dict.fromkeys(re.findall(r'name="?(question_\d+)', text))
    return {"action": "submit", **dict(zip(names, texts["answers"]))}, {}


def user(text, person, cv, texts):
    password = "kZ8-bench-only"
    return {
        "register_name": person, "register_email": f"{person}@people.example", "register_password": password,
        "register_password_repeat": password, "action": "submit"}, {}


def profile(text, person, cv, texts):
    return {"name": person, "biography": texts["motivation"], "avatar_action": "keep", "action": "submit"}, {}


STEPS = {"info": info, "questions": questions, "user": user, "profile": profile}


def export(visitor, event, kind):
    """The status and the file, with as many columns as our own."""
    path = f"/orga/event/{event}/schedule/export/"
    text = visitor.form(path)
    wanted = COLUMNS + list(dict.fromkeys(re.findall(r'name="?(question_\d+)', text)))
    answer, content = visitor.post(
        path, {"export_format": kind, "target": "all", "data_delimiter": "comma", **dict.fromkeys(wanted, "on")})
    return answer.status, content
