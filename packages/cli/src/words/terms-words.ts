import type { ExitStep, TermsStanding } from '@artel/use-cases'

interface TermsWords {
  /** Version, standing, start, overrides, accepted by, missing, hash of the contract. */
  readonly columns: readonly string[]
  readonly standing: Readonly<Record<TermsStanding, string>>
}

/** What `artel terms` says. */
export const TERMS_WORDS: Readonly<Record<'en' | 'ru', TermsWords>> = {
  en: {
    columns: ['version', 'standing', 'from', 'overrides', 'accepted by', 'missing', 'text'],
    standing: {
      PROPOSED: 'proposed',
      ACCEPTED: 'accepted',
      IN_FORCE: 'in force',
      SUPERSEDED: 'superseded',
      WITHDRAWN: 'withdrawn',
    },
  },
  ru: {
    columns: ['версия', 'состояние', 'с', 'особых', 'приняли', 'не приняли', 'текст'],
    standing: {
      PROPOSED: 'предложена',
      ACCEPTED: 'принята',
      IN_FORCE: 'действует',
      SUPERSEDED: 'заменена',
      WITHDRAWN: 'отозвана',
    },
  },
}

interface ExitWords {
  readonly none: string
  readonly since: string
  readonly windowEnds: string
  readonly points: string
  readonly liability: string
  readonly needed: string
  readonly missing: string
  readonly nothing: string
  readonly closed: string
  readonly steps: Readonly<Record<ExitStep, string>>
}

/** What `artel member` says. */
export const EXIT_WORDS: Readonly<Record<'en' | 'ru', ExitWords>> = {
  en: {
    none: 'has not given notice.',
    since: 'leaving since',
    windowEnds: 'its customers have until',
    points: 'points out',
    liability: 'they can cost',
    needed: 'security missing',
    missing: 'missing',
    nothing: 'nothing: it can be closed',
    closed: 'closed',
    steps: {
      NOTICE: 'notice',
      REDEMPTION_WINDOW: "the end of its customers' time",
      OPEN_HOLDS: 'the end of its open holds',
      POINTS_TO_EXPIRE: 'the expiry of its points',
      FINAL_ESTIMATE: 'a final estimate',
      GUARANTEE: 'security',
    },
  },
  ru: {
    none: 'о выходе не заявлял.',
    since: 'выходит с',
    windowEnds: 'клиентам дано время до',
    points: 'баллов на руках',
    liability: 'могут стоить',
    needed: 'не хватает обеспечения',
    missing: 'осталось',
    nothing: 'ничего: можно закрывать',
    closed: 'закрыт',
    steps: {
      NOTICE: 'заявление',
      REDEMPTION_WINDOW: 'дождаться конца срока для клиентов',
      OPEN_HOLDS: 'закрыть удержания',
      POINTS_TO_EXPIRE: 'дождаться сгорания баллов',
      FINAL_ESTIMATE: 'итоговый расчёт',
      GUARANTEE: 'обеспечение',
    },
  },
}

/** What `artel member write-off` says. */
export const WRITE_OFF_WORDS = {
  en: { written: 'written off', owes: 'it still owes' },
  ru: { written: 'списано', owes: 'остаётся должен' },
} as const
