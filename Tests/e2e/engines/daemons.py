"""Two daemons on one PostgreSQL: what one is told the other knows at once, a killed one is not missed, and a daemon with
another secret is refused.

    Tests/e2e/with-postgres python3 Tests/e2e/engines/daemons.py .build-postgres/debug
"""

import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from move import Installation  # noqa: E402

TENANT = "ks"


def expect(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: found {found!r}, wanted {wanted!r}")
    print(f"{what}: {found}")


def refusal(programs, folder, more):
    os.makedirs(folder)
    run = subprocess.run(
        [f"{programs}/kohortd", "serve"], capture_output=True, text=True, timeout=60,
        env=dict(os.environ, KOHORT_DATA=folder, KOHORT_PLAIN_HTTP="true", KOHORT_PORT="0", **more))
    return run.returncode, "kohort.secretFile" in run.stderr


def main(programs):
    programs = os.path.abspath(programs)
    folder = tempfile.mkdtemp(prefix="kohort-daemons-")
    address = os.environ["KOHORT_TEST_POSTGRES"]
    more = {"KOHORT_POSTGRES_ADDRESS": address, "KOHORT_POSTGRES_REGISTRY": "daemons"}
    running = []
    try:
        one = Installation(programs, f"{folder}/one", more, words=("--demo",))
        running.append(one)
        expect("a daemon without the secret is refused", refusal(programs, f"{folder}/stranger", more), (1, True))
        os.makedirs(f"{folder}/two")
        shutil.copy(f"{folder}/one/secret", f"{folder}/two/secret")
        two = Installation(programs, f"{folder}/two", more)
        running.append(two)
        page = two.read(f"/{TENANT}")
        expect("the other has the same page", page == one.read(f"/{TENANT}"), True)
        for verb, status in (("suspend", 404), ("resume", 200)) * 5:
            one.tool("tenant", verb, TENANT)
            expect(f"after {verb} by the one, the other answers", two.read(f"/{TENANT}")[0], status)
        token = two.tool("token", "create", "--tenant", TENANT, "--role", "lead")["token"]
        expect("a token that the other made", one.read(f"/{TENANT}/api/v1/reports/results", token)[0], 200)
        one.daemon.kill()
        running.remove(one)
        expect("with the one killed, the other answers", two.read(f"/{TENANT}/api/v1/reports/results", token)[0], 200)
    finally:
        for installation in running:
            installation.daemon.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1])
