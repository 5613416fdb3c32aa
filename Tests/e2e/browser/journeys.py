"""What people come for, from the first page to the last, pressed as they press it."""

import uuid

from installation import EMPLOYER, TENANT
from reader import Missing, Reader

ROUND = f"/{TENANT}/rounds/first-call"
STAFF = f"/{TENANT}/staff/rounds/first-call"
ROOM = f"/{TENANT}/employer/{EMPLOYER}"
ANSWERS = {
    "name": "Åsa-Märta Lillemor Cederschiöld von Essen af Västernorrland", "phone": "+46 70 123 45 67", "place": "Umeå",
    "birth_year": "1999", "education_field": "Väg och vatten", "school": "Umeå universitet", "graduation_year": "2026",
}

CHOSEN = ("Björn Isaksdotter", "Alva Almqvist")
"""The second is the demo's applicant, whose link there is."""


def apply(reader: Reader):
    """Reads about a place, applies for it with a CV, and gets a receipt."""
    email = f"{uuid.uuid4().hex[:8]}@people.example"
    reader.open(f"/{TENANT}").press("main a[href$='/vacancies']").press("main .rows h3 a")
    reader.press("main a.button.primary").fill(**ANSWERS, email=email)
    reader.choose("[name=education_level]").attach()
    reader.choose("[name=wishes] >> nth=1", 2)
    reader.press("main button[value=submit]").sees(email)
    return reader


def keep_and_withdraw(reader: Reader, place):
    """Opens the receipt's link, which shows how it stands, signs in on another device, changes it, and withdraws it."""
    private = reader.find("main a[href*='/candidacies/'].link, main .small a").get_attribute("href")
    reader.context.clear_cookies()
    reader.open(private)
    if ANSWERS["school"] in reader.page.content():
        raise Missing("the receipt's link shows what was written")
    reader.press("main form[method=post] button")
    if not reader.path.endswith("/sign-in/asked"):
        raise Missing(f"no sign-in link is asked for, but {reader.path} shown")
    candidacy = private.split("/candidacies/")[1].split("/")[0]
    reader.sign_in(place.kohort("applicant-link", "--tenant", TENANT, "--candidacy", candidacy).strip())
    reader.sees(ANSWERS["name"], ANSWERS["school"])
    reader.press("main a[href$='/application']").fill(school="Luleå tekniska universitet")
    reader.press("main button[value=submit]").sees("Luleå tekniska universitet")
    reader.press("main a[href$='/withdrawal']").press("main form[action$='/withdrawal'] button")
    reader.sees_not("main a[href$='/application']").sees_not("main a[href$='/withdrawal']")


def note_talk(reader: Reader):
    """The mentor says with one press that they met today, and a second press that day is refused."""
    reader.open("/ks/me").sees("Silje Aune").press("main td form[action*='/talks'] button")
    reader.sees_not("main .notice.late").press("main td form[action*='/talks'] button")
    reader.find("main .notice.late")


def by_keyboard(reader: Reader):
    """Applies without ever touching a mouse; focus can be seen wherever it is."""
    reader.open(f"/{TENANT}")
    focus(reader, "a.skip").page.keyboard.press("Enter")
    focus(reader, "main a[href$='/application']").page.keyboard.press("Enter")
    reader.page.wait_for_url("**/application")
    email = f"{uuid.uuid4().hex[:8]}@people.example"
    for name, value in {**ANSWERS, "email": email}.items():
        focus(reader, f"[name={name}]").page.keyboard.type(value)
    for choice in ("[name=education_level]", "#field-wishes"):
        focus(reader, choice).page.keyboard.press("ArrowDown")
    with reader.page.expect_file_chooser() as chooser:
        focus(reader, "[name=cv]").page.keyboard.press("Enter")
    chooser.value.set_files({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n" * 20})
    focus(reader, "button[value=submit]").page.keyboard.press("Enter")
    reader.page.wait_for_url("**/receipt")
    reader.sees(email)


def focus(reader, selector, presses=80):
    """Presses Tab until something has focus, and sees that it shows."""
    for _ in range(presses):
        reader.page.keyboard.press("Tab")
        style = reader.page.evaluate(
            "selector => document.activeElement.matches(selector) ? getComputedStyle(document.activeElement).outlineStyle : null",
            selector)
        if style == "none":
            raise Missing(f"focus on {selector} cannot be seen")
        if style:
            return reader
    raise Missing(f"Tab never comes to {selector} at {reader.path}")


def register_interest(reader: Reader):
    """A municipality asks to take part in another consortium."""
    reader.open("/ks/interest").fill(municipality="Prövningens kommun", contact_name="Åsa Öberg",
                                      contact_email="asa@kommun.example")
    reader.press("main form button.primary")


def state_demand(coordinator: Reader, room):
    """An employer asks for a place."""
    coordinator.open(room + "/demand")
    coordinator.fill(title="Trainee i prövning", field="Väg och vatten", place="Örnsköldsvik", asked="1")
    coordinator.fill(competence="Den som läser på kvällarna.").press("main form[action*='/demands'] button.primary")
    coordinator.sees("Trainee i prövning")


def publish(lead: Reader, staff):
    """The lead approves what was asked for and publishes the call."""
    lead.open(staff + "/demands").press("main form[action$='/approval'] button.primary")
    lead.sees_not("main form[action$='/approval']").sees("Trainee i prövning").open(staff)
    for channel in lead.page.locator("main input[type=checkbox]").all():
        channel.check()
    lead.press("main form[action*='/call'] button.primary").sees_not("main form[action*='/call']")


def release(lead: Reader):
    """The lead lets the employers in, once the call is closed."""
    lead.open(STAFF).press("main form[action*='/release'] button.primary").sees_not("main form[action*='/release']")


def choose_candidates(coordinator: Reader):
    """The employer finds two candidates, assesses and ranks them, moves one up, certifies, and offers both places."""
    for name in CHOSEN:
        coordinator.open(ROOM + "/pool").fill(text=name).press("main form.filters button")
        coordinator.press("main table tbody tr th a").sees(name)
        coordinator.find("main form[action*='/assessment'] [value=qualified]").check()
        coordinator.press("main form[action*='/assessment'] button.primary")
        coordinator.press("main form[action*='/rank'] button")
    coordinator.open(ROOM + "/ranking").press("main button[name=up]").press("main form[action*='/certification'] button")
    coordinator.sees_not("main form[action*='/certification']")
    for number in (0, 1):
        coordinator.open(ROOM + "/ranking").press(f"main .ranking li:nth-of-type({number + 1}) a")
        coordinator.press("main summary").find("main details [name=demand]").check()
        coordinator.press("main details form[action*='/offers'] button.primary")
    coordinator.open(ROOM + "/offers")
    if coordinator.page.locator("main tbody tr").count() != 2:
        raise Missing(f"two offers at {coordinator.path}")


def accept(applicant: Reader):
    """An applicant takes the place that is offered."""
    applicant.press("main a[href*='/offers/']").press("main form[action$='/acceptance'] button")
    applicant.sees_not("main form[action$='/acceptance']")
