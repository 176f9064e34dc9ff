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
  readonly codeSent: (id: string, address: string, until: Date) => string
  /** Before a code is typed; it is not shown. */
  readonly codeOf: (customer: string) => string
  readonly joined: (id: string) => string
  readonly gave: (points: bigint, left: bigint) => string
  readonly frozen: (id: string, since: Date | null) => string
  readonly recorded: (points: bigint) => string
  /** A birth date that was written down; null: taken away. */
  readonly born: (id: string, date: string | null) => string
  readonly brought: (id: string) => string
  readonly refers: (referral: {
    readonly code: string
    readonly friends: number
    readonly waiting: number
    readonly points: bigint
  }) => string
}

/** What `artel customer` says. */
export const CUSTOMER_WORDS: Readonly<Record<Language, CustomerWords>> = {
  en: {
    exported: (id, file) => `${id}: everything that is held is in ${file}`,
    cut: (id, file) => `${id}: written to ${file}; of the longest lists the newest 20,000 rows alone`,
    erased: (id, { points, tracesLeft, replayed }) =>
      `${id}: ${replayed ? 'was erased before' : 'erased'}; points given up: ${wholeText(points, 'en')}; rows of the books that still name the customer: ${tracesLeft}`,
    codeSent: (id, address, until) =>
      `${id}: a code went to ${address}. It works until ${until.toISOString()}.`,
    codeOf: (customer) => `Code that ${customer} was sent (not shown): `,
    joined: (id) => `${id}: in the household`,
    gave: (points, left) => `given: ${wholeText(points, 'en')}; left: ${wholeText(left, 'en')}`,
    frozen: (id, since) => (since ? `${id}: frozen since ${since.toISOString()}` : `${id}: not frozen`),
    recorded: (points) => `recorded; points given: ${wholeText(points, 'en')}`,
    born: (id, date) => (date ? `${id}: born on ${date}` : `${id}: no birth date`),
    brought: (id) => `${id}: brought by a friend`,
    refers: ({ code, friends, waiting, points }) =>
      `Code ${code}. Friends: ${friends}, waiting: ${waiting}. Points given: ${points}`,
  },
  ru: {
    exported: (id, file) => `${id}: всё, что хранится, записано в ${file}`,
    cut: (id, file) => `${id}: записано в ${file}; из самых длинных списков - только последние 20 000 строк`,
    erased: (id, { points, tracesLeft, replayed }) =>
      `${id}: ${replayed ? 'данные удалены раньше' : 'данные удалены'}; отказ от баллов: ${wholeText(points, 'ru')}; строк книг, где покупатель ещё назван: ${tracesLeft}`,
    codeSent: (id, address, until) =>
      `${id}: код отправлен на ${address}. Действует до ${until.toISOString()}.`,
    codeOf: (customer) => `Код, отправленный ${customer} (не показывается): `,
    joined: (id) => `${id}: в семье`,
    gave: (points, left) => `передано: ${wholeText(points, 'ru')}; осталось: ${wholeText(left, 'ru')}`,
    frozen: (id, since) => (since ? `${id}: заморожен с ${since.toISOString()}` : `${id}: не заморожен`),
    recorded: (points) => `записано; баллов дано: ${wholeText(points, 'ru')}`,
    born: (id, date) => (date ? `${id}: дата рождения ${date}` : `${id}: даты рождения нет`),
    brought: (id) => `${id}: записано, что привёл друг`,
    refers: ({ code, friends, waiting, points }) =>
      `Код ${code}. Друзей: ${friends}, ждут: ${waiting}. Баллов дано: ${points}`,
  },
}
