"""How much memory a process has."""


def rise(process, work):
    """By how many MB the process is larger at most while something is done than before."""
    with open(f"/proc/{process}/clear_refs", "w") as file:
        file.write("5")  # the peak so far is forgotten
    before = _megabytes(process, "VmRSS")
    work()
    return _megabytes(process, "VmHWM") - before


def _megabytes(process, line):
    with open(f"/proc/{process}/status") as file:
        return int(next(text for text in file if text.startswith(f"{line}:")).split()[1]) / 1024
