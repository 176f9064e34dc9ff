import type { RuleStatus } from '@artel/rules'

interface RuleWords {
  /** Id, member, state, version, what it says. */
  readonly columns: readonly string[]
  readonly status: Readonly<Record<RuleStatus, string>>
  readonly none: string
  /** Whose a rule is that is no member's. */
  readonly ofCoalition: string
  readonly usedUp: string
  /** What a rule would have done. */
  readonly dryRun: (run: {
    readonly fromDay: string
    readonly toDay: string
    readonly touched: number
    readonly purchases: number
    readonly points: bigint
    readonly discount: string
    readonly cost: string
  }) => string
  readonly stopped: (purchases: number) => string
}

/** What `artel rule` says. */
export const RULE_WORDS: Readonly<Record<'en' | 'ru', RuleWords>> = {
  en: {
    columns: ['id', 'member', 'state', 'version', 'what it gives'],
    status: {
      DRAFT: 'draft',
      SCHEDULED: 'scheduled',
      RUNNING: 'running',
      PAUSED: 'paused',
      ENDED: 'ended',
    },
    none: 'There is none yet.',
    ofCoalition: '(coalition)',
    usedUp: 'Its budget is below what it gave in this period: it gives nothing more in it.',
    dryRun: ({ fromDay, toDay, touched, purchases, points, discount, cost }) =>
      `From ${fromDay} to ${toDay} it would have touched ${touched} of ${purchases} purchases, given ${points} points and taken ${discount} off; at most ${cost} for the member.`,
    stopped: (purchases) => `There were more purchases: the first ${purchases} were replayed.`,
  },
  ru: {
    columns: ['номер', 'участник', 'состояние', 'версия', 'что даёт'],
    status: {
      DRAFT: 'черновик',
      SCHEDULED: 'назначено',
      RUNNING: 'идёт',
      PAUSED: 'приостановлено',
      ENDED: 'закончено',
    },
    none: 'Пока ни одного.',
    ofCoalition: '(коалиция)',
    usedUp: 'Бюджет меньше того, что уже дано в этом периоде: больше в нём правило не даст ничего.',
    dryRun: ({ fromDay, toDay, touched, purchases, points, discount, cost }) =>
      `С ${fromDay} по ${toDay} правило сработало бы на ${touched} покупках из ${purchases}, дало бы баллов: ${points}, скидок: ${discount}; участнику это стоило бы не больше ${cost}.`,
    stopped: (purchases) => `Покупок было больше: учтены первые ${purchases}.`,
  },
}
