#!/bin/bash
# Builds the image by docker/Dockerfile and proves that it runs, without a Docker engine and without a registry: buildah,
# and a Debian made here for both bases. What runs is said in docker/containers.sh.
#   docker/image.sh        as root; takes some ten minutes and 10 GB under TMPDIR, and leaves nothing behind
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/steps

tools() {
    local tools="buildah debootstrap iproute2 nginx-light postgresql-15"
    # shellcheck disable=SC2086
    dpkg-query -W $tools >/dev/null 2>&1 || {
        echo "Installing $tools"
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $tools >/dev/null
    }
}

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
    store inspect --type image --format '{{range .Docker.Config.Env}}{{println .}}{{end}}' kohort | grep "=" >"$work/environment"
}

unpack() {
    mounted=$(store mount "$(store from kohort)") && du -sh "$mounted" | sed 's/\s.*/ in all/' && echo "$mounted" >"$work/mounted"
}

case "${1:-}" in
    "")
        [ "$(id -u)" = 0 ] || { echo "image.sh needs root, for chroot and mounts." >&2; exit 64; }
        step "tools" tools
        work=$(mktemp -d "${TMPDIR:-/tmp}/kohort-image.XXXXXX")
        trap 'rm -rf --one-file-system "$work"' EXIT
        # What was mounted and started within ends with the namespaces.
        apart=(unshare --mount --propagation private --pid --fork --kill-child --mount-proc)
        "${apart[@]}" docker/image.sh inside "$work"
        "${apart[@]}" --net docker/containers.sh "$work"
        ;;
    inside)
        work=$2
        step "two bases of Debian" bases
        step "the image" build
        step "its files" unpack
        summary
        ;;
esac
