import type {
  Coalition,
  Customer,
  EarnRule,
  Hold,
  Member,
  Purchase,
  Refund,
  Terms,
} from '@artel/store/prisma'
import { type ClearingPosition, readClearingPosition, readWallet, type Wallet } from '@artel/use-cases'
import DataLoader from 'dataloader'
import { type RequestContext, storeOf, verbContext } from '../context.ts'

/** A row of a coalition, by its coalition and its own id (raw UUIDs). */
export interface RowKey {
  readonly coalitionId: string
  readonly id: string
}

/** Batched reads of one request: a list of any length costs one query a kind of row. */
export interface Loaders {
  readonly coalition: DataLoader<string, Coalition | null>
  readonly member: DataLoader<RowKey, Member | null, string>
  readonly customer: DataLoader<RowKey, Customer | null, string>
  readonly terms: DataLoader<RowKey, Terms | null, string>
  readonly purchase: DataLoader<RowKey, Purchase | null, string>
  readonly purchaseOfHold: DataLoader<RowKey, Purchase | null, string>
  readonly hold: DataLoader<RowKey, Hold | null, string>
  readonly refundsOfPurchase: DataLoader<RowKey, Refund[] | null, string>
  readonly earnRuleOfMember: DataLoader<RowKey, EarnRule | null, string>
  readonly wallet: DataLoader<RowKey, Wallet | null, string>
  readonly clearingPosition: DataLoader<RowKey, ClearingPosition | null, string>
}

/** Makes the loaders of one request; nothing is read until the first `load`. */
export function makeLoaders(context: RequestContext): Loaders {
  const { prisma } = storeOf(context)
  const scoped = (coalitionId: string, ids: string[]) => ({ where: { coalitionId, id: { in: ids } } })
  return {
    coalition: new DataLoader(async (ids) => {
      const rows = await prisma.coalition.findMany({ where: { id: { in: [...ids] } } })
      return inOrder(
        ids,
        (id) => id,
        byKey(rows, (row) => row.id),
      )
    }),
    member: rowLoader(async (c, ids) => byKey(await prisma.member.findMany(scoped(c, ids)), (row) => row.id)),
    customer: rowLoader(async (c, ids) =>
      byKey(await prisma.customer.findMany(scoped(c, ids)), (row) => row.id),
    ),
    terms: rowLoader(async (c, ids) => byKey(await prisma.terms.findMany(scoped(c, ids)), (row) => row.id)),
    purchase: rowLoader(async (c, ids) =>
      byKey(await prisma.purchase.findMany(scoped(c, ids)), (row) => row.id),
    ),
    purchaseOfHold: rowLoader(async (coalitionId, ids) =>
      byKey(
        await prisma.purchase.findMany({ where: { coalitionId, holdId: { in: ids } } }),
        (row) => row.holdId ?? '',
      ),
    ),
    hold: rowLoader(async (c, ids) => byKey(await prisma.hold.findMany(scoped(c, ids)), (row) => row.id)),
    refundsOfPurchase: rowLoader(async (coalitionId, ids) => {
      const where = { coalitionId, purchaseId: { in: ids } }
      return grouped(await prisma.refund.findMany({ where, orderBy: { id: 'asc' } }), (row) => row.purchaseId)
    }),
    earnRuleOfMember: rowLoader(async (coalitionId, ids) => {
      const where = { coalitionId, memberId: { in: ids } }
      // Ascending, so that the last version of a member is the one that stays in the map.
      return byKey(
        await prisma.earnRule.findMany({ where, orderBy: { version: 'asc' } }),
        (row) => row.memberId,
      )
    }),
    wallet: rowLoader((coalitionId, customerIds) =>
      readWallet(verbContext(context), { coalitionId, customerIds }),
    ),
    clearingPosition: rowLoader((coalitionId, memberIds) =>
      readClearingPosition(verbContext(context), { coalitionId, memberIds }),
    ),
  }
}

/** A loader whose batches are split by coalition, since every table's key leads with it. */
function rowLoader<Row>(
  readMany: (coalitionId: string, ids: string[]) => Promise<ReadonlyMap<string, Row>>,
): DataLoader<RowKey, Row | null, string> {
  return new DataLoader<RowKey, Row | null, string>(
    async (keys) => {
      const idsByCoalition = grouped(keys, (key) => key.coalitionId)
      const found = new Map<string, ReadonlyMap<string, Row>>()
      for (const [coalitionId, group] of idsByCoalition) {
        found.set(
          coalitionId,
          await readMany(
            coalitionId,
            group.map((key) => key.id),
          ),
        )
      }
      return keys.map((key) => found.get(key.coalitionId)?.get(key.id) ?? null)
    },
    { cacheKeyFn: (key) => `${key.coalitionId}/${key.id}` },
  )
}

function inOrder<Key, Row>(keys: readonly Key[], idOf: (key: Key) => string, rows: ReadonlyMap<string, Row>) {
  return keys.map((key) => rows.get(idOf(key)) ?? null)
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
