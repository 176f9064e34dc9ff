import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'

/** A device as a customer's token came from it. */
export interface DeviceSeen {
  readonly coalitionId: string
  readonly customerId: string
  /** Null on the coalition's own page. */
  readonly memberId: string | null
  /** SHA-256, 64 hexadecimal digits. */
  readonly deviceHash: string
  /** The coalition's clock. */
  readonly now: Date
  /** Of a device that asks to spend: it counts as one that spends when it was first seen no later. */
  readonly spendsIfSeenBy?: Date | undefined
}

/** So many devices are kept of a customer. */
const MAX_DEVICES = 100
/** So many are taken in an hour: whoever makes up more of them stays new with each. */
const MAX_NEW_AN_HOUR = 10
const HOUR_MS = 3_600_000

/**
 * Finds since when a device of a customer is known, and keeps it from now on if it was not. The customer is to be told of one that is
 * kept when no other came within the last hour, of two at the same time once; `claimDeviceToTell` finds it.
 */
export async function seeDevice(prisma: PrismaClient, seen: DeviceSeen): Promise<Date> {
  const { coalitionId, customerId, memberId, deviceHash, now } = seen
  const of = { coalitionId, customerId }
  const name = { coalitionId_customerId_deviceHash: { ...of, deviceHash } }
  const known = await prisma.customerDevice.findUnique({ where: name })
  if (known) {
    await touch(prisma, known, seen)
    return known.firstSeenAt
  }
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from customer where coalition_id = ${coalitionId}::uuid
      and customer_id = ${customerId}::uuid for no key update`
    const twin = await transaction.customerDevice.findUnique({ where: name })
    if (twin) return twin.firstSeenAt
    const ofLate = { ...of, firstSeenAt: { gt: new Date(now.getTime() - HOUR_MS) } }
    const lately = await transaction.customerDevice.count({ where: ofLate })
    if (lately >= MAX_NEW_AN_HOUR) return now
    await makeRoom(transaction, of)
    const times = { firstSeenAt: now, lastSeenAt: now, tellAt: lately === 0 ? now : null }
    await transaction.customerDevice.create({ data: { ...of, memberId, deviceHash, ...times } })
    return now
  })
}

interface OfCustomer {
  readonly coalitionId: string
  readonly customerId: string
}

type Known = Prisma.CustomerDeviceGetPayload<object>

/** Once an hour: looking at one's points is to cost no write. */
async function touch(
  prisma: PrismaClient,
  { coalitionId, customerId, deviceHash, ...known }: Known,
  { now, spendsIfSeenBy }: DeviceSeen,
): Promise<void> {
  const isDue = (at: Date | null) => !at || now.getTime() - at.getTime() >= HOUR_MS
  const spends = spendsIfSeenBy !== undefined && known.firstSeenAt <= spendsIfSeenBy
  if (!isDue(known.lastSeenAt) && !(spends && isDue(known.spentAt))) return
  await prisma.customerDevice.updateMany({
    where: { coalitionId, customerId, deviceHash },
    data: { lastSeenAt: now, ...(spends ? { spentAt: now } : {}) },
  })
}

/** Lets the device go that was not seen for longest, of those that never spent if there are any. */
async function makeRoom(transaction: Prisma.TransactionClient, where: OfCustomer): Promise<void> {
  const kept = await transaction.customerDevice.count({ where })
  if (kept < MAX_DEVICES) return
  const going = await transaction.customerDevice.findMany({
    ...{ where, select: { deviceHash: true }, take: kept - MAX_DEVICES + 1 },
    orderBy: [{ spentAt: { sort: 'asc', nulls: 'first' } }, { lastSeenAt: 'asc' }],
  })
  const hashes = going.map(({ deviceHash }) => deviceHash)
  await transaction.customerDevice.deleteMany({ where: { ...where, deviceHash: { in: hashes } } })
}
