import { writeFile } from 'node:fs/promises'
import { BANK_LINE_REASONS, BANK_LINE_VERDICTS, OTHER_PAYER } from '@artel/use-cases'

/** Writes what lines of a bank's file are and why, a file for each language, from the table of the command line. */
const folder = new URL('./src/generated/', import.meta.url)
for (const language of ['en', 'ru'] as const) {
  const inLanguage = (table: Readonly<Record<string, Readonly<Record<'en' | 'ru', string>>>>) =>
    Object.fromEntries(Object.entries(table).map(([code, said]) => [code, said[language]]))
  const words = {
    verdicts: inLanguage(BANK_LINE_VERDICTS),
    reasons: inLanguage(BANK_LINE_REASONS),
    otherPayer: OTHER_PAYER[language],
  }
  await writeFile(new URL(`bank-lines-${language}.json`, folder), `${JSON.stringify(words, null, 1)}\n`)
}
