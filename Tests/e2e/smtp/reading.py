"""A mail as Python's email package reads it. As a program: the bytes on standard input, JSON on standard output."""
import email
import email.policy
import email.utils
import json
import sys
from email.header import decode_header, make_header


def recipients(content):
    """By the older reader, since the newer one puts blanks between the encoded words of a name."""
    addresses = email.utils.getaddresses(email.message_from_bytes(content).get_all("To"))
    return [[str(make_header(decode_header(name))), address] for name, address in addresses]


def described(content):
    mail = email.message_from_bytes(content, policy=email.policy.SMTP)
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    defects += [repr(defect) for value in mail.values() for defect in value.defects]
    files = [[part.get_filename(), part.get_content_type(), part.get_content().decode()] for part in mail.iter_attachments()
             if part.get_content_disposition() == "attachment"]
    texts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    return ({"files": files} if files else {}) | {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "moment": mail["Date"].datetime.isoformat(),
        "to": recipients(content),
        "parts": [[part.get_content_type(), part.get_content()] for part in texts],
        "defects": defects,
    }


if __name__ == "__main__":
    print(json.dumps(described(sys.stdin.buffer.read())))
