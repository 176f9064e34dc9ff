import { NewDeviceError, type Points, points, type RecentMove } from '@artel/ledger'
import { spentSince } from '@artel/rules'
import { coalitionNow, recentMovesOf } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { noticeDevice } from './notice-device.ts'

const HOUR_MS = 3_600_000

/** How a device that is new holds a customer's points back. */
export interface NewDevice {
  /** Points that may be spent within the wait, by whatever device: the threshold of codes, 0 where there is none. */
  readonly maxPoints: bigint
  /** Hours of the coalition's setting. */
  readonly hours: number
  /** When the device is new no more, by the coalition's clock; null for a page that says of no device. */
  readonly endsAt: Date | null
}

/** What customer spent of late, as a decision sees it. */
interface Spent {
  readonly now: Date
  readonly recent?: readonly RecentMove[]
}

/**
 * Notices the device that the caller's token comes from. Undefined for one that is known for long enough, for anybody but a customer,
 * and where the coalition lets no device wait.
 */
export async function newDevice(context: Context, coalition: Coalition): Promise<NewDevice | undefined> {
  const noticed = await noticeDevice(context, { spends: true })
  if (!noticed) return undefined
  const { newDeviceHours: hours, confirmSpendingAbovePoints } = coalition
  const { firstSeenAt } = noticed
  const endsAt = firstSeenAt && new Date(firstSeenAt.getTime() + hours * HOUR_MS)
  if (endsAt && endsAt <= (await coalitionNow(context.store, coalition.id))) return undefined
  return { maxPoints: confirmSpendingAbovePoints ?? 0n, hours, endsAt }
}

/**
 * What a new device's spending would be refused with as things are; before a code or room under a token's cap is taken for it. The
 * decision looks again.
 */
export async function newDeviceBar(
  { store }: Context,
  device: NewDevice | undefined,
  spending: { readonly coalitionId: string; readonly customerId: string; readonly points: Points },
): Promise<NewDeviceError | undefined> {
  if (!device) return undefined
  const [recent, now] = await Promise.all([
    recentMovesOf(store, spending),
    coalitionNow(store, spending.coalitionId),
  ])
  return newDeviceRefusal(device, spending.points, { now, recent })
}

/**
 * NewDeviceError, within a decision that holds points, for more than a new device may spend. All counts that the customer spent or held
 * within the wait, at most a day back, and from wherever: what is split into many holds, or over devices made up for each, is one
 * sum. A code does not shorten the wait: whoever has the phone gets the codes. It is not recorded.
 */
export function refuseNewDevice(device: NewDevice | undefined, wanted: Points, spent: Spent): void {
  const refusal = device && newDeviceRefusal(device, wanted, spent)
  if (refusal) throw new UnrecordedRefusal(refusal)
}

function newDeviceRefusal(
  { maxPoints, hours, endsAt }: NewDevice,
  wanted: Points,
  { now, recent }: Spent,
): NewDeviceError | undefined {
  if (endsAt && endsAt <= now) return undefined
  if (!recent) throw new Error('A spending from a new device was decided without looking back')
  const left = maxPoints - spentSince(recent, new Date(now.getTime() - hours * HOUR_MS))
  if (wanted <= left) return undefined
  return new NewDeviceError({ maxPoints: points(left > 0n ? left : 0n), endsAt })
}
