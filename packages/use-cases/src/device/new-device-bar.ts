import { NewDeviceError, type Points, points } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { needsConfirmation } from '../confirmation/act.ts'
import { noticeDevice } from './notice-device.ts'

const HOUR_MS = 3_600_000

/**
 * What spending so many points under a customer's token is refused with while its device is new: NewDeviceError for more than the
 * coalition's threshold of codes, and where there is none for any. A code does not shorten the wait: whoever has the phone gets the
 * codes. Undefined when nothing is in the way. It does not depend on what else is spent, so it needs no look at the books.
 */
export async function newDeviceBar(
  context: Context,
  coalition: Coalition,
  wanted: Points,
): Promise<NewDeviceError | undefined> {
  const threshold = coalition.confirmSpendingAbovePoints ?? 0n
  const known = await noticeDevice(context)
  if (!known || !needsConfirmation(wanted, threshold)) return undefined
  const endsAt = new Date(known.firstSeenAt.getTime() + coalition.newDeviceHours * HOUR_MS)
  const now = await coalitionNow(context.store, coalition.id)
  return now < endsAt ? new NewDeviceError({ maxPoints: points(threshold), endsAt }) : undefined
}
