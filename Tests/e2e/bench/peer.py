"""A peer as the bench finds it: where it answers, whose its processes are, and what is done inside it.

    peer.py WORDS    does inside PEER by PEER_PYTHON what its `…_side.py` calls so, such as `fill t400 400`
"""

import os
import subprocess
import sys

from said import ANSWERS, EXPERIENCE, MOTIVATION

TEXTS = {"experience": EXPERIENCE, "motivation": MOTIVATION, "answers": list(ANSWERS.values())}
# Its Python may have a root of its own, so what it runs goes in by standard input, what applicants write before it.
BEFORE = """
import sys, types
sys.modules["said"] = types.ModuleType("said")
exec({said!r}, vars(sys.modules["said"]))
"""


def side(name, *words):
    """What was printed inside it, word by word."""
    script = BEFORE.format(said=text("said.py")) + text(f"{name}_side.py")
    command = [*os.environ["PEER_PYTHON"].split(), "-", *words]
    return subprocess.run(command, input=script, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def text(name):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name)) as file:
        return file.read()


class Peer:
    """It runs already and has the events t400, t4000 and tsub (400). Each kind tells its loads by:

    page(event)           the path of what the public reads first
    lists(event, pool)    rows: its lists in turn with those of Kohort's pool of as many
    files(event, pool)    rows: its files likewise
    writing(guest, wish)  rows: what arrives at it in turn with what a guest sends to Kohort
    whole(event)          all of an event at once, as a file and by JSON: what asks for each
    """

    def __init__(self):
        self.address = os.environ["PEER_ADDRESS"]
        self.web = [int(os.environ["PEER_WEB"])]
        self.processes = self.web + [int(number) for number in os.environ["PEER_PROCESSES"].split()]

    def side(self, *words):
        return side(self.name, *words)


if __name__ == "__main__":
    print(*side(os.environ["PEER"], *sys.argv[1:]), sep="\n")
