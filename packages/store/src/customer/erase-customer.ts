import type { Prisma } from '../generated/prisma/client.ts'
import { endExportsOfPersons } from './end-exports.ts'
import { endImportsOfPersons } from './end-imports.ts'

/** What the database says to an erasure. Points. */
export interface ErasureOutcome {
  /**
   * NOT_ACTIVE: closed before, merged or erased. NOT_INACTIVE: retention alone would erase it, and it came back. REFERENCE:
   * the reference tells who it is. HAS_POINTS: that alone is in the way.
   */
  readonly outcome:
    | 'DONE'
    | 'NOT_ACTIVE'
    | 'OPEN_HOLDS'
    | 'OWES'
    | 'NOT_INACTIVE'
    | 'REFERENCE'
    | 'HAS_POINTS'
  readonly points: bigint
  readonly held: bigint
  readonly openHolds: number
  readonly owed: bigint
  /** Rows of the books in which the name or a contact stands, and has to stay. */
  readonly traces: number
}

/**
 * Takes away who a customer is and closes it, in one transaction with what the caller writes beside it. It waits for the end of
 * the coalition's chain, so that no sale slips between. The books keep the bare id; messages and files are looked through
 * afterwards (`scrubErasure`). Nothing is changed unless the outcome is DONE. Undefined when there is no such customer.
 */
export async function eraseCustomerData(
  client: Prisma.TransactionClient,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
  asked: {
    readonly forgivesDebts: boolean
    /** What was expired for it. */
    readonly givenUp: bigint
    readonly reason: string
    readonly reference: string | null
    readonly erasedById: string | null
    readonly erasedAt: Date
  },
): Promise<ErasureOutcome | undefined> {
  const { forgivesDebts, givenUp, reason, reference, erasedById, erasedAt } = asked
  const [row] = await client.$queryRaw<
    {
      outcome: ErasureOutcome['outcome']
      points: bigint | null
      held: bigint | null
      open_holds: number
      owed: bigint
      traces: number
    }[]
  >`select outcome, points, held, open_holds, owed, traces from erase_customer(${coalitionId}::uuid, ${customerId}::uuid,
      ${forgivesDebts}, ${givenUp}, ${reason}, ${reference}, ${erasedById}::uuid, ${erasedAt}::timestamptz)`
  if (!row || row.points === null || row.held === null) return undefined
  const { outcome, points, held, open_holds: openHolds, owed, traces } = row
  if (outcome === 'DONE') {
    await leaveWhatIsHandedOn(client, { coalitionId, customerId })
    await endExportsOfPersons(client, coalitionId)
    await endImportsOfPersons(client, coalitionId)
  }
  return { outcome, points, held, openHolds, owed, traces }
}

/** Who is gone is in no segment and has no tier and no vehicle: who was merged into it has none, since a merge hands them on. */
async function leaveWhatIsHandedOn(
  client: Prisma.TransactionClient,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<void> {
  await client.segmentCustomer.deleteMany({ where: { coalitionId, customerId } })
  await client.tierStanding.deleteMany({ where: { coalitionId, customerId } })
  await client.vehicle.deleteMany({ where: { coalitionId, customerId } })
  await client.tierDay.deleteMany({ where: { coalitionId, customerId } })
}
