import { BANK_LINE_REASONS, BANK_LINE_VERDICTS, OTHER_PAYER } from '@artel/use-cases'
import type { Language } from './language.ts'
import type { SettleWords } from './settle-words.ts'

/** What a line of a bank's statement is and why, from the table that the portal's screen is written of too. */
export function bankLineWords(language: Language): Pick<SettleWords, 'verdict' | 'remainder'> {
  type Table = Readonly<Record<string, Readonly<Record<Language, string>>>>
  const inLanguage = (table: Table) =>
    Object.fromEntries(Object.entries(table).map(([code, said]) => [code, said[language]]))
  return {
    verdict: inLanguage(BANK_LINE_VERDICTS) as SettleWords['verdict'],
    remainder: inLanguage({ ...BANK_LINE_REASONS, OTHER_PAYER }),
  }
}
