#!/bin/sh
# Has systemd itself judge docker/kohortd.service, in a folder that stands for a machine: every line must mean something to
# it, and what the service is exposed to must stay low. Nothing is started, and nothing of this machine is changed.
#   Tests/e2e/service/check.sh
set -eu
cd "$(dirname "$0")/../../.."
# Of 100. What is left is what it lives by: the network, sockets of its own, and the machine's files to read.
most=12
root=$(mktemp -d "${TMPDIR:-/tmp}/kohort-service.XXXXXX")
trap 'rm -rf "$root"' EXIT
unit="$root/etc/systemd/system/kohortd.service"

# Systemd's own units beside ours, and a program in the place that ours names.
mkdir -p "$root/usr/lib" "$root/opt/kohort" "$(dirname "$unit")"
cp -r /lib/systemd "$root/usr/lib/"
ln -s usr/lib "$root/lib"
install -m 755 /bin/true "$root/opt/kohort/kohortd"

# A line that it does not know it only warns of.
verified() { said=$(systemd-analyze verify --root="$root" --man=no kohortd.service 2>&1) && [ -z "$said" ]; }
guarded() { said=$(systemd-analyze security --offline=true --threshold="$most" --root="$root" --no-pager kohortd.service 2>&1); }

# Each judge must first see what is wrong.
sed 's/^ProtectClock=/ProtectClok=/' docker/kohortd.service >"$unit"
if verified; then echo "a word that systemd does not know was overlooked" >&2; exit 1; fi
sed 's/^ExecStart=.opt.kohort/&2/' docker/kohortd.service >"$unit"
if verified; then echo "a program that is not there was overlooked" >&2; exit 1; fi
grep -v -e '^SystemCallFilter=' -e '^CapabilityBoundingSet=' docker/kohortd.service >"$unit"
if guarded; then echo "a service with every right was let pass" >&2; exit 1; fi

cp docker/kohortd.service "$unit"
verified || { echo "$said" >&2; exit 1; }
guarded || { echo "$said" >&2; exit 1; }
echo "$said" | sed -n 's/^→ //p'
