import type pg from 'pg'
import { attributionDigest, type NewAttribution } from './attribution-digest.ts'

/** Writes decisions and remembers that all up to a batch are made, in the caller's transaction. */
export async function addAttributions(
  client: pg.ClientBase,
  {
    coalitionId,
    decided,
    untilBatchNo,
  }: {
    readonly coalitionId: string
    readonly decided: readonly NewAttribution[]
    readonly untilBatchNo: bigint
  },
): Promise<void> {
  if (decided.length > 0)
    await client.query({
      name: 'artel_add_attributions',
      text: `insert into attribution (coalition_id, purchase_id, customer_id, member_id, occurred_at, source_kind, source_id,
          link_id, via, losers, choice, decided_at, digest)
        select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::uuid[], $8::uuid[],
          $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::text[]) n`,
      values: [
        coalitionId,
        decided.map(({ purchaseId }) => purchaseId),
        decided.map(({ customerId }) => customerId),
        decided.map(({ memberId }) => memberId),
        decided.map(({ occurredAt }) => occurredAt.toISOString()),
        decided.map(({ sourceKind }) => sourceKind),
        decided.map(({ sourceId }) => sourceId),
        decided.map(({ linkId }) => linkId),
        decided.map(({ via }) => via),
        decided.map(({ losers }) => losers),
        decided.map(({ choice }) => choice),
        decided.map(({ decidedAt }) => decidedAt.toISOString()),
        decided.map((one) => attributionDigest(coalitionId, one)),
      ],
    })
  await client.query({
    name: 'artel_attributed_until',
    text: 'update attribution_cursor set done_batch_no = $2 where coalition_id = $1 and done_batch_no < $2',
    values: [coalitionId, String(untilBatchNo)],
  })
}
