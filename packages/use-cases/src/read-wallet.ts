import type { Points } from '@artel/ledger'
import type { Lot } from '@artel/store/prisma'
import type { Context } from './principal.ts'

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
  readonly lots: readonly Lot[]
}

/** Reads wallets by customer id, one query for all; ids that the caller may not see are absent from the map. */
export async function readWallet(
  context: Context,
  input: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): Promise<ReadonlyMap<string, Wallet>> {
  throw new Error('readWallet is not built yet', { cause: [context, input] })
}
