"""What people come for, from the first page to the last, pressed as they press it."""

import base64
import hmac
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

YOU = ("name", "phone", "place", "birth_year")
EDUCATION = ("education_field", "school", "graduation_year")
GO_ON = "main button.primary[value=next]"

CHOSEN = ("Björn Isaksdotter", "Alva Almqvist")
"""The second is the demo's applicant, whose link there is."""


def apply(reader: Reader):
    """Reads about a place, applies for it with a CV, and gets a receipt."""
    email = f"{uuid.uuid4().hex[:8]}@people.example"
    reader.open(f"/{TENANT}").press("main a[href$='/vacancies']").press("main .rows h3 a")
    reader.press("main a.button.primary").fill(**part(YOU), email=email).press(GO_ON)
    reader.fill(**part(EDUCATION)).choose("[name=education_level]").press(GO_ON)
    reader.press("main button[name=add]").press("main button[name=up]").press(GO_ON)
    reader.attach().press(GO_ON).sees(ANSWERS["name"], ANSWERS["school"], "cv.pdf")
    reader.press("main button[value=submit]").sees(email)
    return reader


def apply_for_the_only_place(reader: Reader, tenant):
    """Where there is nothing to put in order."""
    reader.open(f"/{tenant}/vacancies").press("main .rows h3 a").press("main a.button.primary")
    reader.fill(**part(YOU), email=f"{uuid.uuid4().hex[:8]}@people.example").press(GO_ON)
    reader.fill(**part(EDUCATION)).choose("[name=education_level]").press(GO_ON).press(GO_ON)
    reader.attach().press(GO_ON).press("main button[value=submit]")


def part(names):
    return {name: ANSWERS[name] for name in names}


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
    own = reader.path
    reader.press("main a[href$='/application']").press("main a[href$='step=education']")
    reader.fill(school="Luleå tekniska universitet").press(GO_ON)
    reader.open(own).sees("Luleå tekniska universitet").press("main a[href$='/withdrawal']").press("main form[action$='/withdrawal'] button")
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
    write(reader, {**part(YOU), "email": email})
    enter(reader, GO_ON, "**step=education")
    write(reader, part(EDUCATION))
    focus(reader, "[name=education_level]").page.keyboard.press("ArrowDown")
    enter(reader, GO_ON, "**step=wishes")
    for _ in range(2):
        focus(reader, "button[name=add]").page.keyboard.press("Enter")
        reader.page.wait_for_url("**#wishes")
        reader.open(reader.path.partition("#")[0])
    enter(reader, "button[name=up]", "**#wishes")
    reader.open(reader.path.partition("#")[0])
    enter(reader, GO_ON, "**step=files")
    with reader.page.expect_file_chooser() as chooser:
        focus(reader, "[name=cv]").page.keyboard.press("Enter")
    chooser.value.set_files({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n" * 20})
    enter(reader, GO_ON, "**step=look")
    enter(reader, "button[value=submit]", "**/receipt")
    reader.sees(email)


def write(reader, answers):
    for name, value in answers.items():
        focus(reader, f"[name={name}]").page.keyboard.type(value)


def enter(reader, selector, address):
    """Tabs to something, presses Enter on it, and waits for where it leads."""
    focus(reader, selector).page.keyboard.press("Enter")
    reader.page.wait_for_url(address)


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


def half_way(reader: Reader):
    """Keeps a draft with its first step and two wishes, and goes on."""
    reader.open(f"{ROUND}/application").fill(**part(YOU), email=f"{uuid.uuid4().hex[:8]}@people.example").press(GO_ON)
    reader.fill(**part(EDUCATION)).choose("[name=education_level]").press(GO_ON)
    reader.press("main button[name=add]").press("main button[name=add]")
    return reader


def release_by_keyboard(lead: Reader):
    """The lead lets the employers in, once the call is closed."""
    lead.open(STAFF)
    enter(lead, "form[action*='/release'] button.primary", "**done=*")
    lead.sees_not("main form[action*='/release']")


def choose_by_keyboard(coordinator: Reader, room):
    """The employer reads one candidate after the other, judges and ranks them, and certifies the list. Those two who
    are offered something elsewhere are of other fields."""
    coordinator.open(room + "/pool?field=Energi")
    enter(coordinator, "main tbody th a", "**/pool/*")
    name = coordinator.find("main h1").inner_text()
    focus(coordinator, "[name=verdict][value=qualified]").page.keyboard.press("Space")
    focus(coordinator, "button[name=then][value=next]")
    with coordinator.page.expect_navigation():
        coordinator.page.keyboard.press("Enter")
    if coordinator.find("main h1").inner_text() == name:
        raise Missing("the next candidate")
    for key, other in (("k", True), ("j", False)):
        with coordinator.page.expect_navigation():
            coordinator.page.keyboard.press(key)
        if (coordinator.find("main h1").inner_text() == name) != other:
            raise Missing(f"what {key} leads to")
    with coordinator.page.expect_navigation():
        coordinator.page.keyboard.press("1")
    coordinator.open(room + "/ranking")
    enter(coordinator, "form[action*='/certification'] button.primary", "**done=ranking.certified")
    coordinator.sees_not("main form[action*='/certification']")


def drag(applicant: Reader):
    """The second wish is dragged above the first, and stays there."""
    applicant.page.set_viewport_size({"width": 375, "height": 900})
    places = applicant.page.locator("main .ranking li strong")
    before = places.all_inner_texts()
    handle = applicant.page.locator("main .ranking .handle").nth(1)
    handle.scroll_into_view_if_needed()
    box, goal = handle.bounding_box(), applicant.page.locator("main .ranking li").first.bounding_box()
    with applicant.page.expect_navigation():
        applicant.page.mouse.move(box["x"] + 20, box["y"] + 20)
        applicant.page.mouse.down()
        applicant.page.mouse.move(box["x"] + 20, goal["y"] + 4, steps=8)
        applicant.page.mouse.up()
    if places.all_inner_texts() != before[::-1]:
        raise Missing(f"the second wish first: {places.all_inner_texts()} after {before}")


def narrow(coordinator: Reader):
    """The pool is narrowed while one types, without a press."""
    coordinator.open(ROOM + "/pool").fill(text=CHOSEN[0])
    coordinator.page.locator("main tbody tr").nth(20).wait_for(state="detached")
    coordinator.sees(CHOSEN[0])


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
        coordinator.open(ROOM + "/pool").fill(text=name)
        # The list follows what is typed, too, by an address without what is left empty.
        with coordinator.page.expect_navigation(url="**field=&**"):
            coordinator.find("main form.filters button").click()
        coordinator.press("main table tbody tr th a").sees(name)
        coordinator.find("main form[action*='/assessment'] [value=qualified]").check()
        coordinator.press("main form[action*='/assessment'] button.primary")
        coordinator.press("main form[action*='/rank'] button")
    coordinator.open(ROOM + "/ranking").press("main button[name=up]").press("main form[action*='/certification'] button")
    coordinator.sees_not("main form[action*='/certification']")
    for number in (0, 1):
        coordinator.open(ROOM + "/ranking").press(f"main .ranking li:nth-of-type({number + 1}) a")
        coordinator.press("main .judging summary").find("main details [name=demand]").check()
        coordinator.press("main details form[action*='/offers'] button.primary")
    coordinator.open(ROOM + "/offers")
    if coordinator.page.locator("main tbody tr").count() != 2:
        raise Missing(f"two offers at {coordinator.path}")


def accept(applicant: Reader):
    """An applicant takes the place that is offered."""
    applicant.press("main a[href*='/offers/']").press("main form[action$='/acceptance'] button")
    applicant.sees_not("main form[action$='/acceptance']")


def set_password(reader: Reader, path, now):
    """With the code of an authenticator that was given the key on the page."""
    reader.open(path)
    key = reader.find("main code").inner_text().replace(" ", "")
    reader.fill(password="gul tiger under bordet", code=totp(base64.b32decode(key + "=" * (-len(key) % 8)), now()))
    reader.press("main form[method=post] button")
    if reader.page.locator("main code").count() != 10:
        raise Missing(f"no recovery codes at {reader.path}")


def totp(key, second):
    """RFC 6238: six digits, by SHA-1 and half minutes."""
    digest = hmac.digest(key, int(second // 30).to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0xF
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7FFF_FFFF) % 1_000_000:06}"
