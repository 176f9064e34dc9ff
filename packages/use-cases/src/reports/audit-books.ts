import { coalitionNow, type Finding, lastAuditHour, verify } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { outboxRow } from '../posting/outbox.ts'
import { checkStatementLines } from '../settlement/check-statement-lines.ts'

/** Hour of the night, by the wall clock of the coalition's town, from which the books are due to be audited. */
export const AUDIT_HOUR = 3

export interface AuditedBooks {
  readonly ok: boolean
  /** Names of the invariants that do not hold; what they found is in the record. */
  readonly broken: readonly string[]
  /** False when another worker had recorded this night's audit before. */
  readonly recorded: boolean
}

/**
 * Replays every invariant of a coalition's books and records the result as this night's, once: a second audit of the
 * same night records nothing. Where one does not hold, the event `audit.failed` is written with the record. The
 * operator's worker calls it; so may an administrator of the coalition.
 */
export async function auditBooks(
  context: Context,
  input: { readonly coalitionId: string; readonly databaseUrl: string },
): Promise<AuditedBooks> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId, databaseUrl } = input
  // Throws when there is no such coalition, before anything is read for it.
  const now = await coalitionNow(store, coalitionId)
  const dueAt = await lastAuditHour(store, coalitionId, { auditHour: AUDIT_HOUR })
  const startedAt = performance.now()
  const { findings: inRows, checked, auditHeads } = await verify({ databaseUrl, coalitionId })
  const findings = [...inRows, ...(await brokenStatements(context, coalitionId))]
  const ok = findings.length === 0
  const [head] = auditHeads
  // A log without an event has no end to write down, and is a finding already.
  const auditLog =
    head && head.position !== '0'
      ? { auditPosition: BigInt(head.position), auditHash: Buffer.from(head.hash, 'hex') }
      : {}
  const durationMs = Math.round(performance.now() - startedAt)
  const recorded = await store.prisma.$transaction(async (tx) => {
    const result = { findings: JSON.parse(JSON.stringify(findings)), checked }
    const { count } = await tx.auditRun.createMany({
      data: [{ coalitionId, dueAt, ok, durationMs, ...result, ...auditLog }],
      skipDuplicates: true,
    })
    if (count === 1 && !ok) {
      const found = findings.map(({ invariant, table, badRows }) => ({ invariant, table, badRows }))
      const payload = { dueAt: dueAt.toISOString(), findings: found }
      const event = { kind: 'audit.failed', subjectId: coalitionId, payload } as const
      await tx.outbox.create({ data: outboxRow(coalitionId, now, event) })
      const broken = found.map(({ invariant }) => invariant)
      await recordAct(context, tx, { act: 'booksAudit', coalitionId, details: { broken } })
    }
    return count === 1
  })
  return { ok, broken: findings.map(({ invariant }) => invariant), recorded }
}

/** What `verify` cannot say, since the lines of a statement are hashed as they are printed. */
async function brokenStatements(context: Context, coalitionId: string): Promise<Finding[]> {
  const broken = await checkStatementLines(context, { coalitionId })
  return broken.map(({ statementId, expected, actual }) => ({
    invariant: 'STATEMENT_HASH',
    table: 'statement',
    coalitionId,
    row: { statement_id: statementId },
    message: 'A statement is made of the lines that the ledger has.',
    expected,
    actual,
    badRows: broken.length,
  }))
}
