"""Calls of the system that a program finds in another form."""

import shutil
import subprocess


def library(folder, name, source):
    """The path of a library made of C, for LD_PRELOAD."""
    path = f"{folder}/{name}"
    with open(f"{path}.c", "w") as file:
        file.write(source)
    subprocess.run([shutil.which("clang") or shutil.which("cc"), "-shared", "-fPIC", "-o", f"{path}.so", f"{path}.c"], check=True)
    return f"{path}.so"
