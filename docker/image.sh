#!/bin/bash
# Builds the image by docker/Dockerfile and proves that it runs, without a Docker engine and without a registry: buildah,
# and a Debian made here for both bases.
#   docker/image.sh        as root; takes some ten minutes and 10 GB under TMPDIR, and leaves nothing behind
# The image runs as its own user on a read-only root, as docker/compose.yaml has it.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "image.sh needs root, for chroot and mounts." >&2; exit 64; }
    command -v buildah >/dev/null || {
        echo "Installing buildah"
        apt-get update -qq && apt-get install -y -qq --no-install-recommends buildah >/dev/null
    }
    work=$(mktemp -d "${TMPDIR:-/tmp}/kohort-image.XXXXXX")
    trap 'rm -rf --one-file-system "$work"' EXIT
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc docker/image.sh inside "$work"
    exit
fi

. Scripts/steps
work=$2
port=$(free_port)
base=http://127.0.0.1:$port
store() { buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs "$@"; }

# A folder becomes an image.
import() {
    local container
    container=$(store from scratch) &&
        cp -a "$1/." "$(store mount "$container")/" &&
        store config --env "PATH=$3/usr/bin:/bin:/usr/sbin:/sbin" "$container" &&
        store commit -q --rm "$container" "$2" >/dev/null && rm -rf --one-file-system "$1"
}

bases() {
    docker/bare-root "$work/builder" && cp "$work/builder/etc/borrowed" "$work/borrowed" || return
    debootstrap --variant=minbase bookworm "$work/slim" "${KOHORT_MIRROR:-http://deb.debian.org/debian}" >/dev/null || return
    import "$work/builder" localhost/builder "$(head -1 "$work/borrowed")/bin:" && import "$work/slim" localhost/slim ""
}

build() {
    local borrowed=()
    while read -r folder; do borrowed+=(-v "$folder:$folder:ro"); done <"$work/borrowed"
    store bud --isolation chroot --format docker "${borrowed[@]}" --ignorefile docker/Dockerfile.dockerignore \
        --build-arg BUILDER=localhost/builder --build-arg BASE=localhost/slim -f docker/Dockerfile -t kohort . \
        >"$work/build.log" 2>&1 || { tail -40 "$work/build.log"; return 1; }
    store inspect --type image --format '{{.Docker.Config.User}} {{.Docker.Config.Healthcheck}}' kohort
}

# The image as a container would have it: root read-only, /data its own volume, its own user, no capabilities.
prepare() {
    local container
    container=$(store from kohort) && mounted=$(store mount "$container") || return
    du -sh "$mounted" | sed 's/\s.*/ in all/'
    mkdir "$work/data" && chown 10001 "$work/data" && chmod 700 "$work/data" &&
        mount --bind "$mounted" "$mounted" && mount -o remount,ro,bind "$mounted" &&
        mount --bind "$work/data" "$mounted/data" && mount -t tmpfs tmpfs "$mounted/tmp" &&
        mount -t proc proc "$mounted/proc" && mount --rbind /dev "$mounted/dev"
}

# The environment is the image's.
contained() {
    local settings
    mapfile -t settings < <(store inspect --type image --format '{{range .Docker.Config.Env}}{{println .}}{{end}}' kohort | grep "=")
    exec env -i "${settings[@]}" KOHORT_PORT="$port" KOHORT_BASE_URL="$base" KOHORT_PLAIN_HTTP=true \
        /usr/sbin/chroot "$mounted" /usr/bin/setpriv --reuid kohort --regid kohort --clear-groups --bounding-set=-all --no-new-privs "$@"
}

run() {
    contained /opt/kohort/kohortd serve --demo 2>"$work/kohortd.log" &
    daemon=$!
    for _ in $(seq 300); do
        if (contained /bin/sh -c "curl -fs --noproxy '*' -o /dev/null http://127.0.0.1:\$KOHORT_PORT/readyz"); then
            curl -fsS --noproxy '*' "$base/norra-norrland" | grep -o '<title>.*</title>'
            (contained /opt/kohort/kohort tenant list)
            grep -E '^(Uid|NoNewPrivs|CapBnd)' "/proc/$daemon/status"
            return
        fi
        kill -0 "$daemon" || break
        sleep 0.2
    done
    tail "$work/kohortd.log"
    return 1
}

stop() {
    local begun=$SECONDS
    kill -TERM "$daemon" && wait "$daemon" && [ $((SECONDS - begun)) -lt 25 ] && tail -1 "$work/kohortd.log"
}

step "two bases of Debian" bases
step "the image" build
step "a container" prepare
step "the daemon in it, with the demo" run
step "SIGTERM" stop
summary
echo "== the image builds and runs: $(date -u +%F)"
