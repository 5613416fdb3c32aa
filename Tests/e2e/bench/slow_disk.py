"""A disk that takes its time: a sync here costs a tenth of a millisecond, but the disks that a service rents keep one
waiting for some."""

from preload import library

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
    return {"LD_PRELOAD": library(folder, "slow_syncs", SYNCS.replace("MILLISECONDS", str(MILLISECONDS)))}
