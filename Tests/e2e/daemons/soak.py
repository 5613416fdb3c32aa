"""The long forms, one after another and each to its end; then one table of what came of them.

    soak.py PROGRAMS PROGRAMS-WITH-POSTGRESQL KILLS
"""

import datetime
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
E2E = os.path.dirname(HERE)


def forms(plain, shared, kills):
    """Title and words of each."""
    on_a_server = [f"{E2E}/with-postgres"]
    points, storm, three = [f"{E2E}/durability/points.py", f"{E2E}/durability/kill.py", f"{HERE}/three.py"]
    return [
        ("kills at all points, SQLite", [sys.executable, "-B", points, plain, str(kills)]),
        ("kills at all points, PostgreSQL", [*on_a_server, sys.executable, "-B", points, shared, str(kills)]),
        ("three daemons, PostgreSQL", [*on_a_server, sys.executable, "-B", three, shared, str(max(20, kills // 4))]),
        ("kills under a storm, SQLite", [sys.executable, "-B", storm, f"{plain}/kohortd", str(kills)]),
    ]


def run(title, words, folder):
    """The last line that it printed, and its seed; all of it lies in the folder."""
    path = os.path.join(folder, title.replace(",", "").replace(" ", "-"))
    with open(path, "w") as log:
        code = subprocess.run(words, stdout=log, stderr=subprocess.STDOUT).returncode
    with open(path) as log:
        lines = log.read().splitlines() or [""]
    print(f"{title}: {lines[-1]}", flush=True)
    return code, lines[-1], lines[0] if lines[0].startswith("seed") else ""


def main(plain, shared, kills):
    folder = os.path.join(plain, "..", "soak")
    os.makedirs(folder, exist_ok=True)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    table, failed = ["| what | result | begun | seed | commit |", "|---|---|---|---|---|"], 0
    for title, words in forms(plain, shared, kills):
        begun = f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC"
        code, said, seed = run(title, words, folder)
        failed += code != 0
        table.append(f"| {title} | {'' if code == 0 else 'FAILED: '}{said} | {begun} | {seed} | {commit} |")
    text = "\n".join(table)
    with open(os.path.join(folder, "table"), "w") as file:
        file.write(text + "\n")
    print(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
