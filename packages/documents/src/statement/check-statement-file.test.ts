import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aStatement, textOf } from '../testing/statement.ts'
import { decimalText } from '../text/decimal.ts'
import { checkStatementFile } from './check-statement-file.ts'
import { hashStatementLine } from './statement-line-hash.ts'
import { writeStatementCsv } from './write-statement-csv.ts'
import { writeStatementJson } from './write-statement-json.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const excel = { dialect: 'excel-ru', language: 'ru' } as const
const plain = { dialect: 'rfc4180', language: 'en' } as const

async function files(count: number) {
  const { document, lines } = aStatement(count)
  return {
    json: await textOf(writeStatementJson(document, lines)),
    csv: await textOf(writeStatementCsv(document, lines, plain)),
    excel: await textOf(writeStatementCsv(document, lines, excel)),
  }
}

async function micros() {
  const { document, lines } = aStatement(9, { amountDigits: 6 })
  const json = await textOf(writeStatementJson(document, lines))
  return { document, json, csv: await textOf(writeStatementCsv(document, lines, excel)) }
}

const rubles = (amount: bigint) => decimalText(amount, 6, ',')

describe('checkStatementFile', () => {
  it('passes every form of a statement, empty ones too', async () => {
    for (const count of [0, 1, 25]) {
      for (const [form, text] of Object.entries(await files(count))) {
        const check = await checkStatementFile(bytes(text))
        expect(check.problems, form).toEqual([])
        expect(check).toMatchObject({
          ok: true,
          lineCount: count,
          lineHash: aStatement(count).document.lineHash,
        })
      }
    }
  })

  it('passes micros as it does kopecks, with one line that makes whole kopecks of the balance', async () => {
    const { json, csv, document } = await micros()
    const { opening, rounding, closing } = document
    expect([rounding === 0n, closing % 10_000n]).toEqual([false, 0n])
    for (const text of [json, csv])
      expect(await checkStatementFile(bytes(text))).toMatchObject({ ok: true, opening, rounding, closing })
    expect(csv.split('\r\n').filter((line) => line.includes(';ROUNDING;'))).toHaveLength(1)
  })

  it('passes files from before balances were rounded, whose closing is exact', async () => {
    const { json, csv, document } = await micros()
    const { closing, rounding, residue } = document
    const exact = closing - rounding
    const older = [
      json
        .replace(`"rounding":"${rounding}",`, '')
        .replace(`"residue":"${residue}",`, '')
        .replace(`"closing":"${closing}"`, `"closing":"${exact}"`),
      csv
        .split('\r\n')
        .filter((line) => !line.includes(';ROUNDING;'))
        .map((line) => (line.includes(';CLOSING;') ? line.replace(rubles(closing), rubles(exact)) : line))
        .join('\r\n'),
    ]
    for (const text of older)
      expect(await checkStatementFile(bytes(text))).toMatchObject({ ok: true, rounding: 0n, closing: exact })
  })

  it('sees a sum that is passed off as rounding', async () => {
    const { json, document } = await micros()
    const { closing, rounding } = document
    const forged = json
      .replace(`"rounding":"${rounding}"`, `"rounding":"${rounding + 40_000n}"`)
      .replace(`"closing":"${closing}"`, `"closing":"${closing + 40_000n}"`)
    expect((await checkStatementFile(bytes(forged))).problems.map(({ code }) => code)).toEqual(['ROUNDING'])
    const { json: whole } = await files(3)
    const kopeck = whole.replace('"rounding":"0"', '"rounding":"1"')
    expect((await checkStatementFile(bytes(kopeck))).problems.map(({ code }) => code)).toEqual([
      'CLOSING',
      'ROUNDING',
    ])
  })

  it('passes CSV from before it told the VAT', async () => {
    const { csv, excel: ru } = await files(9)
    for (const [text, separator] of [
      [csv, ','],
      [ru, ';'],
    ] as const) {
      const lines = text.split('\r\n')
      const older = lines.map((line) => line.split(separator).slice(0, -3).join(separator)).join('\r\n')
      expect(await checkStatementFile(bytes(older))).toMatchObject({ ok: true, lineCount: 9 })
    }
  })

  it('names the first line of which anything was changed', async () => {
    const { json, csv, excel: ru } = await files(30)
    const forged: [string, string, string][] = [
      [json, '"reference":"ЧЕК-1018"', '"reference":"ЧЕК-8018"'],
      [csv, 'ЧЕК-1018', 'ЧЕК-9018'],
      [ru, 'ЧЕК-1018', 'ЧЕК-9018'],
      [csv, 'ent_00000018', 'ent_00000019'],
    ]
    for (const [text, from, to] of forged) {
      expect(text).toContain(from)
      const check = await checkStatementFile(bytes(text.replace(from, to)))
      expect(check.ok).toBe(false)
      expect(check.problems[0]).toMatchObject({ code: 'LINE_HASH', line: 18 })
      expect(check.problems.map(({ code }) => code)).toContain('STATEMENT_HASH')
    }
  })

  it('sees a line that is missing, doubled or in another place', async () => {
    const { json } = await files(12)
    const rows = json.split('\n')
    const without = rows.filter((_, index) => index !== 5).join('\n')
    expect((await checkStatementFile(bytes(without))).problems[0]).toMatchObject({
      code: 'LINE_NUMBER',
      line: 5,
    })
    const swapped = rows
      .with(5, rows[6] ?? '')
      .with(6, rows[5] ?? '')
      .join('\n')
    expect((await checkStatementFile(bytes(swapped))).problems[0]).toMatchObject({
      code: 'LINE_NUMBER',
      line: 5,
    })
  })

  it('sees a changed opening, closing, total or balance though every line is whole', async () => {
    const { json, csv } = await files(12)
    const codes = async (text: string) =>
      (await checkStatementFile(bytes(text))).problems.map(({ code }) => code)
    expect(await codes(json.replace('"opening":"12345"', '"opening":"12346"'))).toEqual([
      'LINE_BALANCE',
      'CLOSING',
    ])
    expect(await codes(json.replace(/"closing":"(-?\d+)"/, '"closing":"$17"'))).toEqual(['CLOSING'])
    expect(await codes(json.replace(/"net":"(-?\d+)"/, '"net":"$17"'))).toEqual(['NET'])
    expect(await codes(json.replace(/"lineCount":12/, '"lineCount":13'))).toEqual(['LINE_COUNT'])
    expect(await codes(json.replace(/"debit":"(\d+)"/, '"debit":"1$1"'))).toEqual(['TOTALS'])
    expect(await codes(csv.replace('0,2026-10-01,00:00:00,OPENING', '0,2026-10-01,00:00:00,OPEN'))).toEqual([
      'UNREADABLE',
    ])
  })

  it('any one changed digit or letter of a JSON line is found', async () => {
    const { json } = await files(6)
    const start = json.indexOf('"lines"')
    const places = [...json.matchAll(/[0-9a-fЀ-ӿ]/g)].map(({ index }) => index).filter((at) => at > start + 8)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async (at) => {
        const other = json[at] === '7' ? '8' : '7'
        const check = await checkStatementFile(bytes(json.slice(0, at) + other + json.slice(at + 1)))
        expect(check.ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('answers what is no statement, and never throws', async () => {
    for (const text of [
      '',
      '{',
      '{}',
      'a,b\r\n1,2',
      '[1]',
      '{"format":"artel-statement","version":1}',
      '\u0000',
    ])
      expect(await checkStatementFile(bytes(text))).toMatchObject({
        ok: false,
        problems: [{ code: 'UNREADABLE' }],
      })
    expect(await checkStatementFile(Uint8Array.of(0xff, 0xfe, 0xfd))).toMatchObject({ ok: false })
  })

  it('hashes a line as the README says, so that anybody can recompute it', () => {
    const line = {
      no: 1,
      entryId: 'ent_1',
      postedAt: new Date(0),
      kind: 'EARN',
      counterpartyId: null,
      reference: 'Чек "1"',
      points: 5n,
      amount: -450n,
    }
    // printf '%s\n%s' "$(printf '0%.0s' {1..64})" '[1,"ent_1",...]' | sha256sum
    expect(hashStatementLine('0'.repeat(64), line)).toBe(
      '9458d9b0c4427e7305129bcc6f25248ad550636a58d0b4bfb9d07beff02ce440',
    )
  })
})
