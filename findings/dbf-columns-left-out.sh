#!/usr/bin/env bash
# Package:   dbf 0.2.0 (npm).
# Behaviour: structure() makes a DBF table of a list of records and chooses the type of each column by its values. DBF
#            has a type for days, and a whole number of kopecks fits a numeric column, but a column of Date or BigInt
#            values is left out altogether, and nothing is said.
# Seen:      records of a card, a day (Date), kopecks (BigInt) and a sum (number) -> a table of CARD and SUM.
# Matters:   the book-keeper's program takes such a table in with today's day, or with the old balance. Who keeps money
#            exactly is the one who loses it, and who keeps it in floating point does not.
# Product:   writes no DBF. Every column of its rows says what its cells are, and a cell of another kind is an error:
#            packages/documents/src/rows/write-rows.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts dbf@0.2.0

cat >write.cjs <<'END'
const { structure } = require('dbf')

const bytes = Buffer.from(structure([
  { CARD: '0042', DAY: new Date('2026-12-31T00:00:00Z'), KOPECKS: 150010n, SUM: 1500.1 },
  { CARD: '0043', DAY: new Date('2027-01-01T00:00:00Z'), KOPECKS: -500n, SUM: -5 },
]).buffer)
const columns = []
for (let at = 32; bytes[at] !== 0x0d; at += 32) columns.push(bytes.toString('latin1', at, at + 11).replaceAll('\0', ''))
console.log('columns:', columns.join(' '))
const size = bytes.readUInt16LE(10)
for (let at = bytes.readUInt16LE(8); bytes[at] === 0x20; at += size)
  console.log(bytes.toString('latin1', at, at + size).trim().split(/ +/).join(' '))
END
node write.cjs | tee seen

expected='columns: CARD SUM
0042 1500.1
0043 -5'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
