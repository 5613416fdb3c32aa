"""What those around the trainees come for: each with a mouse and with the keyboard alone, wide and on a phone."""

import datetime
import re

from eyes import DESK, PHONE
from hands import BOTH
from reader import Missing

SILJE = "01980000-0000-7000-8e00-000000000001"
GATHERING = "01980000-0000-7000-8a00-000000000005"
BERITS = "01980000-0000-7000-8f00-000000000042"
"""A placement of KS's demo that Berit Vik supervises and that begins within the month."""
GEIR = "geir.foss@people.example"
"""A mentor of KS's demo who has let the time for a talk pass."""
DONE = "main .notice[role=status]"


def mentor(hand, turn):
    """Notes a talk on another day than before."""
    form = f"form[action*='/trainees/{SILJE}/talks']"
    hand.reader.open("/ks/me").sees("Silje Aune")
    hand.day(f"{form} [name=held_on]", datetime.date.today() - datetime.timedelta(days=turn + 1)).press(f"{form} button")
    hand.reader.find(DONE)


def supervisor(hand, turn):
    """Writes the plan of a placement, or changes it, and agrees to it."""
    form = f"form[action$='/{BERITS}/plan']"
    hand.reader.open("/ks/me")
    hand.press(f"main a[href$='/placements/{BERITS}']")
    if not hand.reader.page.locator(f"{form} textarea").first.is_visible():
        hand.unfold("main details:has([name=responsibilities]) summary")
    hand.write(form, responsibilities=f"Innkjøp, utkast {turn}", tasks="Lese avtaler", goals="Følge ett innkjøp")
    hand.press(f"{form} button.primary")
    hand.reader.sees(f"Innkjøp, utkast {turn}")
    hand.press("form[action$='/supervisor-agreement'] button")
    hand.reader.find(DONE)
    hand.reader.sees_not("form[action$='/supervisor-agreement']")


def trainee(hand, turn):
    """Finds the way from the own page to a gathering, and writes what it gave."""
    form = "form[action$='/reflection']"
    hand.reader.open("/ks/me").sees("Lyngmo kommune")
    hand.press(f"main a[href$='/trainees/{SILJE}']").press(f"main a[href$='/gatherings/{GATHERING}']")
    hand.write(form, outcome=f"At saken må frem, gang {turn}", content="Saksgang", participation="Jeg la frem en sak")
    hand.press(f"{form} button.primary")
    hand.reader.find(DONE)
    if hand.reader.open("/ks/me").page.locator(f"main .due a[href$='/gatherings/{GATHERING}']").count():
        raise Missing("the duty goes once it is done")


def coordinator(hand, turn):
    """Adds a mentor to the pool."""
    hand.reader.open("/ks/employer/fjordvik")
    hand.tab("a[href*='/trainees']").unfold("main details:has([name=email]) summary")
    hand.write("form[action$='/mentors']", name=f"Mentor {turn}", email=f"mentor{turn}@people.example")
    hand.press("form[action$='/mentors'] button.primary")
    hand.reader.sees(f"Mentor {turn}")


def lead(hand, turn):
    """Goes by the tabs to the matters, and raises one."""
    hand.reader.open("/ks/staff")
    hand.tab("a[href$='/staff/members']").tab("a[href$='/staff/matters']")
    hand.choose("form[action$='/matters'] [name=kind]").write("form[action$='/matters']", title=f"Sak nummer {turn}")
    hand.press("form[action$='/matters'] button.primary")
    hand.reader.sees(f"Sak nummer {turn}")


def committee(hand, turn):
    """Reads the results and takes them along: in a file, and printed on one sheet."""
    hand.reader.open("/romerike")
    hand.room("a[href$='/report']").reader.sees("2008", "84")
    with hand.reader.page.expect_download() as download:
        hand.unfold("main a[href$='.csv']")
    if not download.value.suggested_filename.endswith("results.csv"):
        raise Missing("a file of the results")
    sheets = len(re.findall(rb"/Type */Page\b", hand.reader.page.pdf(prefer_css_page_size=True)))
    if sheets != 1:
        raise Missing(f"one sheet of results, but {sheets}")


def several(hand, turn):
    """A coordinator who is a mentor elsewhere: learns on the first page that a talk is late, goes there, and comes back
    by the masthead, which says which room is whose."""
    home = "/ks/employer/solstrand"
    hand.reader.open(home)
    hand.press("main .due a[href$='/talks']")
    hand.room("a[href$='/me']")
    current(hand.reader, "/ks/me", "Mentor")
    hand.room(f"a[href$='{home}']")
    current(hand.reader, home, "Koordinator")


def current(reader, path, role):
    """Which room the masthead marks as the one at hand, and by which role it is the reader's."""
    marked = reader.page.locator(".masthead nav:not(.rooms) [aria-current=page]")
    if reader.path != path or role not in marked.text_content():
        raise Missing(f"{path} as a room of a {role}: {reader.path}, {marked.text_content()}")


JOURNEYS = (mentor, supervisor, trainee, coordinator, lead, committee, several)


def all_ways(run, readers):
    """Each journey in all four ways, gone by one person."""
    for journey in JOURNEYS:
        reader, turn = readers[journey.__name__], 0
        for width in (DESK, PHONE):
            for name, hand in BOTH.items():
                reader.page.set_viewport_size({"width": width, "height": 900})
                run.journey(
                    f"{journey.__name__} by {name} at {width}",
                    lambda hand=hand(reader), turn=turn: journey(hand, turn))
                turn += 1
