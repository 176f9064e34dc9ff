import type { Points } from '@artel/ledger'
import type { Hold } from '@artel/store/prisma'
import type { MoneyAmount } from './bill.ts'
import type { CustomerBy } from './find-customer.ts'
import type { Context } from './principal.ts'

export interface CreateHoldInput {
  /** Members name the customer; a customer's token holds its own points. */
  readonly customer?: CustomerBy | null
  readonly orderRef: string
  readonly bill: MoneyAmount
  readonly points: Points
  /** Defaults to the terms' time-out; never longer. */
  readonly ttlSeconds?: number | null
  readonly idempotencyKey: string
}

export interface CreatedHold {
  readonly hold: Hold
  readonly replayed: boolean
}

/** Reserves points of a customer for one order until the hold's time-out. */
export async function createHold(context: Context, input: CreateHoldInput): Promise<CreatedHold> {
  throw new Error('createHold is not built yet', { cause: [context, input] })
}
