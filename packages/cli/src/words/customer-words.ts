import { wholeText } from '@artel/documents'
import type { Language } from './language.ts'

interface Erased {
  readonly points: bigint
  readonly tracesLeft: number
  readonly replayed: boolean
}

interface CustomerWords {
  readonly exported: (id: string, file: string) => string
  /** A list was longer than an export takes. */
  readonly cut: (id: string, file: string) => string
  readonly erased: (id: string, erased: Erased) => string
}

/** What `artel customer` says. */
export const CUSTOMER_WORDS: Readonly<Record<Language, CustomerWords>> = {
  en: {
    exported: (id, file) => `${id}: everything that is held is in ${file}`,
    cut: (id, file) => `${id}: written to ${file}; of the longest lists the newest 20,000 rows alone`,
    erased: (id, { points, tracesLeft, replayed }) =>
      `${id}: ${replayed ? 'was erased before' : 'erased'}; points given up: ${wholeText(points, 'en')}; rows of the books that still name the customer: ${tracesLeft}`,
  },
  ru: {
    exported: (id, file) => `${id}: всё, что хранится, записано в ${file}`,
    cut: (id, file) => `${id}: записано в ${file}; из самых длинных списков - только последние 20 000 строк`,
    erased: (id, { points, tracesLeft, replayed }) =>
      `${id}: ${replayed ? 'данные удалены раньше' : 'данные удалены'}; отказ от баллов: ${wholeText(points, 'ru')}; строк книг, где покупатель ещё назван: ${tracesLeft}`,
  },
}
