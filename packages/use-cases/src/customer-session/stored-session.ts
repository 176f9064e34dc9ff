import { createHash, randomBytes } from 'node:crypto'
import { databaseNow, lockCustomers, newId, type Store } from '@artel/store'
import type { CustomerSession, Prisma } from '@artel/store/prisma'
import { encodeBase58 } from '../ids/public-id.ts'
import { networkShown } from '../session/staff-door.ts'
import { isPhoneNoProof } from './customer-of-phone.ts'
import type { PageDoor } from './page-door.ts'

const SECRET = /^cs_[1-9A-HJ-NP-Za-km-z]{32,44}$/
const SECRET_BYTES = 32
const MAX_DEVICE_LENGTH = 80
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A session that nobody uses for so long is over. */
const IDLE_MS = 30 * DAY_MS
/** However much it is used, it ends after so long. */
const LIFETIME_MS = 180 * DAY_MS
/** The secret changes once a day of use. */
const RENEW_AFTER_MS = DAY_MS
/** So long the secret before answers beside the new one: tabs that asked together. */
const OVERLAP_MS = MINUTE_MS

/** A session as it is about to be used, and the secret that its cookie is to have; null: it stays. */
export interface UsedSession {
  readonly session: CustomerSession
  readonly secret: string | null
}

const makeSecret = (): string => `cs_${encodeBase58(randomBytes(SECRET_BYTES))}`

/** SHA-256 in hex: 256 random bits need no slow hash. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether a session counts at an instant of the database's clock. */
export const isSessionAlive = (
  { endedAt, expiresAt, lastSeenAt }: Pick<CustomerSession, 'endedAt' | 'expiresAt' | 'lastSeenAt'>,
  now: Date,
): boolean => endedAt === null && expiresAt > now && now.getTime() - lastSeenAt.getTime() < IDLE_MS

/** Starts a session of a customer who has proven the phone; undefined where the phone was said to be gone meanwhile. */
export async function startCustomerSession(
  store: Store,
  door: PageDoor,
  of: { readonly coalitionId: string; readonly customerId: string },
): Promise<{ readonly session: CustomerSession; readonly secret: string } | undefined> {
  const now = await databaseNow(store.pool)
  const secret = makeSecret()
  const data = {
    ...{ ...of, id: newId(), tokenHash: hashOf(secret) },
    ...{ device: door.device.slice(0, MAX_DEVICE_LENGTH), network: networkShown(door.address) },
    ...{ createdAt: now, renewedAt: now, lastSeenAt: now },
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
  }
  const { coalitionId, customerId: id } = of
  const session = await store.prisma.$transaction(async (transaction) => {
    // A freeze that ends the sessions comes before this one or after it.
    await lockCustomers(transaction, coalitionId, [id, id])
    const customer = await transaction.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
    if (await isPhoneNoProof(transaction, coalitionId, customer)) return undefined
    return transaction.customerSession.create({ data })
  })
  if (session === undefined) return undefined
  await endLeastUsed(store, session)
  return { session, secret }
}

/** Sessions of one customer at once, as many as are shown. Who signs in once more leaves those that were used the longest ago. */
export const MOST_DEVICES = 20

async function endLeastUsed(store: Store, session: CustomerSession): Promise<void> {
  const { coalitionId, id, createdAt: now } = session
  const { customerSession } = store.prisma
  const left = await customerSession.findMany({
    where: {
      ...{ coalitionId, customerId: { in: await personsOf(store, session) }, id: { not: id } },
      ...{ endedAt: null, expiresAt: { gt: now } },
    },
    ...{ orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }], skip: MOST_DEVICES - 1, select: { id: true } },
  })
  if (left.length > 0)
    await customerSession.updateMany({
      where: { coalitionId, id: { in: left.map((one) => one.id) }, endedAt: null },
      data: { endedAt: now },
    })
}

/** Ends every session of a customer, within the caller's transaction where there is one. */
export async function endCustomerSessions(
  client: Pick<Prisma.TransactionClient, 'customer' | 'customerSession'>,
  of: Pick<CustomerSession, 'coalitionId' | 'customerId'>,
  now: Date,
): Promise<number> {
  const { coalitionId } = of
  const { count } = await client.customerSession.updateMany({
    where: { coalitionId, customerId: { in: await personsOf({ prisma: client }, of) }, endedAt: null },
    data: { endedAt: now },
  })
  return count
}

/**
 * Finds the session of a secret, of the customer that its customer was merged into where it was, and notes its use. The secret is
 * renewed once a day. The one before answers for a minute, and on until the new one was used: an answer that was lost signs nobody out. Later
 * it is a copy in strange hands, and the session ends for both. Undefined for what is no session, or none any more.
 */
export async function useCustomerSession(
  store: Store,
  { coalitionId, secret }: { readonly coalitionId: string; readonly secret: string },
): Promise<UsedSession | undefined> {
  if (!SECRET.test(secret)) return undefined
  const { prisma, pool } = store
  const hash = hashOf(secret)
  const found = await prisma.customerSession.findFirst({
    where: { coalitionId, OR: [{ tokenHash: hash }, { previousHash: hash }] },
  })
  const now = await databaseNow(pool)
  if (!found || !isSessionAlive(found, now)) return undefined
  const renewedFor = now.getTime() - found.renewedAt.getTime()
  const isCurrent = found.tokenHash === hash
  const where = { coalitionId, tokenHash: found.tokenHash }
  if (!isCurrent && found.lastSeenAt > found.renewedAt && renewedFor > OVERLAP_MS) {
    await prisma.customerSession.updateMany({ where, data: { endedAt: now } })
    return undefined
  }
  const customerId = await survivorOf(store, found)
  if (customerId === undefined) return undefined
  const renewsAfter = isCurrent ? RENEW_AFTER_MS : OVERLAP_MS
  if (renewedFor <= renewsAfter) {
    // Of the new secret alone: that its answer arrived is what ends the one before.
    const seen = isCurrent ? { lastSeenAt: now } : {}
    await prisma.customerSession.updateMany({ where, data: { customerId, ...seen } })
    return { session: { ...found, customerId, ...seen }, secret: null }
  }
  const renewed = makeSecret()
  const data = { customerId, tokenHash: hashOf(renewed), previousHash: hash, renewedAt: now, lastSeenAt: now }
  const { count } = await prisma.customerSession.updateMany({ where, data })
  // A twin was first, and its answer has the new secret.
  if (count === 0) return { session: { ...found, customerId }, secret: null }
  return { session: { ...found, ...data }, secret: renewed }
}

/** Whose sessions are of one customer: its own, and of those who were merged into it and did not come since. */
export async function personsOf(
  { prisma }: { readonly prisma: Pick<Prisma.TransactionClient, 'customer'> },
  { coalitionId, customerId }: Pick<CustomerSession, 'coalitionId' | 'customerId'>,
): Promise<string[]> {
  const where = { coalitionId, mergedIntoId: customerId }
  const merged = await prisma.customer.findMany({ where, select: { id: true } })
  return [customerId, ...merged.map(({ id }) => id)]
}

/** The customer, or whom it was merged into; undefined for one who was erased. */
async function survivorOf(
  { prisma }: Store,
  { coalitionId, customerId: id }: CustomerSession,
): Promise<string | undefined> {
  const found = await prisma.customer.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    select: { id: true, status: true, mergedIntoId: true },
  })
  if (found?.status === 'ACTIVE') return found.id
  if (!found?.mergedIntoId) return undefined
  const survivor = await prisma.customer.findUnique({
    where: { coalitionId_id: { coalitionId, id: found.mergedIntoId } },
    select: { id: true, status: true },
  })
  return survivor?.status === 'ACTIVE' ? survivor.id : undefined
}
