#!/usr/bin/env bash
# Package:   passkit-generator 3.5.0 (npm).
# Behaviour: a field of a wallet pass whose value the package does not take is left out: push() returns the old length,
#            the reason goes to the console, and the pass is signed without it. A balance as BigInt is such a value, and
#            so is a second field of the same key, even in another row of the pass.
# Seen:      balance 500: one field in the pass; balance 500n: none; a header `points` and a main field `points`: one.
# Matters:   the customer's card shows no balance, or the first of two. Nothing throws, so the job that updates ten
#            thousand cards ends well.
# Product:   makes no passes, but a shop's server may make one of what the SDK gives. The SDK gives points as decimal
#            strings, which a pass takes; BigInt(wallet.balance), as its README computes with them, is not taken.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts passkit-generator@3.5.0
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj '/CN=Example/UID=pass.example/OU=EXAMPLE' \
  -keyout key.pem -out certificate.pem 2>/dev/null

cat >try.cjs <<'END'
const { readFileSync } = require('node:fs')
const { PKPass } = require('passkit-generator')
const certificate = readFileSync('certificate.pem')
const certificates = { wwdr: certificate, signerCert: certificate, signerKey: readFileSync('key.pem') }
const card = { formatVersion: 1, passTypeIdentifier: 'pass.example', teamIdentifier: 'EXAMPLE' }
function fields(header, main) {
  const icon = Buffer.from('89504e470d0a1a0a', 'hex')
  const pass = new PKPass({ 'icon.png': icon }, certificates, {
    ...card,
    ...{ organizationName: 'Example', description: 'Card', serialNumber: '1' },
  })
  pass.type = 'storeCard'
  pass.headerFields.push(...header)
  pass.primaryFields.push(...main)
  // Files in the pass are stored as they are, so the fields can be read in its bytes.
  const text = pass.getAsBuffer().toString('latin1')
  return [...text.matchAll(/"key":"(\w+)"/g)].map(([, key]) => key).join(' ') || 'none'
}
const points = (value) => ({ key: 'points', label: 'Points', value })
console.log('number:  ', fields([], [points(500)]))
console.log('BigInt:  ', fields([], [points(500n)]))
console.log('same key:', fields([points(450)], [points(500)]))
END
node try.cjs 2>/dev/null | grep -E '^(number|BigInt|same key): ' | tee seen

expected='number:   points
BigInt:   none
same key: points'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
