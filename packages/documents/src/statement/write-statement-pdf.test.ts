import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../testing/pdf-text.ts'
import { aStatement } from '../testing/statement.ts'
import { amountText } from './amount-text.ts'
import { hashStatementLines } from './statement-line-hash.ts'
import { writeStatementPdf } from './write-statement-pdf.ts'

function collector(onChunk: (size: number) => void = () => {}) {
  const chunks: Buffer[] = []
  const out = new Writable({
    highWaterMark: 4096,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      onChunk(chunk.length)
      setImmediate(done)
    },
  })
  return { out, bytes: () => Buffer.concat(chunks) }
}

async function printed(count: number, language: 'ru' | 'en', changes = {}) {
  const { document, lines } = aStatement(count, changes)
  const { out, bytes } = collector()
  const { pageCount } = await writeStatementPdf(document, lines, { language, out })
  return { document, lines, pageCount, bytes: bytes(), text: pdfText(bytes()).replaceAll('\u00a0', ' ') }
}

describe('writeStatementPdf', () => {
  it('prints an act of reconciliation in Russian, with the sum in words, the hashes and who signs', async () => {
    const { text, document } = await printed(90, 'ru', {
      plan: { dueOn: '2026-11-10', minPayoutMinor: 100_000n },
    })
    for (const words of [
      'Акт сверки взаимных расчётов № 3',
      'за период с 01.10.2026 по 31.10.2026',
      'Сальдо на начало 01.10.2026\n123,45',
      'Обороты за период\n90\n-7 924\n13 300,05\n27 573,00',
      'Сальдо на конец 31.10.2026\n14 149,50',
      `Хеш строк реестра: ${document.lineHash}`,
      `Вершина цепи журнала: ${document.chainHead}`,
      'Генеральный директор',
      'Петрова А. С.',
      'ИНН 7707083893',
    ])
      expect(text).toContain(words)
    const flowing = text.replace(/\s+/g, ' ')
    expect(flowing).toContain('(Четырнадцать тысяч сто сорок девять рублей 50 копеек).')
    expect(flowing).toContain(
      'определяет утверждённый план платежей за период; срок оплаты по нему - 10.11.2026',
    )
    expect(flowing).toContain('Сальдо меньше 1 000,00 ₽ и удержанный депозит не выплачиваются, а переносятся')
  })

  it.each([
    ['owes', 2_000n],
    ['is owed', -2_000n],
  ])(
    'promises no payment where the plan may make none: a member that %s less than the least payout',
    async (_name, opening) => {
      const plan = { dueOn: '2026-11-10', minPayoutMinor: 100_000n }
      const [ru, en] = await Promise.all([
        printed(0, 'ru', { opening, plan }),
        printed(0, 'en', { opening, plan }),
      ])
      const said = { ru: ru.text.replace(/\s+/g, ' '), en: en.text.replace(/\s+/g, ' ') }
      expect(said.ru).toContain('составляет 20,00 ₽ (Двадцать рублей 00 копеек).')
      expect(said.ru).not.toMatch(/Участник (платит|получает)/)
      expect(said.en).toMatch(/owes the (Operator|Member) RUB 20\.00\./)
      expect(said.en).toContain('A balance below RUB 1,000.00 and a deposit that is kept are not paid')
      expect(said.en).not.toMatch(/The Member (pays|is paid)/)
    },
  )

  it('names no least payout where there is none', async () => {
    const { text } = await printed(0, 'en', { plan: { dueOn: '2026-11-10', minPayoutMinor: 0n } })
    expect(text.replace(/\s+/g, ' ')).toContain('A deposit that is kept is not paid out')
  })

  it('names a window that is cut within a day to the second, and balances by the true instant', async () => {
    const window = { no: 3, from: new Date('2026-10-04T10:00:00Z'), to: new Date('2026-10-15T11:05:09.123Z') }
    const ru = (await printed(2, 'ru', { window })).text.replace(/\s+/g, ' ')
    expect(ru).toContain('за период с 04.10.2026 13:00:00 по 15.10.2026 14:05:09')
    expect(ru).toContain('Сальдо на 04.10.2026 13:00:00')
    expect(ru).toContain('Сальдо на 15.10.2026 14:05:09')
    expect(ru).toContain('На 15.10.2026 14:05:09 задолженность')
    expect(ru).not.toMatch(/конец|начало/)
    const en = (await printed(2, 'en', { window })).text.replace(/\s+/g, ' ')
    expect(en).toContain('At 2026-10-15 14:05:09 the')
  })

  it('prints a statement of account in English', async () => {
    const { text } = await printed(3, 'en')
    for (const words of [
      'Statement of account No. 3',
      'for the period 2026-10-01 to 2026-10-31',
      'Points redeemed',
    ])
      expect(text).toContain(words)
  })

  it('prints every line once, repeats the head on every page and numbers the pages', async () => {
    const { text, pageCount } = await printed(300, 'ru')
    for (let no = 1; no <= 300; no += 1) {
      const reference = no % 6 === 5 ? `п/п ${no}` : `ЧЕК-${1000 + no}`
      expect(text.split(`\n${reference}\n`), reference).toHaveLength(2)
    }
    expect(text.split('№\nДата\nОперация\nКонтрагент')).toHaveLength(pageCount)
    expect(text).toContain(`Лист ${pageCount}\n`)
    expect(text).toContain(`Всего листов: ${pageCount}`)
  })

  it('prints minor units alone, every column adds up as printed, and one line says what was rounded', async () => {
    const { document, lines, text } = await printed(40, 'en', { amountDigits: 6 })
    expect(document.residue).not.toBe(0n)
    const size = document.residue < 0n ? -document.residue : document.residue
    const left = amountText(size, { currency: 'RUB', digits: 6 }, 'en')
    const label = `Rounding (${left} ${document.residue > 0n ? 'debit' : 'credit'}`
    expect(text.split(label)).toHaveLength(3)
    // But for that label no figure has parts of a kopeck.
    expect(text.replaceAll(label, '')).not.toMatch(/\d\.\d{3}/)
    const register = text.slice(text.indexOf('Appendix'))
    // Amounts that follow a label, after the points where it has any.
    const amountsOf = (label: string) =>
      (new RegExp(`\\n${label}(?:\\n-?[\\d,]+)?((?:\\n[\\d,]+\\.\\d\\d)+)`).exec(register)?.[1] ?? '')
        .trim()
        .split('\n')
        .map((amount) => BigInt(amount.replace(/[,.]/g, '')))
    const printedSums = { debit: 0n, credit: 0n }
    for (const { reference, amount } of lines)
      printedSums[amount > 0n ? 'debit' : 'credit'] += amountsOf(reference)[0] ?? -1n
    const [debit = -1n, credit = -1n] = amountsOf('Turnover of the period')
    expect(printedSums).toEqual({ debit, credit })
    const [opening = -1n] = amountsOf('Balance at the start of 2026-10-01')
    const [closing = -1n] = amountsOf('Balance at the end of 2026-10-31')
    const [rounding = -1n] = amountsOf('Rounding [^\n]*')
    expect([rounding, -rounding]).toContain(document.closing / 10_000n - opening - debit + credit)
    expect([closing, -closing]).toContain(document.closing / 10_000n)
    // The act and its register print the same turnovers.
    const [sides = ''] = /\n[\d,.]+\n[\d,.]+$/.exec(register.slice(0, register.indexOf('\nRounding'))) ?? []
    expect(text.slice(0, text.indexOf('Appendix'))).toContain(sides)
    expect(sides).not.toBe('')
  })

  it('breaks the number of a document that is too long for its cell, and never cuts it', async () => {
    const { document, lines } = aStatement(3)
    const references = ['ЗН-20261101-000123/7-ДОПОЛНИТЕЛЬНЫЙ-НАРЯД', 'X'.repeat(90), 'ЧЕК-1']
    const longer = lines.map((line, at) => ({ ...line, reference: references[at] ?? '' }))
    const { out, bytes } = collector()
    const lineHash = await hashStatementLines(longer)
    await writeStatementPdf({ ...document, lineHash }, longer, { language: 'ru', out })
    const text = pdfText(bytes())
    for (const reference of references) expect(text.replaceAll('\n', '')).toContain(reference)
    expect(text).toContain('ЗН-20261101-\n')
    expect(text).not.toContain('…\nX')
  })

  it('never cuts an amount, however long; a name that is too long ends in dots', async () => {
    const { document, lines } = aStatement(1, {
      opening: -900_719_925_474_099_312_345_67n,
      counterpartyNames: new Map([['mbr_kolenval', 'Коленвал '.repeat(40)]]),
    })
    const { out, bytes } = collector()
    await writeStatementPdf(document, lines, { language: 'en', out })
    const text = pdfText(bytes())
    expect(text.split('\n900,719,925,474,099,312,345.67\n')).toHaveLength(3)
    expect(text).toMatch(/\nКоленвал Коленвал [^\n]*…\n/)
  })

  it('makes the same bytes of the same statement', async () => {
    expect((await printed(60, 'en')).bytes.equals((await printed(60, 'en')).bytes)).toBe(true)
  })

  it('streams: pages leave while lines are still being read, and no more than a few wait', async () => {
    const { document, lines } = aStatement(800)
    let written = 0
    let taken = 0
    const writtenAt: number[] = []
    async function* counted() {
      for (const line of lines) {
        taken += 1
        if (taken % 200 === 0) writtenAt.push(written)
        yield line
      }
    }
    const { out } = collector((size) => {
      written += size
    })
    await writeStatementPdf(document, counted(), { language: 'ru', out })
    const [first = 0, second = 0, third = 0] = writtenAt
    expect(first).toBeGreaterThan(8_000)
    expect(second).toBeGreaterThan(first + 8_000)
    expect(third).toBeGreaterThan(second + 8_000)
  })

  it('fails when the lines are not those of the head, and when the stream does', async () => {
    const { document, lines } = aStatement(5)
    const { out } = collector()
    await expect(
      writeStatementPdf({ ...document, lineCount: 6 }, lines, { language: 'ru', out }),
    ).rejects.toMatchObject({ code: 'STATEMENT_MISMATCH' })

    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('disk full'))
      },
    })
    full.on('error', () => {})
    await expect(writeStatementPdf(document, lines, { language: 'ru', out: full })).rejects.toThrow(
      'disk full',
    )
  })
})
