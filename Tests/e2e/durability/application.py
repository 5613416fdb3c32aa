"""An application as a browser sends it: one multipart form with a CV."""

import hashlib
import http.client
import os
import uuid

from forms import FIELD, Page

TENANT = "norra-norrland"
BOUNDARY = "----kohort-test-boundary"
CALL = "/norra-norrland/rounds/first-call/candidacies"
DEMAND = "01980000-0000-7000-8d00-000000000003"


def pdf(size):
    """A small PDF with a comment of random bytes after its end, so that each is another content."""
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    return body + b"%" + os.urandom(size).hex().encode()[: size - len(body)] + b"\n"


class Application:
    """To the demo's call and demand unless told otherwise."""

    def __init__(self, size=200_000, path=CALL, demand=DEMAND):
        self.path, self.demand = path, demand
        self.email = f"{uuid.uuid4().hex}@people.example"
        self.cv = pdf(size)
        self.hash = hashlib.sha256(self.cv).hexdigest()

    def body(self, page):
        fields = {
            FIELD: page.token,
            "name": "Kill Test", "email": self.email, "phone": "+46 70 000 00 00", "birth_year": "1999",
            "place": "Umeå", "education_level": "master", "education_field": "Energy", "school": "Umeå universitet",
            "graduation_year": "2026", "experience": "", "motivation": "", "wishes": self.demand, "submit": "send",
        }
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n'
        parts.append(head.encode() + b"Content-Type: application/pdf\r\n\r\n" + self.cv + b"\r\n")
        return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()

    def send(self, port, origin, timeout=60):
        """The status of the answer; raises OSError or HTTPException when there is none."""
        return self.answer(port, origin, timeout)[0]

    def answer(self, port, origin, timeout=60):
        """Status, and where the applicant's own page is."""
        page = Page(origin, self.path.split("/")[1])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        try:
            headers = {
                "Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Origin": origin, "Cookie": page.cookie}
            connection.request("POST", self.path, self.body(page), headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location")
        finally:
            connection.close()
