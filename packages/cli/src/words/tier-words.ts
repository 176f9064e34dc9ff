import type { TierMeasure } from '@artel/rules'

interface TierWords {
  /** Ladder, whose, tier's id, its name, what reaches it. */
  readonly columns: readonly string[]
  readonly none: string
  /** Whose a ladder is that no member owns. */
  readonly coalition: string
  readonly ended: (id: string) => string
  readonly days: (count: bigint) => string
  /** How tiers of a ladder are held. */
  readonly held: (ladder: {
    readonly id: string
    readonly measure: TierMeasure
    readonly windowDays: number
    readonly graceDays: number
  }) => string
  /** Owner, tier, since, until, next, missing. */
  readonly standing: readonly string[]
}

/** What `artel tier` says. */
export const TIER_WORDS: Readonly<Record<'en' | 'ru', TierWords>> = {
  en: {
    columns: ['ladder', 'owner', 'tier', 'name', 'from'],
    none: 'There is none yet.',
    coalition: 'the coalition',
    ended: (id) => `${id} has ended.`,
    days: (count) => `${count} days`,
    held: ({ id, measure, windowDays, graceDays }) =>
      `${id}: ${measure === 'SPEND' ? 'money paid' : 'days with a purchase'} in ${windowDays} days, held ${graceDays} days longer`,
    standing: ['owner', 'tier', 'since', 'review day', 'next', 'missing'],
  },
  ru: {
    columns: ['лестница', 'чья', 'уровень', 'название', 'от'],
    none: 'Пока ни одной.',
    coalition: 'коалиция',
    ended: (id) => `${id} закончена.`,
    days: (count) => `дней: ${count}`,
    held: ({ id, measure, windowDays, graceDays }) =>
      `${id}: ${measure === 'SPEND' ? 'оплачено деньгами' : 'дней с покупкой'} за столько дней: ${windowDays}; держится ещё дней: ${graceDays}`,
    standing: ['чья', 'уровень', 'с', 'день пересмотра', 'следующий', 'не хватает'],
  },
}
