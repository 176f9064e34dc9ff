import type pg from 'pg'
import { ATTRIBUTION_CHECKS } from './attribution-checks.ts'
import { BATCH_CHECKS } from './batch-checks.ts'
import { orBeyondReckoning } from './beyond-reckoning.ts'
import type { Check } from './check.ts'
import { COMMISSION_CHECKS } from './commission-checks.ts'
import { DOCUMENT_CHECKS } from './document-checks.ts'
import { EARN_CODE_CHECKS } from './earn-code-checks.ts'
import { ENTRY_CHECKS } from './entry-checks.ts'
import { type ExpectedHead, findExpectedHead } from './expected-head.ts'
import { FIGURE_CHECKS } from './figure-checks.ts'
import type { Finding } from './finding.ts'
import { firstBadRow } from './first-bad-row.ts'
import { GIFT_CHECKS } from './gift-checks.ts'
import { LEDGER_TABLES } from './ledger-tables.ts'
import { LOT_CHECKS } from './lot-checks.ts'
import { MONEY_CHECKS } from './money-checks.ts'
import { paceOf } from './pace.ts'
import { PILOT_CHECKS } from './pilot-checks.ts'
import { RECEIPT_CLAIM_CHECKS } from './receipt-claim-checks.ts'
import { REFERRAL_CHECKS } from './referral-checks.ts'
import { RULE_CHECKS } from './rule-checks.ts'
import { SETTLEMENT_CHECKS } from './settlement-checks.ts'
import { openSnapshot } from './snapshot.ts'
import { findStrangerRows } from './stranger-rows.ts'
import { TIER_CHECKS } from './tier-checks.ts'
import { auditLogs, verifyAuditLog } from './verify-audit-log.ts'
import { chainRanges, verifyChainRange } from './verify-chain.ts'
import { VOUCHER_CHECKS } from './voucher-checks.ts'

/** How far a run has come. */
export interface VerifyProgress {
  readonly coalitionId: string
  /** What was checked last; CHAIN for a range of batches. */
  readonly invariant: string
  /** Checks and ranges done and to do, over all coalitions. */
  readonly done: number
  readonly total: number
  /** Rows read until now: every check reads its tables anew. */
  readonly rows: number
  readonly rowsPerSecond: number
  /** Of what there is to do, between 0 and 1, weighed by what it costs. */
  readonly share: number
  readonly remainingSeconds: number
}

/** The end of a coalition's chain as the run saw it. */
export interface VerifiedHead {
  readonly coalitionId: string
  readonly batchNo: string
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** The end of an audit log as the run saw it. */
export interface VerifiedAuditHead {
  readonly coalitionId: string
  /** Events in it. */
  readonly position: string
  /** 64 hexadecimal digits. */
  readonly hash: string
}

export interface VerifyResult {
  readonly ok: boolean
  readonly findings: Finding[]
  /** Rows of each table. */
  readonly checked: Record<string, number>
  readonly heads: VerifiedHead[]
  /** The ends of the audit logs; the nil id is the deployment's own. */
  readonly auditHeads: VerifiedAuditHead[]
  /** Rows read, every check reading its tables anew. */
  readonly rows: number
  readonly seconds: number
}

export interface VerifyOptions {
  readonly databaseUrl: string
  /** One coalition; all when absent. */
  readonly coalitionId?: string
  /** The chain up to this batch is trusted and not replayed; everything else is. */
  readonly sinceBatch?: bigint
  /** A head that was written down elsewhere, of `coalitionId`: the chain must still lead through it. */
  readonly expectHead?: ExpectedHead
  /** Connections that read at once; default 2. */
  readonly connections?: number
  readonly onProgress?: (progress: VerifyProgress) => void
}

const CHECKS: readonly Check[] = [
  ...ENTRY_CHECKS,
  ...LOT_CHECKS,
  ...DOCUMENT_CHECKS,
  ...MONEY_CHECKS,
  ...BATCH_CHECKS,
  ...SETTLEMENT_CHECKS,
  ...COMMISSION_CHECKS,
  ...RULE_CHECKS,
  ...PILOT_CHECKS,
  ...GIFT_CHECKS,
  ...REFERRAL_CHECKS,
  ...ATTRIBUTION_CHECKS,
  ...TIER_CHECKS,
  ...VOUCHER_CHECKS,
  ...EARN_CODE_CHECKS,
  ...RECEIPT_CLAIM_CHECKS,
  ...FIGURE_CHECKS,
]
const DEFAULT_CONNECTIONS = 2
/** What a row of the chain costs (it is written out and hashed) beside one that a check reads. */
const CHAIN_ROW_WEIGHT = 8

/**
 * Replays every invariant of the books and the chain of batches on one snapshot, while the coalition goes on working.
 * Changes no row; any role that can read the tables will do. Memory is bounded on both sides: findings are all that
 * reaches this process, and the server spills what exceeds its work_mem.
 */
export async function verify(options: VerifyOptions): Promise<VerifyResult> {
  const snapshot = await openSnapshot(options.databaseUrl, options.connections ?? DEFAULT_CONNECTIONS)
  try {
    return await replay(snapshot.clients, options)
  } finally {
    await snapshot.close()
  }
}

/** The same on connections that see one snapshot already. */
export async function replay(
  clients: readonly [pg.ClientBase, ...pg.ClientBase[]],
  options: Omit<VerifyOptions, 'databaseUrl' | 'connections'>,
): Promise<VerifyResult> {
  const startedAt = performance.now()
  const [first] = clients
  const { coalitionId: only, onProgress } = options
  const checked: Record<string, number> = Object.fromEntries(LEDGER_TABLES.map(({ table }) => [table, 0]))
  const tasks: Task[] = only ? [] : [strangers]
  const heads: VerifiedHead[] = []
  for (const coalitionId of only ? [only] : await listCoalitions(first)) {
    const counts = await countRows(first, coalitionId)
    for (const [table, count] of Object.entries(counts)) checked[table] = (checked[table] ?? 0) + count
    tasks.push(...(await tasksOf(first, coalitionId, { counts, ...options })))
    heads.push(...(await headOf(first, coalitionId)))
  }
  const logs = new AuditLogs()
  tasks.push(...(only ? [only] : await auditLogs(first)).map((id) => logs.taskOf(id)))
  const pace = paceOf(tasks.reduce((sum, { weight }) => sum + weight, 0))
  const found: (readonly Finding[])[] = tasks.map(() => [])
  const queue = tasks.map((task, at) => ({ task, at }))
  const work = async (client: pg.ClientBase): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { task, at } = next
      const { coalitionId, invariant, weight } = task
      const outcome = await orBeyondReckoning(client, task, () => task.run(client))
      found[at] = 'rows' in outcome ? outcome.findings : [outcome]
      const done = pace.took('rows' in outcome ? outcome.rows : 0, weight)
      onProgress?.({ coalitionId, invariant, total: tasks.length, ...done })
    }
  }
  await Promise.all(clients.map(work))
  const findings = found.flat()
  const seconds = (performance.now() - startedAt) / 1_000
  const { heads: auditHeads, events } = logs
  const counted = { ...checked, audit_event: events }
  return {
    ok: findings.length === 0,
    findings,
    checked: counted,
    heads,
    auditHeads,
    rows: pace.rows(),
    seconds,
  }
}

/** A part of the work that one connection does alone. */
interface Task {
  readonly coalitionId: string
  readonly invariant: string
  /** That it is about. */
  readonly table: string
  readonly weight: number
  run(client: pg.ClientBase): Promise<{ readonly rows: number; readonly findings: readonly Finding[] }>
}

/** The logs of a run, and what they came to. */
class AuditLogs {
  readonly heads: VerifiedAuditHead[] = []
  events = 0

  taskOf(coalitionId: string): Task {
    const run = async (client: pg.ClientBase) => {
      const { head, ...verified } = await verifyAuditLog(client, coalitionId)
      this.heads.push({ coalitionId, ...head })
      this.events += verified.rows
      return verified
    }
    return { coalitionId, invariant: 'AUDIT_LOG', table: 'audit_event', weight: 1, run }
  }
}

const strangers: Task = {
  coalitionId: '',
  invariant: 'COALITION',
  table: 'coalition',
  weight: 1,
  run: async (client) => ({ rows: 0, findings: await findStrangerRows(client) }),
}

type Counts = Readonly<Record<string, number>>

async function tasksOf(
  client: pg.ClientBase,
  coalitionId: string,
  { counts, sinceBatch, expectHead }: Pick<VerifyOptions, 'sinceBatch' | 'expectHead'> & { counts: Counts },
): Promise<Task[]> {
  const tasks = CHECKS.map((check): Task => {
    const rows = rowsReadBy(check, counts)
    const run = async (on: pg.ClientBase) => ({ rows, findings: await firstBadRow(on, coalitionId, check) })
    return { coalitionId, invariant: check.invariant, table: check.table, weight: rows, run }
  })
  const ranges = await chainRanges(client, coalitionId, sinceBatch)
  for (const range of ranges)
    tasks.push({
      coalitionId,
      invariant: 'CHAIN',
      table: 'batch',
      // A step has about six rows.
      weight: range.steps * 6 * CHAIN_ROW_WEIGHT,
      run: (on) => verifyChainRange(on, coalitionId, range),
    })
  if (expectHead)
    tasks.push({
      coalitionId,
      invariant: 'EXPECTED_HEAD',
      table: 'batch',
      weight: counts.batch ?? 0,
      run: async (on) => ({ rows: 1, findings: await findExpectedHead(on, coalitionId, expectHead) }),
    })
  return tasks
}

/** Rows of the tables that a check names, as often as it names them. */
function rowsReadBy({ sql }: Check, counts: Counts): number {
  const tables = sql.matchAll(/\b(?:from|join) ([a-z_]+)/g)
  return [...tables].reduce((sum, [, table = '']) => sum + (counts[table] ?? 0), 0)
}

async function listCoalitions(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select coalition_id as id from coalition order by 1')
  return rows.map(({ id }) => id)
}

async function countRows(client: pg.ClientBase, coalitionId: string): Promise<Counts> {
  const counts = LEDGER_TABLES.map(
    ({ table }) => `(select count(*) from ${table} where coalition_id = $1)::int as ${table}`,
  )
  const { rows } = await client.query<Counts>(`select ${counts.join(', ')}`, [coalitionId])
  return rows[0] ?? {}
}

async function headOf(client: pg.ClientBase, coalitionId: string): Promise<VerifiedHead[]> {
  const { rows } = await client.query<{ batch_no: string; hash: string }>(
    `select batch_no::text, encode(hash, 'hex') as hash from chain_head where coalition_id = $1`,
    [coalitionId],
  )
  return rows.map(({ batch_no: batchNo, hash }) => ({ coalitionId, batchNo, hash }))
}
