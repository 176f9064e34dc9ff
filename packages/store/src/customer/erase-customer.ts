import type { Prisma } from '../generated/prisma/client.ts'

/** What the database says to an erasure. Points. */
export interface ErasureOutcome {
  /** NOT_ACTIVE: closed before, merged or erased. */
  readonly outcome: 'DONE' | 'NOT_ACTIVE' | 'OPEN_HOLDS' | 'HAS_POINTS'
  readonly points: bigint
  readonly held: bigint
  readonly openHolds: number
  /** Rows of the books in which the name or a contact stands, and has to stay. */
  readonly traces: number
}

/**
 * Takes a customer's personal data away in every table, in one transaction with what the caller writes beside it. The books
 * keep the bare id. Refuses while holds are open, and while there are points that nobody gave up: nothing is changed then.
 * Undefined when there is no such customer.
 */
export async function eraseCustomerData(
  client: Prisma.TransactionClient,
  name: { readonly coalitionId: string; readonly customerId: string; readonly publicIds: readonly string[] },
  asked: {
    readonly givesUpPoints: boolean
    readonly reason: string
    readonly reference: string | null
    readonly erasedById: string | null
    readonly erasedAt: Date
  },
): Promise<ErasureOutcome | undefined> {
  const { coalitionId, customerId, publicIds } = name
  const { givesUpPoints, reason, reference, erasedById, erasedAt } = asked
  const [row] = await client.$queryRaw<
    {
      outcome: ErasureOutcome['outcome']
      points: bigint | null
      held: bigint | null
      open_holds: number
      traces: number
    }[]
  >`select outcome, points, held, open_holds, traces from erase_customer(${coalitionId}::uuid, ${customerId}::uuid,
      ${[...publicIds]}::text[], ${givesUpPoints}, ${reason}, ${reference}, ${erasedById}::uuid, ${erasedAt}::timestamptz)`
  if (!row || row.points === null || row.held === null) return undefined
  return {
    outcome: row.outcome,
    points: row.points,
    held: row.held,
    openHolds: row.open_holds,
    traces: row.traces,
  }
}
