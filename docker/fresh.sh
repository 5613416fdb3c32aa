#!/bin/bash
# Proves the two commands of the README on a bare Debian 12: git, make and a Swift toolchain, and nothing else.
#   docker/fresh.sh        as root; takes about ten minutes and 6 GB under TMPDIR, and leaves nothing behind
# What is proven is what is committed: the checkout's HEAD.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "fresh.sh needs root, for chroot and mounts." >&2; exit 64; }
    root=$(mktemp -d "${TMPDIR:-/tmp}/kohort-fresh.XXXXXX")
    trap 'rm -rf --one-file-system "$root"' EXIT
    # What was mounted and started within ends with the namespaces.
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc "docker/fresh.sh" inside "$root"
    exit
fi

. Scripts/steps
root=$2
port=$(free_port)
base=http://127.0.0.1:$port
project=/home/newcomer/kohort

# A login of root in the bare machine; only what a new machine has of the environment.
inside() {
    env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" no_proxy="${no_proxy:-}" \
        PIP_INDEX_URL="${PIP_INDEX_URL:-https://pypi.org/simple}" PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        chroot "$root" /bin/bash -lc "cd $project 2>/dev/null; $1"
}

# In namespaces of their own (see above), so that no mount stays behind.
mounts() {
    while read -r folder; do
        mkdir -p "$root$folder"
        mount --bind "$folder" "$root$folder"
        mount -o remount,ro,bind "$root$folder"
    done <"$root/etc/borrowed"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
}

clone() {
    git clone -q "$PWD" "$root$project" &&
        inside "useradd newcomer; git config --system safe.directory '*'; git log --oneline -1"
}

# Somebody without rights is told the line, and nothing happens.
tell() {
    local said
    said=$(inside "su newcomer -c 'Scripts/install build' 2>&1; echo code \$?")
    echo "$said"
    grep -q "apt-get install -y --no-install-recommends .*libsqlite3-dev" <<<"$said" && grep -q "code 64" <<<"$said"
}

run() {
    # Job control gives it a process group that takes SIGINT, as a terminal does.
    set -m
    inside "KOHORT_PORT=$port make run" >"$root/run.log" 2>&1 &
    run=$!
    set +m
    for _ in $(seq 1200); do
        if curl -fs --noproxy '*' -o /dev/null "$base/readyz" && grep -q Ctrl-C "$root/run.log"; then
            grep -v '^\[' "$root/run.log"
            return 0
        fi
        kill -0 "$run" || break
        sleep 0.5
    done
    cat "$root/run.log"
    return 1
}

titled() { curl -fsSL --noproxy '*' "$@" | grep -o '<title>.*</title>'; }

# The front page; a sign-in link, which shows a button; and what the button does.
look() {
    local link token
    link=$(grep -o "$base/norra-norrland/sign-in/[^ ]*" "$root/run.log" | head -1)
    titled "$base/norra-norrland" && titled "$link" || return
    token=$(curl -fsS --noproxy '*' -c "$root/cookies" "$link" | grep -o 'name="form_token" value="[^"]*"' |
        head -1 | cut -d '"' -f 4)
    titled -b "$root/cookies" -c "$root/cookies" -H "Origin: $base" --data-urlencode "form_token=$token" "$link"
}

content() {
    inside ".build/debug/kohort tenant list --json --data .build/demo
        .build/debug/kohort report funnel --tenant norra-norrland --json --data .build/demo" >"$root/$1"
}

# Ctrl-C, to all of the group.
interrupt() {
    local begun=$SECONDS
    kill -INT -- "-$run"
    wait "$run" 2>/dev/null || true
    echo "stopped after $((SECONDS - begun)) s"
    [ $((SECONDS - begun)) -lt 25 ] && ! curl -s --noproxy '*' -o /dev/null "$base/livez" &&
        grep -q '"message":"stopped"' "$root$project/.build/demo/kohortd.log"
}

same() {
    content after
    cmp "$root/before" "$root/after" && ! grep -E 'Installing|Compiling|Linking' "$root/run.log"
}

step "a bare Debian 12" docker/bare-root "$root"
step "toolchain and packages from here" mounts
step "git clone" clone
step "without rights" tell
step "make test" inside "make test 2>&1 | tee /test.log | grep -E '^Installing|✘|error:|Test run|Build complete'; exit \${PIPESTATUS[0]}"
step "make run" run
step "front page and sign-in" look
step "what the demo holds" content before
step "Ctrl-C" interrupt
step "make run again" run
step "nothing installed, built or made anew" same
step "Ctrl-C again" interrupt
summary
echo "== both commands hold on a bare machine: $(date -u +%F), $(inside 'git log --oneline -1')"
