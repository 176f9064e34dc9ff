import type { VoucherState } from '@artel/rules'

interface VoucherWords {
  /** Code, state, what it takes off, from, at, last day. */
  readonly columns: readonly string[]
  readonly none: string
  readonly states: Readonly<Record<VoucherState, string>>
}

/** What `artel voucher` says. */
export const VOUCHER_WORDS: Readonly<Record<'en' | 'ru', VoucherWords>> = {
  en: {
    columns: ['code', 'state', 'takes off', 'from', 'at', 'last day'],
    none: 'There is none.',
    states: { ISSUED: 'may be used', USED: 'used', REVOKED: 'revoked', EXPIRED: 'over' },
  },
  ru: {
    columns: ['код', 'состояние', 'что даёт', 'от кого', 'где', 'последний день'],
    none: 'Ни одного.',
    states: { ISSUED: 'действует', USED: 'использован', REVOKED: 'отозван', EXPIRED: 'просрочен' },
  },
}
