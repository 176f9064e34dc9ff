import type { PrismaClient } from '../generated/prisma/client.ts'

/** A device as a customer's token came from it. */
export interface DeviceSeen {
  readonly coalitionId: string
  readonly customerId: string
  readonly memberId: string
  /** SHA-256, 64 hexadecimal digits. */
  readonly deviceHash: string
  /** The coalition's clock. */
  readonly now: Date
}

/** So many devices are kept of a customer: whoever makes more of them stays new with each. */
const MAX_DEVICES = 100
const HOUR_MS = 3_600_000

/** Since when a device is known. */
export interface KnownDevice {
  readonly firstSeenAt: Date
  /** Whether it was seen now for the first time, and no other one within the last hour: the customer is to be told once. */
  readonly isToBeTold: boolean
}

/** Finds since when a device of a customer is known, and from now on if it was not. Of two at the same time one tells. */
export async function seeDevice(
  prisma: PrismaClient,
  { coalitionId, customerId, memberId, deviceHash, now }: DeviceSeen,
): Promise<KnownDevice> {
  const of = { coalitionId, customerId }
  const name = { coalitionId_customerId_deviceHash: { ...of, deviceHash } }
  const known = await prisma.customerDevice.findUnique({ where: name })
  if (known) return { firstSeenAt: known.firstSeenAt, isToBeTold: false }
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from customer where coalition_id = ${coalitionId}::uuid
      and customer_id = ${customerId}::uuid for no key update`
    const twin = await transaction.customerDevice.findUnique({ where: name })
    if (twin) return { firstSeenAt: twin.firstSeenAt, isToBeTold: false }
    if ((await transaction.customerDevice.count({ where: of })) >= MAX_DEVICES)
      return { firstSeenAt: now, isToBeTold: false }
    const ofLate = { ...of, firstSeenAt: { gt: new Date(now.getTime() - HOUR_MS) } }
    const isToBeTold = (await transaction.customerDevice.count({ where: ofLate })) === 0
    await transaction.customerDevice.create({ data: { ...of, memberId, deviceHash, firstSeenAt: now } })
    return { firstSeenAt: now, isToBeTold }
  })
}
