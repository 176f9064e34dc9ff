import type { BankLine } from '../bank/bank-line.ts'
import { readCamt053 } from '../bank/read-camt053.ts'
import type { ByteSource } from '../text/decode-text.ts'

/** All lines of a message. */
export async function readAll(bytes: ByteSource, maxBytes?: number): Promise<BankLine[]> {
  const lines: BankLine[] = []
  for await (const line of readCamt053(bytes, maxBytes === undefined ? {} : { maxBytes })) lines.push(line)
  return lines
}

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** A message of a version around its entries, after the message definition. */
export const camtMessage = (version: string, entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-10T05:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
${entries}
</Stmt></BkToCstmrStmt></Document>`

export const parties = (wrap: (name: string, taxId: string) => string) =>
  `<RltdPties><Dbtr>${wrap('Blesk &amp; Söhne', '500100732259')}</Dbtr><DbtrAcct><Id><IBAN>GB82WEST12345698765432</IBAN></Id></DbtrAcct><Cdtr>${wrap('Motor Yard', '1')}</Cdtr></RltdPties>`
export const partyOf02 = (name: string, taxId: string) =>
  `<Nm>${name}</Nm><Id><OrgId><Othr><Id>${taxId}</Id></Othr></OrgId></Id>`
export const partyOf08 = (name: string, taxId: string) => `<Pty>${partyOf02(name, taxId)}</Pty>`

export const camtEntry = (
  status: string,
  party: string,
) => `<Ntry><NtryRef>7</NtryRef><Amt Ccy="EUR">243.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts>${status}</Sts><BookgDt><Dt>2026-11-09</Dt></BookgDt><AcctSvcrRef>BANK-1</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>ART-8F3K2</EndToEndId></Refs>${party}
<RmtInf><Ustrd>Window 3,</Ustrd><Ustrd>act 3</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`

export const expectedLine = {
  line: 6,
  account: 'DE89370400440532013000',
  direction: 'IN',
  amountMinor: 24_300n,
  currency: 'EUR',
  bookedOn: '2026-11-09',
  booked: true,
  reversal: false,
  documentNo: 'BANK-1',
  endToEndId: 'ART-8F3K2',
  counterparty: { name: 'Blesk & Söhne', account: 'GB82WEST12345698765432', taxId: '500100732259' },
  remittance: 'Window 3, act 3',
  bankRef: 'BANK-1',
  problem: null,
  remarks: [],
}
