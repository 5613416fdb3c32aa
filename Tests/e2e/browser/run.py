"""One run of the suite: who looks at what, and what was wrong with it."""

import time

from playwright.sync_api import Error

from addresses import Addresses
from eyes import Eyes
from reader import Missing, Reader

SEEDED = "Norr(a|lands)|Örnsköldsvik|Umeå|Almqvist|Trainee i |trainee@norra"
"""Something of the demo, which every page shows unless it is named below."""
TRAINEES = "Silje Aune|Jonas Berge|Amina Warsame|Torbjørn Hagen|Anne-Karoline"
SHOWN = {
    "/{tenant}/me/ways-in": None,
    "/{tenant}/calendar": "Arbeidsgiverseminar|Arbetsgivarseminarium",
    "/{tenant}/interest": "KS|kommun",
    "/{tenant}/interest/receipt": None,
    "/{tenant}/candidacies/{candidacy}/receipt": "candidate-1@people.example",
    "/{tenant}/candidacies/{candidacy}/withdrawal": r"20\d\d",
    **{pattern: r"20\d\d" for pattern in (
        "/{tenant}/candidacies/{candidacy}/application", "/{tenant}/rounds/{round}/application",
        "/{tenant}/rounds/{round}/candidacies")},
    # It must tell nothing to those who only have the link.
    "/{tenant}/candidacies/{candidacy}/{key}": None,
    "/{tenant}/staff/rounds/{round}/deadlines": r"20\d\d-\d\d-\d\d",
    "/{tenant}/staff/messages": r"20\d\d",
    "/{tenant}/staff/journal": r"20\d\d",
    "/{tenant}/staff/openings": r"20\d\d",
    "/{tenant}/staff/interests": "Prövningens kommun",
    "/{tenant}/employer/{employer}/trainees": "Silje Aune",
    "/{tenant}/employer/{employer}/integrations": "personal.fjordvik.example",
    "/{tenant}/employer/{employer}/integrations/{webhook}": "personal.fjordvik.example",
    "/{tenant}/employer/{employer}/invoices": "Kari Nes",
    "/{tenant}/employer/{employer}/invoices/{document}": "Fjordvik kommune",
    "/{tenant}/report": "Kull",
    "/{tenant}/staff/billing": "Fjordvik kommune",
    "/{tenant}/staff/billing/documents/{document}": "(Fjordvik|Lyngmo) kommune",
    "/{tenant}/staff/billing/parties": "Granheim kommune",
    "/{tenant}/staff/billing/print/{document}": "(Fjordvik|Lyngmo) kommune",
    "/{tenant}/staff/cohorts": "Kull",
    "/{tenant}/staff/cohorts/{cohort}": "Kull",
    "/{tenant}/staff/cohorts/{cohort}/board": "Kull",
    "/{tenant}/staff/cohorts/{cohort}/board/{placement}": "Kull",
    "/{tenant}/staff/cohorts/{cohort}/gatherings": "Kull",
    "/{tenant}/staff/cohorts/{cohort}/gatherings/{gathering}": "Arbeidsgiverseminar|Oppstart|Lillestrøm|Ski|Årnes",
    "/{tenant}/staff/cohorts/{cohort}/closing": "Kull",
    "/{tenant}/sign-in/password": None, "/{tenant}/sign-in/code": None, "/{tenant}/me/confirmation": None,
    "/{tenant}/me/address": None, "/{tenant}/me/address/{secret}": None,
    "/{tenant}/me/ways-in/password": None, "/{tenant}/me/ways-in/password/change": None,
    "/{tenant}/sign-in/asked": None, "/{tenant}/me/sign-ins": None, "/{tenant}/staff/tokens": None,
    "/{tenant}/employer/{employer}/tokens": None, "/{tenant}/staff/people": "Solli|@",
    "/{tenant}/employer/{employer}/people": "@",
    "/{tenant}/staff/billing/charges": "Fjordvik kommune",
    "/{tenant}/staff/billing/charges/{charge}": "Fjordvik kommune",
    "/{tenant}/staff/integrations": "hooks.ks.example",
    "/{tenant}/staff/integrations/{webhook}": "hooks.ks.example|personal.fjordvik.example",
    "/{tenant}/me": "Silje Aune|Fra sak til vedtak",
    "/{tenant}/placements/{placement}": TRAINEES,
    "/{tenant}/trainees/{trainee}": "Samferdsel|Økonomi|Helse|(Granheim|Fjordvik|Lyngmo|Solstrand) |Ingeniør",
    "/{tenant}/trainees/{trainee}/placements": "Fjordvik kommune",
    "/{tenant}/trainees/{trainee}/people": "Marit Solli|Geir Foss",
    "/{tenant}/trainees/{trainee}/talks": TRAINEES,
    "/{tenant}/trainees/{trainee}/gatherings/{gathering}": "Oslo|Bergen|Trondheim",
    "/{tenant}/trainees/{trainee}/goals": "Etikk",
    "/{tenant}/trainees/{trainee}/leaves": TRAINEES,
    "/{tenant}/trainees/{trainee}/project": "Overvann i sentrum|Lekkasjer i ledningsnettet|Trygge skoleveier|Prosjektoppgaven til ",
    "/{tenant}/trainees/{trainee}/evaluation": TRAINEES,
    "/{tenant}/trainees/{trainee}/closing": TRAINEES,
    "/{tenant}/trainees/{trainee}/documents/{document}": "Anders Bakke",
    "/{tenant}/verification": "Anders Bakke",
}
ELSEWHERE = {
    pattern: pattern.replace("{tenant}", "ks")
    for pattern in (
        "/{tenant}/calendar", "/{tenant}/interest", "/{tenant}/interest/receipt", "/{tenant}/staff/interests")
}
"""Pages that show something in a consortium that does not recruit."""
AT_WORK = tuple(
    f"/{{tenant}}/{part}" for part in (
        "staff/cohorts", "staff/billing", "staff/integrations", "employer/{employer}/integrations",
        "employer/{employer}/invoices", "employer/{employer}/trainees", "trainees", "placements", "me", "report",
        "verification"))
"""What is looked at where trainees are at work, and not where a round runs."""
ROOMS = {
    "/{tenant}/staff": "lead", "/{tenant}/report": "lead", "/{tenant}/employer": "coordinator",
    "/{tenant}/candidacies": "applicant", "/{tenant}/me": "lead", "/{tenant}/trainees": "lead",
    "/{tenant}/placements": "lead", "/{tenant}/styleguide": "lead",
}
"""Who reads what lies below an address; a room for somebody else is named here and looked at in `stages`."""
OTHER_LANGUAGES = ("nb", "en")

OUTSIDE = {
    "/{tenant}/sign-in/with/{provider}", "/{tenant}/sign-in/with/{provider}/return",
}
"""Pages on the way to another's sign-in and back, which the demo has none of: `make signin` goes that way."""


def room(pattern):
    return next((role for start, role in ROOMS.items() if pattern.startswith(start)), "public")


class Run:
    def __init__(self, chromium, place):
        self.chromium, self.place = chromium, place
        self.routes = place.routes()
        self.faults, self.visited, self.passed = [], {"/static/{hash}/{name}"} | OUTSIDE, 0

    def reader(self, *links, **options):
        reader = Reader(self.chromium, self.place.origin, **options)
        for link in links:
            reader.sign_in(link)
        return reader

    def journey(self, name, steps):
        """Some steps; the first that fails ends the journey."""
        begun = time.monotonic()
        try:
            steps()
        except (Missing, Error) as problem:
            self.faults.append(f"{name}: {str(problem).splitlines()[0]}")
            print(f"  ✘ {name}", flush=True)
            return
        self.passed += 1
        print(f"  ✔ {name}, {time.monotonic() - begun:.1f} s", flush=True)

    def pages(self, role, reader, *starts, below="", by=None):
        """Visits the pages of a role's room, or of a part of it, that can be reached from here; by somebody else who
        sees some of them, where one is named."""
        begun, seen = time.monotonic(), 0
        addresses = Addresses(self.routes, reader.fetch, self.place.origin).follow(*starts)
        self.faults += addresses.dead
        eyes = Eyes(reader.page)
        for pattern in addresses.patterns:
            if room(pattern) != role or not pattern.startswith(below or "/") or not below and pattern.startswith(AT_WORK):
                continue
            met = addresses.found.get(pattern, []) if by else addresses.examples(pattern)
            for address in [ELSEWHERE[pattern]] if pattern in ELSEWHERE else met:
                self.page(pattern, eyes, reader, address)
                seen += 1
        print(f"  {seen} pages of the {by or role}, {time.monotonic() - begun:.1f} s", flush=True)

    def page(self, pattern, eyes, reader, address):
        status, html = reader.fetch(address)
        found = [] if status == 200 else [f"answers {status}"]
        if html and not found:
            url = self.place.origin + address
            found = eyes.visit(url, SHOWN.get(pattern, SEEDED))
            for language in OTHER_LANGUAGES if pattern not in self.visited else ():
                with reader.reading(language):
                    found += [f"{language}: {fault}" for fault in eyes.glance(url)]
        self.visited.add(pattern)
        self.faults += [f"{pattern}: {fault} ({address})" for fault in found]
        self.passed += not found

    def unvisited(self):
        """The pages of the route table that nobody has looked at."""
        return [
            f"{pattern}: nobody came to see it" for method, audience, pattern in self.routes
            if (method, audience) == ("GET", "page") and pattern not in self.visited
        ]
