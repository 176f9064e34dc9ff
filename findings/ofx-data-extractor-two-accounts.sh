#!/usr/bin/env bash
# Package:   ofx-data-extractor 1.5.0 (npm).
# Behaviour: an OFX file may hold the statements of several accounts, and a bank writes such a file when all accounts
#            are asked for. Of a file of two accounts the summary is zero of everything, without an error and without
#            a warning. In a file of one account a booking that takes back an outflow (a fee returned, a purchase
#            refunded: TRNTYPE FEE or POS, the amount above zero) is summed as one more outflow, since the word of the
#            type is asked before the sign of the amount. The standard says it is the sign that counts.
# Seen:      two accounts, in of 100 and of 50 -> credit 0, debit 0, no bookings, no warnings; a fee of 5 taken and
#            given back -> credit 0, debit 10, and both are `debit` in the normalised list.
# Matters:   a program that compares the summary with what was to be paid sees a month in which nobody paid, or a
#            member that got its money back twice charged.
# Product:   reads no OFX. From camt.053 it takes every statement of the file, and the direction from the mark that the
#            standard has for it: packages/documents/src/bank/read-camt053.ts and camt-entry.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts ofx-data-extractor@1.5.0

cat >read.cjs <<'END'
const { Ofx } = require('ofx-data-extractor')

const booking = ([type, amount], index) =>
  `<STMTTRN>\n<TRNTYPE>${type}\n<DTPOSTED>20261210\n<TRNAMT>${amount}\n<FITID>${index}\n<MEMO>Act ${index}\n</STMTTRN>`
const statement = (account, currency, bookings) => `<STMTTRNRS>
<TRNUID>1
<STATUS>
<CODE>0
<SEVERITY>INFO
</STATUS>
<STMTRS>
<CURDEF>${currency}
<BANKACCTFROM>
<BANKID>044525225
<ACCTID>${account}
<ACCTTYPE>CHECKING
</BANKACCTFROM>
<BANKTRANLIST>
<DTSTART>20261201
<DTEND>20261231
${bookings.map(booking).join('\n')}
</BANKTRANLIST>
<LEDGERBAL>
<BALAMT>100.00
<DTASOF>20261231
</LEDGERBAL>
</STMTRS>
</STMTTRNRS>`
const header = ['OFXHEADER:100', 'DATA:OFXSGML', 'VERSION:102', 'SECURITY:NONE', 'ENCODING:USASCII', 'CHARSET:1252',
  'COMPRESSION:NONE', 'OLDFILEUID:NONE', 'NEWFILEUID:NONE'].join('\n')
const file = (...statements) =>
  `${header}\n\n<OFX>\n<BANKMSGSRSV1>\n${statements.join('\n')}\n</BANKMSGSRSV1>\n</OFX>\n`

const show = (name, text) => {
  const ofx = new Ofx(text)
  const { credit, debit, amountOfCredits, amountOfDebits } = ofx.getTransactionsSummary()
  console.log(`${name}: credit ${credit} (${amountOfCredits}), debit ${debit} (${amountOfDebits}),`,
    `warnings ${ofx.getWarnings().length}`)
}
const roubles = statement('40702810900000000001', 'RUB', [['CREDIT', '100.00']])
const dollars = statement('40702840900000000002', 'USD', [['CREDIT', '50.00']])
show('one account', file(roubles))
show('other account', file(dollars))
show('both', file(roubles, dollars))
const feeBack = file(statement('40702810900000000001', 'RUB', [['FEE', '-5.00'], ['FEE', '5.00']]))
show('fee taken and given back', feeBack)
for (const { amount, direction } of new Ofx(feeBack).toNormalized().transactions) console.log(amount, direction)
END
node read.cjs | tee seen

expected='one account: credit 100 (1), debit 0 (0), warnings 0
other account: credit 50 (1), debit 0 (0), warnings 0
both: credit 0 (0), debit 0 (0), warnings 0
fee taken and given back: credit 0 (0), debit 10 (2), warnings 0
-5 debit
5 debit'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
