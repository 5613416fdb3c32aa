"""A mail as Python's email package reads it. As a program: the bytes on standard input, JSON on standard output."""
import email
import email.policy
import json
import sys


def described(content):
    mail = email.message_from_bytes(content, policy=email.policy.SMTP)
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    defects += [repr(defect) for value in mail.values() for defect in value.defects]
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "moment": mail["Date"].datetime.isoformat(),
        "to": [[address.display_name, address.addr_spec] for address in mail["To"].addresses],
        "parts": [[part.get_content_type(), part.get_content()] for part in mail.iter_parts()],
        "defects": defects,
    }


if __name__ == "__main__":
    print(json.dumps(described(sys.stdin.buffer.read())))
