import type { Language } from './language.ts'

/** What became of the rows of an import, so far. */
export interface ImportCounts {
  readonly rows: number
  readonly added: number
  readonly matched: number
  readonly faults: number
  readonly points: string
}

/** What `artel import` says to people. */
export interface ImportWords {
  readonly reading: string
  readonly checking: string
  readonly recording: string
  readonly head: readonly [what: string, rows: string]
  readonly checked: (id: string) => string
  readonly done: (id: string) => string
  readonly stands: (id: string, state: string) => string
  readonly counts: (counts: ImportCounts) => readonly (readonly [string, string])[]
  readonly approve: (id: string) => string
  readonly paused: (id: string) => string
  readonly errors: (id: string) => string
  readonly written: (file: string) => string
}

export const IMPORT_WORDS: Readonly<Record<Language, ImportWords>> = {
  en: {
    reading: 'Reading',
    checking: 'Checking',
    recording: 'Recording',
    head: ['what', 'rows'],
    checked: (id) => `${id} is checked; nothing is recorded yet.`,
    done: (id) => `${id} is done.`,
    stands: (id, state) => `${id}: ${state}.`,
    counts: ({ rows, added, matched, faults, points }) => [
      ['in the file', String(rows)],
      ['new', String(added)],
      ['there before', String(matched)],
      ['not taken', String(faults)],
      ['points of the new', points],
    ],
    approve: (id) =>
      `Opening balances take two people: an administrator begins it, artel import begin --id ${id} --key ak_...`,
    paused: (id) => `${id} is paused. Go on: artel import resume --id ${id}, or the same command again.`,
    errors: (id) => `Why rows are not taken: artel import errors --id ${id} --out errors.csv`,
    written: (file) => `Written: ${file}.`,
  },
  ru: {
    reading: 'Чтение',
    checking: 'Проверка',
    recording: 'Запись',
    head: ['что', 'строк'],
    checked: (id) => `${id}: проверено, пока ничего не записано.`,
    done: (id) => `${id}: готово.`,
    stands: (id, state) => `${id}: ${state}.`,
    counts: ({ rows, added, matched, faults, points }) => [
      ['в файле', String(rows)],
      ['новых', String(added)],
      ['были раньше', String(matched)],
      ['не взято', String(faults)],
      ['баллов у новых', points],
    ],
    approve: (id) =>
      `Начальные остатки - дело двоих: начинает администратор, artel import begin --id ${id} --key ak_...`,
    paused: (id) => `${id}: приостановлено. Продолжить: artel import resume --id ${id} или та же команда.`,
    errors: (id) => `Почему строки не взяты: artel import errors --id ${id} --out errors.csv`,
    written: (file) => `Записано: ${file}.`,
  },
}
