import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../text/decode-text.ts'
import type { BankLine } from './bank-line.ts'
import { readCamt053 } from './read-camt053.ts'

async function read(bytes: ByteSource, maxBytes?: number): Promise<BankLine[]> {
  const lines: BankLine[] = []
  for await (const line of readCamt053(bytes, maxBytes === undefined ? {} : { maxBytes })) lines.push(line)
  return lines
}
const utf8 = (text: string) => new TextEncoder().encode(text)

/** A message of a version around its entries, after the message definition. */
const message = (version: string, entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-10T05:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
${entries}
</Stmt></BkToCstmrStmt></Document>`

const parties = (wrap: (name: string, taxId: string) => string) =>
  `<RltdPties><Dbtr>${wrap('Blesk &amp; Söhne', '500100732259')}</Dbtr><DbtrAcct><Id><IBAN>GB82WEST12345698765432</IBAN></Id></DbtrAcct><Cdtr>${wrap('Motor Yard', '1')}</Cdtr></RltdPties>`
const partyOf02 = (name: string, taxId: string) =>
  `<Nm>${name}</Nm><Id><OrgId><Othr><Id>${taxId}</Id></Othr></OrgId></Id>`
const partyOf08 = (name: string, taxId: string) => `<Pty>${partyOf02(name, taxId)}</Pty>`

const entry = (
  status: string,
  party: string,
) => `<Ntry><NtryRef>7</NtryRef><Amt Ccy="EUR">243.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts>${status}</Sts><BookgDt><Dt>2026-11-09</Dt></BookgDt><AcctSvcrRef>BANK-1</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>ART-8F3K2</EndToEndId></Refs>${party}
<RmtInf><Ustrd>Window 3,</Ustrd><Ustrd>act 3</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`

const expected = {
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
}

describe('readCamt053', () => {
  it('reads every version from .02 on to the same shape', async () => {
    for (const version of ['02', '03', '04', '05', '06', '07'])
      expect(await read(utf8(message(version, entry('BOOK', parties(partyOf02)))))).toEqual([expected])
    for (const version of ['08', '09', '10', '13'])
      expect(await read(utf8(message(version, entry('<Cd>BOOK</Cd>', parties(partyOf08)))))).toEqual([
        expected,
      ])
  })

  it('reads the same with a prefix, and wherever the bytes are cut', async () => {
    const plain = message('08', entry('<Cd>BOOK</Cd>', parties(partyOf08)))
    const prefixed = plain.replace(/<(\/?)([A-Z])/g, '<$1c:$2').replace('xmlns=', 'xmlns:c=')
    expect(await read(utf8(prefixed))).toEqual([expected])
    const bytes = utf8(plain)
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(await read(single)).toEqual([expected])
  })

  it('splits a batch by its transactions when they add up, and keeps it whole when they do not', async () => {
    const batch = (
      second: string,
    ) => `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><DtTm>2026-11-09T23:30:00+01:00</DtTm></BookgDt><NtryDtls>
<TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">10.00</Amt></TxAmt></AmtDtls>
<RltdPties><Cdtr><Nm>Blesk</Nm></Cdtr></RltdPties><RmtInf><Ustrd>a</Ustrd></RmtInf></TxDtls>
<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${second}<RmtInf><Ustrd>b</Ustrd></RmtInf></TxDtls>
</NtryDtls></Ntry>`
    const amount = (text: string) => `<AmtDtls><TxAmt><Amt Ccy="EUR">${text}</Amt></TxAmt></AmtDtls>`
    const split = await read(utf8(message('02', batch(amount('20.00')))))
    expect(split).toMatchObject([
      { direction: 'OUT', amountMinor: 1000n, endToEndId: 'A', counterparty: { name: 'Blesk' }, line: 8 },
      { direction: 'OUT', amountMinor: 2000n, endToEndId: '', bookedOn: '2026-11-09', line: 10 },
    ])
    for (const second of ['', amount('19.99'), amount('20.00').replace('EUR', 'USD')]) {
      const whole = await read(utf8(message('02', batch(second))))
      expect(whole).toMatchObject([{ amountMinor: 3000n, remittance: 'a; b', endToEndId: '' }])
    }
  })

  it('tells reversals, announced entries and structured references', async () => {
    const entries = `<Ntry><Amt Ccy="JPY">500</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>PDNG</Sts>
<ValDt><Dt>2026-11-09</Dt></ValDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Me</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>
<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>`
    expect(await read(utf8(message('02', entries)))).toMatchObject([
      {
        reversal: true,
        booked: false,
        direction: 'IN',
        amountMinor: 500n,
        currency: 'JPY',
        counterparty: { name: 'Payee' },
        remittance: 'RF18539007547034',
      },
    ])
  })

  it('streams: entries leave while the file is still coming, and whitespace between them is not kept', async () => {
    let sent = 0
    async function* endless() {
      const [head = ''] = message('08', '@').split('@')
      yield utf8(head + ' '.repeat(70_000))
      for (;;) {
        sent += 1
        yield utf8(`${entry('<Cd>BOOK</Cd>', parties(partyOf08))}${' '.repeat(20_000)}`)
      }
    }
    let taken = 0
    for await (const line of readCamt053(endless())) {
      expect(line.amountMinor).toBe(24_300n)
      taken += 1
      if (taken === 100) break
    }
    expect(sent).toBeLessThan(105)
  })

  it('expands no entity, loads nothing from outside and refuses every document type', async () => {
    const bomb = `<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    const outside = '<!DOCTYPE Document SYSTEM "file:///etc/passwd">'
    for (const doctype of [bomb, outside, '<!DOCTYPE Document>'])
      await expect(read(utf8(message('08', '').replace('?>', `?>${doctype}`)))).rejects.toMatchObject({
        code: 'UNREADABLE_FILE',
        line: 1,
      })
    await expect(read(utf8(message('08', '<Ntry>&b;</Ntry>')))).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
    })
  })

  it('names the line of what it cannot read', async () => {
    const good = message('08', entry('<Cd>BOOK</Cd>', parties(partyOf08)))
    const wrong: [string, string, number][] = [
      ['camt.053.001.08', 'camt.052.001.08', 2],
      ['243.00', '243.001', 6],
      ['243.00', '-243.00', 6],
      ['Ccy="EUR">243', 'Ccy="E">243', 6],
      ['<CdtDbtInd>CRDT</CdtDbtInd>\n<Sts>', '<Sts>', 6],
      ['<Dt>2026-11-09</Dt>', '<Dt>2026-02-30</Dt>', 6],
      ['</Stmt>', '', 10],
    ]
    for (const [from, to, line] of wrong) {
      expect(good).toContain(from)
      await expect(read(utf8(good.replace(from, to))), to).rejects.toMatchObject({
        code: 'UNREADABLE_FILE',
        line,
      })
    }
    await expect(read(utf8(good.slice(0, 400)))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
    await expect(read(utf8(''))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
  })

  it('bounds depth, text and size', async () => {
    const deep = '<a>'.repeat(50)
    await expect(read(utf8(message('08', deep)))).rejects.toThrow('nest deeper')
    const long = `<Ntry><AddtlNtryInf>${'x'.repeat(100_001)}</AddtlNtryInf></Ntry>`
    await expect(read(utf8(message('08', long)))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    const wide = `<Ntry>${'<a/>'.repeat(200_001)}</Ntry>`
    await expect(read(utf8(message('08', wide)))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    await expect(read(utf8(message('08', '')), 300)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})
