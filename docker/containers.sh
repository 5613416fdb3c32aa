#!/bin/bash
# Runs the image that docker/image.sh unpacked into FOLDER, in a network of its own: once as docker/compose.yaml has it, as
# its own user on a read-only root; then as the file's profile "shared" has it, by Debian's own PostgreSQL and nginx.
#   containers.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/steps
work=$1
mounted=$(cat "$work/mounted")
front=
programs=/usr/lib/postgresql/15/bin
declare -A daemons
export no_proxy="*"

# The names that compose gives, on its network: nginx in a network of its own, everything else on the other end.
network() {
    # Where it writes down that network's name.
    mount -t tmpfs tmpfs /run
    ip link set lo up && ip netns add nginx && ip link add shared type veth peer name eth0 netns nginx || return
    for host in 1 11 12 13; do ip addr add "10.89.0.$host/24" dev shared; done
    ip -n nginx addr add 10.89.0.2/24 dev eth0 && ip -n nginx link set eth0 up && ip link set shared up &&
        printf '127.0.0.1 localhost\n10.89.0.11 kohort-1\n10.89.0.12 kohort-2\n10.89.0.13 postgres\n' >"$work/hosts" &&
        mount --bind "$work/hosts" /etc/hosts
}

# The image as a container has it: root read-only, volumes of its own.
prepare() {
    install -d -m 700 -o 10001 "$work/data" "$work/secret"
    mount --bind "$mounted" "$mounted" && mount -o remount,ro,bind "$mounted" &&
        mount --bind "$work/data" "$mounted/data" && mount --bind "$work/secret" "$mounted/secret" &&
        mount --bind "$work/hosts" "$mounted/etc/hosts" && mount -t tmpfs tmpfs "$mounted/tmp" &&
        mount -t proc proc "$mounted/proc" && mount --rbind /dev "$mounted/dev"
}

# Runs words in the image, with its environment, its user and no capabilities; KEY=VALUE before them are settings.
contained() {
    local settings words=("$@")
    mapfile -t settings <"$work/environment"
    settings+=(KOHORT_BASE_URL=http://localhost:8080 KOHORT_PLAIN_HTTP=true)
    while [[ ${words[0]} == *=* ]]; do
        settings+=("${words[0]}")
        words=("${words[@]:1}")
    done
    exec env -i "${settings[@]}" /usr/sbin/chroot "$mounted" /usr/bin/setpriv --reuid kohort --regid kohort --clear-groups \
        --bounding-set=-all --no-new-privs "${words[@]}"
}

# Of the two daemons that share a database.
shared() {
    local n=$1
    shift
    contained KOHORT_HOST="kohort-$n" KOHORT_DATA="/data/$n" KOHORT_SECRET_FILE=/secret/secret KOHORT_PROXIES=10.89.0.2 \
        KOHORT_POSTGRES_ADDRESS="host=postgres user=kohort dbname=kohort" KOHORT_POSTGRES_PASSWORD="$(cat "$work/password")" "$@"
}

# Starts one and waits for what the image's health check asks: begin NAME "OPTIONS OF SERVE" WORDS…
begin() {
    local name=$1 options=$2
    shift 2
    # shellcheck disable=SC2086
    ("$@" kohortd serve $options) 2>"$work/$name.log" &
    daemons[$name]=$!
    for _ in $(seq 600); do
        if ("$@" kohort ready) >/dev/null 2>&1; then return; fi
        kill -0 "${daemons[$name]}" 2>/dev/null || break
        sleep 0.2
    done
    tail "$work/$name.log"
    return 1
}

end() {
    local name=$1 begun=$SECONDS
    kill -TERM "${daemons[$name]}" && wait "${daemons[$name]}" && [ $((SECONDS - begun)) -lt 25 ] && tail -1 "$work/$name.log"
}

# What a visitor is shown: by nginx where there is one, whose address the base URL does not have here.
titled() { visit "$@" | grep -o '<title>.*</title>'; }
visit() { curl -fsS ${front:+--connect-to "localhost:8080:$front:8080"} "$@"; }

alone() {
    if (contained kohort ready) 2>/dev/null; then echo "ready before it began" && return 1; fi
    begin alone --demo contained || return
    titled http://localhost:8080/norra-norrland && (contained kohort tenant list) &&
        grep -E '^(Uid|NoNewPrivs|CapBnd)' "/proc/${daemons[alone]}/status"
}

database() {
    local folder=$work/postgres
    as_owner() { (cd / && runuser -u postgres -- "$@"); }
    chmod 755 "$work" && install -d -m 700 -o postgres "$folder" && echo "of this run" >"$work/password" &&
        as_owner "$programs/initdb" -D "$folder/data" -U kohort --encoding=UTF8 --locale=C -A scram-sha-256 \
            --pwfile=/dev/stdin <"$work/password" >"$work/initdb.log" &&
        echo "host all all 10.89.0.0/24 scram-sha-256" >>"$folder/data/pg_hba.conf" &&
        as_owner "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w start \
            -o "-c listen_addresses=10.89.0.13 -c unix_socket_directories= -c max_locks_per_transaction=256" >/dev/null &&
        PGPASSWORD=$(cat "$work/password") psql -q -h postgres -U kohort -d postgres -c "create database kohort"
}

pair() {
    install -d -m 700 -o 10001 "$work/data/1" "$work/data/2"
    begin kohort-1 --demo shared 1 && begin kohort-2 "" shared 2 || return
    ip netns exec nginx nginx -c "$PWD/docker/nginx.conf" -e "$work/nginx.log" || return
    front=10.89.0.2
    titled http://localhost:8080/romerike && (shared 2 kohort tenant list)
}

# Whoever signed in at one is known at both; nginx asks them in turn.
together() {
    local link token
    link=$( (shared 1 kohort demo links) | grep -o "http://localhost:8080/norra-norrland/sign-in/[^ ]*" | head -1)
    titled "$link" && visit -o "$work/page" -c "$work/cookies" "$link" || return
    token=$(grep -o 'name="form_token" value="[^"]*"' "$work/page" | head -1 | cut -d '"' -f 4)
    visit -L -o /dev/null -b "$work/cookies" -c "$work/cookies" -H "Origin: http://localhost:8080" \
        --data-urlencode "form_token=$token" "$link" || return
    for _ in 1 2 3 4; do titled -b "$work/cookies" http://localhost:8080/norra-norrland/me; done
}

# One is killed; who asks goes on.
survive() {
    kill -KILL "${daemons[kohort-1]}"
    for _ in 1 2 3 4; do titled -b "$work/cookies" http://localhost:8080/norra-norrland/me || return; done
    begin kohort-1 "" shared 1 && curl -fsS -o /dev/null http://kohort-1:8080/norra-norrland
}

step "a network" network
step "its volumes" prepare
step "the daemon in it, with the demo" alone
step "SIGTERM" end alone
step "PostgreSQL" database
step "two daemons on it, behind nginx" pair
step "one sign-in at both" together
step "one is killed, and comes back" survive
step "SIGTERM to one of two" end kohort-2
summary
echo "== the image builds and runs, alone and twice on PostgreSQL: $(date -u +%F)"
