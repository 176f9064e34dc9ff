import { chainHeads, type Store } from '@artel/store'
import type { Prisma, Purchase } from '@artel/store/prisma'
import { type Channel, makeChannel } from './channel.ts'
import { cursorAt, cursorExpired, endOfBatch, positionOf, readPosition, stepAt } from './cursor.ts'
import type { PurchaseEvent } from './feed-events.ts'

/** The one subject: who watches is told of all purchases, and passes on those that its principal may see. */
export const EVERY_PURCHASE = ''

/** Most purchases of one reading; what is beyond is read next. */
const PURCHASES_AT_ONCE = 1_000
/** Most purchases that a stream catches up with, more than wait for a slow reader; most batches that are searched for them. */
const MAX_MISSED = 1_000
const MAX_BATCHES_BACK = 20_000n

const IN_ORDER = [{ batchNo: 'asc' }, { batchStep: 'asc' }] as const

/** The channel of purchases: one query a coalition. */
export const makePurchaseChannel = (store: Store): Channel<PurchaseEvent> =>
  makeChannel(async (coalitionId, after, head) => {
    const from = after.get(EVERY_PURCHASE) ?? endOfBatch(head)
    const upTo = endOfBatch(head)
    const where = { coalitionId, ...between(from, head) }
    const rows = await store.prisma.purchase.findMany({
      ...{ where, take: PURCHASES_AT_ONCE },
      orderBy: [...IN_ORDER],
    })
    const more = rows.length === PURCHASES_AT_ONCE
    return { events: rows.map(eventOf), more, upTo: more ? undefined : upTo }
  })

export interface PurchaseStart {
  readonly missed: readonly PurchaseEvent[]
  readonly position: bigint
}

/**
 * From where a stream of purchases begins: after its cursor, or now. `where` finds those that it may see. Throws
 * CURSOR_EXPIRED and BAD_USER_INPUT.
 */
export async function startOfPurchases(
  store: Store,
  { coalitionId, where }: { readonly coalitionId: string; readonly where: Prisma.PurchaseWhereInput },
  cursor: string | null,
): Promise<PurchaseStart> {
  const after = readPosition('p', cursor)
  const head = (await chainHeads(store, [coalitionId])).get(coalitionId) ?? 0n
  const now = endOfBatch(head)
  if (after === null) return { missed: [], position: now }
  if (after > now || head - stepAt(after).batchNo > MAX_BATCHES_BACK) throw cursorExpired()
  const rows = await store.prisma.purchase.findMany({
    where: { AND: [where, { coalitionId, ...between(after, head) }] },
    take: MAX_MISSED + 1,
    orderBy: [...IN_ORDER],
  })
  if (rows.length > MAX_MISSED) throw cursorExpired()
  return { missed: rows.map(eventOf), position: now }
}

function between(after: bigint, head: bigint): Prisma.PurchaseWhereInput {
  const { batchNo, step } = stepAt(after)
  return {
    // Said beside the exact condition: it is the range of the index.
    batchNo: { gte: batchNo, lte: head },
    OR: [{ batchNo: { gt: batchNo } }, { batchNo, batchStep: { gt: step } }],
  }
}

function eventOf(purchase: Purchase): PurchaseEvent {
  const position = positionOf(purchase.batchNo, purchase.batchStep)
  return {
    ...{ coalitionId: purchase.coalitionId, purchase, subject: EVERY_PURCHASE, position },
    cursor: cursorAt('p', position),
  }
}
