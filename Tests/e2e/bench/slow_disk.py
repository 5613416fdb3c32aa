"""A disk that takes its time: a sync here costs a tenth of a millisecond, but the disks that a service rents keep one
waiting for some."""

import shutil
import subprocess

MILLISECONDS = 2
SLOWLY = f", a sync taking {MILLISECONDS} ms"
SYNCS = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int late(const char *name, int descriptor) {
    int answer = ((int (*)(int))dlsym(RTLD_NEXT, name))(descriptor);
    usleep(MILLISECONDS * 1000);
    return answer;
}
int fsync(int descriptor) { return late("fsync", descriptor); }
int fdatasync(int descriptor) { return late("fdatasync", descriptor); }
"""


def slow_syncs(folder):
    """What to start a program with, so that each of its syncs takes so much longer."""
    source, library = f"{folder}/slow_syncs.c", f"{folder}/slow_syncs.so"
    with open(source, "w") as file:
        file.write(SYNCS.replace("MILLISECONDS", str(MILLISECONDS)))
    compiler = shutil.which("clang") or shutil.which("cc")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    return {"LD_PRELOAD": library}
