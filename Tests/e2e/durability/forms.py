"""What an opened page gives a browser, so that forms can be sent from it."""

import re
import urllib.request

FIELD = "form_token"


class Page:
    """The page that everybody can open, in the browser with these cookies."""

    def __init__(self, origin, tenant, cookie=""):
        request = urllib.request.Request(f"{origin}/{tenant}/sign-in", headers={"Cookie": cookie})
        with urllib.request.urlopen(request, timeout=60) as answer:
            given = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie") or []]
            self.token = re.search(rf'name="{FIELD}" value="([^"]+)"', answer.read().decode()).group(1)
        self.cookie = "; ".join([part for part in [cookie, *given] if part])
