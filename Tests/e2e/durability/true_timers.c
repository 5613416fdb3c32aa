#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* libfaketime moves every timer by what the wall clock was moved, those of the clocks that it leaves alone too. */
int timerfd_settime(int timer, int flags, const struct itimerspec *when, struct itimerspec *before) {
    return syscall(SYS_timerfd_settime, timer, flags, when, before);
}
