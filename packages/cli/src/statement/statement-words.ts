import { decimalText, type StatementCheck, type StatementProblem } from '@artel/documents'
import type { Language } from '../words/language.ts'
import type { LedgerVerdict } from './hold-against-ledger.ts'

const MICRO_DIGITS = 6

/** What `artel statement check` says. */
export interface StatementWords {
  readonly sound: (file: string, check: StatementCheck) => string
  readonly broken: (file: string, check: StatementCheck) => string
  readonly problem: (problem: StatementProblem) => string
  readonly inLedger: (verdict: LedgerVerdict) => string
  readonly ledgerProblem: Readonly<
    Record<NonNullable<LedgerVerdict['problem']>, (verdict: LedgerVerdict) => string>
  >
}

const money = (amountMicros: bigint | undefined): string => decimalText(amountMicros ?? 0n, MICRO_DIGITS)

const isUnreadable = ({ problems }: StatementCheck): boolean => problems[0]?.code === 'UNREADABLE'

const en: StatementWords = {
  sound: (file, { lineCount, lineHash }) => `${file} is whole: ${lineCount} lines, hash ${lineHash}.`,
  broken: (file, check) =>
    isUnreadable(check) ? `${file} is no statement file:` : `${file} is not what was issued:`,
  problem: ({ message }) => message,
  inLedger: ({ coalition, member, windowNo }) =>
    `The books of ${coalition} have it: ${member}, window ${windowNo}.`,
  ledgerProblem: {
    UNKNOWN: ({ coalition }) => `${coalition} has issued no statement with these lines.`,
    SUMS: ({ member, windowNo, opening, closing }) =>
      `The lines are those of ${member}, window ${windowNo}, but that statement opens at ${money(opening)} and closes at ${money(closing)}.`,
    BROKEN: ({ member, windowNo }) =>
      `The statement of ${member}, window ${windowNo}, is no longer made of the lines that the ledger has. Run "artel verify".`,
  },
}

const PROBLEMS_RU: Readonly<Record<StatementProblem['code'], (problem: StatementProblem) => string>> = {
  UNREADABLE: ({ message }) => `прочитать нельзя: ${message}`,
  LINE_NUMBER: ({ line }) => `строка ${line}: номер не по порядку`,
  LINE_HASH: ({ line }) => `строка ${line}: хеш не сходится с её содержимым`,
  LINE_BALANCE: ({ line }) => `строка ${line}: остаток после неё не сходится`,
  LINE_COUNT: () => 'строк не столько, сколько заявлено',
  CLOSING: () => 'начальный остаток, строки и округление не дают конечного',
  ROUNDING: () => 'округление больше, чем может быть',
  NET: () => 'сумма строк не та, что заявлена',
  STATEMENT_HASH: () => 'хеш строк не тот, что заявлен',
  TOTALS: () => 'итоги не сходятся со строками',
}

const ru: StatementWords = {
  sound: (file, { lineCount, lineHash }) => `${file} цел: строк ${lineCount}, хеш ${lineHash}.`,
  broken: (file, check) =>
    isUnreadable(check) ? `${file} - не файл акта:` : `${file} - не то, что было выставлено:`,
  problem: (problem) => PROBLEMS_RU[problem.code](problem),
  inLedger: ({ coalition, member, windowNo }) =>
    `В книгах «${coalition}» он есть: ${member}, период ${windowNo}.`,
  ledgerProblem: {
    UNKNOWN: ({ coalition }) => `«${coalition}» не выставляла акта с такими строками.`,
    SUMS: ({ member, windowNo, opening, closing }) =>
      `Строки те же, что у ${member} за период ${windowNo}, но начальный остаток там ${money(opening)}, а конечный ${money(closing)}.`,
    BROKEN: ({ member, windowNo }) =>
      `Акт ${member} за период ${windowNo} больше не сходится со строками книг. Запустите "artel verify".`,
  },
}

/** Words of the command by language. */
export const STATEMENT_WORDS: Readonly<Record<Language, StatementWords>> = { en, ru }
