interface AffiliateWords {
  /** Id, name, kind, state, owed. */
  readonly affiliates: readonly string[]
  /** Id, payer, payee, version, what it says. */
  readonly programmes: readonly string[]
  /** Id, payer, payee, sold on, worth, due on, state. */
  readonly commissions: readonly string[]
  readonly state: Readonly<Record<string, string>>
  readonly every: Readonly<Record<'AFFILIATE' | 'MEMBER', string>>
  readonly none: string
  readonly terms: (version: number) => string
}

/** What `artel affiliate` and `artel commission` say. */
export const AFFILIATE_WORDS: Readonly<Record<'en' | 'ru', AffiliateWords>> = {
  en: {
    affiliates: ['id', 'name', 'kind', 'state', 'is owed'],
    programmes: ['id', 'payer', 'payee', 'version', 'what it pays'],
    commissions: ['id', 'payer', 'payee', 'sold on', 'worth', 'due on', 'state'],
    state: {
      ...{ APPLIED: 'applied', ACTIVE: 'active', SUSPENDED: 'suspended', CLOSED: 'closed' },
      ...{ PENDING: 'pending', APPROVED: 'approved', STATED: 'stated', PAID: 'paid' },
      ...{ REJECTED: 'rejected', REVERSED: 'reversed' },
    },
    every: { AFFILIATE: 'every affiliate', MEMBER: 'every member' },
    none: 'There is none yet.',
    terms: (version) => `The terms of affiliates have version ${version}.`,
  },
  ru: {
    affiliates: ['номер', 'название', 'кто это', 'состояние', 'ему должны'],
    programmes: ['номер', 'плательщик', 'получатель', 'версия', 'за что платит'],
    commissions: ['номер', 'плательщик', 'получатель', 'продано', 'сумма', 'срок', 'состояние'],
    state: {
      ...{ APPLIED: 'заявка', ACTIVE: 'работает', SUSPENDED: 'приостановлен', CLOSED: 'закрыт' },
      ...{ PENDING: 'ожидает', APPROVED: 'подтверждена', STATED: 'в акте', PAID: 'выплачена' },
      ...{ REJECTED: 'отклонена', REVERSED: 'сторнирована' },
    },
    every: { AFFILIATE: 'каждый аффилиат', MEMBER: 'каждый участник' },
    none: 'Пока ничего нет.',
    terms: (version) => `Версия условий для аффилиатов: ${version}.`,
  },
}
