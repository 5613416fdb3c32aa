"""A person with a browser of their own, signed in or not."""

import contextlib
import os

CV = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


class Missing(AssertionError):
    """Something that a journey needs is not on the page."""


class Reader:
    def __init__(self, chromium, origin, scripts=True, language="sv-SE", width=1280):
        self.origin = origin
        self.context = chromium.new_context(
            java_script_enabled=scripts, locale=language, viewport={"width": width, "height": 900})
        self.context.set_default_timeout(5_000)
        # Beside compilers a page may take its time; what is on it does not.
        self.context.set_default_navigation_timeout(60_000)
        self.page = self.context.new_page()

    def open(self, path):
        answer = self.page.goto(path if path.startswith("http") else self.origin + path)
        if answer.status >= 400:
            raise Missing(f"{path} answers {answer.status}")
        return self

    def sign_in(self, link):
        self.open(link)
        self.press("main form[method=post] button")
        return self

    def press(self, selector):
        """Presses the first such thing, and waits for the page that it leads to, however it gets there; a summary
        leads to none."""
        found = self.find(selector)
        if found.evaluate("element => element.matches('summary')"):
            found.click()
            return self
        with self.page.expect_navigation():
            found.click(no_wait_after=True)
        return self

    def find(self, selector):
        found = self.page.locator(selector).first
        if not found.count():
            raise Missing(f"no {selector} at {self.path}")
        return found

    def fill(self, **values):
        for name, value in values.items():
            self.find(f"[name={name}]").fill(value)
        return self

    def choose(self, selector, index=1):
        self.find(selector).select_option(index=index)
        return self

    def attach(self, name="cv"):
        self.find(f"input[name={name}]").set_input_files(
            {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": CV + os.urandom(8).hex().encode()})
        return self

    def sees(self, *words):
        text = self.page.locator("main").inner_text()
        for word in words:
            if word not in text:
                raise Missing(f"{word!r} is not to be seen at {self.path}: {text[:300]!r}")
        return self

    def sees_not(self, selector):
        if self.page.locator(selector).count():
            raise Missing(f"{selector} is still at {self.path}")
        return self

    @property
    def path(self):
        return self.page.url.removeprefix(self.origin)

    def fetch(self, path):
        """Status and HTML of an address, without showing it; no HTML for files."""
        answer = self.context.request.get(self.origin + path)
        return answer.status, answer.text() if "text/html" in answer.headers.get("content-type", "") else ""

    @contextlib.contextmanager
    def reading(self, language):
        """Pages in another language while this lasts."""
        self.context.add_cookies([{"name": "kohort_language", "value": language, "url": self.origin}])
        yield
        self.context.clear_cookies(name="kohort_language")

    def close(self):
        self.context.close()
