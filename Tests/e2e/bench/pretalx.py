"""pretalx 2026.2 as its visitors ask it: the export, and the wizard step by step."""

import re
import uuid
from urllib.parse import urlparse

# The columns that our own file has; its number comes by itself, and the address stands with the speakers alone.
COLUMNS = ["title", "track", "abstract", "description", "speaker_names"]


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


def choice(text, name):
    """The first that may be chosen, or what is set already."""
    menu = re.search(rf'<select[^>]*name="?{name}"?.*?</select>', text, re.DOTALL)
    if menu:
        return next(value for value in re.findall(r'<option[^>]*value="?([^" >]+)', menu.group(0)) if value)
    field = re.search(rf'<input[^>]*name="?{name}"?[^>]*value="?([^" >]+)', text)
    return field.group(1) if field else ""


def export(visitor, event, kind):
    """The status and the file, with as many columns as our own."""
    path = f"/orga/event/{event}/schedule/export/"
    text = visitor.form(path)
    wanted = COLUMNS + list(dict.fromkeys(re.findall(r'name="?(question_\d+)', text)))
    answer, content = visitor.post(
        path, {"export_format": kind, "target": "all", "data_delimiter": "comma", **dict.fromkeys(wanted, "on")})
    return answer.status, content
