import type { ReconciliationLineKind } from '@artel/store'
import type { Language } from './language.ts'

/** What a reconciliation says to people. */
export interface ReconcileWords {
  /** The file was read by what is kept for the member. */
  readonly readAsSaved: string
  readonly title: (rows: number) => string
  readonly what: string
  readonly rows: string
  readonly kinds: Readonly<Record<ReconciliationLineKind, string>>
  readonly line: string
  readonly receipt: string
  readonly there: string
  readonly here: string
  readonly first: (count: number) => string
  readonly late: (recorded: number, refused: number) => string
}

/** The words of each language. */
export const RECONCILE_WORDS: Readonly<Record<Language, ReconcileWords>> = {
  en: {
    readAsSaved: 'Read as it was kept for the member; options say otherwise.',
    title: (rows) => `The file has ${rows} rows.`,
    what: 'result',
    rows: 'rows',
    kinds: {
      MATCHED: 'matched',
      AMOUNT_DIFFERS: 'amount differs',
      DATE_DIFFERS: 'date differs',
      MISSING_HERE: 'missing here',
      MISSING_THERE: 'missing in the file',
      DUPLICATE: 'twice in the file',
      UNREADABLE: 'unreadable',
    },
    line: 'line',
    receipt: 'receipt',
    there: 'file',
    here: 'books',
    first: (count) => `first ${count}`,
    late: (recorded, refused) => `Recorded late: ${recorded}; refused: ${refused}.`,
  },
  ru: {
    readAsSaved: 'Прочитан так, как запомнено для участника; параметрами можно сказать иначе.',
    title: (rows) => `Строк в файле: ${rows}.`,
    what: 'результат',
    rows: 'строк',
    kinds: {
      MATCHED: 'совпало',
      AMOUNT_DIFFERS: 'сумма отличается',
      DATE_DIFFERS: 'дата отличается',
      MISSING_HERE: 'нет в учёте',
      MISSING_THERE: 'нет в файле',
      DUPLICATE: 'дважды в файле',
      UNREADABLE: 'не прочитано',
    },
    line: 'строка',
    receipt: 'чек',
    there: 'файл',
    here: 'учёт',
    first: (count) => `первые ${count}`,
    late: (recorded, refused) => `Записано с опозданием: ${recorded}; отказано: ${refused}.`,
  },
}
