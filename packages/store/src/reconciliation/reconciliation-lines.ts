import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** What a row of a sales file turned out to be. */
export type ReconciliationLineKind =
  | 'MATCHED'
  | 'MISSING_HERE'
  | 'MISSING_THERE'
  | 'AMOUNT_DIFFERS'
  | 'DATE_DIFFERS'
  | 'DUPLICATE'
  | 'UNREADABLE'

/** A row of a file as it is kept. */
export interface NewReconciliationLine {
  readonly position: number
  readonly kind: Exclude<ReconciliationLineKind, 'MISSING_THERE'>
  readonly fileLine: number
  readonly receiptRef: string | null
  readonly soldAt: Date | null
  readonly totalMinor: bigint | null
  readonly customerKey: string | null
  readonly purchaseId: string | null
  readonly recordedMinor: bigint | null
  readonly firstLine: number | null
  readonly problem: string | null
}

/** A row of the same run that was read before. */
export interface EarlierRow {
  readonly receiptRef: string
  readonly totalMinor: bigint
  readonly fileLine: number
}

interface Run {
  readonly coalitionId: string
  readonly reconciliationId: string
}

/**
 * Asks something without joins row by row. What the transaction itself has written has no statistics, and an index that
 * finds a whole run looks as good to the planner as the one that finds a receipt.
 */
async function joinedAtOnce<Answer>(
  client: Pick<pg.PoolClient, 'query'>,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  await client.query('set local enable_nestloop = off')
  const answer = await ask()
  await client.query('set local enable_nestloop = on')
  return answer
}

/**
 * Rows that a run has already under these receipts, duplicates left out, in the order of the file. One pass over the run,
 * so ask for receipts that are likely to be there.
 */
export async function earlierRows(
  client: Pick<pg.PoolClient, 'query'>,
  { coalitionId, reconciliationId }: Run,
  receiptRefs: readonly string[],
): Promise<EarlierRow[]> {
  const { rows } = await joinedAtOnce(client, () =>
    client.query<{ receipt: string; total: string; line: number }>(
      withLongTimeout({
        text: `select l.receipt_ref as receipt, l.total_minor::text as total, l.file_line as line
      from unnest($3::text[]) x(receipt)
      join reconciliation_line l on l.coalition_id = $1 and l.reconciliation_id = $2 and l.receipt_ref = x.receipt
      where l.kind <> 'DUPLICATE' order by l.file_line`,
        values: [coalitionId, reconciliationId, receiptRefs],
      }),
    ),
  )
  return rows.map(({ receipt, total, line }) => ({
    receiptRef: receipt,
    totalMinor: BigInt(total),
    fileLine: line,
  }))
}

/** Keeps many rows in one statement. */
export async function addReconciliationLines(
  client: Pick<pg.PoolClient, 'query'>,
  { coalitionId, reconciliationId }: Run,
  lines: readonly NewReconciliationLine[],
): Promise<void> {
  await client.query(
    withLongTimeout({
      name: 'artel_reconciliation_add',
      text: `insert into reconciliation_line (coalition_id, reconciliation_id, position, kind, file_line, receipt_ref,
        sold_at, total_minor, customer_key, purchase_id, recorded_minor, first_line, problem)
      select $1, $2, x.* from unnest($3::int[], $4::text[], $5::int[], $6::text[], $7::timestamptz[], $8::bigint[],
        $9::text[], $10::uuid[], $11::bigint[], $12::int[], $13::text[]) x`,
      values: [
        coalitionId,
        reconciliationId,
        lines.map((line) => line.position),
        lines.map((line) => line.kind),
        lines.map((line) => line.fileLine),
        lines.map((line) => line.receiptRef),
        lines.map((line) => line.soldAt),
        lines.map((line) => line.totalMinor),
        lines.map((line) => line.customerKey),
        lines.map((line) => line.purchaseId),
        lines.map((line) => line.recordedMinor),
        lines.map((line) => line.firstLine),
        lines.map((line) => line.problem),
      ],
    }),
  )
}

/**
 * Adds, in one statement and at what was to pay, the sales of the days `fromAt <= occurredAt < toAt` whose receipts the file lacks, after
 * `lastPosition`. With `returns`, also what was refunded of the file's own sales and has no return in it: a file
 * that lists no returns at all is not asked for them. Answers how many it added.
 */
export async function addMissingThere(
  client: Pick<pg.PoolClient, 'query'>,
  run: Run & {
    readonly memberId: string
    readonly fromAt: Date
    readonly toAt: Date
    readonly lastPosition: number
    readonly returns: boolean
  },
): Promise<number> {
  const { rowCount } = await joinedAtOnce(client, () =>
    client.query(
      withLongTimeout({
        text: `with there as (
          select l.receipt_ref, bool_or(l.total_minor >= 0) as sold, bool_or(l.total_minor < 0) as returned
          from reconciliation_line l where l.coalition_id = $1 and l.reconciliation_id = $2 and l.receipt_ref is not null
          group by l.receipt_ref
        ), missing as (
          select p.purchase_id, p.receipt_ref, p.occurred_at as at,
            p.total_minor - p.discount_minor as recorded
          from purchase p left join there t on t.receipt_ref = p.receipt_ref
          where p.coalition_id = $1 and p.member_id = $3 and p.occurred_at >= $4 and p.occurred_at < $5
            and t.sold is not true
            -- One that a row is by the number of its fiscal document.
            and not exists (select from reconciliation_line l where l.coalition_id = $1 and l.reconciliation_id = $2
              and l.purchase_id = p.purchase_id and l.total_minor >= 0)
          union all
          select p.purchase_id, p.receipt_ref, max(r.recorded_at), -sum(r.amount_minor)
          from there t
          join purchase p on p.coalition_id = $1 and p.member_id = $3 and p.receipt_ref = t.receipt_ref
          join refund r on r.coalition_id = $1 and r.purchase_id = p.purchase_id
          where $7 and not t.returned and r.recorded_at < $5
          group by p.purchase_id, p.receipt_ref
        )
        insert into reconciliation_line (coalition_id, reconciliation_id, position, kind, receipt_ref, sold_at,
          purchase_id, recorded_minor)
        select $1, $2, $6 + row_number() over (order by m.at, m.purchase_id, m.recorded), 'MISSING_THERE', m.receipt_ref,
          m.at, m.purchase_id, m.recorded
        from missing m`,
        values: [
          run.coalitionId,
          run.reconciliationId,
          run.memberId,
          run.fromAt,
          run.toAt,
          run.lastPosition,
          run.returns,
        ],
      }),
    ),
  )
  return rowCount ?? 0
}
