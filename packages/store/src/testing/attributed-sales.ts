import { v7 as newId } from 'uuid'
import { addAttributions } from '../attribution/add-attributions.ts'
import type { NewAttribution } from '../attribution/attribution-digest.ts'
import { takeUndecided } from '../attribution/undecided.ts'
import { addBinding } from '../link/bindings.ts'
import { addClicks } from '../link/clicks.ts'
import { post } from '../post/post.ts'
import { inTransaction } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'
import { earning, type LedgerWorld } from './ledger-world.ts'

const DAY_MS = 86_400_000

/** A link of the redeemer to the issuer, and sales by its binding, by its click and by nobody, each decided. */
export async function attributedSales(store: Store, world: LedgerWorld): Promise<void> {
  const { coalitionId, issuerId: memberId, redeemerId: sourceId } = world
  const [linkId, clickId] = [newId(), newId()]
  const now = await nowOf(store, coalitionId)
  const source = { sourceKind: 'MEMBER', sourceId }
  await store.prisma.link.create({
    data: {
      ...{
        coalitionId,
        id: linkId,
        memberId,
        ...source,
        code: 'POSTER',
        foldedCode: 'P0STER',
        name: 'Poster',
      },
      ...{ status: 'ACTIVE', createdAt: now, createdById: memberId },
    },
  })
  const seen = { visitor: clickId.replaceAll('-', ''), userAgent: 'Mozilla', utm: null, referrerHost: null }
  await addClicks(store, [{ coalitionId, id: clickId, linkId, ageMs: 3_600_000, kind: 'HUMAN', ...seen }])
  const [, , customerId = ''] = world.customerIds
  await addBinding(store.pool, coalitionId, {
    ...{ id: newId(), customerId, memberId, ...source, linkId, via: 'TILL' },
    ...{ boundAt: new Date(now.getTime() - DAY_MS), endsAt: new Date(now.getTime() + 90 * DAY_MS) },
  })
  await post(store, coalitionId, earning(world, 11n, { customerId }))
  await post(store, coalitionId, earning(world, 12n, { says: { clickId } }))
  await post(store, coalitionId, earning(world, 13n, {}))
  await decideAll(store, coalitionId, { ...source, linkId, boundId: customerId, clickId })
}

/** Decides as the rules would. */
async function decideAll(
  store: Store,
  coalitionId: string,
  {
    boundId,
    clickId,
    ...taken
  }: Pick<NewAttribution, 'sourceKind' | 'sourceId' | 'linkId'> & {
    readonly boundId: string
    readonly clickId: string
  },
): Promise<void> {
  await inTransaction(store, async (client) => {
    const slice = await takeUndecided(client, { coalitionId, limit: 1_000 })
    if (!slice) throw new Error('The coalition has a link')
    const { purchases, untilBatchNo, terms } = slice
    const { bindingPolicy: policy, bindingPriority: priority, now: decidedAt } = terms
    const choice = JSON.stringify({ policy, priority })
    const nobody = { sourceKind: null, sourceId: null, linkId: null }
    const decided = purchases.map(({ id: purchaseId, customerId, memberId, occurredAt, clickId: named }) => {
      const via = customerId === boundId ? 'BINDING' : named === clickId ? 'CLICK' : 'NOBODY'
      return {
        ...{ purchaseId, customerId, memberId, occurredAt, via, losers: '[]', choice, decidedAt },
        ...(via === 'NOBODY' ? nobody : taken),
      }
    })
    await addAttributions(client, { coalitionId, decided, untilBatchNo })
  })
}

async function nowOf({ pool }: Store, coalitionId: string): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>(
    `select date_trunc('milliseconds', coalition_clock(clock_offset_seconds)) as now from coalition where coalition_id = $1`,
    [coalitionId],
  )
  return rows[0]?.now ?? new Date()
}
