import type { SettlementWindow } from '../generated/prisma/client.ts'
import type { Store } from '../store.ts'

/**
 * Windows of a coalition from one number down, newest first, from one snapshot. The first of all holds the present
 * instant: what no sale has opened yet is there too, as it will be.
 */
const WINDOWS = `select w.window_no, w.status, w.schedule, w.opens_at, w.cut_off, w.last_batch_no, w.chain_hash,
    w.closed_at, w.stated_at, w.dispute_deadline, w.agreed_at, w.approved_at, w.payment_date::text, w.settled_at
  from settlement_window w where w.coalition_id = $1 and w.window_no <= $2
  union all
  select d.window_no, 'OPEN', d.schedule, d.opens_at, d.cut_off, null, null, null, null, null, null, null, null, null
  from coalition c cross join lateral due_windows($1, coalition_clock(c.clock_offset_seconds)) d
  where c.coalition_id = $1 and d.window_no <= $2
  order by window_no desc limit $3`

const EVERY_NUMBER = 2 ** 31 - 1

/** `through`: the first number to read; without it the newest. At most `limit` windows. */
export async function listWindows(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { through = EVERY_NUMBER, limit }: { readonly through?: number; readonly limit: number },
): Promise<readonly SettlementWindow[]> {
  const { rows } = await store.pool.query<WindowRow>({
    name: 'artel_list_windows',
    text: WINDOWS,
    values: [coalitionId, through, limit],
  })
  return rows.map((row) => ({
    coalitionId,
    windowNo: row.window_no,
    status: row.status,
    schedule: row.schedule,
    opensAt: row.opens_at,
    cutOff: row.cut_off,
    lastBatchNo: row.last_batch_no === null ? null : BigInt(row.last_batch_no),
    chainHash: row.chain_hash === null ? null : new Uint8Array(row.chain_hash),
    closedAt: row.closed_at,
    statedAt: row.stated_at,
    disputeDeadline: row.dispute_deadline,
    agreedAt: row.agreed_at,
    approvedAt: row.approved_at,
    paymentDate: row.payment_date === null ? null : new Date(`${row.payment_date}T00:00:00Z`),
    settledAt: row.settled_at,
  }))
}

interface WindowRow {
  readonly window_no: number
  readonly status: string
  readonly schedule: string
  readonly opens_at: Date
  readonly cut_off: Date
  readonly last_batch_no: string | null
  readonly chain_hash: Buffer | null
  readonly closed_at: Date | null
  readonly stated_at: Date | null
  readonly dispute_deadline: Date | null
  readonly agreed_at: Date | null
  readonly approved_at: Date | null
  readonly payment_date: string | null
  readonly settled_at: Date | null
}
