"""What is done inside pretalx 2026.2, by its own domain functions; `peer.py` gives it to its Python.

    fill SLUG COUNT    an event with so many submissions; the first 400 have a PDF of 20 kB
    tenants COUNT      one more organiser with its event, so many times: milliseconds of each
    visitor            what the administrator is known by: session, token
"""

import datetime
import importlib
import os
import sys
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "pretalx.settings"
import django  # noqa: E402

django.setup()
from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils.timezone import now  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402
from pretalx.event.domain.event import create_event  # noqa: E402
from pretalx.event.models import Organiser  # noqa: E402
from pretalx.person.models import SpeakerProfile, User  # noqa: E402
from pretalx.person.models.auth_token import ENDPOINTS, PERMISSION_CHOICES, UserApiToken  # noqa: E402
from pretalx.submission.domain.submission import create_submission  # noqa: E402
from pretalx.submission.models import Answer, Question, Resource, Submission, Track  # noqa: E402
from said import ANSWERS, EXPERIENCE, MOTIVATION, PDF  # noqa: E402


def administrator():
    return User.objects.filter(is_administrator=True).first()


def event(organiser, slug):
    start = (now() + datetime.timedelta(days=120)).date()
    return create_event(
        organiser=organiser, locales=["en"], user=administrator(), name=f"Trainees {slug}", slug=slug, is_public=True,
        date_from=start, date_to=start, timezone="Europe/Stockholm", email="office@example.org", locale="en")


def fill(slug, count):
    with scopes_disabled():
        made = event(Organiser.objects.first(), slug)
    with scope(event=made):
        made.cfp.headline, made.cfp.text = "Trainee i samhällsbyggnad", "Examen inom området, eller en som blir klar."
        shown = dict.fromkeys(["resources", "track"], {"visibility": "optional"})
        made.cfp.fields = {**made.cfp.fields, **shown}
        made.cfp.deadline = now() + datetime.timedelta(days=60)
        made.cfp.save()
        tracks = [Track.objects.create(event=made, name=f"Place {number}", color="#336699") for number in range(12)]
        questions = [
            Question.objects.create(
                event=made, variant="string", target="submission", question=text, question_required="optional",
                position=at)
            for at, text in enumerate(ANSWERS)]
        for number in range(int(count)):
            with transaction.atomic():
                submit(made, tracks[number % 12], questions, number)


def submit(made, track, questions, number):
    person = User(email=f"{made.slug}-{number}@people.example", name=f"Bench {number}", locale="en", timezone="UTC")
    person.set_unusable_password()
    person.save()
    SpeakerProfile.objects.create(user=person, event=made, name=person.name)
    submission = Submission(
        event=made, title=f"Application {number}", submission_type=made.submission_types.first(), track=track,
        abstract=EXPERIENCE, description=MOTIVATION, content_locale="en")
    create_submission(submission=submission, user=person, speakers=[person])
    for question, answer in zip(questions, ANSWERS.values()):
        Answer.objects.create(question=question, submission=submission, answer=answer)
    if number < 400:
        Resource.objects.create(submission=submission, description="CV", resource=ContentFile(PDF, name="cv.pdf"))


def tenants(count):
    with scopes_disabled():
        for number in range(int(count)):
            name, start = f"t{time.time_ns()}", time.perf_counter()
            event(Organiser.objects.create(name=name, slug=name), f"e{name}")
            print((time.perf_counter() - start) * 1000)


def visitor():
    person = administrator()
    every = {endpoint: [name for name, _ in PERMISSION_CHOICES] for endpoint in ENDPOINTS}
    token, _ = UserApiToken.objects.get_or_create(
        user=person, name="bench", defaults={"all_events": True, "endpoints": every})
    session = importlib.import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    print(session.session_key, token.token)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
