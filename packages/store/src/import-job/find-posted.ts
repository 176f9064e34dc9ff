import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** A purchase that has a receipt of a piece. */
export interface SoldBefore {
  readonly purchaseId: string
  readonly receiptRef: string
  /** Of one that was merged since, the survivor's. */
  readonly customerId: string
  readonly pointsEarned: bigint
  readonly totalMinor: bigint
  readonly occurredAt: Date
}

/** The purchases of many receipts of a member, in one statement. */
export async function salesByReceipt(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  receiptRefs: readonly string[],
): Promise<ReadonlyMap<string, SoldBefore>> {
  const { rows } = await pool.query<{
    purchase_id: string
    receipt_ref: string
    customer_id: string
    total_minor: string
    points_earned: string
    occurred_at: Date
  }>(
    withLongTimeout({
      name: 'artel_import_sales',
      text: `select p.purchase_id, p.receipt_ref, coalesce(c.merged_into_id, c.customer_id) as customer_id, p.total_minor::text,
        p.points_earned::text, p.occurred_at
      from purchase p join customer c on c.coalition_id = p.coalition_id and c.customer_id = p.customer_id
      where p.coalition_id = $1 and p.member_id = $2 and p.receipt_ref = any($3::text[])`,
      values: [coalitionId, memberId, receiptRefs],
    }),
  )
  return new Map(
    rows.map((row) => [
      row.receipt_ref,
      {
        ...{ purchaseId: row.purchase_id, receiptRef: row.receipt_ref, customerId: row.customer_id },
        ...{ totalMinor: BigInt(row.total_minor), pointsEarned: BigInt(row.points_earned) },
        occurredAt: row.occurred_at,
      },
    ]),
  )
}

/** What was posted under a key. */
export interface PostedBefore {
  readonly documentId: string | null
  /** SHA-256 of the request, hex. */
  readonly requestHash: string
}

/** What was posted under many keys of one operation, in one statement, by key. */
export async function postedUnder(
  { pool }: Pick<Store, 'pool'>,
  name: { readonly coalitionId: string; readonly scopeId: string; readonly operation: string },
  keys: readonly string[],
): Promise<ReadonlyMap<string, PostedBefore>> {
  const { rows } = await pool.query<{ key: string; document_id: string | null; request_hash: string }>(
    withLongTimeout({
      name: 'artel_import_posted',
      text: `select key, document_id, encode(request_hash, 'hex') as request_hash from entry
      where coalition_id = $1 and key_scope_id = $2 and key_operation = $3 and key = any($4::text[])`,
      values: [name.coalitionId, name.scopeId, name.operation, keys],
    }),
  )
  return new Map(rows.map((row) => [row.key, { documentId: row.document_id, requestHash: row.request_hash }]))
}
