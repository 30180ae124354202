#!/bin/sh
# Makes an authority and certificates for a test, good ones and others, in the working folder.
#
#   certificates.sh
set -eu

key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
names='subjectAltName=DNS:localhost,IP:127.0.0.1'

cat >request.conf <<'CONF'
[req]
distinguished_name = name
[name]
[ca]
default_ca = made
[made]
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
CONF
: >index.txt
echo 01 >serial

# authority NAME
authority() {
  # shellcheck disable=SC2086 # several words
  openssl req -x509 -config request.conf $key -keyout "$1.key" -out "$1.pem" -days 30 \
    -subj "/CN=angelx test $1" -addext basicConstraints=critical,CA:TRUE 2>/dev/null
}

# certificate NAME AUTHORITY FROM TO ALTERNATIVE-NAMES
certificate() {
  # shellcheck disable=SC2086 # several words
  openssl req -new -config request.conf $key -keyout "$1.key" -out "$1.csr" -subj "/CN=$1" \
    -addext "$5" 2>/dev/null
  openssl ca -batch -notext -config request.conf -cert "$2.pem" -keyfile "$2.key" \
    -startdate "$3" -enddate "$4" -in "$1.csr" -out "$1.pem" 2>/dev/null
}

authority authority
authority stranger
certificate good authority 20200101000000Z 20491231235959Z "$names"
certificate other-host authority 20200101000000Z 20491231235959Z subjectAltName=DNS:other.example
certificate expired authority 20200101000000Z 20210101000000Z "$names"
certificate early authority 20480101000000Z 20491231235959Z "$names"
certificate unknown stranger 20200101000000Z 20491231235959Z "$names"
# shellcheck disable=SC2086 # several words
openssl req -x509 -config request.conf $key -keyout self-signed.key -out self-signed.pem -days 30 \
  -subj /CN=localhost -addext "$names" 2>/dev/null
