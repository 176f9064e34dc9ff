#!/usr/bin/env bash
# Package:   mt940js 1.3.5 and swiftmessageparser 1.2.1 (npm).
# Behaviour: field :61: of MT940 has the value date with its year (261231) and the day of booking without one (0101).
#            Both parsers give the booking the year of the value date, so that a payment of value 31 December 2026
#            that the bank booked on 1 January 2027 was booked on 1 January 2026. The other way round (value 1 January,
#            booked 31 December) it lands a year late.
# Seen:      261231 with 0101 -> 2026-01-01; 270101 with 1231 -> 2027-12-31; both parsers.
# Matters:   the year's end is when accounts are settled. A payment that is dated a year off falls out of the window
#            it pays, into one that is long closed, and out of the act of reconciliation of both sides.
# Product:   reads no MT940. What it reads, camt.053 and the 1C exchange, writes the year of every date.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts mt940js@1.3.5 swiftmessageparser@1.2.1

cat >read.cjs <<'END'
const { Parser } = require('mt940js')
const swift = require('swiftmessageparser')
const statement = [
  ':20:STATEMENT',
  ':25:044525000/40702810900000000001',
  ':28C:00001/001',
  ':60F:C261231RUB1000,00',
  ':61:2612310101C100,00NTRFREF1//BANK1',
  ':86:value in the old year, booked in the new one',
  ':61:2701011231C200,00NTRFREF2//BANK2',
  ':86:value in the new year, booked in the old one',
  ':62F:C270101RUB1300,00',
  '-',
  '',
].join('\r\n')
const days = (statements) =>
  statements
    .flatMap(({ transactions }) => transactions)
    .map(({ entryDate }) => entryDate.toISOString().slice(0, 10))
    .join(' ')
console.log('mt940js:           ', days(new Parser().parse(statement)))
console.log('swiftmessageparser:', days(swift.parse({ type: 'mt940', data: statement })))
END
TZ=UTC node read.cjs | tee seen

expected='mt940js:            2026-01-01 2027-12-31
swiftmessageparser: 2026-01-01 2027-12-31'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
