"""Pictures of the main pages, wide and on a phone, for people to look at: Docs/screens.

    screens.py FOLDER
"""

import glob
import os
import subprocess
import sys

import answers
import journeys
from browser import started
from daily import SILJE
from installation import EMPLOYER, TENANT, UNTIL_CLOSED

SIZES = {"1280": (1280, 900), "375": (375, 812)}
LONGEST = 1500
PATIENCE = 60_000
"""Milliseconds for one picture: drawing 1280 by 1500 takes seconds where compilers run beside."""
ROUND, STAFF, ROOM = f"/{TENANT}/rounds/first-call", f"/{TENANT}/staff", f"/{TENANT}/employer/{EMPLOYER}"
OPEN = {"public": f"/{TENANT}", "vacancies": f"/{TENANT}/vacancies", "apply": f"{ROUND}/application"}
DESK = {
    "staff-overview": STAFF, "staff-round": f"{STAFF}/rounds/first-call",
    "staff-demands": f"{STAFF}/rounds/first-call/demands",
    "styleguide": f"/{TENANT}/styleguide",
}
HOUSE = {
    "employer-home": ROOM, "employer-pool": f"{ROOM}/pool", "employer-ranking": f"{ROOM}/ranking",
    "employer-offers": f"{ROOM}/offers",
}
AT_WORK = {
    "ks-lead": {"board": "/ks/staff/cohorts/ks-cohort-demo/board", "plan": f"/ks/trainees/{SILJE}/placements"},
    "romerike-lead": {"results": "/romerike/report"},
    "mentor": {"mentor": "/ks/me"}, "trainee": {"trainee": "/ks/me", "months": f"/ks/trainees/{SILJE}"},
}
DARK = ("public", "apply-places", "employer-pool", "employer-candidate", "employer-comparison", "staff-overview", "styleguide", "board", "months")


class Camera:
    def __init__(self, folder):
        self.folder = folder

    def take(self, reader, pages):
        for name, path in pages.items():
            reader.open(path)
            for size in SIZES:
                self.shoot(reader.page, name, size)
            if name in DARK:
                self.shoot(reader.page, name, "1280", "dark")

    def shoot(self, page, name, size, scheme="light"):
        width, height = SIZES[size]
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(height, min(whole, LONGEST))})
        suffix = "-dark" if scheme == "dark" else ""
        page.screenshot(path=os.path.join(self.folder, f"{name}-{size}{suffix}.png"), timeout=PATIENCE)

    def pack(self):
        pictures = glob.glob(os.path.join(self.folder, "*.png"))
        subprocess.run(["pngquant", "--force", "--skip-if-larger", "--ext", ".png", "--speed", "1", "32", *pictures])
        subprocess.run(["optipng", "-quiet", *pictures], check=True)
        return sum(map(os.path.getsize, pictures))


def main(folder):
    os.makedirs(folder, exist_ok=True)
    camera = Camera(folder)
    with started() as run:
        links = run.place.links()
        for role, pages in AT_WORK.items():
            camera.take(run.reader(links[role], language="nb-NO"), pages)
        reader = run.reader()
        camera.take(reader, OPEN)
        vacancy = reader.open(f"/{TENANT}/vacancies").find("main .rows h3 a >> nth=-1").get_attribute("href")
        camera.take(reader, {"vacancy": vacancy})
        draft = journeys.half_way(run.reader())
        camera.take(draft, {"apply-places": draft.path.partition("#")[0]})
        camera.take(reader, {"receipt": journeys.apply(reader).path})
        run.place.travel(UNTIL_CLOSED)
        links = run.place.links()
        lead, coordinator = run.reader(links["lead"]), run.reader(links["coordinator"])
        applicant = run.reader(links["applicant"])
        own = applicant.path
        journeys.release(lead)
        journeys.choose_candidates(coordinator)
        camera.take(coordinator, HOUSE)
        candidate = coordinator.open(f"{ROOM}/pool").find("tbody tr:nth-of-type(4) th a").get_attribute("href")
        camera.take(coordinator, {"employer-candidate": candidate})
        camera.take(coordinator, {"employer-comparison": answers.pair(coordinator, ROOM)})
        offer = applicant.open(own).find("main a[href*='/offers/']").get_attribute("href")
        camera.take(applicant, {"candidacy": own, "offer": offer})
        camera.take(lead, DESK)
    print(f"{camera.pack() // 1000} kB in {folder}")


if __name__ == "__main__":
    main(sys.argv[1])
