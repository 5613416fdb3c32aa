"""What `make run` promises: a port and a folder of its own, a complete demo, and an end in time."""

import glob
import os
import signal
import socket
import tempfile
import time

from run import LONGEST_STOP, Run

CANDIDATES = 400
TRAINEES = 15
READERS = {"lead", "coordinator", "supervisor", "mentor", "trainee", "applicant"}
FOLDERS_CUT_OFF = 8


def lives(process):
    return os.path.exists(f"/proc/{process}")


def a_taken_port(programs, data):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = Run(programs, data, port).refusal()
    assert said.startswith(f"Port {port} of 127.0.0.1 is taken"), said
    assert os.listdir(data) == [], "something was made all the same"


def a_taken_folder(programs, data):
    first = Run(programs, data).wait_until_ready()
    said = Run(programs, data).refusal()
    assert f"{data} is in use by process {first.daemon}" in said, said
    assert first.is_ready()
    first.ends_well()


def a_complete_demo(programs, data):
    run = Run(programs, data).wait_until_ready()
    first = run.content()
    assert first[1]["candidacies"] == CANDIDATES, first[1]
    assert sum(cohort["trainees"] for cohorts in first[2] for cohort in cohorts) == TRAINEES, first[2]
    readers = {line.split()[0] for line in run.wait_for_links() if " http" in line}
    assert READERS <= readers, f"links for {readers} were printed"
    run.ends_well()
    again = Run(programs, data).wait_until_ready()
    assert again.content() == first, (again.content(), first)
    again.ends_well()


def figures(run):
    """The round and the cohorts; employers in an order of their own, since their ids differ between installations."""
    _, funnel, at_work = run.content()
    return funnel | {"employers": sorted(funnel["employers"], key=lambda employer: employer["slug"])}, at_work


def cut_off(programs, data, seconds):
    """A start that is killed after some seconds, the daemon with the script."""
    run = Run(programs, data)
    time.sleep(seconds)
    os.killpg(run.process.pid, signal.SIGKILL)
    run.process.communicate(timeout=30)


def starts_that_were_cut_off(programs, data):
    """Killed at moments all over the first filling, three times in each folder; one more start completes each."""
    begun = time.monotonic()
    whole = Run(programs, f"{data}/whole").wait_until_ready()
    longest = time.monotonic() - begun
    wanted = figures(whole)
    whole.ends_well()
    for number in range(FOLDERS_CUT_OFF):
        folder = f"{data}/{number}"
        for shot in range(3):
            cut_off(programs, folder, longest * (0.1 + 0.8 * (number + shot / 3) / FOLDERS_CUT_OFF))
        last = Run(programs, folder).wait_until_ready()
        found = figures(last)
        assert found == wanted, f"folder {number}: {found}"
        last.ends_well()


def callers_who_stay(port):
    """One who has been answered and stays, one who never ends a request, one who says nothing."""
    callers = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
    callers[0].sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert callers[0].recv(4096).startswith(b"HTTP/1.1 200")
    callers[1].sendall(b"POST /norra-norrland/language HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n")
    return callers


def an_interrupt(programs, data):
    run = Run(programs, data).wait_until_ready()
    run.wait_for_links()
    daemon = run.daemon
    callers = callers_who_stay(run.port)
    code, seconds = run.interrupt()
    for caller in callers:
        caller.close()
    assert code == 0, code
    assert seconds < LONGEST_STOP, f"it took {seconds:.1f} s"
    assert not lives(daemon), "the daemon lives on"
    assert not glob.glob(f"{data}/**/*-wal", recursive=True), "a database was not folded into its file"
    modes = {oct(os.stat(f"{data}/{name}").st_mode & 0o077) for name in os.listdir(data)}
    assert modes == {"0o0"}, "others can read what is kept"


def an_end_of_make(programs, data):
    """SIGTERM to make alone, as a supervisor sends it; `-o build` leaves out the build."""
    run = Run(programs, data, command=("make", "-o", "build", "run")).wait_until_ready()
    daemon = run.daemon
    run.process.terminate()
    run.process.wait(timeout=LONGEST_STOP)
    assert not lives(daemon), "the daemon lives on"


def checks(programs):
    def on_empty_folder(check):
        def run():
            with tempfile.TemporaryDirectory(prefix="kohort-run-") as data:
                check(programs, data)
        return run

    return {
        "a taken port is refused with a sentence, and nothing is made": on_empty_folder(a_taken_port),
        "a folder in use is refused with a sentence, and its owner goes on": on_empty_folder(a_taken_folder),
        "ready means that the demo is complete, and a second start recreates nothing": on_empty_folder(a_complete_demo),
        "a start that was cut off is completed by the next": on_empty_folder(starts_that_were_cut_off),
        "Ctrl-C ends it in time with callers who stay": on_empty_folder(an_interrupt),
        "the end of make is the daemon's too": on_empty_folder(an_end_of_make),
    }
