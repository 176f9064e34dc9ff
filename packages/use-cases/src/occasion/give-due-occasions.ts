import { pendingOccasions, rulesOnTriggers, spreadBirthdays, spreadReferrals } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import { askRules } from './ask-rules.ts'
import { takeBackUndoneGifts } from './take-back-undone-gifts.ts'

/**
 * Writes down birthdays whose local day has begun and first purchases of friends whose days of waiting are over, asks rules about up to
 * `limit` enrolments, birthdays, visits, events and friends that nobody has asked about, and takes back what was given for purchases
 * that were undone since. Nothing is given or taken back twice, whenever this is called and by how many at once. Missed birthdays are
 * caught up, six days of them. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function giveDueOccasions(
  context: Context,
  input: DueBatchInput,
): Promise<{ readonly occasions: number; readonly more: boolean }> {
  const { coalitionId } = input
  requireDueWorkOf(context.principal, coalitionId)
  const { store } = context
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const hasBirthdays = (await rulesOnTriggers(store, coalitionId, ['BIRTHDAY'])).length > 0
  const spread = hasBirthdays ? await spreadBirthdays(store, { coalitionId, limit }) : { more: false }
  const referrals = await spreadReferrals(store, { coalitionId, limit })
  const due = await pendingOccasions(store, { coalitionId, limit })
  await askRules(store, coalitionId, due)
  const undone = await takeBackUndoneGifts(store, { coalitionId, limit })
  return {
    occasions: due.length + undone.occasions,
    more: spread.more || referrals.more || due.length === limit || undone.more,
  }
}
