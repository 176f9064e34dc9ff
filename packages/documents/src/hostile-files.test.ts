import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCamt053 } from './bank/read-camt053.ts'
import { readClientBankExchange } from './bank/read-client-bank-exchange.ts'
import { DocumentError } from './document-error.ts'
import { writeClientBankExchange } from './orders/write-client-bank-exchange.ts'
import { readSalesFile } from './sales/read-sales-file.ts'
import { anOrder } from './testing/payment-orders.ts'
import { writeWorkbook } from './testing/workbook.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const orders = writeClientBankExchange({ sender: 'A', createdOn: '2026-11-08', createdAt: '10:20:30' }, [
  anOrder(),
])
const camt =
  utf8(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>X</IBAN></Id></Acct>
<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-09</Dt></BookgDt>
<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><RmtInf><Ustrd>a &amp; b</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`)
const sales = utf8('receipt;date;total\n"A;1";2026-11-09;1,00\nB;09.11.2026 10:00;2\n')
const workbook = writeWorkbook([
  {
    name: 'S',
    rows: [
      ['receipt', 'date', 'total'],
      ['A', 46_355, 1.5],
      ['B', '2026-11-09', '2'],
    ],
  },
])

/** Bytes that are put in: any, and often those of controls, which no text has and some databases do not store. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 3 }),
  fc.constantFrom(0x00, 0x01, 0x1b, 0x7f, 0x98).map((control) => Uint8Array.of(control)),
)

/** A file with a few bytes written over, cut out or put in. */
const damaged = (file: Uint8Array) =>
  fc
    .array(fc.tuple(fc.nat(file.length - 1), bytes, fc.nat(4)), { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce(
        (bytes, [at, put, cut]) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
        Buffer.from(file),
      ),
    )

/** What PostgreSQL stores neither as text nor in jsonb. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is exactly what is looked for
const UNSTORABLE = /[\p{Surrogate}\u0000]/u

/** Every text that a line holds, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

async function outcome(read: AsyncIterable<unknown>, isKept = false): Promise<unknown> {
  try {
    for await (const line of read)
      for (const text of isKept ? textsIn(line) : []) expect(text).not.toMatch(UNSTORABLE)
    return undefined
  } catch (error) {
    return error
  }
}

describe('a damaged file', () => {
  const readers: [string, Uint8Array, (bytes: Uint8Array) => AsyncIterable<unknown>][] = [
    ['1C client-bank exchange', orders, (bytes) => readClientBankExchange(bytes)],
    ['camt.053', camt, (bytes) => readCamt053(bytes)],
    ['workbook', workbook, (bytes) => readSalesFile(bytes, { timeZone: 'Europe/Moscow', currency: 'RUB' })],
    ['sales', sales, (bytes) => readSalesFile(bytes, { timeZone: 'Europe/Moscow', currency: 'RUB' })],
  ]
  for (const [name, file, read] of readers)
    it(`is read or refused with a typed error: ${name}`, async () => {
      expect(await outcome(read(file))).toBeUndefined()
      await fc.assert(
        fc.asyncProperty(damaged(file), async (bytes) => {
          // Lines of banks are kept as they are read; rows of sales only when their receipt is a reference.
          const error = await outcome(read(bytes), ['1C client-bank exchange', 'camt.053'].includes(name))
          if (error !== undefined && !(error instanceof DocumentError)) throw error
        }),
        { numRuns: 500 },
      )
    })
})

describe('a file made to exhaust its reader', () => {
  it('is read or refused however long its cells are', async () => {
    const long = '1 '.repeat(400_000)
    const rows: unknown[] = []
    const file = utf8(
      `receipt;date;time;total\nA;2026-11-09;;${long}x\nB;${long}x;;5\nC;2026-11-09;${long}x;5`,
    )
    const options = { timeZone: 'Europe/Moscow', currency: 'RUB' }
    for await (const row of readSalesFile(file, options)) rows.push(row)
    expect(rows).toMatchObject([
      { line: 2, code: 'INVALID_AMOUNT' },
      { line: 3, code: 'INVALID_DATE' },
      { line: 4, code: 'INVALID_TIME' },
    ])
  })

  it('is refused when it has more account sections than years have days', async () => {
    const section = 'СекцияРасчСчет\nРасчСчет=40702810200000000001\nКонецРасчСчет\n'
    const text = `1CClientBankExchange\n${section.repeat(20_001)}КонецФайла\n`
    expect(await outcome(readClientBankExchange(utf8(text)))).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})
