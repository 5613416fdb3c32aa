"""Two daemons on one PostgreSQL: what one is told the other knows at once, a killed one is not missed, a daemon without the
secret is refused, and while the server starts again nothing that was acknowledged is lost.

    Tests/e2e/with-postgres python3 Tests/e2e/engines/daemons.py .build-postgres/debug
"""

import os
import shutil
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True
from installation import Installations  # noqa: E402

TENANT = "ks"


def expect(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: found {found!r}, wanted {wanted!r}")
    print(f"{what}: {found}")


def refusal(programs, folder, more, sentence):
    os.makedirs(folder, exist_ok=True)
    run = subprocess.run(
        [f"{programs}/kohortd", "serve"], capture_output=True, text=True, timeout=60,
        env=dict(os.environ, KOHORT_DATA=folder, KOHORT_PLAIN_HTTP="true", KOHORT_PORT="0", **more))
    return run.returncode, sentence in run.stderr


def restart():
    """Breaks off every session, as `pg_ctl -m fast` does."""
    folder = dict(word.split("=") for word in os.environ["KOHORT_TEST_POSTGRES"].split())["host"]
    programs = os.environ.get("KOHORT_POSTGRES_BIN", "/usr/lib/postgresql/15/bin")
    owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*owner, f"{programs}/pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/data/server.log", "-m", "fast", "-w",
         "restart"],
        cwd="/", stdout=subprocess.DEVNULL, check=True)


def tokens_made_beside_a_restart(installation):
    """Those that were acknowledged, made one after another by several hands while the server goes and comes."""
    made, refused, ended = [], [], threading.Event()

    def make():
        while not ended.is_set():
            try:
                made.append(installation.tool("token", "create", "--tenant", TENANT, "--role", "lead")["token"])
            except SystemExit as refusal:
                refused.append(str(refusal))

    hands = [threading.Thread(target=make) for _ in range(3)]
    for hand in hands:
        hand.start()
    time.sleep(1)
    restart()
    before = len(made)
    time.sleep(2)
    ended.set()
    for hand in hands:
        hand.join()
    print(f"{before} before and {len(made) - before} after the restart; refused: {sorted(set(refused))}")
    expect("some are made after the restart", len(made) > before, True)
    return made


def main(programs):
    more = {"KOHORT_POSTGRES_ADDRESS": os.environ["KOHORT_TEST_POSTGRES"], "KOHORT_POSTGRES_REGISTRY": "daemons"}
    with Installations(programs) as installations:
        folder = installations.folder
        one = installations.start("one", more, words=("--demo",))
        refused = refusal(installations.programs, f"{folder}/stranger", more, "kohort.secretFile")
        expect("a daemon without the secret is refused", refused, (1, True))
        refused = refusal(installations.programs, f"{folder}/one", more, "is in use by process")
        expect("a second one on the same folder is refused", refused, (1, True))
        os.makedirs(f"{folder}/two")
        shutil.copy(f"{folder}/one/secret", f"{folder}/two/secret")
        two = installations.start("two", more)
        expect("the other has the same page", two.read(f"/{TENANT}") == one.read(f"/{TENANT}"), True)
        for verb, status in (("suspend", 404), ("resume", 200)) * 5:
            one.tool("tenant", verb, TENANT)
            expect(f"after {verb} by the one, the other answers", two.read(f"/{TENANT}")[0], status)
        token = two.tool("token", "create", "--tenant", TENANT, "--role", "lead")["token"]
        results = f"/{TENANT}/api/v1/reports/results"
        expect("a token that the other made", one.read(results, token)[0], 200)
        made = tokens_made_beside_a_restart(two)
        lost = [token for token in made if one.read(results, token)[0] != 200]
        expect("of those that were acknowledged are lost", lost, [])
        installations.kill(one)
        expect("with the one killed, the other answers", two.read(results, token)[0], 200)


if __name__ == "__main__":
    main(sys.argv[1])
