"""What scripts add for who has them: a warning before something is lost, how far a file has come, a list that follows
what is chosen."""

import os
import uuid

import journeys
from daily import BERITS
from installation import TENANT
from reader import CV, Missing

WATCH = """() => new MutationObserver(() => sessionStorage.setItem("shown", "yes"))
    .observe(document.querySelector("[data-progress]"), { attributes: true, attributeFilter: ["hidden"] })"""


def warn(supervisor):
    """Who leaves a plan that was written in is asked first, and stays when they say so."""
    page, asked = supervisor.context.new_page(), []
    page.goto(f"{supervisor.origin}/ks/placements/{BERITS}")
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field = page.locator("form[action$='/plan'] [name=tasks]")
    if not field.is_visible():
        page.locator("main details:has([name=responsibilities]) summary").click()
    field.press_sequentially("Lese")
    page.locator("nav.crumbs a").first.click(no_wait_after=True)
    page.wait_for_timeout(300)
    if asked != ["beforeunload"] or BERITS not in page.url:
        raise Missing(f"a question before leaving: {asked} at {page.url}")
    page.close()


def show_progress(applicant):
    """A file that takes a while shows how far it has come, and the next step follows."""
    applicant.open(f"{journeys.ROUND}/application").fill(
        **journeys.part(journeys.YOU), email=f"{uuid.uuid4().hex[:8]}@people.example").press(journeys.GO_ON)
    applicant.fill(**journeys.part(journeys.EDUCATION)).choose("[name=education_level]").press(journeys.GO_ON)
    applicant.press("main button[name=add]").press(journeys.GO_ON)
    applicant.page.evaluate(WATCH)
    applicant.find("input[name=cv]").set_input_files(
        {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": CV + os.urandom(600_000).hex().encode()})
    with applicant.page.expect_navigation(url="**step=look"):
        applicant.find(journeys.GO_ON).click()
    applicant.sees("cv.pdf")
    if applicant.page.evaluate("sessionStorage.getItem('shown')") != "yes":
        raise Missing("how far the file has come")


def follow(visitor):
    """The vacancies are those of the field that is chosen, without a press, and the address says so."""
    visitor.open(f"/{TENANT}/vacancies")
    rows = visitor.page.locator("main .rows li")
    before = rows.count()
    visitor.page.locator("main .filters select").first.select_option(index=1)
    visitor.page.wait_for_url("**/vacancies?*")
    if not 0 < rows.count() < before:
        raise Missing(f"fewer than {before} vacancies")
