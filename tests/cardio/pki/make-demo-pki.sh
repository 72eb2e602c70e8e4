#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How the published test credentials were made, in an empty folder: resources/demo/pki and what is here.
set -e
ORG="/O=published test credentials"
cat > ca.cnf <<C
[ca]
default_ca=d
[d]
dir=.
database=index.txt
new_certs_dir=.
rand_serial=yes
default_md=sha256
policy=p
unique_subject=no
preserve=yes
[p]
organizationName=match
commonName=supplied
[req]
distinguished_name=dn
[dn]
[ca_ext]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[leaf_ext]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation,keyAgreement
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
C
: > index.txt
V="-startdate 20200101000000Z -enddate 20491231235959Z -batch -notext -config ca.cnf"
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:$2 -out $1-key.pem; }
key ca P-256
openssl req -new -key ca-key.pem -subj "$ORG/CN=Demo CA" -config ca.cnf -out ca.csr
openssl ca $V -selfsign -keyfile ca-key.pem -md sha256 -in ca.csr -extensions ca_ext -out ca.pem
leaf() { key $1 $2; openssl req -new -key $1-key.pem -subj "$ORG/CN=$3" -config ca.cnf -out $1.csr
 openssl ca $V -cert ca.pem -keyfile ca-key.pem -md sha256 -in $1.csr -extensions leaf_ext -out $1.pem; }
leaf card P-256 card; leaf card-p384 P-384 card
for r in issuer device dms application; do leaf $r P-256 $r; leaf $r-p384 P-384 $r; done
cat >> ca.cnf <<C
[authority_ext]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
subjectKeyIdentifier=hash
C
# what firmware packages are approved with: nobody vouches for it, cards keep its key
key firmware-authority P-256
openssl req -new -key firmware-authority-key.pem -subj "$ORG/CN=Firmware authority" -config ca.cnf -out fa.csr
openssl ca $V -selfsign -keyfile firmware-authority-key.pem -md sha256 -in fa.csr -extensions authority_ext \
 -out firmware-authority.pem
cat >> ca.cnf <<C
[enc_ext]
basicConstraints=critical,CA:FALSE
keyUsage=critical,keyEncipherment
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
C
# tests
key enc P-256; openssl req -new -key enc-key.pem -subj "$ORG/CN=dms" -config ca.cnf -out enc.csr
openssl ca $V -cert ca.pem -keyfile ca-key.pem -md sha256 -in enc.csr -extensions enc_ext -out enc.pem
key sub P-256; openssl req -new -key sub-key.pem -subj "$ORG/CN=dms" -config ca.cnf -out sub.csr
openssl ca $V -cert issuer.pem -keyfile issuer-key.pem -md sha256 -in sub.csr -extensions leaf_ext -out sub.pem
key other-ca P-256
openssl req -new -key other-ca-key.pem -subj "$ORG/CN=Demo CA" -config ca.cnf -out other-ca.csr
openssl ca $V -selfsign -keyfile other-ca-key.pem -md sha256 -in other-ca.csr -extensions ca_ext -out other-ca.pem
key other-dms P-256; openssl req -new -key other-dms-key.pem -subj "$ORG/CN=dms" -config ca.cnf -out other-dms.csr
openssl ca $V -cert other-ca.pem -keyfile other-ca-key.pem -md sha256 -in other-dms.csr -extensions leaf_ext -out other-dms.pem
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa-key.pem
openssl req -new -x509 -key rsa-key.pem -subj "$ORG/CN=dms" -days 9000 -config ca.cnf -out rsa.pem
openssl pkcs8 -topk8 -in dms-key.pem -v2 aes-256-cbc -passout pass:secret -out dms-encrypted-key.pem
cat >> ca.cnf <<C
[root_ext]
basicConstraints=critical,CA:TRUE,pathlen:1
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
C
# tests: an authority of a card's own, with one below it, and who it vouches for
key own-ca P-256; openssl req -new -key own-ca-key.pem -subj "$ORG/CN=Own CA" -config ca.cnf -out own-ca.csr
openssl ca $V -selfsign -keyfile own-ca-key.pem -md sha256 -in own-ca.csr -extensions root_ext -out own-ca.pem
own() { key $1 P-256; openssl req -new -key $1-key.pem -subj "$ORG/CN=$2" -config ca.cnf -out $1.csr; shift 2
 openssl ca $V -cert own-ca.pem -keyfile own-ca-key.pem -md sha256 "$@"; }
own own-sub-ca "Own CA below" -in own-sub-ca.csr -extensions ca_ext -out own-sub-ca.pem
own own-card card -in own-card.csr -extensions leaf_ext -out own-card.pem
own own-nobody nobody -in own-nobody.csr -extensions leaf_ext -out own-nobody.pem
own own-expired dms -in own-expired.csr -extensions leaf_ext -enddate 20210101000000Z -out own-expired.pem
own own-future dms -in own-future.csr -extensions leaf_ext -startdate 20480101000000Z -out own-future.pem
key own-dms P-256; openssl req -new -key own-dms-key.pem -subj "$ORG/CN=dms" -config ca.cnf -out own-dms.csr
openssl ca $V -cert own-sub-ca.pem -keyfile own-sub-ca-key.pem -md sha256 -in own-dms.csr -extensions leaf_ext -out own-dms.pem
# tests: an authority whose certificates of cards name the card by its ICCID
key named-ca P-256; openssl req -new -key named-ca-key.pem -subj "$ORG/CN=Named CA" -config ca.cnf -out named-ca.csr
openssl ca $V -selfsign -keyfile named-ca-key.pem -md sha256 -in named-ca.csr -extensions ca_ext -out named-ca.pem
named() { key $1 P-256; openssl req -new -key $1-key.pem -subj "$ORG/CN=$2" -config ca.cnf -out $1.csr
 openssl ca $V -cert named-ca.pem -keyfile named-ca-key.pem -md sha256 -in $1.csr -extensions leaf_ext -out $1.pem; }
named named-card card:8949010000000000008; named named-other-card card:8949010000000000016; named named-dms dms
