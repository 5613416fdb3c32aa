"""A large tenant is exported from PostgreSQL in no more memory than a small one: the daemon's rise with 20,000 rows of long
texts beside that with 1,000.

    Tests/e2e/with-postgres python3 Tests/e2e/engines/memory.py .build-postgres/debug
"""

import os
import sys

sys.dont_write_bytecode = True
from installation import Installations  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "durability"))
from books import ServerBooks  # noqa: E402
from memory_use import rise  # noqa: E402

ROWS = {"small": 1_000, "large": 20_000}
LENGTH = 10_000
# What a page or two of an allocator may add, in MB; the large one's rows are twenty times that in all.
NOISE = 10


def fill(slug, rows):
    """Outcomes that are kept for repeated requests: the one text of any length that belongs to nothing else."""
    schema = ServerBooks("platform", slug).schema()
    ServerBooks.psql(f"""
        insert into {schema}.idempotency (actor, key, command, fingerprint, outcome, at)
        select 'memory', n, 'Memory', n, left(repeat(md5(n::text), {LENGTH // 32 + 1}), {LENGTH}),
            (extract(epoch from now()) * 1000)::bigint
        from generate_series(1, {rows}) n""")


def main(programs):
    postgres = {"KOHORT_POSTGRES_ADDRESS": os.environ["KOHORT_TEST_POSTGRES"]}
    with Installations(programs) as installations:
        shared = installations.start("shared", postgres)
        with open("config/consortia/norra-norrland.yaml") as file:
            definition = file.read()
        for slug, rows in ROWS.items():
            path = f"{installations.folder}/{slug}.yaml"
            with open(path, "w") as file:
                file.write(definition.replace("slug: norra-norrland\n", f"slug: {slug}\n", 1))
            shared.tool("tenant", "apply", path)
            fill(slug, rows)
        process, sizes, rises = shared.daemon.process.pid, {}, {slug: [] for slug in ROWS}

        def export(slug, number):
            path = f"{installations.folder}/{slug}-{number}.kohort"
            archive = shared.tool("tenant", "export", slug, "--to", path)
            sizes[slug] = os.path.getsize(path) >> 20
            if archive["rows"] < ROWS[slug]:
                raise SystemExit(f"{slug}: only {archive['rows']} rows were exported")
            os.remove(path)

        export("small", 0)  # what is made once is there afterwards
        for number in range(1, 4):
            for slug in ROWS:
                rises[slug].append(rise(process, lambda: export(slug, number)))
    small, large = max(rises["small"]), min(rises["large"])
    told = f"archives of {sizes['small']} and {sizes['large']} MB: the daemon rises by {small:.1f} and {large:.1f} MB"
    if sizes["large"] < 15 * sizes["small"] or large > 2 * max(small, NOISE):
        raise SystemExit(f"{told}: more for the large one")
    print(f"{told}, {large / max(small, 0.1):.1f} times as much for 20 times the rows")


if __name__ == "__main__":
    main(sys.argv[1])
