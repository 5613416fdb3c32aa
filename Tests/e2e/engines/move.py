"""The daemon on PostgreSQL, and a tenant's way there and back: with the demo on SQLite, a consortium is exported, imported
by a daemon on PostgreSQL, exported there and imported on SQLite again. What the JSON API and the public pages answer must be
the same bytes each time.

    Tests/e2e/with-postgres python3 Tests/e2e/engines/move.py .build-postgres/debug
"""

import os
import subprocess
import sys

sys.dont_write_bytecode = True
from installation import Installations  # noqa: E402

TENANTS = ("ks", "norra-norrland")


def addresses(binary, folder, more):
    """The reads of the JSON API that name nothing but the tenant, as the route table has them."""
    run = subprocess.run(
        [binary, "routes"], env=dict(os.environ, KOHORT_DATA=folder, KOHORT_PLAIN_HTTP="true", **more),
        capture_output=True, text=True, check=True)
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    patterns = {pattern for method, _, pattern, _ in lines if method == "GET" and "/api/v1" in pattern}
    return sorted(pattern for pattern in patterns if pattern.count("{") + pattern.count(":") == 1)


def answers(installation, patterns, tokens):
    found = {}
    for tenant in TENANTS:
        for pattern in patterns:
            path = pattern.replace("{tenant}", tenant).replace(":tenant", tenant)
            found[path] = installation.read(path, tokens[tenant])
        found[f"/{tenant}"] = installation.read(f"/{tenant}")
    # What is refused bears the request's own id.
    return {path: (status, body if status == 200 else b"") for path, (status, body) in found.items()}


def moved(source, target, folder):
    for tenant in TENANTS:
        archive = f"{folder}/{tenant}-{os.path.basename(target.folder)}.kohort"
        source.tool("tenant", "export", tenant, "--to", archive)
        target.tool("tenant", "import", archive)
        target.tool("tenant", "resume", tenant)


def different(before, after):
    return [
        f"{path}: {before[path][0]} {before[path][1][:200]!r} against {after[path][0]} {after[path][1][:200]!r}"
        for path in before if before[path] != after[path]]


def main(programs):
    postgres = {"KOHORT_POSTGRES_ADDRESS": os.environ["KOHORT_TEST_POSTGRES"]}
    with Installations(programs) as installations:
        first = installations.start("first", {}, words=("--demo",))
        patterns = addresses(f"{installations.programs}/kohortd", f"{installations.folder}/routes", {})
        tokens = {t: first.tool("token", "create", "--tenant", t, "--role", "lead")["token"] for t in TENANTS}
        before = answers(first, patterns, tokens)
        good = sum(status == 200 for status, _ in before.values())
        if good < 20:
            raise SystemExit(f"only {good} of {len(before)} reads answer: nothing would be compared")
        previous = first
        for name, more in (("shared", postgres), ("third", {})):
            following = installations.start(name, more)
            moved(previous, following, installations.folder)
            differences = different(before, answers(following, patterns, tokens))
            if differences:
                raise SystemExit(f"{name} answers otherwise:\n" + "\n".join(differences))
            print(f"{name}: {good} reads of {len(TENANTS)} tenants are the same bytes")
            previous = following


if __name__ == "__main__":
    main(sys.argv[1])
