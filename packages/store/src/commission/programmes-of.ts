import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'

/** A programme with its versions, as they are stored. */
export interface StoredProgramme {
  readonly id: string
  readonly payerId: string
  readonly payeeKind: 'AFFILIATE' | 'MEMBER'
  readonly payeeId: string | null
  readonly startedAt: Date
  /** ISO date. */
  readonly endedOn: string | null
  /** JSON, by number from 1 on. */
  readonly definitions: readonly string[]
}

/** Programmes of some members that were not ended before a day, an ISO date: sales come late. */
export async function programmesOf(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { payerIds, from }: { readonly payerIds: readonly string[]; readonly from: string },
): Promise<readonly StoredProgramme[]> {
  const { rows } = await client.query<StoredProgramme>({
    name: 'artel_programmes_of',
    text: `select g.programme_id as id, g.member_id as "payerId", g.payee_kind as "payeeKind", g.payee_id as "payeeId",
        g.created_at as "startedAt", g.ended_on::text as "endedOn", array_agg(v.definition order by v.version) as definitions
      from commission_programme g
      join commission_version v on v.coalition_id = $1 and v.programme_id = g.programme_id
      where g.coalition_id = $1 and g.member_id = any($2::uuid[])
        and (g.ended_on is null or g.ended_on >= $3::date)
      group by g.coalition_id, g.programme_id`,
    values: [coalitionId, payerIds, from],
  })
  return rows
}

/** A version of a programme before it is written. */
export interface NewCommissionVersion {
  readonly coalitionId: string
  readonly programmeId: string
  /** 1 for the first. */
  readonly version: number
  /** JSON. */
  readonly definition: string
  /** To the millisecond. */
  readonly createdAt: Date
  /** The person, or the API key that acts for none. */
  readonly createdById: string
}

/** SHA-256 over all of a version, hex. `verify` reckons it in SQL, in words of its own. */
export function commissionVersionDigest(version: NewCommissionVersion): string {
  const { coalitionId, programmeId, definition, createdAt, createdById } = version
  const line = [
    ...[coalitionId, programmeId, String(version.version), JSON.stringify(definition)],
    ...[String(createdAt.getTime() * 1_000), createdById],
  ]
  return createHash('sha256').update(line.join('|')).digest('hex')
}

/** Holds a programme until the transaction ends, so that what is decided about it is decided one after another. */
export async function lockProgramme(
  transaction: Pick<Prisma.TransactionClient, '$queryRaw'>,
  { coalitionId, programmeId }: { readonly coalitionId: string; readonly programmeId: string },
): Promise<void> {
  await transaction.$queryRaw<object[]>`select 1 as locked from commission_programme
    where coalition_id = ${coalitionId}::uuid and programme_id = ${programmeId}::uuid for update`
}
