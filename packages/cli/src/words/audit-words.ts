import type { Language } from './language.ts'

/** What `artel audit` says to people. Acts, outcomes and codes are the same in every language. */
export const AUDIT_WORDS: Readonly<
  Record<
    Language,
    {
      readonly columns: readonly string[]
      readonly whole: (events: number, head: string) => string
      readonly broken: string
    }
  >
> = {
  en: {
    columns: ['no.', 'at', 'who', 'act', 'to what', 'outcome', 'details'],
    whole: (events, head) => `The audit log is whole: ${events} events. Head ${head}`,
    broken: 'The audit log is not as it was written:',
  },
  ru: {
    columns: ['№', 'когда', 'кто', 'действие', 'над чем', 'итог', 'подробности'],
    whole: (events, head) => `Журнал цел: событий ${events}. Вершина ${head}`,
    broken: 'Журнал не такой, каким был записан:',
  },
}
