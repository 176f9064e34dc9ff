interface TillWords {
  /** Id, name, place, member, last used, state. */
  readonly columns: readonly string[]
  readonly never: string
  readonly works: string
  readonly revoked: string
  readonly secret: (secret: string) => string
  readonly none: string
}

/** What `artel till` says. */
export const TILL_WORDS: Readonly<Record<'en' | 'ru', TillWords>> = {
  en: {
    columns: ['id', 'name', 'place', 'member', 'last used', 'state'],
    never: 'never',
    works: 'works',
    revoked: 'revoked',
    secret: (secret) => `The device keeps ${secret}, which is shown this once.`,
    none: 'There is none yet.',
  },
  ru: {
    columns: ['номер', 'название', 'место', 'участник', 'работала', 'состояние'],
    never: 'никогда',
    works: 'действует',
    revoked: 'отозвана',
    secret: (secret) => `Кассе нужен секрет ${secret}; он показан один раз.`,
    none: 'Пока ни одной.',
  },
}
