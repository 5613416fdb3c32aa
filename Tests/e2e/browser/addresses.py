"""The addresses of the route table, each with captures that lead somewhere: found by following links."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

LINKS = re.compile(r'\b(?:href|action|formaction)="([^"]+)"')
EXAMPLES = 2
"""How many pages of one pattern are looked at: the first and the next may hold different things."""


def shape(pattern):
    return re.compile("^" + re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(pattern)) + "$")


class Addresses:
    """What can be reached from some first pages by one reader, by pattern."""

    def __init__(self, routes, fetch, origin):
        self.patterns = [pattern for method, reader, pattern in routes if (method, reader) == ("GET", "page")]
        literal_first = sorted(self.patterns, key=lambda pattern: [part.startswith("{") for part in pattern.split("/")])
        self.shapes = [(pattern, shape(pattern)) for pattern in literal_first]
        self.fetch, self.origin = fetch, origin
        self.found = {}
        self.captured = {}
        self.dead = []

    def follow(self, *starts):
        """Reads pages and what they link to, a few of each pattern, and remembers them."""
        waiting, seen, read = list(starts), set(starts), {}
        while waiting:
            path = waiting.pop(0)
            pattern = self.pattern(path)
            if pattern is None or read.get(pattern, 0) >= EXAMPLES or "/static/" in path:
                continue
            read[pattern] = read.get(pattern, 0) + 1
            status, html = self.fetch(path)
            if status != 200:
                self.dead.append(f"{path} is linked to, and answers {status}")
                continue
            self.found.setdefault(pattern, []).append(path)
            new = [link for link in self.links(path, html) if link not in seen]
            seen.update(new)
            waiting.extend(new)
        return self

    def pattern(self, path):
        path = urlsplit(path).path
        for pattern, form in self.shapes:
            match = form.match(path)
            if match:
                for name, value in match.groupdict().items():
                    self.captured.setdefault(name, value)
                return pattern
        return None

    def links(self, path, html):
        for link in LINKS.findall(html):
            url = urldefrag(urljoin(self.origin + path, link.replace("&amp;", "&"))).url
            if url.startswith(self.origin + "/"):
                yield url[len(self.origin):]

    def examples(self, pattern):
        """Addresses of a pattern: those that were met, or one made of captures that were met; none without them."""
        if pattern in self.found:
            return self.found[pattern]
        names = re.findall(r"{(\w+)}", pattern)
        if any(name not in self.captured for name in names):
            return []
        return [re.sub(r"{(\w+)}", lambda match: self.captured[match[1]], pattern)]
