#!/usr/bin/env bash
# Package:   dbf-reader 1.0.3 (npm).
# Behaviour: a till exports its sales as a DBF table with a column of days (type D, `20261231`) or of times (type T,
#            Visual FoxPro). Every day is read a month late, and a month that has no such day is skipped: 31 January
#            becomes 3 March. Times are right, except those of a 31st before a shorter month and of 29 to 31 January,
#            which move to the first days of the month after. A sum that is left empty is read as zero.
# Seen:      20261231 -> 2027-01-31; 20270131 -> 2027-03-03; 20261130 -> 2026-12-30; 31 January 2027 at noon ->
#            3 February; 31 March at noon -> 1 April; 30 November and 31 December at noon are right; an empty sum -> 0.
# Matters:   the sales of a whole month are settled in the next one, at its rates. With times it is only the last day,
#            which no total of a month shows unless it is compared with the till.
# Product:   reads no DBF. In CSV and XLSX a day is taken as it is written and checked to exist, and an empty sum is no
#            zero: packages/documents/src/sales/zoned-instant.ts and sale-amount.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts dbf-reader@1.0.3

cat >read.cjs <<'END'
const { Dbf } = require('dbf-reader')

function table(version, fields, rows) {
  const reserved = version === 0x30 ? 263 : 0
  const header = Buffer.alloc(32 + 32 * fields.length + 1 + reserved)
  header.set([version, 127, 1, 31])
  header.writeUInt32LE(rows.length, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(1 + fields.reduce((sum, { size }) => sum + size, 0), 10)
  let displacement = 1
  for (const [index, { name, type, size, decimals }] of fields.entries()) {
    const at = 32 + 32 * index
    header.write(name, at)
    header.write(type, at + 11)
    header.writeUInt32LE(displacement, at + 12)
    header.set([size, decimals], at + 16)
    displacement += size
  }
  header[32 + 32 * fields.length] = 0x0d
  return Buffer.concat([header, ...rows.flatMap((cells) => [Buffer.from(' '), ...cells]), Buffer.from('\x1a')])
}
const text = (value, size) => Buffer.from(value.padStart(size))
const noon = (day) => {
  const cell = Buffer.alloc(8)
  cell.writeInt32LE(Date.parse(day) / 86_400_000 + 2_440_588, 0)
  cell.writeInt32LE(12 * 3_600_000, 4)
  return cell
}
const local = (value) =>
  [value.getFullYear(), value.getMonth() + 1, value.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-')

const sum = { name: 'SUM', type: 'N', size: 12, decimals: 2 }
const days = [['20261130', '100.50'], ['20261231', '200.00'], ['20270131', '']]
const byDay = table(3, [{ name: 'DAY', type: 'D', size: 8, decimals: 0 }, sum],
  days.map(([day, value]) => [text(day, 8), text(value, 12)]))
for (const [index, row] of Dbf.read(byDay).rows.entries()) console.log(days[index][0], '->', local(row.DAY), row.SUM)

const times = ['2026-11-30', '2026-12-31', '2027-01-31', '2027-03-31']
const byTime = table(0x30, [{ name: 'SOLD', type: 'T', size: 8, decimals: 0 }, sum],
  times.map((day) => [noon(day), text('1.00', 12)]))
for (const [index, { SOLD }] of Dbf.read(byTime).rows.entries())
  console.log(times[index], 'noon ->', local(SOLD), SOLD.getHours())
END
TZ=UTC node read.cjs | tee seen

expected='20261130 -> 2026-12-30 100.5
20261231 -> 2027-01-31 200
20270131 -> 2027-03-03 0
2026-11-30 noon -> 2026-11-30 12
2026-12-31 noon -> 2026-12-31 12
2027-01-31 noon -> 2027-02-03 12
2027-03-31 noon -> 2027-04-01 12'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
