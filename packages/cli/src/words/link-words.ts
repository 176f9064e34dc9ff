interface LinkWords {
  /** Id, name, code, source, member, clicks of people, of machines, bindings, purchases, state. */
  readonly columns: readonly string[]
  readonly status: Readonly<Record<string, string>>
  readonly none: string
  readonly noLink: (id: string) => string
}

/** What `artel link` says. */
export const LINK_WORDS: Readonly<Record<'en' | 'ru', LinkWords>> = {
  en: {
    columns: ['id', 'name', 'code', 'by', 'to', 'clicks', 'machines', 'bound', 'sales', 'state'],
    status: { ACTIVE: 'works', ARCHIVED: 'archived' },
    none: 'There is none yet.',
    noLink: (id) => `There is no link ${id} that you may see.`,
  },
  ru: {
    columns: [
      'номер',
      'название',
      'код',
      'кто',
      'к кому',
      'люди',
      'роботы',
      'привязки',
      'покупки',
      'состояние',
    ],
    status: { ACTIVE: 'действует', ARCHIVED: 'в архиве' },
    none: 'Пока ни одной.',
    noLink: (id) => `Ссылки ${id} нет, или она вам не видна.`,
  },
}
