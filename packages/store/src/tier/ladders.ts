import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Holds the end of a coalition's chain until the transaction ends, and says which batch was the last: purchases of later ones see the
 * ladder that the transaction makes.
 */
export async function lastBatchHeld(
  transaction: Prisma.TransactionClient,
  { coalitionId }: { readonly coalitionId: string },
): Promise<bigint> {
  await transaction.$executeRaw`select hold_chain(${coalitionId}::uuid)`
  // A statement of its own: it sees what was waited for.
  const head = await transaction.chainHead.findUnique({ where: { coalitionId } })
  return head?.batchNo ?? 0n
}

/** Holds a ladder until the transaction ends, against rules that would name a tier of it; whether it is there and has not ended. */
export async function lockLadder(
  transaction: Prisma.TransactionClient,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): Promise<boolean> {
  const rows = await transaction.$queryRaw<object[]>`select 1 from tier_ladder
    where coalition_id = ${coalitionId}::uuid and ladder_id = ${id}::uuid and ended_at is null for update`
  return rows.length > 0
}

/** Holds the ladders of tiers until the transaction ends; those of the tiers whose ladder has not ended. */
export async function lockTiers(
  transaction: Prisma.TransactionClient,
  { coalitionId, ids }: { readonly coalitionId: string; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`select t.tier_id as id from tier t
    join tier_ladder l on l.coalition_id = t.coalition_id and l.ladder_id = t.ladder_id and l.ended_at is null
    where t.coalition_id = ${coalitionId}::uuid and t.tier_id = any(${ids}::uuid[])
    order by l.ladder_id for share of l`
  return new Set(rows.map(({ id }) => id))
}
