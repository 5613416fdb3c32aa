"""What stands in a tenant's database, whichever engine has it, read past the daemon."""

import csv
import glob
import hashlib
import io
import os
import sqlite3
import subprocess

ADDRESS = "KOHORT_TEST_POSTGRES"


class FolderBooks:
    """Of a data folder. It only reads unless it is told to write, and then no daemon may have the folder."""

    def __init__(self, data, slug):
        self.data, self.slug = data, slug

    def tenant(self):
        with sqlite3.connect(f"file:{self.data}/platform.sqlite?mode=ro", uri=True) as registry:
            return registry.execute("select id from tenant where slug = ?", [self.slug]).fetchone()[0]

    def folder(self):
        return glob.glob(f"{self.data}/tenants/*/{self.tenant()}")[0]

    def rows(self, sql):
        database = sqlite3.connect(f"file:{self.folder()}/tenant.sqlite?mode=ro", uri=True, timeout=30)
        try:
            return [tuple("" if cell is None else str(cell) for cell in row) for row in database.execute(sql)]
        finally:
            database.close()

    def write(self, *statements):
        with sqlite3.connect(f"{self.folder()}/tenant.sqlite") as database:
            for statement in statements:
                database.execute(statement)

    def damage(self):
        """What the engine itself finds broken."""
        found = self.rows("pragma integrity_check") + self.rows("pragma foreign_key_check")
        return [str(row) for row in found if row != ("ok",)]

    def contents(self):
        """The names of whole files, and of those that are not what their name says."""
        whole, broken = set(), []
        for path in glob.glob(f"{self.folder()}/files/??/*"):
            with open(path, "rb") as file:
                same = hashlib.sha256(file.read()).hexdigest() == os.path.basename(path)
            whole.add(os.path.basename(path)) if same else broken.append(path)
        return whole, broken

    def arriving(self):
        """How much is there that never ended."""
        return len(glob.glob(f"{self.folder()}/files/incoming/*"))

    def age_arriving(self):
        for path in glob.glob(f"{self.folder()}/files/incoming/*"):
            os.utime(path, (0, 0))


class ServerBooks:
    """Of a PostgreSQL server, through psql."""

    def __init__(self, registry, slug):
        self.registry, self.slug = registry, slug

    @staticmethod
    def psql(sql):
        run = subprocess.run(
            ["psql", os.environ[ADDRESS], "-X", "-q", "-t", "--csv", "-v", "ON_ERROR_STOP=1", "-c", sql],
            capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"psql: {run.stderr}")
        return [tuple(row) for row in csv.reader(io.StringIO(run.stdout))]

    def schema(self):
        found = self.psql(f"select id from {self.registry}.tenant where slug = '{self.slug}'")
        return "t_" + found[0][0].replace("-", "")

    def rows(self, sql):
        return self.psql(f"set search_path to {self.schema()}; {sql}")

    def write(self, *statements):
        self.rows("; ".join(statements))

    def damage(self):
        return []

    def contents(self):
        found = self.rows("""select c.hash, encode(sha256(coalesce(string_agg(p.bytes, ''::bytea order by p.number), '')), 'hex')
            from file_content c left join file_piece p on p.content = c.id where c.hash is not null group by c.hash""")
        return {name for name, sum in found if name == sum}, [name for name, sum in found if name != sum]

    def arriving(self):
        return int(self.rows("select count(*) from file_content where hash is null")[0][0])

    def age_arriving(self):
        self.write("update file_content set begun_at = 0 where hash is null")


def books(data, registry, slug):
    return ServerBooks(registry, slug) if ADDRESS in os.environ else FolderBooks(data, slug)
