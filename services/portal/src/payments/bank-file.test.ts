import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import en from '../generated/bank-lines-en.json' with { type: 'json' }
import ru from '../generated/bank-lines-ru.json' with { type: 'json' }
import { base64Of, isTooLarge, MAX_BANK_FILE_BYTES } from './bank-file.ts'

const schema = readFileSync(createRequire(import.meta.url).resolve('@artel/schema/schema.graphql'), 'utf8')

test('a file is refused here from the size that the schema says, and sent byte for byte below it', async () => {
  expect(schema).toContain(`at most ${MAX_BANK_FILE_BYTES / 1_024} KB`)
  expect([MAX_BANK_FILE_BYTES, MAX_BANK_FILE_BYTES + 1].map((size) => isTooLarge({ size }))).toEqual([
    false,
    true,
  ])
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
  expect(Buffer.from(await base64Of(new Blob([bytes])), 'base64')).toEqual(Buffer.from(bytes))
})

test('every verdict and reason that the schema names has words in both languages', () => {
  const type = /type ImportedBankLine \{.*?\n\}/s.exec(schema)?.[0] ?? ''
  const others = ['IN', 'OUT', 'ISO', 'ID']
  const codes = type.match(/\b[A-Z]{2,}(?:_[A-Z]+)*\b/g)?.filter((code) => !others.includes(code))
  expect(codes).toContain('TOTALS_MISMATCH')
  for (const code of codes ?? [])
    for (const { verdicts, reasons } of [en, ru])
      expect({ ...verdicts, ...reasons }, code).toHaveProperty(code)
  for (const said of [...Object.values(ru.verdicts), ...Object.values(ru.reasons)])
    expect(said).toMatch(/[а-я]{3}/)
})
