#!/bin/bash
# Proves docker/kohortd.service under a systemd that runs: a bare Debian 12 whose first process it is, the programs put
# where the unit's first lines say, and the service started, killed, used and stopped.
#   docker/service.sh [FOLDER]     as root; FOLDER has the programs (.build/debug); some 400 MB under TMPDIR, gone afterwards
# Nothing of this machine is changed: systemd has namespaces of its own. The network is this machine's, at a free port.
set -euo pipefail
cd "$(dirname "$0")/.."
programs=${1:-.build/debug}
[ "$(id -u)" = 0 ] || { echo "service.sh needs root, for chroot and mounts." >&2; exit 64; }

if [ "${1:-}" != boot ]; then
    . Scripts/steps
    port=$(free_port)
    root=$(mktemp -d "${TMPDIR:-/tmp}/kohort-service.XXXXXX")
    machine=
    trap '[ -z "$machine" ] || kill -KILL "$machine" 2>/dev/null; wait 2>/dev/null; rm -rf --one-file-system "$root" "$root.log"' EXIT
else
    # The first process of the namespaces: makes the machine's own places and becomes systemd.
    root=$2
    mount --make-rprivate /
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    for device in null zero full random urandom tty; do
        touch "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    mkdir "$root/dev/pts" "$root/dev/shm" "$root/old"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    mount -t tmpfs -o mode=755 tmpfs "$root/run"
    cd "$root"
    pivot_root . old
    umount -l /old
    exec env -i container=kohort PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd \
        --log-target=console systemd.unified_cgroup_hierarchy=1
fi

make_machine() {
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
    local packages=systemd,libsqlite3-0,libcurl4,libpq5,libstdc++6,ca-certificates,tzdata
    debootstrap --variant=minbase --include="$packages" bookworm "$root" \
        "${KOHORT_MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 || { tail "$root.log" >&2; return 1; }
    rm "$root.log"
    chmod 755 "$root"
}

# By the unit's own first lines, with Swift's libraries beside the programs where those were not linked in.
install_kohort() {
    chroot "$root" useradd --system --home-dir /var/lib/kohort --shell /usr/sbin/nologin kohort &&
        install -d "$root/opt/kohort" "$root/etc/kohort" &&
        cp -r "$programs"/kohortd "$programs"/kohort "$programs"/kohort_*.resources config "$root/opt/kohort/" &&
        ldd "$programs/kohortd" | awk '$3 ~ /swift/ { print $3 }' | xargs -r cp -t "$root/opt/kohort" &&
        cp config/kohortd.yaml "$root/etc/kohort/" &&
        cp docker/kohortd.service "$root/etc/systemd/system/" &&
        install -m 600 /dev/null "$root/etc/kohort/secrets" &&
        printf '%s\n' "KOHORT_PORT=$port" KOHORT_BASE_URL=https://trainee.example.org >"$root/etc/kohort/secrets" &&
        ln -sf /lib/systemd/system/multi-user.target "$root/etc/systemd/system/default.target" &&
        install -d "$root/etc/systemd/system/kohortd.service.d" &&
        printf '[Service]\nStandardError=append:/var/log/kohortd\n' >"$root/etc/systemd/system/kohortd.service.d/log.conf" &&
        systemctl --root="$root" mask sys-kernel-debug.mount sys-kernel-tracing.mount 2>&1 &&
        systemctl --root="$root" enable kohortd 2>&1
}

boot() {
    unshare --mount --pid --fork --kill-child --uts --ipc --cgroup "$0" boot "$root" >"$root/boot.log" 2>&1 &
    machine=$!
    until_true 30 pgrep -P "$machine" -x systemd >/dev/null || { cat "$root/boot.log" >&2; return 1; }
    init=$(pgrep -P "$machine" -x systemd)
    until_true 60 is_ready || { tail "$root/var/log/kohortd" >&2; return 1; }
}

is_ready() { inside systemctl is-active --quiet kohortd && answers /readyz; }
answers() { curl -sf -o /dev/null "http://127.0.0.1:$port$1"; }

inside() { nsenter --target "$init" --mount --pid --uts --ipc --cgroup -- "$@"; }
tool() { inside runuser -u kohort -- /opt/kohort/kohort "$@" --data /var/lib/kohort; }
# A property of the service as systemd has it.
has() { inside systemctl show kohortd --property="$1" --value; }

until_true() {
    local seconds=$1 end
    shift
    end=$(($(date +%s) + seconds))
    until "$@" 2>/dev/null; do
        [ "$(date +%s)" -lt "$end" ] || { echo "not in $seconds s: $*" >&2; return 1; }
        sleep 0.2
    done
}

serves() {
    tool ready | grep -x ready &&
        tool tenant apply /opt/kohort/config/consortia/norra-norrland.yaml &&
        curl -sf "http://127.0.0.1:$port/norra-norrland" | grep -q "<h1"
}

# No right, no way to one, and nothing to write to but its own folder.
is_shut_in() {
    local process facts
    process=$(has MainPID)
    facts=$(inside grep -E "^(NoNewPrivs:\s1|Seccomp:\s2|CapEff:\s0+)$" "/proc/$process/status")
    echo "$facts"
    [ "$(wc -l <<<"$facts")" = 3 ] && [ "$(has User)" = kohort ] && [ "$(has LimitNOFILE)" = 65536 ] &&
        seen_by "$process" 'touch /var/lib/kohort/probe && rm /var/lib/kohort/probe' &&
        ! seen_by "$process" 'touch /opt/kohort/probe || touch /etc/probe || touch /root/probe' 2>/dev/null &&
        [ "$(inside stat -c %a /var/lib/kohort)" = 700 ] && [ "$(inside stat -c %a /var/lib/kohort/secret)" = 600 ]
}

# Where a process has its files, with the rights of root.
seen_by() { inside nsenter --target "$1" --mount -- sh -c "$2"; }

comes_back() {
    local process
    process=$(has MainPID)
    inside sh -c "kill -KILL $process" &&
        until_true 30 is_another_than "$process" &&
        until_true 60 answers /norra-norrland &&
        [ "$(has NRestarts)" = 1 ] && tool tenant list
}

is_another_than() { [ "$(has MainPID)" != "$1" ] && [ "$(has ActiveState)" = active ]; }

ends() {
    local begun=$SECONDS
    inside systemctl stop kohortd
    [ $((SECONDS - begun)) -le 26 ] && [ "$(has Result)" = success ] && [ "$(has ExecMainStatus)" = 0 ]
}

# What the filter of system calls or the sandbox refused would be said here.
is_quiet() { [ -s "$root/var/log/kohortd" ] && ! grep -iE '"level":"(error|warning)"|denied|not permitted' "$root/var/log/kohortd"; }

step "a bare Debian 12 with systemd" make_machine
step "the programs and the unit, as its first lines say" install_kohort
step "systemd starts it, and it is ready" boot
step "it makes a tenant and serves it" serves
step "it has no right and one folder" is_shut_in
step "killed, it is started again with what it had" comes_back
step "stopped, it ends in order" ends
step "it has complained of nothing" is_quiet
summary
