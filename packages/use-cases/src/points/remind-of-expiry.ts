import { NotFoundError } from '@artel/ledger'
import { addReminders, type DueReminder, dueReminders, newId, rememberLook } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { endsByInactivity } from './ending-lots.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from './expire-due-lots.ts'

/** How long before they expire points are announced, days; longest first. */
export const REMINDER_HORIZONS_DAYS = [30, 7] as const

export interface RemindedOfExpiry {
  /** Reminders written in this call. */
  readonly reminders: number
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Writes `points.expiring` for points that expire soon: one event a customer, week of expiry (Monday to Sunday by the
 * coalition's wall clock) and horizon, at most `limit` of them. Never twice: the reminder's row and its event are written
 * by one statement, and the row's key is all that makes it one reminder. Points that end by inactivity are told of as
 * things stand: `byInactivity` says that earning or spending saves them, and whoever does is told anew when it is silent
 * again. So are those of a coalition that winds down. A customer whose points came to be within a
 * shorter horizon is told of that one alone. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function remindOfExpiry(context: Context, input: DueBatchInput): Promise<RemindedOfExpiry> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const byInactivity = endsByInactivity(await loadAgreement(store, coalitionId))
  let reminders = 0
  let lookedAt: Date | undefined
  for (const [at, horizonDays] of REMINDER_HORIZONS_DAYS.entries()) {
    const beyondDays = REMINDER_HORIZONS_DAYS[at + 1] ?? 0
    const due = await dueReminders(store, { coalitionId, horizonDays, beyondDays, byInactivity, limit })
    if (!due.now) throw new NotFoundError({ what: 'coalition' })
    if (due.reminders.length > 0)
      reminders += await addReminders(store, {
        coalitionId,
        horizonDays,
        now: due.now,
        reminders: due.reminders.map((reminder) => ({
          customerId: reminder.customerId,
          week: reminder.week,
          eventId: newId(),
          payload: announcing(reminder, horizonDays),
        })),
      })
    if (due.reminders.length === limit) return { reminders, more: true }
    lookedAt ??= due.now
  }
  if (lookedAt) await rememberLook(store, coalitionId, { job: 'remind-expiring', lookedAt })
  return { reminders, more: false }
}

/** What is said of points that are about to expire. */
const announcing = (due: DueReminder, horizonDays: number) => ({
  customerId: due.customerId,
  points: String(due.points),
  horizonDays,
  expiresFrom: due.expiresFrom.toISOString(),
  expiresUntil: due.expiresUntil.toISOString(),
  byInactivity: due.byInactivity,
})
