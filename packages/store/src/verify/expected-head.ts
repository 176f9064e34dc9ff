import type pg from 'pg'
import type { Finding } from './finding.ts'

/** A head of the chain as it was written down outside the database. */
export interface ExpectedHead {
  /** Without it any batch may have the hash. */
  readonly batchNo?: bigint
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** Nothing when the chain leads through the head: all that was recorded up to then is as it was, tail and all. */
export async function findExpectedHead(
  client: pg.ClientBase,
  coalitionId: string,
  { batchNo, hash }: ExpectedHead,
): Promise<Finding[]> {
  const { rows } = await client.query<{ batch_no: string; hash: string }>(
    `select batch_no::text, encode(hash, 'hex') as hash from batch
      where coalition_id = $1 and (case when $2::bigint is null then hash = decode($3, 'hex') else batch_no = $2 end)`,
    [coalitionId, batchNo === undefined ? null : String(batchNo), hash],
  )
  if (rows.some((row) => row.hash === hash.toLowerCase())) return []
  return [
    {
      invariant: 'EXPECTED_HEAD',
      table: 'batch',
      coalitionId,
      row: batchNo === undefined ? { hash } : { batch_no: String(batchNo) },
      message: 'The chain leads through the head that was written down.',
      expected: hash,
      actual: rows[0]?.hash ?? 'no such batch',
      badRows: 1,
    },
  ]
}
