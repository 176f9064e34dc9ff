import type { PilotProposal, PilotStatus } from '@artel/rules'

interface PilotWords {
  /** Id, whose, state, days, held out, name. */
  readonly columns: readonly string[]
  readonly status: Readonly<Record<PilotStatus, string>>
  readonly all: string
  readonly none: string
  /** Group, customers, needed, returned, spent on average. */
  readonly groupColumns: readonly string[]
  readonly treatment: string
  readonly control: string
  readonly spend: (estimate: string, low: string, high: string) => string
  readonly returning: (estimate: string, low: string, high: string) => string
  readonly tooFew: string
  readonly proposal: Readonly<Record<PilotProposal, string>>
}

/** What `artel pilot` says. */
export const PILOT_WORDS: Readonly<Record<'en' | 'ru', PilotWords>> = {
  en: {
    columns: ['id', 'of', 'state', 'from', 'to', 'held out', 'name'],
    status: { PLANNED: 'planned', RUNNING: 'running', OVER: 'over', DECIDED: 'decided' },
    all: 'all members',
    none: 'There is none yet.',
    groupColumns: ['group', 'customers', 'needed', 'came back', 'spent on average'],
    treatment: 'with the rules',
    control: 'held out',
    spend: (estimate, low, high) =>
      `A customer with the rules spent ${estimate} more (95 %: ${low} to ${high}).`,
    returning: (estimate, low, high) => `${estimate} more of them came back (95 %: ${low} to ${high}).`,
    tooFew: 'There are too few customers to compare.',
    proposal: {
      WAIT: 'Wait: it is not over, or there are fewer customers than it needs.',
      SCALE: 'The figures speak for giving the rules to all.',
      STOP: 'The figures speak for stopping.',
      NO_DIFFERENCE: 'The difference may be chance.',
    },
  },
  ru: {
    columns: ['номер', 'чей', 'состояние', 'с', 'по', 'в контроле', 'название'],
    status: { PLANNED: 'назначен', RUNNING: 'идёт', OVER: 'закончился', DECIDED: 'решён' },
    all: 'все участники',
    none: 'Пока ни одного.',
    groupColumns: ['группа', 'покупателей', 'нужно', 'вернулись', 'потратили в среднем'],
    treatment: 'с правилами',
    control: 'контроль',
    spend: (estimate, low, high) =>
      `Покупатель с правилами потратил больше на ${estimate} (95 %: от ${low} до ${high}).`,
    returning: (estimate, low, high) => `Вернувшихся больше на ${estimate} (95 %: от ${low} до ${high}).`,
    tooFew: 'Покупателей слишком мало для сравнения.',
    proposal: {
      WAIT: 'Подождите: пилот не закончился, или покупателей меньше, чем нужно.',
      SCALE: 'Цифры за то, чтобы дать правила всем.',
      STOP: 'Цифры за то, чтобы остановить.',
      NO_DIFFERENCE: 'Разница может быть случайной.',
    },
  },
}
