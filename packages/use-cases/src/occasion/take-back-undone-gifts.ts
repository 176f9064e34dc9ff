import { type GiftPart, points, type TakenPart, takeBackGift } from '@artel/ledger'
import { finishUndone, newId, type Store, type UndoneGift, undoneGifts } from '@artel/store'
import { allOrThrow } from '../posting/all-or-throw.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'

/** The gift's customer is another one by now, or closed: never an answer. */
class OtherCustomer extends Error {}
/** None of the gift is left: nothing is written down under its key. */
class NothingLeft extends Error {}

/**
 * Takes back what rules gave for up to `limit` purchases of friends that were undone since: of each gift what its customer still has
 * free, to the credit of who paid. The rest stays its payers'. Nothing is taken twice, by however many at once.
 */
export async function takeBackUndoneGifts(
  store: Store,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<{ readonly occasions: number; readonly more: boolean }> {
  const { occasionIds, gifts } = await undoneGifts(store, { coalitionId, limit })
  if (occasionIds.length === 0) return { occasions: 0, more: false }
  const closed = await closedPayers(store, coalitionId, gifts)
  await allOrThrow(
    occasionIds.map(async (occasionId) => {
      const isDone = await allOrThrow(
        gifts
          .filter((gift) => gift.occasionId === occasionId)
          .map((gift) => takeBack(store, coalitionId, { gift, closed })),
      )
      if (isDone.every(Boolean)) await finishUndone(store, { coalitionId, occasionId })
    }),
  )
  return { occasions: occasionIds.length, more: occasionIds.length === limit }
}

/** A member that has left is settled with: what it gave stays given. */
async function closedPayers(
  { prisma }: Store,
  coalitionId: string,
  gifts: readonly UndoneGift[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(gifts.flatMap((gift) => partsOf(gift).map(({ payerId }) => payerId)))]
  const rows = await prisma.member.findMany({
    where: { coalitionId, id: { in: ids }, status: 'CLOSED' },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

const partsOf = ({ payers }: UndoneGift): readonly GiftPart[] =>
  (JSON.parse(payers) as readonly (readonly [string, string, string])[]).map(([payerId, lotId, n]) => ({
    ...{ payerId, lotId, points: points(BigInt(n)) },
  }))

/** Takes one gift back under a key of its own; whether it is done with, false where its customer was merged meanwhile. */
async function takeBack(
  store: Store,
  coalitionId: string,
  { gift, closed }: { readonly gift: UndoneGift; readonly closed: ReadonlySet<string> },
): Promise<boolean> {
  const ids = { returnId: newId(), eventId: newId() }
  const parts = partsOf(gift).filter(({ payerId }) => !closed.has(payerId))
  try {
    await postCommand(store, coalitionId, {
      customerId: gift.customerId,
      key: {
        ...{ scopeId: coalitionId, operation: 'ruleGiftReturn', key: gift.giftId },
        requestHash: requestHash({ giftId: gift.giftId }),
      },
      decide: (state, at) => {
        if (at.mergedIntoId !== undefined) throw new OtherCustomer()
        const taken = takeBackGift(state, { parts, coalitionId, documentId: ids.returnId, now: at.now })
        if (taken.length === 0) throw new NothingLeft()
        return returned(gift, taken, { ...ids, coalitionId })
      },
    })
    return true
  } catch (error) {
    if (error instanceof NothingLeft) return true
    if (error instanceof OtherCustomer) return false
    throw error
  }
}

/** What is posted for what was found. */
function returned(
  gift: UndoneGift,
  taken: readonly TakenPart[],
  ids: { readonly returnId: string; readonly eventId: string; readonly coalitionId: string },
) {
  const found = taken.reduce((sum, part) => sum + part.points, 0n)
  const counters = countersBack(gift, found)
  const payers = taken
    .filter(({ payerId }) => payerId !== ids.coalitionId)
    .map(({ payerId, points: n }) => ({ memberId: payerId, points: String(n) }))
  return {
    documentId: ids.returnId,
    entries: taken.map(({ entry }) => entry),
    giftReturn: {
      id: ids.returnId,
      giftId: gift.giftId,
      points: points(found),
      counters: JSON.stringify(
        counters.map(({ ownerId, customerId, period, delta }) => [
          ...[ownerId, customerId, period],
          String(-delta),
        ]),
      ),
      payers: JSON.stringify(taken.map(({ payerId, lotId, points: n }) => [payerId, lotId, String(n)])),
    },
    counters,
    outbox: [
      {
        ...{ id: ids.eventId, kind: 'points.taken_back', subjectId: gift.customerId },
        payload: { giftId: gift.giftId, customerId: gift.customerId, points: String(found), payers },
      },
    ],
  }
}

/** Of a budget the part that came back, rounded down; the customer's use once all of the gift did. */
function countersBack(gift: UndoneGift, found: bigint) {
  const moved = JSON.parse(gift.counters) as readonly (readonly [
    string,
    string | null,
    string,
    string,
    string,
  ])[]
  return moved.flatMap(([ownerId, customerId, period, delta, limit]) => {
    const isUse = customerId !== null
    const back = isUse ? (found === gift.points ? BigInt(delta) : 0n) : (BigInt(delta) * found) / gift.points
    return back === 0n ? [] : [{ ownerId, customerId, period, delta: -back, limit: BigInt(limit) }]
  })
}
