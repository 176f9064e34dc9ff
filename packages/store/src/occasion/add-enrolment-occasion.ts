import type { Prisma } from '../generated/prisma/client.ts'

/** An enrolment as rules are asked about it. */
interface EnrolmentOccasion {
  readonly coalitionId: string
  readonly id: string
  readonly customerId: string
  /** The member that enrolled. */
  readonly memberId: string
  /** ISO date, local. */
  readonly day: string
  readonly at: Date
}

/**
 * Writes an enrolment down for rules to be asked about, where any rule may ask: as of the enrolment's own transaction, so that a rule
 * which began just before is not missed.
 */
export const addEnrolmentOccasion = (
  prisma: Pick<Prisma.TransactionClient, '$executeRaw'>,
  { coalitionId, id, customerId, memberId, day, at }: EnrolmentOccasion,
): Prisma.PrismaPromise<number> =>
  prisma.$executeRaw`insert into occasion (coalition_id, occasion_id, customer_id, kind, member_id, day, happened_at, recorded_at)
    select ${coalitionId}::uuid, ${id}::uuid, ${customerId}::uuid, 'ENROL', ${memberId}::uuid, ${day}::date, ${at}, ${at}
    where exists (select from rule r where r.coalition_id = ${coalitionId}::uuid and r.trigger = 'ENROL'
      and r.status in ('SCHEDULED', 'RUNNING') and (r.member_id is null or r.member_id = ${memberId}::uuid))`
