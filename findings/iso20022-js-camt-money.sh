#!/usr/bin/env bash
# Package:   iso20022.js 0.0.15 (npm).
# Behaviour: the reader of camt.053 gives amounts in minor units, as the writers of the same package take them, by
#            multiplying a binary fraction: 4.35 roubles are 434.99999999999994 kopecks. A reversal (`RvslInd` true) is
#            given as `reversal: false`. A booking of several payments gives their purposes without their amounts, and
#            a purpose of digits becomes a number without its zeros.
# Seen:      4.35 -> 434.99999999999994; 0.29 -> 28.999999999999996; RvslInd true -> false; payments of 100.10 and
#            200.20 in one booking -> no amounts; purpose 0012345 -> 12345 of type number.
# Matters:   BigInt() of such an amount throws and Math.floor() takes a kopeck away. A transfer that the bank took back
#            counts as a second payment. Which member a part of a bulk payment is for cannot be told, and the number of
#            an act in the purpose is not found again.
# Product:   reads camt.053 itself: decimals digit by digit into whole kopecks, reversals marked, a booking split by the
#            amounts of its payments: packages/documents/src/bank/camt-entry.ts, packages/documents/src/text/decimal.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts iso20022.js@0.0.15

cat >read.mjs <<'END'
import { CashManagementEndOfDayReport } from 'iso20022.js'
const balance = (code, amount) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">${amount}</Amt>
   <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>`
const payment = (purpose, amount) =>
  `<TxDtls><AmtDtls><TxAmt><Amt Ccy="RUB">${amount}</Amt></TxAmt></AmtDtls>
   <RmtInf><Ustrd>${purpose}</Ustrd></RmtInf></TxDtls>`
const entry = (amount, direction, reversal, ...payments) =>
  `<Ntry><Amt Ccy="RUB">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${reversal}<Sts>BOOK</Sts>
   <BookgDt><Dt>2026-11-02</Dt></BookgDt><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
   <NtryDtls>${payments.join('')}</NtryDtls></Ntry>`
const report = CashManagementEndOfDayReport.fromXML(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-03T08:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-03T08:00:00</CreDtTm>
<Acct><Id><Othr><Id>40702810900000000001</Id></Othr></Id><Ccy>RUB</Ccy>
<Svcr><FinInstnId><BIC>ABCDRUMM</BIC></FinInstnId></Svcr></Acct>
${balance('OPBD', '1000.00')}${balance('CLBD', '714.34')}
${entry('4.35', 'CRDT', '', payment('act 17', '4.35'))}
${entry('0.29', 'CRDT', '', payment('0012345', '0.29'))}
${entry('10.00', 'CRDT', '<RvslInd>true</RvslInd>', payment('back', '10.00'))}
${entry('300.30', 'DBIT', '', payment('one', '100.10'), payment('two', '200.20'))}
</Stmt></BkToCstmrStmt></Document>`)
const [small, smaller, back, bulk] = report.entries
console.log('amounts: ', small.amount, smaller.amount)
const [{ remittanceInformation: purpose }] = smaller.transactions
console.log('purpose: ', typeof purpose, purpose)
console.log('reversal:', back.reversal)
console.log('bulk:    ', JSON.stringify(bulk.transactions))
END
node read.mjs | tee seen

expected='amounts:  434.99999999999994 28.999999999999996
purpose:  number 12345
reversal: false
bulk:     [{"remittanceInformation":"one"},{"remittanceInformation":"two"}]'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
