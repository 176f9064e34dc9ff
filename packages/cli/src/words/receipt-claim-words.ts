import type { ReceiptClaimState } from '@artel/use-cases'

interface ReceiptClaimWords {
  /** Id, receipt, sum, moment, state, last day, customer. */
  readonly columns: readonly string[]
  readonly none: string
  readonly confirmed: (points: string, balance: string) => string
  readonly states: Readonly<Record<ReceiptClaimState, string>>
}

/** What `artel receipt-claim` says. */
export const RECEIPT_CLAIM_WORDS: Readonly<Record<'en' | 'ru', ReceiptClaimWords>> = {
  en: {
    columns: ['id', 'receipt', 'sum', 'sold at', 'state', 'last day', 'customer'],
    none: 'There is none.',
    confirmed: (points, balance) => `earned ${points}; the customer has ${balance}`,
    states: {
      ...{ PENDING: 'waits', CONFIRMED: 'confirmed', DECLINED: 'declined' },
      ...{ RECORDED: 'recorded otherwise', EXPIRED: 'over' },
    },
  },
  ru: {
    columns: ['номер', 'чек', 'сумма', 'продано', 'состояние', 'последний день', 'покупатель'],
    none: 'Ни одной.',
    confirmed: (points, balance) => `начислено ${points}; у покупателя ${balance}`,
    states: {
      ...{ PENDING: 'ждёт решения', CONFIRMED: 'подтверждена', DECLINED: 'отклонена' },
      ...{ RECORDED: 'учтена иначе', EXPIRED: 'истекла' },
    },
  },
}

interface FiscalDriveWords {
  /** Id, number, since, until. */
  readonly columns: readonly string[]
  readonly none: string
  readonly inUse: string
}

/** What `artel fiscal-drive` says. */
export const FISCAL_DRIVE_WORDS: Readonly<Record<'en' | 'ru', FiscalDriveWords>> = {
  en: { columns: ['id', 'number', 'since', 'until'], none: 'There is none.', inUse: 'in use' },
  ru: { columns: ['номер', 'накопитель', 'с', 'по'], none: 'Ни одного.', inUse: 'в кассе' },
}
