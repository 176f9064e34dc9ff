#!/usr/bin/env bash
# Package:   aqbanking-tools 6.5.3-1 (Debian 12), importer `xml`, profile `camt_053_001_04`.
# Behaviour: a statement of four bookings: one of three payments of 100, 200 and 300; one whose day is written with a
#            time (`DtTm`, as the schema allows); one that is pending (`PDNG`); a plain one. The bulk booking becomes a
#            single transaction of -600 with the reference of its first payment; the other two references are nowhere.
#            The booking with a time has no date at all. The pending one cannot be told from the booked ones. Payees
#            and purposes of all are left out. The tool ends with 0.
# Seen:      -600 E1 20261102; 200 E4 without a date; 300 E5 20261102, status `unknown` as for all; 40 E6 20261102.
# Matters:   two of three members look unpaid and one looks overpaid; a payment without a day belongs to no window; and
#            money that is only announced pays a debt.
# Product:   splits such a booking by the amounts of its payments, takes the day from either form, and counts only what
#            is `BOOK`: packages/documents/src/bank/camt-entry.ts.
set -euo pipefail

work=$(mktemp -d)
# The tool leaves empty folders of settings in the home folder, whatever folder it is given.
left=~/.aqbanking
[[ -e $left ]] && left=$work
trap 'rm -rf "$work" "$left"' EXIT
cd "$work"

if [[ $(dpkg-query --show --showformat='${Version}' aqbanking-tools 2>/dev/null) != 6.5.3-1 ]]; then
  # The program knows where its profiles are by absolute paths only, so it is installed.
  apt-get install --yes --quiet --no-install-recommends aqbanking-tools=6.5.3-1 >/dev/null
fi

payment() {
  printf '<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>' "$1"
  printf '<Amt Ccy="RUB">%s</Amt><CdtDbtInd>%s</CdtDbtInd>' "$2" "$3"
  printf '<RltdPties><Dbtr><Nm>Payer of %s</Nm></Dbtr><Cdtr><Nm>Payee of %s</Nm></Cdtr></RltdPties>' "$1" "$1"
  printf '<RmtInf><Ustrd>Purpose of %s</Ustrd></RmtInf></TxDtls>' "$1"
}
booking() {
  printf '<Ntry><NtryRef>%s</NtryRef><Amt Ccy="RUB">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts>' "$1" "$2" "$3" "$4"
  printf '<BookgDt>%s</BookgDt><ValDt>%s</ValDt><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>' "$5" "$5"
  printf '<NtryDtls>%s</NtryDtls></Ntry>\n' "$6"
}
balance() {
  printf '<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>' "$1" "$2"
  printf '<Dt><Dt>2026-11-02</Dt></Dt></Bal>\n'
}
day='<Dt>2026-11-02</Dt>'
{
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"><BkToCstmrStmt>'
  echo '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-03T08:00:00</CreDtTm></GrpHdr>'
  echo '<Stmt><Id>S1</Id><CreDtTm>2026-11-03T08:00:00</CreDtTm>'
  echo '<Acct><Id><Othr><Id>40702810900000000001</Id></Othr></Id><Ccy>RUB</Ccy></Acct>'
  balance OPBD 1000.00
  balance CLBD 640.00
  booking 1 600.00 DBIT BOOK "$day" "$(payment E1 100.00 DBIT; payment E2 200.00 DBIT; payment E3 300.00 DBIT)"
  booking 2 200.00 CRDT BOOK '<DtTm>2026-11-02T09:30:00+03:00</DtTm>' "$(payment E4 200.00 CRDT)"
  booking 3 300.00 CRDT PDNG "$day" "$(payment E5 300.00 CRDT)"
  booking 4 40.00 CRDT BOOK "$day" "$(payment E6 40.00 CRDT)"
  echo '</Stmt></BkToCstmrStmt></Document>'
} >statement.xml

aqbanking-cli --cfgdir="$work/settings" --noninteractive \
  import --importer=xml --profile=camt_053_001_04 --infile=statement.xml --ctxfile=context 2>log || { cat log; exit 1; }
awk -F'"' '
  /^ *transaction \{/ { amount = day = ref = status = "-"; names = 0 }
  /char status=/ { status = $2 }
  /char date=/ { day = $2 }
  /char value=/ { amount = $2 }
  /char endToEndReference=/ { ref = $2 }
  /char (remoteName|purpose)=/ { names++ }
  /#transaction$/ { print amount, ref, day, status, names }
' context | tee seen

expected='-60000%2F100%3ARUB E1 20261102 unknown 0
20000%2F100%3ARUB E4 - unknown 0
30000%2F100%3ARUB E5 20261102 unknown 0
4000%2F100%3ARUB E6 20261102 unknown 0'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
