import type { RuleDefinitionInput } from '../generated/graphql.ts'
import { parseMoney } from '../number/parse-money.ts'

/** What a new rule rewards. */
export const TEMPLATES = ['everybody', 'firstVisit', 'comeBack', 'happyHours', 'category'] as const
export type Template = (typeof TEMPLATES)[number]

/** The fields of a new rule, as they were typed. */
export interface RuleDraft {
  readonly template: Template
  readonly nameEn: string
  readonly nameRu: string
  readonly percent: string
  readonly fromDay: string
  readonly toDay: string
  readonly category: string
  readonly absentDays: string
  readonly hoursFrom: string
  readonly hoursTo: string
  readonly budgetPoints: string
  /** What a rule of the coalition gives for one purchase at most; a member's does without. */
  readonly maxPerPurchase: string
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** A draft as the API takes it; null while a field that it needs is not filled. A rule of the coalition needs its limit for a purchase. */
export function definitionOf(
  draft: RuleDraft,
  { isCoalitions }: { readonly isCoalitions: boolean },
): RuleDefinitionInput | null {
  const percentBps = bpsOf(draft.percent)
  const conditions = conditionsOf(draft)
  const { nameEn: en, nameRu: ru, fromDay, toDay, budgetPoints } = draft
  if (percentBps === null || !conditions || !en.trim() || !ru.trim() || !fromDay) return null
  const amountMinor = parseMoney(draft.maxPerPurchase)
  if (isCoalitions && amountMinor === null) return null
  const isHours = draft.template === 'happyHours'
  const hours = { days: EVERY_DAY, from: draft.hoursFrom, to: draft.hoursTo }
  return {
    name: { en: en.trim(), ru: ru.trim() },
    if: conditions,
    schedule: { fromDay, ...(toDay ? { toDay } : {}), ...(isHours ? { weekly: [hours] } : {}) },
    give: [{ pointsPercentBps: percentBps }],
    ...(isCoalitions && amountMinor !== null ? { maxPerPurchase: { amountMinor } } : {}),
    ...(/^\d+$/.test(budgetPoints)
      ? { limits: { budget: { points: budgetPoints, per: 'MONTH' as const } } }
      : {}),
  }
}

function conditionsOf({ template, category, absentDays }: RuleDraft): RuleDefinitionInput['if'] | null {
  if (template === 'firstVisit') return { customer: { firstPurchaseHere: true } }
  if (template === 'comeBack')
    return /^\d+$/.test(absentDays) ? { customer: { absentDays: Number(absentDays) } } : null
  if (template === 'category') return category.trim() ? { anyLine: { categories: [category.trim()] } } : null
  return {}
}

/** "7", "7,5" in basis points; null when it is no percentage. */
function bpsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}
