import { csvRecord, neutralCell } from '@artel/documents'
import type { AuditEvent } from '@artel/store/prisma'
import { encodePublicId, PUBLIC_ID_PREFIXES, type PublicIdNoun, readDetails } from '@artel/use-cases'

const NOUN_OF_ACTOR: Readonly<Record<string, PublicIdNoun>> = {
  PERSON: 'person',
  KEY: 'apiKey',
  CUSTOMER: 'customer',
}

const publicId = (noun: string | null | undefined, id: string | null): string | null =>
  noun && id && noun in PUBLIC_ID_PREFIXES ? encodePublicId(noun as PublicIdNoun, id) : null

/** An event with ids as the API has them; its fields are the columns of an export. */
export function publicEvent(event: AuditEvent) {
  const { position, at, recordedAt, actorKind, actorId, personId, memberId, details, hash } = event
  const { door, network, requestId, act, subjectType, subjectId, outcome, code, times } = event
  return {
    position: String(position),
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    actorKind,
    actorId: publicId(NOUN_OF_ACTOR[actorKind], actorId),
    personId: publicId('person', personId),
    memberId: publicId('member', memberId),
    ...{ door, network, requestId, act, subjectType },
    subjectId: publicId(subjectType, subjectId),
    ...{ outcome, code, times },
    details: JSON.parse(details) as unknown,
    hash: Buffer.from(hash).toString('hex'),
  }
}

const COLUMNS = [
  ...['position', 'at', 'recordedAt', 'actorKind', 'actorId', 'personId', 'memberId', 'door', 'network'],
  ...['requestId', 'act', 'subjectType', 'subjectId', 'outcome', 'code', 'times', 'details', 'hash'],
] as const

/** The head of an export as CSV. */
export const csvHead = (): string => csvRecord([...COLUMNS], 'rfc4180')

/** An event as a record of CSV, inert in a spreadsheet. */
export function csvOf(event: AuditEvent): string {
  const told: Readonly<Record<string, unknown>> = { ...publicEvent(event), details: event.details }
  return csvRecord(
    COLUMNS.map((column) => neutralCell(String(told[column] ?? ''))),
    'rfc4180',
  )
}

/** An event as a line of JSON. */
export const jsonLineOf = (event: AuditEvent): string => `${JSON.stringify(publicEvent(event))}\n`

/** An event as a row of a table in a terminal. */
export function rowOf(event: AuditEvent): string[] {
  const { position, at, actorKind, actorId, subjectId, act, outcome, code, times } = publicEvent(event)
  const details = readDetails(event.details).map(({ name, before, after }) =>
    before === null ? `${name} ${after ?? '-'}` : `${name} ${before} -> ${after ?? '-'}`,
  )
  const result = `${outcome}${code ? ` ${code}` : ''}${times > 1 ? ` x${times}` : ''}`
  return [position, at.slice(0, 19), actorId ?? actorKind, act, subjectId ?? '', result, details.join(', ')]
}
