import type { VerifyProgress, VerifyResult } from '@artel/store'
import type { Language } from './language.ts'

/** What `artel verify` says to people. Names of tables, checks and columns are the same in every language. */
export interface VerifyWords {
  readonly title: string
  readonly progress: (at: VerifyProgress) => string
  readonly fine: (result: VerifyResult) => string
  readonly broken: string
  readonly rows: (count: number) => string
  readonly head: (coalition: string) => string
  readonly auditHead: (coalition: string | null) => string
  readonly expected: string
  readonly actual: string
}

const counted = ({ checked }: VerifyResult): string =>
  Object.entries(checked)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

const pace = ({ checked, seconds }: VerifyResult): string =>
  String(Math.round((checked.transfer ?? 0) / Math.max(seconds, 0.001)))

const clock = (seconds: number): string => {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

export const VERIFY_WORDS: Readonly<Record<Language, VerifyWords>> = {
  en: {
    title: 'Verifying',
    progress: ({ invariant, rows, rowsPerSecond, remainingSeconds }) =>
      `${rows} rows, ${rowsPerSecond} rows/s, ${clock(remainingSeconds)} left, ${invariant}`,
    fine: (result) =>
      `The books add up: ${counted(result)}. ${result.seconds.toFixed(1)} s, ${pace(result)} transfers/s.`,
    broken: 'The books do not add up:',
    rows: (count) => `${count} rows`,
    head: (coalition) => `Head of ${coalition}:`,
    auditHead: (coalition) => `Head of the audit log of ${coalition ?? 'the deployment'}:`,
    expected: 'expected',
    actual: 'found   ',
  },
  ru: {
    title: 'Проверка',
    progress: ({ invariant, rows, rowsPerSecond, remainingSeconds }) =>
      `строк ${rows}, ${rowsPerSecond} строк/с, осталось ${clock(remainingSeconds)}, ${invariant}`,
    fine: (result) =>
      `Книги сходятся: ${counted(result)}. ${result.seconds.toFixed(1)} с, ${pace(result)} проводок/с.`,
    broken: 'Книги не сходятся:',
    rows: (count) => `строк: ${count}`,
    head: (coalition) => `Вершина цепочки ${coalition}:`,
    auditHead: (coalition) => `Вершина журнала ${coalition ?? 'установки'}:`,
    expected: 'должно быть',
    actual: 'найдено    ',
  },
}
