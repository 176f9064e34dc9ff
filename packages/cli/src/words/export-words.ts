import type { Language } from './language.ts'

/** What `artel export` says to people. */
export interface ExportWords {
  readonly title: string
  readonly progress: (rows: number) => string
  readonly journal: (done: { file: string; entries: number; windows: number; head: string }) => string
  readonly checkWith: (program: string) => string
  readonly sha256: (hash: string) => string
  readonly list: (done: { file: string; rows: number; bytes: number; through: string }) => string
  readonly fileSha256: (hash: string) => string
}

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  en: {
    title: 'Writing',
    progress: (rows) => `${rows} rows`,
    journal: ({ file, entries, windows, head }) =>
      `Written: ${file}. ${entries} entries, ${windows} closed windows, chain head ${head}.`,
    checkWith: (program) => `Check it with: ${program}`,
    sha256: (hash) => `SHA-256 of all lines but the last: ${hash}`,
    list: ({ file, rows, bytes, through }) =>
      `Written: ${file}. ${rows} rows, ${bytes} bytes, as of chain head ${through}.`,
    fileSha256: (hash) => `SHA-256: ${hash}`,
  },
  ru: {
    title: 'Запись',
    progress: (rows) => `строк: ${rows}`,
    journal: ({ file, entries, windows, head }) =>
      `Записано: ${file}. Проводок: ${entries}, закрытых периодов: ${windows}, вершина цепочки ${head}.`,
    checkWith: (program) => `Проверить: ${program}`,
    sha256: (hash) => `SHA-256 всех строк, кроме последней: ${hash}`,
    list: ({ file, rows, bytes, through }) =>
      `Записано: ${file}. Строк: ${rows}, байт: ${bytes}, на вершину цепочки ${through}.`,
    fileSha256: (hash) => `SHA-256: ${hash}`,
  },
}
