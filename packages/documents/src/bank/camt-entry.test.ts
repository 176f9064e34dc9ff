import { describe, expect, it } from 'vitest'
import { camtEntry, camtMessage, parties, partyOf08, readAll, utf8 } from '../testing/camt-messages.ts'

describe('an entry of a statement', () => {
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
    const split = await readAll(utf8(camtMessage('02', batch(amount('20.00')))))
    expect(split).toMatchObject([
      { direction: 'OUT', amountMinor: 1000n, endToEndId: 'A', counterparty: { name: 'Blesk' }, line: 8 },
      { direction: 'OUT', amountMinor: 2000n, endToEndId: '', bookedOn: '2026-11-09', line: 10 },
    ])
    for (const second of ['', amount('19.99'), amount('20.00').replace('EUR', 'USD')]) {
      const whole = await readAll(utf8(camtMessage('02', batch(second))))
      expect(whole).toMatchObject([{ amountMinor: 3000n, remittance: 'a; A; b', endToEndId: '' }])
    }
  })

  it('tells reversals, announced entries and structured references', async () => {
    const entries = `<Ntry><Amt Ccy="JPY">500</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>PDNG</Sts>
<ValDt><Dt>2026-11-09</Dt></ValDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Me</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>
<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>`
    expect(await readAll(utf8(camtMessage('02', entries)))).toMatchObject([
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

  it('makes an entry that it cannot read a line with the reason, and reads the others', async () => {
    const odd: [string, string, string][] = [
      ['243.00', '243.001', 'INVALID_AMOUNT'],
      ['243.00', '-243.00', 'INVALID_AMOUNT'],
      ['243.00', '0.00', 'ZERO_AMOUNT'],
      ['<Amt Ccy="EUR">243.00</Amt>', '', 'NO_AMOUNT'],
      ['Ccy="EUR">243', 'Ccy="E">243', 'INVALID_CURRENCY'],
      ['<CdtDbtInd>CRDT</CdtDbtInd>', '', 'NO_DIRECTION'],
      ['<Dt>2026-11-09</Dt>', '<Dt>2026-02-30</Dt>', 'INVALID_DATE'],
      ['<BookgDt><Dt>2026-11-09</Dt></BookgDt>', '', 'NO_DATE'],
    ]
    const good = camtEntry('<Cd>BOOK</Cd>', parties(partyOf08))
    for (const [from, to, code] of odd) {
      expect(good).toContain(from)
      const [line, other] = await readAll(utf8(camtMessage('08', good.replace(from, to) + good)))
      expect(line, code).toMatchObject({ line: 6, booked: false, problem: { code, line: 6 } })
      expect(other).toMatchObject({ amountMinor: 24_300n, booked: true, problem: null })
    }
  })

  it('gives an entry without dates the day of its statement, and says so', async () => {
    const bare = camtEntry('BOOK', '').replace('<BookgDt><Dt>2026-11-09</Dt></BookgDt>', '')
    const closing =
      '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5243.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-08</Dt></Dt></Bal>'
    expect(await readAll(utf8(camtMessage('08', closing + bare)))).toMatchObject([
      { bookedOn: '2026-11-08', booked: true, remarks: [{ code: 'DATE_OF_STATEMENT' }] },
    ])
    const period = '<FrToDt><ToDtTm>2026-11-07T24:00:00</ToDtTm></FrToDt>'
    expect(await readAll(utf8(camtMessage('08', period + bare)))).toMatchObject([{ bookedOn: '2026-11-07' }])
  })

  it('takes the tax id among several identifications, and the party that a payment was made for', async () => {
    const other = (id: string, scheme = '') =>
      `<Othr><Id>${id}</Id>${scheme && `<SchmeNm>${scheme}</SchmeNm>`}</Othr>`
    const kpp = other('770701001', '<Prtry>KPP</Prtry>')
    const party = (role: string, ids: string, kind = 'OrgId') =>
      `<RltdPties><${role}><Pty><Nm>N</Nm><Id><${kind}>${ids}</${kind}></Id></Pty></${role}></RltdPties>`
    const ids: [string, string][] = [
      [party('Dbtr', kpp + other('7707083893', '<Cd>TXID</Cd>')), '7707083893'],
      [party('Dbtr', other('770701001') + other('7707083893')), '7707083893'],
      [
        party('Dbtr', other('4', '<Cd>CUST</Cd>') + other('500100732259', '<Prtry>ИНН</Prtry>')),
        '500100732259',
      ],
      [party('Dbtr', other('500100732259'), 'PrvtId'), '500100732259'],
      [party('Dbtr', kpp), ''],
      ['<Tax><Dbtr><TaxId>7707083893</TaxId></Dbtr></Tax>', '7707083893'],
    ]
    for (const [details, taxId] of ids)
      expect(await readAll(utf8(camtMessage('08', camtEntry('BOOK', details)))), details).toMatchObject([
        { counterparty: { taxId } },
      ])
    const ultimate = `<RltdPties><Dbtr><Pty><Nm>Bank</Nm><Id><OrgId>${other('7700000001')}</OrgId></Id></Pty></Dbtr>
<DbtrAcct><Id><Othr><Id>30232810</Id></Othr></Id></DbtrAcct><UltmtDbtr><Pty><Nm>Blesk</Nm></Pty></UltmtDbtr></RltdPties>`
    expect(await readAll(utf8(camtMessage('08', camtEntry('BOOK', ultimate))))).toMatchObject([
      { counterparty: { name: 'Blesk', account: '30232810', taxId: '' } },
    ])
  })

  it('finds the reference wherever the payer or the bank put it', async () => {
    const details = (refs: string, remittance = '') =>
      `<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-09</Dt></BookgDt>
<NtryDtls><TxDtls><Refs>${refs}</Refs><RmtInf>${remittance}</RmtInf></TxDtls></NtryDtls></Ntry>`
    const found: [string, object][] = [
      [details('<InstrId>T-3-1</InstrId><EndToEndId>NOTPROVIDED</EndToEndId>'), { endToEndId: 'T-3-1' }],
      [
        details(
          '',
          '<Strd><RfrdDocInf><Nb>T-3-1</Nb></RfrdDocInf><RfrdDocInf><Nb>T-3-2</Nb></RfrdDocInf></Strd>',
        ),
        { remittance: 'T-3-1 T-3-2' },
      ],
    ]
    for (const [text, expectedLine] of found)
      expect(await readAll(utf8(camtMessage('08', text)))).toMatchObject([expectedLine])
  })

  it('keeps all references of a batch that has no amounts, and tells its transactions apart where it has', async () => {
    const batch = (amount: (text: string) => string) =>
      `<Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-09</Dt></BookgDt>
<AcctSvcrRef>B</AcctSvcrRef><NtryDtls>${['60', '40']
        .map(
          (sum, at) =>
            `<TxDtls><Refs><EndToEndId>T-3-${at + 1}</EndToEndId></Refs>${amount(sum)}<RmtInf><Ustrd>x</Ustrd></RmtInf></TxDtls>`,
        )
        .join('')}</NtryDtls></Ntry>`
    expect(
      await readAll(
        utf8(
          camtMessage(
            '08',
            batch(() => ''),
          ),
        ),
      ),
    ).toMatchObject([{ amountMinor: 10_000n, remittance: 'x; T-3-1; T-3-2', bankRef: 'B' }])
    expect(
      await readAll(
        utf8(
          camtMessage(
            '08',
            batch((sum) => `<Amt Ccy="EUR">${sum}</Amt>`),
          ),
        ),
      ),
    ).toMatchObject([
      { amountMinor: 6000n, endToEndId: 'T-3-1', bankRef: 'B/1' },
      { amountMinor: 4000n, endToEndId: 'T-3-2', bankRef: 'B/2' },
    ])
  })

  it('marks what came back: by the indicator, by the reason of a return, by the code of the bank', async () => {
    const came = camtEntry('BOOK', '')
    for (const back of [
      came.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>'),
      came.replace('</Refs>', '</Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>'),
      came.replace(
        '<NtryDtls>',
        '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>',
      ),
    ])
      expect(await readAll(utf8(camtMessage('08', back)))).toMatchObject([{ reversal: true }])
    expect(await readAll(utf8(camtMessage('08', came)))).toMatchObject([{ reversal: false }])
  })

  it('never takes a currency account for one in roubles', async () => {
    const statement = (account: string, currency: string) =>
      camtMessage('08', camtEntry('BOOK', ''))
        .replace('<IBAN>DE89370400440532013000</IBAN>', `<Othr><Id>${account}</Id></Othr>`)
        .replaceAll('Ccy="EUR"', `Ccy="${currency}"`)
    const currencyOf = async (account: string, currency: string) => {
      const [line] = await readAll(utf8(statement(account, currency)))
      return [line?.currency, line?.remarks.map(({ code }) => code).join()]
    }
    expect(await currencyOf('40702810200000000001', 'RUB')).toEqual(['RUB', ''])
    expect(await currencyOf('40702810200000000001', 'RUR')).toEqual(['RUB', ''])
    expect(await currencyOf('40702840200000000001', 'USD')).toEqual(['USD', ''])
    expect(await currencyOf('40702840200000000001', 'RUB')).toEqual(['XXX', 'CURRENCY_MISMATCH'])
  })
})
