"""How people press and write: with a mouse, or with the keyboard alone."""

from journeys import focus
from reader import Missing


class Hand:
    def __init__(self, reader):
        self.reader = reader

    def tab(self, link):
        """A tab of the room at hand; on a phone the tabs are folded."""
        if not self.reader.page.locator(".menu summary").first.is_visible():
            return self.press(f".tabs {link}")
        return self.unfold(".menu summary").press(f".menu {link}")

    def room(self, link):
        """A way of the masthead; on a phone those of who works here are folded."""
        if not self.reader.page.locator(".rooms summary").first.is_visible():
            return self.press(f".masthead nav:not(.rooms) {link}")
        return self.unfold(".rooms summary").press(f".rooms {link}")


class Mouse(Hand):
    def press(self, selector):
        """Presses something that leads to a page, and waits for it."""
        self.reader.find(selector)
        with self.reader.page.expect_navigation():
            self.reader.page.locator(selector).first.click()
        return self

    def unfold(self, summary):
        """Presses something that leads to no page."""
        self.reader.find(summary).click()
        return self

    def write(self, form, **values):
        for name, value in values.items():
            self.reader.find(f"{form} [name={name}]").fill(value)
        return self

    def choose(self, selector):
        self.reader.find(selector).check()
        return self

    def day(self, field, date):
        self.reader.find(field).fill(date.isoformat())
        return self


class Keyboard(Hand):
    def press(self, selector):
        focus(self.reader, selector, presses=150)
        with self.reader.page.expect_navigation():
            self.reader.page.keyboard.press("Enter")
        return self

    def unfold(self, summary):
        focus(self.reader, summary, presses=150).page.keyboard.press("Enter")
        return self

    def write(self, form, **values):
        for name, value in values.items():
            focus(self.reader, f"{form} [name={name}]", presses=150).page.keyboard.press("Control+a")
            self.reader.page.keyboard.type(value)
        return self

    def choose(self, selector):
        """The first of some radio buttons: Tab comes to it, and Space chooses it."""
        focus(self.reader, selector, presses=150).page.keyboard.press("Space")
        return self

    def day(self, field, date):
        """Chromium asks for month, day and year in the order of its own language, which is English."""
        focus(self.reader, field, presses=150).page.keyboard.type(date.strftime("%m%d%Y"))
        if self.reader.page.evaluate("document.activeElement.value") != date.isoformat():
            raise Missing(f"{date} typed into {field}")
        return self


BOTH = {"mouse": Mouse, "keyboard": Keyboard}
