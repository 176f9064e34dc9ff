import { byConsumption } from '@artel/ledger'
import { type WalletSums, walletSums } from '@artel/store'
import type { Lot } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { toldOfMember } from '../access/told-of.ts'
import { visibleCustomers } from '../access/visible-customers.ts'
import { lotOf } from './open-lots.ts'

/** A customer's points as people read them. */
export interface Wallet extends WalletSums {
  /** Open lots in the order in which they will be spent. */
  readonly lots: readonly Lot[]
}

/**
 * Reads wallets by customer id, in one query for all, and their lots in another unless `withLots` is false. A
 * customer's token sees its own, members and administrators those of their coalition; other ids are absent. Of the lots
 * a member, and a token that it issued, sees those that it issued.
 */
export async function readWallet(
  context: Context,
  input: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    /** Defaults to true; without them `lots` is empty. */
    readonly withLots?: boolean
  },
): Promise<ReadonlyMap<string, Wallet>> {
  const { store } = context
  const { coalitionId } = input
  const customerIds = visibleCustomers(context.principal, input)
  if (customerIds.length === 0) return new Map()
  const [sums, lots] = await Promise.all([
    walletSums(store, coalitionId, customerIds),
    input.withLots === false
      ? []
      : store.prisma.lot.findMany({
          where: { coalitionId, customerId: { in: customerIds }, open: true, ...issuedBy(context) },
        }),
  ])
  const lotsOf = new Map<string, Lot[]>()
  for (const lot of inSpendingOrder(lots))
    lotsOf.set(lot.customerId, [...(lotsOf.get(lot.customerId) ?? []), lot])
  return new Map([...sums].map(([id, wallet]) => [id, { ...wallet, lots: lotsOf.get(id) ?? [] }]))
}

function issuedBy({ principal }: Context): { issuerId?: string } {
  const issuerId = toldOfMember(principal)
  return issuerId === null ? {} : { issuerId }
}

function inSpendingOrder(rows: readonly Lot[]): Lot[] {
  return rows
    .map((row) => ({ row, lot: lotOf(row) }))
    .sort((one, other) => byConsumption(one.lot, other.lot))
    .map(({ row }) => row)
}
