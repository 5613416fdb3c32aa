"""The manners of `make run` and of the installing before it.

    check.py FOLDER-OF-THE-PROGRAMS
"""

import sys
import traceback

import demo
import install


def main(programs):
    failures = 0
    for name, check in (install.CHECKS | demo.checks(programs)).items():
        try:
            check()
            print("passed:", name, flush=True)
        except Exception:
            failures += 1
            print("FAILED:", name)
            traceback.print_exc()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
