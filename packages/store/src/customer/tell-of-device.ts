import type { PrismaClient } from '../generated/prisma/client.ts'

interface Telling {
  readonly coalitionId: string
  readonly customerId: string
  /** The coalition's clock. */
  readonly now: Date
}

/** How long one who tells has for it: a crash or a failing gateway leaves it to whoever looks after that. */
const TELLING_MS = 600_000

/** What `claimDeviceToTell` took: the telling that `deviceTold` ends. */
export interface ClaimedTelling {
  readonly coalitionId: string
  readonly customerId: string
  readonly until: Date
}

/** Takes the telling of a customer's new devices for ten minutes; undefined where nothing is to be told, or another one is at it. */
export async function claimDeviceToTell(
  prisma: PrismaClient,
  { coalitionId, customerId, now }: Telling,
): Promise<ClaimedTelling | undefined> {
  const of = { coalitionId, customerId }
  const until = new Date(now.getTime() + TELLING_MS)
  const { count } = await prisma.customerDevice.updateMany({
    where: { ...of, tellAt: { lte: now } },
    data: { tellAt: until },
  })
  return count === 0 ? undefined : { ...of, until }
}

/** The customer has been told: nobody tells it of these devices again. */
export async function deviceTold(
  prisma: PrismaClient,
  { coalitionId, customerId, until }: ClaimedTelling,
): Promise<void> {
  await prisma.customerDevice.updateMany({
    where: { coalitionId, customerId, tellAt: { lte: until } },
    data: { tellAt: null },
  })
}
