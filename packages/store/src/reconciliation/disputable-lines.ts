import { type Micros, micros } from '@artel/ledger'
import type { Store } from '../store.ts'

/** A line of a member's statement that a purchase made: what a dispute is opened on. */
export interface DisputableLine {
  readonly purchaseId: string
  readonly entryId: string
  /** Place of the transfer in its entry. */
  readonly position: number
  /** Positive: the member owes. */
  readonly amount: Micros
}

/** Lines on a member's CLEARING of many purchases and their refunds, in one query, in the order of the books. */
export async function disputableLines(
  store: Pick<Store, 'pool'>,
  of: { readonly coalitionId: string; readonly memberId: string; readonly purchaseIds: readonly string[] },
): Promise<DisputableLine[]> {
  const { rows } = await store.pool.query<{
    purchase: string
    entry: string
    position: number
    amount: string
  }>({
    name: 'artel_disputable_lines',
    text: `with document as (
        select p.purchase_id, p.purchase_id as document_id, p.batch_no from purchase p
        where p.coalition_id = $1 and p.member_id = $2 and p.purchase_id = any ($3::uuid[])
        union all
        select r.purchase_id, r.refund_id, r.batch_no from refund r
        where r.coalition_id = $1 and r.member_id = $2 and r.purchase_id = any ($3::uuid[])
      )
      select d.purchase_id as purchase, e.entry_id as entry, t.position,
        (case when t.debit_kind = 'CLEARING' and t.debit_owner_id = $2 then t.amount else -t.amount end)::text as amount
      from document d
      join entry e on e.coalition_id = $1 and e.batch_no = d.batch_no and e.document_id = d.document_id
      join transfer t on t.coalition_id = $1 and t.entry_id = e.entry_id
      where t.unit = 'MONEY' and ((t.debit_kind = 'CLEARING' and t.debit_owner_id = $2)
        or (t.credit_kind = 'CLEARING' and t.credit_owner_id = $2))
      order by e.batch_no, e.entry_id, t.position`,
    values: [of.coalitionId, of.memberId, of.purchaseIds],
  })
  return rows.map(({ purchase, entry, position, amount }) => ({
    purchaseId: purchase,
    entryId: entry,
    position,
    amount: micros(BigInt(amount)),
  }))
}
