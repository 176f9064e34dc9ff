import {
  byConsumption,
  type Points,
  pendingPoints,
  points,
  spendableLots,
  spendablePoints,
} from '@artel/ledger'
import type { CustomerAccount, Debt, Lot as StoredLot } from '@artel/store/prisma'
import { coalitionNow } from './coalition-now.ts'
import { lotOf } from './open-lots.ts'
import type { Context } from './principal.ts'
import { visibleCustomers } from './visible-customers.ts'

/** A customer's points as people read them. */
export interface Wallet {
  readonly customerId: string
  /** All points of the customer, held and pending included. */
  readonly balance: Points
  /** Spendable now. */
  readonly available: Points
  /** Promised to open holds. */
  readonly reserved: Points
  /** Not yet active. */
  readonly pending: Points
  /** Owed after refunds of points already spent. */
  readonly debt: Points
  /** Points that expire within the next 30 days, and the first of those instants. */
  readonly expiringSoon: { readonly points: Points; readonly at: Date } | null
  /** Open lots in the order in which they will be spent. */
  readonly lots: readonly StoredLot[]
}

/** Points that expire within this are expiring soon. Days. */
const EXPIRING_SOON_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Reads wallets by customer id, in one round of queries for all. A customer's token sees its own, members and
 * administrators those of their coalition; other ids are absent from the map.
 */
export async function readWallet(
  context: Context,
  input: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): Promise<ReadonlyMap<string, Wallet>> {
  const { store } = context
  const { coalitionId } = input
  const customerIds = visibleCustomers(context.principal, input)
  if (customerIds.length === 0) return new Map()
  const where = { coalitionId, customerId: { in: customerIds } }
  const [now, accounts, lots, debts] = await Promise.all([
    coalitionNow(store, coalitionId),
    store.prisma.customerAccount.findMany({ where }),
    store.prisma.lot.findMany({ where: { ...where, open: true } }),
    store.prisma.debt.findMany({ where: { ...where, remaining: { gt: 0n } } }),
  ])
  const lotsOf = byCustomer(lots)
  const debtsOf = byCustomer(debts)
  return new Map(
    accounts.map((account) => {
      const { customerId } = account
      const own = { lots: lotsOf.get(customerId) ?? [], debts: debtsOf.get(customerId) ?? [] }
      return [customerId, walletOf(account, own, now)]
    }),
  )
}

function walletOf(
  account: CustomerAccount,
  own: { readonly lots: readonly StoredLot[]; readonly debts: readonly Debt[] },
  now: Date,
): Wallet {
  const rows = new Map(own.lots.map((row) => [row.id, row]))
  const lots = own.lots.map(lotOf).sort(byConsumption)
  const soon = new Date(now.getTime() + EXPIRING_SOON_DAYS * DAY_MS)
  const expiring = spendableLots({ lots }, now).filter(
    (lot) => lot.expiresAt !== null && lot.expiresAt <= soon,
  )
  const first = expiring[0]?.expiresAt
  const free = expiring.reduce((sum, lot) => sum + lot.remaining - lot.reserved, 0n)
  return {
    customerId: account.customerId,
    balance: points(account.posted),
    available: spendablePoints({ lots }, now),
    reserved: points(account.reserved),
    pending: pendingPoints({ lots }, now),
    debt: points(own.debts.reduce((sum, debt) => sum + debt.remaining, 0n)),
    expiringSoon: first ? { points: points(free), at: first } : null,
    lots: lots.flatMap((lot) => rows.get(lot.id) ?? []),
  }
}

function byCustomer<Row extends { readonly customerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.customerId)
    if (group) group.push(row)
    else groups.set(row.customerId, [row])
  }
  return groups
}
