"""What is done inside Indico 3.3, by its own operations; `peer.py` gives it to its Python.

    people             an administrator and an applicant, who sign in by a password
    fill SLUG COUNT    a conference with so many abstracts; the first 400 have a PDF of 20 kB
    tenants COUNT      one more category with its conference, so many times: milliseconds of each
    visitor            the administrator's token, and the password of both
"""

import datetime
import io
import sys
import time

from indico.web.flask.app import make_app

app = make_app()
app.test_request_context(base_url=app.config["INDICO"]["BASE_URL"]).push()
from indico.core.db import db  # noqa: E402
from indico.core.oauth.models.personal_tokens import PersonalToken  # noqa: E402
from indico.modules.auth import Identity  # noqa: E402
from indico.modules.categories import Category  # noqa: E402
from indico.modules.categories.operations import create_category  # noqa: E402
from indico.modules.events.abstracts.models.abstracts import AbstractState  # noqa: E402
from indico.modules.events.abstracts.models.persons import AbstractPersonLink  # noqa: E402
from indico.modules.events.abstracts.operations import create_abstract, schedule_cfa  # noqa: E402
from indico.modules.events.abstracts.settings import abstracts_settings  # noqa: E402
from indico.modules.events.abstracts.util import build_default_email_template  # noqa: E402
from indico.modules.events.contributions.models.fields import ContributionField  # noqa: E402
from indico.modules.events.contributions.models.persons import AuthorType  # noqa: E402
from indico.modules.events.features.util import set_feature_enabled  # noqa: E402
from indico.modules.events.models.events import EventType  # noqa: E402
from indico.modules.events.models.persons import EventPerson  # noqa: E402
from indico.modules.events.operations import create_event  # noqa: E402
from indico.modules.events.tracks.operations import create_track  # noqa: E402
from indico.modules.users import User  # noqa: E402
from indico.modules.users.operations import grant_admin  # noqa: E402
from indico.util.date_time import now_utc  # noqa: E402
from said import ANSWERS, EXPERIENCE, MOTIVATION, PDF  # noqa: E402
from werkzeug.datastructures import FileStorage  # noqa: E402

PASSWORD = "kZ8-bench-only-bench"



def administrator():
    return User.query.filter_by(is_admin=True, is_system=False).first()


def person(name, email):
    made = User(first_name=name, last_name="Bench", email=email)
    db.session.add(made)
    return made


def people():
    for name in ("administrator", "applicant"):
        made = person(name, f"{name}@people.example")
        made.identities.add(Identity(provider="indico", identifier=name, password=PASSWORD))
        db.session.flush()
        if name == "administrator":
            grant_admin(made)


def conference(category, slug):
    start = now_utc() + datetime.timedelta(days=120)
    return create_event(category, EventType.conference, {
        "title": f"Trainees {slug}", "url_shortcut": slug, "start_dt": start, "timezone": "Europe/Stockholm",
        "end_dt": start + datetime.timedelta(days=1), "creator": administrator()})


def fill(slug, count):
    event = conference(Category.get_root(), slug)
    set_feature_enabled(event, "abstracts", True)
    schedule_cfa(event, now_utc(), now_utc() + datetime.timedelta(days=60), None)
    abstracts_settings.set_multi(event, {
        "announcement": "Examen inom området, eller en som blir klar.", "allow_attachments": True,
        "allow_multiple_tracks": False})
    letter = build_default_email_template(event, "submit")
    letter.title, letter.rules = "Submitted", [{"state": [AbstractState.submitted.value]}]
    event.abstract_email_templates.append(letter)
    tracks = [create_track(event, {"title": f"Place {number}", "code": f"P{number}"}) for number in range(12)]
    questions = [ContributionField(event=event, title=text, field_type="text", field_data={"multiline": False})
                 for text in ANSWERS]
    db.session.commit()
    for number in range(int(count)):
        submit(event, tracks[number % 12], questions, number)
        db.session.commit()


def submit(event, track, questions, number):
    submitter = person("Person", f"{event.url_shortcut}-{number}@people.example")
    db.session.flush()
    author = EventPerson.for_user(submitter, event)
    link = AbstractPersonLink(person=author, author_type=AuthorType.primary)
    values = {
        "title": f"Application {number}", "description": EXPERIENCE, "submission_comment": MOTIVATION,
        "person_links": [link], "submitted_for_tracks": {track}}
    if number < 400:
        values["attachments"] = {"added": [FileStorage(io.BytesIO(PDF), filename="cv.pdf")], "deleted": []}
    answers = {f"custom_{question.id}": text for question, text in zip(questions, ANSWERS.values())}
    create_abstract(event, values, answers, submitter=submitter)


def tenants(count):
    root = Category.get_root()
    for _ in range(int(count)):
        name, start = f"t{time.time_ns()}", time.perf_counter()
        event = conference(create_category(root, {"title": name}), name)
        set_feature_enabled(event, "abstracts", True)
        db.session.commit()
        print((time.perf_counter() - start) * 1000)


def visitor():
    PersonalToken.query.filter_by(user=administrator(), name="bench").delete()
    token = PersonalToken(user=administrator(), name="bench", scopes=["read:everything", "full:everything"])
    print(token.generate_token(), PASSWORD)
    db.session.add(token)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
    db.session.commit()
