import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
  minimumSample,
  periodDay,
  startOfDay,
  validatePilot,
} from '@artel/rules'
import { coalitionNow, measurePilot, newId, type Store } from '@artel/store'
import type { Pilot } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkText } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { columnOfDay } from './pilot-days.ts'

export interface PlanPilotInput {
  readonly name: { readonly en: string; readonly ru: string }
  /** Share of the customers that are held out, basis points: 500 to 5000. */
  readonly controlBps: number
  /** ISO dates, local days of the coalition; the last one is included. */
  readonly fromDay: string
  readonly toDay: string
  /** Measured are those that bought in so many local days before the first one; 90 when left out. */
  readonly baseDays?: number | null
  /** The difference of spend that it is to find, basis points of the mean; 1000 when left out. */
  readonly upliftBps?: number | null
}

const USUAL_BASE_DAYS = 90
const USUAL_UPLIFT_BPS = 1_000
const MAX_NAME_LENGTH = 80

/**
 * Plans a pilot: of all members for an administrator, of its own purchases for a member. How many customers each group needs is
 * reckoned from what customers spent in as many days as it will take, and stands as it was told. Rules join it by naming it.
 * Throws InvalidInputError, MemberNotActiveError.
 */
export async function planPilot(context: Context, input: PlanPilotInput): Promise<{ readonly pilot: Pilot }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'planPilot' },
  })
  const { coalitionId } = caller
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const { timeZone } = coalition
  const plan = {
    controlBps: input.controlBps,
    fromDay: periodDay(input.fromDay, ['fromDay']),
    toDay: periodDay(input.toDay, ['toDay']),
    baseDays: input.baseDays ?? USUAL_BASE_DAYS,
    upliftBps: input.upliftBps ?? USUAL_UPLIFT_BPS,
  }
  const today = localDateOf(now, timeZone)
  validatePilot(plan, today)
  const name = {
    nameEn: checkText(['name', 'en'], input.name.en, MAX_NAME_LENGTH),
    nameRu: checkText(['name', 'ru'], input.name.ru, MAX_NAME_LENGTH),
  }
  const id = newId()
  const needs = await sampleNeeded(store, { ...plan, coalitionId, memberId, id, today, timeZone })
  const data = {
    ...{ coalitionId, id, memberId, ...name, createdAt: now, createdById: actorOf(caller) },
    ...{ controlBps: plan.controlBps, baseDays: plan.baseDays, upliftBps: plan.upliftBps },
    ...{ firstDay: columnOfDay(plan.fromDay), lastDay: columnOfDay(plan.toDay) },
    ...{ needsTreatment: needs?.treatment ?? null, needsControl: needs?.control ?? null },
  }
  const [pilot] = await store.prisma.$transaction([
    store.prisma.pilot.create({ data }),
    recordAct(context, store.prisma, {
      ...{ act: 'pilotPlan', coalitionId, memberId, subject: { type: 'pilot', id } },
      details: { controlBps: plan.controlBps, fromDay: plan.fromDay, toDay: plan.toDay },
    }),
  ])
  return { pilot }
}

/** By what customers did in the days up to today, as many as the pilot will take, of those that bought in the base before. */
async function sampleNeeded(
  store: Store,
  of: {
    readonly coalitionId: string
    readonly memberId: string | null
    readonly id: string
    readonly controlBps: number
    readonly upliftBps: number
    readonly fromDay: LocalDate
    readonly toDay: LocalDate
    readonly baseDays: number
    readonly today: LocalDate
    readonly timeZone: string
  },
) {
  const days = daysBetween(of.fromDay, of.toDay) + 1
  const instant = (back: number) => startOfDay(addDays(of.today, -back), of.timeZone)
  const { TREATMENT, CONTROL } = await measurePilot(store, {
    ...{ coalitionId: of.coalitionId, pilotId: of.id, controlBps: of.controlBps, memberId: of.memberId },
    base: { from: instant(days + of.baseDays), to: instant(days) },
    period: { from: instant(days), to: instant(0) },
  })
  const all = {
    customers: TREATMENT.customers + CONTROL.customers,
    spent: TREATMENT.spent + CONTROL.spent,
    squares: TREATMENT.squares + CONTROL.squares,
    returned: TREATMENT.returned + CONTROL.returned,
  }
  return minimumSample(all, of)
}
