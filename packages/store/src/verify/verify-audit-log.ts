import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Finding } from './finding.ts'

const ROWS_A_PAGE = 5_000
/** Whoever changed more is found out all the same. */
const NAMED_ROWS = 100

/** The end of a log as it was written down outside the database. */
export interface ExpectedAuditHead {
  readonly position: bigint
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** What a log came to. */
export interface AuditLogVerified {
  readonly rows: number
  readonly findings: readonly Finding[]
  readonly head: { readonly position: string; readonly hash: string }
}

interface ChainedRow {
  readonly position: string
  readonly hash: string
  readonly line: string
}

/** A row in the words that `record_audit_event` hashed it by. */
const LINE = `concat_ws('|', position, audit_event_id, (extract(epoch from at) * 1000000)::bigint,
  (extract(epoch from recorded_at) * 1000000)::bigint, actor_kind, coalesce(actor_id::text, ''),
  coalesce(person_id::text, ''), coalesce(session_id::text, ''), coalesce(member_id::text, ''), door,
  coalesce(to_json(network)::text, ''), coalesce(to_json(request_id)::text, ''), to_json(act),
  coalesce(to_json(subject_type)::text, ''), coalesce(subject_id::text, ''), outcome, coalesce(to_json(code)::text, ''), times,
  to_json(details))`

/** Coalitions, which all have a log, and whatever else has one, raw UUIDs; the nil id when the deployment has one. */
export async function auditLogs(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select coalition_id as id from audit_head union select coalition_id from audit_event
      union select coalition_id from coalition order by 1`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Replays a log from its first event: every row is as it was written, none is missing, none was put in between, and it ends
 * where its head says and leads through where it ended at the audits of the nights. Whoever rewrites all of it, heads and all,
 * is found by a head that was written down elsewhere.
 */
export async function verifyAuditLog(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  expectHead?: ExpectedAuditHead,
): Promise<AuditLogVerified> {
  const bad: Finding[] = []
  let rows = 0
  let last = { position: '0', hash: beginningOf(coalitionId) }
  const expected = [...(await nightlyHeads(client, coalitionId)), ...(expectHead ? [expectHead] : [])]
  const awaited = new Set(expected.map(({ position }) => String(position)))
  const passed = new Map([[last.position, last.hash]])
  for (;;) {
    const page = await pageAfter(client, coalitionId, rows === 0 ? null : last.position)
    for (const row of page) {
      const finding = faultOf(coalitionId, last, row)
      if (finding) bad.push(finding)
      last = { position: row.position, hash: row.hash }
      if (awaited.has(row.position)) passed.set(row.position, row.hash)
    }
    rows += page.length
    if (page.length < ROWS_A_PAGE) break
  }
  const findings = bad.slice(0, NAMED_ROWS).map((finding) => ({ ...finding, badRows: bad.length }))
  findings.push(...(await headFault(client, coalitionId, last)))
  const missed = expected.filter(({ position, hash }) => passed.get(String(position)) !== hash.toLowerCase())
  for (const { position, hash } of missed.slice(0, NAMED_ROWS))
    findings.push({
      ...{ invariant: 'EXPECTED_AUDIT_HEAD', table: 'audit_event', coalitionId },
      row: { position: String(position) },
      message: 'The log leads through every head that was written down, by hand or by the audit of a night.',
      ...{ expected: hash, actual: passed.get(String(position)) ?? 'no such event', badRows: missed.length },
    })
  if (rows === 0 && (await isCoalition(client, coalitionId)))
    findings.push({
      ...{ invariant: 'AUDIT_BEGINS', table: 'audit_event', coalitionId, row: { coalition_id: coalitionId } },
      message: 'The log of a coalition begins with how it came to be.',
      ...{ expected: 'an event', actual: 'no event', badRows: 1 },
    })
  return { rows, findings, head: last }
}

/** What the first event of a log is chained to. Hex. */
const beginningOf = (coalitionId: string): string =>
  createHash('sha256')
    .update(Buffer.from(coalitionId.replaceAll('-', ''), 'hex'))
    .digest('hex')

/** Where the log ended at the audit of each night. */
async function nightlyHeads(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
): Promise<ExpectedAuditHead[]> {
  const { rows } = await client.query<End>(
    `select audit_position::text as position, encode(audit_hash, 'hex') as hash from audit_run
      where coalition_id = $1 and audit_position is not null order by due_at`,
    [coalitionId],
  )
  return rows.map(({ position, hash }) => ({ position: BigInt(position), hash }))
}

/** The nil id is no coalition's: that log may be empty. */
async function isCoalition(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<boolean> {
  const { rowCount } = await client.query('select from coalition where coalition_id = $1', [id])
  return rowCount === 1
}

async function pageAfter(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  after: string | null,
): Promise<readonly ChainedRow[]> {
  const { rows } = await client.query<ChainedRow>({
    name: 'artel_verify_audit_log',
    text: `select position::text as position, encode(hash, 'hex') as hash, ${LINE} as line from audit_event e
      where coalition_id = $1 and ($2::bigint is null or e.position > $2::bigint) order by e.position limit ${ROWS_A_PAGE}`,
    values: [coalitionId, after],
  })
  return rows
}

type End = Pick<ChainedRow, 'position' | 'hash'>

function faultOf(
  coalitionId: string,
  before: End,
  { position, hash, line }: ChainedRow,
): Finding | undefined {
  const about = { table: 'audit_event', coalitionId, row: { position }, badRows: 1 }
  const next = String(BigInt(before.position) + 1n)
  if (position !== next)
    return {
      ...{ ...about, invariant: 'AUDIT_POSITION', expected: next, actual: position },
      message: 'Events of the audit log follow each other without a gap.',
    }
  const expected = createHash('sha256').update(Buffer.from(before.hash, 'hex')).update(line).digest('hex')
  if (hash === expected) return undefined
  return {
    ...{ ...about, invariant: 'AUDIT_HASH', expected, actual: hash },
    message: 'An event of the audit log is as it was written, after the one before.',
  }
}

/** An event that was taken off the end leaves the head behind. */
async function headFault(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  last: End,
): Promise<Finding[]> {
  const { rows } = await client.query<End>(
    `select position::text as position, encode(hash, 'hex') as hash from audit_head where coalition_id = $1`,
    [coalitionId],
  )
  const actual = rows[0] ?? { position: '0', hash: beginningOf(coalitionId) }
  if (actual.position === last.position && actual.hash === last.hash) return []
  return [
    {
      ...{ invariant: 'AUDIT_HEAD', table: 'audit_head', coalitionId, row: { coalition_id: coalitionId } },
      message: 'The audit log ends where its head says.',
      expected: `${last.position}:${last.hash}`,
      actual: `${actual.position}:${actual.hash}`,
      badRows: 1,
    },
  ]
}
