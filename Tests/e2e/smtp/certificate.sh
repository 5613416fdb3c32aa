#!/bin/sh
# A certificate of one's own for "localhost", and its key, into the folder $1.
set -eu
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost" \
    -keyout "$1/key.pem" -out "$1/cert.pem"
