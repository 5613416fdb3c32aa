"""Where employers, applicants and the lead decide: with the keyboard alone, also on a phone. Each page that is come to
answers 200, and bears its first heading and something of the demo."""

from journeys import ANSWERS, focus
from reader import Missing


def landed(reader, selector, heading, *words):
    """Tabs to something, presses Enter on it, and looks at the page that it leads to."""
    focus(reader, selector, presses=250)
    with reader.page.expect_navigation() as going:
        reader.page.keyboard.press("Enter")
    return shown(reader, going.value, heading, *words)


def shown(reader, answer, heading, *words):
    if answer.status != 200:
        raise Missing(f"{reader.path} answers {answer.status}")
    title = reader.find("main h1").inner_text()
    if heading not in title:
        raise Missing(f"{heading} as the heading of {reader.path}: {title}")
    return reader.sees(*words)


def release(lead, coordinator, tenant):
    """The lead lets the employers in, and one of them sees who has applied."""
    pool = f"/{tenant}/employer/ornskoldsvik/pool"
    coordinator.open(pool).sees_not("main tbody th a")
    lead.open(f"/{tenant}/staff/rounds/first-call").sees("Örnsköldsviks kommun")
    landed(lead, "form[action*='/release'] button.primary", "Gemensam utlysning", "Örnsköldsviks kommun")
    lead.sees_not("main form[action*='/release']")
    coordinator.open(pool).sees(ANSWERS["name"])


def offer(coordinator, room):
    """The first of the list is offered a place; gives their candidacy."""
    coordinator.open(f"{room}/ranking")
    name = coordinator.find("main .ranking li a").inner_text()
    landed(coordinator, "main .ranking li a", name)
    candidacy = coordinator.path.split("/pool/")[1].split("?")[0]
    focus(coordinator, ".judging details summary", presses=150).page.keyboard.press("Enter")
    focus(coordinator, "details [name=demand]").page.keyboard.press("Space")
    landed(coordinator, "details form[action*='/offers'] button.primary", "kommun", name)
    return candidacy


def accept(applicant, employer):
    """An applicant takes the place that is offered."""
    answered(applicant, employer, "form[action$='/acceptance'] button", "Du har tackat ja")


def decline(applicant, employer):
    """An applicant does not, and says why."""
    answered(applicant, employer, "form[action$='/refusal'] button", "Du har tackat nej", reason="studies")


def answered(applicant, employer, button, words, reason=None):
    own = applicant.path
    applicant.sees(employer)
    landed(applicant, "main a.button[href*='/offers/']", "Erbjudande", employer)
    if reason:
        focus(applicant, "[name=reason]")
        for _ in range(12):
            if applicant.page.evaluate("document.activeElement.value") == reason:
                break
            applicant.page.keyboard.press("ArrowDown")
        else:
            raise Missing(f"the reason {reason}")
    landed(applicant, button, "ansökan", employer, words)
    if applicant.path != own:
        raise Missing(f"back at {own}, but at {applicant.path}")
    applicant.sees_not("main a.button[href*='/offers/']")


def names(coordinator, room):
    """The first and the third of the pool, by the ticks beside them."""
    coordinator.open(f"{room}/pool")
    rows = coordinator.page.locator("main tbody tr")
    return [(row.locator("th a").inner_text(), row.locator("[name=candidacy]").get_attribute("value"))
            for row in (rows.nth(0), rows.nth(2))]


def pair(coordinator, room):
    """Where those two stand side by side."""
    chosen = "&".join(f"candidacy={candidacy}" for _, candidacy in names(coordinator, room))
    return f"{room}/pool/comparison?{chosen}"


def compare(coordinator, room):
    """Two are ticked and shown side by side; from there one goes on to either."""
    chosen = names(coordinator, room)
    for _, candidacy in chosen:
        coordinator.find(f"[name=candidacy][value='{candidacy}']").check()
    with coordinator.page.expect_navigation() as going:
        coordinator.find("main .comparing button").click()
    shown(coordinator, going.value, f"{chosen[0][0]} och {chosen[1][0]}", "Önskemål")
    coordinator.press("main .compared td a >> nth=1").sees(chosen[1][0])


def compare_by_keyboard(coordinator, room):
    """As by mouse, and once more from the candidate's own page by way of the pool."""
    chosen = names(coordinator, room)
    for _, candidacy in chosen:
        focus(coordinator, f"[name=candidacy][value='{candidacy}']", presses=150).page.keyboard.press("Space")
    for _ in range(60):
        coordinator.page.keyboard.press("Shift+Tab")
        if coordinator.page.evaluate("document.activeElement.matches('.comparing button')"):
            break
    with coordinator.page.expect_navigation() as going:
        coordinator.page.keyboard.press("Enter")
    shown(coordinator, going.value, f"{chosen[0][0]} och {chosen[1][0]}", "Önskemål")
    landed(coordinator, ".compared td a", chosen[0][0])
    landed(coordinator, "main a[rel=next]", "")
    landed(coordinator, "main .pager a[href*='/comparison']", chosen[0][0])


WAYS = {"mouse": compare, "keyboard": compare_by_keyboard}


def addresses(coordinator, room):
    """The comparison of the longest name with the first of the pool, and the page of one who is alone."""
    first = names(coordinator, room)[0][1]
    coordinator.open(f"{room}/pool?text=Cederschi")
    longest = coordinator.find("main tbody [name=candidacy]").get_attribute("value")
    path = f"{room}/pool/comparison?candidacy={longest}"
    return [f"{path}&candidacy={first}", path]
