import type { RuleDefinitionInput } from '../generated/graphql.ts'
import { parseMoney, parsePoints } from '../number/parse-money.ts'

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

/** For whom a draft is read. */
export interface DraftReader {
  /** A rule of the coalition needs its limit for a purchase. */
  readonly isCoalitions: boolean
  /** Of the page, which says how it parts thousands. */
  readonly language: string
}

/** A field in which something stands that cannot be read. */
export type WrongField = 'percent' | 'absentDays' | 'budgetPoints' | 'maxPerPurchase' | 'toDay' | 'hoursTo'

/**
 * The fields in which something stands that is not what they are for. An empty one is not among them: it is not filled yet, or does not
 * have to be.
 */
export function wrongFields(draft: RuleDraft, { isCoalitions, language }: DraftReader): Set<WrongField> {
  const { template, percent, absentDays, budgetPoints, maxPerPurchase, fromDay, toDay } = draft
  const isWrong: Readonly<Record<WrongField, boolean>> = {
    percent: percent.trim() !== '' && bpsOf(percent) === null,
    absentDays: template === 'comeBack' && absentDays.trim() !== '' && daysOf(absentDays) === null,
    budgetPoints: budgetPoints.trim() !== '' && parsePoints(budgetPoints, language) === null,
    maxPerPurchase:
      isCoalitions && maxPerPurchase.trim() !== '' && parseMoney(maxPerPurchase, language) === null,
    toDay: toDay !== '' && fromDay !== '' && toDay < fromDay,
    hoursTo: template === 'happyHours' && draft.hoursTo !== '' && draft.hoursTo <= draft.hoursFrom,
  }
  return new Set((Object.keys(isWrong) as WrongField[]).filter((field) => isWrong[field]))
}

/**
 * A draft as the API takes it; null while a field that it needs is not filled, or one cannot be read: what somebody typed as a bound
 * is never left out.
 */
export function definitionOf(draft: RuleDraft, reader: DraftReader): RuleDefinitionInput | null {
  if (wrongFields(draft, reader).size > 0) return null
  const { isCoalitions, language } = reader
  const percentBps = bpsOf(draft.percent)
  const conditions = conditionsOf(draft)
  const { nameEn: en, nameRu: ru, fromDay, toDay, budgetPoints } = draft
  if (percentBps === null || !conditions || !en.trim() || !ru.trim() || !fromDay) return null
  const amountMinor = parseMoney(draft.maxPerPurchase, language)
  if (isCoalitions && amountMinor === null) return null
  const isHours = draft.template === 'happyHours'
  const hours = { days: EVERY_DAY, from: draft.hoursFrom, to: draft.hoursTo }
  const points = parsePoints(budgetPoints, language)
  return {
    name: { en: en.trim(), ru: ru.trim() },
    if: conditions,
    schedule: { fromDay, ...(toDay ? { toDay } : {}), ...(isHours ? { weekly: [hours] } : {}) },
    give: [{ pointsPercentBps: percentBps }],
    ...(isCoalitions && amountMinor !== null ? { maxPerPurchase: { amountMinor } } : {}),
    ...(points === null ? {} : { limits: { budget: { points, per: 'MONTH' as const } } }),
  }
}

function conditionsOf({ template, category, absentDays }: RuleDraft): RuleDefinitionInput['if'] | null {
  if (template === 'firstVisit') return { customer: { firstPurchaseHere: true } }
  if (template === 'comeBack') {
    const days = daysOf(absentDays)
    return days === null ? null : { customer: { absentDays: days } }
  }
  if (template === 'category') return category.trim() ? { anyLine: { categories: [category.trim()] } } : null
  return {}
}

/** Whole days; null when it is no such number. */
const daysOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null)

/** "7", "7,5" in basis points; null when it is no percentage. */
function bpsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}
