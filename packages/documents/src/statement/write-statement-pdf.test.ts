import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../testing/pdf-text.ts'
import { aStatement } from '../testing/statement.ts'
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
  return { document, pageCount, bytes: bytes(), text: pdfText(bytes()).replaceAll('\u00a0', ' ') }
}

describe('writeStatementPdf', () => {
  it('prints an act of reconciliation in Russian, with the sum in words, the hashes and who signs', async () => {
    const { text, document } = await printed(90, 'ru', {
      plan: { roundedMinor: 1_414_950n, dueOn: '2026-11-10', minPayoutMinor: 100_000n },
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
      const plan = { roundedMinor: opening, dueOn: '2026-11-10', minPayoutMinor: 100_000n }
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

  it('names the rounded balance only where rounding changes it, and no least payout where there is none', async () => {
    const plan = { roundedMinor: 123n, dueOn: '2026-11-10', minPayoutMinor: 0n }
    const micros = { amountDigits: 6, plan }
    const rounded = await printed(0, 'en', { ...micros, opening: 1_234_567n })
    const exact = await printed(0, 'en', { ...micros, opening: 1_230_000n })
    expect(rounded.text.replace(/\s+/g, ' ')).toContain('RUB 1.234567. Rounded, the balance is RUB 1.23.')
    expect(exact.text).not.toContain('Rounded')
    const spelled = await printed(0, 'ru', { ...micros, opening: 1_234_567n })
    expect(spelled.text.replace(/\s+/g, ' ')).toContain(
      'С округлением сальдо составляет 1,23 ₽ (Один рубль 23 копейки).',
    )
    expect(exact.text.replace(/\s+/g, ' ')).toContain('A deposit that is kept is not paid out')
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

  it('shows micros in full, so that a column adds up', async () => {
    const { text } = await printed(1, 'en', { amountDigits: 6, opening: 1_234_567n })
    expect(text).toContain('1.234567')
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
