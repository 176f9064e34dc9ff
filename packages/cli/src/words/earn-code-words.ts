import type { EarnCodeState } from '@artel/use-cases'

interface EarnCodeWords {
  /** Id, receipt, sum, state, last day. */
  readonly columns: readonly string[]
  readonly none: string
  readonly issued: (code: string, url: string, lastDay: string) => string
  readonly claimed: (points: string, balance: string) => string
  readonly states: Readonly<Record<EarnCodeState, string>>
}

/** What `artel earn-code` says. */
export const EARN_CODE_WORDS: Readonly<Record<'en' | 'ru', EarnCodeWords>> = {
  en: {
    columns: ['id', 'receipt', 'bill', 'state', 'last day'],
    none: 'There is none.',
    issued: (code, url, lastDay) => `${code}\n${url}\nuntil ${lastDay}`,
    claimed: (points, balance) => `earned ${points}; the customer has ${balance}`,
    states: { ISSUED: 'may be claimed', CLAIMED: 'claimed', REVOKED: 'revoked', EXPIRED: 'over' },
  },
  ru: {
    columns: ['номер', 'чек', 'сумма', 'состояние', 'последний день'],
    none: 'Ни одного.',
    issued: (code, url, lastDay) => `${code}\n${url}\nпо ${lastDay}`,
    claimed: (points, balance) => `начислено ${points}; у покупателя ${balance}`,
    states: { ISSUED: 'действует', CLAIMED: 'использован', REVOKED: 'отозван', EXPIRED: 'просрочен' },
  },
}
