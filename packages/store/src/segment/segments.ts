import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** Holds segments until the transaction ends, so that none is deleted while a rule that names it is written; those that are there. */
export async function lockSegments(
  transaction: Prisma.TransactionClient,
  { coalitionId, ids }: { readonly coalitionId: string; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`select segment_id as id from segment
    where coalition_id = ${coalitionId}::uuid and segment_id = any(${ids}::uuid[]) and deleted_at is null
    order by segment_id for share`
  return new Set(rows.map(({ id }) => id))
}

/** Holds one segment until the transaction ends, against rules that would name it; whether it is there. */
export async function lockSegment(
  transaction: Prisma.TransactionClient,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): Promise<boolean> {
  const rows = await transaction.$queryRaw<object[]>`select 1 from segment
    where coalition_id = ${coalitionId}::uuid and segment_id = ${id}::uuid and deleted_at is null for update`
  return rows.length > 0
}

/** How many customers are in each segment, in one query; who is empty is missing. */
export async function segmentSizes(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await store.pool.query<{ id: string; size: number }>({
    name: 'artel_segment_sizes',
    text: `select asked.id, n.size from unnest($2::uuid[]) asked(id)
      cross join lateral (select count(*)::int as size from segment_customer s
        where s.coalition_id = $1 and s.segment_id = asked.id) n`,
    values: [coalitionId, uuidArray(ids, (id) => id)],
  })
  return new Map(rows.map(({ id, size }) => [id, size]))
}

/** Holds an owner's segments until the transaction ends, so that two of them do not pass the limit together. */
export async function lockOwner(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
): Promise<void> {
  await (memberId === null
    ? transaction.$queryRaw<
        object[]
      >`select 1 from coalition where coalition_id = ${coalitionId}::uuid for no key update`
    : transaction.$queryRaw<object[]>`select 1 from member
        where coalition_id = ${coalitionId}::uuid and member_id = ${memberId}::uuid for no key update`)
}

/**
 * Adds customers to a segment, those that are ACTIVE: how many were not in it. They are held until the transaction ends, so that
 * none is merged or erased beside it.
 */
export async function addCustomersTo(
  transaction: Prisma.TransactionClient,
  to: {
    readonly coalitionId: string
    readonly segmentId: string
    readonly ids: readonly string[]
    readonly addedAt: Date
  },
): Promise<number> {
  const { coalitionId, segmentId, ids, addedAt } = to
  return transaction.$executeRaw`insert into segment_customer (coalition_id, segment_id, customer_id, added_at)
    select c.coalition_id, ${segmentId}::uuid, c.customer_id, ${addedAt}::timestamptz
    from (select coalition_id, customer_id from customer
      where coalition_id = ${coalitionId}::uuid and customer_id = any(${ids}::uuid[]) and status = 'ACTIVE'
      order by customer_id for share) c
    on conflict do nothing`
}
