"""A wall clock of its own for a program, moved while that runs."""

import os
import subprocess
import time

TRUE_TIMERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "true_timers.c")
LIBRARY = "/usr/$LIB/faketime/libfaketimeMT.so.1"


class MovedClock:
    """By libfaketime. Timers go by the clock that nobody moves: with libfaketime's own, Dispatch turns in a circle and
    takes a whole processor as soon as the clock is moved by more than the machine has been up."""

    def __init__(self, folder):
        self.file = os.path.join(folder, "clock")
        self.timers = os.path.join(folder, "true_timers.so")
        subprocess.run(("clang", "-shared", "-fPIC", "-o", self.timers, TRUE_TIMERS), check=True)
        self.move(0)

    @property
    def wrapper(self):
        """What stands before the program; it lays the shared memory that libfaketime wants, and sets a fixed offset,
        which would go before the file."""
        return ("faketime", "-m", "--exclude-monotonic", "-f", "+0d",
                "env", "-u", "FAKETIME", f"LD_PRELOAD={self.timers}:{LIBRARY}")

    @property
    def environment(self):
        return {"FAKETIME_TIMESTAMP_FILE": self.file, "FAKETIME_NO_CACHE": "1"}

    def move(self, seconds):
        """To so many seconds from the machine's own clock."""
        with open(self.file + ".new", "w") as file:
            file.write(f"{seconds:+d}s\n")
        os.replace(self.file + ".new", self.file)
        time.sleep(0.3)
