"""A round from its first day to its offers, with looks at the pages on the way."""

import os
import re
import time

import answers
import daily
import helps
import journeys
from eyes import DESK, PHONE, Eyes
from installation import EMPLOYER, FRESH, ROOT, TENANT, UNTIL_CLOSED
from run import OTHER_LANGUAGES


SILJE, JONAS = (f"/ks/trainees/01980000-0000-7000-8e00-00000000000{number}" for number in (1, 2))
"""The first trainees of KS's demo cohort."""
ROOM_OF_KS = "/ks/employer/fjordvik"
UNKNOWN = "01980000-0000-7000-8c00-0000000000ff"


def first_day(run):
    """While the call is open."""
    links = run.place.links()
    run.journey("apply by mouse", lambda: journeys.keep_and_withdraw(journeys.apply(run.reader()), run.place))
    run.journey(
        "apply without scripts",
        lambda: journeys.keep_and_withdraw(journeys.apply(run.reader(scripts=False)), run.place))
    run.journey("apply by keyboard", lambda: journeys.by_keyboard(run.reader()))
    run.journey(
        "apply by mouse on a phone",
        lambda: journeys.keep_and_withdraw(journeys.apply(run.reader(width=PHONE)), run.place))
    run.journey("apply by keyboard on a phone", lambda: journeys.by_keyboard(run.reader(width=PHONE)))
    run.journey("application step by step", lambda: application(run))
    run.journey("a file shows how far it has come", lambda: helps.show_progress(run.reader()))
    run.journey("a list follows what is chosen", lambda: helps.follow(run.reader()))
    run.journey("errors lead on", lambda: errors(run, links))
    run.journey("register interest", lambda: journeys.register_interest(run.reader()))
    run.journey("demand and call", lambda: demand_and_call(run))
    at_work(run, links)
    run.pages(
        "public", run.reader(), f"/{TENANT}", f"/{TENANT}/sign-in/asked", links["lead"].removeprefix(run.place.origin))


def errors(run, links):
    """Pages of errors, looked at as all others are, in each language."""
    visitor, applicant = run.reader(), run.reader(links["applicant"])
    pages = {visitor: {f"/{TENANT}/nowhere": 404, "/nowhere": 404, f"/{TENANT}/staff": 401, f"/{TENANT}/language": 405},
             applicant: {f"/{TENANT}/staff": 403, f"/{TENANT}/candidacies/{UNKNOWN}": 404}}
    for reader, statuses in pages.items():
        eyes = Eyes(reader.page)
        for language in ("sv", *OTHER_LANGUAGES):
            with reader.reading(language):
                run.faults += [
                    f"a page of an error: {language}: {fault} ({path})" for path, status in statuses.items()
                    for fault in eyes.visit(run.place.origin + path, None, status)]


def refused_plan(run, reader):
    """The plan of a supervisor who is signed out while it is written: the refusal gives back what was typed."""
    form, typed = f"form[action$='/{daily.BERITS}/plan']", "Innkjøp fra ende til annen"
    reader.open(f"/ks/placements/{daily.BERITS}")
    if not reader.page.locator(f"{form} textarea").first.is_visible():
        reader.press("main details:has([name=responsibilities]) summary")
    reader.fill(responsibilities=typed, tasks="Lese avtaler\n" * 200, goals="Følge ett innkjøp")
    signed_in = reader.context.cookies()
    reader.context.clear_cookies()
    reader.context.add_cookies([cookie for cookie in signed_in if "browser" in cookie["name"]])

    def send():
        with reader.page.expect_navigation() as sent:
            reader.find(f"{form} button.primary").click()
        return sent.value

    run.faults += [f"a refused plan: {fault}" for fault in Eyes(reader.page).judge(send, typed, 403)]
    reader.context.add_cookies(signed_in)


def at_work(run, links):
    """Those around the trainees of KS and Romerike, each with the pages that they see."""
    named = {role: run.reader(links[role]) for role in ("mentor", "supervisor", "trainee")}
    lead, coordinator = run.reader(links["ks-lead"]), run.reader(links["ks-coordinator"])
    committee = run.reader(run.place.invite("romerike", "committee"))
    several = run.reader(run.place.invite("ks", "coordinator", "solstrand", email=daily.GEIR))
    run.journey("note a talk", lambda: journeys.note_talk(named["mentor"]))
    daily.all_ways(run, dict(named, lead=lead, coordinator=coordinator, committee=committee, several=several))
    run.journey("a warning before a plan is lost", lambda: helps.warn(named["supervisor"]))
    for role, reader in named.items():
        for part in ("/{tenant}/me", "/{tenant}/placements", "/{tenant}/trainees"):
            run.pages("lead", reader, "/ks/me", below=part, by=role)
    run.journey("a refused plan is given back", lambda: refused_plan(run, named["supervisor"]))
    for part in ("cohorts", "billing", "integrations"):
        run.pages("lead", lead, f"/ks/staff/{part}", below=f"/{{tenant}}/staff/{part}", by="lead of KS")
    for part in ("/{tenant}/trainees", "/{tenant}/placements"):
        run.pages("lead", lead, SILJE, JONAS, below=part, by="lead of KS")
    for part in ("trainees", "invoices", "integrations"):
        run.pages(
            "coordinator", coordinator, f"{ROOM_OF_KS}/{part}", below=f"/{{tenant}}/employer/{{employer}}/{part}",
            by="coordinator of KS")
    history = run.reader(links["romerike-lead"])
    for part in ("/{tenant}/report", "/{tenant}/staff/cohorts"):
        run.pages("lead", history, "/romerike/staff/cohorts", "/romerike/report", below=part, by="lead of Romerike")
    closing = [f"/{{tenant}}/trainees/{{trainee}}/{part}" for part in ("project", "documents")]
    cohort = history.open("/romerike/staff/cohorts/lttr-2013")
    through = cohort.find("#trainees a:text('Anders Bakke')").get_attribute("href")
    for part in closing:
        run.pages(
            "lead", history, f"{through}/project", "/romerike/staff/cohorts", below=part, by="lead of Romerike")
    run.pages("public", history, "/romerike/staff/cohorts", below="/{tenant}/verification", by="lead of Romerike")


def application(run):
    """Each step of a draft, with two wishes in it."""
    reader = journeys.half_way(run.reader())
    journeys.drag(reader)
    own = reader.path.partition("?")[0]
    for step in ("you", "education", "wishes", "files", "look"):
        run.page("/{tenant}/candidacies/{candidacy}/application", Eyes(reader.page), reader, f"{own}?step={step}")


def own_password(run, keeper):
    """Somebody of the demo sets one; then there is a page to change it on."""
    journeys.set_password(keeper, "/ks/me/ways-in/password", run.place.now)
    change = "/ks/me/ways-in/password/change"
    run.page("/{tenant}/me/ways-in/password/change", Eyes(keeper.page), keeper, change)


def demand_and_call(run):
    """In a consortium whose round nobody has begun."""
    path = os.path.join(run.place.folder, "fresh.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(fresh_definition())
    run.place.kohort("tenant", "apply", path)
    coordinator = run.reader(run.place.invite(FRESH, "coordinator", EMPLOYER), width=PHONE)
    home = f"/{FRESH}/employer/{EMPLOYER}"
    journeys.state_demand(coordinator, home)
    run.pages("coordinator", coordinator, home)
    journeys.publish(run.reader(run.place.invite(FRESH, "lead"), width=PHONE), f"/{FRESH}/staff/rounds/first-call")
    journeys.apply_for_the_only_place(run.reader(width=PHONE), FRESH)


def fresh_definition():
    """The demo's definition with another name, its dates laid around today."""
    with open(os.path.join(ROOT, "config/consortia/norra-norrland.yaml"), encoding="utf-8") as file:
        definition = file.read().replace(f"slug: {TENANT}", f"slug: {FRESH}")
    for name, days in {"demand": 20, "applications": UNTIL_CLOSED - 1, "ranking": 60, "hiring": 90}.items():
        date = time.strftime("%Y-%m-%d", time.localtime(time.time() + days * 86_400))
        definition = re.sub(rf"(\n      {name}: !assumed) \S+", rf"\1 {date}", definition)
    return definition


def after_the_call(run):
    """When the deadline has passed: the employers choose, and applicants answer."""
    run.place.travel(UNTIL_CLOSED)
    links = run.place.links()
    lead = run.reader(links["lead"], run.place.invite("ks", "lead"))
    coordinator, applicant = run.reader(links["coordinator"]), run.reader(links["applicant"])
    home = applicant.path
    run.journey("release by keyboard", lambda: journeys.release_by_keyboard(lead))
    run.journey("release by keyboard on a phone", lambda: answers.release(
        run.reader(run.place.invite(FRESH, "lead"), width=PHONE),
        run.reader(run.place.invite(FRESH, "coordinator", EMPLOYER), width=PHONE), FRESH))
    other = run.reader(run.place.invite(TENANT, "coordinator", "umea"))
    run.journey("pool to list by keyboard", lambda: journeys.choose_by_keyboard(other, f"/{TENANT}/employer/umea"))
    small = run.reader(run.place.invite(TENANT, "coordinator", "skelleftea"), width=PHONE)
    run.journey(
        "pool to list by keyboard on a phone",
        lambda: journeys.choose_by_keyboard(small, f"/{TENANT}/employer/skelleftea"))
    answered(run, other, small)
    run.journey("narrow the pool", lambda: journeys.narrow(coordinator))
    run.journey("pool to offers", lambda: journeys.choose_candidates(coordinator))
    compared(run, coordinator)
    run.pages("applicant", applicant, home)
    run.journey("accept an offer", lambda: journeys.accept(applicant.open(home)))
    keeper = run.reader(run.place.invite("ks", "committee"))
    run.journey("a password of one's own", lambda: own_password(run, keeper))
    room = f"/{TENANT}/employer/{EMPLOYER}"
    run.pages("lead", lead, f"/{TENANT}/staff")
    own = f"/{TENANT}/me"
    run.pages(
        "lead", lead, own, f"{own}/ways-in/password", f"{own}/address/opened", below="/{tenant}/me/", by="lead with their own pages")
    # Whoever applied by keyboard has the longest name.
    run.pages("coordinator", coordinator, f"{room}/pool?text=Cederschi", room)


def answered(run, umea, skelleftea):
    """Somebody whom both employers rank first says no to the one and yes to the other, on a phone."""
    def answer(coordinator, employer, deed):
        candidacy = answers.offer(coordinator, f"/{TENANT}/employer/{employer}")
        link = run.place.kohort("applicant-link", "--tenant", TENANT, "--candidacy", candidacy).strip()
        deed(run.reader(link, width=PHONE))

    run.journey(
        "an offer is made and declined by keyboard on a phone",
        lambda: answer(skelleftea, "skelleftea", lambda reader: answers.decline(reader, "Skellefteå kommun")))
    run.journey(
        "an offer is made and accepted by keyboard on a phone",
        lambda: answer(umea, "umea", lambda reader: answers.accept(reader, "Umeå kommun")))


def compared(run, coordinator):
    """Two candidates side by side, in all four ways; then the page itself, with the longest name."""
    room, page = f"/{TENANT}/employer/{EMPLOYER}", "/{tenant}/employer/{employer}/pool/comparison"
    for width in (DESK, PHONE):
        coordinator.page.set_viewport_size({"width": width, "height": 900})
        for name, way in answers.WAYS.items():
            run.journey(f"compare by {name} at {width}", lambda way=way: way(coordinator, room))
    run.journey("compare without scripts", lambda: answers.compare(
        run.reader(run.place.invite(TENANT, "coordinator", EMPLOYER), scripts=False), room))
    for address in answers.addresses(coordinator, room):
        run.page(page, Eyes(coordinator.page), coordinator, address)
