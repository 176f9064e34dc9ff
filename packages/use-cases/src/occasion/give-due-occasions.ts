import { birthdayRules, pendingOccasions, spreadBirthdays } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import { askRules } from './ask-rules.ts'

/**
 * Writes down birthdays whose local day has begun, and asks rules about up to `limit` enrolments, birthdays, visits and events that
 * nobody has asked about. Nothing is given twice, whenever this is called and by how many at once. Missed days are caught up, six of
 * them. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function giveDueOccasions(
  context: Context,
  input: DueBatchInput,
): Promise<{ readonly occasions: number; readonly more: boolean }> {
  const { coalitionId } = input
  requireDueWorkOf(context.principal, coalitionId)
  const { store } = context
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const hasBirthdays = (await birthdayRules(store, coalitionId)).length > 0
  const spread = hasBirthdays ? await spreadBirthdays(store, { coalitionId, limit }) : { more: false }
  const due = await pendingOccasions(store, { coalitionId, limit })
  await askRules(store, coalitionId, due)
  return { occasions: due.length, more: spread.more || due.length === limit }
}
