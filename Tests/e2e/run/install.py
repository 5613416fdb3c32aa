"""Scripts/install on machines of all kinds: each is a folder of stand-ins for Debian's programs, first on the PATH."""

import os
import subprocess
import tempfile

LINE = "  apt-get update && apt-get install -y --no-install-recommends libcurl4-openssl-dev curl"
PRESENT = {"libsqlite3-dev", "ca-certificates", "tzdata"}


class Machine:
    """`user` is who asks; `sudo` whether sudo lets them without a password."""

    def __init__(self, folder, present, user=1000, sudo=False):
        self.folder = folder
        self.journal = f"{folder}/journal"
        known = " | ".join(sorted(present)) or "none"
        self.program("dpkg-query", f'for package in "$@"; do :; done\ncase "$package" in {known}) echo "install ok installed" ;; *) exit 1 ;; esac')
        self.program("id", f"echo {user}")
        self.program("apt-get", f'echo "apt-get $*" >>{self.journal}')
        self.program("sudo", f'echo "sudo $*" >>{self.journal}\n[ "$1" != -n ] || shift\n' + ('exec "$@"' if sudo else "exit 1"))

    def program(self, name, body):
        path = f"{self.folder}/{name}"
        with open(path, "w") as file:
            file.write(f"#!/bin/sh\n{body}\n")
        os.chmod(path, 0o755)

    def install(self, task="build"):
        environment = dict(os.environ, PATH=f"{self.folder}:/usr/bin:/bin")
        return subprocess.run(
            ["Scripts/install", task], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)

    @property
    def done(self):
        if not os.path.exists(self.journal):
            return []
        with open(self.journal) as file:
            return file.read().splitlines()


def on(check, **kind):
    with tempfile.TemporaryDirectory() as folder:
        check(Machine(folder, **kind))


def without_rights(machine):
    result = machine.install()
    assert result.returncode == 64, result
    assert LINE in result.stderr.splitlines(), result.stderr
    assert not [line for line in machine.done if line.startswith("apt-get")], machine.done


def as_root(machine):
    assert machine.install().returncode == 0
    assert machine.done == [
        "apt-get update -qq", "apt-get install -y -qq --no-install-recommends libcurl4-openssl-dev curl"], machine.done


def with_sudo(machine):
    assert machine.install().returncode == 0
    assert [line for line in machine.done if line.startswith("apt-get")] == [
        "apt-get update -qq", "apt-get install -y -qq --no-install-recommends libcurl4-openssl-dev curl"], machine.done


def with_everything(machine):
    result = machine.install()
    assert (result.returncode, result.stdout, machine.done) == (0, "", []), (result, machine.done)


def of_no_such_task(machine):
    assert machine.install("everything").returncode == 64


CHECKS = {
    "without rights the exact line is printed, with code 64": lambda: on(without_rights, present=PRESENT),
    "root installs what is missing and nothing else": lambda: on(as_root, present=PRESENT, user=0),
    "sudo installs what is missing": lambda: on(with_sudo, present=PRESENT, sudo=True),
    "a machine that has everything is left alone": lambda: on(
        with_everything, present=PRESENT | {"libcurl4-openssl-dev", "curl"}),
    "an unknown task is refused": lambda: on(of_no_such_task, present=PRESENT),
}
