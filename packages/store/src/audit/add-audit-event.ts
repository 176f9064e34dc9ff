import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'

/** The log of what belongs to no coalition: invalid credentials, sign-ins of people without a role. */
export const DEPLOYMENT_LOG = '00000000-0000-0000-0000-000000000000'

/** An event as it is written; ids are raw UUIDs. When it was and what it is chained to is the database's to say. */
export interface NewAuditEvent {
  readonly id: string
  readonly coalitionId: string
  readonly actorKind: 'PERSON' | 'KEY' | 'OPERATOR' | 'SYSTEM' | 'CUSTOMER' | 'NOBODY'
  readonly actorId: string | null
  readonly personId: string | null
  readonly sessionId: string | null
  readonly memberId: string | null
  readonly door: 'API' | 'CLI' | 'WORKER'
  readonly network: string | null
  readonly requestId: string | null
  readonly act: string
  readonly subject: { readonly type: string; readonly id: string } | null
  readonly outcome: 'DONE' | 'REFUSED' | 'DENIED'
  /** Null exactly when it was done. */
  readonly code: string | null
  readonly times: number
  /** JSON, as it is hashed. */
  readonly details: string
}

/**
 * Adds an event to the log of its coalition in the transaction of what it tells. The last thing there: the end of the log is
 * locked until the transaction ends.
 */
export async function addAuditEvent(
  client: Pick<pg.ClientBase, 'query'>,
  event: NewAuditEvent,
): Promise<void> {
  await client.query({
    name: 'artel_record_audit_event',
    text: `select record_audit_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      as position`,
    values: valuesOf(event),
  })
}

/** The same for a transaction of Prisma; also as the last of an array of writes. */
export const addAuditEventBy = (
  prisma: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  event: NewAuditEvent,
): Prisma.PrismaPromise<unknown> =>
  prisma.$queryRawUnsafe(
    `select record_audit_event($1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8, $9, $10, $11, $12,
      $13::uuid, $14, $15, $16::int, $17) as position`,
    ...valuesOf(event),
  )

const valuesOf = (event: NewAuditEvent): (string | number | null)[] => [
  ...[event.coalitionId, event.id, event.actorKind, event.actorId, event.personId, event.sessionId],
  ...[event.memberId, event.door, event.network, event.requestId, event.act],
  ...[event.subject?.type ?? null, event.subject?.id ?? null],
  ...[event.outcome, event.code, event.times, event.details],
]
